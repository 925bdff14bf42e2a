from django.apps import apps
from django.contrib.auth.models import User
from django.core.management.base import BaseCommand

from desk.accounts import follow_roles
from desk.roles import ROLES, make_roles


class Command(BaseCommand):
    help = (
        "Make the groups Editor, Publisher and Administrator anew, each with its permissions. Their members stay and "
        "are staff; whoever is in none of them, and no superuser, is not."
    )

    def handle(self, **options):
        make_roles(apps)
        follow_roles(User.objects.all())
        self.stdout.write(f"The roles are as they should be: {', '.join(ROLES)}.")
