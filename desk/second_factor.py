"""The second factor of an account: codes that an app makes, and recovery codes on paper. django-otp knows the codes.

All deeds hold the account's row first. What was tried in vain is counted with the account, so that it holds on all
machines: the pause doubles with each wrong code.
"""

import math
import secrets
from base64 import b32encode
from typing import Any

from django.conf import settings
from django.contrib.auth.models import AnonymousUser, User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.functional import SimpleLazyObject
from django_otp.plugins.otp_totp.models import TOTPDevice

from desk.models import RecoveryCode
from publishing.logbook import write
from publishing.models import LogbookEntry

#: In the session: that whoever logged in gave a code too.
GIVEN = "desk.second_factor"
#: How many recovery codes there are, of how many letters; no 0, 1, 8, 9, I, L, O to mistake.
CODES, LETTERS, ALPHABET = 10, 10, "ABCDEFGHJKMNPQRSTUVWXYZ234567"
#: After so many wrong codes the pause grows no more: two minutes.
MOST_COUNTED = 8
WRONG = "This code is not right, or was used already. Wait for the next one that your app shows."


class TooSoon(ValidationError):
    """A code that is not looked at; how many seconds to wait before the next."""

    def __init__(self, seconds: int):
        super().__init__(f"There were wrong codes before. Wait {seconds} seconds, then try again.")
        self.seconds = seconds


def is_set_up(user: Any) -> bool:
    return TOTPDevice.objects.filter(user=user, confirmed=True).exists()


def is_required() -> bool:
    return settings.SECOND_FACTOR == "required"


def check(user: User, code: str) -> None:
    """Raises ValidationError unless the app of ``user`` shows ``code``, or it is a recovery code; each is good once."""
    with transaction.atomic():
        error = _refusal(user, "".join(code.split()).replace("-", "").upper())
    if error:  # what was counted stays
        raise error


def _refusal(user: User, code: str) -> ValidationError | None:
    device = TOTPDevice.objects.select_for_update().filter(user=user, confirmed=True).first()
    if device is None:
        return ValidationError(WRONG)
    if (seconds := _seconds_to_wait(device)) > 0:
        return TooSoon(seconds)
    if len(code) == LETTERS and user.recovery_codes.filter(print=print_of(user, code)).delete()[0]:
        device.throttle_reset()
        write(LogbookEntry.What.ACCESS, user, "Came in by a recovery code.", by=user)
        return None
    if device.verify_token(code if code.isascii() and code.isdigit() else ""):
        return None
    if device.throttling_failure_count > MOST_COUNTED:
        device.throttling_failure_count = MOST_COUNTED
        device.save(update_fields=["throttling_failure_count"])
    return ValidationError(WRONG)


def _seconds_to_wait(device: TOTPDevice) -> int:
    allowed, why = device.verify_is_allowed()
    return 0 if allowed else max(1, math.ceil((why["locked_until"] - timezone.now()).total_seconds()))


@transaction.atomic
def device_to_set_up(user: User) -> TOTPDevice:
    """What the app is to know; it asks for nothing before a first code has shown that the app knows it."""
    hold(user)
    return TOTPDevice.objects.filter(user=user, confirmed=False).first() or TOTPDevice.objects.create(
        user=user, name="app", confirmed=False
    )


@transaction.atomic
def set_up(user: User, code: str) -> list[str]:
    """Let ``user`` be asked for a code from now on; returns the recovery codes, which nobody can show again.

    Raises ValidationError where the code is not that of the device that waits, or one is set up already.
    """
    hold(user)
    device = TOTPDevice.objects.filter(user=user, confirmed=False).first()
    if is_set_up(user) or device is None:
        raise ValidationError("It is set up already: load this page anew.")
    digits = "".join(code.split())
    if not (digits.isascii() and digits.isdigit()) or not device.verify_token(digits):
        raise ValidationError(WRONG)
    device.confirmed = True
    device.save(update_fields=["confirmed"])
    write(LogbookEntry.What.ACCESS, user, "Set up a second factor.")
    return _new_codes(user)


@transaction.atomic
def new_codes(user: User) -> list[str]:
    """Make recovery codes in the place of those that there are."""
    hold(user)
    write(LogbookEntry.What.ACCESS, user, "Made new recovery codes.")
    return _new_codes(user)


def _new_codes(user: User) -> list[str]:
    codes = ["".join(secrets.choice(ALPHABET) for _ in range(LETTERS)) for _ in range(CODES)]
    user.recovery_codes.all().delete()
    RecoveryCode.objects.bulk_create(RecoveryCode(user=user, print=print_of(user, code)) for code in codes)
    return [f"{code[:5]}-{code[5:]}" for code in codes]


@transaction.atomic
def take_away(user: User, words: str) -> bool:
    """Let ``user`` be asked for no code any more; whether there was one. ``words`` say in the deeds why."""
    hold(user)
    there = is_set_up(user)
    TOTPDevice.objects.filter(user=user).delete()
    user.recovery_codes.all().delete()
    if there:
        write(LogbookEntry.What.ACCESS, user, words)
    return there


def hold(user: User) -> None:
    User.objects.select_for_update().get(pk=user.pk)


def typed_key(device: TOTPDevice) -> str:
    """What somebody types into an app that cannot scan."""
    return b32encode(device.bin_key).decode()


def print_of(user: User, code: str) -> str:
    return salted_hmac(f"desk.recovery_code.{user.pk}", code, algorithm="sha256").hexdigest()


# --- Where it is required ---


def only_with_it(get_response):
    """Middleware: where it is required, whoever has given none is nobody, but to the page on which it is set up."""

    def middleware(request):
        if is_required():
            known = request.user
            request.user = SimpleLazyObject(lambda: who_has_given_it(request, known))
        response = get_response(request)
        user = getattr(request, "without_second_factor", None)
        if user is not None and response.headers.get("Location", "").startswith(reverse("admin:login")):
            return response if is_set_up(user) else HttpResponseRedirect(reverse("second_factor"))
        return response

    return middleware


def who_has_given_it(request, user: Any) -> Any:
    if not user.is_authenticated or request.session.get(GIVEN):
        return user
    request.without_second_factor = user
    return AnonymousUser()


def who_is_to_set_it_up(request) -> Any:
    """Who asks for the page on which it is set up: whoever is logged in, and whoever is let in nowhere else yet."""
    if request.user.is_authenticated:
        return request.user
    user = getattr(request, "without_second_factor", None)
    return user if user is not None and not is_set_up(user) else request.user
