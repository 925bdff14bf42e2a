from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from keeping.archive_file import Unusable
from keeping.restoring import restore


class Command(BaseCommand):
    help = "Fill an empty archive from a backup, on either database; stop the server first."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument(
            "--replace", action="store_true", help="Where the archive is not empty: lose what it holds."
        )

    def handle(self, *, file: Path, replace, verbosity, **options):
        try:
            manifest = restore(file, replace=replace, tell=self.tell if verbosity else lambda words: None)
        except Unusable as error:
            raise CommandError(str(error)) from None
        self.tell(f"The archive is as of {manifest['made_at'][:16]} UTC. Everybody has to log in again.")

    def tell(self, words: str) -> None:
        self.stdout.write(words)
        self.stdout.flush()
