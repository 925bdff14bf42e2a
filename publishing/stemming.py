"""What words of one stem have in common, by the rules of their language."""

import threading
from functools import cached_property

import snowballstemmer


class _Stemmers(threading.local):
    """A stemmer writes down in itself how far it is in a word: two threads that share one spoil each other's stems."""

    @cached_property
    def english(self):
        return snowballstemmer.stemmer("english")

    @cached_property
    def russian(self):
        return snowballstemmer.stemmer("russian")


_stemmers = _Stemmers()


def english_stem(word: str) -> str:
    """ "markets" → "market"; ``word`` is folded."""
    return _stemmers.english.stemWord(word)


def russian_stem(word: str) -> str:
    """ "институте" → "институт"; ``word`` is folded."""
    return _stemmers.russian.stemWord(word)
