import sys
from pathlib import Path

from django.core.management.base import CommandError

from house.old_site.files import MOST_BYTES, MOST_ROWS, Unreadable, lines_in, text_of
from house.old_site.judging import Judged, Row, judge, take
from publishing.commands import ArchiveCommand
from publishing.judging import Outcome, Refused

SIGNS = {Outcome.NEW: "+", Outcome.CHANGED: "~", Outcome.SAME: "=", Outcome.WRONG: "!"}


class Command(ArchiveCommand):
    help = (
        "Make the redirects that FILE has: a CSV with an old address and where it leads in each row, at most "
        f"{MOST_ROWS:,}. All or none; the same file twice changes nothing."
    )

    def add_arguments(self, parser):
        parser.add_argument("file", metavar="FILE", help="CSV in UTF-8; - reads what is piped in")
        parser.add_argument("--dry-run", action="store_true", help="only say row by row what would change")
        parser.add_argument("--leave-wrong", action="store_true", help="make the others where rows are wrong")

    def handle(self, *, file, dry_run, leave_wrong, **options):
        try:
            lines = lines_in(text_of(data_of(file)))
        except Unreadable as error:
            raise CommandError(f"{file}: {error}") from None
        if dry_run:
            judged = judge(lines)
            for row in judged:
                self.stdout.write(in_words(row))
            self.stdout.write(f"{counted(judged)}. Nothing was written.")
            return
        try:
            judged = take(lines, leave_wrong=leave_wrong)
        except Refused as refused:
            for row in refused.judged.of(Outcome.WRONG):
                self.stderr.write(in_words(row))
            raise CommandError(f"{counted(refused.judged)}. {refused.message}") from None
        self.stdout.write(f"{counted(judged)}.")


def data_of(file: str) -> bytes:
    """What is in the file, a byte more than may be. Raises CommandError that says why it cannot be read."""
    try:
        if file == "-":
            return sys.stdin.buffer.read(MOST_BYTES + 1)
        with Path(file).open("rb") as opened:
            return opened.read(MOST_BYTES + 1)
    except OSError as error:
        raise CommandError(f"{file} cannot be read: {error.strerror}.") from None


def in_words(row: Row) -> str:
    told = f"{SIGNS[row.outcome]} {row.number}: {row.address} → {row.target}"
    if row.was and row.outcome == Outcome.CHANGED:
        return f"{told} (was {row.was})"
    return f"{told} ({row.why})" if row.why else told


def counted(judged: Judged) -> str:
    return ", ".join(f"{count} {outcome}" for outcome, count in judged.counts.items())
