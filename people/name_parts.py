"""A display name in its parts, as a directory and a margin need them. No Django.

Titles and degrees are no part of a name: "Prof. Dr. Anna Berg, PhD" is Anna Berg. A generation is one, but is not what
anybody is filed under: "Marek Dobry Jr." stands under Dobry. Nor is what stands in brackets, or what somebody was born
as. Which word is the surname is not guessed: it is the last, and the last one stays whatever it is: Winston Lord, Jack
Ma; but before a patronymic that ends a Russian name it is the first: Иванов Иван Иванович.

Words are compared with blanks for their full stops, so that "H.E." is "H. E." and not "He".
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

#: Before a name, with or without full stops.
TITLES = frozenset(
    "dr prof professor doctor mr mrs ms mx miss sir dame lord lady baron baroness amb ambassador".split()
    + "mme mlle madame monsieur herr frau pd mgr mudr judr phdr rndr dott".split()
    + "general admiral colonel brigadier lieutenant captain senator academician".split()
    + "cardinal archbishop reverend revd viscount hrh hsh ayatollah congressman congresswoman drs dra".split()
    + "professorin señor señora maître freiherr freifrau gräfin datuk dato' datin shri smt".split()
    + "privatdozent privatdozentin juniorprofessor juniorprofessorin shaikh shaykh hajj hajji haji tun".split()
    + "kardinal maj-gen lt-gen brig-gen".split()
    + "полковник подполковник адмирал вице-адмирал контр-адмирал генерал-майор генерал-лейтенант запаса".split()
    + "генерал-полковник член-корреспондент митрополит архиепископ протоиерей патриарх кардинал".split()
    + "д-р др проф профессор посол акад академик доц доцент член-корр чл-корр г-н г-жа господин госпожа генерал".split()
)
#: Of several words, some of which are names by themselves.
TITLES_OF_WORDS = frozenset(
    "rt hon,the rt hon,right hon,the right hon,right honourable,the right honourable,the hon,the honourable,h e,s e,"
    "his excellency,her excellency,he mr,he mrs,he ms,he dr,he amb,he ambassador,lt gen,lt col,lt cdr,maj gen,"
    "brig gen,rear adm,vice adm,rear admiral,vice admiral,major general,h c,e h,dr hc,dr habil,dr hab,dr med,dr phil,"
    "dr jur,dr iur,dr theol,dr oec,dr sc,dr rer nat,dr rer pol,dr -ing,doç dr,em prof,apl prof,priv -doz,"
    "чл -корр,associate professor,assistant professor,assoc prof,asst prof,adjunct professor,visiting professor,"
    "dr in,mag a,univ prof in,o univ -prof,ao univ -prof,o prof,ao prof,toh puan,ph d,"
    "emeritus professor,emerita professor,professor emeritus,professor emerita,honorary professor,full professor,"
    "senior lecturer,prof em,prof in,prof ssa,dott ssa,univ prof,prof zw,prof pan,ing arch,yrd doç dr,dr med univ,"
    "h r h,his royal highness,her royal highness,his highness,her highness,his majesty,her majesty,his eminence,"
    "his holiness,the reverend,the rev,rt rev,right rev,the rt rev,right reverend,the right reverend,very rev,"
    "the very rev,most rev,the most rev,mr justice,mrs justice,air marshal,air chief marshal,air vice marshal,"
    "field marshal,brigadier general,lieutenant general,lieutenant colonel,maj -gen,lt -gen,brig -gen,lt -col,"
    "prime minister,vice president,tan sri,dato' sri,в отставке,заслуженный профессор,почётный профессор,"
    "почетный профессор,старший преподаватель".split(",")
)
#: Before a name too, but a name itself ("Gen", "Sen", "Mag") unless a full stop cuts it short.
ABBREVIATED_TITLES = frozenset(
    "rev hon gen lt col cdr cmdr capt maj brig adm sgt sen rep gov pres min ret retd".split()
    + "acad on pt sr fr br ir lic doc av res mult habil hab dipl ing mag avv sra ген полк майор".split()
)
#: A given name too: a title before two words or more, "Major Jackson" is none.
DOUBTFUL_TITLES = frozenset(
    "major judge justice bishop rabbi father prince princess count countess duke earl king queen graf president "
    "chief chancellor governor mayor minister pastor imam sheikh commodore magister doña".split()
)
#: Of a peer, behind whose surname stands of where: "Lord Reed of Norland".
PEERS = frozenset("lord lady baron baroness viscount viscountess earl".split())
#: Between the given name and the surname.
MIDDLE_TITLES = frozenset(("cardinal", "kardinal"))
#: Surnames too, where a comma follows: "Lord, Winston".
SURNAMES_TOO = frozenset("lord dame baron general captain major judge justice bishop prince".split())
#: Dipl.-Ing., Univ.-Prof., and Russian degrees, before a name or after it: д.э.н., к. ф.-м. н., канд. ист. наук.
TITLE_FORMS = re.compile(
    r"dipl -\w+|\w+ -prof|"
    r"(?:академик|акад|член-корр(?:еспондент)?|чл -?корр)(?: со| уро| дво)? (?:р?ан|рао|рамн|раен|нан)|"
    r"[дк] (?:[а-я]{1,6} ?-?){1,2} н|(?:д-р|доктор|канд|кандидат) [а-я-]+ наук"
)
#: After a name, and part of it; as written, where small letters or large ones tell them from names.
GENERATIONS = frozenset("jr sr jnr snr".split())
#: The same, behind two words or more: "Neymar Junior" has no other name.
LONG_GENERATIONS = frozenset("junior senior júnior ml filho sobrinho".split())
#: In one word with the surname, or in brackets behind it.
BEHIND_A_HYPHEN = re.compile(r"[-‑](младший|старший|сын|отец)$")
IN_BRACKETS = re.compile(r"\s*\(([^()]*)\)$")
#: What somebody was called before, behind the name.
BORN = re.compile(
    r",?\s+(?:née|nee|né|geb\.|geborene|urozená|урожд\.|урожд[её]нная)\s+(\S+(?:\s+\S+)?)$", re.I
)
#: Of a title that goes on: Dr. med. dent., Prof. emer., lic. phil.
GOES_ON = re.compile(r"[a-zäöü]{2,6}\.")
PATRONYMIC = re.compile(r"[а-яёіїє]{2,}(?:[оеё]вич|[иь]ич|[оеё]вна|[иі]чна|[ії]вна|инична)|оглы|кызы", re.I)
NUMERALS = frozenset("II III IV V VI VII VIII 2nd 3rd 4th fils père мл ст младший старший сын отец".split())
GENERATIONS_OF_WORDS = frozenset("the younger,the elder,d j,d ä,der jüngere,der ältere".split(","))
#: After a name, and no part of it; as written, for some are names otherwise.
DEGREES = frozenset(
    "PhD PHD Phd phd DPhil MPhil DSc ScD MSc BSc MEng BEng DLitt EdD LLM LLB LLD JD MD MBA DBA MPA MPP MP MEP MdB"
    " QC KC CBE OBE MBE KBE DBE CMG KCMG DCMG GCMG CVO KCVO KCB DSO FRS FRSE FBA FRSA FREng CFA CSc DrSc Esq"
    " FRGS FRSL FRSC FRHistS FRAeS FRICS FCIArb FCA ACA CPA PMP CISSP CEng CPhys FIMechE FBCS FCMI MInstP MLitt MSt"
    " MRes RN RAF USN USMC USAF SJ OSB OFM".split()
)
#: Names in capitals as well ("Jack MA"): a degree behind a comma, or with full stops.
DOUBTFUL_DEGREES = frozenset("MA BA DO AM AO AC OM CH CB CM OC OP".split())
#: Words of the longest of them.
LONGEST = 3


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


@lru_cache(maxsize=10_000)
def name_parts(name: str) -> NameParts:
    """The parts of a display name, titles and degrees left out; all of a name that is nothing else."""
    words = re.sub(
        r"(?<=[^\W\d_]{2}\.)(?=[^\W\d_]{2})", " ", without_remarks(name)[0]
    ).split()  # "Prof.Dr.Anna"
    titles = _titles(words)
    is_a_peer = not PEERS.isdisjoint(map(_plain, words[:titles]))
    words, generation = _without_end(words[titles:], titled=titles > 0)
    if filed := _as_filed(words, generation):
        return filed
    if is_a_peer and "of" in words[1:]:
        words = words[: words.index("of", 1)]
    if len(words) == 3 and PATRONYMIC.fullmatch(words[2]) and not PATRONYMIC.fullmatch(words[1]):
        words = [words[1], words[2], words[0]]
    given = [word for place, word in enumerate(words[:-1]) if not place or word.lower() not in MIDDLE_TITLES]
    return NameParts(" ".join(given), "".join(words[-1:]), generation)


@lru_cache(maxsize=10_000)
def without_remarks(name: str) -> tuple[str, str]:
    """The name without what is said of it in brackets and of how somebody was born, and these words; a generation is no
    remark, and its own word."""
    remarks = []
    while (remark := IN_BRACKETS.search(name)) and name[: remark.start()].strip():
        said = remark[1].strip()
        name = name[: remark.start()]
        if _is_generation(said, 2):
            name += f" {said}"
        else:
            remarks.append(said)
    if born := BORN.search(name):
        name = name[: born.start()]
        remarks.append(born[1])
    return BEHIND_A_HYPHEN.sub(r" \1", name), " ".join(remarks)


def _as_filed(words: Sequence[str], generation: str) -> NameParts | None:
    """The parts of a name that is written as a directory files it: "Haan Jr., Ludvik". Nothing of another."""
    commas = [place for place, word in enumerate(words[:-1], 1) if word.endswith(",")]
    if len(commas) not in (1, 2):
        return None
    surname, own = _without_end([word.rstrip(",") for word in words[: commas[0]]])
    rest = [word.rstrip(",") for word in words[commas[0] :]]
    if len(commas) == 2 and _is_generation(" ".join(words[commas[0] : commas[1]]).rstrip(","), 2):
        own, rest = rest[0], rest[1:]  # "Haan, Jr., Ludvik"
    return NameParts(" ".join(rest[_titles(rest) :]), " ".join(surname), generation or own)


@lru_cache(maxsize=10_000)
def surname_filed(sort_name: str) -> str:
    """The surname of a name as it is filed: "Haan III, Ludvik" → "Haan"; of several words, all: "Baron Cohen, S." """
    before, comma, _after = sort_name.partition(",")
    if not comma:
        given, surname, _ = name_parts(sort_name)
        return f"{given} {surname}".strip()
    return " ".join(_without_end(before.split())[0])


def _titles(words: Sequence[str], least: int = 1) -> int:
    """How many words at the beginning are titles; at ``least`` so many are left."""
    done = 0
    while taken := next(
        (
            number
            for number in range(min(LONGEST, len(words) - done - least), 0, -1)
            if _is_title(" ".join(words[done : done + number]), len(words) - done - number)
        ),
        0,
    ):
        done += taken
        while done < len(words) - least and (
            GOES_ON.fullmatch(words[done]) or (words[done][0] == "(" and words[done][-1] == ")")
        ):
            done += 1
    return done


def _without_end(words: Sequence[str], titled: bool = False) -> tuple[list[str], str]:
    """``words`` without what follows a name, and the generation in it. ``titled``: a title stood before them."""
    words, generation = list(words), ""
    while taken := _at_the_end(words, titled):
        end = " ".join(words[-taken:])
        generation = end.rstrip(",") if _is_generation(end, len(words) - taken) else generation
        del words[-taken:]
        words[-1] = words[-1].rstrip(",") or words[-1]
    return words, generation


def _at_the_end(words: Sequence[str], titled: bool) -> int:
    """How many words at the end are a generation, a degree, or titles behind a comma or in brackets."""
    for number in range(min(LONGEST, len(words) - 1), 0, -1):
        left, end = words[:-number], words[-number:]
        apart = left[-1].endswith(",") or end[0].startswith("(")
        text = " ".join(end)
        if (
            _is_generation(text, len(left))
            or _is_degree(text, len(left), apart, titled)
            or (apart and _titles(end, least=0) == number)
        ):
            return number
    return 0


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[.,()]", " ", text.lower()).split())


def _is_title(text: str, left: int) -> bool:
    plain = _plain(text)
    if text.endswith(",") and plain in SURNAMES_TOO:
        return False
    return (
        plain in TITLES
        or plain in TITLES_OF_WORDS
        or bool(TITLE_FORMS.fullmatch(plain))
        or (plain in ABBREVIATED_TITLES and text.rstrip(",").endswith((".", ")")))
        or (plain in DOUBTFUL_TITLES and left > 1)
    )


def _is_generation(text: str, left: int) -> bool:
    plain = text.rstrip(".,")
    if plain == "V":
        return left > 1 and text == plain  # "Anna V." is a shortened surname
    if plain.lower() in LONG_GENERATIONS:
        return left > 1
    return plain.lower() in GENERATIONS or plain in NUMERALS or _plain(text) in GENERATIONS_OF_WORDS


def _is_degree(text: str, left: int, apart: bool, titled: bool) -> bool:
    """For certain when ``apart``, by a comma or brackets; else capitals may be a surname, and stops initials."""
    letters = re.sub(r"[.,() ]", "", text)
    if " " in text and "." not in text:
        return False
    if letters in DEGREES:
        return apart or titled or left > 1 or not letters.isupper()
    if letters in DOUBTFUL_DEGREES:
        return apart or ("." in text and left > 1)
    return bool(TITLE_FORMS.fullmatch(_plain(text)))
