"""The same record in two languages: each leads to the other, as soon and as long as both are public."""

import json
import re
from datetime import timedelta
from functools import partial

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from desk.roles import make_roles
from events.models import Event
from events.names_out import take_all_names_out
from events.placing import place_statements
from publishing.bringing_back import bring_back
from publishing.changes import unit_of_work
from publishing.deeds import withdraw
from publishing.models import Version
from tests.at_once import at_once
from tests.desk.conftest import logged_in, publisher  # noqa: F401 -- fixtures, used by name
from tests.desk.pages import change_page, errors_on, form_on
from tests.desk.users import make_user
from tests.factories import (
    AppearanceFactory,
    AuthorshipFactory,
    PublicEventFactory,
    PublicOpinionFactory,
    StatementFactory,
)
from tests.html import squeezed

pytestmark = pytest.mark.django_db

PAIRS = {
    "events": (PublicEventFactory, "events_event"),
    "opinions": (PublicOpinionFactory, "opinions_opinion"),
}


@unit_of_work()
def pair(kind: str = "events", **fields):
    """A record in Russian, and its counterpart in English."""
    make = PAIRS[kind][0]
    first = make(title="Грузы ждут", language="ru", slug="gruzy", lead="Почему.")
    fields |= {"lead": "Why.", "translation_of": first}
    other = make(title="Freight waits", language="en", slug="freight", **fields)
    for opinion in (first, other) if kind == "opinions" else ():
        AuthorshipFactory(opinion=opinion)
    return first, other


def told_of(client, record) -> list[tuple[str, str]]:
    """The language and the address of each counterpart that the page leads to."""
    page = squeezed(client.get(record.get_absolute_url()).text)
    return re.findall(r'Also in (\w+): <a href="([^"]+)"', page)


def alternates(page: str) -> dict[str, str]:
    return dict(
        re.findall(r'<link rel="alternate" hreflang="([^"]+)" href="http://testserver([^"]+)">', page)
    )


def work_in(page: str) -> dict:
    data = json.loads(page.partition('application/ld+json">')[2].partition("</script>")[0])
    return data.get("subjectOf") or data


@pytest.mark.parametrize("kind", PAIRS)
def test_each_leads_readers_search_engines_and_machines_to_the_other(client, kind):
    first, other = pair(kind)
    english, russian = other.get_absolute_url(), f"/ru{first.get_absolute_url()}"

    pages = {one: client.get(one.get_absolute_url()).text for one in (first, other)}

    assert told_of(client, first) == [("English", english)]
    assert told_of(client, other) == [("Russian", russian)]
    assert f'<a href="{russian}" hreflang="ru" lang="ru">Грузы ждут</a>' in pages[other]
    for page in pages.values():
        assert alternates(page) == {"en": english, "ru": russian, "x-default": english}
    assert work_in(pages[other])["translationOfWork"]["url"] == f"http://testserver{russian}"
    assert work_in(pages[first])["workTranslation"][0]["url"] == f"http://testserver{english}"
    for one, its in ((first, other), (other, first)):
        (told,) = client.get(f"/api/v1/{kind}/{one.pk}/").json()["counterparts"]
        assert (told["number"], told["title"], told["language"]) == (its.pk, its.title, its.language)
    table = b"".join(client.get(f"/{kind}/?format=csv")).decode()
    assert "counterparts" in table
    assert "Freight waits, en" in table


def test_the_same_event_in_another_language_is_not_called_related(client):
    first, other = pair()
    AppearanceFactory(event=other, speaker=AppearanceFactory(event=first).speaker)

    assert client.get(other.get_absolute_url()).context["related"] == []


def test_records_in_three_languages_lead_to_each_other(client):
    first, _english = pair()
    german = PublicEventFactory(title="Fracht", language="de", slug="fracht", translation_of=first)

    assert [language for language, _path in told_of(client, german)] == ["Russian", "English"]
    assert [language for language, _path in told_of(client, first)] == ["German", "English"]
    assert alternates(client.get(german.get_absolute_url()).text)["ru"] == "/ru/events/2019/gruzy/"


@pytest.mark.parametrize("state", ["draft", "scheduled", "withdrawn"])
def test_nothing_leads_to_what_is_not_public(client, state):
    tomorrow = timezone.now() + timedelta(days=1)
    at = {"draft": None, "scheduled": tomorrow}.get(state, timezone.now())
    first, _other = pair(
        status=state, publish_at=at, withdrawal_note="A note." if state == "withdrawn" else ""
    )

    page = client.get(first.get_absolute_url()).text

    assert "Freight waits" not in page
    assert alternates(page)["en"] == first.get_absolute_url()
    assert client.get(f"/api/v1/events/{first.pk}/").json()["counterparts"] == []


@pytest.mark.parametrize("kind", PAIRS)
def test_kept_pages_follow_what_becomes_of_the_other(client, kind):
    first, other = pair(kind)
    other.translation_of = None
    other.save()
    assert told_of(client, first) == []

    other.translation_of = first
    other.save()
    assert len(told_of(client, first)) == 1

    other.title = "Freight has come"
    other.save()
    assert "Freight has come" in client.get(first.get_absolute_url()).text

    first.title = "Грузы пришли"
    first.save()
    assert "Грузы пришли" in client.get(other.get_absolute_url()).text

    withdraw(other, "Twice the same.")
    assert told_of(client, first) == []


