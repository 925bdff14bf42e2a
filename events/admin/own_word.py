from datetime import datetime
from typing import Any, NamedTuple, Self
from urllib.parse import quote

from django import forms
from django.conf import settings
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import F
from django.http import Http404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.timezone import localtime

from events.models import Appearance, Event, OwnWord, OwnWordLink, Statement
from events.own_words import ask, ask_all, decide, key_of, speakers_of, to_be_asked
from publishing.desk_admin import DeskAdmin
from publishing.forms import DeskForm
from publishing.keys import could_be_key

#: What an editor sends along with a link, to begin with: the letter is theirs.
LETTER = (
    "Dear {speaker},\n\n"
    "we have put on record what you said at “{event}”. Please look whether we have you right: you can confirm it, "
    "object, or add a reply for readers.\n\n"
    "{address}\n\n"
    "The link shows your statements and nothing else. It works once, until {day}.\n"
)


class OwnWordForm(DeskForm):
    """What an editor decides: the reply, the objection."""

    closes = forms.BooleanField(
        required=False,
        label="The objection is decided",
        help_text="Correct, withdraw or move the statement first, if so.",
    )

    class Meta:
        model = OwnWord
        fields = ["reply_state", "decided"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        state: Any = self.fields.get("reply_state")
        if state:
            state.choices = [one for one in OwnWord.Reply.choices if one[0]]
            state.label = "The reply is"


class WhatFilter(admin.SimpleListFilter):
    title = "what"
    parameter_name = "what"

    def lookups(self, request, model_admin):
        return [
            ("objections", "Objections that wait"),
            ("replies", "Replies that wait"),
            ("confirmed", "Confirmed"),
        ]

    def queryset(self, request, queryset):
        known = {
            "objections": queryset.objections,
            "replies": queryset.replies,
            "confirmed": queryset.confirmed,
        }
        chosen = known.get(self.value() or "")
        return chosen() if chosen else queryset


class MadeLink(NamedTuple):
    """A link as the desk shows it, this once; ``letter`` opens one in the editor's own mail program."""

    speaker: Appearance
    address: str
    ends_at: datetime
    letter: str

    @classmethod
    def of(cls, link: OwnWordLink, event: Event) -> Self:
        address = f"{settings.SITE_URL}{reverse('events:own_word')}?key={key_of(link)}"
        words = LETTER.format(
            speaker=link.appearance,
            event=event,
            address=address,
            day=date_format(localtime(link.ends_at), "j F Y"),
        )
        subject = f"What you said: {event}"
        letter = f"mailto:?subject={quote(subject, safe='')}&body={quote(words, safe='')}"
        return cls(link.appearance, address, link.ends_at, letter)


@admin.register(OwnWord)
class OwnWordAdmin(DeskAdmin):
    """What speakers said of their statements, what waits first."""

    form = OwnWordForm
    list_display = ["statement_said", "says", "answered_at", "state"]
    list_filter = [WhatFilter]
    ordering = [F("closed_at").asc(nulls_first=True), "answered_at", "pk"]
    actions = None

    def get_queryset(self, request):
        said = ("statement__appearance", "statement__jointly_with", "statement__event")
        rows = super().get_queryset(request).select_related(*said)
        return rows.defer("statement__event__report", "statement__event__lead")

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def get_fields(self, request, obj=None):
        fields = []
        if obj and obj.objection:
            fields += ["closed_at"] if obj.closed_at else ["closes"]
        if obj and obj.reply:
            fields += ["reply_state"]
        return [*fields, "decided"]

    def get_readonly_fields(self, request, obj=None):
        return ["closed_at"]

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        context["ways"] = ways_of(obj.statement) if obj else []
        return super().render_change_form(request, context, add, change, form_url, obj)

    def save_model(self, request, obj, form, change):
        told = form.cleaned_data
        decide(
            obj,
            reply=told.get("reply_state") or "",
            closes=bool(told.get("closes")),
            decided=told.get("decided", ""),
        )

    # --- Asking ---

    def get_urls(self):
        view = self.admin_site.admin_view(self.ask_view)
        return [path("ask/<int:pk>/", view, name="events_ownword_ask"), *super().get_urls()]

    def ask_view(self, request, pk):
        """The speakers of an event, each with a button that makes their link; it is shown once."""
        if not self.has_change_permission(request):
            raise PermissionDenied
        event = Event.objects.filter(pk=pk).first()
        if event is None:
            raise Http404
        try:
            made = self.links_asked_for(request, event)
        except ValidationError as error:
            made = []
            self.message_user(request, " ".join(error.messages), messages.ERROR)
        context = {
            **self.admin_site.each_context(request),
            "title": "The speakers’ own word",
            "opts": self.opts,
            "event": event,
            "speakers": with_newest_link(event),
            "not_asked": to_be_asked(event).count(),
            "made": made,
        }
        request.current_app = self.admin_site.name
        return TemplateResponse(request, "admin/events/own_word_ask.html", context)

    def links_asked_for(self, request, event: Event) -> list[MadeLink]:
        """Those that the form that was sent asks for, made: of one speaker, or of all who were not asked yet."""
        if "all" in request.POST:
            return [MadeLink.of(link, event) for link in ask_all(event, request.user)]
        key = request.POST.get("appearance", "")
        chosen = event.appearances.filter(pk=key).first() if could_be_key(key) else None
        return [MadeLink.of(ask(chosen, request.user), event)] if chosen else []

    # --- What is shown ---

    @admin.display(description="Said by")
    def statement_said(self, word):
        return word.statement.said_by

    @admin.display(description="Says")
    def says(self, word):
        if word.objected_at:
            return "not so"
        if word.confirmed_at:
            return "confirmed" if word.is_confirmed else "confirmed, before the words were changed"
        return "replies"

    @admin.display(description="State")
    def state(self, word):
        return format_html('<span class="tag warn">{}</span>', "Waits") if word.waits else "Decided"


def ways_of(statement: Statement) -> list[tuple[str, str]]:
    """Where a statement that a speaker objects to is set right; each of these pages asks who may."""
    ways = {"change": "Correct it", "move": "Move to another speaker…", "withdraw": "Withdraw…"}
    return [
        (words, reverse(f"admin:events_statement_{page}", args=[statement.pk]))
        for page, words in ways.items()
    ]


def with_newest_link(event: Event) -> list[Appearance]:
    """Each speaker with their newest link, as ``newest_link``."""
    rows: list[Any] = list(speakers_of(event).prefetch_related("own_word_links"))
    for row in rows:
        row.newest_link = next(iter(row.own_word_links.all()), None)
    return rows
