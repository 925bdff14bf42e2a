"""A statement is given to whoever said it: readers find it there at once, at the address that it had."""

import re

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.test import Client

from desk.roles import make_roles
from events.models import Appearance, Complaint, Event, Statement
from events.moving import move_statement
from events.withdrawing import withdraw_statement
from people.merging import merge_speakers
from people.models import Speaker
from publishing.changes import unit_of_work
from publishing.merging import delete_unused
from publishing.models import Correction, Version
from tests.at_once import at_once
from tests.desk.pages import messages_on
from tests.desk.users import make_user
from tests.factories import AppearanceFactory, EventFactory, SpeakerFactory, event_with_statements

pytestmark = pytest.mark.django_db


@pytest.fixture
@unit_of_work()
def statement() -> Statement:
    """Ada's, at an event where Boris spoke too."""
    event = event_with_statements("Trade will grow.")
    event.appearances.update(printed_name="Ada Holm")
    AppearanceFactory(event=event, speaker__name="Boris Kern", printed_post="Mayor of Harbour")
    return event.statements.get()


@pytest.fixture
def boris(statement) -> Appearance:
    return statement.event.appearances.get(printed_name="Boris Kern")


def page_of(statement) -> str:
    return f"/admin/events/statement/{statement.pk}/move/"


def text_of(client, address: str) -> str:
    return re.sub(r"\s+", " ", client.get(address).content.decode())


def sent(client, statement, **fields):
    data = {"seen": Statement.objects.get(pk=statement.pk).version, "correction": "", "reason": "A slip."}
    return client.post(page_of(statement), data | fields, follow=True)


def test_moved_with_a_correction_readers_find_it_at_the_other_and_told_so(client, statement, boris):
    client.force_login(make_user("Publisher"))
    ada = statement.appearance.speaker
    proposed = client.get(page_of(statement)).context["form"]["correction"].value()

    told = messages_on(sent(client, statement, to=boris.pk, correction=proposed, reason=""))
    client.logout()

    formerly = text_of(client, ada.get_absolute_url())
    assert "Corrected: not theirs" in formerly and "It is by Boris Kern." in formerly
    assert f'href="{statement.get_absolute_url()}"' in formerly and "Trade will grow." not in formerly
    moved = Statement.objects.get()
    assert told == [f"Statement {statement.pk} is Boris Kern’s now; its address stays."]
    assert (moved.pk, moved.said_by, moved.event.version) == (
        statement.pk, "Boris Kern", statement.event.version + 1,
    )  # fmt: skip
    own_page = text_of(client, statement.get_absolute_url())
    assert "Mayor of Harbour" in own_page
    words = "this statement was attributed to Ada Holm. It is by Boris Kern."
    assert words in own_page and words in text_of(client, "/corrections/")
    assert "Trade will grow." in text_of(client, boris.speaker.get_absolute_url())
    assert "Trade will grow." not in text_of(client, ada.get_absolute_url())
    last = Version.objects.filter(kind="events.event").first()
    assert last.what_for == f"Statement {statement.pk} from Ada Holm to Boris Kern"


def test_moved_to_somebody_who_was_not_listed_the_event_lists_them(client, statement):
    client.force_login(make_user("Publisher"))
    clara = SpeakerFactory(name="Clara Dorn")

    sent(client, statement, to="person", person=clara.pk, printed_post="Clerk")

    assert Statement.objects.get().appearance == statement.event.appearances.get(speaker=clara)
    assert [str(one) for one in statement.event.appearances.all()] == ["Ada Holm", "Boris Kern", "Clara Dorn"]
    assert statement.event.appearances.get(speaker=clara).printed_post == "Clerk"
    assert not Correction.objects.exists()
    assert Version.objects.filter(kind="events.event").first().what_for.endswith("no correction: A slip.")


def test_moved_to_a_group_it_is_nobodys_alone_until_somebody_is_known(client, statement, boris):
    client.force_login(make_user("Publisher"))

    sent(client, statement, to="group", attribution="The experts")
    assert Statement.objects.get().said_by == "The experts"

    move_statement(statement, boris, reason="Heard again.")
    assert Statement.objects.get().said_by == "Boris Kern"


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "Choose who said it."),
        ({"to": "person"}, "Choose who it was."),
        ({"to": "person", "person": "9" * 30}, "Select a valid choice"),
        ({"to": "group", "attribution": " "}, "Say who it was, as printed."),
        ({"to": "boris", "reason": ""}, "write a correction, or say why none is needed"),
        ({"to": "boris", "seen": "0"}, "Not done yet"),
        ({"to": "77"}, "Select a valid choice"),
    ],
)
def test_refusal_is_told_on_the_page_and_nothing_moves(client, statement, boris, fields, words):
    client.force_login(make_user("Publisher"))
    if fields.get("to") == "boris":
        fields = fields | {"to": boris.pk}

    answer = sent(client, statement, **fields)

    assert (answer.status_code, words in answer.content.decode()) == (200, True)
    assert Statement.objects.get().said_by == "Ada Holm"
    assert not Correction.objects.exists()


