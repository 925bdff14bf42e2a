"""English: who says a sentence, by the grammar of its main clause."""

import re
from dataclasses import replace

from intake.reading.contrast import Contrast
from intake.reading.cues import MAX_SENTENCE, Act, Cue, Kind, Phrase, Sign, first_of_each
from intake.reading.languages.english.clauses import (
    agrees,
    another_frame,
    completes,
    gap_holds,
    is_main,
    reporting_verbs,
    verb_ends,
)
from intake.reading.languages.english.narration import ACTS
from intake.reading.languages.english.patterns import (
    ABSENT,
    ACCORDING,
    ACCORDING_TO_PRONOUN,
    ANNOUNCES,
    ANSWERED,
    APPLAUDED,
    AS_PUT,
    ASKED_BY,
    ASKS,
    BEFORE_AGENT,
    BEFORE_SOURCE,
    BETWEEN_VERB_AND_SUBJECT,
    CALLED_SO,
    CLOSES_SOURCE,
    ENDS_SPEECH,
    FRAMES,
    IN_EYES_OF,
    IN_VIEW_OF,
    INTRODUCES,
    IS_A_REPLY,
    IS_DONE_TO,
    JOINED,
    JOINS_SUBJECTS,
    JOINS_TWO,
    JUDGED_BY,
    NAMED_BEFORE_COLON,
    NEITHER,
    NO_SAYING,
    NOMINAL,
    NOMINAL_REACH,
    NOMINAL_VERB,
    NOT_A_SUBJECT_BEHIND,
    OF_WHOM,
    OPENING,
    OWNS,
    OWNS_OR_OWNED,
    PAPER_BY,
    PASSIVE,
    PASSIVE_SUBJECT,
    POSSESSIVE,
    PRONOUN_NOUN,
    PRONOUN_POSSESSIVE,
    QUOTED_TOPIC,
    READS_OUT,
    RELATIVE,
    ROLE_POSSESSIVE,
    TALK_TOLD,
    TELLS_HOW,
    THEIR_NOUN,
    TOLD,
    TOLD_BEHIND_COLON,
    WANTS,
    WAS_THEIRS,
    WELCOMED_BY,
    WHAT_IS_ASKED,
    WHEN,
    WHO_IS_AWAY,
    WITH_A_CLAUSE,
)
from intake.reading.languages.english.phrases import EnglishPhrases
from intake.reading.languages.english.roles import RoleFinder
from intake.reading.languages.english.verbs import (
    ADVERB,
    SAY_FINITE,
    SAYING,
    SAYS,
    TO_SAY,
    act_of,
    verbs_in,
)
from intake.reading.people import Roster
from intake.reading.quotes import COVER

#: By whom a sentence can be said with a verb of its own; a group needs one of the other signs.
SOMEBODY = (Kind.NAME, Kind.PRONOUN, Kind.ROLE)
PASSIVE_REACH = 160  # letters before a passive in which its subject stands
#: "He’s asked the council three times"
CONTRACTED = re.compile(
    r"\b(?P<who>[Hh]e|[Ss]he)(?P<has>[’'](?:s|d))(?=\s+(?:also\s+|already\s+|since\s+|\w+ly\s+)?[a-z]+ed\b)"
)
THOUSANDS = re.compile(r"(?<=\d),(?=\d{3})")
STRIPPED = " ,—–" + COVER
REPORTED_TURN = re.compile(rf"(?:also\s+|then\s+)?{SAY_FINITE}\b")
CONTRAST = Contrast(
    re.compile(r"(?:;|,\s+(?:while|whereas))\s+(?:[^,;]{2,40},\s+)?$"),
    re.compile(r"\s+[a-z]"),
    re.compile(ACTS),
)
#: Behind 'said he'; else he has a verb of his own: 'Rossi, a farmer, said he did not know'.
CLOSES_SPEECH = re.compile(
    rf"\s*(?:[,.;:?!–—{COVER}]|$)|\s+(?:in|on|at|with|to|as|of|after|before|when|while|during|again|later|then|and|\w+ly)\b"
)
#: 'Rossi told her to go'; 'told her colleagues' is of others.
DONE_TO_THEM = re.compile(
    r"\s+(?:(?:then|also|\w+ly)\s+)?[a-z]+\s+(?P<who>him|her)"
    r"(?=[.,;:]|\s+(?:to|that|why|how|whether|if|about|off|not|for|on|what|when|who|and|but|back|in)\b)"
)
PARTS = re.compile(rf"[:;{COVER}]")
SET_APART_BEFORE = re.compile(r"[\w’”\"%)],\s+$")
SET_APART_BEHIND = re.compile(r"\s*,\s+(?!that\b|while\b|whereas\b)|\s*\.?$")
#: 'The wells had run dry in May, Rossi shared.'
SHARED_LATE, ENDS = re.compile(r"(?:\S+\s+){4,}\S*\w,\s+(?:\S+\s+){1,5}$"), re.compile(r"\.?$|,\s")
OPENS_VIEW = re.compile(r"^$|;\s+(?:and\s+|but\s+)?$")
#: “No pay,” read Rossi: what was read out is beside the verb; before a quotation it would be a title.
READ_BY = re.compile(rf"(?<={COVER} )reads?(?=\s+[^\W\d_a-z])")
GIVEN_BY = ("delivered", "given")  # a talk, of which nothing is told
MOTION = re.compile(
    r"\bseconded\b|\bRESOLVED\b|\b[Cc]arried\s+unanimously\b"
)  # what was moved is the meeting's
AT_ODDS = re.compile(r"disagree|differ|clash|spar|quarrel|quibble")
GENDERS = {"he": "m", "his": "m", "him": "m", "she": "f", "her": "f"}


