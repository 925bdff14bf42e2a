import pytest
from django.core.exceptions import ValidationError

from events.models import Event, Statement
from events.places import Text
from events.standing import name_of, standing_elsewhere
from events.withdrawing import public_report, public_text, restore_statement, withdraw_statement
from publishing.changes import unit_of_work
from publishing.deeds import return_to_draft, withdraw
from publishing.models import Correction
from publishing.richtext import plain_text
from tests.at_once import at_once
from tests.desk.pages import messages_on
from tests.factories import AuthorshipFactory, PublicEventFactory, StatementFactory, event_with_statements

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


WORDS = "Ships will wait."


@pytest.fixture
@unit_of_work()
def said_everywhere():
    """A statement whose words stand in its event's lead, in another statement, a correction and an opinion."""
    event = event_with_statements(WORDS, "Trade will grow.", title="Evening", lead=f"Of harbours: {WORDS}")
    statement = event.statements.first()
    again = StatementFactory(appearance__speaker=statement.appearance.speaker, text=WORDS)
    correction = Correction.objects.create(item=event, text=f"Not “{WORDS}” but “soon”.")
    opinion = AuthorshipFactory(
        speaker=statement.appearance.speaker, opinion__body=f"<p>Again: <b>Ships will</b> wait. {WORDS}</p>"
    ).opinion
    return {"statement": statement, "event": event, "again": again, "note": correction, "opinion": opinion}


def decisions(archive, **choices) -> dict[str, str]:
    chosen = {"event": "out", "again": "withdraw", "note": "out", "opinion": "out"} | choices
    fields = {"event": "lead", "opinion": "body"}
    return {name_of(archive[key], fields.get(key, "text")): choice for key, choice in chosen.items()}


@pytest.mark.django_db
def test_withdrawing_goes_through_only_when_each_place_is_decided(said_everywhere):
    decided = decisions(said_everywhere)

    for name in decided:
        with pytest.raises(ValidationError, match="The same words stand in .* decide for each"):
            withdraw_statement(
                said_everywhere["statement"],
                "Misheard.",
                decided={k: v for k, v in decided.items() if k != name},
            )

    assert stored(said_everywhere["statement"]) == (False, "")
    assert WORDS in Event.objects.get(title="Evening").lead


@pytest.mark.django_db
def test_words_are_taken_out_or_withdrawn_where_that_was_decided(said_everywhere):
    withdraw_statement(said_everywhere["statement"], "Misheard.", decided=decisions(said_everywhere))

    for record in said_everywhere.values():
        record.refresh_from_db()
    assert said_everywhere["event"].lead == "Of harbours: […]"
    assert said_everywhere["note"].text == "Not “[…]” but “soon”."
    assert said_everywhere["opinion"].body == "<p>Again: […] […]</p>"
    assert stored(said_everywhere["again"]) == (True, "Misheard.")


@pytest.mark.django_db
def test_what_is_not_the_same_stays_and_shows(said_everywhere):
    decided = decisions(said_everywhere, event="leave", again="leave", note="leave", opinion="leave")

    withdraw_statement(said_everywhere["statement"], "Misheard.", decided=decided)

    assert public_text(Event.objects.get(title="Evening")).lead == f"Of harbours: {WORDS}"
    assert stored(said_everywhere["again"]) == (False, "")


@pytest.mark.django_db
def test_places_of_a_statement_that_says_the_same_are_asked_about_with_it(said_everywhere):
    elsewhere = said_everywhere["again"].event
    elsewhere.lead = f"Once more: {WORDS}"
    elsewhere.save()
    decided = decisions(said_everywhere)
    with pytest.raises(ValidationError, match=f"the lead of “{elsewhere}”: decide"):
        withdraw_statement(said_everywhere["statement"], "Misheard.", decided=decided)

    decided[name_of(elsewhere, "lead")] = "out"
    withdraw_statement(said_everywhere["statement"], "Misheard.", decided=decided)

    assert Event.objects.get(pk=elsewhere.pk).lead == "Once more: […]"
    assert Event.objects.filter(fold__contains="ships will wait").count() == 0


@pytest.mark.django_db
def test_no_other_decision_than_those_offered_counts(said_everywhere):
    with pytest.raises(ValidationError, match="statement"):
        withdraw_statement(
            said_everywhere["statement"], "Misheard.", decided=decisions(said_everywhere, again="out")
        )


@pytest.mark.django_db
@pytest.mark.parametrize("way", ["form", "list"])
def test_desk_asks_for_each_place_and_does_what_is_chosen(client, publisher, said_everywhere, way):
    statement = said_everywhere["statement"]
    address = STATEMENTS if way == "list" else f"{STATEMENTS}{statement.pk}/withdraw/"
    asked = {"_selected_action": [statement.pk], "action": "withdraw_selected", "note": "Misheard."}

    page = client.post(address, asked)
    body = page.content.decode()
    chosen = {f"place-{name}": choice for name, choice in decisions(said_everywhere).items()}
    client.post(address, asked | chosen)

    assert "Say for each place what becomes of the words there." in body
    assert "In the lead of “Evening”" in body
    assert all(f'name="{name}"' in body for name in chosen)
    assert stored(statement) == (True, "Misheard.")
    assert Event.objects.get(title="Evening").lead == "Of harbours: […]"


LONG = "Ships will wait – in the “old” harbour for two years, said everyone."


