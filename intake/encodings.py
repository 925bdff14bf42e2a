"""The text of bytes that do not always say in which encoding they are."""

import codecs
import re

from intake.unreadable import OFFERED, Unreadable

CYRILLIC_PAGE = 4

NAMED_CHARSET = re.compile(rb"<meta[^>]{0,200}charset=[\"']?([\w-]{2,20})", re.I)
#: A lone surrogate or a control character is no letter of a report and no database keeps a NUL.
NOT_TEXT = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def decoded(data: bytes) -> str:
    """The text of bytes in UTF-8, UTF-16, windows-1251 or Latin-1. Raises Unreadable when they are no text."""
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if data.startswith(mark):
            return _decoded(data, encoding)
    named = NAMED_CHARSET.search(data[:2048])
    for encoding in filter(None, [_of_zeros(data), "utf-8", named and named[1].decode("ascii").lower()]):
        try:
            return _without_binary(data.decode(encoding))
        except (UnicodeError, LookupError):
            continue
    return _without_binary(data.decode(_of_letters(data), errors="replace"))


def _decoded(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise Unreadable(
            "This file is broken: it claims an encoding that it is not in. Save it as UTF-8."
        ) from error


def _of_zeros(data: bytes) -> str:
    """UTF-16 that does not say so: every other byte is the number of an alphabet, 0 for Latin, 4 for Cyrillic."""
    sample = data[:4096]
    even, odd = (sum(byte <= CYRILLIC_PAGE for byte in sample[first::2]) for first in (0, 1))
    if max(even, odd) * 5 < len(sample) * 2:
        return ""
    return "utf-16-be" if even > odd else "utf-16-le"


def _of_letters(data: bytes) -> str:
    """Where most letters are no ASCII it is Cyrillic; where few are, they are the accents of Western Europe."""
    high = sum(byte >= 0xC0 for byte in data)
    ascii_letters = sum(65 <= byte <= 90 or 97 <= byte <= 122 for byte in data)
    return "cp1251" if high > ascii_letters else "cp1252"


def _without_binary(text: str) -> str:
    if len(NOT_TEXT.findall(text[:20_000])) * 100 > len(text[:20_000]):
        raise Unreadable(f"There is no text in this file: choose {OFFERED}, or paste the text.")
    return text
