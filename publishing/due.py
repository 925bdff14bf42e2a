"""What happens by itself at a moment that was set: a change that waits appears, and what was public until then ends.

Readers need nobody for it: ``gate.public_now`` goes by the clock, and whoever first reads after the moment lets it be
done (``publishing.editions``). ``publish_due`` does it too.
"""

import logging
from datetime import datetime
from typing import NamedTuple

from django.core.exceptions import ValidationError

from publishing import pending
from publishing.author import nobody
from publishing.deeds import withdraw_if_over
from publishing.gate import PUBLIC_STATUSES, over
from publishing.models import Publishable

logger = logging.getLogger(__name__)


class Done(NamedTuple):
    published: int
    withdrawn: int


def do_what_is_due() -> Done:
    """Withdraw the items and publish the changes whose moment has come, each by itself; return how many.

    A promise to take something back is kept first, whatever is wrong with a change.
    """
    withdrawn = withdraw_due()
    return Done(pending.publish_due(), withdrawn)


def do_for_nobody() -> None:
    """As a command would, in whosever request."""
    with nobody():
        do_what_is_due()


def moments() -> list[datetime]:
    """All moments at which something ends, those that have passed and were not seen to among them."""
    first, *others = (
        model._base_manager.filter(status__in=PUBLIC_STATUSES, withdraw_at__isnull=False)
        .order_by()
        .values_list("withdraw_at", flat=True)
        for model in Publishable.__subclasses__()
    )
    return [moment for moment in first.union(*others).order_by("withdraw_at") if moment]


def next_due() -> datetime | None:
    """The earliest moment at which something is to be done by itself, though it may have passed."""
    return min(filter(None, [pending.next_due(), *moments()]), default=None)


def withdraw_due() -> int:
    """Withdraw what is over, with the notes that were written for then; return how many.

    What cannot be withdrawn is told in the log. No reader sees it, and it is tried again.
    """
    done = 0
    for model in Publishable.__subclasses__():
        for item in model._base_manager.filter(over()).order_by("withdraw_at"):
            try:
                done += withdraw_if_over(item)
            except ValidationError as error:
                logger.error("“%s” could not be withdrawn at its moment: %s", item, error)
    return done
