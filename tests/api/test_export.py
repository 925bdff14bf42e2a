"""The whole archive as files: whole, of one moment, counted, checked, and not handed out once it tells too much."""

import csv
import json
import zipfile
from contextlib import closing
from hashlib import sha256
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from api.exporting import alone_in, export
from events.models import Event, Series, Statement, Topic
from events.withdrawing import withdraw_statement
from opinions.models import Opinion
from people.models import Speaker
from publishing.models import Correction
from tests.factories import PublicEventFactory, event_with_statements
from tests.test_leaks import archive, secrets  # noqa: F401 -- fixtures

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def folder(tmp_path, settings):
    settings.EXPORT_ROOT = tmp_path / "export"
    return settings.EXPORT_ROOT


def lines(file) -> list[dict]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def status(client, path: str, **headers) -> int:
    response = client.get(path, headers=headers)
    response.close()
    return response.status_code


def test_export_holds_what_is_public_and_nothing_else(folder, archive, secrets, client):  # noqa: F811
    manifest = export(folder)

    public = {
        "events": Event.objects.published(),
        "speakers": Speaker.objects.published(),
        "statements": Statement.objects.published(),
        "opinions": Opinion.objects.published(),
        "topics": Topic.objects.published(),
        "series": Series.objects.published(),
    }
    for kind, rows in public.items():
        assert manifest.counts[kind] == rows.count() == len(lines(folder / f"{kind}.jsonl"))
        with (folder / f"{kind}.csv").open(encoding="utf-8", newline="") as table:
            numbers = [row["number"] for row in csv.DictReader(table)]
        assert sorted(numbers) == sorted(str(pk) for pk in rows.values_list("pk", flat=True))
    everything = "".join(
        file.read_text(encoding="utf-8") for file in folder.iterdir() if file.suffix != ".zip"
    )
    assert [word for word in secrets.given if word.lower() in everything.lower()] == []
    with closing(client.get("/data/events.jsonl")) as response:
        served = b"".join(response.streaming_content).decode()
    assert served == (folder / "events.jsonl").read_text(encoding="utf-8")


def test_export_has_a_licence_a_date_counts_and_checksums(folder, client):
    event_with_statements("Ships wait.", "Trade grows.")
    Correction.objects.create(item=Event.objects.get(), text="The year was 2005.", date="2019-05-03")

    call_command("export", stdout=(told := StringIO()))

    assert "1 events, 1 speakers, 2 statements" in told.getvalue()
    for line in (folder / "SHA256SUMS").read_text().splitlines():
        digest, name = line.split("  ")
        assert sha256((folder / name).read_bytes()).hexdigest() == digest
    readme = (folder / "README.txt").read_text()
    assert "https://creativecommons.org/licenses/by/4.0/" in readme
    assert "statements.jsonl, statements.csv: Statements, with evidence and place in the report: 2" in readme
    with zipfile.ZipFile(folder / "archive.zip") as whole:
        assert {"SHA256SUMS", "README.txt", "events.csv", "withdrawn.jsonl"} <= set(whole.namelist())
    page = client.get("/data/").content.decode()
    assert 'href="/data/statements.csv"' in page and "Creative Commons Attribution 4.0" in page
    assert status(client, "/data/SHA256SUMS") == status(client, "/data/archive.zip") == 200
    assert status(client, "/data/manifest.json") == status(client, "/data/none.csv") == 404


def test_what_was_withdrawn_since_is_not_handed_out_until_the_export_is_made_anew(folder, client):
    said = event_with_statements("Ships wait.").statements.get()
    export(folder)
    with closing(client.get("/data/statements.jsonl")) as first:
        etag = first["ETag"]
    assert status(client, "/data/statements.jsonl", **{"if-none-match": etag}) == 304
    withdraw_statement(said, "Taken back.")

    assert status(client, "/data/statements.jsonl") == 503
    assert status(client, "/data/statements.jsonl", **{"if-none-match": etag}) == 503
    assert "Something was withdrawn since" in client.get("/data/").content.decode()

    export(folder)
    assert status(client, "/data/statements.jsonl") == 200
    assert lines(folder / "statements.jsonl") == []
    assert [one["number"] for one in lines(folder / "withdrawn.jsonl")] == [said.pk]


def test_event_that_went_under_the_rule_since_is_not_handed_out(folder, client):
    event = PublicEventFactory()
    export(folder)
    event.record_rule = Event.RecordRule.CHATHAM_HOUSE
    event.save()

    assert status(client, "/data/events.csv") == 503


def test_export_that_fails_leaves_the_one_before(folder, monkeypatch):
    PublicEventFactory(title="Spring")
    export(folder)
    PublicEventFactory(title="Autumn")
    monkeypatch.setattr("api.exporting.sums", lambda folder: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        export(folder)

    assert [one["title"] for one in lines(folder / "events.jsonl")] == ["Spring"]
    assert [file.name for file in folder.parent.iterdir()] == ["export"]


def test_folder_with_other_files_is_left_alone(tmp_path):
    (tmp_path / "letter.txt").write_text("Dear all")

    with pytest.raises(CommandError, match="holds other files"):
        call_command("export", str(tmp_path))

    assert (tmp_path / "letter.txt").read_text() == "Dear all"


def test_page_says_when_no_files_have_been_made(folder, client):
    assert "No files have been made yet" in client.get("/data/").content.decode()
    assert status(client, "/data/events.csv") == 404


def test_second_export_at_once_is_told_and_the_first_goes_on(folder):
    folder.parent.mkdir(exist_ok=True)

    with alone_in(folder.parent), pytest.raises(CommandError, match="Another export is being written"):
        call_command("export")

    call_command("export", stdout=StringIO())
    assert [file.name for file in folder.parent.iterdir()] == ["export"]


@pytest.mark.parametrize(
    "written",
    ["[]", "{}", "null", "{", "\xff", '{"counts": []}', lambda whole: whole | {"sizes": ["events.csv"]}]
    + [lambda whole: whole | {"counts": {}}, lambda whole: whole | {"made_at": "yesterday"}],
)
def test_manifest_that_is_none_is_told_and_no_fault_of_the_page(folder, client, caplog, written):
    export(folder)
    manifest = folder / "manifest.json"
    if callable(written):
        written = json.dumps(written(json.loads(manifest.read_text())))
    manifest.write_bytes(written.encode("latin-1"))

    assert "cannot be read now" in client.get("/data/").text
    assert status(client, "/data/events.csv") == 404
    assert "to be made anew" in caplog.text


def test_file_that_was_taken_away_is_not_found(folder, client):
    export(folder)
    (folder / "events.csv").unlink()

    assert status(client, "/data/events.csv") == 404
