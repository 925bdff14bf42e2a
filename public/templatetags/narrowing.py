"""The parts of a search page of which there are many: a template takes twenty times as long for each."""

from django import template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from public.counted import counted, thousands
from public.languages import escape
from public.search.facets import Choice, Facet, Speaking, Years
from public.search.years import BASE, HEIGHT, WIDTH, Column

register = template.Library()


@register.simple_tag
def choices(listed: list[Choice]) -> SafeString:
    """A list of choices of a narrowing, each with its count."""
    return mark_safe(
        f"<ul>{''.join(map(_choice, listed))}</ul>"
    )  # what was typed or entered is escaped below


def _choice(choice: Choice) -> str:
    current = removes = stamp = ""
    if choice.chosen:
        current = ' aria-current="true"'
        heard = _(", chosen; remove")
        removes = f'<span class="vh">{heard}</span> <span aria-hidden="true">×</span>'
    if choice.stamp:
        stamp = f'<span class="stamp stamp--{escape(choice.stamp)}"></span> '
    return (
        f'<li><a id="{escape(choice.id)}" href="{escape(choice.address)}" rel="nofollow"{current}>'
        f"<span>{stamp}{escape(choice.label)}{removes}</span> "
        f'<span class="count">{thousands(choice.count)}</span></a></li>\n'
    )


@register.simple_tag
def facet(facet: Facet) -> SafeString:
    """One way to narrow, with its choices; those beyond the first are a click away."""
    more = ""
    if facet.more:
        number = _("%(number)s more") % {"number": len(facet.more)}
        more = (
            f'<details class="facets__more" id="d-{facet.name}-more">\n<summary>{number}</summary>\n'
            f"{choices(facet.more)}\n</details>"
        )
    return mark_safe(
        f'<details id="d-{facet.name}"{" open" if facet.is_open else ""}>\n<summary>{escape(facet.label)}</summary>\n'
        f"{choices(facet.choices)}\n{more}</details>"
    )


@register.simple_tag
def bars(most: list[Speaking]) -> SafeString:
    """Who speaks most about what was found, each a link to what they said; the bars are measured by the longest."""
    return mark_safe("\n".join(map(_bar, most)))


def _bar(one: Speaking) -> str:
    count = thousands(one.count)
    heard = _("%(number)s of these results") % {"number": count}
    return (
        f'<li><a href="{escape(one.address)}">{escape(one.speaker.name)}<span class="vh">, {heard}</span></a>\n'
        f'<svg class="bars__bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">'
        f'<rect width="{one.percent}" height="10"/></svg>\n<span class="count" aria-hidden="true">{count}</span></li>'
    )


@register.simple_tag
def chart(years: Years) -> SafeString:
    """The hits of each year as columns, each a link."""
    heard = _("Results a year. The same numbers follow as a table.")
    columns = "".join(_column(column, address, years.narrowed) for column, address in years.linked)
    return mark_safe(
        f'<svg class="chart" width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}" role="group" '
        f'aria-label="{heard}">'
        f'<line class="c-line" x1="0" x2="{WIDTH}" y1="{BASE}.5" y2="{BASE}.5"/>{columns}</svg>'
    )


def _column(column: Column, address: str, narrowed: bool) -> str:
    current = ' aria-current="true"' if column.chosen and narrowed else ""
    bar = ""
    if column.count:
        bar = (
            f'<rect class="{"c-bar" if column.chosen else "c-off"}" x="{column.x}" y="{column.y}" '
            f'width="{column.width}" height="{column.height}"/>'
            f'<text x="{column.middle}" y="{column.y - 4}" text-anchor="middle">{column.number}</text>'
        )
    return (
        f'<a id="bar-{column.first}" href="{escape(address)}" '
        f'aria-label="{column.years}: {counted(column.count, "result")}"{current}>'
        f'<rect class="c-room" x="{column.left}" y="0" width="{column.breadth}" height="{HEIGHT}"/>{bar}'
        f'<text x="{column.middle}" y="{HEIGHT - 6}" text-anchor="middle">{column.label}</text></a>\n'
    )


@register.simple_tag
def year_rows(counts: list[Choice]) -> SafeString:
    """The same numbers as rows of a table."""
    return mark_safe("".join(map(_row, counts)))


def _row(year: Choice) -> str:
    link = f'<a id="{year.id}" href="{escape(year.address)}">{year.label}</a>'
    return f'<tr><th scope="row">{link}</th><td>{thousands(year.count)}</td></tr>\n'
