"""Where a statement's words stand in a report, and what stands nearest to words that were lost.

Words match character by character, except that
- any run of white space (line and paragraph breaks, no-break spaces) equals one space;
- double quotation marks of all shapes are equal, and so are single ones, apostrophes and primes;
- hyphens, dashes and the minus sign are equal;
- soft hyphens, zero-width characters and direction marks are not there.
Case, accents and letters count. Words that stand nowhere are looked for once more without the quotation
marks round them. tests/events/place_cases.json says what is found where.

What is taken back is looked for otherwise, as a person would know it again: by its words in their order, in whatever
letters, marks and blanks (`Text.repeats`), or by so many of them that it is no chance (`Text.shares`).
"""

import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import accumulate, pairwise
from re import compile as pattern
from typing import NamedTuple

from publishing import marks, richtext
from publishing.folding import UNSPACED, fold

ALIKE = {
    " ": "\t\n\v\f\r\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000",
    '"': "“”„‟«»″",
    "'": "‘’‚‛‹›′`´",
    "-": "‐‑‒–—―−",
    "": f"{marks.SHOWS_NOTHING}{marks.JOINERS}\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
}
PLAIN = {character: plain for plain, characters in ALIKE.items() for character in characters}
PLAINLY = str.maketrans(PLAIN)
CONTEXT = 32  # characters before and after a place that tell it from others with the same words
LEAST_AGREEMENT = 4  # a context that shares less than this says nothing
MOST_PLACES = 300  # of the same words in one report; bounds the search for words like "the"
LEAST_LIKENESS = 0.4
END_REACH = 3  # words beyond a likely run in which the first or last lost word is looked for
WORD = pattern(r"[^\W_]+")
#: Of two texts that say the same: a word, or a letter where no blank parts words; accents may stand by themselves.
COMPARED = pattern(rf"[{UNSPACED}]|(?:[^\W_{UNSPACED}]|[\u0300-\u036f])+")
FEWEST_SHARED = 4  # words in a row: fewer are met by chance
MOST_SHARED = 8  # words in a row that are no chance, however long the statement is
TELLING = {5: 2, 6: 1}  # words in a row, and of how many of them that are seldom met
SELDOM = 6  # letters from which on a word is seldom met; a figure of several is too
FEWEST_QUOTED = 3  # words in a row that somebody set in quotation marks, and nothing beside them
#: What stands in quotation marks, in what `_folded` makes of a text.
QUOTED = pattern(r"""\"([^"\n]{1,300})\"|(?<!\w)'([^"\n]{1,300}?)'(?!\w)""")


class Place(NamedTuple):
    """Where words stand in a text: offsets in code points, and a TextQuoteSelector of the W3C's annotation
    model."""

    start: int
    end: int
    exact: str
    prefix: str
    suffix: str


