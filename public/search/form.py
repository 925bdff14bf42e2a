"""The query string of a search, read: what is asked, what it is narrowed to, and in which order."""

from typing import cast

from django import forms
from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from events.models import Event, Topic
from events.quotation import Known
from people.models import Speaker
from public.languages import name_of_language
from public.query_string import LONGEST_NAME, QueryString, RecordField, Typed, as_text, year_field
from search.asking import Question
from search.finding import Narrowing
from search.models import Kind
from search.query import LONGEST_QUERY

#: The parts of an address that narrow, in the order in which they are shown.
NARROWINGS = ("kind", "speaker", "topic", "from", "to", "event_kind", "evidence", "language")


class SearchForm(QueryString):
    """What is typed, and what narrows it."""

    q = Typed(LONGEST_QUERY)
    kind = forms.ChoiceField(required=False, choices=Kind.choices)
    speaker = RecordField(Speaker.objects)
    topic = RecordField(Topic.objects)
    event_kind = forms.ChoiceField(required=False, choices=Event.Kind.choices)
    evidence = forms.ChoiceField(required=False, choices=Known.choices)
    language = forms.ChoiceField(required=False, choices=settings.LANGUAGES)
    sort = forms.ChoiceField(
        required=False, choices=[("relevance", _("Relevance")), ("date", _("Newest first"))]
    )
    #: A name looked for in the list of all speakers; that it is there, blank or not, opens the list.
    who = Typed(LONGEST_NAME)

    unknown = QueryString.unknown | {
        "kind": _("There is no such kind of record."),
        "speaker": _("There is no such speaker in the archive."),
        "topic": _("There is no such topic in the archive."),
        "from": _("The year to begin with is not a year."),
        "to": _("The year to end with is not a year."),
        "event_kind": _("There is no such kind of event."),
        "evidence": _(
            "There is no such way of knowing: it is a direct quote, part quoted, a paraphrase, our translation or "
            "our summary."
        ),
        "language": _("There is no such language in the archive."),
        "sort": _("Results cannot be put in this order: it is relevance or date."),
        "page": _("There is no such page of these results."),
    }

    kept = ("q", *NARROWINGS, "sort")

    def __init__(self, data):
        super().__init__(data, reverse("search:search"))
        self._labels: dict[str, dict[str, str]] = {}

    def clean(self):
        super().clean()
        asked = self.cleaned_data
        if asked.get("from") and asked.get("to") and asked["from"] > asked["to"]:
            self.add_error("from", gettext("No year is from %(from)s on and up to %(to)s.") % asked)
        return asked

    @property
    def was_cut(self) -> bool:
        """Whether more was typed than is asked."""
        return len(as_text(self.data.get("q", ""))) > LONGEST_QUERY

    def question(self) -> Question:
        asked = self.cleaned_data
        return Question(
            typed=asked["q"],
            narrowing=Narrowing(
                kind=asked["kind"],
                speaker=asked["speaker"].pk if asked["speaker"] else None,
                topic=asked["topic"].pk if asked["topic"] else None,
                event_kind=asked["event_kind"],
                evidence=asked["evidence"],
                language=asked["language"],
                year_from=asked["from"],
                year_to=asked["to"],
            ),
            by_date=asked["sort"] == "date",
            page=self.page_number,
        )

    def without_narrowing(self) -> str:
        return self.address(**dict.fromkeys(NARROWINGS, ""))

    def narrowed_by(self) -> list[str]:
        return [name for name in NARROWINGS if self.cleaned_data.get(name)]

    def label_of(self, name: str) -> str:
        """The narrowing of that name in words."""
        value = self.cleaned_data[name]
        if name in ("from", "to"):
            since = gettext("since %(year)s") if name == "from" else gettext("until %(year)s")
            return since % {"year": value}
        if name in ("speaker", "topic"):
            return str(value)
        return self.label_of_value(name, value)

    def label_of_value(self, name: str, value: str) -> str:
        """One of the choices of that name in words."""
        if name == "language":
            return name_of_language(value)
        if name == "evidence":
            return Known(value).label  # in the language of the page, as the field's choices are not
        if name not in self._labels:
            choices = cast(forms.ChoiceField, self.fields[name]).choices
            self._labels[name] = dict(cast("list[tuple[str, str]]", choices))
        return str(self._labels[name].get(value, value))

    @property
    def years_in_words(self) -> str:
        """ "2017–2024", "2019", "since 2017" or "until 2024"; blank without any."""
        first, last = self.cleaned_data["from"], self.cleaned_data["to"]
        if first and last:
            return str(first) if first == last else f"{first}–{last}"
        return self.label_of("from" if first else "to") if first or last else ""

    def _says(self, name: str, value) -> bool:
        return super()._says(name, value) or (name == "who" and value == "")

    def _written(self, name: str):
        return "" if (name, self.cleaned_data.get(name)) == ("sort", "relevance") else super()._written(name)


# "from" is a word of Python's, so these two cannot stand among the fields above.
SearchForm.base_fields |= {"from": year_field(), "to": year_field()}
