import re
from datetime import date, time, timedelta

import pytest
from django.utils.timezone import localdate

from events.models import Event
from publishing.changes import unit_of_work
from tests.factories import (
    AppearanceFactory,
    EventFactory,
    PublicEventFactory,
    SeriesFactory,
    StatementFactory,
    TopicFactory,
    VenueFactory,
)
from tests.html import squeezed

pytestmark = [pytest.mark.django_db, pytest.mark.rendering]


def titles(response) -> list[str]:
    assert response.status_code == 200
    return [event.title for event in response.context["page"]]


def counts(response, name) -> dict[str, int]:
    return {choice.label: choice.count for choice in response.context["choices"][name]}


@pytest.fixture
@unit_of_work()
def events():
    """Two lectures in Moscow on trade, one conference in Geneva and online, in another year and in a series."""
    moscow, geneva = VenueFactory(city="Moscow"), VenueFactory(city="Geneva")
    trade, series = TopicFactory(name="Trade"), SeriesFactory(name="Evenings")
    lectures = [PublicEventFactory(title=t, kind="lecture", venue=moscow) for t in ("First", "Second")]
    for lecture in lectures:
        lecture.topics.add(trade)
    PublicEventFactory(
        title="Third", kind="conference", venue=geneva, format="hybrid", date=date(2020, 1, 1), series=series
    )
    EventFactory(title="Draft", kind="seminar", venue=VenueFactory(city="Paris"))


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["Third", "Second", "First"]),
        ("?kind=lecture", ["Second", "First"]),
        ("?topic=trade", ["Second", "First"]),
        ("?place=Geneva", ["Third"]),
        ("?place=online", ["Third"]),
        ("?series=evenings", ["Third"]),
        ("?kind=lecture&place=Geneva", []),
        ("?kind=&topic=&place=&series=&speaker=", ["Third", "Second", "First"]),
    ],
)
def test_archive_is_narrowed_by_its_address(client, events, query, found):
    assert titles(client.get(f"/events/{query}")) == found


def test_archive_is_narrowed_by_a_speaker_in_any_spelling(client, events):
    AppearanceFactory(event=Event.objects.get(title="First"), speaker__name="Артём Лукин")

    assert titles(client.get("/events/?speaker=lukin")) == ["First"]


def test_each_choice_says_how_many_events_it_would_leave(client, events):
    response = client.get("/events/?place=Moscow")

    assert counts(response, "kind") == {"Lecture": 2}
    assert counts(response, "topic") == {"Trade": 2}
    assert counts(response, "place") == {"Geneva": 1, "Moscow": 2, "Online": 1}
    assert counts(response, "year") == {"2019": 2}


def test_year_in_the_query_leads_to_the_page_of_the_year(client, events):
    response = client.get("/events/?year=2019&kind=lecture")

    assert (response.status_code, response.headers["Location"]) == (301, "/events/2019/?kind=lecture")


def test_year_has_its_events_and_keeps_the_filters_of_other_years(client, events):
    response = client.get("/events/2020/?kind=conference")

    assert titles(response) == ["Third"]
    assert 'href="/events/2020/?kind=conference" aria-current="page"' in squeezed(response.content.decode())


def test_filter_in_force_can_be_taken_off(client, events):
    body = squeezed(client.get("/events/?kind=lecture&place=Moscow").content.decode())

    assert '<a href="/events/?place=Moscow"><span class="vh">Remove:</span>Lecture' in body


def test_empty_choice_offers_the_whole_list(client, events):
    body = squeezed(client.get("/events/?kind=lecture&place=Geneva").content.decode())

    assert "No event meets all of this." in body


def test_archive_is_paged(client):
    with unit_of_work():
        for n in range(21):
            PublicEventFactory(title=f"Event {n:02}")

    first, second = client.get("/events/"), client.get("/events/?page=2")

    assert len(titles(first)) == 20
    assert titles(second) == ["Event 00"]
    assert '<link rel="canonical" href="http://testserver/events/?page=2">' in second.content.decode()
    assert '<a rel="next" href="/events/?page=2">' in first.content.decode()
    assert '<a rel="prev" href="/events/">' in second.content.decode()


def test_event_in_the_list_names_who_spoke_and_counts_positions(client):
    event = PublicEventFactory()
    names = ("Anna Berg", "Carl Dahl", "Eva Falk", "Gus Holm", "Ida Juhl")
    for order, name in enumerate(names):
        AppearanceFactory(event=event, speaker__name=name, order=order)
    StatementFactory(appearance=event.appearances.first())

    body = squeezed(client.get("/events/").content.decode())

    assert "Anna Berg, Carl Dahl, Eva Falk and 2 others. <b>1 position</b>" in body


def test_rule_bound_event_is_listed_without_names(client):
    event = PublicEventFactory(record_rule=Event.RecordRule.CHATHAM_HOUSE)
    AppearanceFactory(event=event, speaker__name="Anna Berg")

    body = squeezed(client.get("/events/").content.decode())

    assert "Held under the Chatham House Rule" in body
    assert "Anna Berg" not in body


def test_empty_archive_says_so(client):
    for address in ("/", "/events/", "/speakers/", "/opinions/", "/topics/"):
        response = client.get(address)

        assert response.status_code == 200
        assert "yet" in response.content.decode().split("<main")[1], address


