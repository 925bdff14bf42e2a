"""The API: every public record as JSON, to read. Each list starts from ``published()``, in ``public.records``."""

from copy import deepcopy
from functools import cached_property
from typing import Any, cast
from urllib.parse import urlencode

from django.core.paginator import EmptyPage, Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from ninja import NinjaAPI, Query
from ninja.errors import ValidationError as BadParameters
from ninja.openapi.schema import OpenAPISchema
from ninja.renderers import JSONRenderer

from api import asked, shapes
from api.problems import CONTENT_TYPE, Wrong, problem
from events.models import Appearance, Series, Topic
from events.quotation import Known
from house.now import the_house
from people.matching import find_speakers
from people.models import Speaker
from public.listing import hit_data, records_of_hits
from public.meta import absolute
from public.query_string import as_text
from public.records import DATA, DATA_IN_FULL, ROWS, ROWS_IN_FULL, tombstone, withdrawn, withdrawn_rows
from public.search.form import SearchForm
from publishing.history import today
from publishing.keys import could_be_key
from publishing.middleware import Moved
from search.asking import Answer

MATCHES_OF_A_NAME = 100
#: Kinds of which what is gone leaves a tombstone.
WITH_TOMBSTONES = {"events", "statements", "opinions"}


class Renderer(JSONRenderer):
    """Letters of any script as they are."""

    json_dumps_params = {"ensure_ascii": False}


class Api(NinjaAPI):
    """Describes its errors as what they are, and says whose data they are and under which licence."""

    @cached_property
    def _described(self) -> dict[str, Any]:
        """What is the same for whoever asks: it takes a tenth of a second to find out."""
        return dict(super().get_openapi_schema())

    def get_openapi_schema(self, **_options) -> OpenAPISchema:
        schema = deepcopy(self._described)
        house = the_house()
        about = schema["info"]
        about["title"] = f"{house.name}: data"
        about["description"] += f" Licence: {house.licence_name or 'none is given'}."
        if house.licence_url:
            about["license"] = {"name": house.licence_name, "url": house.licence_url}
        for path in schema["paths"].values():
            for operation in path.values():
                for status, answer in operation["responses"].items():
                    if int(status) >= 400:
                        answer["content"] = {CONTENT_TYPE: answer["content"]["application/json"]}
        return cast(OpenAPISchema, schema)


api = Api(
    version="1",
    description=(
        "Every public record of the archive as JSON, to read, without a key. Each statement carries its evidence and "
        "its corrections: set quotation marks only where “words” has them. What was withdrawn answers 410, and stands "
        "in /withdrawn/."
    ),
    urls_namespace="api",
    renderer=Renderer(),
    docs_url=None,
)


@api.exception_handler(Wrong)
def told(request: HttpRequest, wrong: Any) -> HttpResponse:
    return problem(wrong.status, wrong.detail, **wrong.more)


@api.exception_handler(Http404)
def not_found(request: HttpRequest, exception: Any) -> HttpResponse:
    return problem(404)


@api.exception_handler(BadParameters)
def bad_parameters(request: HttpRequest, exception: Any) -> HttpResponse:
    wrong = [f"{error['loc'][-1]}: {error['msg']}" for error in exception.errors]
    return problem(400, "; ".join(wrong))


BAD = {400: shapes.Problem, 404: shapes.Problem}


def lists(shape: type[shapes.Shape]) -> dict:
    return {200: shapes.page_of(shape), **BAD}


def listed(request: HttpRequest, kind: str, rows: QuerySet | list, wanted: asked.Paging) -> dict:
    """One page of ``rows``, records of ``kind`` or data already. Raises Wrong where there is no such page."""
    paginator = Paginator(rows, wanted.per_page)
    try:
        page = paginator.page(wanted.page)
    except EmptyPage:
        raise Wrong(404, "There is no such page in this list.") from None
    results = list(page) if kind == "withdrawn" else [DATA[kind](row) for row in page]
    return {
        "count": paginator.count,
        "next": beside(request, wanted.page + 1) if page.has_next() else None,
        "previous": beside(request, wanted.page - 1) if page.has_previous() else None,
        "results": results,
    }


