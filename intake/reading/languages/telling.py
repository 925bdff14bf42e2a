"""Which language a report is in."""

from intake.reading.languages import modules
from intake.reading.languages.language import SAMPLE, WORD, Language
from intake.reading.languages.other import OTHER

FEW_WORDS = 25  # a shorter text may hold none of a language's commonest words


def language_of(text: str) -> Language:
    """The language of most of the text; where it is none that can be read, one that knows no grammar."""
    languages = [module.LANGUAGE for module in modules("language")]
    best = max(languages, key=lambda language: language.share(text))
    few = len(WORD.findall(text[:SAMPLE])) < FEW_WORDS
    return best if few or best.is_in(text) else OTHER
