"""What is remembered while a report is read from top to bottom; nothing else of the reader remembers."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Seen:
    """Somebody whom a sentence was about: a person, or with None one whom the report does not name."""

    person: int | None
    gender: str | None
    paragraph: int
    sentence: int
    subject: bool = True  # or only named
    spoke: bool = False
    sure: bool = True


@dataclass
class Memory:
    """Who spoke last, and how, and who is in view."""

    speaker: int | None = None
    other: int | None = None  # who spoke before the last speaker
    evidence: str = ""
    open_quote: bool = False
    colon: int = 0
    about_the_house: bool = False  # the heading above says that what follows tells of it
    sure: bool = True  # whether the last statement was
    voiced: int = 0  # the last sentence that was the speaker's, were it but by going on
    fresh: bool = False  # the last sentence of this paragraph was the speaker's
    held: bool = False  # the paragraph above ended in their voice
    aloud: bool = False  # the paragraph above is spoken words behind a dash
    focus: int | None = None  # the person whom a pronoun would mean
    in_paragraph: bool = False  # the focus was set in the paragraph being read
    mentioned: tuple[int, ...] = ()  # the people whom the sentence before names
    done_to: str | None = (
        None  # the gender of somebody whom the sentence before names by a pronoun: 'told her'
    )
    asked: int | None = None  # whom the last sentence put a question to
    asking: bool = False
    by_gender: dict[str, int] = field(default_factory=dict)  # who spoke last
    on_record: Seen | None = None  # who spoke by name, under the Chatham House Rule
    trail: list[Seen] = field(default_factory=list)  # whom the sentences so far were about
    opens_quoted: bool = False  # the sentence being read begins with a quotation, and may be an answer
    next: str = ""  # the sentence behind the one being read, in its paragraph, quotations covered
    paragraph: int = 0
    sentence: int = 0
    genders: dict[int, str] = field(default_factory=dict)  # as pronouns and verbs have shown so far

    @property
    def talks(self) -> bool:
        """Whether another than the last speaker has spoken hereabouts."""
        near = (seen for seen in reversed(self.trail) if self.paragraph - seen.paragraph <= 1)
        return any(seen.spoke and seen.person not in (None, self.speaker) for seen in near)

    def told_of_last(self) -> bool:
        """Whether the sentence before told of whoever is in view, without their words: 'The author spoke.'"""
        last = self.trail[-1] if self.trail else None
        told = last is not None and last.person is not None and last.subject and not last.spoke
        return bool(told and last and last.person == self.focus and last.sentence == self.sentence - 1)

    def see(self, person: int, evidence: str = "quote", *, sure: bool = True) -> None:
        """Somebody has said something."""
        self.sure = sure
        if self.speaker != person:
            self.other = self.speaker
        self.speaker = self.focus = person
        self.in_paragraph = True
        self.evidence, self.fresh, self.voiced = evidence, True, self.sentence
        if gender := self.genders.get(person):
            self.by_gender[gender] = person
        self.note(person, spoke=True, sure=sure)

    def note(
        self,
        person: int | None,
        gender: str | None = None,
        *,
        subject: bool = True,
        spoke: bool = False,
        sure: bool = True,
    ) -> None:
        """A sentence is about somebody: a pronoun may mean them from here on, or with None nobody we know."""
        gender = gender if person is None else self.genders.get(person, gender)
        self.trail.append(Seen(person, gender, self.paragraph, self.sentence, subject, spoke, sure))

    def record(self, person: int) -> None:
        """Somebody whom the Rule does not hide has said something, and nobody beside them."""
        self.on_record = Seen(person, self.genders.get(person), self.paragraph, self.sentence, spoke=True)

    def look_at(self, person: int | None, *, sure: bool = True) -> None:
        """A sentence was about somebody, without a word of theirs."""
        self.fresh = False
        if person is None:
            return
        self.focus = person
        self.in_paragraph = True
        self.note(person, sure=sure)

    def expect(self, person: int) -> None:
        """Somebody in view has told that they are about to say something, and not yet what."""
        if self.speaker != person:
            self.other = self.speaker
        self.speaker, self.evidence, self.fresh = person, "paraphrase", True

    def lose(self) -> None:
        """Somebody else has spoken, and we cannot tell who."""
        self.fresh = False
        self.other = self.speaker if self.speaker is not None else self.other
        self.focus = self.speaker = None

    def may_be(self, person: int, gender: str | None) -> bool:
        return gender is None or self.genders.get(person) in (None, gender)

    def learn(self, person: int, gender: str | None) -> None:
        if gender and person not in self.genders:
            self.genders[person] = gender
