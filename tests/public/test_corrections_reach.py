"""A correction stands wherever what it corrects stands: head, statement, citation, data, feed."""

from datetime import date
from xml.etree import ElementTree

import pytest

from publishing.models import Correction
from tests.factories import AuthorshipFactory, TopicFactory, event_with_statements
from tests.html import squeezed

pytestmark = pytest.mark.django_db

COMMENT = {"@type": "CorrectionComment", "text": "The year was 2005.", "datePublished": "2019-05-03"}
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def statement():
    event = event_with_statements("Trade will grow.", "The border is closed.", title="Evening")
    event.topics.add(TopicFactory(name="Trade"))
    return event.statements.first()


def correct(item) -> None:
    Correction.objects.create(item=item, text="The year was 2005.", date=date(2019, 5, 3))
    Correction.objects.create(item=item, text="Not yet.", date=date(2999, 1, 1))


def page(client, address: str):
    response = client.get(address)
    response.words = squeezed(response.content.decode())
    return response


def test_head_citation_data_and_feed_of_an_event_say_that_it_was_corrected(client, statement):
    event = statement.event
    correct(event)

    shown = page(client, event.get_absolute_url())
    feed = client.get("/topics/trade/feed/").content.decode()

    head = shown.words.split("</header>")[1]
    assert '<a href="#corrections">Corrected on 3 May 2019</a>' in head
    assert 'id="corrections"' in shown.words
    assert ", corrected on 3 May 2019, read " in shown.context["citation"]
    assert shown.context["meta"].data["subjectOf"]["correction"] == [COMMENT]
    assert "Corrected on 3 May 2019: The year was 2005." in feed
    assert "Not yet." not in shown.words + feed
    for file in ("cite.bib", "cite.ris", "cite.json"):
        assert "orrected on 3 May 2019" in client.get(f"{event.get_absolute_url()}{file}").content.decode()
    said = page(client, statement.get_absolute_url()).words
    assert (
        f'<a href="{event.get_absolute_url()}#corrections">Its page was corrected on 3 May 2019</a>' in said
    )


def test_correction_of_a_statement_stands_at_it_on_every_page(client, statement):
    correct(statement)
    note = '<time datetime="2019-05-03">3 May 2019</time>: The year was 2005.'
    speaker = statement.appearance.speaker.get_absolute_url()

    event, person = page(client, statement.event.get_absolute_url()), page(client, speaker)
    own = page(client, statement.get_absolute_url())
    found = page(client, "/search/?q=trade&kind=statement")

    for shown in (event, person, found):
        at = shown.words.split(f'aria-label="Statement {statement.pk}"')[1].split("</article>")[0]
        assert note in at
        assert shown.words.count("The year was 2005.") == 1
    assert f'<a href="#s-{statement.pk}">Statement {statement.pk} corrected on 3 May 2019</a>' in event.words
    assert "The year was 2005." in own.words
    for file in ("cite.bib", "cite.ris", "cite.json"):
        assert (
            "Corrected on 3 May 2019" in client.get(f"{statement.get_absolute_url()}{file}").content.decode()
        )
    assert ", corrected on 3 May 2019, read " in own.context["citation"]
    assert own.context["meta"].data["correction"] == [COMMENT]


def test_feed_entry_of_a_corrected_statement_is_newer_and_says_what_was_wrong(client, statement):
    statement.event.statements.update(changed_at="2020-01-01T00:00Z")
    correct(statement)

    root = ElementTree.fromstring(
        client.get(f"{statement.appearance.speaker.get_absolute_url()}feed/").content
    )
    entries = {entry.findtext(f"{ATOM}title"): entry for entry in root.iter(f"{ATOM}entry")}
    corrected, other = (
        next(entry for title, entry in entries.items() if words in title)
        for words in ("Trade will grow.", "The border is closed.")
    )

    assert "Corrected on 3 May 2019: The year was 2005." in corrected.findtext(f"{ATOM}summary")
    assert "Corrected" not in other.findtext(f"{ATOM}summary")
    assert corrected.findtext(f"{ATOM}updated") > other.findtext(f"{ATOM}updated")


def test_corrected_opinion_is_cited_so_and_its_data_says_it(client):
    opinion = AuthorshipFactory().opinion
    correct(opinion)

    shown = page(client, opinion.get_absolute_url())

    assert ", corrected on 3 May 2019, read " in shown.context["citation"]
    assert shown.context["meta"].data["correction"] == [COMMENT]


def test_correction_dated_ahead_is_new_on_its_day(client, statement, monkeypatch):
    Correction.objects.create(item=statement, text="The year was 2005.", date=date(2999, 1, 1))
    address = f"{statement.appearance.speaker.get_absolute_url()}feed/"
    before = client.get(address).content.decode()
    monkeypatch.setattr("django.utils.timezone.localdate", lambda: date(2999, 1, 2))

    after = client.get(address).content.decode()

    assert "2999-01-01T00:00:00" not in before
    assert "<updated>2999-01-01T00:00:00" in after
