#!/usr/bin/env python
"""Django's commands. In a checkout that nobody has configured yet, they run with DEBUG on."""

import gc
import os
import sys
from pathlib import Path


def main():
    # A tenth of a start went by in looking for garbage among what is loaded to stay.
    gc.set_threshold(50_000, 20)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    # Only here: a server started from config.wsgi never falls into DEBUG by itself.
    if not os.environ.get("SECRET_KEY") and not Path(__file__).with_name(".env").exists():
        os.environ.setdefault("DEBUG", "true")

    from django.conf import settings
    from django.core.management import execute_from_command_line

    from config import problems

    with problems.told():
        # A command needs one connection and no pool, which would ask an absent server for ten seconds.
        settings.DATABASES["default"]["OPTIONS"].pop("pool", None)
        execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
