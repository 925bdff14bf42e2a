"""What an administrator says in the settings shows wherever the house is named, at once and at no further cost."""

import html
import json
from datetime import date

import pytest
from django.core.cache import cache
from django.db import IntegrityError, transaction
from django.test import Client

from house import colour
from house.models import House
from publishing.deeds import withdraw
from publishing.merging import merge_records
from publishing.models import Version
from tests.desk.conftest import logged_in
from tests.desk.pages import form_on
from tests.factories import (
    AuthorshipFactory,
    PageFactory,
    PublicEventFactory,
    TopicFactory,
    event_with_statements,
)
from tests.pictures import from_a_camera, picture

pytestmark = [pytest.mark.django_db, pytest.mark.rendering]

SETTINGS = "/admin/house/house/"


def data_of(response) -> dict:
    return json.loads(response.text.split('<script type="application/ld+json">')[1].split("</script>")[0])


def saved(client, **fields):
    return client.post(SETTINGS, form_on(client, SETTINGS) | fields)


def test_form_begins_with_what_the_environment_says_and_nothing_changes_before_it_is_saved(client, settings):
    settings.SITE_NAME, settings.INSTITUTION_NAME = "Quay Papers", "Harbour Institute"
    settings.LICENCE_URL = ""
    logged_in(client, "Administrator")

    form = client.get(SETTINGS).context["adminform"].form
    page = Client().get("/").text

    said = [form[name].value() for name in ("name", "institution", "licence_name", "licence_url")]
    assert said == ["Quay Papers", "Harbour Institute", "", ""]
    assert "<title>Quay Papers</title>" in page and "No licence is given" in page


def test_what_is_saved_shows_in_head_foot_data_feeds_citations_and_api(client, administrator):
    event = event_with_statements("Grain moves by rail.")
    opinion = AuthorshipFactory().opinion
    saved(
        client,
        name="Eastport Papers",
        strapline="Meetings on water",
        institution="Eastport Institute",
        institution_url="https://eastport.example",
        institution_same_as="https://ror.org/012345678",
        footer="4 Quay Street\nEastport",
        email="archive@eastport.example",
        networks="https://www.social.example/@eastport",
        licence_name="CC0",
        licence_url="https://creativecommons.org/publicdomain/zero/1.0/",
    )
    reader = Client()
    page = reader.get(event.get_absolute_url())
    info = reader.get("/api/v1/openapi.json").json()["info"]
    house = {
        "@type": "Organization",
        "name": "Eastport Institute",
        "url": "https://eastport.example",
        "sameAs": "https://ror.org/012345678",
    }

    assert "Eastport Papers</title>" in page.text and "Meetings on water" in page.text
    assert "4 Quay Street<br>Eastport" in page.text
    assert 'href="mailto:archive@eastport.example"' in page.text
    assert '<a href="https://www.social.example/@eastport" rel="me external">social.example</a>' in page.text
    assert data_of(page)["organizer"] == house
    assert data_of(reader.get(opinion.get_absolute_url()))["publisher"] == house
    assert 'publicdomain/zero/1.0/>; rel="license"' in page["Link"]
    assert "<name>Eastport Papers</name>" in reader.get("/feed/").text
    assert "Eastport Papers" in reader.get(f"{event.get_absolute_url()}cite.bib").text
    assert (info["title"], info["license"]["name"]) == ("Eastport Papers: data", "CC0")
    assert "Eastport Papers" in client.get("/admin/").text
    assert Version.objects.get(kind="house.house").by == administrator


def test_kept_pages_are_other_pages_after_a_save(client, administrator, settings):
    settings.MIDDLEWARE = ["public.page_cache.PageCache", *settings.MIDDLEWARE]
    cache.clear()
    reader = Client()
    before = reader.get("/about/")

    saved(client, name="Eastport Papers")
    after = reader.get("/about/", headers={"If-None-Match": before["ETag"]})

    assert after.status_code == 200 and "Eastport Papers" in after.text