def test_what_is_withdrawn_or_under_the_rule_does_not_move(client, statement, boris):
    client.force_login(make_user("Publisher"))
    withdraw_statement(statement, "Misheard.")
    assert "show it again first" in " ".join(messages_on(client.get(page_of(statement), follow=True)))

    with pytest.raises(ValidationError, match="is withdrawn"):
        move_statement(statement, boris, reason="A slip.")
    other = EventFactory(record_rule=Event.RecordRule.CHATHAM_HOUSE)
    secret = other.statements.create(text="Quiet words.", attribution="A participant", own_words=True)
    with pytest.raises(ValidationError, match="no speaker"):
        move_statement(secret, AppearanceFactory(event=other))


def test_a_speaker_of_another_event_or_whose_row_is_gone_is_refused(statement, boris):
    with pytest.raises(ValidationError, match="no longer listed"):
        move_statement(statement, AppearanceFactory(), reason="A slip.")
    stale = Appearance.objects.get(pk=boris.pk)
    boris.delete()
    with pytest.raises(ValidationError, match="no longer listed"):
        move_statement(statement, stale, reason="A slip.")


def test_a_draft_moves_without_a_word_to_readers(client, statement, boris):
    Event.objects.update(status="draft", publish_at=None, first_public_at=None)
    client.force_login(make_user("Editor"))

    assert "correction" not in client.get(page_of(statement)).context["form"].fields
    sent(client, statement, to=boris.pk)

    assert Statement.objects.get().said_by == "Boris Kern"


def test_from_a_complaint_it_moves_and_the_complaint_is_closed(client, statement, boris):
    complaint = Complaint.objects.create(
        statement=statement, about="speaker", text="It was Boris.", ticket="1"
    )
    client.force_login(make_user("Publisher"))
    listed = client.get(f"/admin/events/complaint/{complaint.pk}/change/").content.decode()
    way = re.search(r'href="([^"]+/move/\?complaint=\d+)"', listed)[1]

    page = client.get(way)
    assert "It was Boris." in page.content.decode() and page.context["form"]["closes"].value()
    data = {"seen": statement.version, "to": boris.pk, "correction": "It is by [[name]].", "closes": "on"}
    client.post(way, data)

    complaint.refresh_from_db()
    assert (complaint.outcome, Statement.objects.get().said_by) == ("corrected", "Boris Kern")
    assert Correction.objects.get().text == "It is by Boris Kern."


@pytest.mark.django_db(transaction=True)
def test_pressed_twice_in_the_same_instant_it_moves_once(statement, boris):
    def move():
        move_statement(Statement.objects.get(), Appearance.objects.get(pk=boris.pk), "It is by [[name]].")

    answers = at_once(move, move)

    assert Correction.objects.count() == 1
    assert len([one for one in answers if isinstance(one, ValidationError)]) == 1


@pytest.mark.django_db(transaction=True)
def test_speaker_who_is_deleted_or_merged_in_the_same_instant_is_told_to_be_gone(statement):
    for end in (delete_unused, lambda speaker: merge_speakers(SpeakerFactory(), speaker)):
        gone = SpeakerFactory()

        def move(gone=gone):
            move_statement(Statement.objects.get(), Appearance(speaker=gone), reason="Misheard.")

        answers = at_once(lambda end=end, gone=gone: end(Speaker.objects.get(pk=gone.pk)), move)

        assert all(one is None or isinstance(one, ValidationError) for one in answers), answers


@pytest.mark.django_db(transaction=True)
def test_of_two_who_move_it_in_the_same_instant_the_second_looks_first(statement, boris):
    make_roles(apps)
    third = AppearanceFactory(event=statement.event)
    desks = [Client(), Client()]
    for desk, name in zip(desks, "ab", strict=True):
        desk.force_login(make_user("Publisher", name))

    def move(desk, to):
        data = {"seen": statement.version, "to": to.pk, "correction": "It is by [[name]]."}
        return lambda: desk.post(page_of(statement), data).status_code

    assert sorted(at_once(move(desks[0], boris), move(desks[1], third))) == [200, 302]

    assert Correction.objects.count() == 1
