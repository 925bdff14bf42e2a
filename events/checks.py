"""What to look at before an event is public: told beside its form while it is written, asked when it is published.

Three things stop it: no date, a statement without its place, a name under the Chatham House Rule. The deed refuses
those (``Event.obstacles``). The others a publisher may override with a reason.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date
from typing import Any, NamedTuple

from django.core.exceptions import ValidationError
from django.utils import translation
from django.utils.dates import MONTHS, MONTHS_ALT

from events.models import Appearance, Event, Statement
from events.places import Report
from events.quotation import evidence_of
from people.models import Speaker
from people.name_parts import surname_filed
from publishing.deeds import publish
from publishing.marks import says_something
from publishing.richtext import plain_text

#: Who is there to speak; whoever moderates or hosts need not say anything.
SPEAKS = {Appearance.Role.SPEAKER, Appearance.Role.KEYNOTE, Appearance.Role.DISCUSSANT}
#: Characters of a day and a month before a year: "26 September ", more in no language that we know.
LONGEST_DAY = 24
OPENING, CLOSING = "“«„\"'‘", "”»“\"'’"


class Check(NamedTuple):
    """One thing to look at: of what kind, in words, at which element of the form, and whether it stops publication."""

    kind: str
    words: str
    at: str
    stops: bool = False


class Listed(NamedTuple):
    """A speaker of the event, as the form or the database has it."""

    at: str
    key: Any
    appearance: Appearance


class Said(NamedTuple):
    """A statement, with the keys of the speakers who said it; none where a group is printed."""

    at: str
    keys: list[Any]
    statement: Statement


def checks(event: Event, speakers: list[Listed], statements: list[Said]) -> list[Check]:
    """What to look at, what stops publication first; one query where a group is printed, none elsewhere."""
    report = Report(event.report)
    said = [one for one in statements if not one.statement.withdrawn_at]
    found = [
        *about_the_date(event, report.text),
        *about_what_became_of_it(event, said),
        *about_places(report, said),
        *about_speakers(event, speakers, said),
        *about_groups(speakers, said),
        *about_surnames(speakers, report.text),
        *about_parts_under_the_rule(report, speakers, said),
        *about_the_cover(event),
    ]
    return sorted(found, key=lambda check: not check.stops)


def about_the_date(event: Event, text: str) -> Iterator[Check]:
    if event.date is None:
        yield Check("no date", "There is no date.", "id_date", stops=True)
        return
    told = list(days_in(f"{plain_text(event.lead)}\n{text}", event.language))
    last = event.end_date or event.date
    is_told = any(event.date <= day <= last for day in told)
    if told and not is_told and event.date_precision == Event.DatePrecision.DAY:
        words = f"The text speaks of {told[0]:%-d %B %Y}, and the date is another."
        yield Check("another date in the text", words, "id_date")


def about_what_became_of_it(event: Event, said: list[Said]) -> Iterator[Check]:
    if said and not event.takes_place:
        words = f"It is {event.get_happens_display().lower()}, and has statements: nothing was said there."
        yield Check("statements at what did not take place", words, "id_happens")


def days_in(text: str, language: str) -> Iterator[date]:
    """The whole dates in ``text``, in the order in which they stand: 26 April 2019, April 26, 2019, 2019-04-26."""
    with translation.override(language):
        months = {
            str(name).lower(): number for names in (MONTHS, MONTHS_ALT) for number, name in names.items()
        }
    names = "|".join(map(re.escape, sorted(months, key=len, reverse=True)))
    before = re.compile(rf"(?:(\d{{1,2}})\.?\s+({names})\s+|({names})\s+(\d{{1,2}}),?\s+)$", re.IGNORECASE)
    for year in re.finditer(r"(?<!\d)(\d{4})(?:-(\d\d)-(\d\d))?(?!\d)", text):
        # Looked at from the year back: a search for months costs ten times as much in a long report.
        day_and_month = before.search(text[max(0, year.start() - LONGEST_DAY) : year.start()])
        if year[2]:
            month, day = int(year[2]), int(year[3])
        elif day_and_month:
            # Letters that a pattern takes for one another may have no small one in common: ARALIK, Auguſt.
            month = months.get((day_and_month[2] or day_and_month[3]).lower(), 0)
            day = int(day_and_month[1] or day_and_month[4])
        else:
            continue
        with suppress(ValueError):
            yield date(int(year[1]), month, day)


def about_places(report: Report, said: Iterable[Said]) -> Iterator[Check]:
    for number, (at, _keys, statement) in enumerate(said, start=1):
        if statement.own_words:
            place = None
        else:
            place = report.find(statement.text, statement.prefix, statement.suffix)
            if place is None:
                words = f"Statement {number} has no place in the report."
                yield Check("a lost place", words, at, stops=True)
                continue
        if statement.evidence == Statement.Evidence.QUOTE and not is_quoted(report.text, place):
            words = f"Statement {number} is called a quote, and stands in no quotation marks in the report."
            yield Check("a quote that is not in the report", words, at)


def is_quoted(text: str, place) -> bool:
    if place is None:
        return False
    if evidence_of(place.exact) == "quote":
        return True
    before, after = text[: place.start].rstrip(), text[place.end :].lstrip(" .,;:!?…")
    return before[-1:] in OPENING and after[:1] in CLOSING and bool(before) and bool(after)


def about_speakers(event: Event, speakers: list[Listed], said: Iterable[Said]) -> Iterator[Check]:
    if event.under_the_rule:
        return  # nobody reads who was there
    heard = {key for one in said for key in one.keys}
    for at, key, listed in speakers:
        name = listed.printed_name
        if key not in heard and SPEAKS & set(listed.roles) and event.takes_place:
            yield Check("a speaker without a statement", f"{name} has no statement.", f"id_{at}-role")
        if not says_something(listed.printed_post):
            yield Check("an empty post", f"{name} has no post.", f"id_{at}-printed_post")


def about_groups(speakers: list[Listed], said: list[Said]) -> Iterator[Check]:
    """Who is printed like a group, and is a person whom the archive knows."""
    printed = {one.statement.attribution for one in said if not one.keys} - {""}
    if not printed:
        return
    people = set(Speaker.objects.filter(name__in=printed).values_list("name", flat=True))
    people |= {one.appearance.printed_name for one in speakers}
    for number, one in enumerate(said, start=1):
        if one.statement.attribution in people:
            name = one.statement.attribution
            words = f"Statement {number} prints {name} like a group: choose them among the speakers."
            yield Check("a statement by someone not listed", words, one.at)


def about_surnames(speakers: list[Listed], text: str) -> Iterator[Check]:
    named = defaultdict(list)
    for one in speakers:
        named[surname_filed(one.appearance.speaker.sort_name)].append(one)
    for surname, bearers in named.items():
        if surname and len(bearers) > 1 and re.search(rf"(?<!\w){re.escape(surname)}(?!\w)", text):
            names = " and ".join(one.appearance.printed_name for one in bearers)
            yield Check(
                "a surname that fits two", f"“{surname}” fits {names}: look at who said what.", "statements"
            )


def about_parts_under_the_rule(
    report: Report, speakers: list[Listed], said: Iterable[Said]
) -> Iterator[Check]:
    names = {name for one in speakers for name in (one.appearance.printed_name, one.appearance.short_name)}
    for number, (at, _keys, statement) in enumerate(said, start=1):
        if not statement.not_for_attribution or statement.own_words or statement.session:  # that is refused
            continue
        paragraph = report.paragraph_of(statement.text, statement.prefix, statement.suffix)
        if beside := sorted(
            name for name in names if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", paragraph)
        ):
            words = f"Statement {number} is not for attribution, and its paragraph names {beside[-1]}."
            yield Check("a name beside what is not for attribution", words, at)


def about_the_cover(event: Event) -> Iterator[Check]:
    if not event.cover:
        return
    if not says_something(event.cover_alt):
        yield Check(
            "a picture without text", "The cover has no words for those who cannot see it.", "id_cover_alt"
        )
    if not says_something(event.cover_credit):
        yield Check(
            "a picture without credit", "The cover names no photographer or agency.", "id_cover_credit"
        )


def checks_of(event: Event) -> list[Check]:
    """The same of ``event`` as it is stored."""
    listed = event.appearances.select_related("speaker")
    speakers = [Listed(f"appearances-{number}", one.pk, one) for number, one in enumerate(listed)]
    said = event.statements.select_related("appearance", "jointly_with")
    return checks(
        event,
        speakers,
        [
            Said(f"statements-{number}", [there.pk for there in one.speakers], one)
            for number, one in enumerate(said)
        ],
    )


def publish_if_nothing_is_open(event: Event) -> None:
    """Publish ``event``. Raises ValidationError where something is open: its form asks for the reason this takes."""
    if left := [check for check in checks_of(event) if not check.stops]:
        raise ValidationError(
            f"{kinds(left).capitalize()}: open it, and mend that or say why it goes out so."
        )
    publish(event)


def kinds(found: Iterable[Check]) -> str:
    """What was left open, for the history: what kinds of things and how many, and no name."""
    counted: dict[str, int] = defaultdict(int)
    for check in found:
        counted[check.kind] += 1
    return "; ".join(f"{kind} ({number})" if number > 1 else kind for kind, number in counted.items())
