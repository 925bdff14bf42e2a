"""Statements where they stand: attributed by keyboard in the editor of the report; a lost place says so at once."""

import json
from pathlib import Path

import pytest
from django.apps import apps
from playwright.sync_api import Page, expect

from demonstration import reading
from desk.roles import make_roles
from events.models import Appearance, Event
from tests.browser.test_whole_job import let_in
from tests.desk.pages import change_page
from tests.desk.users import make_user
from tests.factories import EventFactory, SpeakerFactory

STATIC = Path(__file__).parents[2] / "static"
CASES = Path(__file__).parents[1] / "events"


@pytest.fixture
def editor_form(page, live_server) -> Page:
    """The reference event without a statement, its report in the editor."""
    make_roles(apps)
    make_user("Editor")
    (row,) = (row for row in reading.events() if row["slug"] == "summit-diplomacy-amid-double-freezing")
    event = EventFactory(title=row["title"], report=row["report"])
    for order, listed in enumerate(row["appearance"]):
        Appearance.objects.create(
            event=event,
            speaker=SpeakerFactory(name=listed["printed_name"]),
            printed_name=listed["printed_name"],
            printed_post=listed["printed_post"],
            role=listed["role"],
            order=order,
        )
    let_in(page, live_server.url, "editor")
    page.goto(live_server.url + change_page(event))
    expect(page.get_by_role("button", name="Say who said it")).to_be_visible()
    return page


class Keys:
    """A keyboard that counts."""

    def __init__(self, page: Page):
        self.page, self.pressed = page, 0

    def press(self, *names: str) -> None:
        for name in names:
            self.page.keyboard.press(name)
            self.pressed += 1


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_ten_statements_are_attributed_by_keyboard_alone(editor_form):
    page, keys = editor_form, Keys(editor_form)
    page.get_by_role("textbox", name="Report").focus()

    keys.press("F2")
    for letter in "lmilmilmil":  # one sentence after the other: each in a few keys, whoever is guessed
        keys.press(letter, "Enter")
    assert keys.pressed <= 40

    rows = page.locator("#statements [data-list] > li")
    expect(rows).to_have_count(10)
    expect(page.locator("[data-said]")).to_contain_text("Statement 10: Artyom Lukin")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("was changed successfully")).to_be_visible()
    said = [one.said_by.rpartition(" ")[2] for one in Event.objects.get().statements.all()]
    assert said == ["Lukin", "Maslov", "Ivashentsov"] * 3 + ["Lukin"]
    assert not Event.objects.get().statements.without_a_place().exists()


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_passage_whose_words_change_loses_its_place_and_gets_it_back(editor_form):
    page = editor_form
    report = page.get_by_role("textbox", name="Report")
    report.focus()
    for key in ("F2", "l", "Enter", "ArrowUp", "ArrowUp"):
        page.keyboard.press(key)
    passage = page.locator(".said")
    expect(passage.first).to_be_visible()
    first = page.locator("#id_statements-0-text").input_value()

    page.keyboard.press("F2")  # to writing, at the place that was chosen
    page.keyboard.press("Control+Home")
    for key in (
        "Control+ArrowRight",
        "Control+ArrowRight",
    ):  # inside: what stands nearest keeps both its ends
        page.keyboard.press(key)
    page.keyboard.type("Q")
    lost = page.locator("[data-lost]")
    expect(lost).to_contain_text("Lost its place.")
    page.keyboard.press("Backspace")
    expect(lost).to_have_count(0)

    page.keyboard.type("Q")
    lost.get_by_role("button", name="Take these words").click()
    expect(lost).to_have_count(0)
    taken = page.locator("#id_statements-0-text").input_value()
    assert "Q" in taken and taken.replace("Q", "") == first
    passage.first.click()
    expect(page.locator("#statements-0")).to_have_attribute("data-current", "")


TWINS = """async ({places, nearest}) => {
    const { Text } = await import("/static/desk/report/places.js");
    const units = (text, points) => [...text].slice(0, points).join("").length;
    const points = (text, at) => [...text.slice(0, at)].length;
    const found = places.map(({ words, report, prefix, suffix, taken = [] }) => {
        const held = taken.map(([start, end]) => ({ start: units(report, start), end: units(report, end) }));
        const place = new Text(report).find(words, { prefix, suffix, taken: held });
        return place && { start: points(report, place.start), end: points(report, place.end) };
    });
    return { found, near: nearest.map(({ words, report }) => new Text(report).nearest(words)) };
}"""


@pytest.mark.browser
def test_twin_in_the_browser_finds_every_place_that_the_server_finds(page):
    def serve(route):
        path = STATIC / route.request.url.partition("/static/")[2]
        if path.suffix == ".js":
            route.fulfill(path=path, content_type="text/javascript")
        else:
            route.fulfill(body="<!doctype html>", content_type="text/html")

    page.route("http://desk.example/**", serve)
    page.goto("http://desk.example/")
    places, nearest = (
        json.loads((CASES / f"{name}_cases.json").read_text(encoding="utf-8"))
        for name in ("place", "nearest")
    )

    told = page.evaluate(TWINS, {"places": places, "nearest": nearest})

    assert told == {
        "found": [one["expected"] for one in places],
        "near": [one["expected"] for one in nearest],
    }
