"""A person asks to be forgotten: the name goes from everything that is kept, and what was said stays as nobody's.

Apps that name people add a ``Share`` in ``AppConfig.ready()``; texts and versions are found by ``publishing.wholes``.
"""

import secrets
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import batched
from typing import Any, NamedTuple
from unicodedata import normalize

from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from people.models import Forgotten, Speaker, print_of
from people.name_parts import surname_filed
from publishing.changes import unit_of_work
from publishing.forgetting import (
    ADDRESSES_OF,
    Names,
    forget_everywhere,
    said_in,
    versions_of,
    without_names,
    words_of_version,
)
from publishing.models import Addressed, OldAddress, Version
from publishing.versions import hold, hold_rows, raise_version
from publishing.wholes import WHOLES, Whole, columns_of

#: Stands where the name stood in a text, by the language of the record: in brackets, for nobody wrote it.
IN_PLACE_OF_A_NAME = {"en": "[a participant]", "ru": "[участник]", "de": "[eine Person]"}
#: Said at the address of what is withdrawn with its author.
NOTE = "Withdrawn at the request of a person who was named here."
#: A surname shorter than this ("Li", "Um") is too often another word.
SHORTEST_SURNAME = 3
#: Conditions that a database is asked in one question.
ASKED_AT_ONCE = 300
#: Letters shown on either side of a name, before it is forgotten.
ROUND = 60
#: What is counted of them in public, by what a ``Share`` calls it.
STATEMENTS = "Statements"


class Found(NamedTuple):
    """Where a person stands now, how often, and what becomes of that."""

    place: str
    times: int
    becomes: str


@dataclass(frozen=True)
class Share:
    """What an app knows of a person. ``records`` are those in which they took part: there a surname is theirs."""

    records: Callable[[Speaker], Iterable[Any]]
    printed: Callable[[Speaker], Iterable[str]]
    found: Callable[[Speaker, bool], list[Found]]
    forget: Callable[["Whom", bool], None]
    #: Who took part in a record, where it is one of this app.
    taking_part: Callable[[Any], Iterable[Speaker]] = lambda _record: ()


#: Each called in this order.
SHARES: list[Share] = []


class Passage(NamedTuple):
    """A text with a name, of a record: what stands round it."""

    record: Any
    text: str


@dataclass
class Whom:
    """A person as the archive has them: their names, and the records in which they took part."""

    speaker: Speaker
    names: list[str] = field(default_factory=list)
    surnames: list[str] = field(default_factory=list)
    records: list[Any] = field(default_factory=list)

    @classmethod
    def of(cls, speaker: Speaker) -> "Whom":
        printed = {name for share in SHARES for name in share.printed(speaker)}
        known = {
            speaker.name,
            speaker.sort_name,
            *(variant.name for variant in speaker.variants.all()),
            *printed,
        }
        known = {name.strip() for name in known}
        full = sorted(name for name in known if len(name.split()) > 1)
        alone = {surname_filed(speaker.sort_name), *(known - set(full))}
        records = [record for share in SHARES for record in share.records(speaker)]
        return cls(
            speaker,
            full or sorted(known),
            sorted(name for name in alone if len(name) >= SHORTEST_SURNAME),
            records,
        )

    @property
    def in_full(self) -> Names:
        return Names(self.names)

    @property
    def at_home(self) -> Names:
        """As they may stand in records in which they took part."""
        return Names(self.names, self.surnames)

    @property
    def kinds(self) -> dict[type[models.Model], set[int]]:
        found: dict[type[models.Model], set[int]] = {}
        for record in self.records:
            found.setdefault(type(record), set()).add(record.pk)
        return found


# --- Before ---


def what_is_kept(speaker: Speaker, words_too: bool = False) -> list[Found]:
    """Every place of ``speaker``, with what would become of it; what is not there is not told."""
    whom = Whom.of(speaker)
    spellings, posts = speaker.variants.count(), speaker.affiliations.count()
    told = [
        Found(
            f"Page of the speaker, {spellings} spellings, {posts} posts", 1, "gone: its address says so (410)"
        )
    ]
    if speaker.portrait:
        told.append(Found("Portrait", 1, "deleted"))
    told += [line for share in SHARES for line in share.found(speaker, words_too)]
    told.append(
        Found("Names inside texts", len(passages(whom)), "“[a participant]” in brackets, in its language")
    )
    told.append(Found("Versions", len(list(versions_that_tell(whom))), "struck out; the versions stay"))
    told.append(Found("History of the desk", len(entries_that_tell(whom)), "struck out"))
    told.append(Found("Old addresses", len(addresses_that_tell(whom)), "forgotten"))
    return [line for line in told if line.times]


