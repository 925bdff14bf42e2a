"""What a page is about in the words of schema.org, for JSON-LD."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django_countries import countries

from events.dates import date_as_iso
from events.models import Appearance, Event, Statement, Venue
from events.quotation import Known
from events.withdrawing import public_text, public_title
from house.now import the_house
from opinions.models import Opinion
from people.models import Speaker
from public.counterparts import Counterpart
from public.identity import identity
from public.meta import absolute
from public.report import Context
from public.rights import rights_of
from publishing.interface import in_own_language
from publishing.models import Correction
from publishing.noticed import last_change
from publishing.rights import Licence

SELECTOR_LENGTH = 32

ATTENDANCE = {
    Event.Format.IN_PERSON: "https://schema.org/OfflineEventAttendanceMode",
    Event.Format.ONLINE: "https://schema.org/OnlineEventAttendanceMode",
    Event.Format.HYBRID: "https://schema.org/MixedEventAttendanceMode",
}

STATUS = {
    Event.Happens.AS_PLANNED: "https://schema.org/EventScheduled",
    Event.Happens.CANCELLED: "https://schema.org/EventCancelled",
    Event.Happens.POSTPONED: "https://schema.org/EventPostponed",
}


def without_blanks(data: dict) -> dict:
    return {key: value for key, value in data.items() if value not in ("", None, [], {})}


def moment(at: datetime | None) -> str:
    return at.isoformat() if at else ""


def publisher() -> dict:
    return {"url": absolute("/")} | house()


def house() -> dict:
    """Who held the events: the institution, and not the software that its archive is called by."""
    settings = the_house()
    return without_blanks(
        {
            "@type": "Organization",
            "name": settings.institution,
            "url": settings.institution_url,
            "sameAs": settings.institution_same_as,
        }
    )


def correction_data(corrections: Iterable[Correction]) -> list[dict]:
    return [
        {"@type": "CorrectionComment", "text": one.text, "datePublished": one.date.isoformat()}
        for one in corrections
    ]


def translations(kind: str, counterparts: Sequence[Counterpart]) -> dict:
    """What a work is a translation of, and what are translations of it."""
    works = [
        {"@type": kind, "name": one.title, "inLanguage": one.language, "url": absolute(one.path)}
        for one in counterparts
    ]
    pairs = list(zip(counterparts, works, strict=True))
    return {
        "translationOfWork": next((work for one, work in pairs if one.is_first), {}),
        "workTranslation": [work for one, work in pairs if one.is_translation],
    }


def report_data(
    event: Event, title: str, corrections: Iterable[Correction], counterparts: Sequence[Counterpart]
) -> dict:
    """What was published about it: that is what corrections correct, for an event itself has none."""
    return without_blanks(
        {
            "@type": "Report",
            "name": title,
            "url": absolute(event.get_absolute_url()),
            "inLanguage": event.language,
            "publisher": publisher(),
            "datePublished": moment(event.publish_at),
            "dateModified": moment(last_change(event, event.publish_at)),
            "correction": correction_data(corrections),
            **rights_data(event),
            **translations("Report", counterparts),
        }
    )


def rights_data(record: Event | Opinion) -> dict:
    rights = rights_of(record)
    holder = {"@type": "Organization", "name": rights.holder} if rights.holder else house()
    return {"license": rights.address, "copyrightHolder": holder if rights.is_own else {}}


def picture(address: str, credit: str, licence: str) -> dict | str:
    """Its address alone, or with the licence under which it may be taken."""
    if not licence:
        return absolute(address)
    own = Licence(licence)
    told = {"@type": "ImageObject", "url": absolute(address), "creditText": credit, "license": own.address}
    notice = "" if own.address else ", ".join(filter(None, [str(own.label), credit and f"© {credit}"]))
    return without_blanks(told | {"copyrightNotice": notice})


def person(name: str, speaker: Speaker) -> dict:
    return {
        "@type": "Person",
        "@id": identity(speaker),
        "name": name,
        "url": absolute(speaker.get_absolute_url()),
    }


def topics(items) -> list[dict]:
    return [{"@type": "Thing", "name": t.name, "url": absolute(t.get_absolute_url())} for t in items]


def location(event: Event) -> list[dict] | dict:
    """Where one could be there: a hall, online, or both; a venue of what was online alone is none."""
    online = {"@type": "VirtualLocation", "url": event.recording_url or absolute(event.get_absolute_url())}
    hall = [place(event.venue)] if event.venue and event.format != Event.Format.ONLINE else []
    places = [*hall, *([online] if event.is_online else [])]
    return places[0] if len(places) == 1 else places


def place(venue: Venue) -> dict:
    address = {
        "streetAddress": venue.address,
        "addressLocality": venue.city,
        "addressCountry": str(venue.country),
    }
    return {
        "@type": "Place",
        "name": venue.name or venue.city,
        "address": without_blanks({"@type": "PostalAddress", **address}),
    }


def last_day(event: Event) -> str:
    """As exactly as the first one is known, and no more."""
    exact = event.date_precision == Event.DatePrecision.DAY
    return event.end_date.isoformat() if exact and event.end_date else ""


@in_own_language()
def event_data(
    event: Event,
    appearances: list[Appearance],
    corrections: Iterable[Correction],
    counterparts: Sequence[Counterpart] = (),
) -> dict:
    """``appearances`` are those that the page lists: none under the Chatham House Rule."""
    text = public_text(event)
    return without_blanks(
        {
            "@type": "Event",
            "@id": identity(event),
            "name": text.title,
            "description": text.lead,
            "url": absolute(event.get_absolute_url()),
            "startDate": event.starts_at.isoformat() if event.starts_at else date_as_iso(event),
            "endDate": event.ends_at.isoformat() if event.ends_at else last_day(event),
            "eventStatus": STATUS[Event.Happens(event.happens)],
            "eventAttendanceMode": ATTENDANCE[Event.Format(event.format)],
            "location": location(event),
            "inLanguage": event.language,
            "image": picture(event.cover.url, event.cover_credit, event.cover_licence) if event.cover else "",
            "organizer": house(),
            "performer": [person(a.printed_name, a.speaker) for a in appearances if not a.chairs],
            "subjectOf": report_data(event, text.title, corrections, counterparts),
            "about": topics(event.topics.all()),
            "superEvent": {"@type": "EventSeries", "name": event.series.name} if event.series else {},
        }
    )


@in_own_language()
def person_data(speaker: Speaker) -> dict:
    same_as = [
        f"https://www.wikidata.org/wiki/{speaker.wikidata}" if speaker.wikidata else "",
        f"https://orcid.org/{speaker.orcid}" if speaker.orcid else "",
    ]
    posts = [
        without_blanks(
            {
                "@type": "OrganizationRole",
                "roleName": a.post,
                "startDate": a.start_date,
                "endDate": a.end_date,
            }
        )
        | {"affiliation": {"@type": "Organization", "name": a.organisation.name}}
        for a in speaker.affiliations.all()
    ]
    return without_blanks(
        {
            "@type": "Person",
            "@id": identity(speaker),
            "name": speaker.name,
            "url": absolute(speaker.get_absolute_url()),
            "description": speaker.biography,
            "alternateName": [variant.name for variant in speaker.variants.all()],
            "nationality": countries.name(speaker.country),
            "image": picture(speaker.portrait.url, speaker.portrait_credit, speaker.portrait_licence)
            if speaker.portrait
            else "",
            "affiliation": posts,
            "sameAs": [address for address in same_as if address],
        }
    )


@in_own_language()
def opinion_data(
    opinion: Opinion, corrections: Iterable[Correction], counterparts: Sequence[Counterpart] = ()
) -> dict:
    return without_blanks(
        {
            "@type": "Article",
            "@id": identity(opinion),
            "headline": opinion.title,
            "description": opinion.lead,
            "url": absolute(opinion.get_absolute_url()),
            "sameAs": opinion.url,
            "datePublished": opinion.date.isoformat(),
            "dateModified": moment(last_change(opinion, opinion.publish_at)),
            "inLanguage": opinion.language,
            "author": [person(a.printed_name, a.speaker) for a in opinion.authorships.all()],
            "publisher": publisher(),
            "correction": correction_data(corrections),
            **rights_data(opinion),
            **translations("Article", counterparts),
            "about": topics(opinion.topics.all()),
        }
    )


def selector(statement: Statement, around: Context) -> dict:
    """The place in the report, as a TextQuoteSelector of W3C Web Annotation."""
    return without_blanks(
        {
            "@type": "oa:TextQuoteSelector",
            "oa:exact": statement.text,
            "oa:prefix": around.before[-SELECTOR_LENGTH:],
            "oa:suffix": around.after[:SELECTOR_LENGTH],
        }
    )


@in_own_language()
def statement_data(statement: Statement, around: Context | None, corrections: Iterable[Correction]) -> dict:
    """A Quotation where the words are the speaker's; a Claim where they are the report's or ours.

    schema.org has no word for a paraphrase, and a machine that reads "Quotation" would put the report's words
    into a mouth. ``around`` is the public text on both sides of it in the report.
    """
    event = statement.event
    # A printed group ("The experts") is no body that could be looked up: its name, and no kind of thing.
    group = {"@type": "Thing", "name": statement.attribution}
    said_by = [
        without_blanks(person(one.printed_name, one.speaker) | {"jobTitle": one.printed_post})
        for one in statement.speakers
    ] or [group]
    return without_blanks(
        {
            "@type": "Quotation" if statement.known == Known.QUOTE else "Claim",
            "@id": identity(statement),
            "disambiguatingDescription": statement.known.label,
            "text": statement.text,
            "url": absolute(statement.get_absolute_url()),
            "identifier": str(statement.pk),
            "creator": said_by if len(said_by) > 1 else said_by[0],
            "claimInterpreter": house() if statement.known == Known.SUMMARY else {},
            "translator": house() if statement.known == Known.TRANSLATED else {},
            "inLanguage": event.language,
            "dateCreated": date_as_iso(event),
            "correction": correction_data(corrections),
            **rights_data(event),
            "about": topics(statement.topics.all()),
            "isPartOf": {
                "@type": "Event",
                "@id": identity(event),
                "name": public_title(event),
                "url": absolute(event.get_absolute_url()),
            },
            "oa:hasSelector": selector(statement, around) if around else {},
        }
    )
