"""A card as a picture: 1200 × 630, on white, for it stands on other people's pages."""

from functools import lru_cache
from io import BytesIO
from pathlib import Path

from django.core.files.storage import default_storage
from PIL import Image, ImageDraw, ImageFont, ImageOps

from events.quotation import Known
from house.colour import LIGHT, accent
from house.now import the_house
from public.cards import Card

WIDTH, HEIGHT = 1200, 630
LEFT, RIGHT = 72, 1128
PAPER, SURFACE, INK, INK_2, RULE = "#ffffff", "#f2f4f2", "#191c1b", "#545b58", "#7d8682"
#: The accent of static/css/tokens.css, where the house has chosen none.
ACCENT = "#0e5c49"
FONTS = Path(__file__).parent / "fonts"
SERIF, BOLD, SANS = "DejaVuSerif.ttf", "DejaVuSerif-Bold.ttf", "DejaVuSans.ttf"
#: Sizes that a text is tried in, the largest first, and by how much a line is higher than its letters.
SIZES = (76, 64, 54, 46, 40, 34)
LINE = 1.28
PORTRAIT = 216


@lru_cache(maxsize=32)
def font(name: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(FONTS / name), size)


def picture_of(card: Card) -> bytes:
    """The card as PNG."""
    image = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, WIDTH, 10), fill=the_house().accent or ACCENT)
    {"event": _event, "speaker": _speaker, "statement": _statement, "house": _house}[card.kind](
        image, draw, card
    )
    _foot(image, draw, card)
    file = BytesIO()
    # Letters on white need few shades: a file of a third, made sooner. A portrait needs its own.
    (image if card.portrait else image.quantize(64)).save(file, "PNG")
    return file.getvalue()


def _event(image: Image.Image, draw: ImageDraw.ImageDraw, card: Card) -> None:
    draw.text((LEFT, 104), card.head, INK, font(SANS, 28), anchor="ls")
    draw.text((LEFT, 142), _cut(card.about, SANS, 28, RIGHT - LEFT), INK_2, font(SANS, 28), anchor="ls")
    below = _lines(card.below, SERIF, 30, RIGHT - LEFT)[:2]
    bottom = _text(draw, card.text, SERIF, (LEFT, 180), RIGHT - LEFT, 330 - 44 * len(below))
    for number, line in enumerate(below):
        draw.text((LEFT, bottom + 52 + 44 * number), line, INK_2, font(SERIF, 30), anchor="ls")


def _speaker(image: Image.Image, draw: ImageDraw.ImageDraw, card: Card) -> None:
    _portrait(image, draw, card)
    start = LEFT + PORTRAIT + 44
    bottom = _text(draw, card.text, SERIF, (start, 92), RIGHT - start, 180)
    if card.about:
        bottom += 52
        draw.text(
            (start, bottom), _cut(card.about, SERIF, 38, RIGHT - start), INK_2, font(SERIF, 38), anchor="ls"
        )
    for line in _lines(card.head, SANS, 28, RIGHT - start)[:2]:
        bottom += 46
        draw.text((start, bottom), line, INK_2, font(SANS, 28), anchor="ls")
    draw.text(
        (LEFT, max(bottom + 80, 430)),
        _cut(card.below, SERIF, 34, RIGHT - LEFT),
        INK,
        font(SERIF, 34),
        anchor="ls",
    )


def _statement(image: Image.Image, draw: ImageDraw.ImageDraw, card: Card) -> None:
    draw.text((LEFT, 92), _cut(card.head, BOLD, 36, RIGHT - LEFT), INK, font(BOLD, 36), anchor="ls")
    draw.text((LEFT, 134), _cut(card.about, SANS, 26, RIGHT - LEFT), INK_2, font(SANS, 26), anchor="ls")
    _stamp(draw, card.known)
    draw.text((164, 217), _cut(card.how, SANS, 26, RIGHT - 164), INK_2, font(SANS, 26), anchor="ls")
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
    aside = _cut(card.aside, SANS, 25, 560)
    room = RIGHT - at - int(font(SANS, 25).getlength(aside)) - 40
    draw.text((at, 582), _cut(the_house().name, BOLD, 27, room), INK, font(BOLD, 27), anchor="ls")
    draw.text((RIGHT, 582), aside, INK_2, font(SANS, 25), anchor="rs")


def _square(draw: ImageDraw.ImageDraw, left: int, top: int, width: int) -> None:
    """The sign of an archive without a logo: a closing quotation mark on the accent."""
    height = round(width * 1.17)
    colour = the_house().accent or ACCENT
    draw.rectangle((left, top, left + width, top + height), fill=colour)
    mark = font(BOLD, round(width * 1.35))
    draw.text((left + width / 2, top + height * 1.18), "”", accent(colour, LIGHT).on_it, mark, anchor="ms")


def _portrait(image: Image.Image, draw: ImageDraw.ImageDraw, card: Card) -> None:
    if portrait := _opened(card.portrait):
        image.paste(ImageOps.fit(portrait.convert("RGB"), (PORTRAIT, PORTRAIT)), (LEFT, 92))
        return
    draw.rectangle((LEFT, 92, LEFT + PORTRAIT, 92 + PORTRAIT), fill=SURFACE)
    middle = LEFT + PORTRAIT / 2
    draw.text((middle, 92 + PORTRAIT / 2), card.initials, INK_2, font(SERIF, 76), anchor="mm")


def _stamp(draw: ImageDraw.ImageDraw, known: str) -> None:
    """As static/css/components/evidence.css has it."""
    box = (112, 192, 148, 224)
    if known == Known.QUOTE:
        draw.rectangle(box, fill=INK)
        draw.text((130, 234), "”", PAPER, font(BOLD, 44), anchor="ms")
    elif known == Known.SUMMARY:
        draw.line((122, 192, 112, 192, 112, 224, 122, 224), INK, 3)
        draw.line((138, 192, 148, 192, 148, 224, 138, 224), INK, 3)
        draw.line((122, 208, 138, 208), INK, 3)
    elif known == Known.MIXED:
        draw.rectangle((130, 192, 148, 224), fill=INK)
        draw.rectangle(box, outline=INK, width=2)
        draw.text((121, 208), "≈", INK, font(SANS, 18), anchor="mm")
        draw.text((139, 226), "”", PAPER, font(BOLD, 30), anchor="ms")
    else:
        _dashed(draw, box)
        draw.text((130, 208), "≈", INK, font(SANS, 26), anchor="mm")


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
        lines = _lines(text, name, size, width)
        if len(lines) * size * LINE <= height and all(
            font(name, size).getlength(line) <= width for line in lines
        ):
            break
    else:
        lines = lines[: int(height // (size * LINE))]
        lines[-1] = _cut(f"{lines[-1]} …", name, size, width)
    bottom = top
    for number, line in enumerate(lines, start=1):
        bottom = round(top + number * size * LINE)
        draw.text((left, bottom), line, INK, font(name, size), anchor="ls")
    return bottom


def _lines(text: str, name: str, size: int, width: int) -> list[str]:
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if not lines[-1] or font(name, size).getlength(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _cut(text: str, name: str, size: int, width: float) -> str:
    """As much of ``text`` as there is room for in one line."""
    if font(name, size).getlength(text) <= width:
        return text
    while text and font(name, size).getlength(f"{text}…") > width:
        text = text[:-1].rstrip()
    return f"{text}…"


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
