"""Clauses of a second person in a sentence: 'Rossi named the pumps, while Huber held out for drains.'"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from intake.reading.cues import Cue, Kind, Phrase, Sign


@dataclass(frozen=True)
class Contrast:
    """How a language sets somebody's clause beside another's: what stands before the name, what behind it, and what
    they do in it without saying anything."""

    before: re.Pattern[str]
    behind: re.Pattern[str]
    silent: re.Pattern[str]

    def cues(self, masked: str, phrases: Sequence[Phrase], cues: Sequence[Cue]) -> list[Cue]:
        """One, and not a strong one, for each whose clause stands behind the first of `cues` and has no cue of its
        own: what it tells is theirs, whatever its verb, and nobody else's."""
        if not cues:
            return []
        begins = min(cue.verb_end for cue in cues)
        return [
            Cue(p.kind, p.people, Sign.CLAUSE, "", p.start, p.end, p.how, group=_printed(p), strong=False)
            for p in phrases
            if p.start > begins
            and (p.people or p.kind is Kind.PRONOUN)
            and not any(p.people == cue.people for cue in cues)
            and "nom" in p.cases
            and self.before.search(masked[begins : p.start])
            and self.behind.match(masked, p.end)
            and not self.silent.match(masked, p.head_end)
        ]


def _printed(phrase: Phrase) -> str | None:
    return None if phrase.kind is Kind.NAME else phrase.label
