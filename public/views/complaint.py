from django.db import DatabaseError
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from config import outages
from public.complaints import ComplaintForm, TooMany, take
from public.meta import PageMeta
from public.pages import with_ways_out
from public.views.statement import find_statement

TOO_MANY = _("Much has been reported in the last hour. Nothing is lost: send it again later.")
#: On the form, for not every browser keeps what was typed into it.
NOT_NOW = _("Nothing can be saved at this moment. Nothing is lost: send it again later.")


# No session stands behind the form that a stranger could ride on: its own signed ticket says that it is ours.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@with_ways_out
def report_statement(request, pk):
    """A reader says what is wrong with a statement; then, that it has come in."""
    statement = find_statement(request, pk)
    if request.method != "POST":
        form = None if "sent" in request.GET else ComplaintForm(statement)
        return form_page(request, statement, form)
    form = ComplaintForm(statement, request.POST)
    if not form.is_valid():
        return form_page(request, statement, form, status=422)
    try:
        take(request, form)
    except TooMany:
        form.add_error(None, TOO_MANY)
        return form_page(request, statement, form, status=429)
    except DatabaseError as error:
        if not outages.is_of_writing(error):
            raise
        form.add_error(None, NOT_NOW)
        return form_page(request, statement, form, status=503)
    return HttpResponseRedirect(f"{reverse('events:report_statement', args=[pk])}?sent=1", status=303)


def form_page(request, statement, form: ComplaintForm | None, status: int = 200) -> HttpResponse:
    """The form; without one, that it has come in."""
    meta = PageMeta(
        title=gettext("Report a wrong attribution: statement %(number)s") % {"number": statement.pk},
        path=reverse("events:report_statement", args=[statement.pk]),
        description=gettext("Tell the editors that a statement is credited or worded wrongly."),
    )
    context = {"statement": statement, "event": statement.event, "form": form, "meta": meta}
    return render(request, "events/report_statement.html", context, status=status)
