"""An editor who works without a pause, through the desk's own pages, and remembers what was answered."""

import http.client
import re
import threading
import time
from collections import Counter
from collections.abc import Callable
from functools import partial
from urllib.parse import urlencode

from bench.soak_server import NAME, PASSWORD

#: What each draft is made of: so many people take part, each says one thing.
PEOPLE = 2
SYLLABLES = "ba de fi go lu ma ne pi ro tu".split()
FORM = "application/x-www-form-urlencoded"


class Refused(Exception):
    """The archive said no, or nothing at all."""


def surname(number: int) -> str:
    """A name that nobody else has, in letters: 1,234 is Sodefigolu."""
    return "So" + "".join(SYLLABLES[int(digit)] for digit in f"{number:04}")


def report(number: int) -> str:
    one, other = f"Ada {surname(number)}", f"Ben {surname(number)}"
    return (
        f"Soaked {number:04}\n\nOn 26 April 2019 specialists met in Moscow to talk about grain.\n\n"
        f"According to {one}, Director of the Harbour Institute, the harvest of year {number} had been late.\n\n"
        f"{other}, Fellow of the School of Wells, said that prices would rise by {number} per cent.\n"
    )


class Editor:
    """Goes through all kinds of work in turn; ``answered`` has what the archive said was done, by kind."""

    def __init__(self, archive):
        self.archive = archive
        self.answered: dict[str, list[str]] = {kind: [] for kind in ("save", "draft", "publication", "merge")}
        self.refused: Counter[str] = Counter()
        self.ended = threading.Event()
        self.jar: dict[str, str] = {}
        self.kept = ""
        self._ask("/admin/login/")
        status, _headers, _page = self._send("/admin/login/", username=NAME, password=PASSWORD)
        assert status == 302, f"the editor cannot log in: {status}"

    def work(self) -> None:
        number = 0
        while not self.ended.is_set():
            number += 1
            name = f"Soaked {number:04}"
            self._do("save", name, partial(self._save, name))
            draft = self._do("draft", name, partial(self._make_draft, number))
            if draft:
                self._do("publication", name, partial(self._publish, draft))
                self._do("merge", surname(number), partial(self._merge, number))

    def _do(self, kind: str, name: str, deed: Callable[[], str]) -> str:
        """What the deed returned, and a blank where it was not answered."""
        try:
            done = deed()
        except (OSError, http.client.HTTPException, Refused):
            self.refused[kind] += 1
            time.sleep(0.2)
            return ""
        if done:
            self.answered[kind].append(name)
        return done

    # --- The deeds ---

    def _save(self, name: str) -> str:
        page = self._page("/admin/events/topic/add/")
        return self._told("/admin/events/topic/add/", **hidden(page), name=name)

    def _make_draft(self, number: int) -> str:
        """The number of the event."""
        review = self._told("/admin/intake/intake/add/", text=report(number))
        page = self._page(review)
        items = set(re.findall(r'name="([a-z]+\d*)-state"', page))
        decided = {f"{item}-state": "accepted" for item in items}
        decided |= {f"{item}-choice": "new" for item in items if item.startswith("p")}
        version = re.search(r'name="version" value="(\d+)"', page)
        event = self._told(review, **decided, version=version[1] if version else "", deed="make")
        if not (found := re.search(r"/events/event/(\d+)/change/", event)):
            raise Refused(event)
        return found[1]

    def _publish(self, event: str) -> str:
        self._told("/admin/events/event/", action="publish_selected", _selected_action=event)
        return self._must_show("/admin/events/event/", "Published: “Soaked")

    def _merge(self, number: int) -> str:
        """The person of this report into the first one, who has come to speak at all of them."""
        if not self.kept:
            self.kept = self._speaker(number)
            return ""
        absorbed = self._speaker(number)
        address = f"/admin/people/speaker/merge/?a={self.kept}&b={absorbed}"
        return self._told(address, kept=self.kept)

    def _speaker(self, number: int) -> str:
        page = self._page(f"/admin/people/speaker/?q=Ada+{surname(number)}")
        found = re.search(r"/people/speaker/(\d+)/change/", page)
        if not found:
            raise Refused("the speaker is not in the list")
        return found[1]

    # --- Asking ---

    def _page(self, path: str) -> str:
        status, _headers, page = self._ask(path)
        if status != 200:
            raise Refused(status)
        return page

    def _must_show(self, path: str, words: str) -> str:
        if words not in self._page(path):
            raise Refused(words)
        return words

    def _told(self, path: str, **fields) -> str:
        """Where the answer to a form leads: so the desk says that it is done."""
        status, headers, _page = self._send(path, **fields)
        if status != 302 or "/login/" in headers["Location"]:
            raise Refused(status)
        return headers["Location"]

    def _send(self, path: str, **fields):
        body = urlencode({**fields, "csrfmiddlewaretoken": self.jar.get("csrftoken", "")})
        return self._ask(path, "POST", body, Content_Type=FORM)

    def _ask(self, path: str, method="GET", body=None, **headers):
        cookies = "; ".join(f"{name}={value}" for name, value in self.jar.items())
        status, given, page = self.archive.ask(path, method, body, Cookie=cookies, **headers)
        for one in given.get_all("Set-Cookie") or []:
            name, _, value = one.partition(";")[0].partition("=")
            self.jar[name] = value
        return status, given, page


def hidden(page: str) -> dict[str, str]:
    """The fields that a page sends along, whatever they are."""
    fields = {}
    for one in re.findall(r"<input[^>]*type=.hidden.[^>]*>", page):
        name, value = re.search(r'name="([^"]+)"', one), re.search(r'value="([^"]*)"', one)
        if name and name[1] != "csrfmiddlewaretoken":
            fields[name[1]] = value[1] if value else ""
    return fields
