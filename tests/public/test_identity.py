"""An identity never changes with an address, and nothing looks newer than a reader would notice."""

import json
from datetime import UTC, date, datetime, time
from xml.etree import ElementTree

import pytest
from icalendar import Calendar

from events.models import Event, Statement
from events.withdrawing import withdraw_statement
from house.models import House
from opinions.models import Opinion
from publishing.deeds import withdraw
from publishing.models import Correction
from tests.desk.pages import change_page, form_on
from tests.desk.users import make_user
from tests.factories import AppearanceFactory, AuthorshipFactory, StatementFactory

pytestmark = [pytest.mark.django_db, pytest.mark.rendering]

ATOM = "{http://www.w3.org/2005/Atom}"
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


def entry_of(client, event):
    response = client.get(f"{event.get_absolute_url()}event.ics")
    assert response.status_code == 200
    return next(iter(Calendar.from_ical(response.content).walk("VEVENT")))


def data_of(client, item) -> dict:
    body = client.get(item.get_absolute_url()).content.decode()
    return json.loads(body.split('<script type="application/ld+json">')[1].split("</script>")[0])


def feed_of(client, address: str) -> dict[str, tuple[str, str]]:
    """Each entry of the feed by its id: its address, and when it was updated."""
    root = ElementTree.fromstring(client.get(address).content)
    return {
        entry.findtext(f"{ATOM}id"): (
            entry.find(f"{ATOM}link").get("href"),
            entry.findtext(f"{ATOM}updated"),
        )
        for entry in root.iter(f"{ATOM}entry")
    }


@pytest.fixture
def statement():
    """A position that has been public, unchanged, since long ago."""
    said = StatementFactory(appearance__event__title="Summitt", appearance__speaker__name="Anna Berg")
    forget_when_changed()
    return said


def forget_when_changed() -> None:
    for model in (Event, Statement, Opinion):
        model.objects.update(changed_at=LONG_AGO)


def moments() -> dict[str, bool]:
    """Whether a reader would take each for changed since ``forget_when_changed``."""
    return {
        model._meta.model_name: model.objects.get().changed_at != LONG_AGO
        for model in (Event, Statement, Opinion)
        if model.objects.exists()
    }


def test_calendar_entry_stays_the_same_under_another_title_address_and_year(client, statement):
    event = Event.objects.get()
    before = entry_of(client, event)

    event.title, event.slug, event.date = "Summit", "summit", date(2020, 4, 26)
    event.save()
    after = entry_of(client, event)

    assert after["uid"] == before["uid"] == f"event-{event.pk}@testserver"
    assert after["sequence"] > before["sequence"]
    assert after["last-modified"].dt > before["last-modified"].dt
    assert (str(before["summary"]), str(after["summary"])) == ("Summitt", "Summit")


def test_identities_of_data_and_feeds_stay_when_addresses_change(client, statement):
    event, speaker = Event.objects.get(), statement.appearance.speaker
    opinion = AuthorshipFactory(speaker=speaker).opinion
    named = {item: data_of(client, item)["@id"] for item in (event, statement, speaker, opinion)}
    feed = feed_of(client, "/speakers/anna-berg/feed/")

    for item in (event, speaker, opinion):
        item.slug = "another"
        item.save()

    assert {item: data_of(client, item)["@id"] for item in named} == named
    assert len(set(named.values())) == 4
    renamed = feed_of(client, "/speakers/another/feed/")
    assert set(renamed) == set(feed) == {named[statement], named[opinion]}
    assert renamed[named[opinion]][0] != feed[named[opinion]][0]


def test_entries_of_the_whole_feed_keep_their_identity_in_another_year(client, statement):
    opinion = AuthorshipFactory(speaker=statement.appearance.speaker).opinion
    for item in (statement, statement.event, opinion):
        Correction.objects.create(item=item, text="It was 2005.")
    before = feed_of(client, "/feed/")

    for item in (Event.objects.get(), opinion):
        item.slug, item.date = "another", date(2011, 4, 26)
        item.save()

    after = feed_of(client, "/feed/")
    assert set(after) == set(before) and len(after) == 6
    assert after[data_of(client, Event.objects.get())["@id"]][0].endswith("/events/2011/another/")


