from django.core.management import call_command
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = "Do what comes before a server starts: the upgrade, the table of a cache, a link for the first account."
    requires_system_checks = []  # the upgrade tells of them

    def handle(self, *, verbosity, **options):
        # In one process: to start Django anew for each takes longer than most of them.
        for command in ("upgrade", "createcachetable", "first_account"):
            call_command(command, verbosity=verbosity, stdout=self.stdout)
