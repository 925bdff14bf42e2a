"""What axe says of a page."""

from axe_playwright_python.sync_playwright import Axe

#: Its letters are there, and it has been painted since.
DRAWN = """async () => {
    await document.fonts.ready;
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
}"""


def violations(page) -> list[dict]:
    """What axe finds on the page as it is now; it is brought into the page once."""
    page.evaluate(DRAWN)
    if not page.evaluate("'axe' in window"):
        page.evaluate(Axe().axe_script)
    # No rule that we ask for reads the style sheets themselves.
    return page.evaluate("axe.run({resultTypes: ['violations'], preload: false})")["violations"]
