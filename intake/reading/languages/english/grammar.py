"""English: who says a sentence, by the grammar of its main clause."""

import re

from intake.reading.cues import MAX_SENTENCE, Cue
from intake.reading.languages.english.clauses import (
    NounPhrase,
    _completes,
    _first_of_each,
    _gap_holds,
    _main,
    _verb_ends,
    _verbs,
)
from intake.reading.languages.english.patterns import (
    ACCORDING,
    AS_PUT,
    FRAMES,
    IN_EYES_OF,
    IN_VIEW_OF,
    INTRODUCES,
    JOINED,
    NAMED_BEFORE_COLON,
    NOMINAL,
    PASSIVE,
    PASSIVE_SUBJECT,
    POSSESSIVE,
    PRONOUN_POSSESSIVE,
    QUOTED_TOPIC,
    RELATIVE,
    TOLD,
    WANTS,
)
from intake.reading.languages.english.phrases import EnglishPhrases
from intake.reading.languages.english.verbs import (
    ADVERB,
    BESIDES,
    SAYING,
    SAYS,
)
from intake.reading.quotes import COVER


class EnglishReader(EnglishPhrases):
    """Reads sentences against a roster. `masked` arguments are sentences with their quotations covered."""

    # --- the sentence ---

    def cues(self, masked: str) -> list[Cue]:
        """The cues of one sentence, in order of place; none for a run of words too long to be one."""
        if len(masked) - masked.count(COVER) > MAX_SENTENCE:
            return []
        phrases = self.noun_phrases(masked)
        subjects = self._subjects(masked, phrases)
        inverted = [
            c
            for c in self._inverted(masked, phrases)
            if not any(s.at < c.at and s.verb_end in _verb_ends(masked, c.at) for s in subjects)
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
        for finder in (self._framed, self._relative, self._as_put):
            cues = cues or finder(masked, phrases)
        return sorted(_first_of_each(cues), key=lambda c: c.at)

    # --- subject, then verb ---

    def _subjects(self, masked: str, phrases: list[NounPhrase]) -> list[Cue]:
        """Whoever is the subject of a verb that reports, or stands before a colon."""
        cues = [
            self._verb_cue(masked, verb, topic, *subject)
            for verb, topic in _verbs(masked)
            if (topic or _completes(masked, verb))
            and (subject := self._subject(masked, phrases, verb.start()))
        ]
        cues = cues or self._wants(masked, phrases)
        cues += self._before_colon(masked, phrases)
        return cues or self._introducing(masked, phrases) or self._by_saying(masked, phrases)

    def _verb_cue(self, masked: str, verb: re.Match, topic: bool, phrase: NounPhrase, joined: tuple) -> Cue:
        """The cue of a verb with its subject; what somebody speaks about is said if a verb of saying follows."""
        if not topic:
            return self._cue(phrase, joined, verb.end(), verb.group())
        saying = SAYING.search(masked, verb.end())
        if saying:
            return self._cue(phrase, joined, saying.end(), saying.group().strip(" ,—–" + COVER))
        quoted = QUOTED_TOPIC.match(masked, verb.start())
        if quoted:
            return self._cue(phrase, joined, verb.end(), quoted.group().strip(" ,—–" + COVER))
        return self._cue(phrase, joined, verb.end(), verb.group(), "topic")

    def _wants(self, masked: str, phrases: list[NounPhrase]) -> list[Cue]:
        """'She also wants …': as a verb of its own it would be found in every question."""
        return [
            self._cue(p, (), wants.end(), "wants")
            for p in phrases[:2]
            if p.kind in ("name", "pronoun")
            and (wants := WANTS.match(masked, p.end))
            and _main(masked, p.start)
        ]

    def _before_colon(self, masked: str, phrases: list[NounPhrase]) -> list[Cue]:
        """'Rossi: “…”', at the beginning of a line or a list entry."""
        return [
            self._cue(p, (), p.head_end, ":")
            for p in phrases[:1]
            if p.kind in ("name", "role")
            and NAMED_BEFORE_COLON.match(masked, p.end)
            and not masked[: p.start].strip("•*-–— ")
        ]

    def _introducing(self, masked: str, phrases: list[NounPhrase]) -> list[Cue]:
        """'Rossi had three points: …': what stands behind the colon is theirs."""
        return [
            self._cue(p, (), p.head_end, "…:")
            for p in phrases[:1]
            if p.kind in ("name", "pronoun", "role")
            and INTRODUCES.match(masked, p.end)
            and _main(masked, p.start)
            and masked[p.head_end : p.head_end + 2] not in ("’s", "'s")
        ]

    def _by_saying(self, masked: str, phrases: list[NounPhrase]) -> list[Cue]:
        """'Modak opened the argument by saying that …': any verb, then a verb of saying in -ing."""
        saying = SAYING.search(masked)
        if not saying:
            return []
        for phrase in phrases:
            if phrase.end <= saying.start() and phrase.kind in ("name", "pronoun", "role"):
                if _main(masked, phrase.start) and not re.match(r"[’']s\b", masked[phrase.head_end :]):
                    if re.match(r"\s+(?:\w+\s+)?(?:was|were|is|are)\s+\w+(?:ed|en)\b", masked[phrase.end :]):
                        return []
                    return [self._cue(phrase, (), saying.end(), saying.group().strip(" ,—–"))]
                return []
        return []

    def _subject(self, masked: str, phrases: list[NounPhrase], verb: int) -> tuple[NounPhrase, tuple] | None:
        before = [p for p in phrases if p.head_end <= verb]
        for phrase in before:
            if not _gap_holds(masked, phrase, verb, before):
                continue
            first, joined = self._joined(masked, phrase, before)
            if phrase.kind == "pronoun" and JOINED.search(masked[: phrase.start]):
                return (
                    None  # "Kim waits, and he is not sure that …": he is whoever the clause before is about
                )
            if _main(masked, first.start) and not re.match(
                r"[’']s?\s", masked[phrase.head_end : phrase.head_end + 3]
            ):
                return phrase, joined
        return None

    def _joined(self, masked: str, phrase: NounPhrase, before: list[NounPhrase]) -> tuple[NounPhrase, tuple]:
        """'Lukin and Maslov agreed': the other subjects beside `phrase`, and the first of them."""
        others: list[NounPhrase] = []
        first = phrase
        for other in reversed([p for p in before if p.end <= phrase.start and p.kind == phrase.kind]):
            if not re.fullmatch(r"\s*,?\s*(?:and|&|as well as|,)\s+", masked[other.end : first.start]):
                break
            if (
                not others
                and "," in masked[other.end : first.start]
                and "and" not in masked[other.end : first.start]
            ):
                break
            others.append(other)
            first = other
        return first, tuple(i for o in reversed(others) for i in o.people)

    def _cue(
        self, phrase: NounPhrase, joined: tuple, verb_end: int, verb: str, kind: str | None = None
    ) -> Cue:
        how = {"name": phrase.how, "pronoun": "pronoun", "role": "role", "group": "group"}[phrase.kind]
        why = (
            f"reporting verb “{' '.join(verb.split())}” with {how}"
            if kind != "topic"
            else f"speaks about something ({verb})"
        )
        label = " ".join(phrase.label.split())
        return Cue(
            phrase.kind if kind is None else kind,
            (*joined, *phrase.people),
            why,
            phrase.start,
            verb_end,
            group=label if phrase.kind != "name" else None,
            candidates=phrase.candidates,
        )

    # --- verb, then subject; and the other ways ---

    def _inverted(self, masked: str, phrases: list[NounPhrase]) -> list[Cue]:
        cues = []
        for verb in sorted([*SAYS.finditer(masked), *BESIDES.finditer(masked)], key=lambda m: m.start()):
            before = masked[: verb.start()].rstrip()
            before = ADVERB.sub("", before).rstrip()
            if verb.re is BESIDES and before[-1:] != COVER or verb.group() in TOLD:
                continue
            if not before or before[-1] not in ",?!—–-…" + COVER + "’'”\"":
                continue
            phrase = next((p for p in phrases if p.start >= verb.end()), None)
            if phrase is None or phrase.kind == "pronoun" and phrase.label.lower() == "they":
                continue
            between = masked[verb.end() : phrase.start]
            if re.fullmatch(
                r"\s+(?:also\s+)?(?:(?:the|then|fellow|panel|co-)\s*)?(?:[\w’'-]+\s+){0,4}", between
            ) and not re.search(
                r"\b(?:him|her|them|me|us|what|whether|how|why|if|that|to|in|on|with|for|about|of|by|at|from|as|is|was)\b",
                between,
            ):
                cues.append(
                    self._cue(phrase, self._following(masked, phrase, phrases), phrase.end, verb.group())
                )
        return cues

    def _following(self, masked: str, phrase: NounPhrase, phrases: list[NounPhrase]) -> tuple:
        for other in phrases:
            if (
                other.start >= phrase.end
                and other.kind == "name"
                and re.fullmatch(r"\s+and\s+", masked[phrase.end : other.start])
            ):
                return other.people
        return ()

    def _framed(self, masked: str, phrases: list[NounPhrase]) -> list[Cue]:
        """'“…,” Lukin persisted', '…, he averred, …', '“…,” snapped Lukin': the frame tells, whatever the verb."""
        for phrase in phrases:
            if phrase.kind not in ("name", "pronoun", "role"):
                continue
            before = masked[max(0, phrase.start - 40) : phrase.start]
            for left, right in FRAMES:
                verb = right.match(masked, phrase.end)
                if verb and left.search(before):
                    return [self._cue(phrase, (), verb.end(), verb.group() or before.split()[-1])]
        return []

    def _relative(self, masked: str, phrases: list[NounPhrase]) -> list[Cue]:
        """'Next came Anna Lund, a farmer, who said that …': nobody else says anything in the sentence."""
        for phrase in phrases:
            verb = RELATIVE.match(masked, phrase.end) if phrase.kind == "name" else None
            if verb and _completes(masked, verb):
                return [self._cue(phrase, (), verb.end(), verb["verb"])]
        return []

    def _in_eyes_of(self, masked: str, phrases: list[NounPhrase]) -> list[Cue]:
        """'To Rossi the rain was a gift.'"""
        return self._between(IN_EYES_OF, masked, phrases)

    def _as_put(self, masked: str, phrases: list[NounPhrase]) -> list[Cue]:
        """'The rain was, as Rossi put it, a gift.'"""
        return self._between(AS_PUT, masked, phrases)

    def _between(self, frame: tuple, masked: str, phrases: list[NounPhrase]) -> list[Cue]:
        """The first name or role with what the frame wants before and behind it."""
        left, right = frame
        for phrase in phrases:
            before = masked[: phrase.start]
            if phrase.kind in ("name", "role") and left.search(before) and right.match(masked, phrase.end):
                return [self._cue(phrase, (), phrase.end, before.split()[-1].lower())]
        return []

    def _according(self, masked: str, phrases: list[NounPhrase]) -> list[Cue]:
        cues = []
        for match in ACCORDING.finditer(masked):
            phrase = next((p for p in phrases if p.head_end > match.end()), None)
            words = " ".join(match.group().split()).lower()
            if words == "for" and (
                match.start() > 0 or phrase is None or masked[phrase.end : phrase.end + 1] != ","
            ):
                continue
            if phrase and phrase.kind == "pronoun":
                continue
            if phrase and re.fullmatch(
                r"(?:\s*(?:the\s+)?[\w’'&/-]+){0,9}\s*", masked[match.end() : max(match.end(), phrase.start)]
            ):
                if re.match(r"[’']s\s", masked[phrase.head_end : phrase.head_end + 3]):
                    continue
                if phrase.kind == "group" and not re.match(r"\s*[,.]|$", masked[phrase.end :]):
                    continue
                kind = phrase.how or phrase.kind
                cues.append(
                    Cue(
                        phrase.kind,
                        phrase.people,
                        f"“{words}” with {kind}",
                        match.start(),
                        phrase.end,
                        group=None if phrase.kind == "name" else phrase.label,
                        candidates=phrase.candidates,
                    )
                )
        for match in re.finditer(r"\b[Aa]ccording\s+to\s+(him|her|them)\b", masked):
            cues.append(
                Cue(
                    "pronoun",
                    (),
                    "“according to” with pronoun",
                    match.start(),
                    match.end(),
                    group=match.group(1),
                )
            )
        return cues

    def _possessive(self, masked: str, phrases: list[NounPhrase]) -> list[Cue]:
        """'Rossi’s main argument was …', 'in Rossi’s view', 'her answer: …'."""
        whose = [
            Cue(
                "name",
                p.people,
                f"possessive with a noun of saying, {p.how}",
                p.start,
                p.end,
                candidates=p.candidates,
            )
            for p in phrases
            if p.kind == "name" and POSSESSIVE.match(masked, p.head_end) and _main(masked, p.start)
        ]
        return [*whose, *self._in_view_of(masked, phrases), *self._pronoun_possessive(masked)]

    def _in_view_of(self, masked: str, phrases: list[NounPhrase]) -> list[Cue]:
        cues = []
        for match in IN_VIEW_OF.finditer(masked):
            phrase = next(
                (p for p in phrases if match.end() <= p.start < match.end("rest") and p.kind == "name"), None
            )
            if phrase:
                why = f"“in …’s view” with {phrase.how}"
                place = (match.start(), match.end("rest"))
                cues.append(Cue("name", phrase.people, why, *place, candidates=phrase.candidates))
        return cues

    @staticmethod
    def _pronoun_possessive(masked: str) -> list[Cue]:
        match = PRONOUN_POSSESSIVE.search(masked)
        if not match:
            return []
        who = match["who"] or match["who2"]
        why = f"possessive pronoun “{who}” with a noun of saying"
        return [Cue("pronoun", (), why, match.start(), match.end(), group=who.lower())]

    def _nominal(self, masked: str, phrases: list[NounPhrase]) -> list[Cue]:
        match = NOMINAL.search(masked[:260])
        if not match:
            return []
        for p in phrases:
            if (
                p.start >= match.start("who")
                and p.head_end <= match.end("who") + 1
                and p.kind in ("name", "pronoun")
            ):
                return [
                    Cue(
                        p.kind,
                        p.people,
                        "what they raised or offered, in a noun of saying",
                        p.start,
                        match.end(),
                        group=p.label if p.kind == "pronoun" else None,
                        candidates=p.candidates,
                    )
                ]
        return []

    def _passive(self, masked: str, phrases: list[NounPhrase]) -> list[Cue]:
        cues: list[Cue] = []
        if " by " not in masked:
            return cues
        for match in PASSIVE.finditer(masked):
            phrase = next(
                (p for p in phrases if p.head_end > match.end() and p.kind in ("name", "role", "group")), None
            )
            if phrase is None or not re.fullmatch(
                r"(?:\s*(?:the\s+)?[\w’'&/-]+){0,8}\s*", masked[match.end() : max(match.end(), phrase.start)]
            ):
                continue
            if PASSIVE_SUBJECT.search(masked[: match.start()]) and match.start() < 160:
                kind = phrase.how or phrase.kind
                cues.append(
                    Cue(
                        phrase.kind,
                        phrase.people,
                        f"passive with {kind}",
                        phrase.start,
                        phrase.end,
                        group=None if phrase.kind == "name" else phrase.label,
                        candidates=phrase.candidates,
                    )
                )
        return cues
