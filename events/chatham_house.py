"""The Chatham House Rule: what was said may be used, who said it, who was there and where they come from may not."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from anyascii import anyascii
from django.core.exceptions import ValidationError
from django.db.models import prefetch_related_objects
from django.utils.text import slugify

from events.named_people import all_names_of, named_in, namings_of
from events.places import Report
from people.models import Speaker
from people.named_in_addresses import stands_in_address
from publishing.models import OldAddress, readable_slug
from publishing.richtext import plain_text

# Loaded by whoever asks it: its tables of words take a tenth of a command's start, and few commands ask.
if TYPE_CHECKING:
    from events.affiliations import Affiliation

#: The fields of an event that the public reads.
READ_FIELDS = ["title", "lead", "report", "cover_alt", "cover_credit", "rights_holder", "happens_note"]


#: Addresses of other sites, which the public can follow.
LINKS = ["source_url", "recording_url"]
HREF = re.compile(r'href="([^"]+)"')


class Slip(NamedTuple):
    """A participant's name, or the post or institution of one, and the field in which it stands."""

    field: str
    name: str
    is_affiliation: bool = False

    @property
    def in_words(self) -> str:
        if self.is_affiliation:
            return (
                f"“{self.name}” is the post or institution of somebody who took part under the Chatham House Rule: "
                "this would give them away."
            )
        return f"“{self.name}” took part under the Chatham House Rule: this would give the name away."

    @property
    def in_words_of_a_part(self) -> str:
        """Of words that are not for attribution at an event on the record."""
        what = "the post or institution of a participant" if self.is_affiliation else "a participant"
        return f"“{self.name}”, {what}, is named in {self.field}: this could tell who said it."

    @property
    def as_an_obstacle(self) -> str:
        """The same, with where it stands."""
        if self.is_affiliation:
            return (
                f"“{self.name}”, the post or institution of somebody who took part under the Rule, stands in the "
                f"{self.field}."
            )
        return f"“{self.name}” took part under the Rule and is named in the {self.field}."


class Participants(NamedTuple):
    """Who took part in an event, as a form or the database has it: names and posts as printed that day."""

    people: list[Speaker]
    names: list[str]
    posts: list[str]

    def affiliations(self, event) -> "list[Affiliation]":
        """What tells where they come from: as printed, and as the archive knows of that day."""
        from events.affiliations import affiliations_in

        prefetch_related_objects(self.people, "affiliations__organisation")
        known = [post for person in self.people for post in person.posts_on(event.date)]
        places = [event.venue.city] if event.venue else []
        return [one for post in [*self.posts, *known] for one in affiliations_in(post, places)]


def slips_of(participants: Participants, event, texts: dict[str, str]) -> list[Slip]:
    """Names, posts and institutions of ``participants`` in ``texts`` by field, rich or plain, of ``event``."""
    from events.affiliations import given_away_in

    affiliations = participants.affiliations(event)
    return names_given_away(texts, participants.people, participants.names) + [
        Slip(field, words, is_affiliation=True)
        for field, text in texts.items()
        for words in given_away_in(plain_text(text or ""), affiliations)
    ]


def names_given_away(
    texts: dict[str, str], speakers: Iterable[Speaker], printed: Iterable[str] = ()
) -> list[Slip]:
    """Participants' names in texts that the public will read: ``texts`` by field, rich or plain; ``printed`` are names
    as printed that day."""
    namings = namings_of(speakers, printed)
    slips = []
    for field, text in texts.items():
        found = named_in(plain_text(text or ""), namings)
        # "Lukin" says nothing new beside "Artyom Lukin".
        slips += [
            Slip(field, name)
            for name in sorted(found)
            if not any(name != other and name in other for other in found)
        ]
    return slips


def names_in_address(
    slug: str, title: str, speakers: Iterable[Speaker], printed: Iterable[str] = ()
) -> list[str]:
    """Participants' names that stand in the address and no longer in the title, which is looked at by itself."""
    now = readable_slug(title)
    names = sorted(set().union(*all_names_of(speakers, printed)))
    return [name for name in names if stands_in_address(name, slug) and not stands_in_address(name, now)]


def forget_addresses_with_names(event) -> None:
    """Forget the old addresses of ``event`` that name somebody who took part: no redirect is worth the name."""
    old = list(OldAddress.of(event))
    if not old:
        return
    here = participants(event)
    names = set().union(*all_names_of(here.people, here.names))
    affiliations = here.affiliations(event)
    telling = [
        address.pk
        for address in old
        if tells_in_address(address.path.strip("/").rpartition("/")[2], names, affiliations)
    ]
    OldAddress.objects.filter(pk__in=telling).delete()


def tells_in_address(slug: str, names: Iterable[str], affiliations: "Iterable[Affiliation]") -> bool:
    return any(stands_in_address(name, slug) for name in names) or bool(
        affiliations_in_address(slug, "", affiliations)
    )


