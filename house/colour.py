"""An accent that everybody can read: measured as WCAG 2.2 measures it, against what it stands on in each scheme."""

import re
from typing import NamedTuple

#: Of text, against what it stands on (WCAG 2.2, AA).
LEAST = 4.5
#: Of the accent of the dark scheme, where it is made of the light one.
COMFORTABLE = 7
BLACK, WHITE = "#000000", "#ffffff"
#: How far links that are pointed at, and marks on the accent, go from it.
FURTHER = 0.3
STEPS = 100


class Scheme(NamedTuple):
    """What text stands on (``--paper`` and ``--surface`` in static/css/tokens.css), and what is far from that."""

    grounds: tuple[str, str]
    far: str


LIGHT = Scheme(("#ffffff", "#f2f4f2"), BLACK)
DARK = Scheme(("#131615", "#1d2220"), WHITE)


class Accent(NamedTuple):
    """The three colours of an accent in one scheme, and its ratio to what it stands on."""

    colour: str
    stronger: str
    on_it: str
    ratio: float


def is_colour(text: str) -> bool:
    return bool(re.fullmatch(r"#[0-9a-f]{6}", text))


def channels(colour: str) -> tuple[int, int, int]:
    red, green, blue = bytes.fromhex(colour[1:])
    return red, green, blue


def luminance(colour: str) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (channel / 255 for channel in channels(colour))
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """From 1, where there is none, to 21."""
    darker, lighter = sorted([luminance(one), luminance(other)])
    return (lighter + 0.05) / (darker + 0.05)


def ratio(colour: str, scheme: Scheme) -> float:
    """The least contrast of ``colour`` with what it stands on."""
    return min(contrast(colour, ground) for ground in scheme.grounds)


def mixed(colour: str, other: str, share: float) -> str:
    """``colour`` with a ``share`` (0 to 1) of ``other``."""
    pairs = zip(channels(colour), channels(other), strict=True)
    return "#" + bytes(round(one + (two - one) * share) for one, two in pairs).hex()


def nearest(colour: str, scheme: Scheme, least: float = LEAST) -> str:
    """``colour``, or the nearest that can be read: darker on a light ground, lighter on a dark one."""
    shades = (mixed(colour, scheme.far, step / STEPS) for step in range(STEPS + 1))
    return next(shade for shade in shades if ratio(shade, scheme) >= least)


def for_the_dark(colour: str) -> str:
    """The accent of the dark scheme that goes with ``colour``."""
    return nearest(colour, DARK, COMFORTABLE)


def accent(colour: str, scheme: Scheme) -> Accent:
    on_it = max((BLACK, WHITE), key=lambda one: contrast(one, colour))
    return Accent(colour, mixed(colour, scheme.far, FURTHER), on_it, ratio(colour, scheme))


def objection(colour: str, scheme: Scheme) -> str:
    """Why ``colour`` cannot be an accent of ``scheme``, in words; blank where it can."""
    if not is_colour(colour):
        return f"“{colour}” is no colour: a # and six digits, as #0e5c49."
    reached = ratio(colour, scheme)
    if reached >= LEAST:
        return ""
    where = "light" if scheme is LIGHT else "dark"
    # Never rounded up: 4.496 is not 4.5.
    told = int(reached * 100) / 100
    return (
        f"It has {told:.2f} : 1 against the page in the {where} scheme, and text needs {LEAST} : 1. "
        f"The nearest that has: {nearest(colour, scheme)}."
    )
