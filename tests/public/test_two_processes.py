"""A change that one process makes shows at the next request of another: for every kind of page and of change."""

import os
import socket
import subprocess
import sys
import time
from datetime import date
from types import SimpleNamespace
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

import pytest
from django.conf import settings as project
from django.db import connection

from events.models import Appearance, Series
from events.withdrawing import withdraw_statement
from house.models import House
from opinions.models import Teaser
from people.merging import merge_speakers
from people.models import Affiliation, Organisation
from publishing.changes import unit_of_work
from publishing.deeds import publish, withdraw
from publishing.models import Correction
from tests.factories import (
    AuthorshipFactory,
    OpinionFactory,
    SpeakerFactory,
    TopicFactory,
    VenueFactory,
    event_with_statements,
)

PATIENCE = 60  # seconds until the other process answers


@pytest.fixture(scope="module")
def other_process(django_db_setup):
    """Asks a server of its own, with a page cache of its own, on the database of the test."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "tests.cached_settings",
        "TEST_DATABASE_NAME": str(connection.settings_dict["NAME"]),
    }
    command = [sys.executable, "-W", "ignore", "-m", "gunicorn", "--bind", f"127.0.0.1:{port}", "config.wsgi"]
    server = subprocess.Popen(
        command, env=environment, cwd=project.BASE_DIR, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )

    def ask(address: str, tag: str = "") -> SimpleNamespace:
        request = Request(f"http://127.0.0.1:{port}{address}", headers={"If-None-Match": tag} if tag else {})
        try:
            with urlopen(request, timeout=PATIENCE) as response:
                return SimpleNamespace(
                    status=response.status, text=response.read().decode(), **tag_of(response)
                )
        except HTTPError as error:
            with error:
                return SimpleNamespace(status=error.code, text=error.read().decode(), **tag_of(error))

    try:
        for _ in range(PATIENCE * 10):
            try:
                ask("/robots.txt")
                break
            except URLError:
                time.sleep(0.1)
        yield ask
    finally:
        server.terminate()
        server.wait(PATIENCE)


def tag_of(response) -> dict[str, str]:
    return {"tag": response.headers.get("ETag", "")}


@pytest.fixture
def archive(transactional_db):
    with unit_of_work():
        return records()


def records():
    venue = VenueFactory(city="Basel")
    event = event_with_statements("They spoke of sanctions.", title="Sanctions", venue=venue)
    event.series = Series.objects.create(name="Evenings")
    event.save()
    topic = TopicFactory(name="Trade")
    event.topics.add(topic)
    statement = event.statements.get()
    statement.topics.add(topic)
    signed = AuthorshipFactory(speaker=statement.appearance.speaker)
    draft = event_with_statements("Not yet.", title="Another evening", status="draft", publish_at=None)
    return SimpleNamespace(
        event=event,
        statement=statement,
        topic=topic,
        venue=venue,
        speaker=statement.appearance.speaker,
        opinion=signed.opinion,
        draft=draft,
    )


def rename(record, field="name"):
    setattr(record, field, f"Renamed {record.pk}")
    record.save()
    return f"Renamed {record.pk}"


def rename_speaker(archive):
    return rename(archive.speaker)


def file_anew(archive):
    rename(archive.speaker)
    return archive.speaker.sort_name


def invite_to_the_directory(archive):
    invite(archive)
    return "Brandt, Ottilie"


def print_another_name(archive):
    return rename(archive.statement.appearance, "printed_name")


def change_statement(archive):
    archive.statement.text, archive.statement.own_words = "In other words.", True
    archive.statement.save()
    return "In other words."


def correct(archive):
    Correction.objects.create(item=archive.event, date=date(2020, 1, 2), text="It was Bern.")
    return "It was Bern."


def correct_statement(archive):
    Correction.objects.create(item=archive.statement, date=date(2020, 1, 2), text="It was Bern.")
    return "It was Bern."


def tease(archive):
    opinion = OpinionFactory(title="Teased", status="published", publish_at="2019-05-01T00:00Z")
    Teaser.objects.create(event=archive.event, opinion=opinion)
    return "Teased"


def invite(archive):
    somebody = SpeakerFactory(name="Ottilie Brandt")
    Appearance.objects.create(event=archive.event, speaker=somebody, printed_name=somebody.name)
    return "Ottilie Brandt"


def publish_another(archive):
    publish(archive.draft)
    return "Another evening"


def publish_another_on_the_topic(archive):
    archive.draft.topics.add(archive.topic)
    return publish_another(archive)


def withdraw_event(archive):
    withdraw(archive.event, "It was never held.")
    return "It was never held."


def withdraw_one_statement(archive):
    withdraw_statement(archive.statement, "Never said.")
    return "withdrawn"


def merge(archive):
    kept = SpeakerFactory(name="Ottilie Brandt")
    merge_speakers(kept, archive.speaker)
    return kept.get_absolute_url()


def add_post(archive):
    house = Organisation.objects.create(name="Delta Institute")
    Affiliation.objects.create(speaker=archive.speaker, organisation=house, post="Fellow")
    return "Delta Institute"


def spell(archive):
    archive.speaker.variants.create(name="Оттилия Брандт")
    return "Оттилия Брандт"


def speak_russian(archive):
    House(name="Eastport", language="ru", time_zone="Asia/Tokyo").save()
    return '<html lang="ru"'


#: The page, the change, and what the change says; the last of these is on the page afterwards and not before.
CHANGES = [
    ("event", lambda archive: rename(archive.event, "title")),
    ("event", lambda archive: rename(archive.venue, "city")),
    ("event", lambda archive: rename(archive.event.series)),
    ("event", lambda archive: rename(archive.topic)),
    ("event", print_another_name),
    ("event", change_statement),
    ("event", correct),
    ("event", tease),
    ("event", invite),
    ("event", publish_another_on_the_topic),
    ("event", withdraw_event),
    ("event", withdraw_one_statement),
    ("event", merge),
    ("event", speak_russian),
    ("event.ics", lambda archive: rename(archive.event, "title")),
    ("statement", change_statement),
    ("statement", correct_statement),
    ("statement", print_another_name),
    ("statement", withdraw_one_statement),
    ("statement", lambda archive: rename(archive.topic)),
    ("speaker", rename_speaker),
    ("speaker", change_statement),
    ("speaker", add_post),
    ("speaker", spell),
    ("speaker", lambda archive: rename(archive.opinion, "title")),
    ("speaker/feed", change_statement),
    ("opinion", lambda archive: rename(archive.opinion, "title")),
    ("opinion", lambda archive: rename(archive.opinion.authorships.get(), "printed_name")),
    ("topic", lambda archive: rename(archive.topic)),
    ("topic", change_statement),
    ("topic", publish_another_on_the_topic),
    ("topic/feed", change_statement),
    ("/", publish_another),
    ("/", rename_speaker),
    ("/events/", publish_another),
    ("/events/", print_another_name),
    ("/events/?topic=trade", publish_another_on_the_topic),
    ("/speakers/", file_anew),
    ("/speakers/", invite_to_the_directory),
    ("/topics/", lambda archive: rename(archive.topic)),
    ("/opinions/", lambda archive: rename(archive.opinion, "title")),
]


def address_of(archive, page: str) -> str:
    if page.startswith("/"):
        return page
    name, mark, rest = page.partition("." if "." in page else "/")
    address = getattr(archive, name).get_absolute_url()
    return f"{address}event.ics" if mark == "." else f"{address}{rest}/" if rest else address


@pytest.mark.parametrize(("page", "change"), CHANGES)
def test_a_change_shows_at_the_next_request_of_another_process(other_process, archive, page, change):
    address = address_of(archive, page)
    before = other_process(address)
    assert (before.status, other_process(address, before.tag).status) == (200, 304)

    words = change(archive)

    after = other_process(address, before.tag)
    assert words not in before.text
    assert words in after.text
