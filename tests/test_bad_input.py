"""Whatever a visitor sends gets an answer: a page, a redirect, or a 400, 404 or 410. Never a 500."""

from urllib.parse import quote

import pytest
from django.test import Client
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from events.models import Topic
from tests.factories import AuthorshipFactory, PublicEventFactory, StatementFactory, TopicFactory
from tests.public_addresses import names_in_urlconf

#: An address of each name in the URLconf, with a gap wherever a visitor can write what they like.
TEMPLATES = {
    "public:home": "/?q={0}",
    "public:about": "/about/?{0}",
    "public:embed": "/embed/statements/{0}/",
    "public:oembed": "/oembed/?url={0}&maxwidth={0}",
    "public:follow": "/follow/?{0}",
    "public:statement_feed": "/feed/statements/?{0}",
    "public:series_feed": "/feed/series/{0}/",
    "events:calendar_of_all": "/events/calendar.ics?topic={0}&place={0}&year={0}",
    "public:compare": "/compare/?speaker={0}&speaker={0}x&topic={0}&from_year={0}&page={0}",
    "public:corrections": "/corrections/?kind={0}&page={0}",
    "public:version": "/versions/event/{0}/2021-03-04/",
    "public:sitemap": "/sitemap.xml?p={0}",
    "public:sitemap_part": "/sitemap/{0}/{1}.xml",
    "public:feed": "/feed/?{0}",
    "public:event_feed": "/feed/events/?{0}",
    "public:opinion_feed": "/feed/opinions/?{0}",
    "public:correction_feed": "/feed/corrections/?{0}",
    "public:card": "/cards/{0}/{1}/{0}.png",
    "public:media": "/media/{0}/{1}",
    "public:robots": "/robots.txt?{0}",
    "public:colours": "/house.css?{0}",
    "house:page": "/{0}/?{1}",
    "public:favicon": "/favicon.ico?{0}",
    "events:events": "/events/?year={0}&kind={1}&topic={0}&series={1}&place={0}&speaker={1}&page={0}",
    "events:year": "/events/{0}/?kind={1}&page={0}",
    "events:event": "/events/{0}/{1}/",
    "events:undated": "/events/undated/{0}/",
    "events:calendar": "/events/{0}/{1}/event.ics",
    "events:statement": "/statements/{0}/",
    "events:report_statement": "/statements/{0}/report/",
    "events:own_word": "/own-word/?key={0}",
    "following:by_mail": "/follow/by-mail/?speaker={0}&q={1}",
    "following:confirm": "/follow/by-mail/confirm/?key={0}",
    "following:end": "/follow/by-mail/end/?key={0}",
    "events:topics": "/topics/?page={0}",
    "events:topic": "/topics/{0}/?page={1}",
    "people:speakers": "/speakers/?q={0}&letter={1}&page={0}",
    "people:speaker": "/speakers/{0}/?by={1}&topic={0}&page={1}",
    "opinions:opinions": "/opinions/?page={0}",
    "opinions:opinion": "/opinions/{0}/",
    "search:search": "/search/?q={0}&page={1}",
    "search:suggest": "/search/suggest/?q={0}&of={1}",
    "search:feed": "/search/feed/?q={0}&kind={1}",
    "events:cite_event": "/events/{0}/{1}/cite.bib",
    "events:cite_statement": "/statements/{0}/cite.{1}",
    "opinions:cite": "/opinions/{0}/cite.{1}",
    "people:cite": "/speakers/{0}/cite.ris?{1}",
    "api_docs": "/api/v1/docs/?{0}",
    "data": "/data/?{0}",
    "verify": "/verify/?text={0}",
    "data_file": "/data/{0}.{1}",
    "api:openapi-json": "/api/v1/openapi.json?{0}",
    "api:api-root": "/api/v1/{0}",
    "api:index": "/api/v1/?{0}",
    "api:events": "/api/v1/events/?topic={0}&changed_since={1}&page={0}",
    "api:event": "/api/v1/events/{0}/",
    "api:statements": "/api/v1/statements/?speaker={0}&changed_since={1}",
    "api:statement": "/api/v1/statements/{0}/",
    "api:opinions": "/api/v1/opinions/?year={0}&language={1}",
    "api:opinion": "/api/v1/opinions/{0}/",
    "api:speakers": "/api/v1/speakers/?q={0}&page={1}",
    "api:speaker": "/api/v1/speakers/{0}/",
    "api:topics": "/api/v1/topics/?page={0}",
    "api:topic": "/api/v1/topics/{0}/",
    "api:series": "/api/v1/series/?per_page={0}",
    "api:one_series": "/api/v1/series/{0}/",
    "api:corrections": "/api/v1/corrections/?page={0}",
    "api:withdrawn": "/api/v1/withdrawn/?since={0}",
    "api:search": "/api/v1/search/?q={0}&page={1}",
    "search:speaker_feed": "/speakers/{0}/feed/?{1}",
    "search:topic_feed": "/topics/{0}/feed/?{1}",
}

