"""Reports in Russian."""

import re

from intake.reading.languages.english.places import dateline_place
from intake.reading.languages.language import Language
from intake.reading.languages.russian.grammar import RussianGrammar
from intake.reading.languages.russian.people import find_people
from intake.reading.languages.russian.places import place_in_line, place_in_sentence, place_in_title

#: Words with a letter that Ukrainian and Belarusian print otherwise, or the small words.
COMMONEST = re.compile(
    r"\b(?:[а-яё]*[ыэъё][а-яё]*|в|и|на|не|что|с|по|как|это|из|от|для|о|он|она|они|но|а|к|у|за|его|был[аио]?)\b",
    re.I,
)
LANGUAGE = Language(
    "ru",
    COMMONEST,
    find_people,
    RussianGrammar,
    place_in_sentence,
    place_in_title,
    place_in_line,
    dateline_place,
)
