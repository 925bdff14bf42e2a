"""Choosing a password by a link that works once: for whoever is invited to the desk, or has lost theirs.

The links are Django's. Each is signed with the password that was and the last log-in, so it ends with a change of
either, and after PASSWORD_RESET_TIMEOUT. It stands behind a "?", where no log of ours keeps it.
"""

from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.conf import settings
from django.contrib import admin
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.forms import SetPasswordForm
from django.contrib.auth.models import User
from django.contrib.auth.tokens import default_token_generator
from django.contrib.auth.views import INTERNAL_RESET_SESSION_TOKEN, PasswordResetConfirmView
from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage
from django.db import transaction
from django.http import Http404
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.urls import reverse, reverse_lazy
from django.utils import timezone
from django.utils.http import urlsafe_base64_encode
from django.views.decorators.cache import never_cache
from unfold.widgets import INPUT_CLASSES

from config import log_in, post, visitors
from config.counts import add_one, counted, key_of

#: Letters: that an administrator has made a link, and that somebody asked for one at the log-in.
INVITED = "admin/letters/invited.txt"
LOST = "admin/letters/lost.txt"
#: Letters to one address, in how many seconds: nobody's letter box is filled by strangers.
LETTERS = 3
SPAN = 60 * 60


def may_have_link(user: User) -> bool:
    """Whether a password would let this user in."""
    return user.is_active and user.is_staff


def link_for(user: User) -> str:
    """The address at which ``user`` chooses a password, whole: made of SITE_URL and not of what a request claims."""
    address = reverse("admin:choose_password", args=[urlsafe_base64_encode(str(user.pk).encode())])
    return f"{settings.SITE_URL}{address}?{urlencode({'key': default_token_generator.make_token(user)})}"


def ends_at() -> datetime:
    """When a link that is made now ends, by the clock of the desk."""
    return timezone.localtime() + timedelta(seconds=settings.PASSWORD_RESET_TIMEOUT)


def send_link(request, template: str, users: list[User]) -> None:
    """Mail each of ``users`` a link of their own, soon. ``template`` is INVITED or LOST."""
    house = admin.site.each_context(request)["site_title"]
    post.send_soon(lambda: [_letter(template, user, house) for user in users])


def _letter(template: str, user: User, house: str) -> EmailMessage:
    """The template's first line is the subject."""
    context = {
        "user": user,
        "house": house,
        "link": link_for(user),
        "ends": ends_at(),
        "site": settings.SITE_URL,
    }
    subject, _, text = render_to_string(template, context).partition("\n")
    return EmailMessage(subject, text.strip() + "\n", to=[user.email])


class ChoosePasswordForm(SetPasswordForm):
    """Django's, in the look of the desk."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget.attrs["class"] = " ".join(INPUT_CLASSES)


class ChoosePassword(PasswordResetConfirmView):
    """Where a link leads: asks for a password, and logs in whoever has chosen one, if a password is enough."""

    form_class = ChoosePasswordForm
    template_name = "admin/choose_password.html"
    title = "Choose your password"
    post_reset_login = True
    success_url = reverse_lazy("admin:index")
    #: Whose link it is, None where it is nobody's.
    user: Any

    def dispatch(self, request, uidb64):
        return super().dispatch(request, uidb64=uidb64, token=request.GET.get("key") or self.reset_url_token)

    def get_user(self, uidb64):
        user = super().get_user(uidb64)
        return user if user and may_have_link(user) else None

    def post(self, request, *args, **kwargs):
        """Of two who send the form at once, the first has used the link up."""
        with transaction.atomic():
            self.user = User.objects.select_for_update().get(pk=self.user.pk)
            key = request.session.get(INTERNAL_RESET_SESSION_TOKEN)
            if self.token_generator.check_token(self.user, key):
                return super().post(request, *args, **kwargs)
        self.validlink = False
        return self.render_to_response(self.get_context_data())

    def form_valid(self, form):
        self.post_reset_login = not any(asks(self.user) for asks in log_in.asks_more)
        response = super().form_valid(form)
        if self.post_reset_login:
            log_in.succeeded(self.request, response, self.user.get_username())
        LogEntry.objects.log_actions(self.user.pk, [self.user], CHANGE, "Chose a password by a link.")
        return response

    def get_context_data(self, **kwargs):
        context = admin.site.each_context(self.request) | super().get_context_data(**kwargs)
        if not self.validlink:
            context["title"] = "This link is of no use any more"
        return context | {"name": self.user and self.user.get_username(), "mail_is_sent": post.is_sent()}


class ForgottenForm(forms.Form):
    """Asks for the address that a link is mailed to; says how long to wait where too many were asked for."""

    email = forms.EmailField(
        label="Your e-mail address",
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email", "class": " ".join(INPUT_CLASSES)}),
    )
    too_soon = 0

    def __init__(self, request, data=None):
        super().__init__(data)
        self.request = request

    def clean(self):
        try:
            log_in.one_more(f"forgotten:{visitors.address(self.request)}")
        except log_in.TooSoon as refused:
            self.too_soon = refused.seconds
            raise ValidationError(
                f"This was asked for many times. Nothing is closed: wait {refused.seconds} seconds, then try again."
            ) from None

    def users(self) -> list[User]:
        """Who is written to: everybody who is known by that address and may come in, but not too often."""
        address = self.cleaned_data["email"]
        key = key_of("forgotten:letters", address.casefold())
        known = list(User.objects.filter(email__iexact=address, is_active=True, is_staff=True))
        return known if counted(lambda counts: add_one(counts, key, SPAN)) <= LETTERS else []


@never_cache
def forgotten(request):
    """Mail a link to whoever has lost a password; the answer is the same whether the address is known or not."""
    if not post.is_sent():
        raise Http404
    form = ForgottenForm(request, request.POST if request.method == "POST" else None)
    if sent := form.is_valid():
        send_link(request, LOST, form.users())
    context = admin.site.each_context(request) | {
        "title": "Forgotten your password?",
        "form": form,
        "sent": sent,
    }
    response = TemplateResponse(
        request, "admin/forgotten.html", context, status=429 if form.too_soon else 200
    )
    if form.too_soon:
        response["Retry-After"] = str(form.too_soon)
    return response
