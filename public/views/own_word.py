from django.core.exceptions import ValidationError
from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from events.models import OwnWordLink
from events.own_words import AnotherNow, answer, link_of, statements_of
from public.meta import PageMeta
from public.own_word import OneForm


# The key of the address is all that there is to know: no session stands behind the form.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def own_word(request):
    """A speaker sees what they are recorded to have said at one event, and nothing else, and says what is so."""
    try:
        link = link_of(request.GET.get("key", ""))
        if request.method != "POST":
            return page(request, link, forms_of(link))
        forms = forms_of(link, request.POST)
        if not all([form.is_valid() for form in forms]):
            return page(request, link, forms, status=422)
        number = answer(link, {form.statement.pk: form.answer for form in forms})
    except AnotherNow:  # in this very moment: read anew, the form itself tells which
        return page(request, link, forms_of(link, request.POST), status=422)
    except ValidationError as error:
        return page(request, None, [], status=410, used_up=" ".join(error.messages))
    return page(request, link, [], sent=True, number=number)


def forms_of(link: OwnWordLink, typed: QueryDict | None = None) -> list[OneForm]:
    """One for each statement, as it is now."""
    return [OneForm(one, typed) for one in statements_of(link.appearance)]


def page(request, link, forms, status: int = 200, **more) -> HttpResponse:
    meta = PageMeta(
        title=_("How we recorded you"),
        path=reverse("events:own_word"),
        description=_("For the speaker who has this link."),
    )
    context = {"link": link, "forms": forms, "meta": meta, **more}
    response = render(request, "events/own_word.html", context, status=status)
    response["X-Robots-Tag"] = "noindex"
    response["Referrer-Policy"] = "no-referrer"
    return response
