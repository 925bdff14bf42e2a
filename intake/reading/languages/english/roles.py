"""English: whom a role in place of a name means: 'the moderator', 'the ambassador'."""

import re
from collections.abc import Sequence

from intake.reading.languages.english.patterns import LESSER, OUT_OF_OFFICE
from intake.reading.languages.english.posts import HAS_POST
from intake.reading.languages.english.words.people import KINDRED, PORTFOLIOS, STYLES
from intake.reading.people import TITLES_IN_FULL, Person, called_so, fold

CHAIRS = frozenset(
    (
        "moderator",
        "chair",
        "chairman",
        "chairwoman",
        "chairperson",
        "host",
        "presenter",
        "convener",
        "convenor",
    )
)
#: One of several, and never whoever is in view.
ONE_OF_SEVERAL = frozenset(
    ("first", "second", "third", "next", "last", "final", "previous", "other", "another", "later")
)
ANY_SPEAKER = frozenset(
    ("speaker", "panelist", "panellist", "discussant", "lecturer", "laureate", "witness", "guest", "orator")
)
#: Who speaks for a house, of whatever post.
OF_A_HOUSE = frozenset(("official", "representative", "delegate"))
LECTURERS = frozenset(("speaker", "lecturer", "orator"))
OF_HONOUR = re.compile(r"\bguest\s+of\s+hono|\bchief\s+guest\b", re.I)
OF_SOMETHING = re.compile(r"\s(?:of|from|for|at)\s")
PLACE = re.compile(r"[A-Z][\w’'&-]+")
WORD = re.compile(r"[\w-]+")
CAPITALISED = re.compile(r"(?<![.\s]\s)(?<!^)\b[A-Z][\w-]+")
OF_ANYTHING = re.compile(r"\s(?:of|for|at|to|with|in|on|from)\s")
PARTS = re.compile(r"[,;]\s+|\sand\s")
#: "the radiologist", "the accountant": who is called by a field has it in their post.
DOES, FIELD, ENDING = re.compile(r"(?:ist|ian|accountant)$"), 5, 3  # letters
#: A field, and no "Law Week Committee" or "law enforcement".
LAW = r"law\b(?!\s+(?:week|day|month|enforcement|and\s+order|library))"
#: Who only learns a field is not called by it: "a third-year History major" is no historian.
LEARNS = re.compile(
    r"\b(?:students?|majors?|undergraduates?|pupils?|freshers?|sophomore|freshman|trainee|apprentice)\b", re.I
)
#: Whose field has another name: the professor of international law is "the lawyer".
FIELDS = {
    "lawyer": LAW,
    "jurist": LAW,
    "engineer": "engineering",
    "philosopher": "philosoph",
    "geographer": "geograph",
    "astronomer": "astronom",
    "demographer": "demograph",
    "architect": "architectur",
    "physician": "medicine",
    "banker": "banking",
}
PLAIN = ("the", "of", "our")
ACRONYM = re.compile(r"[Tt]he\s+(?P<letters>[A-Z]{2,6})")
LEADING_CAPITALS = re.compile(r"(?:[A-Z][\w’'-]*\s+(?:of\s+|and\s+|for\s+)?)*[A-Z][\w’'-]*")


