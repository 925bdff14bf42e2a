"""The desk's pickers of records: Django's, made to bear whatever is sent in place of a key."""

from typing import Any, ClassVar

from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple
from django.forms.widgets import ChoiceWidget

#: Digits of the greatest key that a database holds.
LONGEST_KEY = 18


class KeysOnly(ChoiceWidget):
    """Shows of what was sent only what can be a key: the rest is told at the field, and would break Django's own."""

    def optgroups(self, name, value, attr=None):
        keys = [key for key in value if str(key).isdecimal() and len(str(key)) <= LONGEST_KEY]
        return super().optgroups(name, keys, attr)


class PickOne(KeysOnly, AutocompleteSelect):
    pass


class PickSeveral(KeysOnly, AutocompleteSelectMultiple):
    def value_from_datadict(self, data, files, name):
        """A key too long for a database is cut, and so is nobody's: the field would ask the database for it."""
        return [key[:LONGEST_KEY] for key in super().value_from_datadict(data, files, name) or []]


class WithPickers:
    """An admin or inline whose ``autocomplete_fields`` have these pickers."""

    admin_site: Any
    autocomplete_fields: ClassVar[Any]
    pick_one, pick_several = PickOne, PickSeveral

    def formfield_for_dbfield(self, db_field, request, **kwargs) -> Any:
        if db_field.name in self.autocomplete_fields:
            picker = self.pick_several if db_field.many_to_many else self.pick_one
            kwargs["widget"] = picker(db_field, self.admin_site)
        return super().formfield_for_dbfield(db_field, request, **kwargs)  # type: ignore[misc]
