"""What costs much is done by few at a time, so that it cannot crowd out the pages that cost little.

A search costs many times what a page does, and robots follow every narrowing. Each process runs one at a time; a few
wait for their turn, in threads that a page does not need meanwhile; who comes then is told to try again. An answer that
is larger than what the server hands to the system at once holds its thread for as long as its client likes to read.
"""

import threading
from weakref import finalize

from django.conf import settings
from django.utils.translation import gettext as _

from config import views

RETRY_AFTER = 5
#: Bytes of an answer that leave the thread however slowly they are read, on a system as it comes (net.core.wmem_max).
LEAVES_AT_ONCE = 200 * 1024


class Turns:
    """A few at a time, a few who wait; ``take`` says whether it is our turn, and ``give_back`` ends it."""

    def __init__(self, at_once: int, waiting: int, patience: float):
        self._places = threading.BoundedSemaphore(at_once + waiting)
        self._turn = threading.BoundedSemaphore(at_once)
        self._patience = patience

    def take(self) -> bool:
        if not self._places.acquire(blocking=False):
            return False
        if self._turn.acquire(timeout=self._patience):
            return True
        self._places.release()
        return False

    def give_back(self) -> None:
        self._turn.release()
        self._places.release()


# Of the eight threads of a process; the seconds are those for which one waits.
SEARCHES = {"at_once": 1, "waiting": 3, "patience": 4}
#: Together as many as a browser asks for at once: who opens a page of large pictures gets them all.
LARGE_ANSWERS = {"at_once": 4, "waiting": 2, "patience": 2}


def in_turn(get_response):
    """Let requests under COSTLY_PATHS through in turn; what a cache before this answers has needed none."""
    turns = Turns(**SEARCHES)

    def middleware(request):
        if not request.path_info.startswith(settings.COSTLY_PATHS):
            return get_response(request)
        if not turns.take():
            return busy(_("Many people are searching at this moment. Please try again in a few seconds."))
        try:
            return get_response(request)
        finally:
            turns.give_back()

    return middleware


def large_ones_in_turn(get_response):
    """Let few large answers be read at a time: a turn lasts until the answer was sent, or nobody has it any more.

    Outside of whatever makes an answer shorter.
    """
    turns = Turns(**LARGE_ANSWERS)

    def middleware(request):
        response = get_response(request)
        if not is_large(response):
            return response
        if not turns.take():
            return busy(
                _("Many large files are being read at this moment. Please try again in a few seconds.")
            )
        response._resource_closers.append(finalize(response, turns.give_back))
        return response

    return middleware


def is_large(response) -> bool:
    """Also what is made while it is sent, and tells no length."""
    if response.streaming and "Content-Length" not in response:
        return True
    length = response["Content-Length"] if response.streaming else len(response.content)
    return int(length) > LEAVES_AT_ONCE


def busy(lead: str):
    return views.refusal(_("Busy, try again"), lead, status=503, retry_after=RETRY_AFTER)
