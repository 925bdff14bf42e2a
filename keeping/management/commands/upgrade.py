from django.core.management.base import BaseCommand, CommandError

from keeping.upgrading import Needs, needs, upgrade


class Command(BaseCommand):
    help = (
        "Bring the archive up to this version: back it up if there is something to migrate, migrate, index."
    )
    requires_system_checks = []  # they are among what is told here

    def add_arguments(self, parser):
        parser.add_argument(
            "--check",
            action="store_true",
            help="Change nothing; say what an upgrade would do, and if it can.",
        )

    def handle(self, *, check, verbosity, **options):
        if check:
            found = needs()
            self.describe(found)
        else:
            found = upgrade(self.tell if verbosity else lambda words: None)
        if found.problems:
            raise CommandError("\n".join(found.problems))

    def describe(self, found: Needs) -> None:
        self.tell(f"Migrations to run: {len(found.migrations)}.")
        for migration in found.migrations:
            self.tell(f"  {migration}")
        if found.backup_first:
            self.tell("The archive is backed up before.")
        self.tell(
            "The search index is made anew." if found.index_is_old else "The search index is of this version."
        )
        for note in found.notes:
            self.tell(f"Worth a look: {note}")
        if not found.problems:
            self.tell("Nothing stands in the way.")

    def tell(self, words: str) -> None:
        self.stdout.write(words)
        self.stdout.flush()
