"""The demonstration archive as it lies in archive/: TOML, one file per event."""

import tomllib
from pathlib import Path

ARCHIVE = Path(__file__).parent / "archive"


def institute() -> dict:
    return _toml(ARCHIVE / "institute.toml")


def rows(kind: str) -> list[dict]:
    """The tables of one file: rows("speaker") are those of speakers.toml."""
    plural = {"series": "series"}.get(kind, f"{kind}s")
    return _toml(ARCHIVE / f"{plural}.toml")[kind]


def events() -> list[dict]:
    """The events, by date and name of the file, so that every load gives the same keys."""
    return [_toml(path) for path in sorted((ARCHIVE / "events").glob("*.toml"))]


def _toml(path: Path) -> dict:
    return tomllib.loads(path.read_text("utf-8"))
