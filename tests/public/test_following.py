"""Readers follow by e-mail: asked first, told once, ended by one click; where no mail is sent, nothing is offered."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.core.management import call_command
from django.utils import timezone

from config import post
from following.deeds import ask, tell_news
from following.models import Follow
from people.forgetting import forget_person
from publishing.deeds import publish, withdraw
from publishing.models import OldAddress
from tests.factories import (
    PublicEventFactory,
    SpeakerFactory,
    StatementFactory,
    TopicFactory,
    event_with_statements,
)

pytestmark = [pytest.mark.django_db, pytest.mark.rendering]

TO = "reader@example.org"


@pytest.fixture
def sent(settings, monkeypatch):
    """The letters that went out; the thread that sends them is waited for."""
    settings.MAILERS = {"default": {"BACKEND": "django.core.mail.backends.locmem.EmailBackend"}}
    monkeypatch.setattr(post, "send_soon", lambda written: [letter.send() for letter in written()])
    return mail.outbox


@pytest.fixture
def event():
    return event_with_statements("Grain moves by rail.", title="Freight")


def link_in(letter, deed: str) -> str:
    (link,) = re.findall(rf"https?://[^/\s]+(/\S*{deed}/\?key=[\w:-]+)", letter.body)
    return link


def follow(client, sent, page: str, every: str = "day") -> None:
    """Ask, and confirm by the link that comes."""
    assert client.post(page, {"email": TO, "every": every}).status_code == 303
    confirmed = client.post(link_in(sent[-1], "confirm"))
    assert "Confirmed" in confirmed.text


def a_day_later() -> None:
    Follow.objects.update(told_at=timezone.now() - timedelta(days=1))


def test_without_a_mail_server_nothing_is_offered(client, event):
    speaker = event.appearances.get().speaker
    assert "by-mail" not in client.get(speaker.get_absolute_url()).text
    assert client.get(f"/follow/by-mail/?speaker={speaker.slug}").status_code == 404


def test_reader_is_asked_first_told_once_and_ends_it_by_one_click(client, event, sent, capsys):
    speaker = event.appearances.get().speaker
    page = f"/follow/by-mail/?speaker={speaker.slug}"
    assert page in client.get(speaker.get_absolute_url()).text
    client.post(page, {"email": TO, "every": "day"})
    assert client.get(link_in(sent[0], "confirm")).status_code == 200  # a letter box looks at links
    assert Follow.objects.get().confirmed_at is None
    a_day_later()
    assert tell_news() == (0, 0)
    client.post(link_in(sent[0], "confirm"))
    assert tell_news() == (0, 0)  # what was there already is not news

    later = PublicEventFactory(title="Rails", publish_at=timezone.now() - timedelta(minutes=1))
    StatementFactory(event=later, appearance__event=later, appearance__speaker=speaker, text="Rails rust.")
    a_day_later()
    call_command("tell_news")

    assert "1 letters sent" in capsys.readouterr().out
    letter = sent[-1]
    assert letter.to == [TO]
    assert "Rails rust." in letter.body
    assert "Grain moves" not in letter.body
    assert letter.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    a_day_later()
    assert tell_news() == (0, 0)
    withdraw(later, "A slip.")
    publish_again(later)
    a_day_later()
    assert tell_news() == (0, 0)  # told already

    end = link_in(letter, "end")
    assert client.get(end).status_code == 200
    assert Follow.objects.exists()
    assert client.post(end, {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert not Follow.objects.exists()
    assert "We do not write to you any more" in client.post(end).text


def publish_again(event) -> None:
    from publishing.deeds import return_to_draft

    return_to_draft(event)
    publish(event)


def test_a_search_and_a_topic_are_followed_too(client, event, sent):
    follow(client, sent, "/follow/by-mail/?q=rail")
    later = event_with_statements("Rail freight stands still.", publish_at=timezone.now())
    a_day_later()
    assert tell_news() == (1, 0)
    assert "Rail freight stands still." in sent[-1].body
    assert later.statements.get().said_by in sent[-1].body
    assert client.get("/follow/by-mail/?q=").status_code == 404
    assert client.get("/follow/by-mail/?topic=none").status_code == 404


def test_weekly_waits_a_week_and_what_is_not_public_is_never_told(client, event, sent):
    speaker = event.appearances.get().speaker
    follow(client, sent, f"/follow/by-mail/?speaker={speaker.slug}", every="week")
    draft = PublicEventFactory(status="draft", publish_at=None)
    StatementFactory(event=draft, appearance__event=draft, appearance__speaker=speaker, text="Secret rails.")
    letters = len(sent)
    a_day_later()
    assert tell_news() == (0, 0)
    Follow.objects.update(told_at=timezone.now() - timedelta(days=8))
    assert tell_news() == (0, 0)
    assert len(sent) == letters


def test_strangers_cannot_fill_a_letter_box(sent, event):
    what = ("speaker", event.appearances.get().speaker.slug, "day", "en")
    for _ in range(6):
        ask("another@example.org", *what)
    assert len(sent) == 3
    assert Follow.objects.count() == 1
    Follow.objects.update(asked_at=timezone.now() - timedelta(days=4))
    tell_news()
    assert not Follow.objects.exists()  # never confirmed: forgotten


def test_bad_input_is_told_in_words_and_kept(client, event, sent):
    page = f"/follow/by-mail/?speaker={event.appearances.get().speaker.slug}"
    answer = client.post(page, {"email": "no address", "every": "hour"})
    assert answer.status_code == 422
    assert 'value="no address"' in answer.text
    assert client.get("/follow/by-mail/confirm/?key=x").status_code == 410
    assert not sent


def test_two_commands_at_once_write_one_letter(event, sent):
    from following.deeds import _claimed

    follow = Follow.objects.create(
        email=TO, kind="topic", what="t", language="en", confirmed_at=timezone.now(), every="day"
    )
    a_day_later()
    assert _claimed(follow)
    assert not _claimed(follow)


def test_nobody_follows_who_is_forgotten_and_a_namesake_is_followed_on():
    lukin, brother = SpeakerFactory(name="Артём Лукин", slug="lukin"), SpeakerFactory(name="Пётр Лукин")
    OldAddress.remember("/speakers/a-lukin/", lukin)
    OldAddress.remember("/speakers/petr-lukin-2/", brother)
    of_topic = TopicFactory(name="Лукин мыс").slug
    stay = [("speaker", brother.slug), ("speaker", "petr-lukin-2"), ("topic", of_topic), ("search", "q=rail")]
    go = [
        ("speaker", "lukin"),
        ("speaker", "a-lukin"),
        ("search", "q=%D0%9B%D1%83%D0%BA%D0%B8%D0%BD%D0%B0"),
        ("search", "q=rail&who=artyom-lukin"),
    ]
    for kind, what in [*go, *stay]:
        Follow.objects.create(email=TO, kind=kind, what=what, language="en")

    forget_person(lukin)

    assert list(Follow.objects.values_list("kind", "what")) == stay