def passages(whom: Whom) -> list[Passage]:
    """The texts that have a name of theirs, as they stand."""
    return [
        Passage(record, _round(getattr(row, column.name), names))
        for record, row, columns, names in texts_that_tell(whom)
        for column in columns
    ]


def _round(text: str, names: Names) -> str:
    hit = names.pattern.search(text)
    assert hit, "only asked of a text that has one"
    return text[max(hit.start() - ROUND, 0) : hit.end() + ROUND]


# --- The deed ---


@unit_of_work(alone=True)
def forget_person(
    speaker: Speaker, *, why: str = "", words_too: bool = False, is_told: bool = False, by: Any = None
) -> Forgotten:
    """Let nothing that is kept name ``speaker``. What they said stays as a participant's, or is withdrawn too.

    ``why`` is kept without a name, and ``is_told`` puts a line without one into the public list. Cannot be undone.
    Raises ValidationError where ``why`` names them, or somebody else has done it meanwhile.
    """
    hold_what_tells(speaker)
    hold(speaker)
    hold_what_tells(speaker)  # and what has begun to, until then
    whom = Whom.of(speaker)
    if whom.at_home.stand_in(why):
        raise ValidationError("The reason is kept: write it without the name.")
    forgotten = _remembered(whom)
    forgotten.why, forgotten.words_too, forgotten.is_told, forgotten.by = why, words_too, is_told, by
    forgotten.save()
    take_out_of_texts(whom)
    take_out_of_addresses(whom)
    OldAddress.objects.filter(pk__in=addresses_that_tell(whom)).delete()
    for share in SHARES:
        share.forget(whom, words_too)
    for version in versions_that_tell(whom, everywhere=False):
        _strike_out(version, whom)
    versions_of(speaker).delete()
    speaker.delete()
    without_names(entries_that_tell(whom), whom.at_home)
    forget_everywhere(whom.names, whom.surnames)
    return forgotten


def hold_what_tells(speaker: Speaker) -> None:
    """Hold all records that will be written, so that nobody's words of the same moment are lost. Before the person: who
    saves one of these records holds it, and waits for the person if they are named in it anew."""
    whom = Whom.of(speaker)
    telling = whom.kinds
    for record, *_rest in texts_that_tell(whom):
        telling.setdefault(type(record), set()).add(record.pk)
    for model, keys in sorted(telling.items(), key=lambda pair: pair[0]._meta.label):
        hold_rows(model, list(keys))


def _remembered(whom: Whom) -> Forgotten:
    salt = Forgotten.objects.values_list("salt", flat=True).first() or secrets.token_hex(16)
    paths = {whom.speaker.get_absolute_url(), *OldAddress.of(whom.speaker).values_list("path", flat=True)}
    said = sum(
        line.times
        for share in SHARES
        for line in share.found(whom.speaker, False)
        if line.place == STATEMENTS
    )
    return Forgotten(salt=salt, prints=sorted(print_of(salt, path) for path in paths), statements=said)


def is_forgotten(path: str) -> bool:
    """Whether ``path`` was the address of somebody who asked to be forgotten."""
    rows = list(Forgotten.objects.values_list("salt", "prints"))
    known = {(salt, one) for salt, prints in rows for one in prints}
    return any((salt, print_of(salt, path)) in known for salt in {salt for salt, _prints in rows})


def forget_again(forgotten: Iterable[Forgotten]) -> int:
    """After an older archive was brought back: forget whoever had asked since. Returns how many were there again."""
    missing = [
        one for one in forgotten if not Forgotten.objects.filter(salt=one.salt, prints=one.prints).exists()
    ]
    again = 0
    there: Iterable[Speaker] = Speaker.objects.order_by("pk") if missing else []
    for speaker in there:
        for one in missing:
            if one.fits(speaker.get_absolute_url()):
                forget_person(speaker, words_too=one.words_too).delete()
                again += 1
                break
    for one in missing:
        one.pk, one.by = None, None  # accounts are those of the backup
        one.save(force_insert=True)
    return again


