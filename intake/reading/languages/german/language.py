"""Reports in German."""

import re

from intake.reading.languages.english.places import place_in_line
from intake.reading.languages.german.grammar import GermanGrammar
from intake.reading.languages.german.people import find_people
from intake.reading.languages.german.places import place_in_dateline, place_in_sentence, place_in_title
from intake.reading.languages.language import Language

LANGUAGE = Language(
    "de",
    re.compile(
        r"\b(?:der|die|das|und|nicht|ein|eine|den|dem|des|ist|sich|auf|für|mit|von|zu|im|wird|wurde|auch|dass|bei|als|nach)\b",
        re.I,
    ),
    find_people,
    GermanGrammar,
    place_in_sentence,
    place_in_title,
    place_in_line,
    place_in_dateline,
)
