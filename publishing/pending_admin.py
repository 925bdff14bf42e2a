"""A change to something public on the desk: the usual form, of what the change says, whose save readers do not see."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import MAXYEAR, MINYEAR
from typing import Any

from django.contrib import messages
from django.contrib.messages.storage import default_storage
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import path, reverse
from django.utils.dateparse import parse_datetime
from django.utils.timezone import get_current_timezone, is_naive, make_aware

from publishing.changes import unit_of_work
from publishing.keys import could_be_key
from publishing.logbook import write
from publishing.meeting_admin import SavesMeet
from publishing.models import LogbookEntry, Publishable, Review, Version
from publishing.pending import (
    ANOTHER_NOW,
    WAITS_ALREADY,
    Unwritable,
    as_if,
    keep_for_later,
    pending_of,
    publish_change,
    set_moment,
    throw_away,
)
from publishing.preview_admin import public_page_of
from publishing.reviewing import hand_in
from publishing.wholes import stored

#: Names of buttons and fields.
LATER, HAND_IN, PUBLISH, MOMENT, THROW, OPENED, BASE = (
    "_later",
    "_hand_in",
    "_publish_change",
    "_set_moment",
    "_throw_away",
    "change_opened",
    "change_base",
)
SAVED_SINCE = (
    "{} saved this change on {}, after you had opened it. Yours is below; save again, and it is taken."
)
KEPT_FOR_LATER = "Kept as a change for later: readers do not see it yet."
#: What a review can say of what was handed in.
LONGEST_NOTE = Review._meta.get_field("note").max_length
NOT_PUBLISHED = (
    "Nothing was done: something that this change names was changed or deleted in the same moment. Look, and try "
    "again."
)
NOT_PUBLIC = "Nothing was kept: readers do not see this, so it is simply changed. Save it as it is."


class ChangesWait(SavesMeet):
    """What is public can be changed by a version that waits."""

    def get_urls(self: Any):
        view = self.admin_site.admin_view(self.preview_view)
        own = [path("<int:pk>/change-preview/", view, name=self.page("change_preview"))] if self.whole else []
        return [*own, *super().get_urls()]

    def has_publish_permission(self: Any, request, obj=None) -> bool:
        """Whether what this user writes may be what readers see."""
        return self.has_change_permission(request)

    def tell_what_follows(self, request, records: list) -> None:
        """Tell what is to be known of ``records`` once they are saved, or their state is another."""

    def may_wait(self, record) -> bool:
        """Whether readers know the record: a draft is simply changed."""
        public = getattr(record, "is_public", False)
        may = self.whole and (self.whole.parts or isinstance(record, Publishable))
        return bool(may and public and hasattr(record, "get_absolute_url"))

    def may_propose(self: Any, request, record) -> bool:
        """Whether a change to what readers see may be written by this user, whoever publishes it."""
        return self.may_wait(record) and self.has_change_permission(request)

    def is_written_aside(self, request, record) -> bool:
        """Whether what is written of ``record`` in this moment is undone, and kept as a change."""
        return record is not None and getattr(request, "written_aside", None) == record.pk

    @contextmanager
    def written_aside(self: Any, request, record, version: Version | None) -> Iterator[None]:
        """Let the form be filled in by whoever may propose; a change that appears by itself is a publisher's alone."""
        with as_if(record, version):
            is_set = bool(version and version.due_at) and not self.has_publish_permission(request)
            if self.may_propose(request, record) and not is_set:
                request.written_aside = record.pk
            try:
                yield
            finally:
                request.written_aside = None

    def render_change_form(self: Any, request, context, add=False, change=False, form_url="", obj=None):
        """With the change that waits, and whether one may be made."""
        if obj is not None and self.may_wait(obj) and self.may_propose(request, obj):
            waiting, decides = context.get("waiting"), self.has_publish_permission(request)
            waits = waiting or pending_of(obj)
            proposes = "waiting" in context and not decides
            context |= {
                "may_wait": decides or self.is_written_aside(request, obj),
                "may_propose": not decides and not proposes and not waits,
                "waits": waits,
                "decides": decides,
                "may_throw_away": decides or (waits and waits.by == request.user and not waits.due_at),
                "change_address": change_address(obj),
                "preview_address": reverse(f"admin:{self.page('change_preview')}", args=[obj.pk]),
            }
            if waiting or proposes:  # deeds are done to what readers see
                context |= {"deeds": [], "may_publish": False, "withdraw_address": ""}
            if proposes:
                context |= {"show_save": False, "show_save_and_continue": False}
        show = super().render_change_form  # type: ignore[misc]
        return show(request, context, add, change, form_url, obj)

    def waiting(self: Any, request, object_id, show: Callable) -> HttpResponse | None:
        """The answer, where it is a change for later that is asked for or sent; else None."""
        is_sent = request.method == "POST" and bool({LATER, HAND_IN} & request.POST.keys())
        if not self.whole or not (is_sent or "change" in request.GET) or not could_be_key(str(object_id)):
            return None
        record = self.model._base_manager.filter(pk=object_id).first()
        if record is None:
            return None
        decides, proposes = self.has_change_permission(request, record), self.may_propose(request, record)
        if not decides and not proposes:
            raise PermissionDenied
        version = pending_of(record)
        here = change_address(record)
        if self.only_looks(request):
            looks_at_it = (version or proposes and not decides) and "change" in request.GET
            return self.shown(request, record, version, show) if looks_at_it and proposes else None
        if not proposes and THROW not in request.POST:
            if HAND_IN in request.POST and "change" not in request.GET:
                return None
            if not is_sent:
                return HttpResponseRedirect(here.partition("?")[0])
            request.refusal = [NOT_PUBLIC]
            return None
        if version is None and decides and not is_sent:
            return HttpResponseRedirect(here.partition("?")[0])
        if version and "change" not in request.GET:
            request.refusal = [WAITS_ALREADY]
            return None if decides else self.shown(request, record, None, show)
        if request.method == "POST":
            return self.done_with(request, record, version, show, here)
        return self.shown(request, record, version, show)

    def shown(self: Any, request, record, version: Version | None, show: Callable) -> HttpResponse:
        """The form of what the change says; one that is sent remembers still upon what it was opened."""
        opened = {"waiting_base": base_of(request, record)}
        if self.only_looks(request):
            opened["waiting_opened"] = request.POST.get(OPENED, "")
        try:
            with self.written_aside(request, record, version):
                answer = show({"waiting": version, **opened})
                if hasattr(answer, "render"):
                    answer.render()
        except Unwritable as error:
            if request.method != "POST":
                return self.told_why(request, record, error)
            request.refusal = error.messages
            return self.shown(request, record, None, show)
        return answer

    def told_why(self: Any, request, record, error: ValidationError) -> HttpResponse:
        """Lead to what readers see, with the reason why the change cannot be seen."""
        self.message_user(request, " ".join(error.messages), messages.ERROR)
        return HttpResponseRedirect(change_address(record).partition("?")[0])

    def shown_again(self: Any, request, show: Callable) -> HttpResponse:
        """The form with what was sent and could not be saved: of the change, where it is one."""
        aside = getattr(request, "aside", None)
        return self.shown(request, *aside, show) if aside else show()

    def done_with(self: Any, request, record, version: Version | None, show: Callable, here: str):
        deeds = {THROW, PUBLISH, MOMENT} & request.POST.keys()
        if deeds and not self.may_do(request, deeds, version):
            raise PermissionDenied
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
                self.tell_what_follows(request, [record])
                return HttpResponseRedirect(here.partition("?")[0])
            if MOMENT in request.POST and version:
                set_moment(record, version, moment_in(request.POST.get("due_at", "")))
                self.message_user(request, "The change will appear by itself.", messages.SUCCESS)
                return HttpResponseRedirect(here)
        except Unwritable as error:
            return self.told_why(request, record, error)
        except ValidationError as error:
            self.message_user(request, " ".join(error.messages), messages.ERROR)
            return HttpResponseRedirect(here)
        except IntegrityError:
            self.message_user(request, NOT_PUBLISHED, messages.ERROR)
            return HttpResponseRedirect(here)
        return self.kept(request, record, version, show, here)

    def may_do(self: Any, request, deeds: set[str], version: Version | None) -> bool:
        """Whoever may not publish throws away what they proposed themselves, and does nothing else to a change."""
        is_own = version is not None and version.by == request.user and not version.due_at
        return self.has_publish_permission(request) or (deeds == {THROW} and is_own)

    def kept(self: Any, request, record, version: Version | None, show: Callable, here: str) -> HttpResponse:
        """Save the form as it is always saved, take what came of it, and undo that."""
        if version and not is_as_opened(request, version):
            request.refusal = [SAVED_SINCE.format(version.by or "Somebody", f"{version.at:%d %B %Y, %H:%M}")]
        if version:
            request.POST = request.POST.copy()
            request.POST["seen"] = ""
        request.aside = (record, version)
        document, base = None, base_of(request, record) if version else record.version
        with self.written_aside(request, record, version):
            answer = show({"waiting": version, "waiting_base": base})
            if answer.status_code == 302:
                document = stored(self.whole, [record.pk], keeping_all=True)[record.pk].document
            elif hasattr(answer, "render"):
                answer.render()
        if document is None:
            return answer
        warnings = warnings_said(request)
        request._messages = default_storage(request)  # what was said of the save that was undone
        try:
            with unit_of_work():
                proposed = not self.has_publish_permission(request)
                keep_for_later(record, document, version, base, proposed)
                told = self.handed_in(request, record) or KEPT_FOR_LATER
        except ValidationError as error:
            request.refusal = error.messages
            return self.shown(request, record, version, show)
        self.message_user(request, told, messages.SUCCESS)
        for words in warnings:
            self.message_user(request, words, messages.WARNING)
        return HttpResponseRedirect(here)

    def handed_in(self: Any, request, record) -> str:
        """Hand ``record`` in where that button was pressed, and say so in words."""
        if HAND_IN not in request.POST:
            return ""
        hand_in(record, request.POST.get("what_for", "").strip()[:LONGEST_NOTE])
        self.log_change(request, record, "Handed in for review.")
        write(LogbookEntry.What.REVIEW, record, "Handed in.")
        return "Handed in: a publisher looks at it, and you find it on the first page."

    def preview_view(self: Any, request, pk: int):
        """The public page as it will be."""
        record = self.model._base_manager.filter(pk=pk).first() if could_be_key(str(pk)) else None
        version = record and pending_of(record)
        if record is None or version is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, str(pk))
        if not self.has_view_or_change_permission(request, record):
            raise PermissionDenied
        try:
            with as_if(record, version):
                answer = public_page_of(request, record)
        except Unwritable as error:
            return self.told_why(request, record, error)
        answer["Cache-Control"] = "private, no-store"
        return answer


def warnings_said(request) -> list[Any]:
    """What this request warns of: words that were left out, choices that were led on. It holds of a change as well."""
    return [said.message for said in request._messages._queued_messages if said.level == messages.WARNING]


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
