"""Names of people in English text: runs of capitalised words, less what cannot be part of a name."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property, lru_cache

from intake.reading.family_names import FAMILY_FIRST, east_asian, given_first
from intake.reading.languages.english.words import given_names, more_given_names
from intake.reading.languages.english.words.institutions import (
    DOMAINS,
    INSTITUTIONS,
    NAMED_AFTER,
    NEVER_SURNAMES,
    PLAIN,
    SCHOOLS,
    WATERSIDES,
)
from intake.reading.languages.english.words.people import (
    ABBREVIATED,
    CLASS_YEARS,
    FEMALE_HONORIFICS,
    HONORIFICS,
    MALE_HONORIFICS,
    PARTICLES,
    POSTS,
    STYLED,
)
from intake.reading.languages.english.words.places import CITIES, COUNTRIES, NATIONALITIES
from intake.reading.mentions import NameMention
from intake.reading.words import words

UPPER = "".join(chr(c) for c in (*range(0x41, 0x250), *range(0x1E00, 0x1F00)) if chr(c).isupper())
_TAIL = r"\w*(?:[’'‘\-](?!s\b)[^\W\d_]\w*)*"
_TOKEN = (
    rf"(?:(?:Jr|Sr)\.|(?:[{UPPER}]\.-?){{1,3}}(?![^\W\d_]{{2}})|(?:al|el|ad|as|ar|an|ash|at|bin|"
    rf"ibn)-[{UPPER}]{_TAIL}|[dDlL]['’][{UPPER}]{_TAIL}"
    rf"|Dato[’']|(?:Ma|St)\.(?=\s[{UPPER}])"
    rf"|(?:{'|'.join(sorted(ABBREVIATED, key=len, reverse=True))})\.|[{UPPER}]{_TAIL})"
)
_GAP = r"(?:[ \u00a0]|\n(?!\s))"
_PARTICLES = "|".join(p for p in PARTICLES if p not in ("e", "st"))
_IN_BRACKETS = r"\((?:Dr|Prof|Mrs|Ms|Mr|Miss|Smt|Shri|[Rr]etd?|[Rr]td|[Rr]et)\.?\)"  # 'Dr. (Mrs.) Rao'
_NICKNAME = rf"[\"“„][{UPPER}][^\W\d_]+[\"”“]"
RUN = re.compile(
    rf"(?<![\w’'])(?:(?:{_PARTICLES}){_GAP})?{_TOKEN}"
    rf"(?:{_GAP}(?:(?:(?:{_PARTICLES}){_GAP}){{0,2}}{_TOKEN}|{_IN_BRACKETS}|{_NICKNAME}(?={_GAP}[{UPPER}]))){{0,9}}"
)
_TOKEN_AT = re.compile(rf"(?:(?:{_PARTICLES}){_GAP})*{_TOKEN}|{_IN_BRACKETS}|{_NICKNAME}")

MALE = given_names.MALE | more_given_names.MALE
FEMALE = given_names.FEMALE | more_given_names.FEMALE
BOTH = given_names.BOTH | more_given_names.BOTH
GIVEN = MALE | FEMALE | BOTH
SURNAMES_LIKE_POSTS = set(
    words("""
mayor dean judge bishop marshal chancellor priest major page king prince pope baron abbot cook
""")
)
# Titles so personal that whatever capitalised word follows is a surname: Mr Long, Prof. Park.
BARE_TITLES = set(words("mr mrs ms miss dr prof cllr sir shri smt rev baroness eng engr adv amb hon sen"))
HONORIFIC_WORDS = {h.casefold() for h in HONORIFICS}
POST_WORDS = set(POSTS)
PLACE_WORDS = {
    word.casefold() for place in (*CITIES, *COUNTRIES) for word in place.replace(",", "").split()
} | set(NATIONALITIES)
# Places that are also given or family names often enough not to be ruled out in the middle of a name.
NAMES_AS_PLACES = set(
    words("""
jordan chad georgia florence paris victoria virginia san santa abu london lima cork york sofia kingston
minh chi ho hong josé leone trinidad
hamilton austin dallas houston cleveland lund bergen el salvador republic of and the
""")
)
NOT_A_NAME = {*INSTITUTIONS, *PLAIN, *DOMAINS}
NOT_A_NAME |= set(
    words("""
