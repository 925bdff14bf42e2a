"""Invitations and lost passwords: by mail where there is a server, by a link that an administrator copies."""

import re
from datetime import timedelta

import pytest
from django.contrib.auth.models import Group, User
from django.contrib.auth.tokens import default_token_generator
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from config import passwords, post
from tests.desk.pages import change_page, errors_on, form_on
from tests.desk.users import PASSWORD, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.rendering]

ADD = "/admin/auth/user/add/"
FORGOTTEN = "/admin/forgotten/"
NEW = "a lamp at the end of the quay"
INVITED = {"username": "jonas", "first_name": "Jonas", "last_name": "Bergh", "email": "jonas@example.org"}


@pytest.fixture(autouse=True)
def nothing_counted():
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def mail(settings, mailoutbox):
    """What was sent, once all of it has been."""
    settings.MAILERS = {"default": {"BACKEND": "django.core.mail.backends.locmem.EmailBackend"}}

    def sent():
        post.send_soon(list).result()
        return mailoutbox

    return sent


def invite(client, **changed):
    roles = [Group.objects.get(name="Editor").pk]
    return client.post(ADD, INVITED | {"groups": roles} | changed, follow=True)


def link_on(text: str) -> str:
    """The link in a page or a letter, as the browser asks for it."""
    return re.search(r"http://testserver(/admin/welcome/[^\s<]+)", text)[1]


def new_link(client, user) -> str:
    return link_on(client.post(f"/admin/auth/user/{user.pk}/link/", follow=True).content.decode())


def choose(client, link: str, password: str = NEW):
    """Open a link as a browser does, and send the form that it leads to."""
    page = client.get(link, follow=True)
    sent = {"new_password1": password, "new_password2": password}
    return client.post(page.redirect_chain[-1][0], sent) if page.redirect_chain else page


def test_invited_editor_chooses_a_password_by_the_link_that_is_shown_once(client, administrator, mailoutbox):
    shown = invite(client)
    again = client.get(shown.redirect_chain[-1][0]).content.decode()
    jonas, his = User.objects.get(username="jonas"), Client()

    answer = choose(his, link_on(shown.content.decode()))

    assert (jonas.has_usable_password(), jonas.is_staff, mailoutbox) == (False, True, [])
    assert "Nothing is mailed" in shown.content.decode() and "/admin/welcome/" not in again
    assert answer.url == "/admin/" and his.get("/admin/").status_code == 200
    jonas.refresh_from_db()
    assert jonas.check_password(NEW)
    assert "known_browser" in his.cookies
    assert (
        "Chose a password by a link." in client.get(f"/admin/auth/user/{jonas.pk}/history/").content.decode()
    )


def test_name_is_kept_as_the_log_in_reads_it(client, administrator):
    invite(client, username="ﬁona")

    assert User.objects.filter(username="fiona").exists()


@pytest.mark.parametrize(
    ("changed", "field"), [({"username": "ADMINISTRATOR"}, "username"), ({"groups": []}, "groups")]
)
def test_invitation_needs_a_name_of_its_own_and_a_role(client, administrator, changed, field):
    assert field in errors_on(invite(client, **changed))


@pytest.mark.parametrize(("taken", "name"), [("Иван", "ИВАН"), ("jose", "José")])
def test_no_two_log_in_names_differ_by_capitals_or_accents_alone(client, administrator, taken, name):
    User.objects.create_user(taken)
    other = User.objects.create_user("other")
    renamed = form_on(client, change_page(other)) | {"username": name}

    assert "Somebody has this log-in name already" in errors_on(invite(client, username=name))["username"]
    assert "already" in errors_on(client.post(change_page(other), renamed))["username"]


def test_whoever_has_a_twin_from_before_can_be_changed_otherwise(client, administrator):
    User.objects.create_user("Иван")
    other = User.objects.create_user("ИВАН")

    answer = client.post(change_page(other), form_on(client, change_page(other)) | {"first_name": "Иван"})

    assert answer.status_code == 302


