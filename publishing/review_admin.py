"""A review on the desk: the page on which a publisher looks at what was handed in, and the comments on its form."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html

from publishing.comparing import Section, compare
from publishing.keys import could_be_key
from publishing.logbook import write
from publishing.models import LogbookEntry, Remark, Review, Version
from publishing.pending import merged, pending_of
from publishing.pending_admin import ChangesWait, change_address
from publishing.reviewing import review_of, send_back, settle
from publishing.wholes import Document, document_of

NOTHING_YET: Document = {"fields": {}, "parts": {}}
LONGEST = Remark._meta.get_field("text").max_length
#: In the form's names, for the remark on the whole.
WHOLE = "whole"


class RemarksForm(forms.Form):
    """A field for a remark on each place that was handed in, and one for the whole."""

    def __init__(self, sections: list[Section], data=None):
        super().__init__(data)
        self.called = {WHOLE: ""} | dict(places_in(sections))
        for place, called in self.called.items():
            self.fields[place] = forms.CharField(
                label=f"Comment on {called}" if called else "Comment on the whole",
                required=False,
                max_length=LONGEST,
                widget=forms.Textarea(attrs={"class": "input", "rows": 2}),
            )

    @property
    def remarks(self) -> Iterator[Remark]:
        for place, text in self.cleaned_data.items():
            if text:
                yield Remark(
                    place="" if place == WHOLE else place, called=self.called[place][:300], text=text
                )


def places_in(sections: list[Section]) -> Iterator[tuple[str, str]]:
    """What can be remarked on, and what it is called: a field, or a row."""
    for section in sections:
        if section.lines:
            yield section.name, section.label
        for key, row in section.rows:
            yield f"{section.name}.{key}", row.label


class WithReviews(ChangesWait):
    """What is handed in has a page of its own, and what was said of it stands beside the fields of its form."""

    def get_urls(self: Any):
        view = self.admin_site.admin_view(self.review_view)
        own = [path("<int:pk>/review/", view, name=self.page("review"))] if self.whole else []
        return [*own, *super().get_urls()]

    def review_view(self: Any, request, pk: int):
        record = self.model._base_manager.filter(pk=pk).first() if could_be_key(str(pk)) else None
        if record is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, str(pk))
        if not self.has_view_or_change_permission(request, record):
            raise PermissionDenied
        version, review = pending_of(record), review_of(record)
        form_address = change_address(record) if version else change_address(record).partition("?")[0]
        if "settle" in request.POST:
            return self.settled(request, record, form_address)
        if review is None or review.state != Review.State.OPEN:
            self.message_user(request, "It is not in review, or not any more.", messages.WARNING)
            return HttpResponseRedirect(form_address)
        sections = handed_in(self.whole, record, version)
        form = RemarksForm(sections, request.POST if request.method == "POST" else None)
        if form.is_bound and self.sent_back(request, record, form):
            return HttpResponseRedirect(reverse("admin:index"))
        context = {
            **self.admin_site.each_context(request),
            "title": f"In review: “{record}”",
            "opts": self.opts,
            "original": record,
            "version": version,
            "review": review,
            "shown": list(shown(sections, form)),
            "form": form,
            "whole": form[WHOLE],
            "decides": self.has_publish_permission(request),
            "form_address": form_address,
            "preview_address": self.preview_of(record, version),
            "remarks": list(review.remarks.select_related("by", "settled_by")),
        }
        request.current_app = self.admin_site.name
        return TemplateResponse(request, "desk/review.html", context)

    def preview_of(self: Any, record, version: Version | None) -> str:
        """Where the page is seen as its readers will see it; blank where it has none."""
        if version:
            return reverse(f"admin:{self.page('change_preview')}", args=[record.pk])
        return record.get_absolute_url() if hasattr(record, "get_absolute_url") else ""

    def sent_back(self: Any, request, record, form: RemarksForm) -> bool:
        if not self.has_publish_permission(request):
            raise PermissionDenied
        if not form.is_valid():
            return False
        remarks = list(form.remarks)
        try:
            send_back(record, remarks)
        except ValidationError as error:
            form.add_error(None, error)
            return False
        number = "1 comment" if len(remarks) == 1 else f"{len(remarks)} comments"
        self.log_change(request, record, f"Sent back with {number}.")
        write(LogbookEntry.What.REVIEW, record, f"Sent back with {number}.")
        self.message_user(request, f"“{record}” was sent back with {number}.", messages.SUCCESS)
        return True

    def settled(self: Any, request, record, form_address: str):
        key = request.POST["settle"]
        if not (self.has_change_permission(request, record) or self.may_propose(request, record)):
            raise PermissionDenied
        if could_be_key(key) and settle(record, int(key)):
            self.message_user(request, "Settled.")
        return HttpResponseRedirect(form_address)

    def render_change_form(self: Any, request, context, add=False, change=False, form_url="", obj=None):
        """With what is open of a review beside the fields that it is about."""
        show = super().render_change_form
        review = review_of(obj) if obj is not None and self.whole else None
        if review and ("waiting" in context or not self.may_wait(obj)):
            remarks = list(review.remarks.open().select_related("by"))
            stand_beside(context, remarks)
            address = reverse(f"admin:{self.page('review')}", args=[obj.pk])
            context |= {"review": review, "remarks": remarks, "review_address": address}
        return show(request, context, add, change, form_url, obj)


def handed_in(whole, record, version: Version | None) -> list[Section]:
    """What differs from what readers see; of a draft, all that is in it."""
    now = document_of(record)
    sections = compare(whole, now, merged(record, version)) if version else compare(whole, NOTHING_YET, now)
    return [section for section in sections if not section.is_state]


def shown(sections: list[Section], form: RemarksForm) -> Iterator[dict]:
    """Each section, and each row of it, with the field for a remark on it."""
    for section in sections:
        yield {
            "section": section,
            "field": form[section.name] if section.lines else None,
            "rows": [(row, form[f"{section.name}.{key}"]) for key, row in section.rows],
        }


def stand_beside(context: dict, remarks: list[Any]) -> None:
    """Put each remark beside the field of the form that it is about, and say at which element that is (``element``)."""
    form = context["adminform"].form
    rows = {
        f"{inline.formset.prefix}.{row.instance.pk}": row
        for inline in context["inline_admin_formsets"]
        for row in inline.formset.initial_forms
    }
    for remark in remarks:
        remark.element = ""
        if remark.place in form.fields:
            bound = form[remark.place]
            remark.element = bound.auto_id
            words = (bound.help_text, remark.by or "A publisher", remark.text)
            bound.help_text = format_html('{}<span class="remark">{}: {}</span>', *words)
        elif row := rows.get(remark.place):
            row.remarks = [*getattr(row, "remarks", []), remark]
            remark.element = row.prefix if remark.place.startswith("statements.") else ""
