"""What every public page shares: the gate for one record, the ways out when there is none, paging."""

from collections.abc import Callable, Iterable
from datetime import date
from functools import lru_cache, wraps
from typing import Any

from django.conf import settings
from django.core.paginator import InvalidPage, Page, Paginator
from django.db.models import BigIntegerField, DateField, Model, TextField
from django.http import Http404, HttpRequest
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from events.models import Statement
from events.models.statement import StatementQuerySet
from people.forgetting import is_forgotten
from public.citing.files import with_links
from public.query_string import QueryString
from publishing.middleware import Moved
from publishing.models import OldAddress
from publishing.questions import Given, StandingQuestion, given_key

PER_PAGE = 20
FORGOTTEN = gettext_lazy(
    "Whoever stood here took part in an event and has asked that nothing here should name them. What was said stays "
    "where the editors have left it, as a participant’s."
)
#: The heading of the notice in the place of a record, by the name of its kind.
WITHDRAWN = {
    "event": gettext_lazy("This event has been withdrawn"),
    "opinion": gettext_lazy("This opinion has been withdrawn"),
    "page": gettext_lazy("This page has been withdrawn"),
}


class Gone(Exception):
    """The record was public and has been withdrawn; ``page`` is the context of the notice in its place."""

    def __init__(self, **page):
        self.page = page


class NoSuchList(Http404):
    """A filter or page number that cannot be; says so, and where the unfiltered list is."""

    def __init__(self, problem: str, address: str):
        super().__init__(problem)
        self.problem, self.address = problem, address


def public_page(view):
    """A view that only shows; see ``with_ways_out``."""
    return require_safe(with_ways_out(view))


def with_ways_out(view):
    """A view whose ways out are pages too: 410 for what was withdrawn, 404 for a list that cannot be."""

    @wraps(view)
    def shown(request, *args, **kwargs):
        try:
            response = view(request, *args, **kwargs)
        except Gone as gone:
            response = render(request, "410.html", gone.page, status=410)
            return with_links(response, gone.page["cited"]) if "cited" in gone.page else response
        except NoSuchList as no_list:
            return render(request, "no_such_list.html", {"no_list": no_list}, status=404)
        if getattr(request, "previewed", None):
            response["Cache-Control"] = "private, no-store"
        return response

    return shown


@lru_cache(maxsize=100)
def _public_one(rows: Callable[[], Any], *names: str) -> StandingQuestion:
    by = {name: Given(name, TextField() if name == "slug" else BigIntegerField()) for name in names}
    return StandingQuestion(lambda: rows().published().filter(**by))


def find_public(request, rows_of: Callable[[], Any], **lookup: int | str) -> Any:
    """The one public row of ``rows_of()``; to editors of its kind also the one that is not public yet.

    ``rows_of`` is a function that stays, for what it asks is put together once.
    Raises Http404 when there is none for this visitor, and Gone when it has been withdrawn.
    """
    item = next(iter(_public_one(rows_of, *lookup).ask(**lookup)), None)
    if item:
        return item
    rows = rows_of()
    if hasattr(rows, "withdrawn"):
        withdrawn = rows.withdrawn().filter(**lookup).first()
        if withdrawn:
            raise Gone(
                title=WITHDRAWN[withdrawn._meta.model_name],
                note=withdrawn.withdrawal_note,
            )
    if may_preview(request, rows.model):
        item = rows.filter(**lookup).first()
    if item is None:
        raise Http404
    request.previewed = item
    return item


def find_speaker(request, rows_of: Callable[[], Any], slug: str) -> Any:
    """``find_public`` of a person; raises Gone where it was somebody's address who asked to be forgotten."""
    try:
        return find_public(request, rows_of, slug=slug)
    except Http404:
        if is_forgotten(reverse("people:speaker", args=[slug])):
            raise Gone(title=gettext_lazy("A speaker asked to be forgotten"), note=FORGOTTEN) from None
        raise


def moved_file(request, name: str) -> Moved:
    """To the file of that name at today's address of the page beside which it lay. Raises Http404 where no page was."""
    page = request.path_info.removesuffix(name)
    old = OldAddress.objects.select_related("content_type").filter(path=page).first()
    address = old.destination() if old else None
    if address is None:
        raise Http404
    return Moved(f"{address}{name}")


def may_preview(request: HttpRequest, model: type[Model]) -> bool:
    """Whether an editor is looking. Without a session cookie nobody is, and the session stays untouched:
    a public page that reads it would vary by cookie, and no cache could keep it."""
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return False
    return request.user.is_staff and request.user.has_perm(
        f"{model._meta.app_label}.change_{model._meta.model_name}"
    )


def or_no_list[Form: QueryString](asked: Form) -> Form:
    """``asked`` when it can be. Raises NoSuchList with what is wrong with it."""
    if not asked.is_valid():
        raise NoSuchList(" ".join(asked.problems), asked.whole)
    return asked


class CountedPaginator(Paginator):
    """Pages of a list of which it is known how long it is."""

    def __init__(self, rows, per_page: int, count: int):
        super().__init__(rows, per_page)
        self.count = count


class InYears:
    """What was said, newest first, of which it is known how many each year has: a page is looked for in its own years.

    To put all that was ever said in order for twenty of it takes the longer the more that is. ``said`` is what
    ``in_years`` makes.
    """

    def __init__(
        self, said: Callable[[int, int], StandingQuestion], of: int, years: Iterable[tuple[int, int]]
    ):
        self.said, self.of, self.years = said, of, sorted(years, reverse=True)

    def __getitem__(self, part: slice) -> list[Statement]:
        passed = before = 0
        wanted = []
        for year, number in self.years:
            if passed + number <= part.start:
                before = passed + number
            elif passed < part.stop:
                wanted.append(year)
            passed += number
        if not wanted:
            return []
        question = self.said(part.start - before, part.stop - before)
        return question.ask(of=self.of, first=date(min(wanted), 1, 1), last=date(max(wanted), 12, 31))


#: The days that are given with a question; as the value of a filter ``event__date__range``.
GIVEN_DAYS = Given("first", DateField()), Given("last", DateField())


def in_years(said: Callable[[Given], StatementQuerySet]) -> Callable[[int, int], StandingQuestion]:
    """For ``InYears``: the part of what was ``said`` by whom or on what is given, and on GIVEN_DAYS."""

    @lru_cache(maxsize=100)
    def part(start: int, stop: int) -> StandingQuestion:
        return StandingQuestion(lambda: said(given_key("of")).newest_first().for_hit()[start:stop])

    return part


def page_of(asked: QueryString, rows, per_page: int = PER_PAGE, count: int | None = None) -> Page:
    """The page of ``rows`` that is asked for, of which there are ``count``, where that is known.

    Raises NoSuchList when there is no such page.
    """
    paginator = Paginator(rows, per_page) if count is None else CountedPaginator(rows, per_page, count)
    try:
        return paginator.page(asked.page_number)
    except InvalidPage:
        raise NoSuchList(str(asked.unknown["page"]), asked.whole) from None
