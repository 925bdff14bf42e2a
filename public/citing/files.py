"""A reference as the files that reference managers read: BibTeX, RIS and CSL-JSON."""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate
from typing import Any

from django.http import HttpResponse
from django.utils.text import slugify
from django.utils.timezone import localdate, localtime
from django.utils.translation import gettext

from house.now import the_house
from public.citing.names import Name
from public.citing.reference import Reference
from public.query_string import as_text
from public.structured import without_blanks

LATEX = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "%": r"\%",
    "_": r"\_",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
}
#: BibTeX counts braces, escaped ones too: one without its mate is given an invisible one, as Zotero does.
WITH_A_MATE = {"{": r"\{\vphantom{\}}", "}": r"\vphantom{\{}\}"}
MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
#: What parts the names of a BibTeX list, or the parts of one.
PARTING = re.compile(r",|\band\b", re.IGNORECASE)


def latex(text: str) -> str:
    """``text`` in one line, as LaTeX prints it; letters of any script stay as they are."""
    line = as_text(text)
    signs = LATEX if has_braces_in_pairs(line) else LATEX | WITH_A_MATE
    return "".join(signs.get(character, character) for character in line)


def has_braces_in_pairs(text: str) -> bool:
    open_ones = [0, *accumulate((sign == "{") - (sign == "}") for sign in text)]
    return min(open_ones) == open_ones[-1] == 0


def bibtex(reference: Reference) -> str:
    """One entry. Titles stand in two pairs of braces, so that no style changes their capitals."""
    year, month, day = [*reference.issued.split("-"), "", "", ""][:3]
    site = latex(the_house().name)
    where = latex(reference.container)
    fields = {
        "author": " and ".join(map(_bibtex_name, reference.authors)),
        "title": f"{{{latex(reference.title)}}}",
        "institution": site if reference.is_report else "",
        "type": latex(reference.genre) if reference.is_report else "",
        "howpublished": "" if reference.is_report else where,
        "publisher": "" if reference.is_report else site,
        "address": latex(reference.place),
        "date": "/".join(filter(None, [reference.issued, reference.until])),
        "year": year,
        "month": MONTHS[int(month) - 1] if month else "",
        "day": day.lstrip("0"),
        "url": reference.address,
        "urldate": localdate().isoformat(),
        "version": _version(reference),
        "language": reference.language,
        "keywords": ", ".join(map(latex, reference.topics)),
        "copyright": latex(reference.rights.in_full),  # as Zotero calls it
        "note": latex(reference.note),
        "abstract": latex(reference.words),
    }
    lines = [f"  {name} = {_bibtex_value(name, value)},\n" for name, value in fields.items() if value]
    kind = "techreport" if reference.is_report else "misc"
    return f"@{kind}{{{slugify(the_house().name) or 'archive'}-{reference.name},\n{''.join(lines)}}}\n"


def _bibtex_value(name: str, value: str) -> str:
    return value if name == "month" else f"{{{value}}}"


def _bibtex_name(name: Name) -> str:
    if name.literal:
        return f"{{{latex(name.literal)}}}"
    parts = [name.family, name.suffix, name.given]  # in BibTeX's own order
    return ", ".join(f"{{{latex(part)}}}" if PARTING.search(part) else latex(part) for part in parts if part)


def ris(reference: Reference) -> str:
    """One record. Each line has a tag of its own; lines end as the format asks."""
    day = [*reference.issued.split("-"), "", ""][:3]
    rights = reference.rights.in_full
    lines: list[tuple[str, str]] = [
        ("TY", "RPRT" if reference.is_report else "ELEC"),
        ("ID", reference.name),
        *(("AU", name.filed) for name in reference.authors),
        ("TI", reference.title),
        ("T2", reference.container),
        ("PY", day[0]),
        ("DA", f"{'/'.join(day)}/" if day[0] else ""),
        ("PB", the_house().name),
        ("CY", reference.place),
        ("M3", reference.genre),
        ("ET", _version(reference)),
        ("LA", reference.language),
        *(("KW", topic) for topic in reference.topics),
        ("N1", reference.note),
        # No tag is for rights: a note of their own.
        ("N1", rights and gettext("Rights: %(rights)s") % {"rights": rights}),
        ("AB", reference.words),
        ("UR", reference.address),
        ("L2", reference.elsewhere),
        ("Y2", f"{localdate():%Y/%m/%d}/"),
    ]
    written = [f"{tag}  - {as_text(value)}" for tag, value in lines if value]
    return "\r\n".join([*written, "ER  - ", "", ""])


def csl(reference: Reference) -> dict[str, Any]:
    """The item of CSL-JSON; an event under the names of CSL 1.0.1 and 1.0.2."""
    at_event = reference.is_statement
    return without_blanks(
        {
            "id": reference.name,
            "type": "report" if reference.is_report else "speech" if at_event else "webpage",
            "title": reference.title,
            "author": [without_blanks(name._asdict()) for name in reference.authors],
            "issued": _date_parts(reference.issued, reference.until),
            "container-title": reference.container,
            "event": reference.container if at_event else "",
            "event-title": reference.container if at_event else "",
            "event-place": reference.place if at_event else "",
            "publisher": the_house().name,
            "publisher-place": "" if at_event else reference.place,
            "genre": reference.genre,
            "language": reference.language,
            "keyword": ", ".join(reference.topics),
            "license": reference.rights.in_full,
            "note": reference.note,
            "abstract": reference.words,
            "version": _version(reference),
            "URL": reference.address,
            "accessed": _date_parts(localdate().isoformat()),
        }
    )


def csl_json(references: Iterable[Reference]) -> Iterator[str]:
    """A list of items, one a line."""
    before = "[\n"
    for reference in references:
        yield before + json.dumps(csl(reference), ensure_ascii=False)
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def _version(reference: Reference) -> str:
    return localtime(reference.version).date().isoformat() if reference.version else ""


def _date_parts(*days: str) -> dict:
    parts = [[int(part) for part in day.split("-")] for day in days if day]
    return {"date-parts": parts} if parts else {}


#: By their ending: how each is written, and its type.
FILES: dict[str, tuple[Callable[[Reference], str], str]] = {
    "bib": (bibtex, "application/x-bibtex"),
    "ris": (ris, "application/x-research-info-systems"),
    "json": (lambda one: "".join(csl_json([one])), "application/vnd.citationstyles.csl+json"),
}


def link_header(reference: Reference) -> str:
    """Where to find what of a page (RFC 8288): how it is cited, described, licensed, and what it is."""
    links = [f'<{reference.address}>; rel="cite-as"']
    links += [
        f'<{reference.address}cite.{ending}>; rel="describedby"; type="{kind}"'
        for ending, (_write, kind) in FILES.items()
    ]
    if licence := reference.rights.address:
        links.append(f'<{licence}>; rel="license"')
    links.append(f'<https://schema.org/{reference.schema}>; rel="type"')
    return ", ".join(links)


def with_links(response: HttpResponse, reference: Reference) -> HttpResponse:
    response["Link"] = link_header(reference)
    return response
