"""An event that was on the record goes under the Chatham House Rule, in one deed: all names out, for good."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from django.core.exceptions import ValidationError

from events.chatham_house import (
    READ_FIELDS,
    participants,
    slips_in,
    slips_in_address,
    slips_of,
)
from events.models import Event
from events.named_people import BEGINS, ENDS, namings_of, words_naming
from events.not_for_attribution import ANYBODY, SAID_BY_NOBODY
from events.passages import redact
from events.places import Report
from events.placing import place_statements
from people.named_in_addresses import is_unspaced
from publishing.changes import call_it, note, unit_of_work
from publishing.richtext import plain_text
from publishing.versions import hold, write_rows

#: What stands in place of a participant's name, and of where one comes from, unless an editor writes it otherwise.
SOMEBODY, SOMEWHERE = "a participant", "an institution"
ALREADY = "This event is under the Chatham House Rule already."
#: What else goes with the names; apps further down the line add theirs in ``AppConfig.ready()``.
further_deeds: list[Callable[[Event], None]] = []


@unit_of_work(alone=True)
def take_all_names_out(
    event: Event, instead: Mapping[str, str], keeps_cover: bool = False, keeps_source: bool = False
) -> None:
    """Put ``event`` under the Rule: each of the words in ``instead`` is replaced wherever readers meet it, who said
    what, who was there and what is kept of that is forgotten. Its recording goes, for it has voices.

    Raises ValidationError with what would still name somebody, and changes nothing then.
    """
    hold(event)
    if event.under_the_rule:
        raise ValidationError(ALREADY)
    call_it(what_for="All names taken out")
    here = participants(event)
    replace_words(event, instead)
    event.recording_url = ""
    event.source_url = event.source_url if keeps_source else ""
    if not keeps_cover:
        event.cover, event.cover_alt, event.cover_credit, event.cover_licence = "", "", "", ""
    event.statements.filter(appearance__isnull=False).update(**SAID_BY_NOBODY, attribution=ANYBODY)
    event.record_rule = Event.RecordRule.CHATHAM_HOUSE
    part_from_counterparts(event)
    event.slug = "" if slips_in_address(here, event) else event.slug  # made anew of the title
    for deed in further_deeds:
        deed(event)
    event.save()
    replace_in_statements(event, instead)
    check_nobody_is_named(event)
    event.appearances.all().delete()
    note(Event, [event.pk])


def replace_in_statements(event: Event, instead: Mapping[str, str]) -> None:
    statements = list(event.statements.all())
    for statement in statements:
        for field in ["text", "attribution", "withdrawal_note"]:
            setattr(statement, field, replaced(getattr(statement, field), instead))
        statement.copy_the_rule()
    write_rows(statements)
    for correction in corrections_of(event):
        correction.text = replaced(correction.text, instead)
        correction.save()
    place_statements(event)


def part_from_counterparts(event: Event) -> None:
    """The record in another language still names everybody."""
    event.translation_of = None
    others = list(event.translations.values_list("pk", flat=True))
    event.translations.update(translation_of=None)
    note(Event, others)


def check_nobody_is_named(event: Event) -> None:
    stored = Event.objects.get(pk=event.pk)
    told = [slip.as_an_obstacle for slip in slips_in(stored)]
    told += [words for obstacles in Event.further_obstacles for words in obstacles(stored)]
    if told:
        raise ValidationError(told)


def replace_words(event: Event, instead: Mapping[str, str]) -> None:
    for field in {*READ_FIELDS, "withdrawal_note", "withdraw_note_for_then"} - {"report"}:
        setattr(event, field, replaced(getattr(event, field), instead))
    for words, other in longest_first(instead):
        report = Report(event.report)
        places = [match.span() for match in as_they_stand(words).finditer(report.text)]
        begins = [place for place in places if begins_a_sentence(report.text, place[0])]
        inside = [place for place in places if place not in begins]
        if inside:
            event.report = redact(report, inside, other)
        if begins:
            report = Report(event.report)
            left = [match.span() for match in as_they_stand(words).finditer(report.text)]
            event.report = redact(report, left, with_a_capital(other))


def replaced(text: str, instead: Mapping[str, str]) -> str:
    """``text`` with each of the words replaced, with a capital where a sentence begins."""
    for words, other in longest_first(instead):
        whole = text

        def choose(match: re.Match, whole: str = whole, other: str = other) -> str:
            return with_a_capital(other) if begins_a_sentence(whole, match.start()) else other

        text = as_they_stand(words).sub(choose, whole)
    return text


def longest_first(instead: Mapping[str, str]) -> list[tuple[str, str]]:
    """ "Artyom Lukin" before "Lukin": else a first name would be left."""
    return sorted(instead.items(), key=lambda pair: -len(pair[0]))


def as_they_stand(words: str) -> re.Pattern:
    """With the article before them, which what stands instead has itself: "the Grain Board", "an institution"."""
    inside = r"[\s\xa0]+".join(map(re.escape, words.split()))
    if is_unspaced(words):
        return re.compile(inside)
    return re.compile(rf"{BEGINS}(?:the[\s\xa0]+)?{inside}{ENDS}", re.IGNORECASE)


def begins_a_sentence(text: str, start: int) -> bool:
    return bool(re.search(r"(?:^|[.!?…:\n])[\s\"'“‘«(]*$", text[max(0, start - 20) : start]))


def with_a_capital(words: str) -> str:
    return words[:1].upper() + words[1:]


# --- Before it is done ---


def texts_of(event: Event) -> dict[str, str]:
    """All that readers are told in words, by where it stands."""
    texts = {field.replace("_", " "): plain_text(getattr(event, field) or "") for field in READ_FIELDS}
    for statement in event.statements.all():
        texts[f"statement {statement.pk}"] = f"{statement.text}\n{statement.attribution}"
    for correction in corrections_of(event):
        texts[f"the correction of {correction.date:%-d %B %Y}"] = correction.text
    return texts | {"a note": f"{event.withdrawal_note}\n{event.withdraw_note_for_then}"}


def corrections_of(event: Event) -> Iterator[Any]:
    yield from event.corrections.all()
    for statement in event.statements.prefetch_related("corrections"):
        for correction in statement.corrections.all():
            correction.item = statement
            yield correction


def to_be_replaced(event: Event) -> dict[str, str]:
    """The words that name participants or where they come from, each with what is proposed instead; those of an
    institution as printed, though they may stand otherwise."""
    texts, here = texts_of(event), participants(event)
    whole = "\n".join(texts.values())
    names = dict.fromkeys(words_naming(whole, namings_of(here.people, here.names)), SOMEBODY)
    told = {slip.name for slip in slips_of(here, event, texts) if slip.is_affiliation}
    verbatim = {words for words in told if as_they_stand(words).search(whole)}
    otherwise = {words for words in told - verbatim if not any(one in words for one in verbatim)}
    places = verbatim | otherwise
    posts = {words: SOMEBODY if words in here.posts else SOMEWHERE for words in sorted(places - names.keys())}
    return dict(longest_first(names | posts))


def where_it_stands(words: str, texts: Mapping[str, str], reach: int = 60) -> list[str]:
    """Each place of the words in ``texts``, with what stands round it."""
    return [
        f"{called}: …{text[max(0, match.start() - reach) : match.end() + reach].strip()}…"
        for called, text in texts.items()
        for match in as_they_stand(words).finditer(text)
    ]
