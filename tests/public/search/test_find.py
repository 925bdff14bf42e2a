import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from tests.search.archive import freight_archive

pytestmark = pytest.mark.rendering


@pytest.fixture(scope="module")
def freight(for_the_module):
    return freight_archive()


@pytest.fixture
def archive(freight, db):
    return freight


def find(*queries: str, **options) -> list[dict]:
    out = StringIO()
    call_command("find", *queries, json=True, stdout=out, **options)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_find_prints_hits_with_all_that_the_page_says_of_them(archive):
    (answer,) = find("freight", kind="statement", evidence="quote")

    assert answer["hits"] == [
        {
            "kind": "statement",
            "title": "Freight in spring",
            "said_by": "Anna Berg",
            "address": f"/statements/{archive['said'][0].pk}/",
            "passage": "“«Freight» must wait.”",
            "evidence": "quote",
            "date": "2019-04-26",
        }
    ]


def test_find_counts_by_kind_year_speaker_and_topic(archive):
    (answer,) = find("freight")

    assert answer["kinds"] == {"statement": 3, "event": 1, "opinion": 1, "topic": 0}
    assert answer["years"] == {"2019": 3, "2022": 2}
    assert [(row["name"], row["count"]) for row in answer["speakers"]] == [
        ("Anna Berg", 2),
        ("Boris Holm", 2),
    ]
    assert answer["topics"] == [{"name": "Rail corridors", "address": "/topics/rail-corridors/", "count": 1}]
    assert (answer["count"], answer["more"], answer["page"], answer["pages"]) == (5, False, 1, 1)


def test_find_names_people_with_the_spelling_that_matched(archive):
    (answer,) = find("Loukine")

    assert answer["people"][0] | {"score": None} == {
        "name": "Anna Berg",
        "matched": "Annette Loukine",
        "variant": "French spelling",
        "address": "/speakers/anna-berg/",
        "country": "Sweden",
        "score": None,
    }


@pytest.mark.parametrize(
    ("options", "count"),
    [
        ({"kind": "statement"}, 3),
        ({"speaker": "anna-berg"}, 2),
        ({"topic": "rail-corridors"}, 1),
        ({"from": "2020"}, 2),
        ({"to": "2021"}, 3),
        ({"from": "2019", "to": "2019", "kind": "statement"}, 1),
        ({"event_kind": "conference"}, 2),
        ({"language": "ru"}, 2),
    ],
)
def test_find_narrows(archive, options, count):
    (answer,) = find("freight", **options)

    assert answer["count"] == count


def test_find_sorts_by_date(archive):
    (answer,) = find("freight", sort="date")

    days = [hit["date"] for hit in answer["hits"]]
    assert days == sorted(days, reverse=True)


def test_find_answers_several_queries_a_line_each(archive):
    assert [answer["query"] for answer in find("freight", '"must wait" -late', "🚂")] == [
        "freight",
        '"must wait" -late',
        "🚂",
    ]


def test_find_says_the_same_to_people(archive):
    out = StringIO()

    call_command("find", "freight berg", stdout=out)

    assert "Anna Berg  /speakers/anna-berg/" in out.getvalue()
    assert "[statement] 2019-04-26, Anna Berg, Freight in spring" in out.getvalue()
    assert "kinds: statement 2, event 1, opinion 0, topic 0" in out.getvalue()


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("kind", "speech"),
        ("speaker", "nobody"),
        ("speaker", "a\0b"),
        ("topic", "nothing"),
        ("from", "soon"),
        ("to", "10000"),
        ("evidence", "rumour"),
        ("event_kind", "party"),
        ("language", "xx"),
        ("sort", "size"),
        ("page", "0"),
        ("page", "99"),
    ],
)
def test_find_refuses_a_value_that_means_nothing_and_shows_it(archive, option, value):
    with pytest.raises(CommandError) as refusal:
        find("freight", **{option: value})

    assert f"--{option.replace('_', '-')} {value}" in str(refusal.value)


def test_find_refuses_years_in_the_wrong_order(archive):
    with pytest.raises(CommandError, match="2021"):
        find("freight", **{"from": "2021", "to": "2019"})
