"""Atom feeds (RFC 4287) of the archive, a search, a speaker and a topic: what is new in each, by its identity."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import takewhile
from typing import Any, cast

from django.contrib.syndication.views import Feed
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.functional import Promise
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from events.dates import LONG, date_in_words, day_in_words
from events.happening import what_became_of
from events.models import Event, Series, Statement, Topic
from events.passages import statement_html
from events.quotation import Known, with_marks
from events.withdrawing import public_text, public_title
from house.now import the_house
from opinions.models import Opinion
from people.models import Speaker
from public.citing.sentences import quoted_title
from public.corrections import WITHDRAWN, Entry, entries_of, put_right
from public.identity import identity, tag
from public.meta import absolute
from public.rights import rights_of
from public.search.form import SearchForm
from public.speaker_page import positions_of
from publishing.interface import language, prefix, without_language
from publishing.middleware import Moved
from publishing.models import OldAddress
from publishing.noticed import beginning_of, last_change
from publishing.questions import OneOf, StandingQuestion
from publishing.richtext import UNPRINTABLE
from search.asking import Answer, records_of
from search.models import Kind

#: Items of a feed, the newest.
NEWEST = 30
#: Words of a statement, or of a correction, in its title.
FIRST_WORDS = 12
#: Letters of a word that joins others: "of the".
SMALL = 3
#: What is behind the hits of a search, of the kinds with a day of their own; a topic is no news.
IN_FEEDS = {
    Kind.STATEMENT: StandingQuestion(lambda: Statement.objects.published().for_list().filter(OneOf("pk"))),
    Kind.EVENT: StandingQuestion(lambda: Event.objects.published().for_feed().filter(OneOf("pk"))),
    Kind.OPINION: StandingQuestion(lambda: Opinion.objects.published().for_feed().filter(OneOf("pk"))),
}


def printed(text: str) -> str:
    """Without what XML cannot hold."""
    return " ".join(UNPRINTABLE.sub(" ", text).split())


def beginning(text: str, marked: Callable[[str], str] = str, after: str = "") -> str:
    """Its first words, ``marked``: what tells an entry apart in a list of titles. Words that it begins with and that
    stand in ``after``, which is said before it, tell nothing."""
    words = text.split()
    rest = words[_repeated(words, after) :] or words
    first = marked(" ".join(rest[:FIRST_WORDS]))
    return f"{'… ' if rest != words else ''}{first}{' …' if len(rest) > FIRST_WORDS else ''}"


def _repeated(words: list[str], after: str) -> int:
    """How many ``words`` at the beginning are of ``after`` or stand between such: all of it or none."""
    said = [bare(word) in set(map(bare, after.split())) for word in words]
    joins = [len(bare(word)) <= SMALL and word.islower() for word in words]
    run = sum(1 for _ in takewhile(any, zip(said, joins, strict=True)))
    repeated = next((place + 1 for place in reversed(range(run)) if said[place]), 0)
    return repeated if repeated >= len(after.split()) else 0


def bare(word: str) -> str:
    return word.strip(",.;:()[]–—'’\"“”«»")


def in_its_language(known_as: str) -> str:
    """A feed in another language is another feed, of the same entries."""
    return f"{known_as}/{language()}" if prefix(language()) else known_as


class AtomFeed(Atom1Feed):
    """Atom whose entries say their language, and whose empty feed does not look new at each asking."""

    def item_attributes(self, item) -> dict:
        return super().item_attributes(item) | {"xml:lang": item["language"]}

    def latest_post_date(self) -> datetime:
        return super().latest_post_date() if self.items else datetime(1970, 1, 1, tzinfo=UTC)


class ArchiveFeed(Feed):
    """Records and what was put right; every address in it is the site's own, whatever host asks."""

    feed_type = AtomFeed

    name_of: Callable[[Any], str]
    page_of: Callable[[Any], str]

    def title(self, obj) -> str:
        return f"{printed(self.name_of(obj))} – {the_house().name}"

    def author_name(self, obj) -> str:
        return the_house().name

    def link(self, obj) -> str:
        return absolute(self.page_of(obj))

    def item_link(self, item) -> str:
        return absolute((item.item if isinstance(item, Entry) else item).get_absolute_url())

    def item_guid(self, item) -> str:
        return item.identity if isinstance(item, Entry) else identity(item)

    def item_extra_kwargs(self, item) -> dict:
        return {"language": _published(item).language}

    def item_copyright(self, item) -> str | None:
        """Where it has rights of its own."""
        rights = rights_of(_published(item))
        return printed(rights.in_words) if rights.is_own else None

    def item_title(self, item) -> str:
        if isinstance(item, Statement):
            who = f"{item.said_by} {item.printed_post}"
            words = beginning(
                item.text, lambda first: with_marks(first, item.known, item.event.language), after=who
            )
            return printed(f"{item.said_by} ({item.known.label.lower()}): {words}")
        if isinstance(item, Entry):
            return printed(f"{what_was_put_right(item)}: {beginning(item.text)}")
        off = isinstance(item, Event) and not item.takes_place
        return printed(f"{item.get_happens_display()}: {public_title(item)}" if off else public_title(item))

    def item_description(self, item) -> SafeString:
        if isinstance(item, Entry):
            return format_html("<p>{}</p>", UNPRINTABLE.sub(" ", item.text))
        corrected = format_html_join(
            "",
            "<p>{}: {}</p>",
            (
                (gettext("Corrected on {}").format(day_in_words(c.date)), c.text)
                for c in item.public_corrections
            ),
        )
        return SafeString(UNPRINTABLE.sub(" ", CONTENTS[type(item)](item) + corrected))

    def item_author_name(self, item) -> str | None:
        """Who said or wrote it; an event is the archive's own."""
        if isinstance(item, Statement):
            return printed(item.said_by)
        return printed(item.byline) or None if isinstance(item, Opinion) else None

    def item_categories(self, item) -> list[str]:
        topics = [] if isinstance(item, Entry) else item.topics.all()
        return [printed(topic.name) for topic in topics]

    def item_pubdate(self, item) -> datetime:
        return beginning_of(item.day) if isinstance(item, Entry) else _moment(_published(item))

    def item_updateddate(self, item) -> datetime:
        if isinstance(item, Entry):
            return beginning_of(item.day)
        return cast(datetime, last_change(item, _published(item).publish_at))