# --- Texts ---


def texts_that_tell(whom: Whom) -> Iterator[tuple[Any, Any, list[models.Field], Names]]:
    """Each row with texts that have a name: the record, the row, which texts, and the names looked for there."""
    in_full, at_home, kinds = whom.in_full, whom.at_home, whom.kinds
    for whole in WHOLES.values():
        if whole.model is Speaker:
            continue
        home = kinds.get(whole.model, set())
        for record, row in _rows_with(whole, at_home, in_full, home):
            names = at_home if record.pk in home else in_full
            if columns := [
                one for one in texts_of(type(row)) if names.stand_in(getattr(row, one.name) or "")
            ]:
                yield record, row, columns, names


def _rows_with(whole: Whole, at_home: Names, in_full: Names, home: set[int]) -> Iterator[tuple[Any, Any]]:
    """Rows of records and of their parts that may have a name, by what a database can be asked."""
    for part in [None, *whole.parts]:
        model: Any = part.model if part else whole.model
        rows = part.belonging_to(whole.model) if part else model._base_manager.all()
        owner = part.owner.attname if part else "pk"
        columns = texts_of(model)
        if not columns:
            continue
        asked = [(rows.filter(**{f"{owner}__in": home}), at_home), (rows, in_full)]
        likely = {
            pk
            for among, names in asked
            for has in _having(columns, names)
            for pk in among.filter(has).order_by().values_list("pk", flat=True)
        }
        found = list(rows.filter(pk__in=likely).order_by("pk"))
        records = whole.model._base_manager.in_bulk({getattr(row, owner) for row in found}) if part else {}
        for row in found:
            yield (records[getattr(row, owner)] if part else row), row


def _having(columns: list[models.Field], names: Names) -> Iterator[Q]:
    """Few rows are left by these, of which each may hold; the pattern looks at those. Databases differ in what capitals
    they know, and take only so many conditions at a time."""
    forms = {form for word in names.last_words for form in _as_large_as_may_be(word)}
    asked = [(f"{column.name}__contains", form) for column in columns for form in sorted(forms)]
    for some in batched(asked, ASKED_AT_ONCE):
        yield Q(*some, _connector=Q.OR)


def _as_large_as_may_be(word: str) -> set[str]:
    """A word in small letters and in capitals, those of Turkish too: i has İ, and İ is one letter."""
    forms = {word, word.upper(), word.capitalize(), word.replace("i\u0307", "i").replace("i", "İ").upper()}
    return {form for one in forms for form in (one, normalize("NFC", one))}


def texts_of(model: type[models.Model]) -> list[models.Field]:
    """What is written in words in a row of ``model``, or links elsewhere; not what is chosen, nor an address here."""
    return [
        one
        for one in columns_of(model)
        if isinstance(one, models.CharField | models.TextField)
        and not isinstance(one, models.SlugField)
        and not one.choices
    ]


def take_out_of_texts(whom: Whom) -> None:
    """Write every text anew that has a name, and find the places of statements again."""
    changed: set[tuple[type[models.Model], int]] = set()
    for record, row, columns, names in list(texts_that_tell(whom)):
        language = getattr(record, "language", "")[:2]
        for column in columns:
            setattr(row, column.name, _written_anew(getattr(row, column.name), column, names, language))
        if isinstance(row, Addressed) and names.stand_in_address(row.slug):
            row.slug = ""  # made of the title again
        row.save()
        changed.add((type(record), record.pk))
    for model, pk in sorted(changed, key=str):
        kept: Any = model._base_manager.get(pk=pk)
        WHOLES[model].settle(kept)
        raise_version(kept)


def _written_anew(text: str, column: models.Field, names: Names, language: str) -> str:
    if isinstance(column, models.URLField):
        return ""  # it leads to where they are named
    words = IN_PLACE_OF_A_NAME.get(language, IN_PLACE_OF_A_NAME["en"])
    return names.taken_out(text, words)[: column.max_length]


# --- Addresses ---


def take_out_of_addresses(whom: Whom) -> None:
    """Make the address of a record in which they took part anew of its title, where it has a name of theirs; the one
    that it had is an old one then. Other addresses that lead there with a name go."""
    for record in whom.records:
        kept: Any = type(record)._base_manager.get(pk=record.pk)
        if whom.at_home.stand_in_address(getattr(kept, "slug", "")):
            kept.slug = ""
            kept.save()
            raise_version(kept)
        for forget in ADDRESSES_OF:
            forget(kept, whom.at_home)


