"""Two requests at once make one draft, and both are answered with it."""

import threading

import pytest
from django.apps import apps
from django.db import connections
from django.test import Client
from django.urls import reverse

from desk.roles import make_roles
from events.models import Appearance, Event, Statement
from intake.importing import take_in
from intake.items import StatementItem, of_kind
from intake.making import make_draft
from intake.models import Intake
from people.models import Speaker
from tests.desk.pages import messages_on
from tests.desk.users import make_user
from tests.intake.items import accepted, with_facts


@pytest.fixture
def staff(db):
    make_roles(apps)
    return make_user("Publisher")


def at_once(deed, times: int = 2) -> list:
    """What ``deed`` returns to each of so many threads that begin it in the same instant."""
    barrier = threading.Barrier(times)
    answers = []

    def run():
        try:
            barrier.wait(timeout=20)
            answers.append(deed())
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run) for _ in range(times)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return answers


def logged_in(user) -> Client:
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def decide(intake, **facts) -> None:
    Intake.objects.filter(pk=intake.pk).update(
        decisions={"items": with_facts(accepted(intake.items), **facts)}
    )


def records() -> tuple[int, ...]:
    return tuple(model.objects.count() for model in (Event, Speaker, Appearance, Statement))


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("rule", ["on-record", "chatham-house"])
def test_two_presses_at_once_make_one_draft_and_lead_to_it(report, staff, rule):
    intake, _ = take_in(report, "https://example.org/summit")
    decide(intake, record_rule=rule)
    clients = [logged_in(staff), logged_in(staff)]
    sent = {"deed": "make", "version": "1", "script": "1"}
    page = reverse("admin:intake_intake_change", args=[intake.pk])

    answers = at_once(lambda: clients.pop().post(page, sent))

    event = Event.objects.get()
    form = reverse("admin:events_event_change", args=[event.pk])
    assert [(answer.status_code, answer.headers["Location"]) for answer in answers] == [(302, form)] * 2
    assert Speaker.objects.count() == len(set(Speaker.objects.values_list("name", flat=True))) == 6
    assert event.statements.count() == len(of_kind(StatementItem, accepted(intake.items)))


@pytest.mark.django_db(transaction=True)
def test_two_presses_without_script_at_once_make_one_draft(report, staff):
    intake, _ = take_in(report)
    decide(intake)
    clients = [logged_in(staff), logged_in(staff)]
    sent = {"deed": "make", "version": "1", "new-person-name": "Mira Osei", "facts-title": "A better title"}
    page = reverse("admin:intake_intake_change", args=[intake.pk])

    answers = at_once(lambda: clients.pop().post(page, sent))

    event = Event.objects.get(title="A better title")
    assert {answer.headers.get("Location") for answer in answers} == {
        reverse("admin:events_event_change", args=[event.pk])
    }
    assert Speaker.objects.filter(name="Mira Osei").count() == 1


@pytest.mark.django_db
def test_second_press_says_what_the_first_has_made_and_left(client, editor, intake):
    Intake.objects.filter(pk=intake.pk).update(decisions={"items": accepted(intake.items, but=("o0",))})
    page = reverse("admin:intake_intake_change", args=[intake.pk])
    sent = {"deed": "make", "version": "1", "script": "1"}
    client.post(page, sent)
    before = records()

    response = Client.post(client, page, sent, follow=True)

    assert records() == before
    assert messages_on(response)[-1] == (
        f'The draft is made. Left in <a href="{page}">the review</a>: 1 opinion not decided.'
    )


@pytest.mark.django_db
def test_other_decisions_on_the_same_version_are_no_second_press(client, editor, intake):
    page = reverse("admin:intake_intake_change", args=[intake.pk])
    client.post(page, {"deed": "make", "version": "1", "facts-state": "accepted"})

    response = client.post(
        page, {"deed": "make", "version": "1", "facts-title": "Mine", "facts-state": "accepted"}
    )

    assert response.status_code == 409
    assert "your last decisions were not kept" in messages_on(response)[-1]


@pytest.mark.django_db
def test_what_somebody_read_before_the_draft_was_made_makes_nobody_twice(intake):
    one, two = Intake.objects.get(pk=intake.pk), Intake.objects.get(pk=intake.pk)
    make_draft(one, accepted(one.items))
    before = records()

    made = make_draft(two, accepted(two.items))

    assert (made.event, made.is_new, made.statements) == (Event.objects.get(), False, 0)
    assert records() == before
