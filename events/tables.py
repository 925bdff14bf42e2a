"""Events and statements as tables; reports are written on the form of an event."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db.models import Max

from events.models import Appearance, Event, Series, Statement, Topic, Venue
from events.places import Report
from events.placing import place_statements
from publishing.columns import Column, Day, Fixed, Hour, Named, OneOf, Several, Told, Whole, YesNo
from publishing.folding import fold
from publishing.rights import BLANK_OR_ONE
from publishing.tables import ROWS_AT_ONCE, Table
from publishing.versions import hold_rows

ON_THE_FORM = "It is changed on the form of the event, where who took part is looked at."


class EventTable(Table):
    model = Event
    known_by = ("title", "date")

    def make_columns(self):
        return [
            Column("title"),
            Column("address", "slug"),
            OneOf("kind", Event.Kind.choices),
            Day("date"),
            OneOf("date_precision", Event.DatePrecision.choices),
            Day("end_date"),
            Hour("start_time"),
            Hour("end_time"),
            Column("time_zone"),
            OneOf("format", Event.Format.choices),
            OneOf("happens", Event.Happens.choices),
            Column("happens_note"),
            Named("venue", Venue),
            OneOf("language", settings.LANGUAGES),
            OneOf("record_rule", Event.RecordRule.choices),
            Named("series", Series),
            Several("topics", Topic),
            Column("lead"),
            Column("recording", "recording_url"),
            Column("source", "source_url"),
            Whole("translation_of", "translation_of_id"),
            OneOf("licence", BLANK_OR_ONE),
            Column("rights_holder"),
            YesNo("kept_from_search_engines"),
            Told("status", lambda event: event.status_now),
            Told("url", lambda event: event.get_absolute_url()),
        ]

    def rows_to_tell(self):
        return super().rows_to_tell().select_related("venue", "series").prefetch_related("topics")

    def check(self, record, changes):
        changed = {change.column for change in changes}
        if record.pk and "record_rule" in changed:
            raise ValidationError({"record_rule": ON_THE_FORM})
        if record.pk and record.under_the_rule:
            for name in changed & {"title", "lead"}:
                record.check_words(getattr(record, name))


def listed_as(event: Event, column: str, name: str) -> Appearance | None:
    """The one speaker of ``event`` who is printed as ``name``. Raises ValidationError where there are more."""
    there = [one for one in event.appearances.all() if fold(one.printed_name) == fold(name)]
    if len(there) > 1:
        raise ValidationError({column: f"More than one speaker of this event is printed as “{name}”."})
    return there[0] if there else None


class StatementTable(Table):
    model = Statement
    known_by = ("event", "text")
    new_by = ("said_by",)

    def make_columns(self):
        elsewhere = "A statement is moved on the form of its event."
        return [
            Fixed("event", lambda said: said.event_id, elsewhere),
            Told("event_title", lambda said: said.event.title),
            Fixed(
                "said_by",
                lambda said: said.speakers[0].printed_name if said.speakers else said.attribution,
                elsewhere,
            ),
            Fixed("jointly_with", lambda said: str(said.jointly_with or ""), elsewhere),
            Told("session", lambda said: said.session),
            Column("text"),
            OneOf("evidence", Statement.Evidence.choices),
            YesNo("own_words"),
            Several("topics", Topic),
            Whole("recording_offset"),
            YesNo("kept_from_search_engines"),
            Told("url", lambda said: said.get_absolute_url()),
        ]

    def rows_to_tell(self):
        return (
            super()
            .rows_to_tell()
            .select_related("event", "appearance", "jointly_with")
            .prefetch_related("topics")
        )

    def hold(self, keys):
        events = Event.objects.filter(statements__in=keys).distinct().values_list("pk", flat=True)
        hold_rows(Event, sorted(events))

    def prepare(self, rows):
        """The events of new statements, with who took part."""
        asked = {
            row.cells.get("event", "").strip() for row in rows if not row.cells.get("number", "").strip()
        }
        keys = sorted({int(key) for key in asked if key.isascii() and key.isdigit() and len(key) < 19})
        hold_rows(Event, keys)
        self.reports: dict[int, Report] = {}
        self.events: dict[int, Any] = {}
        found = Event.objects.prefetch_related("appearances").annotate(last=Max("statements__order"))
        for start in range(0, len(keys), ROWS_AT_ONCE):
            self.events |= found.in_bulk(keys[start : start + ROWS_AT_ONCE])

    def new(self, row):
        typed, name = row.cells.get("event", "").strip(), row.cells.get("said_by", "").strip()
        event = self.events.get(int(typed)) if typed.isascii() and typed.isdigit() else None
        if event is None:
            raise ValidationError({"event": "Give the number of an event that is there."})
        there = listed_as(event, "said_by", name)
        other = listed_as(event, "jointly_with", also := row.cells.get("jointly_with", "").strip())
        if also and (not other or not there):
            raise ValidationError({"jointly_with": "A joint statement is by two speakers of this event."})
        event.last = (event.last or 0) + 1
        # Whoever is no speaker of the event is a printed attribution.
        who = {"appearance": there, "jointly_with": other} if there else {"attribution": name}
        return Statement(event=event, order=event.last, **who)

    def check(self, record, changes):
        changed = {change.column for change in changes}
        if record.pk and record.withdrawn_at and changed & {"text", "evidence", "own_words"}:
            raise ValidationError("It is withdrawn: its words stay as they were.")
        if "text" in changed and record.event.under_the_rule:
            record.event.check_words(record.text)
        if changed & {"text", "own_words"} and not record.own_words and not self.stands(record):
            raise ValidationError({"text": "It does not stand in the report of its event, word for word."})

    def stands(self, record: Statement) -> bool:
        if record.event_id not in self.reports:
            self.reports[record.event_id] = Report(record.event.report)
        return bool(
            self.reports[record.event_id].find(record.text, prefix=record.prefix, suffix=record.suffix)
        )

    def afterwards(self, records: Iterable[Statement]) -> None:
        events = {record.event_id: record.event for record in records}
        for event in events.values():
            place_statements(event)
