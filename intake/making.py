"""From decisions to records: the draft of an event with everything that was accepted, in one transaction."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import time
from itertools import batched

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.formats import date_format
from django_countries import countries

from events.chatham_house import Participants, slips_of
from events.models import Appearance, Event, Series, Statement, Topic, Venue
from events.placing import place_statements
from house.old_site.judging import lead_on
from intake.decisions import with_what_is_made
from intake.items import NEW, Facts, FactsItem, Item, OpinionItem, PersonItem, StatementItem, of_kind
from intake.models import Intake
from intake.report import Body
from opinions.models import Authorship, Opinion, Teaser
from people.models import Speaker
from people.partial_dates import earliest
from publishing.changes import call_it, unit_of_work
from publishing.folding import fold
from publishing.gate import Status
from publishing.models import Version
from publishing.saving import save_by_its_rules
from publishing.years import is_unusual

#: Titles that a database is asked for in one question.
TITLES_AT_ONCE = 200
#: Under the Chatham House Rule everybody is this, in the language of the report.
PARTICIPANT = {"en": "A participant", "ru": "Участник"}
PRECISION = {4: Event.DatePrecision.YEAR, 7: Event.DatePrecision.MONTH, 10: Event.DatePrecision.DAY}
#: Names of countries that reports use and the list of countries has not.
COUNTRIES = {
    "russia": "RU",
    "россия": "RU",
    "usa": "US",
    "us": "US",
    "united states": "US",
    "сша": "US",
    "uk": "GB",
    "united kingdom": "GB",
    "britain": "GB",
    "england": "GB",
    "scotland": "GB",
    "wales": "GB",
    "northern ireland": "GB",
    "south korea": "KR",
    "republic of korea": "KR",
    "north korea": "KP",
    "dprk": "KP",
    "iran": "IR",
    "vietnam": "VN",
    "czech republic": "CZ",
    "taiwan": "TW",
    "turkey": "TR",
    "the netherlands": "NL",
    "netherlands": "NL",
    "uae": "AE",
}


@dataclass
class Made:
    """What a draft was made of, and what was left; for the message and for the command."""

    event: Event
    is_new: bool
    new_speakers: list[Speaker] = field(default_factory=list)
    found_speakers: list[Speaker] = field(default_factory=list)
    statements: int = 0
    opinions: list[Opinion] = field(default_factory=list)
    known_opinions: list[Opinion] = field(default_factory=list)
    #: In words, each with its number: "3 statements that are not decided".
    left: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


@unit_of_work()
def make_draft(intake: Intake, items: list[Item], press: str = "") -> Made:
    """Make an event of what is accepted in ``items``, or add to the draft that was made before.

    Everything is made or nothing. The row is locked before anything of it is read, so that of two who make a draft at
    once the second finds what the first has made, whatever ``items`` it brings. Whatever is open, or hangs on
    something open, is left out and stays in the intake; under the Chatham House Rule the words of the intake are
    forgotten. ``press`` is kept with the draft, to know a second press of one button by it. Raises ValidationError in
    an editor's words.
    """
    call_it(Version.What.IMPORT)
    intake = Intake.objects.locked(intake)
    if intake.event_id:
        intake.event = Event.objects.select_for_update().get(pk=intake.event_id)
    _check_that_it_can_be_made(intake)
    if intake.event and intake.is_forgotten:
        return Made(intake.event, is_new=False)
    making = _Making(intake, with_what_is_made(items, intake.items))
    made = making.run()
    intake.event, intake.state = made.event, Intake.State.MADE
    intake.decisions = {**intake.decisions, "items": making.items, "pressed": press}
    intake.version += 1
    _lead_on(intake, made)
    if made.event.under_the_rule:
        intake.forget_the_words()
    intake.save()
    return made


def _lead_on(intake: Intake, made: Made) -> None:
    """Where the page stood on the old site, readers are led to the event once it is public."""
    target = made.event.get_absolute_url()
    if intake.old_address and made.is_new and target.rstrip("/") != intake.old_address:
        why = lead_on(intake.old_address, target)
        if why:
            made.notes.append(f"The old address {intake.old_address} does not lead here: {why}")


def left_out(items: list[Item]) -> list[str]:
    """What a draft made now would leave out, in words."""
    people = {person.id: person for person in of_kind(PersonItem, items)}
    open_ = [item for item in items if item.is_open]
    hanging = [said for said in of_kind(StatementItem, items) if said.is_accepted and _hangs(said, people)]
    facts = ["the facts"] if of_kind(FactsItem, open_) else []
    return facts + [
        f"{len(found)} {word}{'s' if len(found) > 1 else ''} {why}"
        for word, found, why in (
            ("speaker", of_kind(PersonItem, open_), "not decided"),
            ("statement", of_kind(StatementItem, open_), "not decided"),
            ("opinion", of_kind(OpinionItem, open_), "not decided"),
            ("statement", hanging, "whose speaker is not accepted"),
        )
        if found
    ]


def said_together(items: list[StatementItem]) -> list[list[StatementItem]]:
    """The statements to be made, as they stand in the text: two people who were given the same words said them jointly.

    Words of three or more are each one's own, until an editor prints whose they are.
    """
    places: dict[tuple, list[StatementItem]] = {}
    for item in sorted(items, key=lambda item: (item.start, item.end)):
        alone = item.id if item.is_of_a_group else ""
        places.setdefault((item.start, item.end, item.evidence, alone), []).append(item)
    return [
        some
        for here in places.values()
        for some in (
            [here] if len({item.speaker for item in here}) == len(here) == 2 else [[one] for one in here]
        )
    ]


def _hangs(statement: StatementItem, people: dict[str, PersonItem]) -> bool:
    """Whether an accepted statement waits for its speaker."""
    if statement.is_of_a_group:
        return False
    speaker = people.get(statement.speaker)
    return speaker is None or not speaker.is_somebody


def _check_that_it_can_be_made(intake: Intake) -> None:
    if intake.state == Intake.State.THROWN_AWAY:
        raise ValidationError("This report was thrown away: take it up again first.")
    if intake.is_forgotten and not intake.event:
        raise ValidationError(
            "The draft was deleted, and under the Chatham House Rule the words were not kept."
        )
    if intake.event and intake.event.status != Status.DRAFT:
        raise ValidationError(f"“{intake.event}” is no draft any more: change it on its own form.")


class _Making:
    def __init__(self, intake: Intake, items: list[Item]):
        self.intake = intake
        # A draft that was deleted is made anew, whole.
        decided = items if intake.event else [replace(item, made=False) for item in items]
        self.by_id = {item.id: item for item in decided}
        (self.facts,) = of_kind(FactsItem, decided)
        lead = self.facts.values.lead if self.facts.is_accepted else ""
        self.body = Body(intake.text, intake.proposal, self._accepted(StatementItem), lead)

    @property
    def items(self) -> list[Item]:
        return list(self.by_id.values())

    def run(self) -> Made:
        event = self.intake.event or Event()
        self.made = Made(event, is_new=event.pk is None)
        self.made.left = left_out(self.items)
        facts_are_new = bool(self._to_make(FactsItem))
        self._give_facts(event)
        self._give_report(event)
        _save(event)
        self.event = event
        if facts_are_new:
            self._give_topics()
        self.appearances = {
            appearance.speaker_id: appearance for appearance in event.appearances.select_related("speaker")
        }
        self.last_speaker = max((a.order for a in self.appearances.values()), default=0)
        self.speakers = self._chosen_speakers()
        self._make_people()
        self._make_statements()
        self._make_opinions()
        self._place()
        return self.made

    def _accepted[T: Item](self, kind: type[T]) -> list[T]:
        return [item for item in of_kind(kind, self.items) if item.is_accepted]

    def _to_make[T: Item](self, kind: type[T]) -> list[T]:
        return [item for item in self._accepted(kind) if not item.made]

    def _is_made(self, item: Item, **values) -> None:
        self.by_id[item.id] = replace(item, made=True, **values)

    # --- The event ---

    def _give_facts(self, event: Event) -> None:
        if self._to_make(FactsItem):
            self.made.notes += give_facts(event, self.facts.values)
            event.lead = self.facts.values.lead if self._lead_may_stand() else event.lead
            self._is_made(self.facts)
        elif not event.pk:
            event.title = (
                f"Report read on {date_format(timezone.localtime(self.intake.retrieved_at), 'j F Y, H:i')}"
            )
            event.kind = Event.Kind.OTHER
        if not event.source_url and self.intake.source.startswith(("http://", "https://")):
            event.source_url = self.intake.source[:500]

    def _give_topics(self) -> None:
        """The archive's topics of the accepted facts; what it does not have is told and not made."""
        names = [name.strip() for name in self.facts.values.topics.split(",") if name.strip()]
        found = (
            {topic.fold: topic for topic in Topic.objects.filter(fold__in=map(fold, names))} if names else {}
        )
        self.event.topics.add(*found.values())
        missing = [name for name in names if fold(name) not in found]
        if missing:
            self.made.notes.append(f"The archive has no topic {', '.join(f'“{name}”' for name in missing)}.")

    def _lead_may_stand(self) -> bool:
        """A lead that stays a paragraph of the report is not said twice; one that the editor wrote is."""
        lead = " ".join(self.facts.values.lead.split())
        if self.body.lead or not lead:
            return bool(lead)
        first = next((block for block in self.body.blocks if block.kind == "paragraph"), None)
        if first and self.body.words(first.start, first.end) == lead:
            self.made.notes.append("The lead is the first paragraph, and stays in the report: write one.")
            return False
        return True

    def _give_report(self, event: Event) -> None:
        html = self.body.html()
        earlier = self.intake.follows
        if not event.report or (earlier and earlier.text and event.report == _report_made_of(earlier)):
            event.report = html
        elif earlier and self.intake.state == Intake.State.READING and event.report != html:
            self.made.notes.append(
                "The report was edited since it was made, and is as it was: bring the new text in by hand."
            )

    # --- People ---

    def _chosen_speakers(self) -> dict[str, Speaker]:
        """Everybody of the archive who is chosen somewhere, by their key as text."""
        choices = [item.choice for item in self.items if isinstance(item, PersonItem | OpinionItem)]
        keys = {int(choice) for choice in choices if choice.isdigit()}
        return {str(pk): speaker for pk, speaker in Speaker.objects.in_bulk(keys).items()}

    def _make_people(self) -> None:
        for person in self._to_make(PersonItem):
            speaker = self._speaker(person.name, person.choice)
            if speaker is None:
                continue
            self._is_made(person, choice=str(speaker.pk))
            self._appearance(person, speaker)

    def _speaker(self, name: str, choice: str) -> Speaker | None:
        if not choice:
            return None
        if choice == NEW:
            return self._new_speaker(name)
        speaker = self.speakers.get(choice)
        if speaker is None:
            raise ValidationError(f"The person chosen for {name} is no longer in the archive: choose again.")
        if speaker not in self.made.found_speakers:
            self.made.found_speakers.append(speaker)
        return speaker

    def _new_speaker(self, name: str) -> Speaker:
        speaker = Speaker(name=name)
        _save(speaker)
        self.speakers[str(speaker.pk)] = speaker
        self.made.new_speakers.append(speaker)
        return speaker

    def _appearance(self, person: PersonItem, speaker: Speaker) -> Appearance:
        """The one appearance of a speaker; two names of the report may be one person."""
        if speaker.pk not in self.appearances:
            self.last_speaker += 1
            appearance = Appearance(
                event=self.event,
                speaker=speaker,
                role=person.role,
                printed_name=person.name,
                printed_post=person.post,
                order=self.last_speaker,
            )
            _save(appearance)
            self.appearances[speaker.pk] = appearance
        return self.appearances[speaker.pk]

    # --- Statements ---

    def _make_statements(self) -> None:
        there = {(s.appearance_id, s.attribution, _plain(s.text)) for s in self.event.statements.all()}
        order = self.event.statements.aggregate(last=models.Max("order"))["last"] or 0
        people = {person.id: person for person in of_kind(PersonItem, self.items)}
        ready = [item for item in self._to_make(StatementItem) if not _hangs(item, people)]
        for item, *others in said_together(ready):
            statement = self._statement(item, people)
            for one in (item, *others):
                self._is_made(one)
            if others and not self.event.under_the_rule:
                self._joint(statement, self._statement(others[0], people))
            if (statement.appearance_id, statement.attribution, _plain(statement.text)) in there:
                continue
            order += 1
            statement.order = order
            _save(statement)
            self.made.statements += 1

    def _statement(self, item: StatementItem, people: dict[str, PersonItem]) -> Statement:
        words = self.body.words_of(item.start, item.end)
        statement = Statement(event=self.event, text=words, evidence=item.evidence)
        statement.recording_offset = self._second_of(item.start)
        if item.is_of_a_group:
            statement.attribution = item.group
        elif self.event.under_the_rule:
            statement.attribution = PARTICIPANT.get(self.event.language, PARTICIPANT["en"])
        else:
            person = people[item.speaker]
            statement.appearance = self._appearance(person, self.speakers[person.choice])
        return statement

    def _joint(self, statement: Statement, other: Statement) -> None:
        """Make ``statement`` that of both, in the order in which they are listed; two names may be one person's."""
        both = {one.pk: one for one in (statement.appearance, other.appearance) if one}
        first, *second = sorted(both.values(), key=lambda one: one.order)
        statement.appearance, statement.jointly_with = first, second[0] if second else None

    def _second_of(self, place: int) -> int | None:
        """When in the recording the words there are spoken, where the text was its subtitles."""
        begun = [second for start, second in self.intake.proposal.get("seconds", ()) if start <= place]
        return begun[-1] if begun else None

    def _place(self) -> None:
        lost = place_statements(self.event)
        if lost:
            self.made.notes.append(
                f"{len(lost)} statement{'s stand' if len(lost) > 1 else ' stands'} nowhere in the report: look at them."
            )
        if self.event.under_the_rule:
            appearances = self.appearances.values()
            here = Participants(
                [appearance.speaker for appearance in appearances],
                [appearance.printed_name for appearance in appearances],
                [appearance.printed_post for appearance in appearances],
            )
            texts = {name: getattr(self.event, name) for name in ["title", "lead", "report"]}
            told = sorted({slip.name for slip in slips_of(here, self.event, texts)})
            if told:
                self.made.notes.append(
                    f"The text names participants, or where they come from: take out {', '.join(told)}."
                )

    # --- Opinions ---

    def _make_opinions(self) -> None:
        to_make = self._to_make(OpinionItem)
        known = known_opinions((item.title, item.author) for item in to_make)
        for item in to_make:
            proposed = self.intake.proposal["opinions"][int(item.id[1:])]
            opinion = known.get((item.title, item.author))
            if opinion:
                self.made.known_opinions.append(opinion)
            else:
                opinion = self._new_opinion(item, proposed)
                known[item.title, item.author] = opinion
            self._is_made(item)
            Teaser.objects.get_or_create(
                event=self.event,
                opinion=opinion,
                defaults={"after_paragraph": self.body.paragraphs_before(proposed["start"])},
            )

    def _new_opinion(self, item: OpinionItem, proposed: dict) -> Opinion:
        opinion = Opinion(
            title=item.title, lead=" ".join(proposed["excerpt"].split()), language=self.event.language
        )
        if self.event.date:
            opinion.date = self.event.date
        _save(opinion)
        author = self._speaker(item.author, item.choice) if item.author else None
        if author:
            _save(Authorship(opinion=opinion, speaker=author, printed_name=item.author, order=1))
        self.made.opinions.append(opinion)
        return opinion


