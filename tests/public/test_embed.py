"""A statement in the pages of others: a card that may be framed, and text for those that ask by oEmbed."""

import pytest

from events.quotation import Known
from events.withdrawing import withdraw_statement
from tests.public.test_evidence_everywhere import WORDS, statement_known

pytestmark = [pytest.mark.django_db, pytest.mark.rendering]


@pytest.fixture
def statement():
    return statement_known(Known.QUOTE)


def card(statement) -> str:
    return f"/embed/statements/{statement.pk}/"


def asked(client, statement, **more):
    return client.get("/oembed/", {"url": f"http://testserver{statement.get_absolute_url()}", **more})


def may_be_framed(answer) -> bool:
    policy = answer.headers["Content-Security-Policy"]
    assert ("X-Frame-Options" in answer.headers) == ("frame-ancestors 'none'" in policy)
    return "frame-ancestors *" in policy


def test_card_says_who_said_what_where_and_how_it_is_known(client, statement):
    page = client.get(card(statement)).content.decode()

    for words in (
        "Anna Berg",
        "Direct quote",
        WORDS[Known.QUOTE],
        "Spring",
        f'href="{statement.get_absolute_url()}"',
    ):
        assert words in page


def test_card_alone_may_be_framed(client, statement):
    assert may_be_framed(client.get(card(statement)))
    withdraw_statement(statement, "Misheard.")
    gone = client.get(card(statement))
    assert (gone.status_code, may_be_framed(gone), "Misheard." in gone.content.decode()) == (410, True, True)
    others = ["/", "/about/", "/no/such/page/", "/admin/login/", "/search/?q=x", statement.get_absolute_url()]
    assert not any(may_be_framed(client.get(address)) for address in others)


@pytest.mark.parametrize("known", list(Known))
def test_text_for_a_page_is_a_blockquote_with_marks_only_where_they_are_the_speakers(client, known):
    statement = statement_known(known)

    told = asked(client, statement)

    html = told.json()["html"].replace("<q>", "").replace("</q>", "")
    assert html.startswith(f'<blockquote cite="http://testserver{statement.get_absolute_url()}"')
    assert WORDS[known] in html and known.label.lower() in html and "Anna Berg" in html
    assert (f"“{WORDS[known]}”" in html) == (known == Known.QUOTE)
    assert told.headers["Access-Control-Allow-Origin"] == "*"
    assert "script" not in html


def test_page_of_a_statement_names_where_to_ask(client, statement):
    page = client.get(statement.get_absolute_url()).content.decode()

    assert (
        'type="application/json+oembed" href="http://testserver/oembed/?url=http%3A%2F%2Ftestserver' in page
    )


@pytest.mark.parametrize(
    "url",
    [
        "",
        "http://elsewhere.example/statements/1/",
        "http://testserver/about/",
        "http://[",
        "http://testserver/statements/99/",
    ],
)
def test_other_addresses_are_not_answered(client, statement, url):
    assert client.get("/oembed/", {"url": url}).status_code == 404


def test_withdrawn_words_are_handed_out_no_more(client, statement):
    withdraw_statement(statement, "Misheard.")

    assert asked(client, statement).status_code == 404
    assert asked(client, statement, format="xml").status_code == 501
