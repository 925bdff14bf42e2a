"""Russian names through the cases: all forms of a name, and back from a form to the nominative.

The endings follow the school grammar of Russian given names and surnames (masculine, feminine, adjectival and
indeclinable types); foreign surnames in a consonant decline for men and not for women."""

import re
from functools import lru_cache

from intake.reading.languages.russian.words.given_names import FEMALE, MALE

CASES = ("nom", "gen", "dat", "acc", "ins", "pre")
_FLEETING = {"Павел": "Павл", "Пётр": "Петр", "Лев": "Льв"}
_SIBILANTS = "жшчщц"


def given_forms(name: str, gender: str) -> tuple[str, ...]:
    """The six cases of a given name (or of a surname that declines like one)."""
    if name in _FLEETING:
        s = _FLEETING[name]
        return name, s + "а", s + "у", s + "а", s + "ом", s + "е"
    end, s = name[-1], name[:-1]
    if end in "йь" and gender == "m":
        prepositional = "и" if name.endswith("ий") else "е"
        return name, s + "я", s + "ю", s + "я", s + "ем", s + prepositional
    if end == "а":
        genitive = "и" if s[-1:] in "гкхжшчщ" and s else "ы"
        return name, s + genitive, s + "е", s + "у", s + ("ей" if s[-1:] in _SIBILANTS else "ой"), s + "е"
    if end == "я":
        dative = "и" if s.endswith("и") else "е"
        return name, s + "и", s + dative, s + "ю", s + "ей", s + dative
    if end == "ь":
        return name, s + "и", s + "и", name, name + "ю", s + "и"
    if end in "аеёиоуыэю" or gender == "f":
        return (name,) * 6
    return name, name + "а", name + "у", name + "а", name + ("ем" if end in _SIBILANTS else "ом"), name + "е"


def surname_forms(name: str, gender: str | None) -> tuple[str, ...]:
    """The six cases of a surname; without a gender, that which the ending suggests."""
    gender = gender or ("f" if name.endswith(("ова", "ева", "ёва", "ина", "ына", "ая")) else "m")
    if "-" in name:
        parts = [surname_forms(part, gender) for part in name.split("-") if part]
        return tuple("-".join(forms) for forms in zip(*parts, strict=True)) if parts else (name,) * 6
    if name.endswith(("ых", "их")) or len(name) < 3:
        return (name,) * 6
    if gender == "m":
        return _masculine(name)
    if name.endswith(("ова", "ева", "ёва", "ина", "ына")):
        s = name[:-1]
        return name, s + "ой", s + "ой", s + "у", s + "ой", s + "ой"
    if name.endswith("ая"):
        s = name[:-2]
        return name, s + "ой", s + "ой", s + "ую", s + "ой", s + "ой"
    return given_forms(name, "f") if name.endswith(("а", "я")) else (name,) * 6


def _masculine(name: str) -> tuple[str, ...]:
    if name.endswith(("ов", "ев", "ёв", "ин", "ын")):
        return name, name + "а", name + "у", name + "а", name + "ым", name + "е"
    if name.endswith("ец") and len(name) > 4:
        s = name[:-2] + "ц"
        return name, s + "а", s + "у", s + "а", s + "ом", s + "е"
    if name.endswith(("ий", "ый", "ой")) and len(name) > 4:
        s = name[:-2]
        soft = name.endswith("ий") and s[-1] not in "гкх"
        ins = "им" if name.endswith("ий") or s[-1] in "гкх" else "ым"
        return (
            name,
            s + ("его" if soft else "ого"),
            s + ("ему" if soft else "ому"),
            s + ("его" if soft else "ого"),
            s + ins,
            s + ("ем" if soft else "ом"),
        )
    return given_forms(name, "m")


@lru_cache(maxsize=1)
def _given_index() -> dict[str, list[tuple[str, str, str]]]:
    index: dict[str, list[tuple[str, str, str]]] = {}
    for names, gender in ((MALE, "m"), (FEMALE, "f")):
        for name in names:
            for case, form in zip(CASES, given_forms(name, gender), strict=True):
                index.setdefault(form, []).append((name, gender, case))
            if (
                gender == "f" and name[-1] not in "ая"
            ):  # many of these women's names do not bend: Айгуль, Нино
                known = {case for _, _, case in index[name]}
                index[name] += [(name, gender, case) for case in CASES if case not in known]
    for form in [form for form in index if "ё" in form]:
        index.setdefault(form.replace("ё", "е"), index[form])
    return index


