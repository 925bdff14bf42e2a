import json
import re
from html import unescape
from typing import cast

from django.core.management.base import CommandError
from django.urls import reverse
from django_countries.fields import Country

from events.models import Event, Statement
from events.quotation import Known
from events.withdrawing import public_title
from public.search.form import SearchForm
from public.search.showing import Found, Person, people, shown
from publishing.commands import ArchiveCommand
from search.asking import Answer, Named
from search.models import Kind

MARK = re.compile(r'<mark class="term">(.*?)</mark>', re.DOTALL)
#: Speakers and topics that are listed beside the hits.
MOST_LISTED = 20
#: The options that are parts of a search's address, by their names there.
PARTS = ("kind", "speaker", "topic", "from", "to", "evidence", "event_kind", "language", "sort", "page")


class Command(ArchiveCommand):
    help = "Print what the search page would show to the public for each QUERY."

    def add_arguments(self, parser):
        parser.add_argument("query", nargs="+", help="as a visitor would type it")
        parser.add_argument(
            "--json", action="store_true", help="one JSON object a line, a line for each query"
        )
        parser.add_argument("--kind", help=", ".join(Kind.values))
        parser.add_argument("--speaker", metavar="SLUG", help="the last part of a speaker's address")
        parser.add_argument("--topic", metavar="SLUG", help="the last part of a topic's address")
        parser.add_argument("--from", metavar="YEAR", help="the first year")
        parser.add_argument("--to", metavar="YEAR", help="the last year")
        parser.add_argument("--evidence", help=", ".join(Known.values))
        parser.add_argument("--event-kind", help=", ".join(Event.Kind.values))
        parser.add_argument("--language", metavar="CODE", help="en, ru, …")
        parser.add_argument("--sort", help="relevance (as long as nothing is said) or date")
        parser.add_argument("--page", help="20 hits a page")

    def handle(self, query, **options):
        in_one_form = as_json if options["json"] else as_text
        for found in [in_plain_words(typed, options) for typed in query]:
            self.stdout.write(in_one_form(found))


def in_plain_words(typed: str, options: dict) -> dict:
    """The answer as lists, texts and numbers; words that matched stand in «». Raises CommandError."""
    form = form_of(typed, options)
    answer = Answer(form.question())
    hits, page = answer.hits, answer.question.page
    if page > answer.pages:
        raise CommandError(f"--page {page}: of “{typed}” the last page is {answer.pages}.")
    return {
        "query": typed,
        "people": [person_in_words(one) for one in people(answer)],
        "hits": [hit_in_words(found) for found in shown(answer, answer.shown)],
        "count": len(hits),
        "more": hits.more,
        "cut": answer.query.cut or form.was_cut,
        "page": page,
        "pages": answer.pages,
        "kinds": {kind.value: answer.counts[kind] for kind in Kind},
        "years": {str(year): count for year, count in sorted(hits.by_year.items())},
        "speakers": [
            counted(speaker, count, "people:speaker") for speaker, count in answer.speakers[:MOST_LISTED]
        ],
        "topics": [counted(topic, count, "events:topic") for topic, count in answer.topics[:MOST_LISTED]],
    }


def form_of(typed: str, options: dict) -> SearchForm:
    """The question as its address would ask it. Raises CommandError that shows each value that is wrong."""
    parts = {part: str(options[part]) for part in PARTS if options.get(part) is not None}
    form = SearchForm({"q": typed, **parts})
    if not form.is_valid():
        wrong = [
            f"--{part.replace('_', '-')} {parts.get(part, '')}: {' '.join(map(str, messages))}"
            for part, messages in form.errors.items()
        ]
        raise CommandError("\n".join(wrong))
    return form


def person_in_words(person: Person) -> dict:
    return {
        "name": person.speaker.name,
        "matched": person.spelling or person.speaker.name,
        "variant": person.how or None,
        "address": person.speaker.get_absolute_url(),
        "country": cast(Country, person.speaker.country).name,
        "score": person.score,
    }


def hit_in_words(found: Found) -> dict:
    """A statement's passage is its words, with quotation marks by its evidence, as on the page."""
    record = found.record
    statement = record if isinstance(record, Statement) else None
    day = statement.event.date if statement else getattr(record, "date", None)
    return {
        "kind": found.kind,
        "title": public_title(statement.event if statement else record),
        "said_by": statement.said_by if statement else None,
        "address": record.get_absolute_url(),
        "passage": plain(found.words if statement else found.passage),
        "evidence": statement.known.value if statement else None,
        "date": day.isoformat() if day else None,
    }


def in_words(known: str | None) -> str:
    return Known(known).label if known else ""


def plain(html: str) -> str:
    return unescape(re.sub(r"<[^>]*>", "", MARK.sub(r"«\1»", html)))


def counted(one: Named, count: int, page: str) -> dict:
    return {"name": one.name, "address": reverse(page, args=[one.slug]), "count": count}


def as_json(found: dict) -> str:
    return json.dumps(found, ensure_ascii=False)


def as_text(found: dict) -> str:
    count = f"more than {found['count']:,}" if found["more"] else f"{found['count']:,}"
    lines = [f"{found['query']}: {count} found; page {found['page']} of {found['pages']}"]
    for person in found["people"]:
        spelling = f", as {person['matched']} ({person['variant']})" if person["variant"] else ""
        lines.append(f"  {person['name']}{spelling}  {person['address']}")
    for hit in found["hits"]:
        head = ", ".join(filter(None, [hit["date"], hit["said_by"], hit["title"], in_words(hit["evidence"])]))
        lines += ["", f"[{hit['kind']}] {head}", f"  {hit['address']}"]
        lines += [f"  {hit['passage']}"] if hit["passage"] else []
    lines.append("")
    for name in ("kinds", "years"):
        lines.append(f"{name}: " + ", ".join(f"{value} {number:,}" for value, number in found[name].items()))
    for name in ("speakers", "topics"):
        lines.append(f"{name}: " + ", ".join(f"{row['name']} {row['count']:,}" for row in found[name]))
    return "\n".join(lines) + "\n"
