"""Pickers for rows: what a row has chosen already is known, and asking the database again for each costs a query."""

from collections.abc import Mapping
from typing import Any

from django.forms.widgets import ChoiceWidget

from publishing.pickers import PickOne, PickSeveral


class KnownChoices(ChoiceWidget):
    """``known`` are records by key, as text; what is not among them is asked for as ever."""

    known: Mapping[str, Any] = {}

    def optgroups(self, name, value, attr=None):
        chosen = [str(key) for key in value if key not in (None, "")]
        if not all(key in self.known for key in chosen):
            return super().optgroups(name, value, attr)
        blank = [] if self.allow_multiple_selected else [self.create_option(name, "", "", False, 0)]
        options = [
            self.create_option(name, self.known[key].pk, str(self.known[key]), True, place)
            for place, key in enumerate(chosen)
        ]
        return [(None, blank + options, 0)]


class PickOneKnown(KnownChoices, PickOne):
    pass


class PickSeveralKnown(KnownChoices, PickSeveral):
    pass
