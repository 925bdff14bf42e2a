"""The page on which a text is pasted: what it says, and what it keeps of it."""

import logging

import pytest
from django.contrib.contenttypes.models import ContentType

from events.models import Event, Statement
from search.models import SearchedFor
from tests.html import squeezed
from tests.public.archives import archive_of
from tests.verifying.test_verify import WORDS, said

pytestmark = pytest.mark.django_db


def post(client, text: str, status: int = 200) -> str:
    response = client.post("/verify/", {"text": text})

    assert response.status_code == status
    return squeezed(response.content.decode())


def test_claims_stand_beside_what_is_recorded(client):
    statement = said()

    body = post(
        client,
        f"At last. “{WORDS.replace('spring', 'May')}” Anna Berg said.\r\n\r\nBut “it rains here all day”.",
    )

    assert "2 claims found, none recorded word for word." in body
    assert (
        "Anna Berg: “The harbour will close in"
        ' <del><span class="vh">only in your text:</span>May,</del>'
        '<ins><span class="vh">in the record:</span>spring,</ins> and nobody has asked us.”'
    ) in body
    assert f'href="/statements/{statement.pk}/"' in body
    assert "That proves nothing" in body
    assert '<a class="claim" href="#c1">' in body and 'id="c2"' in body
    assert '<meta name="robots" content="noindex">' in body


def test_text_without_a_claim_is_told_what_a_claim_is(client):
    assert "Nobody is said in it to have said something." in post(client, "The sky is blue.")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "There is no text yet: paste some, then look it up."),
        (" \r\n ", "There is no text yet"),
        ("a" * 20_001, "Your text has 20,001 characters, and at most 20,000 are read at once."),
    ],
)
def test_what_cannot_be_read_is_told_and_stays_in_the_form(client, text, problem):
    body = post(client, text, status=400)

    assert problem in body and 'aria-invalid="true"' in body
    assert text.strip() in body


def test_longest_text_may_be_sent_in_any_script(client):
    """Strangers may send 64 KB: what the form takes fits."""
    assert "No claims found" in post(client, "漢" * 20_000)


def test_nothing_is_kept_of_a_text_nor_of_who_sent_it(client, caplog):
    said()
    client.raise_request_exception = False

    with caplog.at_level(logging.DEBUG):
        response = client.post("/verify/", {"text": "Anna Berg: “Zqxsecret words of mine are here.”"})

    assert response["Cache-Control"] == "no-store"
    assert response.cookies == {} and client.get("/verify/").cookies == {}
    assert SearchedFor.objects.count() == 0
    assert "Zqxsecret" not in "".join(
        record.getMessage() for record in caplog.records if not record.name.startswith("django.db")
    )


def test_form_needs_no_token(client):
    client.handler.enforce_csrf_checks = True

    assert client.post("/verify/", {"text": "x"}).status_code == 200
    assert "csrf" not in client.get("/verify/").content.decode()


def test_markup_in_a_text_stays_text(client):
    body = post(client, "<script>alert(1)</script> Anna Berg: “<b>It rains here</b> all day & night.”")

    assert "<script>alert" not in body and "<b>It rains" not in body


def test_link_stands_in_the_foot_of_every_page(client):
    assert '<a href="/verify/">Did they say this?</a>' in client.get("/about/").content.decode()


@pytest.mark.parametrize("number", [3, 60])
def test_answers_take_the_same_number_of_queries_for_3_rows_and_for_60(
    client, number, django_assert_num_queries
):
    archive_of(number)
    # What a server asks once an edition and keeps: no page's own queries.
    ContentType.objects.get_for_models(Event, Statement)
    client.get("/about/")
    text = (
        "Anna Berg said: “Position 0 was taken there.” "
        "Walter Brandreth said: “The ferry will not run on Sundays.”"
    )

    with django_assert_num_queries(19):
        client.post("/verify/", {"text": text})