class EnglishGrammar:
    """Answers a Grammar's questions for English."""

    def __init__(self, roster: Roster):
        self.roster = roster
        self.phrases = EnglishPhrases(roster)
        self.subject = self.phrases.subject
        self.people_named = self.phrases.people_named
        self.sole_person = self.phrases.sole_person
        self.names_anybody = self.phrases.names_anybody
        self.names_stranger = self.phrases.names_stranger
        self.named_at_start = self.phrases.named_at_start
        self.addressee = self.phrases.addressee
        self.let_speak = self.phrases.let_speak
        self.person_of_label = self.phrases.person_of_label

    def person_of_role(self, label: str, focus: int | None, gender: str | None = None) -> int | None:
        """The one person whom 'the moderator' or 'the ambassador' can mean; English verbs show no gender."""
        return RoleFinder(self.roster.people).find(label, focus)

    def pronoun_gender(self, pronoun: str) -> str | None:
        return GENDERS.get(pronoun.lower().partition(" ")[0])  # 'Her Excellency' is she

    def goes_on_reporting(self, masked: str) -> bool:
        return False

    def wishes(self, masked: str) -> bool:
        return False

    def gender_done_to(self, masked: str) -> str | None:
        subject = self.subject(masked) if " him" in masked or " her" in masked else None
        done = subject and DONE_TO_THEM.match(masked, subject.end)
        return GENDERS[done["who"]] if done else None

    def points_at_last(self, pronoun: str) -> bool:
        return False

    def reports(self, words: str) -> bool:
        return bool(REPORTED_TURN.match(words))

    # --- the sentence ---

    def cues(self, masked: str) -> list[Cue]:
        if len(masked) - masked.count(COVER) > MAX_SENTENCE:
            return []
        masked = THOUSANDS.sub(" ", masked)  # no comma of a clause
        masked = CONTRACTED.sub(lambda m: m["who"] + " " * len(m["has"]), masked)
        phrases = self.phrases.read(masked)
        away = any(p.kind is Kind.NAME and ABSENT.match(masked, p.head_end) for p in phrases[:1])
        if away or WHO_IS_AWAY.match(masked):
            return []
        subjects = self._subjects(masked, phrases)
        inverted = [
            c
            for c in self._inverted(masked, phrases)
            if not any(s.at < c.at and s.verb_end in verb_ends(masked, c.at) for s in subjects)
        ]
        cues = [
            *subjects,
            *inverted,
            *self._according(masked, phrases),
            *self._possessive(masked, phrases),
            *self._nominal(masked, phrases),
            *self._passive(masked, phrases),
            *self._in_eyes_of(masked, phrases),
        ]
        cues += self._asked_first(masked, phrases, cues)
        for finder in (self._framed, self._relative, self._as_put):
            cues = cues or finder(masked, phrases)
        cues += CONTRAST.cues(masked, phrases, cues)
        return _from_set_apart(masked, sorted(first_of_each(cues), key=lambda c: c.at))

    @staticmethod
    def _asked_first(masked: str, phrases: list[Phrase], cues: list[Cue]) -> list[Cue]:
        """'When Rossi asked whether …, Huber said …': the question is Rossi's, where somebody named answers; 'asked
        by the chair' is but the occasion."""
        p = next(iter(phrases), None)
        if p is None or p.kind is Kind.PRONOUN:
            return []
        asks = ASKS.match(masked, p.end) if WHEN.fullmatch(masked[: p.start]) else None
        if asks is None and p.kind is not Kind.ROLE and ASKED_BY.fullmatch(masked[: p.start]):
            asks = WHAT_IS_ASKED.match(masked, p.end)
        others = [c for c in cues if asks and c.at > asks.end() and c.kind in (Kind.NAME, Kind.ROLE)]
        if not asks or not others or any(c.at < others[0].at for c in cues):
            return []
        return [_cue(p, (), asks.end(), asks.group(), Act.ASKS)]

    # --- subject, then verb ---

    def _subjects(self, masked: str, phrases: list[Phrase]) -> list[Cue]:
        """Whoever is the subject of a verb that reports, or stands before a colon."""
        cues = [
            self._verb_cue(masked, verb, topic, *subject)
            for verb, topic in reporting_verbs(masked)
            if (topic or completes(masked, verb))
            and (subject := self._subject(masked, phrases, verb.start()))
            and agrees(masked, verb, *subject)
        ]
        cues = cues or self._wants(masked, phrases)
        cues += self._before_colon(masked, phrases)
        return (
            cues
            or self._introducing(masked, phrases)
            or self._by_saying(masked, phrases)
            or self._with_a_clause(masked, phrases)
        )

    def _verb_cue(self, masked: str, verb: re.Match, topic: bool, phrase: Phrase, joined: tuple) -> Cue:
        """The cue of a verb with its subject; what somebody speaks about is said if a verb of saying follows."""
        if ANNOUNCES.match(masked, verb.start()):
            return _cue(phrase, joined, verb.end(), verb.group(), Act.ANNOUNCES)
        if not topic:
            said = Act.TELLS_OF if _says_nothing(masked, verb, phrase) else None
            cue = _cue(phrase, joined, verb.end(), verb.group(), said)
            return self._of_nobody(cue) if joined and AT_ODDS.match(verb.group()) else cue
        saying = SAYING.search(masked, verb.end()) or TO_SAY.search(masked, verb.end())
        if saying:
            return _cue(phrase, joined, saying.end(), saying.group().strip(STRIPPED))
        if (
            verb.group().startswith("share")
            and SHARED_LATE.match(masked, 0, verb.start())
            and ENDS.match(masked, verb.end())
        ):
            return _cue(phrase, joined, verb.end(), verb.group())
        quoted = QUOTED_TOPIC.match(masked, verb.start())
        if quoted:
            return _cue(phrase, joined, verb.end(), quoted.group().strip(STRIPPED))
        if how := TELLS_HOW.match(masked, phrase.end):
            return replace(_cue(phrase, joined, how.end("lead"), verb.group()), strong=False)
        return _cue(phrase, joined, verb.end(), verb.group(), Act.TELLS_OF)

    def _of_nobody(self, cue: Cue) -> Cue:
        """'Rossi and Huber disagreed: …': which of them says what, nobody can tell."""
        names = " and ".join(self.roster.people[i].name for i in cue.people)
        return replace(cue, kind=Kind.GROUP, people=(), group=names)

    def _wants(self, masked: str, phrases: list[Phrase]) -> list[Cue]:
        """'She also wants …': as a verb of its own it would be found in every question."""
        cues = []
        for p in phrases[:2]:
            wants = WANTS.match(masked, p.end) if p.kind in SOMEBODY else None
            first, joined = self._joined(masked, p, phrases) if wants else (p, ())
            if wants and is_main(masked, first.start):
                cues.append(_cue(p, joined, wants.end(), "wants"))
        return cues

    def _before_colon(self, masked: str, phrases: list[Phrase]) -> list[Cue]:
        """'Rossi: “…”', at the beginning of a line or a list entry."""
        return [
            _cue(p, (), p.head_end, ":")
            for p in phrases[:1]
            if p.kind in (Kind.NAME, Kind.ROLE)
            and (NAMED_BEFORE_COLON.match(masked, p.head_end) or NAMED_BEFORE_COLON.match(masked, p.end))
            and not masked[: p.start].strip("•*-–— ")
        ]

    def _introducing(self, masked: str, phrases: list[Phrase]) -> list[Cue]:
        """'Rossi had three points: …': what stands behind the colon is theirs."""
        return [
            _cue(p, (), p.head_end, "…:")
            for p in phrases[:1]
            if p.kind in SOMEBODY
            and INTRODUCES.match(masked, p.end)
            and not READS_OUT.match(masked, p.end)
            and is_main(masked, p.start)
            and masked[p.head_end : p.head_end + 2] not in ("’s", "'s")
        ]

    def _with_a_clause(self, masked: str, phrases: list[Phrase]) -> list[Cue]:
        """'Rossi tore the graph to pieces: it stopped in 1988': whatever the verb, what follows may be theirs."""
        first = phrases[0] if phrases else None
        if first is None or first.kind is not Kind.NAME or not is_main(masked, first.start):
            return []
        clause = WITH_A_CLAUSE.match(masked, first.end) or TELLS_HOW.match(masked, first.end)
        if clause is None or OWNS.match(masked, first.head_end) or IS_DONE_TO.match(masked, first.end):
            return []
        cue = _cue(first, (), clause.end("lead"), "…:")
        return [replace(cue, sign=Sign.CLAUSE, strong=False)]

    def _by_saying(self, masked: str, phrases: list[Phrase]) -> list[Cue]:
        """'Modak opened the argument by saying that …': any verb, then a verb of saying in -ing."""
        saying = SAYING.search(masked) or TO_SAY.search(masked)
        before = [p for p in phrases if saying and p.end <= saying.start() and p.kind in SOMEBODY]
        if not saying or not before:
            return []
        first = before[0]
        if not is_main(masked, first.start) or OWNS.match(masked, first.head_end):
            return []
        if IS_DONE_TO.match(masked, first.end):
            return []
        return [_cue(first, (), saying.end(), saying.group().strip(" ,—–"))]

    def _subject(self, masked: str, phrases: list[Phrase], verb: int) -> tuple[Phrase, tuple] | None:
        before = [p for p in phrases if p.head_end <= verb]
        for phrase in before:
            if not gap_holds(masked, phrase, verb, before):
                continue
            first, joined = self._joined(masked, phrase, before)
            if phrase.kind is Kind.PRONOUN and JOINED.search(masked[: phrase.start]):
                # "Kim waits, and he is not sure that …": he is whoever the clause before is about.
                return None
            if NEITHER.search(masked[: phrase.start]):
                return None
            if phrase.kind is Kind.PRONOUN and _another_follows(masked, phrases, verb):
                return None
            if is_main(masked, first.start) and not OWNS_OR_OWNED.match(
                masked, phrase.head_end, phrase.head_end + 3
            ):
                return phrase, joined
        return None

    def _joined(self, masked: str, phrase: Phrase, before: list[Phrase]) -> tuple[Phrase, tuple]:
        """'Lukin and Maslov agreed': the other subjects beside `phrase`, and the first of them."""
        others: list[Phrase] = []
        first = phrase
        alike = (phrase.kind, Kind.PRONOUN)  # "He and Huber agreed": Huber did, whoever he is
        for other in reversed([p for p in before if p.end <= phrase.start and p.kind in alike]):
            gap = masked[other.end : first.start]
            if not JOINS_SUBJECTS.fullmatch(gap) or not others and "," in gap and "and" not in gap:
                break
            others.append(other)
            first = other
        return first, tuple(i for o in reversed(others) for i in o.people)

    # --- verb, then subject; and the other ways ---

    def _inverted(self, masked: str, phrases: list[Phrase]) -> list[Cue]:
        cues = []
        says, besides = verbs_in(masked)["says"], verbs_in(masked)["besides"]
        besides = [*besides, *READ_BY.finditer(masked)]
        for verb in sorted([*says, *besides], key=lambda m: m.start()):
            before = ADVERB.sub("", masked[: verb.start()].rstrip()).rstrip()
            if verb in besides and before[-1:] != COVER:
                continue
            if before[-1:] not in ENDS_SPEECH:
                continue
            phrase = next((p for p in phrases if p.start >= verb.start() and p.end > verb.end()), None)
            if phrase is None or phrase.kind is Kind.PRONOUN and phrase.label.lower() == "they":
                continue
            between = (
                masked[verb.end() : phrase.start] or " "
            )  # where the verb was taken for what is told of them
            if phrase.kind is Kind.PRONOUN and not CLOSES_SPEECH.match(masked, phrase.end):
                continue
            if verb.group() in TOLD and not CLOSES_SOURCE.match(masked, phrase.end):
                continue
            if BETWEEN_VERB_AND_SUBJECT.fullmatch(between) and not NOT_A_SUBJECT_BEHIND.search(between):
                cues.append(_cue(phrase, _following(masked, phrase, phrases), phrase.end, verb.group()))
        return cues

    def _framed(self, masked: str, phrases: list[Phrase]) -> list[Cue]:
        """'“…,” Lukin persisted', '…, he averred, …', '“…,” snapped Lukin': the frame tells, whatever the verb."""
        for phrase in phrases:
            if phrase.kind not in SOMEBODY:
                continue
            before = masked[max(0, phrase.start - 40) : phrase.start]
            for left, right in FRAMES:
                verb = right.match(masked, phrase.end)
                if verb and left.search(before):
                    return [_cue(phrase, (), verb.end(), verb.group() or before.split()[-1])]
        return []

    def _relative(self, masked: str, phrases: list[Phrase]) -> list[Cue]:
        """'Next came Anna Lund, a farmer, who said that …': nobody else says anything in the sentence."""
        for phrase in phrases:
            verb = RELATIVE.match(masked, phrase.end) if phrase.kind is Kind.NAME else None
            if verb and verb["verb"] and NO_SAYING.match(masked, verb.start("verb")):
                return [_cue(phrase, (), verb.end(), verb["verb"], Act.TELLS_OF)]
            if verb and (verb["running"] or completes(masked, verb)):
                return [_cue(phrase, (), verb.end(), verb["verb"] or verb["running"])]
        return []

    def _in_eyes_of(self, masked: str, phrases: list[Phrase]) -> list[Cue]:
        """'To Rossi the rain was a gift.'"""
        return [
            cue
            for frame in (IN_EYES_OF, APPLAUDED, *OF_WHOM)
            for cue in another_frame(frame, masked, phrases)
        ]

    def _as_put(self, masked: str, phrases: list[Phrase]) -> list[Cue]:
        """'The rain was, as Rossi put it, a gift', 'a rain that Rossi called “a gift”'."""
        return another_frame(AS_PUT, masked, phrases) or another_frame(CALLED_SO, masked, phrases)

    def _according(self, masked: str, phrases: list[Phrase]) -> list[Cue]:
        cues = [cue for m in ACCORDING.finditer(masked) if (cue := self._source(masked, m, phrases))]
        for match in ACCORDING_TO_PRONOUN.finditer(masked):
            place = (match.start(), match.end())
            cues.append(
                Cue(
                    Kind.PRONOUN, (), Sign.SOURCE, "according to", *place, group=match["who"] or match["who2"]
                )
            )
        return cues

    def _source(self, masked: str, match: re.Match, phrases: list[Phrase]) -> Cue | None:
        """'according to Rossi', 'for Rossi, …'."""
        phrase = next((p for p in phrases if p.head_end > match.end()), None)
        if phrase is None or phrase.kind is Kind.PRONOUN:
            return None
        words = " ".join(match.group().split()).lower()
        if words == "for" and (
            not OPENS_VIEW.search(masked[: match.start()]) or masked[phrase.end : phrase.end + 1] != ","
        ):
            return None
        if not BEFORE_SOURCE.fullmatch(masked, match.end(), max(match.end(), phrase.start)):
            return None
        if OWNS.match(masked, phrase.head_end, phrase.head_end + 3) or PAPER_BY.match(masked, match.end()):
            return None
        if phrase.kind is Kind.GROUP and not CLOSES_SOURCE.match(masked, phrase.end):
            return None
        return _made(Sign.SOURCE, words, phrase, match.start(), phrase.end)

    def _possessive(self, masked: str, phrases: list[Phrase]) -> list[Cue]:
        """'Rossi’s main argument was …', 'in Rossi’s view', 'her answer: …'."""
        whose = [
            _made(Sign.POSSESSIVE, "", p, p.start, p.end)
            for p in phrases
            if p.kind is Kind.NAME
            and any(
                pattern.match(masked, p.head_end) for pattern in (POSSESSIVE, TALK_TOLD, TOLD_BEHIND_COLON)
            )
            and is_main(masked, p.start)
        ]
        whose += [
            Cue(Kind.ROLE, (), Sign.POSSESSIVE, "", m.start(), m.end(), group=m["who"])
            for m in ROLE_POSSESSIVE.finditer(masked)
            if is_main(masked, m.start())
        ]
        return [
            *whose,
            *self._was_theirs(masked, phrases),
            *self._in_view_of(masked, phrases),
            *self._pronoun_possessive(masked),
        ]

    def _was_theirs(self, masked: str, phrases: list[Phrase]) -> list[Cue]:
        """'It was Mr Hale’s submission that …', '“…,” was her reply'."""
        whose = [
            _made(Sign.POSSESSIVE, "", p, p.start, p.end)
            for p in phrases
            if p.kind is Kind.NAME
            and WAS_THEIRS.search(masked[max(0, p.head_end - len(p.label) - 30) : p.head_end - len(p.label)])
            and THEIR_NOUN.match(masked, p.head_end)
        ]
        if pronoun := PRONOUN_NOUN.search(masked):
            who, place = pronoun["who"].lower(), (pronoun.start("who"), pronoun.end())
            act = Act.ANSWERS if IS_A_REPLY.search(pronoun.group()) else Act.SAYS
            whose.append(Cue(Kind.PRONOUN, (), Sign.HIS_NOUN, who, *place, act=act, group=who))
        return whose

    def _in_view_of(self, masked: str, phrases: list[Phrase]) -> list[Cue]:
        cues = []
        for match in IN_VIEW_OF.finditer(masked):
            inside = [
                p for p in phrases if match.end() <= p.start < match.end("rest") and p.kind is Kind.NAME
            ]
            cues += [_made(Sign.IN_VIEW_OF, "", p, match.start(), match.end("rest")) for p in inside[:1]]
        return cues

    @staticmethod
    def _pronoun_possessive(masked: str) -> list[Cue]:
        match = PRONOUN_POSSESSIVE.search(masked)
        if not match:
            return []
        who = (match["who"] or match["who2"] or match["who3"] or match["who4"]).lower()
        return [Cue(Kind.PRONOUN, (), Sign.HIS_NOUN, who, match.start(), match.end(), group=who)]

    def _nominal(self, masked: str, phrases: list[Phrase]) -> list[Cue]:
        match = NOMINAL_VERB.search(masked) and NOMINAL.search(masked[:NOMINAL_REACH])
        if not match:
            return []
        for p in phrases:
            within = p.start >= match.start("who") and p.head_end <= match.end("who") + 1
            if within and p.kind in (Kind.NAME, Kind.PRONOUN):
                return [_made(Sign.NOMINAL, "", p, p.start, match.end())]
        return []

    def _passive(self, masked: str, phrases: list[Phrase]) -> list[Cue]:
        cues: list[Cue] = []
        if " by " not in masked or MOTION.search(masked):
            return cues
        agents = [p for p in phrases if p.kind in (Kind.NAME, Kind.ROLE, Kind.GROUP)]
        for match in PASSIVE.finditer(masked):
            phrase = next((p for p in agents if p.head_end > match.end()), None)
            if phrase is None or not BEFORE_AGENT.fullmatch(
                masked, match.end(), max(match.end(), phrase.start)
            ):
                continue
            if match.start() < PASSIVE_REACH and PASSIVE_SUBJECT.search(masked[: match.start()]):
                words = match.group().split()[0]
                act = Act.TELLS_OF if words in GIVEN_BY else Act.SAYS
                cues.append(replace(_made(Sign.PASSIVE, words, phrase, phrase.start, phrase.end), act=act))
        return cues + self._judged(masked, agents) + self._welcomed(masked, agents)

    @staticmethod
    def _welcomed(masked: str, agents: list[Phrase]) -> list[Cue]:
        """'Participants were welcomed by Rossi': a pronoun behind it is hers."""
        match = WELCOMED_BY.search(masked)
        phrase = next((p for p in agents if match and p.kind is Kind.NAME and p.head_end > match.end()), None)
        if match is None or phrase is None or phrase.start - match.end() > len("the "):
            return []
        made = _made(Sign.PASSIVE, match.group().split()[1], phrase, phrase.start, phrase.end)
        return [replace(made, act=Act.TELLS_OF)]

    @staticmethod
    def _judged(masked: str, agents: list[Phrase]) -> list[Cue]:
        """'The plan was dismissed by Rossi as a joke', '… by her as “a joke”'."""
        cues = []
        for match in JUDGED_BY.finditer(masked):
            words = " ".join(match.group().split())
            if who := match["who"]:
                place = (match.end(), match.end("who"))
                cues.append(Cue(Kind.PRONOUN, (), Sign.PASSIVE, words, *place, group=who))
                continue
            inside = [p for p in agents if match.end() <= p.start and p.end <= match.end("rest")]
            if inside and BEFORE_AGENT.fullmatch(masked, match.end(), max(match.end(), inside[0].start)):
                cues.append(_made(Sign.PASSIVE, words, inside[0], inside[0].start, inside[0].end))
        return cues


