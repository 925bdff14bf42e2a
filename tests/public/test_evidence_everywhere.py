"""How a statement is known is told alike wherever its words stand. The addresses are those of the URLconf, so that a
new surface cannot be forgotten; each archive holds one statement, so that no other word may be met."""

import re
from html import unescape

import pytest
from django.core.management import call_command
from django.utils import timezone

from events.models import Topic
from events.own_words import ask, key_of
from events.placing import place_statements
from events.quotation import Known
from publishing.changes import unit_of_work
from tests.factories import AppearanceFactory, PublicEventFactory, StatementFactory, TopicFactory
from tests.html import squeezed
from tests.public_addresses import names_in_urlconf
from tests.search.archive import texts_of

pytestmark = [pytest.mark.django_db, pytest.mark.rendering]

WORDS = {
    Known.QUOTE: "Freight must wait.",
    Known.MIXED: "Freight will wait “for years” yet.",
    Known.PARAPHRASE: "Freight has to wait.",
    Known.TRANSLATED: "Freight ought to wait.",
    Known.SUMMARY: "Freight waits, in short.",
}
#: Where a statement's words can be read.
SURFACES = {
    "public:home",
    "public:compare",
    "public:embed",
    "public:oembed",
    "public:feed",
    "public:statement_feed",
    "events:event",
    "events:statement",
    "events:own_word",
    "events:report_statement",
    "public:version",
    "events:topic",
    "people:speaker",
    "search:search",
    "search:feed",
    "search:speaker_feed",
    "search:topic_feed",
    "events:cite_statement",
    "api:event",
    "api:statements",
    "api:statement",
    "api:search",
}
#: Those that are no page: the word stands there, and no mark.
DATA = {
    "public:oembed",
    "public:feed",
    "public:statement_feed",
    "search:feed",
    "search:speaker_feed",
    "search:topic_feed",
    "events:cite_statement",
} | {name for name in SURFACES if name.startswith("api:")}
KEY = re.compile(r'<ul class="key.*?</ul>', re.DOTALL)


@unit_of_work()
def statement_known(known: Known):
    """One statement of that kind, with a subject, in an archive that has no other."""
    words = WORDS[known]
    printed = f"“{words}”" if known == Known.QUOTE else words
    event = PublicEventFactory(title="Spring", report="" if known == Known.SUMMARY else f"<p>{printed}</p>")
    statement = StatementFactory(
        appearance=AppearanceFactory(event=event, speaker__name="Anna Berg"),
        text=words,
        own_words=known == Known.SUMMARY,
        evidence=Known.PARAPHRASE if known == Known.SUMMARY else known,
    )
    AppearanceFactory(event=event, speaker__name="Boris Holm")  # side by side with somebody
    statement.topics.add(Topic.objects.filter(name="Rail").first() or TopicFactory(name="Rail"))
    place_statements(event)
    return statement


