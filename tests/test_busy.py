"""Searches are let through one at a time; what costs little does not wait for them."""

import threading
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait

import pytest
from django.http import HttpResponse

from config.busy import WAITING, in_turn

pytestmark = pytest.mark.each_database


@pytest.fixture
def archive():
    """Ask the archive for a path; searches last until ``ended`` is set. Tells how many ran at once."""

    class Archive:
        ended = threading.Event()
        running = most = 0

        def page(self, request):
            if request.path_info.startswith("/search/"):
                self.running += 1
                self.most = max(self.most, self.running)
                self.ended.wait(timeout=30)
                self.running -= 1
            return HttpResponse("found")

    archive = Archive()
    archive.ask = in_turn(archive.page)
    return archive


def test_more_searches_than_can_wait_are_told_to_try_again_and_pages_are_served(archive, rf):
    with ThreadPoolExecutor(WAITING + 2) as readers:
        asked = [readers.submit(archive.ask, rf.get("/search/?q=trade")) for _ in range(WAITING + 2)]
        done, others = wait(asked, return_when=FIRST_COMPLETED)  # the others last until we say so
        page = archive.ask(rf.get("/events/"))
        archive.ended.set()
    told = done.pop().result()
    found = [one.result().status_code for one in others]

    assert (told.status_code, told["Retry-After"]) == (503, "5")
    assert "<h1>Busy, try again</h1>" in told.content.decode()
    assert page.status_code == 200
    assert found == [200] * (WAITING + 1)
    assert archive.most == 1


def test_search_that_fails_gives_its_turn_back(rf):
    def fail(request):
        raise ZeroDivisionError

    ask = in_turn(fail)
    for _ in range(WAITING + 2):
        with pytest.raises(ZeroDivisionError):
            ask(rf.get("/search/?q=trade"))
