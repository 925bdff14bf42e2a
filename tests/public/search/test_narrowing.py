"""Hits sifted out of wider ones are those that the index itself finds within the narrowing."""

import pytest

from events.models import Event
from public.search.facets import facets
from public.search.form import SearchForm
from search import finding
from search.asking import Answer, Question
from search.finding import Narrowing, find_entries

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demonstration")]


def narrowed(**parts) -> Answer:
    """The answer as the search page has it when its facets are counted."""
    form = SearchForm({"q": "korea OR water OR energy OR trade", **parts})
    assert form.is_valid(), form.problems
    answer = Answer(form.question())
    facets(answer, form)
    return answer


@pytest.mark.parametrize(
    "parts",
    [
        {"kind": "statement"},
        {"kind": "topic"},
        {"evidence": "quote"},
        {"event_kind": Event.Kind.values[0]},
        {"language": "en"},
        {"from": "2020"},
        {"to": "2020"},
        {"from": "2019", "to": "2021", "kind": "topic"},
        {"from": "2019", "to": "2023", "kind": "statement", "evidence": "paraphrase"},
    ],
    ids=str,
)
def test_hits_within_wider_ones_are_those_of_the_index(parts):
    answer = narrowed(**parts)

    found = find_entries(answer.meaning, answer.question.narrowing)
    assert answer.hits.rows == found.rows
    assert len(answer.without("kind", "year_from", "year_to")) >= len(found)


def test_hits_of_a_speaker_and_of_a_topic_are_those_of_the_index():
    everything = Answer(Question("korea OR water OR energy OR trade"))
    speaker, topic = everything.speakers[0][0], everything.topics[0][0]

    for parts in (
        {"speaker": speaker.slug},
        {"topic": topic.slug},
        {"speaker": speaker.slug, "kind": "event"},
    ):
        answer = narrowed(**parts)
        found = find_entries(answer.meaning, answer.question.narrowing)
        assert answer.hits.rows == found.rows


def test_large_archive_finds_window_by_window_what_a_small_one_finds_at_once(monkeypatch):
    query = narrowed().meaning
    ways = [
        Narrowing(),
        Narrowing(kind="topic"),
        Narrowing(kind="statement"),
        Narrowing(year_from=2010),
        Narrowing(year_to=2019),
    ]
    at_once = [find_entries(query, way).rows for way in ways]
    monkeypatch.setattr(finding, "AT_ONCE", 1)

    assert [find_entries(query, way).rows for way in ways] == at_once
    assert all(at_once)


def test_out_of_hits_that_are_cut_off_nothing_is_sifted(monkeypatch):
    monkeypatch.setattr(finding, "MOST_COUNTED", 5)
    monkeypatch.setattr(finding, "FEW", 1)

    answer = narrowed(kind="opinion")

    assert answer.without("kind").more
    assert answer.hits.rows == find_entries(answer.meaning, Narrowing(kind="opinion")).rows
    assert answer.hits.rows
