"""Forgetting a name: one list of the places in which one may stand beside the records that readers see.

Whatever keeps words of a record for longer than the record itself adds a place, in ``AppConfig.ready()``.
"""

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import batched
from typing import Any, NamedTuple

from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q

from publishing.changes import unit_of_work
from publishing.models import Version, readable_slug
from publishing.wholes import WHOLES

#: Stands where a name stood.
GONE = "[…]"
#: Rows looked at and written at a time.
BATCH = 200
#: Conditions that a database is asked in one question: it takes only so many.
ASKED_AT_ONCE = 50


#: What may part two words of a name: blanks, a hyphen, and in HTML the end of what is emphasised.
_BETWEEN = r"(?:[\s\xa0-]|&nbsp;|</?[a-zA-Z][^<>]*>)+"
#: Vowels and signs at the end of a Russian word, which its cases change.
_RUSSIAN_END = "аяоеёиыйьую"
SHORTEST_STEM = 3
LONGEST_ENDING = 4


#: Whether a name stands among the words of an address, whatever case, romanisation or spelling it has there. People,
#: who know how names sound, add it in ``AppConfig.ready()``.
known_in_addresses: list[Callable[[str, str], bool]] = []


class Names:
    """Names that are to stand nowhere; found as words of their own, in small letters and capitals, Russian ones in
    every case. ``surnames`` are found as they are written, or in capitals: by themselves they may be other words."""

    def __init__(self, names: Iterable[str], surnames: Iterable[str] = ()):
        self.names = sorted({name.strip() for name in names if name.strip()}, key=len, reverse=True)
        self.surnames = sorted({name.strip() for name in surnames if name.strip()}, key=len, reverse=True)
        last = [name.casefold().split()[-1] for name in [*self.names, *self.surnames]]
        self.last_words = {russian_stem(word) or word for word in last}
        self._looked_for_first = set(map(_without_dots, self.last_words))
        one = "|".join(map(_as_it_may_stand, self.names))
        alone = [form for name in self.surnames for form in (name, name.upper())]
        patterns = [f"(?i:{one})"] if one else []
        patterns += ["|".join(map(_as_it_may_stand, alone))] if alone else []
        self.pattern = re.compile(rf"(?<!\w)(?:{'|'.join(patterns)})(?!\w)")
        self.slugs = {readable_slug(name) for name in self.names} - {""}

    def stand_in(self, text: str) -> bool:
        # The pattern is slow; of most texts a look at the last word of each name tells that it finds nothing.
        small = _without_dots(text.casefold())
        return any(word in small for word in self._looked_for_first) and bool(self.pattern.search(text))

    def taken_out(self, value: Any, instead: str = GONE) -> Any:
        """``value``, a text or what JSON can hold, without them."""
        if isinstance(value, str):
            return self.pattern.sub(instead, value) if self.stand_in(value) else value
        if isinstance(value, list):
            return [self.taken_out(one, instead) for one in value]
        if isinstance(value, dict):
            return {key: self.taken_out(one, instead) for key, one in value.items()}
        return value

    def stand_in_address(self, path: str) -> bool:
        """A word by itself as it is spelled, for it may be another; a name of several, and a surname, in any form."""
        words = re.sub(r"[\W_]+", "-", path).strip("-")
        if any(f"-{slug}-" in f"-{words}-" for slug in self.slugs):
            return True
        in_any_form = [*(name for name in self.names if len(name.split()) > 1), *self.surnames]
        return any(known(name, words) for name in in_any_form for known in known_in_addresses)


def _without_dots(small: str) -> str:
    """Turkish ı and İ as i, which capitals make one letter: İNAN, INAN, Yıldız and YILDIZ."""
    return small.replace("i\u0307", "i").replace("ı", "i")


def russian_stem(word: str) -> str:
    """A Russian word without what its cases change: "Лукина" → "Лукин"; blank for others, and for short ones."""
    stem = word.rstrip(_RUSSIAN_END)
    return stem if "\u0400" <= word[:1] <= "\u04ff" and len(stem) >= SHORTEST_STEM else ""


def _as_it_may_stand(name: str) -> str:
    """A pattern for ``name`` in a text, which may be HTML."""
    words = [word for word in re.split(r"[\s-]+", name) if word]
    return _BETWEEN.join(map(_in_any_case, words))


def _in_any_case(word: str) -> str:
    if stem := russian_stem(word):
        ending = "А-ЯЁ" if word.isupper() else "а-яё"
        return re.escape(stem) + rf"[{ending}]{{0,{LONGEST_ENDING}}}"
    return re.escape(word)


class Place(NamedTuple):
    """Where names may stand, in words; how one record's are forgotten there, and how they are wherever they stand.

    ``by_surname``: whether a surname alone goes there too, since nobody reads it but as a name.
    """

    called: str
    of_record: Callable[[Any, Names], None] | None
    everywhere: Callable[[Names], None]
    by_surname: bool = False


