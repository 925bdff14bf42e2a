from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from keeping import restoring
from keeping.archive_file import Unusable


class Command(BaseCommand):
    help = "Fill an empty archive from a backup, on either database; stop the server first. Or rehearse that."
    # A wrong setting is no reason to leave an archive lost; what is to be known is asked below.
    requires_system_checks: list[str] = []

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument(
            "--replace", action="store_true", help="Where the archive is not empty: lose what it holds."
        )

        parser.add_argument(
            "--rehearse",
            action="store_true",
            help="Only try it, elsewhere: the archive in use is not touched.",
        )

    def handle(self, *, file: Path, replace, rehearse, verbosity, **options):
        tell = self.tell if verbosity else lambda words: None
        try:
            if rehearse:
                manifest = restoring.rehearse(file, tell)
                self.tell(f"{file} can be restored: all of {manifest['made_at'][:16]} UTC is in it.")
                return
            manifest = restoring.restore(file, replace=replace, tell=tell)
        except Unusable as error:
            raise CommandError(str(error)) from None
        self.tell(f"The archive is as of {manifest['made_at'][:16]} UTC. Everybody has to log in again.")

    def tell(self, words: str) -> None:
        self.stdout.write(words)
        self.stdout.flush()
