from django.core.management.base import BaseCommand

from demonstration.login import NAME, PASSWORD, ensure_demo_login


class Command(BaseCommand):
    help = (
        "Make the demonstration's editor, where nobody can log in yet and DEBUG is on, and say how to log in."
    )

    def handle(self, **options):
        if ensure_demo_login():
            self.stdout.write(f"    Log in as     {NAME}, with the password {PASSWORD}")
        else:
            self.stdout.write(
                "    Log in with an account of your own; `manage.py createsuperuser` makes one."
            )
