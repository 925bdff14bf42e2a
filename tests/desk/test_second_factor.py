"""A second factor: set up by oneself, asked for at each way in, required where the house says so."""

import re
import time

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django_otp.oath import TOTP
from django_otp.plugins.otp_totp.models import TOTPDevice

from config.passwords import link_for
from desk import second_factor
from desk.models import RecoveryCode
from publishing.models import LogbookEntry
from tests.at_once import at_once
from tests.desk.pages import change_page
from tests.desk.users import PASSWORD, make_user
from tests.factories import EventFactory

pytestmark = pytest.mark.django_db

LOG_IN, PAGE = "/admin/login/", "/admin/second-factor/"


def shown_by_app(user, steps: int = 0) -> str:
    """What the app of ``user`` shows, so many half minutes from now."""
    totp = TOTP(TOTPDevice.objects.get(user=user).bin_key)
    totp.time = time.time() + 30 * steps
    return f"{totp.token():06d}"


@pytest.fixture
def tomas():
    return make_user("Editor", "tomas")


@pytest.fixture
def codes(tomas) -> list[str]:
    """The recovery codes of Tomas, who has set up a second factor with the code of a while ago."""
    second_factor.device_to_set_up(tomas)
    codes = second_factor.set_up(tomas, shown_by_app(tomas, -1))
    return codes


def logged_in(client) -> bool:
    return client.get("/admin/").status_code == 200


def password_given(client, **more):
    return client.post(LOG_IN, {"username": "tomas", "password": PASSWORD, "next": "/admin/"} | more)


def code_given(client, page, code: str):
    passed = page.context["form"]["passed"].value()
    return client.post(LOG_IN, {"username": "tomas", "passed": passed, "code": code, "next": "/admin/"})


def test_second_factor_is_set_up_with_a_picture_and_codes_shown_once(client, tomas):
    password_given(client)
    page = client.get(PAGE).text
    assert "<svg" in page and "http" not in re.search(r"<svg.*?</svg>", page, re.S)[0].replace(
        "www.w3.org", ""
    )
    assert "not right" in client.post(PAGE, {"code": "000000", "_set_up": "on"}).text

    page = client.post(PAGE, {"code": shown_by_app(tomas), "_set_up": "on"})

    codes = page.context["codes"]
    assert len(set(codes)) == 10 and codes[0] in page.text
    assert codes[0] not in client.get(PAGE).text
    assert not RecoveryCode.objects.filter(print__icontains=codes[0][:5]).exists()
    assert LogbookEntry.objects.filter(what="access", by=tomas, words="Set up a second factor.").exists()


def test_password_alone_lets_nobody_in_and_the_code_does(tomas, codes):
    client = Client()
    page = password_given(client)
    assert "Now the code" in page.text and 'name="password"' not in page.text
    assert not logged_in(client)

    wrong = code_given(client, page, "000000")
    assert "not right" in wrong.text and not logged_in(client)
    TOTPDevice.objects.update(throttling_failure_timestamp=None)
    right = shown_by_app(tomas)
    assert code_given(client, wrong, right)["Location"] == "/admin/"
    assert logged_in(client)

    again = Client()
    assert "used already" in password_given(again, code=right).text  # the same code twice
    assert not logged_in(again)


def test_wrong_codes_are_slowed_down_and_nobody_is_shut_out_for_long(tomas, codes):
    client = Client()
    page = password_given(client)
    code_given(client, page, "000000")
    soon = code_given(client, page, shown_by_app(tomas))
    assert soon.status_code == 429 and int(soon["Retry-After"]) >= 1
    device = TOTPDevice.objects.get()
    device.throttling_failure_count, device.throttling_failure_timestamp = 40, None
    device.save()

    code_given(client, page, "000000")

    assert int(code_given(client, page, "000000")["Retry-After"]) <= 128
    assert LogbookEntry.objects.filter(what="failed", object_id=tomas.pk).exists()


def test_recovery_code_is_good_once_however_it_is_typed(tomas, codes):
    assert password_given(Client(), code=codes[0].lower().replace("-", " ")).status_code == 302
    assert "not right" in password_given(Client(), code=codes[0]).text
    assert tomas.recovery_codes.count() == 9


@pytest.mark.parametrize("passed", ["x", "MTpvbmU:1:2", ""])
def test_what_says_that_the_password_was_right_cannot_be_made_up(tomas, codes, passed):
    client = Client()

    client.post(LOG_IN, {"username": "tomas", "passed": passed, "code": shown_by_app(tomas)})

    assert not logged_in(client)