def _from_set_apart(masked: str, cues: list[Cue]) -> list[Cue]:
    """The cues from the one on that is set apart: 'Leaders did not agree, Rossi said, and …' tells what Rossi said."""
    for i, cue in enumerate(cues):
        apart = cue.sign is Sign.VERB and cue.kind in SOMEBODY and cue.strong and cue.act is not Act.TELLS_OF
        others = all(c.kind is Kind.GROUP and not PARTS.search(masked, c.at, cue.at) for c in cues[:i])
        if (
            i
            and apart
            and others
            and SET_APART_BEFORE.search(masked[: cue.at])
            and SET_APART_BEHIND.match(masked, cue.verb_end)
        ):
            return cues[i:]
    return cues


def _says_nothing(masked: str, verb: re.Match, phrase: Phrase) -> bool:
    """'Rossi, a farmer, responded.': what he said, another sentence tells."""
    bare = ANSWERED.match(masked, verb.start())
    return bool(bare and OPENING.fullmatch(masked[: phrase.start]))


def _another_follows(masked: str, phrases: list[Phrase], verb: int) -> bool:
    """'They can, said Rossi, but …': the verb stands apart, with a subject of its own behind it."""
    apart = masked[:verb].rstrip().endswith(",")
    return apart and any(" " not in masked[verb : p.start].strip() for p in phrases if p.start > verb)


