"""The desk's field for the counterpart of a record in another language."""

from typing import Any

from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html_join

from publishing.keys import could_be_key


class WithCounterparts:
    """An admin of records ``InLanguages``: a translation chooses what it is of; of what has some, they are listed."""

    def goes_alone(self: Any, request, object_id) -> bool:
        """Whoever newly names a counterpart holds it: two that name each other would wait for each other."""
        sent = [request.POST.get("translation_of", ""), str(object_id)]
        if not could_be_key(sent[0]):
            return super().goes_alone(request, object_id)  # type: ignore[misc]  # of the admin
        named = dict(zip(["translation_of", "pk"], filter(could_be_key, sent), strict=False))
        return len(named) < 2 or not self.model._base_manager.filter(**named).exists()

    def get_readonly_fields(self, request, obj=None):
        return [*super().get_readonly_fields(request, obj), "counterparts"]  # type: ignore[misc]

    def counterpart_fields(self, obj) -> list[str]:
        has_some = obj is not None and obj.translations.exists()
        return ["counterparts"] if has_some else ["translation_of"]

    @admin.display(description="In other languages")
    def counterparts(self, record):
        change = f"admin:{record._meta.app_label}_{record._meta.model_name}_change"
        return format_html_join(
            ", ",
            '<a class="link" href="{}">{}</a> ({}, {})',
            (
                (
                    reverse(change, args=[one.pk]),
                    one,
                    one.get_language_display(),
                    one.get_status_display().lower(),
                )
                for one in record.translations.for_line()
            ),
        )
