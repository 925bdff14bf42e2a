"""Corrections at the desk: on the form of what they correct, and all in one list."""

from typing import Any

from django.apps import apps
from django.contrib import admin
from django.contrib.contenttypes.prefetch import GenericPrefetch
from django.db import models
from unfold.admin import GenericStackedInline

from publishing.desk_admin import DeskAdmin, on_wide_lines
from publishing.models import Correction
from publishing.rows import OwnGenericRowsFormSet
from publishing.versions import hold_row


class CorrectionInline(GenericStackedInline):
    model = Correction
    formset = OwnGenericRowsFormSet
    extra = 0
    fields = ["date", "text"]
    formfield_overrides = {models.TextField: {"widget": on_wide_lines(2)}}


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
