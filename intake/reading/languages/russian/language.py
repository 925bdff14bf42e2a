"""Reports in Russian."""

import re

from intake.reading.languages.language import Language
from intake.reading.languages.russian.grammar import RussianGrammar
from intake.reading.languages.russian.people import find_people

LANGUAGE = Language("ru", re.compile("[а-яё]", re.I), find_people, RussianGrammar)
