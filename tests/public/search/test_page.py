import re
from datetime import timedelta
from html import unescape

import pytest
from django.utils import timezone

from events.models import Statement
from events.withdrawing import withdraw_statement
from people.merging import merge_speakers
from publishing.changes import unit_of_work
from publishing.deeds import withdraw
from search.query import LONGEST_QUERY
from tests.factories import (
    AppearanceFactory,
    EventFactory,
    PublicEventFactory,
    SpeakerFactory,
    StatementFactory,
)
from tests.html import squeezed
from tests.public.test_query_counts import queries
from tests.search.archive import archive_of, freight_archive, texts_of

pytestmark = [pytest.mark.django_db, pytest.mark.rendering]

ANYTHING = [
    '"', '""', '"freight', "*", "freight*", ":", "a:b", "()", "((", "--", "-", "-freight", "- -", "   ", "🚂",
    "🚂 freight", "\0", "fre\0ight", "'; DROP TABLE x; --", "OR", "OR OR", "freight OR", "AND", "NOT freight",
    "NEAR(a b)", "^", "~1",    "<script>alert(1)</script>", "%", "_", "\\", "x" * 10_000, "freight " * 1_250,
    "🚂" * 2_500, "\ud800", "\x0b", "ß", "ﬀ",
]  # fmt: skip


def page(client, **query):
    return client.get("/search/", query)


def said(response) -> str:
    """What the live region will announce."""
    found = re.search(r"data-announcement>(.*?)(<a|</p>)", squeezed(response.content.decode()))
    return unescape(found[1]).strip()


def choices_of(response, name) -> dict[str, int]:
    facets = response.context["facets"]
    facet = next(one for one in [facets.kind, facets.speakers, *facets.others] if one.name == name)
    return {choice.label: choice.count for choice in facet.choices}


def test_hits_of_all_kinds_stand_beside_each_other_with_their_numbers(client):
    freight_archive()

    response = page(client, q="freight")

    assert said(response) == "5 results since 2019."
    assert [(one.label, one.count) for one in response.context["sections"]] == [
        ("Statements", 3),
        ("Events", 1),
        ("Opinions", 1),
    ]


def test_person_is_found_by_another_spelling_and_the_page_says_which(client):
    freight_archive()

    html = squeezed(page(client, q="loukine").content.decode())

    assert "Anna Berg</a>" in html
    assert '<span class="matched">matched as <b lang="fr">Annette Loukine</b>, French spelling</span>' in html


def test_people_come_first_and_namesakes_are_told_apart(client):
    freight_archive()
    AppearanceFactory(speaker=SpeakerFactory(name="Anna Berg", country="FI"), printed_post="Pilot")

    response = page(client, q="berg")
    html = squeezed(response.content.decode())

    assert [str(person.speaker.country.name) for person in response.context["people"]] == [
        "Sweden",
        "Finland",
    ]
    assert "<span>2 positions</span>" in html
    assert "<span>Pilot</span>" in html
    assert html.index('id="h-people"') < html.index('id="h-statement"')


def test_hit_leads_to_its_place_in_the_report_and_to_its_permanent_address(client):
    archive = freight_archive()
    placed, own_words = archive["said"][:2]

    html = squeezed(page(client, q="freight", kind="statement").content.decode())

    assert f'href="{archive["first"].get_absolute_url()}#p-{placed.pk}"' in html
    assert f'href="{placed.get_absolute_url()}"' in html
    assert f'href="{archive["second"].get_absolute_url()}#s-{own_words.pk}"' in html
    assert f'id="p-{placed.pk}"' in client.get(archive["first"].get_absolute_url()).content.decode()


def test_words_that_matched_are_marked_and_a_quotation_keeps_its_marks(client):
    freight_archive()

    html = squeezed(page(client, q="freight", kind="statement").content.decode())

    assert '“<mark class="term">Freight</mark> must wait.”' in html
    assert 'Nobody counts <mark class="term">freight</mark>.' in html


