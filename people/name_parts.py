"""A display name in its parts, as a directory and a margin need them. No Django.

Titles and degrees are no part of a name: "Prof. Dr. Anna Berg, PhD" is Anna Berg. A generation is one, but is not what
anybody is filed under: "Marek Dobry Jr." stands under Dobry. Which word is the surname is not guessed: it is the last.
"""

from typing import NamedTuple

#: Before a name, with or without a full stop.
TITLES = frozenset(
    "dr prof professor doctor mr mrs ms mx miss sir dame lord lady baron baroness amb ambassador".split()
    + "д-р др проф профессор посол".split()
)
#: Before a name too, but a name itself ("Gen", "Sen", "He") unless a full stop cuts it short.
ABBREVIATED_TITLES = frozenset(
    "rev hon gen lt col cdr cmdr capt maj adm sgt sen rep gov pres min h.e h.c mult habil dipl ing".split()
    + "dr.-ing dr.h.c dipl.-ing акад".split()
)
#: After a name, and part of it.
GENERATIONS = frozenset("jr sr jnr snr".split())
NUMERALS = frozenset("II III IV V VI VII VIII".split())
#: After a name, and no part of it; as written, for some are names otherwise.
DEGREES = frozenset("PhD PHD DPhil MD LLM LLD MBA MP QC KC CBE OBE MBE KBE DBE Esq".split())


class NameParts(NamedTuple):
    given: str
    surname: str
    generation: str

    @property
    def filed(self) -> str:
        """ "Dobry, Marek, Jr."; a name of one word as it is."""
        return ", ".join(filter(None, [self.surname, self.given, self.generation]))

    @property
    def initials(self) -> str:
        """Of the first word and the last; a hyphen parts words too."""
        words = f"{self.given} {self.surname}".replace("-", " ").split()
        return "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper()


def name_parts(name: str) -> NameParts:
    """The parts of a display name, titles and degrees left out; all of a name that is nothing else."""
    words = name.split()
    while len(words) > 1 and _is_title(words[0]):
        del words[0]
    generation = ""
    while len(words) > 1:
        if _is_generation(words[-1], len(words)):
            generation = words[-1]
        elif not _is_degree(words[-1]):
            break
        del words[-1]
        words[-1] = words[-1].rstrip(",") or words[-1]
    return NameParts(" ".join(words[:-1]), "".join(words[-1:]), generation)


def surname_filed(sort_name: str) -> str:
    """The surname of a name as it is filed: "Haan III, Ludvik" → "Haan"; of particles, all: "van den Berg, J." """
    given, surname, _ = name_parts(sort_name.partition(",")[0])
    return f"{given} {surname}".strip()


def _is_title(word: str) -> bool:
    plain = word.lower().rstrip(".,")
    cut_short = word.rstrip(",").endswith(".")
    return plain in TITLES or (cut_short and plain in ABBREVIATED_TITLES)


def _is_generation(word: str, place: int) -> bool:
    plain = word.rstrip(".,")
    if plain == "V":
        return place > 2 and word == plain  # "Anna V." is a shortened surname
    return plain.lower() in GENERATIONS or plain in NUMERALS


def _is_degree(word: str) -> bool:
    return word.rstrip(",").replace(".", "") in DEGREES
