import json
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.management.base import CommandError
from django.db import DatabaseError, transaction

from intake import decisions, matching
from intake.changes import changes
from intake.files import Source, Unreadable, text_of_file
from intake.importing import take_in
from intake.making import make_draft
from intake.models import Intake
from intake.reading import read_report
from intake.unreadable import OFFERED
from publishing.commands import ArchiveCommand
from publishing.richtext import left_out_in_words


class Command(ArchiveCommand):
    help = (
        f"Read reports of events ({OFFERED}) and make a draft of each. What is certain is taken; the "
        "rest waits in the review. The same text twice changes nothing; a changed one shows what changed."
    )
    # The checks need a database and a second; a dry run needs neither.
    requires_system_checks: list[str] = []

    def add_arguments(self, parser):
        parser.add_argument("files", nargs="+", metavar="FILE", help="a file, or - for standard input")
        parser.add_argument(
            "--dry-run", action="store_true", help="only say what would be proposed; write nothing"
        )
        parser.add_argument("--json", action="store_true", help="print one JSON object per file, a line each")
        parser.add_argument(
            "--source", default="", help="the address the report is from (default: the path of the file)"
        )

    def handle(self, *, files, dry_run, json, source, **options):
        if source and len(files) > 1:
            raise CommandError("--source names the address of one report: give one FILE with it.")
        refused = []
        for name in files:
            try:
                report = read_file(name)
                (self.propose if dry_run else self.draft)(name, report, source, json)
            except (Unreadable, ValidationError) as error:
                words = error.messages if isinstance(error, ValidationError) else [str(error)]
                refused.append(f"{name}: {' '.join(words)}")
                self.stderr.write(self.style.ERROR(refused[-1])) if len(files) > 1 else None
        if refused:
            raise CommandError(
                refused[0] if len(files) == 1 else f"{len(refused)} of {len(files)} were not read."
            )

    # --- Without writing ---

    def propose(self, name: str, report: Source, source: str, as_json: bool) -> None:
        proposal = read_report(report.text, self.known(report.text)).as_dict()
        verdicts = self.verdicts(proposal)
        if as_json:
            self.stdout.write(json.dumps(with_verdicts(proposal, verdicts)))
        else:
            self.tell_proposal(name, proposal, verdicts)
            if report.left_out:
                self.stdout.write(f"  {left_out_in_words(report.left_out)}")
            self.stdout.write("Nothing was written.")

    def known(self, text: str) -> list:
        """The people in the archive; a dry run is whole without a database."""
        try:
            return matching.known_people(text)
        except DatabaseError as error:
            self.stderr.write(f"Read without the archive's people: {error}")
            return []

    def verdicts(self, proposal: dict) -> list[matching.Verdict]:
        printed = [(one["name"], one["printed_post"] or "") for one in proposal["speakers"]]
        try:
            verdicts = matching.match_all(printed)
        except DatabaseError:
            verdicts = dict.fromkeys(printed, matching.Verdict("new", "the archive was not asked"))
        return [verdicts[one] for one in printed]

    def tell_proposal(self, name: str, proposal: dict, verdicts: list) -> None:
        event = proposal["event"]
        self.stdout.write(self.style.MIGRATE_HEADING(f"{name}: {event['title'] or 'no title'}"))
        for fact in ("date", "venue", "city", "country", "kind"):
            self.stdout.write(f"  {fact}: {event[fact] or '–'} ({event['why'][fact]})")
        for person, verdict in zip(proposal["speakers"], verdicts, strict=True):
            self.stdout.write(f"  {person['role']}: {person['name']} · {verdict.kind}: {verdict.why}")
        for told in proposal["statements"]:
            who = told["speaker"] or told["attributed_to"] or "nobody named"
            mark = " " if told["sure"] else "?"
            self.stdout.write(f" {mark}{who}, {told['evidence']}: {shortened(told['text'])} ({told['why']})")
        for opinion in proposal["opinions"]:
            self.stdout.write(f"  opinion: {opinion['title']}, by {opinion['author'] or 'nobody named'}")

    # --- A draft ---

    def draft(self, name: str, report: Source, source: str, as_json: bool) -> None:
        with transaction.atomic():
            intake, outcome = take_in(
                report.text,
                source or source_of(name),
                Path(name).name,
                left_out=report.left_out,
                seconds=report.seconds,
            )
            if outcome == "same":
                told = unchanged(name, intake)
            elif outcome == "changed" and intake.follows:
                told = changed(name, intake.follows, intake)
            else:
                told = made_in_words(name, make_draft(intake, decisions.accept_the_sure(intake.items)))
                told["left_out"] = report.left_out
                if report.left_out:
                    told["lines"].append(f"  {left_out_in_words(report.left_out)}")
        self.tell(as_json, told)

    def tell(self, as_json: bool, told: dict) -> None:
        if as_json:
            self.stdout.write(json.dumps(told))
            return
        for line in told["lines"]:
            self.stdout.write(line)


