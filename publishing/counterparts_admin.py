"""The desk's field for the counterpart of a record in another language."""

from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html_join


class WithCounterparts:
    """An admin of records ``InLanguages``: a translation chooses what it is of; of what has some, they are listed."""

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
