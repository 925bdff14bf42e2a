"""The query string of a search, read: what is asked, what it is narrowed to, and in which order."""

import re
from functools import cached_property
from typing import cast
from urllib.parse import urlencode

from django import forms
from django.conf import settings
from django.db.models import QuerySet
from django.urls import reverse

from events.models import Event, Statement, Topic
from people.models import Speaker
from publishing.models import OldAddress
from publishing.richtext import UNPRINTABLE
from search.asking import Question
from search.finding import Narrowing
from search.models import Kind
from search.query import LONGEST_QUERY

FIRST_YEAR, LAST_YEAR = 1, 9999
LONGEST_NAME = 200
SLUG = re.compile(r"[-\w]{1,100}", re.ASCII)
# A visitor need only know which part of the address it is.
WAYS_TO_BE_WRONG = "invalid invalid_choice min_value max_value null_characters_not_allowed".split()

#: The parts of an address that narrow, in the order in which they are shown.
NARROWINGS = ("kind", "speaker", "topic", "from", "to", "event_kind", "evidence", "language")


class Typed(forms.Field):
    """Whatever was typed is an ordinary query; what is over the bound is cut off."""

    def __init__(self, longest: int):
        super().__init__(required=False)
        self.longest = longest

    def to_python(self, value) -> str:
        return as_text(value)[: self.longest].strip()


class RecordField(forms.ModelChoiceField):
    """A public record by its slug, or by one that it had once."""

    def __init__(self, view: str):
        super().__init__(None, required=False, to_field_name="slug")
        self.view = view

    @property
    def public(self) -> QuerySet:
        """What can be named; a form sets it as ``queryset`` when it is made."""
        return cast(QuerySet, self.queryset)

    def to_python(self, value):
        if value in self.empty_values:
            return None
        found = SLUG.fullmatch(value) and (self.public.filter(slug=value).first() or self._moved(value))
        if not found:
            raise forms.ValidationError(self.error_messages["invalid_choice"])
        return found

    def _moved(self, slug: str):
        address = reverse(self.view, args=[slug])
        old = OldAddress.objects.filter(path=address, content_type__model=self.public.model._meta.model_name)
        return self.public.filter(pk__in=old.values("object_id")).first()


def year_field() -> forms.IntegerField:
    return forms.IntegerField(required=False, min_value=FIRST_YEAR, max_value=LAST_YEAR)


class SearchForm(forms.Form):
    """Every part may be left out; what is there must be possible."""

    q = Typed(LONGEST_QUERY)
    kind = forms.ChoiceField(required=False, choices=Kind.choices)
    speaker = RecordField("people:speaker")
    topic = RecordField("events:topic")
    event_kind = forms.ChoiceField(required=False, choices=Event.Kind.choices)
    evidence = forms.ChoiceField(required=False, choices=Statement.Evidence.choices)
    language = forms.ChoiceField(required=False, choices=settings.LANGUAGES)
    sort = forms.ChoiceField(required=False, choices=[("relevance", "Relevance"), ("date", "Newest first")])
    page = forms.IntegerField(required=False, min_value=1)
    #: A name looked for in the list of all speakers; that it is there, blank or not, opens the list.
    who = Typed(LONGEST_NAME)

    unknown = {
        "kind": "There is no such kind of record.",
        "speaker": "There is no such speaker in the archive.",
        "topic": "There is no such topic in the archive.",
        "from": "The year to begin with is not a year.",
        "to": "The year to end with is not a year.",
        "event_kind": "There is no such kind of event.",
        "evidence": "There is no such way of knowing: it is a direct quote, part quoted or a paraphrase.",
        "language": "There is no such language in the archive.",
        "sort": "Results cannot be put in this order: it is relevance or date.",
        "page": "There is no such page of these results.",
    }

    def __init__(self, data):
        super().__init__(data)
        self.fields |= {"from": year_field(), "to": year_field()}
        public: dict[str, QuerySet] = {
            "speaker": Speaker.objects.published(),
            "topic": Topic.objects.published(),
        }
        for name, records in public.items():
            cast(RecordField, self.fields[name]).queryset = records
        for name, message in self.unknown.items():
            self.fields[name].error_messages |= dict.fromkeys(WAYS_TO_BE_WRONG, message)

    def clean(self):
        super().clean()
        asked = self.cleaned_data
        if asked.get("from") and asked.get("to") and asked["from"] > asked["to"]:
            self.add_error("from", f"No year is from {asked['from']} on and up to {asked['to']}.")
        return asked

    @property
    def was_cut(self) -> bool:
        """Whether more was typed than is asked."""
        return len(as_text(self.data.get("q", ""))) > LONGEST_QUERY

    @property
    def problems(self) -> list[str]:
        return [str(message) for messages in self.errors.values() for message in messages]

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
            page=asked["page"] or 1,
        )

    def address(self, view: str = "search:search", /, **changes) -> str:
        """Where this search is found with ``changes``; what says nothing is left out, and the page begins anew."""
        parts = self.parts | changes
        kept = {name: value for name, value in parts.items() if value or (name == "who" and value == "")}
        return f"{reverse(view)}?{urlencode(kept)}" if kept else reverse(view)

    @cached_property
    def parts(self) -> dict[str, str]:
        """This search as the parts of its address, the blank ones too."""
        return {name: self._written(name) for name in ("q", *NARROWINGS, "sort")}

    def without_narrowing(self) -> str:
        return self.address(**dict.fromkeys(NARROWINGS, ""))

    def narrowed_by(self) -> list[str]:
        return [name for name in NARROWINGS if self.cleaned_data.get(name)]

    def label_of(self, name: str) -> str:
        """The narrowing of that name in words."""
        value = self.cleaned_data[name]
        if name in ("from", "to"):
            return f"since {value}" if name == "from" else f"until {value}"
        if name in ("speaker", "topic"):
            return str(value)
        choices = cast(forms.ChoiceField, self.fields[name]).choices
        return dict(cast("list[tuple[str, str]]", choices))[value]

    @property
    def years_in_words(self) -> str:
        """ "2017–2024", "2019", "since 2017" or "until 2024"; blank without any."""
        first, last = self.cleaned_data["from"], self.cleaned_data["to"]
        if first and last:
            return str(first) if first == last else f"{first}–{last}"
        return self.label_of("from" if first else "to") if first or last else ""

    def _written(self, name: str):
        value = self.cleaned_data.get(name)
        if name == "sort" and value == "relevance":
            return ""
        return value.slug if isinstance(value, Speaker | Topic) else value


def as_text(value: str | None) -> str:
    """``value`` in one line, without the characters that no text has."""
    return " ".join(UNPRINTABLE.sub(" ", value or "").split())
