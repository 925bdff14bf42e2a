"""What is typed at the desk and not saved: kept in the browser, offered again, left on the page by every refusal."""

import pytest
from django.apps import apps
from django.contrib.sessions.models import Session
from playwright.sync_api import Page, expect

from desk.roles import make_roles
from events.models import Event
from people.models import Speaker
from publishing.deeds import publish
from publishing.models import LogbookEntry
from tests.browser.test_whole_job import let_in, log_in
from tests.desk.pages import change_page
from tests.desk.users import PASSWORD, make_user
from tests.factories import SpeakerFactory, event_with_statements

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
]

KEPT = "Object.keys(localStorage).filter((key) => key.startsWith('rapporteur-kept:')).length"


@pytest.fixture
def event():
    return event_with_statements("Engines will compose.", status="draft", publish_at=None, title="On Engines")


@pytest.fixture
def form(page, live_server, event) -> Page:
    """The form of a draft, opened by an editor."""
    make_roles(apps)
    make_user("Editor")
    let_in(page, live_server.url, "editor")
    page.goto(live_server.url + change_page(event))
    return page


def type_title(page: Page, words: str) -> None:
    """Type as a hand does."""
    title = page.get_by_label("Title")
    title.fill("")
    title.press_sequentially(words)


def type_title_and_wait(page: Page, words: str) -> None:
    """Until the browser has kept it."""
    type_title(page, words)
    expect(page.locator("[data-kept-state]")).to_contain_text("Kept in this browser")


def save(page: Page) -> None:
    page.get_by_role("button", name="Save", exact=True).click()


def take_and_save(page: Page) -> None:
    page.get_by_role("button", name="Take them").click()
    expect(page.get_by_label("Title")).to_have_value("On Weaving")
    save(page)
    expect(page.get_by_text("was changed successfully")).to_be_visible()


def test_what_a_script_fills_in_while_the_page_comes_was_typed_by_nobody(form):
    form.add_init_script("""document.addEventListener("DOMContentLoaded", () => {
        const field = document.getElementById("id_title");
        field.value = "Filled in";
        field.dispatchEvent(new Event("change", { bubbles: true }));
    })""")
    form.reload()

    expect(form.get_by_label("Title")).to_have_value("Filled in")
    assert "Typing" not in form.locator("[data-kept-state]").inner_text()


def test_words_come_back_after_a_crash_with_the_rows_that_were_new(form, live_server, event):
    form.get_by_role("button", name="Add a statement").click()
    form.locator("#statements-1").get_by_label("Words", exact=True).fill("Half of a thought")
    type_title_and_wait(form, "On Weaving")
    form.close()  # as a crash does: nobody is asked

    again = form.context.new_page()
    again.goto(live_server.url + change_page(event))
    expect(again.locator("[data-offer]")).to_contain_text("are kept in this browser")
    again.get_by_role("button", name="Take them").click()

    expect(again.locator("#id_statements-1-text")).to_have_value("Half of a thought")
    again.locator("#statements-1 .remove").click()
    save(again)
    expect(again.get_by_text("was changed successfully")).to_be_visible()
    assert Event.objects.get().title == "On Weaving"
    expect(again.locator("[data-offer]")).to_be_hidden()
    assert again.evaluate(KEPT) == 0


def test_words_come_back_after_a_reload_or_are_let_go(form):
    type_title_and_wait(form, "On Weaving")
    form.reload()
    form.get_by_text("What they say").click()
    expect(form.locator("[data-offer-words]")).to_contain_text("On Weaving")

    form.get_by_role("button", name="Let go").click()

    expect(form.locator("[data-offer]")).to_be_hidden()
    assert form.evaluate(KEPT) == 0


def test_ended_session_is_taken_up_again_on_the_page(form):
    type_title(form, "On Weaving")
    Session.objects.all().delete()
    save(form)
    dialog = form.get_by_role("dialog", name="Log in again")

    dialog.get_by_label("Password").fill("not this one")
    dialog.get_by_role("button", name="Log in and save").click()
    expect(dialog.get_by_role("alert")).to_contain_text("not right")
    dialog.get_by_label("Password").fill(PASSWORD)
    dialog.get_by_role("button", name="Log in and save").click()

    expect(form.get_by_text("was changed successfully")).to_be_visible()
    assert Event.objects.get().title == "On Weaving"


