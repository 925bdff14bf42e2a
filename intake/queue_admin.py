"""The desk's screen for all proposals that wait: names decided once, doubts, and drafts of what is sure, in bulk."""

from time import monotonic
from typing import Any

from django import forms
from django.contrib import messages
from django.core import signing
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import HttpResponseNotAllowed, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse

from intake import matching, queue
from intake.decisions import first_choice
from intake.items import NEW
from intake.models import SiteImport
from intake.queue import Lot, Waiting

NAMES_A_PAGE = 25
#: Of a doubt so many are listed; the next are there once these are decided.
MOST_SHOWN = 100
#: A request makes drafts for so long; a worker is waited for thirty seconds.
SECONDS = 8
AN_HOUR = 60 * 60
SALT = "a sample that was looked at"


class LotForm(forms.Form):
    """Which of those that are sure; what is wrongly said is all."""

    site = forms.CharField(required=False, max_length=300)
    year = forms.CharField(required=False, max_length=4)
    doubt = forms.CharField(required=False, max_length=60)
    page = forms.IntegerField(required=False, min_value=1)

    def lot(self) -> Lot:
        self.is_valid()
        return Lot(self.cleaned_data.get("site", ""), self.cleaned_data.get("year", ""))


class QueueScreen:
    """The part of the admin of proposals that is about all of them."""

    def get_urls(self: Any):
        wrap = self.admin_site.admin_view
        return [
            path("queue/", wrap(self.queue_view), name="intake_intake_queue"),
            path("queue/import/", wrap(self.import_view), name="intake_intake_import"),
            *super().get_urls(),  # type: ignore[misc]  # of the admin
        ]

    def queue_view(self: Any, request):
        if not self.has_change_permission(request):
            raise PermissionDenied
        if request.method == "GET":
            return self.queue_page(request)
        if request.method != "POST":
            return HttpResponseNotAllowed(["GET", "POST"])
        return (self.names_decided if request.POST.get("deed") == "names" else self.lot_accepted)(request)

    def queue_page(self: Any, request):
        form = LotForm(request.GET)
        lot, asked = form.lot(), form.cleaned_data
        found = queue.waiting()
        sure = Lot().of(found)
        some = lot.of(found)
        doubted = queue.by_doubt(found)
        looked_at = next((doubt for doubt in doubted if doubt.value == asked.get("doubt")), None)
        names, named = self.names_page(found, asked.get("page") or 1)
        context = {
            **self.admin_site.each_context(request),
            "title": "Everything that waits",
            "opts": self.opts,
            "waiting": len(found),
            "names": names,
            "named": named,
            "doubts": [(doubt, len(those), those[0]) for doubt, those in doubted.items()],
            "looked_at": looked_at,
            "shown": doubted[looked_at][:MOST_SHOWN] if looked_at else [],
            "doubted": len(found) - len(sure),
            "sure": len(sure),
            "lot": lot,
            "some": len(some),
            "sample": lot.sample(some),
            "last": max((one.pk for one in some), default=0),
            "sites": queue.counted(one.site for one in sure),
            "years": queue.counted(one.year for one in sure),
            "going": request.GET.get("going", ""),
            "run": SiteImport.objects.first(),
            "may_make": self.may_make(request, None),
        }
        return TemplateResponse(request, "admin/intake/intake/queue.html", context)

    def import_view(self: Any, request):
        """How far the last import of an old site is: what a script asks for while it goes on."""
        if not self.has_change_permission(request):
            raise PermissionDenied
        run = SiteImport.objects.defer("left").first()
        return TemplateResponse(request, "admin/intake/intake/site_import.html", {"run": run})

    # --- Names ---

    def names_page(self: Any, found: list[Waiting], number: int):
        """A page of the names to decide on, each with whom it may mean; the archive is asked once for all of them."""
        page = Paginator(queue.names_in(found), NAMES_A_PAGE).get_page(number)
        verdicts = matching.match_all([(name.name, name.post) for name in page])
        told = [(name, verdicts[name.name, name.post]) for name in page]
        return page, [(name, verdict, first_choice(verdict)) for name, verdict in told]

    def names_decided(self: Any, request):
        choices = {
            key.removeprefix("name-"): choice
            for key, choice in request.POST.items()
            if key.startswith("name-") and choice
        }
        if NEW in choices.values() and not request.user.has_perm("people.add_speaker"):
            raise PermissionDenied
        try:
            decided = queue.decide_names(choices)
        except ValidationError as error:
            self.message_user(request, " ".join(error.messages), messages.ERROR)
            return self.back(Lot())
        for speaker in decided.new:
            self.log_addition(request, speaker, "Made for all reports that wait.")
        words = f"{count(len(decided.names), 'name')} decided in {count(decided.proposals, 'proposal')}"
        new = f"; {count(len(decided.new), 'new person', 'new people')}" if decided.new else ""
        self.message_user(request, f"{words}{new}.", messages.SUCCESS)
        return self.back(Lot())

    # --- Drafts ---

    def lot_accepted(self: Any, request):
        """Make drafts of what was looked at, as many as a request has time for; the page goes on by itself."""
        if not self.may_make(request, None):
            raise PermissionDenied
        going = request.POST.get("going", "")
        lot = self.lot_going(going) if going else self.lot_looked_at(request)
        if lot is None:
            return self.back(LotForm(request.POST).lot())
        left, until = lot.of(queue.waiting()), monotonic() + SECONDS
        made = 0
        while left and monotonic() < until:
            made += self.draft_made(request, left.pop(0))
        self.message_user(request, f"{count(made, 'draft')} made, {len(left):,} to go.", messages.SUCCESS)
        return self.back(
            lot, signing.dumps([lot.site, lot.year, lot.last], salt=SALT) if left and made else ""
        )

    def draft_made(self: Any, request, one: Waiting) -> bool:
        try:
            made = queue.make_sure_draft(one.pk)
        except ValidationError as error:
            self.message_user(request, f"“{one.title}”: {' '.join(error.messages)}", messages.ERROR)
            return False
        if made is not None:
            self.log_addition(request, made.event, "Made from a report.")
        return made is not None

    def lot_going(self: Any, going: str) -> Lot | None:
        try:
            return Lot(*signing.loads(going, salt=SALT, max_age=AN_HOUR))
        except signing.BadSignature:
            return None

    def lot_looked_at(self: Any, request) -> Lot | None:
        """What the sample stands for; None, in words, where one of it is not right, or others are drawn now."""
        lot = LotForm(request.POST).lot()
        last = request.POST.get("last", "")
        lot = Lot(lot.site, lot.year, int(last) if last.isdecimal() and len(last) < 19 else 0)
        drawn = {str(one.pk) for one in lot.sample(lot.of(queue.waiting()))}
        if drawn != set(request.POST.getlist("drawn")):
            self.message_user(request, "Others wait now: look at this sample.", messages.WARNING)
            return None
        wrong = len(drawn - set(request.POST.getlist("right")))
        if wrong:
            words = f"Nothing was made: {count(wrong, 'proposal')} of the sample not ticked as right. Look there first."
            self.message_user(request, words, messages.WARNING)
            return None
        return lot

    def back(self: Any, lot: Lot, going: str = ""):
        asked = {"site": lot.site, "year": lot.year, "going": going}
        query = {name: value for name, value in asked.items() if value}
        return HttpResponseRedirect(reverse("admin:intake_intake_queue", query=query or None))


def count(number: int, word: str, words: str = "") -> str:
    return f"{number:,} {word if number == 1 else words or f'{word}s'}"
