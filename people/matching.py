"""Finding people however their name is typed: one matcher for the public box, the directory and the desk."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import batched

from django.db import connection

from people.models import NameKey, NameUse, NameVariant, Speaker, SpeakerQuerySet
from people.name_scores import OFFERED, SAME_PERSON, same_person_score, score
from people.names import KEY_STRENGTH, lookup

#: Words of names looked at for each word of the query, the likest first.
MOST_WORDS = 300
#: People who share most with the query, the likeliest first, of whom those are taken who may be found.
MOST_CANDIDATES = 2000
#: So many of them are asked for at a time and scored in full, until there are enough.
MOST_SCORED, ENOUGH = 200, 100
#: What a name that begins with a lone letter of the query is worth, beside KEY_STRENGTH.
INITIAL_BONUS = 0.4


@dataclass(frozen=True)
class Match:
    """A speaker, the spelling of their name that fitted best, and how well (0 to 1)."""

    speaker: Speaker
    spelling: str
    score: float
    variant: NameVariant | None = None

    @property
    def by_another_spelling(self) -> bool:
        return self.variant is not None


def find_speakers(query: str, limit: int = 10, among: SpeakerQuerySet | None = None) -> list[Match]:
    """The speakers whose name, in any of its spellings, is meant by ``query``; the likeliest first.

    ``among`` is what may be found: the public speakers, unless an editor asks among all.
    """
    among = Speaker.objects.published() if among is None else among
    return _measured(among, query, score, OFFERED)[:limit]


def near_duplicates(name: str, excluding: int | None = None, limit: int = 5) -> list[Match]:
    """Speakers in the archive, public or not, who may be the person called ``name``; the likeliest first."""
    others = Speaker.objects.all() if excluding is None else Speaker.objects.exclude(pk=excluding)
    return _measured(others, name, same_person_score, SAME_PERSON)[:limit]


def _measured(among: SpeakerQuerySet, query: str, measure: Callable, least: float) -> list[Match]:
    matches = [_best_spelling(speaker, query, measure) for speaker in _likely(among, query)]
    enough = [match for match in matches if match.score >= least]
    return sorted(enough, key=lambda match: (-match.score, match.speaker.sort_name, match.speaker.pk))


def _likely(among: SpeakerQuerySet, query: str) -> Iterator[Speaker]:
    """Those of ``among`` who share most with the query's words; namesakes who are not among them hide nobody."""
    found = 0
    for ids in batched(_candidates(query), MOST_SCORED):
        speakers = among.filter(pk__in=ids).prefetch_related("variants")
        yield from speakers
        found += len(speakers)
        if found >= ENOUGH:
            return


def _best_spelling(speaker: Speaker, query: str, measure: Callable) -> Match:
    """Of equally good spellings the display name, which needs no explanation."""
    best = Match(speaker, speaker.name, measure(query, speaker.name))
    for variant in speaker.variants.all():
        fit = measure(query, variant.name)
        if fit > best.score:
            best = Match(speaker, variant.name, fit, variant)
    return best


def _candidates(query: str) -> list[int]:
    """Ids of the people who share most with the query's words, the likeliest first, at most MOST_CANDIDATES."""
    asked, letters = _words_like(query)
    if not asked:
        return []
    used = NameUse._meta.db_table
    sql = f"""
        WITH asked (place, word, strength) AS (VALUES {", ".join(["(%s, %s, %s)"] * len(asked))}),
        met AS (
            SELECT {used}.speaker_id, place, MAX(strength) AS strength
            FROM {used} JOIN asked ON {used}.word = asked.word
            GROUP BY {used}.speaker_id, place
        )
        SELECT speaker_id FROM met GROUP BY speaker_id
        ORDER BY SUM(strength) + {_letter_bonus(letters)} DESC, speaker_id LIMIT %s
    """
    values = [value for row in asked for value in row]
    with connection.cursor() as cursor:
        cursor.execute(sql, [*values, *letters, MOST_CANDIDATES])
        return [speaker_id for (speaker_id,) in cursor.fetchall()]


def _letter_bonus(letters: list[str]) -> str:
    """A lone letter tells among those whom other words have found: alone it would find thousands."""
    if not letters:
        return "0"
    used = NameUse._meta.db_table
    begins = f"SELECT 1 FROM {used} WHERE {used}.speaker_id = met.speaker_id AND substr({used}.word, 1, 1)"
    return (
        f"CASE WHEN EXISTS ({begins} IN ({', '.join(['%s'] * len(letters))})) THEN {INITIAL_BONUS} ELSE 0 END"
    )


def _words_like(query: str) -> tuple[list[tuple[int, str, float]], list[str]]:
    """(place in the query, word of some name, how alike by their keys), the likest of each place; lone letters."""
    keys_at = lookup(query.replace("\0", " "))
    letters = [key[1:] for keys in keys_at if _is_a_letter(keys) for key in keys if key[0] == "="]
    told = [keys for keys in keys_at if not _is_a_letter(keys)]
    words_of: dict[str, list[str]] = defaultdict(list)
    rows = NameKey.objects.filter(key__in=frozenset().union(*told)).values_list("key", "word")
    for key, word in rows:
        words_of[key].append(word)
    found = []
    for place, keys in enumerate(told):
        strengths: dict[str, float] = {}
        for key in keys:
            for word in words_of.get(key, ()):
                strengths[word] = max(strengths.get(word, 0.0), KEY_STRENGTH[key[0]])
        likest = sorted(strengths.items(), key=lambda item: (-item[1], item[0]))[:MOST_WORDS]
        found += [(place, word, strength) for word, strength in likest]
    return found, letters


def _is_a_letter(keys: frozenset[str]) -> bool:
    return all(len(key) <= len("<a") for key in keys)
