"""English: who is named, meant by a role or pronoun, or counted in a group, in a sentence."""

import re
from dataclasses import replace
from functools import cached_property

from intake.reading.cues import ANYBODY, MAX_PHRASES, Kind, Phrase
from intake.reading.languages.english.clauses import is_main
from intake.reading.languages.english.names import (
    NOT_A_NAME,
    PLACE_WORDS,
    POST_WORDS,
    UPPER,
    cased,
    gender_of,
    is_given,
    name_mentions,
)
from intake.reading.languages.english.patterns import (
    APPOSED,
    DESCRIPTION,
    GROUP,
    GROUP_WORD,
    INDEFINITE,
    LET_SPEAK,
    ONE_OF_SOME,
    PRONOUN,
    QUANTIFIED,
    ROLE,
    SPEAKS,
    SPOKEN_FOR,
    THE_TWO,
)
from intake.reading.languages.english.posts import HAS_POST, post_after, post_before
from intake.reading.languages.english.roles import ACRONYM, acronyms_of
from intake.reading.languages.english.verbs import SAY_FINITE
from intake.reading.languages.english.words.people import MEN, NO_DOERS, WOMEN
from intake.reading.mentions import NameMention
from intake.reading.people import Found, Roster
from intake.reading.quotes import COVER

AT_THE_START = 4  # letters before a name that words begin with: quotation marks, a dash
IN_CAPITALS = re.compile(
    rf"(?<![\w’'-])[{UPPER}]{{4,}}(?:-[{UPPER}]+)*(?![\w-])"
)  # what is shorter is a house's
FLOOR = 60  # letters before a name in which it is given the floor
BESIDE_VERB = 12  # letters between a verb and the person it is done to
DESCRIBED = 90  # letters before a name in which it is described
KINSHIP = re.compile(r"[’']s\s+(?:[a-z]+\s+){1,2}$")
CAPITAL = re.compile(r"(?:^|[.,;:]\s|\s)(?=[A-Z])")
#: "…, head of the unit", "…, who runs it": what is told of a person behind a name.
IS_SOMEBODY = re.compile(rf",\s+(?:who\b|(?:[\w’'-]+\s+){{0,4}}?{HAS_POST.pattern}\b)", re.I)
LABELS = re.compile(r":\s+(?:\w+\.\s+)?")  # "Welcome Address: Ms. Rossi", who is no stranger
SAID_BY = re.compile(rf"[{COVER},?!]\s*{SAY_FINITE}\s+$")  # "“It rained,” said | a fisherman, Rossi."
ASIDE = re.compile(r"\s*\([^()]{2,60}\)")  # "The discussant, Ann Moss (Leeds), praised …"
ROLE_THEN_NAME = re.compile(r"(?:\s+(?:of|for|at|in)\s+[^,.;:]{2,60})?,\s+(?:the\s+|(?:His|Her)\s+)?")
DOING_SO = re.compile(r"\W*[A-Z]\w+ing\s[^,;:.]{2,80},\s+")  # "Presenting the guest, | Rossi smiled"
ANY = re.compile(r"any\s", re.I)  # "to which any resident can add": no one of them
COMMON_WORD = r"(?<![\w’'.-])(?<!the )(?<!The )(?<!an )(?<!and )(?:{})(?![\w-]|\s[A-Z]| of\b)"
BARE_GROUPS = ("both", "many", "some", "all", "most", "few", "several", "others", "few", "another", "one")
#: Whatever noun of a doer it is, who says something or has a clause of their own: "the trawlerman confessed".
_DOER = rf"(?!{'|'.join(NO_DOERS)})[a-z-]{{3,}}(?:er|or|ist|ian|ant|man|woman|eur|smith|wright)"
ANY_DOER = re.compile(
    rf"\b[Tt]he\s+(?:[a-z-]+\s+){{0,2}}?{_DOER}"
    rf"(?=,\s+who\b|,?\s+(?:also\s+|then\s+|\w+ly\s+)?{SAY_FINITE}\b)"
)
#: "Rob Lacey (Harbour Master)": a title in capitals that is printed beside a name.
PRINTED_TITLE = re.compile(rf"(?:[A-Z][\w’'-]+\s+){{1,3}}(?i:{_DOER})(?=$|,|\s(?:of|for|at)\b)")
KIN = re.compile(
    rf"(?:His|Her|My|Their)\s+(?:late\s+|own\s+)?(?P<who>{'|'.join([*WOMEN, *MEN])})\b(?!,?\s+(?:[A-Z]|who\b))"
)
#: What some languages hang on to a name: "Solanki ji".
COURTESY_BEHIND = re.compile(r"\s(?:ji|jee|bhai|ben|saheb|sahib|garu)(?![\w-])")
#: Each with what must stand in a sentence for it to be there at all, which is found sooner.
PATTERNS = (
    (Kind.PRONOUN, PRONOUN, PRONOUN),
    (Kind.GROUP, INDEFINITE, ONE_OF_SOME),
    (Kind.GROUP, QUANTIFIED, QUANTIFIED),
    (Kind.ROLE, ROLE, ROLE),
    (Kind.GROUP, GROUP, GROUP_WORD),
    (Kind.GROUP, THE_TWO, THE_TWO),
    (Kind.ROLE, ANY_DOER, ANY_DOER),
)


