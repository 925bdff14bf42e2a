"""Each kind of public record as plain data: what the API, the files of a list and the whole archive tell alike.

``ROWS`` gives the records of a kind through the gate, with all that ``DATA`` reads of each: no query a record.
"""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.contrib.contenttypes.prefetch import GenericPrefetch
from django.db.models import FETCH_PEERS, Prefetch, Q, QuerySet
from django.utils import timezone
from django_countries import countries

from events.dates import date_as_iso
from events.models import Appearance, Event, Series, Statement, Topic
from events.models.event import SHOWN_OF_WHO
from events.models.statement import WHO
from events.quotation import with_marks
from events.withdrawing import public_report, public_text, public_title, withdrawn_of
from opinions.models import Authorship, Opinion
from people.models import Speaker
from public.counterparts import title_of
from public.identity import identity
from public.meta import absolute
from public.report import context_of
from public.rights import picture_data, rights_data
from public.structured import SELECTOR_LENGTH, last_day
from publishing.counterparts import counterparts_along
from publishing.gate import Status, public_now
from publishing.gathering import gathered
from publishing.models import Correction
from publishing.noticed import last_change

SHOWN_IN_FULL = (*SHOWN_OF_WHO, "speaker__name", "speaker__sort_name", "speaker__slug")

# --- Through the gate --------------------------------------------------------------------------------------


def events() -> QuerySet:
    """Newest first; without the reports, which are read where one is asked for."""
    listed = gathered(Appearance.objects.listed(), "event", *SHOWN_IN_FULL, order=("order", "id"))
    rows = Event.objects.published().newest_first().select_related("venue", "series").defer("report", "fold")
    rows = rows.annotate(listed_appearances=listed).with_topics_and_corrections().with_withdrawn()
    return rows.prefetch_related(counterparts_along(Event))


def events_in_full() -> QuerySet:
    """With the report, and with the statements that say how its words are known."""
    said = Statement.objects.standing().with_topics_and_corrections()
    said = said.select_related(*WHO, "own_word").defer("fold")
    standing = Prefetch("statements", said, to_attr="standing_statements")
    return events().defer(None).defer("fold").prefetch_related(standing)


def statements() -> QuerySet:
    """Newest first. A report is read only of events of which something is withdrawn, and of all of them at once."""
    rows = Statement.objects.published().newest_first().select_related("event__venue", *WHO, "own_word")
    rows = rows.defer("fold", "event__report", "event__fold").fetch_mode(FETCH_PEERS)
    return rows.with_topics_and_corrections().with_withdrawn()


def opinions() -> QuerySet:
    return Opinion.objects.published().newest_first().for_page().defer("fold", "body")


def opinions_in_full() -> QuerySet:
    return opinions().defer(None).defer("fold")


def speakers() -> QuerySet:
    return Speaker.objects.published().by_name().for_page()


def topics() -> QuerySet:
    return Topic.objects.published().order_by("fold", "pk")


def series() -> QuerySet:
    return Series.objects.published().order_by("fold", "pk")


def corrections() -> QuerySet:
    """Those of public records whose day has come, the newest first, each with its item."""
    of_public = Q(pk__in=[])
    for model in (Event, Statement, Opinion):
        of_public |= Q(
            content_type=ContentType.objects.get_for_model(model),
            object_id__in=model.objects.published().order_by().values("pk"),
        )
    items = GenericPrefetch(
        "item",
        [
            Event.objects.defer("report", "fold").with_withdrawn(),
            Statement.objects.all(),
            Opinion.objects.all(),
        ],
    )
    return Correction.objects.published().filter(of_public).prefetch_related(items)


ROWS: dict[str, Callable[[], QuerySet]] = {
    "events": events,
    "speakers": speakers,
    "statements": statements,
    "opinions": opinions,
    "topics": topics,
    "series": series,
    "corrections": corrections,
}
ROWS_IN_FULL = ROWS | {"events": events_in_full, "opinions": opinions_in_full}

# --- As data -----------------------------------------------------------------------------------------------


def _moment(at: datetime | None) -> str | None:
    return at.isoformat() if at else None


def _known_by(record) -> dict[str, Any]:
    """Under which name, number and address a record is known, whatever happens to its title."""
    return {"id": identity(record), "number": record.pk, "url": absolute(record.get_absolute_url())}


def _named(records: Iterable) -> list[dict]:
    return [_known_by(one) | {"name": one.name} for one in records]


