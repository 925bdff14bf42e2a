"""The command: what it prints, what it writes, and that it says so."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from events.models import Event, Statement
from intake.models import Intake
from people.models import Speaker
from tests.factories import SpeakerFactory

pytestmark = [pytest.mark.django_db, pytest.mark.rendering]


@pytest.fixture
def file(tmp_path, report):
    path = tmp_path / "summit.txt"
    path.write_text(report, "utf-8")
    return path


def run(*args, **options) -> str:
    out = StringIO()
    call_command("import_report", *map(str, args), stdout=out, **options)
    return out.getvalue()


def test_dry_run_prints_one_json_object_and_writes_nothing(file, report):
    proposal = json.loads(run(file, dry_run=True, json=True))

    assert proposal["event"]["date"] == "2019-04-26"
    assert {"Artyom Lukin", "Alexey Maslov"} <= {person["name"] for person in proposal["speakers"]}
    assert all(report[told["start"] : told["end"]] == told["text"] for told in proposal["statements"])
    assert [opinion["author"] for opinion in proposal["opinions"]] == [
        "Georgy Toloraya",
        "Konstantin Asmolov",
    ]
    assert not Intake.objects.exists() and not Event.objects.exists() and not Speaker.objects.exists()


def test_same_text_gives_the_same_proposal(file):
    assert run(file, dry_run=True, json=True) == run(file, dry_run=True, json=True)


def test_dry_run_names_whom_the_archive_knows(file):
    lukin = SpeakerFactory(name="Артём Лукин")
    SpeakerFactory(name="Alexey Maslov")
    SpeakerFactory(name="Alexey Maslov")

    people = {one["name"]: one for one in json.loads(run(file, dry_run=True, json=True))["speakers"]}

    assert people["Artyom Lukin"]["match"] == lukin.pk
    assert people["Alexey Maslov"]["match"] is None and len(people["Alexey Maslov"]["candidates"]) == 2


def test_dry_run_in_words_explains_each_attribution(file):
    told = run(file, dry_run=True)

    assert "surname" in told and "Nothing was written." in told


def test_draft_takes_what_is_sure_and_says_what_it_made_matched_and_left(file):
    SpeakerFactory(name="Artyom Lukin")

    told = run(file)

    event = Event.objects.get()
    assert event.status == "draft" and event.statements.count() == 11
    assert f"made the draft “{event}”, /admin/events/event/{event.pk}/change/" in told
    assert "made: 11 statements; new people: " in told and "Alexey Maslov" in told
    assert "matched with people in the archive: Artyom Lukin" in told
    assert "left: 1 statement not decided" in told


def test_somebody_whom_two_records_fit_is_left_open(file):
    SpeakerFactory(name="Artyom Lukin")
    SpeakerFactory(name="Artyom Lukin")

    told = run(file)

    assert not Statement.objects.filter(text__contains="Lukin").exists()
    assert "1 speaker not decided" in told


def test_same_file_twice_changes_nothing_and_says_so(file):
    run(file)
    before = (Event.objects.count(), Statement.objects.count(), Speaker.objects.count())

    told = run(file)

    assert "nothing changed" in told and "its draft is “Summit Diplomacy" in told
    assert (Event.objects.count(), Statement.objects.count(), Speaker.objects.count()) == before


def test_changed_file_shows_what_changed_and_leaves_the_draft(file, report):
    run(file)
    report_before = Event.objects.get().report
    file.write_text(report.replace("two hours", "three hours"), "utf-8")

    told = run(file)

    assert "- gone: Lukin pointed out that Vladimir Putin gave Kim two hours" in told
    assert "+ new: Lukin pointed out that Vladimir Putin gave Kim three hours" in told
    assert "+ statement new: Artyom Lukin: " in told
    assert Event.objects.get().report == report_before


def test_address_given_makes_a_moved_file_the_same_report(file, report, tmp_path):
    run(file, source="https://example.org/a")
    moved = tmp_path / "moved.txt"
    moved.write_text(report.replace("two hours", "three hours"), "utf-8")

    assert "the text changed since" in run(moved, source="https://example.org/a")
    assert Event.objects.get().source_url == "https://example.org/a"


def test_several_files_are_one_json_object_a_line(file, tmp_path):
    other = tmp_path / "other.md"
    other.write_text("# Talk\n\nAda Lovelace said the harbour is full.", "utf-8")

    lines = run(file, other, dry_run=True, json=True).splitlines()

    assert [json.loads(line)["event"]["title"] for line in lines] == [
        "Summit Diplomacy Amid ‘Double Freezing’",
        "Talk",
    ]


def test_json_of_a_draft_says_what_was_done(file):
    told = json.loads(run(file, json=True))

    assert (told["outcome"], told["event"], told["statements"]) == ("made", Event.objects.get().pk, 11)
    assert json.loads(run(file, json=True))["outcome"] == "unchanged"


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("missing.txt", None, "There is no file"),
        ("", None, "is a folder"),
        ("scan.pdf", b"%PDF-1.4", "This PDF is broken or locked"),
        ("empty.txt", b"", "There is no text in it"),
    ],
)
def test_what_cannot_be_read_is_an_error_in_human_words(tmp_path, name, content, words):
    if content is not None:
        (tmp_path / name).write_bytes(content)

    with pytest.raises(CommandError, match=words):
        run(tmp_path / name)

    assert not Intake.objects.exists()


def test_one_bad_file_does_not_hold_up_the_others(file, tmp_path):
    (tmp_path / "scan.pdf").write_bytes(b"%PDF-1.4")

    with pytest.raises(CommandError, match="1 of 2 were not read"):
        run(tmp_path / "scan.pdf", file)

    assert Event.objects.count() == 1
