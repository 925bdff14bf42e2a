"""Whether links to other sites still answer: asked by a command, never while a page is made."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from http import HTTPStatus
from typing import NamedTuple
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from django.db import models, transaction

from keeping.models import DeadLink, LinkCheck
from publishing.wholes import WHOLES, columns_of

#: Asked at once, and how many seconds each has.
AT_ONCE = 8
PATIENCE = 15
#: Who asks, so that other sites can tell.
AGENT = "Rapporteur link check (an archive asks whether its sources still answer)"
#: Of these a site says that it does not want to be asked by a machine, and not that the page is gone.
NOT_TOLD = {
    HTTPStatus.UNAUTHORIZED,
    HTTPStatus.FORBIDDEN,
    HTTPStatus.METHOD_NOT_ALLOWED,
    HTTPStatus.TOO_MANY_REQUESTS,
}


class Link(NamedTuple):
    """An address of another site, and the record in which it stands."""

    address: str
    kind: str
    object_id: int


def all_links() -> Iterator[Link]:
    """Each address once, with the first record that has it."""
    seen = set()
    for whole in WHOLES.values():
        for column in columns_of(whole.model):
            if isinstance(column, models.URLField):
                rows = whole.model._base_manager.exclude(**{column.name: ""}).order_by("pk")
                for pk, address in rows.values_list("pk", column.name).iterator(chunk_size=500):
                    if address not in seen:
                        seen.add(address)
                        yield Link(address, whole.kind, pk)


def why_dead(address: str) -> str:
    """What keeps ``address`` from being read, in words; blank where it answers, or does not tell a machine."""
    try:
        with urlopen(
            Request(address, headers={"User-Agent": AGENT}), timeout=PATIENCE
        ):  # http or https: URLField
            return ""
    except HTTPError as error:
        return "" if error.code in NOT_TOLD else f"{error.code} {HTTPStatus(error.code).phrase}"
    except OSError as error:
        reason = getattr(error, "reason", error)
        return f"does not answer ({getattr(reason, 'strerror', None) or reason})"[:200]
    except ValueError:  # an address that no site can have
        return "is no address that can be asked"


def check_links() -> tuple[int, int]:
    """Ask each link once; returns how many were asked, and how many did not answer. Remembers since when."""
    links = list(all_links())
    with ThreadPoolExecutor(AT_ONCE) as threads:
        answers = list(threads.map(lambda link: why_dead(link.address), links))
    dead = [(link, answer) for link, answer in zip(links, answers, strict=True) if answer]
    with transaction.atomic():
        DeadLink.objects.exclude(address__in=[link.address for link, _ in dead]).delete()
        for link, answer in dead:
            told = {"answer": answer, "kind": link.kind, "object_id": link.object_id}
            DeadLink.objects.update_or_create(address=link.address, defaults=told)
        LinkCheck.objects.all().delete()
        LinkCheck.objects.create(asked=len(links))
    return len(links), len(dead)