def test_invitation_is_mailed_as_well(client, administrator, mail, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        shown = invite(client).content.decode()

    [letter] = mail()
    assert "jonas@example.org" in shown and "/admin/welcome/" in shown
    assert (letter.to, letter.subject) == (["jonas@example.org"], "Your account at Rapporteur")
    assert "Hello Jonas Bergh" in letter.body and "log-in name is: jonas" in letter.body
    assert letter.message().get_content_type() == "text/plain"
    assert choose(Client(), link_on(letter.body)).url == "/admin/"


WAYS_TO_END = {
    "used": lambda client, user, link: choose(Client(), link),
    "a newer one made": lambda client, user, link: new_link(client, user),
    "password changed": lambda client, user, link: user.set_password("else") or user.save(),
    "logged in": lambda client, user, link: Client().force_login(user),
    "deactivated": lambda client, user, link: User.objects.filter(pk=user.pk).update(is_active=False),
    "out of its role": lambda client, user, link: user.groups.clear(),
}


@pytest.mark.parametrize("end", WAYS_TO_END.values(), ids=WAYS_TO_END)
def test_link_ends(client, administrator, end):
    editor = make_user("Editor")
    link = new_link(client, editor)
    end(client, User.objects.get(pk=editor.pk), link)

    page = choose(Client(), link, "another at the beginning").content.decode()

    assert "does not work any more" in page and "Ask an administrator" in page
    assert not User.objects.get(pk=editor.pk).check_password("another at the beginning")


def test_link_ends_after_three_days(client, administrator, monkeypatch):
    link, real = new_link(client, make_user("Editor")), default_token_generator._now
    monkeypatch.setattr(
        type(default_token_generator), "_now", lambda self: real() + timedelta(days=3, seconds=1)
    )

    assert "does not work any more" in choose(Client(), link).content.decode()
    assert timedelta(days=2.9) < passwords.ends_at() - timezone.now() <= timedelta(days=3)


def test_link_that_was_opened_twice_sets_one_password(client, administrator):
    link = new_link(client, editor := make_user("Editor"))
    first, second = Client(), Client()
    second.get(link, follow=True)

    choose(first, link)
    late = choose(second, link.partition("?")[0] + "?", "another at the beginning")

    editor.refresh_from_db()
    assert editor.check_password(NEW) and late.status_code == 200


def test_weak_password_is_refused_in_words(client, administrator):
    link = new_link(client, editor := make_user("Editor"))

    page = choose(Client(), link, "12345").content.decode()

    assert "too short" in page and "entirely numeric" in page
    assert not User.objects.get(pk=editor.pk).has_usable_password()


@pytest.mark.parametrize(
    "address", ["MQ/?key=c9x-123", "MQ/", "%00/?key=%00", "OTk5OTk5OTk5OTk5OTk5OTk5OTk5/?key=a-b"]
)
def test_link_by_hand_is_answered_in_words(client, address):
    assert "does not work any more" in client.get(f"/admin/welcome/{address}").content.decode()


def test_new_link_is_asked_about_and_ends_password_and_sessions(client, administrator):
    editor, theirs = make_user("Editor"), Client()
    theirs.login(username="editor", password=PASSWORD)

    asked = client.get(f"/admin/auth/user/{editor.pk}/link/").content.decode()
    still_in = theirs.get("/admin/").status_code
    new_link(client, editor)

    assert "ends now" in asked and "/admin/welcome/" not in asked
    assert (still_in, theirs.get("/admin/").status_code) == (200, 302)
    assert not Client().login(username="editor", password=PASSWORD)
    assert "Made a link" in client.get(f"/admin/auth/user/{editor.pk}/history/").content.decode()


@pytest.mark.parametrize("who", ["self", "no role", "superuser", "by an editor"])
def test_link_is_not_made(client, administrator, who):
    accounts = {
        "self": administrator,
        "no role": User.objects.create_user("eve", password=PASSWORD),
        "superuser": User.objects.create_superuser("root", password=PASSWORD),
        "by an editor": make_user("Publisher"),
    }
    user = accounts[who]
    if who == "by an editor":
        client.force_login(make_user("Editor"))

    answer = client.post(f"/admin/auth/user/{user.pk}/link/", follow=True)

    assert User.objects.get(pk=user.pk).check_password(PASSWORD)
    assert "/admin/welcome/" not in answer.content.decode()
    assert answer.status_code == (200 if who in ("self", "no role") else 403)


def test_page_of_an_account_leads_to_a_new_link(client, administrator):
    editor = make_user("Editor")

    assert f"/admin/auth/user/{editor.pk}/link/" in client.get(change_page(editor)).content.decode()
    assert "/link/" not in client.get(change_page(administrator)).content.decode()


# --- Forgotten? ---


def test_without_mail_the_log_in_sends_to_the_administrator(client):
    make_user("Administrator")
    page = client.get("/admin/login/").content.decode()

    assert "Ask an administrator" in page and FORGOTTEN not in page
    assert (
        client.get(FORGOTTEN).status_code == client.post(FORGOTTEN, {"email": "a@b.org"}).status_code == 404
    )


def test_forgotten_password_is_mailed_to_whoever_may_come_in_and_all_are_answered_alike(client, mail):
    ada = make_user("Editor")
    for name, more in {"gone": {"is_active": False}, "none": {}}.items():
        User.objects.create_user(name, f"{name}@example.org", PASSWORD, **more)
    User.objects.filter(pk=ada.pk).update(email="Ada@example.org")

    link = FORGOTTEN in client.get("/admin/login/").content.decode()
    pages = {
        name: client.post(FORGOTTEN, {"email": f"{name}@example.org"}, HTTP_HOST="localhost").content
        for name in ("ada", "gone", "none", "nobody")
    }
    [letter] = mail()

    assert link and len(set(pages.values())) == 1
    assert b"If this address belongs to an account" in pages["ada"]
    assert (letter.to, "localhost" in letter.body) == (["Ada@example.org"], False)
    assert choose(Client(), link_on(letter.body)).url == "/admin/"


def test_forgotten_is_slowed_down_as_log_ins_are_and_fills_no_letter_box(client, mail):
    User.objects.filter(pk=make_user("Editor").pk).update(email="ada@example.org")

    def ask(number: int):
        return client.post(FORGOTTEN, {"email": "ada@example.org"}, REMOTE_ADDR=f"203.0.113.{number}")

    from_one = [ask(1) for _ in range(7)]
    from_others = [ask(number) for number in range(2, 5)]

    assert [answer.status_code for answer in from_one] == [200] * 5 + [429] * 2
    assert "wait" in from_one[-1].content.decode() and from_one[-1]["Retry-After"]
    assert {answer.status_code for answer in from_others} == {200}
    assert len(mail()) == 3
