"""What the front page gathers from everything public."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from django.db.models import Max, Q, QuerySet, Subquery

from events.models import Appearance, Event, Statement
from events.models.statement import StatementQuerySet
from events.quotation import Known
from people.models import Speaker
from publishing.folding import fold
from publishing.questions import OneOf, StandingQuestion
from search.counting import Counts
from search.models import Count

LATELY = 8
RECENT_STATEMENTS = 40
RECENT_EVENTS = 12
FURTHER_BACK = 300  # events
SHOWN_OF_A_SPEAKER = [f"speaker__{name}" for name in ("name", "slug", "portrait", "portrait_alt")]


def counted(counts: Counts, people: Iterable[Speaker]) -> list[Count]:
    """All counts that the front page tells: of the archive, and of these ``people``."""
    of_people = Q(of__in=("speaker", "speaker-topic"), key__in=[one.pk for one in people])
    return counts.that(Q(of="archive", key=0) | Q(of__in=("letter", "year")) | of_people)


def spoke_lately(last: Mapping[Speaker, date], rows: list[Count], topics: Mapping[int, str]) -> list[dict]:
    """The speakers of the latest events, with their number of positions and what most of these are about.

    ``topics`` are the names of all.
    """
    numbers = {row.key: row.positions for row in rows if row.of == "speaker"}
    about = [row for row in rows if row.of == "speaker-topic" and int(row.word) in topics]
    about.sort(key=lambda row: fold(topics[int(row.word)]), reverse=True)
    about.sort(key=lambda row: row.positions)
    main = {row.key: topics[int(row.word)] for row in about}  # the last one, and so the most frequent, stays
    return [
        {"speaker": one, "last": day, "position_count": numbers.get(one.pk, 0), "topic": main.get(one.pk, "")}
        for one, day in last.items()
    ]


def _spoke_last(looked_at: Callable[[], Any]) -> StandingQuestion:
    def rows() -> QuerySet:
        spoke = Appearance.objects.published().speaking().order_by().filter(looked_at())
        last = spoke.values("speaker", *SHOWN_OF_A_SPEAKER).annotate(last=Max("event__date"))
        return last.order_by("-last", "speaker")[:LATELY]

    return StandingQuestion(rows)


def _day_further_back() -> Subquery:
    days = Event.objects.published().order_by("-date").values("date")
    return Subquery(days[FURTHER_BACK - 1 : FURTHER_BACK])


#: At the latest events, at those of the last years, at all.
SPOKE_LAST = (
    _spoke_last(lambda: OneOf("event")),
    _spoke_last(lambda: Q(event__date__gte=_day_further_back())),
    _spoke_last(Q),
)


def latest_speakers(latest: Iterable[Event]) -> dict[Speaker, date]:
    """Those who spoke last, each with the day; looked for at the ``latest`` events, and further back if need be."""
    at_hand = [event.pk for event in latest]
    found: list[dict] = []
    for spoke in SPOKE_LAST:
        found = spoke.ask(event=at_hand)
        if len(found) == LATELY or len(at_hand) <= RECENT_EVENTS:  # or there are no others
            break
    return {speaker_of(row): row["last"] for row in found}


def speaker_of(row: dict) -> Speaker:
    """One whom something public names, with what is shown here."""
    shown = {name.removeprefix("speaker__"): row[name] for name in SHOWN_OF_A_SPEAKER}
    return Speaker(pk=row["speaker"], **shown)


def _said() -> StatementQuerySet:
    return Statement.objects.published().filter(appearance__isnull=False).newest_first()


SAID_THERE = StandingQuestion(lambda: _said().filter(OneOf("event")).for_page()[:RECENT_STATEMENTS])
SAID_LATELY = StandingQuestion(lambda: _said().for_hit()[:RECENT_STATEMENTS])


def lately_said(latest: Iterable[Event]) -> list[Statement]:
    """Two recent positions by two people: a direct quote if there is one, beside one that is none.

    Looked for at the ``latest`` events first, which are at hand: to order all that was ever said takes long.
    """
    events = {event.pk: event for event in latest}
    recent = SAID_THERE.ask(event=events) or SAID_LATELY.ask()
    for statement in recent:
        statement.event = events.get(statement.event_id) or statement.event
    quotes = [s for s in recent if s.known == Known.QUOTE]
    first = next(iter(quotes or recent), None)
    if first is None:
        return []
    others = [s for s in recent if s.appearance.speaker_id != first.appearance.speaker_id]
    reported = [s for s in others if s.known != first.known]
    return [first, *(reported or others)[:1]]


def numbers(rows: list[Count]) -> dict[str, int]:
    """How much the archive holds, and since when."""
    archive = next((row for row in rows if row.of == "archive"), Count())
    people = sum(row.people for row in rows if row.of == "letter")
    since = min((int(row.word) for row in rows if row.of == "year"), default=0)
    return {"events": archive.events, "speakers": people, "statements": archive.positions, "since": since}
