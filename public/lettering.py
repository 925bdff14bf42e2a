"""Writing on a picture: which font has the letters of a text, how wide it is, and where its lines break.

Ours have Latin, Greek, Cyrillic, Armenian, Georgian, Hebrew and Arabic. Others are taken from the operating system,
where it has them; a text that no font can write is not written at all, for boxes say nothing.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import groupby
from pathlib import Path
from typing import Any

from PIL import ImageDraw, ImageFont

from publishing.folding import UNSPACED

FONTS = Path(__file__).parent / "fonts"
SERIF, BOLD, SANS = "DejaVuSerif.ttf", "DejaVuSerif-Bold.ttf", "DejaVuSans.ttf"
#: Fonts by which systems write Chinese, Japanese, Korean, Hindi and Thai; Pillow looks for them where fonts lie.
OF_THE_SYSTEM = (
    "NotoSansCJK-Regular.ttc",
    "DroidSansFallbackFull.ttf",
    "DroidSansFallback.ttf",
    "wqy-microhei.ttc",
    "NotoSansDevanagari-Regular.ttf",
    "NotoSansThai-Regular.ttf",
)
#: A letter that no font has: what is drawn like it is a box, or nothing.
NOBODYS = "\U0010fffd"
#: Letters of Chinese, Japanese and Thai.
WITHOUT_BLANKS = re.compile(f"[{UNSPACED}]")
#: Stand at the beginning of no line.
NOT_FIRST = "、。，．：；！？）」』】〉》”’,.:;!?)"


@lru_cache(maxsize=64)
def font(name: str, size: int) -> ImageFont.FreeTypeFont:
    own = FONTS / name
    return ImageFont.truetype(str(own) if own.exists() else name, size)


@cache
def fonts_there() -> tuple[str, ...]:
    """What is tried where a font lacks a letter."""
    return (SANS, *filter(_is_there, OF_THE_SYSTEM))


def _is_there(name: str) -> bool:
    try:
        return bool(font(name, 12))
    except OSError:
        return False


@lru_cache(maxsize=10_000)
def has(name: str, letter: str) -> bool:
    if letter.isspace():
        return True
    drawn = font(name, 32)
    return bytes(drawn.getmask(letter)) != bytes(drawn.getmask(NOBODYS))


def can_write(text: str) -> bool:
    """Whether each letter of ``text`` is in some font."""
    return all(any(has(name, letter) for name in (SERIF, *fonts_there())) for letter in set(text))


@lru_cache(maxsize=1_000)
def runs(text: str, name: str) -> tuple[tuple[str, str], ...]:
    """``text`` cut into pieces, each with its font: the one called ``name`` as far as it goes.

    One font for all, if there is one: within it, what is written leftwards finds its order.
    """
    tried = (name, *fonts_there())
    if whole := next((one for one in tried if all(has(one, letter) for letter in set(text))), ""):
        return ((whole, text),)
    by_font = groupby(text, key=lambda letter: next((one for one in tried if has(one, letter)), name))
    return tuple((one, "".join(letters)) for one, letters in by_font)


def width_of(text: str, name: str, size: int) -> float:
    return sum(font(one, size).getlength(piece) for one, piece in runs(text, name))


def write(
    draw: ImageDraw.ImageDraw,
    at: tuple[float, float],
    text: str,
    colour: Any,
    name: str,
    size: int,
    anchor: str = "ls",
) -> None:
    """Write ``text`` in one line at the place that ``anchor`` names, as Pillow calls it."""
    left, top = at
    left -= {"l": 0, "m": 0.5, "r": 1}[anchor[0]] * width_of(text, name, size)
    for one, piece in runs(text, name):
        letters = font(one, size)
        draw.text((left, top), piece, colour, letters, anchor=f"l{anchor[1]}")
        left += letters.getlength(piece)


def lines_of(text: str, name: str, size: int, width: float) -> list[str]:
    """``text`` in lines as wide as ``width``: broken between words, and within those of scripts without blanks.

    A word that is wider stands in a line of its own.
    """
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if not lines[-1] or width_of(longer, name, size) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return [part for line in lines for part in _broken(line, name, size, width)]


def _broken(line: str, name: str, size: int, width: float) -> Iterator[str]:
    """Chinese and Japanese have no blanks between words: any letter may begin a line, but for closing signs."""
    while WITHOUT_BLANKS.search(line) and len(line) > 1 and width_of(line, name, size) > width:
        at = next(n for n in range(len(line) - 1, 0, -1) if n == 1 or width_of(line[:n], name, size) <= width)
        while at > 1 and line[at] in NOT_FIRST:
            at -= 1
        yield line[:at].rstrip()
        line = line[at:].lstrip()
    yield line


def cut(text: str, name: str, size: int, width: float) -> str:
    """As much of ``text`` as there is room for in one line."""
    if width_of(text, name, size) <= width:
        return text
    while text and width_of(f"{text}…", name, size) > width:
        text = text[:-1].rstrip()
    return f"{text}…"
