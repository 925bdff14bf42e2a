"""Russian: who says a sentence, by the grammar of its main clause."""

import re
from dataclasses import replace

from intake.reading.contrast import Contrast
from intake.reading.cues import FULL_NAME, MAX_SENTENCE, Act, Cue, Kind, Phrase, Sign, first_of_each
from intake.reading.languages.russian.clauses import (
    agrees,
    closes,
    is_embedded,
    is_plural,
    joined,
    reporting_verbs,
    subject_of,
    verb_gender,
)
from intake.reading.languages.russian.names import HAS_POST, RussianRoster, without_degrees
from intake.reading.languages.russian.narration import ACTS
from intake.reading.languages.russian.patterns import (
    AGENT_ENDS,
    ASKS_TO_DO,
    BEFORE_COLON,
    BEGINS_WITH,
    BREAKS_SOURCE,
    BY_SAYING,
    FEELS,
    FINDS,
    FROM_THE_HALL,
    GROUP_GENITIVE,
    HIS,
    NAMING,
    NEITHER,
    PASSIVE,
    POINTS_BACK,
    POINTS_BEFORE,
    POINTS_BEHIND,
    READS_OUT,
    SAYS_NEXT,
    SAYS_SOMETHING,
    SIGNATURE_ENDS,
    SIGNED,
    SOURCE,
    TAKES_THE_FLOOR,
    TALK_TELLS,
    TELLS_NOTHING,
    THE_FLOOR_FIRST,
    THE_HALL_FIRST,
    THEIR_NOUN,
    THEIR_NOUN_ENDS,
    THEIR_TALK,
    THEN_WHAT,
    TOPIC,
    VERB,
    VERB_BEFORE,
    WITH_A_CLAUSE,
    WITHOUT_CONTENT,
)
from intake.reading.languages.russian.phrases import RussianPhrases, role_end
from intake.reading.languages.russian.roles import RoleFinder, is_hers
from intake.reading.languages.russian.verbs import act_of
from intake.reading.quotes import COVER

