"""The part of an event's form that teases opinions in its report."""

from copy import deepcopy
from functools import cached_property
from typing import Any

from django import forms
from django.contrib.admin.models import CHANGE, LogEntry
from django.db import models
from django.db.models import QuerySet, prefetch_related_objects
from django.utils.choices import CallableChoiceIterator
from unfold.widgets import UnfoldAdminSelectWidget

from events.chatham_house import slips_of
from events.checks import Check
from events.forms import RowForm, RowFormSet
from events.forms.statements import shortened
from events.models import Event
from events.passages import paragraphs_of
from opinions.models import Opinion, Teaser
from publishing.deeds import publish, schedule
from publishing.gate import Status
from publishing.states import Deed


class TeaserForm(RowForm):
    """An opinion, and the paragraph after which it stands: chosen by its words, not counted."""

    class Meta:
        model = Teaser
        fields = ["opinion", "after_paragraph"]
        widgets = {"after_paragraph": UnfoldAdminSelectWidget}


class DraftsForm(forms.Form):
    """What becomes of teased opinions that are drafts when their event goes public."""

    class Answer(models.TextChoices):
        WITH = "with", "Publish them with the event"
        WITHOUT = "without", "Leave them drafts: readers see the event without them"

    answer = forms.ChoiceField(
        label="Opinions that are drafts", required=False, choices=Answer, widget=forms.RadioSelect
    )

    def __init__(self, *args, may_publish: bool, **kwargs):
        super().__init__(*args, **kwargs)
        if not may_publish:
            answer: Any = self.fields["answer"]
            answer.choices = [(self.Answer.WITHOUT, self.Answer.WITHOUT.label)]


class TeaserFormSet(RowFormSet):
    """The opinions teased at one event."""

    anchor = "teasers-group"

    def add_fields(self, form, index):
        super().add_fields(form, index)
        field = form.fields["after_paragraph"] = deepcopy(form.fields["after_paragraph"])
        chosen = form["after_paragraph"].value()
        # Where nothing is shown again, the report need not be read for it.
        field.widget.choices = CallableChoiceIterator(lambda: self.places_beside(chosen))

    def places_beside(self, chosen: Any) -> list[tuple[int, str]]:
        """Where a teaser can stand, the place that it has included."""
        known = [str(number) for number, _words in self.paragraphs]
        return [*self.paragraphs, *([] if str(chosen) in known else [(chosen, f"After {chosen}")])]

    @cached_property
    def paragraphs(self) -> list[tuple[int, str]]:
        """Where a teaser can stand in the report, by number, each with the first words of the paragraph before."""
        report = self.data.get("report", "") if self.is_bound else self.instance.report
        told = [
            f"After {number}: {shortened(words)}"
            for number, words in enumerate(paragraphs_of(report or ""), start=1)
        ]
        return list(enumerate(["Before the first paragraph", *told]))

    @cached_property
    def drafts(self) -> list[Opinion]:
        """The teased opinions that readers would not find."""
        opinions = (
            self.opinions() if self.is_bound else [form.instance.opinion for form in self.initial_forms]
        )
        return [opinion for opinion in opinions if opinion.status == Status.DRAFT]

    def opinions(self) -> list[Opinion]:
        chosen = [form.cleaned_data.get("opinion") for form in self.standing()]
        return [opinion for opinion in chosen if opinion]

    # --- What is asked beside the rows ---

    @property
    def questions(self):
        may_be_asked = self.edit.user.has_perm("events.publish_event") and not self.instance.is_public
        return [self.about_drafts] if self.drafts and may_be_asked else []

    @cached_property
    def about_drafts(self) -> DraftsForm:
        return DraftsForm(
            self.data if self.is_bound else None,
            prefix=f"{self.prefix}-drafts",
            may_publish=self.edit.user.has_perm("opinions.publish_opinion"),
        )

    def checks(self):
        if (
            self.is_bound
            and self.questions
            and self.about_drafts.is_valid()
            and self.answer == DraftsForm.Answer.WITH
        ):
            return []
        return [
            Check("a teased opinion that is a draft", f"“{opinion}” is teased, and a draft.", self.anchor)
            for opinion in self.drafts
        ]

    @property
    def answer(self) -> str:
        return self.about_drafts.cleaned_data.get("answer", "")

    @cached_property
    def is_asked(self) -> bool:
        """Whether the event is about to go public, and what it teases is not; remembered while it goes public."""
        return self.edit.form.deed in (Deed.PUBLISH, Deed.SCHEDULE) and bool(self.questions)

    # --- Looking at the whole ---

    def clean_within(self):
        if self.instance.under_the_rule:
            self.check_for_participants()
        if self.is_asked and self.about_drafts.is_valid():
            self.check_drafts()

    def check_for_participants(self) -> None:
        """Under the Chatham House Rule a teaser by a participant, or one that names one, would give the name away."""
        present = {form.cleaned_data["speaker"] for form in self.edit.speakers.standing()}
        rows = list(enumerate(self.standing()))
        texts = {str(number): form.cleaned_data["opinion"].in_a_teaser for number, form in rows}
        prefetch_related_objects(self.opinions(), "authors")
        for form in self.standing():
            for author in set(form.cleaned_data["opinion"].authors.all()) & present:
                form.add_error("opinion", f"Its author {author} took part under the Chatham House Rule.")
        for slip in slips_of(self.edit.participants, self.instance, texts):
            dict(rows)[int(slip.field)].add_error("opinion", slip.in_words)

    def check_drafts(self) -> None:
        if not self.answer:
            self.about_drafts.add_error(
                "answer", f"Readers would not find {listed(self.drafts)}: choose what happens."
            )
        elif self.answer == DraftsForm.Answer.WITH:
            for form in self.standing():
                opinion = form.cleaned_data["opinion"]
                if opinion in self.drafts and (obstacles := opinion.obstacles()):
                    form.add_error("opinion", f"It cannot be published: {' '.join(obstacles)}")

    # --- Publishing ---

    def after_the_deed(self) -> list[str]:
        if not self.is_asked:
            return []
        if self.answer != DraftsForm.Answer.WITH:
            return [f"Still a draft, and not shown to readers: {listed(self.drafts)}."]
        for opinion in self.drafts:
            if self.edit.form.deed == Deed.SCHEDULE:
                schedule(opinion, self.instance.publish_at)
            else:
                publish(opinion)
        LogEntry.objects.log_actions(
            self.edit.user.pk, self.drafts, CHANGE, f"Published with the event “{self.instance}”."
        )
        return [f"Published with it: {listed(self.drafts)}."]


def listed(opinions: list[Opinion]) -> str:
    return ", ".join(f"“{opinion}”" for opinion in opinions)


def drafts_teased_in(events: QuerySet[Event]) -> list[str]:
    """For each of ``events`` that teases a draft, in words that it does; one query."""
    teasers = Teaser.objects.filter(event__in=events, opinion__status=Status.DRAFT)
    drafts: dict[str, list[Opinion]] = {}
    for teaser in teasers.order_by("event", "pk").select_related("event", "opinion"):
        drafts.setdefault(str(teaser.event), []).append(teaser.opinion)
    return [
        f"“{event}” teases what is still a draft, and not shown to readers: {listed(opinions)}."
        for event, opinions in drafts.items()
    ]
