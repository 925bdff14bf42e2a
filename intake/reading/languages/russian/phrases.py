"""Russian: who is named, meant by a role or pronoun, or counted in a group, in a sentence."""

import re
from dataclasses import dataclass, replace

from intake.reading.cues import MAX_PHRASES
from intake.reading.languages.russian.names import HAS_POST, RussianRoster, mentions
from intake.reading.languages.russian.patterns import (
    GROUP,
    OF_ROLE,
    PRONOUN,
    REPORTS,
    ROLE,
    SOMEBODY,
    VERB,
    VERB_RIGHT_BEFORE,
)
from intake.reading.languages.russian.roles import RoleFinder
from intake.reading.quotes import COVER

MAX_POSTS = 160  # letters of posts before a name


@dataclass(frozen=True)
class Phrase:
    kind: str
    start: int
    end: int
    label: str
    cases: frozenset[str] = frozenset({"nom"})
    people: tuple[int, ...] = ()
    candidates: tuple[int, ...] = ()
    how: str = ""


class RussianPhrases:
    """The people and groups of a sentence, and what the attribution asks about them."""

    def __init__(self, roster: RussianRoster):
        self.roster = roster
        self._last: tuple[str, list[Phrase]] = (
            "",
            [],
        )  # the sentence read last: several questions are asked of it

    @staticmethod
    def pronoun_gender(pronoun: str) -> str | None:
        return {"он": "m", "тот": "m", "его": "m", "та": "f", "она": "f", "её": "f", "ее": "f"}.get(
            pronoun.lower()
        )

    def named_at_start(self, words: str) -> int | None:
        mention = next(iter(mentions(words)), None)
        if mention is None or mention.start >= 60 or REPORTS.search(words[: mention.start]):
            return None
        return self.roster.find_cased(mention.tokens)[0].person

    def addressee(self, masked: str, verb_end: int) -> int | None:
        """The person whom a question is put to."""
        for phrase in self._phrases(masked):
            if phrase.kind == "name" and phrase.people and 0 <= phrase.start - verb_end < 12:
                return phrase.people[0]
        return None

    def people_named(self, masked: str) -> tuple[int, ...]:
        return tuple(dict.fromkeys(i for p in self._phrases(masked) if p.kind == "name" for i in p.people))

    def sole_person(self, masked: str) -> int | None:
        """The one person whom a sentence names, in whatever case."""
        people = {p.people for p in self._phrases(masked) if p.kind == "name"}
        return next(iter(people))[0] if len(people) == 1 and () not in people else None

    @staticmethod
    def reports(words: str) -> bool:
        return bool(VERB.match(words))

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

    def person_of_role(self, label: str, focus: int | None, gender: str | None = None) -> int | None:
        """The one person whom a role means; `focus` is who is in view, `gender` what its verb shows."""
        return RoleFinder(self.roster.people, self.roster.posts).find(label, focus, gender)

    def subject(self, masked: str) -> Phrase | None:
        phrases = self._phrases(masked)
        if phrases and len(masked[: phrases[0].start].split()) <= 2:
            return phrases[0]
        names = [p for p in phrases if p.kind == "name" and "nom" in p.cases]
        return names[0] if len(names) == 1 and VERB_RIGHT_BEFORE.search(masked, 0, names[0].start) else None

    def _phrases(self, masked: str) -> list[Phrase]:
        masked = masked[:MAX_PHRASES]
        if self._last[0] != masked:
            self._last = (masked, self._read_phrases(masked))
        return self._last[1]

    def _read_phrases(self, masked: str) -> list[Phrase]:
        phrases = []
        for mention in mentions(masked):
            found, cases = self.roster.find_cased(mention.tokens)
            start = mention.start
            if found.person is None and not start and len(mention.tokens) == 2:  # «Заявил Сухих»
                found, cases = self.roster.find_cased(mention.tokens[1:])
                start = mention.end - len(mention.tokens[1])
            if found.person is not None or found.candidates:
                people = () if found.person is None else (found.person,)
                phrases.append(
                    Phrase(
                        "name",
                        start,
                        mention.end,
                        " ".join(mention.tokens),
                        frozenset(cases),
                        people,
                        found.candidates,
                        found.how,
                    )
                )
        for kind, pattern in (("pronoun", PRONOUN), ("group", SOMEBODY), ("group", GROUP), ("role", ROLE)):
            for m in pattern.finditer(masked):
                if any(m.start() < p.end and p.start < m.end() for p in phrases):
                    continue
                headed = None if kind == "pronoun" else self._headed_name(masked, m.end(), phrases)
                if headed:
                    phrases[phrases.index(headed)] = replace(headed, start=m.start())
                    continue
                end = self._role_end(masked, m.end()) if kind == "role" else m.end()
                phrases.append(
                    Phrase(kind, m.start(), end, masked[m.start() : end].replace(COVER, "").strip())
                )
        return sorted(phrases, key=lambda p: p.start)

    @staticmethod
    def _role_end(masked: str, end: int) -> int:
        """Where the words end that belong to a role: «директор департамента городского хозяйства»."""
        match = OF_ROLE.match(masked, end)
        while match and not VERB.search(match.group()):
            end = match.end()
            match = OF_ROLE.match(masked, end)
        return end

    @staticmethod
    def _headed_name(masked: str, end: int, phrases: list[Phrase]) -> Phrase | None:
        """'директор института, доктор наук Иванов' is one subject, the name."""
        following = min((p for p in phrases if p.start >= end), key=lambda p: p.start, default=None)
        if following is None or following.kind != "name" or "nom" not in following.cases:
            return None
        first, *more = masked[end : following.start].split(",")
        words = " ".join((first, *more))
        apart = re.search(r"[.;:—]", words) or VERB.search(words) or len(words) > MAX_POSTS
        return None if apart or not all(HAS_POST.search(part) for part in more) else following
