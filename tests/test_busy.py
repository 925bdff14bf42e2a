"""Searches are let through one at a time; what costs little does not wait for them."""

import threading
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait

import pytest
from django.http import HttpResponse, StreamingHttpResponse

from config.busy import LARGE_ANSWERS, LEAVES_AT_ONCE, SEARCHES, in_turn, large_ones_in_turn

pytestmark = pytest.mark.each_database

WAITING = SEARCHES["waiting"]


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


@pytest.mark.django_db
def test_large_answers_are_few_at_a_time_until_they_are_sent_and_small_ones_are_not_counted(rf):
    def answered(request):
        if request.path_info == "/list.csv":
            return StreamingHttpResponse(iter([b"line"]))
        return HttpResponse(b"x" * (LEAVES_AT_ONCE + 1 if request.path_info == "/data/" else 100))

    ask = large_ones_in_turn(answered)
    being_read = [ask(rf.get(path)) for path in ("/data/", "/list.csv") * (LARGE_ANSWERS["at_once"] // 2)]
    refused = ask(rf.get("/data/"))
    page = ask(rf.get("/events/"))
    being_read[0].close()
    after = ask(rf.get("/data/"))
    del after  # nobody has it, though it was not closed
    once_more = ask(rf.get("/list.csv"))

    assert [one.status_code for one in being_read] == [200] * LARGE_ANSWERS["at_once"]
    assert (refused.status_code, refused["Retry-After"]) == (503, "5")
    assert "Many large files are being read at this moment." in refused.content.decode()
    assert (page.status_code, once_more.status_code) == (200, 200)
