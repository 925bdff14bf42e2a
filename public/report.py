"""The report on the page: its passages marked, its teasers set in, withdrawn words left out."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from django.template.loader import render_to_string
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from events.dates import day_in_words
from events.models import Event, Statement
from events.models.statement import said_by_all
from events.passages import Passage, Report, Withdrawal, mark, quoted_parts
from events.withdrawing import withdrawn_of, withdrawn_places
from opinions.models import Teaser
from public.event_page import Voice
from public.languages import attributes, in_page_language

AROUND = 240  # characters of the report on either side of a statement that is shown alone


def marked_report(event: Event, voices: list[Voice], teasers: list[Teaser]) -> SafeString:
    with_whom = {statement.pk: voice for voice in voices for statement in voice.joint}
    passages = [
        passage(statement, place, [voice, *filter(None, [with_whom.get(statement.pk)])], event)
        for voice in voices
        for statement in voice.statements
        if (place := statement.place)
    ]
    inserts = [
        (
            teaser.after_paragraph,
            SafeString(render_to_string("components/teaser.html", {"opinion": teaser.opinion})),
        )
        for teaser in teasers
    ]
    report = Report(event.report)
    return mark(report, passages, withdrawn=withdrawals(event, report), inserts=inserts)


def passage(statement: Statement, place: tuple[int, int], voices: list[Voice], event: Event) -> Passage:
    """Under the Chatham House Rule a passage carries nothing that would tell two of one person from others."""
    who = None if event.under_the_rule else " ".join(str(voice.number) for voice in voices)
    name = said_by_all(voice.short_name for voice in voices)
    return Passage(*place, statement.pk, statement.known, who, note(statement, name, who))


def note(statement: Statement, name: str, who: str | None) -> SafeString:
    """Before its passage, in the margin: whose it is, and how it is known. A template takes ten times as long."""
    data = "" if who is None else f' data-who="{who}"'
    known, how = statement.known, escape(statement.known.label.lower())
    return mark_safe(  # what was entered is escaped
        f'<a class="note" href="#s-{statement.pk}"{data}>'
        f'<span class="note__name"{attributes(statement.event.language)}>{escape(name)}</span>\n'
        f'<span class="stamp stamp--{known}"></span>\n'
        f'<span class="note__how" {in_page_language()}>{how}</span></a>'
    )


def withdrawals(event: Event, report: Report) -> list[Withdrawal]:
    return [
        Withdrawal(place.start, place.end, notice(statement))
        for statement, place in withdrawn_places(withdrawn_of(event), report)
    ]


def notice(withdrawn: Statement) -> SafeString:
    day = day_in_words(localtime(withdrawn.withdrawn_at))
    address = withdrawn.get_absolute_url()
    return format_html(
        '<a class="withdrawn" {} href="{}">[{}]</a>',
        in_page_language(),
        address,
        _("A passage was withdrawn on %(day)s") % {"day": day},
    )


class Context(NamedTuple):
    before: str
    words: SafeString
    after: str
    cut_before: bool
    cut_after: bool


def context_of(statement: Statement) -> Context | None:
    """The report's text on both sides of a statement, as far as it is public, with the blanks that part it from the
    words, where there are any. None where it stands in none."""
    if statement.place is None:
        return None
    start, end = statement.place
    report = Report(statement.event.report)
    text = report.text
    withdrawn = withdrawn_places(withdrawn_of(statement.event), report)
    gone = sorted((place.start, place.end) for _statement, place in withdrawn)
    first = _word_border(text, max(0, start - AROUND), 1)
    last = _word_border(text, min(len(text), end + AROUND), -1)
    return Context(
        before=_without(text, min(first, start), start, gone).lstrip(),
        # The report's own characters: its quotation marks stand on both sides already.
        words=quoted_parts(_without(text, start, end, gone).strip(), statement.known),
        after=_without(text, end, max(last, end), gone).rstrip(),
        cut_before=first > 0,
        cut_after=last < len(text),
    )


def _word_border(text: str, offset: int, step: int) -> int:
    while 0 < offset < len(text) and not text[offset - 1].isspace():
        offset += step
    return offset


def _without(text: str, start: int, end: int, gone: Sequence[tuple[int, int]]) -> str:
    kept = []
    for gone_start, gone_end in gone:
        if gone_start < end and gone_end > start:
            kept += [text[start : max(start, gone_start)], "[…]"]
            start = max(start, gone_end)
    return re.sub(r"\s+", " ", "".join([*kept, text[start:end]]))