SEARCHED_BY = "q kind speaker topic from to event_kind evidence language sort page who".split()

#: One filter at a time, on records that are there: nothing stops at the first thing that is wrong.
ON_RECORDS = [
    *[f"/events/?{name}={{0}}" for name in ("year", "kind", "topic", "series", "place", "speaker", "page")],
    *[
        f"/events/2019/?{name}={{0}}"
        for name in ("year", "kind", "topic", "series", "place", "speaker", "page")
    ],
    *[f"/speakers/?{name}={{0}}" for name in ("q", "letter", "page")],
    *[f"/speakers/ada-lovelace/?{name}={{0}}" for name in ("by", "topic", "page")],
    "/topics/sanctions/?page={0}",
    "/sitemap/statements/{0}.xml",
    "/versions/statement/1/{0}/",
    *[f"/search/?q=open&{name}={{0}}" for name in SEARCHED_BY],
    *[f"/search/feed/?{name}={{0}}" for name in SEARCHED_BY],
    *[
        f"/ru{path}"
        for path in ("/events/?place={0}", "/events/{0}/", "/statements/{0}/", "/search/?q={0}", "/{0}/")
    ],
    *[f"{path}?format={{0}}" for path in ("/events/", "/speakers/", "/topics/sanctions/", "/search/")],
]

NASTY = [
    "",
    "0",
    "-1",
    "0000",
    "9999",
    "1e9",
    "٢٠١٩",  # digits, but not ours
    "9" * 30,
    "9" * 5000,
    "9223372036854775808",
    "\0",
    "a\0b",
    "<script>alert(1)</script>",
    "' OR 1=1 --",
    '"',
    '"unclosed *',
    "%",
    "%00",
    "../../etc/passwd",
    "Толорая",
    "é",
    "\ud800",
    "\N{RIGHT-TO-LEFT OVERRIDE}",
    "💥" * 300,
    "x" * 10_000,
    "{{ 7 }}",
    " ",
    "\r\nSet-Cookie: a=b",
]
#: What a database may not take, each in its own way; the rest is read by us before, on both alike.
HARD_TO_STORE = ["9" * 30, "9223372036854775808", "\0", "a\0b", "%", "\ud800", "💥" * 300, "x" * 10_000]
RAW = ["%ff", "%C0%80", "%ED%A0%80", "%u0041", "%", "%zz", "%00", "%2e%2e%2f", "+", "%0d%0aX: y"]

anything = st.one_of(
    st.sampled_from(NASTY).map(lambda text: quote(text.encode("utf-8", "surrogatepass"))),
    st.sampled_from(RAW),
    st.text(max_size=40).map(lambda text: quote(text.encode("utf-8", "surrogatepass"))),
    st.integers().map(str),
    st.binary(max_size=20).map(quote),
)
ANSWERS = {200, 301, 302, 400, 404, 410}


@pytest.fixture(scope="module")
def records(for_the_module):
    event = PublicEventFactory(title="Open evening")
    event.topics.add(TopicFactory(name="Sanctions"))
    StatementFactory(appearance__event=event, appearance__speaker__name="Ada Lovelace")
    AuthorshipFactory()


@pytest.fixture
def archive(records, db):
    return records


def test_every_public_address_is_tried():
    assert set(TEMPLATES) == names_in_urlconf()


@pytest.mark.parametrize("template", [*TEMPLATES.values(), *ON_RECORDS])
def test_nasty_input_is_answered(archive, client, template, pytestconfig):
    # How an address is read is the same on each database; what is asked of it is not.
    again = pytestconfig.getoption("--of-the-database")
    for word in map(_quoted, HARD_TO_STORE) if again else [*map(_quoted, NASTY), *RAW]:
        response = client.get(template.format(word, word))

        assert response.status_code in ANSWERS, word[:50]


#: What takes a form; whatever stands in it is answered.
TAKE_FORMS = {"verify", "events:own_word", "following:by_mail", "following:confirm", "following:end"}


@pytest.mark.parametrize("word", NASTY)
def test_nasty_text_is_looked_up(db, client, word):
    text = f"“{word}”, said Anna Berg. {word} said: “{word} {word} {word} {word}”\n{word}"

    sent = text.encode("utf-8", "surrogatepass").decode("utf-8", "replace")

    assert client.post("/verify/", {"text": sent}).status_code in (200, 400, 413)


@pytest.mark.rendering
@pytest.mark.parametrize("template", [TEMPLATES[name] for name in sorted(TEMPLATES.keys() - TAKE_FORMS)])
def test_form_sent_to_a_page_that_takes_none_is_refused(archive, client, template):
    response = client.post(template.format("2019", "a"), {"q": "\0"})

    assert response.status_code in (404, 405)


