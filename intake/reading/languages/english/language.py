"""Reports in English."""

import re

from intake.reading.languages.english.grammar import EnglishGrammar
from intake.reading.languages.english.people import find_people
from intake.reading.languages.language import Language

LANGUAGE = Language("en", re.compile("[a-z]", re.I), find_people, EnglishGrammar)
