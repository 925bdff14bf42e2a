"""From decisions to records: the draft of an event with everything that was accepted, in one transaction."""

import re
from dataclasses import dataclass, field

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from django_countries import countries

from events.chatham_house import names_given_away
from events.models import Appearance, Event, Statement, Venue
from events.placing import place_statements
from intake.decisions import GROUP, NEW
from intake.models import Intake
from intake.report import Body
from opinions.models import Authorship, Opinion, Teaser
from people.models import Speaker
from people.partial_dates import earliest
from publishing.changes import unit_of_work
from publishing.folding import fold
from publishing.gate import Status

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
def make_draft(intake: Intake, items: list[dict]) -> Made:
    """Make an event of what is accepted in ``items``, or add to the draft that was made before.

    Everything is made or nothing. Whatever is open, or hangs on something open, is left out and stays in the intake;
    under the Chatham House Rule the words of the intake are forgotten. Raises ValidationError in an editor's words.
    """
    intake = Intake.objects.select_for_update().get(pk=intake.pk)
    _check_that_it_can_be_made(intake)
    making = _Making(intake, items)
    made = making.run()
    intake.event, intake.state = made.event, Intake.State.MADE
    intake.decisions = {**intake.decisions, "items": making.items}
    intake.version += 1
    if made.event.under_the_rule:
        intake.forget_the_words()
    intake.save()
    return made


def left_out(items: list[dict]) -> list[str]:
    """What a draft made now would leave out, in words."""
    people = {item["id"]: item for item in items if item["kind"] == "person"}
    open_ = [item for item in items if item["state"] == "open"]
    hanging = [item for item in items if item["state"] == "accepted" and _hangs(item, people)]
    facts = ["the facts"] if any(item["kind"] == "facts" for item in open_) else []
    return facts + [
        f"{len(found)} {word}{'s' if len(found) > 1 else ''} {why}"
        for word, found, why in (
            ("speaker", [item for item in open_ if item["kind"] == "person"], "not decided"),
            ("statement", [item for item in open_ if item["kind"] == "statement"], "not decided"),
            ("opinion", [item for item in open_ if item["kind"] == "opinion"], "not decided"),
            ("statement", hanging, "whose speaker is not accepted"),
        )
        if found
    ]


def _hangs(item: dict, people: dict[str, dict]) -> bool:
    """Whether an accepted statement waits for its speaker."""
    if item["kind"] != "statement" or item["speaker"].startswith(GROUP):
        return False
    speaker = people.get(item["speaker"])
    return speaker is None or speaker["state"] != "accepted" or not speaker["choice"]


def _check_that_it_can_be_made(intake: Intake) -> None:
    if intake.state == Intake.State.THROWN_AWAY:
        raise ValidationError("This report was thrown away: take it up again first.")
    if intake.is_forgotten:
        raise ValidationError("The draft is made, and under the Chatham House Rule the words were not kept.")
    if intake.event and intake.event.status != Status.DRAFT:
        raise ValidationError(f"“{intake.event}” is no draft any more: change it on its own form.")


