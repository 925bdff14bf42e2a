"""In which language a page speaks. Its address alone says so: no cookie and no header, so that a page is the same for
everybody who asks for it, and can be kept.

The archive's own language has addresses without a prefix, each other of INTERFACE_LANGUAGES is the first part of an
address. What a record says stays in the language it was said in.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, tzinfo
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.urls import URLPattern, get_script_prefix, get_urlconf, path, reverse
from django.utils.dateformat import format as date_format
from django.utils.functional import Promise, lazy
from django.utils.translation import get_language, gettext, override, pgettext

#: What stands for the first part of an address; the next one for the second.
SIGN = 7919


def own() -> str:
    """The language of what has no prefix: LANGUAGE_CODE where the interface speaks it, else the first that it does."""
    code = settings.LANGUAGE_CODE
    return code if spoken(code) else settings.INTERFACE_LANGUAGES[0]


def spoken(code: str | None) -> str:
    """The interface's language that ``code`` is, "en" for "en-gb"; blank where it is none."""
    language = (code or "").partition("-")[0]
    return language if language in settings.INTERFACE_LANGUAGES else ""


def language() -> str:
    """The language in which a page is written now."""
    return spoken(get_language()) or spoken(own())


def prefix(code: str) -> str:
    """What addresses in the language ``code`` begin with: "ru/", or nothing."""
    return "" if code == spoken(own()) else f"{code}/"


@contextmanager
def in_own_language() -> Iterator[None]:
    """For what is the same on the page in each language: citations for machines, identities, lasting addresses."""
    with override(own()):
        yield


@lru_cache(maxsize=1_000)
def _in(code: str | None, route: str) -> str:
    return prefix(spoken(code) or spoken(own())) + route


# Asked for every route that is compared with an address, so it is remembered.
_addressed = lazy(lambda route: _in(get_language(), route), str)


def page(route: str, view: Callable[..., Any], name: str) -> URLPattern:
    """As Django's ``path``, of what is shown in each language of the interface."""
    return path(_addressed(route), view, name=name)


def address(name: str, *parts: int | str) -> str:
    """As ``reverse(name, args=parts)``, of which a page has a hundred: read from the URLconf once a language.

    ``parts`` are numbers and slugs, which stand in an address as they are.
    """
    form = _form(get_language(), get_urlconf(), get_script_prefix(), name, len(parts))
    return form.format(*parts)


@lru_cache(maxsize=1_000)
def _form(_language: str | None, _urlconf: str | None, _prefix: str, name: str, number: int) -> str:
    """ "/events/{}/{}/"; the figures that stand for the parts are a number, a year and a slug, whatever is wanted."""
    signs = [str(SIGN + place) for place in range(number)]
    form = reverse(name, args=signs)
    for sign in signs:
        form = form.replace(sign, "{}")
    return form


def in_words(message: str) -> str:
    """As ``gettext``, remembered: of words that need no translation Django asks half a dozen catalogues each time."""
    return _in_words(get_language(), message)


@lru_cache(maxsize=10_000)
def _in_words(_language: str | None, message: str) -> str:
    return gettext(message)


def language_of(path: str) -> str:
    """The language that an address begins with; blank where it begins with none."""
    first = path.lstrip("/").partition("/")[0]
    return first if first in settings.INTERFACE_LANGUAGES and prefix(first) else ""


def without_language(path: str) -> str:
    """ "/ru/events/" → "/events/": the address in the archive's own language, which records remember."""
    return f"/{path.removeprefix(f'/{code}').lstrip('/')}" if (code := language_of(path)) else path


def in_language(path: str, code: str) -> str:
    """The same page in another language of the interface; never the address of another host."""
    return f"/{prefix(code)}{without_language(path).lstrip('/')}"


def written(day: date, form: str | Promise) -> str:
    """``day`` in the signs of ``form`` and the words of the page's language."""
    # One moment is written otherwise in each time zone, and yet is the same to Python.
    return _written(day, getattr(day, "tzinfo", None), str(form), get_language())


@lru_cache(maxsize=10_000)
def _written(day: date, _zone: tzinfo | None, form: str, _language: str | None) -> str:
    text = date_format(day, form)
    # Django has the months of Russian in capitals, as they stand on a calendar.
    small = pgettext("Do the names of months begin with a capital: yes or no?", "yes") == "no"
    return text.lower() if small else text


def by_address(get_response):
    """A middleware: what is answered speaks the language of its address. The desk keeps the one of LANGUAGE_CODE."""

    def middleware(request):
        if request.path_info.startswith(reverse("admin:index")):
            return get_response(request)
        with override(language_of(request.path_info) or own()):
            return get_response(request)

    return middleware
