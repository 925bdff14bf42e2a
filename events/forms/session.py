"""A session under the Chatham House Rule at an event on the record: which statements were said in it."""

from typing import Any

from django import forms

from events.forms.rows import LAST
from publishing.keys import could_be_key

#: What it is called where nobody says how.
UNTITLED = "A closed session"


class SessionForm(forms.Form):
    """The first and the last of its statements, by their places in the list, and its title."""

    first = forms.IntegerField(required=False, min_value=1, label="Statements")
    last = forms.IntegerField(required=False, min_value=1, label="to")
    called = forms.CharField(required=False, max_length=200, label="were said in")

    def __init__(self, data: Any, prefix: str, rows: str):
        """``rows`` is the prefix of the statements in ``data``, which is None where nothing was sent."""
        super().__init__(data, prefix=prefix, label_suffix="")
        self.rows = rows
        for field in self.fields.values():
            field.widget.attrs["class"] = "input"
        self.fields["called"].widget.attrs["placeholder"] = UNTITLED

    def clean(self):
        cleaned: Any = super().clean()
        first, last = cleaned.get("first"), cleaned.get("last")
        if first is None and not self.errors and (last or cleaned.get("called")):
            self.add_error(
                "first", "Say which statements were said in it: the first and the last by their numbers."
            )
        elif first and last and last < first:
            self.add_error("last", "The last one stands before the first.")
        elif first and max(first, last or 0) > len(self.places()):
            self.add_error("first", f"There are only {len(self.places())} statements.")
        return cleaned

    def places(self) -> list[str]:
        """The beginnings of the names of the rows that stand, in their order."""
        total = self.data.get(f"{self.rows}-TOTAL_FORMS", "")
        starts = [f"{self.rows}-{number}-" for number in range(int(total) if could_be_key(total) else 0)]
        standing = [start for start in starts if not self.data.get(f"{start}DELETE")]
        return sorted(standing, key=self.order)

    def order(self, start: str) -> int:
        order = self.data.get(f"{start}order", "")
        return int(order) if could_be_key(order) else LAST

    def write(self, data: Any) -> None:
        """Put into ``data`` what would be sent if the title were in each of its rows, and nothing were asked here."""
        first = self.cleaned_data["first"]
        last = self.cleaned_data["last"] or first
        for start in self.places()[first - 1 : last]:
            data[f"{start}session"] = self.cleaned_data["called"].strip() or UNTITLED
            data[f"{start}not_for_attribution"] = "on"
        for name in self.fields:
            data[self.add_prefix(name)] = ""
