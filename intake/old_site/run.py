"""A run over an old site as the desk sees it: how far it is, written down every few seconds and read in one row."""

from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic

from django.utils import timezone

from intake.old_site.models import LONGEST_NAME, SiteImport
from intake.old_site.taking import NO_PROPOSAL, Counts, Told
from intake.unreadable import Unreadable

SECONDS_BETWEEN_WRITING = 2
#: Of pages that became no proposals so many are kept by name.
MOST_LEFT = 1000
BROKEN_OFF = "It was broken off."


class Run:
    """Writes down how far a run is; what an earlier one over the same source told is forgotten.

    Where somebody begins another over it meanwhile, that one tells from then on.
    """

    def __init__(self, source: str, counts: Counts):
        self.begun_at = timezone.now()
        begun = {
            "begun_at": self.begun_at,
            "told_at": self.begun_at,
            "ended_at": None,
            "fault": "",
            "share": 0,
        }
        nothing_yet = {"pages": 0, "sure": 0, "outcomes": {}, "left": []}
        SiteImport.objects.update_or_create(source=source[:LONGEST_NAME], defaults=begun | nothing_yet)
        self.source, self.counts = source[:LONGEST_NAME], counts
        self.left: list[tuple[str, str, str]] = []
        self.written = monotonic()

    def tell(self, told: Told, share: float) -> None:
        if told.outcome in NO_PROPOSAL and len(self.left) < MOST_LEFT:
            self.left.append((told.outcome, told.why, told.name[:LONGEST_NAME]))
        if monotonic() - self.written >= SECONDS_BETWEEN_WRITING:
            self.write(share=share)
            self.written = monotonic()

    def write(self, **more) -> None:
        told = {"pages": self.counts.pages, "sure": self.counts.sure, "outcomes": self.counts.outcomes}
        SiteImport.objects.filter(source=self.source, begun_at=self.begun_at).update(
            told_at=timezone.now(), left=self.left, **told, **more
        )


@contextmanager
def told_on_the_desk(source: str, counts: Counts) -> Iterator[Run]:
    """A run over ``source``, of which ``counts`` are counted; however it ends, the desk knows."""
    run = Run(source, counts)
    try:
        yield run
    except BaseException as error:
        why = str(error) if isinstance(error, Unreadable) else BROKEN_OFF
        run.write(ended_at=timezone.now(), fault=why[:300])
        raise
    run.write(ended_at=timezone.now(), share=1)