def addresses(statement) -> dict[str, str]:
    event, api = statement.event.get_absolute_url(), "/api/v1"
    return {
        "api_docs": f"{api}/docs/",
        "data": "/data/",
        "verify": "/verify/",
        "data_file": "/data/events.jsonl",
        "api:openapi-json": f"{api}/openapi.json",
        "api:api-root": f"{api}/",
        "api:index": f"{api}/",
        "api:events": f"{api}/events/",
        "api:event": f"{api}/events/{statement.event_id}/",
        "api:statements": f"{api}/statements/",
        "api:statement": f"{api}/statements/{statement.pk}/",
        "api:opinions": f"{api}/opinions/",
        "api:opinion": f"{api}/opinions/1/",
        "api:speakers": f"{api}/speakers/",
        "api:speaker": f"{api}/speakers/{statement.appearance.speaker_id}/",
        "api:topics": f"{api}/topics/",
        "api:topic": f"{api}/topics/1/",
        "api:series": f"{api}/series/",
        "api:one_series": f"{api}/series/1/",
        "api:corrections": f"{api}/corrections/",
        "api:withdrawn": f"{api}/withdrawn/",
        "api:search": f"{api}/search/?q=freight",
        "events:cite_event": f"{event}cite.bib",
        "events:cite_statement": f"{statement.get_absolute_url()}cite.bib",
        "opinions:cite": "/opinions/none/cite.ris",
        "people:cite": "/speakers/anna-berg/cite.json",
        "public:home": "/",
        "public:about": "/about/",
        "public:card": f"/cards/statement/{statement.pk}/x.png",  # as text: tests/public/test_cards.py
        "public:embed": f"/embed/statements/{statement.pk}/",
        "public:oembed": f"/oembed/?url=http://testserver/statements/{statement.pk}/",
        "public:follow": "/follow/",
        "public:statement_feed": "/feed/statements/",
        "public:series_feed": "/feed/series/none/",
        "events:calendar_of_all": "/events/calendar.ics",
        "public:compare": "/compare/?speaker=anna-berg&speaker=boris-holm",
        "public:corrections": "/corrections/",
        "public:version": f"/versions/event/{statement.event_id}/{timezone.localdate()}/",
        "public:sitemap": "/sitemap.xml",
        "public:sitemap_part": "/sitemap/statements/0.xml",
        "public:feed": "/feed/",
        "public:event_feed": "/feed/events/",
        "public:opinion_feed": "/feed/opinions/",
        "public:correction_feed": "/feed/corrections/",
        "public:media": "/media/none.png",
        "public:robots": "/robots.txt",
        "public:colours": "/house.css",
        "house:page": "/imprint/",
        "public:favicon": "/favicon.ico",
        "events:events": "/events/",
        "events:year": "/events/2019/",
        "events:event": event,
        "events:undated": "/events/undated/spring/",
        "events:calendar": f"{event}event.ics",
        "events:statement": statement.get_absolute_url(),
        "events:report_statement": f"{statement.get_absolute_url()}report/",
        "events:own_word": f"/own-word/?key={key_of(ask(statement.appearance))}",
        "following:by_mail": "/follow/by-mail/?speaker=anna-berg",
        "following:confirm": "/follow/by-mail/confirm/",
        "following:end": "/follow/by-mail/end/",
        "events:topics": "/topics/",
        "events:topic": "/topics/rail/",
        "people:speakers": "/speakers/",
        "people:speaker": "/speakers/anna-berg/",
        "opinions:opinions": "/opinions/",
        "opinions:opinion": "/opinions/none/",
        "search:search": "/search/?q=freight",
        "search:suggest": "/search/suggest/?q=freight",
        "search:feed": "/search/feed/?q=freight",
        "search:speaker_feed": "/speakers/anna-berg/feed/",
        "search:topic_feed": "/topics/rail/feed/",
    }


def bodies(client, statement) -> dict[str, str]:
    """What a reader gets at each address, as text with its elements, without the key that explains all marks."""
    found = addresses(statement)
    assert set(found) == names_in_urlconf()
    responses = {name: client.get(address) for name, address in found.items()}
    return {name: text_of(response) for name, response in responses.items() if not response.streaming}


def text_of(response) -> str:
    return KEY.sub("", unescape(unescape(squeezed(response.content.decode()))))


def plain(body: str) -> str:
    return re.sub(r"</?(q|mark)[^>]*>", "", body)


@pytest.mark.parametrize("known", list(Known))
def test_wherever_the_words_stand_their_own_mark_stands_and_no_other(client, known):
    statement = statement_known(known)
    others = [other.label.lower() for other in Known if other != known]

    met = {
        name: plain(body) for name, body in bodies(client, statement).items() if WORDS[known] in plain(body)
    }

    assert set(met) == SURFACES
    for name, body in met.items():
        assert known.label.lower() in body.lower(), name
        assert [word for word in others if re.search(rf"\b{word}\b", body.lower())] == [], name
        assert (f"“{WORDS[known]}”" in body) == (known == Known.QUOTE), name
        if name not in DATA:
            assert f'data-evidence="{known}"' in body, name
            assert f"stamp--{known}" in body, name
            assert set(re.findall(r'data-evidence="(\w+)"', body)) == {known}, name


