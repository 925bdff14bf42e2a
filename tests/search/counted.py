"""Counting everything from the public records, one by one, to compare what is kept with."""

from collections import Counter

from events.models import Appearance, Event, Series, Statement, Topic
from opinions.models import Authorship, Opinion
from people.models import Speaker
from search.counting import NUMBERS, Counts
from search.models import Count


def assert_the_counts_are_true() -> None:
    kept = {
        (row.of, row.key, row.word, number): getattr(row, number)
        for row in Counts().rows(*set(Count.objects.values_list("of", flat=True)))
        for number in NUMBERS
        if getattr(row, number)
    }
    assert kept == counted()


def counted() -> Counter:
    counts: Counter = Counter()
    for event in Event.objects.published().select_related("venue").prefetch_related("topics"):
        counts["archive", 0, "", "events"] += 1
        counts["year", 0, str(event.date.year), "events"] += 1
        counts["kind", 0, event.kind, "events"] += 1
        if event.venue:
            counts["place", 0, event.venue.city, "events"] += 1
        if event.is_online:
            counts["online", 0, "", "events"] += 1
        if event.series_id:
            counts["series", event.series_id, "", "events"] += 1
        for topic in event.topics.all():
            counts["topic", topic.pk, "", "events"] += 1
    appearances = list(Appearance.objects.published().select_related("event"))
    for appearance in appearances:
        did = "chaired" if appearance.chairs else "events"
        counts["speaker", appearance.speaker_id, "", did] += 1
        counts["speaker-year", appearance.speaker_id, str(appearance.event.date.year), did] += 1
        for other in appearances:
            if other.event_id == appearance.event_id and other != appearance:
                counts["together", appearance.speaker_id, str(other.speaker_id), "events"] += 1
    statements = Statement.objects.published().select_related("event", "appearance")
    for statement in statements.prefetch_related("topics"):
        year = str(statement.event.date.year)
        counts["archive", 0, "", "positions"] += 1
        counts["year", 0, year, "positions"] += 1
        speaker = statement.appearance and statement.appearance.speaker_id
        if speaker:
            counts["speaker", speaker, "", "positions"] += 1
            counts["speaker-year", speaker, year, "positions"] += 1
        for topic in statement.topics.all():
            counts["topic", topic.pk, "", "positions"] += 1
            counts["year-of-topic", topic.pk, year, "positions"] += 1
            for other in statement.topics.all():
                if other != topic:
                    counts["topic-topic", topic.pk, str(other.pk), "positions"] += 1
            if speaker:
                counts["speaker-topic", speaker, str(topic.pk), "positions"] += 1
                counts["topic-speaker", topic.pk, str(speaker), "positions"] += 1
                counts["topic-year", speaker, f"{topic.pk} {year}", "positions"] += 1
    for opinion in Opinion.objects.published().prefetch_related("topics"):
        counts["archive", 0, "", "opinions"] += 1
        for topic in opinion.topics.all():
            counts["topic", topic.pk, "", "opinions"] += 1
    for authorship in Authorship.objects.published():
        counts["speaker", authorship.speaker_id, "", "opinions"] += 1
    for speaker in named_in_public(Speaker):
        counts["letter", 0, speaker.filed_under[:1], "people"] += 1
    return counts


def named_in_public(model) -> list:
    """The records that something public names, asked of everything that may."""
    of_speaker = [
        Appearance.objects.published().values_list("speaker"),
        Authorship.objects.published().values_list("speaker"),
    ]
    of_topic = [
        rows.published().values_list("topics") for rows in (Event.objects, Statement.objects, Opinion.objects)
    ]
    of_series = [Event.objects.published().values_list("series")]
    naming = {Speaker: of_speaker, Topic: of_topic, Series: of_series}[model]
    keys = {key for rows in naming for (key,) in rows if key}
    return list(model.objects.filter(pk__in=keys).order_by("pk"))


def assert_the_gate_is_true() -> None:
    for model in (Speaker, Topic, Series):
        assert list(model.objects.published().order_by("pk")) == named_in_public(model)