def test_password_that_was_changed_meanwhile_needs_to_be_typed_again(tomas, codes):
    client = Client()
    page = password_given(client)
    tomas.set_password("another quiet harbour")
    tomas.save()

    assert "too long" in code_given(client, page, shown_by_app(tomas)).text
    assert not logged_in(client)


def test_link_to_a_new_password_does_not_go_round_the_code(tomas, codes):
    client = Client()
    form = client.get(link_for(tomas).removeprefix("http://testserver"), follow=True)
    words = {"new_password1": "another quiet harbour", "new_password2": "another quiet harbour"}

    client.post(form.redirect_chain[-1][0], words)

    assert not logged_in(client)
    tomas.refresh_from_db()
    assert tomas.check_password("another quiet harbour")


def test_new_codes_and_taking_it_away_ask_for_a_code(tomas, codes):
    client = Client()
    password_given(client, code=codes[0])

    assert "Give the code" in client.post(PAGE, {"_take_away": "on"}).text
    assert second_factor.is_set_up(tomas)
    assert len(client.post(PAGE, {"_new_codes": "on", "code": codes[1]}).context["codes"]) == 10
    assert "not right" in client.post(PAGE, {"_take_away": "on", "code": codes[2]}).text
    TOTPDevice.objects.update(throttling_failure_timestamp=None)
    client.post(PAGE, {"_take_away": "on", "code": shown_by_app(tomas)})

    assert not second_factor.is_set_up(tomas) and not RecoveryCode.objects.exists()


# --- Required ---


def test_where_it_is_required_nothing_is_open_before_it_is_set_up(settings, tomas):
    settings.SECOND_FACTOR = "required"
    draft, client = EventFactory(title="On Engines", lead="A lead."), Client()
    password_given(client)

    for address in ("/admin/", change_page(draft), "/admin/password_change/"):
        assert client.get(address)["Location"] == PAGE
    assert client.get(draft.get_absolute_url()).status_code == 404
    assert client.get("/admin/r/session/").json()["user"] == ""
    assert "Everybody at this desk has a second factor" in client.get(PAGE).text
    client.post(PAGE, {"code": shown_by_app(tomas), "_set_up": "on"})

    assert logged_in(client)
    assert client.get(draft.get_absolute_url()).status_code == 200
    assert (
        "It is required here" in client.post(PAGE, {"code": shown_by_app(tomas, 1), "_take_away": "on"}).text
    )
    assert Client().get(PAGE)["Location"].startswith(LOG_IN)


def test_session_that_began_without_a_code_is_nobodys_once_it_is_required(settings, tomas):
    client = Client()
    client.force_login(tomas, backend="django.contrib.auth.backends.ModelBackend")
    second_factor.device_to_set_up(tomas)
    second_factor.set_up(tomas, shown_by_app(tomas))
    settings.SECOND_FACTOR = "required"

    assert client.get("/admin/")["Location"].startswith(LOG_IN)
    assert client.get(PAGE)["Location"].startswith(LOG_IN)


# --- Lost ---


def test_administrator_resets_the_second_factor_of_another(client, administrator, tomas, codes):
    address = f"/admin/auth/user/{tomas.pk}/second-factor/"
    assert "Reset the second factor" in client.get(change_page(tomas)).text
    assert client.get(address).status_code == 200

    client.post(address)

    assert not second_factor.is_set_up(tomas)
    assert LogbookEntry.objects.filter(words="Reset by an administrator.", by=administrator).exists()
    own = client.post(f"/admin/auth/user/{administrator.pk}/second-factor/")
    assert "Your own you change yourself" in own.text
    superuser = make_user("Editor", "root")
    superuser.is_superuser = True
    superuser.save()
    assert client.post(f"/admin/auth/user/{superuser.pk}/second-factor/").status_code == 403
    editor = Client()
    password_given(editor)
    assert editor.post(address).status_code == 403


def test_operator_resets_the_second_factor_of_the_last_administrator(tomas, codes, capsys):
    call_command("reset_second_factor", "tomas")
    call_command("reset_second_factor", "tomas")

    assert capsys.readouterr().out == "tomas is asked for no code any more.\ntomas has no second factor.\n"
    with pytest.raises(CommandError, match="no account of the name ines"):
        call_command("reset_second_factor", "ines")


@pytest.mark.django_db(transaction=True)
def test_one_code_sent_twice_at_once_lets_in_once():
    tomas = make_user("Editor", "tomas")
    second_factor.device_to_set_up(tomas)
    second_factor.set_up(tomas, shown_by_app(tomas, -1))
    code = shown_by_app(tomas)

    outcomes = at_once(lambda: second_factor.check(tomas, code), lambda: second_factor.check(tomas, code))

    assert sum(isinstance(one, Exception) for one in outcomes) == 1
