"""The log-in of the desk with its second step: the code, for whoever has a second factor."""

from typing import Any

from django import forms
from django.contrib.auth.models import User
from django.core import signing
from django.core.exceptions import ValidationError
from django.utils.crypto import salted_hmac
from unfold.widgets import INPUT_CLASSES

from config.log_in import LogInForm
from desk import second_factor
from publishing.logbook import write_failed_log_in

SALT = "desk.logging_in.passed"
#: Seconds in which the code follows the password.
TIME_FOR_A_CODE = 5 * 60
NOW_THE_CODE = "Now the code that your app shows, or a recovery code."
TOO_LATE = "That took too long: log in anew."


class TwoStepForm(LogInForm):
    """Asks for the password, then for the code: what shows that the password was right is sent along, signed."""

    code = forms.CharField(
        label="Code",
        required=False,
        max_length=40,
        widget=forms.TextInput(
            attrs={
                "autocomplete": "one-time-code",
                "autocapitalize": "characters",
                "spellcheck": "false",
                "class": " ".join(INPUT_CLASSES),
            }
        ),
    )
    passed = forms.CharField(required=False, widget=forms.HiddenInput)
    #: Whether nothing was wrong yet, and the code is asked for.
    is_first_asked = False
    #: What was sent; with what shows that the password was right, once it was.
    data: Any

    def __init__(self, request=None, *args, **kwargs):
        super().__init__(request, *args, **kwargs)
        if self.data.get("passed"):
            self.fields["password"].required = False

    def clean(self):
        if not self.cleaned_data.get("passed"):
            super().clean()
            user = self.get_user()
        else:
            user = who_passed(self.cleaned_data["passed"])
            if user is None:
                raise ValidationError(TOO_LATE)
            self.confirm_login_allowed(user)
        if user is not None and second_factor.is_set_up(user):
            self.user_cache = None
            self.take_code(user)
            self.user_cache = user
            self.request.gave_second_factor = user.pk
        return self.cleaned_data

    def take_code(self, user: User) -> None:
        """Raises ValidationError without the right code; the form that comes back asks for that alone."""
        self.asks_code = True
        self.data = with_passed(self.data, user)
        code = self.cleaned_data.get("code", "")
        if not code:
            self.is_first_asked = True
            raise ValidationError(NOW_THE_CODE, code="code")
        try:
            second_factor.check(user, code)
        except ValidationError as refused:
            self.too_soon = getattr(refused, "seconds", 0)
            write_failed_log_in(user)
            raise


def with_passed(data: Any, user: User) -> Any:
    """What the form that comes back shows: that the password was right, and no code."""
    data = data.copy()
    data["passed"], data["code"] = signing.dumps([user.pk, print_of(user)], salt=SALT), ""
    return data


def who_passed(sent: str) -> User | None:
    """Whose password was right a moment ago, as long as it is that password still."""
    try:
        key, shown = signing.loads(sent, salt=SALT, max_age=TIME_FOR_A_CODE)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    user = User.objects.filter(pk=key, is_active=True).first()
    return user if user and shown == print_of(user) else None


def print_of(user: User) -> str:
    return salted_hmac(SALT, f"{user.password}{user.last_login}", algorithm="sha256").hexdigest()[:32]
