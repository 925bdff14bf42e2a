"""Two versions of a record, in words: what each says that the other does not, matched by what is the same."""

import re
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from html import escape
from itertools import product
from typing import Any

from django.db import models
from django.utils.dateparse import parse_date, parse_datetime, parse_time
from django.utils.formats import date_format, time_format
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import capfirst
from django.utils.timezone import localtime

from publishing.history import today
from publishing.matching import longest_rise, matching_blocks
from publishing.richtext import plain_text
from publishing.wholes import STATE, Document, Part, Row, Whole, columns_of, is_blank, is_same, several_of

#: Of two paragraphs, what share of their words must be the same for one to be the other, changed.
ALIKE = 0.4
#: So many words in a row that stood elsewhere were moved; fewer are there by chance.
FEWEST_MOVED = 4
#: Words of paragraphs that are tried with each other, at most: about a second.
MOST_WORDS_TRIED = 10_000_000
ADDED, GONE, MOVED = "added", "taken out", "moved"
NOTHING = "—"


@dataclass
class Line:
    """One thing that differs: what it is, how it was and how it is, as HTML; None where it is not there."""

    what: str
    old: SafeString | None
    new: SafeString | None
    tag: str = ""


@dataclass
class Section:
    """All that differs in one field, or in the rows of one part."""

    name: str
    label: str
    lines: list[Line] = field(default_factory=list)
    #: Of a part: the key of each row that differs, and its lines.
    rows: list[tuple[int, "Section"]] = field(default_factory=list)
    #: A deed decides it: it is not brought back.
    is_state: bool = False


class Names:
    """What the records that two documents name are called today; asked for once for each model."""

    def __init__(self, whole: Whole, *found: Document):
        self.whole = whole
        self.became: dict[type[models.Model], dict[int, int | None]] = {}
        self.names: dict[type[models.Model], dict[int, str]] = {}
        named: dict[type[models.Model], set[int]] = {}
        for document in found:
            self.know_rows(document)
            for model, row in [(whole.model, document["fields"]), *rows_in(whole, document)]:
                for target, keys in keys_in(model, row):
                    named.setdefault(target, set()).update(keys)
        for part in whole.parts:
            named.pop(part.model, None)
        for target, keys in named.items():
            self.became[target] = became = today(target, keys)
            there = target._base_manager.filter(pk__in=set(became.values()) - {None})
            self.names[target] = {record.pk: str(record) for record in there}

    def know_rows(self, document: Document) -> None:
        """The rows of the record itself are called as the document has them."""
        for part in self.whole.parts:
            rows = document["parts"].get(part.name, [])
            self.became.setdefault(part.model, {})
            self.names.setdefault(part.model, {}).update(
                {row["id"]: str(row.get(part.called, "")) for row in rows}
            )

    def key(self, target: type[models.Model], key: int) -> int:
        """The record that ``key`` leads to today."""
        return self.became[target].get(key) or key

    def name(self, target: type[models.Model], key: int) -> str:
        known = self.names[target].get(self.key(target, key))
        return known or f"{capfirst(target._meta.verbose_name)} {key}, deleted"


def rows_in(whole: Whole, document: Document) -> Iterable[tuple[type[models.Model], Row]]:
    for part in whole.parts:
        for row in document["parts"].get(part.name, []):
            yield part.model, row


def keys_in(model: type[models.Model], row: Row) -> Iterable[tuple[Any, Iterable[int]]]:
    """The records that ``row`` names, by their model."""
    for column in columns_of(model):
        if column.is_relation and row.get(column.name) is not None:
            yield column.related_model, [row[column.name]]
    for several in several_of(model):
        yield several.related_model, row.get(several.name, [])


# --- The whole ---


def compare(whole: Whole, old: Document, new: Document) -> list[Section]:
    """What differs between two documents of one record, in the order of its form."""
    names = Names(whole, old, new)
    found = compared_rows(whole.model, old["fields"], new["fields"], names)
    for part in whole.parts:
        section = Section(part.name, capfirst(part.several))
        section.rows = list(compared_part(whole, part, (old, new), names))
        found += [section] if section.rows else []
    return found


