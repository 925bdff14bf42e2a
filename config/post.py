"""Mail, in plain text: sent by a thread of its own, so that nobody waits for a server of somebody else's."""

import logging
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor

from django.conf import settings
from django.core.mail import EmailMessage

logger = logging.getLogger(__name__)

#: One after the other; what waits when the server is stopped is still sent.
_postman = ThreadPoolExecutor(max_workers=1, thread_name_prefix="mail")


def is_sent() -> bool:
    """Whether there is a server to send mail by (EMAIL_URL)."""
    return "default" in settings.MAILERS


def send_soon(written: Callable[[], Iterable[EmailMessage]]) -> Future:
    """Send what ``written`` returns, which is asked by that thread too and asks no database.

    A letter that cannot be sent is told to the log, in a line without addressee or words.
    """
    return _postman.submit(_send, written)


def _send(written: Callable[[], Iterable[EmailMessage]]) -> None:
    try:
        letters = list(written())
    except Exception:
        logger.exception("A letter could not be written.")  # a fault of ours, which nobody waits to hear of
        return
    for letter in letters:
        try:
            letter.send()
        except Exception as error:  # whatever another server says, the next letter is sent
            answer = " ".join([type(error).__name__, str(getattr(error, "smtp_code", ""))]).strip()
            logger.error("A letter could not be sent: %s. See EMAIL_URL.", answer)
