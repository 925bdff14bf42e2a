"""Decisions as an editor makes them."""


def accepted(items: list[dict], but: tuple[str, ...] = ()) -> list[dict]:
    """All items accepted, but for those with these ids, which stay open."""
    return [item if item["id"] in but else item | {"state": "accepted"} for item in items]


def of_kind(items: list[dict], kind: str) -> list[dict]:
    return [item for item in items if item["kind"] == kind]


def person(items: list[dict], name: str) -> dict:
    return next(item for item in of_kind(items, "person") if item["name"] == name)


def with_facts(items: list[dict], **values) -> list[dict]:
    return [item | {"values": item["values"] | values} if item["kind"] == "facts" else item for item in items]