def known_opinions(printed: Iterable[tuple[str, str]]) -> dict[tuple[str, str], Opinion]:
    """Of each (title, author) the opinion of that title in the archive, if the author printed with it is the same."""
    asked = {(title, author): f"{fold(title)}\n" for title, author in printed}
    found: list[Opinion] = []
    for titles in batched(sorted(set(asked.values())), TITLES_AT_ONCE):
        one_of_them = Q(*(("fold__startswith", title) for title in titles), _connector=Q.OR)
        found += Opinion.objects.filter(one_of_them).prefetch_related("authorships")
    known: dict[tuple[str, str], Opinion] = {}
    for (title, author), folded in asked.items():
        for opinion in found:
            names = {authorship.fold for authorship in opinion.authorships.all()}
            same_author = not author or not names or fold(author) in names
            if opinion.fold.startswith(folded) and same_author:
                known.setdefault((title, author), opinion)
    return known


def give_facts(event: Event, facts: Facts) -> list[str]:
    """Write accepted facts into an event that is not saved yet, and tell what was left out of them. Raises
    ValidationError in an editor's words."""
    notes: list[str] = []
    if not facts.title:
        raise ValidationError("The event needs a title: give one in the facts.")
    event.title = facts.title
    event.kind = facts.kind
    event.record_rule = facts.record_rule
    event.date, event.date_precision = day_of(facts.date) or (None, Event.DatePrecision.DAY)
    last = day_of(facts.end_date)
    event.end_date = last[0] if last else None
    if facts.language in dict(settings.LANGUAGES):
        event.language = facts.language
    event.venue = venue_of(facts.venue, facts.city, facts.country)
    event.format = facts.format or event.format
    event.recording_url = facts.recording
    if facts.series:
        event.series = Series.objects.filter(fold=fold(facts.series)).first()
        if event.series is None:
            notes.append(f"The archive has no series “{facts.series}”.")
    hours = [hour_of(facts.start_time), hour_of(facts.end_time)]
    if facts.time_zone:
        (event.start_time, event.end_time), event.time_zone = hours, facts.time_zone
    elif any(hours):
        notes.append("The hours are left out: say on the form of the event in which time zone they are.")
    return notes


