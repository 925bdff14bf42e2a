"""In which language, and which way, something on a page is written."""

import html
import unicodedata
from functools import lru_cache

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language_info, gettext

from publishing.interface import language

RIGHT_TO_LEFT = {"ar", "ar-dz", "ckb", "fa", "he", "ur", "ug"}


def escape(text: object) -> str:
    """As Django's own of what is no lazy text, which it asks of each: a page of a search has a thousand such."""
    return html.escape(str(text))


def in_page_language() -> SafeString:
    """The lang and dir of our own words inside of what is in another language: a note in the margin of an Arabic
    report."""
    return _of_page(language())


@lru_cache(maxsize=100)
def _of_page(code: str) -> SafeString:
    return format_html('lang="{}" dir="{}"', code, "rtl" if code in RIGHT_TO_LEFT else "ltr")


def name_of_language(code: str) -> str:
    """In the language of the page; the code of one that nobody has named."""
    try:
        return gettext(get_language_info(code)["name"])
    except KeyError:
        return code


def foreign(code: str) -> str:
    """The name of a record's language in that of the page; blank where they are the same."""
    return "" if code.partition("-")[0] == language() else name_of_language(code)


def attributes(code: str) -> SafeString | str:
    """The lang attribute, and dir, of an element in another language than the page; blank for the page's own."""
    if not code or code.partition("-")[0] == language():
        return ""
    return _of_element(code)


@lru_cache(maxsize=1_000)
def _of_element(code: str) -> SafeString:
    return format_html(' lang="{}"{}', code, mark_safe(' dir="rtl"') if code in RIGHT_TO_LEFT else "")


def isolated(name: str) -> SafeString | str:
    """``name``, kept from turning the words and commas around it when it is written from right to left."""
    written_leftwards = any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in name)
    return format_html("<bdi>{}</bdi>", name) if written_leftwards else name