def read_file(name: str) -> Source:
    """The text of the file called ``name``. Raises Unreadable and, where there is no such file, CommandError."""
    path = Path(name)
    try:
        with path.open("rb") as file:
            return text_of_file(file, path.name or name, path.stat().st_size)
    except FileNotFoundError as error:
        raise CommandError(f"There is no file {name}.") from error
    except IsADirectoryError as error:
        raise CommandError(f"{name} is a folder: name the files in it.") from error
    except OSError as error:
        raise CommandError(f"{name} cannot be read: {error.strerror}.") from error


def source_of(name: str) -> str:
    """Where a file is from if nobody says: its place, so that a changed one is known again."""
    return Path(name).resolve().as_uri()


def with_verdicts(proposal: dict, verdicts: list) -> dict:
    """The proposal with what the archive says of each speaker: `match` where found, `candidates` where it asks."""
    speakers = []
    for person, verdict in zip(proposal["speakers"], verdicts, strict=True):
        keys = [choice.speaker.pk for choice in verdict.choices]
        speakers.append(
            person
            | {
                "match": keys[0] if verdict.kind == "matched" else None,
                "candidates": keys if verdict.kind == "did you mean" else [],
                "match_why": verdict.why,
            }
        )
    return proposal | {"speakers": speakers}


def unchanged(name: str, intake: Intake) -> dict:
    where = {
        Intake.State.READING.value: f"it waits in the review, /admin/intake/intake/{intake.pk}/change/",
        Intake.State.MADE.value: f"its draft is “{intake.event}”"
        if intake.event
        else "its draft was deleted",
        Intake.State.THROWN_AWAY.value: "it was thrown away, and can be taken up again in the review",
    }[intake.state]
    return {
        "outcome": "unchanged",
        "intake": intake.pk,
        "event": intake.event_id,
        "lines": [f"{name}: nothing changed. This text was read on {intake.retrieved_at:%d %B %Y}; {where}."],
    }


def changed(name: str, earlier: Intake, intake: Intake) -> dict:
    found = changes(earlier, intake)
    lines = [f"{name}: the text changed since {earlier.retrieved_at:%d %B %Y}."]
    if intake.event:
        lines.append(f"  “{intake.event}”, made of the earlier text, is as it was.")
    for sign, words, sentences in (
        ("-", "gone", found.gone),
        ("+", "new", found.new),
        ("-", "statement gone", found.statements_gone),
        ("+", "statement new", found.statements_new),
    ):
        lines += [f"  {sign} {words}: {sentence}" for sentence in sentences]
    if not found:
        lines.append("  The same sentences in another order.")
    lines.append(f"Decide what to take over: /admin/intake/intake/{intake.pk}/change/")
    return {
        "outcome": "changed",
        "intake": intake.pk,
        "event": intake.event_id,
        "gone": found.gone,
        "new": found.new,
        "statements_gone": found.statements_gone,
        "statements_new": found.statements_new,
        "lines": lines,
    }


def made_in_words(name: str, made) -> dict:
    new = [speaker.name for speaker in made.new_speakers]
    found = [speaker.name for speaker in made.found_speakers]
    opinions = [opinion.title for opinion in made.opinions + made.known_opinions]
    lines = [
        f"{name}: made the draft “{made.event}”, /admin/events/event/{made.event.pk}/change/",
        f"  made: {made.statements} statements; new people: {', '.join(new) or 'none'}",
        f"  matched with people in the archive: {', '.join(found) or 'none'}",
        f"  opinions: {'; '.join(opinions) or 'none'}",
        f"  left: {'; '.join(made.left) or 'nothing'}",
        *(f"  note: {note}" for note in made.notes),
    ]
    return {
        "outcome": "made",
        "event": made.event.pk,
        "statements": made.statements,
        "new_people": new,
        "matched_people": found,
        "opinions": opinions,
        "left": made.left,
        "notes": made.notes,
        "lines": lines,
    }


def shortened(text: str) -> str:
    return text if len(text) <= 100 else text[:97] + "…"
