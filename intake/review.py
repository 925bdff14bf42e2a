"""What the review of a proposal shows: the text in sentences, and each item with what explains it."""

from django.conf import settings
from django.urls import reverse

from events.models import Appearance, Event
from intake import matching, reading
from intake.items import NEW, FactsItem, Item, OpinionItem, PersonItem, StatementItem, of_kind
from intake.making import known_opinions, left_out
from intake.models import Intake
from intake.offsets import Units

FACT_LABELS = {
    "title": "Title",
    "kind": "Kind",
    "date": "Date",
    "end_date": "Last day",
    "start_time": "From",
    "end_time": "Until",
    "time_zone": "Time zone",
    "format": "Format",
    "venue": "Venue",
    "city": "City",
    "country": "Country",
    "language": "Language",
    "record_rule": "Rule",
    "series": "Series",
    "topics": "Topics",
    "recording": "Recording",
    "lead": "Lead",
}
FACT_CHOICES = {
    "kind": Event.Kind.choices,
    "format": Event.Format.choices,
    "language": settings.LANGUAGES,
    "record_rule": Event.RecordRule.choices,
}


def as_page(intake: Intake, items: list[dict]) -> dict:
    """Everything that the scripts of the review read, as JSON; ``items`` explained, places in UTF-16 units."""
    units = Units(intake.text)
    return {
        "version": intake.version,
        "report": intake.text,
        "blocks": blocks(intake, units),
        "items": [in_browser(item, units) for item in items],
        "at": intake.decisions.get("at", ""),
        "gaps": bool(intake.decisions.get("gaps")),
        "roles": Appearance.Role.choices,
        "keep": reverse("admin:intake_intake_decisions", args=[intake.pk]),
        "alike": reverse("admin:intake_intake_alike"),
    }


def blocks(intake: Intake, units: Units) -> list[dict]:
    """The text in reading order: each stretch with its kind and its sentences, furniture and teasers too."""
    proposal = intake.proposal
    spans = [
        *proposal.get("body", ()),
        *proposal.get("furniture", ()),
        *({**opinion, "kind": "teaser"} for opinion in proposal.get("opinions", ())),
    ]
    shown = []
    for span in sorted(spans, key=lambda span: (span["start"], span["end"])):
        for start, end in lines_of(intake.text, span["start"], span["end"], span["kind"]):
            sentences = reading.sentence_spans(intake.text, start, end) or [(start, end)]
            shown.append(
                {
                    "kind": span["kind"],
                    "sentences": [[units.to_browser(a), units.to_browser(b)] for a, b in sentences],
                }
            )
    return shown


def lines_of(text: str, start: int, end: int, kind: str) -> list[tuple[int, int]]:
    """A teaser is several lines; everything else is one, however it was wrapped."""
    if kind != "teaser":
        return [(start, end)]
    found, at = [], start
    for line in text[start:end].split("\n"):
        if line.strip():
            found.append((at + len(line) - len(line.lstrip()), at + len(line.rstrip())))
        at += len(line) + 1
    return found


def explained(intake: Intake, items: list[Item]) -> list[dict]:
    """The items as JSON, with what is said about each: why, and for people whom the archive has."""
    explaining = _Explaining(intake, items)
    return [item.stored() | {"made": item.made, "label": item.label} | explaining.of(item) for item in items]


