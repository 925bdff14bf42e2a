"""What is read of each voice, one line a statement: ``python -m tests.intake.golden`` writes it anew.

A change of a rule shows in this file's diff what it changed, wanted or not."""

import json
from pathlib import Path

from intake.reading import read_report
from tests.intake.voices_format import read_source

VOICES = Path(__file__).parent / "voices"
GOLDEN = VOICES / "golden.json"


def sources() -> list[Path]:
    return sorted(VOICES.glob("*.src"))


def as_read(proposal: dict) -> list[str]:
    """Each statement's place, how we know, whether it is sure, and whose it is or what is printed of them."""
    lines = []
    for said in proposal["statements"]:
        who = " & ".join((*said["joint_with"], said["speaker"] or f"({said['attributed_to']})"))
        sure = "sure" if said["sure"] else "open"
        lines.append(f"{said['start']}-{said['end']} {said['evidence']} {sure} {who}")
    return lines


def all_as_read() -> dict[str, list[str]]:
    return {source.stem: as_read(read_report(read_source(source)[0]).as_dict()) for source in sources()}


if __name__ == "__main__":
    GOLDEN.write_text(json.dumps(all_as_read(), ensure_ascii=False, indent=1) + "\n", "utf-8")
