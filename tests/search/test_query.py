"""Anything typed is an ordinary query; what words, phrases, OR and a minus mean is the same on every database."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from search.asking import Answer, Question
from search.finding import Narrowing, find_entries
from search.query import LONGEST_QUERY, MOST_TERMS, parse
from search.understanding import Known
from tests.factories import AppearanceFactory, PublicEventFactory, StatementFactory

TEXTS = {
    "freeze": "The sanctions follow a double freezing of both programmes.",
    "apart": "Freezing, and then a double set of sanctions.",
    "hanoi": "Hanoi changed nothing, said the résumé of the talks.",
    "russian": "Переговоры о санкциях продолжались без Ханоя.",
}

ANYTHING = [
    '"', '""', '"sanctions', 'sanc"tions', "*", "sanct*", ":", "a:b", "(", "()", "((sanctions", "--", "-", "- -",
    "--sanctions", "-sanctions", "\0", "sanc\0tions", "'; DROP TABLE search_entry; --", "OR", "OR OR", "OR sanctions",
    "sanctions OR", "a OR -b", "AND", "NOT", "NEAR(a b)", "tokens: a", "^", "~", "%", "_", "speaker_1", "everything_",
    "\\", "🚂", "🚂 sanctions", "x" * 10_000, "sanctions " * 1_250, "🚂" * 5_000, '"' * 10_000, "-a " * 4_000,
    "\ud800", "\x02\x03", "ß", "ﬀ", "ا", "日本語", "{}", "<->", "& | !", ":*", "a\nb", "\u202e",
]  # fmt: skip


@pytest.fixture(scope="module")
def all_said(for_the_module) -> dict[int, str]:
    appearance = AppearanceFactory(event=PublicEventFactory(title="Talks", date=date(2019, 4, 26)))
    return {StatementFactory(appearance=appearance, text=text).pk: name for name, text in TEXTS.items()}


@pytest.fixture
def said(all_said, db) -> dict[int, str]:
    """Statement id → its name in TEXTS."""
    return all_said


def found(typed: str, said: dict[int, str]) -> set[str]:
    hits = find_entries(parse(typed), Narrowing(kind="statement"))
    return {said[hit.object_id] for hit in hits.rows}


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("sanction", {"freeze", "apart"}),
        ("SANCTIONS freeze", {"freeze", "apart"}),
        ('"double freezing"', {"freeze"}),
        ("double-freezing", {"freeze"}),
        ("“double freezing”", {"freeze"}),
        ('"freezing double"', set()),
        ("sanctions -programme", {"apart"}),
        ('sanctions -"double freezing"', {"apart"}),
        ("-sanctions", {"hanoi", "russian"}),
        ("Hanoi OR programme", {"hanoi", "freeze"}),
        ("programme OR hanoi sanctions", {"freeze"}),
        ("resume", {"hanoi"}),
        ("переговорами", {"russian"}),
        ("санкция продолжалась", {"russian"}),
        ("the sanctions of it", {"freeze", "apart"}),
        ("the", {"freeze", "hanoi"}),
        ("hanoi sanctions", set()),
        ("speaker_1", set()),
        ("everything_", set()),
    ],
)
def test_a_query_finds_the_statements_that_answer_it(said, typed, names):
    assert found(typed, said) == names


@pytest.mark.parametrize("typed", ANYTHING, ids=lambda typed: ascii(typed)[:30])
def test_anything_typed_is_an_ordinary_query(said, typed):
    answer = Answer(Question(typed))

    assert len(answer.ordered) == len(answer.hits)
    assert answer.people == []


@pytest.mark.parametrize("word", ["x" * LONGEST_QUERY, "sanctions" * 44])
def test_of_a_word_without_an_end_little_is_looked_up(word):
    """It was parted in every way, in all forms of both halves: seconds of a word of ten thousand letters."""
    assert len(Known(word).forms) < 20


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=st.lists(st.sampled_from([*ANYTHING[:47], "sanctions", "freezing", "double", "-"]), max_size=6))
def test_whatever_is_put_together_is_an_ordinary_query(said, typed):
    joined = " ".join(typed)

    hits = find_entries(parse(joined), Narrowing())

    assert len(hits.by_relevance) == len(hits)


def test_no_more_is_asked_than_anybody_means_and_it_is_told():
    long, many = parse("a" * LONGEST_QUERY + " b"), parse(" ".join(f"word{n}" for n in range(MOST_TERMS + 1)))

    assert long.cut and len(long.groups) == 1
    assert many.cut and len(many.groups) == MOST_TERMS
    assert not parse("sanctions").cut
