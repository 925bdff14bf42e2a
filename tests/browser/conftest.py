from playwright.sync_api import expect

# Milliseconds. What does not come, does not come later either; on a busy machine a save takes its time.
expect.set_options(timeout=20_000)