def compared_rows(model: type[models.Model], old: Row, new: Row, names: Names) -> list[Section]:
    """What differs in the fields of one row."""
    found = []
    for column in [*columns_of(model), *several_of(model)]:
        name = column.name
        was, now = (today_of(column, row.get(name), names) for row in (old, new))
        if is_same(was, now):
            continue
        section = Section(name, capfirst(str(column.verbose_name)), is_state=name in STATE)
        if is_html(was) or is_html(now):
            section.lines = compared_paragraphs(paragraphs(was), paragraphs(now))
        else:
            sides = marked(in_words(column, was, names), in_words(column, now, names))
            section.lines = [Line("", *sides)]
        found.append(section)
    return found


def compared_part(whole: Whole, part: Part, both: tuple[Document, Document], names: Names):
    """Each row that differs, matched by its number."""
    old, new = ({row["id"]: row for row in one["parts"].get(part.name, [])} for one in both)
    for key in sorted(old.keys() | new.keys()):
        was, now = old.get(key), new.get(key)
        section = Section(str(key), row_name(part, now or was or {}, names))
        if was and now:
            section.lines = lines_of(compared_rows(part.model, was, now, names))
        else:
            one = SafeString(escape(in_short(part, now or was or {}, names)))
            section.lines = [Line("", None, one, ADDED)] if now else [Line("", one, None, GONE)]
        if section.lines:
            yield key, section


def is_same_row(was: Row | None, now: Row | None) -> bool:
    if was is None or now is None:
        return False
    return all(is_same(was.get(name), now.get(name)) for name in was.keys() | now.keys())


def lines_of(sections: Iterable[Section]) -> list[Line]:
    """The lines of the fields of a row, each with the name of its field."""
    return [
        Line(section.label, line.old, line.new, line.tag) for section in sections for line in section.lines
    ]


def row_name(part: Part, row: Row, names: Names) -> str:
    """ "Statement 142", "Artyom Lukin" """
    if not part.called:
        return f"{capfirst(part.one)} {row['id']}"
    return in_words(part.model._meta.get_field(part.called), row[part.called], names)


def in_short(part: Part, row: Row, names: Names) -> str:
    """All that is written in a row."""
    said = []
    for column in [*part.columns, *several_of(part.model)]:
        value = row.get(column.name)
        if column.name not in ("order", part.called) and value not in (None, "", False, []):
            said.append(str(column.verbose_name) if value is True else in_words(column, value, names))
    return " · ".join(said) or NOTHING


# --- Values ---


def today_of(column: Any, value: Any, names: Names) -> Any:
    """A value that says of records which they are today: those that were merged since are one."""
    if not column.is_relation or value is None:
        return value
    if isinstance(value, list):
        return sorted({names.key(column.related_model, key) for key in value})
    return names.key(column.related_model, value)


def in_words(column: Any, value: Any, names: Names) -> str:
    """A value as an editor reads it."""
    if is_blank(value):
        return NOTHING
    if column.is_relation:
        keys = value if isinstance(value, list) else [value]
        return ", ".join(names.name(column.related_model, key) for key in keys)
    if isinstance(value, bool):
        return "yes" if value else "no"
    choices = {str(key): str(label) for key, label in column.flatchoices or ()}
    if str(value) in choices:
        return choices[str(value)]
    return moment_in_words(column, value)


def moment_in_words(column: Any, value: Any) -> str:
    match column:
        case models.DateTimeField() if moment := parse_datetime(value):
            return date_format(localtime(moment), "j F Y, H:i")
        case models.DateField() if day := parse_date(value):
            return date_format(day, "j F Y")
        case models.TimeField() if hour := parse_time(value):
            return time_format(hour, "H:i")
    return str(value)


def is_html(value: Any) -> bool:
    return isinstance(value, str) and bool(re.match(r"<(p|h2|h3|ul|ol|blockquote)>", value))


