"""The query string of a list or a search, read by a form: each part may be left out, what is there must be possible."""

import re
from collections.abc import Callable
from copy import deepcopy
from functools import cache, cached_property
from typing import Any
from urllib.parse import quote_plus, urlencode

from django import forms
from django.db.models import Manager, Model
from django.utils.translation import gettext_lazy as _

from publishing.interface import without_language
from publishing.models import OldAddress
from publishing.richtext import UNPRINTABLE

FIRST_YEAR, LAST_YEAR = 1, 9999
LONGEST_NAME = 200
#: As what a whole list may be taken along.
FILES = [("csv", "CSV"), ("json", "JSON"), ("ris", "RIS")]
SLUG = re.compile(r"[-\w]{1,100}", re.ASCII)
# A visitor need only know which part of the address it is.
WAYS_TO_BE_WRONG = "invalid invalid_choice min_value max_value max_length null_characters_not_allowed".split()


class Typed(forms.Field):
    """Whatever was typed is an ordinary question; what is over the bound is cut off."""

    def __init__(self, longest: int):
        super().__init__(required=False)
        self.longest = longest

    def to_python(self, value) -> str:
        return as_text(value)[: self.longest].strip()


class RecordField(forms.ModelChoiceField):
    """A record by its slug, from among what is public when it is asked for.

    A slug that it had once, or that a record merged into it had, is followed.
    """

    def __init__(self, records: Manager):
        super().__init__(records.none(), required=False, to_field_name="slug")
        self.records: Any = records

    def to_python(self, value) -> Model | None:
        if value in self.empty_values:
            return None
        found = SLUG.fullmatch(value) and (
            self.records.published().filter(slug=value).first() or self._moved(value)
        )
        if not found:
            raise forms.ValidationError(self.error_messages["invalid_choice"])
        return found

    def _moved(self, slug: str) -> Model | None:
        path = without_language(self.records.model(slug=slug).get_absolute_url())
        old = OldAddress.objects.filter(path=path, content_type__model=self.records.model._meta.model_name)
        return self.records.published().filter(pk__in=old.values("object_id")).first()


def year_field() -> forms.IntegerField:
    return forms.IntegerField(required=False, min_value=FIRST_YEAR, max_value=LAST_YEAR)


class Shared(dict[str, forms.Field]):
    """Fields that are the same for all forms of a class, since none of these changes them; Django would copy each."""

    def __deepcopy__(self, _memo):
        return dict(self)


@cache
def _fields_of(form: type["QueryString"]) -> Shared:
    fields = Shared(deepcopy(form.base_fields))  # some are those of the class that it extends
    for name, message in form.unknown.items():
        fields[name].error_messages |= dict.fromkeys(WAYS_TO_BE_WRONG, message)
    return fields


class QueryString(forms.Form):
    """What a list is asked for; alone, only which page of it.

    ``whole`` is where the list is found without any of this.
    """

    page = forms.IntegerField(required=False, min_value=1)
    #: As what file the whole list is wanted, if not as a page.
    format = forms.ChoiceField(required=False, choices=FILES)

    #: What is wrong with a part that cannot be, in words.
    unknown = {
        "page": _("There is no such page in this list."),
        "format": _("There is no file of this kind: it is csv, json or ris."),
    }
    #: The parts that an address keeps, in their order; a page is one of them only where it is asked for.
    kept: tuple[str, ...] = ()

    def __init__(self, data, whole: str):
        # Of this kind of list, shared and not copied.
        self.base_fields = _fields_of(type(self))  # type: ignore[misc]
        super().__init__(data)
        self.whole = whole

    @property
    def problems(self) -> list[str]:
        return [str(message) for messages in self.errors.values() for message in messages]

    @property
    def page_number(self) -> int:
        return self.cleaned_data["page"] or 1

    @cached_property
    def parts(self) -> dict[str, Any]:
        """What was asked as the parts of an address, the blank ones too."""
        return {name: self._written(name) for name in self.kept}

    def address(self, path: str = "", /, **changes) -> str:
        """Where this is found with ``changes``; what says nothing is left out, and the first page is the list."""
        parts = {name: value for name, value in (self.parts | changes).items() if self._says(name, value)}
        path = path or self.whole
        return f"{path}?{urlencode(parts, doseq=True)}" if parts else path

    @property
    def to_take_along(self) -> list[tuple[str, str]]:
        """The name and the address of each file of the whole list."""
        return [(label, self.address(format=ending)) for ending, label in FILES]

    def addresses(self, *names: str) -> Callable[..., str]:
        """What makes of values of ``names`` the address with them: for many, of which only these differ."""
        marks = [f"%0{place}" for place in range(len(names))]
        pattern = self.address(**{name: chr(place) for place, name in enumerate(names)})

        def filled(*values) -> str:
            address = pattern
            for mark, value in zip(marks, map(str, values), strict=True):
                address = address.replace(mark, value if SLUG.fullmatch(value) else quote_plus(value))
            return address

        return filled

    def _says(self, name: str, value) -> bool:
        return bool(value) and (name, value) != ("page", 1)

    def _written(self, name: str):
        value = self.cleaned_data.get(name)
        return getattr(value, "slug", value)


def as_text(value: str | None) -> str:
    """``value`` in one line, without the characters that no text has."""
    return " ".join(UNPRINTABLE.sub(" ", value or "").split())