@pytest.mark.parametrize(
    ("query", "texts"),
    [
        ({"speaker": "anna-berg"}, {"Freight must wait.", "The freight is late."}),
        ({"topic": "rail-corridors"}, {"Freight must wait."}),
        ({"from": "2020"}, {"The freight is late.", "Nobody counts freight."}),
        ({"to": "2020"}, {"Freight must wait."}),
        ({"from": "2022", "to": "2022", "speaker": "boris-holm"}, {"Nobody counts freight."}),
        ({"event_kind": "conference"}, {"Freight must wait."}),
        ({"evidence": "quote"}, {"Freight must wait."}),
        ({"language": "ru"}, {"The freight is late.", "Nobody counts freight."}),
    ],
)
def test_narrowing_leaves_what_meets_it(client, query, texts):
    freight_archive()

    response = page(client, q="freight", kind="statement", **query)

    assert set(texts_of(response)) == texts


def test_every_choice_says_how_many_are_left_when_it_is_made(client):
    freight_archive()

    response = page(client, q="freight")

    facets = response.context["facets"]
    choices = [choice for facet in [facets.kind, facets.speakers, *facets.others] for choice in facet.choices]
    choices += facets.years.counts
    left = {choice.id: len(client.get(choice.address).context["answer"].hits) for choice in choices}
    assert left == {choice.id: choice.count for choice in choices}
    assert choices_of(response, "speaker") == {"Anna Berg": 2, "Boris Holm": 2}
    assert choices_of(response, "evidence") == {"Paraphrase": 2, "Direct quote": 1}


def test_what_is_narrowed_already_still_shows_its_other_choices(client):
    freight_archive()

    response = page(client, q="freight", kind="statement", evidence="quote")

    assert choices_of(response, "evidence") == {"Paraphrase": 2, "Direct quote": 1}
    assert choices_of(response, "kind") == {"Statements": 1}


def test_each_narrowing_can_be_removed(client):
    freight_archive()

    response = page(client, q="freight", speaker="anna-berg", **{"from": "2019", "to": "2020"})

    assert [(one.label, one.address) for one in response.context["chosen"]] == [
        ("Anna Berg", "/search/?q=freight&from=2019&to=2020"),
        ("2019–2020", "/search/?q=freight&speaker=anna-berg"),
    ]


def test_chart_and_table_show_the_same_years(client):
    freight_archive()

    years = page(client, q="freight", **{"from": "2022"}).context["facets"].years

    assert {(c.first, c.count, c.chosen) for c in years.columns if c.count} == {
        (2019, 3, False),
        (2022, 2, True),
    }
    assert {(c.label, c.count) for c in years.counts} == {("2019", 3), ("2022", 2)}


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ({"kind": "person"}, "There is no such kind of record."),
        ({"speaker": "nobody"}, "There is no such speaker in the archive."),
        ({"speaker": "\0"}, "There is no such speaker in the archive."),
        ({"topic": "../x"}, "There is no such topic in the archive."),
        ({"from": "abc"}, "The year to begin with is not a year."),
        ({"from": "9" * 5000}, "The year to begin with is not a year."),
        ({"to": "0"}, "The year to end with is not a year."),
        ({"from": "2022", "to": "2019"}, "No year is from 2022 on and up to 2019."),
        ({"event_kind": "party"}, "There is no such kind of event."),
        ({"evidence": "hearsay"}, "There is no such way of knowing"),
        ({"language": "xx"}, "There is no such language in the archive."),
        ({"sort": "length"}, "Results cannot be put in this order"),
        ({"page": "0"}, "There is no such page of these results."),
        ({"page": "two"}, "There is no such page of these results."),
        ({"page": "2"}, "There is no such page of these results."),
    ],
)
@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}], ids=["whole", "part"])
def test_impossible_narrowing_says_so_and_offers_the_search_without(client, query, words, headers):
    freight_archive()

    response = client.get("/search/", {"q": "freight", **query}, headers=headers)

    assert response.status_code == 404
    assert words in said(response)
    assert 'href="/search/?q=freight"' in response.content.decode()


@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}], ids=["whole", "part"])
def test_anything_typed_is_an_ordinary_query(client, headers):
    freight_archive()

    answers = {typed: client.get("/search/", {"q": as_bytes(typed)}, headers=headers) for typed in ANYTHING}

    assert {typed: response.status_code for typed, response in answers.items()} == dict.fromkeys(
        ANYTHING, 200
    )


def as_bytes(typed: str) -> bytes:
    """As a browser sends it, or somebody who writes the address by hand: a lone surrogate too."""
    return typed.encode("utf-8", "surrogatepass")


def test_signs_without_a_word_find_nothing_rather_than_everything(client):
    freight_archive()

    assert said(page(client, q='"*:')) == 'Nothing found for “"*:”.'