def beside(request: HttpRequest, page: int) -> str:
    """The address of another page of the list that is asked for."""
    return absolute(f"{request.path}?{urlencode({**request.GET.dict(), 'page': page})}")


def one(kind: str, number: int) -> dict:
    """One record in full. Raises Wrong: 410 with its tombstone where it was public, 404 where it never was."""
    row = ROWS_IN_FULL[kind]().filter(pk=number).first()
    if row is not None:
        return DATA_IN_FULL[kind](row)
    if kind in WITH_TOMBSTONES:
        gone = withdrawn_rows()[kind].filter(pk=number).first()
        if gone is not None:
            left = tombstone(gone)
            raise Wrong(410, left["note"], withdrawn=left)
    raise Wrong(404, "There is no such record in the archive.")


@api.get("/", response=dict[str, str], url_name="index", summary="Where the lists are")
def index(request):
    names = [*ROWS, "withdrawn", "search"]
    return {name: absolute(reverse(f"api:{name}")) for name in names} | {
        "description": absolute(reverse("api:openapi-json"))
    }


@api.get("/events/", response=lists(shapes.Event), url_name="events", summary="Events, newest first")
def events(request, wanted: Query[asked.Events]):
    asked.only(request, asked.Events)
    rows = ROWS["events"]().filter(wanted.changed())
    if wanted.year:
        rows = rows.filter(date__year=wanted.year)
    if wanted.kind:
        rows = rows.filter(kind=wanted.kind)
    if wanted.topic:
        rows = rows.filter(topics=asked.record(Topic.objects, wanted.topic, "topic"))
    if wanted.series:
        rows = rows.filter(series=asked.record(Series.objects, wanted.series, "series"))
    if wanted.speaker:
        speaker = asked.record(Speaker.objects, wanted.speaker, "speaker")
        rows = rows.filter(pk__in=Appearance.objects.published().filter(speaker=speaker).values("event"))
    return listed(request, "events", rows, wanted)


@api.get(
    "/events/{int:number}/",
    response={200: shapes.EventInFull, 404: shapes.Problem, 410: shapes.Gone},
    url_name="event",
    summary="One event, with its report",
)
def event(request, number: int):
    return one("events", number)


@api.get(
    "/statements/",
    response=lists(shapes.Statement),
    url_name="statements",
    summary="Statements, newest first",
)
def statements(request, wanted: Query[asked.Statements]):
    asked.only(request, asked.Statements)
    rows: Any = ROWS["statements"]().filter(wanted.changed("event__publish_at"))
    if wanted.speaker:
        rows = rows.by([asked.record(Speaker.objects, wanted.speaker, "speaker").pk])
    if wanted.topic:
        rows = rows.filter(topics=asked.record(Topic.objects, wanted.topic, "topic"))
    if wanted.event:
        rows = rows.filter(event=wanted.event)
    if wanted.year:
        rows = rows.filter(event__date__year=wanted.year)
    if wanted.evidence:
        rows = rows.known(Known(wanted.evidence))
    if wanted.language:
        rows = rows.filter(event__language=wanted.language)
    return listed(request, "statements", rows, wanted)


@api.get(
    "/statements/{int:number}/",
    response={200: shapes.Statement, 404: shapes.Problem, 410: shapes.Gone},
    url_name="statement",
    summary="One statement",
)
def statement(request, number: int):
    return one("statements", number)


@api.get("/opinions/", response=lists(shapes.Opinion), url_name="opinions", summary="Opinions, newest first")
def opinions(request, wanted: Query[asked.Opinions]):
    asked.only(request, asked.Opinions)
    rows = ROWS["opinions"]().filter(wanted.changed())
    if wanted.speaker:
        rows = rows.filter(authors=asked.record(Speaker.objects, wanted.speaker, "speaker"))
    if wanted.topic:
        rows = rows.filter(topics=asked.record(Topic.objects, wanted.topic, "topic"))
    if wanted.year:
        rows = rows.filter(date__year=wanted.year)
    if wanted.language:
        rows = rows.filter(language=wanted.language)
    return listed(request, "opinions", rows, wanted)


