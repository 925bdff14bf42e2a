"""Pages in the institution's own words: through the gate, with versions, and the menus that follow them."""

import html
import re
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone
from django.utils.translation import override

from house import addresses
from house.addresses import is_the_archives
from house.models import Page
from publishing.deeds import publish, return_to_draft, schedule, withdraw
from publishing.models import Version
from tests.desk.pages import change_page, form_on
from tests.factories import PageFactory

pytestmark = [pytest.mark.django_db, pytest.mark.rendering]

ADD = "/admin/house/page/add/"


def part(client, element: str) -> str:
    """What stands between the tags of an element of a page that is no page of the house."""
    return re.search(f"<{element}.+</{element}>", client.get("/topics/").text, re.DOTALL)[0]


def test_starter_pages_change_nothing_before_they_are_filled_in(client):
    pages = {page.slug: page for page in Page.objects.all()}

    assert {slug: (page.status, bool(page.gaps)) for slug, page in pages.items()} == {
        "about": ("published", False),
        "imprint": ("draft", True),
        "privacy": ("draft", True),
        "accessibility": ("draft", True),
    }
    assert client.get("/imprint/").status_code == 404
    assert '<a href="/about/">About the archive</a>' in part(client, "footer")
    assert "/imprint/" not in part(client, "footer")


def test_page_with_a_gap_cannot_be_published_by_any_way(client, publisher):
    page = PageFactory(title="Who answers", status="draft", publish_at=None, body="<p>Ask [[name]].</p>")

    sent = client.post(change_page(page), form_on(client, change_page(page)) | {"_publish": "1"})

    assert "It still says “[[name]]”: only you can say it." in html.unescape(sent.text)
    with pytest.raises(ValidationError, match="only you can say it"):
        publish(page)


def test_page_is_written_published_and_led_to_from_the_menu_and_its_old_address(client, publisher):
    form = {"title": "Our house", "place": "menu", "order": "1", "language": "en", "lead": "Four rooms."}
    form |= {"body": "<h2>Where</h2><p onclick='x()'>By the <b>quay</b>.</p><script>x()</script>"}
    client.post(ADD, form | {"_publish": "1"})
    page, reader = Page.objects.get(slug="our-house"), Client()
    shown = reader.get("/our-house/").text

    assert "<h2>Where</h2><p>By the <strong>quay</strong>.</p></div>" in shown
    assert '<meta name="description" content="Four rooms.">' in shown
    assert re.search(r'<a href="/our-house/" aria-current="page">\s*Our house</a>', shown)
    assert 'href="/our-house/"' in part(reader, "header")
    assert 'href="/our-house/"' not in part(reader, "footer")

    client.post(change_page(page), form_on(client, change_page(page)) | {"slug": "house", "place": "footer"})

    assert reader.get("/our-house/")["Location"] == "/house/"
    assert 'href="/house/"' in part(reader, "footer") and "/house/" not in part(reader, "header")
    assert Version.objects.filter(kind="house.page", object_id=page.pk).count() == 2


def test_page_is_seen_as_far_as_the_gate_lets_it(client):
    page = PageFactory(title="Fellows", slug="fellows", body="<p>Until May.</p>")
    assert "/fellows/" in part(client, "footer")

    withdraw(page, "The year is over.")
    gone = client.get("/fellows/")
    assert gone.status_code == 410 and "The year is over." in gone.text and "Until May" not in gone.text
    assert "/fellows/" not in part(client, "footer")

    return_to_draft(page)
    assert client.get("/fellows/").status_code == 404


def test_scheduled_page_enters_the_menu_when_its_moment_comes_though_nobody_saves(client, monkeypatch):
    page = PageFactory(title="Fellows", status="draft", publish_at=None, place="menu")
    schedule(page, timezone.now() + timedelta(hours=1))
    assert "Fellows" not in part(client, "header")

    later = timezone.now() + timedelta(hours=2)
    monkeypatch.setattr("publishing.models.publishable.timezone.now", lambda: later)

    assert "Fellows" in part(client, "header")


