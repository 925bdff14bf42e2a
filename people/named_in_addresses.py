"""How people are named in an address: its words have no capitals, no accents and letters of no other script.

A Russian name stands there in any case and any romanisation, so it is known by its sound; another as it is spelled, an
umlaut in one letter or two. Only whole words count: nobody is named "Li" by "lisbon". But "li" and "may" do name
somebody: an old address that is lost for an ordinary word is a smaller harm than a name that stays.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from people.name_letters import HAN_OR_HANGUL, KANA, ascii_word, other_spellings, part_characters
from people.name_sounds import sounds
from people.names import APOSTROPHES
from publishing.forgetting import russian_stem
from publishing.models import readable_slug

#: Letters of a full name that is one without blanks too (artyomlukin), and of a word to which German adds an "s".
LONG, LONG_ENOUGH = 9, 5
#: What cases put behind a Russian name without its last vowels; as letters are once their accents are gone.
CASES = (
    "ого его ому ему ыми ими ами ями аеи ым им ом ем ам ям ых их ах ях ои еи ою ею ая яя ую юю аю ае аи ии ов ев"
    " а я у ю е и ы ь".split()
)
#: What an address puts a hyphen for or leaves out: O’Brien, Jean-Luc.
MARKS = re.compile(f"[{''.join(sorted(APOSTROPHES))}‐‑–-]")
#: What an umlaut has more in two letters: Mueller; Coe has none.
SECOND_LETTER = re.compile(r"(?<=\w[aou])e(?=\w)")
CYRILLIC = re.compile("[\u0400-\u04ff]+")
#: Leaves a Russian word in some cases: Кравец, Кравца.
FLEETING = re.compile(r"(?<=[аеёиоуыэюя][бвгджзклмнпрстфхчшщ])(?:[её](?=ц$)|о(?=к$))")
#: A surname that looks Russian in Latin letters: what its cases keep, and the end that they change.
ROMANISED = re.compile(r"(\w+(?:ov|ev|in|yn|sk))(?:a|aya|aia|aja|y|i|iy|ii|ij)?|(\w{3,})(?:aya|aia|aja)")
#: Is often romanised as "ye": Toloraye.
YE = re.compile("(?<=[аеёиоуыэюя])е")
#: Letters of the shortest name that is looked for.
SHORTEST = 2


def is_unspaced(name: str) -> bool:
    """Whether it is written in letters that no blank parts from what follows."""
    return bool(HAN_OR_HANGUL.search(name) or KANA.search(name))


def stands_in_address(name: str, slug: str) -> bool:
    """Whether words of ``slug`` are ``name``, in full or a surname, however it is written and inflected."""
    if is_unspaced(name) and _runs_into_others(readable_slug(name), slug):
        return True
    words = [_readings(word) for word in slug.split("-")]
    return any(_follow_each_other(parts, words) for parts in _ways_to_write(name))


def _runs_into_others(name: str, slug: str) -> bool:
    """Where no blank parts words, the address has none of their bounds: wangxiaomingdejiangzuo."""
    return len(name) >= LONG_ENOUGH and name.replace("-", "") in slug.replace("-", "")


def _follow_each_other(parts: list[frozenset[str]], words: list[frozenset[str]]) -> bool:
    beginnings = range(len(words) - len(parts) + 1)
    return any(all(part & words[n] for n, part in enumerate(parts, first)) for first in beginnings)


@lru_cache(maxsize=2_000)
def _ways_to_write(name: str) -> list[list[frozenset[str]]]:
    """The words of ``name`` in each way to part them, each word with the readings that it may have in an address."""
    name = part_characters(name.lower()).replace(",", " ")
    parted = [[word for word in MARKS.sub(mark, name).split() if readable_slug(word)] for mark in ("", " ")]
    whole = "".join(parted[0])
    ways = [*parted, [whole]] if len(whole) >= LONG else parted
    return [list(map(_may_read, words)) for words in ways] if len(readable_slug(whole)) >= SHORTEST else []


def _may_read(word: str) -> frozenset[str]:
    heard = (sound for form in _in_cases(word) for one in _spellings(form) for sound in sounds(one))
    return _as_heard(heard) | _as_written(one + end for one in _spellings(word) for end in ("", "s"))


@lru_cache(maxsize=50_000)
def _readings(word: str) -> frozenset[str]:
    return _as_heard(sounds(word)) | _as_written([word])


def _as_heard(sounds_of_it: Iterable[str]) -> frozenset[str]:
    return frozenset(f"({sound}" for sound in sounds_of_it)


def _as_written(spellings: Iterable[str]) -> frozenset[str]:
    return frozenset(f"={SECOND_LETTER.sub('', one)}" for one in spellings)


def _spellings(word: str) -> Iterator[str]:
    yield from (readable_slug(word), ascii_word(word), *other_spellings(word))
    if CYRILLIC.fullmatch(word):
        yield ascii_word(YE.sub("йе", word))


def _in_cases(word: str) -> Iterator[str]:
    """A Russian word in all cases, and some that it has not; nothing of another."""
    if CYRILLIC.fullmatch(word):
        stem = russian_stem(word) or _short_stem(word)
        yield word
        yield from (one + case for one in {stem, FLEETING.sub("", stem)} if one for case in CASES)
    elif len(word) >= LONG_ENOUGH and (found := ROMANISED.fullmatch(word)):
        yield word
        yield from ((found[1] or found[2]) + ascii_word(case) for case in CASES)


def _short_stem(word: str) -> str:
    """What the cases of a short name keep: Ян, Цо(й), Ив(а); Ли has none."""
    if word[-1] in "аяйь":
        return word[:-1] if len(word) > SHORTEST else ""
    return word if word[-1] not in "еёиоуыэю" else ""
