"""What of each record can be found: one function a kind, each from a record to its entry or to None.

The rule of the gate is theirs too: a draft or a withdrawn record has no entry, a scheduled one has an entry with its
moment, and what the Chatham House Rule keeps from the public is not in any entry.
"""

from collections.abc import Iterable
from datetime import date, datetime

from django.db.models import Min, OuterRef, QuerySet, Subquery

from events.models import Event, Statement
from events.withdrawing import public_report, public_text
from opinions.models import Opinion
from people.models import Speaker
from publishing.gate import PUBLIC_STATUSES
from publishing.models import Publishable
from publishing.richtext import plain_text
from search.known_words import spelled
from search.models import Entry, Kind
from search.times import Time, days
from search.tokens import FIELD_BREAK
from search.words import stems, written_otherwise

#: Topics have no date: they stand after everything that has one.
NO_DATE = date(1, 1, 1)


def entry_of(
    kind: Kind,
    record,
    title: str,
    names: Iterable[str],
    body: str,
    about: Iterable[str] = (),
    times: Iterable[str] = (),
    **facts,
) -> Entry:
    """The entry of ``record``, with its words beside it as they are spelled, for search.known_words.

    ``about`` are words that stand beside the text, such as posts as printed. ``times`` are tokens of search.times.
    """
    names, about = list(dict.fromkeys(names)), sorted(set(filter(None, about)))
    entry = Entry(kind=kind, object_id=record.pk, tokens=words_of(title, names, body, about, times), **facts)
    # What is printed beside names is written in capitals as they are, and makes no word ordinary.
    entry.spelled = spelled(title, *names, body, *about)
    return entry


def words_of(title: str, names: Iterable[str], body: str, about: list[str], times: Iterable[str]) -> str:
    """The four fields of an entry's tokens; ``search.ranking`` reads them in this order.

    Names stand in an order of their own: who is listed first may change past all signals.
    """
    beside = " . ".join(about)
    fields = [stems(title), stems(" . ".join(sorted(set(names)))), stems(body)]
    fields.append([*stems(beside), *written_otherwise(f"{title} . {body} . {beside}"), *times])
    return f" {FIELD_BREAK} ".join(" ".join(field) for field in fields)


def goes_public_at(item: Publishable) -> datetime | None:
    return item.publish_at if item.status in PUBLIC_STATUSES else None


def spellings(speaker: Speaker) -> list[str]:
    return [speaker.name, *(variant.name for variant in speaker.variants.all())]


def statement_entry(statement: Statement) -> Entry | None:
    """Needs the statement's event, appearances, their speakers with variants, and topics at hand."""
    event = statement.event
    moment = goes_public_at(event)
    if moment is None or statement.withdrawn_at or event.date is None:
        return None
    listed = statement.speakers
    names = [spelling for one in listed for spelling in (one.printed_name, *spellings(one.speaker))]
    return entry_of(
        Kind.STATEMENT,
        statement,
        title="",
        names=names or [statement.attribution],
        body=statement.text,
        about=[*([one.printed_post for one in listed] or [""]), *filter(None, [statement.session])],
        times=times_of(event),
        public_from=moment,
        date=event.date,
        speakers=_ids(one.speaker for one in listed),
        topics=_ids(statement.topics.all()),
        event_kind=event.kind,
        evidence=statement.known,
        language=event.language,
    )


def event_entry(event: Event) -> Entry | None:
    """Needs the event's appearances with speakers and variants, withdrawn statements, venue and topics at hand."""
    moment = goes_public_at(event)
    if moment is None or event.date is None:
        return None
    text = public_text(event)
    took_part = [] if event.under_the_rule else list(event.appearances.all())
    names = [spelling for one in took_part for spelling in (one.printed_name, *spellings(one.speaker))]
    body = "\n".join(
        [text.lead, plain_text(public_report(event)), event.venue.in_words() if event.venue else ""]
    )
    return entry_of(
        Kind.EVENT,
        event,
        title=text.title,
        names=names,
        body=body,
        about=[one.printed_post for one in took_part],
        times=times_of(event),
        public_from=moment,
        date=event.date,
        # Who took a position can be narrowed to by their statements; to chair is not to speak.
        speakers="",
        topics=_ids(event.topics.all()),
        event_kind=event.kind,
        language=event.language,
    )


def opinion_entry(opinion: Opinion) -> Entry | None:
    """Needs the opinion's authorships with speakers and variants, and topics at hand."""
    moment = goes_public_at(opinion)
    if moment is None:
        return None
    signed = list(opinion.authorships.all())
    names = [spelling for one in signed for spelling in (one.printed_name, *spellings(one.speaker))]
    return entry_of(
        Kind.OPINION,
        opinion,
        title=opinion.title,
        names=names,
        body=f"{opinion.lead}\n{plain_text(opinion.body)}",
        about=[one.printed_post for one in signed],
        times=days(opinion.date),
        public_from=moment,
        date=opinion.date,
        speakers=_ids(one.speaker for one in signed),
        topics=_ids(opinion.topics.all()),
        language=opinion.language,
    )


def with_first_moments(topics: QuerySet) -> QuerySet:
    """Each with the first moment at which an event, an opinion and a statement in public carry it."""

    def first(rows: QuerySet, moment: str) -> Subquery:
        of_topic = rows.filter(topic=OuterRef("pk")).order_by().values("topic")
        return Subquery(of_topic.annotate(first=Min(moment)).values("first"))

    events = Event.topics.through.objects.filter(event__status__in=PUBLIC_STATUSES)
    opinions = Opinion.topics.through.objects.filter(opinion__status__in=PUBLIC_STATUSES)
    statements = Statement.topics.through.objects.filter(
        statement__withdrawn_at__isnull=True, statement__event__status__in=PUBLIC_STATUSES
    )
    return topics.annotate(
        first_event=first(events, "event__publish_at"),
        first_opinion=first(opinions, "opinion__publish_at"),
        first_statement=first(statements, "statement__event__publish_at"),
    )


def topic_entry(topic) -> Entry | None:
    """A topic is public from the first moment at which something public carries it: needs ``with_first_moments``."""
    moments = list(filter(None, [topic.first_event, topic.first_opinion, topic.first_statement]))
    if not moments:
        return None
    return entry_of(
        Kind.TOPIC,
        topic,
        title=topic.name,
        names=[],
        body=topic.description,
        public_from=min(moments),
        date=NO_DATE,
        topics=str(topic.pk),
    )


def times_of(event: Event) -> list[str]:
    """When it took place, as exactly as is known."""
    if event.date is None:
        return []
    if event.date_precision == Event.DatePrecision.DAY:
        return days(event.date, event.end_date)
    year = Time(event.date.year)
    if event.date_precision == Event.DatePrecision.MONTH:
        return [year.token, Time(event.date.year, event.date.month).token]
    return [year.token]


def _ids(records: Iterable) -> str:
    """In their own order: that of names changes with a name."""
    return " ".join(map(str, sorted(record.pk for record in records)))
