"""Atom feeds (RFC 4287) of the archive, a search, a speaker and a topic: what is new in each, by its identity."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from typing import Any, cast

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.contrib.contenttypes.prefetch import GenericPrefetch
from django.contrib.syndication.views import Feed
from django.db.models import Q, QuerySet, prefetch_related_objects
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.dateformat import format as date_format
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.timezone import make_aware

from events.dates import LONG, date_in_words
from events.models import Event, Statement, Topic
from events.passages import statement_html
from events.quotation import Known, with_marks
from events.withdrawing import public_text
from house.now import the_house
from opinions.models import Opinion
from people.models import Speaker
from public.identity import identity, tag
from public.meta import absolute
from public.search.form import SearchForm
from public.speaker_page import positions_of
from publishing.middleware import Moved
from publishing.models import Correction, OldAddress, public_corrections
from publishing.noticed import last_change
from publishing.richtext import UNPRINTABLE
from search.asking import Answer, records_of
from search.models import Kind

#: Items of a feed, the newest.
NEWEST = 30
#: Words of a statement in its title.
FIRST_WORDS = 12
#: Kinds with a day of their own; a topic is no news.
DATED = (Kind.STATEMENT, Kind.EVENT, Kind.OPINION)


def printed(text: str) -> str:
    """Without what XML cannot hold."""
    return " ".join(UNPRINTABLE.sub(" ", text).split())


def beginning_of(statement: Statement) -> str:
    """Its first words, with quotation marks by its evidence: what tells it apart in a list of titles."""
    words = statement.text.split()
    first = with_marks(" ".join(words[:FIRST_WORDS]), statement.known, statement.event.language)
    return f"{first} …" if len(words) > FIRST_WORDS else first


class AtomFeed(Atom1Feed):
    """Atom whose entries say their language, and whose empty feed does not look new at each asking."""

    def item_attributes(self, item) -> dict:
        return super().item_attributes(item) | {"xml:lang": item["language"]}

    def latest_post_date(self) -> datetime:
        return super().latest_post_date() if self.items else datetime(1970, 1, 1, tzinfo=UTC)


class ArchiveFeed(Feed):
    """Statements, events, opinions and corrections; every address in it is the site's own, whatever host asks."""

    feed_type = AtomFeed
    language = settings.LANGUAGE_CODE

    name_of: Callable[[Any], str]
    page_of: Callable[[Any], str]

    def title(self, obj) -> str:
        return f"{printed(self.name_of(obj))} – {the_house().name}"

    def author_name(self, obj) -> str:
        return the_house().name

    def link(self, obj) -> str:
        return absolute(self.page_of(obj))

    def feed_guid(self, obj) -> str:
        return self.feed_url(obj)

    def item_link(self, item) -> str:
        page = cast(Any, item.item) if isinstance(item, Correction) else item
        return absolute(page.get_absolute_url())

    def item_guid(self, item) -> str:
        return identity(item)

    def item_extra_kwargs(self, item) -> dict:
        return {"language": _published(item).language}

    def item_title(self, item) -> str:
        if isinstance(item, Statement):
            return printed(f"{item.said_by} ({item.known.label.lower()}): {beginning_of(item)}")
        if isinstance(item, Correction):
            return printed(f"Correction: {title_of(cast(Any, item.item))}")
        return printed(public_text(item).title if isinstance(item, Event) else item.title)

    def item_description(self, item) -> SafeString:
        if isinstance(item, Correction):
            return format_html("<p>{}</p>", UNPRINTABLE.sub(" ", item.text))
        corrected = format_html_join(
            "",
            "<p>Corrected on {}: {}</p>",
            ((date_format(c.date, "j F Y"), c.text) for c in item.public_corrections),
        )
        return SafeString(UNPRINTABLE.sub(" ", CONTENTS[type(item)](item) + corrected))

    def item_author_name(self, item) -> str | None:
        """Who said or wrote it; an event is the archive's own."""
        if isinstance(item, Statement):
            return printed(item.said_by)
        return printed(item.byline) or None if isinstance(item, Opinion) else None

    def item_categories(self, item) -> list[str]:
        topics = [] if isinstance(item, Correction) else item.topics.all()
        return [printed(topic.name) for topic in topics]

    def item_pubdate(self, item) -> datetime:
        return _midnight(item.date) if isinstance(item, Correction) else _moment(_published(item))

    def item_updateddate(self, item) -> datetime:
        if isinstance(item, Correction):
            return _midnight(item.date)
        return cast(datetime, last_change(item, _published(item).publish_at))


def title_of(item: Any) -> str:
    """What a correction is of."""
    if isinstance(item, Statement):
        return f"statement {item.pk}, {item.said_by}"
    return public_text(item).title if isinstance(item, Event) else item.title


def _published(item) -> Event | Opinion:
    """What has the moment of publication: a statement's is its event's, a correction's that of what it corrects."""
    item = item.item if isinstance(item, Correction) else item
    return item.event if isinstance(item, Statement) else item


def _day(item) -> date:
    return cast(date, item.date if isinstance(item, Correction) else _published(item).date)


def _midnight(day: date) -> datetime:
    return make_aware(datetime.combine(day, time()))


def _moment(published: Event | Opinion) -> datetime:
    """Nothing is public without one."""
    return cast(datetime, published.publish_at)


def _statement(statement: Statement) -> SafeString:
    """The words as the evidence has them: quotation marks and a blockquote round a direct quote alone."""
    words = statement_html(statement.text, statement.known, statement.event.language)
    element = "<blockquote><p>{}</p></blockquote>" if statement.known == Known.QUOTE else "<p>{}</p>"
    said_by = ", ".join(filter(None, [statement.said_by, statement.printed_post]))
    event = statement.event
    return format_html(
        element + '<p>{}. {}, <a href="{}">{}</a>, {}</p>',
        words,
        said_by,
        statement.known.label,
        absolute(event.get_absolute_url()),
        event.title,
        date_in_words(event, LONG),
    )


