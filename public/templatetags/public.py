from datetime import date, datetime
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from django import template
from django.conf import settings
from django.core.paginator import Page, Paginator
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.timezone import localtime
from django.utils.translation import get_language_info, ngettext
from django.utils.translation import gettext as _

from config import post
from events.dates import (
    LONG,
    MOMENT,
    SHORT,
    WITHIN_YEAR,
    date_as_iso,
    date_in_words,
    day_in_words,
    times_in_words,
)
from events.models import Event, Statement
from events.passages import statement_html
from events.withdrawing import public_text, public_title
from public.cards import Card, card_of_house
from public.chosen_words import Chosen
from public.counted import counted, noun, thousands
from public.day_of_reading import with_day_marked
from public.languages import attributes, escape, foreign, in_page_language, isolated
from public.meta import absolute
from public.search_engines import kept_away
from public.styles import sheets_of
from publishing.interface import in_language, language, own, written
from publishing.richtext import clean_html
from publishing.rights import Licence

register = template.Library()

FORMS = {"long": LONG, "short": SHORT, "within-year": WITHIN_YEAR}

register.filter("times_in_words", times_in_words)
register.filter("is_kept_away", lambda request: kept_away().is_about(request.path_info))
register.filter(with_day_marked)
register.filter("isolated", isolated)
register.filter("foreign", foreign)
register.filter("counted", counted)
register.filter("noun", noun)
register.filter("thousands", thousands)
register.simple_tag(attributes, name="lang")
register.simple_tag(in_page_language)
register.simple_tag(language, name="page_language")


@register.filter
def licence_of(value: str) -> Licence:
    return Licence(value)


@register.simple_tag
def event_date(event: Event, form: str = "long", css: str = "") -> SafeString:
    """`<time>` with as much of the event's date as is known."""
    named = f' class="{escape(css)}"' if css else ""
    told = escape(date_in_words(event, FORMS[form]))
    return mark_safe(
        f'<time{named} datetime="{date_as_iso(event)}">{told}</time>'
    )  # a day is digits and dashes


@register.simple_tag
def own_lang() -> SafeString | str:
    """The lang attribute of what names no language of its own (topics, series, biographies): the archive's."""
    return attributes(own())


@register.filter
def day(when: date | datetime, form: str = "long") -> str:
    """ "26 April 2019"."""
    return day_in_words(localtime(when) if isinstance(when, datetime) else when, FORMS[form]) if when else ""


@register.filter
def moment(when: datetime) -> str:
    """ "26 April 2019, 18:00"."""
    return written(localtime(when), MOMENT)


@register.simple_tag
def corrected_on(when: date) -> SafeString:
    return format_html(
        _("Corrected on {}"),
        format_html('<time datetime="{}">{}</time>', when.isoformat(), day_in_words(when)),
    )


@register.inclusion_tag("components/styles.html")
def styles(kind: str = "") -> dict:
    """The style sheets of a kind of page."""
    return {"sheets": sheets_of(kind)}


@register.inclusion_tag("components/languages.html", takes_context=True)
def language_switch(context: template.Context) -> dict:
    """What leads to the same page in each other language; nothing where no request is known, as on some errors."""
    request = context.get("request")
    if request is None:
        return {"others": []}
    # As it is in the address bar: escaped once more by nobody, and never a path of another host.
    here = request.get_full_path()
    others = [code for code in settings.INTERFACE_LANGUAGES if code != language()]
    return {
        "others": [(code, get_language_info(code)["name_local"], in_language(here, code)) for code in others]
    }


@register.simple_tag(takes_context=True)
def current(context: template.Context, section: str, address: str) -> SafeString | str:
    """The aria-current of the link to a section: this page itself, or a page within that section."""
    if context.get("section") != section:
        return ""
    return format_html(' aria-current="{}"', "page" if context["request"].path == address else "true")


@register.filter
def as_offset(seconds: int) -> str:
    """3725 → "1:02:05"."""
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


@register.filter
def recording_at(address: str, seconds: int) -> str:
    """The recording from ``seconds`` on: a media fragment (W3C), or the parameter that YouTube reads."""
    parts = urlsplit(address)
    if (parts.hostname or "").removeprefix("www.").removeprefix("m.") in ("youtube.com", "youtu.be"):
        query = [(key, value) for key, value in parse_qsl(parts.query) if key != "t"]
        return urlunsplit(parts._replace(query=urlencode([*query, ("t", f"{seconds}s")])))
    return urlunsplit(parts._replace(fragment=f"t={seconds}"))


