from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path

from events.forms.moving import MoveForm
from events.models import Complaint, Statement
from events.moving import move_statement, names_beside, refusal_to_move
from publishing.changes import unit_of_work
from publishing.history import check_not_saved_since
from publishing.keys import could_be_key
from publishing.pending import pending_of
from publishing.withdrawing_admin import WithdrawingAdmin


class MovingAdmin(WithdrawingAdmin):
    """A screen that gives a statement to another speaker: who it was, and what readers are told."""

    def get_urls(self):
        one = self.admin_site.admin_view(self.move_view)
        return [path("<int:pk>/move/", one, name="events_statement_move"), *super().get_urls()]

    def move_view(self, request, pk):
        statement = self.get_queryset(request).filter(pk=pk).first() if could_be_key(str(pk)) else None
        if not self.has_change_permission(request, statement):
            raise PermissionDenied
        if statement is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, str(pk))
        if refusal := refusal_to_move(statement):
            self.message_user(request, refusal, messages.ERROR)
            return HttpResponseRedirect(self.address_of(statement))
        form = MoveForm(statement, self.complaint_asked_for(request, statement), request.POST or None)
        refused = self.moved(request, form) if request.method == "POST" and form.is_valid() else [""]
        if not refused:
            back = self.address_of(statement)
            return HttpResponseRedirect(back)
        context = {
            **self.admin_site.each_context(request),
            "title": "Move to another speaker",
            "opts": self.opts,
            "statement": statement,
            "form": form,
            "refused": filter(None, refused),
            "names_beside": names_beside(statement),
            "waits": pending_of(statement.event),
            "media": self.media + form.media,
        }
        request.current_app = self.admin_site.name
        return TemplateResponse(request, "admin/events/statement/move.html", context)

    def complaint_asked_for(self, request, statement: Statement) -> Complaint | None:
        """The complaint from which an editor comes, while it waits and is theirs to close."""
        asked = request.GET.get("complaint", "")
        if not (could_be_key(asked) and request.user.has_perm("events.change_complaint")):
            return None
        return Complaint.objects.open().filter(pk=asked, statement=statement).first()

    def moved(self, request, form: MoveForm) -> list[str]:
        """Do it; what stands in the way, in words, or nothing."""
        statement, cleaned = form.statement, form.cleaned_data
        try:
            with unit_of_work():
                check_not_saved_since(statement, request.POST.get("seen"))
                former = statement.said_by
                move_statement(
                    statement, form.destination, cleaned.get("correction", ""), cleaned.get("reason", "")
                )
                if form.complaint and cleaned["closes"]:
                    form.complaint.close(Complaint.Outcome.CORRECTED, request.user)
                self.log_change(request, statement, f"Moved from {former} to {statement.said_by}.")
        except ValidationError as error:
            statement.refresh_from_db()
            return error.messages
        told = f"Statement {statement.pk} is {statement.said_by}’s now; its address stays."
        self.message_user(request, told, messages.SUCCESS)
        return []
