from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from demonstration.loading import archive_is_empty, load_archive


class Command(BaseCommand):
    help = "Load the demonstration archive into an empty database."

    def add_arguments(self, parser):
        parser.add_argument(
            "--if-empty", action="store_true", help="Do nothing where something is entered already."
        )

    def handle(self, *, if_empty, **options):
        if if_empty and not archive_is_empty():
            self.stdout.write("The archive is not empty: nothing is loaded.")
            return
        try:
            made = load_archive()
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        self.stdout.write(f"Loaded {', '.join(f'{count} {name}' for name, count in made.items())}.")
