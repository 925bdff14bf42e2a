"""A new archive: who makes the first account, and where the desk leads from there."""

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.core.management import call_command

from config import first
from tests.desk.users import make_user
from tests.factories import EventFactory

pytestmark = pytest.mark.django_db

PAGE = "/admin/first/"
WORDS = "a sentence to remember"
TYPED = {"username": "ada", "password1": WORDS, "password2": WORDS}


def test_only_whoever_has_the_key_makes_the_first_account_and_is_led_on(client, capsys):
    assert client.get("/admin/", follow=True).redirect_chain[-1][0] == PAGE
    without = client.get(PAGE)
    assert without.status_code == 403
    assert "docker compose logs web" in without.text
    assert client.post(f"{PAGE}?key=wrong", TYPED).status_code == 403
    assert not User.objects.exists()
    call_command("first_account")
    link = next(word for word in capsys.readouterr().out.split() if "key=" in word)

    short = client.post(link, TYPED | {"password1": "12", "password2": "12"})
    assert "too short" in short.text
    assert 'value="ada"' in short.text
    desk = client.post(link, TYPED, follow=True)

    assert desk.redirect_chain == [("/admin/", 302)]
    assert User.objects.get().is_superuser
    assert "/admin/intake/intake/add/" in desk.text
    assert "/admin/house/house/" in desk.text
    assert 'href="/admin/intake/intake/queue/">From an old site' in desk.text
    assert "manage.py import_site" in client.get("/admin/intake/intake/queue/").text
    EventFactory()
    assert "This archive is empty" not in client.get("/admin/").text


def test_link_is_of_no_use_once_there_is_an_account(client, capsys):
    make_user("Editor")
    address = f"{PAGE}?key={first.key()}"
    assert client.get(address).url == "/admin/login/"
    assert client.post(address, TYPED).url == "/admin/login/"
    call_command("first_account")
    assert capsys.readouterr().out == ""
    form = first.FirstAccountForm(TYPED)
    assert form.is_valid()
    with pytest.raises(ValidationError, match="Somebody has made"):
        form.save()
    assert User.objects.count() == 1
