"""One form sent twice: the button was pressed twice, and two requests come at the same moment."""

import re
from threading import Barrier, Thread

import pytest
from django.apps import apps
from django.core.files.base import ContentFile
from django.db import connection
from django.test import Client

from desk.roles import make_roles
from events.models import Event
from house.models import Page
from opinions.models import Opinion
from people.models import Speaker
from tests.desk.conftest import logged_in
from tests.desk.pages import ADD_EVENT, change_page, form_on, messages_on, with_row
from tests.factories import AppearanceFactory, AuthorshipFactory, EventFactory, SpeakerFactory, TopicFactory


def filled_in(data: dict) -> dict:
    """A form with a new speaker and a new statement."""
    data = with_row(data, "appearances", speaker=SpeakerFactory().pk)
    return with_row(data, "statements", attribution="The experts", text="They agreed.", own_words="on")


def new_event(client) -> dict:
    return filled_in(form_on(client, ADD_EVENT) | {"title": "On Engines", "date": "2019-04-26"})


def test_second_of_two_finds_the_event_of_the_first(client, editor):
    data = new_event(client)

    client.post(ADD_EVENT, data | {"_save": "Save"})
    response = client.post(ADD_EVENT, data | {"_continue": "Save"}, follow=True)

    event = Event.objects.get()
    assert response.redirect_chain[0][0] == change_page(event)
    assert "was saved already" in messages_on(response)[-1]
    assert event.statements.count() == 1


def test_two_forms_that_say_the_same_make_two_events(client, editor):
    for _ in range(2):
        client.post(ADD_EVENT, form_on(client, ADD_EVENT) | {"title": "On Engines", "date": "2019-04-26"})

    assert [event.slug for event in Event.objects.order_by("pk")] == ["on-engines", "on-engines-2"]


def test_other_words_in_the_same_form_make_another_event(client, editor):
    data = form_on(client, ADD_EVENT) | {"title": "On Engines", "date": "2019-04-26"}

    client.post(ADD_EVENT, data)
    client.post(ADD_EVENT, data | {"title": "On Looms"})

    assert Event.objects.count() == 2


@pytest.mark.django_db(transaction=True)
def test_new_event_sent_twice_at_the_same_moment_is_made_once():
    make_roles(apps)
    client = Client()
    logged_in(client, "Editor")

    answers = at_once(client, ADD_EVENT, new_event(client))

    event = Event.objects.get()
    assert [answer.status_code for answer in answers] == [302, 302]
    assert change_page(event) in {answer["Location"] for answer in answers}
    assert (event.appearances.count(), event.statements.count()) == (1, 1)


@pytest.mark.django_db(transaction=True)
def test_rows_sent_twice_at_the_same_moment_are_added_once():
    make_roles(apps)
    client = Client()
    logged_in(client, "Editor")
    event = AppearanceFactory(event=EventFactory()).event
    data = filled_in(form_on(client, change_page(event)))

    answers = at_once(client, change_page(event), data)

    assert [answer.status_code for answer in answers] == [302, 302]
    assert (event.appearances.count(), event.statements.count()) == (2, 1)


@pytest.mark.django_db(transaction=True)
def test_whatever_is_sent_twice_at_the_same_moment_is_made_once():
    make_roles(apps)
    client = Client()
    logged_in(client, "Administrator")
    opinion = AuthorshipFactory(opinion__lead="Engines compose.").opinion
    correction = "publishing-correction-content_type-object_id"
    told = {f"{correction}-0-text": "It was May.", f"{correction}-0-date": "2019-05-01"}
    opinions, pages = "/admin/opinions/opinion/add/", "/admin/house/page/add/"
    pages_before = Page.objects.count()

    for address, data in (
        (opinions, form_on(client, opinions) | {"title": "On Looms", "date": "2019-04-26"}),
        (pages, form_on(client, pages) | {"title": "Who we are"}),
        ("/admin/people/speaker/quick/", {"name": "Otto Kranz", "another_person": "on"}),
        (
            change_page(opinion),
            form_on(client, change_page(opinion)) | told | {f"{correction}-TOTAL_FORMS": 1},
        ),
    ):
        answers = at_once(client, address, data)
        assert {answer.status_code for answer in answers} <= {201, 302}

    assert Opinion.objects.filter(title="On Looms").count() == 1
    assert Page.objects.count() == pages_before + 1
    assert Speaker.objects.filter(name="Otto Kranz").count() == 1
    assert opinion.corrections.count() == 1


@pytest.mark.django_db(transaction=True)
def test_file_sent_twice_at_the_same_moment_is_taken_once():
    make_roles(apps)
    client = Client()
    logged_in(client, "Administrator")
    table = "/admin/opinions/opinion/table/"
    shown = client.post(table, {"file": ContentFile(b"title,date\nOn Looms,2019-04-26\n", "o.csv")}).text
    sent = {name: re.search(rf'name="{name}" value="([^"]+)"', shown)[1] for name in ("sent", "seen")}

    answers = at_once(client, table, sent)

    assert sorted(answer.status_code for answer in answers) == [200, 302]
    assert Opinion.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_the_same_events_chosen_in_two_orders_are_filed_by_both():
    make_roles(apps)
    client = Client()
    logged_in(client, "Editor")
    chosen = [EventFactory(title=title).pk for title in "abcdef"]
    data = {"action": "file_selected", "file": 1, "topics": TopicFactory().pk, "_selected_action": chosen}

    answers = at_once(client, "/admin/events/event/?o=1", data, "/admin/events/event/?o=-1")

    assert [answer.status_code for answer in answers] == [302, 302]


def at_once(client, address: str, data: dict, other: str = "") -> list:
    """The answers to one form that two threads send at the same moment, to one address or to two."""
    start, answers = Barrier(2), []

    def send(address):
        own = Client()
        own.cookies = client.cookies
        start.wait()
        try:
            answers.append(own.post(address, data))
        finally:
            connection.close()

    threads = [Thread(target=send, args=[to]) for to in (address, other or address)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers
