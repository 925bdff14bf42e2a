"""From a cue to a person, or to nobody."""

import re
from dataclasses import dataclass
from itertools import takewhile

from intake.reading.cues import Act, Cue, Sign
from intake.reading.grammar import Grammar
from intake.reading.languages import every
from intake.reading.people import Person, Roster, fold, initials_of
from intake.reading.walk.memory import Memory
from intake.reading.walk.narration import (
    BEFORE_THE_EVENT,
    MODERATES,
    NEAR,
    OF_THE_STATE,
    OPPONENT,
    OUTSIDE,
    OUTSIDE_AFTER,
    OUTSIDE_VERB,
    TOLD,
)
from intake.reading.walk.turns import ANONYMOUS, ANSWER_LABEL, ROLES

POST = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(every('labels', 'POST_WORDS'))))})$", re.I)
INITIALS = re.compile(r"[^\W\d_]{1,4}")
NOT_LETTERS = re.compile(r"[.\s]")


ROLE_WORD = re.compile(r"[^\W\d_][\w-]{3,}")
#: The same noun with an article that introduces somebody.
ANY_ONE = r"\b(?:an?|another|one|eine?|einer)\s+(?:(?!the\b|der\b|die\b)[\w’'-]+\s+){{0,4}}?{}\b"
APPOSED = 100  # letters before it in which the name stands that it explains: 'Rossi, a senior official'
FAR = 1500  # letters back in which such a one is looked for
STEM = 6  # letters of a word that its cases share
SHORT_NAME, CASE = 4, 2  # letters of a surname that all its cases share, and that tell them apart
REMEMBERED = 1  # paragraphs back in which a pronoun looks for whom it means


@dataclass(frozen=True)
class Meant:
    """Whom a pronoun means, if anybody we know, and whether nothing speaks against it."""

    person: int | None
    sure: bool


