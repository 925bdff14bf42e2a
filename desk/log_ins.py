"""Where somebody is logged in: told to themselves and to an administrator, who can end it.

Sessions are ended through the engine that keeps them, so on all machines at once. One that began with another password
is none any more: Django asks for the print of the password with each request, and so does the list.
"""

import re
from datetime import timedelta
from importlib import import_module
from typing import Any

from django.conf import settings
from django.contrib.auth import HASH_SESSION_KEY
from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from config.counts import counted, key_of
from desk.models import LogIn
from publishing.in_passing import in_passing
from publishing.logbook import write
from publishing.models import LogbookEntry

#: In the session: by which key its row knows it.
KNOWN_AS = "desk.log_ins.known_as"
#: Seconds between two looks at when somebody was seen.
OFTEN = 15 * 60
#: The first that fits: other browsers say that they are Chrome or Safari too.
BROWSERS = {"Edg": "Edge", "OPR": "Opera", "Firefox": "Firefox", "Chrome": "Chrome", "Safari": "Safari"}
SYSTEMS = ("Android", "iPhone", "iPad", "Windows", "Mac", "Linux")


def began(request, user: User) -> None:
    """Write down that ``user`` is logged in in this browser, and forget sessions that have run out."""
    if request.session.session_key is None:
        request.session.create()
    key = request.session.session_key
    words = browser_in_words(getattr(request, "headers", {}).get("User-Agent", ""))
    row = {"user": user, "print": user.get_session_auth_hash(), "browser": words, "seen_at": timezone.now()}
    user.log_ins.filter(seen_at__lt=timezone.now() - lasting()).delete()
    LogIn.objects.update_or_create(session_key=key, defaults=row)
    request.session[KNOWN_AS] = key
    is_seen_anew(key)


def ended(request) -> None:
    """Somebody has logged out."""
    LogIn.objects.filter(session_key=request.session.session_key or "").delete()


def noticed(get_response):
    """Middleware: remember now and then that a session of the desk is in use, and by which key."""

    def middleware(request):
        response = get_response(request)
        if settings.SESSION_COOKIE_NAME in request.COOKIES and request.session.accessed:
            notice(request.session)
        return response

    return middleware


def notice(session: Any) -> None:
    """A password that was changed here gave the session another key, and another print."""
    known, key = session.get(KNOWN_AS), session.session_key
    if not known or not key:
        return
    if known != key:
        session[KNOWN_AS] = key
        LogIn.objects.filter(session_key=known).update(
            session_key=key, print=session.get(HASH_SESSION_KEY, "")
        )
    elif is_seen_anew(key):
        in_passing(lambda: see(key))


def see(key: str) -> None:
    LogIn.objects.filter(session_key=key).update(seen_at=timezone.now())


def is_seen_anew(key: str) -> bool:
    """Whether it was not seen for a while, on any machine."""
    return bool(counted(lambda counts: counts.add(key_of("seen", key), 1, OFTEN)))


def lasting() -> timedelta:
    return timedelta(seconds=settings.SESSION_COOKIE_AGE)


def of(user: User) -> list[LogIn]:
    """Where ``user`` is logged in, seen last first."""
    rows = user.log_ins.filter(print=user.get_session_auth_hash(), seen_at__gte=timezone.now() - lasting())
    return list(rows)


def end(user: User, key: int) -> bool:
    """End one log-in of ``user``; whether there was such a one."""
    return bool(_end([one for one in of(user) if one.pk == key], user))


def end_all(user: User, but: str | None = None) -> int:
    """End all log-ins of ``user`` but the one with the session ``but``; how many there were."""
    return _end([one for one in of(user) if one.session_key != but], user)


def _end(log_ins: list[LogIn], user: User) -> int:
    if not log_ins:
        return 0
    store = import_module(settings.SESSION_ENGINE).SessionStore
    with transaction.atomic():
        LogIn.objects.filter(pk__in=[one.pk for one in log_ins]).delete()
        for one in log_ins:
            store(one.session_key).delete()
        write(LogbookEntry.What.ACCESS, user, f"Ended: {', '.join(one.browser for one in log_ins)}")
    return len(log_ins)


def browser_in_words(agent: str) -> str:
    """ "Firefox on Windows": enough to know one's own, and no more."""
    browser = next(
        (name for mark, name in BROWSERS.items() if re.search(rf"\b{mark}\w*/", agent)), "A browser"
    )
    system = next((name for name in SYSTEMS if name in agent), "")
    return f"{browser} on {system}" if system else browser
