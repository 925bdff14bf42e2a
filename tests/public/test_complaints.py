"""A reader reports a wrong attribution, without an account or a cookie; an editor decides."""

import re

import psycopg
import pytest
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.db import IntegrityError, InternalError, transaction

from events.models import Complaint, Event
from events.withdrawing import withdraw_statement
from public import complaints
from publishing.forgetting import forget_of
from tests.desk.pages import change_page, form_on
from tests.desk.users import make_user
from tests.factories import event_with_statements

pytestmark = pytest.mark.django_db

SAID = {"about": "speaker", "text": "Minute 12: it was Boris Holm.", "email": "reader@example.org"}


@pytest.fixture
def statement():
    cache.clear()
    return event_with_statements("Trade will grow.").statements.get()


@pytest.fixture
def complaint(client, statement):
    send(client, statement)
    return Complaint.objects.get()


def form_of(statement) -> str:
    return f"{statement.get_absolute_url()}report/"


def ticket_on(client, statement) -> str:
    return re.search(r'name="ticket" value="([^"]+)"', client.get(form_of(statement)).content.decode())[1]


def send(client, statement, **said):
    data = SAID | {"ticket": ticket_on(client, statement)} | said
    return client.post(form_of(statement), data)


def test_report_comes_to_the_desk_and_no_cookie_to_the_reader(client, statement):
    answer = send(client, statement)

    assert (answer.status_code, answer["Location"]) == (303, f"{form_of(statement)}?sent=1")
    assert "Your report has come in." in client.get(answer["Location"]).content.decode()
    assert not client.cookies
    assert Complaint.objects.values("statement", "about", "text", "email").get() == {
        "statement": statement.pk,
        **SAID,
    }
    assert form_of(statement) in client.get(statement.get_absolute_url()).content.decode()


def test_what_is_sent_twice_is_one_report(client, statement):
    data = SAID | {"ticket": ticket_on(client, statement)}

    answers = [client.post(form_of(statement), data) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [303, 303]
    assert Complaint.objects.count() == 1


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"text": " "}, "Say in a sentence what is wrong"),
        ({"about": ""}, "Choose what is wrong."),
        ({"email": "nobody"}, "valid email"),
        ({"text": "x" * 2001}, "at most 2000"),
        ({"ticket": "forged"}, "send it again"),
    ],
)
def test_refusal_says_why_and_keeps_what_was_written(client, statement, said, words):
    answer = send(client, statement, **said)

    page = answer.content.decode()
    assert (answer.status_code, words in page) == (422, True)
    assert (said.get("text", "Boris Holm").strip() or "Holm") in page or "reader@example.org" in page
    assert not Complaint.objects.exists()
    again = re.search(r'name="ticket" value="([^"]+)"', page)[1]
    assert client.post(form_of(statement), SAID | {"ticket": again}).status_code == 303


def test_nobody_floods_the_desk(client, statement):
    answers = [send(client, statement).status_code for _ in range(complaints.MOST + 1)]
    other = client.post(
        form_of(statement), SAID | {"ticket": ticket_on(client, statement)}, REMOTE_ADDR="203.0.113.9"
    )

    assert answers == [303] * complaints.MOST + [429]
    assert other.status_code == 303


def test_what_is_not_public_or_withdrawn_cannot_be_reported(client, statement):
    ticket = ticket_on(client, statement)
    withdraw_statement(statement, "Misheard.")
    gone = client.post(form_of(statement), SAID | {"ticket": ticket})
    draft = event_with_statements("Never out.", status="draft", publish_at=None).statements.get()

    assert gone.status_code == 410
    assert client.post(form_of(draft), SAID).status_code == 404
    assert not Complaint.objects.exists()


def test_publisher_closes_it_once_and_the_address_is_forgotten(client, complaint):
    publisher = make_user("Publisher")
    client.force_login(publisher)
    assert "Complaints by readers" in client.get("/admin/").content.decode()

    client.post(change_page(complaint), form_on(client, change_page(complaint)) | {"outcome": "corrected"})

    told = client.post(change_page(complaint), form_on(client, change_page(complaint)) | {"outcome": "right"})
    assert "Somebody else closed this meanwhile." in told.content.decode()
    complaint.refresh_from_db()
    assert (complaint.outcome, complaint.email, complaint.closed_by) == ("corrected", "", publisher)
    with pytest.raises(ValidationError, match="meanwhile"):
        complaint.close("right", publisher)
    with pytest.raises(IntegrityError), transaction.atomic():
        Complaint.objects.update(email="again@example.org")
    assert "Complaints by readers" not in client.get("/admin/").content.decode()


def test_editor_reads_and_does_not_close(client, complaint):
    client.force_login(make_user("Editor"))

    assert client.get(change_page(complaint)).status_code == 200
    assert client.post(change_page(complaint), {"outcome": "right"}).status_code == 403


def test_event_that_goes_under_the_rule_forgets_what_readers_said_of_it(complaint):
    forget_of(Event.objects.get(), ["Boris Holm"])

    assert not Complaint.objects.exists()


def test_what_cannot_be_saved_now_stays_on_the_form(client, statement, monkeypatch):
    def cannot(*_arguments, **_options):
        raise InternalError from psycopg.errors.ReadOnlySqlTransaction()

    monkeypatch.setattr(Complaint.objects, "get_or_create", cannot)

    answer = send(client, statement)

    assert answer.status_code == 503
    page = answer.content.decode()
    assert "Nothing can be saved at this moment." in page
    assert SAID["text"] in page
