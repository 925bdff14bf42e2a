"""What axe does not see: contrast themes, narrow windows with large type, and the direction of what is written."""

import pytest

from tests.browser.test_axe import addresses  # noqa: F401 -- the fixture: one address of every kind of page

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

#: What tells how a position is known, and what its words are, on the page of an event and on a statement's own.
ATTRIBUTED = ".passage, .passage q, .note, .statement__text, .statement__text q, .evidence"

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


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_attributed_words_can_be_read_in_a_contrast_theme(page_with, live_server, addresses, scheme):  # noqa: F811
    page = page_with(forced_colors="active", color_scheme=scheme)
    event, statement = addresses["events:event"][0], addresses["events:statement"][0]

    seen = {}
    for path in (event, f"{event}#who-1", statement):
        page.goto(live_server.url + path)
        seen[path] = [
            round(contrast(*element.evaluate(COLOURS))) for element in page.query_selector_all(ATTRIBUTED)
        ]

    assert {path: min(found) >= 7 for path, found in seen.items()} == dict.fromkeys(seen, True)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_evidence_can_be_told_apart_in_a_contrast_theme(page_with, live_server, addresses, scheme):  # noqa: F811
    page = page_with(forced_colors="active", color_scheme=scheme, viewport={"width": 390, "height": 800})
    page.goto(f"{live_server.url}{addresses['events:event'][0]}")

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

    assert lines == {"quote": "solid", "mixed": "dashed"}
    assert filled[0] != filled[1]
    assert len(set(chosen.evaluate_all("links => links.map(e => getComputedStyle(e).backgroundColor)"))) == 2


def test_a_chosen_speaker_is_outlined_in_a_contrast_theme(page_with, live_server, addresses):  # noqa: F811
    page = page_with(forced_colors="active", viewport={"width": 1440, "height": 900})
    styles = "passages => passages.map(e => getComputedStyle(e).outlineStyle)"

    page.goto(f"{live_server.url}{addresses['events:event'][0]}")
    before = page.locator(".report .passage").evaluate_all(styles)
    page.goto(f"{live_server.url}{addresses['events:event'][0]}#who-1")
    after = page.locator(".report .passage").evaluate_all(styles)

    assert (before, after) == (["none", "none"], ["solid", "solid"])


@pytest.mark.parametrize(("width", "text"), [(320, "100%"), (390, "200%"), (820, "200%")])
def test_no_page_scrolls_sideways(page_with, live_server, addresses, width, text):  # noqa: F811
    page = page_with(viewport={"width": width, "height": 800})

    wider = []
    for path in sum(addresses.values(), []):
        page.goto(live_server.url + path)
        page.evaluate("size => document.documentElement.style.fontSize = size", text)
        inner, outer = page.evaluate(
            "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"
        )
        if inner > outer:
            wider.append((path, inner))

    assert wider == []
