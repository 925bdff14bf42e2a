"""A position that is asked for by its number: "№ 81", "No. 81", "#81", "statement 81", "позиция 81". No Django."""

import re

_NUMBERED = re.compile(
    r"(?:(?:statement|position|позиция|позиции|высказывание)\s*)?(?:№|n[oº°r]\.?|number|num\.?|номер|#)?\s*(?P<number>\d{1,9})",
    re.I,
)


def number_in(typed: str) -> int | None:
    """The number, where nothing else is asked for; digits alone are a word, or a year."""
    text = typed.strip(" .,;:!?")
    asked = _NUMBERED.fullmatch(text)
    return int(asked["number"]) if asked and not text.isdecimal() else None
