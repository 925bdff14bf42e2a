"""What else a report may state of its event: whether online, series, links, who held it, and its rule."""

import re
from itertools import takewhile

from intake.reading.document import INVITES, RULE, Document
from intake.reading.facts.calendar import find_dates
from intake.reading.facts.hours import hour_of
from intake.reading.facts.words import is_given
from intake.reading.languages import either, modules
from intake.reading.layout.words import HOUSE, NAME, PHOTO
from intake.reading.model import Fact, SpanKind

SHORT_LINE = 220
#: Keys of front matter that tell a fact as it is printed.
FRONT_KEYS = {
    "author": ("author", "authors", "by", "autor", "rapporteur"),
    "series": ("series", "reihe", "cycle"),
    "recording": ("recording", "video"),
    "slides": ("slides",),
}
QUOTED = re.compile(r"^«([^«»]+)»$")
LABELS = 4  # words before a colon that may be a label


def _of_all(constant: str) -> str:
    return either("event", constant)


ONLINE = re.compile(_of_all("ONLINE"), re.I)
HYBRID = re.compile(rf"{_of_all('HYBRID')}|(?<!\w)(?:{_of_all('AND_ONLINE')})", re.I)
#: A series by its number or its word; and one that other words show to be one.
SERIES, SERIES_TOO = re.compile(_of_all("SERIES")), re.compile(_of_all("SERIES_TOO"))
#: What says that this event was of a series, and a series' name alone in its line.
OF_THE_SERIES, SERIES_LINE = re.compile(_of_all("OF_THE_SERIES")), re.compile(_of_all("SERIES_LINE"))
LABELLED = re.compile(r"[ *>#-]*(?P<label>[^\W\d_][^:\n]{1,30}?)\s*:\s*(?P<value>\S.*)")
SENTENCE_OR_LINE = re.compile(r"\n|[.;|]\s+|https?://\S+|\bwww\.\S+")
LINK_REACH = 120  # letters before a link that say what it leads to
#: With its scheme, or as it is printed for people: 'www.quay.example/slides', 'quay.example/talks/5'.
LINK = re.compile(
    r"https?://[^\s<>\"”»)]+[^\s<>\"”»).,;]|"
    r"(?<![\w@./-])(?:www(?:\.[a-z0-9-]+){2,}|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,8}(?=/\w))"
    r"(?:/[^\s<>\"”»)]*[^\s<>\"”»).,;])?"
)
RECORDING, SLIDES = re.compile(_of_all("RECORDING"), re.I), re.compile(_of_all("SLIDES"), re.I)
ORGANISER, SOURCE = re.compile(_of_all("ORGANISER"), re.I), re.compile(_of_all("SOURCE"), re.I)
TAGS, AUTHOR = re.compile(_of_all("TAGS"), re.I), re.compile(_of_all("AUTHOR"), re.I)
FORMAT, MIXED = re.compile(_of_all("FORMAT"), re.I), re.compile(_of_all("MIXED"), re.I)
#: Whose pictures they are, behind the name of whoever wrote it: 'Ann Moss. Photos: Jan Rust'.
PICTURES = re.compile(rf"\s*[.,;|/]\s+{PHOTO}\w*\b.*", re.I)
WRITTEN_NAME = re.compile(NAME)
OFFICE = re.compile(_of_all("OFFICE"), re.I)
SERIES_LABEL = re.compile(_of_all("SERIES_LABEL"), re.I)
ORGANISED_BY = [re.compile(pattern) for module in modules("event") for pattern in module.ORGANISED_BY]
HOUSE_ALONE = re.compile(_of_all("HOUSE_ALONE"), re.I)
PIECE_OF_A_LINE = re.compile(r"\s*[|•·:]\s*|[.,]\s+")
LINKED = re.compile(
    rf"\b(?:(?P<recording>{_of_all('RECORDING')}|{_of_all('RECORDED')})|(?P<slides>{_of_all('SLIDES')}))\b",
    re.I,
)
#: What stands behind a link in its sentence.
GOES_ON = re.compile(r"[^.;\n|]{0,80}")


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
    stretches = [*above, *sentences[:3]]
    for pattern, why in ((SERIES, "numbered in the report"), (SERIES_TOO, "named in the report")):
        for start, end in stretches:
            if match := pattern.search(text, start, end):
                name = next(group for group in match.groups() if group)
                return Fact(" ".join(name.split()), why, match.group())
    return _series_of_the_event(text) or _series_above(document)


def _series_of_the_event(text: str) -> Fact | None:
    """'The evening was part of the series Salt Talks', wherever the report says so."""
    match = OF_THE_SERIES.search(text)
    if match is None:
        return None
    name = next(group for group in match.groups() if group)
    return Fact(" ".join(name.split()), "named in the report", match.group())


