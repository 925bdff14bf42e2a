"""The shapes of what the API tells, from which its description is made; ``public.records`` fills them."""

from typing import Any, Literal

from ninja import Field, Schema
from pydantic import ConfigDict, create_model


class Shape(Schema):
    """Tells what is listed and nothing else: another key is a fault of ours, and no answer."""

    model_config = ConfigDict(extra="forbid")


class Known(Shape):
    """Under what a record is known: ``id`` and ``number`` stay when its title, its date or its address change."""

    id: str = Field(
        description="A tag URI (RFC 4151).", examples=["tag:archive.example.org,2026:statement/203"]
    )
    number: int
    url: str = Field(description="Its page today; an old one leads there.")


class Named(Known):
    name: str


class Titled(Known):
    title: str


class Picture(Shape):
    """A picture, with whom to credit wherever it is shown."""

    url: str
    description: str = Field(description="What it shows, for those who cannot see it.")
    credit: str
    licence: str = Field(
        description="The address of its licence; blank where none is given: then ask whom it is of."
    )
    rights: str = Field(description="The licence and whose picture it is, in words.")


class Counterpart(Titled):
    """The same record in another language."""

    language: str


class Correction(Shape):
    """What was wrong, and since when it is right."""

    date: str
    text: str


class Venue(Shape):
    name: str
    address: str
    city: str
    country: str = Field(description="ISO 3166-1 alpha-2, or blank.")


class Signed(Shape):
    """A person, with name and post as printed that day."""

    speaker: Named
    printed_name: str
    printed_post: str


class TookPart(Signed):
    role: Literal["speaker", "moderator", "discussant", "keynote", "host"]
    also: Literal["", "speaker", "moderator", "discussant", "keynote", "host"] = Field(
        description="A second role, of somebody who led and spoke, say."
    )


class Event(Titled):
    """Something that took place. Under the Chatham House Rule ``speakers`` is empty."""

    kind: str
    date: str = Field(description="ISO 8601, with as much as is known: 2019, 2019-04 or 2019-04-26.")
    end_date: str | None = Field(description="Of an event of several days, the last.")
    starts_at: str | None
    ends_at: str | None
    format: Literal["in-person", "online", "hybrid"]
    happens: Literal["as-planned", "cancelled", "postponed"]
    happens_note: str = Field(description="Why it was cancelled or postponed, if that is told.")
    venue: Venue | None
    language: str
    counterparts: list[Counterpart]
    lead: str
    record_rule: Literal["on-record", "chatham-house"]
    series: Named | None
    topics: list[Named]
    speakers: list[TookPart]
    recording: str
    source: str
    cover: Picture | None
    licence: str = Field(description="The address of its licence; blank where none is given.")
    rights: str = Field(description="The licence and whose rights they are, in words.")
    corrections: list[Correction]
    published: str | None
    changed: str | None = Field(description="When a reader could last have noticed something new.")


class Place(Shape):
    """Where it stands in the report, as a TextQuoteSelector of W3C Web Annotation."""

    type: Literal["TextQuoteSelector"]
    exact: str
    prefix: str
    suffix: str


class Statement(Known):
    """One position. Set quotation marks only where ``words`` has them."""

    said_by: str = Field(
        description="The name as printed that day, of a joint statement both; or a printed group."
    )
    speaker: Named | None = Field(description="None of a group, and under the Chatham House Rule.")
    printed_post: str = Field(description="The speaker’s.")
    jointly_with: Signed | None = Field(description="Who said it jointly with the speaker.")
    not_for_attribution: bool = Field(description="Nobody may be named for it, at an event on the record.")
    session: str = Field(
        description="Title of the session under the Chatham House Rule in which it was said, at an event on the record."
    )
    evidence: Literal["quote", "mixed", "paraphrase", "translated", "summary"] = Field(
        description=(
            "quote: the speaker’s own words; mixed: the report’s, with quoted ones; paraphrase: the report’s; "
            "translated: the archive’s, for what was said in another language; "
            "summary: the archive’s, which stand in no report."
        )
    )
    evidence_in_words: str
    text: str = Field(description="As it stands in the report.")
    words: str = Field(
        description="The same with the quotation marks that go with the evidence, and no others."
    )
    language: str
    date: str
    event: Titled
    topics: list[Named]
    place: Place | None
    recording_offset: int | None = Field(description="Seconds from the beginning of the recording.")
    licence: str = Field(description="The address of its licence; blank where none is given.")
    rights: str = Field(description="The licence and whose rights they are, in words.")
    confirmed: str | None = Field(description="When the speaker confirmed it as it stands.")
    reply: str = Field(description="The speaker’s reply to it, in their words.")
    corrections: list[Correction]
    changed: str | None


class EventInFull(Event):
    report: str = Field(description="HTML, without what was withdrawn.")
    statements: list[Statement] = Field(description="How the words of the report are known.")


class Opinion(Titled):
    date: str
    language: str
    counterparts: list[Counterpart]
    lead: str
    authors: list[Signed]
    first_appeared_at: str = Field(description="Where it appeared, if not here.")
    licence: str = Field(description="The address of its licence; blank where none is given.")
    rights: str = Field(description="The licence and whose rights they are, in words.")
    topics: list[Named]
    corrections: list[Correction]
    published: str | None
    changed: str | None


class OpinionInFull(Opinion):
    body: str = Field(description="HTML; blank where the archive does not hold the text.")


class OtherName(Shape):
    """Another spelling, as Popolo writes it."""

    name: str
    note: str
    lang: str


class Organization(Shape):
    name: str


class Membership(Shape):
    """A post, as Popolo writes it; what was printed at an event stands there."""

    role: str
    organization: Organization
    start_date: str
    end_date: str


class Identifier(Shape):
    scheme: Literal["wikidata", "orcid"]
    identifier: str


class Speaker(Named):
    """A person, in the words of Popolo."""

    sort_name: str
    other_names: list[OtherName]
    biography: str
    portrait: Picture | None
    country: str
    country_name: str
    identifiers: list[Identifier]
    memberships: list[Membership]


class Subject(Named):
    slug: str
    description: str


class Corrected(Known):
    kind: Literal["event", "statement", "opinion"]


class CorrectionOf(Correction):
    number: int
    of: Corrected


class Tombstone(Shape):
    """What was public and is not: take it out of every copy, and with an event its statements."""

    kind: Literal["event", "statement", "opinion"]
    id: str
    number: int
    url: str = Field(description="Where its notice stands; blank where there is none.")
    withdrawn: str = Field(description="Since when.")
    note: str


class Hit(Shape):
    kind: Literal["event", "statement", "opinion", "topic"]
    record: Event | Statement | Opinion | Subject


class Page(Shape):
    """A part of a list, and where the parts beside it are."""

    count: int
    next: str | None
    previous: str | None


class Problem(Schema):
    """What went wrong, as RFC 9457 has it."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str = ""


class Gone(Problem):
    """What was withdrawn, and since when."""

    withdrawn: Tombstone


def page_of(shape: Any) -> type[Page]:
    """A page of a list of ``shape``, a Shape."""
    return create_model(
        f"{shape.__name__}Page", __base__=Page, __doc__=Page.__doc__, results=(list[shape], ...)
    )
