"""The pages shown when something fails."""

import sys

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from config import outages


def bad_request(request, exception=None):
    return render(request, "400.html", status=400)


def permission_denied(request, exception=None, context=None):
    return render(request, "403.html", context, status=403)


def page_not_found(request, exception=None):
    return render(request, "404.html", status=404)


def server_error(request):
    """What stands for any error: 503 where something is away that will be back, 500 where the fault is ours."""
    error = sys.exception()
    if request.method == "POST" and outages.is_of_writing(error):
        return not_saved()
    if outages.reason(error):
        return unavailable()
    # With the house as it was known: it is read from the database, which may be what went wrong.
    return render(request, "500.html", house_as_known(), status=500)


def house_as_known() -> dict:
    house = import_string(settings.HOUSE_WITHOUT_A_DATABASE)()
    return {"house": house, "site_name": house.settings.name}


def not_taken(request, reason="") -> HttpResponse:
    """What was sent without the token of a form of ours (CSRF_FAILURE_VIEW): by no form at all, where it is no POST."""
    if request.method == "POST":
        return refusal(
            _("This could not be taken"),
            _(
                "It did not come from a form of the archive that is still good: somebody has logged in or out in this "
                "browser since, or it keeps no cookies. Go back, copy what you wrote, open the page anew and send it "
                "once more."
            ),
            status=403,
        )
    response = refusal(
        _("This cannot be done here"),
        _(
            "The pages of the archive can be read, and some have a form to send. Nothing else can be done with them."
        ),
        status=405,
    )
    response["Allow"] = "GET, HEAD, POST"
    return response


def unavailable() -> HttpResponse:
    return refusal(
        _("Not available at this moment"),
        _(
            "The archive cannot be reached just now. It looks after itself: please try again in a moment. "
            "What was being saved has not been saved."
        ),
        status=503,
        retry_after=outages.RETRY_AFTER,
    )


def not_saved() -> HttpResponse:
    """What cannot be written: a form has to be sent again, and the rest can be read meanwhile."""
    return refusal(
        _("Nothing can be saved at this moment"),
        _(
            "The archive can be read, but nothing can be written into it just now, and nobody can log in. What you "
            "sent has not been saved. Go back: what you typed should still stand there. Keep a copy of it, and send "
            "it again later."
        ),
        status=503,
        retry_after=outages.RETRY_AFTER,
    )


def refusal(title: str, lead: str, status: int, retry_after: int | None = None) -> HttpResponse:
    """A page in words that asks no database, no session and no cache: any of them may be what is away or too busy."""
    context = {
        "title": title,
        "lead": lead,
        "status": status,
        "site_url": settings.SITE_URL,
        **house_as_known(),
    }
    response = HttpResponse(render_to_string("refusal.html", context), status=status)
    response["Cache-Control"] = "no-store"
    if retry_after is not None:
        response["Retry-After"] = str(retry_after)
    return response
