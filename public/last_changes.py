"""Since when each record is as it is: written down at the end of a unit of work, for the pages that show it."""

from collections.abc import Iterable
from itertools import batched
from typing import Any

from django.db import models

from events.models import Appearance, Complaint, Event, Series, Statement, Topic, Venue
from house.old_site.models import NotFound, Redirect
from opinions.models import Authorship, Opinion, Teaser
from people.models import Affiliation, NameVariant, Organisation, Speaker
from public.models import LastChange, MadePage
from publishing import editions
from publishing.changes import Changes
from publishing.models import Correction, OldAddress
from search.indexing import BATCH, keys_of
from search.models import Counted, Kind

#: What every page shows: the house and its menu; and whatever is not known to be shown by some pages alone.
EVERY_PAGE = "every page"
#: Which opinion is set into which report.
TEASERS = "teasers"

#: Whose changes are told of what shows them.
TOLD = {Affiliation, Event, Opinion, Organisation, Series, Speaker, Statement, Teaser, Topic, Venue}
#: They are noted with the record that they belong to, or no page of a record shows them.
TOLD_WITH_ANOTHER = {Appearance, Authorship, Correction, NameVariant}
OF_NO_PAGE = {Complaint, NotFound, OldAddress, Redirect}

#: Who and what a record names, by what counts call them.
NAMED = {"speaker": Speaker, "topic": Topic, "series": Series}


def name_of(record: models.Model) -> str:
    """ "event 5": what a record is called among what has changed, and what a page shows."""
    return f"{record._meta.model_name} {record.pk}"


def names_of(model: type[models.Model], keys: Iterable[int]) -> set[str]:
    return {f"{model._meta.model_name} {key}" for key in keys}


def remember_changes(changes: Changes) -> None:
    """Write down what is as it is from the next edition on, and forget the pages that are about it.

    Called before counts are made anew, which still know whom an event or an opinion named before.
    """
    # Nobody reads in an edition of this number before this transaction is stored.
    edition = editions.latest() + 1
    for batch in batched(sorted(changed_by(changes)), BATCH):
        LastChange.objects.bulk_create(
            [LastChange(record=record, edition=edition) for record in batch],
            update_conflicts=True,
            unique_fields=["record"],
            update_fields=["edition"],
        )
        MadePage.objects.filter(about__in=batch).delete()


def changed_by(changes: Changes) -> set[str]:
    """The names of all of which something that pages show is no longer as it was.

    With an event or an opinion go those whom it names and what it is about, now and before: their pages tell of it.
    """
    keys = {model: set(changes.get(model, ())) for model in TOLD}
    events = (
        keys[Event]
        | keys_of(Event, "venue", keys[Venue])
        | keys_of(Statement, "pk", keys[Statement], wanted="event")
        | keys_of(Teaser, "pk", keys[Teaser], wanted="event")
    )
    opinions = keys[Opinion] | keys_of(Teaser, "event", events, wanted="opinion")
    speakers = (
        keys[Speaker]
        | keys_of(Affiliation, "pk", keys[Affiliation], wanted="speaker")
        | keys_of(Affiliation, "organisation", keys[Organisation], wanted="speaker")
    )
    changed = names_of(Event, events) | names_of(Opinion, opinions)
    changed |= names_of(Speaker, speakers) | names_of(Topic, keys[Topic]) | names_of(Series, keys[Series])
    changed |= named_before(Kind.EVENT, events) | named_before(Kind.OPINION, opinions)
    changed |= named_now(events, opinions)
    if keys[Teaser]:
        changed.add(TEASERS)
    if changes.keys() - TOLD - TOLD_WITH_ANOTHER - OF_NO_PAGE:
        changed.add(EVERY_PAGE)
    return changed


def forget_pages(*_whose: Any) -> None:
    """Whoever is forgotten may be named on any page: all are made anew."""
    MadePage.objects.all().delete()


def named_before(kind: str, ids: Iterable[int]) -> set[str]:
    """Whom and what these events or opinions named when they were last counted."""
    named = set()
    for batch in batched(sorted(ids), BATCH):
        rows = Counted.objects.filter(kind=kind, object_id__in=batch).values_list("adds", flat=True)
        named |= {f"{of} {key}" for adds in rows for of, key, *_number in adds if of in NAMED}
    return named


def named_now(events: Iterable[int], opinions: Iterable[int]) -> set[str]:
    speakers = keys_of(Appearance, "event", events, wanted="speaker")
    speakers |= keys_of(Authorship, "opinion", opinions, wanted="speaker")
    topics = keys_of(Event.topics.through, "event", events, wanted="topic")
    topics |= keys_of(Statement.topics.through, "statement__event", events, wanted="topic")
    topics |= keys_of(Opinion.topics.through, "opinion", opinions, wanted="topic")
    series = keys_of(Event, "pk", events, wanted="series") - {None}
    return names_of(Speaker, speakers) | names_of(Topic, topics) | names_of(Series, series)
