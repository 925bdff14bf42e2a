"""What a page says of itself to search engines and to those who share it."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.utils.html import strip_tags
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from publishing.interface import in_language, in_own_language, without_language

DESCRIPTION_LENGTH = 200  # longer ones are cut by every search engine

# As in Django's json_script: nothing in the data can close the element or open a comment.
ESCAPES = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}


def absolute(path: str) -> str:
    """``path`` with the site's address before it; an address with a host stays as it is."""
    return path if path.startswith(("http://", "https://")) else settings.SITE_URL + path


def permanent(item) -> str:
    """Where ``item`` is for good, in whatever language somebody reads it: what is cited, and what machines know."""
    with in_own_language():
        return absolute(item.get_absolute_url())


def title_of_list(name: str, narrowed_to: Iterable[str] = (), page: int = 1) -> str:
    """ "Events: Conference, Trade, page 2": what tells one page of a list from the others."""
    narrowing = ", ".join(narrowed_to)
    title = f"{name}: {narrowing}" if narrowing else name
    return title if page == 1 else _("%(title)s, page %(number)s") % {"title": title, "number": page}


@dataclass
class PageMeta:
    title: str
    path: str
    description: str = ""
    kind: str = "website"  # og:type
    card: Any = None  # a Card, what a shared link shows; None: that of the house
    data: dict = field(default_factory=dict)  # JSON-LD

    def __post_init__(self):
        words = " ".join(strip_tags(self.description).split())
        self.description = Truncator(words).chars(DESCRIPTION_LENGTH)

    @property
    def canonical(self) -> str:
        return absolute(self.path)

    @property
    def alternates(self) -> list[tuple[str, str]]:
        """The languages that this page is there in, each with its address."""
        return [(code, absolute(in_language(self.path, code))) for code in settings.INTERFACE_LANGUAGES]

    @property
    def unprefixed(self) -> str:
        """Of the page for a reader of whom no language is known."""
        return absolute(without_language(self.path))

    @property
    def json_ld(self) -> SafeString | str:
        if not self.data:
            return ""
        linked = {"@context": "https://schema.org", **self.data}
        return mark_safe(json.dumps(linked, ensure_ascii=False).translate(ESCAPES))
