"""A list as a file to take along: CSV, JSON or RIS, written row by row and bounded."""

import json
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any

from django.db.models import QuerySet
from django.http import StreamingHttpResponse
from django.utils.timezone import localdate

from events.models import Event, Statement, Topic
from house.now import the_house
from opinions.models import Opinion
from people.models import Speaker
from public.citing.files import ris
from public.citing.reference import (
    Reference,
    refer_to_event,
    refer_to_opinion,
    refer_to_speaker,
    refer_to_statement,
    refer_to_topic,
)
from public.meta import absolute
from public.query_string import QueryString
from public.records import DATA, ROWS
from public.tables import csv_lines
from search.finding import Hit

#: Rows of one file; the whole archive lies at /data/.
MOST_ROWS = 5_000
#: Rows that are in memory at a time.
CHUNK = 1_000
TYPES = {
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
    "ris": "application/x-research-info-systems; charset=utf-8",
}
KINDS: dict[type, str] = {
    Event: "events",
    Statement: "statements",
    Opinion: "opinions",
    Speaker: "speakers",
    Topic: "topics",
}
REFERENCES: dict[type, Callable[[Any], Reference]] = {
    Event: lambda event: refer_to_event(event, event.listed_appearances),
    Statement: refer_to_statement,
    Opinion: refer_to_opinion,
    Speaker: refer_to_speaker,
    Topic: refer_to_topic,
}


def list_as_file(asked: QueryString, kind: str, wanted: QuerySet) -> StreamingHttpResponse:
    """The records of ``kind`` that are ``wanted``, in their order, as the file that is ``asked`` for."""
    order = wanted.query.order_by
    rows = ROWS[kind]().filter(pk__in=wanted.order_by().values("pk"))
    rows = (rows.order_by(*order) if order else rows)[: MOST_ROWS + 1]
    return as_file(asked, kind, rows.iterator(chunk_size=CHUNK))


def hits_as_file(asked: QueryString, hits: list[Hit], whole: bool) -> StreamingHttpResponse:
    """What a search has found, of several kinds, in its order; ``whole`` says whether these are all."""
    return as_file(asked, "hits", records_of_hits(hits), whole)


def records_of_hits(hits: list[Hit]) -> Iterator[Any]:
    """The records behind ``hits``, once more through the gate, in their order."""
    found: dict[tuple[str, int], Any] = {}
    for model, kind in KINDS.items():
        called = model.__name__.lower()
        wanted = [hit.object_id for hit in hits if hit.kind == called]
        if wanted:
            found |= {(called, row.pk): row for row in ROWS[kind]().filter(pk__in=wanted)}
    for hit in hits:
        if record := found.get((hit.kind, hit.object_id)):
            yield record


def hit_data(record: Any) -> dict[str, Any]:
    return {"kind": record._meta.model_name, "record": DATA[KINDS[type(record)]](record)}


def as_file(asked: QueryString, kind: str, rows: Iterable, whole: bool = True) -> StreamingHttpResponse:
    ending = asked.cleaned_data["format"]
    lines = WRITERS[ending](kind, rows, asked, whole)
    response = StreamingHttpResponse(lines, content_type=TYPES[ending])
    place = asked.whole.strip("/").rpartition("/")[2]
    name = kind if place == kind else f"{place}-{kind}"
    response["Content-Disposition"] = f'attachment; filename="{name}.{ending}"'
    response["X-Robots-Tag"] = "noindex"
    return response


def _data(kind: str, rows: Iterable) -> Iterator[dict[str, Any]]:
    tell = hit_data if kind == "hits" else DATA[kind]
    return map(tell, rows)


def _csv(kind: str, rows: Iterable, *_told) -> Iterator[str]:
    return csv_lines(kind, _data(kind, islice(rows, MOST_ROWS)))


def _ris(kind: str, rows: Iterable, *_told) -> Iterator[str]:
    for row in islice(rows, MOST_ROWS):
        yield ris(REFERENCES[type(row)](row))


def _json(kind: str, rows: Iterable, asked: QueryString, whole: bool) -> Iterator[str]:
    """What the list is, then its records one a line, then how many they are and whether these are all."""
    rows = iter(rows)
    head = {
        "list": absolute(asked.address()),
        "licence": the_house().licence_url,
        "date": localdate().isoformat(),
    }
    yield f'{json.dumps(head, ensure_ascii=False)[:-1]}, "results": [\n'
    number = 0
    for number, record in enumerate(_data(kind, islice(rows, MOST_ROWS)), start=1):
        yield ("" if number == 1 else ",\n") + json.dumps(record, ensure_ascii=False)
    complete = whole and next(rows, None) is None
    yield f'\n], "count": {number}, "complete": {json.dumps(complete)}}}\n'


WRITERS: dict[str, Callable[[str, Iterable, QueryString, bool], Iterator[str]]] = {
    "csv": _csv,
    "json": _json,
    "ris": _ris,
}
