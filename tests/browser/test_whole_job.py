"""The whole job on an empty database: an editor enters the reference event, a publisher publishes, a reader reads."""

import re

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client
from playwright.sync_api import Page, expect

from demonstration import reading
from desk.roles import make_roles
from events.models import Event
from tests.desk.users import PASSWORD, make_user
from tests.factories import AppearanceFactory, SpeakerFactory

pytestmark = [
    pytest.mark.browser,
    pytest.mark.each_database,
    pytest.mark.django_db(transaction=True),
]

OPINION = "Symbolic Meaning of Putin-Kim Summit"
EVIDENCE = {"quote": "Quote", "mixed": "Mixed", "paraphrase": "Paraphrase"}


@pytest.fixture
def facts():
    """The reference event as the project retells it."""
    (event,) = (row for row in reading.events() if row["slug"] == "summit-diplomacy-amid-double-freezing")
    return event


@pytest.fixture
def staff():
    make_roles(apps)
    return make_user("Editor"), make_user("Publisher")


def log_in(page: Page, site: str, name: str) -> None:
    page.goto(f"{site}/admin/")
    page.get_by_label("Username").fill(name)
    page.locator("input[name=password]").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    expect(page.get_by_role("heading", name="Your drafts, incomplete")).to_be_visible()


def let_in(page: Page, site: str, name: str) -> None:
    """As whoever has logged in. The form for it is tried by itself, and in the whole job."""
    client = Client()
    client.force_login(User.objects.get(username=name), backend="django.contrib.auth.backends.ModelBackend")
    cookie = settings.SESSION_COOKIE_NAME
    page.context.add_cookies([{"name": cookie, "value": client.cookies[cookie].value, "url": site}])


def log_out(page: Page) -> None:
    page.context.clear_cookies()


def pick(page: Page, field: str, words: str) -> None:
    """Choose in a picker what the archive finds for ``words``."""
    page.locator(f"#{field} + .select2").click()
    page.locator(".select2-search__field").last.fill(words)
    page.locator(".select2-results__option--highlighted", has_text=words).click()


def write_report(page: Page, html: str) -> None:
    page.get_by_role("textbox", name="Report").click()
    for number, paragraph in enumerate(re.findall(r"<p>(.*?)</p>", html)):
        if number:
            page.keyboard.press("Enter")
        page.keyboard.insert_text(paragraph)


def enter_opinion(page: Page, site: str) -> None:
    page.goto(f"{site}/admin/opinions/opinion/add/")
    page.get_by_label("Title").fill(OPINION)
    page.get_by_label("Date", exact=False).first.fill("2019-04-26")
    page.get_by_label("Lead").fill("What the meeting in Vladivostok stands for.")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("Last saved")).to_be_visible()


def new_speaker(page: Page, row: int, listed: dict) -> None:
    """Make a speaker on the spot, and say as what they took part."""
    page.get_by_role("button", name="New speaker").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Name").fill(listed["printed_name"])
    dialog.get_by_label("Country").select_option("RU")
    dialog.get_by_role("button", name="Make the record").click()
    expect(page.locator(f"#id_appearances-{row}-printed_name")).to_have_value(listed["printed_name"])
    page.locator(f"#id_appearances-{row}-printed_post").fill(listed["printed_post"])
    page.locator(f"#id_appearances-{row}-role").select_option(listed["role"])


def new_statement(page: Page, row: int, said: dict, names: dict) -> None:
    page.get_by_role("button", name="Add a statement").click()
    statement = page.locator(f"#statements-{row}")
    if "speaker" in said:
        statement.get_by_label("Said by").select_option(label=names[said["speaker"]])
    else:
        statement.get_by_label("or a group, as printed").fill(said["attribution"])
    statement.locator(".evidence").get_by_text(EVIDENCE[said["evidence"]]).click()
    statement.get_by_label("Words", exact=True).fill(said["text"])


def enter_event(page: Page, site: str, facts: dict) -> None:
    page.goto(f"{site}/admin/")
    page.get_by_role("link", name="New event").click()
    page.get_by_label("Title").fill(facts["title"])
    page.locator("#id_date").fill("2019-04-26")
    page.get_by_label("Lead").fill(facts["lead"])
    for row, listed in enumerate(facts["appearance"]):
        new_speaker(page, row, listed)
    write_report(page, facts["report"])
    names = {listed["speaker"]: listed["printed_name"] for listed in facts["appearance"]}
    for row, said in enumerate(facts["statement"]):
        new_statement(page, row, said, names)
    page.get_by_role("link", name="Add another Opinion").click()
    pick(page, "id_teasers-0-opinion", OPINION)
    page.locator("#id_teasers-0-after_paragraph").select_option("2")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("Last saved")).to_be_visible()


