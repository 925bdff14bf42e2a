import json
import sys
from pathlib import Path

from django.core.management.base import CommandError

from public.records import correction_data, statement_data
from publishing.commands import ArchiveCommand
from verifying.verify import LONGEST, Answer, verify


class Command(ArchiveCommand):
    help = "Answer each claim in FILE with what the public archive has. Nothing of it is kept."

    def add_arguments(self, parser):
        parser.add_argument("file", metavar="FILE", help="a text in UTF-8; - reads what is piped in")
        parser.add_argument("--json", action="store_true", help="one JSON object")

    def handle(self, file, **options):
        text = read(file)
        if len(text) > LONGEST:
            raise CommandError(f"{file} has {len(text):,} characters; at most {LONGEST:,} are read at once.")
        verified = verify(text)
        answers = [as_data(one) for one in verified.answers]
        if options["json"]:
            whole = {"claims": answers, "not_answered": verified.more}
            self.stdout.write(json.dumps(whole, ensure_ascii=False, indent=2))
            return
        for number, answer in enumerate(verified.answers, start=1):
            self.stdout.write(in_words(number, answer))
        if verified.more:
            self.stdout.write(f"{verified.more} more claims are not answered.")


def read(file: str) -> str:
    """The text. Raises CommandError that says why it cannot be read."""
    try:
        raw = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        return raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\0", " ")
    except OSError as error:
        raise CommandError(f"{file} cannot be read: {error.strerror}.") from None
    except UnicodeDecodeError:
        raise CommandError(f"{file} is no text in UTF-8.") from None


def as_data(answer: Answer) -> dict:
    claim = answer.claim
    gone = answer.withdrawn
    return {
        "speaker": claim.speaker,
        "words": claim.words,
        "quoted": claim.is_quoted,
        "start": claim.start,
        "end": claim.end,
        "verdict": answer.verdict.value,
        "verdict_in_words": str(answer.verdict.label),
        "note": answer.note,
        "differences": [piece._asdict() for piece in answer.differences],
        "statement": statement_data(answer.statement) if answer.statement else None,
        "correction": correction_data(answer.correction) if answer.correction else None,
        "withdrawn": {"number": gone.pk, "address": gone.get_absolute_url()} if gone else None,
    }


def in_words(number: int, answer: Answer) -> str:
    claim, lines = answer.claim, [f"{number}. {answer.verdict.label}: {answer.note}"]
    lines.append(f"   {claim.speaker or 'Nobody named'}: {claim.words}")
    if answer.statement:
        data = statement_data(answer.statement)
        lines.append(f"   {data['said_by']}, {data['date']} ({data['evidence_in_words']}): {data['words']}")
        lines.append(f"   {data['url']}")
    if answer.withdrawn:
        lines.append(f"   {answer.withdrawn.get_absolute_url()}")
    return "\n".join(lines) + "\n"