def _person(speaker: Speaker) -> dict:
    return _known_by(speaker) | {"name": speaker.name}


def _listed(one: Appearance | Authorship) -> dict:
    """Somebody with name and post as printed."""
    return {
        "speaker": _person(one.speaker),
        "printed_name": one.printed_name,
        "printed_post": one.printed_post,
    }


def _counterparts(record: Event | Opinion) -> list[dict]:
    """The same record in other languages."""
    return [
        _known_by(one) | {"title": title_of(one), "language": one.language}
        for one in record.public_counterparts
    ]


def _corrections(record) -> list[dict]:
    return [{"date": one.date.isoformat(), "text": one.text} for one in record.public_corrections]


def event_data(event: Any) -> dict[str, Any]:
    """Of an event of ``events()``; under the Chatham House Rule without anybody who took part."""
    text = public_text(event)
    return _known_by(event) | {
        "title": text.title,
        "kind": event.kind,
        "date": date_as_iso(event),
        "end_date": last_day(event) or None,
        "starts_at": _moment(event.starts_at),
        "ends_at": _moment(event.ends_at),
        "format": event.format,
        "happens": event.happens,
        "happens_note": text.happens_note,
        "venue": venue_data(event),
        "language": event.language,
        "counterparts": _counterparts(event),
        "lead": text.lead,
        "record_rule": event.record_rule,
        "series": _named([event.series])[0] if event.series else None,
        "topics": _named(event.topics.all()),
        "speakers": [_listed(one) | {"role": one.role, "also": one.also} for one in event.listed_appearances],
        "recording": event.recording_url,
        "source": event.source_url,
        "cover": picture_data(event.cover, text.cover_alt, event.cover_credit, event.cover_licence),
        **rights_data(event),
        "corrections": _corrections(event),
        "published": _moment(event.publish_at),
        "changed": _moment(last_change(event, event.publish_at)),
    }


def event_in_full(event: Any) -> dict[str, Any]:
    said = [statement_data(statement) for statement in event.standing_statements]
    return event_data(event) | {"report": public_report(event), "statements": said}


def venue_data(event: Event) -> dict | None:
    venue = event.venue
    if venue is None:
        return None
    return {
        "name": venue.name,
        "address": venue.address,
        "city": venue.city,
        "country": str(venue.country),
    }


def statement_data(statement: Statement) -> dict[str, Any]:
    """``text`` is plain; ``words`` has the quotation marks that go with the evidence, and no others."""
    event, person = statement.event, statement.appearance
    return _known_by(statement) | {
        "said_by": statement.said_by,
        "speaker": _person(person.speaker) if person else None,
        "printed_post": statement.printed_post,
        "jointly_with": _listed(statement.jointly_with) if statement.jointly_with else None,
        "not_for_attribution": statement.not_for_attribution,
        "session": statement.session,
        "evidence": statement.known.value,
        "evidence_in_words": statement.known.label,
        "text": statement.text,
        "words": with_marks(statement.text, statement.known, event.language),
        "language": event.language,
        "date": date_as_iso(event),
        "event": _known_by(event) | {"title": public_title(event)},
        "topics": _named(statement.topics.all()),
        "place": place_in_report(statement),
        "recording_offset": statement.recording_offset,
        **rights_data(event),
        "confirmed": _confirmed(statement),
        "reply": statement.spoken_for.public_reply if statement.spoken_for else "",
        "corrections": _corrections(statement),
        "changed": _moment(last_change(statement, event.publish_at)),
    }


def _confirmed(statement: Statement) -> str | None:
    """When the speaker themselves confirmed these words."""
    word = statement.spoken_for
    return _moment(word.confirmed_at) if word and word.is_confirmed else None


def place_in_report(statement: Statement) -> dict | None:
    """A TextQuoteSelector of W3C Web Annotation, without withdrawn words round it; None where it is in no report."""
    if statement.place is None:
        return None
    before, after = statement.prefix, statement.suffix
    if withdrawn_of(statement.event):
        around = context_of(statement)
        before, after = (around.before, around.after) if around else ("", "")
    return {
        "type": "TextQuoteSelector",
        "exact": statement.text,
        "prefix": before[-SELECTOR_LENGTH:],
        "suffix": after[:SELECTOR_LENGTH],
    }


