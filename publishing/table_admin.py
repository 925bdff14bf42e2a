"""The desk's screens of a table: out as CSV and XLSX, and in from a file, which first says what it would change."""

import base64
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any, NamedTuple, Self

from django import forms
from django.contrib import messages
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect, StreamingHttpResponse
from django.template.response import TemplateResponse
from django.urls import path, reverse

from publishing.judging import Outcome, Refused
from publishing.spreadsheets import MEGABYTE, MOST_BYTES, XLSX, Unreadable, lines_of, rows_in, xlsx_of
from publishing.tables import MOST_ROWS, Judged, May, Row, Table

MOST_SHOWN = 300
NOT_WHOLE = "The file did not come back as it was shown: choose it once more."
#: So many columns of a file can be chosen by hand; those behind are known by their heads, or left alone.
MOST_COLUMNS = 100
LOOKED_AT_FIRST = (Outcome.WRONG, Outcome.CHANGED, Outcome.NEW, Outcome.SAME)


#: Which rows of a file are shown, as the page calls them.
SHOWN = {
    "": "To look at first",
    "wrong": "To mend",
    "changed": "Changes",
    "new": "New",
    "all": "All",
}


@dataclass(frozen=True)
class Shown:
    """Which rows of a file somebody wants to see: those of an outcome, from the row ``begins`` on."""

    which: str = ""
    begins: int = 0

    @classmethod
    def asked(cls, posted: Mapping[str, Any]) -> Self:
        which, row = posted.get("which", ""), posted.get("row", "").strip()
        begins = int(row) if row.isascii() and row.isdigit() and len(row) < 9 else 0
        # Whoever goes to a row wants that one, whatever would come of it.
        return cls("all" if begins else which if which in SHOWN else "", begins)

    def of(self, judged: Judged) -> list[Row]:
        if self.which == "":
            return [row for outcome in LOOKED_AT_FIRST for row in judged.of(outcome)]
        rows = judged if self.which == "all" else judged.of(Outcome(self.which))
        return [row for row in rows if row.number >= self.begins]

    def switch(self, judged: Judged) -> list[dict[str, Any]]:
        """What the page offers, each with how many rows there are of it."""
        counts = {"": None, "all": len(judged)} | judged.counts
        return [
            {"which": which, "called": called, "number": counts[which], "is_on": which == self.which}
            for which, called in SHOWN.items()
        ]


class FileForm(forms.Form):
    """A file, or the one that somebody has looked at, sent along with the page; ``rows`` is what is in it."""

    file = forms.FileField(
        label="CSV or XLSX, with the names of columns in the first row",
        required=False,
        widget=forms.FileInput(attrs={"accept": ".csv,.tsv,.txt,.xlsx"}),
        help_text=f"Commas, semicolons or tabs, UTF-8; at most {MOST_ROWS:,} rows and {MOST_BYTES // MEGABYTE} MB.",
        error_messages={"empty": "This file is empty."},
    )
    sent = forms.CharField(required=False, widget=forms.HiddenInput)
    seen = forms.CharField(required=False, widget=forms.HiddenInput)
    name = forms.CharField(required=False, max_length=200, widget=forms.HiddenInput)
    rows: list[list[str]]

    def clean(self):
        super().clean()
        file = self.cleaned_data.get("file")
        try:
            data = file.read(MOST_BYTES + 1) if file else base64.b64decode(self.cleaned_data.get("sent", ""))
            if not data:
                raise forms.ValidationError("Choose a file.")
            self.rows = rows_in(data)
        except Unreadable as error:
            raise forms.ValidationError(str(error)) from error
        except ValueError as error:  # of what came back of a file that was shown
            raise forms.ValidationError(NOT_WHOLE) from error
        self.cleaned_data["sent"] = base64.b64encode(data).decode()
        self.cleaned_data["name"] = file.name[:200] if file else self.cleaned_data.get("name", "")


class FileColumn(NamedTuple):
    """A column of a file: its number, what stands above it, its first cell, and which of ours it is, or nothing."""

    number: int
    head: str
    example: str
    is_our: str


def chosen_columns(posted: Mapping[str, Any], table: Table, rows: list[list[str]]) -> list[str]:
    """Which of our columns each of a file is: as somebody chose on the page, and else by its head."""
    by_head = table.columns_by_head(rows[0] if rows else [])
    chosen = [posted.get(f"column-{number}", name) for number, name in enumerate(by_head)]
    return [name if name in table.names else "" for name in chosen]


def columns_of_the_file(rows: list[list[str]], chosen: Sequence[str]) -> list[FileColumn]:
    """Those that can be chosen, in the order of the file."""
    first = next((row for row in rows[1:] if any(map(str.strip, row))), [])
    told = zip_longest(rows[0], first[: len(rows[0])], chosen, fillvalue="")
    return [FileColumn(number, *cells) for number, cells in enumerate(told)][:MOST_COLUMNS]


