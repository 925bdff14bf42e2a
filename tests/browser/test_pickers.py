"""A record that is not there yet is added from the form that needs it, by keyboard alone."""

import pytest
from django.apps import apps
from playwright.sync_api import Page, expect

from desk.roles import make_roles
from events.models import Topic, Venue
from opinions.models import Opinion
from tests.browser.test_whole_job import let_in
from tests.desk.users import make_user
from tests.factories import TopicFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def event_form(page: Page, live_server) -> Page:
    make_roles(apps)
    make_user("Editor")
    let_in(page, live_server.url, "editor")
    page.goto(f"{live_server.url}/admin/events/event/add/")
    return page


def tab_to(page: Page, name: str, most: int = 80) -> None:
    """Press the tabulator until what has the focus is called ``name``."""
    for _ in range(most):
        focused = page.evaluate("document.activeElement.ariaLabel ?? document.activeElement.textContent")
        if name in focused:
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"The tabulator does not lead to “{name}”.")


def type_in(page: Page, field_id: str, words: str) -> None:
    field = page.locator(f"#{field_id}")
    for _ in range(20):
        if field.evaluate("field => field === document.activeElement"):
            break
        page.keyboard.press("Tab")
    page.keyboard.type(words)


def test_venue_is_added_by_keyboard_and_chosen(event_form):
    page = event_form
    page.get_by_label("Title").focus()
    page.keyboard.type("A Railway Is Not a Road")
    tab_to(page, "Add another venue")

    with page.expect_popup() as opened:
        page.keyboard.press("Enter")
    adding = opened.value
    adding.locator("#id_name").wait_for()
    type_in(adding, "id_name", "Conference Hall")
    type_in(adding, "id_city", "Ustrova")
    with adding.expect_event("close"):
        adding.keyboard.press("Enter")

    expect(page.locator("#id_venue + .select2")).to_contain_text("Conference Hall, Ustrova")
    expect(page.locator(".field-venue .select2-selection")).to_be_focused()
    expect(page.get_by_label("Title")).to_have_value("A Railway Is Not a Road")
    venue = Venue.objects.get()
    assert page.locator("#id_venue").input_value() == str(venue.pk)
    expect(page.get_by_label("Open the venue that is chosen")).to_have_attribute(
        "href", f"/admin/events/venue/{venue.pk}/change/"
    )


@pytest.mark.parametrize(
    ("kind", "field", "label"),
    [("topic", "topics", "name"), ("series", "series", "name"), ("opinion", "teasers-0-opinion", "title")],
)
def test_whatever_is_added_is_chosen_beside_what_was(event_form, kind, field, label):
    page = event_form
    if kind == "opinion":
        page.locator("#teasers-group").get_by_role("link", name="Add another").click()

    with page.expect_popup() as opened:
        page.locator(f'.picker:has([name="{field}"]) [data-add-record]').press("Enter")
    opened.value.locator(f"#id_{label}").fill("Steppe Railways")
    with opened.value.expect_event("close"):
        opened.value.get_by_role("button", name="Save", exact=True).click()

    expect(page.locator(f"#id_{field} option:checked")).to_have_text(["Steppe Railways"])


def test_fault_in_what_is_added_is_told_in_its_window(event_form):
    TopicFactory(name="Railways")
    page = event_form

    with page.expect_popup() as opened:
        page.locator('.picker:has([name="topics"]) [data-add-record]').press("Enter")
    opened.value.locator("#id_name").fill("Railways")
    opened.value.get_by_role("button", name="Save", exact=True).click()
    expect(opened.value.get_by_text("“Railways” is there already.")).to_be_visible()
    opened.value.locator("#id_name").fill("Roads")
    with opened.value.expect_event("close"):
        opened.value.get_by_role("button", name="Save", exact=True).click()

    expect(page.locator("#id_topics option:checked")).to_have_text(["Roads"])
    assert Topic.objects.count() == 2 and not Opinion.objects.exists()
