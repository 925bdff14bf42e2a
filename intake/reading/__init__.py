"""The reader of reports: from the text of a report to a proposal, with an explanation for each line of it."""

from intake.reading.model import KnownPerson, Proposal
from intake.reading.read import read_report

__all__ = ["KnownPerson", "Proposal", "read_report"]
