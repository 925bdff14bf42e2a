import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.reading import read_report

WORDS = [
    "Huber",
    "said",
    "that",
    "it",
    "rained",
    "agreed",
    "according",
    "to",
    "she",
    "He",
    "Лукин",
    "сказал",
    "что",
    "Он",
    "\x00",
    "É",
    "😀",
]
PHRASES = ["Karl Huber", "The moderator", "Opinions", "26 April 2019", "по словам", "Артёма Лукина", "of the"]
MARKS = [
    ". ",
    ", ",
    "\n",
    "\n\n",
    "“",
    "”",
    '"',
    "‘",
    "’",
    "«",
    "»",
    "— ",
    ": ",
    "(",
    ")",
    "\r\n",
    "\u2028",
    "1. ",
    "Q: ",
]
PIECES = st.sampled_from([*WORDS, *PHRASES, *MARKS])
REPORTS = st.lists(PIECES, max_size=60).map(" ".join) | st.text(max_size=300)


@settings(max_examples=150, deadline=None)
@given(REPORTS)
def test_every_statement_stands_in_its_report(report):
    proposal = read_report(report)

    assert all(report[s.start : s.end] == s.text for s in proposal.statements)
    assert all(s.speaker is None or s.attributed_to is None for s in proposal.statements)


@settings(max_examples=50, deadline=None)
@given(REPORTS)
def test_same_text_gives_the_same_proposal(report):
    assert read_report(report) == read_report(report)


HOSTILE = {
    "empty": "",
    "nul": "\x00",
    "one quotation mark": '"',
    "only quotation marks": "“" * 5000,
    "apostrophes": "'a " * 3000,
    "one huge word": "A" * 50_000,
    "capitals": "Abc " * 12_000,
    "empty lines": "\n" * 20_000,
    "blanks in a line": f"Rain\n\nKarl Huber said that it rains.{' ' * 20_000}It pours.",
    "verbs": "said " * 9000,
    "parentheses": "(" * 9000,
    "names": "John Smith, " * 2500,
    "sources": "according to " * 4000,
    "russian sources": "по словам " * 5000,
    "russian names": "Иван Иванов сказал, " * 1500,
    "hyphens": "A-" * 9000,
    "articles": "A " * 30_000,
    "a country alone above the report": "A talk in the sun\n\nGermany\n\nKarl Huber said that it rained all day.",
    "a country alone in the first line": "A talk\n\nNorway. Karl Huber said that it rained all day.",
    "an opening mark at the very end": 'Вечер\n\nМодератор Нина Шацкая спросила, кто платит за тушение."',
    "marks alone": "A talk\n\nKarl Huber said that it rained.\n\n**\n\nIt poured.",
}


@pytest.mark.parametrize("report", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_is_read_without_an_error(report):
    """How long it takes is for the bench; what is quadratic makes this test take minutes."""
    proposal = read_report(report)

    assert all(report[said.start : said.end] == said.text for said in proposal.statements)


def test_twenty_pages_are_read_to_the_end():
    page = (
        "Karl Huber, director of the Rain Institute, argued that it had rained for days. "
        "“Rivers are full,” he said. "
        "According to Maria Rossi, the farms were lost, while Huber insisted that they could be saved.\n\n"
    )
    report = "A talk\n\n" + page * (60_000 // len(page))

    proposal = read_report(report)

    assert len(proposal.statements) > 500
    assert proposal.statements[-1].end > len(report) - len(page)
