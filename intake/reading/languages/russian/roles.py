"""Russian: whom a role in place of a name means: «модератор», «глава фонда», «учёный», «китайский коллега»."""

import re
from collections.abc import Sequence
from functools import lru_cache

from intake.reading.languages.russian.patterns import ROLE_NOUNS
from intake.reading.languages.russian.words.people import (
    ABBREVIATED,
    CHAIRS,
    FIELDS,
    LEARNED,
    LECTURERS,
    LESSER,
    OF_ANY_POST,
    OF_ANYTHING,
    ROLE_SYNONYMS,
    ROLES_OF_ANYBODY,
    TEACHES,
)
from intake.reading.people import Person

#: «собеседник агентства», «источник в правительстве»: somebody whom the report hides
UNNAMED = re.compile(r"(?:собеседни|источник)[а-яё]*\s+\S", re.I)
#: «её заместитель»: whose, another sentence tells.
WHOSE = re.compile(r"^\s*(?:его|её|ее|их)\s")
OF_THE_PAST = re.compile(r"(?<!\w)тогдашн")
_OF_THEM = r"[а-яё]*\s+(?:[а-яё]+(?:ого|его|ой|ей)\s+)*[а-яё-]+"
_LESSER = re.compile(rf"(?<![\w-])(?:{'|'.join(LESSER)}){_OF_THEM}")
#: Of a house: the «представитель банка» may be called a banker, the «помощник депутата Думы» is no deputy.
_AIDES = re.compile(rf"(?<![\w-])(?:{'|'.join(word for word in LESSER if word != 'представител')}){_OF_THEM}")
HEAD, HOUSES = "глава", ("ведомств", "министерств", "департамент", "агентств", "служб", "компани")
OF_A_LAND = re.compile(
    r"глав[аыуеой]+\s+(?:[а-яё-]+\s+){0,2}(?:район|город|округ|посел|улус|сел|администрац)"
)
#: «глава хозяйства «Бор»» is no «глава ведомства» either.
OF_A_FIRM = re.compile(
    r"глав[аыуеой]+\s+(?:[а-яё-]+\s+){0,2}(?:хозяйств|предприяти|завод|фирм|банк|холдинг|клуб|фонд|кооператив|союз|ассоциаци|артел)"
)
#: Nor is the «начальник управления».
OF_A_PART = re.compile(
    r"(?:начальни|заведующ|руководител)[а-яё]+\s+(?:[а-яё-]+\s+){0,2}(?:управлени|отдел|сектор|кафедр|лаборатори)"
)
FIRMS = (
    "предприят",
    "компани",
    "завод",
    "фабрик",
    "корпораци",
    "фирм",
    "холдинг",
    "комбинат",
    "концерн",
    "производств",
)
A_FIRM = re.compile(
    r"(?<![а-яё])(?:предприяти|завод|фабрик|компани|корпораци|фирм|холдинг|комбинат|концерн|производств|артел|кооператив|ферм|"
    r"верф|пекарн|шахт|рудник|типографи|мастерск|агрохолдинг|стартап|(?:ооо|зао|оао|пао|ао|ип)(?![а-яё]))"
)
NO_FIRM = re.compile(
    r"(?<![а-яё])(?:колледж|школ|лице|гимнази|институт|университет|академи|училищ|музе|театр|библиотек|больниц|фонд|центр|портал|"
    r"служб|отдел|управлени|департамент|кафедр|лаборатори|комитет|министерств|администраци|област|район|город)"
)
#: What a woman is called, and how her post is printed of her as of anybody: «хранительница», «хранитель фондов».
OF_HERS = (
    ("тельница", "тель"),
    ("щица", "щик"),
    ("чица", "чик"),
    ("ница", "ник"),
    ("истка", "ист"),
    ("антка", "ант"),
)
#: What the head or the owner of a firm is called by its trade: «перевозчик».
OF_A_TRADE = ("перевозчик", "застройщик", "девелопер", "производственник", "промышленник", "перевозчица")
ENVOYS = ("представитель", "представительница", "сотрудник", "сотрудница")
#: A noun that is said of women only.
FEMININE = re.compile(
    r"(?:ница|щица|чица|вица|стка|нтка|тка|рка|лка|янка|анка|[её]рша|орша|есса|иса|ая|ыня|иня)$|^(?:вдова|дочь|сестра|внучка|правнучка|"
    r"гостья|монахиня|игумения|игуменья)$"
)
#: Whoever is in view may be called so as well.
ANY_OFFICIAL = ("чиновник", "чиновница")
OF_THE_STATE = re.compile(
    r"(?<![а-яё])(?:департамент|управлени|комитет|министерств|администраци|мэри|агентств|служб|ведомств|инспекци|правительств|"
    r"губернатор|министр|мэр|глав[аыуе](?![а-яё])|казначейств|прокур|полици|фонд)"
)
#: «завкафедрой» is the заведующий кафедрой.
_HEADS = re.compile(r"(?<![\w-])зав(?=(?:кафедр|отдел|лаб|сектор|библиотек|склад|клуб|музе|филиал)[а-яё]*)")
_DEPUTY = re.compile(r"(?<![\w-])зам(?!естител)(?=[а-яё]{4})")


