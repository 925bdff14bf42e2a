"""What a romanised name sounds like, so that romanisations of one name meet. No Django.

Two keys, each possibly with several readings, because "ch" is one sound in Chekhov and another in Michail:

- `sounds`: vowels kept. Joins BGN, ISO 9, scientific, English, French and German spellings of Slavic names
  (ya/ia/ja, iy/y/ii, kh/h/ch/x, ts/tz/c/z, sh/sch/ch, zh/j, yu/iu/ju/iou, yo/e, ov/off/ow), umlauts written
  out, doubled letters, Japanese long vowels.
- `bones`: consonants alone, in few classes. Joins names whose vowels are unwritten (Arabic, Hebrew, Hindi) or
  unstable (Hussein/Hosseini), voiced and unvoiced (Wade-Giles, Korean), Ukrainian h with Russian g.

Letters of a key: c is any hushing sound, s any hissing one, the rest stands for itself.
"""

import re
from functools import lru_cache
from itertools import product

MOST_READINGS = 4
MOST_DOUBTS = 5

# Written unit -> its readings, the likeliest first. Longer units are tried before shorter ones.
HUSHING = """
schtsch shtsh shchtch chtch shch schch stsch sch tsch tch tsh sh zsch szcz cz sz cs chzh tsz dzh dsch dj dzs
"""
HISSING = "ts tz tc dz ss zz z s"
UNITS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(HUSHING.split(), ("c",)), **dict.fromkeys(HISSING.split(), ("s",)),
    "ch": ("c", "h"), "kh": ("h",), "gh": ("g",), "ck": ("k",), "qu": ("k",), "q": ("k",), "ph": ("f",),
    "th": ("t", "th"), "dh": ("d", "dh"), "bh": ("b", "bh"), "rh": ("r",), "zh": ("c", "zh"),
    "x": ("ks", "h"), "^x": ("h", "ks", "c"), "^hs": ("c", "hs"), "rz": ("rs", "c"), "cc": ("k", "c"),
    "ce": ("se", "ce"), "ci": ("si", "ci"), "cy": ("si",), "cov": ("sov",), "cev": ("cev", "sev"),
    "c": ("k", "s"), "c$": ("k", "c"), "j": ("i", "c"), "j$": ("i",), "jou": ("cu", "iu"), "y": ("i",),
    "w": ("w",), "ff": ("v",), "f$": ("v",), "iou": ("iu",), "you": ("iu",), "iu": ("iu",),
    "yu": ("iu", "u"), "ou": ("u", "o"), "oo": ("u",), "eev": ("ev",), "ee": ("i", "e"), "eo": ("o", "e"),
    "eu": ("u", "eu"), "aa": ("a",), "ae": ("a", "e"), "oe": ("o",), "ue": ("u",), "gue": ("ge",),
    "gui": ("gi",), "ie": ("e",), "ye": ("e",), "je": ("e", "ce"), "io": ("e", "io"), "yo": ("e", "io"),
    "jo": ("e", "co"),
}  # fmt: skip

_LONGEST_FIRST = sorted(UNITS, key=lambda unit: -len(unit.strip("^$")))
UNIT = re.compile("|".join(unit.replace("^", r"\b").replace("$", r"\b") for unit in _LONGEST_FIRST) + "|.")
CLASSES = str.maketrans("bfpvwdtkghsc", "pppppttkkkss")


@lru_cache(maxsize=100_000)
def sounds(word: str) -> tuple[str, ...]:
    """A folded word as heard, the likeliest reading first: Toloraya, Toloraia, Toloraja → toloraia."""
    return tuple(dict.fromkeys(_sound(reading) for reading in _readings(word)))


@lru_cache(maxsize=100_000)
def bones(word: str) -> tuple[str, ...]:
    """A folded word by classes of consonants, in each of its readings: Muhammad, mhmd → mkmt."""
    return tuple(dict.fromkeys(bone for reading in _readings(word) for bone in _bones(reading)))


@lru_cache(maxsize=20_000)
def _readings(word: str) -> tuple[str, ...]:
    """The likeliest readings. A word is romanised by one system: a unit reads alike wherever it stands."""
    units = [_unit(match) for match in UNIT.finditer(word)]
    doubtful = list(dict.fromkeys(unit for unit in units if len(unit) > 1))[:MOST_DOUBTS]
    choices = sorted(product(*(range(len(unit)) for unit in doubtful)), key=sum)[:MOST_READINGS]
    chosen = [dict(zip(doubtful, choice, strict=True)) for choice in choices]
    return tuple("".join(unit[places.get(unit, 0)] for unit in units) for places in chosen)


def _unit(match: re.Match) -> tuple[str, ...]:
    unit = match[0]
    if match.start() == 0 and "^" + unit in UNITS:
        return UNITS["^" + unit]
    if match.end() == len(match.string) and unit + "$" in UNITS:
        return UNITS[unit + "$"]
    return UNITS.get(unit, (unit,))


def _sound(reading: str) -> str:
    sound = reading.replace("w", "v").replace("co", "ce")
    sound = re.sub(r"(?<=[aeiou])h(?=[^aeiou]|$)", "", sound)
    return re.sub(r"(.)\1+", r"\1", sound)


def _bones(reading: str) -> set[str]:
    reading = re.sub(r"h$", "", re.sub(r"ng(?![aeiou])", "n", reading))
    # A w that no vowel follows is often a vowel itself: Mahmwd, Chowdhury.
    return {_bone(reading), _bone(re.sub(r"(?<=.)w(?=[^aeiou])", "", reading))}


def _bone(reading: str) -> str:
    bone = re.sub(r"(.)\1+", r"\1", reading.translate(CLASSES))
    return ("a" if bone[:1] in "aeiou" else "") + re.sub("[aeiou]", "", bone)
