"""Since when each record is as it is: written down at the end of a unit of work, for the pages that show it."""

from collections.abc import Iterable
from functools import cache
from itertools import batched
from typing import Any

from django.db import models
from django.db.models import Value

from events.models import Appearance, Complaint, Event, Misattributed, Series, Statement, Topic, Venue
from house.old_site.models import NotFound, Redirect
from opinions.models import Authorship, Opinion, Teaser
from people.models import Affiliation, NameVariant, Organisation, Speaker
from public.models import LastChange, MadePage
from publishing import editions
from publishing.changes import Changes
from publishing.gate import PUBLIC_STATUSES, PublicSince
from publishing.models import Correction, OldAddress, Publishable
from publishing.questions import OneOf, StandingQuestion, given_text, pointing_to
from search.indexing import BATCH, keys_of
from search.models import Counted, Kind

#: What every page shows: the house and its menu; and whatever is not known to be shown by some pages alone.
EVERY_PAGE = "every page"
#: What lists and the front page show: anything that is public, or was.
LISTS = "lists"
#: Which opinion is set into which report.
TEASERS = "teasers"

#: Whose changes are told of what shows them.
TOLD = {Affiliation, Event, Opinion, Organisation, Series, Speaker, Statement, Teaser, Topic, Venue}
#: They are noted with the record that they belong to, or no page of a record shows them.
TOLD_WITH_ANOTHER = {Appearance, Authorship, Correction, NameVariant}
OF_NO_PAGE = {Complaint, NotFound, OldAddress, Redirect}

#: Who and what a record names, by what counts call them.
NAMED: dict[str, type[models.Model]] = {"speaker": Speaker, "topic": Topic, "series": Series}
#: Where that stands: in which field, of which rows, and by which way these lead to the event or opinion. A counterpart
#: is named on both sides; one that no longer is, its page shows still.
NAMED_BY_EVENTS: list[tuple[str, str, type[models.Model], str]] = [
    ("speaker", "speaker", Appearance, "event"),
    ("speaker", "speaker", Misattributed, "statement__event"),
    ("topic", "topic", Event.topics.through, "event"),
    ("topic", "topic", Statement.topics.through, "statement__event"),
    ("series", "series", Event, "pk"),
    ("event", "translation_of", Event, "pk"),
    ("event", "pk", Event, "translation_of"),
]
NAMED_BY_OPINIONS: list[tuple[str, str, type[models.Model], str]] = [
    ("speaker", "speaker", Authorship, "opinion"),
    ("topic", "topic", Opinion.topics.through, "opinion"),
    ("opinion", "translation_of", Opinion, "pk"),
    ("opinion", "pk", Opinion, "translation_of"),
]


def name_of(record: models.Model) -> str:
    """ "event 5": what a record is called among what has changed, and what a page shows."""
    return f"{record._meta.model_name} {record.pk}"


def name_of_year(year: int) -> str:
    """ "year 2019": what a page shows that tells how many positions there are of a year."""
    return f"year {year}"


def names_of(model: type[models.Model], keys: Iterable[int]) -> set[str]:
    return {f"{model._meta.model_name} {key}" for key in keys}


def remember_changes(changes: Changes) -> None:
    """Write down what is as it is from the next edition on, and forget the pages that are about it.

    Called before counts are made anew, which still know whom an event or an opinion named before.
    """
    write_down(changed_by(changes))


def remember_years(years: Iterable[int]) -> None:
    """Write down that of these years another number of positions is told than before."""
    write_down({name_of_year(year) for year in years})


