"""Who of a report is in the archive already: found, perhaps found, or new, and why."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from anyascii import anyascii
from django.db.models import Count, Max
from django.utils.formats import date_format

from events.models import Appearance
from intake.reading import KnownPerson
from people.matching import Match, near_duplicates_of_each
from people.models import NameUse, NameVariant, Speaker, SpeakerQuerySet
from people.names import fold, read

#: People told to the reader: a report names a few dozen, and each one told costs it a little.
MOST_KNOWN = 1000
#: Words asked for at once; SQLite takes no more than some thousands.
BATCH = 500
#: A name in another script that is read as likely as this is the same name.
SAME_NAME_READ = 0.95
#: Of the words of the shorter of two posts, this share in common makes them one post.
SAME_POST = 0.5
SHORTEST_POST_WORD = 3

NAME_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")

Kind = Literal["matched", "did you mean", "new"]


@dataclass(frozen=True)
class Choice:
    """Somebody whom a name may mean; ``spelling`` is the one that fitted."""

    speaker: Speaker
    spelling: str
    posts: tuple[str, ...]
    events: int
    last: str

    @property
    def in_words(self) -> str:
        return ", ".join(filter(None, [self.speaker.name, self.posts[0] if self.posts else ""]))

    @property
    def seen(self) -> str:
        if not self.events:
            return "at no event yet"
        return f"{self.events} event{'s' if self.events > 1 else ''}" + (
            f", last in {self.last}" if self.last else ""
        )


@dataclass(frozen=True)
class Verdict:
    """What the archive says about a name: ``matched`` has exactly one choice, ``did you mean`` none preferred."""

    kind: Kind
    why: str
    choices: tuple[Choice, ...] = ()


#: A name and a post, as printed.
Printed = tuple[str, str]
Verdicts = dict[Printed, Verdict]


def known_people(text: str, among: SpeakerQuerySet | None = None) -> list[KnownPerson]:
    """Those in the archive, or of ``among`` alone, whose surname, in one of its spellings, stands in the text; at most
    MOST_KNOWN."""
    among = Speaker.objects.all() if among is None else among
    words = _name_words(text)
    shared: dict[int, int] = defaultdict(int)
    for batch in _batches(sorted(words)):
        counted = (
            NameUse.objects.filter(word__in=batch)
            .values("speaker")
            .annotate(words=Count("word", distinct=True))
        )
        for speaker, count in counted.values_list("speaker", "words"):
            shared[speaker] += count
    likest = sorted(shared, key=lambda pk: (-shared[pk], pk))
    known: list[KnownPerson] = []
    for batch in _batches(likest):
        known += _with_surname_in(words, batch, among)
        if len(known) >= MOST_KNOWN:
            break
    return known[:MOST_KNOWN]


def match(name: str, post: str = "") -> Verdict:
    """What the archive says about one name; see `match_all`."""
    return match_all([(name, post)])[name, post]


def match_all(printed: Iterable[Printed]) -> Verdicts:
    """Who in the archive is called by each (name, post). Somebody of the same name is found; of a like one, only
    asked about. The archive is asked the same few questions for one name as for all of a report."""
    asked = list(dict.fromkeys(printed))
    likely = near_duplicates_of_each(name for name, _ in asked)
    choices = _choices(found for matches in likely.values() for found in matches)
    return {
        (name, post): _verdict(name, post, [(found, choices[found]) for found in likely[name]])
        for name, post in asked
    }


def _verdict(name: str, post: str, likely: list[tuple[Match, Choice]]) -> Verdict:
    if not likely:
        return Verdict("new", "nobody of this name in the archive")
    choices = tuple(choice for _, choice in likely)
    same = [choice for found, choice in likely if _is_same_name(name, found)]
    if len(same) > 1:
        fits = [choice for choice in same if _same_post(post, choice.posts)]
        others = [choice for choice in choices if choice not in fits]
        if len(fits) == 1:
            return Verdict(
                "matched", _because(name, fits[0], "the one of that name with this post"), (*fits, *others)
            )
        return Verdict("did you mean", f"{_several(len(same))}: {_told(same)}", choices)
    if not same and len(choices) == 1 and _same_post(post, choices[0].posts):
        same = list(choices)
    if same:
        why = _because(name, same[0], _post_in_words(post, same[0]))
        return Verdict("matched", why, (*same, *(choice for choice in choices if choice not in same)))
    return Verdict("did you mean", f"{_alike(len(choices))}: {_told(choices)}", choices)


def _name_words(text: str) -> set[str]:
    """Words written like names, folded as the archive folds them."""
    written = {word for word in NAME_WORD.findall(text) if not word[0].islower()}
    return {folded for word in written for folded in (fold(word).split() or [])} | {
        fold(word).replace(" ", "") for word in written
    }


def _batches(items: list) -> list[list]:
    return [items[start : start + BATCH] for start in range(0, len(items), BATCH)]


def _with_surname_in(words: set[str], keys: list[int], among: SpeakerQuerySet) -> list[KnownPerson]:
    spellings = defaultdict(list)
    for speaker, name in NameVariant.objects.filter(speaker__in=keys).values_list("speaker", "name"):
        spellings[speaker].append(name)
    names = among.in_bulk(keys)
    named = [
        key
        for key in keys
        if key in names and any(_surnames(name) & words for name in (names[key].name, *spellings[key]))
    ]
    posts = _posts(named)
    return [KnownPerson(key, names[key].name, tuple(spellings[key]), tuple(posts[key])) for key in named]


def _surnames(name: str) -> set[str]:
    parts = read(name)
    places = parts.surnames or {len(parts.words) - 1}
    return {spelling for place in places if place >= 0 for spelling in parts.words[place]}


def _posts(speakers: list[int]) -> dict[int, list[str]]:
    """What each was printed as, the latest first, then the posts that the archive knows."""
    posts: dict[int, list[str]] = defaultdict(list)
    printed = Appearance.objects.filter(speaker__in=speakers).exclude(printed_post="")
    for speaker, post in printed.order_by("-event__date", "-pk").values_list("speaker", "printed_post"):
        if post not in posts[speaker]:
            posts[speaker].append(post)
    for one in Speaker.objects.filter(pk__in=speakers).prefetch_related("affiliations__organisation"):
        posts[one.pk] += [held.in_words() for held in one.affiliations.all()]
    return posts


def _choices(matches: Iterable[Match]) -> dict[Match, Choice]:
    found = list(matches)
    keys = list({match.speaker.pk for match in found})
    posts: dict[int, list[str]] = {}
    seen: dict[int, tuple[int, date | None]] = {}
    for batch in _batches(keys):
        posts |= _posts(batch)
        seen |= _seen(batch)
    return {match: _choice(match, posts.get(match.speaker.pk, []), seen) for match in found}


def _choice(found: Match, posts: list[str], seen: dict) -> Choice:
    events, last = seen.get(found.speaker.pk, (0, None))
    return Choice(found.speaker, found.spelling, tuple(posts), events, _month(last))


def _seen(speakers: list[int]) -> dict[int, tuple[int, date | None]]:
    """At how many events each was, and when last."""
    counted = Appearance.objects.filter(speaker__in=speakers).values("speaker")
    told = counted.annotate(events=Count("event", distinct=True), last=Max("event__date"))
    return {row["speaker"]: (row["events"], row["last"]) for row in told}


def _month(day) -> str:
    return date_format(day, "F Y") if day else ""


def _is_same_name(name: str, found: Match) -> bool:
    """Equal letter by letter once folded, or the same name in another script; never a bare surname."""
    if len(read(name).words) < 2:
        return False
    if sorted(fold(name).split()) == sorted(fold(found.spelling).split()):
        return True
    return (
        name.isascii() != found.spelling.isascii()
        and found.score >= SAME_NAME_READ
        and _other_script(name, found)
    )


def _other_script(name: str, found: Match) -> bool:
    return (anyascii(name) == name) != (anyascii(found.spelling) == found.spelling)


def _same_post(post: str, posts: tuple[str, ...]) -> bool:
    words = _post_words(post)
    for other in map(_post_words, posts):
        shorter = min(len(words), len(other))
        if shorter and len(words & other) / shorter >= SAME_POST:
            return True
    return False


def _post_words(post: str) -> set[str]:
    return {
        word
        for word in fold(post).split()
        if len(word) >= SHORTEST_POST_WORD and word not in {"the", "and", "for"}
    }


def _post_in_words(post: str, choice: Choice) -> str:
    if not post:
        return "no post printed"
    if not choice.posts:
        return "no post known"
    return "same post" if _same_post(post, choice.posts) else f"last printed as {choice.posts[0]}"


def _because(name: str, choice: Choice, more: str) -> str:
    named = "same name" if fold(name) == fold(choice.spelling) else f"as “{choice.spelling}”"
    return " · ".join([named, more, choice.seen])


def _several(count: int) -> str:
    return f"{count} people have this name"


def _alike(count: int) -> str:
    return "one person has a like name" if count == 1 else f"{count} people have a like name"


def _told(choices: Sequence[Choice]) -> str:
    return " and ".join(f"{choice.in_words} ({choice.seen})" for choice in choices[:3])
