from collections.abc import Collection, Iterable
from typing import Any, NamedTuple

from django.core.exceptions import ValidationError

from people.models import Affiliation, NameVariant, Organisation, Speaker
from publishing.changes import unit_now, unit_of_work
from publishing.folding import fold
from publishing.merging import let_go, lock_both, merge_records, named_by, repoint
from publishing.models import OldAddress
from publishing.wholes import document_of

#: Under which a document of the absorbed record has what the merge changed.
MERGED = "merged"
#: What the kept speaker takes over where its own field is empty.
TAKEN_OVER = ["biography", "country", "wikidata", "orcid", "kept_from_search_engines"]
#: One thing: no portrait is credited to the photographer of another.
PORTRAIT = ["portrait", "portrait_alt", "portrait_credit", "portrait_licence"]
#: What is chosen of one or the other: a field, or the portrait with what is said of it.
CHOSEN = ["name", "sort_name", "country", "biography", "portrait", *("wikidata", "orcid")]
#: Two of which are two people, until somebody looks.
NUMBERS = {"wikidata": "Wikidata id", "orcid": "ORCID iD"}


@unit_of_work(alone=True)
def merge_speakers(kept: Speaker, absorbed: Speaker, theirs: Collection[str] = ()) -> None:
    """Make two records of one person one: what points to ``absorbed`` points to ``kept`` afterwards.

    Of the fields in ``theirs`` (of CHOSEN) it says what ``absorbed`` says, if that says anything. Names and posts as
    printed stay as they are; the absorbed name becomes a variant, its address redirects. Both are read anew under a
    lock. Raises ValidationError when they are the same record or one is gone, when they are listed side by side in one
    place, or when both have a Wikidata id or an ORCID iD, and not the same.
    """
    lock_both(kept, absorbed)
    _check_numbers(kept, absorbed)
    remembered = what_a_merge_changes(kept, absorbed)
    repoint(kept, absorbed)
    _keep_posts(kept.affiliations.all(), absorbed.affiliations.all())
    absorbed.affiliations.update(speaker=kept)
    for field in ["name", "sort_name", *TAKEN_OVER]:
        if getattr(absorbed, field) and (field in theirs or not getattr(kept, field)):
            setattr(kept, field, getattr(absorbed, field))
    _keep_names(kept, absorbed, former=remembered["before"]["fields"]["name"])
    if absorbed.portrait and ("portrait" in theirs or not kept.portrait):
        for field in PORTRAIT:
            setattr(kept, field, getattr(absorbed, field))
    let_go(absorbed, kept)
    remembered["after"] = document_of(kept)
    unit_now().kept_of[Speaker, remembered.pop("pk")] = {MERGED: remembered}


class LookedAt(NamedTuple):
    """What a merged record would say."""

    speaker: Speaker
    spellings: list[str]
    posts: list[str]
    redirects: str


class _Undone(Exception):
    """What was written was only to be looked at."""


def look_at_merge(kept: Speaker, absorbed: Speaker, theirs: Collection[str] = ()) -> LookedAt:
    """What would come of ``merge_speakers``, which is done and undone. Raises ValidationError as it does."""
    kept, absorbed = Speaker(pk=kept.pk), Speaker(pk=absorbed.pk)
    try:
        with unit_of_work(alone=True):
            lock_both(kept, absorbed)
            address = absorbed.get_absolute_url()
            merge_speakers(kept, absorbed, theirs)
            posts = kept.affiliations.select_related("organisation").order_by("start_date", "pk")
            looked = LookedAt(
                kept,
                list(kept.variants.values_list("name", flat=True)),
                [", ".join(filter(None, [post.in_words(), post.years])) for post in posts],
                address,
            )
            raise _Undone
    except _Undone:
        return looked


def what_a_merge_changes(kept: Speaker, absorbed: Speaker) -> dict[str, Any]:
    """What ``people.unmerging`` asks for, beside what ``absorbed`` was."""
    return {
        "pk": absorbed.pk,
        "before": document_of(kept),
        "rows": named_by(absorbed),
        "addresses": list(OldAddress.of(absorbed).values_list("path", flat=True)),
    }


@unit_of_work(alone=True)
def merge_organisations(kept: Organisation, absorbed: Organisation) -> None:
    """Make two records of one institution one; posts held there are held at ``kept``, each once.

    Raises ValidationError as ``merge_records`` does.
    """
    lock_both(kept, absorbed)
    _keep_posts(kept.affiliations.all(), absorbed.affiliations.all())
    merge_records(kept, absorbed, taking_over=["country"])


def _check_numbers(kept: Speaker, absorbed: Speaker) -> None:
    for field, name in NUMBERS.items():
        ours, theirs = getattr(kept, field), getattr(absorbed, field)
        if ours and theirs and ours != theirs:
            raise ValidationError(
                f"{kept} has the {name} {ours}, {absorbed} has {theirs}: they may be two people. "
                "If they are one, remove the number that is wrong first."
            )


def _keep_posts(ours: Iterable[Affiliation], theirs: Iterable[Affiliation]) -> None:
    """Where both records know of one post, leave the row that says more of when it was held."""
    ours = list(ours)
    for post in theirs:
        twins = [other for other in ours if _are_one_post(post, other)]
        if any(_says_no_more(post, than=other) for other in twins):
            post.delete()
            continue
        for other in twins:
            if _says_no_more(other, than=post):
                ours.remove(other)
                other.delete()


def _are_one_post(one: Affiliation, other: Affiliation) -> bool:
    """Of two rows whose speakers, or whose organisations, are about to be one."""
    together = one.speaker_id == other.speaker_id or one.organisation_id == other.organisation_id
    return together and fold(one.post) == fold(other.post)


def _says_no_more(post: Affiliation, than: Affiliation) -> bool:
    """A date that is blank, or less exact, says no more than another: "2005" than "2005-03"."""
    return than.start_date.startswith(post.start_date) and than.end_date.startswith(post.end_date)


def _keep_names(kept: Speaker, absorbed: Speaker, former: str) -> None:
    """Every name of ``absorbed`` finds ``kept``, and so does its own ``former``; one that an editor wrote for filing
    too, if its words are others."""
    known = {fold(kept.name), *kept.variants.values_list("fold", flat=True)}
    spellings = [NameVariant(name=former), NameVariant(name=absorbed.name), *absorbed.variants.all()]
    if set(fold(absorbed.sort_name).replace(",", " ").split()) - set(fold(absorbed.name).split()):
        spellings.append(NameVariant(name=absorbed.sort_name))
    for spelling in spellings:
        if fold(spelling.name) not in known:
            known.add(fold(spelling.name))
            kept.variants.create(name=spelling.name, kind=spelling.kind, language=spelling.language)