@pytest.mark.parametrize(
    ("text", "shared", "is_whole"),
    [
        (f"Of this: {LONG} So.", LONG, True),
        ("SHIPS WILL  WAIT, in the old harbour - for two years said everyone", None, True),
        ("He said: ships will wait in the old port.", "ships will wait in the old", False),
        ("In the harbour for two years they wait.", "", False),
    ],
)
def test_words_are_known_again_however_they_are_set_and_by_a_good_part(text, shared, is_whole):
    found, part = Text(text), [text if shared is None else shared]

    assert [place.exact for place in found.shares(LONG)] == [words for words in part if words]
    assert [place.exact for place in found.repeats(LONG)] == (part if is_whole else [])


DREDGED = (
    "We were told for a decade that the harbour would be dredged, and nobody in the ministry ever intended to pay "
    "for the dredging of anything at all."
)


@pytest.mark.parametrize(
    ("text", "shared"),
    [
        ("Harbours: in the Ministry ever intended to, he said", ["in the Ministry ever intended to"]),
        ("“For a decade”, and ‘ever intended to pay’", ["For a decade", "ever intended to pay"]),
        ("«nobody in the ministry» — a look back", ["nobody in the ministry"]),
        ("So nobody in the ministry ever intended? No.", ["nobody in the ministry ever intended"]),
        ("They were told for a decade, and it would be so.", []),
        ("The ministry would pay for the dredging", []),
        ("“The harbour” was theirs", []),
        ("“It was for a decade that” ministries paid", []),
    ],
)
def test_few_words_are_known_again_where_they_are_seldom_met_or_quoted(text, shared):
    assert [place.exact for place in Text(text).shares(DREDGED)] == shared


def test_a_name_that_many_speak_of_is_no_part_of_a_statement():
    said = f"The Council of the Baltic Harbour Association was wrong: {DREDGED}"

    assert Text("He chairs the Council of the Baltic Harbour Association.").shares(said) == []


@pytest.mark.django_db
def test_withdrawing_asks_of_a_part_of_the_words_beside_their_passage_in_the_report():
    report = f"<h2>“Nobody in the ministry”</h2><p>{DREDGED}</p><p>Trade will grow.</p>"
    event = event_with_statements(DREDGED, "Trade will grow.", report=report)
    gone, grow = event.statements.all()
    elsewhere = PublicEventFactory(lead="Of the “dredging of anything”.")
    places = {name_of(event, "report"): "out", name_of(elsewhere, "lead"): "out"}
    assert {place.name for place in standing_elsewhere(gone)} == places.keys()

    withdraw_statement(gone, "Misheard.", decided=places)

    event.refresh_from_db()
    grow.refresh_from_db()
    assert event.report == report.replace("“Nobody in the ministry”", "[…]")
    assert Event.objects.get(pk=elsewhere.pk).lead == "Of the “[…]”."
    assert plain_text(event.report)[grow.start : grow.end] == "Trade will grow."


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        ("Ships will wait.", "“ships\xa0will wait”: so it was", ["ships\xa0will wait"]),
        ("Ships will wait.", "Warships will wait. Ships will rest.", []),
        ("L’été s’achève.", "l'E\u0301TE S'ACHEVE!", ["l'E\u0301TE S'ACHEVE"]),
        ("船会等待很久。", "他说船会等待很久了", ["船会等待很久"]),
        ("…", "a … b", ["…"]),
    ],
)
def test_words_are_the_same_in_any_script(words, text, found):
    assert [place.exact for place in Text(text).repeats(words)] == found


def test_looking_for_words_takes_time_with_the_text_and_not_with_its_square(monkeypatch):
    looked_at = []
    monkeypatch.setattr("events.places.fold", lambda word: looked_at.append(word) or word)

    Text("so it is and was " * 1000).shares("so it was and is " * 1000)

    assert len(looked_at) <= 3 * 5 * 1000


@pytest.fixture
def half_said():
    """A long statement, part of which is said in another case in the title, and by somebody else elsewhere."""
    event = event_with_statements(
        LONG, "Trade will grow.", title="Evening: SHIPS WILL WAIT in the “old”, he said"
    )
    other = StatementFactory(
        text="In the old harbour for two years, all agreed.",
        appearance__event__lead="For two years, all agreed!",
    )
    StatementFactory(text="In the old harbour nobody waits for two years.")
    PublicEventFactory(lead=f"As was said before: {LONG.upper()}", title="A year later")
    return {"statement": event.statements.first(), "event": event, "other": other}


@pytest.mark.django_db
def test_withdrawing_asks_where_a_good_part_of_the_words_stands_however_it_is_set(half_said):
    event, other = half_said["event"], half_said["other"]
    title, said = name_of(event, "title"), name_of(other, "text")
    later = name_of(Event.objects.get(title="A year later"), "lead")
    assert [place.name for place in standing_elsewhere(half_said["statement"])] == [title, later, said]

    decided = {title: "out", later: "out", said: "withdraw"}
    with pytest.raises(ValidationError, match=f"the lead of “{other.event}”: decide"):
        withdraw_statement(half_said["statement"], "Misheard.", decided=decided)
    decided[name_of(other.event, "lead")] = "leave"
    withdraw_statement(half_said["statement"], "Misheard.", decided=decided)

    assert Event.objects.get(pk=event.pk).title == "Evening: […]”, he said"
    assert Event.objects.get(title="A year later").lead == "As was said before: […]"
    assert stored(other) == (True, "Misheard.")


@pytest.mark.django_db
def test_withdrawn_words_leave_the_public_report_in_other_letters_and_marks_too():
    report = f"<p>{LONG}</p><h2>Ships will wait in the old harbour for two years, SAID EVERYONE</h2><p>So it is.</p>"
    event = event_with_statements(LONG, report=report)
    withdraw_statement(event.statements.get(), "Misheard.")

    assert public_report(event) == "<p>[…]</p><h2>[…]</h2><p>So it is.</p>"
