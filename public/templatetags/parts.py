"""The parts of a page of which there are many: a template takes ten times as long for each of them.

What was entered is escaped here, where it is no safe string already.
"""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, cast

from django import template
from django.template.defaultfilters import truncatewords
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import Truncator

from events.models import Appearance, Event, Statement
from events.quotation import Known
from events.withdrawing import public_title
from people.models import Speaker
from public.calendar import has_calendar
from public.citing.sentences import ended
from public.counted import counted, noun
from public.event_page import Voice
from public.events import Choice
from public.languages import attributes, escape, in_page_language, isolated
from public.search.showing import Found, Person
from public.templatetags.public import (
    as_offset,
    day,
    event_date,
    found_in_words,
    names_in_short,
    place_at_event,
    record_in_words,
    recording_at,
    topic_in_words,
    words_of,
)
from publishing.interface import in_words as _
from publishing.interface import own
from search.models import Kind

register = template.Library()


@register.simple_tag
def evidence(statement: Statement) -> SafeString:
    """The mark of how a statement is known, and its word."""
    known = statement.known
    return mark_safe(
        f'<span class="evidence"><span class="stamp stamp--{known}"></span> {escape(known.label)}</span>'
    )


@register.simple_tag
def portrait(speaker: Speaker, size: str = "") -> SafeString:
    """The picture or the initials; the name always stands beside it, so it says nothing more to a screen reader."""
    css = f"portrait portrait--{size}" if size else "portrait"
    if speaker.portrait:
        shows = escape(speaker.portrait_alt) if size == "l" else ""
        source = escape(speaker.portrait.url)
        return mark_safe(f'<img class="{css}" src="{source}" alt="{shows}" loading="lazy">')
    return mark_safe(f'<span class="{css}" aria-hidden="true">{escape(speaker.initials)}</span>')


@register.simple_tag
def position(
    statement: Statement,
    found: Found | None = None,
    with_speaker: bool = False,
    with_event: bool = False,
    voice: Voice | None = None,
    on_event_page: bool = False,
) -> SafeString:
    """A statement with how it is known and where it stands. ``found`` has its words marked.

    On the page of its event it has an id, and the number there of the ``voice`` that it is of.
    """
    lang = attributes(statement.event.language)
    address = escape(statement.get_absolute_url())
    name = escape(_("Statement %(number)s") % {"number": statement.pk})
    heard = _(", permanent address")
    words = found.words if found else words_of(statement)
    kept_at = f'class="statement__text" data-words="{address}"{lang}'
    is_quote = statement.known == Known.QUOTE
    parts = [
        f'<article class="statement"{_ids(statement, voice) if on_event_page else ""} '
        f'data-evidence="{statement.known}" aria-label="{name}">',
        _by(statement, found, lang) if with_speaker else _jointly(statement, lang),
        "" if on_event_page else _in_session(statement, lang),
        evidence(statement),
        f"<blockquote {kept_at}><p>{words}</p></blockquote>" if is_quote else f"<p {kept_at}>{words}</p>",
        _said_since(statement),
        '<p class="statement__foot">',
        f'<a href="{address}">№ {statement.pk}<span class="vh">{heard}</span></a>',
        _at_event(statement, lang) if with_event else _in_report(statement, on_event_page),
        _in_recording(statement),
        "</p></article>",
    ]
    return mark_safe("\n".join(filter(None, parts)))


def _ids(statement: Statement, voice: Voice | None) -> str:
    return f' id="s-{statement.pk}"' + (f' data-who="{voice.number}"' if voice else "")


def _by(statement: Statement, found: Found | None, lang: str) -> str:
    marked = found.marked if found else escape
    named = [_signed(one, marked(one.printed_name), one.printed_post) for one in statement.speakers]
    names = _all_of(named) if named else f"<b>{marked(statement.attribution)}</b>"
    jointly = f"<span {in_page_language()}>, {_('jointly')}</span>" if statement.jointly_with else ""
    return f'<p class="statement__by"{lang}>{names}{jointly}</p>'


def _jointly(statement: Statement, lang: str) -> str:
    """Of what two said, both names, where only one stands above it."""
    if statement.jointly_with is None:
        return ""
    names = _all_of(
        [f"<span{lang}>{_signed(one, escape(one.printed_name))}</span>" for one in statement.speakers]
    )
    return f'<p class="statement__by">{_("Joint statement:")} {names}</p>'


