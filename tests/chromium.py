"""Where the browser tests' chromium is; `python -m tests.chromium` prints it, or fails if there is none."""

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

#: Debian's: the first has the engine and no windows, which cost the other half of its time, and nobody sees.
DEBIAN = [Path("/usr/lib/chromium/chromium-headless-shell"), Path("/usr/bin/chromium")]


def find_chromium() -> Path | None:
    """Return Debian's chromium, or else the one that playwright installed, or None."""
    if there := [one for one in DEBIAN if one.exists()]:
        return there[0]
    with sync_playwright() as playwright:
        own = Path(playwright.chromium.executable_path)
    return own if own.exists() else None


if __name__ == "__main__":
    found = find_chromium()
    print(found or "no chromium: `make browsers` installs it on Debian")
    sys.exit(found is None)
