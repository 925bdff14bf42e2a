"""Names of people in Russian text, in whatever case they are printed."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from itertools import pairwise

from intake.reading.languages.russian.declension import (
    CASES,
    either_gender,
    given_forms,
    given_readings,
    is_patronymic,
    looks_like_surname,
    nominatives,
    patronymic_gender,
    patronymic_nominative,
    surname_forms,
)
from intake.reading.languages.russian.words.given_names import FEMALE, MALE, SHORT
from intake.reading.languages.russian.words.institutions import INSTITUTIONS, NOT_NAMES
from intake.reading.languages.russian.words.people import CLERGY, FIELDS, MORE_ROLES, POSTS, ROLES
from intake.reading.languages.russian.words.places import RUSSIAN_CITIES, RUSSIAN_COUNTRIES, RUSSIAN_REGIONS
from intake.reading.people import Found, Person, Roster, same_name

# A word of a name; in capitals too, as newspapers print surnames.
_W = r"(?:[А-ЯЁІЇЄҐЎ][а-яёіїєґў’]+(?:-[А-ЯЁІЇЄҐЎа-яё][а-яёіїєґў’]+)*|[А-ЯЁ]{4,}(?:-[А-ЯЁ]{3,})?(?![\w-]))"
_I = r"[А-ЯЁ]\.(?:\s?[А-ЯЁ]\.)?"
_G = r"(?:[ \u00a0]|\n(?!\s))"
#: «Гаев А. В. Докладчик показал»: initials belong to the surname before them, where none stands behind.
_ENDS_A_SURNAME = r"(?<=[оеё]в|[иы]н|[вн]а|ий|ая)"
SURNAME_AHEAD = (
    r"[А-ЯЁ][а-яё-]*(?:[оеё]в|[иы]н|[оеё]ва|[иы]на|[сц]кий|[сц]кая|ко|[уюя]к|ян|швили|дзе|ер|ан|ич)(?![а-яё])"
)
#: «Бехруз Гаев»: a surname by its ending, whatever the given name; «Наш Саратов» and «Городская Новина» are none.
FULL_NAME = re.compile(
    r"(?!\w*(?:[иы]й|ая|[ое]е|наш)\s)[А-ЯЁ][а-яё]{2,}\s+(?!(?:Саратов|Ростов|Псков|Киров|Тамбов|Азов|Серпухов|"
    r"Чернигов|Кишин[её]в|"
    r"Берлин|Пекин)(?![а-яё]))[А-ЯЁ][а-яё]*[а-яё](?:[оеё]ва?|[иы]на?|[сц]к(?:ий|ая)|енко|швили|дзе)"
)
#: In the nominative, with their capitals.
GIVEN = {*MALE, *FEMALE}
INITIALS = re.compile(_I)
RUN = re.compile(
    rf"(?<![\w-])(?:{_I}{_G}?)?{_W}(?:{_G}(?:(?:де|фон|ван|да|аль|эль|оглы|дер|"
    rf"ла){_G})?{_W}){{0,9}}(?:{_G}{_I}(?!\s?[А-ЯЁ])|{_ENDS_A_SURNAME}{_G}{_I}(?!\s?{SURNAME_AHEAD}))?"
)
TOKEN = re.compile(rf"{_I}|{_W}|(?<=\s)(?:де|фон|ван|да|аль|эль|оглы|дер|ла)(?=\s)")
#: Without the towns that people are called by, too: Владимир, София.
_PLACES = {*RUSSIAN_COUNTRIES, *RUSSIAN_CITIES, *RUSSIAN_REGIONS} - GIVEN
_OF_PLACES = {form for place in _PLACES for form in given_forms(place, "m")}
NOT_A_NAME = set(NOT_NAMES) | _OF_PLACES
_STEMS = {p[:-1] if p[-1] in "ьйая" else p for p in (*POSTS, *ROLES, *MORE_ROLES) if len(p) > 4}
#: No form of «финка» ends in its stem, but the name Финк does.
_POSTS = "|".join(
    stem + r"(?=[а-яё])" * stem.endswith("к") * (stem + "а" in {*POSTS, *ROLES, *MORE_ROLES})
    for stem in sorted(_STEMS, key=lambda stem: (-len(stem), stem))
)
HAS_POST = re.compile(
    rf"(?<![\w-])(?!судьб)(?:вице-|экс-|зам|ген|топ-|шеф-|пресс-|со|теле|радио|бизнес-|врач-|{FIELDS})?(?:{_POSTS})[а-яё]{{0,3}}(?![\w])|"
    r"(?<![\w-])(?:председательствующ|управляющ|заведующ)(?:его|ему|им|ем|ей|ую)(?![\w-])|"
    r"(?<![\w-])(?:вице-|экс-)?(?:мэр|врач|поэт|судья|судьи|судьёй|судье|судью)(?:а|у|ом|е)?(?![\w-])",
    re.I,
)

#: A degree before a name: «д.и.н.», «к. ф.-м. н.», «проф.»; it parts neither a post nor a noun from the name.
DEGREE = re.compile(
    r"(?<![\w-])(?:[дк]\.\s?[а-яё]{1,3}\.(?:-[а-яё]\.)?\s?н\.|проф\.|акад\.|доц\.|д-р)(?=\s)", re.I
)
#: Verbs of saying that open a sentence: «Говорит Алевтина».
SAID = re.compile(
    r"(?:Говорит|Рассказывает|Считает|Отмечает|Вспоминает|Отвечает|Сказал|Сказала|Спросил|Спросила|Добавил|Добавила)"
)
#: «иеромонах Феоктист (Ведерников)»: what stands between the name of somebody's vows and their surname.
SURNAME_APART = re.compile(rf"{_G}\(")
_CLERGY = {form for noun in CLERGY for form in given_forms(noun, "f" if noun[-1] in "ая" else "m")}
OF_CLERGY = re.compile(
    rf"(?<![\w-])(?:{'|'.join(sorted(_CLERGY | {'отца', 'отцу', 'отцом', 'отце'}))})\s+$", re.I
)
#: «митрополит Вятский и Слободской | Марк»: what stands there of a bishop's see.
SEE = re.compile(
    r"(?<![\w-])(?:епископ|архиепископ|митрополит|патриарх)[а-яё]{0,2}\s+(?:[А-ЯЁ][а-яё-]+(?:ск|цк)(?:ий|ого|ому|им|ом|ой)\s+"
    r"(?:и\s+)?){1,3}$",
    re.I,
)
OF_A_SEE = re.compile(r"[А-ЯЁ][а-яё-]+(?:ск|цк)(?:ий|ого|ому|им|ом|ой)")
#: «У преподобного Исаака Сирина сказано»: who is told of, and nobody who is here.
OF_A_SAINT = re.compile(
    r"(?<![\w-])(?:(?:преподобн|блаженн|праведн)(?:ый|ого|ому|ым|ом|ая|ой|ую)|свят(?:ой|ого|ому|ым|ом|ая|ую)|"
    r"(?:святител|апостол|пророк|мученик|великомученик|мучениц|равноапостольн)[а-яё]{0,3})\s+$",
    re.I,
)
LONGEST_NAME = 3  # words
GIVEN_AND_PATRONYMIC = 2
#: «Университета имени Джавахарлала Неру | Пурна Чандра Бхат»
IN_HONOUR = re.compile(r"(?<![а-яё])(?:имени|им\.)\s+$")
#: «в Доме-музее А. П. Вельского», «на улице Гаева»: a house or a street, and nobody who is here.
OF_A_HOUSE = re.compile(
    r"(?:музе[яйюе][мв]?|библиотек[аиуе]|усадьб[аыуе]|памят[иь]|преми[ияюей]+|улиц[аыуе]|(?P<fund>фонд(?:а|у|ом|е)?|институт(?:а|у|ом|е)?|галере[яеию]))\s+$",
    re.I,
)
NEAR_HOUSE = 60  # letters before it in which a post makes the name somebody's
NAMED_AFTER_SOMEBODY = re.compile(r"Университета|Института|Академии|Фонда|Центра|Школы")
HER_SURNAME = re.compile(r"(?:[оеё]ва|[иы]на|[сц]кая)$")
SURNAME_ENDING = re.compile(r"[а-яё]{2}(?:[оеё]в|[иы]н)(?:[ауеы]|ым|ой)?$")
INSTITUTION = re.compile(rf"(?:{'|'.join(INSTITUTIONS)})(?!(?:ов|ин|ск)[ауы]?м?(?![а-яё]))[а-яё-]*")


@dataclass(frozen=True)
class RussianMention:
    """A run of name words: `tokens` as printed."""

    start: int
    end: int
    tokens: tuple[str, ...]


def is_given(word: str) -> bool:
    """Whether a word is a given name that the lists know, in whatever case."""
    return bool(given_readings(word.capitalize()))


def mentions(masked: str) -> list[RussianMention]:
    """Runs of capitalised words without those that are no names, in order."""
    found = []
    for run in RUN.finditer(masked):
        tokens = [
            (m.start() + run.start(), m.end() + run.start(), _cased(m.group()))
            for m in TOKEN.finditer(run.group())
        ]
        house = max(
            (i for i, (_, _, word) in enumerate(tokens) if NAMED_AFTER_SOMEBODY.fullmatch(word)), default=-1
        )
        if house >= 0 and len(tokens) - house - 1 > LONGEST_NAME:
            tokens = tokens[house + 3 :]  # «Университета Джавахарлала Неру | Шриваставы Раджана»
        honoured = IN_HONOUR.search(masked, max(0, run.start() - 10), run.start())
        if honoured and len(tokens) > LONGEST_NAME:
            tokens = tokens[2:]
        if run.group().isupper() and not any(given_readings(word) or "." in word for _, _, word in tokens):
            continue  # a heading or an acronym
        current: list[tuple[int, int, str]] = []
        acronyms = (
            {
                one[0]
                for one, other in pairwise(tokens)
                if masked[one[0] : one[1]].isupper() and "." not in one[2] and given_readings(other[2])
            }
            if not run.group().isupper()
            else set()
        )  # «Центром АСЕАН Георгий Гай»
        for token in [*tokens, None]:
            named = token is not None and (
                _may_be_name(token[2]) or _called_like_a_town(token[2], current, alone=len(tokens) == 1)
            )
            if token is not None and token[0] not in acronyms and named:
                current.append(token)
            elif current:
                found.append(_mention(_without_see(masked, current)))
                current = []
    return _with_surnames_apart(masked, found)


def _without_see(masked: str, tokens: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """The words of a name without those of a bishop's see before it: «епископ Ладожский | Арсений»."""
    own = next((i for i, (_, _, word) in enumerate(tokens) if not OF_A_SEE.fullmatch(word)), 0)
    return tokens[own:] if own and SEE.search(masked, 0, tokens[own][0]) else tokens