un eu us uk usa ussr nato nhs mit ucl lse iit ii iii iv ltd llp pvt phd mba ma ba q a guest guests
""")
)
NOT_A_NAME |= PLACE_WORDS - NAMES_AS_PLACES - GIVEN - set(PARTICLES)

RETIRED = {"retd", "ret", "rtd"}  # in brackets: 'Air Marshal (Retd) Ann Moss'
NUMERALS = {"II", "III", "IV"}  # Wendell Crane III
#: How Japanese names are written in Latin letters: KURAMOCHI Yasuhiro.
ROMAJI = re.compile(r"(?:(?:sh|ch|ts|[kgsztdnhbpmyrwjf])?y?[aiueo]|n(?![aiueo]))+", re.I)
FEWEST_LETTERS = 4
SHOUTED = re.compile(r"[^\W\d_a-zа-яё]{2,}(?![^\W\d_])")
ACRONYM = 3  # letters in capitals that are none of a name's
#: "I've", "We’ll", "That's": no name, whatever its capital.
CONTRACTION = re.compile(
    r"(?:I|We|You|They|He|She|It|That|There|Here|What|Who|Where|Let|How)['’](?:ve|m|d|ll|re|s)|\w+n['’]t",
    re.I,
)
NOT_LETTERS = re.compile(r"\W")
#: What posts are about and nobody is called: Engagement, Inclusion, Sustainability.
ABSTRACT = re.compile(
    r"\w{2,}(?:ation|ition|ution|ction|ption|ssion|nsion|gement|pment|ement|tment|bility|ivity|ology|omics|istics|alism)$"
)
POST_OF = re.compile(rf"\b(?:{'|'.join(sorted(POST_WORDS))})s?\s(?:of|for|in|at)\s(?:the\s)?$", re.I)


@dataclass(frozen=True)
class _Token:
    start: int
    end: int
    text: str

    @cached_property
    def key(self) -> str:
        return self.text.casefold().strip("().’'")


OF_SOMETHING = (" of ", " for ", " in ", " at ", " the ")
HOUSE_AND_NAME = 3  # words: of a house, then given name and surname


def name_mentions(masked: str, shift: int = 0) -> list[NameMention]:
    """Every stretch of `masked` that may be somebody's name, one-word ones included; offsets are moved by
    `shift`."""
    found = []
    for run in RUN.finditer(masked):
        tokens = [
            _Token(m.start() + run.start(), m.end() + run.start(), " ".join(m.group().split()))
            for m in _TOKEN_AT.finditer(run.group())
        ]
        near = masked[max(0, run.start() - 40) : run.start()]
        behind_post = near.endswith(OF_SOMETHING) and bool(POST_OF.search(near))
        found += [_moved(piece, shift) for piece in _pieces(tokens, behind_post)]
    return found


def _moved(m: NameMention, shift: int) -> NameMention:
    return (
        NameMention(m.start + shift, m.end + shift, m.tokens, m.honorific, m.name_start + shift)
        if shift
        else m
    )


def _pieces(tokens: list[_Token], behind_post: bool) -> list[NameMention]:
    """The names in a run of capitalised words. `behind_post`: the run may begin with the tail of a post."""
    if behind_post and _begins_with_a_house(tokens):
        tokens = tokens[1:]
    pieces: list[NameMention] = []
    current: list[_Token] = []
    honorifics: list[_Token] = []
    for i, token in enumerate(tokens):
        if token.key in RETIRED:
            continue
        following = tokens[i + 1] if i + 1 < len(tokens) else None
        if following is not None and following.key in RETIRED:
            following = tokens[i + 2] if i + 2 < len(tokens) else None
        before = tokens[i - 1] if i else None
        if not current and _is_honorific(token, following, before):
            honorifics.append(token)
        elif _may_be_name(token, following, current, honorifics):
            if behind_post and not honorifics and _name_begins(token, following, current):
                current, behind_post = [], False
            current.append(token)
        else:
            behind_post = not (
                token.key in POST_WORDS or _is_joined_post(token.key)
            )  # "Secretary-General | Abdou Karim"
            of_post = (
                len(current) == 1 and honorifics and honorifics[-1].key == "chief" and token.key in POST_WORDS
            )
            of_house = not honorifics and (token.key in NAMED_AFTER or _is_taught_at(current, token))
            of_house = of_house or token.key in WATERSIDES  # "Fr Mathew | Quay"
            if not of_post and not of_house:  # "Chief | Heat | Officer"
                pieces += _piece(current, honorifics)
            current, honorifics = [], ([token] if _is_honorific(token, following, before) else [])
    return pieces + _piece(current, honorifics)


def _is_taught_at(current: list[_Token], token: _Token) -> bool:
    """ "Port | Dunmore Grammar | School": words before a school that no list knows as somebody's."""
    return token.key in SCHOOLS and bool(current) and not is_given(current[0].key)


