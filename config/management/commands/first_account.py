from django.core.management.base import BaseCommand

from config import first


class Command(BaseCommand):
    help = "Show the link by which the first account is made, as long as there is none."
    # A link is not kept back by a check.
    requires_system_checks: list[str] = []

    def handle(self, **options):
        if first.nobody_yet():
            self.stdout.write("Nobody has an account yet. The first, an administrator's, is made here, once:")
            self.stdout.write(f"    {first.link()}")
            self.stdout.flush()
