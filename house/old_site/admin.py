from typing import Any, ClassVar

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.models import ADDITION, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect, StreamingHttpResponse
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html
from unfold.widgets import UnfoldAdminTextInputWidget

from house.old_site.addresses import destination, one_form
from house.old_site.answering import likely
from house.old_site.files import MOST_BYTES, MOST_ROWS, Unreadable, lines_in, text_of, told
from house.old_site.judging import Judged, Line, judge, take
from house.old_site.models import NotFound, Redirect
from publishing.changes import one_at_a_time
from publishing.desk_admin import DeskAdmin
from publishing.forms import DeskForm
from publishing.judging import Outcome, Refused
from publishing.spreadsheets import XLSX, lines_of, xlsx_of

#: Rows of a file that are shown: those first that somebody has to look at.
MOST_SHOWN = 300
LOOKED_AT_FIRST = (Outcome.WRONG, Outcome.CHANGED, Outcome.NEW, Outcome.SAME)
#: An address before its percent signs are read, and what says where somebody came from.
LONGEST_TYPED = 4000


def typed(field: str) -> forms.CharField:
    of_model: Any = Redirect._meta.get_field(field)
    return forms.CharField(
        label=of_model.verbose_name.capitalize(),
        max_length=LONGEST_TYPED,
        help_text=of_model.help_text,
        widget=UnfoldAdminTextInputWidget(),
    )


def read(form, text: str) -> str:
    try:
        return form(text)
    except ValueError as error:
        raise forms.ValidationError(str(error)) from error


class RedirectForm(DeskForm):
    address = typed("address")
    target = typed("target")

    class Meta:
        model = Redirect
        fields: ClassVar = ["address", "target"]

    def clean_address(self):
        return read(one_form, self.cleaned_data["address"])

    def clean_target(self):
        return read(destination, self.cleaned_data["target"])

    def clean(self):
        """Held from here on: two that lead to each other are not both made in the same instant."""
        super().clean()
        if {"address", "target"} <= self.cleaned_data.keys():
            one_at_a_time()
            line = Line(1, self.cleaned_data["address"], self.cleaned_data["target"])
            (row,) = judge([line], besides=self.instance.pk)
            if row.is_wrong:
                self.add_error(None, row.why)


class FileForm(forms.Form):
    """A file of redirects, or what was in one that somebody has looked at; ``lines`` are its rows."""

    file = forms.FileField(
        label="CSV or XLSX, with an old address and where it leads in each row",
        required=False,
        widget=forms.FileInput(attrs={"accept": ".csv,.tsv,.txt,.xlsx"}),
        help_text=f"Commas, semicolons or tabs, UTF-8, a head or none; at most {MOST_ROWS:,} rows.",
        error_messages={"empty": "This file is empty."},
    )
    text = forms.CharField(required=False, strip=False, widget=forms.HiddenInput)
    seen = forms.CharField(required=False, widget=forms.HiddenInput)
    lines: list[Line]

    def clean(self):
        super().clean()
        file, text = self.cleaned_data.get("file"), self.cleaned_data.get("text", "")
        if not file and not text:
            raise forms.ValidationError("Choose a file.")
        try:
            self.cleaned_data["text"] = text_of(file.read(MOST_BYTES + 1)) if file else text
            self.lines = lines_in(self.cleaned_data["text"])
        except Unreadable as error:
            raise forms.ValidationError(str(error)) from error


