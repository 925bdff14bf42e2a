"""Reports in English."""

import re

from intake.reading.languages.english.grammar import EnglishGrammar
from intake.reading.languages.english.people import find_people
from intake.reading.languages.english.places import (
    dateline_place,
    place_in_line,
    place_in_sentence,
    place_in_title,
)
from intake.reading.languages.language import Language

COMMONEST = re.compile(
    r"\b(?:the|of|and|that|is|was|were|for|with|on|said|from|by|as|it|he|she|they|has|have|had|not|are|at|be|would|who)\b",
    re.I,
)
LANGUAGE = Language(
    "en",
    COMMONEST,
    find_people,
    EnglishGrammar,
    place_in_sentence,
    place_in_title,
    place_in_line,
    dateline_place,
)
