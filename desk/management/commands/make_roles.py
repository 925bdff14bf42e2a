from django.apps import apps
from django.core.management.base import BaseCommand

from desk.roles import ROLES, make_roles


class Command(BaseCommand):
    help = "Make the groups Editor, Publisher and Administrator anew, each with its permissions; their members stay."

    def handle(self, **options):
        make_roles(apps)
        self.stdout.write(f"The roles are as they should be: {', '.join(ROLES)}.")
