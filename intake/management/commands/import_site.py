import json
import logging
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from time import monotonic

from django.core.management.base import CommandError

from intake.old_site.page import OldPage, is_address
from intake.old_site.pages import pages_in
from intake.old_site.run import told_on_the_desk
from intake.old_site.taking import NO_PROPOSAL, Counts, Told, take_page
from intake.unreadable import Unreadable
from publishing.commands import ArchiveCommand

SECONDS_BETWEEN_TELLING = 5


class Command(ArchiveCommand):
    help = (
        "Read the pages of an old site into the queue of proposals. SOURCE is a folder of its files, a sitemap (with "
        "--pages), a WordPress export, or a CSV with the columns address and text (title, date). It may be stopped "
        "and started again at any time: a page that was read is known. Nothing becomes public, and no event is made."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser):
        parser.add_argument("source", metavar="SOURCE", type=Path)
        parser.add_argument("--pages", metavar="FOLDER", type=Path, help="where the pages of a sitemap are")
        parser.add_argument(
            "--address",
            default="",
            help="where the site of a folder stood, as https://old.example; otherwise pages say so themselves",
        )
        parser.add_argument("--dry-run", action="store_true", help="only say what would come of it")
        parser.add_argument(
            "--json", action="store_true", help="print a JSON object for each page, a line each, then the sum"
        )

    def handle(self, *, source, pages, address, dry_run, **options):
        if address and not is_address(address):
            raise CommandError("--address begins with https://, as https://old.example.")
        logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # of what it says, the report says enough
        counts = Counts()
        tell = self.tell_as_json if options["json"] else self.tell
        try:
            read = self.with_progress(pages_in(source, pages, address))
            with nullcontext() if dry_run else told_on_the_desk(called(source, address), counts) as run:
                for page in read:
                    told = take_page(page, write=not dry_run)
                    counts.add(told)
                    tell(told)
                    if run:
                        run.tell(told, page.share)
        except Unreadable as error:
            raise CommandError(f"{source}: {error}") from None
        except OSError as error:
            raise CommandError(f"{error.filename or source} cannot be read: {error.strerror}.") from None
        if options["json"]:
            self.stdout.write(json.dumps(sum_of(counts) | {"written": not dry_run}))
        else:
            self.tell_the_sum(counts, dry_run)

    def with_progress(self, pages: Iterator[OldPage]) -> Iterator[OldPage]:
        """The pages; now and then it says on standard error how far it is."""
        begun = told = monotonic()
        for number, page in enumerate(pages, start=1):
            yield page
            if (now := monotonic()) - told >= SECONDS_BETWEEN_TELLING:
                told = now
                left = (now - begun) / page.share * (1 - page.share) if page.share else 0
                self.stderr.write(
                    f"{number:,} pages, {page.share:.0%}, about {max(1, round(left / 60))} min left",
                    self.style.NOTICE,
                )

    def tell(self, told: Told) -> None:
        if told.outcome in NO_PROPOSAL:
            self.stdout.write(f"{told.name}: {told.outcome}. {told.why}")
        elif told.doubts:
            self.stdout.write(f"{told.name}: {told.outcome}; {', '.join(told.doubts)}")

    def tell_as_json(self, told: Told) -> None:
        self.stdout.write(json.dumps(told.as_dict(), ensure_ascii=False))

    def tell_the_sum(self, counts: Counts, dry_run: bool) -> None:
        outcomes = ", ".join(f"{number:,} {outcome}" for outcome, number in counts.outcomes.items())
        self.stdout.write(f"\n{counts.pages:,} page{'' if counts.pages == 1 else 's'}: {outcomes}.")
        doubts = ", ".join(f"{doubt} {number:,}" for doubt, number in counts.doubts.items() if number)
        self.stdout.write(f"Without a doubt: {counts.sure:,}. Doubts: {doubts or 'none'}.")
        self.stdout.write(
            "Nothing was written." if dry_run else "They wait on the desk, under Reports being read."
        )


def called(source: Path, address: str) -> str:
    """What the desk calls an old site: where it stood, or else the name of what was handed over."""
    return f"{address.partition('//')[2].strip('/')} ({source.name})" if address else source.resolve().name


def sum_of(counts: Counts) -> dict:
    return {"pages": counts.pages, "sure": counts.sure, "outcomes": counts.outcomes, "doubts": counts.doubts}