def test_query_over_the_bound_is_cut_and_the_page_says_so(client):
    freight_archive()

    response = page(client, q="freight " + "x" * 10_000)

    assert "The query was cut" in response.content.decode()
    assert len(response.context["query"]) == LONGEST_QUERY
    assert "The query was cut" not in page(client, q="freight").content.decode()


def test_query_is_escaped_wherever_it_is_shown(client):
    html = squeezed(page(client, q="<b>freight</b>").content.decode())

    assert "<b>freight" not in html
    assert "&lt;b&gt;freight" in html


def test_htmx_gets_the_results_alone_and_everybody_the_same_ones(client):
    freight_archive()

    whole = client.get("/search/?q=freight")
    part = client.get("/search/?q=freight", headers={"HX-Request": "true"})
    back = client.get(
        "/search/?q=freight", headers={"HX-Request": "true", "HX-History-Restore-Request": "true"}
    )

    assert "<html" not in part.content.decode()
    assert part.content.decode().split('<div id="results"')[1].strip() in whole.content.decode()
    assert "<html" in back.content.decode()
    assert "HX-Request" in whole.headers["Vary"]


def test_sorted_by_date_the_newest_comes_first(client):
    freight_archive()

    response = page(client, q="freight", kind="statement", sort="date")

    assert texts_of(response)[-1] == "Freight must wait."


def test_all_speakers_are_listed_and_one_is_found_in_any_spelling(client):
    archive_of(12)
    anna = SpeakerFactory(name="Jürgen Mühlensiep")
    StatementFactory(appearance=AppearanceFactory(speaker=anna), text="Freight.")

    few = page(client, q="freight").context["facets"].speakers
    every = client.get(few.all_address).context["facets"].speakers
    found = page(client, q="freight", who="Мюленсип").context["facets"].speakers

    assert (len(few.choices), few.total, len(every.choices)) == (8, 13, 13)
    assert [choice.label for choice in found.choices] == ["Jürgen Mühlensiep"]
    assert found.choices[0].address == "/search/?q=freight&speaker=jurgen-muhlensiep"


def test_address_of_a_merged_speaker_narrows_to_the_one_who_stayed(client):
    archive = freight_archive()
    other = AppearanceFactory(speaker=SpeakerFactory(name="Ann Berg")).speaker
    merge_speakers(archive["anna"], other)

    response = page(client, q="freight", speaker="ann-berg")

    assert [one.label for one in response.context["chosen"]] == ["Anna Berg"]


def test_who_speaks_most_counts_the_hits_by_person(client):
    archive = freight_archive()
    StatementFactory(appearance=archive["said"][0].appearance, text="More freight.")

    most = page(client, q="freight").context["most"]

    assert [(one.speaker.name, one.count, one.percent) for one in most] == [
        ("Anna Berg", 3, 100),
        ("Boris Holm", 2, 67),
    ]


def test_a_speaker_is_called_as_now_in_each_search_and_by_nobody_before_their_moment(client, monkeypatch):
    archive = freight_archive()
    coming = PublicEventFactory(status="scheduled", publish_at=timezone.now() + timedelta(hours=1))
    StatementFactory(
        appearance=AppearanceFactory(event=coming, speaker__name="Carl Ek"), text="More freight."
    )
    StatementFactory(
        appearance=AppearanceFactory(event=archive["first"], speaker__name="Dora Falk"), text="Rail freight."
    )

    assert choices_of(page(client, q="freight"), "speaker") == {
        "Anna Berg": 2,
        "Boris Holm": 2,
        "Dora Falk": 1,
    }
    archive["boris"].name = "Boris Berg"
    archive["boris"].save()
    withdraw_statement(Statement.objects.get(appearance__speaker__name="Dora Falk"), "Said in error.")
    assert choices_of(page(client, q="freight"), "speaker") == {"Anna Berg": 2, "Boris Berg": 2}
    later = timezone.now() + timedelta(hours=2)
    monkeypatch.setattr(timezone, "now", lambda: later)
    assert choices_of(page(client, q="freight"), "speaker") == {
        "Anna Berg": 2,
        "Boris Berg": 2,
        "Carl Ek": 1,
    }