def _signed(one: Appearance, name: str, post: str = "") -> str:
    linked = f'<a href="{escape(one.speaker.get_absolute_url())}">{name}</a>'
    return f"{linked}, {escape(post)}" if post else linked


def _all_of(names: list[str]) -> str:
    """ "Ada Holm and Boris Kern" """
    return f" <span {in_page_language()}>{_('and')}</span> ".join(names)


def _in_session(statement: Statement, lang: str) -> str:
    if not statement.session:
        return ""
    told = _("Under the Chatham House Rule:")
    return f'<p class="meta">{told} <span{lang}>{escape(statement.session)}</span></p>'


def _said_since(statement: Statement) -> str:
    """What was put right about it, and what its speaker said of it: of few, and so a template's."""
    said = ""
    if statement.public_corrections:
        corrections = {"corrections": statement.public_corrections}
        said += render_to_string("components/corrected.html", corrections)
    if word := statement.spoken_for:
        said += render_to_string("components/own_word.html", {"word": word})
    return said


def _at_event(statement: Statement, lang: str) -> str:
    address, title = escape(place_at_event(statement)), escape(public_title(statement.event))
    return f'<a href="{address}"{lang}>{title}</a> {event_date(statement.event)}'


def _in_report(statement: Statement, on_event_page: bool) -> str:
    if statement.own_words:
        told = _("Our words, not a passage of the report")
        return f"<span>{told}</span>"
    if statement.start is None:
        return ""
    page = "" if on_event_page else escape(statement.event.get_absolute_url())
    label = _("In the report") if on_event_page else _("In its report")
    return f'<a class="statement__place" href="{page}#p-{statement.pk}">{label}</a>'


def _in_recording(statement: Statement) -> str:
    seconds, recording = statement.recording_offset, statement.event.recording_url
    if seconds is None or not recording:
        return ""
    address = escape(recording_at(recording, seconds))
    heard = _("in the recording")
    return f'<a href="{address}" rel="external">{as_offset(seconds)}<span class="vh"> {heard}</span></a>'


@register.simple_tag
def person(voice: Voice, event: Event) -> SafeString:
    """One of those who took part; the whole entry is one link, to what they said below or to their page."""
    lang, appearance = attributes(event.language), cast(Appearance, voice.appearance)
    post = f"<span{lang}>{escape(appearance.printed_post)}</span>\n" if appearance.printed_post else ""
    go = f', <span class="person__go">{_positions(voice)}</span>' if voice.positions else ""
    return mark_safe(
        f'<li class="person">{portrait(appearance.speaker)}\n<p class="person__text">'
        f'<a class="person__name"{lang} href="{escape(voice.address)}">{escape(voice.name)}</a>\n{post}'
        f'<span class="person__role"><b>{escape(appearance.roles_in_words)}</b>{go}</span></p></li>'
    )


@register.simple_tag
def heard_at(event: Event, voice: Voice) -> SafeString:
    """All that one of those who were heard said, below their name."""
    lang, here = attributes(event.language), f"who-{voice.number}"
    name: str = escape(voice.name)
    if speaker := voice.speaker:
        face, as_what = portrait(speaker, "s"), _as_what(voice, lang)
        name = f'<a class="ink" href="{escape(speaker.get_absolute_url())}">{name}</a>'
    else:
        face = mark_safe('<span class="portrait portrait--s portrait--group" aria-hidden="true">…</span>')
        as_what = _("Attributed as printed, not to any one speaker")
    if voice.session:
        name = f"<span {in_page_language()}>{_('Under the Chatham House Rule:')}</span> {name}"
        as_what = _("Nobody who was in this session is named: the archive does not store who said what.")
    listed = [f"<li>{position(one, voice=voice, on_event_page=True)}</li>" for one in voice.statements]
    said = "\n".join([*listed, *map(_joint_elsewhere, voice.joint)])
    return mark_safe(
        f'<section class="who" id="{here}" data-who="{voice.number}" aria-labelledby="{here}-name">'
        f'<div class="who__head">{face}\n<div><h3 class="who__name" id="{here}-name"{lang}>{name}</h3>\n'
        f'<p class="meta">{as_what}</p></div></div>\n<ol>{said}</ol></section>'
    )


def _joint_elsewhere(statement: Statement) -> str:
    """To what they said with another, among whose statements it stands."""
    told = _("Jointly with %(name)s:") % {"name": escape(str(statement.appearance))}
    return f'<li class="meta">{told} <a href="#s-{statement.pk}">№ {statement.pk}</a></li>'


