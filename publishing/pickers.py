"""The desk's pickers of records: Django's, made to bear whatever is sent in place of a key."""

from typing import Any, ClassVar

from django.contrib.admin.widgets import (
    AutocompleteSelect,
    AutocompleteSelectMultiple,
    RelatedFieldWidgetWrapper,
)
from django.forms.widgets import ChoiceWidget
from django.template.loader import render_to_string

from publishing.choices import OneRecord, SeveralRecords, led_on
from publishing.keys import could_be_key


class KeysOnly(ChoiceWidget):
    """Shows of what was sent only what can be a key: the rest is told at the field, and would break Django's own. What
    was merged into another is shown as that."""

    choices: Any

    def optgroups(self, name, value, attr=None):
        keys = [str(key) for key in value if could_be_key(str(key))]
        groups = super().optgroups(name, keys, attr)
        shown = {str(option["value"]) for _name, options, _number in groups for option in options}
        if not (led := led_on(set(keys) - shown, self.choices.queryset) if set(keys) - shown else {}):
            return groups
        now = dict.fromkeys(str(led[key].pk) if key in led else key for key in keys)
        return super().optgroups(name, list(now), attr)


class PickOne(KeysOnly, AutocompleteSelect):
    pass


class PickSeveral(KeysOnly, AutocompleteSelectMultiple):
    def build_attrs(self, base_attrs, extra_attrs=None):
        """Without the cross that lets go of all at once: it stands in the list of those chosen, and is none of them."""
        return super().build_attrs(base_attrs, extra_attrs) | {"data-allow-clear": "false"}


class WithLinks(RelatedFieldWidgetWrapper):
    """A picker, beside it a link to add a record that is not there yet and one to what is chosen.

    unfold's own menu opens a frame, which our headers forbid, and no key opens it. The link leads to the page that adds
    a record, in a window of its own; with JavaScript what is made there is chosen here (static/desk/forms.js).
    """

    @classmethod
    def around(cls, wrapped: RelatedFieldWidgetWrapper) -> "WithLinks":
        can = {
            name: getattr(wrapped, name)
            for name in ("can_add_related", "can_change_related", "can_view_related")
        }
        return cls(wrapped.widget, wrapped.rel, wrapped.admin_site, **can)

    def render(self, name, value, attrs=None, renderer=None):
        return render_to_string("desk/picker.html", self.get_context(name, value, attrs))


class WithPickers:
    """An admin or inline whose ``autocomplete_fields`` have these pickers, each with its links. Wherever several
    records are chosen, whatever is sent in place of their keys is told at the field."""

    admin_site: Any
    autocomplete_fields: ClassVar[Any]
    pick_one, pick_several = PickOne, PickSeveral

    def formfield_for_dbfield(self, db_field, request, **kwargs) -> Any:
        if db_field.name in self.autocomplete_fields:
            picker = self.pick_several if db_field.many_to_many else self.pick_one
            kwargs["widget"] = picker(db_field, self.admin_site)
        if db_field.is_relation:
            kwargs.setdefault("form_class", SeveralRecords if db_field.many_to_many else OneRecord)
        field = super().formfield_for_dbfield(db_field, request, **kwargs)  # type: ignore[misc]
        widget = getattr(field, "widget", None)
        if isinstance(widget, RelatedFieldWidgetWrapper):
            is_picker = isinstance(widget.widget, KeysOnly)
            field.widget = WithLinks.around(widget) if is_picker else widget.widget
        return field
