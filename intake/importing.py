"""Taking in a text: read once, known again by its words and by where it is from."""

import re
from typing import Literal

from django.db import transaction

from intake import decisions, matching, reading
from intake.models import Intake, digest_of
from intake.subjects import tell_subjects

Outcome = Literal["new", "same", "changed"]


def propose(text: str) -> dict:
    """What the text says, as the reader proposes it, told about the people whom the archive knows."""
    proposal = reading.read_report(text, matching.known_people(text)).as_dict()
    tell_subjects(proposal, text)
    return proposal


@transaction.atomic
def take_in(
    text: str,
    source: str = "",
    file_name: str = "",
    by=None,
    left_out: int = 0,
    seconds: tuple[int, ...] = (),
    old_address: str = "",
    proposal: dict | None = None,
) -> tuple[Intake, Outcome]:
    """Keep ``text`` with a proposal for it; one that was read before is found again and changes nothing.

    A text that differs from an earlier one of the same source is "changed": it is read too, follows that one, and
    goes to the same event, which stays as it is until somebody has decided. ``left_out`` is how many words of the
    source are not in it, ``seconds`` when in a recording each of its paragraphs begins; ``old_address`` is where it
    stood on the institution's old site, ``proposal`` what `propose` said of it where that was asked already.
    """
    digest = digest_of(text)
    known = Intake.objects.filter(digest=digest).first()
    if known:
        return known, "same"
    earlier = Intake.objects.filter(source=source).newest_first().first() if source else None
    proposal = proposal or propose(text)
    if seconds:
        proposal["seconds"] = list(zip(_starts(text), seconds, strict=False))
    intake, created = Intake.objects.get_or_create(
        digest=digest,
        defaults={
            "text": text,
            "source": source,
            "old_address": old_address,
            "file_name": file_name[:255],
            "read_by": by,
            "left_out": left_out,
            "follows": earlier,
            "event": earlier.event if earlier else None,
            "proposal": proposal,
            "decisions": {"items": decisions.first_items(proposal)},
        },
    )
    if not created:
        return intake, "same"
    return intake, "changed" if earlier else "new"


def _starts(text: str) -> list[int]:
    """Where each paragraph begins."""
    return [0, *(blank.end() for blank in re.finditer(r"\n\n", text))]
