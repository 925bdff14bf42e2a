"""Words by which a sentence is known to be about the event, and the kinds of events, of all languages."""

import re

from intake.reading.languages import either, modules

#: A day with its hour: „… ging es am 5. Mai 2021 um 19 Uhr im Kelterhaus“.
_DAY_AND_HOUR = (
    r"(?<!\d)(?:19|20)\d\d(?:\s+года|\s+г\.)?[*_]{0,2},?\s+(?:at|from|um|ab|von|в|с)\s+\d{1,2}(?:[.:]\d\d|\s*(?:uhr|час|"
    r"[ap]\.?m\b))"
)
EVENT_WORD = re.compile(rf"{either('event', 'EVENT_WORD')}|{_DAY_AND_HOUR}", re.I)
HELD = re.compile(either("event", "HELD"))
THIS_EVENT_WAS_HELD = re.compile(either("event", "THIS_EVENT_WAS_HELD"), re.I)
#: 'It took place on …', behind a sentence about this event; and a name before those words.
IT_WAS_HELD = re.compile(rf"\W*(?:{either('event', 'IT_WAS_HELD')})")
OF_THIS_EVENT = re.compile(rf"\W*(?:\d{{1,2}}[.)]\s+)?(?:{either('event', 'OF_THIS_EVENT')})")
NAME_TOOK_PLACE = re.compile(
    rf"(?P<name>[^\W\d_a-zа-яё][\w’'-]*(?:\s[\w’'-]+){{0,6}}?)\s+(?:{either('event', 'WAS_HELD_IN')})"
)


def _kinds(*constants: str) -> re.Pattern[str]:
    named = "|".join(rf"(?:{getattr(module, c)})(?!\w)" for module in modules("event") for c in constants)
    return re.compile(rf"\b(?:{named})", re.I)


#: The kinds of events: those that tell something, those that tell little, and all.
TELLING_KINDS, VAGUE_KINDS = _kinds("KINDS"), _kinds("VAGUE_KINDS")
KINDS = _kinds("KINDS", "VAGUE_KINDS")
KIND_STEMS = {stem: kind for module in modules("event") for stem, kind in module.KIND_STEMS.items()}


def kind_in_full(match: re.Match[str]) -> str:
    """A kind of event as it is called: «круглого стола» as «круглый стол»."""
    printed = " ".join(match.group().lower().split())
    return next((kind for stem, kind in KIND_STEMS.items() if printed.startswith(stem)), printed)


def is_given(word: str) -> bool:
    """Whether somebody may be called so: 'Ann', «Анна»."""
    return any(module.is_given(word.casefold()) for module in modules("names"))
