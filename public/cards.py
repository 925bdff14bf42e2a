"""What stands on the picture that a shared link shows: of an event, a speaker, a statement, an opinion, or the house.

A card is named by what it shows, so that whoever keeps one may keep it for good, and nobody can have us draw what is
not there. Its words come through the gate as those of its page do.
"""

from dataclasses import astuple, dataclass
from hashlib import blake2b
from typing import Any
from urllib.parse import urlsplit

from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.dates import date_in_words, day_in_words
from events.models import Appearance, Event, Statement, Topic
from events.quotation import Known, with_marks
from events.withdrawing import public_text, public_title
from house.now import the_house
from opinions.models import Opinion
from people.models import NameVariant
from public.counted import counted

#: Another number, and every card is drawn anew: whoever changes how they are drawn counts on.
DRAWN = 2
#: Of a text, so many letters; more would be too small to read where cards are shown.
LONGEST = 230
MOST_NAMED = 5
#: What a reader has to know of words that are not, or not all, the speaker's, in a line.
WHOSE = {
    Known.MIXED: gettext_lazy("only what is in quotation marks is the speaker’s"),
    Known.PARAPHRASE: gettext_lazy("the report’s words, not the speaker’s"),
    Known.TRANSLATED: gettext_lazy("our words for what was said in another language"),
    Known.SUMMARY: gettext_lazy("our words; they stand in no report"),
}
MOST_TOPICS = 3


@dataclass(frozen=True, kw_only=True)
class Card:
    """The words of one card, by where they stand; ``text`` is its largest, ``known`` says whose words it is."""

    kind: str  # of the record, as its address names it
    pk: int
    head: str = ""
    about: str = ""
    known: str = ""
    how: str = ""
    text: str = ""
    below: str = ""
    aside: str = ""  # at the foot, beside the house
    portrait: str = ""
    initials: str = ""

    @property
    def address(self) -> str:
        return reverse("public:card", args=[self.kind, self.pk, self.print])

    @property
    def print(self) -> str:
        """Of all that is drawn, and of how."""
        house = the_house()
        drawn = (DRAWN, *astuple(self), house.name, house.accent, house.logo.name)
        return blake2b(repr(drawn).encode(), digest_size=10).hexdigest()


def card_of_house() -> Card:
    """Of every page that has none of its own."""
    house = the_house()
    text = house.strapline or _("Who said what, and how we know")
    return Card(
        kind="house", pk=1, text=text, aside=house.institution if house.institution != house.name else ""
    )


def card_of_event(event: Event, appearances: list[Appearance], positions: int) -> Card:
    """``appearances`` are those that its page lists: none under the Chatham House Rule."""
    names = [one.printed_name for one in appearances if not one.chairs]
    if len(names) > MOST_NAMED:
        names = [*names[:MOST_NAMED], counted(len(names) - MOST_NAMED, "other")]
    return Card(
        kind="event",
        pk=event.pk,
        head=event.get_kind_display(),
        about=", ".join(filter(None, [event.place_in_words, date_in_words(event)])),
        text=public_text(event).title,
        below=_("Under the Chatham House Rule") if event.under_the_rule else ", ".join(names),
        aside=counted(positions, "position") if positions else "",
    )


def card_of_opinion(opinion: Opinion) -> Card:
    """One that appeared elsewhere says where."""
    return Card(
        kind="opinion",
        pk=opinion.pk,
        head=_("Opinion"),
        about=day_in_words(opinion.date),
        text=opinion.title,
        below=", ".join(author.printed_name for author in opinion.authorships.all()),
        aside=urlsplit(opinion.url).hostname or "",
    )


def card_of_speaker(speaker: Any, topics: list[Topic], years: list[int]) -> Card:
    """``speaker`` is one ``with_record``, for its page; ``years`` are those of the first and the last appearance."""
    native = next((v.name for v in speaker.variants.all() if v.kind == NameVariant.Kind.OTHER_SCRIPT), "")
    record = counted(speaker.position_count, "position") if speaker.position_count else ""
    span = "–".join(str(year) for year in dict.fromkeys(years))
    return Card(
        kind="speaker",
        pk=speaker.pk,
        text=speaker.name,
        about=native,
        head=speaker.latest_post or "",
        below=", ".join(topic.name for topic in topics[:MOST_TOPICS]),
        aside=", ".join(filter(None, [record, span])),
        portrait=speaker.portrait.name or "",
        initials=speaker.initials,
    )


def card_of_statement(statement: Statement) -> Card:
    """Its words stand in quotation marks where its evidence has them, and nowhere else."""
    event, known = statement.event, statement.known
    words = Truncator(statement.text).chars(LONGEST)
    posts = "; ".join(filter(None, (one.printed_post for one in statement.speakers)))
    how = f"{known.label}: {WHOSE[known]}" if known in WHOSE else known.label
    return Card(
        kind="statement",
        pk=statement.pk,
        head=statement.said_by,
        about=", ".join(filter(None, [posts, date_in_words(event)])),
        known=known.value,
        how=how,
        text=with_marks(words, known, event.language),
        aside=f"№ {statement.pk}, {Truncator(public_title(event)).chars(48)}",
    )
