"""Two languages of interface: by the address alone, whole, and around records that stay as they are."""

import json
import os
import re
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from gettext import GNUTranslations
from html import unescape
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings
from django.core.cache import cache
from django.urls import Resolver404, resolve, reverse
from django.utils.translation import override

from events.dates import MOMENT
from events.placing import place_statements
from events.withdrawing import withdraw_statement
from public.counted import COUNTED, counted
from publishing import interface
from publishing.changes import unit_of_work
from publishing.interface import in_language, without_language
from tests.factories import (
    AuthorshipFactory,
    PageFactory,
    PublicEventFactory,
    PublicOpinionFactory,
    TopicFactory,
    event_with_statements,
)
from tests.html import squeezed
from tests.public_addresses import names_in_urlconf, pages_in_urlconf

CATALOGUE = Path(settings.BASE_DIR) / "locale/ru/LC_MESSAGES"
ENTRY = re.compile(
    r'^(?:msgctxt (?P<context>".*")\n)?msgid (?P<id>".*")\n(?P<rest>(?:msg.*\n)+)', re.MULTILINE
)
STRING = re.compile(r'^msgstr(?:\[(\d)\])? (".*")$', re.MULTILINE)


def written() -> dict[str, str]:
    """The strings of the .po, by the keys that gettext has in a .mo; each stands in one line."""
    found = {}
    for entry in ENTRY.finditer((CATALOGUE / "django.po").read_text()):
        key = json.loads(entry["id"])
        if entry["context"]:
            key = f"{json.loads(entry['context'])}\x04{key}"
        for number, text in STRING.findall(entry["rest"]):
            found[f"{key}[{number}]" if number else key] = json.loads(text)
    del found[""]  # the heading, which says how many plurals there are
    return found


def test_no_string_of_the_catalogue_is_left_blank_or_uncertain():
    text = (CATALOGUE / "django.po").read_text()

    assert [key for key, words in written().items() if not words] == []
    assert "fuzzy" not in text and "#~" not in text


def test_compiled_catalogue_is_that_of_its_source():
    with (CATALOGUE / "django.mo").open("rb") as file:
        compiled = GNUTranslations(file)._catalog

    keys = {f"{key[0]}[{key[1]}]" if isinstance(key, tuple) else key: text for key, text in compiled.items()}
    assert {key: text for key, text in keys.items() if key} == written()


