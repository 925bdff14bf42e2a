"""Posts and institutions as printed, and where a text gives one away. No database.

"Deputy Director" and "a university" tell of nobody; "Harbour University" does, and so does "a Deputy Director of
Harbour University", "the University of Harbour" and "HARBOUR UNIVERSITY". So the words of an affiliation are parted:
ranks, kinds of institution and fields of work are everybody's, the rest is distinctive. Capitals decide where
distinctive words are missing: "the Central Bank" may be somebody's, "a central bank" is anybody's.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

#: Between the words of a name; the "s" of "Norland’s" too.
CONNECTING = frozenset(
    "a an and at de del der des di du et for für in la le of s the to und von zu в и на о об от по при с".split()
)
KINDS = frozenset(
    "academy agency alliance archive association authority bank board bureau centre center chamber church city club "
    "college commission committee company conference congress consulate cooperative corporation council court "
    "department directorate division embassy faculty federation firm forum foundation fund government group hospital "
    "house industry institute institution laboratory league library magazine ministry mission museum network "
    "newspaper observatory office organisation organization parliament party press programme program project school "
    "secretariat senate service society staff syndicate trust union unit university "
    "академия агентство ассоциация банк бюро департамент институт кафедра комитет министерство организация "
    "посольство совет союз университет факультет фонд центр школа "
    "akademie amt bank behörde bund gesellschaft institut kammer ministerium rat stiftung universität verband".split()
)
RANKS = frozenset(
    "acting adviser advisor ambassador analyst assistant associate attaché author chair chairman chairperson "
    "chairwoman chancellor chief co columnist commissioner consul consultant coordinator correspondent counsellor "
    "dean delegate deputy director distinguished doctor economist editor emeritus envoy executive expert fellow "
    "first former founder founding general governor head historian honorary independent journalist judge junior "
    "lawyer lead leader leading lecturer managing manager mayor member minister officer official partner participant "
    "postdoctoral president prime principal prof professor reader rector reporter representative research researcher "
    "retired scholar scientist secretary senator senior speaker special spokesman spokesperson spokeswoman state "
    "student under vice visiting "
    "ведущий вице главный глава декан директор доктор доцент заведующий заместитель кафедры министр младший научный "
    "президент председатель посол профессор ректор руководитель секретарь советник сотрудник старший эксперт "
    "direktor direktorin leiter leiterin präsident präsidentin professorin referent referentin".split()
)
FIELDS = frozenset(
    "administration affairs agriculture analysis applied area arts asian business central climate comparative "
    "contemporary cooperation culture data defence defense development digital diplomatic domestic east economic "
    "economics economy education energy engineering environment environmental european external federal finance "
    "financial food foreign free global governance health higher history human humanities industrial information "
    "innovation interior internal international justice labour labor language law legal local management market media "
    "medicine medical military monetary national new north oriental peace planning policy political politics private "
    "public regional relations safety science sciences security social south statistics strategic strategy "
    "studies supreme sustainable technical technology trade transport water west world".split()
)
ORDINARY = KINDS | RANKS | FIELDS
#: What stands behind a post.
PARTS = re.compile(r"\s*[,;()/|]\s*|\s+[–—-]\s+|\n")
WORD = re.compile(r"\w+")
SHORTEST_ACRONYM = 3


class Affiliation(NamedTuple):
    """Words that tell where somebody comes from, as printed, and how they are looked for."""

    printed: str
    words: tuple[str, ...]

    @property
    def distinctive(self) -> list[str]:
        return [word for word in self.words if word.lower() not in ORDINARY]

    def stands_in(self, words: list[str]) -> bool:
        """Whether some neighbours among ``words``, a text without its connecting words, say the same."""
        length = len(self.words)
        return any(self.is_said_by(words[i : i + length]) for i in range(len(words) - length + 1))

    def is_said_by(self, words: list[str]) -> bool:
        if length_of_one := len(self.words) == 1:
            return words == list(self.words)
        small, ours = [word.lower() for word in words], [word.lower() for word in self.words]
        if not self.distinctive and len(ours) < 3:
            return words == list(self.words)  # "Central Bank", and no "central bank"
        if small == ours:
            return True
        return (
            not length_of_one
            and bool(self.distinctive)
            and sorted(small) == sorted(ours)
            and set(self.distinctive) <= set(words)
        )


def significant(text: str) -> list[str]:
    """The words of ``text`` without those that only connect others."""
    return [word for word in WORD.findall(text) if word.lower() not in CONNECTING]


def affiliations_in(post: str, places: Iterable[str] = ()) -> list[Affiliation]:
    """What a printed post tells: the institutions in it, their parts that would be known, and the post itself where
    it says of what. ``places`` are names that tell of nobody: countries, the city of the event."""
    parts = [part for part in PARTS.split(post.strip()) if part]
    told: list[Affiliation] = []
    for number, part in enumerate(parts):
        words = significant(part)
        if number == 0 and is_a_post(words):
            told += the_post(part, words)
        else:
            # A single word further on is a town: "Professor, University of Basel, Basel".
            told += the_institution(part, words, set(places), may_be_one_word=number < 2 or part.isupper())
    return told


def is_a_post(words: list[str]) -> bool:
    return any(word.lower() in RANKS for word in words)


def the_post(part: str, words: list[str]) -> list[Affiliation]:
    """ "Mayor of Tokyo" and "Deputy Director for Research" tell who it is; "Senior Research Fellow" does not.

    An institution may follow without a comma: "Director of the Harbour Institute".
    """
    says_of_what = len(words) < len(WORD.findall(part)) or any(word.lower() not in RANKS for word in words)
    if len(words) < 2 or not says_of_what:
        return []
    ranks = next((n for n, word in enumerate(words) if word.lower() not in RANKS), len(words))
    return [Affiliation(part, tuple(words)), *known_parts(words[ranks:])]


def the_institution(
    part: str, words: list[str], places: set[str], *, may_be_one_word: bool = True
) -> list[Affiliation]:
    if len(words) > 1:
        return [Affiliation(part, tuple(words)), *known_parts(words), *acronym_of(part, words)]
    one = "".join(words)
    tells = one[:1].isupper() and one.lower() not in ORDINARY and part not in places
    return [Affiliation(part, (one,))] if tells and may_be_one_word else []


def known_parts(words: list[str]) -> list[Affiliation]:
    """Of "Harbour University School of Law" also "Harbour University": neighbours that name a kind of institution and
    have a distinctive word."""
    found = []
    for start in range(len(words)):
        for end in range(start + 2, len(words) + 1):
            run = words[start:end]
            kinds = sum(word.lower() in KINDS for word in run)
            own = [word for word in run if word.lower() not in ORDINARY and word[:1].isupper()]
            if kinds and own:
                found.append(Affiliation(" ".join(run), tuple(run)))
    return found


def acronym_of(part: str, words: list[str]) -> list[Affiliation]:
    """ "IMF" of the International Monetary Fund."""
    letters = "".join(word[0] for word in words)
    if len(letters) < SHORTEST_ACRONYM or not letters.isupper():
        return []
    return [Affiliation(f"{part} ({letters})", (letters,))]


def given_away_in(text: str, affiliations: Iterable[Affiliation]) -> list[str]:
    """Those of ``affiliations`` that stand in the plain ``text``, as printed; what is a part of another that does is
    not told again."""
    lines = [significant(line) for line in text.splitlines()]
    found = {one for one in affiliations if any(one.stands_in(line) for line in lines)}
    return sorted(
        {
            one.printed
            for one in found
            if not any(one != other and set(one.words) < set(other.words) for other in found)
        }
    )
