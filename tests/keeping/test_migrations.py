"""Back and forward on an archive with a row in every table: what can be made anew is, the rest is as it was."""

import pytest

pytestmark = pytest.mark.each_database

#: Columns whose values an earlier version has no place for, and nothing else in the archive tells.
FORGOTTEN = {"old_address", "version", "entered_with", "left_out", "changed_at", "shown", "left_standing"}
#: So with whole tables.
FORGOTTEN_TABLES = {
    "events_complaint",
    "people_forgotten",
    "following_follow",
    "events_ownword",
    "events_ownwordlink",
    "events_misattributed",
    "people_twopeople",
    "search_abbreviation",
    "publishing_version",
    "publishing_review",
    "publishing_remark",
    "publishing_logbookentry",
    "desk_recoverycode",
    "desk_login",
    "otp_totp_totpdevice",
    "house_house",
    "house_page",
    "house_redirect",
    "house_notfound",
}


def test_archive_is_the_same_after_all_its_migrations_back_and_forward(twin):
    before = twin.records()
    assert all(row["filed_under"] for row in before["people_speaker"])

    went = twin.run("-m", "tests.keeping.back_and_forth")

    assert went.returncode == 0, went.stderr
    assert remembered(twin.records()) == remembered(before)


def test_index_that_a_migration_empties_is_made_anew(twin):
    """Of searches that were counted, and of abbreviations, nothing else tells: they are lost with their tables. So are
    recovery codes, for the desk's migrations go back behind the one that gives rights to abbreviations."""
    before = twin.records()

    went = twin.run("-m", "tests.keeping.back_and_forth", "search")

    assert went.returncode == 0, went.stderr
    after = twin.records()
    lost = ["search_searchedfor", "search_abbreviation", "desk_recoverycode"]
    assert after == before | dict.fromkeys(lost, [])
    assert after["search_entry"] != []
    words = twin.query("SELECT count(*) FROM search_knownword")
    assert words > [(0,)]


def remembered(records: dict) -> dict:
    return {
        table: [{name: value for name, value in row.items() if name not in FORGOTTEN} for row in rows]
        for table, rows in records.items()
        if table not in FORGOTTEN_TABLES
    }
