"""What the archive that is soaked holds of an editor's work, and what of it is half: `python -m bench.soak_look`."""

import json
import os
from collections.abc import Iterator

import django
from django.utils import timezone


def look() -> dict[str, list[str]]:
    """Of each kind of work the names that are there, and under "half" what contradicts itself, in one snapshot."""
    from events.models import Event, Topic
    from keeping.backup import snapshot
    from people.models import NameVariant
    from search.models import Entry, Kind

    with snapshot():
        public = set(Event.objects.published().values_list("pk", flat=True))
        entries = Entry.objects.filter(kind=Kind.EVENT, public_from__lte=timezone.now())
        indexed = set(entries.values_list("object_id", flat=True))
        topics = list(Topic.objects.filter(name__startswith="Soaked "))
        drafts = list(Event.objects.filter(title__startswith="Soaked "))
        merged = list(NameVariant.objects.filter(name__startswith="Ada So"))
        half = [
            *(f"event {pk} is public or in the index, and not both" for pk in public ^ indexed),
            *half_topics(topics),
            *half_drafts(drafts),
            *half_merges(merged),
        ]
        return {
            "half": half,
            "save": [topic.name for topic in topics],
            "draft": [event.title for event in drafts],
            "publication": [event.title for event in drafts if event.pk in public],
            "merge": [variant.name.removeprefix("Ada ") for variant in merged],
        }


def half_topics(topics) -> Iterator[str]:
    added = logged("topic", 1)
    return (f"topic {topic} is not in the history" for topic in topics if str(topic.pk) not in added)


def half_drafts(drafts) -> Iterator[str]:
    from bench.soak_editor import PEOPLE
    from intake.models import Intake

    changed = logged("event", 2)
    for event in drafts:
        parts = (
            event.appearances.count(),
            event.statements.count(),
            event.intakes.filter(state="made").count(),
        )
        if parts != (PEOPLE, PEOPLE, 1):
            yield f"{event} has {parts} people, statements and reports"
        if (event.status == "published") != (str(event.pk) in changed):
            yield f"{event} is published or its history says so, and not both"
    for report in Intake.objects.filter(state="made", event=None):
        yield f"report {report.pk} is made, and has no event"


def half_merges(merged) -> Iterator[str]:
    from people.models import Speaker

    told = " ".join(logged("speaker", 2).values())
    for variant in merged:
        if f"Merged {variant.name} into" not in told:
            yield f"{variant.name} was merged, and the history does not say so"
        if Speaker.objects.filter(name=variant.name).exists():
            yield f"{variant.name} was merged, and is there"
    if merged and (appears := merged[0].speaker.appearances.count()) != len(merged) + 1:
        yield f"{len(merged)} were merged into a speaker with {appears} appearances"


def logged(model: str, flag: int) -> dict[str, str]:
    """What the history says of records of a kind, by their keys."""
    from django.contrib.admin.models import LogEntry

    told: dict[str, str] = {}
    for key, words in LogEntry.objects.filter(content_type__model=model, action_flag=flag).values_list(
        "object_id", "change_message"
    ):
        told[str(key)] = told.get(str(key), "") + words
    return told


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    print(json.dumps(look()))
