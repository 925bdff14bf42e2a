"""The screen on which an administrator lets a person be forgotten: everything that will go, then the deed."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from unfold.widgets import UnfoldAdminTextInputWidget, UnfoldBooleanWidget

from people.forgetting import Whom, forget_person, passages, what_is_kept
from people.models import Speaker
from publishing.folding import fold
from publishing.named_admin import NamedAdmin

PERMISSION = "people.forget_speaker"
#: Passages that are shown of those that will change.
MOST_PASSAGES = 40


class ForgetForm(forms.Form):
    """How much goes, why, and the name once more, so that nobody does it by a slip."""

    how_much = forms.ChoiceField(
        choices=[
            ("person", "The person: what was said stays, as a participant’s"),
            ("words", "The person and the words: their statements are withdrawn too"),
        ],
        widget=forms.RadioSelect,
        initial="person",
    )
    why = forms.CharField(
        label="Why, without the name",
        max_length=300,
        required=False,
        widget=UnfoldAdminTextInputWidget,
        help_text="Kept as the proof that it was done: “asked by letter, 24 November”.",
    )
    is_told = forms.BooleanField(
        label="Put a line without a name into the public list of corrections",
        required=False,
        widget=UnfoldBooleanWidget,
    )
    name_again = forms.CharField(
        label="Write the name to show that you mean it", widget=UnfoldAdminTextInputWidget
    )

    def __init__(self, speaker: Speaker, data=None):
        self.speaker = speaker
        super().__init__(data)

    def clean_name_again(self):
        if fold(self.cleaned_data["name_again"]) != fold(self.speaker.name):
            raise ValidationError(f"Write it as it stands here: {self.speaker.name}.")


class ForgetsPeople(NamedAdmin):
    """The part of a speaker's screen that forgets them."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.forget_view)
        return [path("<int:pk>/forget/", view, name="people_speaker_forget"), *super().get_urls()]

    def has_forget_permission(self, request) -> bool:
        return request.user.has_perm(PERMISSION)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj and self.has_forget_permission(request):
            context["forget_address"] = reverse("admin:people_speaker_forget", args=[obj.pk])
        return super().render_change_form(request, context, add, change, form_url, obj)

    def forget_view(self, request, pk):
        if not self.has_forget_permission(request):
            raise PermissionDenied
        speaker = Speaker.objects.filter(pk=pk).first()
        if speaker is None:
            raise Http404
        form = ForgetForm(speaker, request.POST or None)
        if request.method == "POST" and form.is_valid():
            try:
                return self.forgotten(request, form)
            except ValidationError as error:
                form.add_error(None, error)
        told = passages(Whom.of(speaker))
        context = {
            **self.admin_site.each_context(request),
            "title": "Forget a person",
            "opts": self.opts,
            "speaker": speaker,
            "form": form,
            "found": what_is_kept(speaker),
            "passages": told[:MOST_PASSAGES],
            "more": max(len(told) - MOST_PASSAGES, 0),
        }
        request.current_app = self.admin_site.name
        return TemplateResponse(request, "admin/people/speaker/forget.html", context)

    def forgotten(self, request, form: ForgetForm):
        chosen = form.cleaned_data
        forget_person(
            form.speaker,
            why=chosen["why"],
            words_too=chosen["how_much"] == "words",
            is_told=chosen["is_told"],
            by=request.user,
        )
        self.message_user(
            request, "The person is forgotten. Nothing here names them any more.", messages.SUCCESS
        )
        return HttpResponseRedirect(reverse("admin:people_speaker_changelist"))
