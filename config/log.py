"""The log: each line with the id of its request, none with a reader's address, a search term or a secret."""

import contextvars
import logging
import re
import secrets

NONE = "-"
_request_id: contextvars.ContextVar[str] = contextvars.ContextVar("request_id", default=NONE)


def request_id(get_response):
    """Give each request an id of our own, and tell it: who reports an error can quote it, and it finds the lines."""

    def middleware(request):
        token = _request_id.set(secrets.token_hex(6))
        try:
            response = get_response(request)
            response["X-Request-ID"] = _request_id.get()
            return response
        finally:
            _request_id.reset(token)

    return middleware


class WithRequestId(logging.Filter):
    """Gives a line `request_id`, a dash outside a request."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.request_id = _request_id.get()
        return True


class WithoutQuery(logging.Filter):
    """Takes out what stands after a “?” in the server's own lines: it may be what somebody searched for."""

    QUERY = re.compile(r"\?[^\s'\"]*")

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg = self.QUERY.sub("", record.getMessage())
        record.args = None
        return True
