"""Statements as they are written down, in the order of the report."""

from collections.abc import Sequence

from intake.reading.model import CueKind, Evidence, ProposedStatement
from intake.reading.people import Person


class Writer:
    """Writes down what was said; people are given by their index in the register."""

    def __init__(self, text: str, people: Sequence[Person]):
        self.text, self.people = text, people
        self.statements: list[ProposedStatement] = []
        self._spoke: set[int] = set()

    def add(
        self,
        start: int,
        end: int,
        cue: CueKind,
        why: str,
        people: tuple[int, ...] = (),
        *,
        evidence: str,
        sure: bool = True,
        group: str | None = None,
        candidates: tuple[str, ...] = (),
    ) -> None:
        names = [self.people[i].name for i in people]
        self._spoke.update(people[-1:])
        self.statements.append(
            ProposedStatement(
                names[-1] if names else None,
                self.text[start:end],
                start,
                end,
                Evidence(evidence),
                cue,
                why,
                sure,
                None if names else group,
                tuple(names[:-1]),
                candidates,
            )
        )

    def put_before_last(self) -> None:
        """What was just written belongs before the statement that told whose it is."""
        self.statements.insert(-1, self.statements.pop())

    def spoke(self, person: int) -> bool:
        return person in self._spoke
