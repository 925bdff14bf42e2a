"""The score of an entry is what its fields earn, however few of them are looked at."""

import random
from itertools import product

import pytest

from search.query import Query, Term, parse
from search.ranking import BESIDE, NAMES, SATURATION, USUAL_LENGTH, WEIGHTS, Relevance
from search.tokens import FIELD_BREAK

FEW_WORDS = ["water", "grain", "rail"]


def earned(query: Query, fields: list[list[str]], speakers: str = "") -> float:
    """The score by its definition: of each group the best term, each by what it earns in each field."""
    return sum(max(of_term(term, fields, speakers) for term in group) for group in query.groups)


def of_term(term: Term, fields: list[list[str]], speakers: str) -> float:
    if term.is_token:
        if term.stems[0].startswith("speaker_"):
            return WEIGHTS[NAMES] if term.stems[0].removeprefix("speaker_") in speakers.split() else 0.0
        return WEIGHTS[BESIDE] if term.stems[0] in fields[BESIDE] else 0.0
    score = 0.0
    for weight, field in zip(WEIGHTS, fields, strict=True):
        if times := min(field.count(stem) for stem in term.stems):
            length = max(1.0, len(field) / USUAL_LENGTH)
            score += weight * times * (SATURATION + 1) / (times + SATURATION * length)
    return score


def some_entry(chance: random.Random) -> list[list[str]]:
    fields = [
        chance.choices([*FEW_WORDS, *"abcdefgh"], k=chance.choice([0, 1, 3, 90])) for _field in range(4)
    ]
    if chance.random() < 0.3:
        fields[BESIDE].append("time_2019")
    return fields


@pytest.mark.parametrize(
    "query",
    [
        parse("water"),
        parse("water grain"),
        parse("water OR grain rail"),
        parse('"water grain" rail'),
        parse("2019 water"),
        Query(((Term(("water",)), Term(("speaker_7",))), (Term(("grain",)), Term(("speaker_7",))))),
        Query(((Term(("water",)), Term(("topic_3",))), (Term(("grain",)),))),
    ],
    ids=str,
)
def test_an_entry_earns_what_its_fields_earn(query):
    chance, relevance = random.Random(3), Relevance(query)

    for _ in range(300):
        fields, speakers = some_entry(chance), chance.choice(["", "7", "5 17"])
        tokens = f" {FIELD_BREAK} ".join(map(" ".join, fields))
        assert relevance.of(tokens, speakers) == pytest.approx(earned(query, fields, speakers))


def test_a_word_counts_where_it_stands_first_or_last_in_its_field():
    relevance = Relevance(parse("water"))

    for place, words in product(range(4), (["water"], ["water", "grain"], ["grain", "water"])):
        fields = [["rail"], ["rail"], ["rail"], ["rail"]]
        fields[place] = words
        tokens = f" {FIELD_BREAK} ".join(map(" ".join, fields))
        assert relevance.of(tokens) == pytest.approx(WEIGHTS[place])