def addresses_that_tell(whom: Whom) -> list[int]:
    """Old addresses that name them: all of their page, by the surname too of records in which they took part, in full
    of others, unless a namesake takes part there."""
    kinds = {ContentType.objects.get_for_model(model).pk: keys for model, keys in whom.kinds.items()}
    in_full, at_home = whom.in_full, whom.at_home
    found = list(OldAddress.of(whom.speaker).values_list("pk", flat=True))
    for old in OldAddress.objects.exclude(pk__in=found):
        if old.object_id in kinds.get(old.content_type_id, ()):
            tells = at_home.stand_in_address(old.path)
        else:
            tells = in_full.stand_in_address(old.path) and not is_a_namesakes(old, in_full, whom.speaker)
        found += [old.pk] if tells else []
    return found


def is_a_namesakes(old: OldAddress, names: Names, than: Speaker | None = None) -> bool:
    """Whether an old address leads to the page of somebody, or to what somebody took part in, whom it may name too."""
    item: Any = old.item
    there = (
        [item] if isinstance(item, Speaker) else [one for share in SHARES for one in share.taking_part(item)]
    )
    others = [Whom.of(one) for one in there if one != than]
    return any(
        one.in_full.stand_in_address(old.path) or any(map(names.stand_in_address, one.in_full.slugs))
        for one in others
    )


def forget_old_addresses(names: Names) -> None:
    """Forget the old addresses that have one of ``names``, unless they are a namesake's."""
    telling = [
        old.pk
        for old in OldAddress.objects.all()
        if names.stand_in_address(old.path) and not is_a_namesakes(old, names)
    ]
    OldAddress.objects.filter(pk__in=telling).delete()


# --- What is kept of the records ---


def versions_that_tell(whom: Whom, everywhere: bool = True) -> Iterator[Version]:
    """Versions of records in which they took part, and with ``everywhere`` of all others, that have a name of theirs
    or point to them."""
    seen = set()
    for model, keys in whom.kinds.items():
        rows = Version.objects.filter(kind=model._meta.label_lower, object_id__in=keys)
        for version in rows.iterator(chunk_size=200):
            if whom.at_home.stand_in(words_of_version(version)) or whom.speaker.pk in speakers_in(
                version.document
            ):
                seen.add(version.pk)
                yield version
    if everywhere:
        for version in Version.objects.exclude(kind=Speaker._meta.label_lower).iterator(chunk_size=200):
            if version.pk not in seen and whom.in_full.stand_in(words_of_version(version)):
                yield version


def speakers_in(document: dict) -> set[int]:
    """To whom the rows of a document point."""
    return {row["speaker"] for rows in document["parts"].values() for row in rows if "speaker" in row}


def _strike_out(version: Version, whom: Whom) -> None:
    """Leave of ``version`` what does not point to them: a row of theirs goes, what it said stays as nobody's."""
    document, gone = version.document, set()
    parts = {}
    for name, rows in document["parts"].items():
        gone |= {(name, row["id"]) for row in rows if row.get("speaker") == whom.speaker.pk}
        parts[name] = [row for row in rows if (name, row["id"]) not in gone]
    loose = {part.name: part.loose for part in WHOLES[version.model].parts}
    keys = {key for _name, key in gone}
    for name, rows in parts.items():
        parts[name] = [
            row | loose[name]
            if loose.get(name) and any(row.get(column) in keys for column in loose[name])
            else row
            for row in rows
        ]
    version.document = whom.at_home.taken_out(document | {"parts": parts})
    version.what_for = whom.at_home.taken_out(version.what_for)
    version.save(update_fields=["document", "what_for"])


def entries_that_tell(whom: Whom) -> list[LogEntry]:
    """Lines of the desk's history about them, and about what they took part in where they are named."""
    found = []
    own = Q(content_type=ContentType.objects.get_for_model(Speaker), object_id=str(whom.speaker.pk))
    for entry in LogEntry.objects.filter(own):
        found.append(entry)
    for entry in LogEntry.objects.exclude(own).iterator(chunk_size=200):
        if whom.at_home.stand_in(said_in(entry)):
            found.append(entry)
    return found
