import re
from datetime import date, time

import pytest
from icalendar import Calendar

from events.models import Appearance, Event, Statement
from events.placing import place_statements
from opinions.models import Teaser
from public import event_page
from publishing.changes import unit_of_work
from publishing.deeds import withdraw
from publishing.models import Correction
from tests.factories import (
    AppearanceFactory,
    AuthorshipFactory,
    EventFactory,
    PublicEventFactory,
    SpeakerFactory,
    StatementFactory,
    TopicFactory,
    VenueFactory,
    event_with_statements,
)
from tests.html import squeezed

pytestmark = [pytest.mark.django_db, pytest.mark.rendering]

Evidence = Statement.Evidence


def page_of(client, event) -> str:
    response = client.get(event.get_absolute_url())
    assert response.status_code == 200
    return squeezed(response.content.decode())


def test_strip_shows_name_and_post_of_the_day_and_leads_to_the_positions(client):
    appearance = AppearanceFactory(
        speaker__name="Anna Lind",
        printed_name="Anna Berg",
        printed_post="Fellow, Delta Institute",
        role="moderator",
    )
    StatementFactory(appearance=appearance)

    body = page_of(client, appearance.event)

    assert '<a class="person__name" href="#who-1">Anna Berg</a><span>Fellow, Delta Institute</span>' in body
    assert '<b>Moderator</b>, <span class="person__go">1 position</span>' in body
    assert 'id="who-1"' in body


def test_who_said_nothing_leads_to_their_own_page(client):
    appearance = AppearanceFactory(speaker__name="Anna Berg")

    body = page_of(client, appearance.event)

    assert '<a class="person__name" href="/speakers/anna-berg/">Anna Berg</a>' in body
    assert "#who-1" not in body


def test_passage_and_position_lead_to_each_other(client):
    event = event_with_statements("Trade will grow.")
    number = event.statements.get().pk

    body = page_of(client, event)

    assert f'href="#s-{number}" data-who="1"' in body
    assert f'<mark class="passage" id="p-{number}" data-who="1" data-evidence="paraphrase">' in body
    assert f'id="s-{number}"' in body
    assert f'href="#p-{number}">In the report' in body


def test_quotation_marks_follow_the_evidence_and_nothing_else(client):
    event = event_with_statements("Trade will grow.", "The border is closed.")
    first, second = event.statements.all()
    first.evidence = Evidence.QUOTE
    first.save()

    body = page_of(client, event)

    body = re.sub(r' data-words="/statements/\d+/"', "", body)
    assert '<blockquote class="statement__text"><p>“Trade will grow.”</p></blockquote>' in body
    assert '<p class="statement__text">The border is closed.</p>' in body
    assert "“The border" not in body


def test_statement_in_the_editors_own_words_says_so(client):
    statement = StatementFactory(own_words=True)

    assert "Our words, not a passage of the report" in page_of(client, statement.event)


def test_group_is_named_as_printed_and_linked_to_nobody(client):
    event = PublicEventFactory()
    Statement.objects.create(event=event, attribution="The experts", text="Sanctions stay.", own_words=True)

    body = page_of(client, event)

    assert '<h3 class="who__name" id="who-1-name">The experts</h3>' in body
    assert "/speakers/" not in body.split("<main")[1].split("</main>")[0]


def test_two_people_of_one_surname_are_told_apart_in_the_margin(client):
    event = event_with_statements("Trade will grow.")
    appearance = event.appearances.get()
    appearance.speaker.name, appearance.speaker.sort_name = "Anna Berg", "Berg, Anna"
    appearance.speaker.save()
    Appearance.objects.filter(pk=appearance.pk).update(printed_name="Anna Berg")
    AppearanceFactory(event=event, speaker=SpeakerFactory(name="Carl Berg"))

    assert '<span class="note__name">Anna Berg</span>' in page_of(client, event)


def test_teaser_stands_after_its_paragraph(client):
    event = event_with_statements("Trade will grow.", "The border is closed.")
    authorship = AuthorshipFactory(opinion__title="Three keepers", speaker__name="Carl Dahl")
    Teaser.objects.create(event=event, opinion=authorship.opinion, after_paragraph=1)

    body = page_of(client, event)

    report = body.split('id="report"')[1]
    assert (
        report.index("Trade will grow.")
        < report.index("Three keepers")
        < report.index("The border is closed.")
    )
    assert "by Carl Dahl" in report


def test_conference_gets_a_roll_of_names_instead_of_a_strip(client):
    with unit_of_work():
        event = PublicEventFactory()
        for order in range(40):
            AppearanceFactory(event=event, order=order, printed_post="A post nobody would read forty times")

    body = page_of(client, event)

    assert body.count('class="roll__role"') == 40
    assert "A post nobody would read forty times" not in body


