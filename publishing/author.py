"""Who is at work: whoever sends the request in which something is written, and nobody in a command."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

_asked: ContextVar[Callable[[], Any] | None] = ContextVar("asked", default=None)


def author() -> Any:
    """The user who is at work, or None. Asked only where something is written: a reader's session is not touched."""
    ask = _asked.get()
    user = ask() if ask else None
    return user if user is not None and user.is_authenticated else None


@contextmanager
def nobody() -> Iterator[None]:
    """What is written in it is nobody's work, as in a command, whosever request it happens in."""
    token = _asked.set(None)
    try:
        yield
    finally:
        _asked.reset(token)


def known_author(get_response):
    """Middleware: remember whose request this is."""

    def middleware(request):
        token = _asked.set(lambda: request.user)
        try:
            return get_response(request)
        finally:
            _asked.reset(token)

    return middleware
