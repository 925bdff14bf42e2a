"""A change to something public on the desk: the usual form, of what the change says, whose save readers do not see."""

from collections.abc import Callable
from datetime import MAXYEAR, MINYEAR
from typing import Any

from django.contrib import messages
from django.contrib.messages.storage import default_storage
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import path, resolve, reverse
from django.utils.dateparse import parse_datetime
from django.utils.timezone import get_current_timezone, is_naive, make_aware

from publishing.keys import could_be_key
from publishing.meeting_admin import SavesMeet
from publishing.models import Version
from publishing.pending import (
    ANOTHER_NOW,
    WAITS_ALREADY,
    as_if,
    keep_for_later,
    pending_of,
    publish_change,
    send_for_review,
    set_moment,
    throw_away,
)
from publishing.wholes import stored

#: Names of buttons and fields.
LATER, PUBLISH, REVIEW, MOMENT, THROW, OPENED, BASE = (
    "_later",
    "_publish_change",
    "_review_change",
    "_set_moment",
    "_throw_away",
    "change_opened",
    "change_base",
)
SAVED_SINCE = (
    "{} saved this change on {}, after you had opened it. Yours is below; save again, and it is taken."
)
NOT_PUBLIC = "Nothing was kept: readers do not see this, so it is simply changed. Save it as it is."


