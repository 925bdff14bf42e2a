"""Words for which nobody is named, at an event on the record: public everywhere, and said by a participant."""

import pytest
from django.contrib.admin.models import LogEntry
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from events.checks import checks_of
from events.models import Complaint, Event, Statement
from events.moving import move_statement
from events.not_for_attribution import ANYBODY, take_name_off
from events.quotation import Known
from intake.models import Intake, digest_of
from publishing.bringing_back import bring_back
from publishing.deeds import publish, return_to_draft
from publishing.history import keep_aside
from publishing.models import Correction, Version
from publishing.wholes import document_of
from tests.desk.pages import change_page, errors_on, form_on, messages_on
from tests.desk.users import make_user
from tests.factories import AppearanceFactory, StatementFactory
from tests.public.test_evidence_everywhere import addresses, statement_known
from tests.publishing.test_forgetting import THEMSELVES, tables_with

pytestmark = [pytest.mark.django_db, pytest.mark.rendering]


@pytest.fixture
def statement() -> Statement:
    """Anna Berg's, who is a minister, in an archive without another; Boris Holm was there too."""
    statement = statement_known(Known.PARAPHRASE)
    statement.event.appearances.filter(printed_name="Anna Berg").update(printed_post="Minister of Rail")
    return Statement.objects.get(pk=statement.pk)


def body_of(response) -> str:
    return "" if response.streaming else response.content.decode()


def test_no_surface_tells_who_said_it_and_each_has_the_words(client, statement):
    asked = addresses(statement)
    appearance = statement.appearance

    take_name_off(statement)
    appearance.delete()  # so that the name stands nowhere but with the words
    bodies = {name: body_of(client.get(address)) for name, address in asked.items()}

    assert [name for name, body in bodies.items() if "Anna Berg" in body or "Minister of Rail" in body] == []
    assert {name for name, body in bodies.items() if "Freight has to wait." in body} >= {
        *("events:event", "events:statement", "public:embed", "public:statement_feed", "api:statement"),
        *("events:topic", "search:feed"),
    }
    assert "Not for attribution" in bodies["events:statement"]
    assert ANYBODY in bodies["events:event"] and ANYBODY in bodies["events:cite_statement"]
    assert '"not_for_attribution":true' in bodies["api:statement"].replace(": ", ":")
    for narrowed in ("/search/?q=Anna+Berg", "/statements/?speaker=anna-berg"):
        assert "Freight has to wait." not in client.get(narrowed).content.decode()


def test_who_said_it_is_forgotten_wherever_it_was_kept(client, statement):
    event = statement.event
    document = document_of(event)
    keep_aside(event, document, event.version)
    Complaint.objects.create(statement=statement, about="speaker", text="No, it was not she.", ticket="1")
    Intake.objects.create(
        text="Anna Berg: Freight has to wait.", digest=digest_of("1"), event=event, state="made"
    )
    holm = event.appearances.get(printed_name="Boris Holm")
    move_statement(statement, holm, reason="Heard so.")
    move_statement(statement, event.appearances.get(printed_name="Anna Berg"), reason="Heard again.")
    client.force_login(make_user("Publisher"))
    page = f"/admin/events/statement/{statement.pk}/unattributed/"

    assert "It cannot be brought back" in client.get(page).content.decode()
    assert "Tick this first" in client.post(page, {"asked": "1"}).content.decode()
    told = messages_on(client.post(page, {"asked": "1", "gone_for_good": "1"}, follow=True))
    keep_aside(event, document, event.version)  # from a form that was opened before

    assert told == ["Not for attribution from now on: “Freight has to wait.”."]
    rows = [
        row
        for version in Version.objects.filter(kind="events.event")
        for row in version.document["parts"]["statements"]
    ]
    assert len(rows) > 3
    assert {(row["appearance"], row["attribution"], row["not_for_attribution"]) for row in rows} == {
        (None, ANYBODY, True)
    }
    assert not Version.objects.filter(what_for__contains="Berg").exists()
    assert not LogEntry.objects.filter(change_message__contains="Berg").exists()
    assert not Complaint.objects.exists()
    assert tables_with("Berg: Freight") <= THEMSELVES
    bring_back(event, Version.objects.filter(kind="events.event").get(what_for__startswith="Statement"))
    assert Statement.objects.get().appearance is None


@pytest.mark.parametrize(
    ("where", "words"),
    [
        ({"report": "<p>Minister Berg agreed. Freight has to wait.</p>"}, "the same paragraph of the report"),
        ({"lead": "Anna Berg: freight has to wait."}, "the lead of “Spring”"),
    ],
)
def test_what_would_tell_it_nevertheless_is_mended_first(client, statement, where, words):
    Event.objects.update(**where)

    with pytest.raises(ValidationError, match=words):
        take_name_off(Statement.objects.get())
    client.force_login(make_user("Publisher"))
    page = client.get(f"/admin/events/statement/{statement.pk}/unattributed/").content.decode()

    assert words in page and "gone_for_good" not in page
    assert Statement.objects.get().said_by == "Anna Berg"


def test_nothing_said_beside_it_later_gives_anybody_away(statement):
    take_name_off(statement)

    with pytest.raises(ValidationError, match="Anna Berg"):
        statement.corrections.create(text="It was Anna Berg.")
    with pytest.raises(ValidationError, match="not for attribution"):
        move_statement(statement, statement.event.appearances.first(), reason="A slip.")
    with pytest.raises(ValidationError, match="already"):
        take_name_off(statement)
    with pytest.raises(IntegrityError), transaction.atomic():
        Statement.objects.update(appearance=statement.event.appearances.first(), attribution="")
    Event.objects.update(report="<p>Berg nodded. Freight has to wait.</p>")
    assert "not for attribution, and its paragraph names" in str(checks_of(Event.objects.get()))
    return_to_draft(statement.event)
    Statement.objects.update(text="Freight, said Berg, has to wait.")
    with pytest.raises(ValidationError, match="Berg"):
        publish(Event.objects.get())
    assert not Correction.objects.exists()


def test_on_the_form_the_tick_takes_the_name_off_and_tells_what_names_it(client, statement):
    client.force_login(make_user("Publisher"))
    page = change_page(statement.event)
    ticked = {"statements-0-not_for_attribution": "on"}

    named = client.post(
        page, form_on(client, page) | ticked | {"report": "<p>Berg: Freight has to wait.</p>"}
    )
    assert "the same paragraph" in errors_on(named)["statements-0-not_for_attribution"]
    done = client.post(page, form_on(client, page) | ticked)

    assert done.status_code == 302
    stored = Statement.objects.get()
    assert (stored.said_by, stored.appearance, stored.not_for_attribution) == (ANYBODY, None, True)
    assert '"appearance": 1' not in str(Version.objects.filter(kind="events.event").values("document"))


def test_several_at_once_from_the_list(client, statement):
    other = StatementFactory(appearance=AppearanceFactory(event=statement.event), text="Ports have to wait.")
    client.force_login(make_user("Publisher"))
    chosen = {"action": "take_names_off_selected", "_selected_action": [statement.pk, other.pk]}

    asked = client.post("/admin/events/statement/", chosen)
    assert "Ports have to wait." in asked.content.decode()
    client.post("/admin/events/statement/", chosen | {"asked": "1", "gone_for_good": "1"})

    assert set(Statement.objects.values_list("attribution", flat=True)) == {ANYBODY}