def test_log_out_in_another_tab_leaves_this_one_its_words_and_no_other(form, live_server, event):
    type_title_and_wait(form, "On Weaving")
    other = form.context.new_page()
    other.goto(live_server.url + "/admin/")
    other.evaluate("document.getElementById('logout-form').requestSubmit()")
    expect(other.get_by_text("Log in again")).to_be_visible()
    assert other.evaluate(KEPT) == 0

    log_in(other, live_server.url, "editor")
    other.goto(live_server.url + change_page(event))
    expect(other.get_by_label("Title")).to_be_visible()
    expect(other.locator("[data-offer]")).to_be_hidden()
    save(form)  # with the token of the session before

    expect(form.get_by_text("was changed successfully")).to_be_visible()
    assert Event.objects.get().title == "On Weaving"


@pytest.mark.parametrize(
    ("status", "words"),
    [(None, "no answer came"), (413, "more than can be sent"), (500, "the archive failed")],
)
def test_refusal_of_any_kind_keeps_the_words_and_the_next_save_takes_them(form, event, status, words):
    type_title(form, "On Weaving")
    address = f"**{change_page(event)}"
    form.route(
        address,
        lambda route: route.abort() if status is None else route.fulfill(status=status, body="<h1>No</h1>"),
    )
    save(form)
    expect(form.locator("[data-refusal]")).to_contain_text(words)
    expect(form.get_by_label("Title")).to_have_value("On Weaving")

    form.unroute(address)
    save(form)

    expect(form.get_by_text("was changed successfully")).to_be_visible()
    assert Event.objects.get().title == "On Weaving"


def test_words_about_what_was_published_meanwhile_can_be_read_and_copied(form, event):
    type_title(form, "On Weaving")
    publish(event)
    save(form)

    expect(form.get_by_role("region", name="Title").locator("ins")).to_have_text("Weaving")


def test_nothing_is_kept_of_an_event_under_the_rule(form):
    type_title_and_wait(form, "On Weaving")
    form.get_by_label("Record rule").select_option("Chatham House Rule")

    expect(form.locator("[data-kept-state]")).to_contain_text("Nothing is kept in this browser")

    assert form.evaluate(KEPT) == 0


def test_what_is_to_be_mended_is_told_on_the_page(form, live_server):
    SpeakerFactory(name="Ada Lovelace")
    form.goto(live_server.url + change_page(Speaker.objects.get(name="Ada Lovelace")))
    form.get_by_label("Display name").fill("")
    form.get_by_label("Biography").fill("Wrote of engines.")

    save(form)

    expect(form.get_by_role("alert")).to_contain_text("Not saved yet: one thing to mend")
    form.get_by_role("alert").get_by_role("link").click()
    expect(form.locator("#id_name")).to_be_focused()
    expect(form.get_by_label("Biography")).to_have_value("Wrote of engines.")


@pytest.mark.parametrize("comes_between", [None, "somebody-else"])
def test_note_of_a_withdrawal_outlives_the_session_and_goes_once_by_whoever_wrote_it(
    page, live_server, event, comes_between
):
    make_roles(apps)
    make_user("Publisher")
    make_user("Publisher", "somebody-else")
    publish(event)
    let_in(page, live_server.url, "publisher")
    page_that_asks = f"{live_server.url}/admin/events/event/{event.pk}/withdraw/"
    page.goto(page_that_asks)
    page.get_by_label("Note to the reader").fill("The minutes were not agreed.")
    Session.objects.all().delete()
    if comes_between:
        let_in(page, live_server.url, comes_between)
    sent = []
    page.on("request", lambda request: request.method == "POST" and sent.append(request.url))

    page.get_by_role("button", name="Withdraw", exact=True).dblclick()
    dialog = page.get_by_role("dialog", name="Log in again")
    dialog.get_by_label("Password of publisher").fill(PASSWORD)
    assert Event.objects.get().withdrawal_note == ""
    dialog.get_by_role("button", name="Log in and withdraw").click()

    expect(page.get_by_text("Withdrawn: “On Engines”.")).to_be_visible()
    assert Event.objects.get().withdrawal_note == "The minutes were not agreed."
    assert [entry.by.username for entry in LogbookEntry.objects.filter(what="withdrawal")] == ["publisher"]
    assert sent == [f"{live_server.url}/admin/login/", page_that_asks]