class ChangesWait(SavesMeet):
    """What is public can be changed by a version that waits."""

    def get_urls(self: Any):
        view = self.admin_site.admin_view(self.preview_view)
        own = [path("<int:pk>/change-preview/", view, name=self.page("change_preview"))] if self.whole else []
        return [*own, *super().get_urls()]

    def may_wait(self, record) -> bool:
        """Whether readers know the record: a draft is simply changed."""
        public = getattr(record, "is_public", False)
        return bool(self.whole and self.whole.parts and public and hasattr(record, "get_absolute_url"))

    def render_change_form(self: Any, request, context, add=False, change=False, form_url="", obj=None):
        """With the change that waits, and whether one may be made."""
        if obj is not None and self.may_wait(obj) and self.has_change_permission(request, obj):
            waiting = context.get("waiting")
            context |= {
                "may_wait": True,
                "waits": waiting or pending_of(obj),
                "change_address": change_address(obj),
                "preview_address": reverse(f"admin:{self.page('change_preview')}", args=[obj.pk]),
            }
            if waiting:  # deeds are done to what readers see
                context |= {"deeds": [], "may_publish": False, "withdraw_address": ""}
        show = super().render_change_form  # type: ignore[misc]
        return show(request, context, add, change, form_url, obj)

    def waiting(self: Any, request, object_id, show: Callable) -> HttpResponse | None:
        """The answer, where it is a change for later that is asked for or sent; else None."""
        is_sent = request.method == "POST" and LATER in request.POST
        if not self.whole or not (is_sent or "change" in request.GET) or not could_be_key(str(object_id)):
            return None
        record = self.model._base_manager.filter(pk=object_id).first()
        if record is None:
            return None
        if not self.has_change_permission(request, record):
            raise PermissionDenied
        version = pending_of(record)
        here = change_address(record)
        if self.only_looks(request):
            looks_at_it = version and "change" in request.GET and self.may_wait(record)
            return self.shown(request, record, version, show) if looks_at_it else None
        if not self.may_wait(record) and THROW not in request.POST:
            if not is_sent:
                return HttpResponseRedirect(here.partition("?")[0])
            request.refusal = [NOT_PUBLIC]
            return None
        if version is None and not is_sent:
            return HttpResponseRedirect(here.partition("?")[0])
        if version and "change" not in request.GET:
            request.refusal = [WAITS_ALREADY]
            return None
        if request.method == "POST":
            return self.done_with(request, record, version, show, here)
        return self.shown(request, record, version, show)

    def shown(self: Any, request, record, version: Version | None, show: Callable) -> HttpResponse:
        """The form of what the change says; one that is sent remembers still upon what it was opened."""
        opened = {"waiting_base": base_of(request, record)}
        if self.only_looks(request):
            opened["waiting_opened"] = request.POST.get(OPENED, "")
        with as_if(record, version):
            answer = show({"waiting": version, **opened})
            if hasattr(answer, "render"):
                answer.render()
        return answer

    def done_with(self: Any, request, record, version: Version | None, show: Callable, here: str):
        deeds = {THROW, PUBLISH, REVIEW, MOMENT} & request.POST.keys()
        try:
            if version and deeds and not is_as_opened(request, version):
                raise ValidationError(ANOTHER_NOW)
            if THROW in request.POST and version:
                throw_away(record, version)
                self.message_user(
                    request, "Thrown away: readers will not see it. Its words are in the history."
                )
                return HttpResponseRedirect(here.partition("?")[0])
            if PUBLISH in request.POST and version:
                publish_change(record, version)
                self.log_change(request, record, "Published a change that waited.")
                self.message_user(request, "The change is public.", messages.SUCCESS)
                return HttpResponseRedirect(here.partition("?")[0])
            if REVIEW in request.POST and version:
                send_for_review(record, version)
                self.message_user(request, "The change is in review.", messages.SUCCESS)
                return HttpResponseRedirect(here)
            if MOMENT in request.POST and version:
                set_moment(record, version, moment_in(request.POST.get("due_at", "")))
                self.message_user(request, "The change will appear by itself.", messages.SUCCESS)
                return HttpResponseRedirect(here)
        except ValidationError as error:
            self.message_user(request, " ".join(error.messages), messages.ERROR)
            return HttpResponseRedirect(here)
        return self.kept(request, record, version, show, here)

    def kept(self: Any, request, record, version: Version | None, show: Callable, here: str) -> HttpResponse:
        """Save the form as it is always saved, take what came of it, and undo that."""
        if version and not is_as_opened(request, version):
            request.refusal = [SAVED_SINCE.format(version.by or "Somebody", f"{version.at:%d %B %Y, %H:%M}")]
        if version:
            request.POST = request.POST.copy()
            request.POST["seen"] = ""
        document, base = None, base_of(request, record) if version else record.version
        with as_if(record, version):
            answer = show({"waiting": version, "waiting_base": base})
            if answer.status_code == 302:
                document = stored(self.whole, [record.pk], keeping_all=True)[record.pk].document
            elif hasattr(answer, "render"):
                answer.render()
        if document is None:
            return answer
        request._messages = default_storage(request)  # what was said of the save that was undone
        try:
            keep_for_later(record, document, version, base)
        except ValidationError as error:
            request.refusal = error.messages
            return self.shown(request, record, version, show)
        self.message_user(request, "Kept as a change for later: readers do not see it yet.", messages.SUCCESS)
        return HttpResponseRedirect(here)

    def preview_view(self: Any, request, pk: int):
        """The public page as it will be."""
        record = self.model._base_manager.filter(pk=pk).first() if could_be_key(str(pk)) else None
        version = record and pending_of(record)
        if record is None or version is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, str(pk))
        if not self.has_view_or_change_permission(request, record):
            raise PermissionDenied
        with as_if(record, version):
            found = resolve(record.get_absolute_url())
            answer = found.func(request, *found.args, **found.kwargs)
            if hasattr(answer, "render"):
                answer.render()
        answer["Cache-Control"] = "private, no-store"
        return answer


def is_as_opened(request, version: Version) -> bool:
    """Whether the change is the one that the page showed; a page that does not say so is taken at its word."""
    return request.POST.get(OPENED, "") in ("", version.at.isoformat())


def base_of(request, record) -> int:
    """The number that the record had when the form was opened that is sent; its number now, where none is."""
    sent = request.POST.get(BASE, "")
    return int(sent) if could_be_key(sent) else record.version


def change_address(record) -> str:
    options = record._meta
    return reverse(f"admin:{options.app_label}_{options.model_name}_change", args=[record.pk]) + "?change"


def moment_in(sent: str):
    """What a field for day and time sends, in the institution's zone."""
    try:
        moment = parse_datetime(sent)
    except ValueError:
        moment = None
    if moment and not MINYEAR < moment.year < MAXYEAR:
        moment = None  # no time zone can show it
    return make_aware(moment, get_current_timezone()) if moment and is_naive(moment) else moment