@admin.register(Redirect)
class RedirectAdmin(DeskAdmin):
    form = RedirectForm
    list_display = ["address", "target", "changed_at"]
    search_fields = ["address__icontains", "target__icontains"]

    def goes_alone(self, request, object_id):
        """Its form waits for its turn while the row is held; a file that is taken has its turn, and waits for rows."""
        return True

    def looked_for(self, typed):
        """An address is not folded as words are; with percent signs it is the same one."""
        try:
            return one_form(typed)
        except ValueError:
            return typed

    def get_changeform_initial_data(self, request):
        """The address that was asked for and not found, if there is one, and where it may lead."""
        try:
            address = one_form(request.GET.get("address", ""))
        except ValueError:
            return {}
        return {"address": address, "target": likely(address)}

    # --- Files ---

    def get_urls(self):
        wrap = self.admin_site.admin_view
        return [
            path("file/", wrap(self.file_view), name="house_redirect_file"),
            path("redirects.csv", wrap(self.csv_view), name="house_redirect_csv"),
            path("redirects.xlsx", wrap(self.xlsx_view), name="house_redirect_xlsx"),
            *super().get_urls(),
        ]

    def csv_view(self, request):
        if not self.has_view_permission(request):
            raise PermissionDenied
        response = StreamingHttpResponse(lines_of(told()), content_type="text/csv; charset=utf-8")
        response["Content-Disposition"] = 'attachment; filename="redirects.csv"'
        return response

    def xlsx_view(self, request):
        if not self.has_view_permission(request):
            raise PermissionDenied
        response = HttpResponse(xlsx_of(told()), content_type=XLSX)
        response["Content-Disposition"] = 'attachment; filename="redirects.xlsx"'
        return response

    def file_view(self, request):
        """What a file would change, row by row; once somebody has seen that, the change itself."""
        if not (self.has_add_permission(request) and self.has_change_permission(request)):
            raise PermissionDenied
        if request.method not in ("GET", "POST"):
            return HttpResponseNotAllowed(["GET", "POST"])
        form = FileForm(request.POST or None, request.FILES or None, label_suffix="")
        if not form.is_valid():
            return self.file_page(request, form)
        if not form.cleaned_data["seen"]:
            return self.file_page(request, form, judge(form.lines))
        try:
            judged = take(form.lines, form.cleaned_data["seen"], leave_wrong="leave_wrong" in request.POST)
        except Refused as refused:
            self.message_user(request, refused.message, messages.WARNING)
            return self.file_page(request, form, refused.judged)
        self.tell_of_file(request, judged)
        return HttpResponseRedirect(reverse("admin:house_redirect_changelist"))

    def tell_of_file(self, request, judged: Judged) -> None:
        counts = judged.counts
        words = f"{counts['new']:,} new, {counts['changed']:,} changed, {counts['same']:,} as they were"
        if counts["wrong"]:
            words += f", {counts['wrong']:,} left out"
        self.message_user(request, f"Redirects from a file: {words}.", messages.SUCCESS)
        if judged.to_be_written:
            LogEntry.objects.create(
                user=request.user,
                content_type=ContentType.objects.get_for_model(Redirect),
                object_repr="Redirects from a file",
                action_flag=ADDITION,
                change_message=words,
            )

    def file_page(self, request, form, judged: Judged | None = None):
        shown = [row for outcome in LOOKED_AT_FIRST for row in (judged or Judged()).of(outcome)][:MOST_SHOWN]
        context = {
            **self.admin_site.each_context(request),
            "title": "Redirects from a file",
            "opts": self.opts,
            "form": form,
            "judged": judged,
            "rows": shown,
            "more": len(judged or ()) - len(shown),
            "csv": reverse("admin:house_redirect_csv"),
            "xlsx": reverse("admin:house_redirect_xlsx"),
            "list": reverse("admin:house_redirect_changelist"),
        }
        request.current_app = self.admin_site.name
        status = 422 if form.is_bound and not form.is_valid() else 200
        return TemplateResponse(request, "admin/house/redirect/file.html", context, status=status)


@admin.register(NotFound)
class NotFoundAdmin(DeskAdmin):
    list_display = ["asked_for", "times", "last_on", "lead_on"]
    list_display_links = None
    search_fields = ["address__icontains"]

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    @admin.display(description="Address", ordering="address")
    def asked_for(self, asked):
        return format_html("<code>{}</code>", asked.address)

    @admin.display(description="Lead it on")
    def lead_on(self, asked):
        address = reverse("admin:house_redirect_add", query={"address": asked.address})
        return format_html(
            '<a class="button small" href="{}">Redirect it<span class="sr">: {}</span></a>',
            address,
            asked.address,
        )
