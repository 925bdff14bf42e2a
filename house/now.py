"""The house as readers see it now: read once an edition in each process, so that a page that shows it costs no more."""

from collections.abc import Callable
from functools import cached_property

from django.db import DEFAULT_DB_ALIAS

from house.models import THE_ONE, House, Page
from publishing import editions
from publishing.editions import OnceAnEdition

#: What else stands at the foot of every page, or a blank text. Apps further down the line add theirs.
further_lines: list[Callable[[], str]] = []


#: What is not asked for when that is all that is known.
UNREAD: dict[str, list] = {"lines": [], "pages": []}


class Now:
    """The settings, and what leads to the pages of the house, at the head and the foot of every page."""

    def __init__(self, settings: House):
        self.settings = settings

    @cached_property
    def pages(self) -> list[Page]:
        """The pages that readers are led to, those to come too: which are public the clock says, each time."""
        return list(Page.objects.using(DEFAULT_DB_ALIAS).in_menus())

    @property
    def menu(self) -> list[Page]:
        return [page for page in self.pages if page.is_public and page.place == Page.Place.MENU]

    @property
    def footer(self) -> list[Page]:
        return [page for page in self.pages if page.is_public and page.place == Page.Place.FOOTER]

    @cached_property
    def lines(self) -> list[str]:
        """What apps have to say at the foot of every page."""
        return [words for told in further_lines if (words := told())]


def _read() -> Now:
    # Of the database that the edition was asked of: a replica may be an edition behind.
    stored = House.objects.using(DEFAULT_DB_ALIAS).filter(pk=THE_ONE).first()
    return Now(stored or House())


once = OnceAnEdition(_read)


def forget() -> None:
    """Let the next who asks begin anew: for what goes from one archive to another in one process."""
    once.kept = None
    editions.forget()


def now() -> Now:
    """The house of today's edition. Within a unit of work, as that has written it."""
    return once.now()


def known() -> Now:
    """The house as this process knows it, which asks nothing: for a page that says that something is away."""
    house = Now(House())
    vars(house).update(UNREAD | vars(once.last() or house))
    return house


def the_house() -> House:
    """The settings alone."""
    return now().settings
