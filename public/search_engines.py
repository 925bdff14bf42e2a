"""What search engines are asked to leave out: the pages of what an editor keeps from them, and all that repeats it.

One middleware looks at each answer as it goes out, so that no view can forget it. An address says what an answer is
about, which is all that a picture or a citation has; the answer itself says whatever else it repeats: a list, a feed
or an answer of the API is kept away as long as something kept away stands in it, and the next page of that list is not.
"""

import json
import re
from collections.abc import Iterable
from functools import cached_property
from http import HTTPStatus
from typing import Any

from django.db.models import Model, Q, QuerySet, Value
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape

from events.models import Appearance, Event, Statement
from events.withdrawing import public_title
from opinions.models import Authorship, Opinion
from people.models import Speaker
from publishing import editions
from publishing.editions import OnceAnEdition
from publishing.interface import in_own_language, without_language

#: What is text, whatever it is called: references are application/x-bibtex, data application/json.
READ = ("text/", "application/")
HEADER = "X-Robots-Tag"
NOINDEX = "noindex"
KINDS: tuple[type[Event] | type[Speaker] | type[Statement], ...] = (Event, Speaker, Statement)
#: Where a part of an address stands for a record: its card, and what others show of it.
BY_NUMBER = ("/cards/{kind}/{pk}/", "/embed/{kind}s/{pk}/")


class KeptAway:
    """What is kept away in one edition: nothing but what is public, for the header must not tell of anything else."""

    def __init__(self, flagged: dict[str, list[int]]):
        self.flagged = flagged
        #: Then something appears or ends by itself.
        self.until = editions.next_moment(timezone.now()) if flagged else None

    def keys(self, model: type[Model]) -> list[int]:
        return self.flagged.get(str(model._meta.model_name), [])

    def __bool__(self) -> bool:
        return any(self.flagged.values())

    @cached_property
    def rows(self) -> dict[type[Model], QuerySet]:
        """The records whose own pages are kept away: those that an editor chose, and those that are about them.

        A participant under the Chatham House Rule keeps no event away: it would say who was there.
        """
        events, people, said = (self.keys(model) for model in KINDS)
        there = Appearance.objects.listed().filter(speaker__in=people).order_by().values("event")
        standing = Statement.objects.standing().filter(pk__in=said).order_by().values("event")
        signed = Authorship.objects.filter(speaker__in=people).order_by().values("opinion")
        by_them = Q(pk__in=said) | Q(event__in=events) | Q(pk__in=Statement.objects.by(people).values("pk"))
        return {
            Event: Event.objects.published().filter(Q(pk__in=events) | Q(pk__in=there) | Q(pk__in=standing)),
            Speaker: Speaker.objects.published().filter(pk__in=people),
            Statement: Statement.objects.published().filter(by_them),
            Opinion: Opinion.objects.published().filter(pk__in=signed),
        }

    @cached_property
    def paths(self) -> frozenset[str]:
        """Addresses, each ending in a slash; and those of pictures."""
        found: set[str] = set()
        with in_own_language():
            for model, rows in self.rows.items():
                for row in rows.defer("fold", *LONG.get(model, ())):
                    found.add(row.get_absolute_url())
                    kind = row._meta.model_name
                    found.update(address.format(kind=kind, pk=row.pk) for address in BY_NUMBER)
                    if picture := getattr(row, PICTURES.get(model, ""), None):
                        found.add(f"/media/{picture.name}")
        return frozenset(found)

    def is_about(self, path: str) -> bool:
        """Whether what is at ``path`` is about something kept away: its page, its files, its pictures."""
        path = without_language(path)
        parts = path.split("/")
        return path in self.paths or any(
            "/".join(parts[:n]) + "/" in self.paths for n in range(3, len(parts))
        )

    @cached_property
    def addresses(self) -> list[str]:
        """Of what was chosen itself: whatever leads to it says that it is there."""
        with in_own_language():
            return [row.get_absolute_url() for rows in self.chosen.values() for row in rows]

    @cached_property
    def chosen(self) -> dict[type[Model], list[Any]]:
        chosen: dict[type[Model], Any] = {
            model: self.rows[model].filter(pk__in=self.keys(model)).defer("fold") for model in KINDS
        }
        return {
            Event: list(chosen[Event].defer("fold", "report").with_withdrawn()),
            Speaker: list(chosen[Speaker]),
            Statement: list(chosen[Statement].select_related("event").defer("fold", "event__report")),
        }

    @cached_property
    def words(self) -> list[tuple[str, re.Pattern[str]]]:
        """Names, titles and words, as pages, feeds and JSON write them; each with what tells it from a longer one."""
        people = self.keys(Speaker)
        printed = [
            *Appearance.objects.published().filter(speaker__in=people).values_list("printed_name", flat=True),
            *Authorship.objects.published().filter(speaker__in=people).values_list("printed_name", flat=True),
        ]
        plain = {public_title(event) for event in self.chosen[Event]} | {*printed}
        plain |= {speaker.name for speaker in self.chosen[Speaker]}
        plain |= {statement.text for statement in self.chosen[Statement]}
        written = {form for words in plain if words for form in forms_of(words)}
        return [(one, re.compile(rf"(?<!\w){re.escape(one)}(?!\w)")) for one in sorted(written)]

    def stands_in(self, text: str) -> bool:
        return any(address in text for address in self.addresses) or any(
            words in text and whole.search(text) for words, whole in self.words
        )


