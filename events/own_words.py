"""The speaker's own word: a link that shows them what is recorded of them, and what becomes of their answer."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.core import signing
from django.core.exceptions import ValidationError
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from events.chatham_house import check_words
from events.models import Appearance, Event, OwnWord, OwnWordLink, Statement
from events.models.own_word import OPEN_FOR, print_of
from publishing.changes import note, unit_of_work
from publishing.versions import hold, hold_row

SALT = "events.own_words"
USED_UP = _(
    "This link does not work any more: it was used, a newer one was made, or its thirty days are over."
)
GONE = "Nothing was decided: the statement was given to somebody else meanwhile, and what was said of it is gone."
ANOTHER_NOW = _("This statement was changed after you had opened this page. Read it again before you answer.")


@dataclass(frozen=True)
class Answer:
    """What a speaker says of one statement: that it is right, what is not, or nothing; and a reply for readers.

    ``seen`` is the print of the statement as it stood before them; blank where that is not known.
    """

    confirms: bool = False
    objection: str = ""
    reply: str = ""
    seen: str = ""

    @property
    def says_something(self) -> bool:
        return bool(self.confirms or self.objection or self.reply)

    def is_of_other_words(self, statement: Statement) -> bool:
        """Whether it was given to words, or a name, that do not stand there any more."""
        return self.says_something and self.seen not in ("", print_of(statement))


class AnotherNow(ValidationError):
    """A statement was changed after the speaker had read it."""


# --- Asking ---


@unit_of_work()
def ask(appearance: Appearance, by: Any = None) -> OwnWordLink:
    """Make the one link of ``appearance`` that works; former ones end.

    Raises ValidationError unless the event is public, on the record, and has statements of theirs.
    """
    _hold_to_ask(appearance.event_id)
    if not statements_of(appearance).exists():
        raise ValidationError(f"Nothing is recorded of {appearance} here.")
    OwnWordLink.objects.filter(appearance=appearance, answered_at__isnull=True).delete()
    return OwnWordLink.objects.create(appearance=appearance, made_by=by)


@unit_of_work()
def ask_all(event: Event, by: Any = None) -> list[OwnWordLink]:
    """Make a link for each speaker of ``event`` who has words to answer for and was not asked yet, in their order.

    Nobody is asked twice: whose link ran out is asked anew by ``ask``. Raises ValidationError as that does.
    """
    _hold_to_ask(event.pk)
    links = [OwnWordLink(appearance=one, made_by=by) for one in to_be_asked(event)]
    return OwnWordLink.objects.bulk_create(links)


def speakers_of(event: Event) -> QuerySet[Appearance]:
    """All of ``event``, each with ``has_words``: whether there is anything to ask them about."""
    return event.appearances.annotate(has_words=_has_words())


def to_be_asked(event: Event) -> QuerySet[Appearance]:
    """Those with words to answer for who have had no link yet."""
    asked = OwnWordLink.objects.filter(appearance=OuterRef("pk"))
    return event.appearances.filter(_has_words(), ~Exists(asked))


def _has_words() -> Exists:
    """Whether something is recorded that this speaker alone said."""
    return Exists(Statement.objects.standing().filter(appearance=OuterRef("pk"), jointly_with=None))


def _hold_to_ask(event_id: int) -> None:
    hold_row(Event, event_id)
    event = Event.objects.get(pk=event_id)
    if not event.is_public or event.under_the_rule:
        raise ValidationError("Speakers are asked about what is public and on the record.")


def key_of(link: OwnWordLink) -> str:
    """What the address has: signed, so that nobody makes one up, and of no use once the row is answered or gone."""
    return signing.dumps(link.pk, salt=SALT)


def link_of(key: str) -> OwnWordLink:
    """The link with ``key``. Raises ValidationError where it is of no use (any more)."""
    try:
        pk = signing.loads(key, salt=SALT, max_age=OPEN_FOR)
    except (signing.BadSignature, ValueError, TypeError):
        raise ValidationError(USED_UP) from None
    links = OwnWordLink.objects.select_related("appearance__event", "appearance__speaker")
    link = links.filter(pk=pk).first() if isinstance(pk, int) else None
    if link is None or not link.is_open or not link.appearance.event.is_public:
        raise ValidationError(USED_UP)
    return link


def statements_of(appearance: Appearance):
    """What readers see of what they said at that event, and nothing else: not what they said with another, of which
    neither can say alone that it is so."""
    said = Statement.objects.standing().filter(appearance=appearance, jointly_with=None)
    return said.select_related("event", "appearance", "jointly_with")


# --- Answering ---


@unit_of_work()
def answer(link: OwnWordLink, answers: Mapping[int, Answer]) -> int:
    """Keep what a speaker said, by the keys of statements; returns of how many they said something.

    Raises ValidationError where the link was used meanwhile: of two who send it at once, the first is heard; and
    AnotherNow where a statement of which they say something is not as they have read it.
    """
    hold_row(Event, link.appearance.event_id)
    link = (
        OwnWordLink.objects.select_for_update().filter(pk=link.pk, answered_at__isnull=True).first()
        or _used_up()
    )
    said = [
        one for one in statements_of(link.appearance) if one.pk in answers and answers[one.pk].says_something
    ]
    if any(answers[one.pk].is_of_other_words(one) for one in said):
        raise AnotherNow(ANOTHER_NOW)
    for statement in said:
        _keep(statement, answers[statement.pk])
    link.answered_at = timezone.now()
    link.save(update_fields=["answered_at"])
    note(Event, [link.appearance.event_id])
    note(Statement, [one.pk for one in said])
    return len(said)


def _used_up():
    raise ValidationError(USED_UP)


def _keep(statement: Statement, told: Answer) -> None:
    word = OwnWord.objects.filter(statement=statement).first() or OwnWord(statement=statement)
    now = word.answered_at = timezone.now()
    confirms = told.confirms and not told.objection
    word.confirmed_at, word.confirmed_print = (now, print_of(statement)) if confirms else (None, "")
    if told.objection:
        word.objection, word.objected_at, word.closed_at, word.decided = told.objection, now, None, ""
    elif confirms:
        word.objected_at = None
    if told.reply:
        word.reply, word.reply_state = told.reply, OwnWord.Reply.WAITS
    word.save()


# --- Deciding ---


@unit_of_work()
def decide(word: OwnWord, *, reply: str = "", closes: bool = False, decided: str = "") -> None:
    """An editor publishes the reply or does not (``reply``: a state of OwnWord.Reply), or closes the objection.

    A reply that was published stands for good. Raises ValidationError where it would be taken back, where there is
    nothing to decide, or where it names somebody who must not be named.
    """
    hold(word.statement)
    if not OwnWord.objects.filter(pk=word.pk).exists():
        raise ValidationError(GONE)
    word.refresh_from_db()
    if reply and not word.reply:
        raise ValidationError("There is no reply.")
    if word.reply_state == OwnWord.Reply.PUBLIC and reply not in ("", OwnWord.Reply.PUBLIC):
        raise ValidationError("A published reply stands for good.")
    if reply == OwnWord.Reply.PUBLIC:
        check_words(word.statement.event, word.reply)
    if closes and (word.objected_at is None or word.closed_at):
        raise ValidationError("There is no objection that waits.")
    word.reply_state = reply or word.reply_state
    word.closed_at = timezone.now() if closes else word.closed_at
    word.decided = decided or word.decided
    word.save()
    note(Event, [word.statement.event_id])
    note(Statement, [word.statement_id])
