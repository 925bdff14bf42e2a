"""Russian: who is named, meant by a role or pronoun, or counted in a group, in a sentence."""

import re
from dataclasses import replace

from intake.reading.cues import ANYBODY, MAX_PHRASES, Kind, Phrase
from intake.reading.languages.russian.names import (
    HAS_POST,
    OF_CLERGY,
    RussianMention,
    RussianRoster,
    is_given,
    mentions,
    without_degrees,
)
from intake.reading.languages.russian.patterns import (
    ADVERBS,
    ANY_DOER,
    ANY_ONE,
    ANY_SEVERAL,
    GROUP,
    OF_ROLE,
    PRONOUN,
    REPORTS,
    ROLE,
    SOMEBODY,
    VERB,
    VERB_RIGHT_BEFORE,
)
from intake.reading.quotes import COVER

MAX_POSTS = 160  # letters of posts before a name
AT_THE_START = 60  # letters before a name that words begin with: posts
BESIDE_VERB = 12  # letters between a verb and the person it is done to
#: «В последний день визита министр посетила школу»: who does it stands behind when and where.
WHEN_AND_WHERE = re.compile(r"(?:В|Во|На|После|По|Перед|К|За)(?:\s+[\w-]+){2,7}\s+")
DOES = re.compile(r"\s+(?:[а-яё]+о\s+)?[а-яё]{2,}(?:л|ла)(?:с[ья])?(?![\w-])")
#: A verb right behind it, of nobody's or of several: «пришлось», «спросили».
FRONTED = re.compile(r"\s+(?:[а-яё]+\s+){0,3}?[а-яё]{2,}(?:лось|ло|ли|ся)(?![\w-])")
#: «Его дед резал рукояти», «Бабушка Гай стояла у печи»: who that is, nobody is told.
_KINDRED = r"(?:пра)?(?:дед|дедушка|бабушка|отец|мать|мама|папа|брат|сестра|дядя|тётя|сын|дочь|муж|жена)"
KIN = re.compile(rf"(?:Его|Её|Ее|Мой|Моя)\s+(?P<who>{_KINDRED})(?![а-яё])(?!,?\s+[А-ЯЁ])")
#: «Письмо сохранила бабушка писателя»
KIN_BEHIND = re.compile(
    rf"[^,.;:—\x1a]*?[а-яё]{{2,}}(?:л|ла)(?:с[ья])?\s+(?:его\s+|её\s+)?(?P<who>{_KINDRED})(?![а-яё])(?!,?\s+[А-ЯЁ]\w+\s+[А-ЯЁ]\w+ов)"
)
#: «Преподобный Исаак учит»: somebody who is told of.
SAINT = re.compile(
    r"\W*(?:(?:Преподобн|Блаженн|Праведн)(?:ый|(?P<hers>ая))|Свят(?:ой|(?P<hers2>ая))|Святитель|Апостол|Пророк|"
    r"(?:Велико|Священно)?[Мм]учени(?:к|(?P<hers3>ца)))\s+(?=[А-ЯЁ])"
)
OBJECT, VERB_BEHIND = (
    re.compile(r"\s+[а-яё]{3,}[ую]"),
    re.compile(rf"\s+(?:{ADVERBS}\s+)?{VERB.pattern}", re.I),
)
APART = re.compile(r"[.;:—]")
PATTERNS = (
    (Kind.PRONOUN, PRONOUN),
    (Kind.GROUP, SOMEBODY),
    (Kind.GROUP, GROUP),
    (Kind.ROLE, ROLE),
    (Kind.GROUP, ANY_SEVERAL),
    (Kind.ROLE, ANY_DOER),
    (Kind.GROUP, ANY_ONE),
)