#: What is not read for an address.
LONG: dict[type[Model], tuple[str, ...]] = {
    Event: ("report", "lead"),
    Opinion: ("body", "lead"),
    Speaker: ("biography",),
    Statement: ("text",),
}
PICTURES: dict[type[Model], str] = {Event: "cover", Speaker: "portrait"}


def forms_of(words: str) -> Iterable[str]:
    """``words`` as they stand in plain text, in HTML, in HTML within XML, and in JSON of either kind."""
    once = escape(words)
    return {words, once, escape(once), json.dumps(words)[1:-1], json.dumps(words, ensure_ascii=False)[1:-1]}


def _read() -> KeptAway:
    """In one question, which mostly is all: of most archives nothing is kept away."""
    first, *others = (
        model._base_manager.filter(kept_from_search_engines=True)
        .order_by()
        .values_list(Value(model._meta.model_name), "pk")
        for model in KINDS
    )
    flagged: dict[str, list[int]] = {}
    for kind, key in first.union(*others, all=True).order_by():
        flagged.setdefault(kind, []).append(key)
    return KeptAway(flagged)


once = OnceAnEdition(_read)


def kept_away() -> KeptAway:
    """What is kept away now, of what is public now."""
    kept = once.now()
    if kept.until and kept.until <= timezone.now():
        once.kept = None
        kept = once.now()
    return kept


def findable(rows: QuerySet) -> QuerySet:
    """Those of ``rows``, of one model, whose pages search engines are not asked to leave out."""
    kept = kept_away()
    return (
        rows.exclude(pk__in=kept.rows[rows.model].values("pk")) if kept and rows.model in kept.rows else rows
    )


def asked_to_leave_out(get_response):
    """A middleware: ask search engines to leave out what is, or repeats, something that is kept from them."""
    desk = reverse("admin:index")

    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        looked_at = not request.path_info.startswith(desk) and response.status_code == HTTPStatus.OK
        if looked_at and HEADER not in response:
            kept = kept_away()
            if kept and (kept.is_about(request.path_info) or kept.stands_in(text_of(response))):
                response[HEADER] = NOINDEX
        return response

    return middleware


def text_of(response: HttpResponseBase) -> str:
    """What an answer says; blank of a picture, and of what is written while it is sent: each such says for itself."""
    kind = response.get("Content-Type", "")
    if not isinstance(response, HttpResponse) or not kind.startswith(READ):
        return ""
    return response.content.decode(errors="replace").replace("\r\n ", "")  # as calendars break their lines
