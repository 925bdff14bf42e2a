"""What a list may be asked for. A part that is misspelt is refused: to ignore it would answer another question."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Annotated, Any, Literal

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db.models import Manager, Model, Q
from ninja import Field, Schema
from pydantic import BeforeValidator

from api.problems import Wrong
from events.models import Event
from events.quotation import Known
from public.query_string import FIRST_YEAR, LAST_YEAR, LONGEST_NAME, RecordField, as_text
from search.models import Kind
from search.query import LONGEST_QUERY

MOST_A_PAGE = 100
LAST_PAGE = 1_000_000
#: Beyond these no time zone reaches.
FIRST_MOMENT, LAST_MOMENT = datetime(1000, 1, 1, tzinfo=UTC), datetime(9000, 1, 1, tzinfo=UTC)


def one_of(values: Iterable[str]) -> Any:
    """A field that takes these words and no other."""
    words: list[Any] = list(values)
    return Field(pattern=f"^({'|'.join(map(re.escape, words))})$", json_schema_extra={"enum": words})


def written_as_a_day(value: Any) -> Any:
    """Raises ValueError for what begins with no day: a bare number would be taken for seconds since 1970.

    A moment is taken as we tell it: the "+" before its zone is a blank where it was not escaped.
    """
    if not re.match(r"\d{4}-\d{2}-\d{2}", str(value), re.ASCII):
        raise ValueError("Write 2026-11-29 or 2026-11-29T07:30:00Z.")
    return re.sub(r"(T\S+) (\d\d:\d\d)$", r"\1+\2", str(value))


Slug = Annotated[str, Field(pattern=r"^[-a-zA-Z0-9_]{1,100}$")]
Year = Annotated[int, Field(ge=FIRST_YEAR, le=LAST_YEAR)]
Number = Annotated[int, Field(ge=1, le=2**31 - 1)]
Moment = Annotated[datetime, BeforeValidator(written_as_a_day)]
EventKind = Annotated[str, one_of(Event.Kind.values)]
Evidence = Annotated[str, one_of(Known.values)]
Language = Annotated[str, one_of(code for code, _name in settings.LANGUAGES)]
SearchKind = Annotated[str, one_of(Kind.values)]


class Paging(Schema):
    page: int = Field(1, ge=1, le=LAST_PAGE)
    per_page: int = Field(MOST_A_PAGE, ge=1, le=MOST_A_PAGE)


class Changing(Paging):
    changed_since: Moment | None = Field(
        None, description="What is new, or was noticeably changed, since; without a zone, in UTC."
    )

    def changed(self, published: str = "publish_at") -> Q:
        if self.changed_since is None:
            return Q()
        since = within(self.changed_since)
        return Q(changed_at__gte=since) | Q(**{f"{published}__gte": since})


class Events(Changing):
    year: Year | None = None
    kind: EventKind | None = None
    topic: Slug | None = Field(None, description="By its address: the last part of it.")
    series: Slug | None = None
    speaker: Slug | None = Field(None, description="Who is listed as having taken part.")


class Statements(Changing):
    speaker: Slug | None = Field(None, description="By their address: the last part of it.")
    topic: Slug | None = None
    event: Number | None = Field(None, description="By its number.")
    year: Year | None = None
    evidence: Evidence | None = None
    language: Language | None = None


class Opinions(Changing):
    speaker: Slug | None = Field(None, description="Who signed it.")
    topic: Slug | None = None
    year: Year | None = None
    language: Language | None = None


class Speakers(Paging):
    q: str = Field("", max_length=LONGEST_NAME, description="A name, in any spelling.")


class Withdrawn(Paging):
    since: Moment | None = None


class Search(Schema):
    q: str = Field("", max_length=LONGEST_QUERY, description="Words, names, years, “phrases”.")
    kind: SearchKind | None = None
    speaker: Slug | None = None
    topic: Slug | None = None
    from_: Year | None = Field(None, alias="from", description="The first year.")
    to: Year | None = Field(None, description="The last year.")
    event_kind: EventKind | None = None
    evidence: Evidence | None = None
    language: Language | None = None
    sort: Literal["relevance", "date"] = "relevance"
    page: int = Field(1, ge=1, le=LAST_PAGE)


def within(moment: datetime) -> datetime:
    """``moment`` in UTC, no further from our time than an archive can hold anything."""
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    if not FIRST_MOMENT.year <= aware.year < LAST_MOMENT.year:
        return FIRST_MOMENT if aware.year < FIRST_MOMENT.year else LAST_MOMENT
    return aware.astimezone(UTC)


def only(request, asked: type[Schema]) -> None:
    """Raises Wrong where the query string has a part that ``asked`` has not."""
    known = {field.alias or name for name, field in asked.model_fields.items()}
    if unknown := sorted(request.GET.keys() - known):
        named = ", ".join(as_text(name)[:40] for name in unknown[:5])
        raise Wrong(400, f"Nothing can be asked for by: {named}. There are: {', '.join(sorted(known))}.")


def record(records: Manager, slug: str, called: str) -> Model:
    """The public record with that slug, or that had it once. Raises Wrong where there is none."""
    try:
        found: Any = RecordField(records).to_python(slug)
    except ValidationError:
        raise Wrong(404, f"There is no such {called} in the archive.") from None
    return found
