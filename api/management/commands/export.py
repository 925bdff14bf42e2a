from pathlib import Path

from django.conf import settings
from django.core.management.base import CommandError

from api.exporting import Busy, NotOurs, export
from publishing.commands import ArchiveCommand
from publishing.logbook import write
from publishing.models import LogbookEntry


class Command(ArchiveCommand):
    help = "Write the whole public archive as JSON Lines and CSV into a folder, without one that served at /data/."

    def add_arguments(self, parser):
        parser.add_argument("folder", type=Path, nargs="?", default=Path(settings.EXPORT_ROOT))

    def handle(self, *, folder: Path, **options):
        try:
            manifest = export(folder)
        except (NotOurs, Busy) as error:
            raise CommandError(str(error)) from None
        except OSError as error:
            raise CommandError(
                f"{folder} cannot be written ({(error.strerror or str(error)).lower()})."
            ) from None
        write(LogbookEntry.What.EXPORT, words=f"The public archive, to {folder}"[:200])
        counted = ", ".join(f"{number:,} {kind}" for kind, number in manifest.counts.items())
        self.stdout.write(f"{folder} holds the public archive as of {manifest.made_at[:16]} UTC: {counted}.")
