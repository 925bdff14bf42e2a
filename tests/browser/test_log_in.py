from urllib.parse import urlsplit

import pytest
from django.contrib.auth.models import User

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_editor_logs_in_and_the_desk_asks_no_other_host_for_anything(live_server, page):
    User.objects.create_superuser("ada", password="her own secret")
    page.set_viewport_size({"width": 1440, "height": 900})  # wide enough for the sidebar
    hosts, complaints = set(), []
    page.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)

    page.goto(f"{live_server.url}/admin/")
    page.get_by_label("Username").fill("ada")
    page.locator("input[name=password]").fill("her own secret")
    page.get_by_role("button", name="Log in").click()

    page.wait_for_url(f"{live_server.url}/admin/")
    assert page.get_by_role("link", name="Users").first.is_visible()
    assert hosts <= {urlsplit(live_server.url).netloc, ""}  # "": data: and blob: addresses
    assert complaints == []
