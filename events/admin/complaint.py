from django.contrib import admin
from django.db.models import F
from django.utils.html import format_html

from events.admin.statement import StatementAdmin
from events.models import Complaint, Statement
from publishing.desk_admin import DeskAdmin


class StateFilter(admin.SimpleListFilter):
    title = "state"
    parameter_name = "state"

    def lookups(self, request, model_admin):
        return [("open", "Waits"), ("closed", "Closed")]

    def queryset(self, request, queryset):
        if self.value() == "open":
            return queryset.open()
        return queryset.filter(closed_at__isnull=False) if self.value() == "closed" else queryset


@admin.register(Complaint)
class ComplaintAdmin(DeskAdmin):
    """What readers reported, what waits first; its statement is corrected or withdrawn on its own page."""

    list_display = ["about", "statement_said", "beginning", "made_at", "state"]
    list_filter = [StateFilter, "about", "outcome"]
    ordering = [F("closed_at").desc(nulls_first=True), "made_at", "pk"]
    fields = ["statement_link", "about", "text", "email", "made_at", "outcome", "closed_at", "closed_by"]
    actions = None

    def get_queryset(self, request):
        rows = (
            super()
            .get_queryset(request)
            .select_related(
                "statement__appearance", "statement__jointly_with", "statement__event", "closed_by"
            )
        )
        return rows.defer("statement__event__report", "statement__event__lead")

    def has_add_permission(self, request):
        return False

    def get_readonly_fields(self, request, obj=None):
        """Of one that is closed, all; whoever closes it in another tab is told by the deed, not turned away."""
        is_closed = obj is not None and obj.closed_at is not None
        return [name for name in self.fields if name != "outcome" or is_closed]

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change, **kwargs)
        if "outcome" in form.base_fields:
            form.base_fields["outcome"].required = True
        return form

    def save_model(self, request, obj, form, change):
        obj.close(form.cleaned_data.get("outcome", ""), request.user)

    # --- What is shown ---

    @admin.display(description="Said by")
    def statement_said(self, complaint):
        return complaint.statement.said_by

    @admin.display(description="Statement")
    def statement_link(self, complaint):
        """Its words, and the way to correct or withdraw it."""
        statement = complaint.statement
        desk = admin.site.get_model_admin(Statement)
        assert isinstance(desk, StatementAdmin)
        return format_html(
            '<a class="link" href="{}">Statement {}</a>, {}: {} '
            '<a class="link nowrap" href="{}?complaint={}">Move to another speaker…</a>',
            desk.address_of(statement, "change"),
            statement.pk,
            statement.said_by,
            statement.text,
            desk.address_of(statement, "move"),
            complaint.pk,
        )

    @admin.display(description="Says")
    def beginning(self, complaint):
        return complaint.text if len(complaint.text) < 140 else f"{complaint.text[:140]}…"

    @admin.display(description="State", ordering="closed_at")
    def state(self, complaint):
        if complaint.closed_at:
            return complaint.get_outcome_display()
        return format_html('<span class="tag warn">{}</span>', "Waits")