SOURCE_REACH = 150  # letters between «по словам» and the name
GENDERS = {
    "он": "m",
    "тот": "m",
    "его": "m",
    "та": "f",
    "она": "f",
    "её": "f",
    "ее": "f",
    "им": "m",
    "ему": "m",
    "ею": "f",
    "ей": "f",
}
DESCRIBED = re.compile(r"(?:[а-яё-]{4,}(?:ого|его|ой)\s+){0,2}")
#: «О планах рассказала Торопова, отметив, что …»
NOTING = re.compile(
    r",\s+(?:отметив|подчеркнув|добавив|заявив|сказав|пояснив|напомнив|указав|заметив|уточнив|сообщив|признав)(?!\w)"
)
WHAT_THEY_ARE = re.compile(
    r"[А-ЯЁ][а-яё]+(?:а|у|ю|я|ого|ему|ому)\s+"
)  # «Первокурсника Семёна Гая интересовало»
FOR_THEM = re.compile(r"Для\s+(?:[а-яё-]+\s+){0,6}(?:[А-ЯЁ«][\w»-]+\s+){0,3}?")
#: «Гостью представил Гай, который напомнил, что …»
WHO_SAYS = re.compile(
    rf"(?:,\s[^,;:.]{{2,90}})?,\s+котор(?:ый|ая)\s+(?:[а-яё]+\s+){{0,2}}?{VERB.pattern}", re.I
)
#: «Тон задал Гай, сообщивший, что …», «… Гай, уверенный, что …»
WHO_SAID = re.compile(
    r"(?:,\s[^,;:.]{2,90})?,\s+(?:(?:не\s+)?(?:сообщи|заяви|отмети|напомни|призна|объясни|поясни|предложи|рассказа|добави|"
    r"предупреди|подчеркну|упомяну|сказа|посетова|предположи|возрази)вш(?:ий|ая)|считающ(?:ий|ая)|полагающ(?:ий|ая)|"
    r"убежд[её]нн(?:ый|ая)|уверенн(?:ый|ая))(?!\w)"
)
#: «В качестве примера Лось привела корнский»
AS_EXAMPLE = re.compile(r"(?<!\w)в\s+(?:качестве\s+)?(?:пример|доказательств|подтверждени)[аеу]?(?!\w)", re.I)
WHILE = re.compile(r"\W*(?:Если|Пока|В то время как|Тогда как)\s+")
#: «Гай возразил ему, что …»
DONE_TO_THEM = re.compile(r"\s+[а-яё]+\s+(?P<who>ему|ей)(?![а-яё])")
#: «Ломтев назвал аренду, Шубный — отмену справок»; behind «что» it may be what Ломтев said of him.
CONTRAST = Contrast(
    re.compile(
        r"^(?!.*,\s+(?:что|чтобы|как|будто|если|когда)(?!\w)).*[,;]\s+(?:а\s+|тогда\s+как\s+|но\s+)?$"
    ),
    re.compile(r"\s+[—–]\s+(?!эт[оа]т?(?!\w))"),
    re.compile(r"(?!)"),
)
#: «Гай счёл прогноз мрачным, тогда как Лось, наоборот, нашла его осторожным»
WHEREAS = Contrast(
    re.compile(r"(?:тогда|в\s+то\s+время)\s+как\s+$"),
    re.compile(r"(?:,\s+(?:наоборот|напротив|в\s+свою\s+очередь),)?\s+[а-яё]"),
    re.compile(ACTS),
)
#: «Докладчицей было высказано …»
AGENT_IN_FRONT = re.compile(
    rf"(?P<who>(?={HAS_POST.pattern}\s)[А-ЯЁ][а-яё-]+(?:ом|ем|ём|ой|ей|ым|им))\s+(?:также\s+)?", re.I
)
IN_A_HOUSE = re.compile(
    r"(?P<who>Во?\s+(?:[а-яё]+(?:ой|ом|ем|ых|их)\s+)?(?:министерств|ведомств|компани|администраци|мэри|правительств|комитет|управлени|"
    r"департамент|фонд|совет|банк|пресс-служб|дирекци|редакци|организаци|ассоциаци|союз|посольств|дум|палат)[а-яё]*)(?=[\s,])"
)
#: «На вопросы журналистов ответили президент федерации Гай и тренер Лось»: who did, and nothing that they said.
ANSWERED = re.compile(
    r"\W*На\s+вопросы\s[^.:]*?\sотве(?:тил|чал)[аи]?(?!\w)(?![^.]*,\s+(?:что|как|почему|чтобы)(?!\w)|[^.]*[:\x1a])",
    re.I,
)
POINTING = ("тот", "та")
HERS = ("ею", "ей")


#: «…, ответила Лосева, но режиссёр хочет музыку»: what stands in the present behind it is what she answered.
SET_APART = (re.compile(r",\s+$"), re.compile(r"\s*,"))
PAST = re.compile(r"(?:л|ла|ли)(?:с[ья])?$")


def _within_speech(masked: str, cues: list[Cue]) -> list[Cue]:
    """The cues without those that stand in the words of somebody whose clause is set into them."""
    for i, cue in enumerate(cues):
        apart = SET_APART[0].search(masked[: cue.at]) and SET_APART[1].match(masked, cue.verb_end)
        if cue.sign is Sign.VERB and cue.people and apart and PAST.search(cue.words):
            return [*cues[: i + 1], *(c for c in cues[i + 1 :] if c.people or PAST.search(c.words))]
    return cues


def _tells_nothing(masked: str, verb: re.Match) -> bool:
    """Whether somebody answered questions, read out what another wrote, took the floor, called a break or joined in."""
    done = READS_OUT.match(masked, verb.start()) or TAKES_THE_FLOOR.match(masked, verb.start())
    joins = THE_FLOOR_FIRST.search(masked, 0, verb.end()) and not SAYS_SOMETHING.search(masked, verb.end())
    return bool(ANSWERED.match(masked) or done or joins)


