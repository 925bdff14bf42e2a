"""A report goes from the clipboard to the public page: read, reviewed with the keyboard alone, made, published."""

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.apps import apps
from playwright.sync_api import Page, expect

from desk.roles import make_roles
from events.models import Event, Statement
from intake.items import PersonItem, of_kind
from intake.models import Intake
from tests.browser.test_whole_job import let_in, log_in, log_out, publish
from tests.desk.users import make_user

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

REPORT = (Path(__file__).parents[1] / "intake/reports/reference.txt").read_text("utf-8")
TITLE = "Summit Diplomacy Amid ‘Double Freezing’"
SPEAKERS = {"Gleb Ivashentsov", "Andrei Sushentsov", "Artyom Lukin", "Alexey Maslov"}
KEPT = re.compile(r"^Kept \d")
SERIOUS = {"serious", "critical"}


@pytest.fixture
def staff():
    make_roles(apps)
    return make_user("Editor"), make_user("Publisher")


@pytest.fixture
def review(page, live_server, staff) -> Page:
    """The review of the pasted report, as it opens."""
    let_in(page, live_server.url, "editor")
    page.goto(f"{live_server.url}/admin/")
    page.get_by_label("Text of the report").focus()
    page.keyboard.insert_text(REPORT)
    page.keyboard.press("Tab")
    page.keyboard.insert_text("https://example.org/summit")
    page.keyboard.press("Enter")
    expect(current(page)).to_be_focused()
    return page


def current(page: Page):
    return page.locator("[data-list] [aria-current]")


def kind(page: Page) -> str:
    return current(page).get_attribute("data-kind")


def said(page: Page) -> str:
    return page.locator("[data-said]").inner_text()


def accept_all(page: Page) -> None:
    """A for everything, but X for whoever the reader took for a speaker and was none."""
    for _ in range(60):
        name = current(page).locator("b").first.inner_text()
        stranger = kind(page) == "person" and name not in SPEAKERS
        page.keyboard.press("x" if stranger else "a")
        if said(page).startswith("All decided"):
            return


def go_to(page: Page, words: str) -> None:
    page.keyboard.press("Home")
    for _ in range(60):
        if words in current(page).inner_text():
            return
        page.keyboard.press("j")
    raise AssertionError(f"no item says {words}")


def test_report_goes_from_the_clipboard_to_a_reader(review, live_server, browser):
    page, key = review, review.keyboard.press

    accept_all(page)
    key("o")
    go_to(page, "Meetings at the top")
    go_to(page, "Moscow knows its limits")
    key("s")
    page.keyboard.type("l")
    key("Enter")
    expect(page.locator("[data-said]")).to_have_text("Artyom Lukin, paraphrase.")
    key("o")
    page.keyboard.press("Tab")
    page.locator("[data-make]").focus()
    key("Enter")
    expect(page.get_by_text("The draft is made: 13 statements")).to_be_visible()

    log_out(page)
    log_in(page, live_server.url, "publisher")
    publish(page, live_server.url, TITLE, "Leave them as they are")
    reader = browser.new_page()
    reader.goto(live_server.url)
    reader.get_by_role("link", name=TITLE).first.click()
    expect(reader.get_by_role("heading", level=1)).to_have_text(TITLE)
    assert reader.locator("#report mark[id]").count() == 13
    expect(reader.locator("#report").get_by_text("Moscow knows its limits, and aims low.")).to_be_visible()
    reader.close()


def test_deeds_of_the_keyboard_change_words_speaker_and_evidence(review):
    page, key = review, review.keyboard.press
    go_to(page, "The root of the matter")
    item = current(page)

    key("e")
    assert said(page).startswith("The next sentence is Andrei Sushentsov’s")
    key("Shift+M")
    assert "tend to follow the mood in Washington" in item.locator(".words").inner_text()
    key("u")
    assert "tend to follow" not in item.locator(".words").inner_text()
    key("3")
    expect(item.locator(".told")).to_have_text("mixed")
    key("m")
    key("ArrowRight")
    key("Enter")
    assert item.locator(".words").inner_text() == "The root of the matter, according"
    key("s")
    page.keyboard.type("mas")
    key("Enter")
    key("k")
    assert current(page).locator("b").inner_text() == "Alexey Maslov"


def test_decisions_are_there_after_leaving_and_a_second_tab_is_told(review):
    page = review
    page.keyboard.press("a")
    expect(page.locator("[data-kept]")).to_have_text(KEPT)
    other = page.context.new_page()
    other.goto(page.url)

    expect(other.locator("[data-done]")).to_have_text("1")
    other.keyboard.press("x")
    expect(other.locator("[data-done]")).to_have_text("2")
    expect(other.locator("[data-kept]")).to_have_text(KEPT)
    page.keyboard.press("a")
    expect(page.locator("[data-kept]")).to_contain_text("Somebody else, or another tab of yours")
    other.close()
    page.evaluate("window.onbeforeunload = null")