class Choosing:
    """Whom a label, a pronoun or a role means, by what is remembered."""

    def __init__(self, text: str, roster: Roster, grammar: Grammar, memory: Memory):
        self.text, self.roster, self.grammar, self.memory = text, roster, grammar, memory
        self.outsiders: set[int] = set()
        self.settled: dict[str, set[int]] = {}  # whom a role has meant so far

    @property
    def people(self) -> list[Person]:
        return self.roster.people

    # --- labels of turns ---

    def labelled(self, label: str, start: int) -> int | None:
        """The person of a turn's label; a few capitals are somebody's initials, or a newspaper's."""
        if ANONYMOUS.search(label):
            return None
        if ROLES.fullmatch(label):
            return self._answers(label)
        letters = NOT_LETTERS.sub("", label)
        if INITIALS.fullmatch(letters) and letters.isupper():
            fits = [i for i, p in enumerate(self.people) if initials_of(p.tokens) == letters]
            return fits[0] if len(fits) == 1 else self._by_given_name(label)
        person = self.grammar.person_of_label(label, start)
        person = self._by_given_name(label) if person is None else person
        return self.grammar.person_of_role(label, None) if person is None and POST.search(label) else person

    def _by_given_name(self, label: str) -> int | None:
        """'JOOST' of the later turns of 'JOOST ROSSI', where nobody else is called so."""
        fits = [i for i, p in enumerate(self.people) if fold(p.tokens[0]) == fold(label)]
        return fits[0] if len(fits) == 1 else None

    def _answers(self, label: str) -> int | None:
        """'Moderator' is the moderator; 'A' the one person who is interviewed, when there is one."""
        if ANSWER_LABEL.fullmatch(label):
            others = [i for i, p in enumerate(self.people) if p.role != "moderator"]
            told = [i for i in others if self.people[i].post]  # who asks is seldom said to be anything
            guests = told if len(told) == 1 else [i for i in others if self.people[i].participant] or others
            return guests[0] if len(guests) == 1 else None
        return self.grammar.person_of_role(label, None) if len(label) > 2 else None

    # --- cues ---

    def is_outside(self, person: int, cue: Cue, masked: str, spoke: bool) -> bool:
        """Somebody who takes no part and is quoted from elsewhere: a book, a letter, another year."""
        if self.people[person].participant or spoke:
            return False
        behind = TOLD.split(masked[cue.verb_end : cue.verb_end + NEAR])[
            0
        ]  # what was said may tell of any year
        around = f"{masked[max(0, cue.at - 60) : cue.verb_end]}{behind}"
        if OUTSIDE_AFTER.match(masked, cue.verb_end) or OUTSIDE.search(around):
            self.outsiders.add(person)
        if OUTSIDE_VERB.search(masked, cue.at, cue.verb_end) or self._accounts_for_the_state(
            person, cue, masked
        ):
            self.outsiders.add(person)
        return person in self.outsiders or bool(BEFORE_THE_EVENT.search(masked[cue.at : cue.verb_end]))

    def _accounts_for_the_state(self, person: int, cue: Cue, masked: str) -> bool:
        """Whether somebody whom the report names once is but the source for what a government does: „Das Ministerium
        plant nach Angaben von Staatssekretär Moos nichts“."""
        if cue.sign is not Sign.SOURCE or cue.at == 0 or not OF_THE_STATE.match(masked):
            return False
        name = self.people[person].tokens[-1]
        return self.text.count(name[: max(SHORT_NAME, len(name) - CASE)]) == 1

    def by_pronoun(self, gender: str, act: Act, inside: tuple[int, ...], contrary: str | None) -> Meant:
        """Who fits a pronoun: whoever was asked, if it answers; the last whom a sentence was about and who may be
        of that gender. `inside` are the people whom the sentence itself names before the pronoun, `contrary` the
        other gender where a pronoun before it has that: 'Asked whether he would come, she said …' has “he” for whoever
        the report does not name."""
        memory = self.memory
        if act is Act.ANSWERS and memory.asked is not None and memory.may_be(memory.asked, gender):
            return Meant(memory.asked, memory.genders.get(memory.asked) == gender)
        own = [person for person in inside if memory.may_be(person, gender)]
        if len(own) == 1:
            return Meant(own[0], memory.genders.get(own[0]) == gender)
        if (beside := self._beside_the_subject(gender)) is not None:
            return Meant(beside, False)
        passed = False  # whether somebody who may be meant was only named since
        for seen in reversed(memory.trail):
            if memory.paragraph - seen.paragraph > REMEMBERED:
                break
            known = seen.gender or contrary if seen.person is None else memory.genders.get(seen.person)
            if known not in (None, gender):
                continue
            if not seen.subject and memory.sentence - seen.sentence > 1:
                passed = passed or seen.person is not None
                continue
            if passed and seen.paragraph < memory.paragraph:
                return Meant(None, False)  # 'It went to Huber. It arrived wet. “How,” she said.': either
            if memory.done_to == gender and memory.sentence - seen.sentence <= 1:
                other = memory.other if memory.asking and memory.fresh and act is not Act.ASKS else None
                if other is not None and memory.genders.get(other) == gender:
                    return Meant(other, False)  # "Rossi pressed her on that. It was so, she admitted."
                return Meant(None, False)  # "Rossi told her to go. She …": either
            goes_on = seen.spoke or self._is_introduced(seen.person)
            last = max(seen.sentence, memory.voiced if seen.spoke and seen.person == memory.speaker else 0)
            near = memory.sentence - last <= 1 and (seen.paragraph == memory.paragraph or goes_on)
            other = self._known_to_fit(gender)
            answers = memory.opens_quoted or seen.paragraph < memory.paragraph
            if known is None and seen.spoke and other is not None and answers and self._talk_with(other):
                return Meant(other, False)
            if known is None and other is not None and memory.opens_quoted and self._spoke_here(other):
                return Meant(None, False)  # 'Rossi asked why. Sam Lund explained. “Rain,” she said.': either
            alone = seen.spoke or not self._named_too(seen.person, gender)
            rival = act is not Act.SAYS and self._answered_just_before(seen.person, gender)
            return Meant(seen.person, near and alone and known == gender and seen.sure and not rival)
        return Meant(self._only_one(gender), False)

    def _answered_just_before(self, person: int | None, gender: str) -> bool:
        """Whether another of that gender spoke right before: 'Rossi asked. Lund said no. She said …'"""
        memory = self.memory
        near = takewhile(lambda seen: memory.sentence - seen.sentence <= 2, reversed(memory.trail))
        before = [seen for seen in near if memory.sentence - seen.sentence == 2 and seen.spoke]
        return any(
            seen.paragraph == memory.paragraph
            and seen.person != person
            and memory.genders.get(seen.person or 0) == gender
            for seen in before
        )

    def by_reply(self, gender: str) -> Meant:
        """Who replies to a question of the last speaker's: whoever spoke before, if they are known to fit."""
        other = self.memory.other
        fits = other is not None and self.memory.genders.get(other) == gender
        return Meant(other if fits else None, False)

    def by_sole_reply(self, gender: str) -> Meant:
        """Who replies to a question where the report tells of one person only of that gender, besides who asked."""
        here = [i for i in range(len(self.people)) if i not in self.outsiders and i != self.memory.speaker]
        fits = [i for i in here if self.memory.may_be(i, gender)]
        known = len(fits) == 1 and self.memory.genders.get(fits[0]) == gender
        return Meant(fits[0] if known and self._is_introduced(fits[0]) else None, False)

    def by_answering_again(self, gender: str) -> Meant:
        """'Some do, she said', behind a further question: who answered the one before it in the same paragraph."""
        meant = self.by_reply(gender)
        here = meant.person is not None and self._spoke_here(meant.person)
        return meant if here else Meant(None, False)

    def by_answering(self, asker: int | None = None) -> int | None:
        """Who answers a question without being named: whom it was put to, or the only one besides who asked that has
        spoken as a guest; where several have, the lecturer among them. `asker` where it is not who spoke just now."""
        memory = self.memory
        if memory.asked is not None:
            return memory.asked
        asker = memory.speaker if memory.fresh else asker
        spoke = {seen.person for seen in memory.trail if seen.spoke and seen.person is not None} - {asker}
        guests = [i for i in spoke if self.people[i].role not in ("moderator", "host")]
        if len(guests) > 1:
            guests = [i for i in guests if self.people[i].lectures or self.people[i].role == "keynote"]
        return guests[0] if len(guests) == 1 else None

    def by_pointing(self, gender: str) -> Meant:
        """'Zimin gave the floor to Gai. The latter …': the last whom the sentence before names beside its subject."""
        others = [person for person in self.memory.mentioned[1:] if self.memory.may_be(person, gender)]
        return Meant(
            others[-1] if others else None, bool(others) and self.memory.genders.get(others[-1]) == gender
        )

    def _beside_the_subject(self, gender: str) -> int | None:
        """'Rossi sat beside Huber. “It rained,” he said.': the one whom the sentence before names, and who fits,
        where its subject does not."""
        memory = self.memory
        last = memory.trail[-1] if memory.trail else None
        if last is None or last.person is None or not last.subject or memory.sentence - last.sentence != 1:
            return None
        others = [person for person in memory.mentioned if person != last.person]
        fits = [person for person in others if memory.genders.get(person) == gender]
        known = memory.genders.get(last.person)
        return fits[0] if len(fits) == 1 and known not in (None, gender) else None

    def _named_too(self, person: int | None, gender: str) -> bool:
        """Whether the sentence before names somebody else, not heard of otherwise, whom the pronoun may mean."""
        others = [other for other in self.memory.mentioned if other != person]
        return any(
            self.memory.may_be(other, gender) and not self.people[other].participant for other in others
        )

    def _is_introduced(self, person: int | None) -> bool:
        """Whether the report tells more of somebody than their name; who is only talked about ends with a paragraph."""
        someone = None if person is None else self.people[person]
        return someone is None or bool(someone.participant or someone.post or someone.honorific)

    def _only_one(self, gender: str) -> int | None:
        """The one person of that gender who has spoken so far, if they did so not long ago."""
        spoke = [seen for seen in self.memory.trail if seen.spoke and seen.person is not None]
        fits = {seen.person for seen in spoke if self.memory.may_be(seen.person or 0, gender)}
        near = spoke and self.memory.paragraph - spoke[-1].paragraph <= REMEMBERED + 1
        last = next((s for s in reversed(spoke) if self.memory.genders.get(s.person or 0) == gender), None)
        recent = last is not None and self.memory.paragraph - last.paragraph <= REMEMBERED + 2
        return last.person if last and len(fits) == 1 and near and recent else None

    def _talk_with(self, other: int) -> bool:
        """Whether two people's quotations alternate, and this is the one whose turn it is."""
        return self.memory.evidence == "quote" and self.memory.other == other

    def _spoke_here(self, person: int) -> bool:
        """Whether somebody spoke in this paragraph."""
        memory = self.memory
        return any(s.spoke and s.person == person and s.paragraph == memory.paragraph for s in memory.trail)

    def _known_to_fit(self, gender: str) -> int | None:
        """The last speaker hereabouts whose gender is known to be that, for a talk between two."""
        memory = self.memory
        for seen in reversed(memory.trail):
            if memory.paragraph - seen.paragraph > REMEMBERED + 1:
                break
            if seen.spoke and seen.person is not None and memory.genders.get(seen.person) == gender:
                return seen.person
        return None

    def by_role(self, cue: Cue, start: int) -> int | None:
        """Who is meant by 'the moderator', «министр»."""
        memory = self.memory
        if OPPONENT.search(cue.group or ""):
            return (
                memory.other if memory.other is not None and memory.may_be(memory.other, cue.gender) else None
            )
        in_view = memory.asked if memory.asking else memory.focus
        if in_view is None and memory.asking:
            in_view = memory.other
        if in_view is None or not memory.may_be(in_view, cue.gender):
            in_view = self._last_of(cue.gender)
        if memory.asking and memory.fresh and in_view == memory.speaker:
            in_view = None  # whoever asked is not who answers
        person = self._moderator_at(start) if MODERATES.search(cue.group or "") else None
        if person is None:
            person = self.grammar.person_of_role(cue.group or "", in_view, cue.gender)
        if person is None:
            person = self._just_named(cue)
        if person is None:
            person = self._settled_before(cue)
        if person is not None and len(set(self.bearers(cue)) & set(memory.mentioned)) > 1:
            return None  # 'A lawyer from York and one from Hull came next. The lawyer …': either
        if person is None and self._answers_the_call(cue):
            person = memory.asked
        if person is None or self._was_somebody(cue.group or "", person, start):
            return None
        self.settled.setdefault((cue.group or "").casefold(), set()).add(person)
        return person

    def _last_of(self, gender: str | None) -> int | None:
        """Whom the last sentence of this paragraph was about of those of that gender, or who spoke last of them."""
        memory = self.memory
        here = takewhile(lambda seen: seen.paragraph == memory.paragraph, reversed(memory.trail))
        about = (
            s.person for s in here if s.subject and gender and memory.genders.get(s.person or 0) == gender
        )
        return next((i for i in about if i is not None), memory.by_gender.get(gender or ""))

    def _answers_the_call(self, cue: Cue) -> bool:
        """“Ms Rossi, who pays?” Lund asked. The deputy …: whoever was asked, of whom no post is printed."""
        asked = self.memory.asked if self.memory.asking else None
        if asked is None or cue.gender not in (None, self.memory.genders.get(asked)):
            return False
        return not self.people[asked].post and self.people[asked].role != "moderator"

    def _settled_before(self, cue: Cue) -> int | None:
        """«предприниматель», whom the same word has meant further up, where it can mean nobody else who has spoken."""
        label, memory = cue.group or "", self.memory
        meant = self.settled.get(label.casefold(), set())
        spoke = {seen.person for seen in memory.trail if seen.spoke and seen.person is not None}
        rivals = (i for i in spoke - meant if self.grammar.person_of_role(label, i, cue.gender) == i)
        asked = memory.asking and memory.speaker in meant  # whoever asked is not who answers
        if len(meant) != 1 or asked or next(rivals, None) is not None:
            return None
        return next((person for person in meant if memory.may_be(person, cue.gender)), None)

    def _just_named(self, cue: Cue) -> int | None:
        """'She met Minister Rossi. The Minister …': of several in a role, whom the sentence before names."""
        label = cue.group or ""
        fits = [
            person
            for person in self.memory.mentioned
            if self.bears(person, label) and self.grammar.person_of_role(label, person, cue.gender) == person
        ]
        return fits[0] if len(fits) == 1 else None

    def _was_somebody(self, label: str, person: int, place: int) -> bool:
        """Whether 'the official' goes on with 'a senior Western official said', whom nobody names."""
        noun = label.split()[-1]
        some = re.compile(ANY_ONE.format(re.escape(noun)), re.I)
        last = max((m.start() for m in some.finditer(self.text, max(0, place - FAR), place)), default=None)
        if last is None:
            return False
        name = self.people[person].tokens[-1]
        explained = re.search(rf"{re.escape(name)}[^.!?\n]*$", self.text[max(0, last - APPOSED) : last])
        return not explained and self.text.find(name, last, place) < 0

    def bearers(self, cue: Cue) -> list[int]:
        """Those of whom a role is printed, and each of whom it would mean if they were in view."""
        label = cue.group or ""
        here = [
            i for i in range(len(self.people)) if self.bears(i, label) and self.memory.may_be(i, cue.gender)
        ]
        return here if len(here) < 2 else [i for i in here if self._is_meant(label, i, cue.gender)]

    def _is_meant(self, label: str, person: int, gender: str | None) -> bool:
        return self.grammar.person_of_role(label, person, gender) == person

    def alone_bears(self, person: int, cue: Cue) -> bool:
        """Whether nobody else can be meant by a role, whoever is in view."""
        label = cue.group or ""
        alone = (
            bool(MODERATES.search(label)) or self.grammar.person_of_role(label, None, cue.gender) == person
        )
        return alone and self.bears(person, label)

    def bears(self, person: int, label: str) -> bool:
        """Whether a word of a role is printed as somebody's post or title, or told by what they do here."""
        someone = self.people[person]
        told = f"{someone.post or ''} {someone.honorific or ''} {someone.role} {someone.called}".casefold()
        chairs = someone.role == "moderator" and MODERATES.search(label)
        return bool(chairs) or any(word[:STEM].casefold() in told for word in ROLE_WORD.findall(label))

    def _moderator_at(self, place: int) -> int | None:
        """Where each session has a moderator of its own: the one whom the text named last before `place`."""
        last = {
            i: self.text.rfind(p.tokens[-1], 0, place)
            for i, p in enumerate(self.people)
            if p.role == "moderator"
        }
        return max(last, key=lambda i: last[i], default=None)
