"""Russian: who is in a report, and who says a sentence, by the grammar of its main clause."""

import re
from dataclasses import replace

from intake.reading.cues import MAX_SENTENCE, Cue
from intake.reading.languages.russian.names import HAS_POST
from intake.reading.languages.russian.patterns import (
    _TOPIC,
    AFTER_NOUN,
    AFTER_SPEECH,
    ANY_VERB,
    BEFORE_THAT,
    BEGINS_WITH,
    BESIDE_COLON,
    BESIDE_VERB,
    BETWEEN,
    CLOSING,
    EMBEDDED,
    GAP,
    GROUP_GENITIVE,
    HIS,
    PASSIVE,
    POINTS_BACK,
    SAYS_NEXT,
    SIGNED,
    SOMEBODY,
    SOURCE,
    SPOKEN,
    VERB,
)
from intake.reading.languages.russian.phrases import Phrase, RussianPhrases
from intake.reading.quotes import COVER


class RussianReader(RussianPhrases):
    """Reads sentences against a roster. `masked` arguments are sentences with their quotations covered."""

    def cues(self, masked: str) -> list[Cue]:
        """The cues of one sentence, in order of place; none for a run of words too long to be one."""
        if len(masked) - masked.count(COVER) > MAX_SENTENCE:
            return []
        phrases = self._phrases(masked)
        cues = [
            *self._sources(masked, phrases),
            *self._verbs(masked, phrases),
            *self._signatures(phrases, masked),
            *self._passives(phrases, masked),
        ]
        best: dict[int, Cue] = {}
        for cue in cues:
            if cue.at not in best or best[cue.at].kind == "topic":
                best[cue.at] = cue
        found = sorted(best.values(), key=lambda c: c.at)
        if found and POINTS_BACK.match(masked):
            kind = "name" if found[0].people else found[0].kind
            found[0] = replace(found[0], kind=kind, points_back=True)
        return found

    def _sources(self, masked: str, phrases: list[Phrase]) -> list[Cue]:
        cues = []
        for match in SOURCE.finditer(masked):
            words = " ".join(match.group().split()).lower()
            if group := GROUP_GENITIVE.match(masked, match.end()):
                cues.append(
                    Cue(
                        "group",
                        (),
                        f"“{words}” with group",
                        match.start(),
                        group.end(),
                        group=f"{words} {group.group()}",
                    )
                )
                continue
            phrase = next((p for p in phrases if p.start >= match.end() and p.kind == "name"), None)
            role = HAS_POST.match(masked, match.end())
            if role and (phrase is None or "," in masked[role.end() : phrase.start]):
                end = self._role_end(masked, role.end())
                label = masked[role.start() : end].replace(COVER, "").strip()
                cues.append(Cue("role", (), f"“{words}” with role", match.start(), end, group=label))
                continue
            if (
                phrase
                and not re.search(
                    r"[^\W\d_]{2}\.|[;:]|,(?!\s[^,]{1,80},)", masked[match.end() : phrase.start]
                )
                and phrase.start - match.end() < 150
            ):
                cues.append(
                    Cue(
                        "name",
                        phrase.people,
                        f"“{words}” with {phrase.how}",
                        match.start(),
                        phrase.end,
                        candidates=phrase.candidates,
                    )
                )
        return [*cues, *(self._by_his(match, phrases) for match in HIS.finditer(masked))]

    def _by_his(self, match: re.Match, phrases: list[Phrase]) -> Cue:
        """«По её словам» means the woman who is the subject before it, or else whoever is in view."""
        who = (match["who"] or match["who2"] or match["who3"]).lower()
        why = f"“{' '.join(match.group().split()).lower()}”"
        gender = self.pronoun_gender(who)
        for phrase in phrases:
            fits = (
                phrase.end <= match.start()
                and phrase.kind == "name"
                and "nom" in phrase.cases
                and phrase.people
            )
            if fits and gender and self.roster.people[phrase.people[0]].gender in (None, gender):
                return Cue("name", phrase.people, f"{why} behind {phrase.how}", phrase.start, match.end())
        return Cue("pronoun", (), why, match.start(), match.end(), group=who)

    def _verbs(self, masked: str, phrases: list[Phrase]) -> list[Cue]:
        cues = []
        subjects = [p for p in phrases if "nom" in p.cases]
        for verb in self._reporting(masked):
            phrase = self._subject(masked, verb, subjects)
            if (
                phrase is None
                or self._embedded(masked, min(phrase.start, verb.start()))
                or not self._agrees(verb.group(), phrase)
            ):
                continue
            topic = (
                verb.group().lower() in _TOPIC
                and not SAYS_NEXT.match(masked, verb.end())
                and not self._closes(masked, verb, phrase)
            )
            kind = "topic" if topic else phrase.kind
            how = phrase.how or {"pronoun": "pronoun", "group": "group", "role": "role"}.get(phrase.kind, "")
            gender = self._verb_gender(verb.group())
            for i in phrase.people:
                self.roster.people[i].gender = self.roster.people[i].gender or gender
            cues.append(
                Cue(
                    kind,
                    (*self._joined(masked, phrase, phrases, verb.group()), *phrase.people),
                    f"reporting verb “{verb.group()}” with {how}",
                    min(phrase.start, verb.start()),
                    max(verb.end(), phrase.end if phrase.start > verb.start() else 0),
                    group=phrase.label if phrase.kind != "name" else None,
                    candidates=phrase.candidates,
                    gender=gender,
                )
            )
        return cues

    @staticmethod
    def _reporting(masked: str) -> list[re.Match]:
        """The verbs that can report what is said: known ones, and any where the sentence has a place for one."""
        found = [*VERB.finditer(masked), *BEFORE_THAT.finditer(masked), *BESIDE_COLON.finditer(masked)]
        if SPOKEN.search(masked):
            found += BESIDE_VERB.finditer(masked)
            found += filter(None, (ANY_VERB.match(masked, m.end()) for m in AFTER_SPEECH.finditer(masked)))
        return sorted(
            {verb.start(): verb for verb in reversed(found)}.values(), key=lambda verb: verb.start()
        )

    @staticmethod
    def _signatures(phrases: list[Phrase], masked: str) -> list[Cue]:
        """«…», — Анна Сухих, директор школы: the name alone says whose the words are. So does «Сухих: …»."""
        cues = []
        for p in phrases:
            if p.kind != "name" or "nom" not in p.cases:
                continue
            if SIGNED.search(masked, 0, p.start) and re.match(r"\s*(?:[,.()]|$)", masked[p.end :]):
                cues.append(
                    Cue("name", p.people, f"{p.how} behind the words", p.start, p.end, None, p.candidates)
                )
            elif p.start == 0 and re.match(r"(?:,\s[^,;:.]{3,90})?:(?:\s|$)", masked[p.end :]):
                cues.append(Cue("name", p.people, f"{p.how} before a colon", 0, p.end, None, p.candidates))
        return cues

    def _passives(self, phrases: list[Phrase], masked: str) -> list[Cue]:
        """«Им отмечено, что…», «Сухих было предложено…»: the speaker stands in the instrumental."""
        cues = []
        for match in PASSIVE.finditer(masked):
            why = f"passive “{match['verb'].lower()}”"
            if match["who"]:
                who = "она" if match["who"].lower() in ("ею", "ей") else "он"
                cues.append(Cue("pronoun", (), why, match.start(), match.end(), group=who))
                continue
            agents = [p for p in phrases if p.kind == "name" and "ins" in p.cases and p.end <= match.start()]
            if agents and not re.search(r"[.,;:]", masked[agents[-1].end : match.start()]):
                cues.append(Cue("name", agents[-1].people, why, agents[-1].start, match.end()))
        return cues

    @staticmethod
    def _closes(masked: str, verb: re.Match, phrase: Phrase) -> bool:
        """'…, — рассказал Иванов', '…, как она рассказала, …': the verb stands with what was said."""
        before = masked[: min(verb.start(), phrase.start)].rstrip()
        return before.endswith((" как", "Как")) or phrase.start > verb.start() and before[-1:] in CLOSING

    def _joined(self, masked: str, phrase: Phrase, phrases: list[Phrase], verb: str) -> tuple[int, ...]:
        if not self._plural(verb):
            return ()
        for other in phrases:
            gap = (
                masked[other.end : phrase.start]
                if other.end <= phrase.start
                else masked[phrase.end : other.start]
            )
            if (
                other is not phrase
                and other.kind == "name"
                and re.fullmatch(r"\s+и\s+(?:[а-яё-]+\s+){0,4}", gap)
            ):
                return other.people
        return ()

    @staticmethod
    def _subject_before(masked: str, verb: re.Match, subjects: list[Phrase]) -> Phrase | None:
        for phrase in [p for p in subjects if p.end <= verb.start()]:
            gap = masked[phrase.end : verb.start()]
            if len(gap) < 300 and GAP.fullmatch(gap):
                between = [
                    p
                    for p in subjects
                    if p.start >= phrase.end and p.end <= verb.start() and p.kind in ("name", "pronoun")
                ]
                if not any(not re.search(r",", masked[p.end : verb.start()]) for p in between):
                    return phrase
            elif (
                re.search(r"(?:\sи|,\s*а|,\s*но|,)\s+(?:также\s+|затем\s+|потом\s+)?$", gap)
                and VERB.match(gap.lstrip())
                and len(gap) < 300
            ):
                return phrase
        return None

    @staticmethod
    def _subject_after(masked: str, verb: re.Match, subjects: list[Phrase]) -> Phrase | None:
        phrase = next((p for p in subjects if p.start >= verb.end()), None)
        if phrase is None or not BETWEEN.fullmatch(masked[verb.end() : phrase.start]):
            return None
        if phrase.kind == "pronoun" and phrase.start - verb.end() > 12:
            return None
        return phrase

    def _subject(self, masked: str, verb: re.Match, subjects: list[Phrase]) -> Phrase | None:
        """Who is the subject of a verb; of people of one surname, whoever is of its gender.

        Of two, a name that looks alike in all cases may be no subject: «на слова Джапаридзе откликнулся
        Демир»."""
        before = self._subject_before(masked, verb, subjects)
        after = self._subject_after(masked, verb, subjects)
        if (
            before
            and after
            and after.kind == "name"
            and "gen" in before.cases
            and AFTER_NOUN.search(masked, 0, before.start)
        ):
            before = None
        subject = before or after
        gender = self._verb_gender(verb.group())
        if subject is None or not subject.candidates or not gender:
            return subject
        fits = tuple(i for i in subject.candidates if self.roster.people[i].gender == gender)
        return replace(subject, people=fits, candidates=()) if len(fits) == 1 else subject

    @staticmethod
    def _embedded(masked: str, start: int) -> bool:
        if BEGINS_WITH.search(masked, 0, start):
            return False
        chunk = re.split(rf"[,;:—–({COVER}]", masked[:start])[-1]
        return bool(EMBEDDED.match(chunk)) and not re.match(r"\s*как\b", chunk)

    def _agrees(self, verb: str, phrase: Phrase) -> bool:
        """A woman is no subject of «сказал», nor a group of a singular verb."""
        gender = self._verb_gender(verb)
        plural = self._plural(verb)
        if phrase.kind == "pronoun":
            if phrase.label.lower() == "они":
                return plural
            return not plural and gender in (None, self.pronoun_gender(phrase.label))
        if phrase.kind == "group":
            return plural or bool(SOMEBODY.fullmatch(phrase.label))
        if phrase.people and gender:
            known = self.roster.people[phrase.people[0]].gender
            return known in (None, gender)
        return True

    @staticmethod
    def _plural(verb: str) -> bool:
        return verb.lower().split()[0].endswith(("ли", "лись", "ют", "ут", "ят", "ат", "ны"))

    @staticmethod
    def _verb_gender(verb: str) -> str | None:
        head = verb.lower().split()[0]
        if head.endswith(("ла", "лась", "на")):
            return "f"
        return "m" if head.endswith(("л", "лся", "рёг", "рег", "ен", "ён")) else None
