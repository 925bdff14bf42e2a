import pytest
from django.contrib.auth.models import Group, User
from django.core.management import call_command

pytestmark = pytest.mark.django_db


@pytest.fixture
def trial(settings):
    settings.DEBUG = True


def test_demo_login_opens_the_desk_and_can_publish(trial, client, capsys):
    for name in ("Editor", "Publisher"):
        Group.objects.get_or_create(name=name)

    call_command("demo_login")

    assert "editor, with the password demonstration" in capsys.readouterr().out
    assert client.login(username="editor", password="demonstration")
    assert client.get("/admin/").status_code == 200
    assert sorted(User.objects.get().groups.values_list("name", flat=True)) == ["Editor", "Publisher"]


def test_demo_login_is_said_again_and_made_once(trial, capsys):
    call_command("demo_login")
    call_command("demo_login")

    assert capsys.readouterr().out.count("with the password demonstration") == 2
    assert User.objects.count() == 1


def test_demo_login_is_not_made_with_debug_off(capsys):
    call_command("demo_login")

    assert User.objects.count() == 0
    assert "demonstration" not in capsys.readouterr().out


def test_demo_login_is_not_made_in_an_archive_that_has_accounts(trial, capsys):
    User.objects.create_user("ada", password="her own secret")

    call_command("demo_login")

    assert list(User.objects.values_list("username", flat=True)) == ["ada"]
    assert "account of your own" in capsys.readouterr().out
