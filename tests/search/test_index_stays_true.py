"""Whatever changes what a page shows changes what search finds: random series of everything that can be done."""

from contextlib import suppress
from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import ProtectedError, RestrictedError
from django.utils import timezone
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from events.models import Appearance, Event, Series, Statement, Topic, Venue
from events.placing import place_statements
from events.withdrawing import restore_statement, withdraw_statement
from opinions.models import Authorship, Opinion
from people.merging import merge_speakers
from people.models import NameVariant, Speaker
from publishing.changes import note, unit_of_work
from publishing.deeds import publish, return_to_draft, withdraw
from publishing.gate import Status
from publishing.merging import merge_records
from search.models import Entry
from tests.factories import (
    AuthorshipFactory,
    SeriesFactory,
    SpeakerFactory,
    TopicFactory,
    VenueFactory,
    event_with_statements,
)
from tests.search.counted import assert_the_counts_are_true, assert_the_gate_is_true
from tests.search.freshly import MODELS, assert_the_index_is_true

LONG_AGO = datetime(2015, 3, 1, tzinfo=UTC)

#: Chooses one of whatever there is at that moment; a failing series then shrinks well.
which = st.integers(0, 30)
words = st.sampled_from(
    [
        "sanctions",
        "Санкции против",
        "Élan vital",
        "double freezing",
        "x_y",
        "日本",
        "L'Aquila",
        "Kim Jong-un",
        "…",
    ]
)
names = st.sampled_from(["Ada Lovelace", "Толорая Георгий", "Kim Jong-un", "Müller", "Ottilie d'Ormesson"])
days = st.dates(date(2018, 12, 30), date(2020, 1, 2))
carriers = st.sampled_from([Event, Statement, Opinion])
statuses = st.sampled_from([Status.DRAFT, Status.PUBLISHED, Status.SCHEDULED, Status.WITHDRAWN])


def pick(model, number):
    rows = list(model._base_manager.order_by("pk"))
    return rows[number % len(rows)] if rows else None