def test_list_of_events_is_a_calendar_with_the_entries_of_their_own_files(client):
    mine = PublicEventFactory(title="Ports", series=SeriesFactory(name="Seas"))
    PublicEventFactory(title="Elsewhere")
    PublicEventFactory(title="Not yet", status="draft")

    everything = client.get("/events/calendar.ics").content.decode()
    narrowed = client.get("/events/calendar.ics?series=seas").content.decode()

    assert [everything.count(f"SUMMARY:{title}") for title in ("Ports", "Elsewhere", "Not yet")] == [1, 1, 0]
    assert [narrowed.count(f"SUMMARY:{title}") for title in ("Ports", "Elsewhere")] == [1, 0]
    uid = next(line for line in narrowed.splitlines() if line.startswith("UID:"))
    assert uid in client.get(f"{mine.get_absolute_url()}event.ics").content.decode()
    assert 'href="/events/calendar.ics?series=seas"' in client.get("/events/?series=seas").content.decode()


def test_calendar_tells_its_time_zones_in_one_order_whichever_process_makes_it(client):
    zones = ["Africa/Cairo", "America/Bogota", "America/Lima", "Asia/Tokyo", "Europe/Berlin", "Europe/Rome"]
    for zone in reversed(zones):
        PublicEventFactory(time_zone=zone, start_time=time(18))

    calendar = client.get("/events/calendar.ics").text

    assert re.findall(r"BEGIN:VTIMEZONE\r\nTZID:(\S+)", calendar) == zones
    assert calendar.index("BEGIN:VTIMEZONE") < calendar.index("BEGIN:VEVENT")


def test_events_to_come_stand_first_the_next_one_on_top(client):
    today = localdate()
    for days in (-400, 30, -30, 3, 0):
        PublicEventFactory(title=f"In {days} days", date=today + timedelta(days=days))

    answer = client.get("/events/")

    assert [event.title for event in answer.context["upcoming"]] == ["In 0 days", "In 3 days", "In 30 days"]
    assert [event.title for event in answer.context["page"]] == ["In -30 days", "In -400 days"]
    page = squeezed(answer.content.decode())
    assert "5 events" in page and page.index("To come") < page.index("In -30 days")
    assert page.count("Add to calendar") == 3


def test_a_year_with_many_events_is_shown_by_month(client):
    for month in (1, 3, 3, 3, 5):
        PublicEventFactory(date=date(2019, month, 10))
    PublicEventFactory(date=date(2019, 1, 1), date_precision="year")
    PublicEventFactory(date=date(2018, 7, 10))

    page = squeezed(client.get("/events/").content.decode())

    headings = re.findall(r'<h3 class="band__label">(.*?)</h3>', page)
    assert headings == ["May", "March", "January"]
    assert all(f'href="#m2019-{month}"' in page and f'id="m2019-{month}"' in page for month in (1, 3, 5))


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?from=2020", ["Third"]),
        ("?to=2019", ["Second", "First"]),
        ("?from=2019-05&to=2020-01-01", ["Third"]),
        ("?from=2019-04&to=2019-04", ["Second", "First"]),
        ("?from=2021", []),
    ],
)
def test_archive_is_narrowed_to_a_time_as_exactly_as_it_is_written(client, events, query, found):
    response = client.get(f"/events/{query}")

    assert titles(response) == found
    assert client.get(f"/events/calendar.ics{query}").text.count("BEGIN:VEVENT") == len(found)


def test_name_with_a_full_stop_at_its_end_gets_no_second_one(client):
    said = StatementFactory(appearance__speaker__name="John Smith, Jr.")

    page, citation = (
        client.get("/events/").text,
        client.get(said.event.get_absolute_url()).context["citation"],
    )

    assert "John Smith, Jr.\n<b>1 position</b>" in page
    assert ", with John Smith, Jr. Rapporteur, " in citation


def test_time_that_is_none_is_told_and_one_in_force_can_be_taken_off(client, events):
    for query, told in (
        ("from=2019-13", "no day to begin with"),
        ("to=٢٠١٩", "no day to end with"),
        ("from=2020-W12-3", "no day to begin with"),
        ("from=2020&to=2019-12", "No day is from 2020 on and up to 2019-12."),
    ):
        answer = client.get(f"/events/?{query}")
        assert (answer.status_code, told in answer.content.decode()) == (404, True), query
    chosen = client.get("/events/?from=2019-04&to=2019-04-30").context["chosen"]
    assert [one.label for one in chosen] == ["since April 2019", "until 30 April 2019"]


def test_year_leads_to_its_months(client, events):
    Event.objects.filter(title="First").update(date_precision="year", date=date(2019, 1, 1))

    months = client.get("/events/2019/?kind=lecture").context["months"]

    assert [(month.name, month.count) for month in months] == [("April", 1)]
    assert titles(client.get(months[0].address)) == ["Second"]


def test_events_at_which_two_people_met_are_found(client, events, django_assert_num_queries):
    first = Event.objects.get(title="First")
    anna = AppearanceFactory(event=first, speaker__name="Anna Berg").speaker
    AppearanceFactory(event=first, speaker__name="Boris Holm")
    AppearanceFactory(event=Event.objects.get(title="Second"), speaker=anna)

    assert titles(client.get("/events/?speaker=Anna+Berg")) == ["Second", "First"]
    with django_assert_num_queries(11):  # each name is looked up once, however many filters are counted
        together = client.get("/events/?speaker=Anna+Berg&with=Boris+Holm")
    assert titles(together) == ["First"]
    assert [one.label for one in together.context["chosen"]] == ["Anna Berg", "Boris Holm"]
    page = squeezed(client.get(anna.get_absolute_url()).content.decode())
    assert 'href="/events/?speaker=Anna%20Berg&amp;with=Boris%20Holm">1<span class="vh">event</span>' in page
