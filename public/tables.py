"""Records as rows of a table that a spreadsheet opens without harm."""

from collections.abc import Iterable, Iterator
from typing import Any

from publishing.spreadsheets import lines_of

COMMON = {"number": "number", "url": "url"}
#: Of each kind, its columns: their names, and where in the record they are found.
COLUMNS: dict[str, dict[str, str]] = {
    "events": {
        **COMMON,
        "title": "title",
        "kind": "kind",
        "date": "date",
        "end_date": "end_date",
        "format": "format",
        "happens": "happens",
        "happens_note": "happens_note",
        "city": "venue.city",
        "country": "venue.country",
        "language": "language",
        "counterparts": "counterparts",
        "record_rule": "record_rule",
        "series": "series.name",
        "topics": "topics",
        "speakers": "speakers",
        "lead": "lead",
        "recording": "recording",
        "source": "source",
        "cover": "cover.url",
        "cover_credit": "cover.credit",
        "cover_licence": "cover.licence",
        "licence": "licence",
        "rights": "rights",
        "corrections": "corrections",
        "published": "published",
        "changed": "changed",
    },
    "speakers": {
        **COMMON,
        "name": "name",
        "sort_name": "sort_name",
        "other_names": "other_names",
        "country": "country",
        "memberships": "memberships",
        "identifiers": "identifiers",
        "biography": "biography",
        "portrait": "portrait.url",
        "portrait_credit": "portrait.credit",
        "portrait_licence": "portrait.licence",
    },
    "statements": {
        **COMMON,
        "said_by": "said_by",
        "printed_post": "printed_post",
        "speaker": "speaker.number",
        "jointly_with": "jointly_with.printed_name",
        "jointly_with_post": "jointly_with.printed_post",
        "jointly_with_speaker": "jointly_with.speaker.number",
        "not_for_attribution": "not_for_attribution",
        "session": "session",
        "evidence": "evidence",
        "evidence_in_words": "evidence_in_words",
        "words": "words",
        "language": "language",
        "date": "date",
        "event": "event.title",
        "event_url": "event.url",
        "topics": "topics",
        "prefix": "place.prefix",
        "suffix": "place.suffix",
        "licence": "licence",
        "rights": "rights",
        "corrections": "corrections",
        "changed": "changed",
    },
    "opinions": {
        **COMMON,
        "title": "title",
        "authors": "authors",
        "date": "date",
        "language": "language",
        "counterparts": "counterparts",
        "lead": "lead",
        "first_appeared_at": "first_appeared_at",
        "licence": "licence",
        "rights": "rights",
        "topics": "topics",
        "corrections": "corrections",
        "published": "published",
        "changed": "changed",
    },
    "topics": {**COMMON, "name": "name", "description": "description"},
    "series": {**COMMON, "name": "name", "description": "description"},
    "corrections": {
        "number": "number",
        "date": "date",
        "text": "text",
        "of_kind": "of.kind",
        "of_number": "of.number",
        "of_url": "of.url",
    },
    "withdrawn": {
        "kind": "kind",
        **COMMON,
        "withdrawn": "withdrawn",
        "note": "note",
    },
    #: What a search finds is of several kinds.
    "hits": {
        "kind": "kind",
        "number": "record.number",
        "url": "record.url",
        "date": "record.date",
        "title": "record.title",
        "name": "record.name",
        "said_by": "record.said_by",
        "evidence": "record.evidence",
        "words": "record.words",
        "event": "record.event.title",
        "authors": "record.authors",
    },
}
#: How one record is known says nothing in a cell that lists several.
NOT_IN_A_LIST = {"id", "number", "url", "speaker"}


def csv_lines(kind: str, records: Iterable[dict[str, Any]]) -> Iterator[str]:
    """A head and a line a record, as RFC 4180 has them."""
    columns = COLUMNS[kind]
    yield from lines_of([columns])
    yield from lines_of([cell(found(record, path)) for path in columns.values()] for record in records)


def found(record: dict[str, Any], path: str) -> Any:
    """What stands in ``record`` at a path such as "event.title"; None where there is nothing."""
    value: Any = record
    for key in path.split("."):
        value = (value or {}).get(key)
    return value


def cell(value: Any) -> str:
    if isinstance(value, list):
        return " | ".join(", ".join(_texts(one)) for one in value)
    return "" if value is None else str(value)


def _texts(value: dict[str, Any]) -> Iterator[str]:
    for key, part in value.items():
        if key not in NOT_IN_A_LIST and part:
            yield from _texts(part) if isinstance(part, dict) else [str(part)]