def _with_surnames_apart(masked: str, found: list[RussianMention]) -> list[RussianMention]:
    """The mentions with «Феоктист (Ведерников)» as one, where the first name stands alone."""
    joined: list[RussianMention] = []
    for mention in found:
        name = joined[-1] if joined and len(joined[-1].tokens) == len(mention.tokens) == 1 else None
        if (
            name
            and SURNAME_APART.fullmatch(masked, name.end, mention.start)
            and masked[mention.end : mention.end + 1] == ")"
            and given_readings(name.tokens[0])
            and (OF_CLERGY.search(masked, 0, name.start) or SURNAME_ENDING.search(mention.tokens[0]))
        ):
            joined[-1] = RussianMention(name.start, mention.end + 1, (*name.tokens, *mention.tokens))
        else:
            joined.append(mention)
    return joined


def without_degrees(words: str) -> str:
    """Words with degrees blank, the same length."""
    return DEGREE.sub(lambda m: " " * len(m.group()), words)


def _cased(word: str) -> str:
    shouted = word.isupper() and "." not in word and len(word) > 3
    return "-".join(part.capitalize() for part in word.split("-")) if shouted else word


def _may_be_name(word: str) -> bool:
    """Whether a capitalised word may belong to a name; «Рыбаков» may, although a fisherman is no name."""
    if SAID.fullmatch(word):
        return False
    if given_readings(word) or SURNAME_ENDING.search(word):
        return word not in NOT_A_NAME
    return not (word in NOT_A_NAME or HAS_POST.fullmatch(word) or INSTITUTION.fullmatch(word))