class _Making:
    def __init__(self, intake: Intake, items: list[dict]):
        self.intake = intake
        # A draft that was deleted is made anew, whole.
        self.items = [
            {key: value for key, value in item.items() if key != "made" or intake.event} for item in items
        ]
        self.people = {item["id"]: item for item in self.items if item["kind"] == "person"}
        self.facts = next(item for item in self.items if item["kind"] == "facts")
        self.takes_facts = self.facts["state"] == "accepted" and not self.facts.get("made")
        values = self.facts["values"] if self.facts["state"] == "accepted" else {}
        self.body = Body(intake.text, intake.proposal, self._accepted("statement"), values.get("lead", ""))

    def run(self) -> Made:
        event = self.intake.event or Event()
        self.made = Made(event, is_new=event.pk is None)
        self.made.left = left_out(self.items)
        self._give_facts(event)
        self._give_report(event)
        _save(event)
        self.event = event
        self.appearances = {
            appearance.speaker_id: appearance for appearance in event.appearances.select_related("speaker")
        }
        self.last_speaker = max((a.order for a in self.appearances.values()), default=0)
        self._make_people()
        self._make_statements()
        self._make_opinions()
        self._place()
        return self.made

    def _accepted(self, kind: str) -> list[dict]:
        return [item for item in self.items if item["kind"] == kind and item["state"] == "accepted"]

    def _to_make(self, kind: str) -> list[dict]:
        return [item for item in self._accepted(kind) if not item.get("made")]

    # --- The event ---

    def _give_facts(self, event: Event) -> None:
        if self.takes_facts:
            give_facts(event, self.facts["values"])
            event.lead = self.facts["values"]["lead"] if self._lead_may_stand() else event.lead
            self.facts["made"] = True
        elif not event.pk:
            event.title = (
                f"Report read on {date_format(timezone.localtime(self.intake.retrieved_at), 'j F Y, H:i')}"
            )
            event.kind = Event.Kind.OTHER
        if not event.source_url and self.intake.source.startswith(("http://", "https://")):
            event.source_url = self.intake.source[:500]

    def _lead_may_stand(self) -> bool:
        """A lead that stays a paragraph of the report is not said twice; one that the editor wrote is."""
        lead = " ".join(self.facts["values"]["lead"].split())
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

    def _make_people(self) -> None:
        for item in self._to_make("person"):
            speaker = self._speaker(item["name"], item["choice"])
            if speaker is None:
                continue
            item |= {"choice": str(speaker.pk), "made": True}
            self._appearance(item, speaker)

    def _speaker(self, name: str, choice: str) -> Speaker | None:
        if not choice:
            return None
        if choice == NEW:
            return self._new_speaker(name)
        speaker = Speaker.objects.filter(pk=int(choice)).first()
        if speaker is None:
            raise ValidationError(f"The person chosen for {name} is no longer in the archive: choose again.")
        if speaker not in self.made.found_speakers:
            self.made.found_speakers.append(speaker)
        return speaker

    def _new_speaker(self, name: str) -> Speaker:
        speaker = Speaker(name=name)
        _save(speaker)
        self.made.new_speakers.append(speaker)
        return speaker

    def _appearance(self, item: dict, speaker: Speaker) -> Appearance:
        """The one appearance of a speaker; two names of the report may be one person."""
        if speaker.pk not in self.appearances:
            self.last_speaker += 1
            appearance = Appearance(
                event=self.event,
                speaker=speaker,
                role=item["role"],
                printed_name=item["name"],
                printed_post=item["post"],
                order=self.last_speaker,
            )
            _save(appearance)
            self.appearances[speaker.pk] = appearance
        return self.appearances[speaker.pk]

    # --- Statements ---

    def _make_statements(self) -> None:
        there = {(s.appearance_id, s.attribution, _plain(s.text)) for s in self.event.statements.all()}
        order = self.event.statements.aggregate(last=models.Max("order"))["last"] or 0
        for item in sorted(self._to_make("statement"), key=lambda item: (item["start"], item["end"])):
            if _hangs(item, self.people):
                continue
            statement = self._statement(item)
            item["made"] = True
            if (statement.appearance_id, statement.attribution, _plain(statement.text)) in there:
                continue
            order += 1
            statement.order = order
            _save(statement)
            self.made.statements += 1

    def _statement(self, item: dict) -> Statement:
        words = self.body.words_of(item["start"], item["end"])
        statement = Statement(event=self.event, text=words, evidence=item["evidence"])
        if item["speaker"].startswith(GROUP):
            statement.attribution = item["speaker"][len(GROUP) :]
        elif self.event.under_the_rule:
            statement.attribution = PARTICIPANT.get(self.event.language, PARTICIPANT["en"])
        else:
            person = self.people[item["speaker"]]
            statement.appearance = self._appearance(person, Speaker.objects.get(pk=int(person["choice"])))
        return statement

    def _place(self) -> None:
        lost = place_statements(self.event)
        if lost:
            self.made.notes.append(
                f"{len(lost)} statement{'s stand' if len(lost) > 1 else ' stands'} nowhere in the report: look at them."
            )
        if self.event.under_the_rule:
            slips = names_given_away(
                {"title": self.event.title, "lead": self.event.lead, "report": self.event.report},
                [appearance.speaker for appearance in self.appearances.values()],
                [appearance.printed_name for appearance in self.appearances.values()],
            )
            names = sorted({slip.name for slip in slips})
            if names:
                self.made.notes.append(f"The text names participants: take out {', '.join(names)}.")

    # --- Opinions ---

    def _make_opinions(self) -> None:
        places = self.intake.proposal.get("opinions", ())
        for item in self._to_make("opinion"):
            proposed = places[int(item["id"][1:])]
            opinion = self._opinion(item, proposed)
            item["made"] = True
            Teaser.objects.get_or_create(
                event=self.event,
                opinion=opinion,
                defaults={"after_paragraph": self.body.paragraphs_before(proposed["start"])},
            )

    def _opinion(self, item: dict, proposed: dict) -> Opinion:
        known = known_opinion(item["title"], item["author"])
        if known:
            self.made.known_opinions.append(known)
            return known
        opinion = Opinion(
            title=item["title"], lead=" ".join(proposed["excerpt"].split()), language=self.event.language
        )
        if self.event.date:
            opinion.date = self.event.date
        _save(opinion)
        author = self._speaker(item["author"], item["choice"]) if item["author"] else None
        if author:
            _save(Authorship(opinion=opinion, speaker=author, printed_name=item["author"], order=1))
        self.made.opinions.append(opinion)
        return opinion


