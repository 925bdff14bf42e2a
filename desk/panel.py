"""How the archive stands, for whoever keeps it: one line for each thing that can go wrong without a sign."""

import shutil
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple

from django.conf import settings
from django.db import connection
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format, localize

from events.models import Complaint
from intake.models import Intake
from keeping.backup import project_version
from keeping.models import Backup, DeadLink, LinkCheck
from keeping.upgrading import size_of_database, size_of_files, store_lacks
from publishing.editions import next_scheduled
from search.upgrading import is_of_this_version

#: A backup older than this, and one from which nobody has tried to restore for so long, is told in amber.
BACKUP_IS_OLD = timedelta(days=7)
REHEARSAL_IS_OLD = timedelta(days=90)
LINKS_ARE_OLD = timedelta(days=31)
#: Of the disk, free.
LITTLE_SPACE = 0.1
NEWS = settings.BASE_DIR / "CHANGELOG.md"
MOST_NEWS = 6


class Fact(NamedTuple):
    """One line of the panel; ``todo`` says what to do where it is not well, else it is blank."""

    name: str
    words: str
    todo: str = ""
    address: str = ""


def facts() -> list[Fact]:
    """As many queries however large the archive is."""
    return [
        Fact("Version", project_version()),
        last_backup(),
        last_rehearsal(),
        *disks(),
        index(),
        queues(),
        links(),
        mail(),
        moments(),
    ]


def day(moment) -> str:
    return date_format(timezone.localtime(moment), "j F Y, H:i")


def last_backup() -> Fact:
    backup = Backup.objects.first()
    if backup is None:
        return Fact(
            "Last backup",
            "none yet",
            "Make one each night: manage.py backup FILE.",
        )
    old = timezone.now() - backup.made_at > BACKUP_IS_OLD
    words = f"{day(backup.made_at)}, {size(backup.size)}, {backup.file_name}"
    return Fact(
        "Last backup", words, "It is more than a week old: look why none was made since." if old else ""
    )


def last_rehearsal() -> Fact:
    tried = Backup.objects.filter(rehearsed_at__isnull=False).order_by("-rehearsed_at").first()
    todo = "Try one: manage.py restore FILE --rehearse changes nothing here."
    if tried is None or tried.rehearsed_at is None:
        return Fact("Rehearsal of restoring", "none yet", todo)
    old = timezone.now() - tried.rehearsed_at > REHEARSAL_IS_OLD
    return Fact(
        "Rehearsal of restoring", f"{day(tried.rehearsed_at)}, {tried.file_name}", todo if old else ""
    )


def disks() -> list[Fact]:
    """Of the database's, the uploads' and the backups' folders, those that lie on a disk of their own."""
    folders = (
        {"Database": Path(connection.settings_dict["NAME"]).parent} if connection.vendor == "sqlite" else {}
    )
    if not settings.MEDIA_IS_ELSEWHERE:
        folders["Uploaded files"] = Path(settings.MEDIA_ROOT)
    folders["Backups"] = Path(settings.BACKUP_ROOT)
    found: dict[int, Fact] = {}
    for name, folder in folders.items():
        there = next(one for one in (folder, *folder.absolute().parents) if one.exists())
        usage = shutil.disk_usage(there)
        todo = "Make room: a full disk refuses every save." if usage.free < LITTLE_SPACE * usage.total else ""
        words = f"{size(usage.free)} free of {size(usage.total)}"
        found.setdefault(there.stat().st_dev, Fact(f"Disk ({name.lower()})", words, todo))
    taken = Fact(
        "Archive",
        f"database {size(size_of_database())}, uploaded files {size(size_of_files())}",
        store_lacks(),
    )
    return [*found.values(), taken]


def index() -> Fact:
    if is_of_this_version():
        return Fact("Search", "the index is of this version")
    return Fact("Search", "the index is of an older version", "manage.py rebuild_index makes it anew.")


def queues() -> Fact:
    reports, complaints = Intake.objects.being_read().count(), Complaint.objects.open().count()
    return Fact("Waiting", f"reports being read: {localize(reports)}; complaints: {localize(complaints)}")


def links() -> Fact:
    checked = LinkCheck.objects.first()
    todo = "Ask them: manage.py check_links, once a month from cron."
    if checked is None:
        return Fact("Links to other sites", "never asked", todo)
    dead = DeadLink.objects.count()
    words = f"{localize(dead)} of {localize(checked.asked)} did not answer on {day(checked.at)}"
    if timezone.now() - checked.at > LINKS_ARE_OLD:
        return Fact("Links to other sites", words, todo)
    return Fact(
        "Links to other sites",
        words,
        "Look at them below: mend or remove each in its record." if dead else "",
    )


def mail() -> Fact:
    if "default" in settings.MAILERS:
        return Fact("Mail", f"sent as {settings.DEFAULT_FROM_EMAIL}")
    return Fact("Mail", "not sent: EMAIL_URL is not set; links are shown on the desk instead")


def moments() -> Fact:
    coming = next_scheduled(timezone.now())
    words = f"next: {day(coming)}" if coming else "nothing appears or ends by itself"
    return Fact("Scheduled", words, address=reverse("admin:index") + "#scheduled")


def size(number: int) -> str:
    """ "1.4 GB": by thousands, as disks are sold."""
    for unit, factor in (("GB", 1_000_000_000), ("MB", 1_000_000)):
        if number >= factor:
            return f"{number / factor:.1f} {unit}"
    return f"{number // 1000} kB"


def news() -> list[str]:
    """What is new in this version: the first lines of the changelog, in the reader's words."""
    lines: list[str] = []
    for line in NEWS.read_text(encoding="utf-8").splitlines() if NEWS.exists() else []:
        if line.startswith("- "):
            if len(lines) == MOST_NEWS:
                break
            lines.append(line[2:])
        elif line.startswith("  ") and lines:
            lines[-1] += f" {line.strip()}"
    return lines