PLACES: list[Place] = []
#: What forgets addresses that lead to a record where they have one of some names; each app adds its own.
ADDRESSES_OF: list[Callable[[Any, Names], None]] = []


@unit_of_work()
def forget_of(record: Any, names: Iterable[str]) -> None:
    """Let nothing that is kept of ``record`` have one of ``names``: under the Chatham House Rule, who took part."""
    looked_for = Names(names)
    for place in PLACES:
        if place.of_record:
            place.of_record(record, looked_for)


@unit_of_work()
def forget_everywhere(names: Iterable[str], surnames: Iterable[str] = ()) -> None:
    """Take ``names`` out of all that is kept beside the records, and ``surnames`` where they are nothing but names.
    The records are for whoever calls this."""
    names = list(names)
    in_full, alone = Names(names), Names([*names, *surnames])
    if in_full.names:
        for place in PLACES:
            place.everywhere(alone if place.by_surname else in_full)


# --- Versions ---


def versions_of(record: Any) -> models.QuerySet[Version]:
    return Version.objects.filter(kind=record._meta.label_lower, object_id=record.pk)


def forget_versions_of(record: Any, names: Names) -> None:
    """Forget what the record was before it was secret, and what has one of ``names`` since. As it is now it is kept
    anew, at the end of the unit."""
    whole = WHOLES[type(record)]
    telling = [
        version.pk
        for version in versions_of(record)
        if not whole.is_secret(version.document) or names.stand_in(words_of_version(version))
    ]
    Version.objects.filter(pk__in=telling).delete()


def words_of_version(version: Version) -> str:
    return f"{version.what_for}\n{words_of(version.document)}"


def words_of(document: Any) -> str:
    return json.dumps(document, ensure_ascii=False)


def take_out_of_versions(names: Names, among: models.QuerySet[Version] | None = None) -> None:
    changed = []
    for version in (Version.objects if among is None else among).order_by("pk").iterator(BATCH):
        if names.stand_in(words_of_version(version)):
            version.document = names.taken_out(version.document)
            version.what_for = names.taken_out(version.what_for)
            changed.append(version)
    Version.objects.bulk_update(changed, ["document", "what_for"], batch_size=BATCH)


# --- The history of the desk ---


def forget_entries_of(record: Any, names: Names) -> None:
    """Forget what was told of the record and of its rows with a name, and by a title that has one."""
    keys: dict[type[models.Model], set[str]] = defaultdict(set, {type(record): {str(record.pk)}})
    titles: set[str] = set()
    documents: Iterable[Any] = versions_of(record).values_list("document", flat=True)
    for document in documents:
        for part in WHOLES[type(record)].parts:
            keys[part.model].update(str(row["id"]) for row in document["parts"].get(part.name, []))
        titles.add(str(document["fields"].get("title", "")))
    asked = [*of_rows(keys), *with_words(filter(names.stand_in, titles))]
    entries: dict[int, LogEntry] = {}
    for some in batched(asked, ASKED_AT_ONCE):
        entries |= {entry.pk: entry for entry in LogEntry.objects.filter(Q(*some, _connector=Q.OR))}
    without_names([entry for entry in entries.values() if tells(entry, names)], names)


def of_rows(keys: Mapping[type[models.Model], Iterable[str]]) -> Iterator[Q]:
    """What to ask the history for rows of these models by their keys."""
    for model, its in keys.items():
        for some in batched(sorted(its), BATCH):
            yield Q(content_type=ContentType.objects.get_for_model(model), object_id__in=some)


def with_words(texts: Iterable[str]) -> Iterator[Q]:
    """What to ask the history for entries in which one of ``texts`` stands, as it is or as JSON has it."""
    for written in sorted({form for text in texts for form in (text, json.dumps(text)[1:-1])}):
        yield Q(change_message__contains=written)


def tells(entry: LogEntry, names: Names) -> bool:
    """Whether an entry has one of ``names``, or tells which rows were changed: those are called by who spoke."""
    return '"object"' in entry.change_message or names.stand_in(said_in(entry))


def without_names(entries: list[LogEntry], names: Names) -> None:
    for entry in entries:
        entry.object_repr, entry.change_message = names.taken_out(entry.object_repr), ""
    LogEntry.objects.bulk_update(entries, ["object_repr", "change_message"], batch_size=BATCH)


def said_in(entry: LogEntry) -> str:
    """What is written in an entry; JSON has letters beyond ASCII in numbers."""
    message = entry.change_message
    return f"{entry.object_repr}\n{words_of(json.loads(message)) if message.startswith('[') else message}"


def take_out_of_entries(names: Names) -> None:
    rows = LogEntry.objects.order_by("pk").iterator(BATCH)
    without_names([entry for entry in rows if names.stand_in(said_in(entry))], names)
