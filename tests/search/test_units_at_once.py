"""Two units of work in the same instant: each draws its consequences from what the other has written."""

import threading
import time
from functools import partial

import pytest
from django.apps import apps
from django.db import IntegrityError, connection
from django.test import Client

from desk.roles import make_roles
from events.copying import copy_as_template
from events.filing import file_under
from events.merging import merge_subjects
from events.models import Series, Topic
from intake.models import Intake, digest_of
from people.models import NameUse, Speaker
from people.name_index import rebuild_names
from people.tables import SpeakerTable
from publishing import changes
from publishing.changes import unit_of_work
from publishing.judging import Outcome
from publishing.tables import May
from publishing.versions import hold
from tests.at_once import PATIENCE, at_once
from tests.desk.pages import change_page, form_on
from tests.desk.users import make_user
from tests.factories import (
    PublicEventFactory,
    SeriesFactory,
    SpeakerFactory,
    StatementFactory,
    TopicFactory,
    VenueFactory,
    event_with_statements,
)
from tests.search.counted import assert_the_counts_are_true
from tests.search.freshly import entries_expected, entries_stored


@pytest.mark.django_db(transaction=True)
def test_an_event_and_its_speaker_changed_at_once_are_indexed_with_each_others_new_words():
    event = event_with_statements("They spoke of sanctions.", title="Sanctions")
    speaker = event.appearances.get().speaker
    both_have_written = threading.Barrier(2)

    def meet():
        # SQLite lets the second write when the first is done.
        if connection.vendor == "postgresql":
            both_have_written.wait(PATIENCE)

    def rename_event():
        with unit_of_work():
            event.title = "Freezing"
            event.save()
            meet()

    def rename_speaker():
        with unit_of_work():
            one = Speaker.objects.get(pk=speaker.pk)
            one.name = "Ottilie Brandt"
            one.save()
            meet()

    assert at_once(rename_event, rename_speaker) == [None, None]

    assert entries_stored() == entries_expected()
    assert_the_counts_are_true()


@pytest.mark.django_db(transaction=True)
def test_others_save_while_a_file_is_only_looked_at(monkeypatch):
    event = event_with_statements("They spoke of sanctions.")
    both_are_open = threading.Barrier(2)

    def meet(*_rows):
        if connection.vendor == "postgresql":
            both_are_open.wait(PATIENCE / 4)

    def save():
        with unit_of_work():
            meet()
            event.title = "Freezing"
            event.save()

    monkeypatch.setattr(SpeakerTable, "prepare", meet)
    look = partial(SpeakerTable().judge, [["name"], ["Ada Byron"]], May(lambda _: True, lambda _: True))

    judged, saved = at_once(look, save)

    assert [row.outcome for row in judged] == [Outcome.NEW] and saved is None
    assert not Speaker.objects.filter(name="Ada Byron").exists()


@pytest.mark.django_db(transaction=True)
def test_who_names_a_record_while_it_is_deleted_is_told_and_nobody_waits_for_ever():
    event, topic = event_with_statements("They spoke."), TopicFactory()
    chosen, held = Topic.objects.get(pk=topic.pk), threading.Event()

    def delete():
        with unit_of_work():
            hold(topic)
            held.set()
            time.sleep(0.5)  # the other has chosen it, and is about to be done
            topic.delete()

    def choose():
        held.wait(PATIENCE)
        file_under(event, [chosen])

    deleted, told = at_once(delete, choose)

    assert deleted is None
    assert isinstance(told, IntegrityError)
    assert not event.topics.exists()


@pytest.mark.django_db(transaction=True)
def test_what_writes_several_records_waits_for_whoever_writes_one_of_them():
    """The merge would hold the series and wait for the event, whose copy is about to be of that series."""
    event, kept, held = PublicEventFactory(series=SeriesFactory()), SeriesFactory(), threading.Event()

    def copy():
        with unit_of_work():
            hold(event)
            held.set()
            time.sleep(0.3)  # the merge has begun
            return copy_as_template(event)

    def merge():
        held.wait(PATIENCE)
        merge_subjects(kept, Series.objects.get(pk=event.series_id))

    draft, merged = at_once(copy, merge)

    assert merged is None
    draft.refresh_from_db()
    event.refresh_from_db()
    assert (draft.series, event.series) == (kept, kept)


