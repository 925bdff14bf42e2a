"""What everybody at the desk looks after themselves: the second factor, and where they are logged in."""

import segno
from django import forms
from django.contrib import admin, messages
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import ValidationError
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.safestring import mark_safe
from django.views.decorators.cache import never_cache
from unfold.widgets import INPUT_CLASSES

from desk import log_ins
from desk import second_factor as factor
from publishing.keys import could_be_key

SET_UP, NEW_CODES, TAKE_AWAY = "_set_up", "_new_codes", "_take_away"
REQUIRED = (
    "It is required here, and stays: set it up anew through an administrator, if you have another telephone."
)


class CodeForm(forms.Form):
    code = forms.CharField(
        max_length=40,
        error_messages={"required": "Give the code that your app shows."},
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "spellcheck": "false", "class": " ".join(INPUT_CLASSES)}
        ),
    )


@never_cache
def second_factor(request):
    """Set up, with a picture for an app and recovery codes that are shown once; or new codes, or none any more."""
    user = factor.who_is_to_set_it_up(request)
    if not (user.is_authenticated and user.is_staff):
        return redirect_to_login(request.path, "admin:login")
    request.user = user
    form = CodeForm(request.POST if request.method == "POST" else None)
    codes = done(request, form) if form.is_bound and form.is_valid() else None
    if codes == []:
        return HttpResponseRedirect(request.path)
    is_on = factor.is_set_up(user)
    device = None if is_on else factor.device_to_set_up(user)
    context = {
        **admin.site.each_context(request),
        "title": "Second factor",
        "form": form,
        "codes": codes,
        "is_on": is_on,
        "is_required": factor.is_required(),
        "left": user.recovery_codes.count(),
        "picture": device and picture_of(device.config_url),
        "key": device and in_fours(device),
    }
    request.current_app = admin.site.name
    return TemplateResponse(request, "desk/second_factor.html", context)


def done(request, form: CodeForm) -> list[str] | None:
    """Do what a button asked for: the recovery codes to show, ``[]`` where none are, None where it was refused."""
    user, code = request.user, form.cleaned_data["code"]
    try:
        if SET_UP in request.POST:
            codes = factor.set_up(user, code)
            request.session[factor.GIVEN] = True
            log_ins.end_all(user, but=request.session.session_key)  # none of them gave a code
            return codes
        if TAKE_AWAY in request.POST and factor.is_required():
            raise ValidationError(REQUIRED)
        factor.check(user, code)
        if NEW_CODES in request.POST:
            return factor.new_codes(user)
        if TAKE_AWAY in request.POST:
            factor.take_away(user, "Took the second factor away.")
            messages.success(request, "Your password alone lets you in again.")
        return []
    except ValidationError as error:
        form.add_error("code", error)
        return None


def picture_of(address: str) -> str:
    """A QR code as SVG, dark on light in both schemes: an app reads no other."""
    drawn = segno.make(address, error="m", micro=False).svg_inline(
        scale=5, border=4, light="#fff", dark="#000"
    )
    return mark_safe(drawn)  # noqa: S308 -- drawn here, of an address that stands in no mark-up


def in_fours(device) -> str:
    """The key as somebody types it: "ABCD EFGH …"."""
    key = factor.typed_key(device)
    return " ".join(key[at : at + 4] for at in range(0, len(key), 4))


def own_log_ins(request):
    """Where whoever asks is logged in: one is ended, or all but this one."""
    return log_ins_of(request, request.user, request.path, {"title": "Where you are logged in"})


def log_ins_of(request, user, here: str, more: dict):
    """The list of the log-ins of ``user``, and what a button on it asks for."""
    if request.method == "POST":
        messages.success(request, ended_in_words(request, user))
        return HttpResponseRedirect(here)
    context = {
        **admin.site.each_context(request),
        "account": user,
        "is_own": user == request.user,
        "log_ins": log_ins.of(user),
        "this": request.session.session_key,
        **more,
    }
    request.current_app = admin.site.name
    return TemplateResponse(request, "desk/log_ins.html", context)


def ended_in_words(request, user) -> str:
    key = request.POST.get("end", "")
    if key == "all":
        number = log_ins.end_all(user, but=request.session.session_key)
        return f"Ended: {number} log-in{'' if number == 1 else 's'}."
    was_there = could_be_key(key) and log_ins.end(user, int(key))
    return "Ended." if was_there else "It has ended already."
