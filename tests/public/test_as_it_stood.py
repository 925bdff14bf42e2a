"""What a citation of a day has seen can be called up later, and tells nothing that was taken back since."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from events.models import Event, Statement
from events.moving import move_statement
from events.placing import place_statements
from events.standing import standing_elsewhere
from events.withdrawing import withdraw_statement
from people.forgetting import forget_person
from publishing.deeds import return_to_draft, withdraw
from publishing.models import Version
from tests.factories import (
    AppearanceFactory,
    AuthorshipFactory,
    PublicEventFactory,
    StatementFactory,
    event_with_statements,
)

pytestmark = [pytest.mark.django_db, pytest.mark.rendering]

THEN = datetime(2021, 3, 4, 12, tzinfo=UTC)


@pytest.fixture
def event():
    """A public event, of which all that was saved so far was saved on a day long ago."""
    event = event_with_statements(
        "The quay is sold.", "Ships will wait.", title="On Quays", lead="As it was."
    )
    event.report = "<p>The quay is sold. Ships will wait. Rain fell.</p>"
    event.save()
    place_statements(event)
    long_ago()
    return event


def long_ago() -> None:
    Version.objects.update(at=THEN)


def on(record, day="2021-03-04") -> str:
    return f"/versions/{record._meta.model_name}/{record.pk}/{day}/"


def changed(record, **values) -> None:
    for name, value in values.items():
        setattr(record, name, value)
    record.save()


def test_the_page_names_the_version_and_that_stays_as_it_is(client, event):
    page = client.get(event.get_absolute_url()).text
    named = re.search(r'href="(/versions/event/\d+/[\d-]+/)"', page)[1]
    assert "As it was." in client.get(named).text
    statement = event.statements.first()
    of_statement = re.search(
        r'href="(/versions/statement/[^"]+)"', client.get(statement.get_absolute_url()).text
    )

    long_ago()
    changed(event, title="On Piers", lead="As it is.", report="<p>The quay is let. Ships will wait.</p>")
    changed(statement, text="The quay is let.")

    then = client.get(on(event))
    assert (then.status_code, then["X-Robots-Tag"]) == (200, "noindex")
    assert then["Link"] == f'<http://testserver{event.get_absolute_url()}>; rel="latest-version"'
    for words in (
        "On Quays",
        "As it was.",
        "Rain fell.",
        "The quay is sold.",
        event.appearances.first().printed_name,
    ):
        assert words in then.text
    assert "On Piers" not in then.text and "is let" not in then.text
    assert "The quay is sold." in client.get(on(statement)).text
    assert "The quay is let." in client.get(of_statement[1]).text  # of today: the day has not ended
    assert "As it is." in client.get(on(event, timezone.localdate())).text


def test_what_was_taken_back_since_is_not_told_again(client, event):
    sold, wait = event.statements.all()
    withdraw_statement(sold, "It was not sold.")

    then = client.get(on(event)).text

    assert "The quay is sold." not in then and "Ships will wait." in then
    assert client.get(on(sold)).status_code == 410
    withdraw(Event.objects.get(), "The speakers had not agreed.")
    assert client.get(on(event)).status_code == client.get(on(wait)).status_code == 410


def test_what_was_taken_out_of_other_texts_does_not_come_back_by_their_versions(client, event):
    words = "Every grain silo beside the northern harbour was sold below its price."
    event.lead = f"As it was. {words}"
    event.save()
    said = StatementFactory(appearance=event.appearances.first(), text=words)
    opinion = AuthorshipFactory(
        opinion__lead="Ports.", opinion__body=f"<p>I heard: {words} So be it.</p>"
    ).opinion
    long_ago()
    assert words in client.get(on(opinion)).text and words in client.get(on(event)).text
    places = standing_elsewhere(said)

    withdraw_statement(said, "It was not.", decided={place.name: place.choices[0] for place in places})

    for record, kept in ((opinion, "So be it."), (event, "As it was.")):
        then = client.get(on(record)).text
        assert "grain silo" not in then and kept in then


def test_whose_words_they_were_not_is_told_no_more(client, event):
    wrong = event.appearances.first()
    other = AppearanceFactory(event=event, printed_name="Wanda Right")
    long_ago()
    name = wrong.printed_name
    assert name in client.get(on(event)).text
    for statement in event.statements.all():
        move_statement(statement, other, reason="The tape.")

    then = client.get(on(event)).text

    assert "The quay is sold." in then and "Told of somebody else since" in then
    assert name not in then


def test_who_is_forgotten_is_in_no_version(client, event):
    speaker = event.appearances.first().speaker
    name = event.appearances.first().printed_name

    forget_person(speaker)

    then = client.get(on(event))
    assert then.status_code == 200
    assert name not in then.text


def test_there_is_nothing_of_a_day_on_which_readers_had_nothing(client, event):
    assert client.get(on(event, "2018-01-01")).status_code == 404
    assert client.get(on(event, timezone.localdate() + timedelta(days=1))).status_code == 404
    assert client.get(on(event, "2021-02-30")).status_code == 404
    return_to_draft(event)
    Version.objects.filter(what="return").update(at=THEN)
    assert client.get(on(event)).status_code == 404


def test_an_event_under_the_rule_has_no_earlier_text(client):
    event = PublicEventFactory(record_rule=Event.RecordRule.CHATHAM_HOUSE, lead="Behind doors.")
    long_ago()

    assert client.get(on(event)).status_code == 404
    assert "/versions/" not in client.get(event.get_absolute_url()).text


def test_no_earlier_text_tells_who_said_what_is_not_for_attribution(client, event):
    Statement.objects.filter(pk=event.statements.first().pk).update(
        appearance=None, attribution="A participant", not_for_attribution=True
    )

    for record in (event, event.statements.last()):
        then = client.get(on(record)).text
        assert "no earlier text of it is shown" in then
        assert "As it was." not in then


def test_of_the_time_before_versions_there_is_what_stood_until_the_first_change(client, event):
    Version.objects.all().delete()
    assert "As it was." in client.get(on(event)).text

    changed(Event.objects.get(), lead="As it is.")

    assert "As it was." in client.get(on(event)).text
    assert "As it is." in client.get(on(event, timezone.localdate())).text


def test_an_opinion_can_be_called_up_too(client):
    opinion = AuthorshipFactory(opinion__lead="Ports matter.", opinion__body="<p>Then.</p>").opinion
    long_ago()
    changed(opinion, body="<p>Now.</p>")

    then = client.get(on(opinion)).text

    assert "<p>Then.</p>" in then and "Now." not in then
    assert opinion.authorships.get().printed_name in then
