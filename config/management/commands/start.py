import os
import secrets
import sys

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from config import problems
from config.starting import objections

HOST = "127.0.0.1"
ADMINISTRATOR = "admin"


class Command(BaseCommand):
    help = "Serve an archive of one's own on this machine: migrated, and with an administrator where nobody is yet."

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
        self.make_first_account()
        self.stdout.flush()
        serve(f"{HOST}:{port}")

    @transaction.atomic
    def make_first_account(self):
        """A password that is printed once, for there is nobody yet who could give one."""
        users = get_user_model().objects
        if users.exists():
            return
        password = secrets.token_urlsafe(12)
        users.create_superuser(ADMINISTRATOR, password=password)
        self.stdout.write(f"    Log in as     {ADMINISTRATOR}, with the password {password}")
        self.stdout.write("    It is shown this once: choose your own at once, under “Change password”.\n\n")


def serve(address: str) -> None:
    """Become the server that bin/serve runs too."""
    os.environ["BIND"] = address
    os.chdir(settings.BASE_DIR)
    gunicorn = ["-m", "gunicorn", "--config", "config/gunicorn.py", "config.wsgi"]
    os.execv(sys.executable, [sys.executable, *gunicorn])
