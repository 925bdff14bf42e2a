"""The desk's screens of a report being read: pasting it, and deciding about what is proposed."""

import hashlib
import json

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError
from django.http import HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect, JsonResponse, QueryDict
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.views.decorators.csrf import csrf_exempt

from config import outages
from events.models import Statement
from intake import matching, review
from intake.changes import changes
from intake.decisions import checked_items, first_choice
from intake.files import (
    MEGABYTE,
    MOST_BYTES,
    MOST_CHARACTERS,
    Unreadable,
    checked,
    text_of_html,
)
from intake.forms import PasteForm
from intake.importing import take_in
from intake.making import Made, left_out, make_draft
from intake.models import Intake
from intake.plain_form import items_from
from intake.queue_admin import QueueScreen
from publishing.changes import unit_of_work
from publishing.desk_admin import DeskAdmin
from publishing.gate import Status
from publishing.richtext import UNPRINTABLE, left_out_in_words

#: A file, a text of four bytes a character, and the fields round them.
MOST_SENT = MOST_BYTES + 4 * MOST_CHARACTERS + MEGABYTE // 2
#: What is refused is still received up to here, without keeping it: a browser shows no answer before it has sent all.
MOST_DRAINED = 256 * MEGABYTE
CHUNK = 64 * 1024

DECIDED_ELSEWHERE = (
    "Somebody else, or another tab of yours, has decided something here in the meantime. What you see is how it "
    "stands now; your last decisions were not kept."
)

#: On the page, for not every browser keeps what was typed into it.
NOT_NOW = "Nothing can be saved at this moment. Your text is still here: hand it in again later."


