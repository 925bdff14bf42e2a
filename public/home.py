"""What the front page gathers from everything public."""

from datetime import date

from django.db.models import Max

from events.models import Appearance, Event, Statement, Topic
from events.quotation import Known
from people.models import Speaker
from publishing.folding import fold
from search.counting import Counts

LATELY = 8
RECENT_STATEMENTS = 40
RECENT_EVENTS = 12


def spoke_lately(counts: Counts) -> list[dict]:
    """The speakers of the latest events, with their number of positions and what most of these are about."""
    last = latest_speakers()
    people = Speaker.objects.published().in_bulk(last)
    of_each = counts.rows("speaker", "speaker-topic", key__in=last)
    numbers = {row.key: row.positions for row in of_each if row.of == "speaker"}
    about = [row for row in of_each if row.of == "speaker-topic"]
    names = dict(Topic.objects.filter(pk__in={row.word for row in about}).values_list("pk", "name"))
    about.sort(key=lambda row: fold(names[int(row.word)]), reverse=True)
    about.sort(key=lambda row: row.positions)
    main = {row.key: names[int(row.word)] for row in about}  # the last one, and so the most frequent, stays
    return [
        {"speaker": people[pk], "last": day, "position_count": numbers.get(pk, 0), "topic": main.get(pk, "")}
        for pk, day in last.items()
        if pk in people
    ]


def latest_speakers() -> dict[int, date]:
    """Those who spoke last, each with the day; looked for among the latest events, and further back if need be."""
    spoke = Appearance.objects.published().speaking().order_by()
    days = Event.objects.published().order_by("-date").values_list("date", flat=True)
    among = LATELY
    while True:
        since = days[among - 1 : among].first()
        recent = spoke.filter(event__date__gte=since) if since else spoke
        last = recent.values_list("speaker").annotate(last=Max("event__date")).order_by("-last", "speaker")
        found = dict(last[:LATELY])
        if since is None or len(found) == LATELY:
            return found
        among *= 8


def lately_said() -> list[Statement]:
    """Two recent positions by two people: a direct quote if there is one, beside one that is none."""
    said = Statement.objects.published().filter(appearance__isnull=False).newest_first().for_list()
    # Looked for at the latest events first: to order all that was ever said takes long.
    latest = list(Event.objects.published().newest_first().values_list("pk", flat=True)[:RECENT_EVENTS])
    recent = list(said.filter(event__in=latest)[:RECENT_STATEMENTS] or said[:RECENT_STATEMENTS])
    quotes = [s for s in recent if s.known == Known.QUOTE]
    first = next(iter(quotes or recent), None)
    if first is None:
        return []
    others = [s for s in recent if s.appearance.speaker_id != first.appearance.speaker_id]
    reported = [s for s in others if s.known != first.known]
    return [first, *(reported or others)[:1]]


def numbers(counts: Counts) -> dict[str, int]:
    """How much the archive holds."""
    archive = counts.one("archive")
    people = sum(row.people for row in counts.rows("letter"))
    return {"events": archive.events, "speakers": people, "statements": archive.positions}