def test_bounds_are_told_where_they_show(client, monkeypatch):
    monkeypatch.setattr("search.finding.MOST_COUNTED", 2)
    monkeypatch.setattr("public.views.search.MOST_COUNTED", 2)
    monkeypatch.setattr("public.views.search.MOST_RANKED", 1)
    freight_archive()

    html = squeezed(page(client, q="freight").content.decode())

    assert "More than 2 results" in html
    assert "The newest 2 are counted" in html
    assert "The newest 1 of them are listed" in html


def test_topic_is_found_behind_every_bound(client, monkeypatch):
    monkeypatch.setattr("search.asking.MOST_RANKED", 1)
    freight_archive()

    response = page(client, q="freight OR rail")

    assert [one.label for one in response.context["sections"]][-1] == "Topics"


def test_nothing_found_offers_near_spellings_fewer_words_and_fewer_narrowings(client):
    freight_archive()

    slip = page(client, q="frieght").context["ways"]
    longer = page(client, q="freight elephants").context["ways"]
    narrow = page(client, q="freight", speaker="boris-holm", evidence="quote").context["ways"]

    assert [(way.label, way.count, way.address) for way in slip.spellings] == [
        ("freight", 5, "/search/?q=freight")
    ]
    assert ("freight", 5) in [(way.label, way.count) for way in longer.fewer_words]
    assert [(way.label, way.count) for way in narrow.fewer_narrowings] == [
        ("By other speakers: Anna Berg", 1),
        ("Known in another way: Paraphrase", 2),
        ("In the whole archive", 5),
    ]


def test_nothing_found_names_what_it_is_narrowed_to_and_the_years_that_would_help(client):
    freight_archive()

    response = page(client, q="freight", kind="statement", **{"from": "2020", "to": "2021"})

    assert said(response) == "Nothing found for “freight”, narrowed to Statements; 2020–2021."
    assert [
        (way.label, way.count, way.address, way.years) for way in response.context["ways"].fewer_narrowings
    ] == [
        ("In other years: 2019, 2022", 3, "/search/?q=freight&kind=statement", ""),
        ("In the whole archive", 5, "/search/?q=freight", "2019, 2022"),
    ]
    assert "In the whole archive</a>, in 2019, 2022" in squeezed(response.content.decode())
    assert said(page(client, q="berg", **{"from": "2020", "to": "2021"})) == (
        "1 person, and no record in which these words occur, narrowed to 2020–2021."
    )


def test_no_way_is_offered_twice(client):
    freight_archive()

    ways = page(client, q="freight Freight elephants").context["ways"]

    every = [way.address.lower() for way in [*ways.spellings, *ways.fewer_words]]
    assert every == ["/search/?q=freight"]


@pytest.mark.parametrize(
    ("typed", "label", "years"), [("freight 2021", "freight", "2019, 2022"), ("05/2019", "2019", "")]
)
def test_where_a_time_finds_nothing_it_is_told_when_there_is_something(client, typed, label, years):
    freight_archive()

    ways = page(client, q=typed).context["ways"].fewer_words

    assert (label, years) in [(way.label, way.years) for way in ways]


def test_a_name_that_is_only_like_what_was_typed_stands_behind_the_hits(client):
    freight_archive()
    AppearanceFactory(speaker=SpeakerFactory(name="Olav Freights"))
    StatementFactory(text="FREIGTH was the name of the ship.")

    response = page(client, q="Freigth")
    html = squeezed(response.content.decode())

    assert [person.speaker.name for person in response.context["alike"]] == ["Olav Freights"]
    assert response.context["people"] == []
    assert html.index('id="h-statement"') < html.index('id="h-alike"')


def test_ordinary_word_is_nobodys_name(client):
    freight_archive()
    AppearanceFactory(speaker=SpeakerFactory(name="Walter Frayt"))
    AppearanceFactory(speaker=SpeakerFactory(name="Anna Wayte"))

    response = page(client, q="wait")

    assert len(response.context["answer"].hits) > 0
    assert response.context["people"] + response.context["alike"] == []


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("berg", ""),
        ("Berg Anna", ""),
        ("Dr. Anna Berg freight", ""),
        ("bergue", "Annette Maria Bergue"),
        ("berge", "Berge"),
    ],
)
def test_exact_spelling_is_never_matched_as_another(client, typed, told):
    archive = freight_archive()
    for name in ("Berg", "Berg Anna", "Berge", "Annette Maria Bergue", "A. Berg"):
        archive["anna"].variants.create(name=name, kind="other")

    html = squeezed(page(client, q=typed).content.decode())

    assert "Anna Berg</a>" in html
    assert re.findall("matched as <b[^>]*>([^<]*)</b>", html) == ([told] if told else [])


