"""The passage that matched, with the words that matched marked."""

import re
from collections.abc import Iterable, Set

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from search.words import places_of, spans

#: Between tags and character references: where text stands in escaped HTML.
MARKUP = re.compile(r"(<[^>]*>|&#?\w+;)")
#: So many words of a long text are shown round the best place.
PASSAGE_WORDS = 36
WORDS_BEFORE = 8


def mark_words(html: SafeString, wanted: Set[str]) -> SafeString:
    """``html`` with each word in <mark class="term"> whose stem is ``wanted``; nothing else of it changes."""
    parts = MARKUP.split(html)
    parts[::2] = [_marked(text, wanted) for text in parts[::2]]
    return mark_safe("".join(parts))  # escaped by whoever wrote it; only our own tags are added


def passage(text: str, wanted: Set[str]) -> SafeString:
    """The stretch of a plain ``text`` in which most different ``wanted`` words stand, marked; blank without any."""
    words = list(spans(text))
    hits = [place for place, (_start, _end, stem) in enumerate(words) if stem in wanted]
    if not hits:
        return mark_safe("")

    def riches(first: int) -> tuple[int, int]:
        inside = [words[place][2] for place in hits if first <= place < first + PASSAGE_WORDS - WORDS_BEFORE]
        return len(set(inside)), len(inside)

    best = max(hits, key=riches)
    first, last = max(0, best - WORDS_BEFORE), min(len(words), best - WORDS_BEFORE + PASSAGE_WORDS) - 1
    start = 0 if first == 0 else words[first][0]
    end = len(text) if last == len(words) - 1 else words[last][1]
    shown = escape(" ".join(text[start:end].split()))
    before, after = "… " if start else "", " …" if end < len(text) else ""
    return mark_safe(before + mark_words(mark_safe(shown), wanted) + after)  # escaped above


def _marked(text: str, wanted: Set[str]) -> str:
    written, done = [], 0
    for start, end in _together(places_of(wanted, text)):
        written += [text[done:start], '<mark class="term">', text[start:end], "</mark>"]
        done = end
    return "".join([*written, text[done:]])


def _together(places: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Overlapping places as one: of scripts without blanks, words share their letters."""
    whole: list[tuple[int, int]] = []
    for start, end in places:
        if whole and start < whole[-1][1]:
            whole[-1] = (whole[-1][0], end)
        else:
            whole.append((start, end))
    return whole
