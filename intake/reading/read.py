"""One report read from beginning to end."""

from collections.abc import Sequence

from intake.reading.facts.event import language_of, read_event
from intake.reading.known import KnownPeople
from intake.reading.languages.english import people as introductions
from intake.reading.languages.english.grammar import EnglishReader
from intake.reading.languages.russian import grammar as russian
from intake.reading.languages.russian import people as russian_people
from intake.reading.layout.parts import Layout, read_layout
from intake.reading.model import KnownPerson, Proposal, ProposedSpeaker
from intake.reading.people import Person, Roster
from intake.reading.roles import give_roles
from intake.reading.walk.attribute import Attributor
from intake.reading.walk.turns import is_turn

SPOKEN_KINDS = ("paragraph", "heading", "list")


def read_report(text: str, known: Sequence[KnownPerson] = ()) -> Proposal:
    """What a careful reader would enter of a report: the event, who spoke, who said which sentences, the
    opinions.

    The same text and the same known people give the same proposal; it never raises. For each statement,
    `text[start:end]` is its text."""
    layout = read_layout(text)
    roster, reader = _reader(text, layout)
    give_roles(text, layout, roster.people)
    archive = KnownPeople(known)
    archive.enter(text, roster)
    talk = next((s.start for s in layout.header if s.kind == "header" and is_turn(text, s)), len(text))
    spans = [s for s in layout.spans if s.kind in SPOKEN_KINDS or s.kind == "header" and s.start >= talk]
    statements = Attributor(text, roster, reader).read(spans)
    spoke = {n for s in statements for n in (s.speaker, *s.joint_with) if n}
    speakers = tuple(
        _speaker(p, archive.matching(p)) for p in roster.people if p.participant or p.name in spoke
    )
    return Proposal(
        read_event(text, layout),
        speakers,
        tuple(statements),
        layout.opinions,
        tuple(layout.of("furniture")),
        tuple(s for s in layout.spans if s.kind not in ("furniture", "teaser")),
    )


def _reader(text: str, layout: Layout) -> tuple[Roster, russian.RussianReader | EnglishReader]:
    """The people of the report, and the grammar of its language to find them by."""
    if language_of(text) == "ru":
        russians = russian_people.find_people(text, layout)
        return russians, russian.RussianReader(russians)
    roster = introductions.find_people(text, layout)
    return roster, EnglishReader(roster)


def _speaker(person: Person, keys: tuple[int, ...]) -> ProposedSpeaker:
    why = person.why or "says something in the report"
    if len(keys) > 1:
        why += "; several known people bear this name, so none is chosen"
    match = keys[0] if len(keys) == 1 else None
    return ProposedSpeaker(person.name, person.post, person.role, why, match, keys if len(keys) > 1 else ())
