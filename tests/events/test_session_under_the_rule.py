"""A closed session of an event on the record: what was said in it is public under its title, and nobody is named."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from events.models import Event, Statement
from events.not_for_attribution import ANYBODY
from publishing.changes import unit_of_work
from publishing.deeds import publish, return_to_draft
from publishing.models import Version
from tests.desk.pages import change_page, errors_on, form_on
from tests.desk.users import make_user
from tests.factories import AppearanceFactory, PublicEventFactory, StatementFactory

pytestmark = pytest.mark.django_db

TITLE = "Closed panel on ports"
OPEN, CLOSED, LAST = "Trade will grow.", "Ports have to wait.", "Rail has to wait."


@pytest.fixture
@unit_of_work()
def event() -> Event:
    """Ada Holm, a minister, said one thing in the open and two in the panel, where Boris Kern was too."""
    event = PublicEventFactory(report=f"<p>{OPEN}</p><p>{CLOSED}</p><p>{LAST}</p>", title="Spring")
    ada = AppearanceFactory(event=event, speaker__name="Ada Holm", printed_post="Minister of Rail")
    AppearanceFactory(event=event, speaker__name="Boris Kern", printed_post="Director, Kern Institute")
    for order, text in enumerate((OPEN, CLOSED, LAST), start=1):
        StatementFactory(appearance=ada, text=text, own_words=False, order=order)
    return event


@pytest.fixture
def desk(client, event):
    client.force_login(make_user("Publisher"))
    return client


def asked(first="", last="", called="", prefix="statements-said_in") -> dict:
    return {f"{prefix}-first": first, f"{prefix}-last": last, f"{prefix}-called": called}


def test_several_statements_are_said_to_be_of_it_in_one_go(desk, client, event):
    page = change_page(event)
    answer = desk.post(page, form_on(desk, page) | asked("2", "3", TITLE))

    assert answer.status_code == 302
    said = event.statements.values_list("text", "session", "attribution", "not_for_attribution")
    assert list(said) == [
        (OPEN, "", "", False),
        (CLOSED, TITLE, ANYBODY, True),
        (LAST, TITLE, ANYBODY, True),
    ]
    rows = [row for one in Version.objects.all() for row in one.document["parts"].get("statements", [])]
    assert {row["appearance"] for row in rows if row["text"] != OPEN} == {None}

    client.logout()
    shown = client.get(event.get_absolute_url()).content.decode()
    assert shown.count("Under the Chatham House Rule:") == 1 and shown.count(TITLE) >= 1
    statement = event.statements.get(text=LAST)
    alone = client.get(statement.get_absolute_url()).content.decode()
    told = client.get(f"/api/v1/statements/{statement.pk}/").json()
    assert TITLE in alone and "Minister of Rail" not in alone
    assert (told["session"], told["said_by"], told["speaker"]) == (TITLE, ANYBODY, None)
    assert "A participant, under the Chatham House Rule" in alone


def test_a_title_in_one_row_says_the_same(desk, event):
    page = change_page(event)
    desk.post(page, form_on(desk, page) | {"statements-1-session": TITLE})

    statement = event.statements.get(text=CLOSED)
    assert (statement.said_by, statement.session, statement.not_for_attribution) == (ANYBODY, TITLE, True)
    unticked = form_on(desk, page) | {"statements-1-attribution": "The experts"}
    del unticked["statements-1-not_for_attribution"]
    assert "Clear this too" in errors_on(desk.post(page, unticked))["statements-1-session"]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (("", "3", ""), "Say which statements"),
        (("3", "2", ""), "stands before the first"),
        (("2", "9", ""), "There are only 3 statements"),
    ],
)
def test_what_cannot_be_is_told_and_nothing_is_lost(desk, event, typed, words):
    page = change_page(event)
    refused = desk.post(page, form_on(desk, page) | asked(*typed)).content.decode()

    assert words in refused
    assert not Statement.objects.exclude(session="").exists()


@pytest.mark.parametrize(
    ("changed", "named"),
    [
        ({"report": f"<p>{OPEN}</p><p>Kern nodded. {CLOSED}</p><p>{LAST}</p>"}, "Kern”, a participant"),
        (
            {"report": f"<p>{OPEN}</p><p>The Minister of Rail: {CLOSED}</p><p>{LAST}</p>"},
            "Minister of Rail”, the post",
        ),
        (asked("2", "3", "Boris Kern’s panel"), "the title of its session"),
    ],
)
def test_who_was_there_is_named_neither_beside_the_words_nor_in_the_title(desk, event, changed, named):
    page = change_page(event)
    refused = desk.post(page, form_on(desk, page) | asked("2", "3", TITLE) | changed)

    assert named in errors_on(refused)["statements-1-not_for_attribution"]
    assert Statement.objects.filter(appearance=None).count() == 0


def test_it_is_not_published_while_the_report_tells(event):
    Statement.objects.filter(text=CLOSED).update(
        appearance=None, attribution=ANYBODY, not_for_attribution=True, session=TITLE
    )
    return_to_draft(event)
    Event.objects.update(report=f"<p>{OPEN}</p><p>Kern nodded. {CLOSED}</p><p>{LAST}</p>")

    with pytest.raises(ValidationError, match="Kern"):
        publish(Event.objects.get())
    with pytest.raises(IntegrityError), transaction.atomic():
        Statement.objects.filter(text=LAST).update(session=TITLE)
