"""Taking in the pages of an old site, one by one: each becomes a proposal, or is told why it did not."""

from dataclasses import asdict, dataclass, field
from enum import StrEnum

from house.old_site.addresses import one_form
from intake.decisions import first_items
from intake.doubts import Doubt, doubts_about
from intake.importing import propose, take_in
from intake.models import Intake, digest_of
from intake.old_site.main_text import NoReport, main_text, own_text
from intake.old_site.page import LONGEST_ADDRESS, OldPage
from intake.unreadable import Unreadable


class Outcome(StrEnum):
    NEW = "new"
    CHANGED = "changed"
    SAME = "the same"
    COPY = "a copy"
    LEFT = "left"
    UNREADABLE = "not readable"


#: What becomes of a page that is no proposal, each with why.
NO_PROPOSAL = (Outcome.LEFT, Outcome.UNREADABLE, Outcome.COPY)


@dataclass
class Told:
    """What became of a page; ``why`` in words, where it did not become a proposal or is not the first."""

    name: str
    outcome: Outcome
    why: str = ""
    title: str = ""
    doubts: list[Doubt] = field(default_factory=list)
    intake: int | None = None

    def as_dict(self) -> dict:
        return asdict(self)


@dataclass
class Counts:
    """What became of many pages."""

    outcomes: dict[str, int] = field(default_factory=lambda: dict.fromkeys(Outcome, 0))
    doubts: dict[str, int] = field(default_factory=lambda: dict.fromkeys(Doubt, 0))
    sure: int = 0

    def add(self, told: Told) -> None:
        self.outcomes[told.outcome] += 1
        for doubt in told.doubts:
            self.doubts[doubt] += 1
        self.sure += told.outcome == Outcome.NEW and not told.doubts

    @property
    def pages(self) -> int:
        return sum(self.outcomes.values())


def take_page(page: OldPage, write: bool = True) -> Told:
    """Read one page into the queue of proposals, in a transaction of its own; the same page again changes nothing.

    Without ``write`` it only says what would come of it.
    """
    if page.left or page.fault:
        return Told(page.name, Outcome.LEFT if page.left else Outcome.UNREADABLE, page.left or page.fault)
    if len(page.address) > LONGEST_ADDRESS:
        return Told(page.name, Outcome.UNREADABLE, "Its address is too long.")
    try:
        text = main_text(page.html) if page.has_menus else own_text(page.html)
        return _known(page, text) or _take_text(page, text, write)
    except NoReport as error:
        return Told(page.name, Outcome.LEFT, str(error))
    except (Unreadable, RecursionError) as error:
        why = str(error) if isinstance(error, Unreadable) else "It is nested too deeply."
        return Told(page.name, Outcome.UNREADABLE, why)


def _known(page: OldPage, text: str) -> Told | None:
    known = Intake.objects.filter(digest=digest_of(text)).first()
    if known is None:
        return None
    if known.source == page.address:
        return Told(page.name, Outcome.SAME, title=known.title, intake=known.pk)
    why = f"It has the words of {known.source or known.origin}."
    return Told(page.name, Outcome.COPY, why, known.title, intake=known.pk)


def _take_text(page: OldPage, text: str, write: bool) -> Told:
    proposal = propose(text)
    if not _tells_of_a_meeting(proposal):
        raise NoReport("It has no day, and nobody says anything in it.")
    if write:
        intake, outcome = take_in(text, page.address, old_address=old_address_of(page), proposal=proposal)
        items, key = intake.items, intake.pk
    else:
        before = Intake.objects.filter(source=page.address).exists()
        outcome, items, key = "changed" if before else "new", first_items(proposal), None
    changed = outcome == "changed"
    told = Outcome.CHANGED if changed else Outcome.NEW
    return Told(page.name, told, "", _title(proposal, text), doubts_about(items, follows=changed), key)


def _tells_of_a_meeting(proposal: dict) -> bool:
    return bool(proposal["event"].get("date") or proposal["statements"] or proposal["speakers"])


def _title(proposal: dict, text: str) -> str:
    return (proposal["event"].get("title") or text.strip().partition("\n")[0])[:120]


def old_address_of(page: OldPage) -> str:
    """Where the page stood, as redirects have it; nothing where no redirect can."""
    try:
        return one_form(page.address)
    except ValueError:
        return ""
