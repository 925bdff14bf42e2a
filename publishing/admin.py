"""What all screens of the desk share, and the deeds that change the status of an item."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django import forms
from django.apps import apps
from django.contrib import admin, messages
from django.contrib.admin import ActionLocation, helpers
from django.contrib.admin import ModelAdmin as DjangoModelAdmin
from django.contrib.admin.exceptions import DisallowedModelAdminLookup
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.contenttypes.prefetch import GenericPrefetch
from django.core.exceptions import NON_FIELD_ERRORS, FieldDoesNotExist, PermissionDenied, ValidationError
from django.db import DataError, IntegrityError, models, transaction
from django.db.models import ProtectedError, RestrictedError
from django.db.models.constants import LOOKUP_SEP
from django.forms import Script
from django.http import HttpResponseRedirect, JsonResponse
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from unfold.admin import GenericStackedInline, ModelAdmin
from unfold.widgets import UnfoldAdminTextareaWidget

from publishing.answers import for_script, is_asked_by_script
from publishing.changes import call_it, unit_of_work
from publishing.deeds import check_obstacles, publish, return_to_draft, schedule, withdraw
from publishing.folding import fold
from publishing.forms import DeskForm, ProseField, PublishableForm, deed_in
from publishing.gate import Status
from publishing.history import saved_since
from publishing.keys import could_be_key
from publishing.models import Correction
from publishing.pickers import WithPickers
from publishing.preview_admin import Previewed, ShowsPreview
from publishing.review_admin import WithReviews
from publishing.richtext import left_out_in_words
from publishing.states import NOTE_NEEDED, Deed, next_state, possible
from publishing.versions import Versioned, hold_row, raise_version

REFUSED = (
    "Nothing was saved: the database refused it. Somebody may have changed this record in the meantime, or "
    "another one has the same values. Your words are still here; look at them and save again."
)
#: Sent with words that were kept in the browser: they are shown in the form, and not saved.
KEPT = "_kept"
#: What the filters of our lists ask of a field.
LOOKUPS = {"exact", "in", "isnull", "gte", "gt", "lte", "lt", "year", "month", "day"}
NOT_TO_BE_SAVED = "This was sent to be looked at, and not to be saved."
IN_USE = "Nothing was saved: something you removed is still used by “%s”."


def on_wide_lines(rows: int = 3) -> UnfoldAdminTextareaWidget:
    return UnfoldAdminTextareaWidget(attrs={"rows": rows})


def in_one_unit(request, answer: Callable):
    """What ``answer`` returns; all that it writes is one unit of work."""
    if request.method != "POST":
        return answer()
    with unit_of_work():
        return answer()


class DeskAdmin(ShowsPreview, WithReviews, WithPickers, ModelAdmin):
    """A screen of the desk: nothing typed is lost, and a refusal of the database is a message, never a crash."""

    form = DeskForm
    #: Its script would listen to every field anew at every change of the page; static/desk/saving.js warns.
    warn_unsaved_form = False
    list_fullwidth = True
    list_filter_submit = False
    list_per_page = 50
    formfield_overrides = {models.TextField: {"widget": on_wide_lines()}}

    class Media:
        js = [Script("desk/saving.js", type="module")]

    def add_view(self, request, form_url="", extra_context=None):
        return for_script(request, super().add_view(request, form_url, extra_context))

    def change_view(self, request, object_id, form_url="", extra_context=None):
        return for_script(request, super().change_view(request, object_id, form_url, extra_context))

    def _get_obj_does_not_exist_redirect(self, request, opts, object_id):
        """A script is not led away from the words that it sent."""
        if is_asked_by_script(request):
            return JsonResponse({}, status=404)
        return super()._get_obj_does_not_exist_redirect(request, opts, object_id)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        context["nothing_is_kept"] = getattr(obj, "is_confidential", False)
        if KEPT in request.POST:
            context |= {"taken": request.POST[KEPT], "errors": None}
            context["adminform"].form.errors.pop(NON_FIELD_ERRORS, None)
        return super().render_change_form(request, context, add, change, form_url, obj)

    def only_looks(self, request) -> bool:
        """Whether a form is sent to be shown with what it says, and not to be saved."""
        return KEPT in request.POST

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        def show(more: dict | None = None):
            context = {**(extra_context or {}), **(more or {})}
            return super(DeskAdmin, self).changeform_view(request, object_id, form_url, context)

        looks = self.only_looks(request)
        if looks:
            request.refusal = [NOT_TO_BE_SAVED]
        try:
            waits = self.waiting(request, object_id, show)
            if looks:
                return waits or show()
            return waits or in_one_unit(request, lambda: self.met(request, object_id) or show())
        except Previewed as made:
            return made.answer
        except ValidationError as error:
            request.refusal = error.messages
        except (ProtectedError, RestrictedError) as error:
            users = error.protected_objects if isinstance(error, ProtectedError) else error.restricted_objects
            request.refusal = [IN_USE % next(iter(users))]
        except IntegrityError:
            request.refusal = [REFUSED]
        return self.shown_again(request, show)

    def get_object(self, request, object_id, from_field=None):
        """What is about to be changed is held, and so read as it is now: two saves come one after the other."""
        may_change = request.method == "POST" and transaction.get_connection().in_atomic_block
        if may_change and issubclass(self.model, Versioned) and could_be_key(str(object_id)):
            self.hold(int(object_id))
        return super().get_object(request, object_id, from_field)

    def hold(self, pk: int) -> None:
        hold_row(self.model, pk)

    def get_fields(self, request, obj=None):
        """What the template places is in no fieldset."""
        return [name for name in super().get_fields(request, obj) if name not in ("seen", "what_for")]

    def save_model(self, request, obj, form, change):
        call_it(what_for=form.cleaned_data.get("what_for", ""))
        super().save_model(request, obj, form, change)
        left_out = sum(field.left_out for field in form.fields.values() if isinstance(field, ProseField))
        if left_out:
            self.message_user(request, left_out_in_words(left_out), messages.WARNING)
        if isinstance(obj, Versioned):
            raise_version(obj.whole)

    def shows_a_list(self, request) -> bool:
        """Whether rows are asked for to be listed, by title: nobody reads a whole report there."""
        match = request.resolver_match
        return bool(match) and match.url_name == f"{self.opts.app_label}_{self.opts.model_name}_changelist"

    def delete_view(self, request, object_id, extra_context=None):
        return in_one_unit(request, partial(super().delete_view, request, object_id, extra_context))

    def get_search_results(self, request, queryset, search_term):
        """``search_fields`` that are folds are compared with what was typed as it folds."""
        return super().get_search_results(request, queryset, fold(search_term))

    # --- What an address or a form can ask by hand ---

    def get_changelist_instance(self, request):
        """A filter that no column can hold (a year 0, a key of thirty digits), or that no list offers, leads back
        to the whole list."""
        try:
            return super().get_changelist_instance(request)
        except (ValueError, OverflowError, DataError, DisallowedModelAdminLookup) as error:
            raise IncorrectLookupParameters from error

    def lookup_allowed(self, lookup, value, request):
        """Only what the filters of a list ask: a pattern by hand could hold the database for minutes."""
        return asked_of_fields(self.model, lookup) <= LOOKUPS and super().lookup_allowed(
            lookup, value, request
        )

    def to_field_allowed(self, request, to_field):
        """Pickers ask for the key. Django allows more, and fails at the name of a relation that leads here."""
        return to_field == self.opts.pk.name

    def response_action(self, request, queryset, **kwargs):
        if all(could_be_key(chosen) for chosen in request.POST.getlist(helpers.ACTION_CHECKBOX_NAME)):
            return in_one_unit(request, partial(super().response_action, request, queryset, **kwargs))
        self.message_user(request, "Nothing was done: one of those chosen is no record.", messages.WARNING)
        return None

    def get_changeform_initial_data(self, request):
        """Nothing: an address can propose what no field can show."""
        return {}

    def get_action_choices(self, request, default_choices=None, action_location=ActionLocation.CHANGE_LIST):
        """As Django 6.1 asks for it; unfold 0.110 still has the signature of before."""
        choices = [("", "Choose what to do")] if default_choices is None else default_choices
        return DjangoModelAdmin.get_action_choices(self, request, choices, action_location)

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change, **kwargs)
        form.refusal = getattr(request, "refusal", [])
        return form


def asked_of_fields(model: type[models.Model], lookup: str) -> set[str]:
    """What ``lookup`` asks of the field that it leads to: "event__title__regex" → {"regex"}.

    Nothing, where it names no field: a filter of our own reads that.
    """
    words = lookup.split(LOOKUP_SEP)
    for number, word in enumerate(words):
        try:
            field = model._meta.get_field(word)
        except FieldDoesNotExist:
            return set(words[number:]) if number else set()
        if field.related_model is None:
            return set(words[number + 1 :])
        model = field.related_model
    return set()


class CorrectionInline(GenericStackedInline):
    model = Correction
    extra = 0
    fields = ["date", "text"]
    formfield_overrides = {models.TextField: {"widget": on_wide_lines(2)}}


class NoteForm(forms.Form):
    note = forms.CharField(
        label="Note to the reader",
        max_length=2000,
        widget=UnfoldAdminTextareaWidget(attrs={"rows": 3}),
        help_text="Shown at its address from now on: what was withdrawn, and why.",
        error_messages={"required": NOTE_NEEDED},
    )

    def __init__(self, data, items):
        super().__init__(data)
        self.items = items

    def clean_note(self):
        """Told here, so that what was typed is still there: the deed would refuse."""
        for item in self.items:
            item.check_words(self.cleaned_data["note"])
        return self.cleaned_data["note"]


class WithdrawingAdmin(DeskAdmin):
    """Withdrawing with a note, for one item from its form or for several from the list."""

    def places_to_decide(self, item, decided: dict[str, str]) -> list:
        """Where else its words stand: each with a name, a label, a text and choices. Decisions may add some."""
        return []

    def withdraw_with_note(self, item, note: str, decided: dict[str, str]) -> None:
        """``decided`` says by their names what becomes of the places."""
        withdraw(item, note)

    def refusal_to_withdraw(self, item) -> str:
        """Why ``item`` cannot be withdrawn, in words; blank when it can."""
        try:
            next_state(Deed.WITHDRAW, item.status_now)
        except ValidationError as error:
            return " ".join(error.messages)
        return ""

    def get_urls(self):
        name = f"{self.opts.app_label}_{self.opts.model_name}_withdraw"
        one = self.admin_site.admin_view(self.withdraw_view)
        return [path("<int:pk>/withdraw/", one, name=name), *super().get_urls()]

    def withdraw_view(self, request, pk):
        if not self.has_publish_permission(request):
            raise PermissionDenied
        item = self.get_queryset(request).filter(pk=pk).first() if could_be_key(str(pk)) else None
        if item is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, str(pk))
        return self.ask_for_note(request, [item]) or HttpResponseRedirect(self.address_of(item))

    @admin.action(description="Withdraw, with a note", permissions=["publish"])
    def withdraw_selected(self, request, queryset):
        return self.ask_for_note(request, list(queryset))

    def ask_for_note(self, request, items):
        """The page that asks for the note, or None once all that can be withdrawn are withdrawn."""
        refused = {item: words for item in items if (words := self.refusal_to_withdraw(item))}
        able = [item for item in items if item not in refused]
        form = NoteForm(request.POST if "note" in request.POST else None, able)
        chosen = {name.removeprefix("place-"): one for name, one in request.POST.items() if one}
        places = {place.name: place for item in able for place in self.places_to_decide(item, chosen)}
        decided = {name: chosen[name] for name in places if name in chosen}
        since = [words for item in able if (words := saved_since(item, request.POST.get(f"seen-{item.pk}")))]
        if not able or (form.is_valid() and decided.keys() == places.keys() and not since):
            note = form.cleaned_data["note"] if able else ""
            self.do_to_each(
                request, items, lambda item: self.withdraw_with_note(item, note, decided), "Withdrawn"
            )
            return None
        context = {
            **self.admin_site.each_context(request),
            "title": "Withdraw",
            "opts": self.opts,
            "items": able,
            "left_out": len(refused),
            "form": form,
            "since": since if form.is_bound else [],
            "places": [(place, decided.get(name)) for name, place in places.items()],
            "asked_for_places": form.is_bound and decided.keys() != places.keys(),
            "action_name": request.POST.get("action", ""),
            "checkbox": helpers.ACTION_CHECKBOX_NAME,
        }
        request.current_app = self.admin_site.name
        return TemplateResponse(request, "admin/withdraw.html", context)

    def do_to_each(self, request, items, deed, word: str) -> None:
        """Each item by itself: one that the deed refuses does not hold up the others."""
        done = []
        for item in items:
            try:
                with transaction.atomic():
                    if since := saved_since(item, request.POST.get(f"seen-{item.pk}")):
                        raise ValidationError(since)
                    deed(item)
                    self.log_change(request, item, f"{word}.")
            except ValidationError as error:
                self.message_user(request, f"“{item}”: {' '.join(error.messages)}", messages.ERROR)
            else:
                done.append(item)
        if done:
            self.message_user(
                request, f"{word}: {', '.join(f'“{item}”' for item in done)}.", messages.SUCCESS
            )

    def address_of(self, item, page: str = "change") -> str:
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_{page}", args=[item.pk])


class PublishableAdmin(WithdrawingAdmin):
    """A screen of something with a status: drafts are an editor's, everything else is a publisher's."""

    form = PublishableForm
    actions = ["publish_selected", "withdraw_selected", "return_selected"]
    #: Said in the list and on the form, per status.
    tones = {
        Status.DRAFT: "",
        Status.SCHEDULED: "info",
        Status.PUBLISHED: "good",
        Status.WITHDRAWN: "bad",
    }

    # --- Who may do what ---

    def has_publish_permission(self, request, obj=None):
        return request.user.has_perm(f"{self.opts.app_label}.publish_{self.opts.model_name}")

    def has_change_permission(self, request, obj=None):
        """Somebody who may not publish writes drafts, and a change that is kept aside."""
        allowed = super().has_change_permission(request, obj)
        is_theirs = obj is None or obj.status == Status.DRAFT or self.is_written_aside(request, obj)
        return allowed and (is_theirs or self.has_publish_permission(request))

    def has_bring_back_permission(self, request, record) -> bool:
        """Of what readers have known an old version is a publisher's to bring back, though it be a draft again."""
        allowed = super().has_bring_back_permission(request, record)
        return allowed and (not record.address_was_shown or self.has_publish_permission(request))

    def has_delete_permission(self, request, obj=None):
        """What has been public keeps its address and is withdrawn instead."""
        return super().has_delete_permission(request, obj) and (obj is None or not obj.address_was_shown)

    # --- The form ---

    def get_inlines(self, request, obj):
        """A correction is a note on something public, by a publisher; a draft is simply changed."""
        inlines = super().get_inlines(request, obj)
        proposes = self.is_written_aside(request, obj) and not self.has_publish_permission(request)
        if obj is None or obj.status == Status.DRAFT or proposes:
            return [inline for inline in inlines if inline is not CorrectionInline]
        return inlines

    def publication_fields(self, request, obj) -> list[str]:
        """The fields about publication that this user may fill in, in the state that ``obj`` is in."""
        if not self.has_publish_permission(request):
            return []
        if obj and obj.status_now == Status.WITHDRAWN:
            return ["withdrawal_note"]
        if "change" in request.GET:  # of what readers see, and not of a change that waits
            return []
        begins = ["publish_at"] if Deed.SCHEDULE in self.deeds_for(request, obj) else []
        return [*begins, "withdraw_at", "withdraw_note_for_then"]

    def deeds_for(self, request, obj) -> list[Deed]:
        if not self.has_publish_permission(request):
            return []
        return possible(obj.status_now if obj else Status.DRAFT)

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        if deed_in(request.POST) and not self.has_publish_permission(request):
            raise PermissionDenied
        return super().changeform_view(request, object_id, form_url, extra_context)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        deeds = self.deeds_for(request, obj)
        context |= {
            "deeds": [deed for deed in deeds if deed != Deed.WITHDRAW],
            "may_publish": Deed.PUBLISH in deeds,
            "flow": self.flow(obj),
            "may_hand_in": obj is None or obj.status == Status.DRAFT,
            "withdraw_address": self.address_of(obj, "withdraw") if Deed.WITHDRAW in deeds else "",
        }
        return super().render_change_form(request, context, add, change, form_url, obj)

    def flow(self, obj) -> list[dict]:
        """The steps from draft to public, for the bar above the form."""
        current = obj.status_now if obj else Status.DRAFT
        steps = [Status.DRAFT, Status.SCHEDULED, Status.PUBLISHED]
        if current == Status.WITHDRAWN:
            steps.append(Status.WITHDRAWN)
        place = steps.index(current)
        return [
            {"label": step.label, "current": step == current, "done": steps.index(step) < place}
            for step in steps
        ]

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        self.do_the_deed(form)
        if not self.is_written_aside(request, form.instance) and (
            told := self.handed_in(request, form.instance)
        ):
            self.message_user(request, told)

    def do_the_deed(self, form) -> None:
        item = form.instance
        if form.deed == Deed.PUBLISH:
            publish(item)
        elif form.deed == Deed.SCHEDULE:
            schedule(item, form.cleaned_data["publish_at"])
        elif form.deed == Deed.RETURN_TO_DRAFT:
            return_to_draft(item)
        elif form.goes_public:
            check_obstacles(item)

    def construct_change_message(self, request, form, formsets, add=False):
        done = {
            Deed.PUBLISH: "Published.",
            Deed.SCHEDULE: "Scheduled.",
            Deed.RETURN_TO_DRAFT: "Returned to draft.",
        }
        return done.get(form.deed) or super().construct_change_message(request, form, formsets, add)

    def response_add(self, request, obj, post_url_continue=None):
        return self.response_to_deed(request, obj) or super().response_add(request, obj, post_url_continue)

    def response_change(self, request, obj):
        return self.response_to_deed(request, obj) or super().response_change(request, obj)

    def response_to_deed(self, request, obj):
        deed = deed_in(request.POST)
        if deed is None:
            return None
        words = {
            Deed.PUBLISH: format_html(
                '“{}” is public. <a href="{}">See it on the site</a>.', obj, obj.get_absolute_url()
            ),
            Deed.SCHEDULE: f"“{obj}” will appear by itself on {self.moment(obj.publish_at)}.",
            Deed.RETURN_TO_DRAFT: f"“{obj}” is a draft again; the public no longer sees it.",
        }
        self.message_user(request, words[deed], messages.SUCCESS)
        return HttpResponseRedirect(self.address_of(obj))

    @staticmethod
    def moment(at) -> str:
        return date_format(timezone.localtime(at), "j F Y, H:i")

    # --- The list ---

    @admin.action(description="Publish", permissions=["publish"])
    def publish_selected(self, request, queryset):
        self.do_to_each(request, queryset, publish, "Published")

    @admin.action(description="Return to draft", permissions=["publish"])
    def return_selected(self, request, queryset):
        self.do_to_each(request, queryset, return_to_draft, "Returned to draft")

    @admin.display(description="Status", ordering="status")
    def state(self, item):
        status = item.status_now
        moment = f", {self.moment(item.publish_at)}" if status == Status.SCHEDULED else ""
        return format_html(
            '<span class="tag {}">{}{}</span><input type="hidden" name="seen-{}" value="{}">',
            self.tones[status],
            status.label,
            moment,
            item.pk,
            item.version,
        )


@admin.register(Correction)
class CorrectionAdmin(DeskAdmin):
    """All corrections in one list; they are written on the form of the item that they correct."""

    list_display = ["date", "item_name", "text"]
    list_filter = ["content_type"]
    search_fields = ["fold__contains"]
    date_hierarchy = "date"
    fields = ["date", "text"]

    def get_queryset(self, request):
        lines = [rows.for_line() for rows in corrected_rows()]
        return super().get_queryset(request).prefetch_related(GenericPrefetch("item", lines))

    def hold(self, pk):
        correction = Correction.objects.filter(pk=pk).first()
        if correction and correction.whole:
            hold_row(type(correction.whole), correction.whole.pk)
        super().hold(pk)

    def has_add_permission(self, request, obj=None):
        return False

    @admin.display(description="Corrects")
    def item_name(self, correction):
        return str(correction.item)[:100]


def corrected_rows() -> list[Any]:
    """The rows of each model whose records have corrections: those that say so."""
    return [
        model._default_manager
        for model in apps.get_models()
        if any(field.related_model is Correction for field in model._meta.private_fields)
    ]