def given_readings(form: str) -> list[tuple[str, str, str]]:
    """(nominative, gender, case) for each reading of a form of a known given name."""
    return _given_index().get(form) or _given_index().get(form.replace("ё", "е"), [])


_PATRONYMIC = {
    "m": re.compile(r"(?P<stem>[А-ЯЁ][а-яё-]*(?:[ое]в|ь|т|к|м|н|в)ич)(?:а|у|ем|е)?"),
    "f": re.compile(r"(?P<stem>[А-ЯЁ][а-яё-]*(?:[ое]вн|ичн))(?:а|ы|е|у|ой)"),
}


def patronymic_gender(form: str) -> str | None:
    """The gender of a word that has the shape of a patronymic, in whatever case."""
    return next((gender for gender, shape in _PATRONYMIC.items() if shape.fullmatch(form)), None)


def patronymic_nominative(form: str) -> str:
    for gender, ending in (("m", ""), ("f", "а")):
        if match := _PATRONYMIC[gender].fullmatch(form):
            return match["stem"] + ending
    return form


@lru_cache(maxsize=1)
def _fathers() -> frozenset[str]:
    """What stands before «-ович», «-евич» or «-ич» in the patronymics of the known names."""
    names = {_FLEETING.get(name, name) for name in MALE}
    shortened = {name[:-1] for name in names if name[-1] in "йьая"}
    return frozenset(names | shortened | {name[:-1] + "ь" for name in shortened} | {"Михайл", "Яковл"})


def is_patronymic(form: str) -> bool:
    """Whether a word behind a given name is a patronymic; «Пашкевич» has the shape of one and is a surname."""
    if patronymic_gender(form) == "f":
        return True
    return (
        bool(patronymic_gender(form))
        and re.sub(r"[ое]?вич|ич", "", patronymic_nominative(form)) in _fathers()
    )


_NO_ENDING = re.compile(r"[бвгджзклмнпрстфхцчшщ]й$|[аеёиоуыэюя]ь$")
_CUTS = "ого его ому ему ым им ой ую ом ем ей а я у ю е ы и".split()
_ENDS = ("", "ий", "ый", "ой", "й", "ь", "а", "ая", "я")


def nominatives(form: str, gender: str | None, case: str, forms=surname_forms) -> list[str]:
    """Surnames (or with `given_forms`, given names) whose `case` is `form`, the likeliest first."""
    if case == "nom":
        return [form]
    if "-" in form:
        parts = [nominatives(part, gender, case, forms) for part in form.split("-")]
        return ["-".join(options[0] for options in parts)] if all(parts) else []
    tries = [form]
    for cut in _CUTS:
        if form.endswith(cut) and len(form) - len(cut) >= 2:
            stem = form[: -len(cut)]
            tries += [stem + end for end in _ENDS]
            tries += [stem[:-1] + "ец"] if stem.endswith("ц") else []
    at = CASES.index(case)
    fits = [t for t in dict.fromkeys(tries) if not _NO_ENDING.search(t) and forms(t, gender)[at] == form]
    declines = forms is given_forms and not re.search(
        r"[^и]и$|[оэ]$", form
    )  # given names do oftener than surnames
    return sorted(fits, key=lambda t: (declines and t == form, _likelihood(t, gender)))


_OF_BOTH = ("ко", "чук", "юк", "ян", "янц", "дзе", "швили", "вич")
_TYPICAL = {
    "m": ("ов", "ев", "ёв", "ин", "ын", "ский", "цкий", "ец", *_OF_BOTH),
    "f": ("ова", "ева", "ёва", "ина", "ына", "ская", "цкая", "ная", "лая", "вая", "рая", *_OF_BOTH),
}


def looks_like_surname(word: str, gender: str) -> bool:
    """Whether a nominative ends as Russian, Ukrainian, Armenian or Georgian surnames do."""
    return len(word) > 4 and word.endswith(_TYPICAL[gender])


def either_gender(surname: str) -> bool:
    return surname.endswith(_OF_BOTH)


def _likelihood(surname: str, gender: str | None) -> int:
    if surname.endswith(_TYPICAL[gender or "m"]):
        return 0
    return 1 if not surname.endswith(("а", "я", "ь", "ой")) else 2