def _event(event: Event) -> SafeString:
    where = ", ".join(
        filter(None, [event.get_kind_display(), event.place_in_words, date_in_words(event, LONG)])
    )
    return format_html("<p>{}</p><p>{}</p>", public_text(event).lead, where)


CONTENTS: dict[type, Callable[[Any], str]] = {
    Statement: _statement,
    Event: _event,
    Opinion: lambda opinion: format_html("<p>{}</p>", opinion.lead),
}


class RecordFeed(ArchiveFeed):
    """What is new about one record, found by its slug; one that it had once leads to the feed of today."""

    view: str
    public: Callable[[], QuerySet]

    def __call__(self, request, slug) -> HttpResponse:
        if not self.public().filter(slug=slug).exists():
            old = OldAddress.objects.filter(path=reverse(self.view, args=[slug])).first()
            address = old.destination() if old else None
            if address is None:
                raise Http404
            return Moved(f"{address}feed/")
        return super().__call__(request, slug=slug)

    def get_object(self, request, slug):
        return self.public().get(slug=slug)

    def name_of(self, record) -> str:
        return record.name

    def page_of(self, record) -> str:
        return record.get_absolute_url()

    def feed_url(self, record) -> str:
        return absolute(f"{record.get_absolute_url()}feed/")

    def feed_guid(self, record) -> str:
        return f"{identity(record)}/feed"


class SpeakerFeed(RecordFeed):
    """What one person said and wrote."""

    view = "people:speaker"
    public = Speaker.objects.published

    def items(self, speaker) -> list:
        return newest(positions_of(speaker), Opinion.objects.published().filter(authors=speaker))


class TopicFeed(RecordFeed):
    """What was said and written on one topic, and the events about it."""

    view = "events:topic"
    public = Topic.objects.published

    def items(self, topic) -> list:
        statements = Statement.objects.published().filter(topics=topic)
        opinions = Opinion.objects.published().filter(topics=topic)
        return newest(statements, opinions, Event.objects.published().filter(topics=topic))


class WholeFeed(ArchiveFeed):
    """What is new in the whole archive, of one kind or of all."""

    called: str
    page: str
    feed: str

    def name_of(self, obj) -> str:
        return self.called

    def page_of(self, obj) -> str:
        return reverse(self.page)

    def feed_url(self, obj) -> str:
        return absolute(reverse(self.feed))

    def feed_guid(self, obj) -> str:
        return tag(self.feed)


class EverythingFeed(WholeFeed):
    """Events, positions, opinions and corrections."""

    called, page, feed = "Everything new", "public:home", "public:feed"

    def items(self) -> list:
        found = newest(Statement.objects.published(), Opinion.objects.published(), Event.objects.published())
        return sorted([*found, *latest_corrections()], key=_day, reverse=True)[:NEWEST]


class EventFeed(WholeFeed):
    called, page, feed = "Events", "events:events", "public:event_feed"

    def items(self) -> list:
        return newest(events=Event.objects.published())


class OpinionFeed(WholeFeed):
    called, page, feed = "Opinions", "opinions:opinions", "public:opinion_feed"

    def items(self) -> list:
        return newest(opinions=Opinion.objects.published())


class CorrectionFeed(WholeFeed):
    """What was put right, wherever that was."""

    called, page, feed = "Corrections", "public:home", "public:correction_feed"

    def items(self) -> list:
        return latest_corrections()


def latest_corrections() -> list[Correction]:
    """The newest corrections of what is public, each with its item."""
    of_public = Q(pk__in=[])
    for model in (Event, Statement, Opinion):
        content_type = ContentType.objects.get_for_model(model)
        of_public |= Q(
            content_type=content_type, object_id__in=model.objects.published().order_by().values("pk")
        )
    items = GenericPrefetch(
        "item",
        [
            Event.objects.for_line().with_withdrawn(),
            Statement.objects.select_related("event", "appearance").defer("event__report"),
            Opinion.objects.for_line(),
        ],
    )
    return list(Correction.objects.published().filter(of_public).prefetch_related(items)[:NEWEST])


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
        return f"Search for {form.cleaned_data['q']}" if form.cleaned_data["q"] else "Search"

    def page_of(self, form) -> str:
        return form.address()

    def feed_url(self, form) -> str:
        return absolute(form.address(reverse("search:feed")))

    def items(self, form) -> list:
        if not form.cleaned_data["q"] and not form.narrowed_by():
            return []
        rows = [hit for hit in Answer(form.question()).hits.rows if hit.kind in DATED][:NEWEST]
        records = records_of(rows)
        for model in (Event, Opinion, Statement):
            found = [one for one in records.values() if isinstance(one, model)]
            prefetch_related_objects(found, "topics", public_corrections())
        return [records[hit.kind, hit.object_id] for hit in rows if (hit.kind, hit.object_id) in records]


def newest(statements=None, opinions=None, events=None) -> list:
    """The newest of the kinds that are given, by the day they are of."""
    found: list = []
    if statements is not None:
        found += statements.newest_first().for_list().defer("event__report")[:NEWEST]
    if opinions is not None:
        found += opinions.newest_first().for_list().prefetch_related("topics", public_corrections())[:NEWEST]
    if events is not None:
        found += (
            events.newest_first()
            .for_list()
            .with_withdrawn()
            .prefetch_related("topics", public_corrections())[:NEWEST]
        )
    # The day itself decides, and a sort that is stable: at one event the statements keep their order.
    return sorted(found, key=_day, reverse=True)[:NEWEST]
