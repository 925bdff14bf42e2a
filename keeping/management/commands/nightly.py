from collections.abc import Callable
from functools import partial
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import CommandError
from django.utils import timezone

from publishing.commands import ArchiveCommand


class Command(ArchiveCommand):
    help = (
        "What an archive needs each night: a backup under the name of the weekday, the public files anew, and on the "
        "first of a month a rehearsal of restoring and a look at links. What fails does not stop the rest."
    )

    def handle(self, **options):
        today = timezone.localdate()
        file = Path(settings.BACKUP_ROOT) / f"{today:%a}.zip"
        tasks: dict[str, Callable[[], object]] = {
            "backup": partial(self.back_up, file),
            "publish what is due": partial(call_command, "publish_due", stdout=self.stdout),
            "public files": partial(call_command, "export", stdout=self.stdout),
        }
        tasks["letters to readers"] = partial(call_command, "tell_news", stdout=self.stdout)
        if today.day == 1:
            tasks["rehearsal"] = partial(
                call_command, "restore", file, rehearse=True, verbosity=0, stdout=self.stdout
            )
            tasks["links"] = partial(call_command, "check_links", stdout=self.stdout)
        failed = [name for name, task in tasks.items() if not self.went_well(name, task)]
        if failed:
            raise CommandError(f"Not done: {', '.join(failed)}. See above why; the rest was done.")

    def back_up(self, file: Path) -> None:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        call_command("backup", file, verbosity=0, stdout=self.stdout)

    def went_well(self, name: str, task: Callable[[], object]) -> bool:
        try:
            task()
        except Exception as error:  # whatever it is, the other tasks are done, and the night's log says it
            self.stderr.write(f"{name}: {error}")
            return False
        return True
