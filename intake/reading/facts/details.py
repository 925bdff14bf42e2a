"""What else a report may state of its event: hours, whether online, series, links, who made it, and its rule."""

import re

from intake.reading.document import INVITES, RULE, Document
from intake.reading.facts.calendar import find_dates
from intake.reading.facts.dates import BYLINE, PUBLISHED
from intake.reading.facts.words import EVENT_WORD
from intake.reading.languages import either, modules
from intake.reading.layout.words import BY_SOMEBODY, HOUSE, NAME
from intake.reading.model import Fact, SpanKind

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
ENDED = re.compile(rf"(?<!\w)(?:{_of_all('ENDED')})\s+", re.I)
ONLINE = re.compile(_of_all("ONLINE"), re.I)
HYBRID = re.compile(rf"{_of_all('HYBRID')}|(?<!\w)(?:{_of_all('AND_ONLINE')})", re.I)
SERIES = re.compile(_of_all("SERIES"))
LABELLED = re.compile(r"[ *>#-]*(?P<label>[^\W\d_][^:\n]{1,30}?)\s*:\s*(?P<value>\S.*)")
SENTENCE_OR_LINE = re.compile(r"\n|[.;|]\s+|https?://\S+")
LINK_REACH = 120  # letters before a link that say what it leads to
LINK = re.compile(r"https?://[^\s<>\"”»)]+[^\s<>\"”»).,;]")
RECORDING, SLIDES = re.compile(_of_all("RECORDING"), re.I), re.compile(_of_all("SLIDES"), re.I)
ORGANISER, SOURCE = re.compile(_of_all("ORGANISER"), re.I), re.compile(_of_all("SOURCE"), re.I)
TAGS, AUTHOR = re.compile(_of_all("TAGS"), re.I), re.compile(_of_all("AUTHOR"), re.I)
SERIES_LABEL = re.compile(_of_all("SERIES_LABEL"), re.I)
ORGANISED_BY = [re.compile(pattern) for module in modules("event") for pattern in module.ORGANISED_BY]
HOUSE_ALONE = re.compile(_of_all("HOUSE_ALONE"), re.I)
PIECE_OF_A_LINE = re.compile(r"\s*[|•·:]\s*|[.,]\s+")
LINKED = re.compile(rf"\b(?:(?P<recording>{_of_all('RECORDING')})|(?P<slides>{_of_all('SLIDES')}))\b", re.I)


def hours(document: Document, sentences: list[tuple[int, int]], day: Fact) -> tuple[Fact, Fact]:
    """(from, until) as HH:MM, from a line about the day or the sentence that tells of the event."""
    text = document.text
    stretches = [(start, end) for _, start, end in document.layout.labelled]
    stretches += [(s.start, s.end) for s in document.layout.header if not _is_a_stamp(document.words(s), day)]
    stretches += [(start, end) for start, end in sentences[:4] if EVENT_WORD.search(text, start, end)]
    for start, end in stretches:
        for match in HOURS.finditer(text, start, end):
            if read := _read_hours(match):
                first, last = read
                why = "hour printed beside the day"
                until = Fact(last, why, match.group()) if last else _ended(text)
                return Fact(first, why, match.group()), until
    return Fact(), Fact()


def _ended(text: str) -> Fact:
    """'The meeting closed at 20:05.'"""
    for end in ENDED.finditer(text):
        match = HOURS.match(text, end.end())
        if match and (read := _read_hours(match)):
            return Fact(read[0], "hour at which it is said to have ended", end.group() + match.group())
    return Fact()


def _is_a_stamp(line: str, day: Fact) -> bool:
    """'Posted on 18 March, 08:15', or an hour beside another day than the event's."""
    other_day = any(found.first != day.value for found in find_dates(line))
    return other_day or bool(PUBLISHED.search(line) or BYLINE.search(line))


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
    layout = document.layout
    stretches = [(s.start, s.end) for s in layout.header] + [place[1:] for place in layout.labelled]
    stretches += sentences[:6]
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
            ("series", SERIES_LABEL, False),
        ):
            link = LINK.search(match["value"])
            if name not in found and pattern.fullmatch(match["label"]) and (link or not is_link):
                value = link.group() if is_link and link else match["value"].rstrip(" .")
                found[name] = Fact(value, f"labelled “{match['label'].lower()}”", line)
        if "topics" not in found and TAGS.fullmatch(match["label"]):
            found["topics"] = Fact(_parts(match["value"]), f"labelled “{match['label'].lower()}”", line)
    return _linked(document) | found | _of_front(document)


