"""The hits as the page shows them: each record with its passage, and the words that matched marked."""

from collections.abc import Callable, Set
from dataclasses import dataclass
from functools import cached_property
from typing import Any, cast

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language_info, gettext
from django.utils.translation import gettext as _

from events.models import Event, Statement
from events.passages import statement_html
from events.withdrawing import public_report, public_text, public_title
from people.matching import Match
from people.models import NameVariant, Speaker
from people.names import fold
from public.speakers import people_in_lists
from publishing.questions import OneOf, StandingQuestion
from publishing.richtext import plain_text
from search.asking import RECORDS, Answer, Record
from search.finding import Hit
from search.marking import mark_words, passage
from search.models import Kind
from search.tokens import has_in_its_body


@dataclass(frozen=True)
class Found:
    """A hit with its record; what it returns as HTML is escaped, but for the marks."""

    kind: str
    record: Record
    wanted: Set[str]
    #: Whether its text may have a word that is wanted: else it need not be looked through, nor be read.
    may_have_a_passage: bool = True

    @property
    def said_by(self) -> SafeString:
        """Of a statement."""
        return self.marked(cast(Statement, self.record).said_by)

    def marked(self, name: str) -> SafeString:
        return mark_words(escape(name), self.wanted)

    @property
    def words(self) -> SafeString:
        """A statement's words, with quotation marks by its evidence."""
        statement = cast(Statement, self.record)
        html = statement_html(statement.text, statement.known, statement.event.language)
        return mark_words(html, self.wanted)

    @property
    def title(self) -> SafeString:
        return mark_words(escape(public_title(self.record)), self.wanted)

    @cached_property
    def passage(self) -> SafeString:
        """Of an event, an opinion or a topic, the stretch of its text that matched; blank where none did."""
        if not self.may_have_a_passage:
            return mark_safe("")
        return passage(TEXTS[self.kind](self.record), self.wanted)


TEXTS: dict[str, Callable[[Any], str]] = {
    Kind.EVENT: lambda event: f"{public_text(event).lead}\n{plain_text(public_report(event))}",
    Kind.OPINION: lambda opinion: f"{opinion.lead}\n{plain_text(opinion.body)}",
    Kind.TOPIC: lambda topic: topic.description,
}


#: Where what matched may stand in the report of an event, they come with these.
WITH_REPORTS = RECORDS | {
    Kind.EVENT: StandingQuestion(
        lambda: Event.objects.published().for_list().defer(None).defer("fold").filter(OneOf("pk"))
    )
}


def shown(answer: Answer, hits: list[Hit]) -> list[Found]:
    """In the order of ``hits``; what has ceased to be public in this very moment is left out."""
    wanted = answer.query.wanted
    texts = [hit.id for hit in hits if wanted and hit.kind != Kind.STATEMENT]
    tokens = answer.hits.words_of(texts)
    with_passage = {
        hit_id for hit_id in texts if hit_id not in tokens or has_in_its_body(tokens[hit_id], wanted)
    }
    reads_reports = any(hit.id in with_passage for hit in hits if hit.kind == Kind.EVENT)
    records = answer.records(hits, WITH_REPORTS if reads_reports else RECORDS)
    return [
        Found(hit.kind, records[hit.kind, hit.object_id], wanted, hit.id in with_passage)
        for hit in hits
        if (hit.kind, hit.object_id) in records
    ]


@dataclass(frozen=True)
class Person:
    """Somebody whom the query may mean: with the record, what tells namesakes apart, and why they are here."""

    speaker: Speaker
    spelling: str
    language: str
    how: str
    close_to: str
    here: int
    score: float
    named: bool


def people(answer: Answer) -> list[Person]:
    found = answer.people
    if not found:
        return []
    public = people_in_lists([match.speaker.pk for match in found])
    here = answer.hits.count_by("speakers")
    return [
        Person(
            speaker=public[match.speaker.pk],
            spelling=match.spelling if match.by_another_spelling else "",
            language=match.variant.language if match.variant else "",
            how=how_spelled(match.variant) if match.variant else "",
            close_to=_close_to(match, answer.question.typed),
            here=here[str(match.speaker.pk)],
            score=round(match.score, 3),
            named=match.named,
        )
        for match in found
        if match.speaker.pk in public
    ]


def how_spelled(variant: NameVariant) -> str:
    """ "French spelling", _("former or married name"): in what way the name is another one."""
    if variant.kind == NameVariant.Kind.MISSPELLING:
        return _("misspelling")
    if variant.kind == NameVariant.Kind.FORMER:
        return _("former or married name")
    language = _language_name(variant.language)
    if language:
        return _("%(language)s spelling") % {"language": language}
    ways: dict[str, str] = {
        NameVariant.Kind.OTHER_SCRIPT: _("in another script"),
        NameVariant.Kind.ROMANISATION: _("another romanisation"),
    }
    return ways.get(variant.kind, _("another spelling"))


def _language_name(code: str) -> str:
    try:
        return gettext(get_language_info(code)["name"]) if code else ""
    except KeyError:
        return ""


def _close_to(match: Match, typed: str) -> str:
    """What was typed, where no word of it stands so in the spelling that was found."""
    asked = fold(typed).split()
    if match.by_another_spelling or len(asked) > 3 or set(asked) & set(fold(match.spelling).split()):
        return ""
    return typed
