"""What all screens of the desk share: nothing typed is lost, and what is asked by hand is answered."""

from collections.abc import Callable, Iterable
from functools import lru_cache, partial
from itertools import islice
from typing import Any, cast

from django.contrib import messages
from django.contrib.admin import ActionLocation, SimpleListFilter, helpers
from django.contrib.admin import ModelAdmin as DjangoModelAdmin
from django.contrib.admin.exceptions import DisallowedModelAdminLookup
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.views.main import SEARCH_VAR
from django.core.exceptions import NON_FIELD_ERRORS, BadRequest, ValidationError
from django.db import DataError, IntegrityError, OperationalError, models, transaction
from django.db.models import ProtectedError, RestrictedError
from django.db.models.constants import LOOKUP_SEP
from django.forms import Script
from django.forms.formsets import INITIAL_FORM_COUNT, TOTAL_FORM_COUNT
from django.http import HttpResponseRedirect, JsonResponse, QueryDict
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.html import escape
from django.utils.safestring import mark_safe
from django.utils.text import smart_split
from django.utils.translation import get_language
from unfold.admin import ModelAdmin, checkbox
from unfold.decorators import display
from unfold.widgets import UnfoldAdminTextareaWidget

from publishing.answers import for_script, is_asked_by_script
from publishing.changes import call_it, unit_of_work
from publishing.choices import told_of
from publishing.empty_lists import WHEN_EMPTY
from publishing.folding import fold
from publishing.forms import DeskForm, ProseField
from publishing.keys import LONGEST_KEY, could_be_key
from publishing.pickers import WithPickers
from publishing.pictures import gone_if_undone
from publishing.pressing_twice import PressedTwice, begin_adding, check_pressed_once
from publishing.preview_admin import Previewed, ShowsPreview
from publishing.review_admin import WithReviews
from publishing.richtext import left_out_in_words
from publishing.saving import is_deadlock
from publishing.versions import Versioned, hold_row, hold_rows, raise_version

REFUSED = (
    "Nothing was saved: the database refused it. Somebody may have changed this record in the meantime, or "
    "another one has the same values. Your words are still here; look at them and save again."
)
#: Sent with words that were kept in the browser: they are shown in the form, and not saved.
KEPT = "_kept"
#: What the filters of our lists ask of a field, and by which name of what a relation leads to.
LOOKUPS = {"id", "exact", "in", "isnull", "gte", "gt", "lte", "lt", "year", "month", "day"}
#: Values of filters in one address: a database takes only so many.
MOST_VALUES = 500
#: Words of a search that are looked for: each is looked for in every field, and a database bears only so many.
MOST_WORDS = 20
NOT_TO_BE_SAVED = "This was sent to be looked at, and not to be saved."
FIRST_WORDS = f"Only the first {MOST_WORDS} words were looked for."
IN_USE = "Nothing was saved: something you removed is still used by “%s”."
NOT_DONE = "Nothing was done: something that this needs was changed or deleted in the same moment. Look, and try again."


def on_wide_lines(rows: int = 3) -> UnfoldAdminTextareaWidget:
    return UnfoldAdminTextareaWidget(attrs={"rows": rows})


def in_one_unit(request, answer: Callable, alone: bool):
    """What ``answer`` returns; all that it writes is one unit of work."""
    if request.method != "POST":
        return answer()
    with unit_of_work(alone=alone):
        return answer()


#: Stands in a box, or in the address of a row, for the key of that.
ITS_KEY = "its-key"


