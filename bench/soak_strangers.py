"""What readers wait for, before and during each thing that a stranger can do."""

import multiprocessing
import re
import socket
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from statistics import quantiles

#: Readers' p99 may be so many times what it was.
BOUND = 3
#: Pages that readers ask for, so many a second.
EACH_SECOND = 8


def run(archive, options) -> bool:
    pages = pages_of(archive)
    for page in pages * 3:
        archive.ask(page)
    held = True
    for name, attack in ATTACKS.items():
        before = waits(archive, pages, options.seconds)
        ended = multiprocessing.Event()
        strangers = multiprocessing.Process(target=attack, args=(archive, ended), daemon=True)
        strangers.start()
        during = waits(archive, pages, options.seconds)
        ended.set()
        strangers.join(timeout=30)
        strangers.kill()
        ratio = percentile(during, 99) / percentile(before, 99)
        held = held and ratio < BOUND
        print(
            f"{name:<27} p50 {_ms(before, 50)} → {_ms(during, 50)}   p99 {_ms(before, 99)} → {_ms(during, 99)}   "
            f"× {ratio:.2f}",
            flush=True,
        )
    return held


def pages_of(archive) -> list[str]:
    listed = archive.ask("/events/")[2]
    events = re.findall(r'href="(/events/\d{4}/[a-z0-9-]+/)"', listed)
    return ["/", "/events/", "/speakers/", "/topics/", *dict.fromkeys(events)][:10]


def waits(archive, pages: list[str], seconds: int) -> list[float]:
    """How long each of the readers waited; they come at their own pace, whether others are answered or not."""
    waited: list[float] = []
    readers = []

    def read(page: str) -> None:
        began = time.monotonic()
        with suppress(OSError):
            status = archive.ask(page)[0]
            waited.append(time.monotonic() - began if status == 200 else 60.0)

    began = time.monotonic()
    for number in range(seconds * EACH_SECOND):
        time.sleep(max(0.0, began + number / EACH_SECOND - time.monotonic()))
        readers.append(threading.Thread(target=read, args=(pages[number % len(pages)],)))
        readers[-1].start()
    for one in readers:
        one.join()
    return waited + [60.0] * (len(readers) - len(waited))


def percentile(waited: list[float], of: int) -> float:
    return quantiles(waited, n=100, method="inclusive")[of - 1]


def _ms(waited: list[float], of: int) -> str:
    return f"{1000 * percentile(waited, of):6.0f} ms"


# --- The attacks --------------------------------------------------------------------------------------------


def many(number: int, deed: Callable) -> Callable:
    """The deed by so many at once, each again as soon as it was answered; who is told to wait waits a second."""

    def attack(archive, ended):
        def again(mine: int) -> None:
            turn = 0
            while not ended.is_set():
                status = 0
                with suppress(OSError):
                    status = deed(archive, mine, turn)
                turn += 1
                if status != 200:
                    ended.wait(1)

        crowd = [threading.Thread(target=again, args=(mine,), daemon=True) for mine in range(number)]
        for one in crowd:
            one.start()
        for one in crowd:
            one.join(timeout=60)

    return attack


def wrong_log_ins(archive, ended):
    """Three a second, each with a new name."""
    jar = archive.ask("/admin/login/")[1]["Set-Cookie"].partition(";")[0]
    token = jar.partition("=")[2]
    kind = {"Cookie": jar, "Content_Type": "application/x-www-form-urlencoded"}

    def guess(number: int) -> None:
        body = f"username=nobody{number}&password=guess&csrfmiddlewaretoken={token}"
        with suppress(OSError):
            archive.ask("/admin/login/", "POST", body, **kind, X_Forwarded_For=f"198.51.100.{number % 250}")

    number = 0
    while not ended.wait(1 / 3):
        threading.Thread(target=guess, args=(number,), daemon=True).start()
        number += 1


def silent_and_slow(archive, ended):
    """Sixty connections that say nothing, and eight forms of one byte a second."""
    head = f"POST /admin/login/ HTTP/1.1\r\nHost: {archive.host}\r\nContent-Length: 60000\r\n\r\n".encode()
    silent: list[socket.socket] = []
    slow: list[socket.socket] = []
    while not ended.wait(1):
        silent += [archive.say(b"") for _ in range(60 - len(silent))]
        slow += [archive.say(head) for _ in range(8 - len(slow))]
        for one in list(slow):
            try:
                one.sendall(b"x")
            except OSError:
                one.close()
                slow.remove(one)
    for one in silent + slow:
        one.close()


def search(archive, mine: int, turn: int) -> int:
    words = ("trade sanctions security", "the policy of energy", "korea summit russia", "asia pacific region")
    return archive.ask(f"/search/?q={words[(mine + turn) % 4].replace(' ', '+')}+{turn}&sort=date")[0]


def crawl(archive, mine: int, turn: int) -> int:
    """A robot that follows every narrowing and heeds no word."""
    kinds = ("statement", "event", "opinion", "")
    year = 1990 + (turn // 4) % 35
    return archive.ask(f"/search/?q=policy&kind={kinds[turn % 4]}&from={year}&page={turn % 3 + 1}")[0]


def upload(archive, mine: int, turn: int) -> int:
    """Two hundred megabytes from nobody."""
    head = (
        f"POST /admin/login/ HTTP/1.1\r\nHost: {archive.host}\r\nContent-Length: {200 * 1024 * 1024}\r\n\r\n"
    )
    with archive.say(head.encode()) as client:
        for _ in range(200):
            client.sendall(b"x" * 1024 * 1024)
    return 0


ATTACKS = {
    "three log-ins a second": wrong_log_ins,
    "silent and slow clients": silent_and_slow,
    "twenty searches at once": many(20, search),
    "a robot on every narrowing": many(4, crawl),
    "200 MB from nobody": many(2, upload),
}