def test_withdrawn_words_do_not_stand_in_the_title_of_the_other(client):
    first, other = pair()
    said = StatementFactory(appearance=AppearanceFactory(event=first), text="Грузы ждут", own_words=False)
    first.report = "<p>Грузы ждут</p>"
    first.save()
    place_statements(first)
    said.withdrawn_at, said.withdrawal_note = timezone.now(), "Wrong."
    said.save()

    assert "Грузы ждут" not in client.get(other.get_absolute_url()).text


@pytest.mark.parametrize("kind", PAIRS)
def test_what_does_not_go_together_is_refused_in_words(kind):
    make = PAIRS[kind][0]
    first, other = pair(kind)
    itself = make()
    itself.translation_of = itself
    refused = [
        ("in the same language", make.build(language="ru", slug="x", translation_of=first)),
        ("in the same language", itself),
        ("counterpart of a third", make.build(language="de", slug="x", translation_of=other)),
        ("another counterpart in this language", make.build(language="en", slug="x", translation_of=first)),
    ]

    for words, record in refused:
        with pytest.raises(ValidationError, match=words):
            record.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        itself.save()
    first.language = "en"
    with pytest.raises(
        ValidationError, match="“Freight waits”, which is a counterpart of this, is in the same"
    ):
        first.full_clean()


def test_an_event_under_the_rule_has_no_counterpart_that_tells_who_was_there(client):
    first, other = pair()
    Event.objects.filter(pk=first.pk).update(record_rule="chatham-house")  # past every check

    assert told_of(client, other) == []
    with pytest.raises(ValidationError, match="would tell who took part"):
        Event.objects.get(pk=other.pk).full_clean()


@pytest.mark.parametrize("which", [0, 1])
def test_taking_all_names_out_parts_it_from_its_counterpart(client, which):
    records = pair()

    take_all_names_out(records[which], {})

    assert Event.objects.get(slug="freight").translation_of is None


@pytest.mark.parametrize("kind", PAIRS)
def test_an_editor_chooses_it_and_meets_it_on_the_other_form(client, publisher, kind):  # noqa: F811
    first, other = pair(kind)
    other.translation_of = None
    other.save()
    client.force_login(publisher)
    form = form_on(client, change_page(other))

    answer = client.post(change_page(other), form | {"translation_of": first.pk, "_save": "1"})

    assert answer.status_code == 302, errors_on(answer)
    other.refresh_from_db()
    assert other.translation_of == first
    page = squeezed(client.get(change_page(first)).text)
    assert f'<a class="link" href="{change_page(other)}">Freight waits</a> (English, published)' in page
    assert 'name="translation_of"' not in page
    wrong = client.post(
        change_page(other), form | {"translation_of": first.pk, "language": "ru", "_save": "1"}
    )
    assert errors_on(wrong)["translation_of"] == "“Грузы ждут” is in the same language."


def test_versions_tell_it_and_bring_it_back():
    first, other = pair()
    other.translation_of = None
    other.save()

    bring_back(other, Version.objects.get(object_id=other.pk, kind="events.event", number=1))

    other.refresh_from_db()
    assert other.translation_of == first


def test_a_translated_statement_leads_to_what_was_said(client):
    first, other = pair()
    said = StatementFactory(appearance=AppearanceFactory(event=other), text="Wait.", evidence="translated")

    page = squeezed(client.get(said.get_absolute_url()).text)

    assert f'Also in Russian: <a href="/ru{first.get_absolute_url()}"' in page
    assert "Our translation of what was said in another language." in page


def test_record_that_became_another_since_it_was_chosen_is_no_counterpart():
    """Whoever chooses it holds it while they save, and so sees what somebody else made of it in the same instant."""
    for become in (
        lambda record: Event.objects.filter(pk=record.pk).update(language="en"),
        lambda record: take_all_names_out(Event.objects.get(pk=record.pk), {}),
        lambda record: Event.objects.filter(pk=record.pk).update(
            translation_of=PublicEventFactory(language="de")
        ),
    ):
        chosen = PublicEventFactory(language="ru")
        other = PublicEventFactory(language="en", translation_of=None)
        become(chosen)
        other.translation_of = chosen

        with pytest.raises(ValidationError):
            other.save()


@pytest.mark.django_db(transaction=True)
def test_two_that_name_each_other_at_once_are_counterparts_and_nobody_is_refused():
    make_roles(apps)
    pair = PublicEventFactory(title="On Engines"), PublicEventFactory(title="О машинах", language="ru")
    forms = []
    for number, (one, other) in enumerate([pair, pair[::-1]]):
        client = Client()
        client.force_login(make_user("Publisher", f"publisher{number}"))
        forms.append(
            (client, change_page(one), form_on(client, change_page(one)) | {"translation_of": other.pk})
        )

    answers = at_once(*[partial(client.post, address, data) for client, address, data in forms])

    assert [answer.status_code for answer in answers] == [302, 302]
    first, second = Event.objects.exclude(translation_of=None), Event.objects.filter(translation_of=None)
    assert first.get().translation_of == second.get()
