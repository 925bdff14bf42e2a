"""What axe says of a page."""

from axe_playwright_python.sync_playwright import Axe

#: Its letters are there, and it has been painted since.
DRAWN = """async () => {
    await document.fonts.ready;
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
}"""

RUN = "axe.run({resultTypes: ['violations'], preload: false}).then((found) => found.violations)"


def violations(page) -> list[dict]:
    """What axe finds on the page as it is now; it is brought into the page once."""
    page.evaluate(DRAWN)
    if not page.evaluate("'axe' in window"):
        page.evaluate(Axe().axe_script)
    # No rule that we ask for reads the style sheets themselves. What it finds right stays in the browser: to hand that
    # over took as long as to find it.
    return page.evaluate(RUN)
