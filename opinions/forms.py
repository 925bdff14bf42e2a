"""The part of an event's form that teases opinions in its report."""

from collections.abc import Iterable
from copy import deepcopy
from functools import cached_property
from typing import Any

from django import forms
from django.db import models
from django.db.models import prefetch_related_objects
from django.utils.choices import CallableChoiceIterator
from unfold.widgets import UnfoldAdminSelectWidget

from events.chatham_house import slips_of
from events.checks import Check
from events.forms import RowForm, RowFormSet
from events.forms.statements import shortened
from events.models import Event
from events.passages import paragraphs_of
from opinions.models import Opinion, Teaser
from opinions.teased import can_come_along, listed, moment_of, publish_with, state_of, unseen, unseen_in
from publishing.states import Deed, possible


class TeaserForm(RowForm):
    """An opinion, and the paragraph after which it stands: chosen by its words, not counted."""

    class Meta:
        model = Teaser
        fields = ["opinion", "after_paragraph"]
        widgets = {"after_paragraph": UnfoldAdminSelectWidget}


class UnseenForm(forms.Form):
    """What becomes of teased opinions that readers would not find when their event goes public."""

    class Answer(models.TextChoices):
        WITH = "with", "Publish them with the event"
        WITHOUT = "without", "Leave them as they are: readers see the event without them"

    answer = forms.ChoiceField(
        label="Opinions that readers would not find",
        required=False,
        choices=Answer,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args, may_publish: bool, **kwargs):
        super().__init__(*args, **kwargs)
        if not may_publish:
            answer: Any = self.fields["answer"]
            answer.choices = [(self.Answer.WITHOUT, self.Answer.WITHOUT.label)]

    @property
    def comes_along(self) -> bool:
        """Whether they are to be published too, once the form is valid."""
        return self.cleaned_data.get("answer", "") == self.Answer.WITH


class UnseenInSeveralForm(UnseenForm):
    """The same of ``events`` that are published from the list; of nothing where ``teased`` is empty."""

    legend = "Opinions that readers would not find"

    def __init__(self, data, events: Iterable[Event], user):
        self.user = user
        self.teased = unseen_in([event for event in events if Deed.PUBLISH in possible(event.status_now)])
        opinions = [opinion for some in self.teased.values() for opinion in some]
        super().__init__(data, prefix="teased", may_publish=may_come_along(opinions, user))
        self.fields["answer"].required = bool(opinions)

    @property
    def words(self) -> list[str]:
        """What there is to say before it is answered, of each event."""
        return [
            f"“{event}” teases what readers would not find: {listed(opinions)}."
            for event, opinions in self.teased.items()
        ]

    def after_the_deed(self, event: Event) -> None:
        if self.comes_along:
            publish_with(event, self.user)


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
    def unseen(self) -> list[Opinion]:
        """The teased opinions that readers would not find when the event appears."""
        opinions = (
            self.opinions() if self.is_bound else [form.instance.opinion for form in self.initial_forms]
        )
        at = self.instance.publish_at if self.edit.form.deed == Deed.SCHEDULE else None
        return unseen(opinions, at or moment_of(self.instance))

    @property
    def unseen_in_words(self) -> str:
        return listed(self.unseen)

    def opinions(self) -> list[Opinion]:
        chosen = [form.cleaned_data.get("opinion") for form in self.standing()]
        return [opinion for opinion in chosen if opinion]

    # --- What is asked beside the rows ---

    @property
    def questions(self):
        may_be_asked = self.edit.user.has_perm("events.publish_event") and not self.instance.is_public
        return [self.about_unseen] if self.unseen and may_be_asked else []

    @cached_property
    def about_unseen(self) -> UnseenForm:
        return UnseenForm(
            self.data if self.is_bound else None,
            prefix=f"{self.prefix}-unseen",
            may_publish=may_come_along(self.unseen, self.edit.user),
        )

    def checks(self):
        is_answered = self.is_bound and self.questions and self.about_unseen.is_valid()
        come_along = bool(is_answered and self.about_unseen.comes_along)
        return [
            Check(
                "a teased opinion that readers would not find",
                f"“{opinion}” is teased, and {state_of(opinion)}.",
                self.anchor,
            )
            for opinion in self.unseen
            if not (come_along and can_come_along(opinion))
        ]

    @cached_property
    def is_asked(self) -> bool:
        """Whether the event is about to go public, and what it teases is not; remembered while it goes public."""
        return self.edit.form.deed in (Deed.PUBLISH, Deed.SCHEDULE) and bool(self.questions)

    # --- Looking at the whole ---

    def clean_within(self):
        if self.instance.under_the_rule:
            self.check_for_participants()
        if self.is_asked and self.about_unseen.is_valid():
            self.check_unseen()

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

    def check_unseen(self) -> None:
        if not self.about_unseen.cleaned_data["answer"]:
            self.about_unseen.add_error(
                "answer", f"Readers would not find {listed(self.unseen)}: choose what happens."
            )
        elif self.about_unseen.comes_along:
            for form in self.standing():
                opinion = form.cleaned_data["opinion"]
                if opinion in self.unseen and can_come_along(opinion) and (obstacles := opinion.obstacles()):
                    form.add_error("opinion", f"It cannot be published: {' '.join(obstacles)}")

    # --- Publishing ---

    def after_the_deed(self) -> list[str]:
        if not (self.is_asked and self.about_unseen.comes_along):
            return []
        done = publish_with(self.instance, self.edit.user)
        return [f"Published with it: {', '.join(f'“{opinion}”' for opinion in done)}."] if done else []


def may_come_along(opinions: Iterable[Opinion], user) -> bool:
    """Whether ``user`` can publish one of them in the deed that publishes what teases it."""
    return user.has_perm("opinions.publish_opinion") and any(map(can_come_along, opinions))
