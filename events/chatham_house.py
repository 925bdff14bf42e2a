"""The Chatham House Rule: what was said may be used, who said it and who was there may not be told."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from people.models import Speaker
from people.name_parts import surname_filed
from publishing.models import OldAddress, readable_slug
from publishing.richtext import plain_text

#: The fields of an event that the public reads.
READ_FIELDS = ["title", "lead", "report", "cover_alt", "cover_credit"]
#: A surname shorter than this ("Li", "Um") is too often another word to accuse a text of naming somebody.
SHORTEST_SURNAME = 3


class Slip(NamedTuple):
    """A participant's name, and the field in which it stands."""

    field: str
    name: str


def names_given_away(
    texts: dict[str, str], speakers: Iterable[Speaker], printed: Iterable[str] = ()
) -> list[Slip]:
    """Find participants' names in texts that the public will read.

    ``texts`` are the texts by field, rich or plain; ``printed`` are names as printed that day. A full name counts
    in any case of letters, a surname alone as it is written.
    """
    full, surnames = names_of(speakers, printed)
    patterns = [(name, as_words(name, re.IGNORECASE)) for name in full]
    patterns += [(name, as_words(name)) for name in surnames]
    slips = []
    for field, text in texts.items():
        plain = plain_text(text or "")
        found = [name for name, pattern in patterns if pattern.search(plain)]
        # "Lukin" says nothing new beside "Artyom Lukin".
        slips += [
            Slip(field, name)
            for name in sorted(found)
            if not any(name != other and name in other for other in found)
        ]
    return slips


def names_of(speakers: Iterable[Speaker], printed: Iterable[str]) -> tuple[set[str], set[str]]:
    """The names in full, and the surnames that stand for somebody by themselves."""
    full, surnames = set(printed), set()
    for speaker in speakers:
        full |= {speaker.name, *(variant.name for variant in speaker.variants.all())}
        surnames.add(surname_filed(speaker.sort_name))
    return (
        {name for name in full if name.strip()},
        {name for name in surnames - full if len(name.strip()) >= SHORTEST_SURNAME},
    )


def names_in_address(
    slug: str, title: str, speakers: Iterable[Speaker], printed: Iterable[str] = ()
) -> list[str]:
    """Participants' names that stand in the address and no longer in the title, which is looked at by itself."""
    now = readable_slug(title)
    names = sorted(set().union(*names_of(speakers, printed)))
    return [name for name in names if stands_in_address(name, slug) and not stands_in_address(name, now)]


def stands_in_address(name: str, slug: str) -> bool:
    words = readable_slug(name)
    return bool(words) and f"-{words}-" in f"-{slug}-"


def forget_addresses_with_names(event) -> None:
    """Forget the old addresses of ``event`` that name somebody who took part: no redirect is worth the name."""
    old = list(OldAddress.of(event))
    if not old:
        return
    people, printed = participants(event)
    names = set().union(*names_of(people, printed))
    telling = [
        address.pk
        for address in old
        if any(stands_in_address(name, address.path.strip("/").rpartition("/")[2]) for name in names)
    ]
    OldAddress.objects.filter(pk__in=telling).delete()


def participants(event) -> tuple[list[Speaker], list[str]]:
    """Who took part in ``event``, and their names as printed that day."""
    appearances = list(event.appearances.select_related("speaker").prefetch_related("speaker__variants"))
    return [a.speaker for a in appearances], [a.printed_name for a in appearances]


def as_words(name: str, flags: int = 0) -> re.Pattern:
    return re.compile(
        r"(?<!\w)" + r"[\s-]+".join(map(re.escape, re.split(r"[\s-]+", name.strip()))) + r"(?!\w)", flags
    )


def slips_in(event) -> list[Slip]:
    """Participants' names in what the public would read of ``event``, none unless it is held under the Rule."""
    if not event.under_the_rule:
        return []
    texts = {field: getattr(event, field) for field in READ_FIELDS}
    for number, statement in enumerate(event.statements.all(), start=1):
        texts[f"statement {number}"] = f"{statement.text} {statement.attribution}"
    people, printed = participants(event)
    in_address = names_in_address(event.slug, event.title, people, printed)
    return names_given_away(texts, people, printed) + [Slip("address", name) for name in in_address]