class _Explaining:
    """Says about each item why it is proposed; the archive is asked once for all of them."""

    def __init__(self, intake: Intake, items: list[Item]):
        self.intake = intake
        people, opinions = of_kind(PersonItem, items), of_kind(OpinionItem, items)
        self.verdicts = matching.match_all(
            [
                *((person.name, person.post) for person in people),
                *((opinion.author, "") for opinion in opinions if opinion.author),
            ]
        )
        self.known = known_opinions((opinion.title, opinion.author) for opinion in opinions)

    def of(self, item: Item) -> dict:
        match item:
            case FactsItem():
                return self.of_facts(item)
            case PersonItem():
                return self.of_person(item)
            case StatementItem():
                return self.of_statement(item)
            case OpinionItem():
                return self.of_opinion(item)
        raise TypeError(item)

    def of_facts(self, item: FactsItem) -> dict:
        event = self.intake.proposal.get("event", {})
        why, words, named = event.get("why", {}), event.get("words", {}), event.get("kind")
        because = {name: f"{told}: “{words[name]}”" for name, told in why.items() if words.get(name)}
        because["kind"] = f"“{named}”, {why.get('kind', '')}" if named else "not stated"
        for name in ("record_rule", "format"):
            because[name] = because.get(name, "unless you say so")
        because["time_zone"] = "Europe/Moscow, say; needed with a time"
        if event.get("announced"):
            because["date"] = (
                f"{because.get('date') or why.get('date', '')}; {because.get('announced') or why['announced']}"
            )
        return {
            "fields": [
                {
                    "name": name,
                    "label": label,
                    "value": getattr(item.values, name),
                    "why": because.get(name) or why.get(name, ""),
                    "choices": FACT_CHOICES.get(name, []),
                }
                for name, label in FACT_LABELS.items()
            ]
        }

    def of_person(self, item: PersonItem) -> dict:
        verdict = self.verdicts[item.name, item.post]
        return verdict_on(verdict, item.choice) | {"why": f"{self._met(item)}{verdict.why}"}

    def _met(self, item: PersonItem) -> str:
        speakers = self.intake.proposal.get("speakers", ())
        number = item.id[1:]
        if item.added or not number.isdigit() or int(number) >= len(speakers):
            return "named by you · "
        return f"{speakers[int(number)]['why']} · "

    def of_statement(self, item: StatementItem) -> dict:
        words = " ".join(self.intake.text[item.start : item.end].split())
        return {"words": words, "label": words}

    def of_opinion(self, item: OpinionItem) -> dict:
        proposed = self.intake.proposal["opinions"][int(item.id[1:])]
        verdict = (
            self.verdicts[item.author, ""] if item.author else matching.Verdict("new", "no author printed")
        )
        known = (item.title, item.author) in self.known
        where = "its title is in the archive" if known else "not in the archive yet"
        return verdict_on(verdict, item.choice) | {
            "why": f"set into the text with a label · {where} · author: {verdict.why}",
            "words": " ".join(proposed["excerpt"].split()),
        }


def verdict_on(verdict: matching.Verdict, choice: str = "") -> dict:
    """A verdict as the review shows it; whoever is chosen is among the choices."""
    choices = [
        {"value": str(one.speaker.pk), "label": f"{one.in_words}, in the archive", "seen": one.seen}
        for one in verdict.choices
    ]
    if choice not in ("", NEW) and choice not in [one["value"] for one in choices]:
        choices.append({"value": choice, "label": "The record chosen before", "seen": ""})
    choices.append({"value": NEW, "label": "A new person", "seen": ""})
    return {"verdict": verdict.kind, "choices": choices}


def in_browser(item: dict, units: Units) -> dict:
    return item | {name: units.to_browser(item[name]) for name in ("start", "end") if name in item}


def from_browser(items, intake: Intake):
    """Places back in code points; whatever else is wrong with the items is told by ``checked_items``."""
    units = Units(intake.text)
    if not isinstance(items, list):
        return items
    return [
        item
        | {name: units.from_browser(item[name]) for name in ("start", "end") if type(item.get(name)) is int}
        if isinstance(item, dict)
        else item
        for item in items
    ]


def speakers_offered(items: list[Item]) -> list[tuple[str, str]]:
    """Who may have said something, for a plain select: the people, then the groups that the report prints."""
    people = [(person.id, person.name) for person in of_kind(PersonItem, items)]
    groups = {(said.speaker, said.group) for said in of_kind(StatementItem, items) if said.is_of_a_group}
    return [("", "Who said it?"), *people, *sorted(groups)]


def progress(items: list[Item]) -> dict:
    """How much is decided, for the bar, the list and the desk."""
    return {
        "decided": sum(not item.is_open for item in items),
        "all": len(items),
        "left": left_out(items),
    }
