"""An institution with no programmer makes an empty archive its own: all of it on the desk, no file changed."""

import pytest
from django.apps import apps
from django.utils import timezone
from playwright.sync_api import Locator, Page, expect

from config import first
from desk.roles import make_roles
from house.models import Page as OwnPage
from house.starting import make_pages
from tests.browser.test_intake_review import said
from tests.browser.test_whole_job import log_out
from tests.intake.old_site import english
from tests.pictures import picture

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

NAME, WORDS = "Eastport Talks", "a sentence to remember"
TITLE, LINES = english(3)
GAPS = {
    "Name of the institution": "Eastport Institute",
    "Street, town, country": "Quay 1, Eastport",
    "Name and post": "Ines Duarte, Director",
    "E-mail and telephone": "talks@eastport.example",
}


@pytest.fixture
def empty_archive(live_server, settings):
    """As migrations leave it: with roles and the pages that wait to be filled in, and nobody."""
    settings.SITE_URL = live_server.url
    make_roles(apps)
    make_pages(OwnPage, timezone.now())
    return live_server.url


def choose_password(page: Page) -> None:
    for field in page.locator("input[type=password]").all():
        field.fill(WORDS)


def say_whose_it_is(page: Page) -> None:
    page.get_by_role("link", name="Say whose archive it is").click()
    page.locator("#id_name").fill(NAME)
    page.locator("#id_institution").fill("Eastport Institute")
    logo = picture("PNG", size=(320, 80)).read()
    page.locator("#id_logo").set_input_files({"name": "logo.png", "mimeType": "image/png", "buffer": logo})
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("link", name="Paste its report")).to_be_visible()  # the desk leads on
    expect(page.get_by_role("link", name=NAME)).to_be_visible()


def fill_in_the_imprint(page: Page) -> None:
    page.get_by_role("link", name="Pages").first.click()
    page.get_by_role("link", name="Imprint").click()
    text = page.get_by_role("textbox", name="Text")
    for gap, words in GAPS.items():
        choose_words(text, f"[[{gap}]]")
        page.keyboard.insert_text(words)
    page.get_by_role("button", name="Save and publish").click()
    expect(page.get_by_text("“Imprint” is public.")).to_be_visible()


def choose_words(text: Locator, words: str) -> None:
    """As by double-click and drag."""
    text.focus()
    text.evaluate(
        """(text, words) => {
            const walk = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
            while (!walk.nextNode().data.includes(words)) continue;
            const at = walk.currentNode.data.indexOf(words);
            getSelection().setBaseAndExtent(walk.currentNode, at, walk.currentNode, at + words.length);
        }""",
        words,
    )


def make_the_first_event(page: Page, site: str) -> str:
    """Paste a report, accept what is proposed, publish; its address."""
    page.goto(f"{site}/admin/")
    page.get_by_role("link", name="Paste its report").click()
    page.get_by_label("Text").first.fill("\n\n".join([TITLE, *LINES]))
    page.get_by_role("button", name="Read it").click()
    expect(page.locator("[data-list] [aria-current]")).to_be_focused()
    for _ in range(20):
        page.keyboard.press("a")
        if said(page).startswith("All decided"):
            break
    page.locator("[data-make]").click()
    expect(page.get_by_text("The draft is made")).to_be_visible()
    page.get_by_label("Why it goes out with open checks").fill("Looked at, and right.")
    page.get_by_role("button", name="Save and publish").click()
    expect(page.get_by_text(f"“{TITLE}” is public.")).to_be_visible()
    return page.get_by_role("link", name="View on site").get_attribute("href")


def lead_on(page: Page, site: str, address: str, target: str) -> None:
    page.goto(f"{site}/admin/")
    page.get_by_role("link", name="Redirects").click()
    page.locator(".addlink").click()
    page.locator("#id_address").fill(address)
    page.locator("#id_target").fill(target)
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("was added successfully")).to_be_visible()


def invite(page: Page, site: str, name: str) -> str:
    """The link for a new editor."""
    page.goto(f"{site}/admin/")
    page.get_by_role("link", name="Users").first.click()
    page.locator(".addlink").click()
    page.get_by_label("Log-in name").fill(name)
    page.get_by_label("Editor:").check()
    page.get_by_role("button", name="Save", exact=True).click()
    return page.locator(".one-link").inner_text()


def test_institution_moves_in_without_a_file_changed(empty_archive, page, browser):
    site = empty_archive
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(first.link())  # as the log says it
    page.get_by_label("Username").fill("ines")
    choose_password(page)
    page.get_by_role("button", name="Make the account").click()

    say_whose_it_is(page)
    fill_in_the_imprint(page)
    event = make_the_first_event(page, site)
    lead_on(page, site, "/node.php?id=142", event)
    link = invite(page, site, "omar")

    log_out(page)
    page.goto(link)
    choose_password(page)
    page.get_by_role("button").last.click()
    expect(page.get_by_role("link", name="New event")).to_be_visible()

    reader = browser.new_page()
    reader.goto(site)
    expect(reader.get_by_role("banner").get_by_role("link", name=NAME)).to_be_visible()
    logo = reader.get_by_role("banner").locator("img")
    assert logo.evaluate("(img) => img.complete && img.naturalWidth / img.naturalHeight") == 4
    reader.set_viewport_size({"width": 390, "height": 900})
    name, language = (reader.locator(one).bounding_box() for one in (".wordmark > span", ".lang"))
    assert name["x"] + name["width"] <= language["x"]  # neither stands on the other
    reader.get_by_role("contentinfo").get_by_role("link", name="Imprint").click()
    for words in GAPS.values():
        expect(reader.locator("main").get_by_text(words)).to_be_visible()
    reader.goto(f"{site}/node.php?id=142")
    expect(reader).to_have_url(f"{site}{event}")
    expect(reader.get_by_role("heading", level=1)).to_have_text(TITLE)
    assert reader.locator("#report mark[id]").count() == 2
    reader.close()