#: The «доктор химических наук» is no physician, though a chemist.
A_DOCTOR, DEGREE = "доктор", re.compile(r"(?<![\w-])доктор[а-яё]*(\s+(?:[а-яё-]+\s+){0,3}?наук)")


def stem(word: str) -> str:
    """A word without its case ending, for looking it up among others: фонда and фондом as фонд."""
    return (
        re.sub(r"(?:[ыио]й|[ая]я|ого|его|ому|ему|[ыио]м|[аяеиоуыьйю])$", "", word) if len(word) > 4 else word
    )


#: No form of several people: «депутаты»; and no adjective of the same stem: «главного» is no «глава».
ONE = (
    r"(?!и[яиюе]й?(?![а-яё]))"  # nor of what they do: the «школа дипломатии» is no дипломат
    r"(?!н(?:ый|ого|ому|ым|ом|ая|ой|ую|ые|ых|ыми?)(?![а-яё]))"
    r"(?!(?<=[бвгджзклмнпрстфхцчшщ])(?:ы|ов|ам|ами|ах)(?![а-яё]))"
)
NOUNS = {stem(noun): noun for noun in sorted(ROLE_NOUNS)}
IN_A_FIELD = re.compile(
    rf"{FIELDS}(?:{'|'.join(sorted(map(re.escape, NOUNS), key=len, reverse=True))})[а-яё]{{0,3}}$"
)
#: Of these the ones that are said of women only; «ведущей» may be a man's as well.
HERS = {stem(noun) for noun in ROLE_NOUNS if FEMININE.search(noun)} - {
    stem(noun) for noun in ROLE_NOUNS if not FEMININE.search(noun)
}