def affiliations_in_address(slug: str, title: str, affiliations: "Iterable[Affiliation]") -> list[str]:
    """Posts and institutions that stand in the address and no longer in the title. An address has no capitals: only
    what has two words and one of its own is known in it."""
    now = readable_slug(title)
    telling = [
        (one.printed, " ".join(one.words)) for one in affiliations if one.distinctive and one.words[1:]
    ]
    return sorted(
        {
            printed
            for printed, words in telling
            if has_words(without_small_words(slug), words) and not has_words(without_small_words(now), words)
        }
    )


def has_words(slug: str, words: str) -> bool:
    sought = readable_slug(words)
    return bool(sought) and f"-{sought}-" in f"-{slug}-"


def without_small_words(slug: str) -> str:
    from events.affiliations import significant

    return "-".join(significant(slug.replace("-", " ")))


def slips_in_links(participants: Participants, event) -> list[Slip]:
    """Where an address of another page says in full who took part, or where from; in the report too, whose links
    readers follow."""
    namings = [one for one in namings_of(participants.people, participants.names) if " " in one.name]
    affiliations = participants.affiliations(event)
    found = []
    for field, address in [*((field, getattr(event, field)) for field in LINKS), *_links_in(event.report)]:
        words = re.sub(r"[\W_]", " ", address)
        slug = slugify(anyascii(words))
        names = {one.name for one in namings if stands_in_address(one.name, slug)} | named_in(words, namings)
        found += [Slip(field, name) for name in sorted(names)]
        found += [Slip(field, words, True) for words in affiliations_in_address(slug, "", affiliations)]
    return found


def _links_in(html: str) -> list[tuple[str, str]]:
    addresses = dict.fromkeys(HREF.findall(html or ""))
    return [("address of a link in the report", unquote(address)) for address in addresses]


def slips_in_labels(participants: Participants, event, topics: Iterable) -> list[Slip]:
    """Where what the event is filed under bears the name of somebody who took part."""
    texts = {
        "topics": "\n".join(topic.name for topic in topics),
        "series": event.series.name if event.series else "",
        "venue": event.venue.name if event.venue else "",
    }
    return names_given_away(texts, participants.people, participants.names)


def slips_in_address(participants: Participants, event) -> list[Slip]:
    names = names_in_address(event.slug, event.title, participants.people, participants.names)
    affiliations = participants.affiliations(event)
    return [Slip("address", name) for name in names] + [
        Slip("address", words, True)
        for words in affiliations_in_address(event.slug, event.title, affiliations)
    ]


def participants(event) -> Participants:
    """Who took part in ``event``, as stored."""
    appearances = list(event.appearances.select_related("speaker").prefetch_related("speaker__variants"))
    return Participants(
        [a.speaker for a in appearances],
        [a.printed_name for a in appearances],
        [a.printed_post for a in appearances],
    )


def slips_in(event) -> list[Slip]:
    """What would give participants away in what the public would read of ``event``, nothing unless it is held under
    the Rule."""
    if not event.under_the_rule:
        return slips_in_a_part(event)
    texts = {field: getattr(event, field) for field in READ_FIELDS} | texts_beside(event)
    for number, statement in enumerate(event.statements.all(), start=1):
        texts[f"statement {number}"] = f"{statement.text}\n{statement.attribution}"
    here = participants(event)
    return [
        *slips_of(here, event, texts),
        *slips_in_address(here, event),
        *slips_in_links(here, event),
        *slips_in_labels(here, event, event.topics.all()),
    ]


def slips_in_a_part(event) -> list[Slip]:
    """What would give somebody away beside what was said not for attribution at an event on the record; of a session
    under the Rule, in the report round it too."""
    statements = event.statements.filter(not_for_attribution=True).prefetch_related("corrections")
    texts = {
        f"statement {one.pk}, not for attribution": "\n".join(
            [one.text, one.attribution, one.withdrawal_note, *(note.text for note in one.corrections.all())]
        )
        for one in statements
    }
    report = Report(event.report)
    texts |= {
        f"session of statement {one.pk}, or in the report round it": "\n".join(
            [one.session, "" if one.own_words else report.paragraph_of(one.text, one.prefix, one.suffix)]
        )
        for one in statements
        if one.session
    }
    return slips_of(participants(event), event, texts) if texts else []


def texts_beside(event) -> dict[str, str]:
    """What else the public reads of it: notes and corrections, its own and its statements'."""
    texts = {
        "note of its withdrawal": event.withdrawal_note,
        "note for its withdrawal": event.withdraw_note_for_then,
    }
    for number, correction in enumerate(event.corrections.all(), start=1):
        texts[f"correction {number}"] = correction.text
    withdrawn = event.statements.exclude(withdrawal_note="").values_list("withdrawal_note", flat=True)
    texts["note of a withdrawn statement"] = "\n".join(withdrawn)
    return texts


def check_words(event, text: str) -> None:
    """Raises ValidationError when ``text``, which the public is about to read of ``event``, gives somebody away."""
    if event.under_the_rule:
        refuse_names(event, text)


def refuse_names(event, text: str) -> None:
    """Raises ValidationError when ``text`` gives somebody away who took part in ``event``."""
    if slips := slips_of(participants(event), event, {"text": text}):
        raise ValidationError([slip.in_words for slip in slips])