def hour_of(written: str) -> time | None:
    """ "18:30" → half past six; None for nothing. Raises ValidationError when it is no time."""
    if not written:
        return None
    try:
        return time.fromisoformat(written)
    except ValueError:
        raise ValidationError(f"“{written}” is not a time: write 18:30.") from None


def day_of(written: str):
    """ "2019-04" → (1 April 2019, "month"); None for nothing. Raises ValidationError when it is no date."""
    if not written:
        return None
    try:
        day, precision = earliest(written), PRECISION[len(written)]
    except (ValueError, KeyError):
        raise ValidationError(f"“{written}” is not a date: write 2019-04-26, or 2019-04, or 2019.") from None
    if is_unusual(day):
        raise ValidationError(
            f"Is it the year {day.year}? If it is, leave the date blank here and write it on the form of the event."
        )
    return day, precision


def venue_of(place: str, city: str, country: str) -> Venue | None:
    """The venue as printed, found in the list of venues or entered there; a place without a city is none yet."""
    if not city:
        return None
    name, address = _parted(place)
    code = country_code(country)
    for venue in Venue.objects.filter(fold__startswith=f"{fold(city)}\n{fold(name)}\n"):
        if fold(venue.address) in ("", fold(address)) and str(venue.country) in ("", code):
            return venue
    venue = Venue(name=name[:200], address=address[:250], city=city[:100], country=code)
    _save(venue)
    return venue


