"""What costs much is done by few at a time, so that it cannot crowd out the pages that cost little.

A search costs many times what a page does, and robots follow every narrowing. Each process runs one at a time; a few
wait for their turn, in threads that a page does not need meanwhile; who comes then is told to try again.
"""

import threading

from django.conf import settings
from django.utils.translation import gettext as _

from config import views

#: Searches that may wait in a process, and for how many seconds. A process has eight threads.
WAITING = 3
PATIENCE = 4
RETRY_AFTER = 5


class Turns:
    """One at a time, a few who wait; ``take`` says whether it is our turn, and ``give_back`` ends it."""

    def __init__(self):
        self._places = threading.BoundedSemaphore(1 + WAITING)
        self._turn = threading.Lock()

    def take(self) -> bool:
        if not self._places.acquire(blocking=False):
            return False
        if self._turn.acquire(timeout=PATIENCE):
            return True
        self._places.release()
        return False

    def give_back(self) -> None:
        self._turn.release()
        self._places.release()


def in_turn(get_response):
    """Let requests under COSTLY_PATHS through in turn; what a cache before this answers has needed none."""
    turns = Turns()

    def middleware(request):
        if not request.path_info.startswith(settings.COSTLY_PATHS):
            return get_response(request)
        if not turns.take():
            return views.refusal(
                _("Busy, try again"),
                _("Many people are searching at this moment. Please try again in a few seconds."),
                status=503,
                retry_after=RETRY_AFTER,
            )
        try:
            return get_response(request)
        finally:
            turns.give_back()

    return middleware