def _linked(document: Document) -> dict[str, Fact]:
    """A link whose sentence says what it leads to: '… as moderator. Slides: https://…', 'The slides are [here](https://…)'."""
    found: dict[str, Fact] = {}
    for link in LINK.finditer(document.text):
        before = document.text[max(0, link.start() - LINK_REACH) : link.start()]
        clause = SENTENCE_OR_LINE.split(before)[-1]
        told = list(LINKED.finditer(clause))
        if told and (name := told[-1].lastgroup) and name not in found:
            found[name] = Fact(link.group(), f"linked as “{told[-1].group().lower()}”", clause + link.group())
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


def organised_by(document: Document, sentences: list[tuple[int, int]], venue: str | None) -> Fact:
    """Who is said to have held it; otherwise the house whose name stands above the report."""
    above = [(s.start, s.end) for s in document.layout.header if s.kind is not SpanKind.TITLE]
    for start, end in [*above, *sentences[:6]]:
        for match in (pattern.search(document.text[start:end]) for pattern in ORGANISED_BY):
            if match and _names_a_house(match["who"]):
                return Fact(match["who"].strip(), "said to have organised it", match.group())
    return _letterhead(document, venue)


def _names_a_house(name: str) -> bool:
    """'Warm Walls', 'PolicyWire', „Bell-Stiftung“; not 'the Institute', and nobody who was host."""
    words = name.split()
    which = len(words) > 1 and not HOUSE_ALONE.fullmatch(name) or re.search(r"[a-z][A-Z]|\w-\w", name)
    return bool(which) and not (len(words) > 1 and any(map(_is_given, words)))


def _letterhead(document: Document, venue: str | None) -> Fact:
    for span in document.layout.header:
        line = document.words(span)
        piece = PIECE_OF_A_LINE.split(line)[0]
        told = HOUSE.fullmatch(piece) and _names_a_house(piece) and piece != venue and not find_dates(line)
        if told and len(piece.split()) > 1 and span.kind is not SpanKind.TITLE:
            return Fact(piece, "the house whose name stands above the report", line)
    return Fact()


def byline(document: Document) -> Fact:
    """'By Ann Moss' above the report."""
    first = next((s.start for s in document.layout.of(SpanKind.PARAGRAPH)), len(document.text))
    above = [s for s in document.layout.of(SpanKind.HEADER, SpanKind.FURNITURE) if s.end <= first]
    for span in above:
        for piece in re.split(r"\s+[|•·]\s+", document.words(span)):
            posted = POSTED_BY.fullmatch(piece.strip()) if PUBLISHED.search(piece) else None
            match = posted or BY_SOMEBODY.fullmatch(piece.strip())
            if match and not match["who"].split()[0].isupper():  # no office of news
                return Fact(match["who"], "byline", piece.strip())
    if asked := ASKED_BY.search(document.text):
        return Fact(asked["who"].rstrip("."), "said to have asked the questions", asked.group())
    return _signed(document)


def _signed(document: Document) -> Fact:
    """A line above or below the report with a name, or with a post too, of somebody whom it does not speak of."""
    last = max((s.end for s in document.layout.of(SpanKind.PARAGRAPH)), default=0)
    apart = document.layout.of(SpanKind.HEADER, SpanKind.HEADING)
    lines = [document.words(s) for s in apart if s.kind is SpanKind.HEADER or s.start > last]
    names = [(match["who"], line) for line in lines if (match := SIGNS_ALONE.fullmatch(line))]
    alone = [
        (who, line)
        for who, line in names
        if _is_given(who.split()[0]) and document.text.count(who.split()[-1]) == 1
    ]
    return Fact(alone[0][0], "signed with a name alone", alone[0][1]) if len(alone) == 1 else Fact()


def _is_given(word: str) -> bool:
    return any(module.is_given(word.casefold()) for module in modules("names"))


#: 'Posted on 30 August 2023 by Ann Moss'
POSTED_BY = re.compile(rf".*\s{BY_SOMEBODY.pattern}")
SIGNS_ALONE = re.compile(rf"(?P<who>{NAME})(?:,\s+[^\W\dA-ZА-ЯЁ][^,.:;]{{2,40}})?")
ASKED_BY = re.compile(rf"(?<!\w)(?:{_of_all('INTERVIEWED')})\s+(?P<who>{NAME})(?=[.,;)\n]|$)")


def rule(document: Document) -> Fact:
    match = RULE.search(document.text)
    return Fact("chatham-house", "said in the report", match.group()) if match else Fact()


def announced(document: Document) -> Fact:
    if not document.is_announced:
        return Fact()
    match = INVITES.search(document.text)
    return Fact("yes", "an invitation: it has not taken place yet", match.group() if match else None)