def test_rule_bound_event_names_nobody_and_says_what_the_rule_means(client):
    event = PublicEventFactory(
        record_rule=Event.RecordRule.CHATHAM_HOUSE, report="<p>Trade will grow. The border is closed.</p>"
    )
    AppearanceFactory(event=event, speaker__name="Anna Berg")
    for order, text in enumerate(["Trade will grow.", "The border is closed."]):
        Statement.objects.create(event=event, attribution="A participant", text=text, order=order)
    place_statements(event)

    body = page_of(client, event)

    assert "held under the Chatham House Rule" in body
    assert body.count("<b>A participant</b>") == 2
    for trace in ("Anna Berg", "anna-berg", "data-who", "who-1", 'class="strip', "performer"):
        assert trace not in body


def test_withdrawn_passage_is_replaced_by_a_notice_that_leads_to_its_tombstone(client):
    event = event_with_statements("Trade will grow.", "The border is closed.")
    statement = event.statements.first()
    Statement.objects.filter(pk=statement.pk).update(
        withdrawn_at="2019-05-03T12:00Z", withdrawal_note="Put into the wrong mouth."
    )

    body = page_of(client, event)

    notice = (
        f'<a class="withdrawn" lang="en" dir="ltr" href="/statements/{statement.pk}/">'
        "[A passage was withdrawn on 3 May 2019]</a>"
    )
    assert notice in body
    assert "Trade will grow" not in body
    assert "Positions (1)" in body


def test_withdrawn_event_is_gone_with_its_note(client):
    event = PublicEventFactory(title="Open evening")
    withdraw(event, "The speakers had not agreed.")

    response = client.get(event.get_absolute_url())

    assert response.status_code == 410
    assert "The speakers had not agreed." in response.content.decode()
    assert "Open evening" not in response.content.decode()


def test_related_events_share_people_or_topics(client):
    speaker, topic = SpeakerFactory(name="Anna Berg"), TopicFactory(name="Trade")
    event, by_person, by_topic, other = (PublicEventFactory() for _ in range(4))
    AppearanceFactory(event=event, speaker=speaker)
    AppearanceFactory(event=by_person, speaker=speaker)
    event.topics.add(topic)
    by_topic.topics.add(topic)
    draft = EventFactory()
    draft.topics.add(topic)

    related = client.get(event.get_absolute_url()).context["related"]

    assert [(one.event, one.why) for one in related] == [
        (by_person, "Also with Anna Berg"),
        (by_topic, "Also on Trade"),
    ]


def test_whoever_chairs_relates_no_two_events(client):
    house, guest = SpeakerFactory(name="Marta Host"), SpeakerFactory(name="Anna Berg")
    event, chaired, spoke = (PublicEventFactory() for _ in range(3))
    for evening in (event, chaired):
        AppearanceFactory(event=evening, speaker=house, role="moderator")
    AppearanceFactory(event=event, speaker=guest)
    AppearanceFactory(event=chaired, speaker=guest, role="moderator")
    AppearanceFactory(event=spoke, speaker=guest)
    AppearanceFactory(event=spoke, speaker=house)

    related = client.get(event.get_absolute_url()).context["related"]

    assert [(one.event, one.why) for one in related] == [(spoke, "Also with Anna Berg")]


@pytest.mark.each_database
@pytest.mark.parametrize(
    ("enough", "years"), [(2, [2019, 2018]), (3, [2019, 2018, 2017]), (9, [2019, 2018, 2017, 2015])]
)
def test_in_a_large_archive_related_events_are_looked_for_among_the_latest(
    client, monkeypatch, enough, years
):
    monkeypatch.setattr(event_page, "LARGE", 0)
    monkeypatch.setattr(event_page, "ENOUGH", enough)
    speaker = SpeakerFactory()
    events = [PublicEventFactory(date=date(year, 5, 1)) for year in (2015, 2016, 2017, 2018, 2019)]
    for event in events:
        AppearanceFactory(event=event, speaker=speaker)

    related = client.get(events[1].get_absolute_url()).context["related"]

    assert [one.event.date.year for one in related] == years


def test_correction_is_shown_from_its_day_on(client):
    event = PublicEventFactory()
    Correction.objects.create(item=event, date=date(2019, 5, 3), text="The year was 2005.")
    Correction.objects.create(item=event, date=date(2199, 5, 3), text="Not yet.")

    body = page_of(client, event)

    assert '<time class="kind" datetime="2019-05-03">3 May 2019</time> The year was 2005.' in body
    assert "Not yet." not in body


