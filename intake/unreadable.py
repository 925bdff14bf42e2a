"""Why what was handed in cannot be read, and how much of it can."""

MOST_CHARACTERS = 1_000_000
OFFERED = ".txt, .md, .html, .docx, .odt, .rtf, .pdf, .vtt or .srt"


class Unreadable(ValueError):
    """Why a text cannot be read, as one sentence for the editor."""


def too_long() -> str:
    return (
        f"This is too long to be one report: more than {MOST_CHARACTERS // 1_000_000} million characters. "
        "Paste one report at a time."
    )
