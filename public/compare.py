"""Two to four people side by side: what each said on a topic, by event, those where they met first."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple, cast

from django import forms
from django.db.models import Case, Count, OuterRef, QuerySet, Subquery, Value, When
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from events.models import Appearance, Event, Statement, Topic
from events.models.statement import StatementQuerySet
from people.matching import find_speakers_of_each
from people.models import Speaker
from public.query_string import LONGEST_NAME, QueryString, RecordField, as_text, year_field

LEAST, MOST = 2, 4


class SpeakersField(forms.Field):
    """Speakers by their slugs, or by a name in any spelling; what is left blank is none."""

    widget = forms.SelectMultiple

    def to_python(self, value) -> list[Speaker]:
        asked = [typed for one in value or [] if (typed := as_text(one)[:LONGEST_NAME])]
        if len(asked) > MOST:  # before any is looked for: an address may name thousands
            raise forms.ValidationError(
                gettext("At most %(most)s people stand side by side.") % {"most": MOST}
            )
        found = self.speakers(asked)
        people = list({speaker.pk: speaker for speaker in found}.values())
        if len(people) < LEAST <= len(found):
            raise forms.ValidationError(
                gettext("Each of these names is %(name)s’s: name somebody else too.")
                % {"name": people[0].name}
            )
        return people

    def speakers(self, asked: list[str]) -> list[Speaker]:
        """By their slugs, or whom a name means first. Raises ValidationError where nobody is meant."""
        found = {typed: self.by_slug(typed) for typed in asked}
        names = [typed for typed, speaker in found.items() if speaker is None]
        meant = find_speakers_of_each([(name, None) for name in names], 1)
        for name, matches in zip(names, meant, strict=True):
            if not matches:
                raise forms.ValidationError(
                    gettext("Nobody in the archive is called “%(name)s”.") % {"name": name}
                )
            found[name] = matches[0].speaker
        return [speaker for typed in asked if (speaker := found[typed])]

    def by_slug(self, typed: str) -> Speaker | None:
        try:
            return cast(Speaker, RecordField(Speaker.objects).to_python(typed))
        except forms.ValidationError:
            return None


class CompareForm(QueryString):
    """Who is compared, on what and of which years."""

    speaker = SpeakersField(required=False)
    topic = RecordField(Topic.objects)
    from_year = year_field()
    to_year = year_field()

    unknown = QueryString.unknown | {
        "topic": _("There is no such topic."),
        "from_year": _("The first year is not a year."),
        "to_year": _("The last year is not a year."),
    }
    kept = ("speaker", "topic", "from_year", "to_year")

    def clean(self):
        super().clean()
        first, last = (self.cleaned_data.get(name) for name in ("from_year", "to_year"))
        if first and last and first > last:
            told = {"from": first, "to": last}
            self.add_error("from_year", gettext("No year is from %(from)s on and up to %(to)s.") % told)
        return self.cleaned_data

    def _written(self, name: str):
        value = super()._written(name)
        return [speaker.slug for speaker in value] if name == "speaker" and value else value

    @property
    def typed(self) -> list[str]:
        """The names as they were asked for."""
        data: Any = self.data
        return [one for one in data.getlist("speaker") if one]

    @property
    def names(self) -> list[str]:
        """What stands in the boxes for names: whom it found, or as typed; one more is blank, up to the most."""
        found = self.cleaned_data.get("speaker")
        typed = [speaker.name for speaker in found] if found else self.typed
        boxes = max(LEAST, min(len(typed) + 1, MOST))
        return [*typed, *[""] * boxes][:boxes]

    @property
    def is_canonical(self) -> bool:
        """Whether the address names everybody by today's slug."""
        slug = self.data.get("topic", "")
        return self.typed == self.parts["speaker"] and slug == (self.parts["topic"] or "")


class Person(NamedTuple):
    """Whose column it is, and how much of theirs there is to compare."""

    speaker: Speaker
    positions: int
    events: int


