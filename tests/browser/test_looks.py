"""What axe does not see: contrast themes, narrow windows with large type, and the direction of what is written."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from events.placing import place_statements
from opinions.models import Teaser
from tests.browser.test_axe import addresses  # noqa: F401 -- the fixture: one address of every kind of page
from tests.factories import (
    AppearanceFactory,
    AuthorshipFactory,
    PublicEventFactory,
    SpeakerFactory,
    StatementFactory,
    event_with_statements,
)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

#: What tells how a position is known, and what its words are, on the page of an event and on a statement's own.
ATTRIBUTED = ".passage, .passage q, .note, .statement__text, .statement__text q, .evidence"

SCHEMES = ("light", "dark")

#: The colours of an element's text and of what lies behind it, as the browser paints them.
COLOURS = """element => {
    const probe = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
    const painted = colour => {
        probe.clearRect(0, 0, 1, 1);
        probe.fillStyle = colour;
        probe.fillRect(0, 0, 1, 1);
        return [...probe.getImageData(0, 0, 1, 1).data];
    };
    let ground = element;
    while (ground && painted(getComputedStyle(ground).backgroundColor)[3] < 255) ground = ground.parentElement;
    const behind = ground ? getComputedStyle(ground).backgroundColor : "Canvas";
    return [painted(getComputedStyle(element).color), painted(behind)];
}"""


def luminance(colour: list[int]) -> float:
    parts = [part / 255 for part in colour[:3]]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(text: list[int], ground: list[int]) -> float:
    """As WCAG has it: 1 for a colour on itself, 21 for black on white."""
    darker, lighter = sorted([luminance(text), luminance(ground)])
    return (lighter + 0.05) / (darker + 0.05)


@pytest.fixture
def page_with(browser):
    """A page of a browser that is set up in some way."""
    contexts = []

    def opened(**options):
        contexts.append(browser.new_context(reduced_motion="reduce", **options))
        return contexts[-1].new_page()

    yield opened
    for context in contexts:
        context.close()


def test_attributed_words_can_be_read_in_a_contrast_theme(page_with, live_server, addresses):  # noqa: F811
    page = page_with(forced_colors="active")
    event, statement = addresses["events:event"][0], addresses["events:statement"][0]

    seen = {}
    for path in (event, f"{event}#who-1", statement):
        page.goto(live_server.url + path)
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            seen[path, scheme] = [
                round(contrast(*element.evaluate(COLOURS))) for element in page.query_selector_all(ATTRIBUTED)
            ]

    assert {shown: min(found) >= 7 for shown, found in seen.items()} == dict.fromkeys(seen, True)


def test_evidence_can_be_told_apart_in_a_contrast_theme(page_with, live_server, addresses):  # noqa: F811
    page = page_with(forced_colors="active", viewport={"width": 390, "height": 800})
    page.goto(f"{live_server.url}{addresses['events:event'][0]}")

    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        assert_evidence_can_be_told_apart(page)


def assert_evidence_can_be_told_apart(page) -> None:
    lines = {
        passage.get_attribute("data-evidence"): passage.evaluate(
            "e => getComputedStyle(e).textDecorationStyle"
        )
        for passage in page.query_selector_all(".report .passage")
    }
    filled = page.locator(".key .stamp--quote").evaluate(
        "e => [getComputedStyle(e, '::after').backgroundColor, getComputedStyle(e, '::after').color]"
    )
    chosen = page.locator(".readings__switch a")
    grounds = "links => links.map(e => getComputedStyle(e).backgroundColor)"

    assert lines == {"quote": "solid", "mixed": "dashed"}
    assert filled[0] != filled[1]
    assert len(set(chosen.evaluate_all(grounds))) == 2


def test_buttons_have_the_colours_of_the_theme(page_with, live_server):
    """A browser lays the page's ground under text: a button that kept its own colours would be white on white."""
    page = page_with(forced_colors="active", color_scheme="light")
    page.goto(live_server.url + "/search/")

    colours = page.locator(".search__box button").evaluate(
        """button => {
            const own = getComputedStyle(button), probe = document.createElement("p");
            probe.style.color = "ButtonText";
            document.body.append(probe);
            return [own.color, getComputedStyle(probe).color];
        }"""
    )

    assert colours[0] == colours[1]


