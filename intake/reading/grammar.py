"""The questions that a language answers about a sentence; the walk knows no other."""

from typing import Protocol

from intake.reading.cues import Cue, Phrase


class Grammar(Protocol):
    """One language, asked against the people of one report. `masked` sentences have their quotations covered.

    Answering changes nothing that is read: the same question has the same answer."""

    def cues(self, masked: str) -> list[Cue]:
        """The signs of a speaker in a sentence, in order of place; none for words too many to be one."""

    def subject(self, masked: str) -> Phrase | None:
        """Whom the sentence begins with, if that is a person, a group, or a stranger to the report."""

    def people_named(self, masked: str, before: int | None = None) -> tuple[int, ...]:
        """The people whom a sentence names, in order, or those whom it names before a place in it."""

    def names_anybody(self, masked: str) -> bool:
        """Whether a sentence tells of one person whom the report does not name: 'a farmer in the third row'."""

    def names_stranger(self, masked: str) -> bool:
        """Whether a sentence names somebody whom the register missed, wherever in it: 'a nod from Per Lund, who …'."""

    def sole_person(self, masked: str) -> int | None:
        """The one person whom a sentence names, wherever in it."""

    def named_at_start(self, words: str) -> int | None:
        """The person whose name words begin with."""

    def addressee(self, masked: str, verb_end: int) -> int | None:
        """The person whom a question is put to."""

    def let_speak(self, masked: str) -> int | None:
        """The person to whom a sentence gives the floor: 'Danes introduced Rossi'."""

    def reports(self, words: str) -> bool:
        """Whether words behind 'Name:' are told, not spoken: 'asked whether …', as minutes have it."""

    def goes_on_reporting(self, masked: str) -> bool:
        """Whether the mood of the verb alone tells that the words before go on: „Das Land habe gezahlt.“"""

    def wishes(self, masked: str) -> bool:
        """Whether a sentence tells by its mood what its own named subject would like: „Huber fände es besser“."""

    def pronoun_gender(self, pronoun: str) -> str | None:
        """ "m" or "f"; None for a pronoun that may mean anybody, or several."""

    def gender_done_to(self, masked: str) -> str | None:
        """The gender of somebody else to whom a sentence's subject does something, by a pronoun: 'Rossi told her'."""

    def points_at_last(self, pronoun: str) -> bool:
        """Whether a pronoun means whoever was named last, and not the subject: «тот», „dieser“."""

    def person_of_label(self, label: str, at: int) -> int | None:
        """The person whose name is printed before a colon, entered now if new."""

    def person_of_role(self, label: str, focus: int | None, gender: str | None = None) -> int | None:
        """The one person whom a role can mean; `focus` is who is in view, `gender` what its verb shows."""