@lru_cache(maxsize=10)
def box_of_a_row(_language: str | None) -> str:
    return checkbox.render(helpers.ACTION_CHECKBOX_NAME, ITS_KEY)


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

    @property
    def when_empty(self) -> str | Promise:
        """What the list says while nothing is in it."""
        return WHEN_EMPTY.get(self.opts.label_lower, "")

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

    def get_view_on_site_url(self, obj=None):
        """Its own address, so that a copy of the link leads readers there; Django's asks for a log-in."""
        return getattr(obj, "own_address", None) or super().get_view_on_site_url(obj)

    def only_looks(self, request) -> bool:
        """Whether a form is sent to be shown with what it says, and not to be saved."""
        return KEPT in request.POST

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        def show(more: dict | None = None):
            context = {**(extra_context or {}), **(more or {})}
            return super(DeskAdmin, self).changeform_view(request, object_id, form_url, context)

        if "_saveasnew" in request.POST:
            raise BadRequest("No screen offers to save a copy; Django would make one all the same.")
        looks = self.only_looks(request)
        if looks:
            request.refusal = [NOT_TO_BE_SAVED]
        try:
            alone = self.goes_alone(request, object_id)
            with gone_if_undone():
                waits = self.waiting(request, object_id, show)
                if looks:
                    return waits or show()
                if object_id is None:
                    return waits or in_one_unit(request, lambda: self.added(request, show), alone)
                return waits or in_one_unit(request, lambda: self.met(request, object_id) or show(), alone)
        except Previewed as made:
            return made.answer
        except PressedTwice as pressed:
            return self.shown_once_saved(request, pressed)
        except ValidationError as error:
            request.refusal = error.messages
        except (ProtectedError, RestrictedError) as error:
            users = error.protected_objects if isinstance(error, ProtectedError) else error.restricted_objects
            request.refusal = [IN_USE % next(iter(users))]
        except IntegrityError:
            request.refusal = [REFUSED]
        except OperationalError as error:
            if not is_deadlock(error):
                raise
            request.refusal = [REFUSED]
        return self.shown_again(request, show)

    def goes_alone(self, request, object_id) -> bool:
        """Whether what is sent writes, or holds, another record than its own."""
        return False

    def added(self, request, show: Callable):
        if request.method == "POST":
            begin_adding(self.model)
        return show()

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        self.tell_of_choices(request, form, formsets)
        if not change:
            self.check_pressed_once(form.instance)

    def tell_of_choices(self, request, form, formsets) -> None:
        """Say what was chosen and has been merged into another since the form was opened."""
        rows = [row for formset in formsets for row in formset.forms]
        for words in dict.fromkeys(words for one in (form, *rows) for words in told_of(one)):
            self.message_user(request, words, messages.WARNING)

    def check_pressed_once(self, record) -> None:
        check_pressed_once(record)

    def shown_once_saved(self, request, pressed: PressedTwice):
        self.message_user(request, pressed.told)
        page = f"admin:{self.opts.app_label}_{self.opts.model_name}_change"
        return HttpResponseRedirect(reverse(page, args=[pressed.first.pk]))

    def get_object(self, request, object_id, from_field=None):
        """What is about to be changed is held, and so read as it is now: two saves come one after the other."""
        may_change = request.method == "POST" and transaction.get_connection().in_atomic_block
        if may_change and self.is_held and could_be_key(str(object_id)):
            self.hold(int(object_id))
        found: Any = super().get_object(request, object_id, from_field)
        if found and hasattr(found, "get_absolute_url"):
            found.own_address = found.get_absolute_url()  # before a form says otherwise
        return found

    @property
    def is_held(self) -> bool:
        """Whether the row of what is changed here is held, for its form tells who saves second."""
        return issubclass(self.model, Versioned)

    def hold(self, pk: int) -> None:
        hold_row(self.model, pk)

    def get_fields(self, request, obj=None):
        """What the template places is in no fieldset."""
        return [name for name in super().get_fields(request, obj) if name not in ("seen", "what_for")]

    def get_formset_kwargs(self, request, obj, inline, prefix):
        """Rows that were not sent are not made, whatever the form says: two thousand would take seconds. A number that
        is none is told; Django would count with one below nothing."""
        kwargs = super().get_formset_kwargs(request, obj, inline, prefix)
        if sent := kwargs.get("data"):
            for count in (TOTAL_FORM_COUNT, INITIAL_FORM_COUNT):
                typed = sent.get(f"{prefix}-{count}", "")
                most = rows_sent(sent, prefix)
                told = str(min(int(typed[:LONGEST_KEY]), most)) if typed.isdecimal() else ""
                sent[f"{prefix}-{count}"] = told
        return kwargs

    def save_model(self, request, obj, form, change):
        call_it(what_for=form.cleaned_data.get("what_for", ""))
        super().save_model(request, obj, form, change)
        left_out = sum(field.left_out for field in form.fields.values() if isinstance(field, ProseField))
        if left_out:
            self.message_user(request, left_out_in_words(left_out), messages.WARNING)
        if isinstance(obj, Versioned):
            raise_version(obj.whole)

    @display(description=ModelAdmin.action_checkbox.short_description)
    def action_checkbox(self, obj):
        """The box to tick a row: the same in each, but for the key."""
        return mark_safe(box_of_a_row(get_language()).replace(ITS_KEY, escape(str(obj.pk))))

    def shows_a_list(self, request) -> bool:
        """Whether rows are asked for to be listed, by title: nobody reads a whole report there."""
        match = request.resolver_match
        return bool(match) and match.url_name == f"{self.opts.app_label}_{self.opts.model_name}_changelist"

    def delete_view(self, request, object_id, extra_context=None):
        return in_one_unit(
            request, partial(super().delete_view, request, object_id, extra_context), alone=True
        )

    def looked_for(self, typed: str) -> str:
        """What was typed into the search, as ``search_fields`` that are folds are compared with it."""
        return fold(typed)

    def get_search_results(self, request, queryset, search_term):
        """Of many words the first are looked for: `get_changelist_instance` says so."""
        words = smart_split(self.looked_for(search_term))
        return super().get_search_results(request, queryset, " ".join(islice(words, MOST_WORDS)))

    # --- What an address or a form can ask by hand ---

    def get_changelist_instance(self, request):
        """A filter that no column can hold (a year 0, a key of thirty digits), or that no list offers, leads back
        to the whole list. Whoever searches for more words than are looked for is told."""
        if values_asked(request.GET) > MOST_VALUES:
            raise IncorrectLookupParameters("More values than a database can be asked for.")
        try:
            changelist = super().get_changelist_instance(request)
        except (ValueError, OverflowError, DataError, DisallowedModelAdminLookup) as error:
            raise IncorrectLookupParameters from error
        words = smart_split(self.looked_for(changelist.query))
        if request.method == "GET" and any(islice(words, MOST_WORDS, None)):
            self.message_user(request, FIRST_WORDS, messages.WARNING)
        return changelist

    def lookup_allowed(self, lookup, value, request):
        """Only what the filters of this list ask: a pattern by hand could hold the database for minutes."""
        asked_by = filter(None, (*self.get_list_filter(request), self.date_hierarchy))
        return any(asks(one, lookup) for one in asked_by)

    def to_field_allowed(self, request, to_field):
        """Pickers ask for the key. Django allows more, and fails at the name of a relation that leads here."""
        return to_field == self.opts.pk.name

    def response_action(self, request, queryset, **kwargs):
        chosen = request.POST.getlist(helpers.ACTION_CHECKBOX_NAME)
        if not all(map(could_be_key, chosen)):
            self.message_user(
                request, "Nothing was done: one of those chosen is no record.", messages.WARNING
            )
            return None
        act = partial(super().response_action, request, queryset, **kwargs)
        try:
            return in_one_unit(request, lambda: self.acted(request, queryset, chosen, act), alone=True)
        except IntegrityError:
            self.message_user(request, NOT_DONE, messages.ERROR)
        return HttpResponseRedirect(request.get_full_path())

    def acted(self, request, queryset, chosen: list[str], act: Callable):
        """Those chosen in a list are held first, in one order: two who choose the same never wait for each other."""
        if self.is_held:
            whole_list = request.POST.get("select_across", "0") != "0"
            keys = queryset.order_by().values_list("pk", flat=True) if whole_list else map(int, chosen)
            self.hold_several(list(set(keys)))
        return act()

    def hold_several(self, keys: list[int]) -> None:
        hold_rows(self.model, keys)

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


def rows_sent(sent: Iterable[str], prefix: str) -> int:
    """How many rows have a field among those that were ``sent``, the gaps between them included."""
    numbers = (
        name.removeprefix(f"{prefix}-").partition("-")[0] for name in sent if name.startswith(f"{prefix}-")
    )
    return max((int(number) + 1 for number in numbers if could_be_key(number)), default=0)


def asks(list_filter: Any, lookup: str) -> bool:
    """Whether a filter of a list, or the field of its date hierarchy, asks for ``lookup``: "topics" does for
    "topics__id__exact"."""
    if isinstance(list_filter, type):  # of our own, under a name of its own
        return lookup == cast("type[SimpleListFilter]", list_filter).parameter_name
    path = list_filter[0] if isinstance(list_filter, tuple) else list_filter
    further = lookup.removeprefix(path).split(LOOKUP_SEP)[1:]
    return lookup == LOOKUP_SEP.join([path, *further]) and LOOKUPS.issuperset(further)


def values_asked(address: QueryDict) -> int:
    """How many values an address names for the filters and the order of a list; within one they are parted by commas
    or dots."""
    named = (value for name, values in address.lists() if name != SEARCH_VAR for value in values)
    return sum(1 + value.count(",") + value.count(".") for value in named)
