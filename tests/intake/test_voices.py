"""Reports in many voices, read as an editor would paste them, and held against their labels.

A letter counts as right when it is given to the speaker who said it. Letters of groups, of what somebody only spoke
about, and of what follows by inference alone are left out.
"""

import json
from functools import cache
from pathlib import Path

import pytest

from intake.reading import read_report
from people.names import fold
from tests.intake.golden import GOLDEN, all_as_read
from tests.intake.voices_format import contradictions, read_source

SOURCES = sorted((Path(__file__).parent / "voices").glob("*.src"))
#: A wrong attribution is worse than a missing one.
PRECISION, RECALL, EVIDENCE = 0.95, 0.9, 0.95


@cache
def read(source: Path):
    text, labels = read_source(source)
    return text, labels, read_report(text).as_dict()


def same_person(one: str, other: str) -> bool:
    """Full names agree, or one holds all words of the other: a middle name or an initial printed once."""
    short, long = sorted((fold(one).split(), fold(other).split()), key=len)
    return short == long or (len(short) >= 2 and set(short) <= set(long))


def letters(text: str, start: int, end: int) -> list[int]:
    return [place for place in range(start, end) if text[place].isalnum()]


def tally(source: Path) -> tuple[int, int, int]:
    """Letters given to the right speaker, letters given to any, letters that a speaker said."""
    text, labels, proposal = read(source)
    who: dict[int, list[str]] = {}
    strict, left_out = set(), set()
    for said in labels["statements"]:
        places = letters(text, said["start"], said["end"])
        for place in places:
            who.setdefault(place, []).extend([said["speaker"], *(said.get("joint_with") or [])])
        if said.get("topic_only"):
            left_out.update(places)
        elif said["cue"] != "continuation":
            strict.update(places)
    for group in labels.get("group_statements") or []:
        left_out.update(letters(text, group["start"], group["end"]))
    given: dict[int, str] = {}
    for proposed in proposal["statements"]:
        if proposed["speaker"]:
            for place in letters(text, proposed["start"], proposed["end"]):
                given.setdefault(place, proposed["speaker"])
    counted = {place for place in who.keys() | given.keys() if place not in left_out}
    counted -= {place for place in who if place not in strict}
    right = [p for p in counted if p in given and any(same_person(given[p], name) for name in who.get(p, ()))]
    return len(right), sum(p in given for p in counted), sum(p in who for p in counted)


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.stem)
def test_labels_agree_with_their_report(source):
    text, labels, _proposal = read(source)

    assert not [line for line in contradictions(text, labels) if not line.startswith("look")]


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.stem)
def test_every_statement_keeps_its_place_and_says_why(source):
    text, _labels, proposal = read(source)

    for said in proposal["statements"]:
        assert text[said["start"] : said["end"]] == said["text"]
        assert said["why"]
        assert said["speaker"] or said.get("attributed_to") or said.get("candidates")


def test_reports_in_many_voices_are_attributed_rightly():
    sums = [sum(column) for column in zip(*map(tally, SOURCES), strict=True)]
    right, given, said = sums

    assert len(SOURCES) >= 40
    assert right / given >= PRECISION, f"precision {right / given:.3f}"
    assert right / said >= RECALL, f"recall {right / said:.3f}"


def test_how_we_know_is_read_from_the_quotation_marks():
    pairs = []
    for source in SOURCES:
        _text, labels, proposal = read(source)
        for said in labels["statements"]:
            for proposed in proposal["statements"]:
                same = (proposed["start"], proposed["end"]) == (said["start"], said["end"])
                if same and proposed["speaker"] and same_person(proposed["speaker"], said["speaker"]):
                    pairs.append((proposed["evidence"], said["kind"]))

    assert len(pairs) > 100
    assert sum(one == other for one, other in pairs) / len(pairs) >= EVIDENCE


def test_the_same_text_gives_the_same_proposal():
    text, _labels, proposal = read(SOURCES[0])

    assert read_report(text).as_dict() == proposal


def test_each_voice_is_read_as_the_golden_file_says():
    """Where a rule was changed on purpose: ``python -m tests.intake.golden``, and read the diff."""
    assert all_as_read() == json.loads(GOLDEN.read_text("utf-8"))