def _cue(phrase: Phrase, joined: tuple, verb_end: int, verb: str, act: Act | None = None) -> Cue:
    """The cue of a subject and its verb; the act is the verb's."""
    words = " ".join(verb.split())
    return Cue(
        phrase.kind,
        (*joined, *phrase.people),
        Sign.VERB,
        words,
        phrase.start,
        verb_end,
        phrase.how,
        act or act_of(words),
        _printed(phrase),
        phrase.candidates,
        strong=verb == ":" or bool(SAYS.match(verb)),
    )


def _made(sign: Sign, words: str, phrase: Phrase, at: int, end: int) -> Cue:
    return Cue(
        phrase.kind,
        phrase.people,
        sign,
        words,
        at,
        end,
        phrase.how,
        group=_printed(phrase),
        candidates=phrase.candidates,
    )


def _printed(phrase: Phrase) -> str | None:
    return None if phrase.kind is Kind.NAME else " ".join(phrase.label.split())


def _following(masked: str, phrase: Phrase, phrases: list[Phrase]) -> tuple:
    """'said Lukin and Maslov': the second."""
    behind = [p for p in phrases if p.start >= phrase.end and p.kind is Kind.NAME]
    return next((p.people for p in behind if JOINS_TWO.fullmatch(masked, phrase.end, p.start)), ())