def test_a_chosen_speaker_is_outlined_in_a_contrast_theme(page_with, live_server, addresses):  # noqa: F811
    page = page_with(forced_colors="active", viewport={"width": 1440, "height": 900})
    styles = "passages => passages.map(e => getComputedStyle(e).outlineStyle)"

    page.goto(f"{live_server.url}{addresses['events:event'][0]}")
    before = page.locator(".report .passage").evaluate_all(styles)
    page.goto(f"{live_server.url}{addresses['events:event'][0]}#who-1")
    after = page.locator(".report .passage").evaluate_all(styles)

    assert (before, after) == (["none", "none"], ["solid", "solid"])


#: Of an element: which way it runs as the browser has it, and in which language it is.
WRITTEN = "e => [getComputedStyle(e).direction, e.closest('[lang]').lang]"


@pytest.fixture
def in_three_scripts(live_server):
    """An event in Arabic, its speaker's name in Hebrew, an English opinion in its report; and an event in Russian."""
    speaker = SpeakerFactory(name="דוד לוי")
    appearance = AppearanceFactory(
        event=PublicEventFactory(
            title="مستقبل التجارة", language="ar", report="<p>ستنمو التجارة.</p><p>انتهى.</p>", slug="trade"
        ),
        speaker=speaker,
    )
    statement = StatementFactory(appearance=appearance, text="ستنمو التجارة.", own_words=False)
    place_statements(appearance.event)
    Teaser.objects.create(
        event=appearance.event,
        opinion=AuthorshipFactory(opinion__title="Ports", opinion__lead="Ports matter.").opinion,
        after_paragraph=1,
    )
    russian = event_with_statements("Торговля вырастет.", title="Вечер", language="ru", slug="evening")
    return {
        "site": live_server.url,
        "event": appearance.event.get_absolute_url(),
        "statement": statement.get_absolute_url(),
        "speaker": speaker.get_absolute_url(),
        "russian": russian.get_absolute_url(),
    }


def test_each_part_of_a_page_runs_its_own_way_in_its_own_language(page_with, in_three_scripts):
    page = page_with(viewport={"width": 1440, "height": 900})
    arabic, english, russian = ["rtl", "ar"], ["ltr", "en"], ["ltr", "ru"]
    expected = {
        ("/events/", ".entry__title:has-text('مستقبل')"): arabic,
        ("/events/", ".entry__who bdi"): ["rtl", "en"],
        ("/events/", ".entry__who"): english,
        ("/events/", ".entry__title:has-text('Вечер')"): russian,
        ("event", "h1"): arabic,
        ("event", ".report__text"): arabic,
        ("event", ".note__how"): english,
        ("event", ".teaser h3"): english,
        ("event", ".teaser__lead"): english,
        ("event", ".positions .statement__text"): arabic,
        ("event", ".positions .evidence"): english,
        ("statement", ".alone .statement__text"): arabic,
        ("statement", ".context"): arabic,
        ("statement", ".entry__title"): arabic,
        ("speaker", "h1 bdi"): ["rtl", "en"],
        ("speaker", ".said__event"): arabic,
        ("russian", ".report__text"): russian,
        ("russian", ".note__how"): english,
    }

    written = {}
    for place, selector in expected:
        page.goto(in_three_scripts["site"] + in_three_scripts.get(place, place))
        written[place, selector] = page.locator(selector).first.evaluate(WRITTEN)

    assert written == expected


def test_notes_hang_in_the_margin_of_a_report_that_runs_leftwards(page_with, in_three_scripts):
    page = page_with(viewport={"width": 1440, "height": 900})

    page.goto(in_three_scripts["site"] + in_three_scripts["event"])

    note, text = page.locator(".note").bounding_box(), page.locator(".report__text").bounding_box()
    assert note["x"] + note["width"] < text["x"]