@pytest.mark.skipif(not shutil.which("xgettext"), reason="needs GNU gettext, as whoever translates does")
def test_every_string_of_the_interface_is_in_the_catalogue(tmp_path):
    """Read once more from code and templates: what is new in them is missing here."""
    for folder in (
        "api",
        "config",
        "events",
        "people",
        "public",
        "publishing",
        "search",
        "templates",
        "verifying",
        "following",
    ):
        shutil.copytree(Path(settings.BASE_DIR) / folder, tmp_path / folder)
    (tmp_path / "locale").mkdir()
    subprocess.run(
        [sys.executable, "-m", "django", "makemessages", "--locale", "ru", "--no-wrap"],
        cwd=tmp_path,
        env={name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"},
        check=True,
        capture_output=True,
    )

    asked = {
        entry["id"] for entry in ENTRY.finditer((tmp_path / "locale/ru/LC_MESSAGES/django.po").read_text())
    }
    there = {entry["id"] for entry in ENTRY.finditer((CATALOGUE / "django.po").read_text())}
    assert asked == there


@pytest.mark.parametrize(
    ("number", "words"),
    [(1, "1 позиция"), (2, "2 позиции"), (5, "5 позиций"), (11, "11 позиций"), (21, "21 позиция")],
)
def test_numbers_are_counted_as_russian_counts(number, words):
    with override("ru"):
        assert counted(number, "position") == words
        assert counted(12_000 + number, "event").startswith("12\xa00")


@pytest.mark.parametrize("code", ["en", "ru"])
def test_an_address_that_a_page_has_often_is_the_one_of_the_urlconf(code):
    with override(code):
        assert interface.address("events:event", "0987", "a-slug") == reverse(
            "events:event", args=[987, "a-slug"]
        )
        assert interface.address("events:statement", 7919) == reverse("events:statement", args=[7919])
        assert interface.address("events:events") == reverse("events:events")


def test_a_moment_is_written_as_it_is_in_each_time_zone():
    noon = datetime(2019, 4, 26, 12, tzinfo=UTC)

    assert interface.written(noon, MOMENT) == "26 April 2019, 12:00"
    assert interface.written(noon.astimezone(ZoneInfo("Asia/Tokyo")), MOMENT) == "26 April 2019, 21:00"


def test_all_that_a_template_counts_can_be_counted():
    asked = re.compile(r"""\|(?:counted|noun):"([^"]+)\"""")
    templates = (Path(settings.BASE_DIR) / "templates").rglob("*.html")

    assert {what for file in templates for what in asked.findall(file.read_text())} <= COUNTED.keys()


def test_every_page_has_its_twin_and_what_machines_read_has_none():
    assert {"events:event", "search:search", "verify", "data", "public:feed"} <= pages_in_urlconf()
    assert {"public:sitemap", "events:cite_event", "events:calendar", "data_file", "api:events"} <= (
        names_in_urlconf() - pages_in_urlconf()
    )
    with override("ru"):
        assert reverse("events:event", args=[2019, "summit"]) == "/ru/events/2019/summit/"
        assert reverse("public:home") == "/ru/"
        assert reverse("public:sitemap") == "/sitemap.xml"
        assert resolve("/ru/events/2019/summit/").view_name == "events:event"
        assert resolve("/ru/").view_name == "public:home"
        with pytest.raises(Resolver404):
            resolve("/ru/sitemap.xml")


def test_addresses_are_the_same_page_in_another_language():
    assert in_language("/events/?q=1", "ru") == "/ru/events/?q=1"
    assert in_language("/ru/events/", "en") == "/events/"
    assert without_language("/rust/") == "/rust/" and without_language("/ru") == "/"
    assert in_language("/ru//evil.example/", "en") == "/evil.example/"
    assert in_language("//evil.example/", "ru") == "/ru/evil.example/"


@pytest.fixture
@unit_of_work()
def event(db):
    event = event_with_statements(
        "The border is closed.",
        "It rains.",
        title="The border",
        report="<p>The border is closed. It rains.</p>",
        lead="Why now.",
    )
    event.topics.add(topic := TopicFactory(name="Trade"))
    for statement in event.statements.all():
        statement.topics.add(topic)
    return event


def page(client, path, status=200, **headers):
    response = client.get(path, **headers)
    assert response.status_code == status, path
    return squeezed(response.content.decode())


def test_page_says_its_language_its_twins_and_whose_identity_it_shows(client, event):
    statement = event.statements.first()
    lasting = statement.get_absolute_url()
    response = client.get(f"/ru{lasting}")
    html = squeezed(response.content.decode())

    assert '<html lang="ru">' in html
    assert f'<link rel="canonical" href="http://testserver/ru{lasting}">' in html
    for code, address in (("en", lasting), ("ru", f"/ru{lasting}"), ("x-default", lasting)):
        assert f'hreflang="{code}" href="http://testserver{address}"' in html
        assert f'hreflang="{code}" href="http://testserver{address}"' in page(client, lasting)
    # Links stay in the language; what is cited and what machines know does not depend on who reads.
    assert f'href="/ru{event.get_absolute_url()}' in html
    assert f"http://testserver{lasting}" in response.context["citation"]
    assert f'<http://testserver{lasting}>; rel="cite-as"' in response["Link"]
    as_read_by_machines = re.search(r'<script type="application/ld\+json">(.*?)</script>', html)[1]
    assert as_read_by_machines in page(client, lasting)
    # What was said is in the language it was said in, and says so.
    assert '<p class="statement__text" data-words="/ru' in html and 'lang="en"' in html


def test_switch_stays_on_the_page_with_all_that_was_asked(client, event):
    assert 'href="/ru/search/?q=border&amp;kind=event"' in page(client, "/search/?q=border&kind=event")
    html = page(client, "/ru/search/?q=border&kind=event")
    assert (
        '<a class="lang" lang="en" hreflang="en" href="/search/?q=border&amp;kind=event">English</a>' in html
    )


def test_address_alone_decides(client, event, settings):
    settings.MIDDLEWARE = ["public.page_cache.PageCache", *settings.MIDDLEWARE]
    cache.clear()
    asked = {"headers": {"accept-language": "ru"}}

    english, russian = page(client, "/events/", **asked), page(client, "/ru/events/", **asked)

    assert page(client, "/events/") == english and page(client, "/ru/events/") == russian
    assert "The border" in english and "The border" in russian
    assert "1 событие" in russian and "1 event" in english and "событие" not in english
    assert "Accept-Language" not in client.get("/ru/events/")["Vary"]


@pytest.mark.django_db
def test_authors_are_joined_in_the_language_of_the_page(client):
    opinion = PublicOpinionFactory(title="Rail")
    for name in ("Anna Berg", "Carl Dahl"):
        AuthorshipFactory(opinion=opinion, printed_name=name)
    address = opinion.get_absolute_url()

    assert "Anna Berg и Carl Dahl" in page(client, "/ru/opinions/")
    assert "Anna Berg и Carl Dahl, «Rail»" in client.get(f"/ru{address}").context["citation"]
    assert "Anna Berg and Carl Dahl, “Rail”" in client.get(address).context["citation"]


def test_pages_that_are_none_speak_russian_too(client, event):
    statement = event.statements.first()
    withdraw_statement(statement, "Put into the wrong mouth.")

    assert "Позиция" in page(client, f"/ru/statements/{statement.pk}/", 410)
    assert "По этому адресу нет страницы" in page(client, "/ru/nothing/", 404)
    assert "Этот список показать нельзя" in page(client, "/ru/events/?kind=none", 404)
    assert "Disallow: /ru/search/\n" in client.get("/robots.txt").text
    for path in ("/ru/admin/", "/ru/api/v1/", "/ru/sitemap.xml", "/ru/ru/", "/en/nothing.html"):
        page(client, path, 404)
    assert client.get("/ru/events")["Location"] == "/ru/events/"


def test_old_address_leads_on_in_the_language_in_which_it_is_asked(client, event):
    old = event.get_absolute_url()
    event.slug = "the-border-anew"
    event.save()

    assert client.get(f"/ru{old}")["Location"] == f"/ru{event.get_absolute_url()}"
    topic = event.topics.get()
    topic.slug = "trade-anew"
    topic.save()
    assert client.get("/ru/events/?topic=trade")["Location"].startswith("/ru/events/?topic=trade-anew")


def test_feed_in_russian_is_another_feed_of_the_same_entries(client, event):
    english, russian = (client.get(path).content.decode() for path in ("/feed/", "/ru/feed/"))

    assert "<title>Всё новое – Rapporteur</title>" in russian and "пересказ" in russian
    first = re.compile(r"<feed.*?<id>(.*?)</id>", re.DOTALL)
    assert first.search(english)[1] != first.search(russian)[1]
    entries = re.compile(r"<entry>.*?<id>(.*?)</id>", re.DOTALL)
    assert entries.findall(english) == entries.findall(russian)
    assert f"http://testserver/ru{event.get_absolute_url()}" in russian


#: Words of records, which stay, and of formats.
NO_WORDS = {"API", "Creative", "Rapporteur"}
ELEMENT = re.compile(r"<(/?)(\w+)([^>]*)>|([^<]+)")
SPOKEN = re.compile(r'(?:aria-label|placeholder|alt|title|data-copy|data-copied)="([^"]*)"')
VOID = {"meta", "link", "br", "img", "input", "hr", "source", "rect", "line", "circle"}


def spoken(html: str) -> list[str]:
    """The words of a page that are in its own language, attributes that are read out among them."""
    html = re.sub(r"<(script|style|head)\b.*?</\1>", "", html, flags=re.DOTALL)
    found, outer = [], []
    for closing, tag, attributes, text in ELEMENT.findall(html):
        if tag and closing:
            outer.pop()
            continue
        if tag:
            foreign = " lang=" in attributes and tag != "html" or any(outer)
            if not foreign:
                found += SPOKEN.findall(attributes)
            if tag not in VOID and not attributes.endswith("/"):
                outer.append(foreign)
        elif not any(outer):
            found.append(text)
    return [" ".join(unescape(text).split()) for text in found]


def test_no_english_of_the_interface_is_left_on_a_russian_page(client, event):
    """Whole strings of the catalogue, looked for on a page of each kind."""
    opinion = AuthorshipFactory(opinion__title="Ports", opinion__lead="Ports matter.").opinion
    opinion.topics.add(event.topics.get())
    PageFactory(title="Imprint")
    place_statements(event)
    speaker = event.appearances.first().speaker
    english = {
        text
        for entry in ENTRY.finditer((CATALOGUE / "django.po").read_text())
        if (text := json.loads(entry["id"])) and re.fullmatch(r"[A-Za-z’ ,.?!:]{3,}", text)
    } - NO_WORDS
    paths = [
        reverse("public:home"),
        event.get_absolute_url(),
        event.statements.first().get_absolute_url(),
        f"{event.statements.first().get_absolute_url()}report/",
        speaker.get_absolute_url(),
        f"{speaker.get_absolute_url()}?by=topic",
        event.topics.get().get_absolute_url(),
        opinion.get_absolute_url(),
        "/compare/",
        "/search/",
        "/search/?q=border",
        "/search/?q=xyzzy",
        *("/events/", "/speakers/", "/opinions/", "/topics/", "/about/", "/follow/", "/data/", "/verify/"),
    ]

    left = {}
    for path in paths:
        words = set(spoken(client.get(f"/ru{path}").content.decode()))
        left[path] = words & english

    assert {path: words for path, words in left.items() if words} == {}


def test_page_in_another_language_than_its_record_says_so(client, event):
    path = event.get_absolute_url()

    assert "Язык записи: Английский." in page(client, f"/ru{path}")
    assert "This record is kept in" not in page(client, path)
    event.language = "ru"
    event.save()
    assert "This record is kept in Russian; we do not translate what was said." in page(client, path)
    assert "Язык записи" not in page(client, f"/ru{path}")


def test_page_in_another_language_than_its_record_leads_to_those_in_its_own(client, event):
    path = f"/ru{event.get_absolute_url()}"
    assert "/ru/search/?language=ru" not in page(client, path)
    PublicEventFactory(language="ru")
    event.save()

    link = '<a class="no-print" href="/ru/search/?language=ru">Записи на русском языке</a>'
    assert link in page(client, path)
    assert "</span>Русский <span" in page(client, "/ru/search/?language=ru")