def _as_what(voice: Voice, lang: str) -> str:
    role, post = escape(voice.special_role), escape(voice.appearance.printed_post if voice.appearance else "")
    return f"{role}{'.' if role and post else ''}\n<span{lang}>{post}</span>"


@register.simple_tag
def roll_entry(voice: Voice, event: Event) -> SafeString:
    """One of many who took part: name, role, number of positions; the post stands with these."""
    lang, appearance = attributes(event.language), cast(Appearance, voice.appearance)
    go = f", {_positions(voice)}" if voice.positions else ""
    return mark_safe(
        f'<a class="ink"{lang} href="{escape(voice.address)}">{escape(voice.name)}</a>\n'
        f'<span class="roll__role">{escape(appearance.roles_in_words)}{go}</span>'
    )


def _positions(voice: Voice) -> str:
    return escape(counted(voice.positions, "position"))


@register.simple_tag
def event_entry(event: Event, form: str, to_come: bool = False) -> SafeString:
    """An event (of ``for_list``) in a list; ``form`` is that of its date. One ``to_come`` goes into a calendar."""
    further = event_who(event)
    if to_come and has_calendar(event):
        further += _into_a_calendar(event)
    return _entry(event, event.get_absolute_url(), form, _kind_and_place(event), further)


def _into_a_calendar(event: Event) -> SafeString:
    """Its link says of which event: there are several such in a list."""
    title = (
        f'<span class="vh">: <span{attributes(event.language)}>{escape(public_title(event))}</span></span>'
    )
    address = escape(reverse("events:calendar", args=[cast(date, event.date).year, event.slug]))
    return mark_safe(
        f'<p class="entry__who no-print"><a href="{address}">{_("Add to calendar")}{title}</a></p>'
    )


@register.simple_tag
def event_mention(event: Event, more: str = "", fragment: str = "") -> SafeString:
    """An event (of ``for_line``) in a list of another page, what it is there ``more`` for, and where on its page."""
    about: str = escape(event.kind_and_place)
    about = f"{about}. {escape(more)}" if more else about
    return _entry(event, event.get_absolute_url() + fragment, "short", about)


def _entry(event: Event, address: str, form: str, about: str, further: str = "") -> SafeString:
    below = f'<p class="entry__who">{about}</p>{further}'
    when, lang = event_date(event, form, "entry__date"), attributes(event.language)
    return _line(when, address, escape(public_title(event)), below, lang)


def _line(when: str, address: str, title: str, below: str, lang: str = "") -> SafeString:
    """One of a list; what it is given but for its address is HTML."""
    return mark_safe(
        f'<div class="entry">{when}\n<div><h3 class="entry__title"{lang}>'
        f'<a href="{escape(address)}">{title}</a></h3>\n{below}</div></div>'
    )


@register.simple_tag
def hit(found: Found) -> SafeString:
    """What a search has found, in a list of several kinds or of any but positions; what matched is marked."""
    return HITS[found.kind](found, found.record)


def _found_statement(found: Found, statement: Any) -> SafeString:
    said = position(statement, found=found, with_speaker=True, with_event=True)
    return mark_safe(f'<div class="hit hit--alone">{said}</div>')


def _found_event(found: Found, event: Any) -> SafeString:
    lang, when = attributes(event.language), event_date(event, "short", "entry__date")
    about = f'<p class="entry__who">{_kind_and_place(event)}</p>\n{event_who(event)}'
    return _line(when, event.get_absolute_url(), found.title, _lead(found.passage, lang) + about, lang)


def _found_opinion(found: Found, opinion: Any) -> SafeString:
    lang, told = attributes(opinion.language), escape(day(opinion.date, "short"))
    when = f'<time class="entry__date" datetime="{opinion.date.isoformat()}">{told}</time>'
    by = f'<p class="entry__who">{escape(opinion.byline)}</p>' if opinion.byline else ""
    return _line(when, opinion.get_absolute_url(), found.title, _lead(found.passage, lang) + by, lang)


def _found_topic(found: Found, topic: Any) -> SafeString:
    called = _("Topic")
    when = f'<span class="entry__date">{called}</span>'
    lead = found.passage or escape(truncatewords(topic.description, 30))
    return _line(when, topic.get_absolute_url(), found.title, _lead(lead))


