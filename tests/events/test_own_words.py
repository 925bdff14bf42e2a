"""Speakers are asked whether they are recorded rightly; their answer stands beside the statement, or waits."""

import re
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from events.models import Event, OwnWord, OwnWordLink
from events.moving import move_statement
from events.own_words import USED_UP, AnotherNow, Answer, answer, ask, decide, key_of, link_of
from events.placing import place_statements
from publishing.changes import unit_of_work
from tests.desk.conftest import logged_in
from tests.factories import AppearanceFactory, PublicEventFactory, StatementFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
@unit_of_work()
def seat():
    """Leila's seat at an event where two statements are hers and one is another's."""
    words = ["A corridor is a map.", "Premiums doubled.", "It rained."]
    event = PublicEventFactory(report="".join(f"<p>{one}</p>" for one in words))
    seat = AppearanceFactory(event=event, printed_name="Leila Haddad")
    for number, one in enumerate(words):
        StatementFactory(
            event=event,
            text=one,
            order=number,
            appearance=seat if number < 2 else AppearanceFactory(event=event),
        )
    place_statements(event)
    return seat


def address(link) -> str:
    return f"/own-word/?key={key_of(link)}"


def typed(first: dict, second: dict, seat) -> dict:
    one, two = seat.statements.all()
    return {f"s{one.pk}-{name}": value for name, value in first.items()} | {
        f"s{two.pk}-{name}": value for name, value in second.items()
    }


def test_speaker_sees_their_statements_and_nothing_else_and_answers_once(client, seat):
    link = ask(seat)
    shown = client.get(address(link))
    assert "A corridor is a map." in shown.text
    assert "It rained." not in shown.text
    assert shown.headers["X-Robots-Tag"] == "noindex"
    assert "no-store" in shown.headers["Cache-Control"]
    assert not shown.cookies

    data = typed({"says": "confirm"}, {"says": "object", "objection": "", "reply": "Ten <b>days</b>."}, seat)
    refused = client.post(address(link), data)
    assert refused.status_code == 422
    assert "Ten &lt;b&gt;days" in refused.text
    assert not OwnWord.objects.exists()
    second = seat.statements.last()
    thanks = client.post(address(link), data | {f"s{second.pk}-objection": "It was ten days."})

    assert "have come in: 2 statements" in " ".join(thanks.text.split())
    assert client.post(address(link), data).status_code == 410
    first = seat.statements.first()
    for page in (first.get_absolute_url(), seat.event.get_absolute_url(), seat.speaker.get_absolute_url()):
        assert "Confirmed by the speaker" in client.get(page).text
    assert "Ten " not in client.get(second.get_absolute_url()).text
    assert client.get(f"/api/v1/statements/{first.pk}/").json()["confirmed"]


def test_reply_is_published_by_an_editor_and_stands_for_good(client, seat):
    said = seat.statements.first()
    answer(ask(seat), {said.pk: Answer(reply="Ten <b>days</b>.")})
    word = OwnWord.objects.get()
    logged_in(client, "Editor")
    assert (
        client.post(f"/admin/events/ownword/{word.pk}/change/", {"reply_state": "public"}).status_code == 403
    )
    logged_in(client, "Publisher")
    assert "Speakers’ own words" in client.get("/admin/").text
    client.post(f"/admin/events/ownword/{word.pk}/change/", {"reply_state": "public", "decided": ""})
    client.logout()
    for page in (said.get_absolute_url(), seat.event.get_absolute_url()):
        assert "Ten &lt;b&gt;days&lt;/b&gt;." in client.get(page).text
    assert client.get(f"/api/v1/statements/{said.pk}/").json()["reply"] == "Ten <b>days</b>."
    with pytest.raises(ValidationError, match="for good"):
        decide(word, reply="refused")


def test_objection_waits_at_the_desk_until_it_is_decided(client, seat):
    said = seat.statements.first()
    answer(ask(seat), {said.pk: Answer(objection="A drawing, not a map.")})
    word = OwnWord.objects.get()
    logged_in(client, "Publisher")
    listed = {
        what: client.get(f"/admin/events/ownword/?what={what}").text for what in ("objections", "replies")
    }
    assert "Waits" in listed["objections"] and "Waits" not in listed["replies"]
    assert "A drawing, not a map." in client.get(f"/admin/events/ownword/{word.pk}/change/").text
    client.post(f"/admin/events/ownword/{word.pk}/change/", {"closes": "on", "decided": "stands: minute 12"})
    assert not OwnWord.objects.waiting().exists()
    with pytest.raises(ValidationError, match="no objection"):
        decide(word, closes=True)
    assert "A drawing" not in client.get(said.get_absolute_url()).text


