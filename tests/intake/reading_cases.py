"""Short ways to ask the reader something in a test."""

from intake.reading import read_report


def said(report: str) -> list[tuple[str | None, str]]:
    """(speaker, passage) of each statement that the reader proposes."""
    return [(s.speaker, s.text) for s in read_report(report).statements]


def speaker_of(report: str, passage: str) -> str | None:
    """Whose statement holds `passage`; "nobody" when none does."""
    holders = [s for s in read_report(report).statements if passage in s.text]
    return holders[0].speaker if holders else "nobody"