def test_selected_words_are_said_by_somebody_not_listed(review):
    page = review
    page.locator("[data-sentence]").filter(has_text="Whatever Moscow does").click()
    dialog = page.get_by_role("dialog", name="Said by")

    dialog.get_by_role("button", name="Not listed").click()
    dialog.get_by_label("Name, as printed").fill("Mira Osei")
    page.keyboard.press("Enter")

    expect(current(page).locator("b")).to_have_text("Mira Osei")
    expect(page.locator("[data-list]").get_by_text("Mira Osei")).to_have_count(2)
    expect(page.locator("[data-kept]")).to_have_text(KEPT)
    names = [person.name for person in of_kind(PersonItem, Intake.objects.get().items)]
    assert "Mira Osei" in names


def test_facts_are_mended_by_keyboard_and_made(review):
    page, key = review, review.keyboard.press

    key("e")
    expect(page.get_by_label("Title")).to_be_focused()
    key("Control+A")
    page.keyboard.type("A better title")
    key("Escape")
    key("a")
    page.locator("[data-make]").focus()
    key("Enter")

    expect(page.get_by_text("The draft is made: 0 statements")).to_be_visible()
    assert Event.objects.get().title == "A better title"
    assert not Statement.objects.exists()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious_in_the_review(review, scheme):
    page = review
    page.emulate_media(color_scheme=scheme)
    go_to(page, "The root of the matter")

    found = serious(page)
    page.keyboard.press("s")
    found += serious(page)

    assert found == []


def serious(page: Page) -> list[str]:
    results = Axe().run(page, context="#content", options={"resultTypes": ["violations"]})
    return [
        f"{rule['id']}: {rule['nodes'][0]['html'][:120]}"
        for rule in results.response["violations"]
        if rule["impact"] in SERIOUS
    ]


def test_review_works_without_scripts(browser, live_server, staff):
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1440, "height": 900})
    page = context.new_page()
    let_in(page, live_server.url, "editor")
    page.goto(f"{live_server.url}/admin/")
    page.get_by_label("Text of the report").fill(REPORT)
    page.get_by_role("button", name="Read it").click()

    page.locator("[name=facts-state][value=accepted]").check()
    page.get_by_role("button", name="Save decisions").click()
    expect(page.get_by_text("Your decisions are saved.")).to_be_visible()
    expect(page.locator("[name=facts-state][value=accepted]")).to_be_checked()
    page.get_by_role("button", name="Make a draft").click()

    assert Event.objects.get().title == TITLE
    context.close()


def test_text_copied_from_a_page_comes_without_what_was_struck_out(page, live_server, staff):
    let_in(page, live_server.url, "editor")
    page.goto(f"{live_server.url}/admin/")
    page.wait_for_load_state()  # scripts listen
    field = page.get_by_label("Text of the report")

    field.evaluate(
        """(field) => {
            const copied = new DataTransfer();
            copied.setData("text/plain", "It will double halve its stake by 106.");
            copied.setData("text/html", "<p>It will <s>double</s> halve its stake by 10<sup>6</sup>.</p>");
            field.focus();
            const paste = { clipboardData: copied, bubbles: true, cancelable: true };
            field.dispatchEvent(new ClipboardEvent("paste", paste));
        }"""
    )

    expect(page.locator("[data-pasted]")).to_have_text(
        "1 word that was struck out or hidden, or stood in notes and comments, was left out."
    )
    expect(field).to_have_value("It will halve its stake by 10⁶.")


def test_who_said_it_is_asked_when_the_editor_asks(review):
    go_to(review, "Ivashentsov")
    expect(review.locator("[data-picker]")).to_be_hidden()

    review.keyboard.press("End")
    for _ in range(20):
        review.keyboard.press("s" if kind(review) == "statement" else "k")
        if review.locator("[data-picker]").is_visible():
            break

    expect(review.locator("[data-picker]")).to_be_visible()


def test_button_waits_for_its_answer(review):
    make = review.locator("[data-make]")
    # What keeps the decisions gets no answer, so that the page can be looked at while it waits.
    review.route(re.compile(r"/decisions/$"), lambda route: None)
    review.keyboard.press("a")

    make.click()

    expect(make).to_be_disabled()
    # The last of its pictures has come only now.
    review.evaluate("dispatchEvent(new PageTransitionEvent('pageshow'))")
    expect(make).to_have_attribute("aria-busy", "true")
    expect(make).to_be_disabled()
