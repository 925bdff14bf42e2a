"""What a page says of itself to search engines and to those who share it."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.utils.html import strip_tags
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from public.counterparts import Counterpart
from publishing.interface import in_language, in_own_language, own, spoken

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


def alternates_of(path: str, counterparts: Iterable[Counterpart] = ()) -> dict[str, str]:
    """The address of a page in each language that it is there in, and for whoever reads none of them (x-default).

    Where a record has counterparts, who reads the language of one of them looks for that.
    """
    here = {code: in_language(path, code) for code in settings.INTERFACE_LANGUAGES}
    all_of_them = here | {one.hreflang: one.path for one in counterparts}
    all_of_them["x-default"] = all_of_them[spoken(own())]
    return {code: absolute(address) for code, address in all_of_them.items()}


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
    counterparts: Sequence[Counterpart] = ()  # of what the page is about

    def __post_init__(self):
        words = " ".join(strip_tags(self.description).split())
        self.description = Truncator(words).chars(DESCRIPTION_LENGTH)

    @property
    def canonical(self) -> str:
        return absolute(self.path)

    @property
    def alternates(self) -> dict[str, str]:
        return alternates_of(self.path, self.counterparts)

    @property
    def json_ld(self) -> SafeString | str:
        if not self.data:
            return ""
        linked = {"@context": "https://schema.org", **self.data}
        return mark_safe(json.dumps(linked, ensure_ascii=False).translate(ESCAPES))
