import pytest
from django.contrib.auth.models import Group, User
from django.core.management import CommandError, call_command

from demonstration.login import ensure_demo_login

pytestmark = [pytest.mark.django_db, pytest.mark.rendering]


@pytest.fixture
def trial(settings):
    settings.DEBUG = True


def test_demo_login_opens_the_desk_and_can_publish(trial, client):
    for name in ("Editor", "Publisher"):
        Group.objects.get_or_create(name=name)

    assert ensure_demo_login()

    assert client.login(username="editor", password="demonstration")
    assert client.get("/admin/").status_code == 200
    assert sorted(User.objects.get().groups.values_list("name", flat=True)) == ["Editor", "Publisher"]


def test_demo_login_is_made_once(trial):
    assert ensure_demo_login()
    assert ensure_demo_login()

    assert User.objects.count() == 1


def test_demo_login_is_not_made_with_debug_off():
    assert not ensure_demo_login()

    assert User.objects.count() == 0


def test_demo_login_is_not_made_in_an_archive_that_has_accounts(trial):
    User.objects.create_user("ada", password="her own secret")

    assert not ensure_demo_login()

    assert list(User.objects.values_list("username", flat=True)) == ["ada"]


def test_trial_is_refused_with_debug_off():
    with pytest.raises(CommandError, match="A trial needs DEBUG=true"):
        call_command("trial")
