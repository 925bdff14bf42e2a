"""What the front page gathers from everything public."""

from django.db.models import Count, Max

from events.models import Appearance, Event, Statement
from events.quotation import Known
from people.models import Speaker

LATELY = 8
RECENT_STATEMENTS = 40


def spoke_lately() -> list[dict]:
    """The speakers of the latest events, with their number of positions and what most of these are about."""
    spoke = (
        Appearance.objects.published()
        .speaking()
        .order_by()
        .values_list("speaker")
        .annotate(last=Max("event__date"))
    )
    last = dict(spoke.order_by("-last", "speaker")[:LATELY])
    people = Speaker.objects.published().in_bulk(last)
    positions = Statement.objects.published().filter(appearance__speaker__in=last).order_by()
    numbers = dict(positions.values_list("appearance__speaker").annotate(Count("pk")))
    subjects = positions.filter(topics__isnull=False).values_list("appearance__speaker", "topics__name")
    main: dict[int, str] = {}
    for speaker, topic in (
        subjects.annotate(number=Count("pk"))
        .order_by("number", "-topics__fold")
        .values_list("appearance__speaker", "topics__name")
    ):
        main[speaker] = topic  # the last one, and so the most frequent, stays
    return [
        {"speaker": people[pk], "last": day, "position_count": numbers.get(pk, 0), "topic": main.get(pk, "")}
        for pk, day in last.items()
        if pk in people
    ]


def lately_said() -> list[Statement]:
    """Two recent positions by two people: a direct quote if there is one, beside one that is none."""
    recent = list(
        Statement.objects.published()
        .filter(appearance__isnull=False)
        .newest_first()
        .for_list()[:RECENT_STATEMENTS]
    )
    quotes = [s for s in recent if s.known == Known.QUOTE]
    first = next(iter(quotes or recent), None)
    if first is None:
        return []
    others = [s for s in recent if s.appearance.speaker_id != first.appearance.speaker_id]
    reported = [s for s in others if s.known != first.known]
    return [first, *(reported or others)[:1]]


def numbers() -> dict[str, int]:
    """How much the archive holds, and since when."""
    events = Event.objects.published()
    return {
        "events": events.count(),
        "speakers": Speaker.objects.published().count(),
        "statements": Statement.objects.published().count(),
    }
