"""What the desk answers to its own script, which sends a form and stays on the page: JSON instead of pages."""

from typing import Any

from django.http import HttpRequest, HttpResponseBase, JsonResponse
from django.http.response import HttpResponseRedirectBase
from django.middleware.csrf import get_token
from django.utils.html import format_html_join
from django.views.decorators.cache import never_cache

JSON = "application/json"


def is_asked_by_script(request: HttpRequest) -> bool:
    return request.headers.get("Accept") == JSON


@never_cache
def session(request: HttpRequest) -> JsonResponse:
    """Who is logged in at the desk in this browser ("" where nobody is), and the token that a form sends now."""
    user: Any = request.user
    here = user.is_authenticated and user.is_staff
    return JsonResponse({"user": str(user.pk) if here else "", "token": get_token(request)})


def for_script(request: HttpRequest, answer: HttpResponseBase) -> HttpResponseBase:
    """``answer`` to a form as the desk's script reads it: where to go once it is saved, or what is to be mended.

    Every other answer is handed on as it is.
    """
    if request.method != "POST" or not is_asked_by_script(request):
        return answer
    if isinstance(answer, HttpResponseRedirectBase):
        return JsonResponse({"to": answer.url})
    context = getattr(answer, "context_data", None) or {}
    if answer.status_code == 200 and "adminform" in context:
        form = context["adminform"].form
        seen = form["seen"].value() if "seen" in form.fields else ""
        return JsonResponse({"errors": to_mend(context), "seen": seen}, status=422)
    return answer


def to_mend(context: dict) -> list[dict]:
    """Each error on a form of the desk: at which element it stands, in what field, in what words (HTML)."""
    form = context["adminform"].form
    found = whole_faults_in(form, form.non_field_errors()) + faults_in(form)
    for inline in context["inline_admin_formsets"]:
        part, title = inline.formset, str(inline.opts.verbose_name).capitalize()
        for number, row in enumerate(part.forms, start=1):
            found += faults_in(row, f"{title} {number}: ")
            found += whole_faults_in(row, row.non_field_errors(), f"{title} {number}")
        for question in getattr(part, "questions", []):
            found += faults_in(question)
        anchor = getattr(part, "anchor", "")
        found += [fault(anchor, title, [words]) for words in part.non_form_errors()]
    return found


def faults_in(form, before: str = "") -> list[dict]:
    bound = [field for field in form if field.errors]
    return [fault(field.auto_id, f"{before}{field.label}", field.errors) for field in bound]


def whole_faults_in(form, errors, label: str = "") -> list[dict]:
    """What concerns no one field stands at the first."""
    first = next((field.auto_id for field in form.visible_fields()), "") if label else ""
    return [fault(first, label, [words]) for words in errors]


def fault(element: str, label: str, words) -> dict:
    return {"id": element, "label": label, "words": format_html_join(" ", "{}", ((one,) for one in words))}
