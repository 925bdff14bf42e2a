"""A form that was opened before what it chooses was merged into another leads to that, and says so."""

import pytest

from events.merging import merge_subjects, merge_venues
from events.models import Event
from people.merging import merge_organisations, merge_speakers
from people.models import Organisation
from publishing.pending import pending_of
from tests.desk.pages import ADD_EVENT, change_page, errors_on, form_on, messages_on, with_row
from tests.factories import (
    AppearanceFactory,
    AuthorshipFactory,
    EventFactory,
    OpinionFactory,
    SeriesFactory,
    SpeakerFactory,
    StatementFactory,
    TopicFactory,
    VenueFactory,
    event_with_statements,
)

pytestmark = pytest.mark.django_db

WAS_TAKEN = "“{0}” was merged into “{1}” after you had opened the form: “{1}” was taken."


def two(make) -> tuple:
    """What stays, and what is absorbed."""
    return make(name="Ann Bell"), make(name="Anneliese Hollenbach")


def organisation(name: str) -> Organisation:
    return Organisation.objects.create(name=name)


def event_filed_under(field: str):
    """The form of a draft in which the absorbed record was just chosen for ``field``, and what is chosen afterwards."""

    def prepare(client, absorbed):
        event = EventFactory(title="An Evening")
        sent = form_on(client, change_page(event)) | {field: absorbed.pk, "lead": "Typed for an hour."}
        return event, sent, lambda: getattr(Event.objects.get(lead="Typed for an hour."), field)

    return prepare


def event_about(client, absorbed):
    event, sent, _chosen = event_filed_under("topics")(client, absorbed)
    return event, sent, lambda: Event.objects.get(lead="Typed for an hour.").topics.get()


def event_with_speaker(client, absorbed):
    event = EventFactory()
    sent = with_row(form_on(client, change_page(event)), "appearances", speaker=absorbed.pk)
    return event, sent, lambda: event.appearances.get().speaker


def event_with_stored_speaker(client, absorbed):
    """It has named the absorbed one for long, and now another lead."""
    event = AppearanceFactory(event=EventFactory(), speaker=absorbed).event
    AppearanceFactory(event=event, order=2)  # of whom nothing is told
    return event, form_on(client, change_page(event)), lambda: event.appearances.get(order=1).speaker


def statement_about(client, absorbed):
    statement = StatementFactory(appearance__event=EventFactory())
    sent = form_on(client, change_page(statement.event)) | {"statements-0-topics": [absorbed.pk]}
    return statement.event, sent, lambda: statement.topics.get()


def opinion_by(client, absorbed):
    opinion = OpinionFactory()
    row = {"speaker": absorbed.pk, "printed_name": "A. Hollenbach", "order": 1}
    sent = with_row(form_on(client, change_page(opinion)), "authorships", **row)
    return opinion, sent, lambda: opinion.authors.get()


def opinion_about(client, absorbed):
    opinion = AuthorshipFactory(opinion=OpinionFactory()).opinion
    sent = form_on(client, change_page(opinion)) | {"topics": [absorbed.pk]}
    return opinion, sent, lambda: opinion.topics.get()


def post_at(client, absorbed):
    speaker = SpeakerFactory()
    sent = with_row(
        form_on(client, change_page(speaker)), "affiliations", organisation=absorbed.pk, post="Clerk"
    )
    return speaker, sent, lambda: speaker.affiliations.get().organisation


@pytest.mark.parametrize(
    ("make", "merge", "prepare"),
    [
        (SpeakerFactory, merge_speakers, event_with_speaker),
        (SpeakerFactory, merge_speakers, event_with_stored_speaker),
        (SpeakerFactory, merge_speakers, opinion_by),
        (TopicFactory, merge_subjects, event_about),
        (TopicFactory, merge_subjects, statement_about),
        (TopicFactory, merge_subjects, opinion_about),
        (SeriesFactory, merge_subjects, event_filed_under("series")),
        (VenueFactory, merge_venues, event_filed_under("venue")),
        (organisation, merge_organisations, post_at),
    ],
)
def test_what_stays_of_a_merge_is_taken_and_the_editor_is_told(client, publisher, make, merge, prepare):
    kept, absorbed = two(make)
    was = str(absorbed)
    record, sent, chosen = prepare(client, absorbed)
    merge(kept, absorbed)

    response = client.post(change_page(record), sent, follow=True)

    assert response.redirect_chain, errors_on(response)
    assert chosen() == kept
    assert WAS_TAKEN.format(was.partition(",")[0], kept) in messages_on(response)


@pytest.mark.parametrize("button", ["_hand_in", "_later"])
def test_change_that_waits_takes_what_stays_and_tells_of_it(client, editor, button):
    kept, absorbed = two(TopicFactory)
    event = event_with_statements("Engines will compose.")
    address = f"{change_page(event)}?change"
    struck_out = {"report": f"{event.report}<p><s>Hollow words</s></p>"}
    sent = form_on(client, address) | struck_out | {"topics": [absorbed.pk], button: "on"}
    merge_subjects(kept, absorbed)

    told = messages_on(client.post(address, sent, follow=True))

    assert pending_of(event).document["fields"]["topics"] == [kept.pk]
    assert WAS_TAKEN.format("Anneliese Hollenbach", kept) in told
    assert any(words.startswith("2 words that were struck out") for words in told)
    assert not any("was changed" in words for words in told)  # readers see nothing of it


def test_form_that_comes_back_for_another_reason_shows_what_stays(client, publisher):
    kept, absorbed = two(SpeakerFactory)
    topic, gone = TopicFactory(name="Grain"), TopicFactory(name="Corn")
    sent = with_row(form_on(client, ADD_EVENT), "appearances", speaker=absorbed.pk) | {"topics": [gone.pk]}
    merge_speakers(kept, absorbed)
    merge_subjects(topic, gone)

    response = client.post(ADD_EVENT, sent)

    assert errors_on(response).keys() == {"title"}
    page = " ".join(response.content.decode().split())
    assert f'<option value="{kept.pk}" selected' in page and f'<option value="{topic.pk}" selected' in page


def test_both_of_a_merge_in_one_list_are_told_to_be_one(client, publisher):
    kept, absorbed = two(SpeakerFactory)
    sent = with_row(form_on(client, ADD_EVENT) | {"title": "An Evening"}, "appearances", speaker=kept.pk)
    sent = with_row(sent, "appearances", speaker=absorbed.pk)
    merge_speakers(kept, absorbed)

    assert errors_on(client.post(ADD_EVENT, sent)) == {"appearances-1-speaker": "Ann Bell is listed already."}
