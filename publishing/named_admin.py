"""The screens of records that others name: who may change them, merging two of them, deleting what nothing names."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import NoReverseMatch, path, reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django_countries import countries

from publishing.changes import unit_of_work
from publishing.desk_admin import DeskAdmin
from publishing.folding import fold
from publishing.history import check_not_saved_since
from publishing.keys import could_be_key
from publishing.merging import Use, delete_unused, obstacles_to_deleting, uses_of
from publishing.pickers import PickOne

CHOOSE_TWO = "Choose two records, to be one, that are both there still."


class CountryFilter(admin.ChoicesFieldListFilter):
    """A filter of a list by those countries of the world that its records have."""

    def __init__(self, field, request, params, model, model_admin, field_path):
        super().__init__(field, request, params, model, model_admin, field_path)
        there = model_admin.get_queryset(request).order_by().values_list(field_path, flat=True).distinct()
        called = ((countries.name(code), code) for code in there if code)
        self.there = sorted(called, key=lambda country: fold(country[0]))

    def get_facet_counts(self, pk_attname, filtered_qs):
        return {
            code: models.Count(pk_attname, filter=models.Q((self.lookup_kwarg, code)))
            for _name, code in self.there
        }

    def choices(self, changelist):
        chosen: Any = self.lookup_val or []
        counts = self.get_facet_queryset(changelist) if changelist.add_facets else {}
        yield {
            "selected": not chosen,
            "query_string": changelist.get_query_string(remove=[self.lookup_kwarg]),
            "display": "All",
        }
        for name, code in self.there:
            yield {
                "selected": code in chosen,
                "query_string": changelist.get_query_string({self.lookup_kwarg: code}),
                "display": f"{name} ({counts[code]})" if counts else name,
            }


class SecondForm(forms.Form):
    """Asks which record is to be one with ``first``."""

    def __init__(self, model_admin, first):
        super().__init__()
        others = type(first)._default_manager.exclude(pk=first.pk)
        picker = PickOne(model_admin.pointed_at_by, model_admin.admin_site)
        self.fields["b"] = forms.ModelChoiceField(
            others, widget=picker, label=f"The other {model_admin.opts.verbose_name}"
        )


class NamedAdmin(DeskAdmin):
    """A screen of something that others name. What something public names is a publisher's to change or to merge."""

    actions = ["merge_selected"]
    merge_template = "desk/merge.html"
    delete_confirmation_template = "desk/delete_named.html"
    delete_selected_confirmation_template = "desk/delete_named_selected.html"
    #: The deed that makes two records one.
    merge: Callable[[Any, Any], None]
    #: A field that points to a record of this kind, for the picker of the second one.
    pointed_at_by: Any

    @admin.display(description="country", ordering="country")
    def in_country(self, record):
        """Of a list: for each row of one of its own fields Django would go through all countries of the world."""
        return record.country.name or None

    # --- Who may do what ---

    def is_publisher(self, request) -> bool:
        """Whoever may delete records of this kind is one: an editor may not (desk.roles)."""
        return super().has_delete_permission(request)

    def has_publish_permission(self, request, obj=None) -> bool:
        return self.is_publisher(request)

    def has_change_permission(self, request, obj=None):
        allowed = super().has_change_permission(request, obj)
        is_theirs = obj is None or self.is_written_aside(request, obj) or not obj.named_in_public
        return allowed and (is_theirs or self.is_publisher(request))

    def has_merge_permission(self, request) -> bool:
        return super().has_change_permission(request) and self.is_publisher(request)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        might_change = obj and super().has_change_permission(request)
        if might_change and not self.has_change_permission(request, obj):
            context["fixed_because"] = "Something public names this record: a publisher changes it."
        return super().render_change_form(request, context, add, change, form_url, obj)

    # --- Deleting ---

    def get_deleted_objects(self, objs, request):
        """What names a record keeps it, and is shown in place of what Django would ask about."""
        shown, counts, lacking, _ = super().get_deleted_objects(objs, request)
        return shown, counts, lacking, [line for record in objs for line in self.why_kept(record)]

    def why_kept(self, record) -> list[SafeString]:
        """Why ``record`` cannot be deleted: in words, and what names it with links."""
        obstacles = [format_html("{}", obstacle) for obstacle in obstacles_to_deleting(record)]
        return obstacles + [self.use_in_words(use) for use in uses_of(record)]

    def use_in_words(self, use: Use) -> SafeString:
        links = format_html_join("; ", '<a class="link" href="{}">{}</a>', map(self.link_to_user, use.rows))
        more = use.count - len(use.rows)
        return format_html("{}: {}{}", use, links, f"; and {more} more" if more else "")

    def link_to_user(self, row) -> tuple[str, str]:
        """The page of ``row``, or of the record that it is a part of."""
        options = row._meta
        try:
            return reverse(f"admin:{options.app_label}_{options.model_name}_change", args=[row.pk]), str(row)
        except NoReverseMatch:
            whole = next(getattr(row, name) for name in ("event", "opinion", "speaker") if hasattr(row, name))
            return self.link_to_user(whole)

    def delete_view(self, request, object_id, extra_context=None):
        """With the offer to merge the record into another instead, to whoever may."""
        merge = f"{self.merge_address}?a={object_id}" if self.has_merge_permission(request) else ""
        show = super().delete_view
        return self.refused_in_words(request, lambda: show(request, object_id, {"merge_address": merge}))

    def changelist_view(self, request, extra_context=None):
        show = super().changelist_view
        return self.refused_in_words(request, lambda: show(request, extra_context))

    def refused_in_words(self, request, show):
        """What something began to use after the page was shown is refused by the deed, and nothing is logged."""
        try:
            return show()
        except ValidationError as error:
            self.message_user(request, " ".join(error.messages), messages.ERROR)
            return HttpResponseRedirect(request.get_full_path())

    def delete_model(self, request, obj):
        delete_unused(obj)

    def delete_queryset(self, request, queryset):
        for record in queryset:
            delete_unused(record)

    # --- Two records of one thing ---

    @property
    def merge_name(self) -> str:
        return f"{self.opts.app_label}_{self.opts.model_name}_merge"

    @property
    def merge_address(self) -> str:
        return reverse(f"admin:{self.merge_name}")

    def get_urls(self):
        merge = self.admin_site.admin_view(self.merge_view)
        return [path("merge/", merge, name=self.merge_name), *super().get_urls()]

    @admin.action(description="Merge two records into one", permissions=["merge"])
    def merge_selected(self, request, queryset):
        chosen = list(queryset.values_list("pk", flat=True)[:3])
        if len(chosen) != 2:
            self.message_user(request, CHOOSE_TWO, messages.WARNING)
            return None
        return HttpResponseRedirect(f"{self.merge_address}?a={chosen[0]}&b={chosen[1]}")

    def merge_view(self, request):
        """Both records side by side, or a picker for the second; on POST ``kept`` absorbs the other."""
        if not self.has_merge_permission(request):
            raise PermissionDenied
        pair = self.pair_named_in(request)
        if not pair or (request.method == "POST" and len(pair) != 2):
            self.message_user(request, CHOOSE_TWO, messages.WARNING)
            return HttpResponseRedirect(
                reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_changelist")
            )
        errors = []
        preview = None
        if request.method == "POST":
            try:
                if "look" not in request.POST:
                    return self.merged(request, pair)
                preview = self.look_at_merge(request, *self.kept_and_absorbed(request, pair))
            except ValidationError as error:
                errors = error.messages
        second = SecondForm(self, pair[0]) if len(pair) == 1 else None
        context = {
            **self.admin_site.each_context(request),
            "title": "Merge two records into one",
            "opts": self.opts,
            "pair": [(record, uses_of(record)) for record in pair],
            "errors": errors,
            "preview": preview,
            "second": second,
            "media": self.media + second.media if second else self.media,
        }
        request.current_app = self.admin_site.name
        return TemplateResponse(request, self.merge_template, context)

    def merged(self, request, pair):
        kept, absorbed = self.kept_and_absorbed(request, pair)
        with unit_of_work(alone=True):
            for one in sorted(pair, key=lambda record: record.pk):
                check_not_saved_since(one, request.POST.get(f"seen-{one.pk}"))
            name = str(absorbed)
            self.do_merge(request, kept, absorbed)
            self.log_change(request, kept, f"Merged {name} into this record.")
        self.message_user(request, self.told_of_merge(kept, name), messages.SUCCESS)
        return HttpResponseRedirect(
            reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", args=[kept.pk])
        )

    def kept_and_absorbed(self, request, pair) -> tuple[Any, Any]:
        kept = next((record for record in pair if str(record.pk) == request.POST.get("kept")), None)
        if kept is None:
            raise ValidationError("Choose which record stays.")
        return kept, next(record for record in pair if record != kept)

    def do_merge(self, request, kept, absorbed) -> None:
        self.merge(kept, absorbed)

    def look_at_merge(self, request, kept, absorbed) -> Any:
        """What would come of it, for a template that can show it; nothing is merged."""

    def told_of_merge(self, kept: models.Model, name: str) -> str:
        leads = "; its address leads there" if hasattr(kept, "get_absolute_url") else ""
        return f"“{name}” is now part of “{kept}”{leads}."

    def pair_named_in(self, request) -> list:
        asked = [request.GET.get("a", ""), request.GET.get("b", "")]
        return list(self.get_queryset(request).filter(pk__in=filter(could_be_key, asked)))
