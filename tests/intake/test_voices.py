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
from tests.intake.golden import GOLDEN, as_read
from tests.intake.voices_format import contradictions, read_source

SOURCES = sorted((Path(__file__).parent / "voices").glob("*.src"))
#: A wrong attribution is worse than a missing one.
PRECISION, RECALL, EVIDENCE = 0.97, 0.92, 0.95
#: Of what is called sure, and of what is right.
SURE_IS_RIGHT, RIGHT_IS_SURE = 0.97, 0.7
#: Letters that somebody said, given to another; and the facts of the event that are told.
WRONG_MOUTH, FACTS = 0.007, 0.965
#: How a label calls what a proposal calls otherwise.
NAMES = {"rule": "record_rule", "upcoming": "announced"}
TOLD = """
title date end_date start_time end_time venue city country format series recording slides author rule upcoming
""".split()


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


def verdicts(source: Path) -> list[tuple[bool, bool]]:
    """(sure, right) of each statement that is given to a person; what was only spoken about is left out."""
    text, labels, proposal = read(source)
    found = []
    for proposed in proposal["statements"]:
        places = set(letters(text, proposed["start"], proposed["end"]))
        share = sum(
            len(places & set(letters(text, said["start"], said["end"])))
            for said in labels["statements"]
            if any(
                same_person(proposed["speaker"] or "", name)
                for name in (said["speaker"], *said.get("joint_with", ()))
            )
        )
        topic = any(
            said.get("topic_only") and places & set(letters(text, said["start"], said["end"]))
            for said in labels["statements"]
        )
        if proposed["speaker"] and not topic:
            found.append((proposed["sure"], share * 2 > len(places)))
    return found


def test_sure_means_sure():
    found = [verdict for source in SOURCES for verdict in verdicts(source)]
    sure = [right for is_sure, right in found if is_sure]
    right = [is_sure for is_sure, is_right in found if is_right]

    assert len(sure) > 400
    assert sum(sure) / len(sure) >= SURE_IS_RIGHT, f"{sum(sure) / len(sure):.3f} of what is sure is right"
    assert sum(right) / len(right) >= RIGHT_IS_SURE, f"{sum(right) / len(right):.3f} of what is right is sure"


def test_words_are_not_put_into_another_mouth():
    given = wrong = 0
    for source in SOURCES:
        text, labels, proposal = read(source)
        who: dict[int, set[str]] = {}
        for said in labels["statements"]:
            for place in letters(text, said["start"], said["end"]):
                who.setdefault(place, set()).update([said["speaker"], *said.get("joint_with", ())])
        groups = {p for g in labels["group_statements"] for p in letters(text, g["start"], g["end"])}
        for proposed in proposal["statements"]:
            places = letters(text, proposed["start"], proposed["end"]) if proposed["speaker"] else []
            given += len(places)
            wrong += sum(
                place in groups
                and place not in who
                or place in who
                and not any(same_person(proposed["speaker"], name) for name in who[place])
                for place in places
            )

    assert wrong / given <= WRONG_MOUTH, f"{wrong} of {given} letters"


def test_under_the_rule_nobody_anonymous_is_given_a_name():
    under = [source for source in SOURCES if read(source)[2]["event"]["record_rule"]]
    named = [
        (source.stem, said["text"])
        for source in under
        for said in read(source)[2]["statements"]
        for group in read(source)[1]["group_statements"]
        if said["speaker"] and said["start"] < group["end"] and group["start"] < said["end"]
    ]

    assert len(under) >= 3
    assert named == []


def test_facts_of_the_event_are_read():
    told = wrong = 0
    for source in SOURCES:
        _text, labels, proposal = read(source)
        for name in TOLD:
            want, have = labels["event"].get(name), proposal["event"].get(NAMES.get(name, name))
            if want and not (name == "date" and not labels["event"]["date_text"]):
                told += 1
                wrong += not (have and (fold(have) in fold(want) or fold(want) in fold(have)))

    assert told > 300
    assert 1 - wrong / told >= FACTS, f"{wrong} of {told} facts"


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
    held = {source.stem: as_read(read(source)[2]) for source in SOURCES}

    assert held == json.loads(GOLDEN.read_text("utf-8"))