def test_what_was_confirmed_is_not_confirmed_any_more_when_it_changes(seat):
    said = seat.statements.first()
    answer(ask(seat), {said.pk: Answer(confirms=True)})
    assert OwnWord.objects.get().is_confirmed
    said.text = "A corridor is a drawing."
    said.save()
    assert not OwnWord.objects.get().is_confirmed
    move_statement(said, AppearanceFactory(event=seat.event), reason="A slip.")
    assert not OwnWord.objects.exists()


def test_speaker_confirms_no_words_that_they_have_not_read(client, seat):
    first = seat.statements.first()
    link = address(ask(seat))
    print_read = re.search(rf'name="s{first.pk}-seen" value="(\w+)"', client.get(link).text)[1]
    data = {f"s{first.pk}-seen": print_read, f"s{first.pk}-says": "confirm"}
    first.text = "A corridor is a wall."
    first.save()

    told = client.post(link, data)

    assert told.status_code == 422
    assert "changed after you had opened this page" in told.text
    assert "A corridor is a wall." in told.text
    with pytest.raises(AnotherNow):  # in the very moment in which they send it, too
        answer(seat.own_word_links.get(), {first.pk: Answer(confirms=True, seen=print_read)})
    assert not OwnWord.objects.exists()
    print_now = re.search(rf'name="s{first.pk}-seen" value="(\w+)"', told.text)[1]
    assert client.post(link, data | {f"s{first.pk}-seen": print_now}).status_code == 200
    assert OwnWord.objects.get().is_confirmed


def test_nothing_is_decided_of_a_word_that_went_with_the_move(seat):
    said = seat.statements.first()
    answer(ask(seat), {said.pk: Answer(objection="Not mine.")})
    word = OwnWord.objects.get()
    move_statement(said, AppearanceFactory(event=seat.event), reason="It was another.")
    with pytest.raises(ValidationError, match="Nothing was decided"):
        decide(word, closes=True, decided="moved")


def test_link_ends_with_a_newer_one_with_its_time_and_with_the_event(client, seat):
    old = ask(seat)
    new = ask(seat)
    assert client.get(address(old)).status_code == 410
    assert client.get("/own-word/?key=made-up").status_code == 410
    assert client.get("/own-word/").status_code == 410
    OwnWordLink.objects.update(made_at=timezone.now() - timedelta(days=31))
    assert USED_UP[:20] in client.get(address(new)).text
    newest = ask(seat)
    Event.objects.filter(pk=seat.event_id).update(status="withdrawn")
    with pytest.raises(ValidationError):
        link_of(key_of(newest))


def test_nobody_is_asked_about_what_is_not_public_or_under_the_rule(seat):
    silent = AppearanceFactory(event=seat.event)
    with pytest.raises(ValidationError, match="Nothing is recorded"):
        ask(silent)
    Event.objects.filter(pk=seat.event_id).update(status="draft")
    with pytest.raises(ValidationError, match="public"):
        ask(seat)


def test_desk_makes_a_link_and_shows_it_once(client, seat):
    logged_in(client, "Publisher")
    page = f"/admin/events/ownword/ask/{seat.event_id}/"
    assert page in client.get(f"/admin/events/event/{seat.event_id}/change/").text
    made = client.post(page, {"appearance": seat.pk}).text
    (link,) = re.findall(r"https?://[^\s<]+/own-word/\?key=[\w:-]+", made)
    assert "/own-word/?key=" not in client.get(page).text
    client.logout()
    assert client.get(link.partition("//")[2].partition("/")[2].join(["/", ""])).status_code == 200


def test_all_speakers_of_an_event_are_asked_at_once_and_nobody_twice(client, seat):
    logged_in(client, "Publisher")
    page = f"/admin/events/ownword/ask/{seat.event_id}/"
    AppearanceFactory(event=seat.event, printed_name="Nobody Quoted")
    offered = client.get(page).text
    assert "Make 2 links" in offered and offered.count("Make a link") == 2
    assert "nothing to ask" in offered

    made = client.post(page, {"all": "on"}).text

    links = re.findall(r"https?://[^\s<]+/own-word/\?key=([\w:-]+)</code>", made)
    assert [str(link_of(key).appearance) for key in links] == [
        str(one) for one in seat.event.appearances.all() if one.statements.exists()
    ]
    assert f"body=Dear%20{str(seat).replace(' ', '%20')}" in made and "Nobody%20Quoted" not in made
    assert "/own-word/?key=" not in client.post(page, {"all": "on"}).text
    assert "Make " not in client.get(page).text.replace("Make a link", "")
    assert OwnWordLink.objects.count() == 2
    assert [link_of(key) for key in links]  # those that were made still work


def test_event_that_goes_under_the_rule_keeps_no_own_word(seat):
    said = seat.statements.first()
    answer(ask(seat), {said.pk: Answer(reply="Mine.")})
    event = seat.event
    event.statements.update(appearance=None, attribution="A participant")
    event.record_rule = Event.RecordRule.CHATHAM_HOUSE
    event.save()
    assert not OwnWord.objects.exists()
    assert not OwnWordLink.objects.exists()
