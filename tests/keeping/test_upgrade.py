"""The start of a new version on the database of an old one."""

import zipfile

import pytest


@pytest.fixture(scope="module")
def stepped_back(new_installation, filled):
    """The filled one as the version before this one left it."""
    with new_installation(like=filled) as one:
        one.manage("migrate", "--verbosity", "0", "publishing", "0002")
        one.execute("UPDATE search_indexcontent SET version = 1")
        yield one


@pytest.fixture
def older(new_installation, stepped_back):
    with new_installation(like=stepped_back) as one:
        yield one


#: What the version before did not keep.
NOT_THEN = (
    "publishing_version", "publishing_logbookentry", "publishing_review", "publishing_remark", "desk_recoverycode",
    "events_misattributed",
)  # fmt: skip


def test_new_archive_is_made_without_a_backup(other):
    said = other.manage("upgrade")

    assert "Migrated:" in said and "Backed up" not in said
    assert not (other.folder / "backups").exists()
    assert "Nothing stands in the way." in other.manage("upgrade", "--check")


@pytest.mark.each_database
def test_upgrade_backs_up_migrates_and_makes_the_index_anew_once(older, filled, new_installation):
    before = filled.records() | dict.fromkeys(NOT_THEN, [])
    stepped = older.records()

    said = older.manage("upgrade")

    (backup,) = (older.folder / "backups").iterdir()
    assert f"Backed up to {backup}." in said and "The search index is of this version." in said
    assert older.records() == before
    with new_installation() as restored:
        restored.manage("restore", str(backup))
        assert restored.records() == before  # brought to today, though it was made of an older database
    assert "fold" not in stepped["publishing_correction"][0] and "fold" in before["publishing_correction"][0]
    again = older.manage("upgrade")
    assert again == "Migrated: 0.\n"


@pytest.mark.each_database
def test_check_changes_nothing_and_says_what_an_upgrade_would_do(older):
    before = older.records()

    said = older.manage("upgrade", "--check")

    assert "publishing.0003_fold_words_for_comparing" in said
    assert "The archive is backed up before." in said
    assert "The search index is made anew." in said
    assert older.records() == before


def test_upgrade_refuses_a_newer_database(twin):
    twin.execute(
        "INSERT INTO django_migrations (app, name, applied) VALUES ('events', '9999_from_tomorrow', '2026-01-01')"
    )

    for arguments in (["upgrade", "--check"], ["upgrade"]):
        assert "The database is of a newer version, with events.9999_from_tomorrow" in twin.refused(
            *arguments
        )


def test_upgrade_that_cannot_back_up_migrates_nothing(older):
    before = older.records()
    (older.folder / "backups").write_text("a file stands where the folder should")

    said = older.refused("upgrade")

    assert f"Backups cannot be written to {older.folder / 'backups'} (file exists)" in said
    assert older.records() == before
    (older.folder / "backups").unlink()
    older.manage("upgrade")
    (backup,) = (older.folder / "backups").iterdir()
    assert zipfile.is_zipfile(backup)


@pytest.mark.each_database
def test_database_is_looked_through(twin):
    if not twin.is_sqlite:
        assert "pg_amcheck" in twin.refused("check_database")
        return
    assert twin.manage("check_database") == "The database is whole.\n"

    twin.execute("UPDATE events_statement SET event_id = 999")  # as nothing but damage can

    said = twin.refused("check_database")
    assert "events_statement, row 1: what it points to in events_event is not there" in said


def test_migrations_of_an_app_that_is_no_longer_there_make_no_newer_database(twin):
    twin.manage("migrate", "--verbosity", "0", "desk", "0001")
    twin.execute(
        "INSERT INTO django_migrations (app, name, applied) VALUES ('axes', '0001_initial', '2026-01-01')"
    )

    assert "Nothing stands in the way." in twin.manage("upgrade", "--check")
    assert "Backed up to" in twin.manage("upgrade")
