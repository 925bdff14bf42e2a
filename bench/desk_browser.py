"""How long an editor waits in a big event: 40 speakers, 200 statements, 18,000 words, in Chromium.

`bin/bench desk-browser` serves an archive of its own and prints when the form can be used, what a key costs, when it is
saved, and how many nodes there are.
"""

import json
import os
import sys
import tempfile
from pathlib import Path

import django
from playwright.sync_api import Page, sync_playwright

from tests import ready
from tests.chromium import find_chromium
from tests.serving import HOST, NAME, PASSWORD, prepared, serving
from tests.test_setup import production, run

TITLE = "A big conference"
SPEAKERS, STATEMENTS, PARAGRAPHS, SENTENCES, WORDS = 40, 200, 250, 5, 15
KEYS = 30

FILL = f"""
import random
from datetime import date
from events.models import Appearance, Event, Statement
from events.placing import place_statements
from people.models import Speaker
random.seed(1)
words = "port river trade summit talks border grain price energy corridor treaty council market budget".split()
sentence = lambda n: f"The {{' '.join(random.choice(words) for _ in range({WORDS} - 4))}} of point {{n}}."
lines = [[sentence(p * {SENTENCES} + n) for n in range({SENTENCES})] for p in range({PARAGRAPHS})]
report = "".join(f"<p>{{' '.join(line)}}</p>" for line in lines)
event = Event.objects.create(title={TITLE!r}, date=date(2026, 3, 2), lead="Big.", report=report)
listed = []
for n in range({SPEAKERS}):
    person = Speaker.objects.create(name=f"Given{{n}} Family{{n}}")
    listed.append(Appearance.objects.create(
        event=event, speaker=person, printed_name=person.name, printed_post=f"Director of house {{n}}", order=n))
Statement.objects.bulk_create(
    Statement(event=event, appearance=listed[n % {SPEAKERS}], text=lines[n][2], order=n) for n in range({STATEMENTS}))
place_statements(event)
print(event.pk)
"""

#: When the passages of the report are marked and the pickers are made, by the browser's own clock: Playwright looks but
#: twice a second, and to find a button by its name takes it a second of a page like this.
USABLE = """(() => {
    const WAITS = "select.admin-autocomplete:not(.select2-hidden-accessible, [name*=__prefix__])";
    const look = () => {
        const isMarked = document.querySelector(".said"), isComplete = document.readyState === "complete";
        if (isMarked && isComplete && !document.querySelector(WAITS)) window.usable = Date.now();
        else requestAnimationFrame(look);
    };
    look();
})()"""
CLICKED = "button => { setTimeout(() => button.click()); return Date.now(); }"

#: The time from a key until its handlers are done, and until what it changed is painted.
TYPED = """keys => new Promise((done) => {
    const editor = document.querySelector(".prose-editor [role=textbox]").editor, spent = [], painted = [];
    const next = () => {
        if (spent.length === keys) return done({ spent, painted });
        const start = performance.now();
        editor.commands.insertContent("x");
        spent.push(performance.now() - start);
        requestAnimationFrame(() => setTimeout(() => {
            painted.push(performance.now() - start);
            setTimeout(next, 30);
        }));
    };
    editor.commands.focus(2000);
    next();
})"""


def measure(page: Page, site: str, pk: str) -> dict:
    page.goto(f"{site}/admin/")
    page.get_by_label("Username").fill(NAME)
    page.locator("input[name=password]").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    page.wait_for_url(f"{site}/admin/")
    page.add_init_script(USABLE)
    page.goto(f"{site}/admin/events/event/{pk}/change/")
    opened = usable_since(page, page.evaluate("performance.timeOrigin"))
    nodes = page.evaluate("document.querySelectorAll('*').length")
    typed = page.evaluate(TYPED, KEYS)
    clicked = page.get_by_role("button", name="Save", exact=True).evaluate(CLICKED)
    saved = usable_since(page, clicked)
    assert page.locator("li", has_text="was changed successfully").count() == 1
    return {
        "usable after, s": round(opened, 2),
        "nodes": nodes,
        "a key handled, ms (worst)": round(max(typed["spent"]), 1),
        "a key painted, ms (worst)": round(max(typed["painted"]), 1),
        "saved and shown again, s": round(saved, 2),
    }


def usable_since(page: Page, begun: float) -> float:
    """Seconds until the form can be used, from the moment on that the browser calls ``begun``."""
    return (
        page.wait_for_function("begun => window.usable > begun && window.usable", arg=begun).json_value()
        - begun
    ) / 1000


def main() -> None:
    chromium = find_chromium()
    if chromium is None:
        sys.exit("There is no chromium: `make browsers` installs it on Debian.")
    # An archive is migrated as for a test.
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    django.setup()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with (
            ready.for_a_run(),
            prepared(folder) as database,
            serving(folder, database, ALLOWED_HOSTS=f"{HOST},127.0.0.1") as archive,
        ):
            filled = run(
                sys.executable, "manage.py", "shell", "--no-imports", "--command", FILL,
                **production(DATABASE_URL=database.address, STATIC_ROOT=str(folder / "static")),
            )  # fmt: skip
            assert filled.returncode == 0, filled.stderr
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(
                    executable_path=str(chromium), args=["--no-sandbox", "--disable-gpu"]
                )
                page = browser.new_page(viewport={"width": 1440, "height": 900})
                page.set_default_timeout(300_000)
                figures = measure(page, f"http://127.0.0.1:{archive.port}", filled.stdout.split()[-1])
                browser.close()
    print(json.dumps(figures, indent=2))


if __name__ == "__main__":
    main()
