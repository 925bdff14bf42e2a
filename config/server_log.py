"""gunicorn's own log, which holds nothing of what its clients send but the method and the path of a request."""

import logging
import sys
from urllib.parse import quote

from gunicorn.glogging import Logger

from config import log

#: How gunicorn begins to say what it could not read; what follows quotes it.
REFUSED = "Invalid request from ip="
#: What stands in a path as it is.
PLAIN = "/:@!$&'()*+,;=~"


class WithoutWords(logging.Filter):
    """Takes out what a client has written: the whole of a request that cannot be read, of which the kind of mistake is
    told, and what stands after a “?”, which may be what somebody searched for."""

    def filter(self, record: logging.LogRecord) -> bool:
        message = record.getMessage()
        if message.startswith(REFUSED):
            message = f"Invalid request: {type(sys.exception()).__name__}"
        message = log.printable(message.partition("?")[0])
        record.msg = message if log.of_request() == log.NONE else f"{log.of_request()} {message}"
        record.args = None
        return True


class ServerLog(Logger):
    """The lines of gunicorn: a path stands in them as it would in an address, where nothing can be mistaken."""

    def setup(self, cfg):
        super().setup(cfg)
        if not any(isinstance(one, WithoutWords) for one in self.error_log.filters):
            self.error_log.addFilter(WithoutWords())

    def atoms(self, resp, req, environ, request_time):
        atoms = super().atoms(resp, req, environ, request_time)
        return atoms | {"U": quote(environ.get("PATH_INFO") or "-", safe=PLAIN, encoding="latin-1")}
