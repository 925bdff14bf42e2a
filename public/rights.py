"""The rights in a record: its own, or those of the house."""

from typing import NamedTuple

from events.models import Event
from house.now import the_house
from opinions.models import Opinion
from publishing.rights import Licence


class Rights(NamedTuple):
    """``address`` is blank where nothing is granted; ``holder`` where it is the house."""

    licence: str
    address: str
    holder: str
    is_own: bool

    @property
    def in_words(self) -> str:
        """ "CC BY 4.0, © Eastport Review" """
        return ", ".join(filter(None, [self.licence, self.holder and f"© {self.holder}"]))


def rights_of(record: Event | Opinion) -> Rights:
    """A holder without a licence of their own grants nothing: the house’s is not theirs."""
    if record.licence:
        own = Licence(record.licence)
        return Rights(str(own.label), own.address, record.rights_holder, True)
    if record.rights_holder:
        return Rights("", "", record.rights_holder, True)
    house = the_house()
    return Rights(house.licence_name, house.licence_url, "", False)


def rights_data(record: Event | Opinion) -> dict[str, str]:
    """As the API and all files tell them."""
    rights = rights_of(record)
    return {"licence": rights.address, "rights": rights.in_words}
