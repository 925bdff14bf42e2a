"""The search page: a function read from top to bottom, and what its template is given."""

from dataclasses import dataclass
from typing import Any, NamedTuple

from django.core.paginator import Paginator
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from events.models import Statement
from public.listing import hits_as_file
from public.meta import PageMeta, title_of_list
from public.search.facets import ask_for_wider_hits, facets, speaking_most
from public.search.form import SearchForm
from public.search.showing import Found, people, shown
from public.search.suggesting import suggestions
from public.search.widening import ways_to_widen
from search.asking import OVERVIEW, PAGE_SIZE, Answer
from search.finding import MOST_COUNTED, MOST_RANKED
from search.log import remember
from search.models import Kind
from search.numbers import number_in
from search.query import LONGEST_QUERY, MOST_TERMS

LONGEST_TITLE = 80


@require_safe
def search(request):
    """People by any of their names, then what was said and written; to htmx the results alone."""
    form = SearchForm(request.GET)
    if not form.is_valid():
        return _page(request, form, {"problems": form.problems}, status=404)
    question = form.question()
    narrowed = form.narrowed_by()
    if not question.typed and not narrowed:
        return _page(request, form, {"nothing_asked": True})

    answer = Answer(question, form.cleaned_data["who"])
    if form.cleaned_data["format"]:
        whole = not answer.hits.more and len(answer.ordered) == len(answer.hits)
        return hits_as_file(form, answer.ordered, whole)
    ask_for_wider_hits(answer)
    if question.page > answer.pages:
        return _page(request, form, {"problems": [_("There is no such page of these results.")]}, status=404)
    found = people(answer) if is_overview(form) else []
    # Whose name is only like what was typed stands behind what has the very words.
    alike = [person for person in found if not person.named and answer.hits and answer.known.are_all_used]
    context: dict[str, Any] = {
        "answer": answer,
        "people": [person for person in found if person not in alike],
        "alike": alike,
        "events_of": year_with_events(answer),
        "numbered": numbered(question.typed),
        "chosen": chosen(form),
        "orders": orders(form) if answer.query else [],
        "files": form.to_take_along,
        "feed": form.address(reverse("search:feed")),
    }
    if not answer.hits:
        context["ways"] = ways_to_widen(answer, form)
    else:
        context |= {"facets": facets(answer, form)} | (
            paged(answer) if answer.is_paged else overview(answer, form)
        )
    there = context["numbered"] is not None and context["numbered"].statement is not None
    context["people_and_hits"] = len(found) + len(answer.hits) + there
    if not narrowed and question.page == 1 and "who" not in form.data:  # which is the same search looked at
        remember(question.typed, context["people_and_hits"])
    return _page(request, form, context)


def _page(request, form: SearchForm, context: dict, status: int = 200):
    typed = form.cleaned_data["q"]
    context |= {
        "section": "search",
        "form": form,
        "query": typed,
        "bounds": {
            "counted": MOST_COUNTED,
            "ranked": MOST_RANKED,
            "letters": LONGEST_QUERY,
            "words": MOST_TERMS,
        },
        "meta": PageMeta(
            title=title_of(form),
            path=form.address(),
            description=_("Who said what, found by a name in any spelling and by words."),
        ),
    }
    # Going back to what it has forgotten, htmx asks for the whole page.
    in_part = request.htmx and not request.htmx.history_restore_request
    template = "search/search.html#results" if in_part else "search/search.html"
    response = render(request, template, context, status=status)
    patch_vary_headers(response, ["HX-Request", "HX-History-Restore-Request"])
    return response


@require_safe
def suggest(request):
    """A list of people, topics and events for what is being typed: a fragment for combobox.js."""
    typed = SearchForm({"q": request.GET.get("q", "")})
    typed.is_valid()
    only_people = request.GET.get("of") == "people"
    groups = suggestions(typed.cleaned_data["q"], only_people)
    number = sum(len(group.options) for group in groups)
    return render(request, "search/suggestions.html", {"groups": groups, "number": number})