@pytest.mark.parametrize("kind", ["event", "opinion"])
def test_form_that_is_saved_as_it_was_makes_nothing_newer(client, statement, kind):
    opinion = AuthorshipFactory(speaker=statement.appearance.speaker, opinion__lead="In short.").opinion
    item = {"event": statement.event, "opinion": opinion}[kind]
    forget_when_changed()
    before = feed_of(client, "/feed/")
    client.force_login(make_user("Publisher"), backend="django.contrib.auth.backends.ModelBackend")

    saved = client.post(change_page(item), form_on(client, change_page(item)))

    assert saved.status_code == 302
    assert not any(moments().values())
    assert feed_of(client, "/feed/") == before


def test_identity_stays_when_the_archive_moves(client, statement, settings):
    settings.IDENTITY_HOST = "old.example.org"

    assert entry_of(client, statement.event)["uid"] == f"event-{statement.event_id}@old.example.org"
    assert data_of(client, statement)["@id"] == f"tag:old.example.org,2026:statement/{statement.pk}"


def test_identity_stays_under_the_host_of_the_first_settings(client, statement, settings):
    settings.SITE_URL = "https://first.example.org"
    House().save()
    settings.SITE_URL = "https://moved.example.org"
    House.objects.get().save()

    assert data_of(client, statement)["@id"] == f"tag:first.example.org,2026:statement/{statement.pk}"
    assert "https://moved.example.org/" in data_of(client, statement)["url"]


def test_empty_save_makes_nothing_newer(client, statement):
    opinion = AuthorshipFactory(speaker=statement.appearance.speaker).opinion
    forget_when_changed()
    before = feed_of(client, "/speakers/anna-berg/feed/")

    for item in (statement.event, statement, opinion, Event.objects.get(), Statement.objects.get()):
        item.save()

    assert moments() == {"event": False, "statement": False, "opinion": False}
    assert feed_of(client, "/speakers/anna-berg/feed/") == before


@pytest.mark.parametrize(
    ("change", "newer"),
    [
        (lambda s: Event.objects.get().corrections.create(text="It was 2005."), {"event"}),
        (lambda s: Correction.objects.create(item=s, text="It was 2005."), {"event", "statement"}),
        (lambda s: withdraw_statement(s, "Misheard."), {"event", "statement"}),
        (lambda s: AppearanceFactory(event=s.event), {"event"}),
    ],
)
def test_what_a_reader_would_notice_makes_newer_what_it_stands_in(statement, change, newer):
    change(statement)

    assert {name for name, changed in moments().items() if changed} == newer


def test_title_and_words_make_newer_what_they_stand_in(statement):
    event = Event.objects.get()
    event.title = "Summit"
    event.save()
    assert moments() == {"event": True, "statement": False}

    forget_when_changed()
    statement.text = "Another position."
    statement.save()
    assert moments() == {"event": True, "statement": True}


def test_entries_of_one_event_have_their_own_times(client, statement):
    other = StatementFactory(appearance=statement.appearance)
    forget_when_changed()
    other.text = "Another position."
    other.save()

    feed = feed_of(client, "/speakers/anna-berg/feed/")
    changed, unchanged = (feed[data_of(client, item)["@id"]][1] for item in (other, statement))

    assert unchanged == "2020-01-01T00:00:00+00:00"
    assert changed > unchanged


def test_citation_names_the_day_of_the_version_that_is_read(client, statement):
    Event.objects.get().save()

    citation = client.get(statement.event.get_absolute_url()).context["citation"]

    assert ", version of 1 January 2020, read " in citation


@pytest.mark.parametrize(
    ("times", "end"),
    [
        ({"start_time": time(18)}, datetime(2019, 4, 27, 23, 59, tzinfo=UTC)),
        ({"start_time": time(18), "end_time": time(12)}, datetime(2019, 4, 27, 12, tzinfo=UTC)),
        ({}, date(2019, 4, 28)),
    ],
)
def test_event_of_two_days_ends_on_the_second(client, times, end):
    event = StatementFactory(appearance__event__end_date=date(2019, 4, 27)).event
    Event.objects.update(time_zone="UTC", **times)

    assert entry_of(client, event)["dtend"].dt == end


def test_withdrawn_event_is_taken_out_of_calendars_at_its_old_address(client, statement):
    event = Event.objects.get()
    before = entry_of(client, event)
    withdraw(event, "The speakers had not agreed.")

    after = entry_of(client, event)

    assert (after["uid"], str(after["status"])) == (before["uid"], "CANCELLED")
    assert after["sequence"] > before["sequence"]
    assert str(after["description"]) == "The speakers had not agreed."
    assert "Summitt" not in after.to_ical().decode()
