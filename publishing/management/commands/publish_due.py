from publishing.commands import ArchiveCommand
from publishing.due import do_what_is_due


class Command(ArchiveCommand):
    help = "Publish the changes and withdraw the items whose moment has come, as the first reader after it would."
    # It runs every few minutes: the checks load all addresses, and cost more than the work.
    requires_system_checks: list[str] = []

    def handle(self, *args, **options):
        done = do_what_is_due()
        self.stdout.write(f"{done.published} published, {done.withdrawn} withdrawn.")
