"""The first account of an archive: whoever reads the server's log makes it, by a link that works until there is one."""

from typing import Any

from django.conf import settings
from django.contrib import admin
from django.contrib.auth import authenticate, login
from django.contrib.auth.forms import BaseUserCreationForm
from django.contrib.auth.models import Group, User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.crypto import constant_time_compare, salted_hmac
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from unfold.widgets import INPUT_CLASSES

from config import log_in

SOMEBODY_WAS_FIRST = "Somebody has made the first account meanwhile: log in, or ask them to invite you."


def nobody_yet() -> bool:
    return not User.objects.exists()


def key() -> str:
    """Known to whoever knows SECRET_KEY, and to whom the log shows it."""
    return salted_hmac("config.first", "the first account", algorithm="sha256").hexdigest()[:40]


def link() -> str:
    """Where the first account is made, whole. What stands behind "?" is in no log of readers' requests."""
    return f"{settings.SITE_URL}{reverse('admin:first')}?key={key()}"


class FirstAccountForm(BaseUserCreationForm):
    """A log-in name and a password, twice."""

    class Meta:
        model = User
        fields = ["username", "first_name", "last_name", "email"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget.attrs["class"] = " ".join(INPUT_CLASSES)
        self.fields[
            "password1"
        ].help_text = "Twelve letters or more are good; a sentence is easy to remember."
        self.fields["username"].help_text = "Letters, figures and @ . + - _"

    @transaction.atomic
    def save(self, commit=True):
        """Make the account. Raises ValidationError where somebody else was first, in the same instant too."""
        list(Group.objects.select_for_update())  # a lock that is there before any account is
        if not nobody_yet():
            raise ValidationError(SOMEBODY_WAS_FIRST)
        user = super().save(commit=False)
        user.is_staff = user.is_superuser = True
        user.save()
        return user


@never_cache
@sensitive_post_parameters()
def first(request):
    """Make the first account and log in; without the key it says where that is found."""
    if not nobody_yet():
        return HttpResponseRedirect(reverse("admin:login"))
    may = constant_time_compare(request.GET.get("key", ""), key())
    form = FirstAccountForm(request.POST if may and request.method == "POST" else None)
    if form.is_valid():
        try:
            return _logged_in(request, form)
        except ValidationError as error:
            form.add_error(None, error)
    context: dict[str, Any] = {
        **admin.site.each_context(request),
        "title": "Make the first account" if may else "Nobody has an account yet",
        "form": form if may else None,
    }
    return TemplateResponse(request, "admin/first.html", context, status=200 if may else 403)


def _logged_in(request, form: FirstAccountForm) -> HttpResponseRedirect:
    form.save()
    name, password = form.cleaned_data["username"], form.cleaned_data["password1"]
    user = authenticate(request, username=name, password=password)
    login(request, user)
    response = HttpResponseRedirect(reverse("admin:index"))
    log_in.succeeded(request, response, name)
    return response