def _called_like_a_town(word: str, before: list[tuple[int, int, str]], *, alone: bool) -> bool:
    """«Нина Серпухова», «сказала Серпухова»: a surname that looks like a town's name does, behind a given name or where
    no other capital stands."""
    if word not in _OF_PLACES or word in NOT_NAMES or not SURNAME_ENDING.search(word):
        return False
    given = bool(before) and bool(given_readings(before[0][2]))
    patronymic = len(before) == GIVEN_AND_PATRONYMIC and is_patronymic(before[1][2])
    return alone or given and (len(before) == 1 or patronymic)


def _mention(tokens: list[tuple[int, int, str]]) -> RussianMention:
    """The mention that a run of tokens is, without the first word of a sentence before it: «Беседовала Мария
    Лось»."""
    words = [word for _, _, word in tokens]
    if len(words) > 2 and not given_readings(words[0]) and not INITIALS.fullmatch(words[0]):
        guessed = len(words) == 3 and not is_patronymic(words[1]) and _guessed(words[1:])
        tokens = tokens[0 if _surname_first(words) else _begins_at(words) or int(bool(guessed)) :]
    return RussianMention(tokens[0][0], tokens[-1][1], tuple(word for _, _, word in tokens))


def _surname_first(words: list[str]) -> bool:
    """«Гаянян Армен Суренович», «Гаева Диляра Маратовна», as in a list of those present."""
    gender = patronymic_gender(words[2]) if len(words) == LONGEST_NAME else None
    return gender is not None and not patronymic_gender(words[1]) and looks_like_surname(words[0], gender)


