"""What readers would see of what stands in a form, unsaved words included: it is saved, shown, and undone."""

from copy import copy
from typing import Any

from django.contrib.messages.storage import default_storage
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import resolve

from publishing.models import Publishable
from publishing.pictures import with_pictures_inside

#: The name of the button.
PREVIEW = "_preview"
NO_PAGE = "Nothing was saved: readers would find no page of this that could be looked at."


class Previewed(Exception):
    """The page is made; what was written for it is undone on the way out."""

    def __init__(self, answer: HttpResponse):
        super().__init__()
        self.answer = answer


class ShowsPreview:
    """A button beside those that save: the public page in a tab of its own, as wide as a desk's and as a phone's."""

    def response_add(self: Any, request, obj, *args, **kwargs):
        end_with_preview(request, obj)
        return super().response_add(request, obj, *args, **kwargs)  # type: ignore[misc]

    def response_change(self: Any, request, obj):
        end_with_preview(request, obj)
        return super().response_change(request, obj)  # type: ignore[misc]

    def render_change_form(self: Any, request, context, add=False, change=False, form_url="", obj=None):
        has_page = issubclass(self.model, Publishable) or (obj is not None and self.may_wait(obj))
        context["may_preview"] = has_page
        show = super().render_change_form  # type: ignore[misc]
        return show(request, context, add, change, form_url, obj)


def end_with_preview(request, record) -> None:
    """Raises Previewed where that button was pressed, once all is written that the form says; and ValidationError of
    what readers would find no page."""
    if PREVIEW not in request.POST:
        return
    if not hasattr(record, "get_absolute_url"):
        raise ValidationError(NO_PAGE)
    try:
        page = public_page_of(request, record)
    except Http404:
        raise ValidationError(NO_PAGE) from None
    request._messages = default_storage(request)  # what was said of the save that is undone
    answer = render(
        request, "desk/preview.html", {"record": record, "page": with_pictures_inside(page.content.decode())}
    )
    answer["Cache-Control"] = "private, no-store"
    raise Previewed(answer)


def public_page_of(request, record) -> HttpResponse:
    """The page of ``record`` as it stands in the database in this moment, to whoever asks for ``request``."""
    asked = copy(request)
    asked.method, asked.GET, asked.POST = "GET", QueryDict(), QueryDict()
    asked.path = asked.path_info = record.get_absolute_url()
    found = resolve(asked.path)
    answer = found.func(asked, *found.args, **found.kwargs)
    if hasattr(answer, "render"):
        answer.render()
    return answer
