"""Words for which nobody is named, at an event that is otherwise on the record: the Rule for a part of it.

Who said them is stored nowhere: no page, file or search can tell what the archive does not know.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any

from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db.models import Q

from events.chatham_house import Participants, participants, slips_of
from events.models import Complaint, Event, Misattributed, OwnWord, Statement
from events.places import Report
from events.standing import standing_elsewhere
from publishing.changes import Changes, call_it, unit_of_work
from publishing.forgetting import BATCH, versions_of
from publishing.models import Version
from publishing.versions import hold, raise_version
from publishing.wholes import Document

#: Stands where a name stood: the same for all, so that nobody can be counted out.
ANYBODY = "A participant"
PARAGRAPH = "the same paragraph of the report"
#: What a statement has that names nobody.
SAID_BY_NOBODY: dict[str, Any] = {"appearance": None, "jointly_with": None}
#: What else is kept of who said what at an event, and forgotten with it; apps add theirs in ``AppConfig.ready()``.
further_memories: list[Callable[[Event], None]] = []


@unit_of_work()
def take_name_off(statement: Statement) -> None:
    """Let nobody be named for ``statement``, and forget for good who said it.

    Raises ValidationError where nobody is named already, or where its own words, the paragraph of the report, a
    correction, or the same words elsewhere would give the speaker away: that is mended first.
    """
    hold(statement)
    if refusal := refusal_to_take_off(statement):
        raise ValidationError(refusal)
    if slips := told_by_surroundings(statement):
        raise ValidationError([f"{words} Change that first." for words in slips])
    call_it(what_for=f"Statement {statement.pk} not for attribution")
    statement.appearance = statement.jointly_with = None
    statement.attribution = ANYBODY
    statement.not_for_attribution = True
    OwnWord.objects.filter(statement=statement).delete()
    Misattributed.objects.filter(statement=statement).delete()
    statement.save(update_fields=["appearance", "jointly_with", "attribution", "not_for_attribution", "fold"])
    raise_version(statement.event)


def refusal_to_take_off(statement: Statement) -> str:
    """Why no name can be taken off ``statement``, in words; blank when it can."""
    if statement.event.under_the_rule or statement.not_for_attribution:
        return "Nobody is named for this statement already."
    return ""


def told_by_surroundings(statement: Statement) -> list[str]:
    """Where readers would learn who said ``statement`` if its own line did not say it, in words."""
    event, here = statement.event, participants(statement.event)
    found = told_by_words(here, statement)
    who = said_by(here, statement)
    return found + [slip.in_words_of_a_part for slip in slips_of(who, event, dict(beside(statement)))]


def told_by_words(here: Participants, statement: Statement) -> list[str]:
    """Whoever took part and is named in the words themselves: any of them may be who said it. Of a session under the
    Rule, also who is named in its title, or in the paragraph of the report."""
    texts = {
        "its own words": f"{statement.text}\n{statement.attribution if statement.not_for_attribution else ''}"
    }
    if statement.session:
        texts |= {"the title of its session": statement.session, PARAGRAPH: paragraph_of(statement)}
    return [slip.in_words_of_a_part for slip in slips_of(here, statement.event, texts)]


def said_by(here: Participants, statement: Statement) -> Participants:
    """Of those who were there, who said ``statement``."""
    chosen = statement.speakers
    if not chosen:
        return Participants([], [statement.attribution], [])
    theirs = {one.speaker_id for one in chosen}
    people = [person for person in here.people if person.pk in theirs]
    return Participants(people, [one.printed_name for one in chosen], [one.printed_post for one in chosen])


def beside(statement: Statement) -> Iterator[tuple[str, str]]:
    """The texts, by where they stand, in which a name would be read as that of whoever said ``statement``."""
    if paragraph := paragraph_of(statement):
        yield PARAGRAPH, paragraph
    for correction in statement.corrections.all():
        yield f"the correction of {correction.date:%-d %B %Y}", correction.text
    for place in standing_elsewhere(statement):
        other = place.record
        name = f"{other.said_by}\n" if isinstance(other, Statement) else ""
        yield place.label, name + place.text


def paragraph_of(statement: Statement) -> str:
    """The paragraph of the report round its words; blank where they stand in none."""
    if statement.own_words:
        return ""
    report = Report(statement.event.report)
    return report.paragraph_of(statement.text, statement.prefix, statement.suffix)


# --- Forgetting ---


def forget_who_said(changes: Changes) -> None:
    """Called when versions are written: of statements for which nobody is named any more, forget what is kept."""
    touched = Q()
    if said := changes.get(Statement):
        touched |= Q(pk__in=said)
    if events := changes.get(Event):
        touched |= Q(event__in=events)
    if not touched:
        return
    of_event: dict[int, set[int]] = defaultdict(set)
    rows = Statement.objects.filter(touched, not_for_attribution=True).order_by()
    for key, statement in rows.values_list("event", "pk"):
        of_event[key].add(statement)
    if of_event:
        for event in Event.objects.filter(pk__in=of_event).defer("report", "fold"):
            forget_of_event(event, of_event[event.pk])


def forget_of_event(event: Event, keys: set[int]) -> None:
    telling = {
        version: names for version in versions_of(event) if (names := named_in(version.document, keys))
    }
    if not telling:
        return
    known = {pk for names in telling.values() for pk in names}
    for version in telling:
        version.document = without_names_of(version.document, keys)
    Version.objects.bulk_update(telling, ["document"], batch_size=BATCH)
    for pk in known:
        versions_of(event).filter(what_for__startswith=f"Statement {pk} from ").update(what_for="")
    statements = ContentType.objects.get_for_model(Statement)
    entries = LogEntry.objects.filter(content_type=statements, object_id__in=[str(pk) for pk in known])
    entries.update(change_message="")
    Complaint.objects.filter(statement__in=known).delete()
    OwnWord.objects.filter(statement__in=known).delete()
    Misattributed.objects.filter(statement__in=known).delete()
    for forget in further_memories:
        forget(event)


def named_in(document: Document, keys: set[int]) -> list[int]:
    rows = document["parts"].get("statements", [])
    return [row["id"] for row in rows if row["id"] in keys and row.get("appearance") is not None]


def without_names_of(document: Document, keys: set[int]) -> Document:
    """``document`` as if nobody had ever been named for these statements."""
    nobody = SAID_BY_NOBODY | {"attribution": ANYBODY, "not_for_attribution": True}
    rows = document["parts"].get("statements", [])
    changed = [row | nobody if row["id"] in keys else row for row in rows]
    return document | {"parts": document["parts"] | {"statements": changed}}


def without_names(document: Document) -> Document:
    """``document``, which somebody wants to keep, without names that were taken off meanwhile."""
    rows = document["parts"].get("statements", [])
    keys = [row["id"] for row in rows if isinstance(row["id"], int) and row.get("appearance") is not None]
    flagged = Statement.objects.filter(pk__in=keys, not_for_attribution=True).values_list("pk", flat=True)
    return without_names_of(document, set(flagged)) if flagged else document
