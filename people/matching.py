"""Finding people however their name is typed: one matcher for the public box, the directory and the desk."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from itertools import batched

from django.db import connection

from people.models import NameKey, NameUse, NameVariant, Speaker, SpeakerQuerySet
from people.name_letters import HAN_OR_HANGUL, KANA
from people.name_scores import (
    CERTAIN,
    OFFERED,
    PLAIN,
    SAME_PERSON,
    SAME_SOUND,
    is_a_slip_of,
    looks_like,
    same_person_score,
    score,
    words_meant,
)
from people.names import KEY_STRENGTH, Name, lookup, may_be_named, read
from publishing.questions import OneOf, StandingQuestion

#: Letters of a word that is no name by its sound: too many words sound like Yu, Do and An.
SHORT = 3
LONGEST_ACRONYM = 4
#: A word of so many letters is a name with a slip in it by no accident.
LONG = 8
EUROPEAN = re.compile(r"[a-z\u0430-\u0451]+")
#: What a word alone has to be worth that is no beginning of a name; in a script that leaves out vowels, less.
ALONE = 0.765
#: Words of names looked at for each word of the query, the likest first.
MOST_WORDS = 300
#: People who share most with the query, the likeliest first, of whom those are taken who may be found.
MOST_CANDIDATES = 2000
#: So many of them are asked for at a time and scored in full, until there are enough.
MOST_SCORED, ENOUGH = 200, 100
#: Keys looked up at a time: a list of searches has many, and a database takes so many values at once.
MOST_KEYS = 20_000
#: Names of a report that are asked for at a time, for the same reason.
MOST_NAMES = 50
#: Rows of four values in one query about several names: SQLite takes 32,766 values, PostgreSQL 65,535.
MOST_ROWS = 5_000
#: What a name that begins with a lone letter of the query is worth, beside KEY_STRENGTH.
INITIAL_BONUS = 0.4


@dataclass(frozen=True)
class Match:
    """A speaker, the spelling of their name that fitted best, and how well (0 to 1)."""

    speaker: Speaker
    spelling: str
    score: float
    variant: NameVariant | None = None

    #: Whether the surname is what was typed, or sounds so; else it is only like it.
    named: bool = True

    @property
    def by_another_spelling(self) -> bool:
        return self.variant is not None


def find_speakers(
    query: str,
    limit: int = 10,
    among: SpeakerQuerySet | None = None,
    ordinary: Set[str] | None = None,
    least: float = PLAIN,
    words_of: Mapping[str, list[str]] | None = None,
) -> list[Match]:
    """The speakers whose name, in any of its spellings, is meant by ``query``; the likeliest first.

    ``among`` is what may be found: the public speakers, unless an editor asks among all. ``ordinary`` are folded words
    of the query that are no misspelt names, because texts use them; without them a name is asked for, and nothing else
    can be meant. What names no surname needs a score of ``least``.
    ``words_of`` are the words of names by the keys of the query (``keys_of``), where these are known already.
    """
    likely = _likely(among, [query], words_of)[0]
    return _meant(query, likely, ordinary, least)[:limit]


def find_speakers_of_each(
    queries: Sequence[tuple[str, Set[str] | None]],
    limit: int,
    words_of: Mapping[str, list[str]] | None = None,
    asked: dict[int, Speaker] | None = None,
    candidates: list[list[int]] | None = None,
) -> list[list[Match]]:
    """The public speakers meant by each query, as ``find_speakers`` finds them; all in as many questions as one takes.

    Each query comes with its ordinary words, or None where it is a name. ``words_of`` are the words of names by the
    keys of all of them, and ``candidates`` what ``candidates_of_each`` has found, where it was asked. Whoever is in
    ``asked``, by their keys, is not asked for again; who is asked for is added.
    """
    if candidates is None:
        candidates = candidates_of_each([query for query, _ordinary in queries], words_of)
    likely = _public_or(None, candidates, asked)
    return [
        _meant(query, speakers, ordinary, PLAIN)[:limit]
        for (query, ordinary), speakers in zip(queries, likely, strict=True)
    ]


def called(name: str, speakers: Iterable[Speaker]) -> list[Match]:
    """Those of ``speakers``, with their spellings, whose name is meant by ``name``; the likeliest first."""
    return _meant(name, speakers, None, PLAIN)


def _meant(query: str, likely: Iterable[Speaker], ordinary: Set[str] | None, least: float) -> list[Match]:
    is_for_a_name, ordinary = ordinary is None, ordinary or frozenset()
    found = _measured(likely, query, lambda asked, name: score(asked, name, ordinary), OFFERED)
    return [
        replace(match, named=bool(words_meant(query, match.spelling, ordinary, SAME_SOUND)))
        for match in found
        if _is_no_accident(query, match.spelling)
        and (match.score >= least or words_meant(query, match.spelling, ordinary))
        and (least < PLAIN or _is_enough_alone(query, match, ordinary, is_for_a_name))
        and _is_enough_beside_others(query, match.spelling, ordinary)
    ]


def _is_enough_alone(query: str, match: Match, ordinary: Set[str], is_for_a_name: bool) -> bool:
    """Of a word that was typed alone: "EU" is not Yu, "Paris" no Varsi, and "an" no Ji-an, but Lu is.

    A short word is a name as it is spelled or none, an ordinary one or an abbreviation a surname, and what is only like
    a name has to be very like.
    """
    asked, name = read(query), read(match.spelling)
    if len(asked.words) != 1:
        return True
    word = asked.words[0][0]
    if word in ordinary or (query.strip().isupper() and len(word) <= LONGEST_ACRONYM):
        return word in _whole_surnames(name)
    if len(word) <= SHORT:
        return word in name.folded
    if any(other.startswith(word) for other in name.folded):
        return True
    if len(word) == SHORT + 1 and not any(looks_like(word, other) for other in name.folded):
        return False
    if match.score >= ALONE or not EUROPEAN.fullmatch(word):
        return True
    return len(word) >= LONG and (is_for_a_name or any(is_a_slip_of(word, other) for other in name.folded))


def _is_enough_beside_others(query: str, spelling: str, ordinary: Set[str]) -> bool:
    """Of several words: initials alone are nobody's, and a short one beside words that are not in the name has to be
    spelled as in it: Lee Jae-myung is no Yalin, Ким Чен Ын no Shen. An ordinary one beside them is a surname or nobody:
    in "an hour" there is no Ji-an."""
    asked, name = read(query), read(spelling)
    words = {word[0] for word in asked.words}
    if len(asked.words) == 1 or HAN_OR_HANGUL.search(query):  # where each character is a word
        return True
    meant = words_meant(query, spelling, ordinary, SAME_SOUND)
    if meant < words and meant and meant <= ordinary:
        return not meant.isdisjoint(_whole_surnames(name))
    if not meant or 2 * len(meant) >= len(words):
        return any(len(word) > 1 for word in words)
    return any(len(word) > SHORT + 1 or word in name.folded for word in meant)


def is_a_surname(typed: str, spelling: str) -> bool:
    """Whether a word that was typed is the surname of a name, exactly."""
    return not _whole_surnames(read(spelling)).isdisjoint(read(typed).folded)


def _whole_surnames(name: Name) -> set[str]:
    """The words that may be its surname by themselves: neither half of "Ji-an" is."""
    return {name.words[place][0] for place in name.surnames if name.linked.isdisjoint((place, place - 1))}


def _is_no_accident(query: str, spelling: str) -> bool:
    """Words in Chinese, Korean or Japanese sound like names, most of them: one typed so must fit as a whole."""
    if not (HAN_OR_HANGUL.search(query) or KANA.search(query)):
        return True
    return any(score(part, spelling) >= CERTAIN and may_be_named(part, spelling) for part in query.split())


def near_duplicates(name: str, excluding: int | None = None, limit: int = 5) -> list[Match]:
    """Speakers in the archive, public or not, who may be the person called ``name``; the likeliest first."""
    others = Speaker.objects.all() if excluding is None else Speaker.objects.exclude(pk=excluding)
    return near_duplicates_of_each([name], others, limit)[name]


def near_duplicates_of_each(
    names: Iterable[str], among: SpeakerQuerySet | None = None, limit: int = 5
) -> dict[str, list[Match]]:
    """The near duplicates of each name; MOST_NAMES of them cost as many queries as one."""
    among = Speaker.objects.all() if among is None else among
    found = {}
    for some in batched(dict.fromkeys(names), MOST_NAMES):
        for name, speakers in zip(some, _likely(among, some), strict=True):
            found[name] = _measured(speakers, name, same_person_score, SAME_PERSON)[:limit]
    return found


def people_meant(queries: Sequence[str], limit: int) -> list[list[Match]]:
    """For each query those in the archive, public or not, who may be meant: by it as a name, or by one like it."""
    meant = []
    for query, speakers in zip(queries, _likely(Speaker.objects.all(), queries), strict=True):
        found = _measured(speakers, query, score, OFFERED)[:limit]
        found += _measured(speakers, query, same_person_score, SAME_PERSON)[:limit]
        meant.append(list({match.speaker.pk: match for match in found}.values())[:limit])
    return meant


def _measured(likely: Iterable[Speaker], query: str, measure: Callable, least: float) -> list[Match]:
    matches = [_best_spelling(speaker, query, measure) for speaker in likely]
    enough = [match for match in matches if match.score >= least]
    return sorted(enough, key=lambda match: (-match.score, match.speaker.sort_name, match.speaker.pk))


def _likely(
    among: SpeakerQuerySet | None, queries: Sequence[str], words_of: Mapping[str, list[str]] | None = None
) -> list[list[Speaker]]:
    """Of each query those of ``among``, or of the public ones, who share most with its words."""
    return _public_or(among, candidates_of_each(queries, words_of))


def _public_or(
    among: SpeakerQuerySet | None,
    candidates: list[list[int]],
    speakers: dict[int, Speaker] | None = None,
) -> list[list[Speaker]]:
    """Of each list of candidates the first of ``among``, or of the public ones.

    Namesakes who are not among them hide nobody.
    """
    likely: list[list[Speaker]] = [[] for _ids in candidates]
    speakers = {} if speakers is None else speakers
    waiting = [(found, batched(ids, MOST_SCORED)) for found, ids in zip(likely, candidates, strict=True)]
    while waiting:
        asked = [(found, ids, more) for found, more in waiting if (ids := next(more, ()))]
        wanted = {pk for _found, ids, _more in asked for pk in ids}.difference(speakers)
        if wanted:
            speakers |= {speaker.pk: speaker for speaker in _spelled(among, wanted)}
        for found, ids, _more in asked:
            found += [speakers[pk] for pk in ids if pk in speakers]
        waiting = [(found, more) for found, _ids, more in asked if len(found) < ENOUGH]
    return likely


#: The public ones, whom every search asks for.
SPELLED = StandingQuestion(
    lambda: Speaker.objects.published().with_spellings().filter(OneOf("pk")), is_planned_once=True
)


def _spelled(among: SpeakerQuerySet | None, keys: Iterable[int]) -> Iterable[Speaker]:
    return SPELLED.ask(pk=keys) if among is None else among.with_spellings().filter(pk__in=keys)


def _best_spelling(speaker: Speaker, query: str, measure: Callable) -> Match:
    """By the spelling that fits best, told as the one that has most words as typed, of the last as far as it has been
    typed: what was typed exactly is no other.

    The display name needs no explanation: it is told where no spelling has more of the words.
    """
    asked = read(query)
    typed, last = set(asked.folded), asked.words[-1][0] if asked.words else ""
    spellings: list[NameVariant | None] = [None, *speaker.variants.all()]
    measured = []
    for variant in spellings:
        name = variant.name if variant else speaker.name
        words = read(name).folded
        as_typed = typed.intersection(words) | {last for one in words if last and one.startswith(last)}
        measured.append((as_typed, measure(query, name), name, variant))
    fit = max(fit for _as_typed, fit, _name, _variant in measured)
    display = measured[0]
    told = max(measured, key=lambda one: (len(one[0]), one[1]))
    if display[0] and display[0] >= told[0]:
        told = display
    return Match(speaker, told[2], fit, told[3])


def candidates_of_each(
    queries: Sequence[str], words_of: Mapping[str, list[str]] | None = None
) -> list[list[int]]:
    """For each query the ids of those who share most with its words, the likeliest first, at most MOST_CANDIDATES."""
    candidates: list[list[int]] = [[] for _query in queries]
    for asked, letters in _in_parts(_words_like(queries, words_of)):
        _rank(asked, letters, candidates)
    return candidates


def _in_parts(read: Sequence) -> Iterator[tuple[list, list]]:
    """Rows (query, place, word, strength) and (query, letter) of as many queries at a time as a database takes."""
    asked: list[tuple] = []
    letters: list[tuple] = []
    for number, (words, alone) in enumerate(read):
        if asked and len(asked) + len(words) > MOST_ROWS:
            yield asked, letters
            asked, letters = [], []
        if words:
            asked += [(number, *row) for row in words]
            letters += [(number, letter) for letter in alone]
    if asked:
        yield asked, letters


def _rank(asked: list, letters: list, candidates: list[list[int]]) -> None:
    """Add to ``candidates`` of each query whom the rows find, the likeliest first."""
    used = NameUse._meta.db_table
    sql = f"""
        WITH asked (query, place, word, strength) AS (VALUES {_rows("(%s, %s, %s, %s)", asked)}),
        met AS (
            SELECT query, {used}.speaker_id, place, MAX(strength) AS strength
            FROM {used} JOIN asked ON {used}.word = asked.word
            GROUP BY query, {used}.speaker_id, place
        ),
        ranked AS (
            SELECT query, speaker_id, ROW_NUMBER() OVER (
                PARTITION BY query ORDER BY SUM(strength) + {_letter_bonus(letters)} DESC, speaker_id
            ) AS rank
            FROM met GROUP BY query, speaker_id
        )
        SELECT query, speaker_id FROM ranked WHERE rank <= %s ORDER BY query, rank
    """
    values = [value for row in (*asked, *letters) for value in row]
    with connection.cursor() as cursor:
        cursor.execute(sql, [*values, MOST_CANDIDATES])
        for number, speaker_id in cursor.fetchall():
            candidates[number].append(speaker_id)


def _rows(row: str, values: Sequence) -> str:
    return ", ".join([row] * len(values))


def _letter_bonus(letters: Sequence) -> str:
    """A lone letter tells among those whom other words have found: alone it would find thousands."""
    if not letters:
        return "0"
    used = NameUse._meta.db_table
    begins = f"SELECT 1 FROM {used} WHERE {used}.speaker_id = met.speaker_id AND"
    pairs = f"(met.query, substr({used}.word, 1, 1)) IN (VALUES {_rows('(%s, %s)', letters)})"
    return f"CASE WHEN EXISTS ({begins} {pairs}) THEN {INITIAL_BONUS} ELSE 0 END"


def keys_of(query: str) -> list[str]:
    """What is looked up to find the words of names that are like those of ``query``, but for lone letters."""
    return _asked_for(lookup(query.replace("\0", " ")))


def _asked_for(keys_at_each: Iterable[frozenset[str]]) -> list[str]:
    return sorted(frozenset().union(*(keys for keys in keys_at_each if not _is_a_letter(keys))))


def _words_like(
    queries: Sequence[str], words_of: Mapping[str, list[str]] | None = None
) -> list[tuple[list[tuple[int, str, float]], list[str]]]:
    """For each query (place in it, word of a name, how alike by their keys), the likest of each place; lone letters."""
    keys_of_each = [lookup(query.replace("\0", " ")) for query in queries]
    told = [[keys for keys in keys_at if not _is_a_letter(keys)] for keys_at in keys_of_each]
    if words_of is None:
        words_of = _words_of(_asked_for(keys for keys_at in told for keys in keys_at))
    letters = [
        [key[1:] for keys in keys_at if _is_a_letter(keys) for key in keys if key[0] == "="]
        for keys_at in keys_of_each
    ]
    return [
        ([row for place, keys in enumerate(keys_at) for row in _likest(place, keys, words_of)], alone)
        for keys_at, alone in zip(told, letters, strict=True)
    ]


def _words_of(keys: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for batch in batched(keys, MOST_KEYS):
        for key, word in NameKey.objects.filter(key__in=batch).values_list("key", "word"):
            found[key].append(word)
    return found


def _likest(
    place: int, keys: frozenset[str], words_of: Mapping[str, list[str]]
) -> list[tuple[int, str, float]]:
    strengths: dict[str, float] = {}
    for key in keys:
        for word in words_of.get(key, ()):
            strengths[word] = max(strengths.get(word, 0.0), KEY_STRENGTH[key[0]])
    likest = sorted(strengths.items(), key=lambda item: (-item[1], item[0]))[:MOST_WORDS]
    return [(place, word, strength) for word, strength in likest]


def _is_a_letter(keys: frozenset[str]) -> bool:
    return all(len(key) <= len("<a") for key in keys)