class EnglishPhrases:
    """The people and groups of a sentence, and what the attribution asks about them."""

    def __init__(self, roster: Roster):
        self.roster = roster
        # The sentence read last: several questions are asked of it.
        self._last: tuple[str, list[Phrase]] = ("", [])

    def named_at_start(self, words: str) -> int | None:
        mention = next(iter(name_mentions(words)), None)
        return self.roster.find(mention).person if mention and mention.start < AT_THE_START else None

    def people_named(self, masked: str, before: int | None = None) -> tuple[int, ...]:
        """The people whom a sentence names, in order, or those whom it names before a place in it."""
        names = (
            p for p in self.read(masked) if p.kind is Kind.NAME and (before is None or p.head_end <= before)
        )
        return tuple(dict.fromkeys(i for p in names for i in p.people))

    def names_anybody(self, masked: str) -> bool:
        return any(phrase.how == ANYBODY for phrase in self.read(masked))

    def names_stranger(self, masked: str) -> bool:
        """Whether a name that the register missed stands in a sentence, with what its bearer is or does behind it."""
        return any(
            self.roster.find(m) == Found()
            and m.name.casefold() not in PLACE_WORDS
            and IS_SOMEBODY.match(masked, m.end)
            for m in name_mentions(masked[:MAX_PHRASES])
        )

    def sole_person(self, masked: str) -> int | None:
        """The one person whom a sentence names, wherever in it."""
        people = {p.people for p in self.read(masked) if p.kind is Kind.NAME}
        return next(iter(people))[0] if len(people) == 1 and () not in people else None

    def person_of_label(self, label: str, at: int) -> int | None:
        """The person whose name is printed before a colon, entered now if new."""
        mention = next(iter(name_mentions(cased(label))), None)
        if mention is None:
            return None
        found = self.roster.find(mention)
        if found.person is None and not found.candidates:
            return self.roster.add(NameMention(at, at + len(label), mention.tokens, mention.honorific))
        return found.person

    def addressee(self, masked: str, verb_end: int) -> int | None:
        """The person whom a question is put to: 'asked Mr Doyle when …'."""
        for phrase in self.read(masked):
            if phrase.kind is Kind.NAME and phrase.people and 0 <= phrase.start - verb_end < BESIDE_VERB:
                return phrase.people[0]
        return None

    def let_speak(self, masked: str) -> int | None:
        """The person to whom a sentence gives the floor: 'Danes introduced Rossi, a diver.'"""
        names = (p for p in self.read(masked) if p.kind is Kind.NAME and len(p.people) == 1)
        return next(
            (p.people[0] for p in names if LET_SPEAK.search(masked, max(0, p.start - FLOOR), p.start)), None
        )

    def subject(self, masked: str) -> Phrase | None:
        """The noun phrase that the sentence begins with (after an opening phrase), if it is a person or a group."""
        stranger = self._kin(masked) or self._stranger(masked)
        phrase = next(iter(self.read(masked)), None)
        labels = stranger and phrase and LABELS.fullmatch(masked, stranger.end, phrase.start)
        if phrase is None or stranger and stranger.start < phrase.start and not labels:
            return stranger
        if is_main(masked, phrase.start):
            return phrase
        return next((p for p in self.read(masked)[1:3] if DOING_SO.fullmatch(masked[: p.start])), None)

    @staticmethod
    def _kin(masked: str) -> Phrase | None:
        """'Her grandfather carved hilts': who that is, nobody is told."""
        kin = KIN.match(masked)
        if kin is None:
            return None
        gender = "f" if kin["who"] in WOMEN else "m"
        return Phrase(Kind.STRANGER, 0, kin.end(), kin.end(), kin.group(), gender=gender)

    def _stranger(self, masked: str) -> Phrase | None:
        """The subject, where it is a name that nobody in the roster bears."""
        mention = next(iter(name_mentions(masked[:MAX_PHRASES])), None)
        if mention is None or not is_main(masked, mention.start):
            return None
        found = self.roster.find(mention)
        person = mention.honorific or is_given(mention.tokens[0].casefold())
        if found.person is not None or found.candidates or not (person or SPEAKS.match(masked, mention.end)):
            return None
        gender = gender_of(mention.tokens, mention.honorific)
        return Phrase(Kind.STRANGER, mention.start, mention.end, mention.end, mention.name, gender=gender)

    def read(self, masked: str) -> list[Phrase]:
        """Names, roles, pronouns and groups of the sentence, in order; overlapping ones give way to names."""
        masked = masked[:MAX_PHRASES]
        if self._last[0] != masked:
            self._last = (masked, self._read(masked))
        return self._last[1]

    def _read(self, masked: str) -> list[Phrase]:
        mentions = (*name_mentions(masked), *self._common_words(masked))
        phrases = [p for m in mentions if (p := self._named(masked, m))]
        for kind, pattern, at_all in PATTERNS:
            for m in pattern.finditer(masked) if at_all.search(masked) else ():
                if any(m.start() < p.end and p.start < m.end() for p in phrases):
                    continue
                if kind is Kind.GROUP and (
                    SPOKEN_FOR.search(masked, 0, m.start()) or ANY.match(masked, m.start())
                ):
                    continue
                if kind is Kind.PRONOUN or not _before_name(masked, m.end(), phrases):
                    how = ANYBODY if pattern is INDEFINITE else ""
                    bare = m.group().lower() in BARE_GROUPS
                    phrases.append(
                        Phrase(kind, m.start(), m.end(), m.end(), m.group(), how=how, is_bare=bare)
                    )
        phrases += [
            p
            for p in (*self._acronyms(masked), *self._titles(masked))
            if not any(p.start < o.end and o.start < p.end for o in phrases)
        ]
        return _merged(masked, sorted(phrases, key=lambda p: p.start))

    def _acronyms(self, masked: str) -> list[Phrase]:
        """'The CECM', where a printed post has these capitals; else it is a house."""
        return [
            Phrase(Kind.ROLE, m.start(), m.end(), m.end(), m.group())
            for m in ACRONYM.finditer(masked)
            if m["letters"] in self._acronyms_of_posts
        ]

    def _titles(self, masked: str) -> list[Phrase]:
        """'The Harbour Master', as the report prints it beside somebody's name."""
        found = self._printed_titles.finditer(masked) if self._printed_titles else ()
        return [Phrase(Kind.ROLE, m.start(), m.end(), m.end(), m.group()) for m in found]

    @cached_property
    def _printed_titles(self) -> re.Pattern[str] | None:
        posts = (PRINTED_TITLE.match(p.post or "") for p in self.roster.people)
        titles = sorted({re.escape(m.group()) for m in posts if m})
        return re.compile(rf"\b[Tt]he\s+(?:{'|'.join(titles)})(?![\w’'-]|\s[A-Z])") if titles else None

    @cached_property
    def _acronyms_of_posts(self) -> set[str]:
        return {letters for p in self.roster.people for letters in acronyms_of(p.post or "")}

    def _common_words(self, masked: str) -> list[NameMention]:
        """Surnames that are common words too (Mayor, White), alone and with a capital, and those all in capitals."""
        shouted = [m for m in IN_CAPITALS.finditer(masked) if m.group().casefold() in self._surnames]
        alone = self._wordlike.finditer(masked) if self._wordlike else ()
        return [NameMention(m.start(), m.end(), (m.group(),), None, m.start()) for m in (*shouted, *alone)]

    @cached_property
    def _surnames(self) -> set[str]:
        return {key for p in self.roster.people for key in p.surnames}

    @cached_property
    def _wordlike(self) -> re.Pattern[str] | None:
        keys = {key for p in self.roster.people for key in p.surnames if key in NOT_A_NAME | POST_WORDS}
        words = sorted({re.escape(key.title()) for key in keys})
        return re.compile(COMMON_WORD.format("|".join(words))) if words else None

    def _named(self, masked: str, mention: NameMention) -> Phrase | None:
        found = self.roster.find(mention)
        if found.person is None and not found.candidates:
            return None
        _, end = post_after(masked, mention.end, len(masked))
        start = _with_description(masked, mention)
        if masked[end : end + 1] == "," and (apposed := APPOSED.search(masked[:start])):
            start, end = max(map(apposed.start, ("what", "whose", "behind", "doing"))), end + 1
        people = () if found.person is None else (found.person,)
        courtesy = COURTESY_BEHIND.match(masked, mention.end)
        head = courtesy.end() if courtesy else mention.end
        return Phrase(
            Kind.NAME, start, max(end, head), head, mention.name, people, found.candidates, found.how
        )


