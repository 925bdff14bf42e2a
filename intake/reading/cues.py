"""What the grammars hand to the walk: cues that say whose a sentence is, and the phrases they are made of."""

from dataclasses import dataclass
from enum import StrEnum

MAX_SENTENCE = 2500  # letters outside quotation marks; more is no sentence
MAX_PHRASES = 12_000  # with them


FULL_NAME = "full name"  # how a phrase is found that has more than the surname
ANYBODY = "anybody"  # how a phrase is found that means one person whom the report does not name


class Kind(StrEnum):
    """By what somebody is meant."""

    NAME = "name"
    ROLE = "role"
    PRONOUN = "pronoun"
    GROUP = "group"
    STRANGER = "stranger"  # a name that nobody in the register bears


class Act(StrEnum):
    """What somebody does in a sentence; told by the verb where it is found."""

    SAYS = "says"
    ASKS = "asks"
    ANSWERS = "answers"
    TELLS_OF = "tells of"  # in view, and says nothing: "spoke about the harvest"
    ANNOUNCES = (
        "announces"  # the same, and what follows is theirs: "gave three reasons", „nannte drei Gründe“
    )


#: A sentence that tells only this of somebody holds none of their words.
SAYS_NOTHING = (Act.TELLS_OF, Act.ANNOUNCES)


class Sign(StrEnum):
    """What of a sentence shows that somebody speaks."""

    VERB = "verb"
    SOURCE = "source"  # "according to"
    BEHIND_SOURCE = "behind source"  # «по её словам» behind the woman that it means
    POSSESSIVE = "possessive"  # "Rossi's main argument"
    HIS_NOUN = "his noun"  # "her answer"
    IN_VIEW_OF = "in view of"
    NOMINAL = "nominal"  # "a point that Rossi raised"
    PASSIVE = "passive"
    CLAUSE = "clause"  # any verb at all, with a clause behind a colon or a gerund
    SIGNED = "signed"  # a name behind the words
    COLON = "colon"


@dataclass(frozen=True)
class Phrase:
    """Something that can be a subject: `start` takes in a post before a name, `end` one behind it. `cases`
    where the language has them."""

    kind: Kind
    start: int
    end: int
    head_end: int
    label: str
    people: tuple[int, ...] = ()
    candidates: tuple[int, ...] = ()
    how: str = ""
    cases: frozenset[str] = frozenset({"nom"})
    gender: str | None = None  # of a stranger
    is_bare: bool = False  # "both", "many": a group without a noun may be of things


@dataclass(frozen=True)
class Cue:
    """One sign of a speaker in a sentence. `people` are indices in the roster; with none, `group` is what
    is printed.

    `words` are those of the sign (a verb, say), `how` tells how the people were found. `verb_end` is where the
    reporting verb ends, for telling a quotation from a paraphrase. `gender` is what the verb shows of the
    bearer of a role. `strong` is False for a verb that often does something else. `points_back` where what was
    said stands before: «Об этом заявил министр».
    """

    kind: Kind
    people: tuple[int, ...]
    sign: Sign
    words: str
    at: int
    verb_end: int
    how: str = ""
    act: Act = Act.SAYS
    group: str | None = None
    candidates: tuple[int, ...] = ()
    gender: str | None = None
    points_back: bool = False
    strong: bool = True  # a verb that is known to report, or as plain a sign


def first_of_each(cues: list[Cue]) -> list[Cue]:
    """One cue for each place: a statement's cue beats a topic's, an earlier finder a later one."""
    best: dict[int, Cue] = {}
    for cue in cues:
        held = best.get(cue.at)
        if held is None or held.act in SAYS_NOTHING and cue.act not in SAYS_NOTHING:
            best[cue.at] = cue
    return list(best.values())
