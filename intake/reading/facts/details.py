"""What else a report may state of its event: hours, whether online, series, links, who made it, and its rule."""

import re

from intake.reading.document import INVITES, RULE, Document
from intake.reading.facts.dates import BYLINE, PUBLISHED
from intake.reading.facts.words import EVENT_WORD
from intake.reading.languages import either, modules
from intake.reading.model import Fact, Span, SpanKind

SHORT_LINE = 220
LABELS = 4  # words before a colon that may be a label


def _of_all(constant: str) -> str:
    return either("event", constant)


_HOUR = r"(?P<{0}>[01]?\d|2[0-3])(?:[.:h](?P<{1}>[0-5]\d))?"
_HALF = rf"\s*(?P<{{0}}>a\.?m\.?|p\.?m\.?|{_of_all('CLOCK')})?"
HOURS = re.compile(
    rf"(?<![\d.,/:-]){_HOUR.format('hour1', 'minute1')}{_HALF.format('half1')}"
    rf"(?:\s*(?:[–—-]|"
    rf"{_of_all('UNTIL')})\s*{_HOUR.format('hour2', 'minute2')}{_HALF.format('half2')})?(?![\d.,]*\d|\s*%)",
    re.I,
)
ONLINE = re.compile(_of_all("ONLINE"), re.I)
HYBRID = re.compile(_of_all("HYBRID"), re.I)
SERIES = re.compile(_of_all("SERIES"))
LABELLED = re.compile(r"[ *>#-]*(?P<label>[^\W\d_][^:\n]{1,30}?)\s*:\s*(?P<value>\S.*)")
LABEL_BEFORE = re.compile(r"(?:^|[.;|(]\s*)(?P<label>[^\W\d_][^:.;|(]{1,30}?)\s*:\s*$")
LABEL_REACH = 60  # letters before a link in which its label stands
LINK = re.compile(r"https?://[^\s<>\"”»)]+[^\s<>\"”»).,;]")
RECORDING, SLIDES = re.compile(_of_all("RECORDING"), re.I), re.compile(_of_all("SLIDES"), re.I)
ORGANISER, SOURCE = re.compile(_of_all("ORGANISER"), re.I), re.compile(_of_all("SOURCE"), re.I)
TAGS, AUTHOR = re.compile(_of_all("TAGS"), re.I), re.compile(_of_all("AUTHOR"), re.I)
ORGANISED_BY = [re.compile(module.ORGANISED_BY) for module in modules("event")]


def hours(document: Document, sentences: list[tuple[int, int]]) -> tuple[Fact, Fact]:
    """(from, until) as HH:MM, from a line about the day or the sentence that tells of the event."""
    text = document.text
    stretches = [(start, end) for _, start, end in document.layout.labelled]
    stretches += [(s.start, s.end) for s in document.layout.header if not _is_a_stamp(document.words(s))]
    stretches += [(start, end) for start, end in sentences[:4] if EVENT_WORD.search(text, start, end)]
    for start, end in stretches:
        for match in HOURS.finditer(text, start, end):
            if read := _read_hours(match):
                first, last = read
                why = "hour printed beside the day"
                return Fact(first, why, match.group()), Fact(last, why, match.group()) if last else Fact()
    return Fact(), Fact()


def _is_a_stamp(line: str) -> bool:
    return bool(PUBLISHED.search(line) or BYLINE.search(line))


def _read_hours(match: re.Match[str]) -> tuple[str, str | None] | None:
    """The hours of a match that is one by its minutes or by a word behind it."""
    if not (match["minute1"] or match["half1"] or match["half2"]):
        return None
    half = match["half1"] or match["half2"]
    first = _clock(match["hour1"], match["minute1"], half)
    last = _clock(match["hour2"], match["minute2"], match["half2"]) if match["hour2"] else None
    return first, last


def _clock(hour: str, minute: str | None, half: str | None) -> str:
    at = int(hour)
    if half and half[0] in "pP" and at < 12:
        at += 12
    return f"{at:02}:{minute or '00'}"


def how_held(document: Document, sentences: list[tuple[int, int]], venue: str | None) -> Fact:
    """hybrid or online, where the heading or the opening says so."""
    text = document.text
    stretches = [(s.start, s.end) for s in document.layout.header] + sentences[:6]
    for start, end in stretches:
        if both := HYBRID.search(text, start, end):
            return Fact("hybrid", "said in the report", both.group())
    for start, end in stretches:
        if online := ONLINE.search(text, start, end):
            return Fact("hybrid" if venue else "online", "said in the report", online.group())
    return Fact()


