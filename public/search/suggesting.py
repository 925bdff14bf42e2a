"""What is offered while somebody types: people, topics and events, each with its address."""

from dataclasses import dataclass

from django.db.models import QuerySet, Value
from django.db.models.functions import Left, StrIndex
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from events.dates import SHORT, date_in_words
from events.models import Event, Topic
from events.withdrawing import public_title
from people import names
from people.matching import Match, find_speakers, is_a_surname
from people.name_scores import OFFERED, PLAIN, score
from public.counted import counted
from public.languages import attributes
from public.speakers import people_in_lists
from public.topics import with_counts
from search.understanding import Known
from search.words import STOP_WORDS, STOP_WORDS_ELSEWHERE, WORD, fold

#: Letters from which on a list is worth its room.
FEWEST_LETTERS = 2
PEOPLE, TOPICS, EVENTS = 5, 3, 4
MOST_WORDS = 6
#: Titles that hold the letters typed, newest first, in which it is looked whether a word begins so.
CANDIDATES = 50
#: An event's fold is of its title and, on a line of its own, of its lead.
TITLE_FOLD = Left("fold", StrIndex("fold", Value("\n")))


@dataclass(frozen=True)
class Option:
    label: str
    detail: str
    address: str
    #: Of the label, where it is known; a name may be in any.
    language: str = ""
    #: Another spelling that was typed, and its language.
    also: str = ""
    also_in: str = ""

    @property
    def attributes(self) -> SafeString | str:
        return _attributes(self.language)

    @property
    def also_attributes(self) -> SafeString | str:
        return _attributes(self.also_in)


def _attributes(language: str) -> SafeString | str:
    return attributes(language) if language else mark_safe(' dir="auto"')  # a constant


@dataclass(frozen=True)
class Group:
    label: str
    options: list[Option]


def suggestions(typed: str, only_people: bool = False) -> list[Group]:
    """Public records only, the likeliest first; groups without any are left out."""
    if len(typed) < FEWEST_LETTERS:
        return []
    matches = _matches(typed, 2 * PEOPLE if only_people else PEOPLE)
    if only_people:
        groups = [Group(_("People"), _people(matches))]
    else:
        if _is_everybodys(typed):
            matches = [match for match in matches if is_a_surname(typed, match.spelling)]
        begun = [match for match in matches if _is_begun(typed, match.spelling)]
        alike = [match for match in matches if match not in begun]
        groups = [
            Group(_("People"), _people(begun)),
            Group(_("Topics"), _topics(typed)),
            Group(_("Events"), _events(typed)),
            # What is only like a name stands behind all that has the letters typed.
            Group(_("Similar names"), _people(alike)),
        ]
    return [group for group in groups if group.options]


def _matches(typed: str, most: int) -> list[Match]:
    """Whose name begins so or is like it; an ordinary word is like none, but may be the beginning of one."""
    matches = find_speakers(typed, most, least=OFFERED)  # "an" is little of Anna, but how she begins
    if all(_is_begun(typed, match.spelling) for match in matches):
        return matches
    ordinary = Known(typed).ordinary
    return [
        match
        for match in matches
        if _is_begun(typed, match.spelling) or score(typed, match.spelling, ordinary) >= PLAIN
    ]


def _is_everybodys(typed: str) -> bool:
    """Whether all that has been typed stands before anything: "to" is no Tolstoy yet, and "an" no Anna."""
    return all(fold(word) in STOP_WORDS | STOP_WORDS_ELSEWHERE for word in WORD.findall(typed))


def _is_begun(typed: str, spelling: str) -> bool:
    """Whether each word typed begins a word of the name."""
    there = names.fold(spelling).split()
    return all(any(word.startswith(one) for word in there) for one in names.fold(typed).split())


def _people(matches: list[Match]) -> list[Option]:
    if not matches:
        return []
    public = people_in_lists([match.speaker.pk for match in matches])
    found = []
    for match in matches:
        speaker = public.get(match.speaker.pk)
        if speaker:
            about = ", ".join(filter(None, [speaker.latest_post or "", str(speaker.country.name or "")]))
            also = (match.variant.name, match.variant.language) if match.variant else ("", "")
            found.append(Option(speaker.name, about, speaker.get_absolute_url(), "", *also))
    return found


def _topics(typed: str) -> list[Option]:
    topics = _begun_in(Topic.objects.published(), "fold", typed)[:TOPICS]
    if not topics:
        return []
    counts = {topic.pk: topic for topic in with_counts(Topic.objects.filter(pk__in=[t.pk for t in topics]))}
    return [
        Option(topic.name, _number(counts[topic.pk].position_count), topic.get_absolute_url())
        for topic in topics
    ]


def _events(typed: str) -> list[Option]:
    titled = Event.objects.published().for_line().newest_first().annotate(title_fold=TITLE_FOLD)
    events = _begun_in(titled, "title_fold", typed)[:EVENTS]
    return [
        Option(public_title(event), date_in_words(event, SHORT), event.get_absolute_url(), event.language)
        for event in events
    ]


def _begun_in(rows: QuerySet, field: str, typed: str) -> list:
    """The rows in whose name or title, as readers are told it, each word typed begins a word; its fold is ``field``."""
    asked = _folded_words(typed)[:MOST_WORDS]
    if not asked:
        return []
    for word in asked:
        rows = rows.filter(**{f"{field}__contains": word})
    return [
        row
        for row in rows[:CANDIDATES]
        if (there := _folded_words(public_title(row)))
        and all(any(word.startswith(one) for word in there) for one in asked)
    ]


def _folded_words(text: str) -> list[str]:
    return WORD.findall(fold(text))


def _number(positions: int) -> str:
    return counted(positions, "position") if positions else ""
