from django.contrib import admin, messages
from django.contrib.admin import helpers
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path

from events.admin.moving import MovingAdmin
from events.models import Complaint
from events.not_for_attribution import refusal_to_take_off, take_name_off, told_by_surroundings
from publishing.keys import could_be_key


class NotForAttributionAdmin(MovingAdmin):
    """A screen that takes the name off statements for good, after saying what goes and what would still tell it."""

    def get_urls(self):
        one = self.admin_site.admin_view(self.unattributed_view)
        return [
            path("<int:pk>/unattributed/", one, name="events_statement_unattributed"),
            *super().get_urls(),
        ]

    def unattributed_view(self, request, pk):
        statement = self.get_queryset(request).filter(pk=pk).first() if could_be_key(str(pk)) else None
        if not self.has_change_permission(request, statement):
            raise PermissionDenied
        if statement is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, str(pk))
        return self.ask_for_consent(request, [statement]) or HttpResponseRedirect(self.address_of(statement))

    @admin.action(description="Not for attribution: take the name off", permissions=["publish"])
    def take_names_off_selected(self, request, queryset):
        return self.ask_for_consent(request, list(queryset))

    def ask_for_consent(self, request, statements):
        """The page that says what goes, or None once it is gone, or where there is nothing to do."""
        able = [one for one in statements if not refusal_to_take_off(one)]
        if not able:
            told = "Nobody is named for what was chosen already."
            self.message_user(request, told, messages.WARNING)
            return None
        telling = {one: told_by_surroundings(one) for one in able}
        if request.POST.get("gone_for_good") and not any(telling.values()):
            self.do_to_each(request, able, take_name_off, "Not for attribution from now on")
            return None
        context = {
            **self.admin_site.each_context(request),
            "title": "Not for attribution",
            "opts": self.opts,
            "statements": able,
            "telling": [(one, words) for one, words in telling.items() if words],
            "complaints": Complaint.objects.filter(statement__in=able).count(),
            "action_name": request.POST.get("action", ""),
            "checkbox": helpers.ACTION_CHECKBOX_NAME,
            "is_asked_again": "asked" in request.POST,
        }
        request.current_app = self.admin_site.name
        return TemplateResponse(request, "admin/events/statement/unattributed.html", context)
