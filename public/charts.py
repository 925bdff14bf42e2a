"""Charts drawn on the server: whole numbers for the attributes of an SVG, without a style or script."""

from dataclasses import dataclass
from math import ceil

from django.utils.translation import gettext as _

from events.models import Topic
from public.counted import counted
from public.speaker_page import YearCount
from public.topics import TopicYear

WIDTH = 340  # fits a phone of 390 pixels; text in the drawing keeps its size
LABELS = 128  # of which for the names of the rows
TALLEST = 45
BASE = 66  # the line on which the bars stand
NARROWEST = 12  # a column with a number over it
YEAR_LABEL = 24
ROW = 20
FIRST_ROW = 124
LONGEST_LABEL = 20


@dataclass
class Column:
    first: int
    last: int
    x: int  # its middle
    label: str
    positions: int
    appearances: int
    chaired_only: bool
    bar: dict[str, int]


@dataclass
class Row:
    name: str
    y: int
    dots: list[dict[str, int]]


@dataclass
class Chart:
    width: int
    height: int
    labels: int
    base: int
    columns: list[Column]
    rows: list[Row]
    title: str
    has_chaired: bool


def years_chart(years: list[YearCount], topics: list[Topic]) -> Chart | None:
    """Positions and appearances over the years, and the positions on each topic. None for an empty record.

    A long record is drawn in steps of several years: columns never get narrower than a number over them.
    """
    if not years:
        return None
    room = WIDTH - LABELS
    step = ceil(len(years) * NARROWEST / room)
    spans = [years[start : start + step] for start in range(0, len(years), step)]
    width = min(room // len(spans), 21)
    tallest = max(sum(year.positions for year in span) for span in spans)
    label_every = ceil(YEAR_LABEL / width)
    columns = [
        _column(span, LABELS + 4 + width * place + width // 2, width, tallest, place % label_every == 0)
        for place, span in enumerate(spans)
    ]
    rows = [_row(topic, place, spans, columns) for place, topic in enumerate(topics)]
    return Chart(
        width=WIDTH,
        height=FIRST_ROW + ROW * len(rows) if rows else FIRST_ROW - 12,
        labels=LABELS,
        base=BASE,
        columns=columns,
        rows=rows,
        title=(
            _(
                "%(positions)s, and appearances, %(first)s to %(last)s, by year, and positions by topic. The same "
                "numbers follow as a table."
            )
            if rows
            else _(
                "%(positions)s, and appearances, %(first)s to %(last)s, by year. The same numbers follow as a table."
            )
        )
        % {
            "positions": counted(sum(year.positions for year in years), "position"),
            "first": years[0].year,
            "last": years[-1].year,
        },
        has_chaired=any(column.chaired_only for column in columns),
    )


@dataclass
class TopicColumn:
    """One column of the chart of a topic: a year, or several where there are many."""

    label: str
    positions: int
    x: int
    bar: dict[str, int]


@dataclass
class TopicChart:
    width: int
    height: int
    base: int
    labels: int
    columns: list[TopicColumn]
    title: str


def topic_chart(topic: Topic, years: list[TopicYear]) -> TopicChart | None:
    """The positions on a topic over the years. None where there are none."""
    if not years:
        return None
    room = WIDTH - LABELS
    step = ceil(len(years) * NARROWEST / room)
    spans = [years[start : start + step] for start in range(0, len(years), step)]
    width = min(room // len(spans), 24)
    numbers = [sum(year.positions for year in span) for span in spans]
    every = ceil(YEAR_LABEL / width)
    columns = []
    for place, (span, number) in enumerate(zip(spans, numbers, strict=True)):
        x = LABELS + 4 + width * place + width // 2
        height = max(3, round(TALLEST * number / max(numbers))) if number else 0
        bar = {"x": x - (width - 8) // 2, "y": BASE - height, "width": max(width - 8, 5), "height": height}
        label = f"’{span[0].year % 100:02}" if place % every == 0 else ""
        columns.append(TopicColumn(label, number, x, bar))
    title = _(
        "%(positions)s on %(topic)s, %(first)s to %(last)s, by year. The same numbers follow as a table, with "
        "those per hundred of all."
    ) % {
        "positions": counted(sum(numbers), "position"),
        "topic": topic.name,
        "first": years[0].year,
        "last": years[-1].year,
    }
    return TopicChart(WIDTH, BASE + 20, BASE, LABELS, columns, title)


def _column(span: list[YearCount], x: int, width: int, tallest: int, labelled: bool) -> Column:
    positions, spoke, chaired = (
        sum(getattr(y, name) for y in span) for name in ("positions", "spoke", "chaired")
    )
    height = max(3, round(TALLEST * positions / tallest)) if positions else 0
    bar_width = max(width - 8, 5)
    return Column(
        first=span[0].year,
        last=span[-1].year,
        x=x,
        label=f"’{span[0].year % 100:02}" if labelled else "",
        positions=positions,
        appearances=spoke + chaired,
        chaired_only=bool(chaired) and not spoke,
        bar={"x": x - bar_width // 2, "y": BASE - height, "width": bar_width, "height": height},
    )


def _row(topic: Topic, place: int, spans: list[list[YearCount]], columns: list[Column]) -> Row:
    y = FIRST_ROW + ROW * place
    dots = []
    for span, column in zip(spans, columns, strict=True):
        number = sum(year.by_topic.get(topic.pk, 0) for year in span)
        if number:
            dots.append({"x": column.x, "y": y, "r": min(1 + number, 7), "number": number})
    name = topic.name if len(topic.name) <= LONGEST_LABEL else topic.name[: LONGEST_LABEL - 1].rstrip() + "…"
    return Row(name, y, dots)
