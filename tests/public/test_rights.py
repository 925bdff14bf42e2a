"""A record under another licence than the house says so wherever it is shown or taken away."""

import json

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from house.models import House
from tests.factories import AppearanceFactory, AuthorshipFactory, PublicEventFactory, StatementFactory
from tests.html import squeezed

pytestmark = [pytest.mark.django_db, pytest.mark.rendering]

HOUSE = "https://creativecommons.org/licenses/by/4.0/"
OWN = "https://creativecommons.org/licenses/by-nc-nd/4.0/"
TOLD = "CC BY-NC-ND 4.0, © Eastport Review"
RIGHTS = {"licence": "by-nc-nd/4.0", "rights_holder": "Eastport Review"}


@pytest.fixture(autouse=True)
def house():
    House(licence_name="CC BY 4.0", licence_url=HOUSE).save()


@pytest.fixture
def statement():
    return StatementFactory(appearance=AppearanceFactory(event__title="Ports"), text="Ships will wait.")


def give_rights(record, **fields) -> None:
    for name, value in (fields or RIGHTS).items():
        setattr(record, name, value)
    record.save()


def told_of(client, record, kind: str) -> dict:
    """What is said of the rights in ``record``, by each way out."""
    page = client.get(record.get_absolute_url())
    data = json.loads(page.text.partition('application/ld+json">')[2].partition("</script>")[0])
    work = data.get("subjectOf") or data
    one = client.get(f"/api/v1/{kind}/{record.pk}/").json()
    cited = {
        ending: client.get(f"{record.get_absolute_url()}cite.{ending}").text
        for ending in ("bib", "ris", "json")
    }
    return {
        "page": TOLD in page.text,
        "link": f'<{OWN}>; rel="license"' in page.headers["Link"],
        "machines": work.get("license") == OWN,
        "holder": work.get("copyrightHolder", {}).get("name") == "Eastport Review",
        "bibtex": f"copyright = {{{TOLD}, {OWN}}}" in cited["bib"],
        "ris": f"N1  - Rights: {TOLD}, {OWN}\r\n" in cited["ris"],
        "csl": json.loads(cited["json"])[0].get("license") == f"{TOLD}, {OWN}",
        "api": (one["licence"], one["rights"]) == (OWN, TOLD),
    }


def test_event_and_its_statements_and_an_opinion_say_their_own_licence_everywhere(client, statement):
    event, opinion = statement.event, AuthorshipFactory().opinion
    assert not any(told_of(client, opinion, "opinions").values())
    assert f'<{HOUSE}>; rel="license"' in client.get(opinion.get_absolute_url()).headers["Link"]
    assert client.get(f"/api/v1/opinions/{opinion.pk}/").json()["licence"] == HOUSE

    give_rights(event)
    give_rights(opinion)

    for record, kind in ((event, "events"), (statement, "statements"), (opinion, "opinions")):
        assert all(told_of(client, record, kind).values()), kind
    for feed in ("/feed/events/", "/feed/statements/", "/feed/opinions/"):
        assert f"<rights>{TOLD}</rights>" in client.get(feed).text
    for files in ("/events/", "/opinions/"):
        assert TOLD in b"".join(client.get(f"{files}?format=csv")).decode()
    assert "Права на текст:" in client.get(f"/ru{opinion.get_absolute_url()}").text


def test_all_rights_reserved_grants_nothing_and_names_somebody(client, statement):
    event = statement.event
    event.licence = "reserved"
    with pytest.raises(ValidationError, match="Say who reserves"):
        event.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        event.save()

    give_rights(event, licence="reserved", rights_holder="Eastport <Review>")

    page = client.get(event.get_absolute_url())
    assert "All rights reserved, © Eastport &lt;Review&gt;" in page.text
    assert 'rel="license"' not in page.headers["Link"]


def test_picture_says_its_licence_beside_its_credit(client):
    event = PublicEventFactory(
        cover="covers/a.png", cover_alt="A port", cover_credit="Anna Berg", cover_licence="by/4.0"
    )

    page = client.get(event.get_absolute_url()).text

    assert f'Anna Berg, <a href="{HOUSE}" rel="license external">CC BY 4.0</a>' in squeezed(page)
    assert '"creditText": "Anna Berg"' in page
    cover = client.get(f"/api/v1/events/{event.pk}/").json()["cover"]
    assert (cover["url"], cover["description"]) == ("http://testserver/media/covers/a.png", "A port")
    assert (cover["credit"], cover["licence"], cover["rights"]) == (
        "Anna Berg",
        HOUSE,
        "CC BY 4.0, © Anna Berg",
    )
    assert f"Anna Berg,{HOUSE}" in b"".join(client.get("/events/?format=csv")).decode()


def test_portrait_says_its_licence_to_machines_too(client, statement):
    speaker = statement.appearance.speaker
    address = f"/api/v1/speakers/{speaker.pk}/"
    assert client.get(address).json()["portrait"] is None

    speaker.portrait, speaker.portrait_alt = "portraits/a.png", "A woman at sea"
    speaker.portrait_credit, speaker.portrait_licence = "Anna Berg", "reserved"
    speaker.save()

    told = client.get(address).json()["portrait"]
    assert (told["licence"], told["rights"]) == ("", "All rights reserved, © Anna Berg")