def title_of(form: SearchForm) -> str:
    """ "Search for water: Artyom Lukin, 2019–2023, page 2": one search told from another in a list of tabs."""
    if not form.is_valid():
        return _("Search")
    asked = form.cleaned_data
    typed = asked["q"][:LONGEST_TITLE]
    named = [form.label_of(name) for name in form.narrowed_by() if name not in ("from", "to")]
    years = [form.years_in_words] if form.years_in_words else []
    return title_of_list(
        _("Search for %(words)s") % {"words": typed} if typed else _("Search"),
        [*named, *years],
        form.page_number,
    )


def year_with_events(answer: Answer) -> int | None:
    """The year in which there are events, where nothing but a time is asked for."""
    if not answer.query.is_time:
        return None
    years = {time.year for time in answer.query.times}
    there = {hit.date.year for hit in answer.hits.rows if hit.kind == Kind.EVENT}
    return max(years & there, default=None)


class Numbered(NamedTuple):
    """A position that was asked for by its number: as it is shown, or its address, where it was withdrawn."""

    number: int
    statement: Statement | None
    withdrawn: str


def numbered(typed: str) -> Numbered | None:
    """What bears the number that is all that was typed, if anything does."""
    number = number_in(typed)
    if number is None:
        return None
    statement = Statement.objects.published().for_list().filter(pk=number).first()
    gone = None if statement else Statement.objects.withdrawn().filter(pk=number).first()
    return Numbered(number, statement, gone.get_absolute_url() if gone else "")


def is_overview(form: SearchForm) -> bool:
    """Whether all kinds are shown beside each other, people above them."""
    asked = form.cleaned_data
    return not (asked["kind"] or asked["speaker"] or (asked["page"] or 1) > 1)


@dataclass(frozen=True)
class Chosen:
    """A narrowing in force, and the address of the search without it."""

    label: str
    address: str


def chosen(form: SearchForm) -> list[Chosen]:
    asked = form.cleaned_data
    found = [
        Chosen(form.label_of(name), form.address(**{name: ""}))
        for name in form.narrowed_by()
        if name not in ("from", "to")
    ]
    if asked["from"] or asked["to"]:
        found.append(Chosen(form.years_in_words, form.address(**{"from": "", "to": ""})))
    return found


@dataclass(frozen=True)
class Order:
    label: str
    address: str
    current: bool


def orders(form: SearchForm) -> list[Order]:
    now = form.cleaned_data["sort"] or "relevance"
    return [
        Order(_("By relevance"), form.address(sort=""), now == "relevance"),
        Order(_("Newest first"), form.address(sort="date"), now == "date"),
    ]


def paged(answer: Answer) -> dict[str, Any]:
    hits = Paginator(answer.ordered, PAGE_SIZE)
    return {"page": hits.page(answer.question.page), "sections": [page_of_hits(answer)]}


def overview(answer: Answer, form: SearchForm) -> dict[str, Any]:
    return {"sections": sections(answer, form), "most": speaking_most(answer, form)}


@dataclass(frozen=True)
class Section:
    """Hits of one kind, or of all (a blank), and the address of all of them, blank where these are all."""

    kind: str
    label: str
    count: int
    rows: list[Found]
    address: str


def page_of_hits(answer: Answer) -> Section:
    """A page of all hits, or of all of one kind."""
    kind = answer.question.narrowing.kind
    label = Kind(kind).label if kind else _("Results")
    return Section(kind, str(label), len(answer.hits), shown(answer, answer.on_page), "")


def sections(answer: Answer, form: SearchForm) -> list[Section]:
    found = shown(answer, answer.on_page)
    return [
        Section(
            kind.value,
            str(kind.label),
            max(answer.counts[kind], len(rows)),
            rows,
            form.address(kind=kind.value),
        )
        for kind in OVERVIEW
        if (rows := [one for one in found if one.kind == kind])
    ]
