"""The words of the archive as they are written, to find near spellings when a query finds nothing.

A word stays when its last record goes: it is only ever suggested when it finds something public at that moment.
"""

from collections.abc import Iterable
from itertools import batched

from django.db.models import Q
from rapidfuzz.distance import OSA

from publishing.forgetting import LONGEST_ENDING, Names, russian_stem
from search.models import KnownWord
from search.words import LONGEST_WORD, WORD, fold

#: Shorter words are near to everything.
SHORTEST = 4
#: Letters at either end by which candidates are found: one slip leaves one of the ends as it was.
END = 3
#: Slips of the fingers in a short word, and in one of LONG letters.
FEW, MANY, LONG = 1, 2, 7
BATCH = 400


def spelled(*texts: str) -> set[str]:
    """The words of ``texts`` as they are written there."""
    return set().union(*map(WORD.findall, texts))


def remember_words(written: Iterable[str]) -> None:
    """Add to the known words those of ``written``, as they are spelled; small letters make a word ordinary."""
    words: dict[str, bool] = {}
    for word in written:
        folded = fold(word)
        if _is_worth_knowing(folded):
            words[folded] = words.get(folded, False) or _in_small_letters(word)
    for batch in batched(sorted(words), BATCH):
        known = dict(KnownWord.objects.filter(word__in=batch).values_list("word", "ordinary"))
        KnownWord.objects.bulk_create(
            [
                KnownWord(word=word, start=word[:END], end=word[-END:], ordinary=words[word])
                for word in batch
                if word not in known
            ],
            ignore_conflicts=True,
        )
        grown = [word for word in batch if words[word] and known.get(word) is False]
        if grown:
            KnownWord.objects.filter(word__in=grown).update(ordinary=True)


def take_out_of_known_words(names: Names) -> None:
    """Forget the words of ``names``; what other texts write they will know again when they are indexed."""
    KnownWord.objects.filter(word__in=map(fold, spelled(*names.names))).delete()
    for stem in filter(None, map(russian_stem, spelled(*names.names))):
        rows = KnownWord.objects.filter(word__startswith=fold(stem)).values_list("pk", "word")
        longest = len(stem) + LONGEST_ENDING
        KnownWord.objects.filter(pk__in=[pk for pk, word in rows if len(word) <= longest]).delete()


def _is_worth_knowing(word: str) -> bool:
    return 1 < len(word) <= LONGEST_WORD and word.isalpha()


def _in_small_letters(word: str) -> bool:
    """In a script that has large ones to begin a name with; Georgian's only fill headlines."""
    return word.islower() and word.title() != word


def near_words(*typed: str) -> dict[str, list[str]]:
    """Of each word typed the known words that it may be a slip for, the nearest first; all in one question."""
    folded = {word: fold(word) for word in typed if len(fold(word)) >= SHORTEST}
    starts, ends = ({word[part] for word in folded.values()} for part in (slice(END), slice(-END, None)))
    rows = (
        KnownWord.objects.filter(Q(start__in=starts) | Q(end__in=ends))
        if folded
        else KnownWord.objects.none()
    )
    known = [word for word in rows.values_list("word", flat=True) if len(word) >= SHORTEST]
    return {word: _near(folded[word], known) if word in folded else [] for word in typed}


def _near(word: str, known: Iterable[str]) -> list[str]:
    most = MANY if len(word) >= LONG else FEW
    near = [
        (slips, other)
        for other in known
        if (word[:END] == other[:END] or word[-END:] == other[-END:])
        and 0 < (slips := OSA.distance(word, other, score_cutoff=most)) <= most
    ]
    return [other for _slips, other in sorted(near)]
