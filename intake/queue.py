"""All proposals that wait, as one: what is doubted about them, who is named in them, and drafts of what is sure."""

import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import batched
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError

from events.models import Event
from intake import matching
from intake.decisions import accept_the_sure, first_choice
from intake.doubts import Doubt, doubts_about
from intake.items import NEW, FactsItem, Item, OpinionItem, PersonItem, StatementItem, of_kind
from intake.making import Made, make_draft
from intake.models import Intake
from people.models import Speaker
from publishing.changes import unit_of_work
from publishing.folding import fold

ROWS_AT_ONCE = 500
SAMPLE = 20
#: The decision that a name is asked on each page.
APART = "apart"
PASTED = "pasted"


@dataclass
class Waiting:
    """A proposal that waits, as far as the whole queue is concerned."""

    pk: int
    title: str
    date: str
    source: str
    statements: int
    people: list[PersonItem]
    doubts: list[Doubt]
    #: With what it is the same, in words.
    twin: str = ""

    @property
    def site(self) -> str:
        return site_of(self.source)

    @property
    def year(self) -> str:
        return self.date[:4]

    def doubt_as_twin(self, of: str) -> None:
        if not self.twin:
            self.twin = of
            self.doubts.insert(0, Doubt.THERE)

    @property
    def speakers(self) -> int:
        return len(self.people)

    @property
    def address(self) -> str:
        """The old page, where there is one to look at."""
        return self.source if self.source.startswith(("http://", "https://")) else ""


def site_of(source: str) -> str:
    try:
        return urlsplit(source).hostname or PASTED
    except ValueError:
        return PASTED


# --- What waits ---


def waiting() -> list[Waiting]:
    """Everything that waits, with its doubts; the database is asked as often for a thousand as for three."""
    rows = Intake.objects.being_read().order_by("pk").values_list("pk", "source", "follows", "decisions")
    found, followed = [], set()
    for pk, source, follows, decisions in rows.iterator(ROWS_AT_ONCE):
        items = Intake(decisions=decisions).items
        if items:
            found.append(_waiting(pk, source, items, follows is not None))
            followed.add(follows)
    for one in found:
        if one.pk in followed and Doubt.CHANGED not in one.doubts:
            one.doubts.insert(0, Doubt.CHANGED)
    _doubt_twins(found)
    return found


def _waiting(pk: int, source: str, items: list[Item], follows: bool) -> Waiting:
    (facts,) = of_kind(FactsItem, items)
    people, statements = of_kind(PersonItem, items), of_kind(StatementItem, items)
    said = facts.values
    return Waiting(pk, said.title, said.date, source, len(statements), people, doubts_about(items, follows))


def _doubt_twins(found: list[Waiting]) -> None:
    """Doubt what is in the archive already, or waits twice: of the same title on the same day, or from one address."""
    events = _events_like(found)
    first: dict[tuple[str, str], Waiting] = {}
    for one in found:
        key = (fold(one.title), one.date)
        other = first.setdefault(key, one)
        if event := events.get(key) or events.get(("", one.source)):
            one.doubt_as_twin(f"the event “{event}”")
        elif other is not one:
            one.doubt_as_twin(f"“{other.title}”, which waits too")
            other.doubt_as_twin(f"“{one.title}”, which waits too")


def _events_like(found: Iterable[Waiting]) -> dict[tuple[str, str], str]:
    """The titles of events, by folded title and day, and by the address that they are from."""
    events: dict[tuple[str, str], str] = {}
    days = {one.date for one in found if len(one.date) == len("2019-04-26")}
    sources = {one.address for one in found if one.address}
    for field_name, values in (("date__in", days), ("source_url__in", sources)):
        for some in batched(sorted(values), ROWS_AT_ONCE):
            rows = Event.objects.filter(**{field_name: some}).values_list("title", "date", "source_url")
            for title, date, source in rows:
                events[fold(title), str(date or "")] = title
                if source:
                    events["", source] = title
    return events


# --- A name for the whole queue ---


@dataclass
class Name:
    """Somebody who is named in proposals and not decided on yet: the same letters are one name."""

    key: str
    pages: int = 0
    spellings: Counter = field(default_factory=Counter)
    posts: Counter = field(default_factory=Counter)

    @property
    def name(self) -> str:
        return self.spellings.most_common(1)[0][0]

    @property
    def post(self) -> str:
        return self.posts.most_common(1)[0][0] if self.posts else ""


def names_in(found: Iterable[Waiting]) -> list[Name]:
    """The names to decide on, those on most pages first."""
    names: dict[str, Name] = {}
    for one in found:
        for key in {fold(person.name) for person in one.people if _is_asked(person)}:
            names.setdefault(key, Name(key)).pages += 1
        for person in filter(_is_asked, one.people):
            name = names[fold(person.name)]
            name.spellings[person.name] += 1
            name.posts.update(filter(None, [person.post]))
    return sorted(names.values(), key=lambda name: (-name.pages, name.key))


def _is_asked(person: PersonItem) -> bool:
    return person.is_open and person.choice in ("", NEW) and not person.apart