@dataclass
class Cell:
    """One person at one event."""

    speaker: Speaker
    appearance: Appearance | None
    statements: list[Statement]


@dataclass
class Row:
    """One event, and what each person said there."""

    event: Event
    cells: list[Cell]

    @property
    def met(self) -> bool:
        return sum(cell.appearance is not None for cell in self.cells) >= LEAST


def said_by(asked: CompareForm) -> StatementQuerySet:
    """The public statements that are compared, the oldest first."""
    wanted = asked.cleaned_data
    said = Statement.objects.published().by([speaker.pk for speaker in wanted["speaker"]])
    if wanted["topic"]:
        said = said.filter(topics=wanted["topic"])
    if wanted["from_year"]:
        said = said.filter(event__date__year__gte=wanted["from_year"])
    if wanted["to_year"]:
        said = said.filter(event__date__year__lte=wanted["to_year"])
    return said.order_by("event__date", "event", "order", "pk")


def events_of(said: StatementQuerySet, speakers: list[Speaker]) -> QuerySet[Event]:
    """The events at which it was said, those where two or more of them took part first, the oldest first."""
    there = Appearance.objects.listed().filter(event=OuterRef("pk"), speaker__in=speakers).order_by()
    number = there.values("event").annotate(number=Count("pk")).values("number")
    events = Event.objects.published().filter(pk__in=said.order_by().values("event"))
    return (
        events.for_line()
        .annotate(there=Subquery(number))
        .annotate(apart=Case(When(there__gte=LEAST, then=Value(0)), default=Value(1)))
        .order_by("apart", "date", "pk")
    )


def people_of(said: StatementQuerySet, speakers: Iterable[Speaker]) -> list[Person]:
    positions: Counter[int] = Counter()
    events: dict[int, set[int]] = defaultdict(set)
    for speaker, event, number in numbers_of_each(said, "event"):
        positions[speaker] += number
        events[speaker].add(event)
    return [Person(speaker, positions[speaker.pk], len(events[speaker.pk])) for speaker in speakers]


def numbers_of_each(said: StatementQuerySet, what: str) -> QuerySet:
    """Of each speaker and each ``what`` how many statements there are; one that two said counts for both."""
    first, second = (
        said.order_by()
        .exclude(**{way: None})
        .values_list(f"{way}__speaker", what)
        .annotate(Count("pk", distinct=True))
        for way in ("appearance", "jointly_with")
    )
    return first.union(second, all=True).order_by()


def rows_of(events: Iterable[Event], said: StatementQuerySet, speakers: list[Speaker]) -> list[Row]:
    """Each of ``events`` with a cell for each of ``speakers``: three queries, however many there are."""
    by_key = {event.pk: event for event in events}
    statements: dict[tuple[int, int], list[Statement]] = defaultdict(list)
    for statement in said.filter(event__in=by_key).for_page():
        statement.event = by_key[statement.event_id]
        for one in statement.speakers:
            statements[statement.event_id, one.speaker_id].append(statement)
    there = {
        (one.event_id, one.speaker_id): one
        for one in Appearance.objects.listed().filter(event__in=by_key, speaker__in=speakers)
    }
    return [
        Row(
            event,
            [Cell(one, there.get((event.pk, one.pk)), statements[event.pk, one.pk]) for one in speakers],
        )
        for event in by_key.values()
    ]


def topics_of(speakers: list[Speaker]) -> QuerySet[Topic]:
    """The topics on which at least two of them have spoken."""
    asked = {speaker.pk for speaker in speakers}
    said = Statement.objects.published().by(asked).filter(topics__isnull=False)
    spoken = {
        (topic, speaker) for speaker, topic, _number in numbers_of_each(said, "topics") if speaker in asked
    }
    on_each = Counter(topic for topic, _speaker in spoken)
    shared = [topic for topic, number in on_each.items() if number >= LEAST]
    return Topic.objects.published().filter(pk__in=shared).order_by("fold")
