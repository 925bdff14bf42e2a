"""kill -9 of workers and of PostgreSQL in the middle of an editor's work: what was answered is there, no half is.

An editor saves topics, makes drafts from reports, publishes them and merges their speakers, without a pause. Each is
one transaction over several tables; between kills these are compared with each other and with what was answered.
"""

import json
import random
import threading
import time

from bench.soak_editor import Editor


def run(archive, options) -> bool:
    editor = Editor(archive)
    worker = threading.Thread(target=editor.work, daemon=True)
    worker.start()
    missing: set[str] = set()
    slowest = 0.0
    for number in range(options.times):
        time.sleep(random.uniform(0.2, 1.5))
        if number % 2:
            archive.kill_workers()
        else:
            archive.database.kill()
            archive.database.start()
        began = time.monotonic()
        archive.wait("/events/")
        slowest = max(slowest, time.monotonic() - began)
        if number % 10 == 9:
            missing |= looked(archive, editor)
    editor.ended.set()
    worker.join(timeout=120)
    missing |= looked(archive, editor)
    for kind, names in editor.answered.items():
        print(f"{kind:<12} {len(names)} answered, {editor.refused[kind]} refused")
    print(
        f"killed {options.times} times; served again after at most {slowest:.1f} s; lost or half: {len(missing)}",
        *sorted(missing),
        sep="\n  ",
        flush=True,
    )
    return not missing and all(editor.answered.values())


def looked(archive, editor) -> set[str]:
    """What was answered and is not there, and what is there by half."""
    answered = {kind: list(names) for kind, names in editor.answered.items()}
    found = json.loads(archive.run("-m", "bench.soak_look"))
    lost = {
        f"{kind} {name} is lost" for kind, names in answered.items() for name in set(names) - set(found[kind])
    }
    return lost | set(found["half"])
