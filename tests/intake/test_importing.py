"""The same text twice changes nothing; a changed one follows the earlier."""

import pytest

from intake.changes import changes
from intake.importing import take_in
from intake.models import Intake

SOURCE = "https://example.org/summit"


def test_same_text_is_found_again(intake, report):
    again, outcome = take_in(report, SOURCE)

    assert (again, outcome) == (intake, "same")
    assert Intake.objects.count() == 1


def test_same_words_with_other_line_ends_and_spaces_are_the_same_text(intake, report):
    again, outcome = take_in(report.replace("\n", "\r\n").replace(" said ", "  said "), "")

    assert (again, outcome) == (intake, "same")


def test_changed_text_of_the_same_source_follows_the_earlier(intake, report):
    changed, outcome = take_in(report.replace("two hours", "three hours"), SOURCE)

    found = changes(intake, changed)
    assert outcome == "changed" and changed.follows == intake
    assert found.new == [
        "Lukin pointed out that Vladimir Putin gave Kim three hours and will give China three days."
    ]
    assert found.gone == [
        "Lukin pointed out that Vladimir Putin gave Kim two hours and will give China three days."
    ]
    assert found.statements_new == [f"Artyom Lukin: {found.new[0]}"]


def test_changed_text_of_nowhere_is_a_new_report(intake, report):
    other, outcome = take_in(report.replace("two hours", "three hours"))

    assert (outcome, other.follows) == ("new", None)


def test_moved_sentences_are_no_change(intake, report):
    title, *rest = report.split("\n\n")
    moved, _ = take_in("\n\n".join([title, rest[1], rest[0], *rest[2:]]), SOURCE)

    assert not changes(intake, moved).new


@pytest.mark.django_db
def test_every_statement_stands_where_it_says(intake):
    for told in intake.proposal["statements"]:
        assert intake.text[told["start"] : told["end"]] == told["text"]
