"""How little a page loads: compressed where it is the same for everybody, in two style sheets."""

import gzip
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.management import call_command
from django.test import override_settings

from public.styles import JOINED, joined_path
from tests.desk.users import make_user
from tests.factories import StatementFactory

pytestmark = [pytest.mark.django_db, pytest.mark.rendering]

READER = {"HTTP_ACCEPT_ENCODING": "gzip"}


@pytest.mark.parametrize(
    "address", ["page", "/search/?q=position", "/search/feed/?q=position", "/sitemap.xml"]
)
def test_what_is_the_same_for_everybody_is_compressed(client, address):
    statement = StatementFactory()
    address = statement.get_absolute_url() if address == "page" else address

    plain, packed = client.get(address), client.get(address, **READER)

    assert packed["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in packed["Vary"]
    assert gzip.decompress(packed.content) == plain.content
    assert "Content-Encoding" not in plain


def test_what_is_one_visitors_own_is_not_compressed(client):
    statement, editor = StatementFactory(), make_user("Editor")
    log_in = client.get("/admin/login/", **READER)
    client.force_login(editor)

    desk, page = client.get("/admin/", **READER), client.get(statement.get_absolute_url(), **READER)

    assert [response.status_code for response in (log_in, desk, page)] == [200, 200, 200]
    assert not any("Content-Encoding" in response for response in (log_in, desk, page))


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Where they are gathered, once for all tests."""
    folder = tmp_path_factory.mktemp("static")
    with as_served(folder):
        call_command("collectstatic", interactive=False, verbosity=0)
    return folder


@pytest.fixture
def gathered(folder):
    """Static files as they are served: gathered, joined and named by their contents."""
    with as_served(folder):
        yield


def as_served(folder):
    storages = settings.STORAGES | {"staticfiles": {"BACKEND": "public.styles.JoiningStorage"}}
    return override_settings(STORAGES=storages, STATIC_ROOT=folder)


def test_a_page_loads_two_style_sheets_that_hold_all_of_its_own(client, gathered):
    statement = StatementFactory()

    for address in ("/", statement.event.get_absolute_url(), statement.get_absolute_url(), "/no/such/page/"):
        body = client.get(address).content.decode()
        sheets = re.findall(r'rel="stylesheet" href="/static/([^"]+)"', body)

        assert len(sheets) == (1 if address == "/no/such/page/" else 2)
        assert all(staticfiles_storage.exists(sheet) for sheet in sheets)


@pytest.mark.usefixtures("demonstration")
def test_the_fullest_event_page_with_all_that_it_loads_weighs_less_than_60_kilobytes(client, gathered):
    """But for pictures, which are fetched as somebody scrolls to them."""
    page = client.get("/events/2022/corridors-2022-the-middle-of-the-map/", **READER)
    body = gzip.decompress(page.content).decode()
    loaded = re.findall(r'(?:rel="stylesheet" href|<script[^>]* src)="/static/([^"]+)"', body)

    files = [Path(staticfiles_storage.path(name)).read_bytes() for name in loaded]
    weight = len(page.content) + sum(len(gzip.compress(file)) for file in files)

    assert len(loaded) > 2
    assert weight < 60_000
    assert all('loading="lazy"' in picture for picture in re.findall("<img[^>]+>", body))


def test_joined_sheets_hold_each_sheet_in_its_order(gathered):
    for name, sheets in JOINED.items():
        with staticfiles_storage.open(joined_path(name)) as joined:
            parts = [(settings.BASE_DIR / f"static/css/{sheet}.css").read_bytes() for sheet in sheets]
            assert joined.read() == b"".join(parts)


def test_every_sheet_is_loaded_by_some_page():
    folder = settings.BASE_DIR / "static/css"
    there = {str(path.relative_to(folder).with_suffix("")) for path in folder.rglob("*.css")}

    assert there == {sheet for sheets in JOINED.values() for sheet in sheets}
