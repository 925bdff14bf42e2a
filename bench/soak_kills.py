"""kill -9 of workers and of PostgreSQL in the middle of an editor's saves: what was answered is there, no half is.

An editor saves topics through the desk without a pause. Each save writes the record, its history and what the index
knows in one transaction; between kills they are compared, and so are all events with their index.
"""

import json
import random
import re
import threading
import time
from contextlib import suppress
from urllib.parse import urlencode

from bench.soak_server import NAME, PASSWORD

#: Run inside the archive: what is there, and what is half.
LOOK = """
import json
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from events.models import Event, Topic
from search.models import Entry, Kind
public = set(Event.objects.published().values_list("pk", flat=True))
entries = Entry.objects.filter(kind=Kind.EVENT, public_from__lte=timezone.now())
indexed = set(entries.values_list("object_id", flat=True))
named = dict(Topic.objects.filter(name__startswith="Soaked ").values_list("pk", "name"))
told = set(LogEntry.objects.filter(
    content_type=ContentType.objects.get_for_model(Topic), action_flag=1).values_list("object_id", flat=True))
print(json.dumps({
    "topics": sorted(named.values()),
    "half": sorted(public ^ indexed) + [name for pk, name in named.items() if str(pk) not in told],
}))
"""


class Editor:
    """Works without a pause until told to stop, and remembers what was answered."""

    def __init__(self, archive):
        self.archive = archive
        self.saved: list[str] = []
        self.failed = 0
        self.ended = threading.Event()
        self.jar: dict[str, str] = {}
        self.log_in()

    def log_in(self) -> None:
        self._ask("/admin/login/")
        status, _page = self._send("/admin/login/", username=NAME, password=PASSWORD)
        assert status == 302, f"the editor cannot log in: {status}"

    def work(self) -> None:
        number = 0
        while not self.ended.is_set():
            number += 1
            name = f"Soaked {number:05}"
            with suppress(OSError):
                if self._save(name):
                    self.saved.append(name)
                    continue
            self.failed += 1
            time.sleep(0.2)

    def _save(self, name: str) -> bool:
        status, _page = self._send("/admin/events/topic/add/", **self._form(), name=name)
        return status == 302

    def _form(self) -> dict[str, str]:
        """The fields that the page sends along, whatever they are."""
        page = self._ask("/admin/events/topic/add/")[1]
        hidden = re.findall(r"<input[^>]*type=.hidden.[^>]*>", page)
        fields = {}
        for one in hidden:
            name, value = re.search(r'name="([^"]+)"', one), re.search(r'value="([^"]*)"', one)
            if name and name[1] != "csrfmiddlewaretoken":
                fields[name[1]] = value[1] if value else ""
        return fields

    def _send(self, path: str, **fields) -> tuple[int, str]:
        body = urlencode({**fields, "csrfmiddlewaretoken": self.jar.get("csrftoken", "")})
        return self._ask(path, "POST", body, Content_Type="application/x-www-form-urlencoded")

    def _ask(self, path: str, method="GET", body=None, **headers) -> tuple[int, str]:
        cookies = "; ".join(f"{name}={value}" for name, value in self.jar.items())
        status, given, page = self.archive.ask(path, method, body, Cookie=cookies, **headers)
        for one in given.get_all("Set-Cookie") or []:
            name, _, value = one.partition(";")[0].partition("=")
            self.jar[name] = value
        return status, page


def run(archive, options) -> bool:
    editor = Editor(archive)
    worker = threading.Thread(target=editor.work, daemon=True)
    worker.start()
    lost: set[str] = set()
    half: list = []
    slowest = 0.0
    for number in range(options.times):
        time.sleep(random.uniform(0.2, 1.0))
        if number % 2:
            archive.kill_workers()
        else:
            archive.database.kill()
            archive.database.start()
        began = time.monotonic()
        archive.wait("/events/")
        slowest = max(slowest, time.monotonic() - began)
        if number % 10 == 9:
            lost, half = _looked(archive, editor, lost, half)
    editor.ended.set()
    worker.join(timeout=70)
    lost, half = _looked(archive, editor, lost, half)
    print(
        f"killed {options.times} times: {len(editor.saved)} saves answered, {editor.failed} refused, {len(lost)} lost, "
        f"{len(half)} half; served again after at most {slowest:.1f} s",
        flush=True,
    )
    return not lost and not half


def _looked(archive, editor, lost: set, half: list) -> tuple[set, list]:
    answered = list(editor.saved)
    found = json.loads(archive.manage("shell", "--no-imports", "--command", LOOK))
    return lost | set(answered) - set(found["topics"]), half + found["half"]
