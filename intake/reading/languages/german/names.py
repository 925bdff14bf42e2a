"""Names of people in German text, where every noun has a capital: by titles, given names, and what stands beside."""

import re

from intake.reading.languages.english.names import gender_of as gender_elsewhere
from intake.reading.languages.english.names import is_given as is_given_elsewhere
from intake.reading.languages.german.words.people import (
    FEMALE,
    FEMALE_TITLES,
    INSTITUTION_ENDINGS,
    MALE,
    MALE_TITLES,
    PLAIN,
    POST_ENDINGS,
    TITLES,
)
from intake.reading.languages.german.words.places import CITIES, COUNTRIES
from intake.reading.mentions import NameMention

_WORD = r"[^\W\d_a-zäöüß][\w’'-]*(?<!-)"
_PARTICLE = r"(?:von der|van der|von|van|de|del|di|da|ten|el|al)"
_TITLE = (
    r"(?:(?:(?:Univ|Ass|Hon)\.-)?(?:Prof|Doz)|D?Dr|M?Mag|Dipl|Ing|med|phil|h\.c|habil|rer|nat|jur)\."
    r"(?:-Ing\.|(?:in|a)(?=\s))?"
)
_BARE = rf"(?:{_TITLE}|[A-ZÄÖÜ]\.(?=\s)|{_WORD})"
TOKEN = re.compile(rf"(?:{_PARTICLE}\s+)?{_BARE}")
RUN = re.compile(rf"(?<![\w’'-]){_BARE}(?:[ \u00a0](?:{TOKEN.pattern}))*")
#: What somebody is, with the ending of a woman's word or of a case; "die Vorsitzende", "Landwirtin".
POST = (
    rf"(?:\w+-)*\w*(?:{'|'.join(sorted(POST_ENDINGS, key=len, reverse=True))})(?:innen|in|en|es|er|s|n|r|m)?"
)
IS_POST = re.compile(POST, re.I)
HAS_POST = re.compile(rf"(?<![\w-])(?=[A-ZÄÖÜ]){POST}(?![\w-])", re.I)
IS_INSTITUTION = re.compile(
    rf"(?!\w+hausen$)(?:\w+-)*\w*(?:{'|'.join(sorted(INSTITUTION_ENDINGS, key=len, reverse=True))})(?:s|es|e|en|n|er)?|"
    rf"\w+(?:ung|heit|keit|schaft|tion|tät|ismus|nis|ment)(?:s|en)?",
    re.I,
)
NOT_NAMES = PLAIN and {*PLAIN, *(place.casefold() for place in (*CITIES, *COUNTRIES))}
GIVEN = MALE | FEMALE
#: Jan Freitag, Eva März
DAYS = frozenset(
    ("montag", "dienstag", "donnerstag", "freitag", "samstag", "sonntag", "märz", "mai", "august")
)
WITHIN_NAMES = ("Thi",)  # „Le Thi Hoa“, though „Thi Hoa“ may be all that is printed
RETIRED = re.compile(r"\b(?:a\.\s?D|i\.\s?R)\.(?=\s)")  # „Oberst a. D. Hartmut Moss“: no initial of his
DOUBLE_BARRELLED = re.compile(r"(?:\w+ )?[^\W\d_a-zäöüß]\w+-[^\W\d_a-zäöüß]\w+")


def is_given(word: str) -> bool:
    low = word.casefold()
    return low in GIVEN or low not in PLAIN and is_given_elsewhere(low) or low.partition("-")[0] in GIVEN


def gender_of(tokens: tuple[str, ...], title: str | None) -> str | None:
    """ "m" or "f" where the title or the given name tells."""
    if title in MALE_TITLES:
        return "m"
    if title in FEMALE_TITLES:
        return "f"
    first = tokens[0].casefold().split("-")[0] if len(tokens) > 1 else ""
    return "m" if first in MALE else "f" if first in FEMALE else gender_elsewhere(tokens, None)


def without_retirement(words: str) -> str:
    """Words with „a. D.“ blank, the same length."""
    return RETIRED.sub(lambda m: " " * len(m.group()), words)


def mentions(masked: str) -> list[NameMention]:
    """Every stretch that may be somebody's name, single words included, in order."""
    found: list[NameMention] = []
    masked = without_retirement(masked)
    for run in RUN.finditer(masked):
        tokens = [
            (m.start() + run.start(), m.end() + run.start(), m.group()) for m in TOKEN.finditer(run.group())
        ]
        found += _pieces(tokens)
    return found


def _pieces(tokens: list[tuple[int, int, str]]) -> list[NameMention]:
    found: list[NameMention] = []
    current: list[tuple[int, int, str]] = []
    titles: list[tuple[int, int, str]] = []
    behind_post = False  # „Wolfsberaterin Beke von Rahden“
    for place, token in enumerate(tokens, 1):
        word = token[2]
        if word in TITLES or word.endswith(".") and len(word) > 2:
            found += _mention(current, titles)
            titles = [*titles, token] if not current else [token]
            current = []
        elif _belongs(word, [text for _, _, text in current], bool(titles), behind_post=behind_post):
            begins = (
                place < len(tokens) and is_given(word) and word not in WITHIN_NAMES
            )  # a last word is a surname: „Friedrun Abel“
            if current and begins and not (titles or is_given(current[0][2]) or "." in current[0][2]):
                found, current = found + _mention(current, []), []  # „Ministerin für Küste | Heilwig Moss“
            current.append(token)
        elif " " in word:
            found += _mention(current, titles)
            bare = word.split()[-1]  # „Aus Sicht von Ferdinand Dütsch“: the particle was a preposition
            current, titles = (
                ([(token[1] - len(bare), token[1], bare)], []) if _belongs(bare, [], False) else ([], [])
            )
            behind_post = False
        else:
            found += _mention(current, titles)
            current, titles, behind_post = [], [], bool(IS_POST.fullmatch(word))
    return found + _mention(current, titles)


def _belongs(word: str, current: list[str], titled: bool, *, behind_post: bool = False) -> bool:
    """Whether a word goes on a name: behind a given name or a title nearly any does, or else none that means
    something."""
    low = word.casefold()
    if " " in word:  # a particle stands within a name only, and before no noun
        last = word.split()[-1]
        return (
            bool(current)
            and (all(map(is_given, current)) or behind_post and len(current) == 1)
            and not (IS_POST.fullmatch(last) or IS_INSTITUTION.fullmatch(last))
        )
    if current and (titled or is_given(current[0])) or titled and not current:
        return low not in PLAIN or low in DAYS and len(current) == 1 and is_given(current[0])
    if not current and is_given(word):
        return True
    return not (low in NOT_NAMES or IS_POST.fullmatch(word) or IS_INSTITUTION.fullmatch(word))


def _mention(tokens: list, titles: list) -> list[NameMention]:
    if not tokens:
        return []
    words = tuple(" ".join(text.split()) for _, _, text in tokens)
    shouted = all(word.isupper() for word in words) and any(len(word) > 3 for word in words)
    words = (
        tuple(re.sub(r"[^\W\d_]+", lambda m: m.group().capitalize(), w) for w in words) if shouted else words
    )
    start = titles[0][0] if titles else tokens[0][0]
    title = next(
        (text for _, _, text in titles if text in MALE_TITLES | FEMALE_TITLES),
        titles[-1][2] if titles else None,
    )
    return [NameMention(start, tokens[-1][1], words, title, tokens[0][0])]
