"""What /readyz says of each thing that is missing, and that both addresses answer whoever asks, by whatever name."""

import errno

import pytest
from django.core import checks
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client

from config import health, outages
from config.health import missing
from search.models import Entry
from tests.factories import PublicEventFactory

pytestmark = pytest.mark.django_db


def test_nothing_is_missing_where_all_is_there():
    PublicEventFactory()

    assert list(missing()) == []


def test_index_that_is_empty_is_missing():
    PublicEventFactory()
    Entry.objects.all().delete()

    assert list(missing()) == ["The search index is empty: run `manage.py rebuild_index`."]


def test_migration_that_has_not_run_is_missing():
    MigrationRecorder.Migration.objects.filter(app="intake").delete()

    assert list(missing()) == ["The database has not been brought up to date: run `manage.py migrate`."]


def test_folder_that_may_not_be_written_is_no_fault_of_ours():
    refused = PermissionError(errno.EACCES, "Permission denied", "/srv/media/portraits")

    assert outages.reason(refused).startswith("/srv/media/portraits may not be read or written by this user")


def test_folder_that_may_not_be_written_is_missing(settings, tmp_path, monkeypatch):
    settings.MEDIA_ROOT = str(tmp_path)
    portraits = tmp_path / "portraits"
    portraits.mkdir()
    monkeypatch.setattr(health.os, "access", lambda folder, _how, **_more: folder != portraits)
    said = f"{portraits} cannot be written: let this user write there, or name another folder in MEDIA_ROOT."

    assert list(missing()) == [said]
    assert said in [warning.msg for warning in checks.run_checks(include_deployment_checks=True)]


def test_folder_that_has_yet_to_be_made_needs_one_that_may_be_written(settings, tmp_path, monkeypatch):
    settings.MEDIA_ROOT = str(tmp_path / "media")
    assert list(missing()) == []

    monkeypatch.setattr(health.os, "access", lambda folder, _how, **_more: folder != tmp_path)
    assert [line.partition(":")[0] for line in missing()] == [f"{tmp_path} cannot be written"]


@pytest.mark.postgresql
def test_postgresql_that_may_only_be_read_is_missing():
    with connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION READ ONLY")

    assert list(missing()) == ["The database cannot be written."]


@pytest.mark.sqlite
def test_file_that_may_not_be_written_is_missing(monkeypatch):
    monkeypatch.setattr(
        health.os, "access", lambda path, _how, **_more: str(path) != connection.settings_dict["NAME"]
    )

    assert list(missing()) == ["The database cannot be written."]


def test_disk_with_hardly_any_room_is_missing(monkeypatch, settings):
    monkeypatch.setattr(health, "LEAST_SPACE", 10**12)  # megabytes, which no disk has

    told = list(missing())

    assert f"The disk that holds {settings.MEDIA_ROOT} is full." in told
    assert len(told) == (2 if connection.vendor == "sqlite" else 1)


@pytest.mark.parametrize("host", ["10.0.0.7:8000", "nobody.example", "[::1]", "not a host"])
@pytest.mark.parametrize("path", ["/healthz", "/healthz/", "/readyz", "/readyz/"])
def test_both_answer_whatever_host_they_are_asked_by_and_without_tls(path, host, settings):
    settings.SECURE_SSL_REDIRECT = True

    response = Client().get(path, headers={"host": host})

    assert (response.status_code, response.text, response["Cache-Control"]) == (200, "ok\n", "no-store")


def test_what_is_missing_is_a_503_in_words():
    PublicEventFactory()
    Entry.objects.all().delete()

    response = Client().get("/readyz")

    assert (response.status_code, response["Retry-After"]) == (503, "10")
    assert response.text == "The search index is empty: run `manage.py rebuild_index`.\n"
