"""Searching with the keyboard alone, in parts, with suggestions and without a script."""

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.search.archive import freight_archive

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def archive(live_server):
    return freight_archive() | {"url": live_server.url}


def box(page):
    return page.get_by_role("combobox", name="Search the archive")


def test_suggestions_are_walked_and_followed_by_keyboard(archive, page):
    page.goto(f"{archive['url']}/")
    field = box(page)
    field.focus()
    page.keyboard.type("ann")
    options = page.get_by_role("option")
    expect(options.first).to_be_visible()

    expect(field).to_have_attribute("aria-expanded", "true")
    assert field.get_attribute("aria-activedescendant") is None
    page.keyboard.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    assert field.get_attribute("aria-activedescendant") == options.first.get_attribute("id")
    page.keyboard.press("Home")
    assert field.get_attribute("aria-activedescendant") is None
    page.keyboard.press("ArrowUp")
    expect(options.last).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Escape")
    expect(options.first).to_be_hidden()
    expect(field).to_have_value("ann")
    page.keyboard.press("ArrowDown")
    expect(options.first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")

    page.wait_for_url("**/speakers/anna-berg/")


def test_enter_without_a_chosen_suggestion_searches(archive, page):
    page.goto(f"{archive['url']}/")
    box(page).focus()
    page.keyboard.type("freight")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("Enter")

    page.wait_for_url("**/search/?q=freight")


def test_late_answer_to_what_is_no_longer_typed_is_not_shown(archive, page):
    late = []
    page.route("**/search/suggest/?q=ann", lambda route: late.append(route))
    page.goto(f"{archive['url']}/")
    box(page).focus()
    with page.expect_request("**/search/suggest/?q=ann"):
        page.keyboard.type("ann")
    box(page).fill("frei")
    expect(page.get_by_role("option", name="Freight in spring")).to_be_visible()
    for route in late:
        route.continue_()

    expect(page.get_by_role("option", name="Anna Berg")).to_have_count(0)


def test_narrowing_loads_the_results_alone_and_going_back_brings_the_old_ones(archive, page):
    loads = []
    page.on("load", lambda: loads.append(page.url))
    page.goto(f"{archive['url']}/search/?q=freight")
    page.get_by_role("link", name="Anna Berg 2").click()
    page.wait_for_url("**/search/?q=freight&speaker=anna-berg")

    expect(page.locator("[data-announce]")).to_contain_text("2 results")
    expect(page.get_by_role("link", name="Remove: Anna Berg")).to_be_visible()
    assert page.evaluate("document.activeElement.id") == "f-speaker-anna-berg"
    assert "2 results" in page.locator("#results").inner_text()
    page.get_by_role("link", name="Remove: Anna Berg").click()
    expect(page.locator("[data-announce]")).to_contain_text("5 results")
    assert page.evaluate("document.activeElement.id") == "results"
    assert loads == [f"{archive['url']}/search/?q=freight"]
    page.go_back()
    expect(page.get_by_text("2 results", exact=False).first).to_be_visible()
    assert page.url.endswith("/search/?q=freight&speaker=anna-berg")


def test_search_is_whole_without_a_script(archive, browser):
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{archive['url']}/search/")
    page.get_by_label("Search the archive").fill("freight")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("link", name="Anna Berg 2").click()
    page.get_by_label("From").fill("2020")
    page.get_by_role("button", name="Apply").click()

    assert page.url.endswith("/search/?q=freight&speaker=anna-berg&from=2020&to=")
    assert "1 result" in page.locator("#results").inner_text()


def test_axe_finds_nothing_on_the_search_page(archive, page):
    complaints, found = [], []
    page.on("console", lambda message: complaints.append(message.text) if "Policy" in message.text else None)
    for query in (
        "q=freight",
        "q=berg",
        "q=freight&kind=statement&from=2019&who=",
        "q=frieght",
        "q=a&kind=x",
    ):
        page.goto(f"{archive['url']}/search/?{query}")
        for details in page.locator("details:not([open]) > summary").all():
            if details.is_visible():
                details.click()
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            found += [(query, scheme, *fault) for fault in faults_here(page)]

    assert found == []
    assert complaints == []


def test_axe_finds_nothing_on_open_suggestions(archive, page):
    page.goto(f"{archive['url']}/search/")
    box(page).focus()
    page.keyboard.type("ann")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("ArrowDown")

    assert faults_here(page) == []


def faults_here(page) -> list[tuple[str, str]]:
    return [(one["id"], one["nodes"][0]["html"][:120]) for one in violations(page)]