@pytest.mark.django_db(transaction=True)
def test_venue_is_saved_while_an_event_there_is_copied():
    """Its events are told to have changed: one is held by whoever copies it, and will wait for the venue."""
    make_roles(apps)
    event, held, client = PublicEventFactory(venue=VenueFactory()), threading.Event(), Client()
    client.force_login(make_user("Publisher"))
    page = change_page(event.venue)
    sent = form_on(client, page) | {"name": "Palace"}

    def copy():
        with unit_of_work():
            hold(event)
            held.set()
            time.sleep(0.3)  # the form is being saved
            return copy_as_template(event)

    def save():
        held.wait(PATIENCE)
        return client.post(page, sent).status_code

    draft, status = at_once(copy, save)

    assert (draft.venue_id, status) == (event.venue_id, 302)


def withdraw_page(_event, statement):
    return f"/admin/events/statement/{statement.pk}/withdraw/", {"note": "Misheard.", "seen": "1"}


def name_off_page(_event, statement):
    return f"/admin/events/statement/{statement.pk}/unattributed/", {"gone_for_good": "1"}


def draft_of_a_report(event, _statement):
    intake = Intake.objects.create(text="They spoke.", digest=digest_of("1"), event=event, proposal={})
    return f"/admin/intake/intake/{intake.pk}/change/", {"deed": "make", "version": "1", "script": "1"}


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("asked", [withdraw_page, name_off_page, draft_of_a_report])
def test_what_a_page_of_the_desk_holds_it_holds_in_its_turn(asked, monkeypatch):
    """It would hold its record and wait for the merge, which waits for that record."""
    make_roles(apps)
    statement = StatementFactory()
    event, client = statement.event, Client(raise_request_exception=False)
    client.force_login(make_user("Publisher"))
    page, sent = asked(event, statement)
    began, queued, make_way = threading.Event(), threading.Event(), changes.make_way

    def told(alone):
        if began.is_set():
            queued.set()
        make_way(alone)

    monkeypatch.setattr(changes, "make_way", told)

    def merge():
        with unit_of_work(alone=True):
            began.set()
            if connection.vendor == "postgresql":
                queued.wait(PATIENCE)
            list(Intake.objects.select_for_update())
            hold(event)

    def send():
        began.wait(PATIENCE)
        return client.post(page, sent).status_code

    assert at_once(merge, send) == [None, 302]


@pytest.mark.django_db(transaction=True)
def test_index_is_made_anew_beside_whoever_saves():
    """The words of a name are written by both, and point to a speaker whom one of them holds."""
    speaker, held = SpeakerFactory(name="Anna Berg"), threading.Event()

    def save():
        with unit_of_work():
            hold(speaker)
            held.set()
            time.sleep(0.5)  # the other has begun
            speaker.name = "Anna Holm"
            speaker.save()

    def rebuild_index():
        held.wait(PATIENCE)
        rebuild_names()

    assert at_once(save, rebuild_index) == [None, None]
    assert NameUse.objects.filter(word="holm", speaker=speaker, variant=None).exists()


@pytest.mark.django_db
def test_what_goes_alone_joins_nothing_that_others_go_beside():
    kept, absorbed = SeriesFactory(), SeriesFactory()

    with pytest.raises(RuntimeError, match="alone"), unit_of_work():
        merge_subjects(kept, absorbed)


@pytest.mark.django_db(transaction=True)
def test_events_published_at_once_are_all_counted():
    events = [event_with_statements("They spoke.", title=f"Event {n}", status="draft") for n in range(4)]

    def publisher(event):
        def publish_it():
            event.status, event.publish_at = "published", "2019-05-01T00:00Z"
            event.save()

        return publish_it

    assert at_once(*map(publisher, events)) == [None] * 4

    assert_the_counts_are_true()
