"""Two saves that began from one version: what each changed is taken, and what both changed is asked for.

Knows documents alone: ``base`` is the version that a form was opened with, ``mine`` what it says, ``theirs`` the record
as somebody else has saved it meanwhile.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from publishing.matching import matching_blocks
from publishing.richtext import block_html, parse
from publishing.wholes import is_same

#: How a question is answered: each with the value of a radio button.
MINE, THEIRS, BOTH, ANEW = "mine", "theirs", "both", "anew"


@dataclass
class Clash:
    """What both changed, and not to the same: the editor chooses."""

    key: str
    column: str
    base: Any
    mine: Any
    theirs: Any
    #: The part and the number of the row in which it stands; blank of the record's own fields.
    part: str = ""
    row: Any = None
    #: Of a rich text: which paragraphs.
    is_html: bool = False
    #: Whether it is about the row itself: one took it out, the other changed it.
    is_row: bool = False

    @property
    def is_text(self) -> bool:
        return isinstance(self.mine, str) and isinstance(self.theirs, str) and not self.is_row


@dataclass
class Meeting:
    """What comes of two saves, and of the answers given so far."""

    answers: Mapping[str, str]
    #: The wording of who wrote anew, by the key of the question.
    anew: Mapping[str, str]
    clashes: list[Clash] = field(default_factory=list)
    #: What only one changed, as (part, row, column): all taken.
    taken: dict[str, list[tuple[str, Any, str]]] = field(
        default_factory=lambda: {MINE: [], THEIRS: [], BOTH: []}
    )

    @property
    def is_open(self) -> bool:
        return any(self.answers.get(clash.key) is None for clash in self.clashes)

    def value(self, base: Any, mine: Any, theirs: Any, column: str, part: str = "", row: Any = None) -> Any:
        """What one field is to say."""
        place = (part, row, column)
        if is_same(mine, theirs):
            return mine
        if is_same(mine, base):
            self.taken[THEIRS].append(place)
            return theirs
        if is_same(theirs, base):
            self.taken[MINE].append(place)
            return mine
        if isinstance(mine, list) and isinstance(theirs, list):
            self.taken[BOTH].append(place)
            return of_both(base or [], mine, theirs)
        if is_rich(base, mine, theirs):
            return self.rich(base, mine, theirs, column)
        return self.ask(Clash(key_of(part, row, column), column, base, mine, theirs, part, row))

    def ask(self, clash: Clash) -> Any:
        """The answer that was given; as long as there is none, mine."""
        self.clashes.append(clash)
        answer = self.answers.get(clash.key)
        if answer == THEIRS:
            return clash.theirs
        if answer == ANEW:
            return self.anew.get(clash.key, "")
        if answer == BOTH and clash.is_text:
            between = "" if clash.is_html else "\n\n" if "\n" in clash.mine + clash.theirs else " "
            return f"{clash.theirs}{between}{clash.mine}"
        return clash.mine

    def rich(self, base: str, mine: str, theirs: str, column: str) -> str:
        """A rich text block by block: two who changed different paragraphs do not meet."""
        written: list[str] = []
        for number, (before, one, other) in enumerate(
            chunks(*(blocks(text) for text in (base, mine, theirs)))
        ):
            was, my, their = ("".join(side) for side in (before, one, other))
            if my == their or their == was:
                written.append(my)
            elif my == was:
                written.append(their)
            else:
                clash = Clash(f"{column}.{number}", column, was, my, their, is_html=True)
                written.append(self.ask(clash))
        self.taken[BOTH].append(("", None, column))
        return "".join(written)


def key_of(part: str, row: Any, column: str) -> str:
    return f"{part}.{row}.{column}" if part else column


def is_rich(*sides: Any) -> bool:
    texts = [side for side in sides if side]
    return bool(texts) and all(isinstance(text, str) and text.startswith("<") for text in texts)


def of_both(base: Sequence[Any], mine: Sequence[Any], theirs: Sequence[Any]) -> list[Any]:
    """A set that two have changed: what both left of it, and what either added."""
    gone = (set(base) - set(mine)) | (set(base) - set(theirs))
    return sorted((set(mine) | set(theirs)) - gone)


def blocks(html: str) -> list[str]:
    return [block_html(block) for block in parse(html or "").children]


Chunk = tuple[list[str], list[str], list[str]]


def chunks(base: list[str], mine: list[str], theirs: list[str]) -> Iterator[Chunk]:
    """The three cut at what all of them have: in turn what is the same and what lies between, of each."""
    in_mine, in_theirs = (
        {a + step: b + step for a, b, size in matching_blocks(base, side) for step in range(size)}
        for side in (mine, theirs)
    )
    a = b = c = 0
    for number in sorted(in_mine.keys() & in_theirs.keys()):
        if in_mine[number] < b or in_theirs[number] < c:
            continue
        yield base[a:number], mine[b : in_mine[number]], theirs[c : in_theirs[number]]
        yield ([base[number]],) * 3
        a, b, c = number + 1, in_mine[number] + 1, in_theirs[number] + 1
    yield base[a:], mine[b:], theirs[c:]