def test_settings_of_the_house_cost_a_page_one_question(client, administrator, django_assert_num_queries):
    saved(client, footer="4 Quay Street", email="archive@eastport.example")
    PageFactory(place="menu")
    reader = Client()
    reader.get("/no/such/page/")

    # Which edition it is; and whether something once had this address, here or on an old site.
    with django_assert_num_queries(3):
        assert "4 Quay Street" in reader.get("/no/such/other/").text


def test_there_is_one_row(client, administrator):
    saved(client, name="Eastport")
    with pytest.raises(IntegrityError), transaction.atomic():
        House(name="Another").save()
    with pytest.raises(IntegrityError), transaction.atomic():
        House(id=2, name="Another").save()

    saved(client, name="Eastport anew")

    assert House.objects.get().name == "Eastport anew"


@pytest.mark.parametrize("role", ["Editor", "Publisher"])
def test_settings_are_the_administrators(client, role):
    logged_in(client, role)

    assert client.get(SETTINGS).status_code == 403
    assert "/admin/house/house/" not in client.get("/admin/").text


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"networks": "social.example/@eastport"}, "is no address"),
        ({"networks": "javascript:alert(1)"}, "is no address"),
        ({"licence_name": "CC0", "licence_url": ""}, "give both, or neither"),
        ({"name": ""}, "This field is required"),
    ],
)
def test_what_cannot_be_is_refused_in_words(client, administrator, fields, words):
    assert words in saved(client, **fields).text
    assert not House.objects.exists()


def test_page_that_says_what_is_away_has_the_name_that_was_known(
    client, administrator, monkeypatch, django_db_blocker
):
    saved(client, name="Eastport Papers")
    reader = Client(raise_request_exception=False)
    reader.get("/about/")
    monkeypatch.setattr("public.views.about.PageMeta", lambda **_: 1 / 0)

    with django_db_blocker.block():
        page = reader.get("/about/")

    assert page.status_code == 500 and "Eastport Papers</title>" in page.text


# --- Logo and accent ---


def test_accent_that_can_be_read_is_on_every_page_in_each_scheme(client, administrator):
    assert 'href="/house.css"' not in Client().get("/").text
    saved(client, accent="#A3262A")
    reader = Client()
    style = reader.get("/house.css")
    light, dark = style.text.split("prefers-color-scheme: dark")

    assert 'href="/house.css"' in reader.get("/").text
    assert style["Content-Type"] == "text/css; charset=utf-8"
    assert "--accent: #a3262a;" in light and "--on-accent: #ffffff;" in light
    assert f"--accent: {colour.for_the_dark('#a3262a')};" in dark and "--on-accent: #000000;" in dark


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"accent": "#e0b100"}, "in the light scheme, and text needs 4.5 : 1"),
        ({"accent": "#0e5c49", "accent_dark": "#0e5c49"}, "in the dark scheme, and text needs 4.5 : 1"),
        ({"accent": "red; } body"}, "is no colour"),
        ({"accent_dark": "#86d6ba"}, "Say which colour it has on light pages too."),
    ],
)
def test_accent_that_cannot_be_read_is_refused_with_the_nearest_that_can(
    client, administrator, fields, words
):
    page = saved(client, **fields)

    assert words in html.unescape(page.text)
    assert not House.objects.exists()


def test_preview_measures_what_is_typed_in_both_schemes(client, administrator):
    look = client.get(f"{SETTINGS}colours/", {"accent": "#e0b100"}).json()

    assert (look["light"]["accent"], look["light"]["on_accent"]) == ("#e0b100", "#000000")
    assert "The nearest that has: #" in look["light"]["objection"] and not look["dark"]["objection"]


def test_logo_goes_the_way_of_all_pictures_and_everybody_sees_it(client, administrator):
    saved(client, name="Eastport", logo=from_a_camera(), logo_dark=picture("PNG"))
    house, reader = House.objects.get(), Client()
    page = reader.get("/about/").text
    served = reader.get(house.logo.url)

    assert (
        f'<img src="{house.logo.url}" alt="" width="40" height="60">' in page and house.logo_dark.url in page
    )
    assert served.status_code == 200 and b"Ida Roe" not in served.content
    assert "ida_roe" not in house.logo.name
    saved(client, name="Eastport", **{"logo-clear": "on"})
    assert reader.get(house.logo.url).status_code == 404