#: What a checker of HTML would refuse on any page: names that nobody knows, an id twice, a reference to nothing.
FAULTS = """() => {
    const all = [...document.querySelectorAll("*")], ids = all.map(e => e.id).filter(Boolean), faults = [];
    const known = /^(data-|aria-|accept-charset$|http-equiv$|text-anchor$|stroke-)/;
    for (const e of all) {
        for (const {name, value} of e.attributes) {
            if (name.includes("-") && !known.test(name)) faults.push(`${e.tagName} ${name}`);
            const refers = ["for", "aria-labelledby", "aria-describedby", "aria-controls"].includes(name);
            const local = name === "href" && value.startsWith("#") && value.length > 1;
            for (const id of refers ? value.split(" ") : local ? [value.slice(1)] : [])
                if (!ids.includes(id)) faults.push(`${e.tagName} ${name} leads to no ${id}`);
        }
        if (/^H[1-6]$/.test(e.tagName) && !e.textContent.trim()) faults.push(`empty ${e.tagName}`);
    }
    for (const id of ids) if (ids.filter(other => other === id).length > 1) faults.push(`id ${id} twice`);
    if (document.querySelectorAll("h1").length !== 1) faults.push("not one h1");
    return [...new Set(faults)];
}"""


def test_pages_are_sound_html_and_none_scrolls_sideways(page_with, live_server, addresses):  # noqa: F811
    page = page_with(viewport=NARROW[0])

    found, wider = {}, []
    for path in sum(addresses.values(), []):
        page.set_viewport_size(NARROW[0])
        page.goto(live_server.url + path)
        if faults := page.evaluate(FAULTS):
            found[path] = faults
        wider += [(path, *which) for which in scrolls_sideways(page)]

    assert found == {}
    assert wider == []


NARROW = {"width": 320, "height": 800}, {"width": 820, "height": 800}


def scrolls_sideways(page) -> Iterator[tuple]:
    """In which windows, with letters of which size, and how wide the page is there."""
    for size, letters in ((NARROW[0], "100%"), (NARROW[0], "200%"), (NARROW[1], "200%")):
        page.set_viewport_size(size)
        page.evaluate("size => document.documentElement.style.fontSize = size", letters)
        inner, outer = page.evaluate(
            "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"
        )
        if inner > outer:
            yield size["width"], letters, inner


def test_citation_and_link_are_copied_by_a_button(browser, live_server):
    event = event_with_statements("Trade will grow.")
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{live_server.url}{event.statements.get().get_absolute_url()}")

    page.get_by_role("button", name="Copy the citation").click()
    expect(page.get_by_text("Copied")).to_be_visible()

    cited = " ".join(page.locator(".cite__text").inner_text().split())
    assert page.evaluate("navigator.clipboard.readText()") == cited
    page.get_by_role("button", name="Copy the link").click()
    page.wait_for_function("navigator.clipboard.readText().then((text) => text.includes('/statements/'))")


def test_words_chosen_on_the_page_of_an_event_get_a_link(browser, live_server):
    event = event_with_statements(
        "Trade will grow by half.", report="<p>She said: Trade will grow by half.</p>"
    )
    place_statements(event)
    statement = event.statements.get()
    page = browser.new_page()
    page.goto(f"{live_server.url}{event.get_absolute_url()}")
    page.evaluate(
        """id => {
            const text = document.getElementById(id).firstChild, at = text.data.indexOf("will");
            getSelection().setBaseAndExtent(text, at, text, at + "will grow".length);
        }""",
        f"p-{statement.pk}",
    )

    page.get_by_role("link", name="Link to these words").click()

    expect(page.locator("mark.words__chosen")).to_have_text("will grow")
    assert page.url.endswith(f"{statement.get_absolute_url()}?words=2-3#words")
