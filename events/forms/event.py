from events.chatham_house import READ_FIELDS, names_given_away, names_in_address
from events.models import Event
from publishing.forms import ProseField, PublishableForm


class EventForm(PublishableForm):
    """The facts, the lead and the report of an event; its rows are looked at together with it."""

    report = ProseField(required=False, help_text=Event._meta.get_field("report").help_text)

    class Meta:
        model = Event
        fields = "__all__"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # The formsets are made of the instance alone; errors that concern the event belong here.
        self.instance.whole_form = self

    def clean(self):
        cleaned = super().clean()
        if (
            self.goes_public
            and "date" in self.fields
            and not cleaned.get("date")
            and "date" not in self.errors
        ):
            self.add_error("date", "An event needs a date before it is published.")
        return cleaned

    def check_for_names(self, speakers, statements) -> None:
        """Tell, at each field, which participants' names stand in it."""
        people = [form.cleaned_data["speaker"] for form in speakers if form.cleaned_data.get("speaker")]
        printed = [form.cleaned_data.get("printed_name", "") for form in speakers]
        texts = {name: getattr(self.instance, name) for name in READ_FIELDS}
        for slip in names_given_away(texts, people, printed):
            place = slip.field if slip.field in self.fields else None
            self.add_error(place, given_away(slip.name))
        for name in names_in_address(self.instance.slug, self.instance.title, people, printed):
            self.add_error("slug", given_away(name))
        for form in statements:
            words = {name: getattr(form.instance, name) for name in ["text", "attribution"]}
            for slip in names_given_away(words, people, printed):
                form.add_error(slip.field, given_away(slip.name))


def given_away(name: str) -> str:
    return f"“{name}” took part under the Chatham House Rule: this would give the name away."
