"""What the two languages' grammars hand to the attribution: cues that say whose a sentence is."""

from dataclasses import dataclass

MAX_SENTENCE = 2500  # letters outside quotation marks; more is no sentence
MAX_PHRASES = 12_000  # with them


@dataclass(frozen=True)
class Cue:
    """One sign of a speaker in a sentence. `people` are indices in the roster; with none, `group` is what
    is printed.

    `kind` is name, role, pronoun, group or topic (somebody is in view but says nothing). `verb_end` is where
    the reporting verb ends, for telling a quotation from a paraphrase. `gender` is what the verb shows of the
    bearer of a role. `points_back` where what was said stands before: «Об этом заявил министр».
    """

    kind: str
    people: tuple[int, ...]
    why: str
    at: int
    verb_end: int
    group: str | None = None
    candidates: tuple[int, ...] = ()
    gender: str | None = None
    points_back: bool = False
