"""The rights in a record: its own, or those of the house."""

from typing import Any, NamedTuple

from events.models import Event
from house.now import the_house
from opinions.models import Opinion
from public.meta import absolute
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

    @property
    def in_full(self) -> str:
        """The same with the address of the licence, for files that have one place for both."""
        return ", ".join(filter(None, [self.in_words, self.address]))


def rights_of(record: Event | Opinion) -> Rights:
    """A holder without a licence of their own grants nothing: the house’s is not theirs."""
    if record.licence:
        own = Licence(record.licence)
        return Rights(str(own.label), own.address, record.rights_holder, True)
    if record.rights_holder:
        return Rights("", "", record.rights_holder, True)
    return rights_of_house()


def rights_of_house() -> Rights:
    house = the_house()
    return Rights(house.licence_name, house.licence_url, "", False)


def rights_data(record: Event | Opinion) -> dict[str, str]:
    """As the API and all files tell them."""
    rights = rights_of(record)
    return {"licence": rights.address, "rights": rights.in_words}


def picture_data(picture: Any, description: str, credit: str, licence: str) -> dict[str, str] | None:
    """A picture as they tell it, for whoever wants to show it; None where there is none."""
    if not picture:
        return None
    own = Licence(licence) if licence else None
    return {
        "url": absolute(picture.url),
        "description": description,
        "credit": credit,
        "licence": own.address if own else "",
        "rights": ", ".join(filter(None, [str(own.label) if own else "", credit and f"© {credit}"])),
    }