@pytest.mark.parametrize("known", list(Known))
def test_direct_quote_has_one_pair_of_marks_and_nothing_else_has_more(client, known):
    body = plain(text_of(client.get(statement_known(known).get_absolute_url())))

    assert "““" not in body
    assert "””" not in body


@pytest.mark.parametrize(
    ("known", "cited", "described"),
    [
        (Known.QUOTE, "quoted in", "Direct quote, in the report of Spring: “Freight must wait.”"),
        (
            Known.MIXED,
            "paraphrased with quoted words in",
            "Part quoted, in the report of Spring: Freight will wait “for years” yet.",
        ),
        (Known.PARAPHRASE, "paraphrased in", "Paraphrase, in the report of Spring: Freight has to wait."),
        (
            Known.TRANSLATED,
            "in our translation in",
            "Our translation of what was said in another language: Freight ought to wait.",
        ),
        (
            Known.SUMMARY,
            "as summed up by the editors of",
            "Editor’s summary (our words, which stand in no report): Freight waits, in short.",
        ),
    ],
)
def test_citation_description_and_data_say_it_too(client, known, cited, described):
    statement = statement_known(known)

    context = client.get(statement.get_absolute_url()).context

    assert f"Anna Berg, {cited} “Spring”" in context["citation"]
    assert context["meta"].description == described
    assert context["meta"].data["disambiguatingDescription"] == known.label
    assert (context["meta"].data["@type"] == "Quotation") == (known == Known.QUOTE)
    assert ("claimInterpreter" in context["meta"].data) == (known == Known.SUMMARY)
    assert ("translator" in context["meta"].data) == (known == Known.TRANSLATED)


def test_a_translation_that_stands_in_no_report_is_still_told_as_one(client):
    statement = statement_known(Known.SUMMARY)
    statement.evidence = Known.TRANSLATED
    statement.save()

    assert statement.known == Known.TRANSLATED
    for known in Known:
        found = client.get(f"/api/v1/statements/?evidence={known.value}").json()["count"]
        assert found == (known == Known.TRANSLATED), known


def test_search_counts_and_narrows_to_each_way_of_knowing(client):
    for known in Known:
        statement_known(known)

    choices = next(
        facet.choices
        for facet in client.get("/search/?q=freight").context["facets"].others
        if facet.name == "evidence"
    )

    assert {(choice.label, choice.stamp, choice.count) for choice in choices} == {
        (known.label, known.value, 1) for known in Known
    }
    for choice in choices:
        assert texts_of(client.get(f"{choice.address}&kind=statement")) == [WORDS[Known(choice.stamp)]]


@pytest.mark.parametrize("known", list(Known))
def test_answer_to_a_claim_marks_it_too(client, known):
    statement_known(known)
    words = WORDS[known].replace("“", "").replace("”", "")

    body = plain(squeezed(client.post("/verify/", {"text": f"Anna Berg: “{words}”"}).content.decode()))
    answered = body[body.index("In the archive") :]

    assert set(re.findall(r'data-evidence="(\w+)"', answered)) == {known}
    assert known.label in answered
    assert (f"“{WORDS[known]}”" in answered) == (known == Known.QUOTE)
    assert ("Word for word" in body) == (known == Known.QUOTE)


@pytest.mark.parametrize("known", list(Known))
def test_find_says_it_on_the_command_line(capsys, known):
    statement_known(known)

    call_command("find", "freight")

    assert f"[statement] 2019-04-26, Anna Berg, Spring, {known.label}" in capsys.readouterr().out


@pytest.mark.parametrize("known", list(Known))
def test_desk_says_it_in_its_list_and_on_its_form(admin_client, known):
    statement = statement_known(known)

    for page in ("", f"{statement.pk}/change/"):
        body = admin_client.get(f"/admin/events/statement/{page}").content.decode()
        cells = re.findall(r'(?:field-how[^"]*"[^>]*>|readonly[^"]*">)\s*([^<]+?)\s*<', body)

        assert known.label in cells, page
