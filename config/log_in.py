"""How often a password may be tried: asked before the password is looked at, for that is what costs.

A password is hashed slowly on purpose, for a name that nobody has too: three tries a second would take a core from
the readers. So tries are spaced out by where they come from, at longer and longer steps, and in all they may take a
part of the machine only. Nothing is ever closed to anybody: a stranger who tries an editor's name makes strangers
wait, and the browser in which that editor has logged in before is counted by itself.
"""

import math
import secrets
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.conf import settings
from django.core import signing
from django.core.cache import BaseCache
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.crypto import salted_hmac
from unfold.forms import AuthenticationForm

from config import visitors
from config.counts import add_one, counted, key_of

#: Tries that nobody waits between, and for how many seconds each is remembered.
FREE = 5
REMEMBERED = 15 * 60
#: Seconds between the tries after them: each step twice the last one.
FIRST_PAUSE = 4
LONGEST_PAUSE = 60
#: What all strangers together may try: so many in each span of so many seconds. In a process one password is looked at
#: at a time, and for so many seconds a try waits for its turn.
IN_A_SPAN = 5
SPAN = 10
TURN = 1

COOKIE = "known_browser"
COOKIE_AGE = 365 * 24 * 60 * 60
SALT = "config.log_in.known_browser"


#: Say of a user whether a password alone lets them in nowhere; apps add theirs in ``AppConfig.ready()``.
asks_more: list[Callable[[Any], bool]] = []


class TooSoon(Exception):
    """A try that is not made; how many seconds to wait before the next."""

    def __init__(self, seconds: int):
        super().__init__(seconds)
        self.seconds = seconds


class LogInForm(AuthenticationForm):
    """The desk's log-in, which says how long to wait where a try comes too soon (``too_soon``)."""

    too_soon = 0
    #: Whether the password was right, and a code is all that is missing.
    asks_code = False

    def clean(self):
        try:
            with a_try(self.request, self.cleaned_data.get("username", "")):
                return super().clean()
        except TooSoon as refused:
            self.too_soon = refused.seconds
            raise ValidationError(
                f"There have been many tries to log in. Nothing is closed: wait {refused.seconds} seconds, then try "
                "again."
            ) from None


@contextmanager
def a_try(request, name: str) -> Iterator[None]:
    """Stands round the look at a password for this name; raises TooSoon instead where one must wait."""
    browser = known_browser(request, name)
    one_more(_where(request, browser))
    if browser:
        yield
        return
    with _share_of_strangers():
        yield


def one_more(where: str) -> None:
    """Count one try more of those that come from ``where``; raises TooSoon, and counts it not, where one must wait."""
    if (seconds := counted(lambda counts: _seconds_to_wait(counts, where))) is not None:
        raise TooSoon(seconds)


_turn = threading.Lock()


@contextmanager
def _share_of_strangers() -> Iterator[None]:
    """What those whom we do not know may take. Stands round one look at a password; one that was right counts not."""
    span, over = divmod(time.time(), SPAN)
    key = _key("strangers", f"{span:.0f}")
    if counted(lambda counts: add_one(counts, key, 2 * SPAN)) > IN_A_SPAN or not _turn.acquire(timeout=TURN):
        raise TooSoon(math.ceil(SPAN - over))
    try:
        yield
    finally:
        _turn.release()
    counted(lambda counts: counts.decr(key) if key in counts else None)


def _where(request, browser: str) -> str:
    return f"browser:{browser}" if browser else f"address:{visitors.address(request)}"


def _seconds_to_wait(counts: BaseCache, where: str) -> int | None:
    """Count a try, the last free one of which begins the first pause; None where none is going on."""
    tries_key, pause_key = _key("tries", where), _key("pause", where)
    tries = counts.get(tries_key, 0) + 1
    if tries >= FREE:
        seconds = min(FIRST_PAUSE * 2 ** (tries - FREE), LONGEST_PAUSE)
        if not counts.add(pause_key, time.time() + seconds, seconds):  # of several at once, one adds it
            return max(1, math.ceil(counts.get(pause_key, 0) - time.time()))
    add_one(counts, tries_key, REMEMBERED)
    return None


def succeeded(request, response, name: str) -> None:
    """Forget the tries, and let the browser be known for a year."""
    browser = known_browser(request, name)
    where = _where(request, browser)
    counted(lambda counts: counts.delete_many([_key("tries", where), _key("pause", where)]))
    response.set_cookie(
        COOKIE,
        signing.dumps([_print_of(name), browser or secrets.token_hex(8)], salt=SALT),
        max_age=COOKIE_AGE,
        path=reverse("admin:index"),
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def known_browser(request, name: str) -> str:
    """The id of a browser in which somebody has logged in by this name; blank for a stranger's."""
    try:
        whose, browser = signing.loads(request.COOKIES.get(COOKIE, ""), salt=SALT, max_age=COOKIE_AGE)
    except (signing.BadSignature, ValueError, TypeError):
        return ""
    return browser if whose == _print_of(name) else ""


def _print_of(name: str) -> str:
    return salted_hmac(SALT, name.casefold().strip(), algorithm="sha256").hexdigest()[:16]


def _key(what: str, where: str) -> str:
    return key_of(f"log-in:{what}", where)