@admin.register(Intake)
class IntakeAdmin(QueueScreen, DeskAdmin):
    list_display = ["title", "standing", "decided_of", "source", "retrieved_at", "read_by"]
    list_filter = ["state"]
    search_fields = ["text", "source", "file_name"]
    ordering = ["-retrieved_at", "-pk"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("event", "read_by", "follows")

    def get_urls(self):
        wrap = self.admin_site.admin_view
        return [
            # What is sent is weighed before the CSRF check reads it; admin_view makes that check itself.
            path("add/", csrf_exempt(weighed(wrap(self.add_view))), name="intake_intake_add"),
            path("alike/", wrap(self.alike_view), name="intake_intake_alike"),
            path("cleaned/", csrf_exempt(weighed(wrap(self.cleaned_view))), name="intake_intake_cleaned"),
            path("<int:pk>/decisions/", wrap(self.decisions_view), name="intake_intake_decisions"),
            *super().get_urls(),
        ]

    # --- Pasting ---

    def add_view(self, request, form_url="", extra_context=None):
        if not self.has_add_permission(request):
            raise PermissionDenied
        form = PasteForm(request.POST or None, request.FILES or None, label_suffix="")
        if request.method == "POST" and form.is_valid():
            try:
                return self.read(request, form.cleaned_data)
            except DatabaseError as error:
                if not outages.is_of_writing(error):
                    raise
                form.add_error(None, NOT_NOW)
                return self.paste_page(request, form, status=503)
        return self.paste_page(request, form, status=422 if form.is_bound else 200)

    def read(self, request, pasted):
        file, report = pasted.get("file"), pasted["report"]
        intake, outcome = take_in(
            report.text,
            pasted["source"],
            file.name if file else "",
            by=request.user,
            left_out=report.left_out + pasted["left_out"],
            seconds=report.seconds,
        )
        if outcome == "same":
            self.message_user(request, self.read_before(intake), messages.INFO)
        return HttpResponseRedirect(self.address_of(intake))

    def read_before(self, intake) -> str:
        when = date_format(timezone.localtime(intake.retrieved_at), "j F Y, H:i")
        return f"Nothing changed: this text was read on {when}, and here is how it stands."

    def paste_page(self, request, form, status=200):
        context = {
            **self.admin_site.each_context(request),
            "title": "Paste a report",
            "opts": self.opts,
            "form": form,
            "waiting": Intake.objects.being_read().newest_first()[:5],
        }
        return TemplateResponse(request, "admin/intake/intake/paste.html", context, status=status)

    # --- Reviewing ---

    def change_view(self, request, object_id, form_url="", extra_context=None):
        if not self.has_change_permission(request):
            raise PermissionDenied
        intake = self.get_object(request, object_id)
        if intake is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if request.method == "POST":
            return self.decided(request, intake)
        return self.review_page(request, intake)

    def decided(self, request, intake):
        """What was posted is judged against the row as it is now, and nobody else changes it meanwhile."""
        makes_draft = request.POST.get("deed") == "make"  # which may add to an event that is there
        with unit_of_work(alone=makes_draft):
            return self.decided_now(request, intake)

    def decided_now(self, request, intake):
        intake = Intake.objects.locked(intake)
        deed = request.POST.get("deed", "save")
        if deed in ("throw", "take-up"):
            return self.thrown_or_taken_up(request, intake, deed)
        press = press_of(request.POST)
        if deed == "make" and was_made_by(press, intake):
            return self.made_before(request, intake)
        if request.POST.get("version") != str(intake.version):
            self.message_user(request, DECIDED_ELSEWHERE, messages.WARNING)
            return self.review_page(request, intake, status=409)
        errors: dict[str, str] = {}
        if "script" not in request.POST and not intake.is_forgotten:
            try:
                items, errors = items_from(request.POST, intake)
            except ValidationError as error:
                self.message_user(request, " ".join(error.messages), messages.ERROR)
                return self.review_page(request, intake, status=400)
            keep(intake, intake.version, {**intake.decisions, "items": items})
            intake.refresh_from_db()
        if errors or deed != "make":
            self.message_user(request, *SAVED[bool(errors)])
            return self.review_page(request, intake, errors) if errors else HttpResponseRedirect(request.path)
        return self.made(request, intake, press)

    def made(self, request, intake, press):
        if not self.may_make(request, intake):
            raise PermissionDenied
        try:
            made = make_draft(intake, intake.items, press)
        except ValidationError as error:
            for message in error.messages:
                self.message_user(request, message, messages.ERROR)
            return HttpResponseRedirect(request.path)
        log = "Made from a report." if made.is_new else "Added from a report."
        (self.log_addition if made.is_new else self.log_change)(request, made.event, log)
        self.tell(request, intake, made)
        return self.to_the_draft(made.event)

    def made_before(self, request, intake):
        """A second press of the button gets the answer of the first."""
        if not self.may_make(request, intake):
            raise PermissionDenied
        left = left_out(intake.items)
        self.message_user(
            request, self.with_what_is_left("The draft is made.", intake, left), messages.SUCCESS
        )
        return self.to_the_draft(intake.event)

    def to_the_draft(self, event):
        return HttpResponseRedirect(reverse("admin:events_event_change", args=[event.pk]))

    def may_make(self, request, intake) -> bool:
        return request.user.has_perms(["events.add_event", "events.change_event", "people.add_speaker"])

    def tell(self, request, intake, made: Made) -> None:
        what = (
            f"{made.statements} statement{'' if made.statements == 1 else 's'}, "
            f"{len(made.new_speakers)} new and {len(made.found_speakers)} known people, "
            f"{len(made.opinions) + len(made.known_opinions)} opinions."
        )
        done = f"{'The draft is made:' if made.is_new else 'Added:'} {what}"
        self.message_user(request, self.with_what_is_left(done, intake, made.left), messages.SUCCESS)
        for note in made.notes:
            self.message_user(request, note, messages.WARNING)

    def with_what_is_left(self, done: str, intake, left: list[str]) -> str:
        if not left:
            return done
        return format_html(
            '{} Left in <a href="{}">the review</a>: {}.', done, self.address_of(intake), ", ".join(left)
        )

    def thrown_or_taken_up(self, request, intake, deed):
        if deed == "throw":
            intake.state = Intake.State.THROWN_AWAY
            words: str = format_html(
                '“{}” is thrown away. <a href="{}">Take it up again</a>.', intake, self.address_of(intake)
            )
        else:
            was_made = any(item.made for item in intake.items)
            intake.state = Intake.State.MADE if was_made else Intake.State.READING
            words = "Taken up again, as it was."
        intake.save(update_fields=["state", "updated_at"])
        self.message_user(request, words, messages.SUCCESS)
        return HttpResponseRedirect(
            reverse("admin:intake_intake_changelist") if deed == "throw" else request.path
        )

    def review_page(self, request, intake, errors=None, status=200):
        items = review.explained(intake, intake.items)
        event = intake.event
        context = {
            **self.admin_site.each_context(request),
            "title": str(intake),
            "opts": self.opts,
            "intake": intake,
            "words": len(intake.text.split()),
            "left_out": left_out_in_words(intake.left_out),
            "changed": changes(intake.follows, intake) if intake.follows and intake.follows.text else None,
            "page": review.as_page(intake, items),
            "items": [item | {"error": (errors or {}).get(item["id"], "")} for item in items],
            "new_error": (errors or {}).get("new-statement", ""),
            "speakers": review.speakers_offered(intake.items),
            "evidence": Statement.Evidence.choices,
            "progress": review.progress(intake.items),
            "can_be_made": intake.is_open
            and not intake.is_forgotten
            and (not event or event.status == Status.DRAFT),
        }
        return TemplateResponse(request, "admin/intake/intake/review.html", context, status=status)

    # --- What the scripts ask ---

    def decisions_view(self, request, pk):
        """Keep the decisions that a browser sends; 409 where they do not follow on what is kept."""
        if not self.has_change_permission(request):
            raise PermissionDenied
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        intake = self.get_object(request, str(pk))
        if intake is None or intake.is_forgotten:
            return JsonResponse({"error": "This report is no longer here."}, status=404)
        try:
            posted = json.loads(request.body)
            items = checked_items(review.from_browser(posted["items"], intake), intake)
            version, at = int(posted["version"]), UNPRINTABLE.sub("", str(posted.get("at", "")))[:60]
        except (ValueError, KeyError, TypeError, OverflowError, RecursionError):
            return JsonResponse({"error": "These are no decisions."}, status=400)
        except ValidationError as error:
            return JsonResponse({"error": " ".join(error.messages)}, status=400)
        decisions = {"items": items, "at": at, "gaps": bool(posted.get("gaps"))}
        if not keep(intake, version, decisions):
            return JsonResponse({"error": DECIDED_ELSEWHERE}, status=409)
        return JsonResponse({"version": version + 1})

    def alike_view(self, request):
        """Whom the archive has of ``?name=`` with ``?post=``, as JSON, for a person whom the reader missed."""
        if not self.has_change_permission(request):
            raise PermissionDenied
        name, post = (request.GET.get(key, "").replace("\0", "")[:400] for key in ("name", "post"))
        verdict = matching.match(name[:200], post)
        told = review.verdict_on(verdict) | {
            "why": f"named by you · {verdict.why}",
            "choice": first_choice(verdict),
        }
        return JsonResponse(told)

    def cleaned_view(self, request):
        """The text of a page's source that is pasted, as JSON, with what was left out of it in words."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        try:
            source = checked(text_of_html(request.POST.get("html", "")))
        except Unreadable as error:
            return JsonResponse({"error": str(error)}, status=400)
        told = {"text": source.text, "left_out": source.left_out, "words": left_out_in_words(source.left_out)}
        return JsonResponse(told)

    def address_of(self, intake) -> str:
        return reverse("admin:intake_intake_change", args=[intake.pk])

    # --- The list ---

    @admin.display(description="Stands", ordering="state")
    def standing(self, intake):
        tone = {Intake.State.READING: "info", Intake.State.MADE: "good", Intake.State.THROWN_AWAY: ""}[
            intake.state
        ]
        return format_html('<span class="tag {}">{}</span>', tone, intake.get_state_display())

    @admin.display(description="Decided")
    def decided_of(self, intake):
        return progress_in_words(intake)


SAVED = {
    False: ("Your decisions are saved.", messages.SUCCESS),
    True: ("Saved, except what is marked below.", messages.WARNING),
}


def keep(intake: Intake, version: int, decisions: dict) -> bool:
    """Store decisions that were made on ``version``; False when somebody was quicker, and nothing is stored."""
    return bool(
        Intake.objects.filter(pk=intake.pk, version=version).update(
            decisions=decisions, version=version + 1, updated_at=timezone.now()
        )
    )


def press_of(posted: QueryDict) -> str:
    """The same for two presses of one button on one page, and for nothing else."""
    fields = sorted((name, values) for name, values in posted.lists() if name != "csrfmiddlewaretoken")
    return hashlib.sha256(json.dumps(fields).encode()).hexdigest()


def was_made_by(press: str, intake: Intake) -> bool:
    """Whether the draft is there already that a press of the button asks for. Of a report that is forgotten it is."""
    if intake.event is None:
        return False
    return intake.is_forgotten or intake.decisions.get("pressed") == press


def progress_in_words(intake: Intake) -> str:
    found = review.progress(intake.items)
    return f"{found['decided']} of {found['all']}" if found["all"] else ""


def weighed(view):
    """``view``, unless more is sent than a report can be: that is refused with a word, and never held in memory."""

    def weigh(request, *args, **kwargs):
        if int(request.headers.get("content-length") or 0) <= MOST_SENT:
            return view(request, *args, **kwargs)
        drained = 0
        while drained < MOST_DRAINED and (chunk := request.read(CHUNK)):
            drained += len(chunk)
        return HttpResponse(TOO_MUCH, status=413, content_type="text/plain; charset=utf-8")

    return weigh


TOO_MUCH = (
    f"This is too much to be one report: up to {MOST_BYTES // MEGABYTE} MB of a file, or "
    f"{MOST_CHARACTERS:,} characters of text, can be read. Go back, and paste one report at a time."
)
