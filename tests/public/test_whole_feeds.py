from datetime import date
from xml.etree import ElementTree

import pytest
from django.contrib.contenttypes.models import ContentType

from events.models import Event, Statement
from events.withdrawing import withdraw_statement
from opinions.models import Opinion
from publishing.changes import unit_of_work
from publishing.models import Correction
from tests.factories import AuthorshipFactory, PublicEventFactory, StatementFactory

pytestmark = pytest.mark.django_db

ATOM = {"a": "http://www.w3.org/2005/Atom"}
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
FEEDS = ["/feed/", "/feed/events/", "/feed/statements/", "/feed/opinions/", "/feed/corrections/"]


def entries(client, address: str) -> list[tuple[str, str]]:
    """The title and language of each entry."""
    root = ElementTree.fromstring(client.get(address).content)
    return [
        (one.findtext("a:title", namespaces=ATOM), one.get(LANGUAGE)) for one in root.findall("a:entry", ATOM)
    ]


@pytest.fixture
@unit_of_work()
def statement():
    said = StatementFactory(
        appearance__event=PublicEventFactory(title="Вечер", language="ru"),
        appearance__speaker__name="Anna Berg",
        text="One two three four five six seven eight nine ten eleven twelve thirteen.",
        own_words=False,
        evidence="quote",
    )
    AuthorshipFactory(opinion__title="Ports")
    return said


def test_each_feed_has_its_kind_and_the_first_has_all(client, statement):
    Correction.objects.create(item=statement, text="It was 2005.", date=date(2019, 5, 3))
    quote = "Anna Berg (direct quote): «One two three four five six seven eight nine ten eleven twelve» …"
    said_at = f"Anna Berg at “Вечер”, 26 April 2019 (statement {statement.pk})"
    correction = f"Correction of 3 May 2019: {said_at}: It was 2005."

    assert entries(client, "/feed/events/") == [("Вечер", "ru")]
    assert entries(client, "/feed/opinions/") == [("Ports", "en")]
    assert entries(client, "/feed/corrections/") == [(correction, "ru")]
    assert entries(client, "/feed/") == [(correction, "ru"), ("Ports", "en"), (quote, "ru"), ("Вечер", "ru")]


def test_titles_of_corrections_tell_them_apart(client, statement):
    opinion = Opinion.objects.get()
    day = date(2019, 5, 3)
    for item in (statement, statement.event, opinion):
        Correction.objects.create(item=item, text="It was 2005.", date=day)
    Correction.objects.create(item=opinion, text="It was Monday.", date=day)
    Correction.objects.create(item=opinion, text="It was 2005.", date=date(2019, 5, 4))

    titles = [title for title, _language in entries(client, "/feed/corrections/")]

    written = f"“Ports”, {opinion.date:%-d %B %Y}"
    assert titles == [
        f"Correction of 4 May 2019: {written}: It was 2005.",
        f"Correction of 3 May 2019: {written}: It was Monday.",
        f"Correction of 3 May 2019: {written}: It was 2005.",
        "Correction of 3 May 2019: “Вечер”, 26 April 2019: It was 2005.",
        f"Correction of 3 May 2019: Anna Berg at “Вечер”, 26 April 2019 (statement {statement.pk}): It was 2005.",
    ]


def test_correction_of_what_is_not_public_is_in_no_feed(client, statement):
    Correction.objects.create(item=statement, text="It was 2005.")
    Correction.objects.create(item=PublicEventFactory(status="draft"), text="Never out.")
    Correction.objects.create(item=statement.event, text="Not yet.", date=date(2999, 1, 1))

    withdraw_statement(statement, "Misheard.")

    (told,) = entries(client, "/feed/corrections/")
    assert told[0].startswith("Withdrawn on ") and told[0].endswith(f": statement {statement.pk}: Misheard.")


def test_every_page_leads_to_the_feeds(client):
    body = client.get("/about/").content.decode()

    for address in FEEDS:
        assert 'type="application/atom+xml" title="' in body
        assert f'href="{address}"' in body


@pytest.mark.parametrize(
    ("address", "queries"),
    [("/feed/", 11), ("/feed/events/", 4), ("/feed/opinions/", 4), ("/feed/corrections/", 8)],
)
def test_feed_takes_the_same_queries_for_few_and_for_many(
    client, statement, django_assert_num_queries, address, queries
):
    ContentType.objects.get_for_models(Event, Statement, Opinion)
    entries(client, address)  # what a process asks once

    @unit_of_work()
    def grow(times: int) -> None:
        for _ in range(times):
            for record in (StatementFactory().event, StatementFactory(), AuthorshipFactory().opinion):
                Correction.objects.create(item=record, text="It was 2005.")

    grow(1)
    with django_assert_num_queries(queries):
        few = entries(client, address)
    grow(4)

    with django_assert_num_queries(queries):
        assert len(entries(client, address)) > len(few)