class WithTable:
    """A screen whose records are a table; it stands before the admin in the bases."""

    table: type[Table]

    def get_urls(self: Any):
        wrap, name = self.admin_site.admin_view, f"{self.opts.app_label}_{self.opts.model_name}"
        return [
            path("table/", wrap(self.table_view), name=f"{name}_table"),
            path("table.csv", wrap(self.csv_view), name=f"{name}_csv"),
            path("table.xlsx", wrap(self.xlsx_view), name=f"{name}_xlsx"),
            *super().get_urls(),  # type: ignore[misc]  # of the admin
        ]

    def changelist_view(self: Any, request, extra_context=None):
        address = self.table_address("table") if self.has_change_permission(request) else ""
        more = {**(extra_context or {}), "table_address": address}
        return super().changelist_view(request, more)  # type: ignore[misc]  # likewise

    def table_address(self: Any, page: str) -> str:
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_{page}")

    # --- Out ---

    def csv_view(self: Any, request):
        self.check_that_may_see(request)
        response = StreamingHttpResponse(
            lines_of(self.table().told()), content_type="text/csv; charset=utf-8"
        )
        return self.attached(response, "csv")

    def xlsx_view(self: Any, request):
        self.check_that_may_see(request)
        return self.attached(HttpResponse(xlsx_of(self.table().told()), content_type=XLSX), "xlsx")

    def check_that_may_see(self: Any, request) -> None:
        if not self.has_view_permission(request):
            raise PermissionDenied

    def attached(self: Any, response, ending: str):
        called = str(self.opts.verbose_name_plural).replace(" ", "-")
        response["Content-Disposition"] = f'attachment; filename="{called}.{ending}"'
        return response

    # --- In ---

    def table_view(self: Any, request):
        """What a file would change, row by row; once somebody has seen that, the change itself."""
        if not self.has_change_permission(request):
            raise PermissionDenied
        if request.method not in ("GET", "POST"):
            return HttpResponseNotAllowed(["GET", "POST"])
        form = FileForm(request.POST or None, request.FILES or None, label_suffix="")
        if not form.is_valid():
            return self.table_page(request, form)
        table, may = self.table(), self.may_by_table(request)
        chosen = chosen_columns(request.POST, table, form.rows)
        try:
            if not form.cleaned_data["seen"]:
                return self.table_page(request, form, table.judge(form.rows, may, chosen), chosen)
            seen, name = form.cleaned_data["seen"], form.cleaned_data["name"]
            leave_wrong, what_for = "leave_wrong" in request.POST, f"From {name or 'a file'}"
            judged = table.take(form.rows, may, seen, leave_wrong, what_for, chosen)
        except Unreadable as error:
            form.add_error(None, str(error))
            return self.table_page(request, form, chosen=chosen)
        except Refused as refused:
            self.message_user(request, refused.message, messages.WARNING)
            return self.table_page(request, form, refused.judged, chosen)
        self.tell_of_table(request, judged, name)
        return HttpResponseRedirect(self.table_address("changelist"))

    def may_by_table(self: Any, request) -> May:
        return May(
            lambda record: self.may_add_by_table(request, record),
            lambda record: self.has_change_permission(request, record),
        )

    def may_add_by_table(self: Any, request, record) -> bool:
        return self.has_add_permission(request)

    def tell_of_table(self: Any, request, judged: Judged, name: str) -> None:
        counts = judged.counts
        words = f"{counts['new']:,} new, {counts['changed']:,} changed, {counts['same']:,} as they were"
        words += f", {counts['wrong']:,} left out" if counts["wrong"] else ""
        called = str(self.opts.verbose_name_plural).capitalize()
        self.message_user(request, f"{called} from {name or 'a file'}: {words}.", messages.SUCCESS)
        if judged.to_be_written:
            LogEntry.objects.create(
                user=request.user,
                content_type=ContentType.objects.get_for_model(self.model),
                object_repr=f"{called} from a file",
                action_flag=CHANGE,
                change_message=words,
            )

    def table_page(self: Any, request, form, judged: Judged | None = None, chosen: Sequence[str] = ()):
        asked = Shown.asked(request.POST)
        rows = asked.of(judged) if judged else []
        context = {
            **self.admin_site.each_context(request),
            "title": f"{str(self.opts.verbose_name_plural).capitalize()} from a file",
            "opts": self.opts,
            "form": form,
            "judged": judged,
            "rows": rows[:MOST_SHOWN],
            "more": max(len(rows) - MOST_SHOWN, 0),
            "asked": asked,
            "switch": asked.switch(judged) if judged else [],
            "csv": self.table_address("csv"),
            "xlsx": self.table_address("xlsx"),
            "list": self.table_address("changelist"),
            "names": self.table().names,
            "columns": columns_of_the_file(form.rows, chosen) if chosen else [],
        }
        request.current_app = self.admin_site.name
        status = 422 if form.is_bound and not form.is_valid() else 200
        return TemplateResponse(request, "desk/table.html", context, status=status)