def paragraphs(html: Any) -> list[str]:
    """The text of each paragraph, heading and item."""
    return plain_text(html).split("\n") if html else []


# --- Texts ---


def words(text: str) -> list[str]:
    """Words, signs and the white space between them."""
    return re.findall(r"\w+|\s+|[^\w\s]", text)


def marked(old: str, new: str) -> tuple[SafeString, SafeString]:
    """Both texts, with what was taken out of the one and put into the other."""
    if NOTHING in (old, new):
        return _tagged("del", old, old != NOTHING), _tagged("ins", new, new != NOTHING)
    sides: tuple[list[str], list[str]] = ([], [])
    for same, before, after in pieces(words(old), words(new)):
        sides[0].append(_tagged("del", before, not same))
        sides[1].append(_tagged("ins", after, not same))
    return SafeString("".join(sides[0])), SafeString("".join(sides[1]))


def pieces(old: list[str], new: list[str]) -> Iterable[tuple[bool, str, str]]:
    """The two texts cut where they differ: whether a piece is the same, and how it was and is.

    A lone blank or comma that two changes share is part of the change: it is read as one.
    """
    written: list[tuple[bool, str, str]] = []
    for is_equal, a, b, c, d in stretches(old, new):
        before, after = "".join(old[a:b]), "".join(new[c:d])
        same = is_equal and (bool(re.search(r"\w", before)) or not written or b == len(old))
        if written and not same and not written[-1][0]:
            before, after = written[-1][1] + before, written[-1][2] + after
            written.pop()
        written.append((same, before, after))
    return written


def stretches(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[bool, int, int, int, int]]:
    """The two cut at what both have: whether a stretch is the same, and from where to where it goes in each."""
    a = c = 0
    for b, d, size in [*matching_blocks(old, new), (len(old), len(new), 0)]:
        if a < b or c < d:
            yield False, a, b, c, d
        a, c = b + size, d + size
        if size:
            yield True, b, a, d, c


def _tagged(tag: str, text: str, is_marked: bool = True) -> SafeString:
    """``text`` in a tag; the white space round it stays outside."""
    inside = escape(text.strip())
    if not is_marked or not inside:
        return SafeString(escape(text))
    start = len(text) - len(text.lstrip())
    end = len(text.rstrip())
    return SafeString(f"{text[:start]}<{tag}>{inside}</{tag}>{text[end:]}")


def compared_paragraphs(old: Sequence[str], new: Sequence[str]) -> list[Line]:
    """The paragraphs that differ, each beside what it was; one that only stands elsewhere is said to be moved."""
    partners = partners_of(old, new)
    in_place = in_one_order(partners)
    lines = [
        (number, _compared(number, partners.get(number), old, new, in_place)) for number in range(len(new))
    ]
    gone = [
        (place, Line(f"Paragraph {was + 1}", _tagged("del", old[was]), None, GONE))
        for was, place in places_of_gone(len(old), partners)
    ]
    told = [line for _place, line in sorted(lines + gone, key=lambda one: one[0]) if line is not None]
    return with_moved_words(told) or [Line("How it is set", SafeString("changed"), SafeString("changed"))]


def _compared(number: int, partner: int | None, old: Sequence[str], new: Sequence[str], in_place: set[int]):
    what = f"Paragraph {number + 1}"
    if partner is None:
        return Line(what, None, _tagged("ins", new[number]), ADDED)
    moved = MOVED if number not in in_place else ""
    if old[partner] != new[number]:
        return Line(what, *marked(old[partner], new[number]), moved)
    if moved:
        same = SafeString(escape(new[number]))
        return Line(f"{what}, was paragraph {partner + 1}", same, same, moved)
    return None


def places_of_gone(count: int, partners: dict[int, int]) -> Iterator[tuple[int, float]]:
    """Of ``count`` paragraphs those that are gone: each is told after the ones that it followed."""
    became = {was: number for number, was in partners.items()}
    reached = -1
    for was in range(count):
        if was in became:
            reached = max(reached, became[was])
        else:
            yield was, reached + 0.5