HITS: dict[str, Callable[[Found, Any], SafeString]] = {
    Kind.STATEMENT: _found_statement,
    Kind.EVENT: _found_event,
    Kind.OPINION: _found_opinion,
    Kind.TOPIC: _found_topic,
}


def _lead(html: str, lang: str = "") -> str:
    return f'<p class="entry__lead"{lang}>{html}</p>\n' if html else ""


def _kind_and_place(event: Event) -> str:
    kind, place = escape(event.get_kind_display()), escape(event.place_in_words)
    return f'<b class="kind">{kind}</b>, {place}' if place else f'<b class="kind">{kind}</b>'


@register.simple_tag
def person_found(person: Person) -> SafeString:
    """Somebody whom a search may mean, with why they are here, and what tells them from others of the name."""
    speaker: Any = person.speaker
    matched = why = ""
    if person.spelling:
        spelling = f"<b{attributes(person.language)}>{escape(person.spelling)}</b>"
        why, matched = _("matched as"), f"{spelling}, {escape(person.how)}"
    elif person.close_to:
        why, matched = _("close to"), f"<b>{escape(Truncator(person.close_to).chars(40))}</b>"
    about = [speaker.latest_post or "", str(speaker.country.name or "")]
    told = [f'<span class="matched">{why} {matched}</span>'] if matched else []
    told += [f"<span>{escape(one)}</span>" for one in (*filter(None, about), found_in_words(person))]
    return mark_safe(
        f'<li class="person">{portrait(speaker)}\n<p class="person__text">'
        f'<a class="person__name" href="{escape(speaker.get_absolute_url())}">{escape(speaker.name)}</a>\n'
        f"{'\n'.join(told)}</p></li>"
    )


@register.simple_tag
def event_who(event: Any) -> SafeString:
    """Who took part in an event (of ``for_list``), and how many positions there are; nothing where neither is known."""
    number = f"<b>{escape(counted(event.position_count, 'position'))}</b>" if event.position_count else ""
    who = ""
    if event.under_the_rule:
        who = _("Held under the Chatham House Rule: statements are recorded, speakers are not")
    elif event.listed_appearances:
        who = names_in_short(event)
    told = f"{ended(who)}\n{number}" if who and number else who or number
    return mark_safe(f'<p class="entry__who">{told}</p>' if told else "")


@register.simple_tag
def topics_with_events(topics: Iterable[Any]) -> SafeString:
    """Topics (``with_events``) as a row of links, each with its number of events."""
    lang = attributes(own())
    return mark_safe(
        "\n".join(
            f'<li><a href="{escape(topic.get_absolute_url())}"><span{lang}>{escape(topic.name)}</span>\n'
            f'<span class="count">{topic.event_count}'
            f'<span class="vh"> {escape(noun(topic.event_count, "event"))}</span></span></a></li>'
            for topic in topics
        )
    )


@register.simple_tag
def topics_in_words(topics: Iterable[Any]) -> SafeString:
    """Topics (``with_counts``) as a list, each with all that there is of it."""
    lang = attributes(own())
    return mark_safe(
        "\n".join(
            f'<li><a class="ink" href="{escape(topic.get_absolute_url())}"{lang}>{escape(topic.name)}</a>\n'
            f'<p class="meta">{escape(topic_in_words(topic))}</p></li>'
            for topic in topics
        )
    )


@register.simple_tag
def options(choices: Iterable[Choice], value: str) -> SafeString:
    """Of a filter of a list, each with the number that it would leave."""
    return mark_safe(
        "\n".join(
            f'<option value="{escape(one.value)}"{" selected" if one.value == value else ""}>'
            f"{escape(one.label)} ({one.count})</option>"
            for one in choices
        )
    )


@register.simple_tag
def directory_entry(speaker: Any, spelling: str = "") -> SafeString:
    """A speaker (``with_record``) in the directory, with the ``spelling`` that matched."""
    address, filed = escape(speaker.get_absolute_url()), conditional_escape(isolated(speaker.sort_name))
    matched = ""
    if spelling and spelling != speaker.name:
        as_what = _("matched as <b>%(spelling)s</b>.") % {"spelling": escape(spelling)}
        matched = f'<span class="matched">{as_what}</span> '
    post = f"{escape(speaker.latest_post)}. " if speaker.latest_post else ""
    return mark_safe(
        f'<a class="ink" href="{address}">{filed}</a>\n'
        f'<p class="meta">{matched}{post}{escape(record_in_words(speaker))}</p>'
    )
