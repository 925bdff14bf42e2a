"""From a cue to a person, a group or nobody."""

import re
from dataclasses import replace

from intake.reading.cues import Cue
from intake.reading.model import ProposedStatement
from intake.reading.people import Roster, initials_of
from intake.reading.walk.memory import Walk
from intake.reading.walk.narration import ANSWERS, BEFORE_THE_EVENT, MODERATES, OUTSIDE, OUTSIDE_AFTER
from intake.reading.walk.turns import ROLES


class SpeakerChoice:
    """Whom a cue means, and what is remembered and written down when that is settled."""

    def __init__(self, text: str, roster: Roster, reader):
        self.text, self.roster, self.reader = text, roster, reader
        self.outsiders: set[int] = set()
        self.statements: list[ProposedStatement] = []
        self.walk = Walk()

    def _answers(self, label: str) -> int | None:
        """'Moderator' is the moderator; 'A' the one person who is interviewed, when there is one."""
        if re.fullmatch(r"(?:a|answer|interviewee|ответ|о)\.?", label, re.I):
            guests = [i for i, p in enumerate(self.roster.people) if p.role != "moderator" and p.participant]
            guests = guests or [i for i, p in enumerate(self.roster.people) if p.role != "moderator"]
            return guests[0] if len(guests) == 1 else None
        return self.reader.person_of_role(label, None) if len(label) > 2 else None

    def _labelled(self, label: str, start: int) -> int | None:
        """The person of a turn's label; a few capitals are somebody's initials, or a newspaper's."""
        if ROLES.fullmatch(label):
            return self._answers(label)
        letters = re.sub(r"[.\s]", "", label)
        if re.fullmatch(r"[^\W\d_]{1,4}", letters) and letters.isupper():
            fits = [i for i, p in enumerate(self.roster.people) if initials_of(p.tokens) == letters]
            return fits[0] if len(fits) == 1 else None
        return self.reader.person_of_label(label, start)

    def _by_cue(self, cue: Cue, start: int, end: int, evidence: str, masked: str) -> None:
        if cue.kind == "pronoun":
            self._by_pronoun(cue, start, end, evidence)
        elif cue.kind == "role":
            self._by_role(cue, start, end, evidence)
        elif cue.people and self._outside(cue.people[-1], cue, masked):
            self._lose()
        elif cue.people:
            self._add(start, end, "name", cue.why, True, cue.people, evidence)
            self._see(cue.people[-1], evidence)
        elif cue.candidates:
            names = tuple(self.roster.people[i].name for i in cue.candidates)
            self._add(
                start, end, "name", f"{cue.why}: {', '.join(names)}", False, (), evidence, candidates=names
            )
            self._lose()
        else:
            self._add(start, end, "group", cue.why, True, (), evidence, group=cue.group)
            self._lose()

    def _outside(self, person: int, cue: Cue, masked: str) -> bool:
        """Somebody who takes no part and is quoted from elsewhere: a book, a letter, another year."""
        someone = self.roster.people[person]
        if someone.participant or any(s.speaker == someone.name for s in self.statements):
            return False
        if OUTSIDE_AFTER.match(masked, cue.verb_end) or OUTSIDE.search(
            masked[max(0, cue.at - 60) : cue.verb_end + 40]
        ):
            self.outsiders.add(person)
        return person in self.outsiders or bool(BEFORE_THE_EVENT.search(masked[cue.at : cue.verb_end]))

    def _by_pronoun(self, cue: Cue, start: int, end: int, evidence: str) -> None:
        gender = self.reader.pronoun_gender(cue.group or "")
        if gender is None:
            self._lose()
            return
        person = self._pronoun(gender, answers=bool(ANSWERS.search(cue.why)))
        if person is None:
            self._add(
                start,
                end,
                "pronoun",
                f"pronoun “{cue.group}”; nobody before it fits",
                False,
                (),
                evidence,
                group=cue.group,
            )
            self._lose()
            return
        name = self.roster.people[person].name
        self.roster.people[person].gender = self.roster.people[person].gender or gender
        self._add(start, end, "pronoun", f"{cue.why}; last speaker {name}", True, (person,), evidence)
        self._see(person, evidence)

    def _pronoun(self, gender: str, answers: bool) -> int | None:
        """Who fits a pronoun: whoever was asked, if it answers; whoever is in view, if their gender is
        known to fit or the
        sentence before was theirs; the last who is known to fit; whoever is in view."""
        walk = self.walk
        known = walk.by_gender.get(gender)
        if answers and walk.asked is not None and self.roster.people[walk.asked].gender in (None, gender):
            return walk.asked
        fitting = [
            p
            for p in (walk.focus, walk.speaker)
            if p is not None and self.roster.people[p].gender in (None, gender)
        ]
        sure = [p for p in fitting if self.roster.people[p].gender == gender or walk.in_paragraph]
        named = [p for p in walk.mentioned if self.roster.people[p].gender == gender]
        dialogue = known if known == walk.other and walk.evidence == "quote" else None
        first_choice = (
            *sure,
            *(named if len(named) == 1 else ()),
            dialogue,
            *fitting,
            known,
            walk.in_view.get(gender),
        )
        return next((p for p in first_choice if p is not None), None)

    def _by_role(self, cue: Cue, start: int, end: int, evidence: str) -> None:
        in_view = self.walk.asked if self.walk.asking else self.walk.focus
        if in_view is None and self.walk.asking:
            in_view = self.walk.other
        if in_view is None or cue.gender and self.roster.people[in_view].gender not in (None, cue.gender):
            in_view = self.walk.by_gender.get(cue.gender or "")
        person = self._moderator_at(start) if MODERATES.search(cue.group or "") else None
        if person is None:
            person = self.reader.person_of_role(cue.group or "", in_view, cue.gender)
        if person is None:
            self._add(
                start,
                end,
                "role",
                f"{cue.why}; the report does not name the one person meant",
                True,
                (),
                evidence,
                group=cue.group,
            )
            self._lose()
            return
        self._add(
            start,
            end,
            "role",
            f"{cue.why} “{cue.group}”, that is {self.roster.people[person].name}",
            True,
            (person,),
            evidence,
        )
        self._see(person, evidence)

    def _see(self, person: int, evidence: str = "quote") -> None:
        walk = self.walk
        if walk.speaker != person:
            walk.other = walk.speaker
        walk.speaker = walk.focus = person
        walk.in_paragraph = True
        walk.evidence, walk.fresh = evidence, True
        if gender := self.roster.people[person].gender:
            walk.by_gender[gender] = person

    def _moderator_at(self, place: int) -> int | None:
        """Where each session has a moderator of its own: the one whom the text named last before `place`."""
        last = {
            i: self.text.rfind(p.tokens[-1], 0, place)
            for i, p in enumerate(self.roster.people)
            if p.role == "moderator"
        }
        return max(last, key=lambda i: last[i], default=None)

    def _role_in_view(self, subject):
        """The subject with the person whom its role means, if that is one."""
        person = self.reader.person_of_role(subject.label, self.walk.focus)
        return subject if person is None else replace(subject, people=(person,))

    def _in_view(self, cue) -> None:
        self.walk.fresh = False
        if cue.people:
            self.walk.focus = cue.people[0]
            self.walk.in_paragraph = True
            if gender := self.roster.people[cue.people[0]].gender:
                self.walk.in_view[gender] = cue.people[0]

    def _lose(self) -> None:
        self.walk.fresh = False
        self.walk.focus = self.walk.speaker = None

    def _add(
        self,
        start: int,
        end: int,
        cue: str,
        why: str,
        sure: bool,
        people: tuple,
        evidence: str,
        group: str | None = None,
        candidates: tuple[str, ...] = (),
    ) -> None:
        names = [self.roster.people[i].name for i in people]
        self.statements.append(
            ProposedStatement(
                names[-1] if names else None,
                self.text[start:end],
                start,
                end,
                evidence,
                cue,
                why,
                sure,
                None if names else group,
                tuple(names[:-1]),
                candidates,
            )
        )
