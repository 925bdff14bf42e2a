"""Each save of a record with its parts is one version, written at the end of the unit of work that made it."""

from collections.abc import Iterable
from functools import cache
from itertools import batched
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, OuterRef, Subquery

from publishing.author import author
from publishing.changes import Changes, note, one_at_a_time, unit_now, unit_of_work
from publishing.logbook import write_of_versions
from publishing.models import Version
from publishing.questions import OneOf, StandingQuestion, given_text
from publishing.reserving import reserve
from publishing.versions import hold, hold_rows
from publishing.wholes import BATCH, WHOLES, Document, Whole, stored

#: How often a record that was merged into another may have been merged since.
MOST_MERGES = 20


def write_versions(changes: Changes) -> None:
    """Write a version of each record that is not, with its parts, what its newest version says."""
    for whole in WHOLES.values():
        for keys in batched(sorted(touched(whole, changes)), BATCH):
            write_of_versions(Version.objects.bulk_create(_new_versions(whole, keys)))


def touched(whole: Whole, changes: Changes) -> set[int]:
    """The records that were noted themselves, or of which a part was."""
    keys = set(changes.get(whole.model, ()))
    for part in whole.parts:
        if changed := changes.get(part.model):
            keys.update(_owners(whole.model, part.name).ask(pk=changed))
    return keys


@cache
def _owners(whole: type[models.Model], name: str) -> StandingQuestion:
    """The records to which rows of a part belong."""
    part = WHOLES[whole].part(name)

    def rows():
        changed = part.belonging_to(whole).filter(OneOf("pk")).order_by()
        return changed.values_list(part.owner.attname, flat=True)

    return StandingQuestion(rows)


def _new_versions(whole: Whole, keys: Iterable[int]) -> list[Version]:
    now, newest, unit = stored(whole, keys), newest_versions(whole.kind, keys), unit_now()
    made = []
    for pk in keys:
        last, found = newest.get(pk), now.get(pk)
        there = last if last and last.what != Version.What.DELETED else None
        if found and not (there and there.document == found.document):
            version = Version(what=unit.what or Version.What.SAVE, lock=found.lock, document=found.document)
        elif there and not found:
            version = Version(what=Version.What.DELETED, lock=there.lock, document=there.document)
            version.became = unit.became.get((whole.model, pk))
            if version.became:
                version.document = there.document | unit.kept_of.get((whole.model, pk), {})
        else:
            continue
        version.kind, version.object_id, version.number = whole.kind, pk, last.highest + 1 if last else 1
        version.what_for, version.by = unit.what_for, author()
        made.append(version)
    return made


def newest_versions(kind: str, keys: Iterable[int]) -> dict[int, Version]:
    """The newest version of each of these records, with the ``highest`` number that one has; but for those that have
    none."""
    return {version.object_id: version for version in NEWEST.ask(kind=kind, object_id=keys)}


def _newest() -> models.QuerySet:
    kind = given_text("kind")
    of_same = Version.objects.filter(kind=kind, object_id=OuterRef("object_id")).order_by("-number")
    newest, highest = (Subquery(rows.values("number")[:1]) for rows in (of_same.standing(), of_same))
    found: Any = Version.objects.filter(OneOf("object_id"), kind=kind, number=newest)
    return found.annotate(highest=highest)


NEWEST = StandingQuestion(_newest)


def version_seen(kind: str, pk: int, lock: int) -> Version | None:
    """The version that a form shows which was opened when the record's own number was ``lock``."""
    return Version.objects.standing().filter(kind=kind, object_id=pk, lock__lte=lock).first()


def saved_since(item: Any, seen: str | None) -> str:
    """Who saved ``item`` after a page was shown that remembers ``seen``, its number then, and upon which version a deed
    would act now; blank if nobody did."""
    if not seen or seen == str(item.version):
        return ""
    record = item.whole or item
    versions = Version.objects.standing().filter(kind=record._meta.label_lower, object_id=record.pk)
    newest = versions.select_related("by").first()
    who, number = (newest.by or "Somebody", newest.number) if newest else ("Somebody", 1)
    return (
        f"Not done yet: {who} saved “{item}” after you had opened this page. This would act upon version {number}: "
        "look at it, and press again."
    )


def check_not_saved_since(item: Any, seen: str | None) -> None:
    """Hold ``item``, in the transaction of the deed, and raise ValidationError with what ``saved_since`` says."""
    hold(item)
    if since := saved_since(item, seen):
        raise ValidationError(since)