def _with_description(masked: str, mention: NameMention) -> int:
    """Where a name begins with what is printed before it: a post, 'climate scientist', 'Ann’s brother'."""
    start = min(post_before(masked, mention.name_start, 0)[1], mention.start)
    described = DESCRIPTION.finditer(masked, max(0, start - DESCRIBED), start)
    start = min((m.start("what") for m in described), default=start)
    if kin := KINSHIP.search(masked[:start]):
        owner = max((m.start() for m in CAPITAL.finditer(masked[: kin.start()])), default=0)
        start = owner if not masked[:owner].strip() else start
    return start


def _before_name(masked: str, end: int, phrases: list[Phrase]) -> bool:
    return any(p.kind is Kind.NAME and not masked[end : p.start].strip() for p in phrases if p.start >= end)


def _merged(masked: str, phrases: list[Phrase]) -> list[Phrase]:
    """'The society's president, Lucas Feld,' is one phrase, the name's."""
    merged: list[Phrase] = []
    for phrase in phrases:
        last = merged[-1] if merged else None
        aside = ASIDE.match(masked, phrase.end)
        behind = masked[aside.end() if aside else phrase.end :][:1]
        if (
            last
            and (last.kind is Kind.ROLE or last.how == ANYBODY)
            and phrase.kind is Kind.NAME
            and (is_main(masked, last.start) or SAID_BY.search(masked[: last.start]))
            and ROLE_THEN_NAME.fullmatch(masked, last.end, phrase.start)
            and (aside or behind in (",", ".", ";", ""))
        ):
            end = aside.end() if aside else phrase.end
            merged[-1] = replace(phrase, start=last.start, end=end + (behind == ","))
        else:
            merged.append(phrase)
    return merged
