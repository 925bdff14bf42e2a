"""Labelled claims about the demonstration: true ones are found, and no altered one is called word for word."""

import tomllib
from pathlib import Path

import pytest

from verifying.verify import Answer, Verdict, verify

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.rendering,
    pytest.mark.usefixtures("demonstration"),
]

CLAIMS = tomllib.loads(Path(__file__).with_name("claims.toml").read_text("utf-8"))
#: Of ten true ones so many are found.
FOUND = 0.9


def labelled(kind: str) -> list[tuple[str, str]]:
    return [(label, text) for label, texts in CLAIMS[kind].items() for text in texts]


def answers(text: str) -> list[Answer]:
    return verify(text).answers


def test_there_are_sixty_a_third_of_each():
    counts = [len(labelled(kind)) for kind in ("true", "altered", "foreign")]

    assert min(counts) >= 20


def test_nothing_altered_is_called_word_for_word():
    wrong = [
        text
        for _how, text in labelled("altered")
        if any(one.verdict == Verdict.WORD_FOR_WORD for one in answers(text))
    ]

    assert wrong == []


def test_nine_of_ten_true_ones_are_found_as_what_they_are():
    missed = [
        (verdict, text, [one.verdict.value for one in answers(text)])
        for verdict, text in labelled("true")
        if verdict not in {one.verdict for one in answers(text)}
    ]

    assert len(missed) <= (1 - FOUND) * len(labelled("true")), missed


def test_what_the_archive_has_nothing_of_is_said_to_prove_nothing():
    others = [
        (text, one.verdict.value)
        for _verdict, text in labelled("foreign")
        for one in answers(text)
        if one.verdict != Verdict.NOT_HERE or "proves nothing" not in one.note
    ]

    assert others == []