@api.get(
    "/opinions/{int:number}/",
    response={200: shapes.OpinionInFull, 404: shapes.Problem, 410: shapes.Gone},
    url_name="opinion",
    summary="One opinion, with its text where the archive holds it",
)
def opinion(request, number: int):
    return one("opinions", number)


@api.get(
    "/speakers/", response=lists(shapes.Speaker), url_name="speakers", summary="Speakers, as they are filed"
)
def speakers(request, wanted: Query[asked.Speakers]):
    asked.only(request, asked.Speakers)
    rows = ROWS["speakers"]()
    if name := as_text(wanted.q):
        rows = rows.filter(pk__in=[match.speaker.pk for match in find_speakers(name, MATCHES_OF_A_NAME)])
    return listed(request, "speakers", rows, wanted)


@api.get(
    "/speakers/{int:number}/",
    response={200: shapes.Speaker, 301: None, 404: shapes.Problem},
    url_name="speaker",
    summary="One speaker, with spellings and posts; one who was found to be another leads there",
)
def speaker(request, number: int):
    try:
        return one("speakers", number)
    except Wrong:
        became = today(Speaker, [number])[number] if could_be_key(str(number)) else None
        if not Speaker.objects.published().filter(pk=became).exists():
            raise
        return Moved(reverse("api:speaker", args=[became]))


@api.get("/topics/", response=lists(shapes.Subject), url_name="topics", summary="Topics by name")
def topics(request, wanted: Query[asked.Paging]):
    asked.only(request, asked.Paging)
    return listed(request, "topics", ROWS["topics"](), wanted)


@api.get(
    "/topics/{int:number}/",
    response={200: shapes.Subject, 404: shapes.Problem},
    url_name="topic",
    summary="One topic",
)
def topic(request, number: int):
    return one("topics", number)


@api.get("/series/", response=lists(shapes.Subject), url_name="series", summary="Series of events by name")
def series(request, wanted: Query[asked.Paging]):
    asked.only(request, asked.Paging)
    return listed(request, "series", ROWS["series"](), wanted)


@api.get(
    "/series/{int:number}/",
    response={200: shapes.Subject, 404: shapes.Problem},
    url_name="one_series",
    summary="One series",
)
def one_series(request, number: int):
    return one("series", number)


@api.get(
    "/corrections/",
    response=lists(shapes.CorrectionOf),
    url_name="corrections",
    summary="Corrections of what is public, newest first",
)
def corrections(request, wanted: Query[asked.Paging]):
    asked.only(request, asked.Paging)
    return listed(request, "corrections", ROWS["corrections"](), wanted)


@api.get(
    "/withdrawn/",
    response=lists(shapes.Tombstone),
    url_name="withdrawn",
    summary="Tombstones of what was public and is not, newest first",
)
def gone(request, wanted: Query[asked.Withdrawn]):
    """For whoever keeps a copy: take these out of it."""
    asked.only(request, asked.Withdrawn)
    since = asked.within(wanted.since).isoformat() if wanted.since else ""
    return listed(request, "withdrawn", [one for one in withdrawn() if one["withdrawn"] >= since], wanted)


@api.get(
    "/search/",
    response=lists(shapes.Hit) | {503: shapes.Problem},
    url_name="search",
    summary="What the search of the site finds, twenty a page",
)
def search(request, wanted: Query[asked.Search]):
    asked.only(request, asked.Search)
    form = SearchForm(request.GET)
    if not form.is_valid():
        raise Wrong(404, " ".join(form.problems))
    answer = Answer(form.question())
    if not form.question().typed and not form.narrowed_by():
        return {"count": 0, "next": None, "previous": None, "results": []}
    if wanted.page > answer.pages:
        raise Wrong(404, "There is no such page of these results.")
    return {
        "count": len(answer.hits),
        "next": beside(request, wanted.page + 1) if wanted.page < answer.pages else None,
        "previous": beside(request, wanted.page - 1) if wanted.page > 1 else None,
        "results": [hit_data(row) for row in records_of_hits(answer.shown)],
    }