def _begins_at(words: list[str]) -> int:
    """Where the given name stands that a surname follows: what is before it belongs to no name; 0 if none does."""
    given = next((i for i, word in enumerate(words) if given_readings(word)), 0)
    behind = words[given + 1 :]
    has_surname = behind and (not is_patronymic(behind[0]) or len(behind) > 1)
    return given if has_surname else 0


@dataclass(frozen=True)
class Reading:
    """One way to read a full name: nominative tokens, gender and case; `guessed` where no list knows the given
    name."""

    tokens: tuple[str, ...]
    gender: str | None
    case: str
    guessed: bool = False


def readings(tokens: tuple[str, ...]) -> list[Reading]:
    """Readings of a full name (given name or initials, and a surname); none for other runs."""
    words = [t for t in tokens if not INITIALS.fullmatch(t)]
    initials = [t for t in tokens if INITIALS.fullmatch(t)]
    if initials and len(words) == 1:
        return _with_initials(initials, words[0])
    if len(words) < 2:
        return []
    with_given = next(filter(None, map(_with_given, _orders(words))), None)
    return with_given or next(filter(None, map(_with_patronymic, _orders(words))), _guessed(words))


def _orders(words: list[str]) -> list[list[str]]:
    """The words with the given name first; printed behind the surname, it is brought forward."""
    orders = [words]
    if len(words) in (2, 3):
        orders.append([words[-1], *words[:-1]])
    if len(words) == 3 and patronymic_gender(words[2]):
        orders.append([words[1], words[2], words[0]])
    return orders


def _with_initials(initials: list[str], surname: str) -> list[Reading]:
    if surname.endswith(("ова", "ева", "ина", "ая")):
        cases = [("f", "nom"), *[("m", c) for c in CASES[1:]]]
    elif surname.endswith(("овой", "евой", "иной", "ской", "цкой", "ову", "еву", "ину", "скую")):
        cases = [*[("f", c) for c in CASES[1:]], *[("m", c) for c in CASES]]
    else:
        cases = [("m", c) for c in CASES]
    return [
        Reading((*initials, n), g if c != "nom" or g == "f" else None, c)
        for g, c in cases
        for n in nominatives(surname, g, c)[:1]
    ]


def _with_given(words: list[str]) -> list[Reading]:
    """Readings of words of which the first is a known given name."""
    middle = [patronymic_nominative(w) if patronymic_gender(w) else w for w in words[1:-1]]
    genders = {gender for _, gender, _ in given_readings(words[0])}
    if len(words) == 2 and is_patronymic(words[1]) and patronymic_gender(words[1]) in genders:
        return []
    hers = len(genders) > 1 and HER_SURNAME.search(words[-1])  # «Саша Седова» is a woman, «Саша Седов» a man
    return [
        Reading((nominative, *middle, surname), gender, case)
        for nominative, gender, case in given_readings(words[0])
        for surname in nominatives(words[-1], gender, case)
        if not (hers and gender == "m" and case == "nom")
    ]


