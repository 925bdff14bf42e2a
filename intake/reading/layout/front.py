"""The front matter of static sites: lines of `key: value` between two fences above the report."""

import re

FENCE = re.compile(r"\s*(?P<fence>---|\+\+\+)[ \t]*\n")
ENTRY = re.compile(
    r"^(?P<key>[A-Za-z_-]{2,30})[ \t]*[:=][ \t]*(?P<quote>[\"']?)(?P<value>\S.*?)(?P=quote)[ \t]*$", re.M
)
MOST = 6000  # letters of front matter; more is none
#: Keys that tell a fact of the event, as the labels that they are.
FACTS = {
    **dict.fromkeys(
        ("when", "start", "starts", "start_time", "start-time", "event_date", "event-date", "beginn"), "when"
    ),
    **dict.fromkeys(("time", "hours"), "time"),
    **dict.fromkeys(("venue", "place", "location", "where", "ort"), "venue"),
    **dict.fromkeys(("city", "town", "stadt"), "city"),
    **dict.fromkeys(("country", "land"), "country"),
}


def labels_of(front: dict[str, tuple[int, int]]) -> list[tuple[str, int, int]]:
    """(label, start, end) of the values that tell where and when it was. A date is the day of publication, unless
    a place or an hour stands beside it."""
    told = [(FACTS[key], *front[key]) for key in front if key in FACTS]
    return [*told, ("date", *front["date"])] if told and "date" in front else told


def front_matter(text: str) -> tuple[int, dict[str, tuple[int, int]]]:
    """Where the report begins behind the front matter, and where in it each value stands, without its marks."""
    opening = FENCE.match(text)
    if opening is None:
        return 0, {}
    closing = re.compile(rf"^{re.escape(opening['fence'])}[ \t]*$", re.M).search(
        text, opening.end(), opening.end() + MOST
    )
    if closing is None:
        return 0, {}
    entries = ENTRY.finditer(text, opening.end(), closing.start())
    return closing.end(), {m["key"].lower(): m.span("value") for m in entries}