def what_was_put_right(entry: Entry) -> str:
    """ "Correction of 3 May 2019: Anna Berg at “Summit”, 26 April 2019 (statement 12)"; of what was withdrawn no words:
    "Withdrawn on 3 May 2019: statement 12"."""
    since = day_in_words(entry.day)
    if entry.kind == WITHDRAWN:
        return gettext("Withdrawn on %(day)s: %(what)s") % {"day": since, "what": entry.name.lower()}
    item = entry.item
    dated = _published(item)
    day = date_in_words(dated, LONG) if isinstance(dated, Event) else day_in_words(dated.date)
    what = f"{quoted_title(public_title(dated))}, {day}"
    if isinstance(item, Statement):
        what = gettext("%(who)s at %(event)s (statement %(number)s)") % {
            "who": item.said_by,
            "event": what,
            "number": item.pk,
        }
    return gettext("Correction of %(day)s: %(what)s") % {"day": since, "what": what}


def _published(item) -> Event | Opinion:
    """What has the moment of publication: a statement's is its event's, a correction's that of what it corrects."""
    item = item.item if isinstance(item, Entry) else item
    return item.event if isinstance(item, Statement) else item


def _day(item) -> date:
    return cast(date, item.day if isinstance(item, Entry) else _published(item).date)


def _moment(published: Event | Opinion) -> datetime:
    """Nothing is public without one."""
    return cast(datetime, published.publish_at)


def _statement(statement: Statement) -> SafeString:
    """The words as the evidence has them: quotation marks and a blockquote round a direct quote alone."""
    words = statement_html(statement.text, statement.known, statement.event.language)
    element = "<blockquote><p>{}</p></blockquote>" if statement.known == Known.QUOTE else "<p>{}</p>"
    event = statement.event
    return format_html(
        element + '<p>{}. {}, <a href="{}">{}</a>, {}</p>',
        words,
        statement.said_by_in_full,
        statement.known.label,
        absolute(event.get_absolute_url()),
        public_title(event),
        date_in_words(event, LONG),
    )


def _event(event: Event) -> SafeString:
    where = ", ".join(
        filter(None, [event.get_kind_display(), event.place_in_words, date_in_words(event, LONG)])
    )
    told = [what_became_of(event)] if not event.takes_place else []
    return format_html_join("", "<p>{}</p>", ([part] for part in [*told, public_text(event).lead, where]))


CONTENTS: dict[type, Callable[[Any], str]] = {
    Statement: _statement,
    Event: _event,
    Opinion: lambda opinion: format_html("<p>{}</p>", opinion.lead),
}


class RecordFeed(ArchiveFeed):
    """What is new about one record, found by its slug; one that it had once leads to the feed of today."""

    feed: str
    public: Callable[[], QuerySet]

    def __call__(self, request, slug) -> HttpResponse:
        if self.public().filter(slug=slug).exists():
            return super().__call__(request, slug=slug)
        page = without_language(self.public().model(slug=slug).get_absolute_url())
        old = OldAddress.objects.filter(path=page).first()
        if old is None or old.destination() is None:
            raise Http404
        return Moved(reverse(self.feed, args=[cast(Any, old.item).slug]))

    def get_object(self, request, slug):
        return self.public().get(slug=slug)

    def name_of(self, record) -> str:
        return record.name

    def page_of(self, record) -> str:
        return record.get_absolute_url()

    def feed_url(self, record) -> str:
        return absolute(reverse(self.feed, args=[record.slug]))

    def feed_guid(self, record) -> str:
        return in_its_language(f"{identity(record)}/feed")


