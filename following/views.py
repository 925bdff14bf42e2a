from django import forms
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from config import post, visitors
from config.counts import add_one, counted, key_of
from following import deeds
from following.models import Follow
from following.subjects import Subject, subject_of
from public.meta import PageMeta

#: What one visitor may ask for in so many seconds.
MOST, WITHIN = 10, 60 * 60
#: Of a search that is followed.
LONGEST = 500


class FollowForm(forms.Form):
    """Where to write, and how often."""

    email = forms.EmailField(
        label=_("Your e-mail address"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        help_text=_(
            "We write once, and never again unless you confirm it. It is kept for this and nothing else."
        ),
    )
    every = forms.ChoiceField(
        label=_("How often"),
        choices=[
            (Follow.Every.WEEK, _("Once a week, if there is anything new")),
            (Follow.Every.DAY, _("Once a day, if there is anything new")),
        ],
        initial=Follow.Every.WEEK,
        widget=forms.RadioSelect,
    )


def asked(request) -> tuple[str, str, Subject]:
    """What is to be followed, as the address says. Raises Http404 where nothing is."""
    if not post.is_sent():
        raise Http404
    for kind in (Follow.Kind.SPEAKER, Follow.Kind.TOPIC):
        if slug := request.GET.get(kind):
            what = (kind.value, slug)
            break
    else:
        what = (Follow.Kind.SEARCH.value, request.GET.urlencode())
    subject = subject_of(*what) if len(what[1]) <= LONGEST else None
    if subject is None:
        raise Http404
    return *what, subject


# No session stands behind the form: whoever sends it for somebody else has them asked, at most thrice a day.
@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def by_mail(request):
    """Ask for an address and write to it for its confirmation."""
    kind, what, subject = asked(request)
    form = FollowForm(request.POST if request.method == "POST" else None, label_suffix="")
    status = 200
    if request.method == "POST":
        if not form.is_valid():
            status = 422
        elif (
            counted(lambda counts: add_one(counts, key_of("following", visitors.address(request)), WITHIN))
            > MOST
        ):
            form.add_error(
                None, gettext("This was asked for many times. Nothing is lost: send it again later.")
            )
            status = 429
        else:
            deeds.ask(
                form.cleaned_data["email"], kind, what, form.cleaned_data["every"], get_language() or ""
            )
            return HttpResponseRedirect(f"{request.get_full_path()}&sent=1", status=303)
    return page(request, "by_mail", status, subject=subject, form=None if "sent" in request.GET else form)


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request):
    """Where the link of the first letter leads: a button, for a letter box may open links by itself."""
    follow = deeds.follow_of(deeds.CONFIRM, request.GET.get("key", ""))
    if follow is None:
        return page(request, "confirm", 410, follow=None)
    if request.method == "POST":
        deeds.confirm(follow)
    subject = subject_of(follow.kind, follow.what)
    return page(request, "confirm", follow=follow, subject=subject, done=request.method == "POST")


@csrf_exempt  # RFC 8058: a letter program ends it by a POST of its own
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def end(request):
    """Where the link at the foot of each letter leads; done twice, it is done once."""
    follow = deeds.follow_of(deeds.END, request.GET.get("key", ""))
    if request.method == "POST" and follow:
        deeds.end(follow)
        follow = None
    return page(request, "end", follow=follow, subject=follow and subject_of(follow.kind, follow.what))


def page(request, name: str, status: int = 200, **context) -> HttpResponse:
    meta = PageMeta(
        title=gettext("Follow by e-mail"),
        path=reverse(f"following:{name}"),
        description=gettext("Without an account."),
    )
    response = render(request, f"following/{name}.html", {"meta": meta, **context}, status=status)
    response["X-Robots-Tag"] = "noindex"
    response["Referrer-Policy"] = "no-referrer"
    return response
