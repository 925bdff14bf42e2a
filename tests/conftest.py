import os

import pytest

# playwright's sync API runs an event loop in this thread; Django would refuse the database beside it.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    """Start chromium as root and in a machine without a network, and Debian's where it is installed."""
    from tests.chromium import find_chromium

    return {
        **browser_type_launch_args,
        "executable_path": str(find_chromium()),
        "args": ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    }


@pytest.fixture(autouse=True)
def archive_in_real_use():
    """No test inherits the demonstration's notice from another, or asks the database whether there is one."""
    from django.core.cache import cache

    from demonstration.models import CACHE_KEY

    cache.set(CACHE_KEY, "")
