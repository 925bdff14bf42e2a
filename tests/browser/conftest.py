import pytest
from playwright.sync_api import expect

# Milliseconds. What does not come, does not come later either; on a busy machine a save takes its time.
expect.set_options(timeout=20_000)


@pytest.fixture(scope="session")
def kept_context(browser, browser_context_args):
    context = browser.new_context(**browser_context_args)
    yield context
    context.close()


@pytest.fixture
def context(kept_context):
    """One for all tests of a worker, and empty for each. Its cache stays, with the styles and scripts of the desk: to
    get seventy files anew takes a second."""
    yield kept_context
    for page in kept_context.pages:
        page.close()
    kept_context.unroute_all()
    kept_context.clear_permissions()
    kept_context.set_storage_state({"cookies": [], "origins": []})