def _name_begins(token: _Token, following: _Token | None, current: list[_Token]) -> bool:
    """ "Minister of Mining | Teófilo Condori": the given name ends what belongs to the post."""
    return (
        bool(current)
        and following is not None
        and is_given(token.key)
        and not any(is_given(t.key) or t.text.endswith(".") for t in current)
    )


def _begins_with_a_house(tokens: list[_Token]) -> bool:
    """ "economist at Northbank | Mehwish Qureshi": of three words that no list knows the first is not the name's."""
    known = any(t.key in GIVEN or t.key in HONORIFIC_WORDS or "." in t.text or " " in t.text for t in tokens)
    return len(tokens) == HOUSE_AND_NAME and not known and not east_asian(tuple(t.text for t in tokens[:2]))


def _title(honorifics: list[_Token]) -> list[_Token]:
    """The last of the honorifics before a name, and what makes another of it: Right Reverend."""
    return honorifics[-2:] if len(honorifics) > 1 and honorifics[-2].key in STYLED else honorifics[-1:]


#: What stands behind a name and is none of it: 'Sahar Malik MS'.
POSTNOMINALS = {"MP", "MS", "MSP", "MEP", "TD", "MLA", "QC", "KC", "SC", "OBE", "MBE", "CBE", "FRS"}


def _piece(current: list[_Token], honorifics: list[_Token]) -> list[NameMention]:
    if not current:
        return []
    start = honorifics[0].start if honorifics else current[0].start
    title = " ".join(t.text.strip("().’'") for t in _title(honorifics)) or None
    named = current[:-1] if len(current) > 2 and current[-1].text in POSTNOMINALS else current
    japanese_first = len(named) > 1 and japanese(named[0].text, named[1].text)
    shouted = all(t.text.isupper() for t in named) and any(len(t.text) > 3 for t in named)
    return [
        NameMention(
            start,
            current[-1].end,
            tuple(cased(t.text) if shouted or japanese_first else t.text for t in named),
            title,
            current[0].start,
        )
    ]


def cased(word: str) -> str:
    """RUTH, LINDQVIST-REY and O'NEIL as a name is written in running text."""
    return SHOUTED.sub(lambda m: m.group().capitalize(), word) if len(word) > 2 else word


#: Honorifics that are given names as well: 'Her Honor Judge Ade', but Honor Teasdale.
RANKS = frozenset(("marshal", "admiral", "general", "colonel", "commander"))
STYLES = frozenset(("honor", "honour"))


def _is_honorific(token: _Token, following: _Token | None, before: _Token | None) -> bool:
    if following is None or not token.text.lstrip("(")[0].isupper():
        return False
    if token.key in STYLES:
        return before is not None and before.key in ("his", "her", "your")
    if token.key in STYLED:
        return following.key in HONORIFIC_WORDS
    if token.text == "M." and before is not None and before.key in HONORIFIC_WORDS:
        return False  # the initial of Cllr M. Moss
    if token.text in ("HE", "Tan"):  # His Excellency Mr …, Tan Sri …
        return following.key in HONORIFIC_WORDS
    rank = token.key.rpartition("-")[2]  # Vice-Marshal, Vice-Admiral
    return token.key in HONORIFIC_WORDS or rank != token.key and rank in RANKS


