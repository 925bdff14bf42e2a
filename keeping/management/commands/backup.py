from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from keeping.archive_file import Unusable
from keeping.backup import make_backup


class Command(BaseCommand):
    help = "Write all records, accounts and uploaded files into one file, while the archive is in use."
    # A backup is made whatever the checks would say, and sooner.
    requires_system_checks: list[str] = []

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)

    def handle(self, *, file: Path, verbosity, **options):
        try:
            manifest = make_backup(file, self.tell if verbosity else lambda words: None)
        except OSError as error:
            raise CommandError(
                f"{file} cannot be written ({(error.strerror or str(error)).lower()})."
            ) from None
        except Unusable as error:
            raise CommandError(str(error)) from None
        for name in manifest["missing"]:
            self.stderr.write(f"A record names the file {name}, which is not there.")
        self.tell(f"{file} holds the archive as of {manifest['made_at'][:16]} UTC.")

    def tell(self, words: str) -> None:
        self.stdout.write(words)
        self.stdout.flush()
