"""Finding people however their name is typed: one matcher for the public box, the directory and the desk."""

from dataclasses import dataclass

from django.db import connection

from people.models import NameKey, NameUse, NameVariant, Speaker, SpeakerQuerySet
from people.name_scores import OFFERED, SAME_PERSON, same_person_score, score
from people.names import KEY_STRENGTH, lookup

#: Words of names looked at for each word of the query, the likest first.
MOST_WORDS = 300
#: People whose names are scored in full.
MOST_CANDIDATES = 200
#: A key of this kind is the beginning of a name; a lone letter begins thousands and is never looked up alone.
SHORTEST_LOOKUP = 2


@dataclass(frozen=True)
class Match:
    """A speaker, the spelling of their name that fitted best, and how well (0 to 1)."""

    speaker: Speaker
    spelling: str
    score: float
    variant: NameVariant | None = None

    @property
    def by_another_spelling(self) -> bool:
        return self.variant is not None and self.spelling != self.speaker.name


def find_speakers(query: str, limit: int = 10, among: SpeakerQuerySet | None = None) -> list[Match]:
    """The speakers whose name, in any of its spellings, is meant by ``query``; the likeliest first.

    ``among`` is what may be found: the public speakers, unless an editor asks among all.
    """
    among = Speaker.objects.published() if among is None else among
    matches = [
        match
        for speaker in among.filter(pk__in=_candidates(query)).prefetch_related("variants")
        if (match := _best_spelling(speaker, query, score)).score >= OFFERED
    ]
    return sorted(matches, key=lambda match: (-match.score, match.speaker.sort_name, match.speaker.pk))[
        :limit
    ]


def near_duplicates(name: str, excluding: int | None = None, limit: int = 5) -> list[Match]:
    """Speakers in the archive, public or not, who may be the person called ``name``; the likeliest first."""
    matches = [
        match
        for speaker in Speaker.objects.filter(pk__in=_candidates(name))
        .exclude(pk=excluding)
        .prefetch_related("variants")
        if (match := _best_spelling(speaker, name, same_person_score)).score >= SAME_PERSON
    ]
    return sorted(matches, key=lambda match: (-match.score, match.speaker.sort_name, match.speaker.pk))[
        :limit
    ]


def _best_spelling(speaker: Speaker, query: str, measure) -> Match:
    spellings = [(speaker.name, None), *((variant.name, variant) for variant in speaker.variants.all())]
    # Of equals the first: the display name needs no explanation.
    fit, best = max(
        ((measure(query, name), -place) for place, (name, _variant) in enumerate(spellings)),
    )
    name, variant = spellings[-best]
    return Match(speaker, name, fit, variant)


def _candidates(query: str) -> list[int]:
    """Ids of the people who share most with the query's words, the likeliest first, at most MOST_CANDIDATES."""
    asked = _words_like(query)
    if not asked:
        return []
    values = ", ".join(["(%s, %s, %s)"] * len(asked))
    sql = f"""
        WITH asked (place, word, strength) AS (VALUES {values}),
        met AS (
            SELECT used.speaker_id, asked.place, MAX(asked.strength) AS strength
            FROM {NameUse._meta.db_table} used JOIN asked ON used.word = asked.word
            GROUP BY used.speaker_id, asked.place
        )
        SELECT speaker_id FROM met GROUP BY speaker_id ORDER BY SUM(strength) DESC, speaker_id LIMIT %s
    """
    with connection.cursor() as cursor:
        cursor.execute(sql, [value for row in asked for value in row] + [MOST_CANDIDATES])
        return [speaker_id for (speaker_id,) in cursor.fetchall()]


def _words_like(query: str) -> list[tuple[int, str, float]]:
    """(place in the query, word of some name, how alike by their keys), the likest of each place."""
    keys_at = lookup(query.replace("\0", " "))
    told = [keys for keys in keys_at if not _is_a_letter(keys)]
    found = []
    rows: dict[str, list[str]] = {}
    wanted = frozenset().union(*(told or []))
    for key, word in NameKey.objects.filter(key__in=wanted).values_list("key", "word"):
        rows.setdefault(key, []).append(word)
    for place, keys in enumerate(told):
        strengths: dict[str, float] = {}
        for key in keys:
            for word in rows.get(key, ()):
                strengths[word] = max(strengths.get(word, 0.0), KEY_STRENGTH[key[0]])
        likest = sorted(strengths.items(), key=lambda item: (-item[1], item[0]))[:MOST_WORDS]
        found += [(place, word, strength) for word, strength in likest]
    return found


def _is_a_letter(keys: frozenset[str]) -> bool:
    return all(len(key) <= SHORTEST_LOOKUP for key in keys)
