"""Migrate the archive back, each app to its first state, and forward again.

`python -m tests.keeping.back_and_forth` for all of the project's apps; with names, those apps to before their first.
"""

import os
import sys

import django

APPS = ["intake", "search", "opinions", "events", "people", "publishing"]


def go(gone: list[str]) -> None:
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.loader import MigrationLoader

    own = sorted(MigrationLoader(connection).disk_migrations)
    for app in [] if gone else APPS:
        first = next(name for label, name in own if label == app)
        call_command("migrate", app, first, verbosity=0)
    for app in gone:
        call_command("migrate", app, "zero", verbosity=0)
    call_command("migrate", verbosity=0)


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    go(sys.argv[1:])
