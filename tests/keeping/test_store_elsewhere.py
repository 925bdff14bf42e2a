"""Backup and restore where uploaded files lie in a store elsewhere; the database plays no part in it."""

import json
import zipfile

import pytest

from tests.stores import a_store


@pytest.fixture(scope="module")
def store():
    with a_store() as store:
        yield store


def test_pictures_move_from_a_folder_into_a_store_and_into_the_next_backup(filled, other, store):
    other.environment["MEDIA_STORAGE_URL"] = store.address()
    path = other.folder / "again.zip"

    other.manage("restore", str(filled.folder / "backup.zip"))
    other.manage("backup", str(path))

    files = filled.files()
    assert store.names() == sorted(f"archive/{name}" for name in files)
    assert not other.media.exists()
    assert other.records() == filled.records()
    with zipfile.ZipFile(path) as archive:
        assert {name: archive.read(f"media/{name}") for name in files} == files
        assert json.loads(archive.read("manifest.json"))["missing"] == []

    # A store that is not there is no store in which files are missing.
    other.environment["MEDIA_STORAGE_URL"] = store.address(bucket="another")
    refused = other.refused("backup", str(path))
    assert (
        refused
        == "The store of uploaded files has no bucket “another”: make it, or correct MEDIA_STORAGE_URL."
    )
    assert "has no bucket “another”" in other.manage("upgrade", "--check")
    with zipfile.ZipFile(path) as archive:
        assert len(archive.namelist()) > len(files)
    assert [one.name for one in other.folder.glob("*.unfinished")] == []
