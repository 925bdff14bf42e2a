from collections.abc import Callable, Iterable
from copy import copy, deepcopy
from functools import partial
from http import HTTPStatus
from typing import Any, ClassVar, Protocol

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.options import InlineModelAdmin
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models
from django.http import HttpResponseRedirect, JsonResponse
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.dateparse import parse_date
from django.utils.html import format_html, format_html_join
from django_countries import countries
from unfold.admin import StackedInline, TabularInline

from events.admin.names_out import NamesOutAdmin
from events.checks import kinds, publish_if_nothing_is_open
from events.completeness import gaps, incomplete, with_gaps
from events.copying import copy_as_template
from events.filing import file_under
from events.forms import (
    AppearanceForm,
    AppearanceFormSet,
    EventEdit,
    EventForm,
    RowFormSet,
    StatementForm,
    StatementFormSet,
)
from events.forms.chosen import ChosenRecord, ChosenRecords
from events.forms.event import print_of
from events.forms.pickers import PickOneKnown, PickSeveralKnown
from events.forms.rows import FieldsOfAll
from events.forms.statements import lost_in_words, shortened
from events.keeping import kept_events, words_for
from events.models import Appearance, Event, Series, Statement, Topic
from events.places import Report
from events.posts import post_known_on
from events.tables import EventTable
from people.models import Speaker
from publishing.admin import CorrectionInline
from publishing.answers import to_mend
from publishing.changes import call_it
from publishing.choices import OneRecord, SeveralRecords
from publishing.counterparts_admin import WithCounterparts
from publishing.desk_admin import on_wide_lines
from publishing.gate import PUBLIC_STATUSES
from publishing.history import newest_versions
from publishing.logbook import write
from publishing.models import LogbookEntry, Version
from publishing.pickers import PickOne, PickSeveral, WithPickers
from publishing.pressing_twice import PressedTwice
from publishing.table_admin import WithTable

#: Blank rows that "Save and add a row" offers where there is no JavaScript.
BLANK_ROWS = 3


#: What a version can say of what it was for.
LONGEST_REASON = Version._meta.get_field("what_for").max_length
#: Sent with a form that is still being written: the checks are answered, and nothing is saved.
CHECKS = "_checks"


class RowsInline(WithPickers, InlineModelAdmin):
    """A part of the event's form. Scripts add rows, ``?rows`` does where there are none."""

    extra = 0
    #: No row leads there, and Django would make an address for each.
    view_on_site = False
    #: Whether links stand beside the pickers, to add what is not there yet.
    links_beside_pickers = False
    pick_one, pick_several = PickOneKnown, PickSeveralKnown

    def get_extra(self, request, obj=None, **kwargs):
        return BLANK_ROWS if "rows" in request.GET else 0

    def get_formset(self, request, obj=None, **kwargs):
        formset = super().get_formset(request, obj, **kwargs)
        formset.form.base_fields = FieldsOfAll(deepcopy(formset.form.base_fields))
        return formset

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """What all rows choose is asked for at once."""
        if db_field.name in self.autocomplete_fields:
            kwargs["form_class"] = ChosenRecords if db_field.many_to_many else ChosenRecord
        field: Any = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name in self.autocomplete_fields and not self.links_beside_pickers:
            field.widget = field.widget.widget
        return field

    # Rows follow the event: who may edit it, may edit them.

    def has_view_permission(self, request, obj=None):
        return True

    def has_add_permission(self, request, obj=None):
        return True

    def has_change_permission(self, request, obj=None):
        return True

    def has_delete_permission(self, request, obj=None):
        return True


