"""The languages that reports are read in; a further one is a folder here and a line in LANGUAGES."""

from intake.reading.languages.english import ENGLISH
from intake.reading.languages.language import Language
from intake.reading.languages.russian import RUSSIAN

LANGUAGES: tuple[Language, ...] = (ENGLISH, RUSSIAN)


def language_of(text: str) -> Language:
    """The language in which most of the text is written."""
    return RUSSIAN if RUSSIAN.letters(text) > ENGLISH.letters(text) else ENGLISH
