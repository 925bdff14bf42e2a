from django.contrib import messages
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path

from events.models import Complaint, Event
from events.names_out import ALREADY, take_all_names_out, texts_of, to_be_replaced, where_it_stands
from events.not_for_attribution import ANYBODY
from publishing.changes import unit_of_work
from publishing.forgetting import versions_of
from publishing.history import check_not_saved_since
from publishing.keys import could_be_key
from publishing.models import OldAddress
from publishing.publishable_admin import PublishableAdmin

#: Rows for words that were not found, and how many rows are read at most.
BLANK_ROWS, MOST_ROWS = 3, 300
LONGEST = 300
NOT_LOOKED_AT = "Say that you have looked at it: nothing was done."


class NamesOutAdmin(PublishableAdmin):
    """A screen that puts an event under the Chatham House Rule, after saying all that goes and stands instead."""

    def get_urls(self):
        one = self.admin_site.admin_view(self.names_out_view)
        return [path("<int:pk>/names-out/", one, name="events_event_names_out"), *super().get_urls()]

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj and self.has_publish_permission(request) and not obj.under_the_rule:
            context["names_out_address"] = self.address_of(obj, "names_out")
        return super().render_change_form(request, context, add, change, form_url, obj)

    def names_out_view(self, request, pk):
        if not self.has_publish_permission(request):
            raise PermissionDenied
        event = self.get_queryset(request).filter(pk=pk).first() if could_be_key(str(pk)) else None
        if event is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, str(pk))
        if event.under_the_rule:
            self.message_user(request, ALREADY, messages.WARNING)
            return HttpResponseRedirect(self.address_of(event))
        refused = self.taken_out(request, event) if request.method == "POST" else [""]
        if not refused:
            self.message_user(request, f"“{event}” is under the Chatham House Rule.", messages.SUCCESS)
            return HttpResponseRedirect(self.address_of(event))
        context = {
            **self.admin_site.each_context(request),
            "title": "Take all names out",
            "opts": self.opts,
            "event": event,
            "refused": [words for words in refused if words],
            "rows": self.rows(request, event),
            "anybody": ANYBODY,
            "statements": event.statements.filter(appearance__isnull=False).select_related(
                "appearance", "jointly_with"
            ),
            "goes": goes_with(event),
            "sent": request.POST,
        }
        request.current_app = self.admin_site.name
        return TemplateResponse(request, "admin/events/event/names_out.html", context)

    def rows(self, request, event: Event) -> list[tuple[str, str, list[str]]]:
        """The words to be replaced, by what, and where they stand: as sent, or as found."""
        texts = texts_of(event)
        found = to_be_replaced(event)
        sent = dict(sent_rows(request))
        rows = [*((found | sent) if request.method == "POST" else found).items(), *[("", "")] * BLANK_ROWS]
        return [(words, other, where_it_stands(words, texts) if words else []) for words, other in rows]

    def taken_out(self, request, event: Event) -> list[str]:
        """Do it; what stands in the way, in words, or nothing."""
        if not request.POST.get("looked"):
            return [NOT_LOOKED_AT]
        rows = sent_rows(request)
        if blank := [words for words, other in rows if not other]:
            return [f"Say what stands instead of “{words}”." for words in blank]
        keeps = {name: bool(request.POST.get(name)) for name in ("keeps_cover", "keeps_source")}
        try:
            with unit_of_work(alone=True):
                check_not_saved_since(event, request.POST.get("seen"))
                take_all_names_out(Event.objects.get(pk=event.pk), dict(rows), **keeps)
                self.log_change(request, Event.objects.get(pk=event.pk), "All names taken out.")
        except ValidationError as error:
            return error.messages
        return []


def sent_rows(request) -> list[tuple[str, str]]:
    pairs = zip(request.POST.getlist("words"), request.POST.getlist("instead"), strict=False)
    cleaned = [tuple(" ".join(text.replace("\0", "").split())[:LONGEST] for text in pair) for pair in pairs]
    return [(words, other) for words, other in cleaned[:MOST_ROWS] if words]


def goes_with(event: Event) -> dict[str, int]:
    """What is forgotten beside the words, each with how much of it there is."""
    content_type = ContentType.objects.get_for_model(Event)
    return {
        "people": event.appearances.count(),
        "versions": versions_of(event).count(),
        "entries": LogEntry.objects.filter(content_type=content_type, object_id=str(event.pk)).count(),
        "complaints": Complaint.objects.filter(statement__event=event).count(),
        "addresses": OldAddress.of(event).count(),
    }