class RoleFinder:
    """Resolves roles against the people of a report and all the posts that it prints beside their names."""

    def __init__(self, people: Sequence[Person], posts: dict[int, list[str]]):
        self.people, self.posts = people, posts

    def find(self, label: str, focus: int | None, gender: str | None) -> int | None:
        """The one person whom a role can mean; `focus` is who is in view, `gender` what the verb shows."""
        if UNNAMED.match(label):
            return None
        words = _HEADS.sub("заведующий ", _DEPUTY.sub("заместитель ", label.lower())).split()
        if words[0] == "глава" and (minister := ABBREVIATED.get(words[-1])):
            words = minister  # «глава МИД» is the министр иностранных дел
        head = next(
            (NOUNS.get(stem(w), w) for w in words if stem(w) in NOUNS or IN_A_FIELD.match(w)), words[0]
        )
        printed = [w for w in words if stem(w) == stem(head)]
        words = [head if stem(w) == stem(head) else w for w in words]
        gender = gender or ("f" if any(map(is_hers, printed)) else None)
        agreeing = [i for i, p in enumerate(self.people) if gender is None or p.gender in (None, gender)]
        in_view = focus if focus in agreeing else None
        if head in CHAIRS:
            chairs = [i for i in agreeing if self.people[i].role == "moderator"]
            return chairs[0] if len(chairs) == 1 else None
        lecturers = [i for i in agreeing if head in LECTURERS and self.people[i].lectures]
        if lecturers:
            return lecturers[0] if len(lecturers) == 1 else in_view if in_view in lecturers else None
        if head in ROLES_OF_ANYBODY and in_view is not None:
            return self._beside_the_chair(agreeing) if self.people[in_view].role == "moderator" else in_view
        others = [w for w in words if stem(w) != stem(head)]
        of = set(words[words.index(head) + 1 :]) - OF_ANYTHING if head in words else set()
        if head == HEAD and of_a_house(words):
            agreeing = [i for i in agreeing if not any(map(of_another, self.posts.get(i, ())))]
        if of_a_firm(words):
            agreeing = self._of_firms(agreeing)
        fits = [i for i in self._by_post(head, others, agreeing) if self._may_be_of(i, of)]
        if len(fits) > 1 and in_view in fits:
            return in_view
        if fits:
            another = head in ANY_OFFICIAL and in_view not in (None, fits[0]) and self.posts.get(in_view or 0)
            return fits[0] if len(fits) == 1 and not another else None
        if head in ANY_OFFICIAL and in_view is not None and not self._is_of_the_state(in_view):
            return None
        if head in LEARNED and in_view is not None and self._teaches(in_view):
            return in_view
        if head in ENVOYS and in_view is not None and self._may_speak_for(in_view, words):
            return in_view
        if head in OF_A_TRADE and in_view is not None and self._is_of_a_firm(in_view):
            return in_view
        holds_another = in_view is not None and (
            self.people[in_view].post or self.people[in_view].role == "moderator"
        )
        if head not in OF_ANY_POST and holds_another:
            return None
        anew = head in words and set(words[words.index(head) + 1 :]) - OF_ANYTHING  # «министр науки»
        return None if anew else in_view

    def _is_of_the_state(self, person: int) -> bool:
        """Whether somebody may be called an official: no post of theirs says that they are anything else."""
        posts = self.posts.get(person, ())
        return not posts or any(map(OF_THE_STATE.search, posts))

    def _teaches(self, person: int) -> bool:
        """Whether somebody is printed to teach or do research, and in no field."""
        posts = self.posts.get(person, ())
        fields = (field for field in LEARNED for post in posts if field in post)
        return any(word in post for post in posts for word in TEACHES) and next(fields, None) is None

    def _of_firms(self, agreeing: list[int]) -> list[int]:
        """Those who can be «руководитель предприятия»: whose post names a firm, or else no school and no department."""
        firms = [i for i in agreeing if any(map(A_FIRM.search, self.posts.get(i, ())))]
        return firms or [i for i in agreeing if not any(map(NO_FIRM.search, self.posts.get(i, ())))]

    def _is_of_a_firm(self, person: int) -> bool:
        """Whether a post of somebody's names a firm, and they are the only one in the report of whom one does."""
        firms = [i for i in range(len(self.people)) if any(map(A_FIRM.search, self.posts.get(i, ())))]
        return firms == [person]

    def _may_speak_for(self, person: int, words: list[str]) -> bool:
        """Whether somebody can be «представитель службы», «сотрудник фирмы»: their post is of the state, of a firm."""
        posts = self.posts.get(person, ())
        kind = (
            A_FIRM if of_a_firm(words) else OF_THE_STATE if OF_THE_STATE.search(" ".join(words[1:])) else None
        )
        return kind is not None and any(map(kind.search, posts))

    def _beside_the_chair(self, agreeing: list[int]) -> int | None:
        """The one who can be «гостья» where the moderator is in view."""
        others = [i for i in agreeing if self.people[i].role != "moderator"]
        return others[0] if len(others) == 1 else None

    def _may_be_of(self, person: int, of: set[str]) -> bool:
        """Whether no post of theirs says that theirs is another house: the министр обороны is no «министр связи»."""
        printed = (WHOSE.sub("", post) for post in self.posts.get(person, ()))
        posts = [post for post in printed if len(post.split()) > 1]
        return not of or not posts or any(_has(post, word) for post in posts for word in of)

    def _by_post(self, head: str, others: list[str], agreeing: list[int]) -> list[int]:
        """Those of whose posts most is in the role."""
        likeness = {i: self._likeness(i, head, others) for i in agreeing}
        best = max(likeness.values(), default=0)
        return [i for i in agreeing if likeness[i] == best and best]

    def _likeness(self, person: int, head: str, others: list[str]) -> int:
        """How much of a role stands in a post of that person; nothing unless its noun does, or one of like
        meaning."""
        best = 0
        for post in self.posts.get(person, ()):
            if OF_THE_PAST.search(post):
                continue
            post = _DEPUTY.sub("заместитель ", post)
            own = post if head.startswith(LESSER) else _LESSER.sub(" ", post)
            alike = (head, *ROLE_SYNONYMS.get(head, ()), *_of_anybody(head))
            own = DEGREE.sub(r"\1", own) if A_DOCTOR in alike else own
            of_a_house = _AIDES.sub(" ", post)
            told = (
                (post if word.startswith(LESSER) else own if word in ROLE_NOUNS else of_a_house, word)
                for word in alike
            )
            noun = 2 * bool(_has(own, head, ONE)) or any(_has(where, word) for where, word in told)
            best = max(best, noun and noun + 2 * sum(_has(post, word) for word in others))
        return best


def _of_anybody(noun: str) -> list[str]:
    """The noun that is said of men and women, of one that is said of women."""
    return [noun.removesuffix(hers) + his for hers, his in OF_HERS if noun.endswith(hers)][:1]


def is_hers(noun: str) -> bool:
    """«исследовательница», «студентка» is a woman, whatever the case and the verb."""
    return noun.endswith("ая") or stem(noun) in HERS


def of_a_house(words: list[str]) -> bool:
    """«глава ведомства» is no head of a district."""
    return any(word.startswith(HOUSES) for word in words)


def of_a_firm(words: list[str]) -> bool:
    """«руководитель предприятия» is no head of a school, nor of a department."""
    return any(word.startswith(FIRMS) for word in words[1:])


def of_another(post: str) -> bool:
    """Whether a post is that of the head of something else than a house of the state: of a district, of a firm."""
    return any(pattern.search(post) for pattern in (OF_A_LAND, OF_A_FIRM, OF_A_PART))


@lru_cache(maxsize=20_000)
def _has(post: str, word: str, ending: str = "") -> bool:
    """Whether a word stands in a post, in whatever case, or in those that `ending` lets pass."""
    return len(word) > 2 and bool(re.search(rf"(?<![\w-]){re.escape(stem(word))}{ending}", post))