def write_down(changed: set[str]) -> None:
    # Nobody reads in an edition of this number before this transaction is stored.
    edition = editions.latest() + 1 if changed else 0
    for batch in batched(sorted(changed), BATCH):
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
    events = shown(
        Event,
        keys[Event]
        | keys_of(Event, "venue", keys[Venue])
        | keys_of(Statement, "pk", keys[Statement], wanted="event")
        | keys_of(Teaser, "pk", keys[Teaser], wanted="event"),
    )
    opinions = shown(Opinion, keys[Opinion])
    speakers = (
        keys[Speaker]
        | keys_of(Affiliation, "pk", keys[Affiliation], wanted="speaker")
        | keys_of(Affiliation, "organisation", keys[Organisation], wanted="speaker")
    )
    changed = names_of(Event, events) | names_of(Opinion, opinions)
    changed |= names_of(Opinion, keys_of(Teaser, "event", events, wanted="opinion"))
    changed |= names_of(Speaker, speakers) | names_of(Topic, keys[Topic]) | names_of(Series, keys[Series])
    changed |= named_before(Kind.EVENT, events) | named_before(Kind.OPINION, opinions)
    changed |= named_now(events, opinions)
    if keys[Teaser]:
        changed.add(TEASERS)
    if events or opinions or any(is_named_in_public(model, keys[model]) for model in NAMED.values()):
        changed.add(LISTS)
    if is_kept_away(keys[Speaker]):
        changed.add(EVERY_PAGE)  # any report may mention the name
    if {model for model, ids in changes.items() if ids} - TOLD - TOLD_WITH_ANOTHER - OF_NO_PAGE:
        changed.add(EVERY_PAGE)
    return changed


def shown(model: type[Publishable], ids: Iterable[int]) -> set[int]:
    """Those of ``ids`` that are public, or will be at their moment, or were when they were last counted.

    A draft shows on no reader's page: what editors do to it leaves all pages as they are.
    """
    keys = set(ids)
    return {key for (key,) in _shown(model).ask(keys=keys)} if keys else set()


@cache
def _shown(model: type[Publishable]) -> StandingQuestion:
    def rows():
        before = Counted.objects.filter(OneOf("object_id", "keys"), kind=model._meta.model_name)
        now = model._base_manager.filter(OneOf("pk", "keys"), status__in=PUBLIC_STATUSES).order_by()
        return before.order_by().values_list("object_id").union(now.values_list("pk")).order_by()

    return StandingQuestion(rows)


PUBLIC_ONES = StandingQuestion(
    lambda: (
        PublicSince.objects.filter(OneOf("object_id"), kind=given_text("kind"))
        .order_by()
        .values_list("object_id")[:1]
    )
)


def is_named_in_public(model: type[models.Model], keys: Iterable[int]) -> bool:
    """Whether something public named one of these before this change; what newly does has itself changed."""
    ids = set(keys)
    return bool(ids and PUBLIC_ONES.ask(kind=model._meta.label_lower, object_id=ids))


KEPT_AWAY = StandingQuestion(
    lambda: (
        Speaker.objects.filter(OneOf("pk"), kept_from_search_engines=True).order_by().values_list("pk")[:1]
    )
)


def is_kept_away(speakers: Iterable[int]) -> bool:
    """Whether one of them is kept from search engines, which then are asked to leave out whatever names them."""
    ids = set(speakers)
    return bool(ids and KEPT_AWAY.ask(pk=ids))


def forget_pages(*_whose: Any) -> None:
    """Whoever is forgotten may be named on any page: all are made anew."""
    MadePage.objects.all().delete()


COUNTED = StandingQuestion(
    lambda: (
        Counted.objects.filter(OneOf("object_id"), kind=given_text("kind"))
        .order_by()
        .values_list("adds", flat=True)
    )
)


def named_before(kind: str, ids: Iterable[int]) -> set[str]:
    """Whom and what these events or opinions named when they were last counted."""
    keys = set(ids)
    rows = COUNTED.ask(kind=kind, object_id=keys) if keys else ()
    return {f"{of} {key}" for adds in rows for of, key, *_number in adds if of in NAMED}


def _named(ways: list[tuple[str, str, type[models.Model], str]]) -> models.QuerySet:
    first, *others = (pointing_to(model, way).values_list(Value(of), field) for of, field, model, way in ways)
    return first.union(*others).order_by()


BY_EVENTS = StandingQuestion(lambda: _named(NAMED_BY_EVENTS))
BY_OPINIONS = StandingQuestion(lambda: _named(NAMED_BY_OPINIONS))


def named_now(events: Iterable[int], opinions: Iterable[int]) -> set[str]:
    """Whom and what they name now."""
    named: set[str] = set()
    for records, question in ((set(events), BY_EVENTS), (set(opinions), BY_OPINIONS)):
        if records:
            named.update(f"{of} {key}" for of, key in question.ask(keys=records) if key)
    return named