@register.simple_tag
def picture_of_link(card: Card | None) -> str:
    """Where the picture is that a shared link to this page shows: the house's, where it has none of its own."""
    return absolute((card or card_of_house()).address)


@register.simple_tag
def words_of(statement: Statement, chosen: Chosen | None = None) -> SafeString:
    """A statement's text, with words that are ``chosen``; its quotation marks are set by its evidence alone."""
    if chosen:
        return chosen.html
    return statement_html(statement.text, statement.known, statement.event.language)


@register.simple_tag
def names_in_short(event, most: int = 3) -> SafeString:
    """ "A, B, C and 14 others"; those who only chair are named last and apart: "A, B; moderated by C"."""
    listed = event.listed_appearances
    speaking = [isolated(a.printed_name) for a in listed if not a.chairs]
    chairs = [isolated(a.printed_name) for a in listed if a.chairs]
    if not speaking:
        speaking, chairs = chairs, []
    rest = len(speaking) - most
    if rest > 1:
        return format_html(
            ngettext("{} and {} other", "{} and {} others", rest), joined(", ", speaking[:most]), rest
        )
    names = joined(", ", speaking)
    return format_html(_("{}; moderated by {}"), names, joined(_(" and "), chairs)) if chairs else names


def joined(between: str, names: list[str]) -> SafeString:
    return format_html_join(between, "{}", [(name,) for name in names])


register.filter(public_title)


@register.filter
def public_lead(event: Event) -> str:
    """The lead of an event ``with_withdrawn``, without words that were taken back."""
    return public_text(event).lead


@register.inclusion_tag("components/pages.html", takes_context=True)
def pages(context: template.Context, page: Page) -> dict:
    """Links to the pages of a list, which keep the rest of the query string."""
    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1)
    return {
        "request": context["request"],
        "page": page,
        "page_numbers": list(numbers),
        "ellipsis": Paginator.ELLIPSIS,
    }


@register.simple_tag(takes_context=True)
def with_query(context: template.Context, path: str = "", **changes) -> str:
    """An address with this request's query string: changed, without what is None or says nothing.

    The first page is the list itself, so ``page=1`` goes as well.
    """
    query = context["request"].GET.dict() | changes
    kept = {key: value for key, value in query.items() if value and (key, value) != ("page", 1)}
    path = path or context["request"].path
    return f"{path}?{urlencode(kept)}" if kept else path


@register.filter
def record_in_words(speaker) -> str:
    """ "17 positions, chaired 22 events, 1 opinion", of a speaker ``with_record``."""
    parts = []
    if speaker.position_count:
        parts.append(counted(speaker.position_count, "position"))
    if speaker.chaired_count:
        parts.append(counted(speaker.chaired_count, "chaired event"))
    if speaker.opinion_count:
        parts.append(counted(speaker.opinion_count, "opinion"))
    return ", ".join(parts)


@register.filter
def found_in_words(person) -> str:
    """ "17 positions, 3 of these results", of somebody whom a query may mean."""
    record = record_in_words(person.speaker)
    here = _("%(number)s of these results") % {"number": person.here} if person.here else ""
    return ", ".join(filter(None, [record, here if person.here != person.speaker.position_count else ""]))


@register.filter
def topic_in_words(topic) -> str:
    """ "3 events, 17 positions, 1 opinion", of a topic ``with_counts``."""
    numbers = [
        (topic.event_count, "event"),
        (topic.position_count, "position"),
        (topic.opinion_count, "opinion"),
    ]
    return ", ".join(counted(number, noun) for number, noun in numbers if number)


@register.filter
def place_at_event(statement: Statement) -> str:
    """Where a reader sees it among the others: its passage in the report, or its entry beside that."""
    anchor = "s" if statement.start is None else "p"
    return f"{statement.event.get_absolute_url()}#{anchor}-{statement.pk}"


@register.simple_tag
def rich_text(html: str) -> SafeString:
    """Cleaned once more: what was stored by another way than a form is no safer than what was typed."""
    return SafeString(clean_html(html))


@register.filter
def host(address: str) -> str:
    return (urlsplit(address).hostname or "").removeprefix("www.")


@register.simple_tag
def follow_by_mail(query: str = "", **what: str) -> str:
    """A link by which what has this address, or is found by a query string, is followed by e-mail; blank where no mail
    is sent."""
    if not post.is_sent():
        return ""
    address = f"{reverse('following:by_mail')}?{query.rpartition('?')[2] or urlencode(what)}"
    return format_html('<a class="no-print" href="{}">{}</a>', address, _("By e-mail"))
