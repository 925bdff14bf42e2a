"""The page on which an administrator sees how the archive stands, and the commands that fill it."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from keeping.links import check_links
from keeping.models import Backup, DeadLink
from tests.desk.conftest import logged_in
from tests.factories import OpinionFactory, PublicEventFactory

pytestmark = pytest.mark.django_db

PANEL = "/admin/keeping/backup/"


class Site(BaseHTTPRequestHandler):
    """Another site: what is there, what is gone, and what machines are not told."""

    def do_GET(self):
        self.send_response({"/gone": 404, "/shy": 403}.get(self.path, 200))
        self.end_headers()

    def log_message(self, *_arguments):
        """Nobody reads it."""


@pytest.fixture
def site():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_links_that_do_not_answer_are_told_with_their_record_until_they_do(site, client):
    event = PublicEventFactory(source_url=f"{site}/gone", recording_url=f"{site}/film")
    OpinionFactory(url=f"{site}/shy")

    assert check_links() == (3, 1)
    first = DeadLink.objects.get()
    assert (first.address, first.answer) == (f"{site}/gone", "404 Not Found")
    check_links()
    assert DeadLink.objects.get().since == first.since
    logged_in(client, "Administrator")
    shown = client.get(PANEL).text
    assert "1 of 3 did not answer" in shown
    assert f"/admin/events/event/{event.pk}/change/" in shown
    event.source_url = f"{site}/moved"
    event.save()
    assert check_links() == (3, 0)
    assert "Links that no longer answer" not in client.get(PANEL).text


def test_a_host_that_is_not_there_is_told_in_words():
    PublicEventFactory(source_url="http://127.0.0.1:9/", recording_url="http://no-such-host.invalid/")
    call_command("check_links")
    assert all(link.answer.startswith("does not answer (") for link in DeadLink.objects.all())


def test_panel_says_what_is_to_be_done(client):
    logged_in(client, "Administrator")
    assert "none yet" in client.get(PANEL).text
    Backup.objects.create(made_at=timezone.now(), size=4_200_000, file_name="nightly.zip")
    shown = client.get(PANEL).text
    assert "4.2 MB, nightly.zip" in shown
    assert "restore FILE --rehearse" in shown
    assert "New in this version" in shown


def test_publisher_does_not_see_the_panel(client):
    logged_in(client, "Publisher")
    assert client.get(PANEL).status_code == 403


@pytest.mark.django_db(transaction=True)  # a backup has a transaction of its own
def test_a_backup_is_rehearsed_without_touching_the_archive(tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("DJANGO_SETTINGS_MODULE", "config.settings")  # of the process that tries it
    monkeypatch.setenv("DEBUG", "true")
    PublicEventFactory(title="Grain")
    call_command("backup", tmp_path / "nightly.zip", verbosity=0)

    call_command("restore", tmp_path / "nightly.zip", rehearse=True)

    assert "can be restored: all of" in capsys.readouterr().out
    assert Backup.objects.get().rehearsed_at is not None
    whole = (tmp_path / "nightly.zip").read_bytes()
    (tmp_path / "half.zip").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(CommandError):
        call_command("restore", tmp_path / "half.zip", rehearse=True)
