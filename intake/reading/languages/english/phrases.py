"""English: who is named, meant by a role or pronoun, or counted in a group, in a sentence."""

import re
from dataclasses import replace
from typing import Literal

from intake.reading.cues import MAX_PHRASES
from intake.reading.languages.english.clauses import NounPhrase, _main
from intake.reading.languages.english.names import (
    NOT_A_NAME,
    POST_WORDS,
    NameMention,
    is_given,
    name_mentions,
)
from intake.reading.languages.english.patterns import (
    APPOSED,
    DESCRIPTION,
    GROUP,
    INDEFINITE,
    LESSER,
    PRONOUN,
    QUANTIFIED,
    ROLE,
    SPEAKS,
)
from intake.reading.languages.english.posts import post_after, post_before
from intake.reading.languages.english.verbs import SAY_FINITE
from intake.reading.languages.english.words.people import KINDRED
from intake.reading.people import Roster, fold


class EnglishPhrases:
    """The people and groups of a sentence, and what the attribution asks about them."""

    def __init__(self, roster: Roster):
        self.roster = roster
        self._last: tuple[str, list[NounPhrase]] = (
            "",
            [],
        )  # the sentence read last: several questions are asked of it
        self._wordlike: re.Pattern[str] | Literal[False] | None = None

    @staticmethod
    def pronoun_gender(pronoun: str) -> str | None:
        return {"he": "m", "his": "m", "him": "m", "she": "f", "her": "f"}.get(pronoun.lower())

    def named_at_start(self, words: str) -> int | None:
        """The person whose name `words` begin with."""
        mention = next(iter(name_mentions(words)), None)
        return self.roster.find(mention).person if mention and mention.start < 4 else None

    def people_named(self, masked: str) -> tuple[int, ...]:
        return tuple(
            dict.fromkeys(i for p in self.noun_phrases(masked) if p.kind == "name" for i in p.people)
        )

    def sole_person(self, masked: str) -> int | None:
        """The one person whom a sentence names, wherever in it."""
        people = {p.people for p in self.noun_phrases(masked) if p.kind == "name"}
        return next(iter(people))[0] if len(people) == 1 and () not in people else None

    @staticmethod
    def reports(words: str) -> bool:
        """Whether words behind 'Name:' are told, not spoken: 'asked whether …', as minutes have it."""
        return bool(re.match(rf"(?:also\s+|then\s+)?{SAY_FINITE}\b", words))

    def person_of_label(self, label: str, at: int) -> int | None:
        """The person whose name is printed before a colon, entered now if new."""
        mention = next(iter(name_mentions(label)), None)
        if mention is None:
            return None
        found = self.roster.find(mention)
        if found.person is None and not found.candidates:
            return self.roster.add(NameMention(at, at + len(label), mention.tokens, mention.honorific))
        return found.person

    def person_of_role(self, label: str, focus: int | None, gender: str | None = None) -> int | None:
        """The one person whom 'the moderator' or 'the ambassador' can mean, or None; English verbs show no
        gender."""
        people = self.roster.people
        label, _, where = re.sub(r"\s(?:of|from|for|at)\s", "|", label, count=1).partition("|")
        words = [w for w in re.findall(r"[\w-]+", label.lower()) if w not in ("the", "of", "our")]
        head = words[-1] if words else ""
        if head in ("moderator", "chair", "chairman", "chairwoman", "chairperson", "host", "presenter"):
            fits = [i for i, p in enumerate(people) if p.role in ("moderator", "host")]
        elif (
            head in ("speaker", "panelist", "panellist", "discussant", "lecturer", "witness", "guest")
            or "year-old" in label
        ):
            fits = [focus] if focus is not None else self._lecturer()
        else:
            fits = []
        fits = [i for i in fits or self._by_post(words, head) if self._is_of(i, where)]
        return fits[0] if len(fits) == 1 else focus if focus in fits else None

    def _lecturer(self) -> list[int]:
        """The one who speaks, where everybody else only moderates."""
        speakers = [
            i for i, p in enumerate(self.roster.people) if p.participant and p.role in ("speaker", "keynote")
        ]
        return speakers if len(speakers) == 1 else []

    def _is_of(self, person: int, where: str) -> bool:
        """Whether the person's post names the place or house that a role is said to be of."""
        post = fold(self.roster.people[person].post or "")
        return all(fold(word) in post for word in re.findall(r"[A-Z][\w’'&-]+", where))

    def addressee(self, masked: str, verb_end: int) -> int | None:
        """The person whom a question is put to: 'asked Mr Doyle when …'."""
        for phrase in self.noun_phrases(masked):
            if phrase.kind == "name" and phrase.people and 0 <= phrase.start - verb_end < 12:
                return phrase.people[0]
        return None

    def _by_post(self, words: list[str], head: str) -> list[int]:
        """Those whose printed post holds the head word, or else one akin to it, and most of the others."""
        return self._holding(words, [head]) or self._holding(words, KINDRED.get(head, "").split())

    def _holding(self, words: list[str], heads: list[str]) -> list[int]:
        posts = [
            (sum(_holds(p.post, w) for w in words), i)
            for i, p in enumerate(self.roster.people)
            if p.post and any(_holds(p.post, head) for head in heads)
        ]
        if not set(words) & LESSER:
            posts = [
                (n, i)
                for n, i in posts
                if not LESSER & set(re.findall(r"\w+", (self.roster.people[i].post or "").lower()))
            ] or posts
        best = max((n for n, _ in posts), default=0)
        return [i for n, i in posts if n == best]

    def subject(self, masked: str) -> NounPhrase | None:
        """The noun phrase that the sentence begins with (after an opening phrase), if it is a person (kind
        "stranger": one whom the roster does not know) or a group."""
        stranger = self._stranger(masked)
        phrase = next(iter(self.noun_phrases(masked)), None)
        if phrase is None or stranger and stranger.start < phrase.start:
            return stranger
        return phrase if _main(masked, phrase.start) else None

    def _stranger(self, masked: str) -> NounPhrase | None:
        """The subject, where it is a name that nobody in the roster bears."""
        mention = next(iter(name_mentions(masked[:MAX_PHRASES])), None)
        if mention is None or not _main(masked, mention.start):
            return None
        found = self.roster.find(mention)
        person = mention.honorific or is_given(mention.tokens[0].casefold())
        if found.person is not None or found.candidates or not (person or SPEAKS.match(masked, mention.end)):
            return None
        return NounPhrase("stranger", mention.start, mention.end, mention.end, mention.name)

    def noun_phrases(self, masked: str) -> list[NounPhrase]:
        """Names, roles, pronouns and groups of the sentence, in order; overlapping ones give way to names."""
        masked = masked[:MAX_PHRASES]
        if self._last[0] != masked:
            self._last = (masked, self._read_phrases(masked))
        return self._last[1]

    def _read_phrases(self, masked: str) -> list[NounPhrase]:
        phrases = [
            p for m in (*name_mentions(masked), *self._common_words(masked)) if (p := self._named(masked, m))
        ]
        for kind, pattern in (
            ("pronoun", PRONOUN),
            ("group", INDEFINITE),
            ("group", QUANTIFIED),
            ("role", ROLE),
            ("group", GROUP),
        ):
            for m in pattern.finditer(masked):
                if not any(m.start() < p.end and p.start < m.end() for p in phrases):
                    if kind != "pronoun" and self._before_name(masked, m.end(), phrases):
                        continue
                    phrases.append(NounPhrase(kind, m.start(), m.end(), m.end(), m.group()))
        return _merged(masked, sorted(phrases, key=lambda p: p.start))

    def _common_words(self, masked: str) -> list[NameMention]:
        """Surnames that are common words too (Mayor, White), where they stand alone with a capital."""
        if self._wordlike is None:
            keys = {key for p in self.roster.people for key in p.surnames if key in NOT_A_NAME | POST_WORDS}
            words = {key.title() for key in keys}
            self._wordlike = (
                re.compile(
                    rf"(?<![\w’'.-])(?<!the )(?<!The )(?<!an )(?<!and "
                    rf")(?:{'|'.join(map(re.escape, sorted(words)))})(?![\w-]|\s[A-Z]| of\b)"
                )
                if words
                else False
            )
        return (
            [NameMention(m.start(), m.end(), (m.group(),)) for m in self._wordlike.finditer(masked)]
            if self._wordlike
            else []
        )

    @staticmethod
    def _before_name(masked: str, end: int, phrases: list[NounPhrase]) -> bool:
        return any(p.kind == "name" and not masked[end : p.start].strip() for p in phrases if p.start >= end)

    def _named(self, masked: str, mention) -> NounPhrase | None:
        found = self.roster.find(mention)
        if found.person is None and not found.candidates:
            return None
        _, end = post_after(masked, mention.end, len(masked))
        _, start = post_before(masked, mention.name_start, 0)
        start = min(start, mention.start)
        start = min(
            (m.start("what") for m in DESCRIPTION.finditer(masked, max(0, start - 90), start)), default=start
        )
        if related := re.search(r"[’']s\s+(?:[a-z]+\s+){1,2}$", masked[:start]):
            owner = max(
                (m.start() for m in re.finditer(r"(?:^|[.,;:]\s|\s)(?=[A-Z])", masked[: related.start()])),
                default=0,
            )
            start = owner if not masked[:owner].strip() else start
        if masked[end : end + 1] == "," and (apposed := APPOSED.search(masked[:start])):
            start, end = apposed.start("what"), end + 1
        people = () if found.person is None else (found.person,)
        return NounPhrase("name", start, end, mention.end, mention.name, people, found.candidates, found.how)


def _holds(post: str | None, word: str) -> bool:
    return bool(re.search(rf"\b{re.escape(word)}\b", post or "", re.I))


def _merged(masked: str, phrases: list[NounPhrase]) -> list[NounPhrase]:
    """'The society's president, Lucas Feld,' is one phrase, the name's."""
    merged: list[NounPhrase] = []
    for phrase in phrases:
        last = merged[-1] if merged else None
        if (
            last
            and last.kind == "role"
            and phrase.kind == "name"
            and _main(masked, last.start)
            and re.fullmatch(
                r"(?:\s+(?:of|for|at|in)\s+[^,.;:]{2,60})?,\s+(?:the\s+)?", masked[last.end : phrase.start]
            )
            and masked[phrase.end : phrase.end + 1] in (",", ".", ";", "")
        ):
            merged[-1] = replace(
                phrase, start=last.start, end=phrase.end + (masked[phrase.end : phrase.end + 1] == ",")
            )
        else:
            merged.append(phrase)
    return merged