def country_code(name: str) -> str:
    """The code for a country as reports write it, or blank."""
    low = " ".join(name.lower().split())
    return COUNTRIES.get(low) or countries.by_name(name) or countries.by_name(name, language="ru") or ""


def _parted(place: str) -> tuple[str, str]:
    """ "Conference Hall, Bolshaya Tatarskaya 42" → hall and street; the street is what has the house number."""
    parts = [part.strip() for part in place.split(",") if part.strip()]
    numbered = [number for number, part in enumerate(parts) if re.search(r"\d", part)]
    if not numbered or numbered[-1] == 0:
        return ", ".join(parts), ""
    first = numbered[0] or numbered[-1]
    if parts[first][0].isdigit() and len(parts[first]) < 6 and first > 1:
        first -= 1  # "Bolshaya Tatarskaya, 42": the number stands by itself
    return ", ".join(parts[:first]), ", ".join(parts[first:])


def _report_made_of(intake: Intake) -> str:
    items = [item for item in intake.items if item.is_accepted]
    lead = next((facts.values.lead for facts in of_kind(FactsItem, items)), "")
    return Body(intake.text, intake.proposal, of_kind(StatementItem, items), lead).html()


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def _save(record: models.Model) -> None:
    """Save what its own rules let through; their refusal names the record."""
    try:
        save_by_its_rules(record)
    except ValidationError as error:
        raise ValidationError([f"{record}: {message}" for message in error.messages]) from error
