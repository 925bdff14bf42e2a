"""The history of a record on the desk: its versions, any two of them compared, and what is brought back of one."""

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, models
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse

from publishing.bringing_back import IMPOSSIBLE, bring_back, undelete
from publishing.changes import unit_of_work
from publishing.comparing import changed_in_words, compare
from publishing.history import newest_versions
from publishing.keys import could_be_key
from publishing.models import Version
from publishing.versions import hold
from publishing.wholes import WHOLES, Whole

#: Versions that one page lists.
MOST = 50
#: Of what was done before there were versions, so much is told.
MOST_ENTRIES = 50
TONES: dict[str, str] = {
    Version.What.PUBLICATION: "good",
    Version.What.SCHEDULE: "info",
    Version.What.WITHDRAWAL: "bad",
    Version.What.DELETED: "bad",
    Version.What.RESTORED: "info",
    Version.What.MERGE: "warn",
}
NEWER = "Nothing was brought back: version {} was saved while you looked. Look at what differs now, and choose again."


class WithHistory:
    """One history for whatever keeps versions; a part of such a record is in that of the whole."""

    model: type[models.Model]
    opts: Any
    admin_site: Any

    @property
    def whole(self) -> Whole | None:
        return WHOLES.get(self.model)

    def get_urls(self):
        view = self.admin_site.admin_view(self.deleted_view)
        own = [path("deleted/", view, name=self.page("deleted"))] if self.whole else []
        return [*own, *super().get_urls()]  # type: ignore[misc]

    def page(self, name: str) -> str:
        return f"{self.opts.app_label}_{self.opts.model_name}_{name}"

    def changelist_view(self: Any, request, extra_context=None):
        """With the way to what was deleted, for whoever may make such a record."""
        offered = self.whole and self.has_add_permission(request)
        address = reverse(f"admin:{self.page('deleted')}") if offered else ""
        return super().changelist_view(request, {"deleted_address": address, **(extra_context or {})})  # type: ignore[misc]

    def history_view(self: Any, request, object_id, extra_context=None):
        record = self.get_object(request, object_id) if could_be_key(object_id) else None
        if record is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if not self.has_change_permission(request) or not self.has_view_or_change_permission(request, record):
            raise PermissionDenied
        if whole := getattr(record, "whole", None):
            return HttpResponseRedirect(history_address(whole.whole or whole))
        if self.whole is None:
            return super().history_view(request, object_id, extra_context)  # type: ignore[misc]
        if request.method == "POST" and self.brought_back(request, record):
            return HttpResponseRedirect(history_address(record))
        request.current_app = self.admin_site.name
        context = {
            **self.admin_site.each_context(request),
            **History(self.whole, record, request.GET).context(),
            "title": f"Versions of “{record}”",
            "opts": self.opts,
            "original": record,
            "may_bring_back": self.has_bring_back_permission(request, record),
            "words": request.POST.get("words", ""),
        }
        return TemplateResponse(request, "desk/history.html", context)

    # --- Bringing back ---

    def has_bring_back_permission(self: Any, request, record) -> bool:
        return self.has_change_permission(request, record)

    def brought_back(self: Any, request, record) -> bool:
        """Do what a button asked for: "7" brings version 7 back, "7 lead" a field of it. Says in words how it went."""
        if not self.has_bring_back_permission(request, record):
            raise PermissionDenied
        number, _, what = request.POST.get("bring_back", "").partition(" ")
        versions = Version.objects.filter(kind=self.whole.kind, object_id=record.pk)
        version = versions.filter(number=number).first() if could_be_key(number) else None
        if version is None:
            self.message_user(request, "Choose a version.", messages.WARNING)
            return False
        try:
            with unit_of_work(alone=True):
                self.bring_back(request, record, version, what)
        except ValidationError as error:
            self.message_user(request, " ".join(error.messages), messages.ERROR)
        except IntegrityError:
            self.message_user(request, IMPOSSIBLE, messages.ERROR)
        else:
            self.message_user(request, f"Brought back from version {number}.", messages.SUCCESS)
            return True
        return False

    def bring_back(self: Any, request, record, version: Version, what: str) -> None:
        hold(record)
        newest = newest_versions(version.kind, [record.pk]).get(record.pk)
        if newest and str(newest.number) != request.POST.get("newest"):
            raise ValidationError(NEWER.format(newest.number))
        bring_back(record, version, what, request.POST.get("words", ""))
        self.log_change(request, record, f"Brought back from version {version.number}.")

    # --- Undelete ---

    def deleted_view(self: Any, request):
        """What was deleted of this kind, and can come back with the numbers that it had."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        found = deleted(self.whole)
        if request.method == "POST":
            version = next((one for one in found if str(one.pk) == request.POST.get("undelete")), None)
            answer = version and self.undeleted(request, version)
            return answer or HttpResponseRedirect(request.path)
        request.current_app = self.admin_site.name
        context = {
            **self.admin_site.each_context(request),
            "title": f"Deleted {self.opts.verbose_name_plural}",
            "opts": self.opts,
            "versions": found,
        }
        return TemplateResponse(request, "desk/deleted.html", context)

    def undeleted(self: Any, request, version: Version):
        try:
            with unit_of_work(alone=True):
                record = undelete(version)
                self.log_addition(request, record, "Undeleted.")
        except ValidationError as error:
            return self.message_user(request, " ".join(error.messages), messages.ERROR)
        except IntegrityError:
            return self.message_user(request, IMPOSSIBLE, messages.ERROR)
        self.message_user(request, f"“{record}” is there again, as it was.", messages.SUCCESS)
        return HttpResponseRedirect(reverse(f"admin:{self.page('change')}", args=[record.pk]))


def history_address(record: models.Model) -> str:
    options = record._meta
    return reverse(f"admin:{options.app_label}_{options.model_name}_history", args=[record.pk])


def deleted(whole: Whole) -> list[Version]:
    """The last version of each record that was deleted and not merged into another, the latest first."""
    gone = Version.objects.filter(kind=whole.kind, what=Version.What.DELETED, became__isnull=True)
    there = whole.model._base_manager.filter(pk=models.OuterRef("object_id"))
    later = Version.objects.filter(
        kind=whole.kind, object_id=models.OuterRef("object_id"), number__gt=models.OuterRef("number")
    )
    rows = gone.exclude(models.Exists(there)).exclude(models.Exists(later))
    return list(rows.select_related("by").order_by("-at")[:MOST])


class History:
    """What the page says of a record: its versions, and two of them side by side."""

    def __init__(self, whole: Whole, record: models.Model, asked):
        self.whole, self.record, self.asked = whole, record, asked
        rows = Version.objects.filter(kind=whole.kind, object_id=record.pk).select_related("by")
        before = asked.get("before", "")
        if could_be_key(before):
            rows = rows.filter(number__lte=before)
        found = list(rows[: MOST + 1])
        self.versions, older = found[:MOST], found[MOST:]
        #: The newest of those that stand on the next page.
        self.older = older[0] if older else None
        self.newest = newest_versions(whole.kind, [record.pk]).get(record.pk)

    def context(self) -> dict[str, Any]:
        old, new = self.chosen("old", 1), self.chosen("new", 0)
        if old and new and old.number > new.number:
            old, new = new, old
        sections = compare(self.whole, old.document, new.document) if old and new else []
        return {
            "versions": [self.line(number) for number in range(len(self.versions))],
            "older": self.older,
            "newest": None if self.asked.get("before") else self.newest,
            "next": self.versions[0].number + 1 if self.versions else 1,
            "old": old,
            "new": new,
            "sections": sections,
            "entries": self.entries(),
            "withdraws": bool(getattr(self.record, "address_was_shown", False)) and bool(self.whole.parts),
        }

    def chosen(self, name: str, else_: int) -> Version | None:
        """The version that is asked for, or the one that stands there in the list; the last, if there are fewer."""
        asked = self.asked.get(name, "")
        found = next((one for one in self.versions if str(one.number) == asked), None)
        if found or not self.versions:
            return found
        return self.versions[min(else_, len(self.versions) - 1)]

    def line(self, number: int) -> dict[str, Any]:
        """A version, its tone, and in a few words what it changed."""
        version = self.versions[number]
        before = self.versions[number + 1] if number + 1 < len(self.versions) else self.older
        changed = changed_in_words(self.whole, before.document, version.document) if before else ""
        return {"version": version, "tone": TONES.get(version.what, ""), "changed": changed}

    def entries(self) -> Iterable[LogEntry]:
        """What the desk knows of the time before there were versions."""
        kind = ContentType.objects.get_for_model(self.record)
        rows = LogEntry.objects.filter(content_type=kind, object_id=str(self.record.pk)).select_related(
            "user"
        )
        if self.versions and not self.older:
            rows = rows.filter(action_time__lt=self.versions[-1].at)
        return rows[:MOST_ENTRIES] if not self.older else []