def series(document: Document, sentences: list[tuple[int, int]]) -> Fact:
    """'54th Ferrier Lecture', with its number as printed."""
    text = document.text
    title = document.layout.title
    above = [(span.start, span.end) for span in (*([title] if title else []), *document.layout.header)]
    for start, end in [*above, *sentences[:3]]:
        if match := SERIES.search(text, start, end):
            name = next(group for group in match.groups() if group)
            return Fact(" ".join(name.split()), "numbered in the report", match.group())
    return Fact()


def labelled(document: Document) -> dict[str, Fact]:
    """Links and names behind their labels: recording, slides, organiser, source, author, topics."""
    found: dict[str, Fact] = {}
    for span in document.layout.spans:
        line = document.words(span)
        match = LABELLED.match(line) if len(line) <= SHORT_LINE else None
        if match is None or len(match["label"].split()) > LABELS:
            continue
        for name, pattern, is_link in (
            ("recording", RECORDING, True),
            ("slides", SLIDES, True),
            ("source", SOURCE, False),
            ("organiser", ORGANISER, False),
            ("author", AUTHOR, False),
        ):
            link = LINK.search(match["value"])
            if name not in found and pattern.fullmatch(match["label"]) and (link or not is_link):
                value = link.group() if is_link and link else match["value"].rstrip(" .")
                found[name] = Fact(value, f"labelled “{match['label'].lower()}”", line)
        if "topics" not in found and TAGS.fullmatch(match["label"]):
            found["topics"] = Fact(_parts(match["value"]), f"labelled “{match['label'].lower()}”", line)
    return _linked(document) | found | _of_front(document)


def _linked(document: Document) -> dict[str, Fact]:
    """A link that follows its label amid a line: '… as moderator. Slides: https://…'."""
    found: dict[str, Fact] = {}
    for link in LINK.finditer(document.text):
        before = LABEL_BEFORE.search(document.text, max(0, link.start() - LABEL_REACH), link.start())
        for name, pattern in (("recording", RECORDING), ("slides", SLIDES)):
            if before and name not in found and pattern.fullmatch(before["label"]):
                label = before["label"].lower()
                found[name] = Fact(link.group(), f"labelled “{label}”", before["label"] + ": " + link.group())
    return found


def _of_front(document: Document) -> dict[str, Fact]:
    """What front matter tells: the author and the tags; its date is the day of publication."""
    front = {key: document.text[start:end] for key, (start, end) in document.layout.front.items()}
    found = {}
    if author := front.get("author"):
        found["author"] = Fact(author, "front matter", f"author: {author}")
    if tags := front.get("tags") or front.get("topics"):
        found["topics"] = Fact(_parts(tags.strip("[]")), "front matter", f"tags: {tags}")
    return found


def _parts(value: str) -> tuple[str, ...]:
    return tuple(part.strip(" \"'.") for part in re.split(r"[,;|]", value) if part.strip(" \"'."))


def organised_by(document: Document, sentences: list[tuple[int, int]]) -> Fact:
    for start, end in sentences[:6]:
        matches = (pattern.search(document.text, start, end) for pattern in ORGANISED_BY)
        if match := next(filter(None, matches), None):
            return Fact(match["who"].strip(), "said to have organised it", match.group())
    return Fact()


def byline(document: Document) -> Fact:
    """'By Ann Moss' above the report."""
    above: list[Span] = [s for s in document.layout.header if s.kind is SpanKind.HEADER]
    for span in above:
        for piece in re.split(r"\s+[|•·]\s+", document.words(span)):
            if match := BY_SOMEBODY.fullmatch(piece.strip()):
                return Fact(match["who"], "byline", piece.strip())
    if asked := ASKED_BY.search(document.text):
        return Fact(asked["who"].rstrip("."), "said to have asked the questions", asked.group())
    return Fact()


_NAME = r"[^\W\d_a-zа-яё][\w.’'-]+(?:\s+(?:[a-z]{2,3}\s+)?[^\W\d_a-zа-яё][\w.’'-]+){1,3}"
ASKED_BY = re.compile(rf"(?<!\w)(?:{_of_all('INTERVIEWED')})\s+(?P<who>{_NAME})(?=[.,;)\n]|$)")
BY_SOMEBODY = re.compile(rf"(?i:{either('labels', 'BY')})\s+(?P<who>{_NAME})")


def rule(document: Document) -> Fact:
    match = RULE.search(document.text)
    return Fact("chatham-house", "said in the report", match.group()) if match else Fact()


def announced(document: Document) -> Fact:
    if not document.is_announced:
        return Fact()
    match = INVITES.search(document.text)
    return Fact("yes", "an invitation: it has not taken place yet", match.group() if match else None)
