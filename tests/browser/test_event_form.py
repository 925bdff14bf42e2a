"""The event's form under the hands of an editor: rows taken away and taken back, a button pressed twice."""

import pytest
from django.apps import apps
from playwright.sync_api import Page, expect

from desk.roles import make_roles
from events.forms import statements
from events.models import Event
from tests.browser.test_whole_job import let_in
from tests.desk.pages import ADD_EVENT, change_page
from tests.desk.users import make_user
from tests.factories import AppearanceFactory, StatementFactory, event_with_statements

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def form(page, live_server) -> Page:
    """A draft with one speaker and one statement, opened by an editor."""
    make_roles(apps)
    make_user("Editor")
    event = event_with_statements("Engines will compose.", status="draft", publish_at=None, lead="Engines.")
    let_in(page, live_server.url, "editor")
    page.goto(live_server.url + change_page(event))
    return page


def test_speaker_removed_and_taken_back_still_said_it(form):
    name = Event.objects.get().appearances.get().printed_name
    said_by = form.locator("#id_statements-0-said_by")
    remove = form.locator("#speakers [data-list] .remove label")

    remove.click()
    expect(said_by.locator("option:checked")).to_have_text(f"{name}, removed")
    remove.click()

    expect(said_by.locator("option:checked")).to_have_text(name)
    form.get_by_role("button", name="Save", exact=True).click()
    expect(form.get_by_text("was changed successfully")).to_be_visible()
    assert Event.objects.get().statements.get().said_by == name


def test_statement_added_and_removed_again_does_not_block_the_save(form):
    form.get_by_role("button", name="Add a statement").click()
    form.locator("#statements-1").get_by_label("Words", exact=True).fill("Half of a")
    form.locator("#statements-1 .remove").click()

    form.get_by_role("button", name="Save", exact=True).click()

    expect(form.get_by_text("was changed successfully")).to_be_visible()
    assert Event.objects.get().statements.count() == 1


def test_line_of_a_big_event_becomes_a_row_and_a_picker_waits_until_it_is_entered(form, monkeypatch):
    monkeypatch.setattr(statements, "ALL_OPEN", 0)
    event = Event.objects.get()
    listed = [AppearanceFactory(event=event, order=number) for number in range(2, 14)]
    StatementFactory(
        event=event, appearance=listed[0], text="Looms came first.", order=2, recording_offset=62
    )
    form.reload()
    picker = form.locator("#id_appearances-12-speaker")
    expect(picker).to_have_value(str(listed[-1].speaker.pk))
    expect(form.locator("#speakers .select2")).to_have_count(0)
    expect(form.locator("#speakers [data-says]").nth(1)).to_have_text("1 statement")

    picker.focus()
    expect(form.locator("#speakers .select2-selection")).to_be_focused()
    form.locator("#statements-0 .words").click()
    form.locator("#statements-1").get_by_role("button", name="Edit").focus()
    form.keyboard.press("Enter")
    expect(form.locator("#statements-1 [data-number]")).to_be_focused()
    form.locator("#statements-1").get_by_label("Words", exact=True).fill("Looms came later.")
    expect(form.locator("#statements-1").get_by_label("Recording at")).to_have_value("0:01:02")
    form.get_by_role("button", name="Save", exact=True).click()

    expect(form.get_by_text("was changed successfully")).to_be_visible()
    first, second = event.statements.order_by("order")
    assert (first.text, first.appearance) == ("Engines will compose.", event.appearances.order_by("order")[0])
    assert (second.text, second.appearance, second.recording_offset) == ("Looms came later.", listed[0], 62)


def saves(request) -> bool:
    """Whether it sends the form to be saved, and not to be looked at by the checks."""
    return request.method == "POST" and "_checks=1" not in (request.post_data or "")


def test_button_pressed_twice_sends_the_form_once(form, live_server):
    form.goto(live_server.url + ADD_EVENT)
    form.get_by_label("Title").fill("On Engines")
    sent = []
    form.on("request", lambda request: sent.append(request.url) if saves(request) else None)

    form.evaluate(
        """() => {
            const save = document.querySelector('button[name="_continue"]');
            save.click();
            setTimeout(() => save.click(), 20);
        }"""
    )

    expect(form.get_by_text("was added successfully")).to_be_visible()
    assert sent == [live_server.url + ADD_EVENT]


def paste(page: Page, html: str, plain: str) -> None:
    """Paste into the report, at its end."""
    editor = page.locator(".prose-editor:has(#id_report) [role=textbox]")
    editor.click()
    page.keyboard.press("Control+End")
    page.keyboard.press("Enter")
    editor.evaluate(
        """(editor, [html, plain]) => {
            const copied = new DataTransfer();
            copied.setData("text/plain", plain);
            copied.setData("text/html", html);
            editor.dispatchEvent(
                new ClipboardEvent("paste", { clipboardData: copied, bubbles: true, cancelable: true })
            );
        }""",
        [html, plain],
    )


def test_what_is_pasted_into_the_report_is_what_its_reader_saw(form):
    paste(
        form,
        "<p>It will <del>double</del> <s>treble</s> halve its <b>stake</b> by 10<sup>6</sup>.</p>"
        "<table><tr><td>Norland</td><td>12%</td></tr></table>",
        "It will double treble halve its stake by 106. Norland12%",
    )

    expect(form.locator("[data-pasted]")).to_have_text(
        "2 words that were struck out or hidden, or stood in notes and comments, were left out."
    )
    form.get_by_role("button", name="Save", exact=True).click()
    expect(form.get_by_text("was changed successfully")).to_be_visible()
    assert Event.objects.get().report == (
        "<p>Engines will compose.</p>"
        "<p>It will halve its <strong>stake</strong> by 10⁶.</p><p>Norland | 12%</p>"
    )


def test_where_the_server_does_not_answer_the_plain_text_is_pasted(form):
    form.route("**/cleaned/", lambda route: route.abort())

    paste(form, "<p>It will <s>double</s> halve.</p>", "It will double halve.")

    expect(form.locator("[data-pasted]")).to_contain_text("words that were struck out may be in it")
    expect(form.locator(".prose-editor:has(#id_report)")).to_contain_text("It will double halve.")


def test_new_form_begins_at_its_title_and_asks_for_reasons_only_where_something_is_open(page, live_server):
    make_roles(apps)
    make_user("Publisher")
    event = event_with_statements("Engines will compose.", status="draft", publish_at=None, lead="Engines.")
    let_in(page, live_server.url, "publisher")
    reason = page.get_by_label("Why it goes out with open checks")

    page.goto(live_server.url + ADD_EVENT)
    expect(page.locator("#id_title")).to_be_focused()
    expect(reason).to_be_hidden()

    page.goto(live_server.url + change_page(event))  # a post is empty
    expect(reason).to_be_visible()
    page.locator("#id_appearances-0-printed_post").fill("Engineer")
    expect(reason).to_be_hidden()
