import os
import sys

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from config import problems
from config.starting import objections

HOST = "127.0.0.1"


class Command(BaseCommand):
    help = "Serve an archive of one’s own on this machine: migrated, and with a link for the first account."

    def add_arguments(self, parser):
        parser.add_argument("port", nargs="?", default="8000")

    def handle(self, *, port, **options):
        port = problems.free_port(HOST, port)
        problems.check_database()
        # One process for all of it, as in a trial: starting Django anew for each step would take most of the time.
        call_command("upgrade", verbosity=0, stdout=self.stdout)
        for objection in objections:
            if said := objection():
                raise CommandError(said)
        call_command("createcachetable", verbosity=0, stdout=self.stdout)
        call_command("collectstatic", interactive=False, verbosity=0, stdout=self.stdout)
        self.stdout.write(f"\n    {settings.SITE_NAME}    {settings.SITE_URL}/, served at {HOST}:{port}")
        self.stdout.write(f"    The desk      {settings.SITE_URL}/admin/")
        call_command("first_account", stdout=self.stdout)
        self.stdout.flush()
        serve(f"{HOST}:{port}")


def serve(address: str) -> None:
    """Become the server that bin/serve runs too."""
    os.environ["BIND"] = address
    os.chdir(settings.BASE_DIR)
    gunicorn = ["-m", "gunicorn", "--config", "config/gunicorn.py", "config.wsgi"]
    os.execv(sys.executable, [sys.executable, *gunicorn])
