from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from config import problems
from demonstration.login import NAME, PASSWORD, ensure_demo_login
from demonstration.models import Notice


class Command(BaseCommand):
    help = (
        "Serve the archive on this machine for a look at it: migrated, with the demonstration if it is empty."
    )
    requires_system_checks = []  # runserver makes them

    def add_arguments(self, parser):
        parser.add_argument("port", nargs="?", default="8000")

    def handle(self, *, port, **options):
        if not settings.DEBUG:
            raise CommandError("A trial needs DEBUG=true; an archive in real use is served by bin/serve.")
        port = problems.free_port("127.0.0.1", port)
        problems.check_database()
        # One process for all of it: starting Django anew for each step would take most of the time.
        call_command("migrate", verbosity=0, stdout=self.stdout)
        self.load_unless_in_real_use()
        self.stdout.write(f"\n    Rapporteur    http://127.0.0.1:{port}/")
        self.stdout.write(f"    The desk      http://127.0.0.1:{port}/admin/")
        self.say_how_to_log_in()
        # No reloader: one process, which ends when it is told to.
        call_command("runserver", f"127.0.0.1:{port}", use_reloader=False)

    def load_unless_in_real_use(self):
        """Whoever has made accounts, but no record yet, has an archive of their own."""
        if Notice.current() or not get_user_model().objects.exists():
            call_command("load_demo", if_empty=True, stdout=self.stdout)
        else:
            self.stdout.write("This archive has accounts of its own: no demonstration is loaded into it.")

    def say_how_to_log_in(self):
        if ensure_demo_login():
            self.stdout.write(f"    Log in as     {NAME}, with the password {PASSWORD}\n\n")
        else:
            self.stdout.write(
                "    Log in with an account of your own; `manage.py createsuperuser` makes one.\n\n"
            )