def test_citation_names_title_kind_place_day_and_address(client):
    event = PublicEventFactory(title="On “Double Freezing”", venue=VenueFactory(city="Moscow"))

    citation = client.get(event.get_absolute_url()).context["citation"]

    assert citation.startswith(
        "“On ‘Double Freezing’”, expert discussion, Moscow, 26 April 2019. Rapporteur, "
    )
    assert f"http://testserver{event.get_absolute_url()}, version of " in citation


def test_position_leads_to_its_moment_in_the_recording(client):
    appearance = AppearanceFactory(event__recording_url="https://youtu.be/abc?t=3")
    StatementFactory(appearance=appearance, recording_offset=3725)

    body = page_of(client, appearance.event)

    assert '<a href="https://youtu.be/abc?t=3725s" rel="external">1:02:05' in body


def test_russian_event_says_in_which_language_it_is(client):
    event = event_with_statements("Торговля вырастет.", title="Вода по графику", language="ru")

    body = page_of(client, event)

    assert '<h1 lang="ru">Вода по графику</h1>' in body
    assert 'lang="ru">Торговля вырастет.</p>' in body


def test_event_without_anything_but_a_title_is_a_page(client):
    body = page_of(client, PublicEventFactory(title="Open evening"))

    assert "No report of this event has been recorded yet." in body


def calendar_of(client, event):
    response = client.get(f"{event.get_absolute_url()}event.ics")
    assert response.headers["Content-Type"].startswith("text/calendar")
    return Calendar.from_ical(response.content)


def test_calendar_file_gives_the_hours_in_their_time_zone(client):
    event = PublicEventFactory(
        title="Open evening", start_time=time(18), end_time=time(20), time_zone="Europe/Moscow"
    )

    calendar = calendar_of(client, event)

    entry = calendar.events[0]
    assert entry["summary"] == "Open evening"
    assert entry["dtstart"].params["TZID"] == "Europe/Moscow"
    assert (entry["dtstart"].dt.hour, entry["dtend"].dt.hour) == (18, 20)
    assert entry["dtstart"].dt.utcoffset().total_seconds() == 3 * 3600
    assert calendar.timezones[0]["TZID"] == "Europe/Moscow"


@pytest.mark.parametrize(
    ("format", "with_venue", "where"),
    [
        ("in-person", True, "Small Hall, Basel, Switzerland"),
        ("hybrid", True, "Small Hall, Basel, Switzerland; in person and online"),
        ("hybrid", False, "In person and online"),
        ("online", False, "Online"),
    ],
)
def test_calendar_tells_all_the_ways_to_be_there(client, format, with_venue, where):
    venue = VenueFactory(name="Small Hall", city="Basel") if with_venue else None
    event = PublicEventFactory(format=format, venue=venue)

    assert calendar_of(client, event).events[0]["location"] == where


def test_calendar_file_without_hours_is_for_whole_days(client):
    event = PublicEventFactory(date=date(2019, 4, 26), end_date=date(2019, 4, 27))

    entry = calendar_of(client, event).events[0]

    assert (entry["dtstart"].dt, entry["dtend"].dt) == (date(2019, 4, 26), date(2019, 4, 28))


@pytest.mark.parametrize("precision", ["month", "year"])
def test_event_whose_day_is_unknown_has_no_calendar_file(client, precision):
    event = PublicEventFactory(date_precision=precision)

    assert client.get(f"{event.get_absolute_url()}event.ics").status_code == 404
    assert "event.ics" not in page_of(client, event)


def test_calendar_file_is_found_at_the_address_that_the_event_had(client):
    event = PublicEventFactory(title="Spring")
    before, uid = event.get_absolute_url(), calendar_of(client, event).events[0]["uid"]
    event.date, event.slug = date(2020, 4, 26), "autumn"
    event.save()

    moved = client.get(f"{before}event.ics")

    assert (moved.status_code, moved["Location"]) == (301, f"{event.get_absolute_url()}event.ics")
    assert calendar_of(client, event).events[0]["uid"] == uid
    assert client.get("/events/2019/never/event.ics").status_code == 404


def test_event_on_the_last_day_there_is_has_no_calendar(client):
    event = PublicEventFactory(date=date.max)

    assert "event.ics" not in page_of(client, event)
    assert client.get(f"{event.get_absolute_url()}event.ics").status_code == 404


@pytest.mark.parametrize(
    ("fields", "heading"),
    [
        ({}, "Calendar"),
        ({"date_precision": "month", "source_url": "https://www.example.org/"}, "Source"),
        ({"recording_url": "https://www.example.org/v"}, "Recording and calendar"),
    ],
)
def test_heading_over_an_events_files_names_what_is_there(client, fields, heading):
    assert f'id="h-rec">{heading}</h2>' in page_of(client, PublicEventFactory(**fields))
