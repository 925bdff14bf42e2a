"""Each save is one version of the whole: what is kept, when, and what it brings back."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from events.models import Event, Statement, Topic
from events.withdrawing import withdraw_statement
from people.merging import merge_speakers
from people.models import Affiliation, NameVariant, Organisation, Speaker
from publishing.bringing_back import bring_back, undelete
from publishing.changes import call_it, note, unit_of_work
from publishing.comparing import changed_in_words, compare
from publishing.deeds import publish, withdraw
from publishing.merging import merge_records
from publishing.models import Version
from publishing.wholes import WHOLES, document_of
from tests.at_once import at_once
from tests.factories import (
    AppearanceFactory,
    AuthorshipFactory,
    EventFactory,
    OpinionFactory,
    PublicEventFactory,
    SeriesFactory,
    SpeakerFactory,
    StatementFactory,
    TopicFactory,
    VenueFactory,
    event_with_statements,
)

pytestmark = pytest.mark.django_db


def versions_of(record) -> list[Version]:
    """The oldest first."""
    kind = record._meta.label_lower
    return list(Version.objects.filter(kind=kind, object_id=record.pk).order_by("number"))


def told(record) -> list[str]:
    return [version.what for version in versions_of(record)]


def newest(record) -> Version:
    return versions_of(record)[-1]


# --- What is kept ---


def test_one_version_a_save_holds_the_record_with_all_its_parts():
    with unit_of_work():
        event = event_with_statements("Engines will compose.", "Looms will weave.")
        event.topics.add(TopicFactory())
        event.corrections.create(text="It was 1843.")

    (version,) = versions_of(event)

    assert version.number == 1
    assert version.document["fields"]["title"] == event.title
    assert version.document["fields"]["topics"] == [event.topics.get().pk]
    said = version.document["parts"]["statements"]
    assert [row["text"] for row in said] == ["Engines will compose.", "Looms will weave."]
    assert {row["appearance"] for row in said} == {event.appearances.get().pk}
    assert [row["text"] for row in version.document["parts"]["corrections"]] == ["It was 1843."]


def test_save_that_changes_nothing_makes_no_version():
    event = EventFactory()

    event.save()

    assert told(event) == ["save"]


def test_whatever_changes_a_part_makes_a_version_of_the_whole():
    opinion = OpinionFactory()
    signed = AuthorshipFactory(opinion=opinion)
    speaker = signed.speaker
    NameVariant.objects.create(speaker=speaker, name="Ада")
    post = Affiliation.objects.create(
        speaker=speaker, organisation=Organisation.objects.create(name="Harbour")
    )
    post.delete()
    signed.delete()

    assert [len(version.document["parts"]["authorships"]) for version in versions_of(opinion)] == [0, 1, 0]
    assert [
        [len(version.document["parts"][part]) for part in ("variants", "affiliations")]
        for version in versions_of(speaker)
    ] == [[0, 0], [1, 0], [1, 1], [1, 0]]


def test_deeds_are_told():
    event = EventFactory()
    publish(event)
    withdraw(event, "Not ours.")
    topic = TopicFactory()
    topic.delete()

    assert told(event) == ["save", "publication", "withdrawal"]
    assert told(topic) == []  # its key is gone with it
    assert Version.objects.filter(kind="events.topic").count() == 2


def test_unit_is_one_version_a_record_however_many_rows_it_writes():
    with unit_of_work():
        call_it(Version.What.IMPORT, "the old site")
        event = event_with_statements(*(f"Position {n} holds." for n in range(5)))
        event.lead = "Later"
        event.save()

    assert [(version.what, version.what_for) for version in versions_of(event)] == [
        ("import", "the old site")
    ]
    assert told(event.appearances.get().speaker) == ["import"]


def test_record_that_is_older_than_versions_is_first_kept_as_it_was():
    event = EventFactory(lead="As it was")
    Version.objects.all().delete()

    event.lead = "Mine"
    event.save()

    assert told(event) == ["as-it-was", "save"]
    assert [version.document["fields"]["lead"] for version in versions_of(event)] == ["As it was", "Mine"]
    Version.objects.all().delete()
    Event.objects.filter(pk=event.pk).delete()
    assert [(version.what, version.called) for version in versions_of(event)] == [
        ("as-it-was", event.title),
        ("deleted", event.title),
    ]


@pytest.mark.django_db(transaction=True)
def test_two_who_first_save_an_old_record_in_one_instant_both_leave_a_version():
    event = EventFactory(lead="First")
    Version.objects.all().delete()
    both = Event.objects.get(), Event.objects.get()
    both[0].lead, both[1].lead = "Second", "Third"

    assert at_once(both[0].save, both[1].save) == [None, None]

    leads = [version.document["fields"]["lead"] for version in versions_of(event)]
    assert sorted(leads) == ["First", "Second", "Third"]


@pytest.mark.parametrize("count", [1, 3])
def test_versions_cost_the_same_queries_for_any_number_of_records(count):
    events = [event_with_statements("Engines will compose.") for _ in range(count)]

    with CaptureQueriesContext(connection) as queries, unit_of_work():
        for event in events:
            Event.objects.filter(pk=event.pk).update(lead="Other")
        note(Event, [event.pk for event in events])

    asked = [query["sql"] for query in queries if "publishing_version" in query["sql"]]
    assert len(asked) == 2


def test_under_the_rule_no_version_has_who_took_part():
    event = EventFactory(record_rule=Event.RecordRule.CHATHAM_HOUSE)
    AppearanceFactory(event=event, printed_name="Ada Lovelace")

    assert all("appearances" not in version.document["parts"] for version in versions_of(event))


# --- Comparing ---


def differences(record, old: Version, new: Version) -> dict[str, list[tuple]]:
    """By the name of the field or part: what differs, as it was and as it is."""
    found = {}
    for section in compare(WHOLES[type(record)], old.document, new.document):
        lines = section.lines + [line for _key, row in section.rows for line in row.lines]
        found[section.name] = [(line.old, line.new, line.tag) for line in lines]
    return found


def test_words_are_compared_side_by_side():
    event = EventFactory(lead="Experts in Moscow asked what Russia can do.")
    event.lead = "Four specialists asked what Russia can do <today>."
    event.save()

    ((old, new, _tag),) = differences(event, *versions_of(event))["lead"]

    assert old == "<del>Experts in Moscow</del> asked what Russia can do."
    assert new == "<ins>Four specialists</ins> asked what Russia can do <ins>&lt;today&gt;</ins>."


def test_blank_and_nothing_are_the_same():
    event = event_with_statements("Engines will compose.")
    now = newest(event)
    before = Version.objects.get(pk=now.pk)
    before.document["fields"]["withdrawal_note"] = None
    del before.document["parts"]["statements"][0]["attribution"]
    whole = WHOLES[Event]

    assert compare(whole, before.document, now.document) == []
    assert changed_in_words(whole, before.document, now.document) == ""


def test_moved_paragraph_is_told_from_a_new_one():
    texts = ["One is first of all.", "Two comes after it now.", "Three stands at the end here."]
    event = EventFactory(report="".join(f"<p>{text}</p>" for text in texts))
    event.report = f"<p>{texts[2]}</p><p>{texts[0]}</p><p>{texts[1]}</p><p>Quite new words are these.</p>"
    event.save()

    found = differences(event, *versions_of(event))["report"]

    assert found == [
        (texts[2], texts[2], "moved"),
        (None, "<ins>Quite new words are these.</ins>", "added"),
    ]


def test_sentence_that_moved_to_another_paragraph_is_marked_in_both():
    sentence = "The talks had come late but not too late."
    event = EventFactory(
        report=f"<p>Grain moves by rail all winter. {sentence}</p><p>Ports were closed in the spring.</p>"
    )
    event.report = f"<p>Grain moves by rail all winter.</p><p>Ports were closed in the spring. {sentence}</p>"
    event.save()

    found = differences(event, *versions_of(event))["report"]

    assert f'<del class="moved">{sentence}</del>' in found[0][0]
    assert f'<ins class="moved">{sentence}</ins>' in found[1][1]


def test_rows_are_matched_by_their_number():
    event = event_with_statements("Engines will compose.", "Looms will weave.")
    first, second = event.statements.all()
    other = AppearanceFactory(event=event, printed_name="Mary Somerville", speaker__name="Mary Somerville")
    before = newest(event)
    first.appearance = other
    first.save()

    found = differences(event, before, newest(event))

    assert found == {
        "statements": [
            (f"<del>{second.appearance.printed_name}</del>", "<ins>Mary Somerville</ins>", ""),
        ]
    }


def test_records_that_were_merged_are_no_difference():
    kept, absorbed = SpeakerFactory(), SpeakerFactory()
    event = AppearanceFactory(speaker=absorbed, event=EventFactory(), printed_name="Ada").event
    before = newest(event)
    merge_speakers(kept, absorbed)
    event.refresh_from_db()
    event.lead = "Other"
    event.save()

    assert list(differences(event, before, newest(event))) == ["lead"]
    assert told(kept)[-1] == "merge"


def test_a_merge_stands_in_the_history_of_what_it_wrote_anew():
    of_series, of_venue, of_topic = (
        SeriesFactory.create_batch(2),
        VenueFactory.create_batch(2),
        TopicFactory.create_batch(2),
    )
    of_organisation = [Organisation.objects.create(name=name) for name in ("College", "The College")]
    of_speaker = SpeakerFactory.create_batch(2)
    event = EventFactory(series=of_series[1], venue=of_venue[1])
    event.topics.add(of_topic[1])
    AppearanceFactory(event=event, speaker=of_speaker[1])
    opinion = AuthorshipFactory(speaker=of_speaker[1]).opinion
    third = SpeakerFactory()
    third.affiliations.create(organisation=of_organisation[1], post="Fellow")

    for pair in (of_series, of_venue, of_topic, of_organisation):
        merge_records(*pair)
    merge_speakers(*of_speaker)

    assert told(event)[-5:] == ["save", *["merge"] * 4]
    assert (told(opinion)[-1], told(third)[-1]) == ("merge", "merge")


# --- Bringing back ---


def test_whole_is_brought_back_with_the_numbers_of_its_rows():
    event = event_with_statements("Engines will compose.", "Looms will weave.", lead="First", status="draft")
    event.publish_at = event.first_public_at = None
    event.save()
    topic = TopicFactory()
    statement = event.statements.first()
    statement.topics.add(topic)
    version, document = newest(event), document_of(event)
    pk = statement.pk
    event.statements.all().delete()
    event.appearances.all().delete()
    event.lead, event.report = "Second", "<p>Nothing.</p>"
    event.save()

    bring_back(event, version)

    assert document_of(event) == document
    assert Statement.objects.get(pk=pk).topics.get() == topic
    assert Statement.objects.get(pk=pk).place == (0, 21)
    assert (newest(event).what, newest(event).what_for) == ("restored", f"version {version.number}")


def test_one_field_and_one_row_are_brought_back_alone():
    event = event_with_statements("Engines will compose.", "Looms will weave.", lead="First")
    version = newest(event)
    first, second = event.statements.all()
    for statement in (first, second):
        statement.text, statement.own_words = f"Other {statement.pk}", True
        statement.save()
    event.lead, event.title = "Second", "Other"
    event.save()

    bring_back(event, version, "lead")
    bring_back(event, version, f"statements {first.pk}")

    event.refresh_from_db()
    assert (event.lead, event.title) == ("First", "Other")
    assert [statement.text for statement in event.statements.all()] == [
        "Engines will compose.",
        f"Other {second.pk}",
    ]


def test_what_was_public_and_is_not_in_the_version_is_withdrawn_and_not_deleted():
    event = event_with_statements("Engines will compose.")
    version = newest(event)
    later = StatementFactory(appearance=event.appearances.get(), text="Looms will weave.")

    with pytest.raises(ValidationError, match="Say what was withdrawn"):
        bring_back(event, version)
    bring_back(event, version, words="Misheard.")

    later.refresh_from_db()
    assert later.withdrawal_note == "Misheard."
    assert later.appearance is not None


def test_what_was_withdrawn_since_stays_so_and_corrections_stay():
    event = event_with_statements("Engines will compose.", lead="First")
    before = event.corrections.create(text="It was 1842.")
    version = newest(event)
    before.text = "It was 1843."
    before.save()
    event.corrections.create(text="It was in Turin.")
    event.lead = "Second"
    event.save()
    withdraw_statement(event.statements.get(), "Misheard.")

    bring_back(event, version)

    event.refresh_from_db()
    assert event.lead == "First"
    assert event.statements.get().withdrawal_note == "Misheard."
    assert {one.text for one in event.corrections.all()} == {"It was 1843.", "It was in Turin."}

    bring_back(event, version, "corrections")
    assert {one.text for one in event.corrections.all()} == {"It was 1842.", "It was in Turin."}


def test_version_under_the_rule_parts_statements_from_their_speakers():
    event = EventFactory(record_rule=Event.RecordRule.CHATHAM_HOUSE)
    speaker = AppearanceFactory(event=event)
    statement = StatementFactory(event=event, appearance=None, attribution="A participant")
    version = newest(event)
    event.record_rule = Event.RecordRule.ON_RECORD
    event.save()
    Statement.objects.update(appearance=speaker, attribution="")

    bring_back(event, version)

    statement.refresh_from_db()
    assert (statement.appearance, statement.attribution) == (None, "A participant")
    assert Event.objects.get().under_the_rule


def test_state_is_no_versions_to_bring_back():
    event = EventFactory()
    draft = newest(event)
    publish(event)

    bring_back(event, draft)

    event.refresh_from_db()
    assert event.is_public


def test_what_stands_in_the_way_of_the_public_stands_in_the_way_of_bringing_back():
    event = EventFactory(date=None)
    undated = newest(event)
    event.date = date(2019, 4, 26)
    event.save()
    publish(event)

    with pytest.raises(ValidationError, match="needs a date"):
        bring_back(event, undated)

    event.refresh_from_db()
    assert event.date is not None


def test_what_a_version_names_must_be_there():
    event = EventFactory(venue=VenueFactory())
    appearance = AppearanceFactory(event=event)
    topic = TopicFactory()
    event.topics.add(topic)
    version = newest(event)
    appearance.delete()
    Topic.objects.filter(pk=topic.pk).delete()
    appearance.speaker.delete()

    with pytest.raises(ValidationError, match="was deleted: undelete that first"):
        bring_back(event, version)

    undelete(Version.objects.get(kind="people.speaker", what=Version.What.DELETED))
    bring_back(event, version)
    assert event.appearances.get().speaker.pk == version.document["parts"]["appearances"][0]["speaker"]
    assert not event.topics.exists()


def test_version_that_names_an_absorbed_speaker_brings_the_kept_one():
    kept, absorbed = SpeakerFactory(), SpeakerFactory()
    event = AppearanceFactory(speaker=absorbed, event=EventFactory()).event
    version = newest(event)
    merge_speakers(kept, absorbed)
    event.appearances.all().delete()

    bring_back(event, version)

    assert event.appearances.get().speaker == kept


def test_deleted_draft_comes_back_with_its_numbers():
    with unit_of_work():
        event = event_with_statements("Engines will compose.", status="draft", publish_at=None)
    document, pk, statement = document_of(event), event.pk, event.statements.get().pk
    event.delete()

    undelete(Version.objects.get(kind="events.event", object_id=pk, what=Version.What.DELETED))

    event = Event.objects.get(pk=pk)
    assert document_of(event) == document
    assert event.statements.get().pk == statement
    assert told(event) == ["save", "deleted", "restored"]
    event.lead = "Later"
    event.save()
    assert newest(event).lock > versions_of(event)[0].lock


def test_speaker_comes_back_with_spellings_and_posts():
    speaker = SpeakerFactory(name="Ada Lovelace")
    speaker.variants.create(name="Ада Лавлейс")
    document = document_of(speaker)
    speaker.delete()

    undelete(Version.objects.get(kind="people.speaker", what=Version.What.DELETED))

    assert document_of(Speaker.objects.get()) == document


def test_public_event_keeps_its_old_address_when_its_slug_is_brought_back():
    event = PublicEventFactory(title="Engines")
    version = newest(event)
    event.slug = "looms"
    event.save()

    bring_back(event, version, "slug")

    event.refresh_from_db()
    assert event.get_absolute_url() == "/events/2019/engines/"
