"""In which language and by which clock the archive speaks: requests and commands go by what the house says."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.db import DatabaseError
from django.urls import get_urlconf, set_urlconf
from django.utils import timezone
from django.utils.translation import override

from house.models import House
from house.now import known, the_house
from publishing import clock, interface


def as_the_house_says(get_response):
    """A middleware: whatever follows speaks the house's language and goes by its clock.

    The settings are read once an edition in each process; which edition it is, a request asks once, here or in the page
    cache before. Where the database is away it goes by what was known: whoever needs it says so.
    """

    def middleware(request):
        if request.path_info.startswith(settings.STATIC_URL):
            return get_response(request)
        try:
            house = known().settings if hasattr(request, "has_no_database") else the_house()
        except DatabaseError:
            house = known().settings
        if addresses := interface.speak(house.language):
            request.urlconf = addresses
        if zone := clock.zone(house.time_zone):
            # Until the next request says so anew: what is streamed is made when this one is over.
            timezone.activate(zone)
        else:
            timezone.deactivate()
        return get_response(request)

    return middleware


@contextmanager
def as_it_says() -> Iterator[None]:
    """As a request, for what none precedes: a command (``publishing.commands``), a page that is made beforehand.

    An archive that is not upgraded yet has no such settings: the environment's count, and the command says what lacks.
    """
    before = get_urlconf()
    try:
        house = the_house()
    except DatabaseError:
        house = House()
    interface.speak(house.language)
    try:
        with timezone.override(clock.zone(house.time_zone)), override(interface.own()):
            yield
    finally:
        set_urlconf(before)