def _with_patronymic(words: list[str]) -> list[Reading]:
    """Readings of an unknown given name that a patronymic stands behind: «Ираида Павловна Лось»."""
    gender = patronymic_gender(words[1]) if len(words) == GIVEN_AND_PATRONYMIC + 1 else None
    if gender is None or not is_patronymic(words[1]):
        return []
    return [
        Reading((given, patronymic_nominative(words[1]), surname), gender, case, guessed=True)
        for case in CASES
        for surname in nominatives(words[2], gender, case)[:1]
        for given in _given_of(words[0], gender, case)
    ]


def _guessed(words: list[str]) -> list[Reading]:
    """Readings of an unknown given name before a surname that looks like one."""
    if len(words) != 2 or is_patronymic(words[1]):
        return []
    return [
        Reading((given, surname), None if either_gender(surname) else gender, case, guessed=True)
        for gender in ("m", "f")
        for case in CASES
        for surname in nominatives(words[1], gender, case)[:1]
        for given in _given_of(words[0], gender, case)
        if looks_like_surname(surname, gender) and _fits_gender(given, surname, gender)
    ]


def _given_of(printed: str, gender: str, case: str) -> list[str]:
    """The given name of which a form is printed; women's that do not end in -а or -я stay as they are: Айгуль."""
    if gender == "f" and (
        case == "nom" or not printed.endswith(("а", "я", "ы", "и", "е", "у", "ю", "ой", "ей"))
    ):
        return [printed]
    return nominatives(printed, gender, case, given_forms)[:1]


def foreign_readings(tokens: tuple[str, ...], printed: Collection[str] = ()) -> list[Reading]:
    """Readings of a name that no list and no ending knows, in all cases; a nominative that is `printed` elsewhere is
    likelier than any other."""
    found = [Reading(tokens, None, "nom", guessed=True)]
    for gender in ("m", "f"):
        for case in CASES[1:]:
            given = nominatives(tokens[0], gender, case, given_forms)[:1]
            rest = [_printed_first(nominatives(t, gender, case), t, printed)[:1] for t in tokens[1:]]
            if given and all(rest) and (gender == "f") == given[0].endswith(("а", "я")):
                names = (*given, *(name for options in rest for name in options))
                found.append(Reading(names, gender, case, guessed=True))
    return found


def _printed_first(options: list[str], token: str, printed: Collection[str]) -> list[str]:
    """Nominatives of a token, those first that the report prints elsewhere."""
    return sorted(options, key=lambda name: name == token or name not in printed)


def _fits_gender(given: str, surname: str, gender: str) -> bool:
    """Names in -а and -я are women's; others may be too, but «Цзиньпина» is rather a form of «Цзиньпин»."""
    if given.endswith(("а", "я")):
        return gender == "f"
    whole = given.endswith(("е", "и", "о", "у", "ы", "ю"))  # «Алсу» is nobody's «Алс» in another case
    return gender == "m" or whole or not surname.endswith(("ина", "ына"))