@pytest.mark.rendering  # what a database may not take is tried on each by the words above
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=anything, second=anything)
@example(first="2019", second="a" * 300)
@pytest.mark.parametrize("template", [*TEMPLATES.values(), *ON_RECORDS])
def test_any_input_is_answered(archive, template, first, second):
    response = Client().get(template.format(first, second))

    assert response.status_code in ANSWERS


def _quoted(text: str) -> str:
    return quote(text.encode("utf-8", "surrogatepass"))


@pytest.mark.parametrize(
    "address",
    [
        "/events/?kind=nonsense",
        "/events/?topic=nonsense",
        "/events/?series=nonsense",
        "/events/?place=Atlantis",
        "/events/?year=0",
        "/events/?year=soon",
        "/events/?page=2",
        "/events/?page=first",
        "/events/2019/?kind=nonsense",
        "/events/1850/",
        "/speakers/?letter=42",
        "/speakers/?page=0",
        "/speakers/ada-lovelace/?by=mood",
        "/speakers/ada-lovelace/?topic=nonsense",
        "/topics/sanctions/?page=99",
        "/opinions/?page=99",
        "/opinions/?page=first",
        "/events/?topic=nonsense&page=2",
        "/events/?series=%00",
        "/events/?place=%F0%9F",
        "/speakers/?letter=%00",
        "/speakers/ada-lovelace/?page=0",
        f"/topics/sanctions/?page={'9' * 5000}",
    ],
)
def test_list_that_cannot_be_says_so_and_offers_the_whole_one(archive, client, address):
    response = client.get(address)
    whole = "/events/" if address == "/events/1850/" else address.partition("?")[0]

    assert response.status_code == 404
    assert "This list cannot be shown" in response.content.decode()
    assert f'<a href="{whole}">The whole list</a>' in response.content.decode()


@pytest.mark.parametrize(
    "query",
    [
        "page=",
        "page=1",
        "q=&speaker=&kind=&topic=&series=&place=&letter=&by=",
        "unknown=%00",
    ],
)
@pytest.mark.parametrize(
    "whole",
    [
        "/events/",
        "/events/2019/",
        "/speakers/",
        "/speakers/ada-lovelace/",
        "/topics/sanctions/",
        "/opinions/",
    ],
)
def test_list_that_is_asked_for_nothing_is_the_whole_one(archive, client, whole, query):
    asked, unasked = client.get(f"{whole}?{query}"), client.get(whole)

    assert (asked.status_code, unasked.status_code) == (200, 200)
    assert list(asked.context["page"]) == list(unasked.context["page"])
    assert asked.context["meta"].path == whole


@pytest.mark.parametrize("typed", ["Lovelace%00", "%F0%9FLovelace", "Love%ADlace", "x" * 10_000, '"*', "%"])
@pytest.mark.parametrize(
    "address", ["/events/?speaker=", "/speakers/?q=", "/search/?q=", "/search/suggest/?q="]
)
def test_whatever_is_typed_as_a_name_is_an_ordinary_question(archive, client, address, typed):
    assert client.get(f"{address}{typed}").status_code == 200


def test_name_with_a_character_that_no_text_has_is_found(archive, client):
    for address in ("/events/?speaker=Love%00lace", "/speakers/?q=%00Lovelace"):
        response = client.get(address.replace("Love%00lace", "Ada%00Lovelace"))

        assert "Lovelace" in response.content.decode().split("<main")[1]


def test_list_follows_the_slug_that_a_topic_had_once(archive, client):
    topic = Topic.objects.get()
    topic.slug = "embargoes"
    topic.save()

    for whole in ("/events/", "/events/2019/"):
        response = client.get(f"{whole}?topic=sanctions&kind=", follow=True)

        assert response.redirect_chain == [(f"{whole}?topic=embargoes", 301)]
        assert (response.status_code, response.context["meta"].path) == (200, f"{whole}?topic=embargoes")
    assert client.get("/speakers/ada-lovelace/?topic=sanctions").context["topic"] == topic


def test_script_in_a_search_is_shown_as_text(archive, client):
    body = client.get("/search/", {"q": "<script>alert(1)</script>"}).content.decode()

    assert "<script>alert" not in body
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in body


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "FOO"])
def test_method_that_no_page_knows_is_refused_in_the_words_of_the_house(method):
    response = Client(enforce_csrf_checks=True).generic(method, "/about/")

    assert (response.status_code, response["Allow"]) == (405, "GET, HEAD, POST")
    assert "<h1>This cannot be done here</h1>" in response.text


@pytest.mark.django_db
def test_form_whose_token_is_too_old_is_refused_in_the_words_of_the_house():
    response = Client(enforce_csrf_checks=True).post("/admin/login/", {"username": "ada"})

    assert response.status_code == 403
    assert "<h1>This could not be taken</h1>" in response.text
    assert "copy what you wrote" in response.text
