"""Backup and restore as an operator runs them, in processes of their own that can be killed."""

import json
import os
import shutil
import signal
import stat
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread

import pytest

from search.upgrading import VERSION
from tests.keeping import starting
from tests.keeping.conftest import WAYS
from tests.keeping.installations import Installation


@pytest.mark.each_database
@pytest.mark.parametrize(("source", "target"), WAYS)
def test_restored_archive_is_the_same_record_by_record(source, target, new_installation):
    with new_installation(source, is_filled=True) as old, new_installation(target) as new:
        new.manage("restore", backup_of(old))

        assert new.records() == old.records()
        assert new.files() == old.files() != {}
        assert [table for table, rows in old.records().items() if not rows] == []


@pytest.mark.each_database
def test_restored_archive_goes_on_where_the_other_stood(filled, other):
    other.environment["CACHE_URL"] = "dbcache://django_cache"
    other.manage("restore", backup_of(filled))

    made = other.manage(
        "shell",
        "--no-imports",
        "--command",
        "from people.models import Speaker; Speaker.objects.create(name='Ada Newcomer')\n"
        "from people.models import NameUse; print(NameUse.objects.filter(word='newcomer').count())\n"
        "from django.contrib.auth.models import User\n"
        "print(User.objects.get(username='hollis').check_password('a long word for the desk'))",
    )

    assert made.split() == ["1", "True"]
    assert len(other.records()["people_speaker"]) == len(filled.records()["people_speaker"]) + 1


@pytest.mark.each_database
def test_restoring_indexes_once(filled, other):
    other.manage("restore", backup_of(filled))

    ((last, number, version),) = other.query(
        "SELECT max(id), count(*), (SELECT version FROM search_indexcontent) FROM people_nameuse"
    )
    assert (last, version) == (number, VERSION)


@pytest.mark.each_database
def test_no_two_archives_that_were_restored_have_an_edition_of_one_number(filled, other):
    """Browsers, and servers that are running, keep pages by it."""
    told = []
    for _ in range(2):
        other.manage("restore", "--replace", backup_of(filled))
        told += other.query("SELECT max(id) FROM publishing_edition")
        save = "from people.models import Speaker; Speaker.objects.first().save()"
        other.manage("shell", "--no-imports", "--command", save)
        told += other.query("SELECT max(id) FROM publishing_edition")

    assert told == sorted(set(told))


def test_backup_is_for_its_owner_alone(filled):
    assert stat.S_IMODE((filled.folder / "backup.zip").stat().st_mode) == 0o600


@pytest.mark.each_database
def test_backup_is_of_one_moment_while_editors_write(twin):
    """Each writing puts one number into two tables; a backup that read them one after the other has two numbers."""
    done, counted = Event(), []

    def write():
        with twin.connected() as connection:
            for number in range(10_000):
                if done.wait(0.002):
                    break
                connection.execute("BEGIN")
                connection.execute(f"UPDATE events_venue SET city = '{number}'")
                connection.execute(f"UPDATE people_organisation SET name = '{number}'")
                connection.execute("COMMIT")
                counted.append(number)

    editor = Thread(target=write)
    editor.start()
    try:
        twin.manage("backup", str(twin.folder / "busy.zip"))
    finally:
        done.set()
        editor.join()

    city = column(twin.folder / "busy.zip", "events.venue", "city")
    assert city == column(twin.folder / "busy.zip", "people.organisation", "name")
    assert len(counted) > 10


#: Writes a backup; as soon as it has read the speakers, an editor does something.
WRITTEN_WHILE = """
from pathlib import Path
from threading import Thread
from django.db import connection
from keeping.backup import make_backup
from people.models import Speaker
from tests.pictures import picture

def edit():
    speaker = Speaker.objects.exclude(portrait="").first()
    speaker.portrait = {portrait}
    speaker.save()
    connection.close()

def tell(words):
    if words.startswith("people.speaker:") and edits:
        edit = edits.pop()
        edit.start()
        edit.join()

edits = [Thread(target=edit)]
make_backup(Path("{path}"), tell)
"""


@pytest.mark.each_database
@pytest.mark.parametrize("portrait", ["picture()", "''"])
def test_backup_has_every_picture_though_one_goes_meanwhile(twin, portrait):
    path = twin.folder / "busy.zip"
    before = twin.files().keys()

    twin.manage("shell", "--no-imports", "--command", WRITTEN_WHILE.format(portrait=portrait, path=path))

    with zipfile.ZipFile(path) as archive:
        manifest = json.loads(archive.read("manifest.json"))
    assert (manifest["missing"], manifest["media"].keys()) == ([], twin.files().keys())
    assert before - twin.files().keys()


def test_file_that_a_record_names_and_is_gone_is_told(twin):
    gone = min(twin.files())
    (twin.media / gone).unlink()

    said = twin.run("manage.py", "backup", str(twin.folder / "without.zip"))

    assert said.returncode == 0
    assert f"A record names the file {gone}, which is not there." in said.stderr


# --- What is refused ----------------------------------------------------------------------------------------


def test_archive_that_is_not_empty_is_lost_only_on_purpose(filled, twin):
    twin.execute("DELETE FROM search_searchedfor")
    before = twin.records()

    said = twin.refused("restore", backup_of(filled))

    assert "The database is not empty" in said and "--replace" in said
    assert twin.records() == before
    twin.manage("restore", "--replace", backup_of(filled))
    assert len(twin.records()["search_searchedfor"]) == 1


