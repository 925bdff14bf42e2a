from events.forms.appearances import AppearanceForm, AppearanceFormSet
from events.forms.event import EventForm
from events.forms.statements import StatementForm, StatementFormSet

__all__ = ["AppearanceForm", "AppearanceFormSet", "EventForm", "StatementForm", "StatementFormSet"]
