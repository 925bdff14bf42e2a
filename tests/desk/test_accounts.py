"""Staff status follows from the roles, and the last administrator stays."""

import re

import pytest
from django.contrib.auth.models import Group, User
from django.core.management import call_command

from tests.desk.pages import change_page, errors_on, form_on
from tests.desk.users import make_user

pytestmark = pytest.mark.django_db

USERS = "/admin/auth/user/"


def group(name: str) -> Group:
    return Group.objects.get_or_create(name=name)[0]


WAYS_OUT = {
    "removed": lambda user: user.groups.remove(group("Editor")),
    "cleared": lambda user: user.groups.clear(),
    "set": lambda user: user.groups.set([group("Interns")]),
    "removed by the group": lambda user: group("Editor").user_set.remove(user),
    "cleared by the group": lambda user: group("Editor").user_set.clear(),
    "the group deleted": lambda user: group("Editor").delete(),
}


def is_staff(user: User) -> bool:
    return User.objects.get(pk=user.pk).is_staff


@pytest.mark.parametrize("leave", WAYS_OUT.values(), ids=WAYS_OUT)
def test_staff_is_whoever_is_in_a_role(leave):
    ada, root = User.objects.create_user("ada"), User.objects.create_superuser("root")
    group("Interns").user_set.add(ada)
    before = is_staff(ada)
    group("Editor").user_set.add(ada, root)
    within = is_staff(ada)

    leave(ada)
    leave(root) if Group.objects.filter(name="Editor").exists() else None

    assert (before, within, is_staff(ada), is_staff(root)) == (False, True, False, True)


def test_whoever_leaves_one_of_two_roles_stays_staff():
    ada = make_user("Editor")
    ada.groups.add(group("Publisher"))

    group("Editor").user_set.clear()
    ada.save()  # by what is in memory

    assert is_staff(ada)


def test_command_makes_staff_follow():
    ada, eve = make_user("Editor"), User.objects.create_user("eve", is_staff=True)
    User.objects.filter(pk=ada.pk).update(is_staff=False)

    call_command("make_roles")

    assert (is_staff(ada), is_staff(eve)) == (True, False)


def test_form_shows_staff_and_saves_none(client, administrator):
    eve = User.objects.create_user("eve")
    data = form_on(client, change_page(eve))

    client.post(change_page(eve), data | {"is_staff": "on", "is_superuser": "on"})

    eve.refresh_from_db()
    assert "is_staff" not in data and (eve.is_staff, eve.is_superuser) == (False, False)


@pytest.mark.parametrize(
    ("field", "value"), [("is_active", None), ("groups", []), ("groups", ["Editor", "Publisher"])]
)
def test_last_administrator_is_neither_deactivated_nor_taken_out(client, administrator, field, value):
    User.objects.create_user("invited").groups.add(
        group("Administrator")
    )  # who has not chosen a password yet
    data = form_on(client, change_page(administrator))
    data.pop(field)
    if value is not None:
        data[field] = [group(name).pk for name in value]

    refused = errors_on(client.post(change_page(administrator), data))
    make_user("Administrator", "second")
    client.post(change_page(administrator), data)

    assert "nobody else keeps the accounts" in refused[field]
    administrator.refresh_from_db()
    assert not (administrator.is_active and administrator.groups.filter(name="Administrator").exists())


def test_last_administrators_are_not_deleted_one_by_one_nor_together(client, administrator):
    second = make_user("Administrator", "second")
    both = {"action": "delete_selected", "_selected_action": [administrator.pk, second.pk], "post": "yes"}

    together = client.post(USERS, both).content.decode()
    client.post(f"{USERS}{second.pk}/delete/", {"post": "yes"})
    alone = client.post(f"{USERS}{administrator.pk}/delete/", {"post": "yes"}).content.decode()

    assert "nobody else keeps the accounts" in together and "nobody else keeps the accounts" in alone
    assert list(User.objects.all()) == [administrator]


def test_list_says_who_is_what(client, administrator):
    for name, change in {"ada": {}, "eve": {"is_active": False}, "jonas": {"password": "!"}}.items():
        User.objects.filter(pk=make_user("Editor", name).pk).update(**change)
    User.objects.create_user("nobody")

    page = client.get(USERS).content.decode()

    rows = re.findall(r'field-username.*?>(\w+)</a>.*?<span class="tag \w+">([\w ]+)<', page, re.DOTALL)
    assert dict(rows) == {
        "ada": "Active", "administrator": "Active", "eve": "Deactivated", "jonas": "Invited", "nobody": "No role"
    }  # fmt: skip


def test_administrator_deletes_no_superuser_in_the_list(client, administrator):
    root = User.objects.create_superuser("root")

    client.post(USERS, {"action": "delete_selected", "_selected_action": [root.pk], "post": "yes"})

    assert User.objects.filter(username="root").exists()
