"""What is decided about a proposal, item by item: typed here, JSON in the database and in a browser.

`read` makes the items of what is stored, and the encoder of `Intake.decisions` writes them back as they were.
"""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field, fields
from typing import Any, ClassVar

from django.core.serializers.json import DjangoJSONEncoder

OPEN, ACCEPTED, REFUSED = STATES = ("open", "accepted", "refused")
#: Before the printed name of a group, where else the id of a person stands.
GROUP = "g:"
#: The choice of somebody whom the archive has not.
NEW = "new"


@dataclass(frozen=True, kw_only=True)
class Item:
    """One thing to decide; ``made`` once it has become a record."""

    kind: ClassVar[str]
    id: str
    state: str = OPEN
    made: bool = False

    @property
    def label(self) -> str:
        """What it is called where it has to be named."""
        raise NotImplementedError

    @property
    def is_open(self) -> bool:
        return self.state == OPEN

    @property
    def is_accepted(self) -> bool:
        return self.state == ACCEPTED

    def stored(self) -> dict[str, Any]:
        """As JSON has it: what is not so is not written."""
        kept = {"id": self.id, "kind": self.kind, **asdict(self)}
        return {name: value for name, value in kept.items() if name not in SELDOM or value}


@dataclass(frozen=True)
class Facts:
    """What is proposed about the event, as text; kind, format and rule are the archive's own words for them, series and
    topics its own names, these parted by commas."""

    title: str = ""
    kind: str = ""
    date: str = ""
    end_date: str = ""
    venue: str = ""
    city: str = ""
    country: str = ""
    language: str = ""
    record_rule: str = ""
    lead: str = ""
    start_time: str = ""
    end_time: str = ""
    time_zone: str = ""
    format: str = ""
    series: str = ""
    topics: str = ""
    recording: str = ""


@dataclass(frozen=True, kw_only=True)
class FactsItem(Item):
    kind = "facts"
    values: Facts = field(default_factory=Facts)

    @property
    def label(self) -> str:
        return "Event facts"


@dataclass(frozen=True, kw_only=True)
class PersonItem(Item):
    """Somebody who took part; ``choice`` is the key of a speaker, "new", or "" while nobody knows.

    ``apart`` says that the name may mean somebody else on each page: it is asked on this one.
    """

    kind = "person"
    name: str
    post: str = ""
    role: str = ""
    choice: str = ""
    added: bool = False
    apart: bool = False

    @property
    def label(self) -> str:
        return self.name

    @property
    def is_somebody(self) -> bool:
        return self.is_accepted and bool(self.choice)


@dataclass(frozen=True, kw_only=True)
class StatementItem(Item):
    """Words from ``start`` to ``end`` of the text, in code points.

    ``speaker`` is "", a person's id or "g:The experts".
    """

    kind = "statement"
    start: int
    end: int
    speaker: str = ""
    evidence: str = ""
    why: str = ""
    sure: bool = False

    @property
    def label(self) -> str:
        return "Statement"

    @property
    def is_of_a_group(self) -> bool:
        return self.speaker.startswith(GROUP)

    @property
    def group(self) -> str:
        """The printed name of the group that said it, or ""."""
        return self.speaker[len(GROUP) :] if self.is_of_a_group else ""


@dataclass(frozen=True, kw_only=True)
class OpinionItem(Item):
    """An opinion set into the report; ``choice`` says who its author is, as for a person."""

    kind = "opinion"
    title: str
    author: str = ""
    choice: str = ""

    @property
    def label(self) -> str:
        return self.title


SELDOM = {"made", "added", "apart"}
FACTS = tuple(fact.name for fact in fields(Facts))
KINDS: dict[str, type[Item]] = {
    kind.kind: kind for kind in (FactsItem, PersonItem, StatementItem, OpinionItem)
}


def read(stored: Iterable["dict | Item"]) -> list[Item]:
    """The items of decisions, stored or not yet; what earlier versions kept besides is passed over."""
    return [row if isinstance(row, Item) else _read(dict(row)) for row in stored]


def of_kind[T: Item](kind: type[T], items: Iterable[Item]) -> list[T]:
    return [item for item in items if isinstance(item, kind)]


def _read(row: dict) -> Item:
    kind = KINDS[row["kind"]]
    if kind is FactsItem:
        row["values"] = Facts(**_known(Facts, row["values"]))
    return kind(**_known(kind, row))


def _known(kind: type, row: dict) -> dict:
    names = {field.name for field in fields(kind)}
    return {name: value for name, value in row.items() if name in names}


class ItemEncoder(DjangoJSONEncoder):
    """Writes items as they are stored."""

    def default(self, o):
        return o.stored() if isinstance(o, Item) else super().default(o)