def _announces(masked: str, verb: re.Match, phrase: Phrase) -> bool:
    """Whether somebody is told to have given points, examples or an opinion, and none of them stands there."""
    inverted = phrase.start > verb.start()
    behind = phrase.end if inverted else verb.end()
    if " ".join(verb.group().lower().split()) in TELLS_NOTHING:
        return bool(WITHOUT_CONTENT.match(masked, behind))
    if not NAMING.fullmatch(verb.group()):
        return False
    if not inverted:
        return bool(POINTS_BEHIND.match(masked, behind))
    return bool(POINTS_BEFORE.match(masked[: verb.start()]) and WITHOUT_CONTENT.match(masked, behind))


class RussianGrammar:
    """Answers a Grammar's questions for Russian."""

    def __init__(self, roster: RussianRoster):
        self.roster = roster
        self.phrases = RussianPhrases(roster)
        self.subject = self.phrases.subject
        self.people_named = self.phrases.people_named
        self.sole_person = self.phrases.sole_person
        self.names_anybody = self.phrases.names_anybody
        self.named_at_start = self.phrases.named_at_start
        self.addressee = self.phrases.addressee
        self.person_of_label = self.phrases.person_of_label

    def person_of_role(self, label: str, focus: int | None, gender: str | None = None) -> int | None:
        return RoleFinder(self.roster.people, self.roster.posts).find(label, focus, gender)

    def pronoun_gender(self, pronoun: str) -> str | None:
        return GENDERS.get(pronoun.lower())

    def goes_on_reporting(self, masked: str) -> bool:
        return False

    def names_stranger(self, masked: str) -> bool:
        return False

    def wishes(self, masked: str) -> bool:
        return False

    def gender_done_to(self, masked: str) -> str | None:
        subject = self.subject(masked) if " ему" in masked or " ей" in masked else None
        done = subject and DONE_TO_THEM.match(masked, subject.end)
        return ("f" if done["who"] == "ей" else "m") if done else None

    def let_speak(self, masked: str) -> int | None:
        return None

    def points_at_last(self, pronoun: str) -> bool:
        return pronoun.lower() in POINTING

    def reports(self, words: str) -> bool:
        return bool(VERB.match(words))

    def cues(self, masked: str) -> list[Cue]:
        if len(masked) - masked.count(COVER) > MAX_SENTENCE:
            return []
        phrases = self.phrases.read(masked)
        cues = [
            *self._sources(masked, phrases),
            *self._verbs(masked, phrases),
            *self._signatures(phrases, masked),
            *self._passives(phrases, masked),
        ]
        cues = (
            cues or self._from_the_hall(masked) or self._in_a_house(masked) or self._who_said(masked, phrases)
        )
        cues = cues or self._with_a_clause(masked, phrases)
        cues += self._while_first(masked, phrases, cues)
        cues += CONTRAST.cues(masked, phrases, cues) or WHEREAS.cues(masked, phrases, cues)
        found = _within_speech(masked, sorted(first_of_each(cues), key=lambda c: c.at))
        if found and POINTS_BACK.match(masked):
            act = Act.SAYS if found[0].people else found[0].act
            found[0] = replace(found[0], act=act, points_back=True)
        return found

    # --- «по словам Сухих» ---

    def _sources(self, masked: str, phrases: list[Phrase]) -> list[Cue]:
        cues = [cue for m in SOURCE.finditer(masked) if (cue := self._source(masked, m, phrases))]
        for p in phrases[:1]:  # «Для Аркадия Мезенина всё выглядит иначе»
            if p.kind is Kind.NAME and "gen" in p.cases and FOR_THEM.fullmatch(masked[: p.start]):
                place = (p.start, p.end)
                cues.append(
                    Cue(Kind.NAME, p.people, Sign.SOURCE, "для", *place, p.how, candidates=p.candidates)
                )
        for p in phrases[:1]:
            if (
                p.kind is Kind.NAME
                and (not p.start or WHAT_THEY_ARE.fullmatch(masked, 0, p.start))
                and p.cases & {"dat", "acc"}
                and FEELS.match(masked, p.end)
            ):
                cues.append(
                    Cue(Kind.NAME, p.people, Sign.SOURCE, "", p.start, p.end, p.how, candidates=p.candidates)
                )
        return [
            *cues,
            *self._nouns(masked, phrases, THEIR_NOUN, THEIR_NOUN_ENDS),
            *self._nouns(masked, phrases, THEIR_TALK, TALK_TELLS),
            *(self._by_his(match, phrases) for match in HIS.finditer(masked)),
        ]

    @staticmethod
    def _nouns(masked: str, phrases: list[Phrase], before: re.Pattern, behind: re.Pattern) -> list[Cue]:
        """Whose noun of saying stands between what is printed before the name and behind it."""
        cues = []
        for match in before.finditer(masked):
            whose = next((p for p in phrases if p.kind is Kind.NAME and p.start >= match.end()), None)
            beside = (
                whose
                and "gen" in whose.cases
                and not re.search(r"[.,;:]", without_degrees(masked[match.end() : whose.start]))
            )
            if whose and beside and behind.match(masked, whose.end):
                place = (whose.start, whose.end)
                cues.append(
                    Cue(
                        Kind.NAME,
                        whose.people,
                        Sign.POSSESSIVE,
                        "",
                        *place,
                        whose.how,
                        candidates=whose.candidates,
                    )
                )
        return cues

    def _source(self, masked: str, match: re.Match, phrases: list[Phrase]) -> Cue | None:
        words = " ".join(match.group().split()).lower()
        if group := GROUP_GENITIVE.match(masked, match.end()):
            printed = f"{words} {group.group()}"
            return Cue(Kind.GROUP, (), Sign.SOURCE, words, match.start(), group.end(), group=printed)
        phrase = next((p for p in phrases if p.start >= match.end() and p.kind is Kind.NAME), None)
        described = DESCRIBED.match(masked, match.end())  # «по мнению китайского экономиста»
        role = HAS_POST.match(masked, described.end() if described else match.end())
        if role and (phrase is None or "," in masked[role.end() : phrase.start]):
            end = role_end(masked, role.end())
            label = masked[match.end() : end].replace(COVER, "").strip()
            gender = "f" if any(map(is_hers, label.lower().split()[:2])) else None
            return Cue(Kind.ROLE, (), Sign.SOURCE, words, match.start(), end, group=label, gender=gender)
        if phrase is None or phrase.start - match.end() >= SOURCE_REACH:
            return None
        if BREAKS_SOURCE.search(masked[match.end() : phrase.start]):
            return None
        place = (match.start(), phrase.end)
        return Cue(
            Kind.NAME, phrase.people, Sign.SOURCE, words, *place, phrase.how, candidates=phrase.candidates
        )

    def _by_his(self, match: re.Match, phrases: list[Phrase]) -> Cue:
        """«По её словам» means the woman or the role that is the subject before it, or else who is in view."""
        who = next(word for word in match.groups() if word).lower()
        words = " ".join(match.group().split()).lower()
        gender = self.pronoun_gender(who)
        for p in phrases:
            subject = p.end <= match.start() and p.kind is Kind.NAME and "nom" in p.cases and p.people
            if subject and gender and self.roster.people[p.people[0]].gender in (None, gender):
                return Cue(Kind.NAME, p.people, Sign.BEHIND_SOURCE, words, p.start, match.end(), p.how)
        bearer = next((p for p in phrases if p.end <= match.start() and p.kind is not Kind.PRONOUN), None)
        if bearer and bearer.kind is Kind.ROLE and "nom" in bearer.cases and gender:
            place = (bearer.start, match.end())
            return Cue(Kind.ROLE, (), Sign.BEHIND_SOURCE, words, *place, group=bearer.label, gender=gender)
        return Cue(Kind.PRONOUN, (), Sign.SOURCE, words, match.start(), match.end(), group=who)

    @staticmethod
    def _from_the_hall(masked: str) -> list[Cue]:
        match = FROM_THE_HALL.search(masked) or THE_HALL_FIRST.match(masked)
        if match is None:
            return []
        place = (match.start("verb"), match.end())
        return [Cue(Kind.GROUP, (), Sign.VERB, match["verb"], *place, group=match["who"])]

    @staticmethod
    def _in_a_house(masked: str) -> list[Cue]:
        """«В министерстве инициативу обещали изучить»: those who are there, and nobody who is named."""
        match = IN_A_HOUSE.match(masked)
        verb = VERB.search(masked, match.end()) if match else None
        if match is None or verb is None or not is_plural(verb.group()):
            return []
        return [Cue(Kind.GROUP, (), Sign.VERB, verb.group(), 0, verb.end(), group=match["who"])]

    @staticmethod
    def _while_first(masked: str, phrases: list[Phrase], cues: list[Cue]) -> list[Cue]:
        """«Если Гай видит выход в палате, то Лось считает …»: what the first clause tells is his, whatever its verb."""
        p = next((p for p in phrases if p.kind is Kind.NAME and "nom" in p.cases), None)
        if p is None or not p.people or not WHILE.fullmatch(masked[: p.start]):
            return []
        comma = masked.find(",", p.end)
        others = any(c.at > comma and c.people and c.people != p.people for c in cues)
        if comma < 0 or not others or any(c.at < comma for c in cues):
            return []
        place = (p.start, p.end)
        return [Cue(p.kind, p.people, Sign.CLAUSE, "", *place, p.how, strong=False)]

    @staticmethod
    def _who_said(masked: str, phrases: list[Phrase]) -> list[Cue]:
        """«Тон задал министр Гай, сообщивший, что …»: whatever he did, he said it in doing so."""
        for p in phrases:
            said = WHO_SAID.match(masked, p.end) if p.kind is Kind.NAME and "nom" in p.cases else None
            if said:
                words = said.group().split()[-1]
                place = (p.start, said.end())
                return [Cue(p.kind, p.people, Sign.VERB, words, *place, p.how, candidates=p.candidates)]
        return []

    @staticmethod
    def _with_a_clause(masked: str, phrases: list[Phrase]) -> list[Cue]:
        """«Гай пожал плечами: карта готова», «Слово взял Гай: …»: whatever the verb, what follows may be theirs."""
        p = next(iter(phrases), None)
        if (
            p is None
            or p.kind is not Kind.NAME
            or "nom" not in p.cases
            or not (WITH_A_CLAUSE.match(masked, p.end - 1) or BY_SAYING.match(masked, p.end))
        ):
            return []
        if masked[: p.start].strip() and not VERB_BEFORE.fullmatch(masked, 0, p.start):
            return []
        return [
            Cue(
                p.kind,
                p.people,
                Sign.CLAUSE,
                "",
                p.start,
                p.end,
                p.how,
                candidates=p.candidates,
                strong=False,
            )
        ]

    # --- subject and verb ---

    def _verbs(self, masked: str, phrases: list[Phrase]) -> list[Cue]:
        subjects = [p for p in phrases if "nom" in p.cases and not NEITHER.search(masked, 0, p.start)]
        genders = {i: self.roster.people[i].gender for p in phrases for i in (*p.people, *p.candidates)}
        cues = []
        for verb in reporting_verbs(masked):
            phrase = subject_of(masked, verb, subjects, genders)
            if phrase is None or is_embedded(masked, min(phrase.start, verb.start())):
                continue
            if verb.re is FINDS and phrase.how == FULL_NAME:
                continue  # «Журналист Ян Гай выяснил, что …» is told of somebody elsewhere
            if agrees(verb.group(), phrase, genders, self.pronoun_gender(phrase.label)):
                cues.append(self._verb_cue(masked, verb, phrase, phrases))
                for i in phrase.people:
                    genders[i] = genders[i] or verb_gender(verb.group())
        return cues

    @staticmethod
    def _verb_cue(masked: str, verb: re.Match, phrase: Phrase, phrases: list[Phrase]) -> Cue:
        announces = _announces(masked, verb, phrase)
        says = (
            verb.group().lower() not in TOPIC
            or SAYS_NEXT.match(masked, verb.end())
            or NOTING.search(masked, verb.end())
            or phrase.start > verb.start()
            and WHO_SAYS.match(masked, phrase.end)
            or phrase.start > verb.start()
            and THEN_WHAT.match(masked, phrase.end)
            or BEGINS_WITH.search(masked, 0, min(verb.start(), phrase.start))
            or closes(masked, verb, phrase)
            or AS_EXAMPLE.search(masked)
            or ASKS_TO_DO.match(masked, verb.start())
        )
        others = joined(masked, phrase, phrases) if is_plural(verb.group()) else ()
        return Cue(
            phrase.kind,
            (*others, *phrase.people),
            Sign.VERB,
            verb.group(),
            min(phrase.start, verb.start()),
            max(verb.end(), phrase.end if phrase.start > verb.start() else 0),
            phrase.how,
            Act.ANNOUNCES
            if announces
            else act_of(verb.group())
            if says and not _tells_nothing(masked, verb)
            else Act.TELLS_OF,
            None if phrase.kind is Kind.NAME else phrase.label,
            phrase.candidates,
            verb_gender(verb.group()),
            strong=verb.re is VERB,
        )

    # --- no verb at all, or a passive one ---

    @staticmethod
    def _signatures(phrases: list[Phrase], masked: str) -> list[Cue]:
        """«…», — Анна Сухих, директор школы: the name alone says whose the words are. So does «Сухих: …»."""
        cues = []
        for p in phrases:
            if p.kind is not Kind.NAME or "nom" not in p.cases:
                continue
            if SIGNED.search(masked, 0, p.start) and SIGNATURE_ENDS.match(masked, p.end):
                sign = Sign.SIGNED
            elif not masked[: p.start].strip("–—-•* ") and BEFORE_COLON.match(masked, p.end):
                sign = Sign.COLON
            else:
                continue
            cues.append(Cue(p.kind, p.people, sign, "", p.start, p.end, p.how, candidates=p.candidates))
        return cues

    @staticmethod
    def _passives(phrases: list[Phrase], masked: str) -> list[Cue]:
        """«Им отмечено, что…», «Сухих было предложено…»: the speaker stands in the instrumental."""
        cues = []
        for match in PASSIVE.finditer(masked):
            words = match["verb"].lower()
            if match["who"]:
                who = "она" if match["who"].lower() in HERS else "он"
                place = (match.start(), match.end())
                cues.append(Cue(Kind.PRONOUN, (), Sign.PASSIVE, words, *place, group=who))
                continue
            if role := AGENT_IN_FRONT.fullmatch(masked, 0, match.start()):
                place = (0, match.end())
                cues.append(Cue(Kind.ROLE, (), Sign.PASSIVE, words, *place, group=role["who"]))
                continue
            agents = [
                p for p in phrases if p.kind is Kind.NAME and "ins" in p.cases and p.end <= match.start()
            ]
            if agents and not AGENT_ENDS.search(masked[agents[-1].end : match.start()]):
                agent = agents[-1]
                cues.append(
                    Cue(Kind.NAME, agent.people, Sign.PASSIVE, words, agent.start, match.end(), agent.how)
                )
        return cues
