"""Two people who were merged and are two: each is what they were, as far as nobody has changed it since."""

from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db.models import Exists, OuterRef
from django.utils.text import capfirst

from people.merging import MERGED
from people.models import Speaker
from publishing.bringing_back import Writing, make_anew, refused_in_words
from publishing.changes import call_it, note, unit_now, unit_of_work
from publishing.history import about_to_change_past_forms
from publishing.models import OldAddress, Version
from publishing.versions import hold
from publishing.wholes import WHOLES, Document, Row, document_of, is_same

NOTHING_KEPT = "This merge is older than what is kept of merges: it cannot be undone."


def merges() -> Any:
    """The merges that may be undone, the newest first: versions of the people who were absorbed, each their last."""
    rows = Version.objects.filter(
        kind=Speaker._meta.label_lower, what=Version.What.DELETED, became__isnull=False
    )
    since = later_than(OuterRef("object_id"), OuterRef("number"))
    return rows.filter(~Exists(since)).select_related("by").order_by("-at", "-pk")


def later_than(person: Any, number: Any) -> Any:
    """What a person was since the version of that number."""
    versions = Version.objects.standing().filter(kind=Speaker._meta.label_lower)
    return versions.filter(object_id=person, number__gt=number)


@refused_in_words()
@unit_of_work(alone=True)
def undo_merge(version: Version) -> tuple[Speaker, list[str]]:
    """Take apart what ``version``, of the absorbed person, tells of. Returns that person, as before under the same
    number and address, and in words what stays with the other because it was changed since.

    Raises ValidationError when it was undone already, or the other person is not there any more.
    """
    named = version.document.get(MERGED, {}).get("rows", {})
    about_to_change_past_forms({apps.get_model(label): set(keys) for label, keys in named.items()})
    kept = Speaker.objects.filter(pk__in=[version.became]).first()
    if kept is not None:
        hold(kept)
    if refusal := refusal_to_undo(version, kept):
        raise ValidationError(refusal)
    assert kept is not None
    call_it(Version.What.RESTORED, f"the merge with {version.called} undone")
    merge, now = version.document[MERGED], document_of(kept)
    back, stays = taken_apart(now, merge["after"], merge["before"])
    Writing(kept, "").write(back)
    # The name that it had for the while of the merge is no name of theirs.
    unit_now().former_names.pop((Speaker, kept.pk), None)
    document, with_others = without_rows_elsewhere(version.document, back)
    stays += with_others
    absorbed = make_anew(version, document)
    OldAddress.objects.filter(path=absorbed.get_absolute_url()).delete()
    OldAddress.of(kept).filter(path__in=merge["addresses"]).update(object_id=absorbed.pk)
    for label, keys in merge["rows"].items():
        stays += given_back(label, keys, kept, absorbed)
    note(Speaker, [kept.pk, absorbed.pk])
    return absorbed, stays


def refusal_to_undo(version: Version, kept: Speaker | None) -> str:
    """Why a merge cannot be undone, in words; blank when it can."""
    if later_than(version.object_id, version.number).exists():
        return f"The merge of {version.called} was undone already."
    if kept is None:
        return (
            f"The person into whom {version.called} was merged is not there any more: they were deleted, or merged "
            "themselves. Undo that first."
        )
    return "" if MERGED in version.document else NOTHING_KEPT


def taken_apart(now: Document, after: Document, before: Document) -> tuple[Document, list[str]]:
    """The kept record as it was ``before``, but for what was changed since ``after``; and that in words."""
    stays: list[str] = []
    fields = {}
    for name, value in now["fields"].items():
        was = before["fields"].get(name)
        fields[name] = was if is_same(value, after["fields"].get(name)) else value
        if not is_same(fields[name], was) and not is_same(was, after["fields"].get(name)):
            stays.append(f"{label_of(name)} was changed since, and stays as it is.")
    parts = {}
    for name, rows in now["parts"].items():
        then, once = by_key(after["parts"].get(name, [])), by_key(before["parts"].get(name, []))
        changed = [row for row in rows if row["id"] not in then or row != then[row["id"]]]
        # What the merge left is taken off since, where it is not there now.
        kept = [row for key, row in once.items() if key not in then or key in by_key(rows)]
        parts[name] = changed + [row for row in kept if row["id"] not in by_key(changed)]
        moved = [row for row in changed if row["id"] in then and row["id"] not in once]
        word = WHOLES[Speaker].part(name).one
        stays += [f"A {word} was changed since, and stays with the other." for _row in moved]
    return {"fields": fields, "parts": parts}, stays


def label_of(name: str) -> str:
    """What a field of a speaker is called: "Display name"."""
    field: Any = Speaker._meta.get_field(name)
    return capfirst(str(field.verbose_name))


def by_key(rows: Iterable[Row]) -> dict[int, Row]:
    return {row["id"]: row for row in rows}


def without_rows_elsewhere(document: Document, other: Document) -> tuple[Document, list[str]]:
    """``document`` without the rows that are there still; and in words those that are not of ``other``, who has been
    written as they are now, but of a third."""
    parts, told = {}, []
    for name, rows in document["parts"].items():
        part = WHOLES[Speaker].part(name)
        there = set(part.model._base_manager.filter(pk__in=by_key(rows)).values_list("pk", flat=True))
        parts[name] = [row for row in rows if row["id"] not in there]
        of_a_third = there - by_key(other["parts"][name]).keys()
        told += [f"A {part.one} was changed since, and stays with somebody else."] * len(of_a_third)
    return {"fields": document["fields"], "parts": parts}, told


def given_back(label: str, keys: list[int], kept: Speaker, absorbed: Speaker) -> list[str]:
    """Let rows that the merge had moved name ``absorbed`` again; what cannot, in words."""
    model = apps.get_model(label)
    field = next(one.name for one in model._meta.fields if one.related_model is Speaker)
    moved = model._base_manager.filter(pk__in=keys, **{field: kept}).update(**{field: absorbed})
    left = len(keys) - moved
    words = model._meta.verbose_name if left == 1 else model._meta.verbose_name_plural
    return [f"{left} {words} went or were given to somebody else since."] if left else []