class AppearanceInline(RowsInline, TabularInline):
    model = Appearance
    form = AppearanceForm
    formset = AppearanceFormSet
    template = "admin/events/event/speakers.html"
    verbose_name = "speaker"
    fields = ["speaker", "role", "also", "printed_name", "printed_post", "order"]
    autocomplete_fields = ["speaker"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("speaker")


class StatementInline(RowsInline, StackedInline):
    model = Statement
    form = StatementForm
    formset = StatementFormSet
    template = "admin/events/event/statements.html"
    fields = [
        "said_by",
        "and_by",
        "attribution",
        "evidence",
        "text",
        "own_words",
        "not_for_attribution",
        "session",
        "kept_from_search_engines",
        "topics",
        "recording_offset",
        "order",
    ]
    autocomplete_fields = ["topics"]

    def get_queryset(self, request):
        return (
            super()
            .get_queryset(request)
            .select_related("appearance", "jointly_with")
            .prefetch_related("topics")
        )


class YearFilter(admin.SimpleListFilter):
    title = "year"
    parameter_name = "year"

    def lookups(self, request, model_admin):
        return [(str(day.year), str(day.year)) for day in Event.objects.dates("date", "year", order="DESC")]

    def queryset(self, request, queryset):
        year = self.value() or ""
        return queryset.filter(date__year=int(year)) if year.isdecimal() and len(year) == 4 else queryset


class CompletenessFilter(admin.SimpleListFilter):
    title = "completeness"
    parameter_name = "complete"

    def lookups(self, request, model_admin):
        return [("no", "Incomplete"), ("yes", "Complete")]

    def queryset(self, request, queryset):
        if self.value() == "no":
            return incomplete(queryset)
        if self.value() == "yes":
            return queryset.exclude(pk__in=incomplete(Event.objects.all()).values("pk"))
        return queryset


class FileForm(forms.Form):
    """Under what several events are filed at once."""

    topics = SeveralRecords(
        Topic.objects.all(),
        required=False,
        widget=PickSeveral(Event._meta.get_field("topics"), admin.site),
        help_text="Added to those that each has.",
    )
    series = OneRecord(
        Series.objects.all(),
        required=False,
        widget=PickOne(Event._meta.get_field("series"), admin.site),
        help_text="In place of the one that each has.",
    )

    def clean(self):
        if not self.cleaned_data.get("topics") and not self.cleaned_data.get("series") and not self.errors:
            raise ValidationError("Choose a topic or a series.")


class AskedBeforePublic(Protocol):
    """A form, of what was sent or of None, about events that are published from the list, and who publishes them."""

    legend: str

    def __init__(self, data: Any, events: Iterable[Event], user: Any): ...

    @property
    def words(self) -> list[str]:
        """What there is to ask about; nothing is asked where it is empty."""

    def is_valid(self) -> bool: ...

    def after_the_deed(self, event: Event) -> None:
        """Do what was answered, in the transaction in which ``event`` was published."""


@admin.register(Event)
class EventAdmin(WithCounterparts, WithTable, NamesOutAdmin):
    table = EventTable
    form = EventForm
    list_display = ["title", "state", "date", "kind", "speakers", "statements", "lacks"]
    list_filter = [
        *("status", CompletenessFilter, YearFilter, "kind", "happens", "record_rule", "topics", "series"),
        "kept_from_search_engines",
    ]
    search_fields = ["fold__contains", "appearances__fold__contains", "appearances__speaker__fold__contains"]
    date_hierarchy = "date"
    ordering = [models.F("date").desc(nulls_first=True), "-pk"]
    actions = [*NamesOutAdmin.actions, "file_selected", "copy_selected"]
    autocomplete_fields = ["venue", "topics", "series", "translation_of"]
    #: Parts of the form that apps further down the line add: an event need not know what teases an opinion in it.
    further_parts: ClassVar[list[type[RowsInline]]] = []
    #: What else there is to say of events that readers see, in words.
    told_of_public: ClassVar[list[Callable[[Iterable[Event]], list[str]]]] = []
    #: What is asked before events are published from the list.
    asked_before_public: ClassVar[list[type[AskedBeforePublic]]] = []
    inlines = [AppearanceInline, StatementInline, CorrectionInline]
    #: What is being edited; set on the copy that serves one request, see ``changeform_view``.
    edit: EventEdit
    formfield_overrides = {models.TextField: {"widget": on_wide_lines(2)}}

    def get_fieldsets(self, request, obj=None):
        return [
            (
                "Facts",
                {
                    "fields": [
                        "title",
                        "kind",
                        "date",
                        "date_precision",
                        "venue",
                        "record_rule",
                        "format",
                        "language",
                        "series",
                        "end_date",
                        "start_time",
                        "end_time",
                        "time_zone",
                        "happens",
                        "happens_note",
                        "lead",
                    ]
                },
            ),
            ("Report", {"fields": ["report"]}),
            ("Topics, recording, cover", {"fields": self.later_fields(request, obj)}),
        ]

    def later_fields(self, request, obj):
        return [
            "topics",
            "recording_url",
            "source_url",
            "slug",
            *self.counterpart_fields(obj),
            "kept_from_search_engines",
            "cover",
            "cover_alt",
            "cover_credit",
            "cover_licence",
            "licence",
            "rights_holder",
            *self.publication_fields(request, obj),
        ]

    # --- One form ---

    def only_looks(self, request) -> bool:
        return CHECKS in request.POST or super().only_looks(request)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        context["checks"] = self.edit.checks()
        context["is_anything_open"] = any(not check.stops for check in context["checks"])
        if CHECKS in request.POST:
            return TemplateResponse(request, "admin/events/event/checks.html", context)
        may_add_speaker = request.user.has_perm("people.add_speaker")
        context |= {
            "may_add_speaker": may_add_speaker,
            "ask_address": self.ask_address(request, obj),
            "countries": countries if may_add_speaker else [],
            # What stands at no field is told above the form as on every other.
            "to_mend": [fault for fault in to_mend(context) if fault["id"]]
            if request.method == "POST"
            else [],
        }
        return super().render_change_form(request, context, add, change, form_url, obj)

    def ask_address(self, request, event: Event | None) -> str:
        """Where the speakers of ``event`` are asked for their own word; or blank."""
        if event is None or not event.is_public or event.under_the_rule:
            return ""
        may = request.user.has_perm("events.change_ownword")
        return reverse("admin:events_ownword_ask", args=[event.pk]) if may else ""

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """Served by a copy, which holds what is edited from when the form is made until it is saved."""
        desk = copy(self)
        show = partial(super(EventAdmin, desk).changeform_view, request, object_id, form_url, extra_context)
        if object_id or request.method != "POST":
            return show()
        answer = self.entered_already(request) or show()
        # Of two that were sent at the same moment the database refused one: by now the other's event is there.
        came_back = answer.status_code == HTTPStatus.OK
        return (came_back and self.entered_already(request)) or answer

    def entered_already(self, request):
        """The way to the event that the same form made already: its button was pressed twice."""
        entered = print_of(request.POST, request.FILES) if self.has_add_permission(request) else None
        first = Event.objects.filter(entered_with=entered).first() if entered else None
        if first is None:
            return None
        return self.shown_once_saved(request, PressedTwice(first))

    def check_pressed_once(self, record):
        """Known by the form's own print: two forms may say the same of two events."""

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change, **kwargs)
        public = self.statements_readers_met(obj) if obj and self.is_written_aside(request, obj) else None
        self.edit = form.edit = EventEdit(request.user, request.GET.getlist("row"), public)
        return form

    def statements_readers_met(self, event) -> dict[int, bool]:
        """The statements that the event has without the change that is written, and whether each is withdrawn."""
        newest = newest_versions(Event._meta.label_lower, [event.pk])[event.pk]
        rows = newest.document["parts"]["statements"]
        return {row["id"]: bool(row["withdrawn_at"]) for row in rows}

    def get_inlines(self, request, obj):
        first, then = [AppearanceInline, StatementInline], super().get_inlines(request, obj)
        return [*first, *self.further_parts, *(inline for inline in then if inline not in first)]

    def get_formset_kwargs(self, request, obj, inline, prefix):
        kwargs = super().get_formset_kwargs(request, obj, inline, prefix)
        return kwargs | {"edit": self.edit} if issubclass(inline.formset, RowFormSet) else kwargs

    def get_deleted_objects(self, objs, request):
        """Statements go with their event, though by themselves they are withdrawn and never deleted."""
        shown, counts, lacking, protected = super().get_deleted_objects(objs, request)
        kept = Event.objects.filter(kept_events(), pk__in=[event.pk for event in objs]).distinct()
        if kept:
            lacking = lacking - {Event._meta.verbose_name}
            protected = [*protected, *map(words_for, kept)]
        return shown, counts, lacking - {Statement._meta.verbose_name}, protected

    def get_queryset(self, request):
        events = super().get_queryset(request)
        if request.resolver_match and request.resolver_match.url_name == "events_event_changelist":
            return with_gaps(events.defer("report"))
        return events

    def save_model(self, request, obj, form, change):
        if self.edit.left_open:
            said = f"{form.cleaned_data.get('what_for', '')} {self.override_in_words(form)}".strip()
            call_it(what_for=said[:LONGEST_REASON])
        self.edit.save(partial(super().save_model, request, obj, form, change))
        if self.edit.left_open:
            write(LogbookEntry.What.OVERRIDE, obj, self.override_in_words(form))

    def save_related(self, request, form, formsets, change):
        rest = [formset for formset in formsets if formset not in self.edit.parts]
        super().save_related(request, form, rest, change)
        self.tell_of_choices(request, form, self.edit.parts)
        self.edit.tell()
        if self.edit.lost and self.edit.event.status not in PUBLIC_STATUSES:
            self.warn_of_lost(request, self.edit.event, self.edit.lost)
        for words in self.edit.told:
            self.message_user(request, words)

    def construct_change_message(self, request, form, formsets, add=False):
        """Under the Chatham House Rule nothing is told of rows: they are called by who took part."""
        told = [] if form.instance.under_the_rule else formsets
        message = super().construct_change_message(request, form, told, add)
        return f"{message} {self.override_in_words(form)}" if self.edit.left_open else message

    def override_in_words(self, form) -> str:
        return f"Left open: {kinds(self.edit.left_open)}. Because: {form.cleaned_data['override_reason']}"

    def do_the_deed(self, form):
        super().do_the_deed(form)
        for part in self.edit.parts:
            self.edit.told += part.after_the_deed()

    def warn_of_lost(self, request, event, lost) -> None:
        report = Report(event.report)
        rows = format_html_join(
            "", "<li>“{}”: {}</li>", ((shortened(s.text), lost_in_words(report, s.text)) for s in lost)
        )
        self.message_user(
            request,
            format_html("These statements have no place in the report: <ul>{}</ul>", rows),
            messages.WARNING,
        )

    def response_post_save_add(self, request, obj):
        return self.rows_asked_for(request, obj) or super().response_post_save_add(request, obj)

    def response_post_save_change(self, request, obj):
        return self.rows_asked_for(request, obj) or super().response_post_save_change(request, obj)

    def rows_asked_for(self, request, obj):
        if "_addrow" in request.POST:
            return HttpResponseRedirect(f"{self.address_of(obj)}?rows=more#statements")
        return None

    # --- Name and post of a chosen speaker ---

    def get_urls(self):
        view = self.admin_site.admin_view(self.known_view)
        return [path("known/", view, name="events_event_known"), *super().get_urls()]

    def known_view(self, request):
        """The name and post of ``?speaker=`` as known on ``?date=``, as JSON, for the form to suggest."""
        if not (self.has_add_permission(request) or self.has_change_permission(request)):
            raise PermissionDenied
        key = request.GET.get("speaker", "")
        known = key.isascii() and key.isdigit() and len(key) < 19
        speaker = Speaker.objects.filter(pk=int(key)).first() if known else None
        if speaker is None:
            return JsonResponse({"error": "There is no such speaker."}, status=404)
        return JsonResponse({"name": speaker.name, "post": post_known_on(speaker, day_in(request))})

    # --- The list ---

    @admin.action(description="Publish", permissions=["publish"])
    def publish_selected(self, request, queryset):
        """The page that asks what goes public with them, or None once all that can be are published."""
        items = list(queryset)
        sent = request.POST if "publish" in request.POST else None
        forms_about_them = [ask(sent, items, request.user) for ask in self.asked_before_public]
        asked = [form for form in forms_about_them if form.words]
        if all(form.is_valid() for form in asked):
            done = self.do_to_each(
                request, items, lambda event: publish_as_answered(event, asked), "Published"
            )
            self.tell_what_follows(request, done)
            return None
        context = {
            **self.admin_site.each_context(request),
            "title": "Publish events",
            "opts": self.opts,
            "items": items,
            "asked": asked,
            "action_name": request.POST.get("action", ""),
            "checkbox": ACTION_CHECKBOX_NAME,
        }
        request.current_app = self.admin_site.name
        return TemplateResponse(request, "admin/events/event/publish.html", context)

    def tell_what_follows(self, request, records):
        for words in [words for tell in self.told_of_public for words in tell(records)]:
            self.message_user(request, words, messages.WARNING)

    @admin.action(description="File under topics or in a series", permissions=["change"])
    def file_selected(self, request, queryset):
        """The page that asks under what, or None once all that may be changed are filed."""
        items = list(queryset)
        form = FileForm(request.POST if "file" in request.POST else None)
        if form.is_valid():
            self.do_to_each(request, items, lambda event: self.file(request, event, form), "Filed")
            return None
        context = {
            **self.admin_site.each_context(request),
            "title": "File events",
            "opts": self.opts,
            "items": items,
            "form": form,
            "media": self.media + form.media,
            "action_name": request.POST.get("action", ""),
            "checkbox": ACTION_CHECKBOX_NAME,
        }
        request.current_app = self.admin_site.name
        return TemplateResponse(request, "admin/file_under.html", context)

    def file(self, request, event: Event, form: "FileForm") -> None:
        """Raises ValidationError where the event is not this editor's to change, as it is now."""
        self.hold(event.pk)
        if not self.has_change_permission(request, Event.objects.get(pk=event.pk)):
            raise ValidationError("It is public: a publisher files it.")
        file_under(event, form.cleaned_data["topics"], form.cleaned_data["series"])

    @admin.action(description="Copy as a template", permissions=["add"])
    def copy_selected(self, request, queryset):
        """Each as a draft of its own; of one alone the form is opened."""
        drafts = []
        for event in queryset:
            draft = copy_as_template(event)
            self.log_addition(request, draft, [{"added": {}}])
            drafts.append(draft)
        told = (
            f"Copied as {len(drafts)} draft{'' if len(drafts) == 1 else 's'}: give each a date and a title."
        )
        self.message_user(request, told, messages.SUCCESS)
        return HttpResponseRedirect(self.address_of(drafts[0])) if len(drafts) == 1 else None

    @admin.display(description="Speakers", ordering="speaker_count")
    def speakers(self, event):
        return event.speaker_count

    @admin.display(description="Statements", ordering="statement_count")
    def statements(self, event):
        return event.statement_count

    @admin.display(description="Lacks")
    def lacks(self, event):
        return format_html_join(" ", '<span class="tag warn">{}</span>', ((gap,) for gap in gaps(event)))


def publish_as_answered(event: Event, asked: list[AskedBeforePublic]) -> None:
    """Publish ``event`` and what was ``asked`` for with it. Raises ValidationError with what stands in the way."""
    publish_if_nothing_is_open(event)
    for form in asked:
        form.after_the_deed(event)


def day_in(request):
    try:
        return parse_date(request.GET.get("date", ""))
    except ValueError:
        return None