def test_damaged_or_foreign_file_is_refused_before_anything_changes(filled, other, tmp_path):
    whole = (filled.folder / "backup.zip").read_bytes()
    middle = len(whole) // 2
    wrong = {
        "cut.zip": whole[:middle],
        "changed.zip": whole[:middle] + bytes([whole[middle] ^ 255]) + whole[middle + 1 :],
        "text.zip": b"Nothing to see.",
    }
    for name, content in wrong.items():
        (tmp_path / name).write_bytes(content)

        assert f"{name} is damaged, or is no backup" in other.refused("restore", str(tmp_path / name))

    assert "absent.zip is not there" in other.refused("restore", str(tmp_path / "absent.zip"))
    assert other.files() == {}


def test_backup_of_a_newer_version_is_refused(filled, other, tmp_path):
    newer = tmp_path / "newer.zip"
    with zipfile.ZipFile(backup_of(filled)) as old, zipfile.ZipFile(newer, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "manifest.json":
                manifest = json.loads(content)
                manifest["migrations"].append(["events", "9999_from_tomorrow"])
                content = json.dumps(manifest)
            new.writestr(name, content)

    assert "is of a newer version" in other.refused("restore", str(newer))


@pytest.mark.each_database
def test_backup_that_fails_leaves_nothing_half_written(twin):
    """Here because of an uploaded file that cannot be read."""
    broken = twin.media / min(twin.files())
    broken.unlink()
    broken.mkdir()

    said = twin.refused("backup", str(twin.folder / "failing.zip"))

    assert "failing.zip cannot be written (is a directory)" in said
    assert [path.name for path in twin.folder.glob("failing*")] == []


def test_backup_that_cannot_be_written_is_told(filled):
    assert "nowhere/backup.zip cannot be written" in filled.refused("backup", "/nowhere/backup.zip")


def test_night_without_a_folder_for_backups_does_the_rest(twin):
    export = twin.folder / "out" / "export"

    night = twin.run("manage.py", "nightly", BACKUP_ROOT="/dev/null/backups", EXPORT_ROOT=str(export))

    assert (night.returncode, "Traceback" in night.stderr) == (1, False)
    failed = night.stderr.partition("Not done: ")[2].partition(". ")[0].split(", ")
    assert set(failed) - {"rehearsal"} == {"backup"}  # on the first of a month there is none to rehearse, too
    assert (export / "manifest.json").exists()


# --- Interrupted --------------------------------------------------------------------------------------------


@pytest.mark.each_database
def test_backup_that_is_killed_leaves_the_one_before(filled):
    path = filled.folder / "daily.zip"
    shutil.copy(backup_of(filled), path)
    before = path.read_bytes()

    with a_large_picture(filled):  # which takes a while to be read through, after the last that is said
        for moment in ("admin.logentry", "events.event:", "Uploaded files"):
            filled.kill("backup", str(path), at=moment)

            assert path.read_bytes() == before


@contextmanager
def a_large_picture(of: Installation) -> Iterator[None]:
    picture = next(path for path in sorted(of.media.rglob("*")) if path.is_file())
    kept = picture.read_bytes()
    picture.write_bytes(os.urandom(16 << 20))
    try:
        yield
    finally:
        picture.write_bytes(kept)


@pytest.mark.each_database
def test_restoring_that_is_killed_leaves_the_archive_as_it_was(filled, twin):
    twin.execute("UPDATE events_event SET lead = 'Of the other archive'")
    before, files = twin.records(), twin.files()

    for moment in ("Uploaded files", "events.event:", "The tables", "Statements"):
        twin.kill("restore", "--replace", backup_of(filled), at=moment)

        assert twin.records() == before
        assert files.items() <= twin.files().items()

    twin.manage("restore", "--replace", backup_of(filled))
    assert twin.records() == filled.records()


@pytest.mark.each_database
def test_of_two_that_restore_at_once_the_second_is_refused(filled, twin, tmp_path):
    """It emptied on SQLite what the first was filling, which then put that in place."""
    said = tmp_path / "said"
    os.mkfifo(said)
    first = ["manage.py", "restore", "--replace", backup_of(filled)]
    with starting.begun(first, twin.environment, said, tmp_path / "told") as run:
        with said.open() as lines:
            next(line for line in lines if line.startswith("events.event:"))
            os.kill(run.pid, signal.SIGSTOP)
            refused = twin.refused("restore", "--replace", backup_of(filled))
            os.kill(run.pid, signal.SIGCONT)
            rest = lines.read()
        run.join()

    assert "Another process restores or upgrades this database" in refused
    assert (run.exitcode, "All is in its place." in rest) == (0, True)
    assert twin.records() == filled.records()
    assert not list(twin.folder.glob("*.restoring*"))


def backup_of(installation) -> str:
    return str(installation.folder / "backup.zip")


def column(path, table: str, name: str) -> str:
    """What stands in a column of the only row of a table."""
    with zipfile.ZipFile(path) as archive:
        fields = json.loads(archive.read("manifest.json"))["records"][table]["fields"]
        (row,) = archive.read(f"records/{table}.jsonl").decode().splitlines()
    return json.loads(row)[fields.index(name)]
