from django.contrib import admin
from django.db.models import Q
from django.urls import reverse
from django.utils.html import format_html

from events.admin.not_for_attribution import NotForAttributionAdmin
from events.models import Event, Statement
from events.moving import refusal_to_move
from events.not_for_attribution import refusal_to_take_off
from events.standing import standing_elsewhere
from events.tables import StatementTable
from events.withdrawing import refusal_to_withdraw, restore_statement, withdraw_statement
from publishing.admin import CorrectionInline
from publishing.gate import Status
from publishing.table_admin import WithTable
from publishing.versions import hold_row, hold_rows


class PlaceFilter(admin.SimpleListFilter):
    title = "place"
    parameter_name = "place"

    def lookups(self, request, model_admin):
        return [("lost", "Lost its place"), ("own", "In our own words"), ("withdrawn", "Withdrawn")]

    def queryset(self, request, queryset):
        kept: dict[str | None, Q] = {
            "lost": Q(pk__in=Statement.objects.without_a_place()),
            "own": Q(own_words=True),
            "withdrawn": Q(withdrawn_at__isnull=False),
        }
        return queryset.filter(kept[self.value()]) if self.value() in kept else queryset


@admin.register(Statement)
class StatementAdmin(WithTable, NotForAttributionAdmin):
    """Statements across events. Their words and speakers are edited beside the report, on the event's form."""

    table = StatementTable
    list_display = ["words", "who", "event", "how", "mark", "moving"]
    list_display_links = ["words"]
    list_filter = [
        "evidence",
        PlaceFilter,
        "event__status",
        "event__kind",
        "topics",
        "kept_from_search_engines",
    ]
    search_fields = [
        "fold__contains",
        "appearance__fold__contains",
        "jointly_with__fold__contains",
        "event__fold__contains",
    ]
    date_hierarchy = "event__date"
    ordering = ["-event__date", "-event_id", "order", "pk"]
    actions = ["withdraw_selected", "restore_selected", "take_names_off_selected"]
    fields = [
        *("event_link", "who_or_another", "how", "words_in_full"),
        *("topics", "recording_offset", "kept_from_search_engines"),
    ]
    readonly_fields = ["event_link", "who", "who_or_another", "how", "words_in_full"]
    autocomplete_fields = ["topics"]
    inlines = [CorrectionInline]

    def get_queryset(self, request):
        statements = super().get_queryset(request).select_related("event", "appearance", "jointly_with")
        return statements.defer("event__report", "event__lead")

    def hold(self, pk):
        """Its event first, as every deed does: two who wait never wait for each other."""
        for event in Statement.objects.filter(pk=pk).values_list("event", flat=True):
            hold_row(Event, event)
        super().hold(pk)

    def hold_several(self, keys):
        hold_rows(
            Event,
            list(Statement.objects.filter(pk__in=keys).order_by().values_list("event", flat=True).distinct()),
        )
        super().hold_several(keys)

    # --- Who may do what ---

    def has_add_permission(self, request):
        return False

    def may_add_by_table(self, request, record):
        """Whoever may edit the event enters statements there."""
        return request.user.has_perm("events.add_statement") and self.has_change_permission(request, record)

    def has_delete_permission(self, request, obj=None):
        return False

    def has_publish_permission(self, request, obj=None):
        return request.user.has_perm("events.publish_event")

    def get_list_display(self, request):
        """To whom nothing public is open, no way to change it is shown."""
        shown = super().get_list_display(request)
        return shown if self.has_publish_permission(request) else [one for one in shown if one != "moving"]

    def get_fields(self, request, obj=None):
        fields = super().get_fields(request, obj)
        may_move = self.has_change_permission(request, obj)
        return [one if may_move or one != "who_or_another" else "who" for one in fields]

    def has_change_permission(self, request, obj=None):
        allowed = super().has_change_permission(request, obj)
        return allowed and (
            obj is None or obj.event.status == Status.DRAFT or self.has_publish_permission(request)
        )

    # --- Withdrawing ---

    def refusal_to_withdraw(self, item) -> str:
        return refusal_to_withdraw(item)

    def places_to_decide(self, item, decided) -> list:
        return standing_elsewhere(item, decided)

    def withdraw_with_note(self, item, note: str, decided) -> None:
        withdraw_statement(item, note, decided=decided)

    @admin.action(description="Show again", permissions=["publish"])
    def restore_selected(self, request, queryset):
        self.do_to_each(request, queryset, restore_statement, "Shown again")

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj and self.has_publish_permission(request) and not refusal_to_withdraw(obj):
            context["withdraw_address"] = self.address_of(obj, "withdraw")
        return super().render_change_form(request, context, add, change, form_url, obj)

    # --- What is shown ---

    @admin.display(description="Words")
    def words(self, statement):
        return statement.text if len(statement.text) < 140 else f"{statement.text[:140]}…"

    @admin.display(description="Words")
    def words_in_full(self, statement):
        return statement.text

    @admin.display(description="Said by", ordering="appearance__printed_name")
    def who(self, statement):
        return statement.said_by

    @admin.display(description="Said by")
    def who_or_another(self, statement):
        """Who said it, and the way to another speaker where there is one."""
        way = "" if refusal_to_take_off(statement) else self.address_of(statement, "unattributed")
        link = format_html('<a class="link nowrap" href="{}">Not for attribution…</a>', way) if way else ""
        return format_html("{} {} {}", statement.said_by, self.moving(statement), link)

    @admin.display(description="Somebody else’s?")
    def moving(self, statement):
        if refusal_to_move(statement):
            return ""
        address = self.address_of(statement, "move")
        return format_html('<a class="link nowrap" href="{}">Move…</a>', address)

    @admin.display(description="How we know", ordering="evidence")
    def how(self, statement):
        return statement.known.label

    @admin.display(description="Event")
    def event_link(self, statement):
        address = reverse("admin:events_event_change", args=[statement.event_id])
        return format_html('<a class="link" href="{}#statements">{}</a>', address, statement.event)

    @admin.display(description="Mark")
    def mark(self, statement):
        if statement.withdrawn_at:
            return format_html('<span class="tag bad">{}</span>', "Withdrawn")
        if statement.not_for_attribution:
            told = f"Under the Rule: {statement.session}" if statement.session else "Not for attribution"
            return format_html('<span class="tag">{}</span>', told)
        if statement.start is None and not statement.own_words:
            return format_html('<span class="tag warn">{}</span>', "No place")
        if statement.event.record_rule == Event.RecordRule.CHATHAM_HOUSE:
            return format_html('<span class="tag">{}</span>', "Rule: no names")
        return ""
