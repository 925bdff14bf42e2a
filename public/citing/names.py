"""A name as printed, in the parts that a list of references needs; never guessed."""

from typing import NamedTuple

from people.name_parts import name_parts, surname_filed
from people.names import fold


class Name(NamedTuple):
    """Somebody by family and given name, or whoever has none in parts (a group, a house) as a ``literal``."""

    family: str = ""
    given: str = ""
    suffix: str = ""
    literal: str = ""

    @property
    def filed(self) -> str:
        """ "Dobry, Marek, Jr.", or the literal as it is."""
        return self.literal or ", ".join(filter(None, [self.family, self.given, self.suffix]))


def in_parts(printed: str, sort_name: str) -> Name:
    """The ``printed`` name, parted where the name as it is filed says; a literal where its surname is not in it.

    The surname is found in another script or spelling that sounds alike too: "Артём Лукин", filed as "Lukin, Artyom".
    """
    given, surname, generation = name_parts(printed)
    words = f"{given} {surname}".split()
    filed = fold(surname_filed(sort_name))
    for start in range(len(words)):
        for end in range(len(words), start, -1):
            others = words[:start] + words[end:]
            if filed and others and fold(" ".join(words[start:end])) == filed:
                return Name(" ".join(words[start:end]), " ".join(others), generation)
    return Name(literal=" ".join(filter(None, [*words, generation])))
