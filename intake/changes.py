"""What changed between two texts of one report: their sentences, and who is proposed to have said what."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from intake import reading
from intake.models import Intake


@dataclass(frozen=True)
class Changes:
    """Sentences and statements ("name: words") that only one of the two texts has, in their order there."""

    gone: list[str]
    new: list[str]
    statements_gone: list[str]
    statements_new: list[str]

    def __bool__(self):
        return bool(self.gone or self.new or self.statements_gone or self.statements_new)


def changes(before: Intake, after: Intake) -> Changes:
    """A moved sentence is no change: whole sentences are compared, wherever they stand."""
    sentences = _only_in_each(_sentences(before.text), _sentences(after.text))
    statements = _only_in_each(_statements(before), _statements(after))
    return Changes(*sentences, *statements)


def _sentences(text: str) -> list[str]:
    found = []
    at = 0
    for line in text.split("\n"):
        spans = reading.sentence_spans(text, at, at + len(line)) if line.strip() else []
        found += [" ".join(text[start:end].split()) for start, end in spans]
        at += len(line) + 1
    return found


def _statements(intake: Intake) -> list[str]:
    return [
        f"{told['speaker'] or told.get('attributed_to') or 'Nobody named'}: {' '.join(told['text'].split())}"
        for told in intake.proposal.get("statements", ())
    ]


def _only_in_each(before: list[str], after: list[str]) -> tuple[list[str], list[str]]:
    return _without(before, after), _without(after, before)


def _without(items: Iterable[str], others: Iterable[str]) -> list[str]:
    left = Counter(others)
    kept = []
    for item in items:
        if left[item]:
            left[item] -= 1
        else:
            kept.append(item)
    return kept