def test_editor_sees_a_draft_as_readers_will_and_what_is_scheduled_on_the_first_page_of_the_desk(
    client, editor
):
    draft = PageFactory(title="Our rooms", status="draft", publish_at=None, body="<p>By the quay.</p>")
    scheduled = PageFactory(title="Fellows", status="draft", publish_at=None)
    schedule(scheduled, timezone.now() + timedelta(hours=1))

    preview = client.get(draft.get_absolute_url())

    assert "<p>By the quay.</p>" in preview.text and "no-store" in preview["Cache-Control"]
    assert Client().get(draft.get_absolute_url()).status_code == 404
    assert [row["item"] for row in client.get("/admin/").context["scheduled"]] == [scheduled]


@pytest.mark.parametrize(
    ("slug", "is_taken"),
    [
        ("events", True),
        ("Events", True),
        ("admin", True),
        ("api", True),
        ("data", True),
        ("static", True),
        ("media", True),
        ("feed", True),
        ("sitemap", True),
        ("healthz", True),
        ("about", False),
        ("imprint", False),
        ("eventsandmore", False),
    ],
)
def test_addresses_of_the_archive_are_its_own(slug, is_taken):
    assert is_the_archives(slug) == is_taken


def test_an_archive_that_speaks_another_language_has_the_same_addresses():
    addresses._own.cache_clear()

    with override("ru"):
        assert is_the_archives("corrections")


@pytest.mark.parametrize("fields", [{"title": "House", "slug": "search"}, {"title": "Topics"}])
def test_page_at_an_address_of_the_archive_is_refused_in_words(client, publisher, fields):
    before = Page.objects.count()

    sent = client.post(ADD, {"place": "menu", "order": "1", "language": "en", **fields})

    assert "is an address of the archive’s own: choose another." in html.unescape(sent.text)
    assert Page.objects.count() == before


def test_about_says_the_houses_words_and_keeps_the_parts_that_pages_link_to(client):
    about = Page.objects.get(slug="about")
    about.title, about.body = "Who we are", "<p>By the quay since 1990.</p>"
    about.save()
    own = client.get("/about/").text
    return_to_draft(about)
    without = client.get("/about/").text

    assert "<h1>Who we are</h1>" in own and "<p>By the quay since 1990.</p>" in own
    assert "<h1>About the archive</h1>" in without and "By the quay" not in without
    for anchor in ("evidence", "corrections", "rule"):
        assert f'id="{anchor}"' in own and f'id="{anchor}"' in without
    foot, corrections = part(client, "footer"), client.get("/corrections/").text
    assert 'href="/about/#evidence"' in foot and 'href="/about/#rule"' in foot
    assert 'href="/about/#corrections"' in corrections


def test_site_map_tells_pages_and_when_they_changed(client):
    page = PageFactory(title="Our house")
    body = b"".join(client.get("/sitemap/pages/0.xml")).decode()

    assert "<loc>http://testserver/our-house/</loc><lastmod>" in body and "/about/" not in body
    assert "/sitemap/pages/0.xml" in client.get("/sitemap.xml").text
    before = Page.objects.get(pk=page.pk).changed_at
    page.order = 9
    page.save()
    assert Page.objects.get(pk=page.pk).changed_at == before


def test_editor_writes_pages_and_a_publisher_publishes_them(client, editor):
    page = PageFactory(title="Our house")

    assert (
        client.post(ADD, {"title": "A draft", "place": "menu", "order": "1", "language": "en"}).status_code
        == 302
    )
    assert client.post(change_page(page), {"title": "Mine"}).status_code == 403


def test_page_that_was_public_is_never_deleted():
    page = PageFactory()

    with pytest.raises(ValidationError, match="never deleted"):
        Page.objects.filter(pk=page.pk).delete()