def opinion_data(opinion: Opinion) -> dict[str, Any]:
    return _known_by(opinion) | {
        "title": opinion.title,
        "date": opinion.date.isoformat(),
        "language": opinion.language,
        "counterparts": _counterparts(opinion),
        "lead": opinion.lead,
        "authors": [_listed(one) for one in opinion.authorships.all()],
        "first_appeared_at": opinion.url,
        **rights_data(opinion),
        "topics": _named(opinion.topics.all()),
        "corrections": _corrections(opinion),
        "published": _moment(opinion.publish_at),
        "changed": _moment(last_change(opinion, opinion.publish_at)),
    }


def opinion_in_full(opinion: Opinion) -> dict[str, Any]:
    return opinion_data(opinion) | {"body": opinion.body}


def speaker_data(speaker: Speaker) -> dict[str, Any]:
    """As Popolo writes a person: other names, memberships, identifiers."""
    identifiers = {"wikidata": speaker.wikidata, "orcid": speaker.orcid}
    return _known_by(speaker) | {
        "name": speaker.name,
        "sort_name": speaker.sort_name,
        "other_names": [
            {"name": one.name, "note": one.get_kind_display(), "lang": one.language}
            for one in speaker.variants.all()
        ],
        "biography": speaker.biography,
        "portrait": picture_data(
            speaker.portrait, speaker.portrait_alt, speaker.portrait_credit, speaker.portrait_licence
        ),
        "country": str(speaker.country),
        "country_name": str(countries.name(speaker.country)),
        "identifiers": [{"scheme": name, "identifier": one} for name, one in identifiers.items() if one],
        "memberships": [
            {
                "role": one.post,
                "organization": {"name": one.organisation.name},
                "start_date": one.start_date,
                "end_date": one.end_date,
            }
            for one in speaker.affiliations.all()
        ],
    }


def subject_data(subject: Topic | Series) -> dict[str, Any]:
    return _known_by(subject) | {
        "name": subject.name,
        "slug": subject.slug,
        "description": subject.description,
    }


def correction_data(correction: Correction) -> dict[str, Any]:
    item: Any = correction.item
    return {
        "number": correction.pk,
        "date": correction.date.isoformat(),
        "text": correction.text,
        "of": _known_by(item) | {"kind": item._meta.model_name},
    }


DATA: dict[str, Callable[[Any], dict[str, Any]]] = {
    "events": event_data,
    "speakers": speaker_data,
    "statements": statement_data,
    "opinions": opinion_data,
    "topics": subject_data,
    "series": subject_data,
    "corrections": correction_data,
}
DATA_IN_FULL = DATA | {"events": event_in_full, "opinions": opinion_in_full}

# --- Of what is no longer public ---------------------------------------------------------------------------


def withdrawn() -> list[dict[str, Any]]:
    """A tombstone of all that was public and is not, the newest first: for those who keep copies.

    What was returned to draft is among them by its number alone: the public has met it, and has no notice of it.
    """
    told = [tombstone(one) for rows in withdrawn_rows().values() for one in rows]
    return sorted(told, key=lambda one: one["withdrawn"], reverse=True)


def withdrawn_rows() -> dict[str, QuerySet]:
    """What was public and is not, by kind."""
    statements = Statement.objects.withdrawn().select_related("event").defer("event__report", "event__lead")
    return {
        "events": _no_longer_public(Event),
        "statements": statements,
        "opinions": _no_longer_public(Opinion),
    }


def _no_longer_public(model: type[Event] | type[Opinion]) -> QuerySet:
    was_public = Q(status=Status.WITHDRAWN) | Q(first_public_at__lte=timezone.now())
    long = "report" if model is Event else "body"
    return model.objects.filter(was_public).exclude(public_now()).defer("fold", "lead", long)


def tombstone(record: Event | Statement | Opinion) -> dict[str, Any]:
    """That there was something, since when there is not, and the note that stands in its place."""
    whole = record.event if isinstance(record, Statement) else record
    since = getattr(record, "withdrawn_at", None) or whole.changed_at or whole.updated_at
    has_notice = isinstance(record, Statement) or record.status == Status.WITHDRAWN
    return _known_by(record) | {
        "kind": record._meta.model_name,
        "url": absolute(record.get_absolute_url()) if has_notice else "",
        "withdrawn": since.astimezone(UTC).isoformat(),
        "note": record.withdrawal_note or whole.withdrawal_note,
    }