def known_opinion(title: str, author: str) -> Opinion | None:
    """An opinion of this title in the archive, if the author printed with it is the same."""
    titled = Opinion.objects.filter(fold__startswith=f"{fold(title)}\n")
    for opinion in titled.prefetch_related("authorships"):
        names = {authorship.fold for authorship in opinion.authorships.all()}
        if not author or not names or fold(author) in names:
            return opinion
    return None


def give_facts(event: Event, values: dict) -> None:
    """Write accepted facts into an event that is not saved yet. Raises ValidationError in an editor's words."""
    if not values["title"]:
        raise ValidationError("The event needs a title: give one in the facts.")
    event.title = values["title"]
    event.kind = values["kind"]
    event.record_rule = values["record_rule"]
    event.date, event.date_precision = day_of(values["date"]) or (None, Event.DatePrecision.DAY)
    last = day_of(values["end_date"])
    event.end_date = last[0] if last else None
    if values["language"] in dict(settings.LANGUAGES):
        event.language = values["language"]
    event.venue = venue_of(values["venue"], values["city"], values["country"])


def day_of(written: str):
    """ "2019-04" → (1 April 2019, "month"); None for nothing. Raises ValidationError when it is no date."""
    if not written:
        return None
    try:
        return earliest(written), PRECISION[len(written)]
    except (ValueError, KeyError):
        raise ValidationError(f"“{written}” is not a date: write 2019-04-26, or 2019-04, or 2019.") from None


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
    accepted = [i for i in intake.items if i["kind"] == "statement" and i["state"] == "accepted"]
    facts = next(iter(i for i in intake.items if i["kind"] == "facts"), None)
    lead = facts["values"]["lead"] if facts and facts["state"] == "accepted" else ""
    return Body(intake.text, intake.proposal, accepted, lead).html()


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def _save(record: models.Model) -> None:
    """Save what its own rules let through; their refusal names the record."""
    try:
        record.full_clean()
    except ValidationError as error:
        raise ValidationError([f"{record}: {message}" for message in error.messages]) from error
    record.save()
