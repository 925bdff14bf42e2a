"""A web process for the tests of the replica: for each line on its input, `COOKIE PATH`, a line of JSON about the page.

It says the status, which databases were asked for records, and whether the page holds the word "renamed".
"""

import json
import os
import sys
from contextlib import ExitStack

import django


def serve() -> None:
    from django.conf import settings
    from django.db import connections
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    for line in sys.stdin:
        cookie, path = line.split()
        client = Client()
        if cookie != "-":
            client.cookies[settings.SESSION_COOKIE_NAME] = cookie
        with ExitStack() as stack:
            captured = {
                name: stack.enter_context(CaptureQueriesContext(connections[name]))
                for name in ("default", "replica")
                if name == "default"
                or connections[name].connection is not None
                or is_there(connections[name])
            }
            response = client.get(path, headers={"host": "archive.example.org"})
        asked = sorted(
            name
            for name, found in captured.items()
            if any("events_event" in q["sql"] for q in found.captured_queries)
        )
        page = response.content.decode()
        answer = {"status": response.status_code, "asked": asked, "new": "renamed" in page}
        print(json.dumps(answer), flush=True)


def is_there(connection) -> bool:
    """A capture connects, and cannot where nothing answers."""
    try:
        connection.ensure_connection()
    except django.db.OperationalError:
        return False
    return True


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    serve()