class RussianPhrases:
    """The people and groups of a sentence, and what the attribution asks about them."""

    def __init__(self, roster: RussianRoster):
        self.roster = roster
        # The sentence read last: several questions are asked of it.
        self._last: tuple[str, list[Phrase]] = ("", [])

    def named_at_start(self, words: str) -> int | None:
        mention = next(iter(mentions(words)), None)
        if mention is None or mention.start >= AT_THE_START or REPORTS.search(words[: mention.start]):
            return None
        return self.roster.find_cased(mention.tokens)[0].person

    def addressee(self, masked: str, verb_end: int) -> int | None:
        """The person whom a question is put to."""
        for phrase in self.read(masked):
            if phrase.kind is Kind.NAME and phrase.people and 0 <= phrase.start - verb_end < BESIDE_VERB:
                return phrase.people[0]
        return None

    def people_named(self, masked: str, before: int | None = None) -> tuple[int, ...]:
        """The people whom a sentence names, in order, or those whom it names before a place in it."""
        names = (
            p for p in self.read(masked) if p.kind is Kind.NAME and (before is None or p.head_end <= before)
        )
        return tuple(dict.fromkeys(i for p in names for i in p.people))

    def names_anybody(self, masked: str) -> bool:
        return any(phrase.how == ANYBODY for phrase in self.read(masked))

    def sole_person(self, masked: str) -> int | None:
        """The one person whom a sentence names, in whatever case."""
        people = {p.people for p in self.read(masked) if p.kind is Kind.NAME}
        return next(iter(people))[0] if len(people) == 1 and () not in people else None

    def person_of_label(self, label: str, at: int) -> int | None:
        """The person whose name is printed before a colon, entered now if new."""
        words = " ".join(w.capitalize() if w.isupper() and len(w) > 2 else w for w in label.split())
        mention = next(iter(mentions(words)), None)
        if mention is None:
            return None
        found, _ = self.roster.find_cased(mention.tokens)
        if found.person is None and not found.candidates and len(mention.tokens) > 1:
            return self.roster.enter(mention.tokens, at, "nom")
        return found.person

    def subject(self, masked: str) -> Phrase | None:
        phrases = self.read(masked)
        if saint := SAINT.match(masked):
            gender = "f" if any(saint.groupdict().values()) else "m"
            return Phrase(Kind.STRANGER, 0, saint.end(), saint.end(), saint.group(), gender=gender)
        kin = KIN.match(masked) or KIN_BEHIND.match(masked)
        if kin and not self._is_called_so(masked, kin):
            gender = "f" if kin["who"].endswith(("а", "ь")) and not kin["who"].startswith("дедушк") else "m"
            return Phrase(Kind.STRANGER, 0, kin.end(), kin.end(), kin.group(), gender=gender)
        if phrases and (
            len(masked[: phrases[0].start].split()) <= 2
            or WHEN_AND_WHERE.fullmatch(masked, 0, phrases[0].start)
            and "nom" in phrases[0].cases
            and DOES.match(masked, phrases[0].end)
        ):
            return phrases[0]
        if about := self._role_in_front(masked, phrases):
            return about
        names = [p for p in phrases if p.kind is Kind.NAME and "nom" in p.cases]
        return names[0] if len(names) == 1 and VERB_RIGHT_BEFORE.search(masked, 0, names[0].start) else None

    def _is_called_so(self, masked: str, kin: re.Match) -> bool:
        """«Лекцию прочитал отец Илия»: a priest, and nobody's father."""
        mention = next(iter(mentions(masked[kin.end() :][:AT_THE_START])), None)
        if mention is None or mention.start != 1 or not OF_CLERGY.search(masked, 0, kin.end() + 1):
            return False
        return is_given(mention.tokens[0]) and "nom" in self.roster.find_cased(mention.tokens)[1]

    @staticmethod
    def _role_in_front(masked: str, phrases: list[Phrase]) -> Phrase | None:
        """«Председателю пришлось вмешаться», «Министра спросили …»: in whatever case, the sentence is about them."""
        role = HAS_POST.match(masked)
        end = role.end() if role else 0
        named = any(p.kind is Kind.NAME and p.start <= end + 1 for p in phrases)
        if not role or named or not FRONTED.match(masked, end):
            return None
        return Phrase(Kind.ROLE, 0, end, end, masked[:end])

    def read(self, masked: str) -> list[Phrase]:
        """Names, roles, pronouns and groups of the sentence, in order; overlapping ones give way to names."""
        masked = masked[:MAX_PHRASES]
        if self._last[0] != masked:
            self._last = (masked, self._read(masked))
        return self._last[1]

    def _read(self, masked: str) -> list[Phrase]:
        phrases = [p for mention in mentions(masked) if (p := self._named(mention))]
        for kind, pattern in PATTERNS:
            for m in pattern.finditer(masked):
                if any(m.start() < p.end and p.start < m.end() for p in phrases):
                    continue
                headed = None if kind is Kind.PRONOUN else _headed_name(masked, m.end(), phrases)
                if headed:
                    phrases[phrases.index(headed)] = replace(headed, start=m.start())
                    continue
                end = m.end() if kind is Kind.PRONOUN else role_end(masked, m.end())
                label = masked[m.start() : end].replace(COVER, "").strip()
                how = ANYBODY if pattern in (SOMEBODY, ANY_ONE) else ""
                phrases.append(Phrase(kind, m.start(), end, end, label, how=how))
        return sorted(phrases, key=lambda p: p.start)

    def _named(self, mention: RussianMention) -> Phrase | None:
        found, cases = self.roster.find_cased(mention.tokens)
        start = mention.start
        if found.person is None and not start and len(mention.tokens) == 2:  # «Заявил Сухих»
            found, cases = self.roster.find_cased(mention.tokens[1:])
            start = mention.end - len(mention.tokens[1])
        if found.person is None and not found.candidates:
            return None
        people = () if found.person is None else (found.person,)
        name = " ".join(mention.tokens)
        return Phrase(
            Kind.NAME,
            start,
            mention.end,
            mention.end,
            name,
            people,
            found.candidates,
            found.how,
            frozenset(cases),
        )


def role_end(masked: str, end: int) -> int:
    """Where the words end that belong to a role: «директор департамента городского хозяйства»."""
    match = OF_ROLE.match(masked, end)
    while match and not VERB.search(match.group()) and not _is_object(masked, match):
        end = match.end()
        match = OF_ROLE.match(masked, end)
    return end


def _is_object(masked: str, match: re.Match) -> bool:
    """Whether it is done to what stands there: «Президент палаты | идею поддержал»."""
    object_ = OBJECT.fullmatch(match.group())
    return bool(object_) and bool(VERB_BEHIND.match(masked, match.end()))


def _headed_name(masked: str, end: int, phrases: list[Phrase]) -> Phrase | None:
    """'директор института, доктор наук Иванов' is one subject, the name."""
    following = min((p for p in phrases if p.start >= end), key=lambda p: p.start, default=None)
    if following is None or following.kind is not Kind.NAME or "nom" not in following.cases:
        return None
    first, *more = without_degrees(masked[end : following.start]).split(",")
    words = " ".join((first, *more))
    apart = APART.search(words) or VERB.search(words) or len(words) > MAX_POSTS
    return None if apart or not all(HAS_POST.search(part) for part in more if part.strip()) else following
