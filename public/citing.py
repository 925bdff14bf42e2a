"""How to cite: a line of text with the permanent address, and how the archive knows."""

from django.conf import settings
from django.utils.dateformat import format as date_format
from django.utils.timezone import localtime

from events.dates import date_in_words
from events.models import Event, Statement
from events.quotation import Known
from events.withdrawing import public_text
from opinions.models import Opinion
from people.models import Speaker
from public.meta import absolute
from publishing.noticed import last_change

HOW = {
    Known.QUOTE: "quoted in",
    Known.MIXED: "paraphrased with quoted words in",
    Known.PARAPHRASE: "paraphrased in",
    Known.SUMMARY: "as summed up by the editors of",
}


def quoted_title(title: str) -> str:
    """A title in double quotation marks; those inside become single ones."""
    return f"“{title.replace('“', '‘').replace('”', '’')}”"


def where_and_when(event: Event) -> str:
    """“Title”, expert discussion, Moscow, 26 April 2019: as far as it is known."""
    place = event.place_in_words
    title = quoted_title(public_text(event).title)
    parts = [title, event.get_kind_display().lower(), place, date_in_words(event)]
    return ", ".join(filter(None, parts))


def corrected_in_words(item) -> str:
    """ "corrected on 3 May 2019", of a record with its ``public_corrections``: the last of them; blank without."""
    newest = next(iter(item.public_corrections), None)
    return f"corrected on {date_format(newest.date, 'j F Y')}" if newest else ""


def _ending(item, *further: str) -> str:
    parts = [settings.SITE_NAME, absolute(item.get_absolute_url()), *further]
    return ", ".join(filter(None, parts)) + "."


def cite_event(event: Event) -> str:
    changed = last_change(event, event.publish_at) or event.updated_at
    version = f"version of {date_format(localtime(changed), 'j F Y')}"
    return f"{where_and_when(event)}. {_ending(event, version, corrected_in_words(event))}"


def cite_statement(statement: Statement) -> str:
    """Says how the archive knows: a citation must not make a quotation of a paraphrase, nor a report of our summary."""
    how = HOW[statement.known]
    where = where_and_when(statement.event)
    ending = _ending(statement, corrected_in_words(statement))
    return f"{statement.said_by}, {how} {where}, statement {statement.pk}. {ending}"


def cite_tombstone(withdrawn: Statement) -> str:
    """Of a withdrawn statement, its number and address are all that may be told."""
    since = date_format(localtime(withdrawn.withdrawn_at), " j F Y") if withdrawn.withdrawn_at else ""
    return f"Statement {withdrawn.pk}, withdrawn{since}. {_ending(withdrawn)}"


def cite_opinion(opinion: Opinion) -> str:
    when = date_format(opinion.date, "j F Y")
    by = f"{opinion.byline}, " if opinion.byline else ""
    parts = [settings.SITE_NAME, when, absolute(opinion.get_absolute_url()), corrected_in_words(opinion)]
    return f"{by}{quoted_title(opinion.title)}, {', '.join(filter(None, parts))}."


def cite_speaker(speaker: Speaker, position_count: int) -> str:
    number = f"{position_count} position{'' if position_count == 1 else 's'}"
    return f"{quoted_title(speaker.name)}, in: {_ending(speaker, number)}"
