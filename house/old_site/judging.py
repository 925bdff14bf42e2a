"""What would come of redirects before they are made, one by one or a file of them: and making them, all or none."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from itertools import batched
from typing import NamedTuple

from django.db.models import F
from django.urls import reverse

from house.old_site.addresses import destination, is_elsewhere, one_form
from house.old_site.answering import answered, known
from house.old_site.models import NotFound, Redirect
from publishing import judging
from publishing.changes import one_at_a_time, unit_of_work
from publishing.judging import Outcome

ROWS_AT_ONCE = 500


class Line(NamedTuple):
    """An address and where it leads, as somebody wrote them; ``number`` is that of the row in their file."""

    number: int
    address: str
    target: str
    #: Why it cannot be read, in words; blank where it can.
    fault: str = ""


@dataclass
class Row:
    """What would come of a line: for a changed one also where it leads now, for a wrong one why."""

    number: int
    address: str
    target: str
    outcome: Outcome = Outcome.NEW
    why: str = ""
    was: str = ""

    def refuse(self, why: str) -> None:
        self.outcome, self.why = Outcome.WRONG, why

    @property
    def is_wrong(self) -> bool:
        return self.outcome == Outcome.WRONG


class Judged(judging.Judged):
    """The redirects of one file."""

    @property
    def print(self) -> str:
        """The same for the same outcome of the same rows."""
        told = [(row.number, row.address, row.target, row.outcome, row.was) for row in self]
        return sha256(repr(told).encode()).hexdigest()


def judge(lines: Iterable[Line], besides: int | None = None) -> Judged:
    """What would come of each line, beside the redirects that stand; ``besides`` is the key of one being changed."""
    rows = Judged(_read(line) for line in lines)
    standing = dict(Redirect.objects.exclude(pk=besides or 0).values_list("address", "target"))
    _refuse_what_is_said_twice(rows)
    _refuse_what_is_answered(rows)
    _refuse_what_leads_nowhere(rows)
    _refuse_chains(rows, standing)
    for row in rows:
        if not row.is_wrong and row.address in standing:
            row.was = standing[row.address]
            row.outcome = Outcome.SAME if row.was == row.target else Outcome.CHANGED
    return rows


def _read(line: Line) -> Row:
    row = Row(line.number, line.address, line.target)
    try:
        if line.fault:
            raise ValueError(line.fault)
        row.address = one_form(line.address)
        row.target = destination(line.target)
    except ValueError as error:
        row.refuse(str(error))
    return row


def _right(rows: Iterable[Row]) -> list[Row]:
    return [row for row in rows if not row.is_wrong]


def _refuse_what_is_said_twice(rows: Judged) -> None:
    first: dict[str, Row] = {}
    for row in _right(rows):
        other = first.setdefault(row.address, row)
        if other is not row:
            row.refuse(f"Row {other.number} has the same address.")


def _refuse_what_is_answered(rows: Judged) -> None:
    taken = answered(row.address for row in _right(rows))
    for row in _right(rows):
        if row.address in taken:
            row.refuse(f"{row.address} is answered by the archive itself.")


def _refuse_what_leads_nowhere(rows: Judged) -> None:
    here = [row for row in _right(rows) if not is_elsewhere(row.target)]
    there, desk = known(row.target for row in here), reverse("admin:index")
    for row in here:
        if row.target.startswith(desk):
            row.refuse("No reader gets to the desk: write the address that the page has on the site.")
        elif row.target not in there:
            row.refuse(f"It leads nowhere: the archive has nothing at {row.target}.")


def _refuse_chains(rows: Judged, standing: dict[str, str]) -> None:
    """No redirect leads to another, among those of the file and those that stand."""
    right = _right(rows)
    after = standing | {row.address: row.target for row in right}
    ends = {_form_of(target): address for address, target in standing.items() if after[address] == target}
    for row in right:
        end = _form_of(row.target)
        if end == row.address:
            row.refuse("It leads to itself.")
        elif end in after:
            leads_back = _form_of(after[end]) == row.address
            row.refuse(f"A loop: {end} leads back." if leads_back else f"{end} is redirected itself.")
        elif row.address in ends:
            row.refuse(f"{ends[row.address]} leads here: let that lead on first.")


def _form_of(target: str) -> str:
    """``target`` as it would be asked for; what lies elsewhere is never asked for here."""
    return target if is_elsewhere(target) else one_form(target)


@unit_of_work()
def take(lines: list[Line], seen: str = "", leave_wrong: bool = False) -> Judged:
    """Make the redirects of a file, all or none, or all but those that are wrong; the same twice changes nothing.

    ``seen`` is the print of what somebody was shown. Raises Refused where something is wrong that is not to be left,
    or where it would come otherwise now.
    """
    one_at_a_time()
    judged = judge(lines)
    judging.check(judged, seen, leave_wrong)
    _write(judged)
    return judged


def lead_on(address: str, target: str) -> str:
    """Let an old address lead to the record that was made of it, in the transaction of whoever made it.

    One that leads somewhere is left as it is. Gives back why it cannot be, in words, or nothing.
    """
    (row,) = judge([Line(1, address, target)])
    if row.outcome == Outcome.NEW:
        Redirect.objects.get_or_create(address=row.address, defaults={"target": row.target})
        NotFound.objects.filter(address=row.address).delete()
    return f"It leads to {row.was} already." if row.outcome == Outcome.CHANGED else row.why


def follow(was: str, now: str) -> None:
    """Let what leads to a record's address lead to its new one: that of a draft is remembered by nobody else."""
    Redirect.objects.filter(target=was).exclude(address=now).update(target=now, version=F("version") + 1)


def _write(judged: Judged) -> None:
    Redirect.objects.bulk_create(
        [Redirect(address=row.address, target=row.target) for row in judged.to_be_written],
        update_conflicts=True,
        unique_fields=["address"],
        update_fields=["target", "changed_at"],
        batch_size=ROWS_AT_ONCE,
    )
    for some in batched(judged.to_be_written, ROWS_AT_ONCE):
        NotFound.objects.filter(address__in=[row.address for row in some]).delete()
        changed = [row.address for row in some if row.outcome == Outcome.CHANGED]
        Redirect.objects.filter(address__in=changed).update(version=F("version") + 1)
