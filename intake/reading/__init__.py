"""The reader of reports: from the text of a report to a proposal, with an explanation for each line of it."""

from importlib import import_module
from typing import TYPE_CHECKING

from intake.reading.model import KnownPerson, Proposal

if TYPE_CHECKING:
    from intake.reading.known import plain
    from intake.reading.read import read_report
    from intake.reading.sentences import sentence_spans

__all__ = ["KnownPerson", "Proposal", "plain", "read_report", "sentence_spans"]

#: Where the rest is found. Its words and patterns take half of what a command takes to start: who reads no report
#: does not wait for them.
_LOADED_WHEN_ASKED_FOR = {
    "plain": "intake.reading.known",
    "read_report": "intake.reading.read",
    "sentence_spans": "intake.reading.sentences",
}


def __getattr__(name: str):
    if name not in _LOADED_WHEN_ASKED_FOR:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_LOADED_WHEN_ASKED_FOR[name]), name)
