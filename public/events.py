"""Lists of events: what narrows them, and how many each narrowing would leave."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import cast

from django import forms
from django.db.models import Count as Number
from django.db.models.functions import ExtractMonth, ExtractYear
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from events.dates import WITHIN_YEAR
from events.models import Appearance, Event, Series, Topic
from events.models.event import EventQuerySet
from people.matching import find_speakers_of_each
from people.partial_dates import earliest, latest, validate_partial_date
from public.query_string import LONGEST_NAME, QueryString, RecordField, Typed, year_field
from publishing.interface import written
from search.counting import Counts
from search.models import Count

ONLINE = "online"
#: So many events of a year are shown by month.
MANY_OF_A_YEAR = 6
MATCHES_OF_A_NAME = 50


@dataclass
class Choice:
    value: str
    label: str
    count: int

    @property
    def number(self) -> int:
        return int(self.value)

    @property
    def address(self) -> str:
        """Of a year."""
        return reverse("events:year", args=[self.number])


class DayField(forms.CharField):
    """A day, or the month or the year that it is in, as ISO 8601 writes them."""

    def __init__(self):
        super().__init__(required=False, max_length=10)

    def to_python(self, value) -> str:
        partial = super().to_python(value)
        if partial:
            try:
                validate_partial_date(partial)
            except forms.ValidationError:
                raise forms.ValidationError(self.error_messages["invalid"]) from None
        return partial or ""


class NameTyped(str):
    """A name as it was typed, with those whom it may mean (``look_up``): every count of a filter asks for them."""

    meant: list[int]


def look_up(*names: NameTyped) -> None:
    """Find who is meant by each of the names, in one question for all."""
    found = find_speakers_of_each([(name, None) for name in names], MATCHES_OF_A_NAME)
    for name, matches in zip(names, found, strict=True):
        name.meant = [match.speaker.pk for match in matches]


class NameField(Typed):
    def __init__(self):
        super().__init__(LONGEST_NAME)

    def to_python(self, value) -> NameTyped:
        return NameTyped(super().to_python(value))


class EventFilters(QueryString):
    """What a list of events is narrowed to."""

    year = year_field()
    kind = forms.ChoiceField(required=False, choices=Event.Kind.choices)
    topic = RecordField(Topic.objects)
    series = RecordField(Series.objects)
    place = forms.CharField(required=False, max_length=100)
    speaker = NameField()

    unknown = QueryString.unknown | {
        "year": _("This is not a year."),
        "kind": _("There is no such kind of event."),
        "topic": _("There is no such topic."),
        "series": _("There is no such series."),
        "place": _("There is no such place."),
        "from": _("This is no day to begin with: write 2026, 2026-05 or 2026-05-14."),
        "to": _("This is no day to end with: write 2026, 2026-05 or 2026-05-14."),
    }
    #: The year is not among them: it has addresses of its own.
    kept = ("kind", "topic", "series", "place", "from", "to", "speaker", "with")

    def clean(self):
        super().clean()
        asked = self.cleaned_data
        first, last = asked.get("from"), asked.get("to")
        if first and last and earliest(first) > latest(last):
            self.add_error("from", gettext("No day is from %(from)s on and up to %(to)s.") % asked)
        look_up(*(name for field in ("speaker", "with") if (name := asked.get(field))))
        return asked

    def clean_place(self):
        place = self.cleaned_data["place"]
        if place and not narrow_place(Event.objects.published(), place).exists():
            raise forms.ValidationError(self.unknown["place"])
        return place

    @property
    def narrowings(self) -> dict:
        return {name: self.cleaned_data[name] for name in NARROWINGS}


# Words of Python's, which cannot stand among the fields above. ``with`` is another speaker who was there too.
EventFilters.base_fields |= {"from": DayField(), "to": DayField(), "with": NameField()}


def narrow_place(events: EventQuerySet, place: str) -> EventQuerySet:
    if place == ONLINE:
        return events.filter(format__in=[Event.Format.ONLINE, Event.Format.HYBRID])
    return events.filter(venue__city=place)


def narrow_speaker(events: EventQuerySet, name: NameTyped) -> EventQuerySet:
    appearances = Appearance.objects.published().filter(speaker__in=name.meant)
    return events.filter(pk__in=appearances.values("event"))


NARROWINGS = {
    "year": lambda events, year: events.filter(date__year=year),
    "kind": lambda events, kind: events.filter(kind=kind),
    "topic": lambda events, topic: events.filter(topics=topic),
    "series": lambda events, series: events.filter(series=series),
    "place": narrow_place,
    "from": lambda events, partial: events.filter(date__gte=earliest(partial)),
    "to": lambda events, partial: events.filter(date__lte=latest(partial)),
    "speaker": narrow_speaker,
    "with": narrow_speaker,
}


def narrow(events: EventQuerySet, filters: dict, leaving_out: str = "") -> EventQuerySet:
    """``events`` that meet all ``filters`` but the one left out."""
    for name, value in filters.items():
        if value and name != leaving_out:
            events = NARROWINGS[name](events, value)
    return events


def years(filters: dict) -> list[Choice]:
    """The years with events that meet the other filters, newest first."""
    events = narrow(Event.objects.published(), filters, leaving_out="year").order_by()
    counted = (
        events.annotate(year=ExtractYear("date"))
        .values_list("year")
        .annotate(count=Number("pk", distinct=True))
    )
    return [Choice(str(year), f"{year:04}", count) for year, count in counted.order_by("-year")]


@dataclass
class Month:
    """A month of the year that is shown, with the number of its events and the address of the list of these."""

    name: str
    count: int
    address: str


def months(asked: EventFilters, filters: dict) -> list[Month]:
    """The months in which there are events that meet ``filters``, of the year that is one of them, in their order."""
    year = filters["year"]
    known = Event.objects.published().exclude(date_precision=Event.DatePrecision.YEAR)
    counted = (
        narrow(known, filters)
        .order_by()
        .annotate(month=ExtractMonth("date"))
        .values_list("month")
        .annotate(count=Number("pk", distinct=True))
        .order_by("month")
    )
    found = []
    for month, count in counted:
        partial = f"{year:04}-{month:02}"
        address = asked.address(reverse("events:events"), **{"from": partial, "to": partial})
        found.append(Month(written(date(year, month, 1), WITHIN_YEAR.month), count, address))
    return found


@dataclass
class OfMonth:
    """Events of one month; of no ``name`` and number where only their year is known, or is told."""

    number: int
    name: str
    events: list[Event]


@dataclass
class OfYear:
    """Events of one year as a list shows them: by month where there are many."""

    number: int
    count: int
    months: list[OfMonth]

    @property
    def is_by_month(self) -> bool:
        return any(month.name for month in self.months)


def by_year(events: Iterable[Event], counted: list[Choice]) -> list[OfYear]:
    """``events`` in their order under their years, of which ``counted`` has the whole numbers."""
    numbers = {one.number: one.count for one in counted}
    years = groupby(events, lambda event: cast(date, event.date).year)
    return [OfYear(year, numbers.get(year, 0), _by_month(list(found))) for year, found in years]


def _by_month(events: list[Event]) -> list[OfMonth]:
    if len(events) < MANY_OF_A_YEAR:
        return [OfMonth(0, "", events)]
    months = groupby(events, _month_of)
    return [
        OfMonth(number, written(date(2000, number, 1), WITHIN_YEAR.month) if number else "", list(found))
        for number, found in months
    ]


def _month_of(event: Event) -> int:
    return 0 if event.date_precision == Event.DatePrecision.YEAR else cast(date, event.date).month


def choices(filters: dict) -> dict[str, list[Choice]]:
    """For each filter, what may be chosen, with the number of events that would be left."""
    if not any(filters.values()):
        return all_choices(Counts())

    def count_by(name: str, *fields: str) -> list[tuple]:
        events = narrow(Event.objects.published(), filters, leaving_out=name).order_by()
        return list(
            events.values_list(*fields).annotate(count=Number("pk", distinct=True)).order_by(fields[0])
        )

    kinds = [Choice(value, str(Event.Kind(value).label), count) for value, count in count_by("kind", "kind")]
    topics = [
        Choice(slug, name, count) for name, slug, count in count_by("topic", "topics__name", "topics__slug")
    ]
    series = [
        Choice(slug, name, count) for name, slug, count in count_by("series", "series__name", "series__slug")
    ]
    places: dict[str, int] = {}
    online = 0
    for city, format, count in count_by("place", "venue__city", "format"):
        if city:
            places[city] = places.get(city, 0) + count
        if format != Event.Format.IN_PERSON:
            online += count
    return {
        "kind": kinds,
        "topic": [choice for choice in topics if choice.value],
        "series": [choice for choice in series if choice.value],
        "place": [Choice(city, city, count) for city, count in places.items()]
        + ([Choice(ONLINE, str(Event.Format.ONLINE.label), online)] if online else []),
        "year": years(filters),
    }


def all_choices(counts: Counts) -> dict[str, list[Choice]]:
    """The same where nothing narrows the list: what is kept, and not counted."""
    numbers: dict[str, list[Count]] = {}
    rows = counts.rows("kind", "year", "place", "online", key=0) + counts.rows("topic", "series")
    for row in rows:
        if row.events:
            numbers.setdefault(row.of, []).append(row)

    def named(of: str, model: type[Topic] | type[Series]) -> list[Choice]:
        found = {row.key: row.events for row in numbers.get(of, ())}
        records = model.objects.filter(pk__in=found).order_by("name").values_list("pk", "slug", "name")
        return [Choice(slug, name, found[pk]) for pk, slug, name in records]

    def worded(of: str) -> list[Count]:
        return sorted(numbers.get(of, ()), key=lambda row: row.word)

    return {
        "kind": [Choice(row.word, str(Event.Kind(row.word).label), row.events) for row in worded("kind")],
        "topic": named("topic", Topic),
        "series": named("series", Series),
        "place": [Choice(row.word, row.word, row.events) for row in worded("place")]
        + [Choice(ONLINE, str(Event.Format.ONLINE.label), row.events) for row in worded("online")],
        "year": [Choice(str(int(row.word)), row.word, row.events) for row in reversed(worded("year"))],
    }