class RoleFinder:
    """Resolves roles against the people of a report and the posts that it prints."""

    def __init__(self, people: Sequence[Person]):
        self.people = people

    def find(self, label: str, focus: int | None) -> int | None:
        """The one person whom a role can mean; `focus` is who is in view."""
        if called := called_so(self.people, (w for w in WORD.findall(label.lower()) if w != "the")):
            return called[0] if len(called) == 1 else focus if focus in called else None
        if OF_HONOUR.search(label):
            return None
        if acronym := ACRONYM.fullmatch(label):
            fits = [i for i, p in enumerate(self.people) if acronym["letters"] in acronyms_of(p.post or "")]
            return fits[0] if len(fits) == 1 else None
        named = CAPITALISED.findall(label)
        label, _, where = OF_SOMETHING.sub("|", label, count=1).partition("|")
        words = [w for w in WORD.findall(label.lower()) if w not in PLAIN]
        if not ONE_OF_SEVERAL.isdisjoint(words):
            return None
        head = words[-1] if words else ""
        both = (self._by_function(label, head, focus), self._by_post(words, head))
        fits, others = ([i for i in found if self._may_be(i, where, named, head, words)] for found in both)
        fits = fits or others or self._of_the_house(words, head)
        if not fits and focus is not None and self._has_but_a_title(focus, head):
            return focus
        return fits[0] if len(fits) == 1 else focus if focus in fits else None

    def _by_function(self, label: str, head: str, focus: int | None) -> list[int]:
        """Those who do at this event what the role says."""
        if head in CHAIRS:
            return [i for i, p in enumerate(self.people) if p.role in ("moderator", "host")]
        lecturers = [i for i, p in enumerate(self.people) if p.lectures and head in LECTURERS]
        if len(lecturers) == 1:
            return lecturers
        if head in ANY_SPEAKER or "year-old" in label:
            if focus is not None and self.people[focus].role not in ("moderator", "host"):
                return [focus]
            return self._lecturer()
        return []

    def _lecturer(self) -> list[int]:
        """The one who speaks, where everybody else only moderates."""
        speakers = [
            i for i, p in enumerate(self.people) if p.participant and p.role in ("speaker", "keynote")
        ]
        return speakers if len(speakers) == 1 else []

    def _may_be(self, person: int, where: str, named: list[str], head: str, words: list[str]) -> bool:
        return self._is_of(person, where) and self._is_called(person, named, head, words)

    def _is_of(self, person: int, where: str) -> bool:
        """Whether the person's post names the place or house that a role is said to be of."""
        post = fold(self.people[person].post or "")
        return all(fold(word) in post for word in PLACE.findall(where))

    def _is_called(self, person: int, named: list[str], head: str, words: list[str]) -> bool:
        """Whether the words of a role that are printed with capitals stand in the post: the Principal Secretary."""
        post = fold(self.people[person].post or self.people[person].role)
        which = PORTFOLIOS & set(words) - {head}
        if not all(word in post for word in which):
            return False  # the foreign minister is not the prime minister
        return all(fold(word) in post for word in named if word.lower() != head) or head in CHAIRS

    def _by_post(self, words: list[str], head: str) -> list[int]:
        """Those whose printed post holds the head word, or else one akin to it, and most of the others."""
        return (
            self._holding(words, [head])
            or self._of_the_field(head)
            or self._holding(words, KINDRED.get(head, "").split())
        )

    def _of_the_field(self, head: str) -> list[int]:
        """Those whose post names what they know: the professor of radiology is "the radiologist"."""
        stem = head[: max(FIELD, len(head) - ENDING)] if DOES.search(head) and len(head) > FIELD else None
        field = FIELDS.get(head, stem)
        fits = enumerate(self.people) if field else ()
        return [
            i
            for i, p in fits
            if re.search(rf"\b{field}", p.post or "", re.I) and not LEARNS.search(p.post or "")
        ]

    def _has_but_a_title(self, person: int, head: str) -> bool:
        """Whether a title before the name is all that is printed: "the Independent councillor" of Cllr Moss."""
        someone = self.people[person]
        titles = _titles(someone.honorific or "")
        return someone.post is None and (head in titles or head == "doctor" and "dr" in titles)

    def _of_the_house(self, words: list[str], head: str) -> list[int]:
        """Those of whom only the house is printed: "European Commission" beside a name makes "the Commission
        official"."""
        house = [word for word in words if word != head]
        if head not in OF_A_HOUSE or not house:
            return []
        return [
            i
            for i, p in enumerate(self.people)
            if p.post and not HAS_POST.search(p.post) and all(_holds(p.post, word) for word in house)
        ]

    def _holding(self, words: list[str], heads: list[str]) -> list[int]:
        posts = [
            (sum(_holds(p.post, w) for w in words), i)
            for i, p in enumerate(self.people)
            if any(_holds(part, head) for head in heads for part in head_parts(p.post or ""))
            or p.honorific
            and not _titles(p.honorific).isdisjoint(heads)
        ]
        lesser = set(words) & LESSER  # the associate professor is no professor
        posts = [(n, i) for n, i in posts if lesser <= set(self._words_of_post(i))]
        others = OUT_OF_OFFICE - set(words)
        posts = [(n, i) for n, i in posts if others.isdisjoint(self._words_of_post(i))]
        if heads == [words[-1]] and not lesser:  # a deputy minister may be "the official"
            posts = [(n, i) for n, i in posts if not LESSER & set(self._words_of_post(i))] or posts
        best = max((n for n, _ in posts), default=0)
        return [i for n, i in posts if n == best]

    def _words_of_post(self, person: int) -> list[str]:
        return re.findall(r"\w+", (self.people[person].post or "").lower())


def acronyms_of(post: str) -> tuple[str, ...]:
    """The letters that a post is called by: CECM of "County Executive Committee Member for Water", HOD of "Head of
    Department"; none unless a noun of somebody's is among its capitals."""
    capitals = LEADING_CAPITALS.match(post)
    words = capitals.group().split() if capitals else []
    ends = {i + 1 for i, word in enumerate(words) if HAS_POST.fullmatch(word)}
    ends |= {len(words)} if 1 in ends else set()
    called = {"".join(word[0] for word in words[:end] if word[0].isupper()) for end in ends}
    called |= {"".join(word[0] for word in words[:end]).upper() for end in ends}
    return tuple(letters for letters in called if len(letters) > 1)


def head_parts(post: str) -> list[str]:
    """What of a post says what its bearer is: 'spokesman' of 'spokesman for the Secretary-General'; the whole of
    'Department of Education Undersecretary'."""
    parts = PARTS.split(post)
    return [head if HAS_POST.search(head := OF_ANYTHING.split(part)[0]) else part for part in parts]


def _titles(honorific: str) -> set[str]:
    """What the bearer of an honorific may be called: Rev, or Right Reverend."""
    title = honorific.lower()
    return {title, STYLES.get(title, title), *TITLES_IN_FULL.get(honorific, title).split("|")}


def _holds(post: str | None, word: str) -> bool:
    """Whether a post has a word that is not only whose it is: "the author's aunt" is no author."""
    return bool(re.search(rf"\b{re.escape(word)}\b(?![’']s\s)", post or "", re.I))
