"""A public record as readers knew it on a day, by its versions: what a citation names can be called up again.

It is still the archive of today that shows it. What was taken back since is taken out of the old text too, and who said
a statement is told only where that is so today: of a name that was wrong, or is given up, no page goes on telling.
"""

from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass
from datetime import date
from typing import Any

from events.models import Event, Statement
from events.models.statement import WHO
from events.passages import redact
from events.places import Report, Text
from events.standing import name_of
from events.withdrawing import GAP, public_report, public_text, public_title, with_gaps
from opinions.models import Opinion
from publishing.as_of import document_on
from publishing.models import bring_public_corrections
from publishing.noticed import beginning_of
from publishing.wholes import Document, Row

#: Of a statement, what its words and their evidence are; the rest of it is today's.
WORDS = ("text", "evidence", "own_words")


@dataclass(frozen=True)
class Said:
    """One position of that day; ``by`` is blank where it is told of somebody else today."""

    statement: Statement
    by: str
    post: str


@dataclass(frozen=True)
class AsItStood:
    title: str
    lead: str
    body: str  # as HTML
    said: tuple[Said, ...] = ()
    byline: str = ""
    is_withheld: bool = False  # earlier texts may tell who said what is not for attribution now


def event_on(event: Event, day: date) -> AsItStood | None:
    """``event``, which is public today, as it stood at the end of ``day``; None where readers did not have it."""
    document = None if event.under_the_rule else document_on(event, day)
    if document is None:
        return None
    if event.statements.filter(not_for_attribution=True).exists():
        return AsItStood(public_title(event), "", "", is_withheld=True)
    then = _as_of(event, document, ("title", "lead", "report", "cover_alt", "happens_note", "language"))
    text, gone = public_text(then), _TakenBack(day)
    return AsItStood(
        gone.without(text.title, event, "title"),
        gone.without(text.lead, event, "lead"),
        gone.without(public_report(then), event, "report"),
        tuple(_said(then, document, gone)),
    )


def statement_on(statement: Statement, day: date) -> AsItStood | None:
    """The same of one statement, under the title of its event."""
    whole = event_on(statement.event, day)
    if whole is None or whole.is_withheld:
        return whole
    said = tuple(one for one in whole.said if one.statement.pk == statement.pk)
    return AsItStood(whole.title, "", "", said) if said else None


def opinion_on(opinion: Opinion, day: date) -> AsItStood | None:
    """The same of an opinion; who has been taken from its authors since is not named."""
    document = document_on(opinion, day)
    if document is None:
        return None
    still = {one.pk for one in opinion.authorships.all()}
    authors = [row["printed_name"] for row in document["parts"].get("authorships", ()) if row["id"] in still]
    fields, gone = document["fields"], _TakenBack(day)
    title, lead, body = (gone.without(fields[name], opinion, name) for name in ("title", "lead", "body"))
    return AsItStood(title, lead, body, byline=", ".join(authors))


class _TakenBack:
    """What was withdrawn on a day or since, wherever it was: other texts had its words as well, and lost them then."""

    def __init__(self, day: date):
        self.statements = list(Statement.objects.filter(withdrawn_at__gte=beginning_of(day)))

    def without(self, words: str, record: Any, field: str) -> str:
        """An old text of ``record`` with a gap for each that was not left standing there."""
        for one in self.statements:
            if name_of(record, field) in one.left_standing:
                continue
            text = Report(words) if field in ("report", "body") else Text(words)
            places = text.shares(one.text)
            if places:
                words = redact(text, places, GAP) if isinstance(text, Report) else with_gaps(words, places)
        return words


def _as_of(record: Any, document: Document, names: tuple[str, ...]) -> Any:
    then = copy(record)
    for name in names:
        setattr(then, name, document["fields"].get(name, getattr(record, name)))
    return then


def _said(event: Event, document: Document, gone: _TakenBack) -> Iterator[Said]:
    seats = {row["id"]: row for row in document["parts"].get("appearances", ())}
    public = Statement.objects.published().filter(event=event).select_related(*WHO, "own_word")
    today = {one.pk: one for one in public}
    bring_public_corrections(*today.values())
    for row in sorted(document["parts"].get("statements", ()), key=lambda row: (row["order"], row["id"])):
        if statement := today.get(row["id"]):
            then = _as_of(statement, {"fields": row}, WORDS)
            then.event, then.text = event, gone.without(then.text, statement, "text")
            yield Said(then, *_by(statement, row, seats))


def _by(today: Statement, row: Row, seats: dict[int, Row]) -> tuple[str, str]:
    if (today.appearance_id, today.jointly_with_id) != (row["appearance"], row["jointly_with"]):
        return "", ""
    if today.appearance_id is None:
        return (today.attribution, "") if today.attribution == row["attribution"] else ("", "")
    printed = seats.get(row["appearance"]) if row["jointly_with"] is None else None
    return (printed["printed_name"], printed["printed_post"]) if printed else (today.said_by, "")
