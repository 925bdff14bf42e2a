"""People already in the archive: who in a report they may be, and never a guess between two."""

import re
import unicodedata
from collections.abc import Sequence

from intake.reading.model import KnownPerson
from intake.reading.people import Person, Roster, same_name


def plain(word: str) -> str:
    """A word without case and accents; ё as е."""
    decomposed = unicodedata.normalize("NFKD", word.replace("ё", "е").replace("Ё", "Е"))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold().replace("’", "'")


def _spellings(person: KnownPerson) -> list[tuple[str, ...]]:
    return [
        tuple(plain(w) for w in re.split(r"[\s,]+", name) if w) for name in (person.name, *person.variants)
    ]


class KnownPeople:
    """An index of known people by full spelling and by surname."""

    def __init__(self, known: Sequence[KnownPerson]):
        self.people = {p.key: p for p in known}
        self.spellings = [(spelling, p.key) for p in known for spelling in _spellings(p) if spelling]
        self.surnames: dict[str, set[int]] = {}
        self.first_words: dict[str, list[tuple[tuple[str, ...], int]]] = {}
        for spelling, key in self.spellings:
            self.surnames.setdefault(spelling[-1], set()).add(key)
            self.first_words.setdefault(spelling[-1], []).append((spelling, key))

    def matching(self, person: Person) -> tuple[int, ...]:
        """The keys of the known people who may be this one: by full name, else, for a bare surname, by
        that. Those
        whose known post is the printed one come first."""
        tokens = tuple(plain(t) for t in person.tokens)
        if len(tokens) == 1:
            keys = self.surnames.get(tokens[0], set())
        else:
            near = {*self.first_words.get(tokens[-1], []), *self.first_words.get(tokens[0], [])}
            keys = {
                key for spelling, key in near if same_name(spelling, tokens) or set(spelling) == set(tokens)
            }
        return tuple(sorted(keys, key=lambda k: (not self._holds_post(k, person.post), k)))

    def _holds_post(self, key: int, post: str | None) -> bool:
        if not post:
            return False
        return any(plain(p) in plain(post) or plain(post) in plain(p) for p in self.people[key].posts)

    def enter(self, text: str, roster: Roster) -> None:
        """Put into the roster the known people whom the report names and the rules for names did not
        find: by a spelling
        as it stands in the text, or by a surname alone."""
        if not self.people:
            return
        words = {
            plain(m.group()): m
            for m in reversed(list(re.finditer(r"[^\W\d_][\w’'-]*", text)))
            if m.group()[0].isupper()
        }
        met = [plain(w) for p in roster.people for w in p.tokens]
        for surname, keys in sorted(self.surnames.items()):
            if surname not in words or surname in met:
                continue
            at = words[surname]
            full = self._printed_in_full(text, surname)
            tokens = full or (at.group(),)
            name = self.people[next(iter(keys))].name if len(keys) == 1 and not full else " ".join(tokens)
            roster.people.append(Person(name, tokens, at.start()))

    def _printed_in_full(self, text: str, surname: str) -> tuple[str, ...] | None:
        for key in sorted(self.surnames[surname]):
            for name in (self.people[key].name, *self.people[key].variants):
                if len(name.split()) > 1 and name in text:
                    return tuple(name.split())
        return None
