"""One report read from beginning to end."""

from collections.abc import Sequence
from dataclasses import replace

from intake.reading import explain
from intake.reading.document import Document
from intake.reading.facts.event import read_event
from intake.reading.known import KnownPeople
from intake.reading.languages.telling import language_of
from intake.reading.model import KnownPerson, Proposal, ProposedSpeaker, Span, SpanKind
from intake.reading.people import Person
from intake.reading.roles import give_roles
from intake.reading.walk.attribute import Attributor
from intake.reading.walk.turns import is_turn

SHOWN_AS = {SpanKind.SIGNATURE: SpanKind.PARAGRAPH, SpanKind.ROW: SpanKind.PARAGRAPH}
SPOKEN_KINDS = (SpanKind.PARAGRAPH, SpanKind.HEADING, SpanKind.LIST)


def read_report(text: str, known: Sequence[KnownPerson] = ()) -> Proposal:
    """What a careful reader would enter of a report: the event, who spoke, who said which sentences, the
    opinions.

    The same text and the same known people give the same proposal; it never raises. For each statement,
    `text[start:end]` is its text."""
    document = Document(text)
    layout = document.layout
    language = language_of(text)
    roster = language.find_people(document)
    give_roles(text, layout, roster.people)
    archive = KnownPeople(known)
    archive.enter(text, roster)
    grammar = language.grammar(roster)
    talk = next((s.start for s in layout.header if s.kind is SpanKind.HEADER and is_turn(text, s)), len(text))
    spans = [
        s for s in layout.spans if s.kind in SPOKEN_KINDS or s.kind is SpanKind.HEADER and s.start >= talk
    ]
    statements = [] if document.is_announced else Attributor(document, roster, grammar).read(spans)
    spoke = {n for s in statements for n in (s.speaker, *s.joint_with) if n}
    speakers = tuple(
        _speaker(p, archive.matching(p))
        for p in roster.people
        if p.participant or p.name in spoke or document.is_announced and p.post
    )
    return Proposal(
        read_event(document, language),
        speakers,
        tuple(statements),
        layout.opinions,
        tuple(layout.of(SpanKind.FURNITURE)),
        tuple(
            _shown(s, roster.people)
            for s in layout.spans
            if s.kind not in (SpanKind.FURNITURE, SpanKind.TEASER)
        ),
    )


def _shown(span: Span, people: Sequence[Person]) -> Span:
    """A span as the review knows it: a signature is a paragraph of the report, and so is a row of a table, unless it
    is one of the list of those who took part."""
    if span.kind is SpanKind.ROW and any(span.start <= person.first_seen < span.end for person in people):
        return replace(span, kind=SpanKind.LIST)
    return replace(span, kind=SHOWN_AS.get(span.kind, span.kind))


def _speaker(person: Person, keys: tuple[int, ...]) -> ProposedSpeaker:
    why = person.why or explain.SAYS_SOMETHING
    if len(keys) > 1:
        why += f"; {explain.SEVERAL_KNOWN}"
    match = keys[0] if len(keys) == 1 else None
    return ProposedSpeaker(person.name, person.post, person.role, why, match, keys if len(keys) > 1 else ())
