"""Pictures for an archive of nobody's: drawn of plain shapes, always the same for the same record.

A portrait is a paper cut in three colours, which says of no invented person what they look like; a cover is a view.
"""

from hashlib import sha256
from io import BytesIO
from math import sin
from random import Random
from typing import NamedTuple

from django.core.files.base import ContentFile
from PIL import Image, ImageDraw

CREDIT = "Drawn for the demonstration"
PORTRAIT = (480, 480)
COVER = (1440, 540)
#: Drawn so many times larger and made smaller, which rounds the edges off.
FINER = 2

#: Wall, coat and face, with what they are called.
PAPERS = [
    ("sand", "#e4d6b8"), ("sage", "#b9c7ac"), ("grey blue", "#aebfca"), ("clay", "#d3ab93"), ("lilac", "#c3b7cc"),
]  # fmt: skip
COATS = [("green", "#2f5d50"), ("navy", "#26405f"), ("brown", "#5c4033"), ("plum", "#553049")]
SKIES = ["#f0dfc2", "#dfe6e8", "#efd8cf"]
SUN, LAND, WATER = (
    "#d9793f",
    ["#8fa392", "#5f7f76", "#355a55", "#1f3b3a"],
    ["#a9c0c9", "#7f9fae", "#56798d", "#33566d"],
)
STONE = ["#b7b0a6", "#8b857d", "#5d5a57", "#3a3a3c"]


class Drawing(NamedTuple):
    """A picture, and what it shows in words."""

    file: ContentFile
    alt: str


def portrait(slug: str, name: str) -> Drawing:
    chance = seeded(slug)
    wall, coat = chance.choice(PAPERS), chance.choice(COATS)
    width, height = (side * FINER for side in PORTRAIT)
    picture = Image.new("RGB", (width, height), wall[1])
    draw = ImageDraw.Draw(picture)
    middle, head = width * chance.uniform(0.46, 0.54), width * chance.uniform(0.15, 0.18)
    face, eyes = "#f3ece0", height * 0.40
    hair = head * chance.uniform(1.1, 1.3)
    draw.ellipse(
        (middle - hair, eyes - hair * 1.35, middle + hair, eyes + hair * chance.uniform(0.4, 1.5)), coat[1]
    )
    draw.ellipse((width * 0.14, height * 0.68, width * 0.86, height * 1.5), coat[1])
    draw.rectangle((middle - head * 0.4, eyes + head * 0.6, middle + head * 0.4, height * 0.72), face)
    draw.polygon(
        [(middle - head * 0.7, height * 0.68), (middle + head * 0.7, height * 0.68), (middle, height * 0.86)],
        face,
    )
    draw.ellipse((middle - head, eyes - head * 0.95, middle + head, eyes + head * 1.45), face)
    return Drawing(as_file(picture, PORTRAIT), f"A paper cut of {name}, {coat[0]} on {wall[0]}")


def cover(slug: str) -> Drawing:
    chance = seeded(slug)
    draws, words = chance.choice([(hills, "Hills"), (sea, "A sea"), (city, "A city")])
    width, height = (side * FINER for side in COVER)
    picture = Image.new("RGB", (width, height), chance.choice(SKIES))
    draw = ImageDraw.Draw(picture)
    x, y, size = width * chance.uniform(0.15, 0.85), height * chance.uniform(0.25, 0.5), height * 0.13
    draw.ellipse((x - size, y - size, x + size, y + size), SUN)
    draws(draw, chance, width, height)
    return Drawing(as_file(picture, COVER), f"A drawing: {words.lower()} under a low sun")


def hills(draw: ImageDraw.ImageDraw, chance: Random, width: int, height: int) -> None:
    for number, colour in enumerate(LAND):
        base, swing = height * (0.48 + 0.14 * number), height * chance.uniform(0.05, 0.1)
        long, start = width / chance.uniform(4, 9), chance.uniform(0, 6)
        ridge = [(x, base + swing * sin(x / long + start)) for x in range(0, width + 1, 8)]
        draw.polygon([*ridge, (width, height), (0, height)], colour)


def sea(draw: ImageDraw.ImageDraw, chance: Random, width: int, height: int) -> None:
    for number, colour in enumerate(WATER):
        draw.rectangle((0, height * (0.55 + 0.12 * number), width, height), colour)
    x, y, long = width * chance.uniform(0.2, 0.7), height * 0.66, width * 0.16
    draw.polygon(
        [(x, y), (x + long, y), (x + long * 0.9, y + height * 0.09), (x + long * 0.1, y + height * 0.09)],
        LAND[3],
    )
    for number in range(chance.randint(2, 4)):
        left = x + long * (0.14 + 0.18 * number)
        draw.rectangle((left, y - height * 0.07, left + long * 0.15, y), chance.choice([SUN, *STONE[:2]]))


def city(draw: ImageDraw.ImageDraw, chance: Random, width: int, height: int) -> None:
    for number, colour in enumerate(STONE):
        x = -width * 0.02
        while x < width:
            broad = width * chance.uniform(0.03, 0.08)
            top = height * (chance.uniform(0.38, 0.62) + 0.1 * number)
            draw.rectangle((x, top, x + broad, height), colour)
            x += broad


def seeded(slug: str) -> Random:
    """The same chance in every process: Python's own hash of a text changes."""
    return Random(int.from_bytes(sha256(slug.encode()).digest()[:8]))  # noqa: S311 -- no secret


def as_file(picture: Image.Image, size: tuple[int, int]) -> ContentFile:
    into = BytesIO()
    picture.resize(size, Image.Resampling.LANCZOS).save(into, "PNG")
    return ContentFile(into.getvalue(), name="drawing.png")
