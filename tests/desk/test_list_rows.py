"""The rows of lists are written by us, for speed: they stay what unfold would write."""

import pytest
from django.contrib import admin
from django.contrib.auth.models import User
from unfold.templatetags.unfold_list import items_for_result

from desk.templatetags.rows import rows
from search.models import SearchedFor
from tests.factories import SpeakerFactory

pytestmark = pytest.mark.rendering

#: Lists of the demonstration that have rows, at least.
FILLED = 12


@pytest.fixture
def owner(client, db):
    user = User.objects.create_superuser("owner")
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return user


def as_unfold_writes_them(cl) -> list[str]:
    """Without the blanks that it leaves over in the tag of a link."""
    written = ("".join(items_for_result(cl, record, None)) for record in cl.result_list)
    return [row.replace('"  data-', '" data-').replace('" >', '">') for row in written]


def test_every_list_has_the_rows_that_unfold_would_write(client, demonstration, owner):
    SearchedFor.objects.create(query="<b>levees</b>", fold="levees", hits=0)
    filled = 0
    for model in admin.site._registry:
        shown = client.get(f"/admin/{model._meta.app_label}/{model._meta.model_name}/")
        if shown.status_code == 200 and shown.context and "cl" in shown.context:
            cl = shown.context["cl"]
            assert rows(cl) == as_unfold_writes_them(cl), model
            filled += bool(cl.result_list)

    assert filled >= FILLED


@pytest.mark.parametrize("query", ["_popup=1", "status__exact=published&o=-1", "q=the"])
def test_so_has_a_list_that_is_narrowed_or_chosen_from(client, demonstration, owner, query):
    cl = client.get(f"/admin/events/event/?{query}").context["cl"]

    assert len(cl.result_list)
    assert rows(cl) == as_unfold_writes_them(cl)


def test_names_are_escaped_in_a_list_and_its_links(client, owner):
    SpeakerFactory(name="<script>alert(1)</script> & Co")

    shown = client.get("/admin/people/speaker/")

    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; Co</a>" in shown.text
    assert "<script>alert(1)" not in shown.text
