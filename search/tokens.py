"""How an entry's words and narrowings are written down. Words never hold an underscore, so these cannot be typed."""

from collections.abc import Iterable

from search.models import Entry, Kind

#: Between two fields, so that no phrase runs from one into the next.
FIELD_BREAK = "_"
#: Every entry has it: what a search without words asks for.
EVERYTHING = "everything_"
#: What a topic has instead of a year.
NO_YEAR = "year_0"


def title_of(tokens: str) -> frozenset[str]:
    """The words of an entry's title alone; search.entries has the order of its fields."""
    return frozenset(_field(tokens, 0).split())


def has_in_its_body(tokens: str, words: Iterable[str]) -> bool:
    """Whether one of ``words`` stands in an entry's text, beside its title and names."""
    body = f" {_field(tokens, 2)} "
    return any(f" {word} " in body for word in words)


def _field(tokens: str, number: int) -> str:
    return f" {tokens} ".split(f" {FIELD_BREAK} ")[number]


def field_names() -> list[str]:
    return [field.column for field in Entry._meta.concrete_fields if field.column and not field.primary_key]


def facet_tokens(entry: Entry) -> list[str]:
    """What ``entry`` can be narrowed by, as words of its own: "kind_statement", "speaker_12", …"""
    year = NO_YEAR if entry.kind == Kind.TOPIC else f"year_{entry.date.year}"
    found = [EVERYTHING, f"kind_{entry.kind}", year]
    found += [f"speaker_{pk}" for pk in entry.speakers.split()]
    found += [f"topic_{pk}" for pk in entry.topics.split()]
    found += [
        f"{name}_{_plain(value)}" for name in ("event_kind", "evidence") if (value := getattr(entry, name))
    ]
    if entry.language:
        found.append(f"language_{_plain(entry.language)}")
    return found


def facet_token(name: str, value: str | int) -> str:
    """The word that an entry has if it can be narrowed to ``value`` of ``name``."""
    return f"{name}_{_plain(str(value))}"


def _plain(value: str) -> str:
    return value.replace("-", "").lower()
