"""What was asked for and not found, and nothing about who asked: so that an old address can be led on."""

import re
from collections import OrderedDict
from datetime import timedelta
from threading import Lock
from urllib.parse import unquote

from django.db.models import F
from django.utils import timezone

from house.old_site.addresses import LONGEST
from house.old_site.models import NotFound, Redirect
from publishing.forgetting import Names
from publishing.in_passing import in_passing
from publishing.models import readable_slug

#: So often an address is asked for in a day before it is written down.
LEAST = 2
#: Rows kept, and days for which one is kept that nobody asks for any more.
MOST_ROWS, DAYS = 1000, 30
#: So many addresses wait in a process, and so often it writes in a minute, whatever strangers ask for.
MOST_WAITING, MOST_WRITES = 1000, 30

#: What nobody ever linked to: robots try what might be open.
PROBES = re.compile(
    r"/\.|/wp-(?:login|admin|includes|config|json|cron|signup)|/wp-content/(?:plugins|themes)|xmlrpc\.php"
    r"|/(?:cgi-bin|vendor|phpmyadmin|pma|owa|autodiscover|actuator|boaform|hnap1|_profiler|telescope)\b"
    r"|\.(?:env|sql|bak|old|swp|ini|ya?ml|cfg|sh|cgi|exe|dll)(?:$|\?)|\.php/?$"
    r"|^/(?:favicon\.|apple-touch-icon|browserconfig\.xml|ads\.txt|app-ads\.txt|humans\.txt)",
    re.I,
)
#: For editors and programs, who ask for what is not there for reasons of their own.
NOT_FOR_READERS = ("/admin/", "/api/", "/static/")


class Waiting:
    """Addresses that were asked for of late and are not written down yet; each process has its own."""

    def __init__(self) -> None:
        self.lock = Lock()
        self.times: OrderedDict[str, int] = OrderedDict()
        self.day, self.minute, self.writes = timezone.now().date(), 0, 0

    def add(self, address: str) -> int:
        """How often it was asked for since it was written down last; 0 while that is not worth a write."""
        with self.lock:
            self._turn_over()
            times = self.times.pop(address, 0) + 1
            if times >= LEAST and self.writes < MOST_WRITES:
                self.writes += 1
                return times
            self.times[address] = times
            if len(self.times) > MOST_WAITING:
                self.times.popitem(last=False)
            return 0

    def _turn_over(self) -> None:
        now = timezone.now()
        minute = int(now.timestamp() // 60)
        if minute != self.minute:
            self.minute, self.writes = minute, 0
        if now.date() != self.day:
            self.day = now.date()
            self.times.clear()


waiting = Waiting()


def remember(address: str) -> None:
    """Count that ``address``, in its one form, was asked for; where it cannot be written down, nobody is told."""
    if is_worth_it(address) and (times := waiting.add(address)):
        in_passing(lambda: _count(address, times))


def is_worth_it(address: str) -> bool:
    """Whether somebody may have followed a link there. An e-mail address in a query is nobody's to keep."""
    return (
        len(address) <= LONGEST
        and "@" not in address
        and not f"{address}/".startswith(NOT_FOR_READERS)
        and not PROBES.search(address)
    )


def _count(address: str, times: int) -> None:
    today = timezone.localdate()
    if NotFound.objects.filter(address=address).update(times=F("times") + times, last_on=today):
        return
    # Two processes may meet it for the first time at once.
    NotFound.objects.bulk_create([NotFound(address=address, times=times)], ignore_conflicts=True)
    NotFound.objects.filter(last_on__lt=today - timedelta(days=DAYS)).delete()
    if NotFound.objects.count() > MOST_ROWS:
        # The rarest, and of equals those that were asked for longest ago.
        beyond = NotFound.objects.order_by("-times", "-last_on", "-pk")[MOST_ROWS:]
        NotFound.objects.filter(pk__in=list(beyond.values_list("pk", flat=True))).delete()


# --- Forgetting ---


def tells(address: str, names: Names) -> bool:
    """Whether an address, whatever parts its words, has one of ``names``."""
    words = re.sub(r"[\W_]+", " ", unquote(address))
    # In pieces, for a slug is cut.
    return names.stand_in(words) or names.stand_in_address("-".join(map(readable_slug, words.split())))


def forget_names(names: Names) -> None:
    """Forget the redirects from or to an address with one of ``names``, and what was asked for by it."""
    for model in (Redirect, NotFound):
        told = [one.pk for one in model.objects.all() if tells(f"{one} {getattr(one, 'target', '')}", names)]
        model.objects.filter(pk__in=told).delete()


def forget_names_at(record, names: Names) -> None:
    """Forget the redirects to ``record`` from an address with one of ``names``, and all that was asked for by one."""
    here = Redirect.objects.filter(target__startswith=record.get_absolute_url())
    for rows in (here, NotFound.objects.all()):
        rows.model.objects.filter(pk__in=[one.pk for one in rows if tells(one.address, names)]).delete()


def forget_redirects_to(record, names: Names) -> None:
    """Forget the redirects to ``record`` from an address with one of ``names``."""
    here = Redirect.objects.filter(target__startswith=record.get_absolute_url())
    Redirect.objects.filter(pk__in=[one.pk for one in here if tells(one.address, names)]).delete()
