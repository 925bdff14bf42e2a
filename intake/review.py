"""What the review of a proposal shows: the text in sentences, and each item with what explains it."""

from django.conf import settings
from django.urls import reverse

from events.models import Appearance, Event, Statement
from intake import matching
from intake.decisions import GROUP, NEW
from intake.making import known_opinion, left_out
from intake.models import Intake
from intake.offsets import Units
from intake.reading.sentences import sentence_spans

FACT_LABELS = {
    "title": "Title",
    "kind": "Kind",
    "date": "Date",
    "end_date": "Last day",
    "venue": "Venue",
    "city": "City",
    "country": "Country",
    "language": "Language",
    "record_rule": "Rule",
    "lead": "Lead",
}
FACT_CHOICES = {
    "kind": Event.Kind.choices,
    "language": settings.LANGUAGES,
    "record_rule": Event.RecordRule.choices,
}
EVIDENCE = {
    Statement.Evidence.QUOTE: "quote",
    Statement.Evidence.PARAPHRASE: "paraphrase",
    Statement.Evidence.MIXED: "mixed",
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
            sentences = sentence_spans(intake.text, start, end) or [(start, end)]
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


def explained(intake: Intake) -> list[dict]:
    """The items with what is said about each: why, and for people whom the archive has."""
    return [labelled(item | EXPLAIN[item["kind"]](item, intake)) for item in intake.items]


def labelled(item: dict) -> dict:
    """With what it is called where it has to be named: a person, a title, the words."""
    return item | {"label": item.get("name") or item.get("title") or item.get("words") or "Event facts"}


def _explain_facts(item: dict, intake: Intake) -> dict:
    why = intake.proposal.get("event", {}).get("why", {})
    named = intake.proposal.get("event", {}).get("kind")
    because = {
        "kind": f"“{named}”, {why.get('kind', '')}" if named else "not stated",
        "record_rule": "unless you say so",
    }
    return {
        "fields": [
            {
                "name": name,
                "label": label,
                "value": item["values"][name],
                "why": because.get(name) or why.get(name, ""),
                "choices": FACT_CHOICES.get(name, []),
            }
            for name, label in FACT_LABELS.items()
        ]
    }


def _explain_person(item: dict, intake: Intake) -> dict:
    verdict = matching.match(item["name"], item["post"])
    return verdict_on(verdict, item["choice"]) | {"why": f"{_met(item, intake)}{verdict.why}"}


def _met(item: dict, intake: Intake) -> str:
    speakers = intake.proposal.get("speakers", ())
    number = item["id"][1:]
    if item.get("added") or not number.isdigit() or int(number) >= len(speakers):
        return "named by you · "
    return f"{speakers[int(number)]['why']} · "


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


def _explain_statement(item: dict, intake: Intake) -> dict:
    return {"words": " ".join(intake.text[item["start"] : item["end"]].split())}


def _explain_opinion(item: dict, intake: Intake) -> dict:
    proposed = intake.proposal["opinions"][int(item["id"][1:])]
    verdict = (
        matching.match(item["author"]) if item["author"] else matching.Verdict("new", "no author printed")
    )
    known = known_opinion(item["title"], item["author"])
    where = "its title is in the archive" if known else "not in the archive yet"
    return verdict_on(verdict, item["choice"]) | {
        "why": f"set into the text with a label · {where} · author: {verdict.why}",
        "words": " ".join(proposed["excerpt"].split()),
    }


EXPLAIN = {
    "facts": _explain_facts,
    "person": _explain_person,
    "statement": _explain_statement,
    "opinion": _explain_opinion,
}


def in_browser(item: dict, units: Units) -> dict:
    if item["kind"] != "statement":
        return item
    return item | {"start": units.to_browser(item["start"]), "end": units.to_browser(item["end"])}


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


def speakers_offered(items: list[dict]) -> list[tuple[str, str]]:
    """Who may have said something, for a plain select: the people, then the groups that the report prints."""
    people = [(item["id"], item["name"]) for item in items if item["kind"] == "person"]
    groups = {
        item["speaker"] for item in items if item["kind"] == "statement" and item["speaker"].startswith(GROUP)
    }
    return [("", "Who said it?"), *people, *((group, group[len(GROUP) :]) for group in sorted(groups))]


def progress(items: list[dict]) -> dict:
    """How much is decided, for the bar, the list and the desk."""
    return {
        "decided": sum(item["state"] != "open" for item in items),
        "all": len(items),
        "left": left_out(items),
    }