class SpeakerFeed(RecordFeed):
    """What one person said and wrote."""

    feed = "search:speaker_feed"
    public = Speaker.objects.published

    def items(self, speaker) -> list:
        return newest(positions_of(speaker), Opinion.objects.published().filter(authors=speaker))


class TopicFeed(RecordFeed):
    """What was said and written on one topic, and the events about it."""

    feed = "search:topic_feed"
    public = Topic.objects.published

    def items(self, topic) -> list:
        statements = Statement.objects.published().filter(topics=topic)
        opinions = Opinion.objects.published().filter(topics=topic)
        return newest(statements, opinions, Event.objects.published().filter(topics=topic))


class SeriesFeed(RecordFeed):
    """The events of one series, and what was said at them."""

    feed = "public:series_feed"
    public = Series.objects.published

    def items(self, series) -> list:
        statements = Statement.objects.published().filter(event__series=series)
        return newest(statements, events=Event.objects.published().filter(series=series))


class WholeFeed(ArchiveFeed):
    """What is new in the whole archive, of one kind or of all."""

    called: str | Promise
    page: str
    feed: str

    def name_of(self, obj) -> str:
        return str(self.called)

    def page_of(self, obj) -> str:
        return reverse(self.page)

    def feed_url(self, obj) -> str:
        return absolute(reverse(self.feed))

    def feed_guid(self, obj) -> str:
        return in_its_language(tag(self.feed))


class EverythingFeed(WholeFeed):
    """Events, positions, opinions and corrections."""

    called, page, feed = _("Everything new"), "public:home", "public:feed"

    def items(self) -> list:
        found = newest(Statement.objects.published(), Opinion.objects.published(), Event.objects.published())
        return sorted([*found, *latest_corrections()], key=_day, reverse=True)[:NEWEST]


class EventFeed(WholeFeed):
    called, page, feed = _("Events"), "events:events", "public:event_feed"

    def items(self) -> list:
        return newest(events=Event.objects.published())


class StatementFeed(WholeFeed):
    called, page, feed = _("Positions"), "public:home", "public:statement_feed"

    def items(self) -> list:
        return newest(Statement.objects.published())


class OpinionFeed(WholeFeed):
    called, page, feed = _("Opinions"), "opinions:opinions", "public:opinion_feed"

    def items(self) -> list:
        return newest(opinions=Opinion.objects.published())


class CorrectionFeed(WholeFeed):
    """What was put right or withdrawn, wherever that was."""

    called, page, feed = _("Corrections and withdrawals"), "public:corrections", "public:correction_feed"

    def items(self) -> list:
        return latest_corrections()


def latest_corrections() -> list[Entry]:
    """What was put right or withdrawn last."""
    return entries_of(put_right()[:NEWEST])


class SearchFeed(ArchiveFeed):
    """The newest hits of a search, narrowed as its address says."""

    def __call__(self, request, *args, **kwargs) -> HttpResponse:
        form = SearchForm(request.GET)
        if not form.is_valid():
            text = "\n".join([*form.problems, "", absolute(form.without_narrowing())])
            return HttpResponse(text, status=404, content_type="text/plain; charset=utf-8")
        return super().__call__(request, *args, **kwargs)

    def get_object(self, request) -> SearchForm:
        form = SearchForm(request.GET)
        form.is_valid()
        return form

    def name_of(self, form) -> str:
        typed = form.cleaned_data["q"]
        return gettext("Search for %(words)s") % {"words": typed} if typed else gettext("Search")

    def page_of(self, form) -> str:
        return form.address()

    def feed_url(self, form) -> str:
        return absolute(form.address(reverse("search:feed")))

    def feed_guid(self, form) -> str:
        return in_its_language(tag(form.address("search")))

    def items(self, form) -> list:
        if not form.cleaned_data["q"] and not form.narrowed_by():
            return []
        answer = Answer(replace(form.question(), by_date=True))
        rows = [hit for hit in answer.hits.rows if hit.kind in IN_FEEDS][:NEWEST]
        records = records_of(rows, IN_FEEDS)
        return [records[hit.kind, hit.object_id] for hit in rows if (hit.kind, hit.object_id) in records]


def newest(statements=None, opinions=None, events=None) -> list:
    """The newest of the kinds that are given, by the day they are of."""
    found: list = []
    if statements is not None:
        found += statements.newest_first().for_list()[:NEWEST]
    if opinions is not None:
        found += opinions.newest_first().for_feed()[:NEWEST]
    if events is not None:
        found += events.newest_first().for_feed()[:NEWEST]
    # The day itself decides, and a sort that is stable: at one event the statements keep their order.
    return sorted(found, key=_day, reverse=True)[:NEWEST]