def _may_be_name(
    token: _Token, following: _Token | None, current: list[_Token], honorifics: list[_Token]
) -> bool:
    """Whether a capitalised word belongs to a name; `current` are the words of the name before it."""
    named_next = following is None or following.key not in NOT_A_NAME
    if not current and token.key in CLASS_YEARS and following and is_given(following.key):
        return False
    if not current and _begins_name(token, following, honorifics, named_next):
        return True
    if CONTRACTION.fullmatch(token.text):
        return False
    if token.text == "St.":  # Cuthbert St. Rose, and no church
        return following is not None and (bool(honorifics) or bool(current) and is_given(current[0].key))
    if token.text in NUMERALS and len(current) > 1:
        return True
    if token.key in SURNAMES_LIKE_POSTS and following is None and len(current) == 1:
        return True
    if not current and following is not None and _several_posts(token.key) or _is_joined_post(token.key):
        return False
    if following and len(current) == 1 and current[0].key in FAMILY_FIRST and token.text in WEEKDAYS_TOO:
        return True
    abstract = ABSTRACT.fullmatch(token.key) and token.key not in GIVEN
    if abstract or token.key in NOT_A_NAME or (token.key in POST_WORDS and token.key not in GIVEN):
        titled = bool(honorifics) and honorifics[-1].key not in POST_WORDS
        return following is None and _word_as_surname(token, current, titled=titled)
    if honorifics and token.text.isupper():
        return True
    letters = NOT_LETTERS.sub("", token.text)
    if len(letters) >= ACRONYM and letters.isupper() and "." not in token.text:
        if not current and following and japanese(token.text, following.text):
            return True
        # An acronym, unless the whole name is set in capitals, or the surname before it: TRẦN Thị Lan, DUPONT Marie.
        surname = following and (not letters.isascii() or is_given(following.key)) and not current
        shouted = bool(current) and current[0].text.isupper() or bool(following and following.text.isupper())
        return shouted or bool(surname and following and following.key not in (NOT_A_NAME | POST_WORDS))
    return any(c.isalpha() for c in letters)


def japanese(surname: str, given: str) -> bool:
    """Whether a word in capitals and the next are a Japanese name with its surname first."""
    return bool(
        surname.isupper()
        and not given.isupper()
        and min(len(surname), len(given)) >= FEWEST_LETTERS
        and ROMAJI.fullmatch(surname)
        and ROMAJI.fullmatch(given)
        and given.casefold() not in (NOT_A_NAME | POST_WORDS)
    )


def _is_joined_post(word: str) -> bool:
    """Vice-Chairperson, Director-General: no double-barrelled name."""
    head = word.rpartition("-")[2]
    return head != word and head in POST_WORDS and head not in SURNAMES_LIKE_POSTS and head not in GIVEN


def _several_posts(word: str) -> bool:
    """'Deputies' Tom Scallan and Hugh Devanney."""
    one = word[:-3] + "y" if word.endswith("ies") else word.removesuffix("s")
    return one != word and one in POST_WORDS and word not in GIVEN


def _begins_name(token: _Token, following: _Token | None, honorifics: list[_Token], named_next: bool) -> bool:
    """'Mr Long', 'Kim Jong-un', 'Rose Ade': what stands around the first word of a name leaves no doubt."""
    if honorifics and honorifics[-1].key in BARE_TITLES and named_next:
        return True
    if following is None:
        return False
    if token.text == "Ma.":
        return True  # Maria, as the Philippines write it
    both = (token.text, following.text)
    return east_asian(both) or given_first(both) or is_given(token.key) and named_next


def _word_as_surname(token: _Token, current: list[_Token], *, titled: bool) -> bool:
    """'Theresa May', 'Tom White': a common word is a surname only behind a given name, as the last word."""
    if not current or token.key in ("i", "the"):
        return False
    if token.key in NEVER_SURNAMES:
        return False  # "Madras | Christian College"
    named = titled or current[0].key in GIVEN or given_first((current[0].text, token.text))
    return named and not (len(current) > 1 and token.key in NAMED_AFTER)


def is_given(word: str) -> bool:
    """Whether a word is a given name that the lists know, accents aside."""
    return word in GIVEN or _plain(word) in GIVEN


@lru_cache(maxsize=4096)
def _plain(word: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))


#: Hoang Thu Trang
WEEKDAYS_TOO = ("Thu", "Mai")
#: What stands in a Vietnamese name before the given one tells a woman from a man.
MIDDLE_NAMES = {"thi": "f", "thị": "f", "van": "m", "văn": "m"}


def gender_of(tokens: tuple[str, ...], honorific: str | None) -> str | None:
    """ "m" or "f" where the honorific or the given name tells, otherwise None."""
    if honorific in MALE_HONORIFICS:
        return "m"
    if honorific in FEMALE_HONORIFICS:
        return "f"
    first = tokens[0].casefold() if len(tokens) > 1 else ""
    if _plain(first) in FAMILY_FIRST and (
        east_asian(tokens) or len(tokens) > 2
    ):  # the family name: "Nguyen Thi Bich Ngoc"
        return next(
            (MIDDLE_NAMES[t] for token in tokens[1:-1] if (t := token.casefold()) in MIDDLE_NAMES), None
        )
    if first in BOTH:
        return None
    first = first if first in GIVEN else _plain(first)
    return (
        "m"
        if first in MALE and first not in FEMALE
        else "f"
        if first in FEMALE and first not in MALE
        else None
    )
