"""A disk that is full, a database that cannot be written: readers read on, a save is refused in words and kept nowhere.

On SQLite by a server whose user has lost the right to write, and on a small disk of its own (tmpfs) that is filled to
the last byte; on PostgreSQL by transactions that may only read.
"""

import os
import re
import subprocess
import tempfile
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import urlencode

import psycopg
import pytest

from intake.admin import NOT_NOW
from tests.serving import GUNICORN, prepared, serving, until
from tests.test_setup import SERVER_USER, as_server_user

pytestmark = pytest.mark.each_database

PAGES = ["/", "/events/", "/speakers/", "/topics/", "/search/?q=grain", "/about/"]
ADD = "/admin/events/topic/add/"
PASTE = "/admin/intake/intake/add/"
REPORT = "On 3 May 2024 the Grain Forum met in Riga. Anna Rossi said that grain was dear."


@contextmanager
def small_disk():
    """Of 12 MB, in a folder that the server's user can reach by itself; only root can have one."""
    with tempfile.TemporaryDirectory(prefix="rapporteur-disk-") as name:
        os.chmod(name, 0o755)
        data = Path(name) / "data"
        data.mkdir()
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=12m", "tmpfs", data], check=True)
        try:
            yield data
        finally:
            subprocess.run(["umount", "--lazy", data], check=True)


def give_to_the_server(data: Path, writable=True) -> None:
    for path in (data, *data.glob("archive.sqlite3*")):
        os.chown(path, SERVER_USER, SERVER_USER)
        path.chmod((0o755 if path.is_dir() else 0o644) if writable else (0o555 if path.is_dir() else 0o444))


def fill(data: Path) -> Path:
    ballast = data / "ballast"
    with suppress(OSError), ballast.open("wb", buffering=0) as file:
        while True:
            file.write(b"x" * 4096)
    return ballast


def statuses(archive) -> list[int]:
    return [archive.ask(path)[0] for path in PAGES]


def token_of(cookies: str) -> str:
    return re.search(r"csrftoken=(\w+)", cookies)[1]


def add_topic(archive, cookies: str, name: str):
    """The answer to a save in the desk."""
    _status, _headers, page = archive.ask(ADD, Cookie=cookies)
    hidden = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page)
    body = urlencode({**dict(hidden), "name": name, "csrfmiddlewaretoken": token_of(cookies)})
    return archive.ask(ADD, "POST", body, Cookie=cookies, Content_Type="application/x-www-form-urlencoded")


def until_refused(archive, cookies: str):
    """Who was saved on a full disk, and the first refusal: the room that a change leaves is used for the next ones."""
    kept = []
    for number in range(10, 60):
        answer = add_topic(archive, cookies, f"Room {number}")
        if answer[0] != 302:
            return kept, answer
        kept.append(f"Room {number}")
    raise AssertionError("the disk is not full")


def assert_only_read(archive, cookies: str) -> None:
    """Who writes is told so, where the words are many on the page that holds them; so is who watches the archive."""
    refused = add_topic(archive, cookies, "Lost 1")
    assert_refused(archive, refused)
    assert "<h1>Nothing can be saved at this moment</h1>" in refused[2]
    pasted = archive.ask(
        PASTE, "POST", urlencode({"text": REPORT, "csrfmiddlewaretoken": token_of(cookies)}),
        Cookie=cookies, Content_Type="application/x-www-form-urlencoded",
    )  # fmt: skip
    assert (pasted[0], NOT_NOW in pasted[2], REPORT in pasted[2]) == (503, True, True)
    assert archive.log_in()[0] == 503
    until(
        lambda: "The database cannot be written.\n" in archive.ask("/readyz")[2]
    )  # it says the last seconds' again


def names(archive, cookies: str) -> list[str]:
    listed = archive.ask("/admin/events/topic/", Cookie=cookies)[2]
    return sorted(set(re.findall(r"(?:Kept|Lost|Room) \d+", listed)))


def assert_refused(archive, answer) -> None:
    status, headers, page = answer
    assert (status, headers["Retry-After"]) == (503, "10")
    assert "has not been saved." in page
    assert re.search(rf"{ADD} \((The database cannot be written|The disk [^)]*)\.\)", archive.logged())
    assert "Traceback" not in archive.logged()


@pytest.mark.sqlite
@pytest.mark.skipif(os.geteuid() != 0, reason="needs root for a disk of its own")
def test_sqlite_that_cannot_be_written_is_read_and_recovers_without_a_hand(tmp_path):
    server = as_server_user(*GUNICORN)
    with small_disk() as data, prepared(tmp_path, data) as database:
        give_to_the_server(data)
        with serving(tmp_path, database, server, MEDIA_ROOT=str(data)) as archive:
            cookies = archive.log_in()[3]
            assert add_topic(archive, cookies, "Kept 1")[0] == 302

            give_to_the_server(data, writable=False)
            assert statuses(archive) == [200] * len(PAGES)
            assert_only_read(archive, cookies)
            give_to_the_server(data)
            assert add_topic(archive, cookies, "Kept 2")[0] == 302

            ballast = fill(data)
            assert statuses(archive) == [200] * len(PAGES)
            kept, refused = until_refused(archive, cookies)
            assert_refused(archive, refused)
            assert statuses(archive) == [200] * len(PAGES)
            until(lambda: archive.ask("/readyz")[2] == f"The disk that holds {data} is full.\n")
            ballast.unlink()
            assert add_topic(archive, cookies, "Kept 3")[0] == 302
            assert names(archive, cookies) == ["Kept 1", "Kept 2", "Kept 3", *kept]

        # Started like that, too.
        give_to_the_server(data, writable=False)
        with serving(tmp_path, database, server, MEDIA_ROOT=str(data)) as archive:
            assert statuses(archive) == [200] * len(PAGES)
            assert archive.log_in()[0] == 503  # which writes too


@pytest.mark.postgresql
def test_postgresql_that_may_only_be_read_is_read_and_recovers_without_a_hand(tmp_path):
    with prepared(tmp_path) as database, serving(tmp_path, database) as archive:
        cookies = archive.log_in()[3]

        read_only(database, "on")
        assert statuses(archive) == [200] * len(PAGES)
        assert_only_read(archive, cookies)
        read_only(database, "off")
        assert add_topic(archive, cookies, "Kept 1")[0] == 302
        assert names(archive, cookies) == ["Kept 1"]


def read_only(database, whether: str) -> None:
    """From the next connection on; those that the archive holds are cut."""
    name = database.address.rpartition("/")[2]
    with psycopg.connect(database.address, autocommit=True) as connection:
        connection.execute("SET default_transaction_read_only = off")
        connection.execute(f"ALTER DATABASE {name} SET default_transaction_read_only = {whether}")
    database.restart()
