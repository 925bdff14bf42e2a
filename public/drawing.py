"""A card as a picture: 1200 × 630, on white, for it stands on other people's pages."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from typing import Any

from django.core.files.storage import default_storage
from PIL import Image, ImageDraw, ImageOps

from events.quotation import Known
from house.colour import LIGHT, accent
from house.now import the_house
from public.cards import Card, card_of_house
from public.lettering import BOLD, SANS, SERIF, can_write, cut, lines_of, width_of, write

WIDTH, HEIGHT = 1200, 630
LEFT, RIGHT = 72, 1128
PAPER, SURFACE, INK, INK_2, RULE = "#ffffff", "#f2f4f2", "#191c1b", "#545b58", "#7d8682"
#: The accent of static/css/tokens.css, where the house has chosen none.
ACCENT = "#0e5c49"
#: Sizes that a text is tried in, the largest first, and by how much a line is higher than its letters.
SIZES = (76, 64, 54, 46, 40, 34)
LINE = 1.28
PORTRAIT = 216
#: What is written of a card.
WORDS = ("head", "about", "how", "text", "below", "aside", "initials")


def picture_of(card: Card) -> bytes:
    """The card as PNG, as far as some font can write it."""
    card = legible(card)
    image = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, WIDTH, 10), fill=the_house().accent or ACCENT)
    DRAWN_AS[card.kind](image, draw, card)
    _foot(image, draw, card)
    file = BytesIO()
    # Letters on white need few shades: a file of a third, made sooner. A portrait needs its own.
    (image if card.portrait else image.quantize(64)).save(file, "PNG")
    return file.getvalue()


def legible(card: Card) -> Card:
    """``card`` without what no font here can write; where that is its text, the house’s own card, with the date."""
    words: dict[str, Any] = {name: written_of(getattr(card, name)) for name in WORDS}
    if words["text"] or not card.text:
        return replace(card, **words)
    house = card_of_house()
    return replace(house, text=written_of(house.text), aside=words["about"])


def written_of(text: str) -> str:
    """What can be written of a text, or of what is enumerated in it."""
    return text if can_write(text) else ", ".join(filter(can_write, text.split(", ")))


def _event(image: Image.Image, draw: ImageDraw.ImageDraw, card: Card) -> None:
    write(draw, (LEFT, 104), card.head, INK, SANS, 28)
    write(draw, (LEFT, 142), cut(card.about, SANS, 28, RIGHT - LEFT), INK_2, SANS, 28)
    below = lines_of(card.below, SERIF, 30, RIGHT - LEFT)[:2]
    bottom = _text(draw, card.text, SERIF, (LEFT, 180), RIGHT - LEFT, 330 - 44 * len(below))
    for number, line in enumerate(below):
        write(draw, (LEFT, bottom + 52 + 44 * number), line, INK_2, SERIF, 30)


def _speaker(image: Image.Image, draw: ImageDraw.ImageDraw, card: Card) -> None:
    _portrait(image, draw, card)
    start = LEFT + PORTRAIT + 44
    bottom = _text(draw, card.text, SERIF, (start, 92), RIGHT - start, 180)
    if card.about:
        bottom += 52
        write(draw, (start, bottom), cut(card.about, SERIF, 38, RIGHT - start), INK_2, SERIF, 38)
    for line in lines_of(card.head, SANS, 28, RIGHT - start)[:2]:
        bottom += 46
        write(draw, (start, bottom), line, INK_2, SANS, 28)
    write(draw, (LEFT, max(bottom + 80, 430)), cut(card.below, SERIF, 34, RIGHT - LEFT), INK, SERIF, 34)


def _statement(image: Image.Image, draw: ImageDraw.ImageDraw, card: Card) -> None:
    write(draw, (LEFT, 92), cut(card.head, BOLD, 36, RIGHT - LEFT), INK, BOLD, 36)
    write(draw, (LEFT, 134), cut(card.about, SANS, 26, RIGHT - LEFT), INK_2, SANS, 26)
    _stamp(draw, card.known)
    write(draw, (164, 217), cut(card.how, SANS, 26, RIGHT - 164), INK_2, SANS, 26)
    bottom = _text(draw, card.text, SERIF, (112, 240), RIGHT - 112, 262)
    _line(draw, card.known, max(bottom + 18, 300))


def _house(image: Image.Image, draw: ImageDraw.ImageDraw, card: Card) -> None:
    _square(draw, LEFT, 96, 69)
    _text(draw, card.text, SERIF, (LEFT, 230), RIGHT - LEFT, 270)


def _foot(image: Image.Image, draw: ImageDraw.ImageDraw, card: Card) -> None:
    """The house, and what is at the side of it."""
    draw.line((LEFT, 534, RIGHT, 534), RULE, 2)
    at = LEFT
    if logo := _opened(the_house().logo.name):
        logo = ImageOps.contain(logo.convert("RGBA"), (220, 44))
        image.paste(logo, (at, 551 + (44 - logo.height) // 2), logo)
        at += logo.width + 16
    else:
        _square(draw, at, 556, 29)
        at += 44
    aside = cut(card.aside, SANS, 25, 560)
    room = RIGHT - at - width_of(aside, SANS, 25) - 40
    house = the_house().name
    write(draw, (at, 582), cut(house, BOLD, 27, room) if can_write(house) else "", INK, BOLD, 27)
    write(draw, (RIGHT, 582), aside, INK_2, SANS, 25, "rs")


def _square(draw: ImageDraw.ImageDraw, left: int, top: int, width: int) -> None:
    """The sign of an archive without a logo: a closing quotation mark on the accent."""
    height = round(width * 1.17)
    colour = the_house().accent or ACCENT
    draw.rectangle((left, top, left + width, top + height), fill=colour)
    at = (left + width / 2, top + height * 1.18)
    write(draw, at, "”", accent(colour, LIGHT).on_it, BOLD, round(width * 1.35), "ms")


def _portrait(image: Image.Image, draw: ImageDraw.ImageDraw, card: Card) -> None:
    if portrait := _opened(card.portrait):
        image.paste(ImageOps.fit(portrait.convert("RGB"), (PORTRAIT, PORTRAIT)), (LEFT, 92))
        return
    draw.rectangle((LEFT, 92, LEFT + PORTRAIT, 92 + PORTRAIT), fill=SURFACE)
    middle = LEFT + PORTRAIT / 2
    write(draw, (middle, 92 + PORTRAIT / 2), card.initials, INK_2, SERIF, 76, "mm")


def _stamp(draw: ImageDraw.ImageDraw, known: str) -> None:
    """As static/css/components/evidence.css has it."""
    box = (112, 192, 148, 224)
    if known == Known.QUOTE:
        draw.rectangle(box, fill=INK)
        write(draw, (130, 234), "”", PAPER, BOLD, 44, "ms")
    elif known == Known.SUMMARY:
        draw.line((122, 192, 112, 192, 112, 224, 122, 224), INK, 3)
        draw.line((138, 192, 148, 192, 148, 224, 138, 224), INK, 3)
        draw.line((122, 208, 138, 208), INK, 3)
    elif known == Known.TRANSLATED:
        _dashed(draw, box)
        write(draw, (130, 208), "⇄", INK, SANS, 26, "mm")
    elif known == Known.MIXED:
        draw.rectangle((130, 192, 148, 224), fill=INK)
        draw.rectangle(box, outline=INK, width=2)
        write(draw, (121, 208), "≈", INK, SANS, 18, "mm")
        write(draw, (139, 226), "”", PAPER, BOLD, 30, "ms")
    else:
        _dashed(draw, box)
        write(draw, (130, 208), "≈", INK, SANS, 26, "mm")


def _dashed(draw: ImageDraw.ImageDraw, box: tuple[int, int, int, int]) -> None:
    left, top, right, bottom = box
    for at in range(left, right, 6):
        draw.line((at, top, min(at + 3, right), top), INK, 2)
        draw.line((at, bottom, min(at + 3, right), bottom), INK, 2)
    for at in range(top, bottom, 6):
        draw.line((left, at, left, min(at + 3, bottom)), INK, 2)
        draw.line((right, at, right, min(at + 3, bottom)), INK, 2)


def _line(draw: ImageDraw.ImageDraw, known: str, bottom: int) -> None:
    """At the left of the words: solid for the speaker's, dashed where a part of them is, dotted for the report's."""
    top = 190
    if known == Known.SUMMARY:
        draw.line((92, top, 76, top, 76, bottom, 92, bottom), RULE, 3)
        return
    length, gap = {Known.QUOTE: (bottom - top, 0), Known.MIXED: (26, 10)}.get(Known(known), (7, 7))
    colour, width = (INK, 8) if known == Known.QUOTE else (RULE, 7)
    for start in range(top, bottom, length + gap):
        draw.rectangle((72, start, 72 + width - 1, min(start + length, bottom)), fill=colour)


def _text(draw, text: str, name: str, at: tuple[int, int], width: int, height: int) -> int:
    """``text`` in lines, as large as there is room for, cut where there is too much. Returns where its last line is."""
    left, top = at
    for size in SIZES:
        lines = lines_of(text, name, size, width)
        if len(lines) * size * LINE <= height and all(width_of(line, name, size) <= width for line in lines):
            break
    else:
        room = int(height // (size * LINE))
        lines = lines[:room] if len(lines) <= room else [*lines[: room - 1], f"{lines[room - 1]} …"]
        lines = [cut(line, name, size, width) for line in lines]
    bottom = top
    for number, line in enumerate(lines, start=1):
        bottom = round(top + number * size * LINE)
        write(draw, (left, bottom), line, INK, name, size)
    return bottom


def _opened(name: str | None) -> Image.Image | None:
    """A stored picture; None where there is none, or none that can be read now."""
    if not name:
        return None
    try:
        with default_storage.open(name) as file:
            image = Image.open(file)
            image.load()
            return image
    except OSError:
        return None


DRAWN_AS: dict[str, Callable[[Image.Image, ImageDraw.ImageDraw, Card], None]] = {
    "event": _event,
    "opinion": _event,
    "speaker": _speaker,
    "statement": _statement,
    "house": _house,
}
