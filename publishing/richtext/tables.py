"""A row of a table is one line, its cells parted by bars."""

from publishing.richtext.counting import number_in
from publishing.richtext.tree import Box, Line, Run, lines

CELL = " | "
#: Between the paragraphs of a cell; a cell that is longer is no part of a line.
IN_A_CELL = " / "
LONGEST_CELL = 200
MOST_COLUMNS = 20


class Table:
    """A table that is being read: how many rows it has, and in how many more of them a column is taken from above.

    Its head and its caption are seen above its rows and its foot below them, wherever they are written.
    """

    def __init__(self, rows: int, box: Box):
        self.rows = rows
        self.box, self.start = box, len(box.children)
        self.taken: dict[int, int] = {}
        self.part = 0  # how many children the box had where a head, caption or foot began
        self.parts: set[str] = set()  # which of these there have been
        self.above = 0  # how many children are its caption
        self.foot: list[Box | Line] = []

    def begin_part(self) -> None:
        self.part = len(self.box.children)
        self.taken = {}

    def end_part(self, tag: str, is_below: bool) -> None:
        """Lay away what is seen below all rows, and put what is seen above them there; of several the first."""
        if tag in self.parts:
            return
        self.parts.add(tag)
        part = self.box.children[self.part :]
        del self.box.children[self.part :]
        if tag == "tfoot":
            self.foot = part + self.foot
        elif is_below:
            self.foot += part
        else:
            at = self.start if tag == "caption" else self.start + self.above
            self.above += len(part) if tag == "caption" else 0
            self.box.children[at:at] = part

    def end(self) -> None:
        self.box.children.extend(self.foot)

    def begin_row(self, box: Box) -> "Row":
        row = Row(self, box, {column for column, rows in self.taken.items() if rows})
        self.taken = {column: rows - 1 for column, rows in self.taken.items() if rows > 1}
        return row


class Row:
    """A row of it: the box it stands in, and how many children that had where the cell of each column began."""

    def __init__(self, table: Table, box: Box, taken: set[int]):
        self.table, self.box, self.taken = table, box, taken
        self.cells: dict[int, int] = {}
        self.next = 0

    def begin_cell(self, given: dict[str, str | None]) -> None:
        """A cell begins in the first column that is free; it may reach over others, and over rows below."""
        while self.next in self.taken:
            self.next += 1
        self.cells[self.next] = len(self.box.children)
        columns = min(max(1, number_in(given.get("colspan")) or 1), MOST_COLUMNS)
        down = number_in(given.get("rowspan"))
        down = self.table.rows if down == 0 else down or 1
        for column in range(self.next, self.next + columns) if down > 1 else ():
            self.table.taken[column] = down - 1
        self.next += columns

    def columns(self) -> list[list[Box | Line]]:
        """What stands in each column, up to the last cell; nothing in a row without one."""
        if not self.cells:
            return []
        ends = [*list(self.cells.values())[1:], len(self.box.children)]
        blocks = {
            column: self.box.children[start:end]
            for (column, start), end in zip(self.cells.items(), ends, strict=True)
        }
        return [blocks.get(column, []) for column in range(max(blocks) + 1)]

    def taken_out(self) -> list[Run]:
        """Its cells as the runs of one line, out of the box; nothing, where they do not make one, and stay.

        One that is as long as an article beside others is no line.
        """
        cells = self.columns()
        if len(cells) < 2 or not any(cells):
            return []
        if not all(_fits_a_line(cell, self.table.rows) for cell in cells):
            return []
        written: list[Run] = []
        for number, cell in enumerate(cells):
            if number:
                bar = CELL if cell else CELL.rstrip()
                written.append(Run(bar if written else bar.lstrip(), ()))
            for place, line in enumerate(lines(Box("", cell))):
                written += [Run(IN_A_CELL, ())] if place else []
                written += [run._replace(text=run.text.replace("\n", " ")) for run in line.runs]
        del self.box.children[min(self.cells.values()) :]
        return written


def _fits_a_line(cell: list[Box | Line], rows: int) -> bool:
    """Whether a cell is one line, or of a table of several ``rows`` a few short ones: nothing with numbers or bars."""
    if any(isinstance(block, Box) and block.tag != "ul" or block.tag in ("h2", "h3") for block in cell):
        return False
    texts = [line.text for line in lines(Box("", cell))]
    if len(texts) < 2:
        return not any(isinstance(block, Box) for block in cell)
    return rows > 1 and len("".join(texts)) <= LONGEST_CELL and not any(CELL in text for text in texts)
