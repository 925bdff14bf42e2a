"""Which edition of the archive readers see: it changes whenever anything that a page shows does, or its moment comes.

One number for the whole archive, and no list of what each page depends on: a page that was kept under an edition is
that page for as long as the edition is today's, in every process and on every machine.
"""

import logging
from collections.abc import Callable
from contextvars import ContextVar
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from django.core.management.color import no_style
from django.db import DEFAULT_DB_ALIAS, connection, connections, models
from django.utils import timezone
from psycopg import OperationalError
from psycopg.pq import ExecStatus
from psycopg_pool import ConnectionPool

from publishing import due, pending
from publishing.changes import unit_is_open
from publishing.gate import PUBLIC_STATUSES
from publishing.models import Correction, Edition, Publishable

logger = logging.getLogger(__name__)

#: Rows that stay; one would do.
KEPT = 100
#: Nothing is kept for longer.
LONGEST = timedelta(days=365)
LATEST = f"SELECT COALESCE(MAX(id), 0) FROM {Edition._meta.db_table}"


class Now(NamedTuple):
    """The edition of this moment, and until when it is at most: then something appears or ends, or a day begins.

    What tells no day is the same until ``appears``.
    """

    edition: int
    until: datetime
    appears: datetime


_last: Now | None = None
#: The edition that a request has been told already: a list with one in it, or none. None outside of requests.
_of_request: ContextVar[list[int] | None] = ContextVar("edition_of_request", default=None)


def asked_once(get_response):
    """A middleware: within a request the edition is asked once, however many ask for what is kept of it.

    Nothing is forgotten at its end: what is streamed is made after it.
    """

    def middleware(request):
        _of_request.set([])
        return get_response(request)

    return middleware


def forget() -> None:
    """Let the next who asks ask the database: this edition is over, or what is asked is another archive."""
    global _last
    _last = None
    if _of_request.get() is not None:
        _of_request.set([])


def advance() -> None:
    """Begin another edition; called last in a transaction, while no other can (see ``one_at_a_time``).

    A row is added and none changed; one that is read is never older than what its readers see.
    """
    edition = Edition.objects.create()
    if edition.pk % KEPT == 0:
        Edition.objects.filter(pk__lt=edition.pk).delete()
    forget()


def advance_past_all(last: int) -> None:
    """Begin an edition that no reader was told of before, whichever archives stood here: ``last`` was told last.

    It has the number of its moment, in milliseconds. Those after it go on by one, and changes come more slowly than
    milliseconds do: no number of an archive reaches the moment at which another is restored.
    """
    Edition.objects.create(pk=max(last + 1, int(timezone.now().timestamp() * 1000)))
    with connection.cursor() as cursor:
        for sql in connection.ops.sequence_reset_sql(no_style(), [Edition]):
            cursor.execute(sql)
    forget()


def now(told: int = 0) -> Now:
    """Asks the database one small question, if the edition was not ``told``, and more only after a change."""
    global _last
    edition = told or latest()
    today = known(edition)
    if today is None:
        moment = timezone.now()
        if (first := due.next_due()) and first <= moment:
            _do_what_is_due()
            edition = latest()
        appears = next_appearance(moment)
        today = _last = Now(edition, min(midnight_after(moment), appears), appears)
    tell_the_request(today.edition)
    return today


def known(edition: int) -> Now | None:
    """What this process knows of ``edition``, where that is today's still; asks nothing."""
    last = _last
    return last if last and last.edition == edition and timezone.now() < last.until else None


def of_request() -> int:
    """The edition that this request is made of; asked anew outside of requests."""
    told = _of_request.get()
    if told:
        return told[0]
    edition = latest()
    tell_the_request(edition)
    return edition


def tell_the_request(edition: int) -> None:
    """What follows in this request goes by ``edition``, and does not ask again."""
    if _of_request.get() is not None:
        _of_request.set([edition])


def _do_what_is_due() -> None:
    """What stands in its way keeps no page from a reader; it is tried again with the next edition."""
    try:
        due.do_for_nobody()
    except Exception:
        logger.exception("What was to happen at a moment that has come could not be done.")


def latest() -> int:
    here = connections[DEFAULT_DB_ALIAS]  # once: what stands for it, `connection`, looks it up at each word
    pool = getattr(here, "pool", None)
    if pool is None or here.connection is not None:
        with here.cursor() as cursor:
            cursor.execute(LATEST)
            return cursor.fetchone()[0]
    with here.wrap_database_errors, here.waited_for_once():  # type: ignore[attr-defined]  # config.postgresql has it
        return _from_pool(pool)


def _from_pool(pool: ConnectionPool) -> int:
    """Asked past Django's connection and psycopg's cursors, which take five times as long as the question."""
    pool.open()
    held = pool.getconn()
    try:
        answer = held.pgconn.exec_(LATEST.encode())
    finally:
        pool.putconn(held)
    if answer.status != ExecStatus.TUPLES_OK:
        raise OperationalError(answer.error_message.decode(errors="replace"))
    return int(answer.get_value(0, 0) or 0)


def next_moment(after: datetime) -> datetime:
    """When readers next see something else although nobody changes anything."""
    return min(midnight_after(after), next_appearance(after))


def midnight_after(moment: datetime) -> datetime:
    return beginning_of(timezone.localdate(moment) + timedelta(days=1))


def beginning_of(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def next_appearance(after: datetime) -> datetime:
    """When something appears or ends, a correction on its day among them; in a year where nothing does."""
    to_come = Correction.objects.filter(date__gt=timezone.localdate(after))
    day = to_come.aggregate(next=models.Min("date"))["next"]
    moments = (next_scheduled(after), day and beginning_of(day), after + LONGEST)
    return min(filter(None, moments))


def next_scheduled(after: datetime) -> datetime | None:
    """When the next item appears, changes or ends by itself."""
    moments: list[datetime] = []
    for model in Publishable.__subclasses__():
        coming = model._base_manager.filter(status__in=PUBLIC_STATUSES, publish_at__gt=after)
        moments += filter(None, [coming.aggregate(next=models.Min("publish_at"))["next"]])
    moments += [end for end in due.moments() if end > after]
    moments += filter(None, [pending.next_due(after)])
    return min(moments, default=None)


class OnceAnEdition[Read]:
    """What is the same for a whole edition: read once in each process, and anew as soon as the edition is another.

    Within a unit of work it is read anew each time, and not kept: what the unit has written may be undone.
    """

    def __init__(self, read: Callable[[], Read]):
        self.read = read
        self.kept: tuple[int, Read] | None = None

    def now(self) -> Read:
        """Asks the database one small question a request, and more only after a change."""
        if unit_is_open():
            return self.read()
        edition, kept = of_request(), self.kept
        if kept is None or kept[0] != edition:
            kept = self.kept = edition, self.read()
        return kept[1]

    def last(self) -> Read | None:
        """What this process has read last, without asking whether it is so still; None where it has read nothing."""
        return self.kept[1] if self.kept else None
