"""In which language a page speaks. Its address alone says so: no cookie and no header, so that a page is the same for
everybody who asks for it, and can be kept.

The archive's own language has addresses without a prefix, each other of INTERFACE_LANGUAGES is the first part of an
address. Which one is its own, the house says (``house.speaking``), and LANGUAGE_CODE as long as it says nothing. What a
record says stays in the language it was said in.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, tzinfo
from functools import cache, lru_cache
from importlib import import_module
from typing import Any, cast

from django.conf import settings
from django.urls import URLPattern, URLResolver, get_script_prefix, get_urlconf, reverse, set_urlconf
from django.urls.resolvers import CheckURLMixin
from django.utils.dateformat import format as date_format
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext, override, pgettext

#: What stands for the first part of an address; the next one for the second.
SIGN = 7919


class Addresses:
    """The URLconf of an archive whose own language is not that of LANGUAGE_CODE.

    Django remembers addresses by URLconf and language. So each own language has one of its own, and nothing need be
    forgotten when the house chooses another, while others in this process still answer in the one of before.
    """

    def __init__(self, language: str):
        first = import_module(settings.ROOT_URLCONF)
        self.language = language
        self.urlpatterns = [_where_own_is(language, pattern) for pattern in first.urlpatterns]
        for name in ("handler400", "handler403", "handler404", "handler500"):
            setattr(self, name, getattr(first, name))


@cache
def addresses_in(language: str) -> Addresses | None:
    """The URLconf in which ``language`` has no prefix; None for the one of the settings, ROOT_URLCONF, which stands for
    a language that the interface does not speak, too."""
    another = language in settings.INTERFACE_LANGUAGES and language != spoken(own_in_settings())
    return Addresses(language) if another else None


def speak(language: str) -> Addresses | None:
    """From now on ``language`` is the archive's own in this thread, until its request is over."""
    addresses = addresses_in(language)
    set_urlconf(cast(Any, addresses))  # an object with urlpatterns is one, as a module is
    return addresses


def own() -> str:
    """The language of what has no prefix, as it is activated: LANGUAGE_CODE itself, where it is that."""
    return getattr(get_urlconf(), "language", None) or own_in_settings()


def own_in_settings() -> str:
    """LANGUAGE_CODE where the interface speaks it, else the first language that it does."""
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


class LanguagePrefix(CheckURLMixin):
    """What stands before the routes of pages: nothing, or the language that is spoken, "ru/".

    As Django's own for ``i18n_patterns``, which goes by LANGUAGE_CODE and may not stand in what is included.
    """

    converters: dict[str, object] = {}
    name = None

    def __init__(self, own_language: str):
        self.own_language = own_language

    def __str__(self) -> str:
        language = spoken(get_language()) or self.own_language
        return "" if language == self.own_language else f"{language}/"

    @property
    def regex(self) -> re.Pattern[str]:
        return re.compile(re.escape(str(self)))

    def match(self, path: str) -> tuple[str, tuple[()], dict[str, object]] | None:
        prefix = str(self)
        return (path.removeprefix(prefix), (), {}) if path.startswith(prefix) else None

    def check(self) -> list:
        return []


def pages(*patterns: URLPattern) -> URLResolver:
    """Of what is shown in each language of the interface: ``patterns`` of Django's ``path``.

    They stand behind one prefix, which is looked at once, and not at each of them.
    """
    return _behind_prefix(spoken(own_in_settings()), list(patterns))


def _behind_prefix(own_language: str, patterns: list) -> URLResolver:
    return URLResolver(cast(Any, LanguagePrefix(own_language)), patterns)  # a pattern is what can match


def _where_own_is(language: str, pattern: URLPattern | URLResolver) -> URLPattern | URLResolver:
    """``pattern`` as it is where ``language`` has no prefix: itself where no page is in it."""
    if isinstance(pattern, URLPattern):
        return pattern
    if isinstance(pattern.pattern, LanguagePrefix):
        return _behind_prefix(language, pattern.url_patterns)
    inner = [_where_own_is(language, one) for one in pattern.url_patterns]
    if all(one is former for one, former in zip(inner, pattern.url_patterns, strict=True)):
        return pattern
    return URLResolver(pattern.pattern, inner, pattern.default_kwargs, pattern.app_name, pattern.namespace)


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
    """A middleware: what is answered speaks the language of its address, and the desk the archive's own.

    Where that is the one of LANGUAGE_CODE the desk keeps it as it is: Django knows more languages than our pages do.
    """

    def middleware(request):
        if request.path_info.startswith(address("admin:index")) and not addresses_in(spoken(own())):
            return get_response(request)
        with override(language_of(request.path_info) or own()):
            return get_response(request)

    return middleware
