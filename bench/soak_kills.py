"""kill -9 of workers and of PostgreSQL in the middle of an editor's work: what was answered is there, no half is.

An editor saves topics, makes drafts from reports, publishes them and merges their speakers, without a pause. Each is
one transaction over several tables; between kills these are compared with each other and with what was answered.
"""

import json
import random
import threading
import time

from bench.soak_editor import PEOPLE, Editor

#: Run inside the archive: what is there of each kind, and what is half.
LOOK = """
import json
from collections import Counter
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from events.models import Event, Topic
from intake.models import Intake
from people.models import NameVariant, Speaker
from publishing.models import OldAddress
from search.models import Entry, Kind

def logged(model, flag):
    entries = LogEntry.objects.filter(content_type=ContentType.objects.get_for_model(model), action_flag=flag)
    return Counter(entries.values_list("object_id", flat=True))

half = []
topics = Topic.objects.filter(name__startswith="Soaked ")
half += [f"topic {topic} is not in the history" for topic in topics if not logged(Topic, 1)[str(topic.pk)]]

public = set(Event.objects.published().values_list("pk", flat=True))
entries = Entry.objects.filter(kind=Kind.EVENT, public_from__lte=timezone.now())
indexed = set(entries.values_list("object_id", flat=True))
half += [f"event {pk} is public or in the index, and not both" for pk in public ^ indexed]

drafts = list(Event.objects.filter(title__startswith="Soaked "))
for event in drafts:
    parts = (event.appearances.count(), event.statements.count(), event.intakes.filter(state="made").count())
    if parts != (PEOPLE, PEOPLE, 1):
        half.append(f"{event} has {parts} people, statements and reports")
    if (event.status == "published") != bool(logged(Event, 2)[str(event.pk)]):
        half.append(f"{event} is published or has a history of it, and not both")
half += [f"report {one.pk} is made, and has no event" for one in Intake.objects.filter(state="made", event=None)]

variants = NameVariant.objects.filter(name__startswith="Ada So")
merged = {variant.name: variant.speaker_id for variant in variants}
told = " ".join(LogEntry.objects.filter(change_message__contains="Merged ").values_list("change_message", flat=True))
for name, kept in merged.items():
    if name + " into" not in told:
        half.append(f"{name} was merged, and the history does not say so")
    if Speaker.objects.filter(name=name).exists():
        half.append(f"{name} was merged, and is there")
if merged:
    appears = Speaker.objects.get(pk=kept).appearances.count()
    if appears != len(merged) + 1:
        half.append(f"{appears} appearances of a speaker into whom {len(merged)} were merged")

print(json.dumps({
    "half": half,
    "save": [topic.name for topic in topics],
    "draft": [event.title for event in drafts],
    "publication": [event.title for event in drafts if event.pk in public and event.pk in indexed],
    "merge": [name.split()[1] for name in merged],
}))
""".replace("PEOPLE", str(PEOPLE))


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
    found = json.loads(archive.manage("shell", "--no-imports", "--command", LOOK))
    lost = {
        f"{kind} {name} is lost" for kind, names in answered.items() for name in set(names) - set(found[kind])
    }
    return lost | set(found["half"])
