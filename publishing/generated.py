"""Words that a style sheet and not the text has: `p::before { content: "Draft: " }`.

Its reader sees them as any others. Bullets, arrows, marks and signs in fonts of their own are ornaments and no words.
"""

import re
import unicodedata

from publishing import unseen
from publishing.selectors import BEFORE

STRING = re.compile(r"\"((?:[^\"\\\n]|\\.)*)\"|'((?:[^'\\\n]|\\.)*)'|\battr\(\s*([\w-]+)\s*\)|(/)")
ATTRIBUTE = re.compile(r"\battr\(\s*([\w-]+)\s*\)")
ESCAPED = re.compile(r"\\(?:([0-9a-f]{1,6})\s?|(.))", re.I | re.S)
#: Signs that belong to the figure beside them, of which those of the second kind are bullets before a paragraph.
SIGNS, SIGNS_IN_A_LINE = frozenset("%‰°±−≈≤≥"), frozenset("-+<>")
#: Fonts whose letters are pictures.
PICTURES = re.compile("icon|awesome|glyph|symbol|dings|fontello|icomoon")
LONGEST = 2_000
SPACED = re.compile("(?:margin|padding)")


def words(pseudo: str, declared: dict[str, str], given: dict[str, str | None], in_a_line: bool) -> str:
    """What the declarations of such a part show that is words, figures or a sign of one; blank for the rest. A blank
    parts it from the text that it stands BEFORE or AFTER (``pseudo``) where its style does. ``given`` are the
    attributes of its element, ``in_a_line`` tells whether that stands among other words."""
    content = declared.get("content", "")[:LONGEST]
    if not content or PICTURES.search(declared.get("font-family", "") + declared.get("font", "")):
        return ""
    if unseen.UNSEEN in unseen.looks(declared) or unseen.veils(declared):
        return ""
    shown = []
    for double, single, attribute, stroke in STRING.findall(content):
        if stroke:
            break  # what follows is read aloud only
        shown.append((given.get(attribute) or "") if attribute else ESCAPED.sub(_character, double or single))
    text = "".join(shown)
    if not any(_says_something(sign, in_a_line and text == text.strip()) for sign in text):
        return ""
    is_apart = unseen.APART in unseen.looks(declared) or any(map(SPACED.match, declared))
    if is_apart:
        text = f"{text} " if pseudo == BEFORE else f" {text}"
    return text


def _character(escaped: re.Match) -> str:
    if not escaped[1]:
        return "" if escaped[2] == "\n" else escaped[2]
    number = int(escaped[1], 16)
    return chr(number) if 0 < number < 0x110000 and not 0xD800 <= number < 0xE000 else "\ufffd"


def _says_something(sign: str, is_close: bool) -> bool:
    if sign.isalnum() or sign in SIGNS or unicodedata.category(sign) == "Sc":
        return True
    return is_close and sign in SIGNS_IN_A_LINE
