"""The screens of two records of one person: merging field by field, and taking a merge apart again."""

from typing import Any, NamedTuple

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import prefetch_related_objects
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse

from people.duplicates import REASONS, ask_again, likely_pairs, they_are_two
from people.merging import CHOSEN, LookedAt, look_at_merge, merge_speakers
from people.models import Speaker, TwoPeople
from people.unmerging import label_of, merges, refusal_to_undo, undo_merge
from publishing.changes import unit_of_work
from publishing.keys import could_be_key
from publishing.named_admin import CHOOSE_TWO, NamedAdmin

#: Merges that one page lists.
MOST_LISTED = 100


class Choice(NamedTuple):
    """One field of two records: its name, what it is called, what each of them says, and which was chosen."""

    name: str
    label: str
    values: list[tuple[Speaker, str]]
    chosen: str

    @property
    def is_same(self) -> bool:
        return len({value for _speaker, value in self.values}) == 1


class MergesAdmin(NamedAdmin):
    merge = staticmethod(merge_speakers)
    merge_template = "admin/people/speaker/merge.html"

    def get_urls(self):
        wrap = self.admin_site.admin_view
        return [
            path("duplicates/", wrap(self.duplicates_view), name="people_speaker_duplicates"),
            path("merges/", wrap(self.merges_view), name="people_speaker_merges"),
            path("merges/<int:version>/undo/", wrap(self.undo_view), name="people_speaker_undo"),
            *super().get_urls(),
        ]

    def pair_named_in(self, request):
        pair = super().pair_named_in(request)
        prefetch_related_objects(pair, "variants", "affiliations__organisation")
        return pair

    def changelist_view(self, request, extra_context=None):
        """With the way to what was merged, for whoever may."""
        offered = {"may_merge": self.has_merge_permission(request)}
        return super().changelist_view(request, offered | (extra_context or {}))

    # --- Merging ---

    def merge_view(self, request):
        if "two" in request.POST and self.has_merge_permission(request):
            pair = self.pair_named_in(request)
            return self.told_apart(request, pair)
        answer = super().merge_view(request)
        if isinstance(answer, TemplateResponse) and answer.context_data:
            pair = [record for record, _uses in answer.context_data["pair"]]
            answer.context_data["choices"] = choices(pair, request.POST) if len(pair) == 2 else []
        return answer

    def do_merge(self, request, kept, absorbed) -> None:
        merge_speakers(kept, absorbed, taken_of(request, absorbed))

    def look_at_merge(self, request, kept, absorbed) -> LookedAt:
        return look_at_merge(kept, absorbed, taken_of(request, absorbed))

    # --- Likely duplicates ---

    def duplicates_view(self, request):
        """The pairs that may be one person, and those of whom somebody said that they are two."""
        if not self.has_merge_permission(request):
            raise PermissionDenied
        if request.method == "POST":
            return self.decided(request)
        reason = request.GET.get("reason", "")
        pairs = [pair for pair in likely_pairs() if reason in ("", *pair.kinds)]
        context = {
            **self.admin_site.each_context(request),
            "title": "Likely duplicates",
            "opts": self.opts,
            "pairs": pairs,
            "reason": reason,
            "reasons": REASONS,
            "decided": TwoPeople.objects.select_related("one", "other", "by")[:MOST_LISTED],
        }
        request.current_app = self.admin_site.name
        return TemplateResponse(request, "admin/people/speaker/duplicates.html", context)

    def decided(self, request):
        asked = [request.POST.get(name, "") for name in ("one", "other")]
        if "again" in request.POST and all(map(could_be_key, asked)):
            ask_again(*map(int, asked))
            return HttpResponseRedirect(reverse("admin:people_speaker_duplicates"))
        return self.told_apart(
            request, Speaker.objects.filter(pk__in=filter(could_be_key, asked)).order_by("pk")
        )

    def told_apart(self, request, pair):
        pair = list(pair)
        if len(pair) != 2:
            self.message_user(request, CHOOSE_TWO, messages.WARNING)
        else:
            try:
                they_are_two(*pair)
            except ValidationError as error:
                self.message_user(request, " ".join(error.messages), messages.ERROR)
            else:
                told = f"“{pair[0]}” and “{pair[1]}” are two people: you are not asked again."
                self.message_user(request, told, messages.SUCCESS)
        return HttpResponseRedirect(reverse("admin:people_speaker_duplicates"))

    # --- Undoing ---

    def merges_view(self, request):
        """Who was merged into whom, with the way back."""
        if not self.has_merge_permission(request):
            raise PermissionDenied
        versions = list(merges()[:MOST_LISTED])
        kept = Speaker.objects.in_bulk([version.became for version in versions])
        context = {
            **self.admin_site.each_context(request),
            "title": "Merged before",
            "opts": self.opts,
            "merges": [(version, kept.get(version.became)) for version in versions],
        }
        request.current_app = self.admin_site.name
        return TemplateResponse(request, "admin/people/speaker/merges.html", context)

    def undo_view(self, request, version):
        if not self.has_merge_permission(request):
            raise PermissionDenied
        merge = merges().filter(pk=version).first() if could_be_key(str(version)) else None
        back = HttpResponseRedirect(reverse("admin:people_speaker_merges"))
        if merge is None:
            self.message_user(request, "There is no such merge, or it was undone already.", messages.WARNING)
            return back
        kept = Speaker.objects.filter(pk=merge.became).first()
        if refusal := refusal_to_undo(merge, kept):
            self.message_user(request, refusal, messages.ERROR)
            return back
        if request.method == "POST":
            return self.undone(request, merge, kept) or back
        context = {
            **self.admin_site.each_context(request),
            "title": "Undo a merge",
            "opts": self.opts,
            "merge": merge,
            "kept": kept,
        }
        request.current_app = self.admin_site.name
        return TemplateResponse(request, "admin/people/speaker/undo.html", context)

    def undone(self, request, merge, kept):
        try:
            with unit_of_work(alone=True):
                absorbed, stays = undo_merge(merge)
                self.log_addition(request, absorbed, f"The merge into {kept} undone.")
        except ValidationError as error:
            self.message_user(request, " ".join(error.messages), messages.ERROR)
            return None
        kept.refresh_from_db()
        told = f"“{absorbed}” and “{kept}” are two people again."
        self.message_user(request, " ".join([told, *stays]), messages.WARNING if stays else messages.SUCCESS)
        return HttpResponseRedirect(reverse("admin:people_speaker_change", args=[absorbed.pk]))


def choices(pair: list[Speaker], sent: Any) -> list[Choice]:
    return [
        Choice(
            name,
            label_of(name),
            [(one, said(one, name)) for one in pair],
            sent.get(f"of-{name}", ""),
        )
        for name in CHOSEN
    ]


def said(speaker: Any, name: str) -> str:
    if name == "portrait":
        return (
            ", ".join(filter(None, [speaker.portrait_alt, speaker.portrait_credit]))
            if speaker.portrait
            else ""
        )
    return str(speaker.country.name if name == "country" else getattr(speaker, name))


def taken_of(request, absorbed: Speaker) -> set[str]:
    """The fields that were chosen of the record that does not stay."""
    return {name for name in CHOSEN if request.POST.get(f"of-{name}") == str(absorbed.pk)}
