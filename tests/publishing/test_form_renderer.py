import pytest
from django import forms
from django.forms.renderers import DjangoTemplates
from django.utils.safestring import mark_safe
from unfold.widgets import UnfoldAdminSelectWidget

from publishing.form_renderer import Renderer

SAID = "<b> & “more” of 'it'"
GROUPED = [("", "–"), ("Days", [(1, SAID), (2, mark_safe("<i>b</i>"))]), ("x", "X")]
ATTRS = {"class": SAID, "required": True, "disabled": False, "data-n": 3}


@pytest.mark.parametrize("value", [None, "", 0, 2, True, SAID, mark_safe("<i>b</i>")], ids=str)
@pytest.mark.parametrize(
    "widget",
    [
        forms.TextInput(ATTRS),
        forms.NumberInput(),
        forms.HiddenInput(),
        forms.EmailInput(),
        forms.URLInput(),
        forms.CheckboxInput(ATTRS),
        forms.Textarea(ATTRS),
        forms.Select(ATTRS, GROUPED),
        forms.SelectMultiple(choices=GROUPED),
        forms.RadioSelect(choices=GROUPED),
        UnfoldAdminSelectWidget(choices=GROUPED),
    ],
    ids=lambda widget: type(widget).__name__,
)
def test_widget_is_written_as_djangos_own_template_writes_it(widget, value):
    ours, djangos = (
        widget.render("name", value, {"id": "x"}, one) for one in (Renderer(), DjangoTemplates())
    )

    assert "".join(ours.split()) == "".join(djangos.split())
