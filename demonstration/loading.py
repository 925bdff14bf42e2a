"""Building the demonstration archive through the deeds that an editor's forms call, checks included."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.dateparse import parse_time

from demonstration import drawing, reading
from demonstration.models import Notice
from events.chatham_house import slips_in
from events.models import Appearance, Event, Series, Statement, Topic, Venue
from events.placing import place_statements
from events.withdrawing import withdraw_statement
from opinions.models import Authorship, Opinion, Teaser
from people.models import Affiliation, NameVariant, Organisation, Speaker
from publishing.changes import unit_of_work
from publishing.deeds import publish, withdraw
from publishing.models import Publishable
from search.models import Abbreviation

#: Reports of the invented institute come out on the day after, in the morning.
HOUR_OF_PUBLICATION = time(9)
EVENT_FIELDS = [
    "title", "slug", "kind", "date", "date_precision", "end_date", "time_zone", "format", "lead", "report",
    "record_rule", "language", "recording_url", "source_url",
]  # fmt: skip
STATEMENT_FIELDS = [
    "attribution", "evidence", "text", "own_words", "recording_offset", "not_for_attribution", "session",
]  # fmt: skip


def archive_is_empty() -> bool:
    return not any(
        model.objects.exists() for model in (Event, Speaker, Opinion, Topic, Series, Venue, Organisation)
    )


@unit_of_work()
def load_archive() -> dict[str, int]:
    """Build the whole archive, or nothing; returns how many of each record there are then.

    Raises ValidationError when the archive is not empty, or when a file says what a form would refuse.
    """
    if not archive_is_empty():
        raise ValidationError(
            "This archive is not empty: the demonstration is loaded into an empty one only."
        )
    _Loading().run()
    counted = (Event, Speaker, Statement, Opinion, Topic)
    return {str(model._meta.verbose_name_plural): model.objects.count() for model in counted}


class _Loading:
    """One load; remembers what has been made by the name that the files use."""

    def run(self) -> None:
        self.organisations = {row["slug"]: self.organisation(row) for row in reading.rows("organisation")}
        self.topics = {row["slug"]: stored(Topic(**row)) for row in reading.rows("topic")}
        self.series = {row["slug"]: stored(Series(**row)) for row in reading.rows("series")}
        self.venues = {row["key"]: self.venue(row) for row in reading.rows("venue")}
        self.speakers = {row["slug"]: self.speaker(row) for row in reading.rows("speaker")}
        self.opinions = {row["slug"]: self.opinion(row) for row in reading.rows("opinion")}
        self.events: dict[str, Event] = {}
        for row in reading.events():
            self.event(row)
        for row in reading.rows("abbreviation"):
            Abbreviation.objects.get_or_create(short=row["short"], defaults=row)  # editors' own stay
        stored(Notice(text=reading.institute()["footer"]))

    def organisation(self, row: dict) -> Organisation:
        return stored(Organisation(name=row["name"], country=row.get("country", "")))

    def venue(self, row: dict) -> Venue:
        return stored(Venue(**{name: value for name, value in row.items() if name != "key"}))

    def speaker(self, row: dict) -> Speaker:
        speaker = Speaker(**without(row, "variant", "affiliation", "drawn"))
        if row.get("drawn"):
            speaker.portrait, speaker.portrait_alt = drawing.portrait(speaker.slug, speaker.name)
            speaker.portrait_credit = drawing.CREDIT
        stored(speaker)
        for variant in row.get("variant", []):
            stored(NameVariant(speaker=speaker, **variant))
        for post in row.get("affiliation", []):
            organisation = self.organisations[post["organisation"]]
            stored(Affiliation(speaker=speaker, organisation=organisation, **without(post, "organisation")))
        return speaker

    def opinion(self, row: dict) -> Opinion:
        opinion = stored(Opinion(**without(row, "authors", "topics", "status", "correction")))
        for order, slug in enumerate(row["authors"], start=1):
            author = self.speakers[slug]
            signed = {
                "printed_name": author.name,
                "printed_post": author.post_on(opinion.date),
                "order": order,
            }
            stored(Authorship(opinion=opinion, speaker=author, **signed))
        opinion.topics.set(self.topics[slug] for slug in row["topics"])
        self.correct(opinion, row)
        self.bring_out(opinion, row, row["date"])
        return opinion

    def event(self, row: dict) -> None:
        event = Event(**{name: row[name] for name in EVENT_FIELDS if name in row})
        event.start_time, event.end_time = (
            parse_time(row.get(name, "")) for name in ("start_time", "end_time")
        )
        event.venue = self.venues.get(row.get("venue", ""))
        event.series = self.series.get(row.get("series", ""))
        event.translation_of = self.events.get(row.get("translation_of", ""))
        if row.get("drawn"):
            event.cover, event.cover_alt = drawing.cover(event.slug)
            event.cover_credit = drawing.CREDIT
        self.events[event.slug] = stored(event)
        event.topics.set(self.topics[slug] for slug in row["topics"])
        listed = self.appearances(event, row.get("appearance", []))
        withdrawn = self.statements(event, row.get("statement", []), listed)
        for teaser in row.get("teaser", []):
            opinion, place = self.opinions[teaser["opinion"]], teaser["after_paragraph"]
            stored(Teaser(event=event, opinion=opinion, after_paragraph=place))
        self.check(event)
        self.correct(event, row)
        self.bring_out(event, row, row.get("end_date") or row["date"])
        for statement, said in withdrawn:
            withdraw_statement(statement, said["withdrawal_note"], at=morning_of(said["withdrawn_on"]))

    def appearances(self, event: Event, rows: Iterable[dict]) -> dict[str, Appearance]:
        return {
            row["speaker"]: stored(
                Appearance(
                    event=event, speaker=self.speakers[row["speaker"]], order=order, **without(row, "speaker")
                )
            )
            for order, row in enumerate(rows, start=1)
        }

    def statements(self, event: Event, rows: Iterable[dict], listed: dict) -> list[tuple[Statement, dict]]:
        """Make the statements; returns those that are withdrawn later, with what the file says of them."""
        withdrawn = []
        for order, row in enumerate(rows, start=1):
            fields = {name: row[name] for name in STATEMENT_FIELDS if name in row}
            who = {
                "appearance": listed.get(row.get("speaker")),
                "jointly_with": listed.get(row.get("jointly_with")),
            }
            statement = Statement(event=event, order=order, **who, **fields)
            stored(statement)
            statement.topics.set(self.topics[slug] for slug in row.get("topics", []))
            if "withdrawal_note" in row:
                withdrawn.append((statement, row))
        return withdrawn

    def check(self, event: Event) -> None:
        """What the event form checks beyond each row."""
        lost = [f"“{statement.text}” has no place in the report." for statement in place_statements(event)]
        named = [slip.as_an_obstacle for slip in slips_in(event)]
        if lost or named:
            raise ValidationError([f"{event}: {fault}" for fault in lost + named])

    def correct(self, item: Event | Opinion, row: dict) -> None:
        for correction in row.get("correction", []):
            stored(item.corrections.model(item=item, **correction))

    def bring_out(self, item: Publishable, row: dict, day: date) -> None:
        if row["status"] == "draft":
            return
        # A clock that is behind the archive still gets what the files call published.
        publish(item, at=row.get("publish_at") or min(morning_of(day + timedelta(days=1)), timezone.now()))
        if row["status"] == "withdrawn":
            withdraw(item, row["withdrawal_note"])


def morning_of(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, HOUR_OF_PUBLICATION), UTC)


def stored(record):
    """Check ``record`` as a form does, and save it. Raises ValidationError that says which record it is."""
    try:
        record.full_clean()
    except ValidationError as error:
        raise ValidationError(f"{type(record).__name__} “{record}”: {'; '.join(error.messages)}") from error
    record.save()
    return record


def without(row: dict, *names: str) -> dict:
    return {name: value for name, value in row.items() if name not in names}
