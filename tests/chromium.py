"""Where the browser tests' chromium is; `python -m tests.chromium` prints it, or fails if there is none."""

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

DEBIAN_CHROMIUM = Path("/usr/bin/chromium")


def find_chromium() -> Path | None:
    """Return Debian's chromium, or else the one that playwright installed, or None."""
    if DEBIAN_CHROMIUM.exists():
        return DEBIAN_CHROMIUM
    with sync_playwright() as playwright:
        own = Path(playwright.chromium.executable_path)
    return own if own.exists() else None


if __name__ == "__main__":
    found = find_chromium()
    print(found or "no chromium: `make browsers` installs it on Debian")
    sys.exit(found is None)
