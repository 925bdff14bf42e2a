"""Withdrawing at the desk: the page that asks for the note, and deeds that are done to several items."""

from django import forms
from django.contrib import admin, messages
from django.contrib.admin import helpers
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from unfold.widgets import UnfoldAdminTextareaWidget

from publishing.changes import unit_of_work
from publishing.deeds import withdraw
from publishing.desk_admin import DeskAdmin, in_one_unit
from publishing.history import check_not_saved_since, saved_since
from publishing.keys import could_be_key
from publishing.states import NOTE_NEEDED, Deed, next_state


class NoteForm(forms.Form):
    note = forms.CharField(
        label="Note to the reader",
        max_length=2000,
        widget=UnfoldAdminTextareaWidget(attrs={"rows": 3}),
        help_text="Shown at its address from now on: what was withdrawn, and why.",
        error_messages={"required": NOTE_NEEDED},
    )

    def __init__(self, data, items):
        super().__init__(data)
        self.items = items

    def clean_note(self):
        """Told here, so that what was typed is still there: the deed would refuse."""
        for item in self.items:
            item.check_words(self.cleaned_data["note"])
        return self.cleaned_data["note"]


class WithdrawingAdmin(DeskAdmin):
    """Withdrawing with a note, for one item from its form or for several from the list."""

    def places_to_decide(self, item, decided: dict[str, str]) -> list:
        """Where else its words stand: each with a name, a label, a text and choices. Decisions may add some."""
        return []

    def withdraw_with_note(self, item, note: str, decided: dict[str, str]) -> None:
        """``decided`` says by their names what becomes of the places."""
        withdraw(item, note)

    def refusal_to_withdraw(self, item) -> str:
        """Why ``item`` cannot be withdrawn, in words; blank when it can."""
        try:
            next_state(Deed.WITHDRAW, item.status_now)
        except ValidationError as error:
            return " ".join(error.messages)
        return ""

    def get_urls(self):
        name = f"{self.opts.app_label}_{self.opts.model_name}_withdraw"
        one = self.admin_site.admin_view(self.withdraw_view)
        return [path("<int:pk>/withdraw/", one, name=name), *super().get_urls()]

    def withdraw_view(self, request, pk):
        if not self.has_publish_permission(request):
            raise PermissionDenied
        item = self.get_queryset(request).filter(pk=pk).first() if could_be_key(str(pk)) else None
        if item is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, str(pk))
        # The same words may be withdrawn elsewhere with it.
        answer = in_one_unit(request, lambda: self.ask_for_note(request, [item]), alone=True)
        return answer or HttpResponseRedirect(self.address_of(item))

    @admin.action(description="Withdraw, with a note", permissions=["publish"])
    def withdraw_selected(self, request, queryset):
        return self.ask_for_note(request, list(queryset))

    def ask_for_note(self, request, items):
        """The page that asks for the note, or None once all that can be withdrawn are withdrawn."""
        refused = {item: words for item in items if (words := self.refusal_to_withdraw(item))}
        able = [item for item in items if item not in refused]
        form = NoteForm(request.POST if "note" in request.POST else None, able)
        chosen = {name.removeprefix("place-"): one for name, one in request.POST.items() if one}
        places = {place.name: place for item in able for place in self.places_to_decide(item, chosen)}
        decided = {name: chosen[name] for name in places if name in chosen}
        since = [words for item in able if (words := saved_since(item, request.POST.get(f"seen-{item.pk}")))]
        if not able or (form.is_valid() and decided.keys() == places.keys() and not since):
            note = form.cleaned_data["note"] if able else ""
            done = self.do_to_each(
                request, items, lambda item: self.withdraw_with_note(item, note, decided), "Withdrawn"
            )
            self.tell_what_follows(request, done)
            return None
        context = {
            **self.admin_site.each_context(request),
            "title": "Withdraw",
            "opts": self.opts,
            "items": able,
            "left_out": len(refused),
            "form": form,
            "since": since if form.is_bound else [],
            "places": [(place, decided.get(name)) for name, place in places.items()],
            "asked_for_places": form.is_bound and decided.keys() != places.keys(),
            "action_name": request.POST.get("action", ""),
            "checkbox": helpers.ACTION_CHECKBOX_NAME,
        }
        request.current_app = self.admin_site.name
        return TemplateResponse(request, "admin/withdraw.html", context)

    def do_to_each(self, request, items, deed, word: str) -> list:
        """Each item by itself: one that the deed refuses does not hold up the others. Those to which it was done."""
        done = []
        for item in items:
            try:
                with unit_of_work():
                    check_not_saved_since(item, request.POST.get(f"seen-{item.pk}"))
                    deed(item)
                    self.log_change(request, item, f"{word}.")
            except ValidationError as error:
                self.message_user(request, f"“{item}”: {' '.join(error.messages)}", messages.ERROR)
            else:
                done.append(item)
        if done:
            self.message_user(
                request, f"{word}: {', '.join(f'“{item}”' for item in done)}.", messages.SUCCESS
            )
        return done

    def address_of(self, item, page: str = "change") -> str:
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_{page}", args=[item.pk])