@pytest.mark.parametrize("typed", ["2019", "04/2019", "in April 2019", "2018–2019"])
def test_a_time_finds_what_is_of_it_and_leads_to_the_events_of_its_year(client, typed):
    archive = freight_archive()

    response = page(client, q=typed)

    assert archive["first"].title in response.content.decode()
    assert archive["second"].title not in response.content.decode()
    assert '<a href="/events/2019/">All events of 2019 →</a>' in response.content.decode()
    assert "All events of" not in page(client, q="freight 2019").content.decode()
    assert "All events of" not in page(client, q="1950").content.decode()


def test_suggested_spelling_betrays_nothing_that_is_not_public(client):
    later = timezone.now() + timedelta(days=1)
    PublicEventFactory(title="Zeppelins tomorrow", status="scheduled", publish_at=later)
    EventFactory(title="Zeppelins in draft")
    gone = StatementFactory(text="Zeppelins were mentioned.")
    withdraw_statement(gone, "Said in error.")
    withdraw(PublicEventFactory(title="Zeppelins withdrawn"), "Cancelled.")

    response = page(client, q="zeppelinz")

    assert "zeppelins" not in response.content.decode().lower().replace("zeppelinz", "")


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ("q=freight", 7),
        ("q=freight&kind=statement", 5),
        ("q=freight&kind=event&page=1&sort=date", 5),
        ("q=freight&speaker=number001-berg&from=2000&to=2010", 6),
        ("q=berg", 10),
        ("q=berg+freight", 10),
        ("q=frieght", 7),
        ("q=freight&who=berg", 8),
        ("q=freight&topic=freight-topic-000&who=berg", 7),
        ("q=berg&topic=freight-topic-000&speaker=number000-berg&who=berg", 10),
        # Nothing is found: all ways to widen are tried together.
        ("q=frieght+qwxzv+tonnes", 8),
        ("q=frieght+bergg+nineteen+qwxzv", 12),
        ("q=qwxzv&kind=statement&speaker=number001-berg&from=2000&to=2010&evidence=quote&language=en", 6),
    ],
)
def test_search_takes_the_same_number_of_queries_for_3_records_and_for_60(
    client, query, number, archive_size
):
    client.get(f"/search/?{query}")  # what is the same in each search of an edition is known

    assert queries(client, f"/search/?{query}") == number


@pytest.fixture(scope="module", params=[3, 60], ids=["3 records", "60 records"])
def archive_size(request, django_db_setup, django_db_blocker):
    """One archive for all queries: 60 of everything take seconds to make."""
    from django.db import transaction

    with django_db_blocker.unblock():
        atomic = transaction.atomic()
        atomic.__enter__()
        with unit_of_work():
            archive_of(request.param)
        yield request.param
        transaction.set_rollback(True)
        atomic.__exit__(None, None, None)


@pytest.mark.parametrize(
    ("asked", "title"),
    [
        ("", "Search"),
        ("q=freight", "Search for freight"),
        ("q=freight&speaker=anna-berg&from=2018&to=2019", "Search for freight: Anna Berg, 2018–2019"),
        ("kind=statement", "Search: Statements"),
        ("kind=nonsense", "Search"),
    ],
)
def test_title_tells_what_was_asked_and_how_it_was_narrowed(client, asked, title):
    freight_archive()

    assert f"<title>{title} – " in client.get(f"/search/?{asked}").content.decode()


def test_position_is_found_by_its_number_and_a_withdrawn_one_leads_to_its_notice(client):
    statement, hidden = (
        StatementFactory(text="Ferries wait."),
        StatementFactory(appearance=AppearanceFactory(event=EventFactory())),
    )
    gone = StatementFactory(text="Trains wait.")
    withdraw_statement(gone, "Wrong.")

    for typed in (f"№ {statement.pk}", f"No. {statement.pk}", f"statement {statement.pk}"):
        assert "Ferries wait." in client.get("/search/", {"q": typed}).text, typed
    there = client.get("/search/", {"q": f"№ {gone.pk}"}).text
    assert f'href="{gone.get_absolute_url()}"' in there and "Trains" not in there
    for number in (hidden.pk, 99_999):
        assert "No position has this number" in client.get("/search/", {"q": f"#{number}"}).text