# --- Robots, and what is shown ---


@pytest.mark.parametrize(
    ("policy", "robots", "head"),
    [
        ("all", {"GPTBot": False, "Disallow: /\n": False, "Disallow: /feed/": False, "Sitemap:": True}, []),
        (
            "no-training",
            {
                "User-agent: GPTBot\n": True,
                "Disallow: /\n": True,
                "Disallow: /feed/": False,
                "Sitemap:": True,
            },
            ["tdm-reservation"],
        ),
        (
            "nobody",
            {"User-agent: GPTBot\n": True, "Disallow: /feed/": True, "Sitemap:": False},
            ["tdm-reservation", "robots"],
        ),
    ],
)
def test_robots_are_told_who_may_read(client, administrator, policy, robots, head):
    saved(client, name="Eastport", robots=policy)
    reader = Client()
    told, page = reader.get("/robots.txt").text, reader.get("/topics/").text

    assert {words: words in told for words in robots} == robots
    # Whom all may read, all may: a line for some is followed by one for the others.
    assert "Disallow: /\n" not in told.partition("User-agent: *")[2]
    assert [name for name in ("tdm-reservation", "robots") if f'<meta name="{name}"' in page] == head


def test_parts_that_are_not_shown_are_led_to_from_nowhere_and_keep_their_addresses(client, administrator):
    opinion = AuthorshipFactory(opinion__title="Ports matter").opinion
    event_with_statements("Grain moves.").topics.add(TopicFactory(name="Freight"))
    pages = ["/", "/about/", "/search/", "/no/such/page/", "/sitemap/lists/0.xml"]
    leads = [
        'href="/opinions/"',
        'href="/topics/"',
        'title="Opinions"',
        "Ports matter",
        "Freight",
        "/opinions/<",
    ]

    def met() -> set[str]:
        reader = Client()
        shown = [b"".join(reader.get(page)).decode() for page in pages]
        return {lead for lead in leads if any(lead in page for page in shown)}

    assert met() == set(leads)
    form = form_on(client, SETTINGS)
    client.post(SETTINGS, {name: form[name] for name in form if not name.startswith("shows_")})

    assert met() == set()
    assert client.get(opinion.get_absolute_url()).status_code == 200
    assert client.get("/opinions/").status_code == client.get("/topics/freight/").status_code == 200


@pytest.mark.parametrize("kind", ["event", "opinion", "topic"])
def test_what_is_put_first_stands_first_as_long_as_readers_may_see_it(client, administrator, kind):
    opinion = AuthorshipFactory(opinion__title="Ports matter").opinion
    event = PublicEventFactory(title="Grain corridors", date=date(2001, 5, 3))
    topic = TopicFactory(name="Freight")
    event.topics.add(topic)
    PublicEventFactory(title="A later evening", date=date(2020, 1, 1))
    record = {"event": event, "opinion": opinion, "topic": topic}[kind]
    saved(client, name="Eastport", **{f"first_{kind}": record.pk})

    shown = Client().get("/").text
    first = shown.partition("Before all else")[2].partition("</section>")[0]
    assert f'href="{record.get_absolute_url()}"' in first
    assert kind != "event" or "Grain corridors" not in shown.partition("Before all else")[2].replace(
        first, ""
    )

    withdraw(event if kind == "topic" else record, "Taken back.")
    assert "Before all else" not in Client().get("/").text


def test_one_record_is_first(client, administrator):
    event, topic = PublicEventFactory(), TopicFactory()

    refused = saved(client, name="Eastport", first_event=event.pk, first_topic=topic.pk)

    assert "One can be first: choose an event, an opinion or a topic." in refused.text


def test_topic_that_is_merged_stays_first(client, administrator):
    kept, absorbed = TopicFactory(name="Freight"), TopicFactory(name="Freights")
    saved(client, name="Eastport", first_topic=absorbed.pk)

    merge_records(kept, absorbed)

    assert House.objects.get().first_topic == kept
