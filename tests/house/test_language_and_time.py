"""Language and clock are said on the desk: each request and each command goes by them from then on."""

import importlib
import json
import pkgutil
from datetime import UTC, date, datetime
from html import unescape

import pytest
from django.conf import settings as of_the_environment
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language

from events.models import Event
from house.models import House
from publishing.commands import ArchiveCommand
from publishing.models import Correction
from tests.desk.pages import form_on
from tests.factories import EventFactory, PublicEventFactory, event_with_statements

pytestmark = [pytest.mark.django_db, pytest.mark.rendering]

SETTINGS = "/admin/house/house/"
#: It is the next day there already.
NOON_OF_THE_FIRST = datetime(2019, 5, 1, 12, 30, tzinfo=UTC)
FAR_EAST = "Pacific/Kiritimati"  # UTC+14


@pytest.fixture
def at_noon(monkeypatch):
    """It is half past twelve in London, and twenty-nine minutes past two in the morning of the second far away."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOON_OF_THE_FIRST)


def saved(client, **fields):
    return client.post(SETTINGS, form_on(client, SETTINGS) | fields)


def said(**fields):
    House(name="Eastport Papers", **fields).save()


# --- Time zone ---


def test_form_begins_with_language_and_zone_of_the_environment(client, administrator, settings):
    settings.TIME_ZONE = "Europe/Moscow"

    form = client.get(SETTINGS).context["adminform"].form

    assert (form["language"].value(), form["time_zone"].value()) == ("en", "Europe/Moscow")


@pytest.mark.parametrize(
    ("zone", "words"),
    [("Moscow", "such as Europe/Moscow"), ("../etc/passwd", "is no time zone"), ("UTC+3", "region and city")],
)
def test_unknown_zone_is_refused_in_words(client, administrator, zone, words):
    assert words in unescape(saved(client, time_zone=zone).text)
    assert not House.objects.exists()


def test_what_is_scheduled_is_entered_and_shown_in_the_zone_and_keeps_its_moment(client, administrator):
    event = EventFactory(date=date(2019, 5, 1))
    saved(client, time_zone="Asia/Tokyo")
    page = reverse("admin:events_event_change", args=[event.pk])
    publication = {"publish_at_0": "2990-01-01", "publish_at_1": "12:00", "_schedule": "1"}

    client.post(page, form_on(client, page) | publication)
    event.refresh_from_db()
    in_tokyo = form_on(client, page)
    saved(client, time_zone="Europe/Moscow")
    in_moscow = form_on(client, page)

    assert event.publish_at == datetime(2990, 1, 1, 3, tzinfo=UTC)
    assert [f"{form['publish_at_1']:%H:%M}" for form in (in_tokyo, in_moscow)] == ["12:00", "06:00"]
    assert Event.objects.get(pk=event.pk).publish_at == event.publish_at


def test_an_event_keeps_the_zone_and_the_hours_that_it_has(client):
    event = PublicEventFactory(
        date=date(2019, 5, 1), start_time="18:00", end_time="20:00", time_zone="Europe/Oslo"
    )
    before = client.get(f"{event.get_absolute_url()}event.ics").text

    said(time_zone=FAR_EAST)

    def hours(calendar: str) -> list[str]:
        return [line for line in calendar.splitlines() if line.startswith(("DTSTART", "DTEND"))]

    assert hours(client.get(f"{event.get_absolute_url()}event.ics").text) == hours(before)


def test_the_day_is_that_of_the_zone_for_pages_feeds_and_files(client, at_noon):
    event = event_with_statements("Grain moves by rail.")
    Correction.objects.create(item=event, date=date(2019, 5, 2), text="It was barley.")
    surfaces = ["/corrections/", "/feed/corrections/", event.get_absolute_url()]

    assert ["It was barley." in client.get(surface).text for surface in surfaces] == [False] * 3
    said(time_zone=FAR_EAST)
    assert ["It was barley." in client.get(surface).text for surface in surfaces] == [True] * 3
    assert '<time data-read datetime="2019-05-02">' in client.get(event.get_absolute_url()).text
    assert json.loads(b"".join(client.get("/events/?format=json")))["date"] == "2019-05-02"


def test_zone_that_this_machine_does_not_know_takes_no_page_away(client):
    said(time_zone="Mars/Olympus")

    assert client.get("/about/").status_code == 200


def test_a_new_event_is_in_the_zone_of_the_house(client, administrator):
    saved(client, time_zone="Asia/Tokyo")

    assert form_on(client, "/admin/events/event/add/")["time_zone"] == "Asia/Tokyo"


# --- Language ---


def test_language_of_the_house_is_that_of_addresses_without_a_prefix_and_of_the_desk(client, administrator):
    event = event_with_statements("Grain moves by rail.")
    there = event.get_absolute_url()
    saved(client, language="ru")
    reader = Client()
    own, other = reader.get(there), reader.get(f"/en{there}")

    assert '<html lang="ru"' in own.text and '<html lang="en"' in other.text
    assert 'href="/events/"' in own.text and 'href="/en/events/"' in other.text
    assert f'hreflang="en" href="http://testserver/en{there}"' in own.text
    assert "/ru/" not in own.text + other.text
    assert '<html lang="ru"' in client.get("/admin/").text
    assert f"<loc>http://testserver/en{there}" in b"".join(reader.get("/sitemap/events/0.xml")).decode()


def test_addresses_of_before_lead_on(client):
    event = event_with_statements("Grain moves by rail.")
    there = event.get_absolute_url()
    assert client.get(f"/ru{there}").status_code == 200
    assert client.get("/en/events/?year=2019")["Location"] == "/events/?year=2019"

    said(language="ru")

    moved = client.get(f"/ru{there}")
    assert (moved.status_code, moved["Location"]) == (301, there)
    assert client.get("/ru//elsewhere.example/x/").status_code == 404
    assert client.get("/en/no/such/page/").status_code == 404


def test_pages_that_were_kept_are_in_the_language_of_the_house(client, settings):
    settings.MIDDLEWARE = [*settings.MIDDLEWARE]
    place = settings.MIDDLEWARE.index("house.speaking.as_the_house_says")
    settings.MIDDLEWARE.insert(place, "public.page_cache.PageCache")
    there = event_with_statements("Grain moves by rail.").get_absolute_url()
    languages = ["en", "ru", "en"]

    met = []
    for language in languages:
        House.objects.all().delete()
        said(language=language)
        met += [client.get(there).text.partition('<html lang="')[2][:2] for _ in range(2)]

    assert met == ["en", "en", "ru", "ru", "en", "en"]


# --- Commands ---


class Which(ArchiveCommand):
    def handle(self, **options):
        self.stdout.write(f"{timezone.localdate()} {get_language()} {reverse('events:events')}")


def test_a_command_goes_by_the_house_and_leaves_things_as_they_were(at_noon, capsys):
    said(time_zone=FAR_EAST, language="ru")

    call_command(Which())

    assert capsys.readouterr().out == "2019-05-02 ru /events/\n"
    assert timezone.localdate() == date(2019, 5, 1)


#: Of the commands of an archive, those that name no day, hour or address; the rest go by the house.
BY_NO_CLOCK = {
    *("runserver", "prepare", "start", "first_account", "trial", "load_demo"),
    *("backup", "restore", "upgrade", "check_database", "check_links"),
    *("make_roles", "reset_second_factor"),
    "sendtestemail",  # whose letter is Django's, and names the moment in UTC
}


def test_every_command_that_names_a_day_goes_by_the_house():
    found = {}
    for folder in of_the_environment.BASE_DIR.glob("*/management/commands"):
        app = folder.parts[-3]
        for module in pkgutil.iter_modules([str(folder)]):
            found[module.name] = importlib.import_module(f"{app}.management.commands.{module.name}").Command

    assert {name for name, command in found.items() if not issubclass(command, ArchiveCommand)} == BY_NO_CLOCK
