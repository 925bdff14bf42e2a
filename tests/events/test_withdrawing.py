import pytest
from django.core.exceptions import ValidationError

from events.models import Statement
from events.withdrawing import public_report, restore_statement, withdraw_statement
from publishing.deeds import return_to_draft, withdraw
from tests.at_once import at_once
from tests.desk.pages import messages_on
from tests.factories import StatementFactory, event_with_statements

STATEMENTS = "/admin/events/statement/"


def stored(statement) -> tuple:
    row = Statement.objects.get(pk=statement.pk)
    return row.withdrawn_at is not None, row.withdrawal_note


@pytest.mark.django_db
def test_withdrawn_words_leave_the_public_report_and_come_back():
    event = event_with_statements("Engines will compose.", "Compilers come first.")
    statement = event.statements.first()

    withdraw_statement(statement, "  Misheard. ")
    without = public_report(event)
    restore_statement(statement)

    assert without == "<p>[…]</p><p>Compilers come first.</p>"
    assert public_report(event) == event.report
    assert stored(statement) == (False, "")


@pytest.mark.django_db
def test_withdrawing_twice_is_refused_and_the_first_note_stays():
    statement = StatementFactory()
    stale = Statement.objects.get()
    withdraw_statement(statement, "Misheard.")

    for again in (statement, stale):
        with pytest.raises(ValidationError, match="withdrawn already"):
            withdraw_statement(again, "Another note.")

    assert stored(statement) == (True, "Misheard.")


@pytest.mark.django_db
def test_restoring_what_is_not_withdrawn_is_refused():
    with pytest.raises(ValidationError, match="is not withdrawn"):
        restore_statement(StatementFactory())


@pytest.mark.django_db
def test_withdrawing_needs_a_note():
    statement = StatementFactory()

    with pytest.raises(ValidationError, match="Say what was withdrawn"):
        withdraw_statement(statement, " \n")

    assert stored(statement) == (False, "")


@pytest.mark.django_db
def test_what_has_never_been_out_cannot_be_withdrawn():
    statement = StatementFactory(appearance__event__status="draft", appearance__event__publish_at=None)

    with pytest.raises(ValidationError, match="has never been out"):
        withdraw_statement(statement, "Misheard.")


@pytest.mark.django_db
@pytest.mark.parametrize("deed", [return_to_draft, lambda event: withdraw(event, "Postponed.")])
def test_what_was_out_can_be_withdrawn_after_its_event(deed):
    statement = StatementFactory()
    deed(statement.event)

    withdraw_statement(statement, "Misheard.")

    assert stored(statement) == (True, "Misheard.")


@pytest.mark.django_db
def test_list_says_of_each_what_was_done_and_what_not(client, publisher):
    gone, shown = StatementFactory(text="One."), StatementFactory(text="Two.")
    withdraw_statement(gone, "Misheard.")
    chosen = {"_selected_action": [gone.pk, shown.pk]}

    restored = client.post(STATEMENTS, chosen | {"action": "restore_selected"}, follow=True)

    assert sorted(messages_on(restored)) == [
        "Shown again: “One.”.",
        "“Two.”: This statement is not withdrawn.",
    ]
    assert stored(gone) == (False, "")


@pytest.mark.django_db(transaction=True)
def test_two_who_withdraw_at_once_leave_one_note():
    StatementFactory()
    mine, yours = Statement.objects.get(), Statement.objects.get()

    outcomes = at_once(lambda: withdraw_statement(mine, "Mine."), lambda: withdraw_statement(yours, "Yours."))

    (refused,) = [outcome for outcome in outcomes if outcome]
    assert refused.messages == ["This statement is withdrawn already."]
    assert stored(mine) == (True, "Mine." if outcomes[0] is None else "Yours.")


@pytest.mark.django_db(transaction=True)
def test_event_and_statement_withdrawn_at_once_do_not_wait_for_each_other():
    statement = StatementFactory()
    event, alone = Statement.objects.get().event, Statement.objects.get()

    outcomes = at_once(lambda: withdraw(event, "Postponed."), lambda: withdraw_statement(alone, "Misheard."))

    assert outcomes == [None, None]
    statement.refresh_from_db()
    assert (statement.event.status, statement.withdrawal_note) == ("withdrawn", "Misheard.")
