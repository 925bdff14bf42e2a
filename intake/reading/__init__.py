"""The reader of reports: from the text of a report to a proposal, with an explanation for each line of it."""

from .model import KnownPerson, Proposal
from .report import read_report

__all__ = ["KnownPerson", "Proposal", "read_report"]
