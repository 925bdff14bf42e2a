import gc
import weakref

import pytest
from django.template import TemplateDoesNotExist, engines
from django.template.loader import render_to_string


class Held:
    name = "held"


def test_what_a_page_was_made_of_is_let_go_when_it_is_made(rf):
    held = Held()
    there = weakref.ref(held)
    gc.disable()
    try:
        template = engines["django"].from_string("{% with one=held %}{{ one.name }}{% endwith %}")
        assert template.render({"held": held}, rf.get("/")) == "held"
        del held
        assert there() is None
    finally:
        gc.enable()


def test_a_part_that_there_is_not_is_told_as_ever():
    with pytest.raises(TemplateDoesNotExist, match="nowhere.html"):
        engines["django"].from_string('{% include "nowhere.html" %}').render({})
    with pytest.raises(TemplateDoesNotExist, match="nowhere.html"):
        render_to_string("nowhere.html")
