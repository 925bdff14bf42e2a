"""The part of an event's form that teases opinions in its report."""

from django.db.models import prefetch_related_objects

from events.forms import RowForm, RowFormSet
from opinions.models import Opinion, Teaser


class TeaserForm(RowForm):
    class Meta:
        model = Teaser
        fields = ["opinion", "after_paragraph"]


class TeaserFormSet(RowFormSet):
    """The opinions teased at one event."""

    anchor = "teasers-group"

    def clean_within(self):
        if self.instance.under_the_rule:
            self.check_for_participants()

    def opinions(self) -> list[Opinion]:
        return [form.cleaned_data["opinion"] for form in self.standing()]

    def check_for_participants(self) -> None:
        """Under the Chatham House Rule a teaser by a participant would give the name away."""
        present = {form.cleaned_data["speaker"] for form in self.edit.speakers.standing()}
        prefetch_related_objects(self.opinions(), "authors")
        for form in self.standing():
            for author in set(form.cleaned_data["opinion"].authors.all()) & present:
                form.add_error("opinion", f"Its author {author} took part under the Chatham House Rule.")
