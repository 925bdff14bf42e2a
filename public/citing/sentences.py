"""How to cite: a line of text with the permanent address, and how the archive knows."""

from collections.abc import Iterable
from datetime import datetime
from urllib.parse import urlsplit

from django.utils.text import get_text_list
from django.utils.timezone import localdate, localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.dates import date_in_words, day_in_words
from events.models import Appearance, Event, Statement, Topic
from events.quotation import MARKS_OF, Known
from events.withdrawing import public_title
from house.now import the_house
from opinions.models import Opinion
from people.models import Speaker
from public.counted import counted
from public.meta import permanent
from publishing.interface import language
from publishing.noticed import last_change

HOW = {
    Known.QUOTE: gettext_lazy("%(who)s, quoted in %(where)s, statement %(number)s."),
    Known.MIXED: gettext_lazy("%(who)s, paraphrased with quoted words in %(where)s, statement %(number)s."),
    Known.PARAPHRASE: gettext_lazy("%(who)s, paraphrased in %(where)s, statement %(number)s."),
    Known.TRANSLATED: gettext_lazy("%(who)s, in our translation in %(where)s, statement %(number)s."),
    Known.SUMMARY: gettext_lazy("%(who)s, as summed up by the editors of %(where)s, statement %(number)s."),
}

#: People named in a citation of an event.
MOST_NAMED = 6


def quoted_title(title: str) -> str:
    """A title in the outer quotation marks of the page's language; those inside become inner ones."""
    outer, inner = MARKS_OF.get(language(), MARKS_OF["en"])
    inside = title.translate(str.maketrans(outer, inner)).translate(str.maketrans("“”", inner))
    return f"{outer[0]}{inside}{outer[1]}"


def ended(text: str) -> str:
    """``text`` with one full stop at its end: a name may bring its own, "John Smith, Jr."."""
    return text if text.endswith(".") else f"{text}."


def where_and_when(event: Event) -> str:
    """“Title”, expert discussion, Moscow, 26 April 2019: as far as it is known."""
    place = event.place_in_words
    title = quoted_title(public_title(event))
    parts = [title, event.get_kind_display().lower(), place, date_in_words(event)]
    return ", ".join(filter(None, parts))


def corrected_in_words(item) -> str:
    """ "corrected on 3 May 2019", of a record with its ``public_corrections``: the last of them; blank without."""
    newest = next(iter(item.public_corrections), None)
    return _("corrected on %(day)s") % {"day": day_in_words(newest.date)} if newest else ""


def version_in_words(changed: datetime | None) -> str:
    """ "version of 3 May 2019": the last change that a reader could have noticed; blank where none is known."""
    return _("version of %(day)s") % {"day": day_in_words(localtime(changed))} if changed else ""


def _ending(item, *further: str) -> str:
    read = _("read %(day)s") % {"day": day_in_words(localdate())}
    parts = [the_house().name, permanent(item), *further, read]
    return ", ".join(filter(None, parts)) + "."


def who_spoke(listed: Iterable[Appearance]) -> str:
    """ "with A, B and 4 others", as printed, without those who led it; blank where nobody is listed."""
    names = [one.printed_name for one in listed if not one.chairs]
    if len(names) > MOST_NAMED:
        names = [*names[:MOST_NAMED], counted(len(names) - MOST_NAMED, "other")]
    return _("with %(names)s") % {"names": get_text_list(names, _("and"))} if names else ""


def cite_event(event: Event, listed: Iterable[Appearance]) -> str:
    """``listed`` are those whom the page names: nobody under the Chatham House Rule."""
    what = ", ".join(filter(None, [where_and_when(event), who_spoke(listed)]))
    version = version_in_words(last_change(event, event.publish_at) or event.updated_at)
    return f"{ended(what)} {_ending(event, version, corrected_in_words(event))}"


def cite_statement(statement: Statement) -> str:
    """Says how the archive knows: a citation must not make a quotation of a paraphrase, nor a report of our summary."""
    who = statement.said_by_in_full
    version = version_in_words(last_change(statement, statement.event.publish_at))
    ending = _ending(statement, version, corrected_in_words(statement))
    where = where_and_when(statement.event)
    said = HOW[statement.known] % {"who": who, "where": where, "number": statement.pk}
    return f"{said} {ending}"


def cite_tombstone(withdrawn: Statement) -> str:
    """Of a withdrawn statement, its number and address are all that may be told."""
    since = f" {day_in_words(localtime(withdrawn.withdrawn_at))}" if withdrawn.withdrawn_at else ""
    told = _("Statement %(number)s, withdrawn%(since)s.") % {"number": withdrawn.pk, "since": since}
    return f"{told} {_ending(withdrawn)}"


def cite_opinion(opinion: Opinion) -> str:
    """One that is held elsewhere says where it appeared."""
    elsewhere = urlsplit(opinion.url).hostname if opinion.url else ""
    what = [opinion.byline, quoted_title(opinion.title), elsewhere, day_in_words(opinion.date)]
    version = version_in_words(last_change(opinion, opinion.publish_at))
    return f"{', '.join(filter(None, what))}. {_ending(opinion, version, corrected_in_words(opinion))}"


def positions_in_words(number: int) -> str:
    return counted(number, "position")


def cite_speaker(speaker: Speaker, position_count: int | None) -> str:
    counted = "" if position_count is None else f", {positions_in_words(position_count)}"
    return f"{quoted_title(speaker.name)}{counted}. {_ending(speaker)}"


def cite_topic(topic: Topic) -> str:
    return f"{quoted_title(topic.name)}. {_ending(topic)}"
