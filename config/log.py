"""The log: each line with the id of its request, none with a reader's address, a search term or a secret, and none
that a reader has written: what they send cannot look like a line of its own."""

import contextvars
import logging
import secrets

NONE = "-"
_request_id: contextvars.ContextVar[str] = contextvars.ContextVar("request_id", default=NONE)


def request_id(get_response):
    """Give each request an id of our own, and tell it: who reports an error can quote it, and it finds the lines.

    It lasts until the thread takes up another request: Django, and the server that sends the answer, speak of this one
    when all middleware is through.
    """

    def middleware(request):
        _request_id.set(secrets.token_hex(6))
        response = get_response(request)
        response["X-Request-ID"] = of_request()
        return response

    return middleware


def of_request() -> str:
    """The id of the request that this thread answers; a dash outside of one."""
    return _request_id.get()


def another_request() -> None:
    """What this thread says from here on is of no request that it has answered."""
    _request_id.set(NONE)


def printable(text: str) -> str:
    """``text`` with what ends a line, hides or moves letters written out, as Python does."""
    return "".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in text)


class WithRequestId(logging.Filter):
    """Gives a line `request_id`, a dash outside a request."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.request_id = of_request()
        return True


class InPrint(logging.Filter):
    """Keeps a message on its one line, whatever it quotes."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg = printable(record.getMessage())
        record.args = None
        return True