class Archive(RuleBasedStateMachine):
    """Each rule is one deed of an editor; each deed that is refused is undone."""

    def __init__(self):
        super().__init__()
        self.undone_at_the_end = transaction.atomic()
        self.undone_at_the_end.__enter__()
        self.fill()

    @unit_of_work()
    def fill(self):
        topics = TopicFactory.create_batch(2)
        for word in ("sanctions", "freezing"):
            event = event_with_statements(f"They spoke of {word}.", f"{word} again.", title=word, lead=word)
            event.topics.set(topics[:1])
            event.statements.last().topics.set(topics)
            event.series, event.format = SeriesFactory(), Event.Format.HYBRID
            event.save()
        AuthorshipFactory(speaker=event.appearances.get().speaker).opinion.topics.set(topics)

    def teardown(self):
        transaction.set_rollback(True)
        self.undone_at_the_end.__exit__(None, None, None)

    # --- Entering ---

    @rule(title=words, day=days | st.none(), word=words, status=statuses, ahead=st.booleans())
    def enter_event(self, title, day, word, status, ahead):
        moment = timezone.now() + timedelta(days=3) if ahead else LONG_AGO
        event = Event(
            title=title, date=day or date(2019, 1, 1), report=f"<p>They spoke of {word}.</p>", lead=word
        )
        event.status, event.publish_at = status, None if status == Status.DRAFT else moment
        if status == Status.DRAFT:
            event.date = day
        event.save()

    @rule(number=which, who=which, name=names)
    def let_speak(self, number, who, name):
        event, speaker = pick(Event, number), pick(Speaker, who) or SpeakerFactory(name=name)
        if event and not event.appearances.filter(speaker=speaker).exists():
            Appearance.objects.create(event=event, speaker=speaker, printed_name=name)

    @rule(number=which, word=words, evidence=st.sampled_from(Statement.Evidence.values))
    def record_statement(self, number, word, evidence):
        appearance = pick(Appearance, number)
        if appearance and not appearance.event.under_the_rule:
            appearance.statements.create(event=appearance.event, text=f"Spoke of {word}", evidence=evidence)

    @rule(number=which, word=words)
    def record_statement_of_a_group(self, number, word):
        event = pick(Event, number)
        if event:
            event.statements.create(attribution="The experts", text=f"They spoke of {word}.", own_words=True)

    @rule(title=words, day=days, status=statuses, who=which)
    def enter_opinion(self, title, day, status, who):
        moment = None if status == Status.DRAFT else LONG_AGO
        opinion = Opinion.objects.create(
            title=title, date=day, body=f"<p>{title}</p>", status=status, publish_at=moment
        )
        if speaker := pick(Speaker, who):
            Authorship.objects.create(opinion=opinion, speaker=speaker, printed_name=speaker.name)

    @rule(name=names)
    def enter_speaker(self, name):
        SpeakerFactory(name=name)

    @rule()
    def enter_topic(self):
        TopicFactory()

    # --- Status ---

    @rule(
        model=st.sampled_from([Event, Opinion]), number=which, days_ahead=st.sampled_from([None, -400, 400])
    )
    def publish(self, model, number, days_ahead):
        item = pick(model, number)
        if item:
            with suppress(ValidationError):  # it has obstacles, and stays as it was
                publish(item, days_ahead and timezone.now() + timedelta(days=days_ahead))

    @rule(model=st.sampled_from([Event, Opinion]), number=which)
    def withdraw(self, model, number):
        if item := pick(model, number):
            with suppress(ValidationError):  # it is a draft, or withdrawn already
                withdraw(item, "A mistake.")

    @rule(model=st.sampled_from([Event, Opinion]), number=which)
    def return_to_draft(self, model, number):
        if item := pick(model, number):
            with suppress(ValidationError):  # it is one
                return_to_draft(item)

    @rule(number=which)
    def withdraw_statement(self, number):
        if statement := pick(Statement, number):
            with suppress(ValidationError):  # it has never been out, or is withdrawn already
                withdraw_statement(statement, "Never said.")

    @rule(number=which)
    def restore_statement(self, number):
        if statement := pick(Statement, number):
            with suppress(ValidationError):  # it is not withdrawn
                restore_statement(statement)

    @rule(number=which)
    def put_under_the_rule(self, number):
        if event := pick(Event, number):
            for statement in event.statements.all():
                statement.appearance, statement.attribution = None, "A participant"
                statement.save()
            event.record_rule = Event.RecordRule.CHATHAM_HOUSE
            event.save()

    @rule(number=which)
    def put_on_the_record(self, number):
        if event := pick(Event, number):
            event.record_rule = Event.RecordRule.ON_RECORD
            event.save()

    # --- Editing ---

    @rule(
        number=which,
        day=days,
        title=words,
        word=words,
        kind=st.sampled_from(Event.Kind.values),
        place=st.booleans(),
    )
    def edit_event(self, number, day, title, word, kind, place):
        if event := pick(Event, number):
            event.date, event.title, event.kind = day, title, kind
            event.slug = ""  # a new one is free in the year of the new date
            event.report = f"<p>They spoke of {word}.</p>"
            event.language = "ru" if place else "en"
            event.venue = VenueFactory() if place else None
            event.series, event.format = (None, "in-person") if place else (event.series, "online")
            event.save()
            place_statements(event)

    @rule(number=which)
    def rename_venue(self, number):
        if venue := pick(Venue, number):
            venue.city += "a"
            venue.save()

    @rule(number=which, word=words, evidence=st.sampled_from(Statement.Evidence.values))
    def edit_statement(self, number, word, evidence):
        if statement := pick(Statement, number):
            statement.text, statement.evidence = f"They spoke of {word}.", evidence
            statement.save()

    @rule(number=which, day=days, title=words)
    def edit_opinion(self, number, day, title):
        if opinion := pick(Opinion, number):
            opinion.date, opinion.title, opinion.lead = day, title, title
            opinion.save()

    @rule(number=which, word=words)
    def edit_topic(self, number, word):
        if topic := pick(Topic, number):
            topic.name, topic.description = f"{word} {topic.pk}", word
            topic.save()

    @rule(number=which, name=names)
    def rename_speaker(self, number, name):
        if speaker := pick(Speaker, number):
            speaker.name = name
            speaker.save()

    @rule(number=which, name=names)
    def print_another_name(self, number, name):
        if appearance := pick(Appearance, number):
            appearance.printed_name = name
            appearance.role = Appearance.Role.values[number % len(Appearance.Role)]
            appearance.save()

    @rule(number=which, other=which)
    def give_the_appearance_to_another(self, number, other):
        appearance, speaker = pick(Appearance, number), pick(Speaker, other)
        if appearance and not appearance.event.appearances.filter(speaker=speaker).exists():
            appearance.speaker = speaker
            appearance.save()

    @rule(number=which, name=names)
    def add_variant(self, number, name):
        speaker = pick(Speaker, number)
        if speaker and not speaker.variants.filter(name__iexact=name).exists():
            speaker.variants.create(name=name)

    @rule(number=which, other=which)
    def merge(self, number, other):
        kept, absorbed = pick(Speaker, number), pick(Speaker, other)
        if kept:
            # One and the same, or both listed at one event.
            with suppress(ValidationError), transaction.atomic():
                merge_speakers(kept, absorbed)

    @rule(model=st.sampled_from([Topic, Series, Venue]), number=which, other=which)
    def merge_subjects(self, model, number, other):
        kept, absorbed = pick(model, number), pick(model, other)
        if kept != absorbed:
            merge_records(kept, absorbed)

    # --- Topics ---

    @rule(
        model=carriers,
        number=which,
        topic=which,
        how=st.sampled_from(["add", "remove"]),
        from_topic=st.booleans(),
    )
    def change_one_topic(self, model, number, topic, how, from_topic):
        record, topic = pick(model, number), pick(Topic, topic)
        if record and topic:
            backwards = getattr(topic, f"{model._meta.model_name}s")
            getattr(backwards if from_topic else record.topics, how)(record if from_topic else topic)

    @rule(model=carriers, number=which, most=st.integers(0, 3), clear=st.booleans())
    def set_topics(self, model, number, most, clear):
        if record := pick(model, number):
            record.topics.set(Topic.objects.order_by("-pk")[:most], clear=clear)

    @rule(model=carriers, topic=which)
    def clear_topic(self, model, topic):
        if topic := pick(Topic, topic):
            getattr(topic, f"{model._meta.model_name}s").clear()

    # --- Removing ---

    @rule(
        model=st.sampled_from(
            [Event, Statement, Opinion, Topic, Appearance, Authorship, NameVariant, Speaker]
        ),
        number=which,
        in_bulk=st.booleans(),
    )
    def delete(self, model, number, in_bulk):
        if record := pick(model, number):
            with (
                suppress(ProtectedError, RestrictedError, ValidationError),
                transaction.atomic(),
            ):  # it must stay
                model._base_manager.filter(pk=record.pk).delete() if in_bulk else record.delete()

    # --- Several at once ---

    @rule(number=which, other=which, word=words, name=names, day=days)
    def do_several_in_one_unit(self, number, other, word, name, day):
        with unit_of_work(alone=True):  # a merge is among them
            self.edit_event(number, day, word, word, "lecture", True)
            self.rename_speaker(other, name)
            self.change_one_topic(Event, number, other, "add", False)
            self.clear_topic(Event, other)
            self.withdraw_statement(number)
            self.restore_statement(number)
            self.delete(Statement, other, True)
            self.merge(number, other)

    @rule(number=which, other=which, word=words)
    def do_several_in_a_unit_that_fails(self, number, other, word):
        with suppress(ZeroDivisionError), unit_of_work():
            self.edit_topic(number, word)
            self.delete(Opinion, other, False)
            raise ZeroDivisionError

    @rule(number=which, word=words)
    def rewrite_statements_in_bulk(self, number, word):
        if event := pick(Event, number):
            with unit_of_work():
                event.statements.update(text=f"They spoke of {word}.")
                note(Event, [event.pk])

    @rule(model=st.sampled_from([Event, Opinion, Topic]))
    def delete_all_in_bulk(self, model):
        with unit_of_work():
            model._base_manager.all().delete()

    @rule(model=st.sampled_from([Event, Opinion]), days_ahead=st.sampled_from([None, 400]))
    def publish_all(self, model, days_ahead):
        with unit_of_work():
            for number in range(model._base_manager.count()):
                self.publish(model, number, days_ahead)

    # --- What holds after each ---

    @invariant()
    def the_index_is_what_the_records_say(self):
        assert_the_index_is_true()

    @invariant()
    def search_finds_what_the_gate_lets_through(self):
        public = Entry.objects.filter(public_from__lte=timezone.now())
        for kind, model in MODELS.items():
            let_through = set(model.objects.published().values_list("pk", flat=True))
            assert set(public.filter(kind=kind).values_list("object_id", flat=True)) == let_through

    @invariant()
    def what_is_counted_is_what_the_records_say(self):
        assert_the_counts_are_true()

    @invariant()
    def who_and_what_is_public_is_what_the_records_say(self):
        assert_the_gate_is_true()


@pytest.mark.django_db
@pytest.mark.parametrize("make", [TopicFactory, SeriesFactory, VenueFactory])
def test_what_named_one_of_two_that_are_merged_counts_for_the_other(make):
    event = event_with_statements("They spoke.", series=SeriesFactory(), venue=VenueFactory(city="Ustrova"))
    event.topics.set([TopicFactory()])
    kept = make(name="The other")

    merge_records(kept, type(kept).objects.exclude(pk=kept.pk).get())

    assert_the_counts_are_true()
    assert_the_gate_is_true()


@pytest.mark.django_db
def test_the_index_is_what_the_records_say_whatever_is_done():
    a_few = settings(
        max_examples=8,
        stateful_step_count=25,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )

    run_state_machine_as_test(Archive, settings=a_few)
