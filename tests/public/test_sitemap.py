import re
from datetime import UTC, datetime

import pytest

from events.models import Statement
from public.views import machines
from tests.factories import AuthorshipFactory, PublicEventFactory, StatementFactory, TopicFactory

pytestmark = [pytest.mark.django_db, pytest.mark.rendering]


def body_of(client, address: str) -> str:
    response = client.get(address)
    assert (response.status_code, response.headers["Content-Type"]) == (200, "application/xml")
    return b"".join(response).decode()


def parts(client) -> list[str]:
    return re.findall("<loc>http://testserver([^<]+)</loc>", body_of(client, "/sitemap.xml"))


def test_site_map_has_everything_however_much_there_is(client, monkeypatch):
    monkeypatch.setattr(machines, "NUMBERS", 3)
    statements = [StatementFactory() for _ in range(8)]
    AuthorshipFactory().opinion.topics.add(TopicFactory())

    listed = parts(client)
    found = "".join(body_of(client, part) for part in listed)

    assert len([part for part in listed if part.startswith("/sitemap/statements/")]) >= 3
    for statement in statements:
        for item in (statement, statement.event, statement.appearance.speaker):
            assert found.count(f"<loc>http://testserver{item.get_absolute_url()}</loc>") == 1
    # With an opinion, its author and its topic; in both languages.
    assert found.count("<loc>") == 2 * (len(machines.lists_shown()) + 8 * 3 + 3)


def test_each_record_says_when_it_last_changed(client):
    statement = StatementFactory()
    Statement.objects.update(changed_at=datetime(2020, 1, 1, tzinfo=UTC))

    body = body_of(client, f"/sitemap/statements/{statement.pk // machines.NUMBERS}.xml")

    assert (
        f"<loc>http://testserver/statements/{statement.pk}/</loc><lastmod>2020-01-01T00:00:00+00:00</lastmod>"
        in body
    )


def test_each_address_names_the_same_page_in_the_other_languages_and_for_everybody_else(client):
    first = PublicEventFactory(language="ru", slug="gruzy")
    PublicEventFactory(language="en", slug="freight", translation_of=first)
    alone = PublicEventFactory(slug="alone")
    links = {
        loc: dict(re.findall(r'<xhtml:link rel="alternate" hreflang="([^"]+)" href="([^"]+)"/>', rest))
        for loc, rest in re.findall(
            "<url><loc>([^<]+)</loc>(.*?)</url>", body_of(client, "/sitemap/events/0.xml")
        )
    }
    here = "http://testserver"
    english, russian = f"{here}/events/2019/freight/", f"{here}/ru/events/2019/gruzy/"

    for address in (f"{here}/events/2019/gruzy/", russian, english, f"{here}/ru/events/2019/freight/"):
        assert links[address] == {"en": english, "ru": russian, "x-default": english}
    own = here + alone.get_absolute_url()
    assert links[own]["x-default"] == links[own]["en"] == own
    assert links[own]["ru"] == f"{here}/ru/events/2019/alone/"


def test_record_that_was_never_compared_is_as_new_as_its_publication(client):
    statement = StatementFactory()
    Statement.objects.update(changed_at=None)

    body = body_of(client, f"/sitemap/statements/{statement.pk // machines.NUMBERS}.xml")

    assert "<lastmod>2019-05-01T00:00:00+00:00</lastmod>" in body


def test_counterpart_that_is_kept_from_search_engines_is_not_named(client):
    first = PublicEventFactory(slug="gruzy", language="ru", kept_from_search_engines=True)
    PublicEventFactory(slug="freight", language="en", translation_of=first)

    body = body_of(client, "/sitemap/events/0.xml")

    assert "freight" in body
    assert "gruzy" not in body


@pytest.mark.parametrize("part", ["lists/1", "nonsense/0", f"events/{2**40}"])
def test_part_that_cannot_be_is_not_found(client, part):
    assert client.get(f"/sitemap/{part}.xml").status_code == 404
