"""Django's runserver, which says first what stands in its way: later it would be told by another process."""

import os

from django.contrib.staticfiles.management.commands import runserver

from config import problems


class Command(runserver.Command):
    addr: str  # both read by Django's handle()
    port: str

    def run(self, **options):
        if os.environ.get("RUN_MAIN") != "true":  # the reloader's child, whose port this process has checked
            problems.free_port(self.addr, self.port)
            problems.check_database()
        super().run(**options)