class RussianRoster(Roster):
    """The people of a Russian report; surnames are found in every case."""

    def __init__(self, text: str):
        super().__init__()
        self.posts: dict[int, list[str]] = {}  # all that is printed beside somebody's name, in small letters
        self.words = set(re.findall(r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)*", text))
        self.runs = {mention.tokens for mention in mentions(text)}

    def enter(self, tokens: tuple[str, ...], at: int, case: str | None) -> int:
        """The index of the person whom a full name means; `case` is what the grammar around it calls for, if
        known."""
        found = readings(tokens) or foreign_readings(tokens, self.words)
        chosen = self._choose(found, case, tokens[-1]) if found else Reading(tokens, None, "nom")
        for i, person in enumerate(self.people):
            if self._same(person, chosen, tokens):
                if (
                    len(chosen.tokens) > len(person.tokens)
                    or person.tokens[0].endswith(".")
                    and not chosen.tokens[0].endswith(".")
                ):
                    self._rename(person, chosen.tokens)
                person.gender = person.gender or chosen.gender
                return i
        self.people.append(Person(" ".join(chosen.tokens), chosen.tokens, at, gender=chosen.gender))
        return len(self.people) - 1

    def _rename(self, person: Person, tokens: tuple[str, ...]) -> None:
        person.tokens, person.name = tokens, " ".join(tokens)

    def _choose(self, found: list[Reading], case: str | None, printed: str) -> Reading:
        """The reading whose case fits; of those one that the report prints in full elsewhere, then the
        nominative, then one whose surname is printed so elsewhere."""
        pool = [r for r in found if r.case == case] or found
        others = [r for r in pool if r.tokens[-1] != printed]
        in_full = (r for r in others if r.tokens in self.runs)
        nominative = (r for r in pool if r.case == "nom")
        elsewhere = (r for r in others if r.tokens[-1] in self.words)
        return next((r for choice in (in_full, nominative, elsewhere) for r in choice), pool[0])

    def _same(self, person: Person, reading: Reading, tokens: tuple[str, ...]) -> bool:
        if same_name(person.tokens, reading.tokens):
            return True
        forms = set(surname_forms(person.tokens[-1], person.gender))
        return (
            len(tokens) > 1
            and tokens[-1] in forms
            and (
                bool(INITIALS.fullmatch(tokens[0]))
                and tokens[0][0] == person.tokens[0][0]
                or any(
                    n == person.tokens[0] or n[0] == person.tokens[0][0] and "." in person.tokens[0]
                    for n, _, _ in given_readings(tokens[0])
                )
            )
        )

    def find_cased(self, tokens: tuple[str, ...]) -> tuple[Found, set[str]]:
        """Whom a printed name means, and in which cases it stands."""
        words = [t for t in tokens if not INITIALS.fullmatch(t)]
        if not words:
            return Found(), set()
        fits = self._of_surname(words, tokens)
        if len(fits) == 1:
            how = "full name" if len(words) > 1 else "surname"
            return Found(fits[0], how=how), self._cases(self.people[fits[0]], words)
        if fits:
            cases = set().union(*(self._cases(self.people[i], words) for i in fits))
            return Found(candidates=tuple(fits), how=f"surname {words[-1]} fits several people"), cases
        given = self._of_given_name(words)
        if len(given) == 1:
            cases = {case for _, _, case in given_readings(words[0])} or {"nom"}
            return Found(given[0], how="given name alone"), cases
        return Found(), set()

    def _of_surname(self, words: list[str], tokens: tuple[str, ...]) -> list[int]:
        """Those whose surname stands first or last, in any case; a given name or initials tell them apart."""
        fits = [
            i
            for i, p in enumerate(self.people)
            if not {words[-1], words[0]}.isdisjoint(surname_forms(p.tokens[-1], p.gender))
        ]
        if len(words) > 1:
            return [i for i in fits if self._given_agrees(self.people[i], words)]
        if len(fits) > 1:
            initials = {token[0] for token in tokens if token not in words}
            return [i for i in fits if self.people[i].tokens[0][0] in initials] or fits
        return fits

    def _of_given_name(self, words: list[str]) -> list[int]:
        """Those who go by a given name, with a patronymic or without; or else by the initials of both."""
        fathers = {token for person in self.people for token in person.tokens[1:-1]}
        if (
            len(words) > 2
            or len(words) == 2
            and not (is_patronymic(words[-1]) or patronymic_nominative(words[-1]) in fathers)
        ):
            return []
        names = {words[0], *(nominative for nominative, _, _ in given_readings(words[0]))}
        names |= {full for name in names for full in SHORT.get(name, ())}
        fits = [i for i, p in enumerate(self.people) if p.tokens[0] in names]
        initials = [word[0] for word in words]
        gender = patronymic_gender(words[-1])
        return fits or [
            i
            for i, p in enumerate(self.people)
            if re.findall(r"[А-ЯЁ](?=\.)", p.tokens[0]) == initials
            and len(words) > 1
            and p.gender in (None, gender)
        ]

    def _given_agrees(self, person: Person, words: list[str]) -> bool:
        first = person.tokens[0]
        if "." in first:
            return any(w[0] == first[0] for w in words[:-1])
        forms = {f for n, _, _ in given_readings(words[0]) for f in (n,)} | {
            f for n, _, _ in given_readings(words[-1]) for f in (n,)
        }
        return first in forms or first in words or any(first[:4] == w[:4] for w in words)

    def _cases(self, person: Person, words: list[str]) -> set[str]:
        forms = surname_forms(person.tokens[-1], person.gender)
        surname = words[-1] if words[-1] in forms else words[0]
        cases = {case for case, form in zip(CASES, forms, strict=True) if form == surname}
        given = {c for n, _, c in given_readings(words[0]) if n == person.tokens[0]}
        return cases & given if given and cases & given else cases
