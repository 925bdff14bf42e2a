"""What the desk says where somebody may not, and where nothing is."""

import pytest
from django.contrib import admin
from django.contrib.auth.models import Group, User

from house.models import House
from publishing.empty_lists import WHEN_EMPTY
from tests.desk.conftest import logged_in
from tests.desk.users import make_user
from tests.factories import TopicFactory

pytestmark = pytest.mark.django_db


def test_whoever_is_logged_in_is_told_who_may_and_whom_to_ask(client):
    make_user("Administrator", "ines")
    logged_in(client, "Editor")

    refused = client.get("/admin/house/house/")

    assert refused.status_code == 403
    assert "(Editor), and this is for another role" in refused.text and "Ask for it: ines." in refused.text
    assert "please log in" not in refused.text


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("events/event", "Enter one by hand, or paste its report"),
        ("events/complaint", "Readers do so at a statement"),
        ("house/notfound", "Nobody has asked in vain"),
    ],
)
def test_empty_list_says_what_fills_it(client, administrator, kind, words):
    page = client.get(f"/admin/{kind}/").text

    assert words in page and "yielded" not in page
    assert (f'href="/admin/{kind}/add/"' in page) == (kind == "events/event")


def test_list_in_which_nothing_is_found_leads_to_all_of_it(client, administrator):
    TopicFactory(name="Freight")

    page = client.get("/admin/events/topic/?q=harbour").text

    assert "Nothing here is what you asked for." in page and "No topic is here yet" not in page


def test_every_list_of_the_desk_has_its_own_words():
    lists = {model._meta.label_lower for model in admin.site._registry.keys() - {User, Group, House}}
    assert lists == WHEN_EMPTY.keys()