class Text:
    """A text made ready for finding many statements in it."""

    def __init__(self, text: str):
        self.text = text

    @cached_property
    def _comparable(self) -> tuple[str, Sequence[int]]:
        """Made where something is looked for: a page that marks known places never asks, and it costs a third of it."""
        return _folded(self.text)

    @property
    def folded(self) -> str:
        return self._comparable[0]

    @property
    def at(self) -> Sequence[int]:
        return self._comparable[1]

    def find(
        self, words: str, prefix: str = "", suffix: str = "", taken: Iterable[Sequence] = ()
    ) -> Place | None:
        """The place of the words, or None where they do not stand in the text.

        Of several places the one whose surroundings agree best with `prefix` and `suffix`; else the first
        that no place in `taken` (start, end, …) overlaps; else the first: two people may have said one
        sentence.
        """
        spans = self._spans(words)
        if not spans:
            return None
        if len(spans) > 1:
            before, after = _folded(prefix)[0].strip(" ")[-CONTEXT:], _folded(suffix)[0].strip(" ")[:CONTEXT]
            busy = merged(taken)
            spans.sort(
                key=lambda span: (-self._agreement(span, before, after), overlaps(busy, *self._offsets(span)))
            )
        return self._place(*self._offsets(spans[0]))

    def places(self, words: str) -> list[Place]:
        """Every place of the words, in order; at most MOST_PLACES."""
        return [self._place(*self._offsets(span)) for span in self._spans(words)]

    def repeats(self, words: str) -> list[Place]:
        """Every place where all the words stand in their order, however they are set; in order, none touching another.

        Takes time with the two texts together, as `shares` does.
        """
        same = self._with_edges(words, self._runs_of_all(_words_of(words)))
        return [self._place(*span) for span in merged([*self.places(words), *same])]

    def shares(self, words: str) -> list[Place]:
        """Where the text says all the words, or so many of them in a row that it is no chance: a good part, a few of
        which several are seldom met, or what it sets in quotation marks."""
        said = Text(words)
        wanted = [word for word, _, _ in said._compared]
        number = enough(len(wanted))
        runs = [*self._runs_of(_runs(wanted, number)), *self._quoted_of(wanted)]
        for fewest, seldom in TELLING.items():
            if number > fewest:
                runs += self._runs_of(said._telling_runs(fewest, seldom))
        return [
            self._place(*span)
            for span in merged([*self.repeats(words), *self._with_edges(words, merged(runs))])
        ]

    def _runs_of(self, runs: Iterable[tuple[str, ...]]) -> Iterator[tuple[int, int]]:
        """Where one of the runs stands, which all have as many words."""
        known, there = set(runs), self._compared
        number = len(next(iter(known), ()))
        for i, run in enumerate(_runs([word for word, _, _ in there], number)):
            if run in known:
                yield there[i][1], there[i + number - 1][2]

    def _telling_runs(self, number: int, seldom: int) -> Iterator[tuple[str, ...]]:
        """Its runs of so many words, of which so many are seldom met: "at the same time as" is anybody's, and what has
        a capital may be the name of something that many speak of."""
        telling = [
            word if is_seldom(word) and not self.text[start].isupper() else ""
            for word, start, _ in self._compared
        ]
        words = [word for word, _, _ in self._compared]
        for run, told in zip(_runs(words, number), _runs(telling, number), strict=True):
            if len({word for word in told if word}) >= seldom:
                yield run

    def _quoted_of(self, wanted: list[str]) -> Iterator[tuple[int, int]]:
        """Where quotation marks hold some of the wanted words, and no others."""
        line = f" {' '.join(wanted)} "
        for quoted in QUOTED.finditer(self.folded):
            said = _words_of(quoted[quoted.lastindex or 1])
            if len(said) >= FEWEST_QUOTED and f" {' '.join(said)} " in line:
                yield self._offsets(quoted.span(quoted.lastindex or 1))

    def nearest(self, words: str) -> str | None:
        """The run of words most like those that were lost, for an editor to take or leave; None where nothing
        is.

        Likeness is that of the two sets of words, where a word counts less the oftener the text has it. A few
        milliseconds for a long report: ask for lost statements alone.
        """
        lost = [word.lower() for word in WORD.findall(words)]
        if not lost or not self._words:
            return None
        wanted = set(lost)
        first = self._richest_window(wanted, len(lost))
        _, last = self._reach(wanted, first, 1, 2 * len(lost))
        _, first = self._reach(wanted, last, -1, 2 * len(lost))
        likeness, last = self._reach(wanted, first, 1, 2 * len(lost))
        if likeness < LEAST_LIKENESS:
            return None
        first, last = self._to_ends(lost, first, last)
        [(start, end)] = self._with_edges(words, [(self._words[first][1], self._words[last][2])])
        return self.text[start:end]

    @cached_property
    def _compared(self) -> list[tuple[str, int, int]]:
        """Its words as a person compares them, each with where it stands."""
        return [
            (fold(word[0]), self.at[word.start()], self.at[word.end() - 1] + 1)
            for word in COMPARED.finditer(self.folded)
        ]

    def _runs_of_all(self, wanted: list[str]) -> Iterator[tuple[int, int]]:
        """Where all the words stand, one after the other."""
        there = [word for word, _, _ in self._compared]
        begins = list(accumulate((len(word) + 1 for word in there), initial=0))
        line, needle = f" {' '.join(there)} ", f" {' '.join(wanted)} "
        at = line.find(needle) if wanted else -1
        while at >= 0:
            end = at + len(needle) - 1
            yield self._compared[bisect_left(begins, at)][1], self._compared[bisect_left(begins, end) - 1][2]
            at = line.find(needle, end)

    def _spans(self, words: str) -> list[tuple[int, int]]:
        """Places in the folded text of the words as they are, composed, or without the marks round them."""
        for needle in _needles(words):
            spans: list[tuple[int, int]] = []
            start = self.folded.find(needle)
            while start >= 0 and len(spans) < MOST_PLACES:
                spans.append((start, start + len(needle)))
                start = self.folded.find(needle, start + 1)
            if spans:
                return spans
        return []

    def _offsets(self, span: tuple[int, int]) -> tuple[int, int]:
        return self.at[span[0]], self.at[span[1] - 1] + 1

    def _place(self, start: int, end: int) -> Place:
        text = self.text
        return Place(
            start, end, text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
        )

    def _agreement(self, span: tuple[int, int], before: str, after: str) -> int:
        """How many characters on both sides are those of the context."""
        start, end = span
        left = self.folded[max(0, start - CONTEXT - 1) : start].rstrip(" ")
        right = self.folded[end : end + CONTEXT + 1].lstrip(" ")
        agreement = _shared(reversed(left), reversed(before)) + _shared(right, after)
        return agreement if agreement >= LEAST_AGREEMENT else 0

    @cached_property
    def _words(self) -> list[tuple[str, int, int]]:
        return [(word[0].lower(), *word.span()) for word in WORD.finditer(self.text)]

    @cached_property
    def _counts(self) -> Counter:
        return Counter(word for word, _, _ in self._words)

    def _weight(self, word: str) -> float:
        return 1 / (self._counts[word] or 1)

    def _richest_window(self, wanted: set[str], width: int) -> int:
        """Where the `width` words in a row begin that have the most of what is wanted."""
        inside: Counter = Counter()
        weight, best, first = 0.0, 0.0, 0
        for i, (word, _, _) in enumerate(self._words):
            if word in wanted:
                weight += 0 if inside[word] else self._weight(word)
                inside[word] += 1
            leaving = self._words[i - width][0] if i >= width else None
            if leaving in wanted:
                inside[leaving] -= 1
                weight -= 0 if inside[leaving] else self._weight(leaving)
            if weight > best + 1e-9:
                best, first = weight, max(0, i - width + 1)
        return first

    def _reach(self, wanted: set[str], anchor: int, step: int, most: int) -> tuple[float, int]:
        """The likeness, and the other end, of the best run that begins (step 1) or ends (-1) with the
        anchor."""
        all_wanted = sum(self._weight(word) for word in wanted)
        seen: set[str] = set()
        common = weight = 0.0
        best = (0.0, anchor)
        stop = min(len(self._words), anchor + most) if step > 0 else max(-1, anchor - most)
        for i in range(anchor, stop, step):
            word = self._words[i][0]
            if word not in seen:
                seen.add(word)
                weight += self._weight(word)
                common += self._weight(word) if word in wanted else 0
            best = max(best, (2 * common / (weight + all_wanted), i), key=lambda reach: reach[0])
        return best

    def _to_ends(self, lost: list[str], first: int, last: int) -> tuple[int, int]:
        """The run up to the first and last of the lost words, where an edit beside them hid them from
        likeness."""
        for i in range(first, max(-1, first - 1 - END_REACH), -1):
            if self._words[i][0] == lost[0]:
                first = i
                break
        for i in range(last, min(len(self._words), last + 1 + END_REACH)):
            if self._words[i][0] == lost[-1]:
                last = i
                break
        return first, last

    def _with_edges(self, words: str, spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
        """The spans with the punctuation round each that the words have too."""
        bare = _folded(words)[0].strip(" ")
        head = WORD.split(bare, maxsplit=1)[0]
        tail = WORD.split(bare[::-1], maxsplit=1)[0][::-1]
        return [
            (
                start
                - _shared(reversed(_plain(self.text[max(0, start - len(head)) : start])), reversed(head)),
                end + _shared(_plain(self.text[end : end + len(tail)]), tail),
            )
            for start, end in spans
        ]


class Report(Text):
    """A report made ready: its tree for marking, its text for finding."""

    def __init__(self, html: str):
        self.tree, text = _read(html)
        super().__init__(text)

    def paragraph_of(self, words: str, prefix: str = "", suffix: str = "") -> str:
        """The whole paragraph in which the words stand; blank where they do not."""
        place = self.find(words, prefix, suffix)
        if place is None:
            return ""
        start, end = self.text.rfind("\n", 0, place.start) + 1, self.text.find("\n", place.end)
        return self.text[start : end if end >= 0 else None]


@lru_cache(maxsize=32)
def _read(html: str) -> tuple[richtext.Box, str]:
    """The tree, which nobody changes, and its text: each statement's page reads the report of its event anew."""
    tree = richtext.parse(html)
    return tree, "\n".join(line.text for line in richtext.lines(tree))


def find(
    words: str, report: "str | Report", prefix: str = "", suffix: str = "", taken: Iterable[Sequence] = ()
) -> Place | None:
    """`Report.find` for one statement; offsets count in `richtext.plain_text` of the report's HTML."""
    return prepared(report).find(words, prefix, suffix, taken)


def nearest(words: str, report: "str | Report") -> str | None:
    """`Report.nearest` for one statement."""
    return prepared(report).nearest(words)


def prepared(report: "str | Report") -> Report:
    return report if isinstance(report, Report) else Report(report)


def enough(number: int) -> int:
    """How many of so many words in a row tell that a text says what the others say too: half of them, within bounds."""
    return min(number, max(FEWEST_SHARED, min(MOST_SHARED, (number + 1) // 2)))


def is_seldom(word: str) -> bool:
    return len(word) >= SELDOM or (len(word) > 1 and word.isdigit())


def telling_pieces(words: str) -> list[list[str]]:
    """Pieces of which any text has one, with all its words as `fold` has them, that `shares` these words; but what it
    quotes is known by a word that is seldom met.

    The longest words first: they are the rarest, and tell soonest that a piece is not there.
    """
    wanted = _words_of(words)
    size = (enough(len(wanted)) + 1) // 2
    starts = range(0, len(wanted) - size + 1, size) if size else ()
    seldom = [i for i, word in enumerate(wanted) if is_seldom(word)]
    pieces = [
        *(wanted[i : i + size] for i in starts),
        *([wanted[i], wanted[j]] for i, j in pairwise(seldom) if j - i < min(TELLING)),
        *(wanted[max(0, i - 1) : i + 1] for i in seldom),
        *(wanted[i : i + 2] for i in seldom),
    ]
    unique = {tuple(sorted(set(piece), key=lambda word: (-len(word), word))): None for piece in pieces}
    return [list(piece) for piece in unique]


def merged(places: Iterable[Sequence]) -> list[tuple[int, int]]:
    """The stretches that the places (start, end, …) cover together, in order, none touching another."""
    stretches: list[tuple[int, int]] = []
    for start, end in sorted((place[0], place[1]) for place in places):
        if stretches and start <= stretches[-1][1]:
            stretches[-1] = (stretches[-1][0], max(end, stretches[-1][1]))
        elif start < end:
            stretches.append((start, end))
    return stretches


def overlaps(stretches: list[tuple[int, int]], start: int, end: int) -> bool:
    i = bisect_left(stretches, (end,)) - 1
    return i >= 0 and stretches[i][1] > start


def _folded(text: str) -> tuple[str, Sequence[int]]:
    """The text as it is compared, and where each of its characters stood."""
    plain_text = text.translate(PLAINLY)
    if len(plain_text) == len(text) and "  " not in plain_text:
        return plain_text, range(len(text))  # each has its place
    kept: list[str] = []
    at: list[int] = []
    last = ""
    for i, character in enumerate(text):
        plain = PLAIN.get(character, character)
        if plain and not (plain == " " == last):
            kept.append(plain)
            at.append(i)
            last = plain
    return "".join(kept), at


def _words_of(words: str) -> list[str]:
    return [word for word, _, _ in Text(words)._compared]


def _runs(words: list[str], number: int) -> Iterator[tuple[str, ...]]:
    """Each run of ``number`` words, by its first."""
    return (tuple(words[i : i + number]) for i in range(len(words) - number + 1 if number else 0))


def _plain(text: str) -> str:
    """The text with plain marks, each character in its place."""
    return "".join(PLAIN.get(character) or character for character in text)


def _needles(words: str) -> list[str]:
    needle = _folded(words)[0].strip(" ")
    composed = unicodedata.normalize("NFC", needle)
    enclosed = len(composed) > 2 and composed[0] == composed[-1] and composed[0] in "\"'"
    return [
        part
        for part in dict.fromkeys([needle, composed, composed[1:-1].strip(" ") if enclosed else ""])
        if part
    ]


def _shared(one: Iterable[str], other: Iterable[str]) -> int:
    """How many characters the two have in common from their beginning."""
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count
