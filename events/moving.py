"""Giving a statement to whoever said it: its number and its address stay, and readers are told what stood there."""

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import Truncator

from events.models import Appearance, Event, Misattributed, OwnWord, Statement
from publishing.changes import call_it, unit_of_work
from publishing.versions import hold, raise_version

#: Stands in a proposed correction for whoever is chosen.
CHOSEN = "[[name]]"
#: As ``Version.what_for`` holds it.
LONGEST_REASON = 300


@unit_of_work()
def move_statement(
    statement: Statement, to: Appearance | str, correction: str = "", reason: str = ""
) -> None:
    """Attribute ``statement`` to ``to``: a speaker of its event, a row for one who is to be listed there, or a group as
    printed. ``correction`` tells readers; ``reason`` says for the history why none is needed.

    Raises ValidationError when it is theirs already, is withdrawn or under the Rule, when the speaker is no longer
    listed or is gone, or when readers knew it and neither a correction nor a reason is given.
    """
    hold(statement)
    if refusal := refusal_to_move(statement):
        raise ValidationError(refusal)
    former, formerly = statement.said_by, statement.speakers
    statement.appearance = to if isinstance(to, Appearance) else None
    statement.jointly_with = None  # whoever else is printed with it did not say it with them
    statement.attribution = "" if isinstance(to, Appearance) else to.strip()
    if isinstance(to, Appearance):
        statement.appearance = listed(statement.event, to)
    elif not statement.attribution:
        raise ValidationError("Say who it was, as printed: “The experts”.")
    check_it_moves(statement)
    check_readers_are_told(statement.event, correction, reason)
    call_it(what_for=Truncator(moved_in_words(statement, former, reason)).chars(LONGEST_REASON))
    OwnWord.objects.filter(statement=statement).delete()  # it was another's
    statement.save(update_fields=["appearance", "jointly_with", "attribution", "fold"])
    raise_version(statement.event)
    if correction.strip():
        told = statement.corrections.create(text=correction.strip().replace(CHOSEN, statement.said_by))
        Misattributed.objects.bulk_create(
            Misattributed(statement=statement, speaker_id=one.speaker_id, correction=told)
            for one in formerly
            if one not in statement.speakers
        )


def refusal_to_move(statement: Statement) -> str:
    """Why ``statement`` cannot be given to anybody else, in words; blank when it can."""
    if statement.event.under_the_rule:
        return "Under the Chatham House Rule a statement has no speaker."
    if statement.not_for_attribution:
        return "This statement is not for attribution: if it may be now, say so on the event’s form."
    if statement.withdrawn_at:
        return "This statement is withdrawn: show it again first, if it was said."
    return ""


def listed(event: Event, row: Appearance) -> Appearance:
    """``row`` as a speaker of ``event``, which is held; one who is new there comes last."""
    there = event.appearances.filter(pk=row.pk) if row.pk else event.appearances.filter(speaker=row.speaker)
    if found := there.first():
        return found
    if row.pk:
        raise ValidationError(f"{row} is no longer listed at this event: choose again.")
    hold(row.speaker)
    last = event.appearances.last()
    row.event, row.order = event, last.order + 1 if last else 1
    row.printed_name = row.printed_name or row.speaker.name
    row.full_clean()
    row.save()
    return row


def check_it_moves(statement: Statement) -> None:
    now = Statement.objects.select_related("appearance", "jointly_with").get(pk=statement.pk)
    if (now.speakers, now.attribution) == (statement.speakers, statement.attribution):
        raise ValidationError(f"It is {now.said_by}’s already.")


def check_readers_are_told(event: Event, correction: str, reason: str) -> None:
    if event.address_was_shown and not (correction.strip() or reason.strip()):
        raise ValidationError("Readers have met it: write a correction, or say why none is needed.")
    if correction.strip() and not event.address_was_shown:
        raise ValidationError("Readers have never met it, so there is nothing to correct.")


def moved_in_words(statement: Statement, former: str, reason: str) -> str:
    told = f"Statement {statement.pk} from {former} to {statement.said_by}"
    return f"{told}; no correction: {reason.strip()}" if reason.strip() else told


def proposed_correction(statement: Statement) -> str:
    today = date_format(timezone.localdate(), "j F Y")
    return f"Until {today} this statement was attributed to {statement.said_by}. It is by {CHOSEN}."


def names_beside(statement: Statement) -> list[str]:
    """How the report, in the words of ``statement`` or close to them, names whoever it is attributed to now."""
    beside = f"{statement.prefix} {statement.text} {statement.suffix}".casefold()
    names = {name: None for one in statement.speakers for name in (one.printed_name, one.short_name)}
    return [name for name in names if name.casefold() in beside][:1]
