"""Decisions as an editor makes them."""

from dataclasses import replace

from intake.items import ACCEPTED, FactsItem, Item, PersonItem, of_kind


def accepted(items: list[Item], but: tuple[str, ...] = ()) -> list[Item]:
    """All items accepted, but for those with these ids, which stay open."""
    return [item if item.id in but else replace(item, state=ACCEPTED) for item in items]


def person(items: list[Item], name: str) -> PersonItem:
    return next(item for item in of_kind(PersonItem, items) if item.name == name)


def changed(items: list[Item], key: str, **values) -> list[Item]:
    """The items, with other values in the one with this id."""
    return [replace(item, **values) if item.id == key else item for item in items]


def with_facts(items: list[Item], **values) -> list[Item]:
    return [
        replace(item, values=replace(item.values, **values)) if isinstance(item, FactsItem) else item
        for item in items
    ]