@dataclass
class Decided:
    """What came of decisions: for how many names, in how many proposals, and who was made."""

    names: set[str] = field(default_factory=set)
    proposals: int = 0
    new: list[Speaker] = field(default_factory=list)


@unit_of_work()
def decide_names(choices: dict[str, str]) -> Decided:
    """Let each name, by its folded letters, mean the same in all proposals that wait: the key of a speaker, "new" for
    one who is made now, or "apart" where it is to be asked on each page.

    The queue is held, so that of two who decide at once the second finds nothing left to decide. Raises
    ValidationError where a speaker is not there.
    """
    keys = {int(choice) for choice in choices.values() if re.fullmatch(r"[0-9]{1,18}", choice)}
    known = {str(pk) for pk in Speaker.objects.filter(pk__in=keys).values_list("pk", flat=True)}
    if any(choice not in known | {NEW, APART} for choice in choices.values()):
        raise ValidationError("Somebody chosen is no longer in the archive: look once more.")
    decided, changed = Decided(), []
    queue = Intake.objects.being_read().select_for_update().order_by("pk")
    for intake in queue.only("pk", "decisions", "version"):
        before = intake.items
        after = [_decided(item, choices, decided) for item in before]
        if after != before:
            intake.decisions = {**intake.decisions, "items": after}
            intake.version += 1
            changed.append(intake)
    Intake.objects.bulk_update(changed, ["decisions", "version"], batch_size=ROWS_AT_ONCE)
    decided.proposals = len(changed)
    return decided


def _decided(item: Item, choices: dict[str, str], decided: Decided) -> Item:
    if not isinstance(item, PersonItem) or not _is_asked(item):
        return item
    key = fold(item.name)
    choice = choices.get(key, "")
    if not choice:
        return item
    decided.names.add(key)
    if choice == APART:
        return replace(item, choice="", apart=True)
    if choice == NEW:
        speaker = Speaker(name=item.name)
        speaker.full_clean()
        speaker.save()
        decided.new.append(speaker)
        choices[key] = choice = str(speaker.pk)
    return replace(item, choice=choice)


# --- What is sure, as drafts ---


@dataclass(frozen=True)
class Lot:
    """Those without a doubt of one site and year, each blank for all; ``last`` is the newest that was looked at."""

    site: str = ""
    year: str = ""
    last: int = 0

    def of(self, found: Iterable[Waiting]) -> list[Waiting]:
        return [one for one in found if not one.doubts and self._fits(one)]

    def _fits(self, one: Waiting) -> bool:
        return (
            self.site in ("", one.site)
            and self.year in ("", one.year)
            and (not self.last or one.pk <= self.last)
        )

    def sample(self, some: list[Waiting]) -> list[Waiting]:
        """Twenty drawn by chance, the same ones as long as the same are there."""
        drawn = random.Random(f"{self.site} {self.year} {len(some)}")
        return sorted(drawn.sample(some, min(SAMPLE, len(some))), key=lambda one: one.date)


def make_sure_draft(pk: int) -> Made | None:
    """A draft of exactly what is sure of one proposal, in one transaction; None where somebody was quicker, or where a
    doubt has come up since. Raises ValidationError in an editor's words."""
    with unit_of_work():
        intake = Intake.objects.select_for_update().filter(pk=pk).first()
        if intake is None or intake.state != Intake.State.READING or intake.event_id:
            return None
        items = _matched_anew(intake.items)
        one = _waiting(pk, intake.source, items, intake.follows_id is not None)
        one.doubts += [Doubt.CHANGED] * intake.followed_by.exists()
        _doubt_twins([one])
        return None if one.doubts else make_draft(intake, accept_the_sure(items))


def _matched_anew(items: list[Item]) -> list[Item]:
    """Who was new when the page was read may have been made of another page since."""
    new = [item for item in items if isinstance(item, PersonItem | OpinionItem) and _is_new(item)]
    verdicts = matching.match_all(map(_printed, new))
    choices = {item.id: first_choice(verdicts[_printed(item)]) for item in new}
    return [
        replace(item, choice=choices[item.id])
        if isinstance(item, PersonItem | OpinionItem) and item.id in choices
        else item
        for item in items
    ]


def _is_new(item: PersonItem | OpinionItem) -> bool:
    return item.is_open and item.choice == NEW


def _printed(item: PersonItem | OpinionItem) -> matching.Printed:
    return (item.name, item.post) if isinstance(item, PersonItem) else (item.author, "")


def by_doubt(found: Iterable[Waiting]) -> dict[Doubt, list[Waiting]]:
    """Those that are doubted, by each doubt, in the order in which doubts are told."""
    doubted: dict[Doubt, list[Waiting]] = defaultdict(list)
    for one in found:
        for doubt in one.doubts:
            doubted[doubt].append(one)
    return {doubt: doubted[doubt] for doubt in Doubt if doubt in doubted}


def counted(values: Iterator[str]) -> list[tuple[str, int]]:
    return sorted(Counter(value for value in values if value).items())
