"""Which paths the archive answers itself: nothing is redirected there, and what is redirected leads there."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from itertools import batched
from typing import Any, NamedTuple
from urllib.parse import unquote

from django.db.models import Model, QuerySet
from django.urls import Resolver404, ResolverMatch, resolve

from events.models import Event, Series, Statement, Topic
from house.addresses import ELSEWHERE
from house.models import Page
from opinions.models import Opinion
from people.models import Speaker
from publishing.interface import in_own_language, without_language
from publishing.models import OldAddress, readable_slug

ROWS_AT_ONCE = 500
ENDING = re.compile(r"\.\w{1,5}$")
#: The names of the patterns at which a record is shown, or something of it.
VIEWS: dict[type[Model], list[str]] = {
    Event: ["events:event", "events:undated", "events:calendar", "events:cite_event"],
    Statement: ["events:statement", "events:report_statement", "events:cite_statement", "public:embed"],
    Topic: ["events:topic", "search:topic_feed"],
    Series: ["public:series_feed"],
    Speaker: ["people:speaker", "people:cite", "search:speaker_feed"],
    Opinion: ["opinions:opinion", "opinions:cite"],
    Page: ["house:page"],
}
MODEL_OF = {view: model for model, views in VIEWS.items() for view in views}


class Shown(NamedTuple):
    """What an address is made of: the record's number or slug, and of an event its year, if it has one."""

    model: type[Model]
    key: int | str
    year: int | None


class Paths:
    """Paths, sorted by what stands there: something for good, a record, or who knows what (a file, a year)."""

    def __init__(self, addresses: Iterable[str]):
        self.fixed: set[str] = set()
        self.perhaps: set[str] = set()
        self.records: dict[str, Shown] = {}
        self.nothing: set[str] = set()
        for address in addresses:
            self._sort(address)

    def _sort(self, address: str) -> None:
        path = unquote(address.partition("#")[0].partition("?")[0])
        match = _match(path)
        if path.strip("/") in ELSEWHERE or (match and (match.route.startswith("admin/") or not match.kwargs)):
            self.fixed.add(address)
        elif match is None:
            self.nothing.add(address)
        elif model := MODEL_OF.get(match.view_name):
            kept: dict[str, Any] = match.kwargs
            self.records[address] = Shown(model, kept.get("pk") or kept["slug"], kept.get("year"))
        else:
            self.perhaps.add(address)

    def of_records(self, rows: Callable[[type[Model]], QuerySet]) -> set[str]:
        """Those whose record is among ``rows`` of its model."""
        asked: dict[type[Model], set] = defaultdict(set)
        for shown in self.records.values():
            asked[shown.model].add(shown.key)
        there = {shown for model, keys in asked.items() for shown in _there(rows(model), keys)}
        return {address for address, shown in self.records.items() if shown in there}

    def moved(self) -> set[str]:
        """Those at which a record stood once that readers are led to."""
        paths = {form: address for address in [*self.records, *self.nothing] for form in _forms(address)}
        return {
            paths[old.path]
            for some in batched(paths, ROWS_AT_ONCE)
            for old in OldAddress.objects.select_related("content_type").filter(path__in=some)
            if old.destination()
        }


def _match(path: str) -> ResolverMatch | None:
    """What answers ``path``, in whatever language; without its last slash it leads to the same."""
    path = without_language(path)
    with in_own_language():
        for form in (path, f"{path}/"):
            try:
                return resolve(form)
            except Resolver404:
                continue
    return None


def _forms(address: str) -> list[str]:
    path = unquote(address.partition("#")[0].partition("?")[0]).rstrip("/")
    return [path, f"{path}/"]


def _there(rows: QuerySet, keys: set) -> Iterable[Shown]:
    model = rows.model
    by = "pk" if model is Statement else "slug"
    columns = [by, "date"] if model is Event else [by]
    for some in batched(keys, ROWS_AT_ONCE):
        for key, *dates in rows.filter(**{f"{by}__in": some}).order_by().values_list(*columns):
            yield Shown(model, key, dates[0].year if any(dates) else None)


def _shown_to_readers(model: type[Model]) -> QuerySet:
    """A withdrawn record answers too: it says that it was withdrawn."""
    rows: Any = model._default_manager
    return rows.published() | rows.withdrawn() if hasattr(rows, "withdrawn") else rows.published()


def _all_rows(model: type[Model]) -> QuerySet:
    return model._default_manager.all()


def answered(addresses: Iterable[str]) -> set[str]:
    """Those at which readers are answered, so that a redirect would never be asked for."""
    paths = Paths(addresses)
    return paths.fixed | paths.of_records(_shown_to_readers) | paths.moved()


def known(targets: Iterable[str]) -> set[str]:
    """Those that the archive has something for, be it a draft."""
    paths = Paths(targets)
    return paths.fixed | paths.perhaps | paths.of_records(_all_rows) | paths.moved()


def likely(address: str) -> str:
    """Where an old address may lead: to what readers see whose own address ends as this one does, or nothing.

    "/2019/half_a_river.html" → "/events/2019/half-a-river/".
    """
    name = unquote(address.partition("?")[0]).rstrip("/").rpartition("/")[2]
    slug = readable_slug(ENDING.sub("", name).replace("_", "-"))
    for model in (Event, Speaker, Opinion, Page, Topic):
        found = list(_shown_to_readers(model).filter(slug=slug)[:2]) if slug else []
        if len(found) == 1:
            return found[0].get_absolute_url()
    return ""


def is_shown(target: str) -> bool:
    """Whether readers may be led to ``target``: the address of a draft would give away what it is about."""
    paths = Paths([target])
    return bool(paths.fixed or paths.perhaps or paths.of_records(_shown_to_readers) or paths.moved())