@unit_of_work()
def keep_aside(record: models.Model, document: Document, lock: int) -> Version:
    """Keep what somebody wrote and did not save, as a version beside those that the record was."""
    whole = WHOLES[type(record)]
    numbered = whole.keep(whole.forgets(with_numbers(whole, document)))
    one_at_a_time()  # numbers of versions are given out at the ends of units, too
    last = newest_versions(whole.kind, [record.pk])[record.pk]
    version = Version(kind=whole.kind, object_id=record.pk, number=last.highest + 1, what=Version.What.ASIDE)
    version.lock, version.by, version.document = lock, author(), numbered
    version.save()
    return version


def with_numbers(whole: Whole, document: Document) -> Document:
    """Give each new row of ``document`` a number that no other row will have: so it can be brought back."""
    names = {part.model: part.name for part in whole.parts}
    numbers: dict[tuple[str, Any], int] = {}
    for part in whole.parts:
        keys = [row["id"] for row in document["parts"].get(part.name, [])]
        new = [(part.name, key) for key in keys if not isinstance(key, int)]
        numbers |= dict(zip(new, reserve(part.model, len(new)), strict=True))
    parts = {}
    for part in whole.parts:
        columns = {"id": part.name} | {
            one.name: names[one.related_model] for one in part.columns if one.related_model in names
        }
        parts[part.name] = [
            row | {name: numbers.get((to, row.get(name)), row.get(name)) for name, to in columns.items()}
            for row in document["parts"].get(part.name, [])
        ]
    return document | {"parts": parts}


def keep_as_it_was(model: type[models.Model], keys: Iterable[int]) -> None:
    """Called before records are changed: of those that have no version yet, being older than versions, write one."""
    whole, unit = WHOLES.get(model), unit_now()
    if not whole:
        return
    # What the unit has changed or made is no longer as it was.
    keys = {key for key in keys if (keep_as_it_was, model, key) not in unit.done} - unit.noted.get(
        model, set()
    )
    if not keys:
        return
    unit.done.update((keep_as_it_was, model, key) for key in keys)
    known = Version.objects.filter(kind=whole.kind, object_id__in=keys).values_list("object_id", flat=True)
    if without := keys - set(known):
        rows = [
            Version(
                kind=whole.kind,
                object_id=pk,
                number=1,
                what=Version.What.AS_IT_WAS,
                lock=found.lock,
                document=found.document,
            )
            for pk, found in stored(whole, without).items()
        ]
        # Whoever was first in the same instant has kept the same: what they change comes after it.
        Version.objects.bulk_create(rows, ignore_conflicts=True)


def about_to_write(model: type[models.Model], keys: Iterable[int]) -> None:
    """Called before rows are written in bulk: what the records are to which they belong is kept, and that both change
    is noted."""
    rows = {model: set(keys)}
    wholes = {whole.model: named for whole in WHOLES.values() if (named := touched(whole, rows))}
    for one, named in wholes.items():
        keep_as_it_was(one, named)
    for one, named in {**rows, **wholes}.items():
        note(one, named)


@unit_of_work()
def about_to_change_past_forms(changes: Changes) -> None:
    """Called before rows are given to somebody else past the forms that show them: what each record is now is a
    version, and a form that is open is saved on top of what comes of it, not over it."""
    wholes = [(whole, sorted(named)) for whole in WHOLES.values() if (named := touched(whole, changes))]
    for whole, keys in wholes:
        hold_rows(whole.model, keys)
    one_at_a_time()  # numbers of versions are given out at the ends of units, too
    for whole, keys in wholes:
        kept = _new_versions(whole, keys)
        for version in kept:
            version.what, version.by = Version.What.AS_IT_WAS, None
        Version.objects.bulk_create(kept)
        whole.model._base_manager.filter(pk__in=keys).update(version=F("version") + 1)
        note(whole.model, keys)
    for model, rows in changes.items():
        note(model, rows)


def today(model: type[models.Model], keys: Iterable[int]) -> dict[int, int | None]:
    """What became of each of these records of ``model``: itself, what it was merged into, or nothing."""
    keys = set(keys)
    now: dict[int, int | None] = {key: key for key in keys}
    for _ in range(MOST_MERGES):
        named = {key for key in now.values() if key is not None}
        there = set(model._base_manager.filter(pk__in=named).values_list("pk", flat=True))
        if not (gone := named - there):
            break
        merged = Version.objects.filter(kind=model._meta.label_lower, object_id__in=gone)
        became: dict[int, int | None] = dict.fromkeys(gone)
        became |= dict(
            merged.filter(became__isnull=False).order_by("number").values_list("object_id", "became")
        )
        now = {key: became.get(one, one) if one is not None else None for key, one in now.items()}
    return now