def _series_above(document: Document) -> Fact:
    """'Orchard Conversations' alone in a line above the report, where the report has such a conversation again."""
    for span in document.layout.header:
        line = document.words(span).strip(" .")
        if SERIES_LINE.fullmatch(line) and document.text.count(line.removesuffix("s"), span.end) > 0:
            return Fact(line, "named above the report", line)
    return Fact()


def labelled(document: Document) -> dict[str, Fact]:
    """Links and names behind their labels: recording, slides, organiser, source, author, topics."""
    found: dict[str, Fact] = {}
    for span in document.layout.spans:
        line = document.words(span)
        match = LABELLED.match(line) if len(line) <= SHORT_LINE else None
        if match is None or len(match["label"].split()) > LABELS:
            continue
        why = f"labelled “{match['label'].lower()}”"
        for name, pattern, is_link in (
            ("recording", RECORDING, True),
            ("slides", SLIDES, True),
            ("source", SOURCE, False),
            ("organiser", ORGANISER, False),
            ("author", AUTHOR, False),
            ("series", SERIES_LABEL, False),
        ):
            link = LINK.search(match["value"])
            told = link if is_link else name != "author" or WRITTEN_NAME.match(match["value"])
            if name not in found and pattern.fullmatch(match["label"]) and told:
                value = _address(link) if is_link and link else PICTURES.sub("", match["value"]).rstrip(" .")
                found[name] = Fact(value, why, line)
        if "format" not in found and FORMAT.fullmatch(match["label"]) and (how := _how(match["value"])):
            found["format"] = Fact(how, why, line)
        if "topics" not in found and TAGS.fullmatch(match["label"]):
            found["topics"] = Fact(_parts(match["value"]), why, line)
    return _linked(document) | found | _of_front(document)


def _how(value: str) -> str | None:
    """hybrid or online, behind a label."""
    if MIXED.search(value):
        return "hybrid"
    return "online" if ONLINE.search(value) else None


def _address(link: re.Match[str]) -> str:
    """The address with its scheme."""
    printed = link.group()
    return printed if printed.startswith("http") else f"https://{printed}"


def _linked(document: Document) -> dict[str, Fact]:
    """A link whose sentence says what it leads to: '… as moderator. Slides: https://…', 'The slides are [here](https://…)'."""
    found: dict[str, Fact] = {}
    for link in LINK.finditer(document.text):
        before = document.text[max(0, link.start() - LINK_REACH) : link.start()]
        clause = SENTENCE_OR_LINE.split(before)[-1]
        behind = GOES_ON.match(document.text, link.end())
        told = list(LINKED.finditer(clause)) or [*LINKED.finditer(behind.group() if behind else "")][:1]
        if told and (name := told[-1].lastgroup) and name not in found:
            found[name] = Fact(
                _address(link), f"linked as “{told[-1].group().lower()}”", clause + link.group()
            )
    return found


def _of_front(document: Document) -> dict[str, Fact]:
    """What front matter tells: the author, the tags, the series, links and the hour of the end."""
    front = {key: document.text[start:end] for key, (start, end) in document.layout.front.items()}
    found = {}
    for name, keys in FRONT_KEYS.items():
        key = next((key for key in keys if key in front), None)
        if key and not OFFICE.fullmatch(front[key]):
            value = QUOTED.sub(r"\1", front[key])
            found[name] = Fact(value, "front matter", f"{key}: {front[key]}")
    for key in ("end", "end_time", "until"):
        if key in front and (hour := hour_of(front[key])):
            found["end_time"] = Fact(hour, "front matter", f"{key}: {front[key]}")
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
    by_its_word = HOUSE_ALONE.fullmatch(words[-1]) and " of " not in name  # 'Lee Marsh Salt Society'
    called = list(
        takewhile(lambda word: not HOUSE_ALONE.fullmatch(word), words)
    )  # 'Centre for Urban Affairs'
    return bool(which) and (len(words) == 1 or bool(by_its_word) or not any(map(is_given, called)))


def _letterhead(document: Document, venue: str | None) -> Fact:
    for span in document.layout.header:
        line = document.words(span)
        piece = PIECE_OF_A_LINE.split(line)[0]
        told = HOUSE.fullmatch(piece) and _names_a_house(piece) and piece != venue and not find_dates(line)
        if told and len(piece.split()) > 1 and span.kind is not SpanKind.TITLE:
            return Fact(piece, "the house whose name stands above the report", line)
    return Fact()


def rule(document: Document) -> Fact:
    match = RULE.search(document.text)
    return Fact("chatham-house", "said in the report", match.group()) if match else Fact()


def announced(document: Document) -> Fact:
    if not document.is_announced:
        return Fact()
    match = INVITES.search(document.text)
    return Fact("yes", "an invitation: it has not taken place yet", match.group() if match else None)