def sign_opinion(page: Page, site: str, author: str) -> None:
    page.goto(f"{site}/admin/opinions/opinion/")
    page.get_by_role("link", name=OPINION).click()
    page.get_by_role("link", name="Add another Author").click()
    pick(page, "id_authorships-0-speaker", author)
    page.locator("#id_authorships-0-printed_name").fill(author)
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("was changed successfully")).to_be_visible()


def publish(page: Page, site: str, title: str, unseen: str) -> None:
    """Publish an event, and answer what becomes of the opinions in it that readers would not find."""
    page.goto(f"{site}/admin/events/event/")
    page.get_by_role("link", name=title).click()
    page.get_by_role("button", name="Save and publish").click()
    page.get_by_role("alert").get_by_role("link", name="Opinions that readers would not find").click()
    page.get_by_label(unseen).check()
    reason = page.get_by_label("Why it goes out with open checks")
    if reason.is_visible():
        reason.fill("Looked at, and right.")
    page.get_by_role("button", name="Save and publish").click()
    expect(page.get_by_text(f"“{title}” is public.")).to_be_visible()


def test_event_goes_from_an_empty_archive_to_a_reader(live_server, page, browser, staff, facts):
    site = live_server.url

    log_in(page, site, "editor")
    enter_opinion(page, site)
    enter_event(page, site, facts)
    assert page.get_by_role("button", name="Save and publish").count() == 0
    assert page.get_by_text("have no place in the report").count() == 0
    sign_opinion(page, site, "Artyom Lukin")

    log_out(page)
    log_in(page, site, "publisher")
    publish(page, site, facts["title"], "Publish them with the event")
    expect(page.get_by_text(f"Published with it: “{OPINION}”.")).to_be_visible()

    reader = browser.new_page()
    reader.goto(site)
    reader.get_by_role("link", name=facts["title"]).first.click()
    report, positions = reader.locator("#report"), reader.locator("#positions")
    expect(reader.get_by_role("heading", level=1)).to_have_text(facts["title"])
    assert report.locator("mark[id]").count() == len(facts["statement"])
    expect(report.get_by_text(OPINION)).to_be_visible()
    expect(positions.get_by_role("heading", name="The experts")).to_be_visible()
    expect(positions.get_by_text("Head of the HSE School of Oriental Studies")).to_be_visible()

    positions.get_by_role("link", name="Artyom Lukin").first.click()
    expect(reader).to_have_url(f"{site}/speakers/artyom-lukin/")
    said = [said["text"] for said in facts["statement"] if said.get("speaker") == "artyom-lukin"]
    for words in said:
        expect(reader.get_by_text(words)).to_be_visible()
    assert Event.objects.get().statements.count() == len(facts["statement"])
    reader.close()


def test_stray_letter_in_the_form_loses_nothing(live_server, page, staff):
    page.set_viewport_size({"width": 1440, "height": 900})  # wide enough for the sidebar that "[" folds
    let_in(page, live_server.url, "editor")
    page.goto(f"{live_server.url}/admin/events/event/add/")
    page.get_by_label("Title").fill("Typed and not lost")
    page.locator("#id_kind").focus()

    page.keyboard.press("c")
    page.keyboard.press("[")

    expect(page.get_by_label("Title")).to_have_value("Typed and not lost")
    expect(page.locator("#nav-sidebar")).to_be_visible()


def test_near_duplicate_is_shown_before_a_second_record_is_made(live_server, page, staff):
    lukin = SpeakerFactory(name="Artyom Lukin")
    let_in(page, live_server.url, "editor")
    page.goto(f"{live_server.url}/admin/events/event/add/")
    page.get_by_role("button", name="New speaker").click()
    page.get_by_role("dialog").get_by_label("Name").fill("Artem Lukin")

    page.get_by_role("dialog").get_by_role("button", name="Artyom Lukin").click()

    expect(page.locator("#id_appearances-0-printed_name")).to_have_value("Artyom Lukin")
    expect(page.locator("#id_appearances-0-speaker")).to_have_value(str(lukin.pk))


def test_post_that_was_typed_is_never_overwritten(live_server, page, staff):
    AppearanceFactory(speaker__name="Ada Lovelace", printed_post="Countess")
    let_in(page, live_server.url, "editor")
    page.goto(f"{live_server.url}/admin/events/event/add/")
    page.get_by_role("button", name="Add a speaker").click()
    pick(page, "id_appearances-0-speaker", "Ada Lovelace")
    post = page.locator("#id_appearances-0-printed_post")
    expect(post).to_have_value("Countess")

    post.fill("Analyst")
    page.locator("#id_date").fill("2020-01-01")
    page.locator("#id_date").blur()
    page.wait_for_load_state("networkidle")

    expect(post).to_have_value("Analyst")