def partners_of(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """Which paragraph of ``old`` each of ``new`` was: the same words first, wherever they are, then the most alike."""
    partners: dict[int, int] = {}
    for a, b, size in matching_blocks(old, new):
        partners |= {b + step: a + step for step in range(size)}
    taken = set(partners.values())
    standing: dict[str, deque[int]] = defaultdict(deque)
    for was in (was for was in range(len(old)) if was not in taken):
        standing[old[was]].append(was)
    for number in (number for number in range(len(new)) if number not in partners):
        if standing[new[number]]:
            partners[number] = standing[new[number]].popleft()
    return partners | alike(old, new, partners)


def alike(old: Sequence[str], new: Sequence[str], partners: dict[int, int]) -> dict[int, int]:
    """Of the paragraphs that have no partner, those that share the most words; none where all are too many to try."""
    taken, found = set(partners.values()), {}
    here = {number: bag(new[number]) for number in range(len(new)) if number not in partners}
    there = {was: bag(old[was]) for was in range(len(old)) if was not in taken}
    if sum(map(len, here.values())) * len(there) > MOST_WORDS_TRIED:
        return {}
    pairs = [
        (likeness(there[was], here[number]), -abs(number - was), number, was)
        for number, was in product(here, there)
    ]
    for share, _distance, number, was in sorted(pairs, reverse=True):
        if share >= ALIKE and number in here and was in there:
            found[number] = was
            del here[number], there[was]
    return found


def bag(text: str) -> set[str]:
    return set(words(text.lower()))


def likeness(one: set[str], other: set[str]) -> float:
    return len(one & other) / max(1, len(one | other))


def in_one_order(partners: dict[int, int]) -> set[int]:
    """The paragraphs that keep their order; the fewest others were moved."""
    numbers = sorted(partners)
    return {numbers[place] for place in longest_rise([partners[number] for number in numbers])}


def with_moved_words(lines: list[Line]) -> list[Line]:
    """Words that were taken out of one place and stand in another are marked as moved in both."""
    taken_out = {
        text for line in lines for text in re.findall(r"<del>(.*?)</del>", line.old or "", re.DOTALL)
    }
    put_in = {text for line in lines for text in re.findall(r"<ins>(.*?)</ins>", line.new or "", re.DOTALL)}
    key = {text: " ".join(text.split()).strip(" .,;:") for text in taken_out | put_in}
    both = {key[text] for text in taken_out} & {key[text] for text in put_in}
    moved = {text for text in key if key[text] in both and len(key[text].split()) >= FEWEST_MOVED}
    for line in lines:
        line.old, line.new = (_moved("del", line.old, moved), _moved("ins", line.new, moved))
    return lines


def _moved(tag: str, side: SafeString | None, moved: set[str]) -> SafeString | None:
    """A side of a line, with the words in ``tag`` that have moved marked as such."""
    return side and mark_safe(  # only what was escaped is put together anew
        re.sub(
            f"<{tag}>(.*?)</{tag}>",
            lambda found: as_moved(tag, found[1]) if found[1] in moved else found[0],
            side,
            flags=re.DOTALL,
        )
    )


def as_moved(tag: str, text: str) -> str:
    return f'<{tag} class="moved">{text}</{tag}>'


# --- In a few words ---


def changed_in_words(whole: Whole, old: Document, new: Document) -> str:
    """ "lead, cover credit, 2 statements", for the list of versions."""
    said = [
        str(column.verbose_name)
        for column in [*columns_of(whole.model), *several_of(whole.model)]
        if not is_same(old["fields"].get(column.name), new["fields"].get(column.name))
    ]
    for part in whole.parts:
        was, now = ({row["id"]: row for row in one["parts"].get(part.name, [])} for one in (old, new))
        changed = sum(not is_same_row(was.get(key), now.get(key)) for key in was.keys() | now.keys())
        said += [f"{changed} {part.one if changed == 1 else part.several}"] if changed else []
    return ", ".join(said)
