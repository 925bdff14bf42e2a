from collections.abc import Iterable

from django.core.exceptions import ValidationError

from people.models import Affiliation, NameVariant, Organisation, Speaker
from people.names import words
from publishing.changes import unit_of_work
from publishing.folding import fold
from publishing.merging import let_go, lock_both, merge_records, repoint

#: What the kept speaker takes over where its own field is empty.
TAKEN_OVER = ["biography", "country", "wikidata", "orcid"]
#: One thing: no portrait is credited to the photographer of another.
PORTRAIT = ["portrait", "portrait_alt", "portrait_credit"]
#: Two of which are two people, until somebody looks.
NUMBERS = {"wikidata": "Wikidata id", "orcid": "ORCID iD"}


@unit_of_work()
def merge_speakers(kept: Speaker, absorbed: Speaker) -> None:
    """Make two records of one person one: what points to ``absorbed`` points to ``kept`` afterwards.

    Names and posts as printed stay as they are; the absorbed name becomes a variant, its address redirects. Both are
    read anew under a lock. Raises ValidationError when they are the same record or one is gone, when they are listed
    side by side in one place, or when both have a Wikidata id or an ORCID iD, and not the same.
    """
    lock_both(kept, absorbed)
    _check_numbers(kept, absorbed)
    repoint(kept, absorbed)
    _keep_posts(kept.affiliations.all(), absorbed.affiliations.all())
    absorbed.affiliations.update(speaker=kept)
    _keep_names(kept, absorbed)
    for field in TAKEN_OVER:
        setattr(kept, field, getattr(kept, field) or getattr(absorbed, field))
    if absorbed.portrait and not kept.portrait:
        for field in PORTRAIT:
            setattr(kept, field, getattr(absorbed, field))
    let_go(absorbed, kept)


@unit_of_work()
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


def _keep_names(kept: Speaker, absorbed: Speaker) -> None:
    """Every name of ``absorbed`` finds ``kept``; one that an editor wrote for filing too, if its words are others."""
    known = {fold(kept.name), *kept.variants.values_list("fold", flat=True)}
    spellings = [NameVariant(name=absorbed.name), *absorbed.variants.all()]
    if set(words(absorbed.sort_name)) - set(words(absorbed.name)):
        spellings.append(NameVariant(name=absorbed.sort_name))
    for spelling in spellings:
        if fold(spelling.name) not in known:
            known.add(fold(spelling.name))
            kept.variants.create(name=spelling.name, kind=spelling.kind, language=spelling.language)
