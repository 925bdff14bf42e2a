from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError

from desk.second_factor import take_away


class Command(BaseCommand):
    help = "Let an account be asked for no code any more: for the last administrator, who has lost theirs."

    def add_arguments(self, parser):
        parser.add_argument("name", help="the log-in name")

    def handle(self, *, name: str, **options):
        user = User.objects.filter(username=name).first()
        if user is None:
            raise CommandError(f"There is no account of the name {name}.")
        there = take_away(user, "Reset on the server.")
        self.stdout.write(
            f"{name} is asked for no code any more." if there else f"{name} has no second factor."
        )
