from events.forms.appearances import AppearanceForm, AppearanceFormSet
from events.forms.edit import EventEdit
from events.forms.event import EventForm
from events.forms.rows import RowForm, RowFormSet
from events.forms.statements import StatementForm, StatementFormSet

__all__ = [
    "AppearanceForm",
    "AppearanceFormSet",
    "EventEdit",
    "EventForm",
    "RowForm",
    "RowFormSet",
    "StatementForm",
    "StatementFormSet",
]
