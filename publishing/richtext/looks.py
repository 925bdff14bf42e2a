"""The looks of a line (raised, lowered, a footnote's mark) as characters, which outlive every copy."""

import unicodedata
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from publishing import marks
from publishing.richtext.inline import LOOK, LOWERED, NOTE, NOWHERE, RAISED
from publishing.richtext.tree import Run, Tag

NEAR = 40  # characters before a raised letter that tell what it is
FRACTION = "fraction"


def in_characters(runs: list[Run]) -> list[Run]:
    """The runs of a line with characters for what their looks said."""
    if not any(tag.name in LOOK for run in runs for tag in run.tags):
        return _joined(runs)
    pieces = _pieces(runs)
    written: list[Run] = []
    for number, piece in enumerate(pieces):
        following = pieces[number + 1].text if number + 1 < len(pieces) else ""
        in_plain = _piece_in_characters(piece, written, following)
        if not in_plain and _are_brackets(written, following):
            _take_last(written)
            pieces[number + 1] = pieces[number + 1].without_first()
        _append(written, in_plain)
    return _joined(written)


class _Piece(NamedTuple):
    """Neighbouring runs of a line that look alike: of a look's name, FRACTION, or nothing; `link` begins in a mark."""

    look: str
    link: Tag | None
    runs: list[Run]

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)

    def without_first(self) -> "_Piece":
        first, *others = self.runs
        return self._replace(runs=[first._replace(text=first.text[1:]), *others])


def _look(run: Run) -> tuple[Tag | None, Tag | None]:
    """Of a raised, lowered or footnote's run how it looks, and of a mark its link."""
    look = next((tag for tag in run.tags if tag.name in (RAISED.name, LOWERED.name)), None)
    if look is None and NOTE in run.tags:
        look = NOTE
    if look is None or look == LOWERED:
        return look, None
    return look, next((tag for tag in run.tags if tag.name in ("a", NOWHERE.name)), None)


def _pieces(runs: list[Run]) -> list[_Piece]:
    """The runs of a line, those together that are one mark, or one fraction."""
    pieces: list[_Piece] = []
    for (look, link), some in groupby(runs, _look):
        last = pieces[-1] if pieces else None
        if last and link in last.runs[-1].tags:
            link = None  # it is round the words, and no footnote's
        piece = _Piece(look.name if look else "", link, list(some))
        if (
            last
            and last.look == piece.look == RAISED.name
            and marks.goes_on(last.text, piece.text, bool(link))
        ):
            pieces[-1] = _Piece(last.look, last.link or link, last.runs + piece.runs)
        else:
            pieces.append(piece)
    if len(pieces) == 1 and pieces[0].look != NOTE.name and not pieces[0].link:
        return [_Piece("", None, runs)]  # in a line that is raised as a whole nothing is a mark
    return list(_with_fractions(pieces))


def _with_fractions(pieces: list[_Piece]) -> Iterator[_Piece]:
    """The pieces, of which a raised figure, a stroke and a lowered figure are one."""
    number = 0
    while number < len(pieces):
        some = next((some for size in (2, 3) if _is_fraction(some := pieces[number : number + size])), None)
        if some:
            yield _Piece(FRACTION, None, [run for piece in some for run in piece.runs])
        else:
            yield pieces[number]
        number += len(some or "1")


def _is_fraction(some: list[_Piece]) -> bool:
    if some[0].look != RAISED.name or some[-1].look != LOWERED.name:
        return False
    return bool(marks.fraction("".join(piece.text for piece in some), ""))


def _lasting(tags: tuple[Tag, ...]) -> tuple[Tag, ...]:
    return tuple(tag for tag in tags if tag.name not in LOOK)


def _piece_in_characters(piece: _Piece, before: list[Run], after: str) -> list[Run]:
    """A piece of a line without its looks: what they say is said by plain characters."""
    lasting = [run._replace(tags=_lasting(run.tags)) for run in piece.runs]
    if not piece.look:
        return lasting
    mark, last = piece.text, "".join(run.text[-NEAR:] for run in before[-NEAR:])[-NEAR:]
    if piece.look == NOTE.name:
        text = "" if marks.is_of_a_note(mark) else mark
    elif piece.look == LOWERED.name:
        text = marks.lowered(mark, last)
    elif piece.look == FRACTION:
        text = marks.fraction(mark, last)
    else:
        text = marks.raised(mark, last, after, bool(piece.link))
    if text == mark:
        return lasting
    text += " " * (mark != mark.rstrip())  # no word runs into the mark before it
    return [lasting[0]._replace(text=text)] if text else []


def _are_brackets(written: list[Run], following: str) -> bool:
    """Whether what is left of a footnote's mark are the brackets round it."""
    return bool(written) and written[-1].text[-1] + following[:1] in ("[]", "()")


def _take_last(written: list[Run]) -> None:
    last = written.pop()
    if len(last.text) > 1:
        written.append(last._replace(text=last.text[:-1]))


def _append(written: list[Run], runs: list[Run]) -> None:
    """Add runs, without the space that is left over where the mark of a footnote stood."""
    for run in runs:
        last = written[-1].text if written else " "
        if last[-1] in " \n":
            run = run._replace(text=run.text.lstrip(" "))
            if run.text[:1] in list(".,;:!?") and written:
                written[-1] = written[-1]._replace(text=last.rstrip(" "))
        written.extend([run] if run.text else [])
    while written and not written[-1].text:
        written.pop()


def _joined(runs: list[Run]) -> list[Run]:
    """Neighbours under the same tags as one run, composed, so that equal texts are equal strings."""
    joined: list[Run] = []
    for run in runs:
        if joined and joined[-1].tags == run.tags:
            run = Run(joined.pop().text + run.text, run.tags)
        joined.append(run)
    return [Run(unicodedata.normalize("NFC", run.text), run.tags) for run in joined]
