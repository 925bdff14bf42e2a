"""The event page: who took part, and one text read in two ways."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from operator import itemgetter
from typing import NamedTuple

from django.db.models import DateField, F, QuerySet, Sum, Value, Window
from django.db.models.functions import RowNumber
from django.urls import reverse
from django.utils.text import capfirst, get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from events.models import Appearance, Event, Statement
from people.models import Speaker
from public.compare import LEAST, MOST
from publishing.questions import Given, OneOf, StandingQuestion, given_key
from search.finding import first_and_last_year
from search.models import Count

#: Up to so many, the strip under the title shows portrait and post; a conference gets names and roles.
FULL_STRIP = 12
RELATED = 4
NAMED = 3  # of what two events share
#: Of a moderator of hundreds of evenings the latest ones are related enough.
CANDIDATES = 200
#: Kept counts hold what is to come, too, and the event itself.
ENOUGH = 2 * CANDIDATES
#: In an archive of fewer entries nobody was at so many events that it would be worth asking how many.
LARGE = 20_000
EVER_SO_MANY = 2**31


@dataclass
class Voice:
    """Whoever is heard at an event: one person of its list, a group printed as such, or a session under the Rule."""

    number: int  # the order on this page; an identity of the record would leak and serve no reader
    name: str
    short_name: str
    appearance: Appearance | None = None
    #: The title of a session under the Chatham House Rule, in which nobody is told from anybody.
    session: str = ""
    statements: list[Statement] = field(default_factory=list)
    #: What they said jointly with another, among whose statements it stands.
    joint: list[Statement] = field(default_factory=list)

    @property
    def positions(self) -> int:
        return len(self.statements) + len(self.joint)

    @property
    def speaker(self) -> Speaker | None:
        return self.appearance.speaker if self.appearance else None

    @property
    def address(self) -> str:
        """Where a reader goes from the name: to what they said further down, or to their own page."""
        if self.positions or self.speaker is None:
            return f"#who-{self.number}"
        return self.speaker.get_absolute_url()

    @property
    def special_role(self) -> str:
        """What they did beside speaking; blank for a plain speaker."""
        if self.appearance is None or self.appearance.roles == [Appearance.Role.SPEAKER]:
            return ""
        return self.appearance.roles_in_words


LISTED = StandingQuestion(
    lambda: Appearance.objects.listed().filter(event=given_key("event")).select_related("speaker")
)


def participants(event: Event) -> list[Appearance]:
    """The printed list of participants; under the Chatham House Rule it is not even read."""
    if event.under_the_rule:
        return []
    listed = LISTED.ask(event=event.pk)
    for appearance in listed:
        appearance.event = event
    return listed


def voices(appearances: list[Appearance], statements: Iterable[Statement]) -> list[Voice]:
    """Everybody on the list in its order, heard or not, then the groups and closed sessions as they are first heard."""
    short_names = [appearance.short_name for appearance in appearances]
    by_key: dict[int | str | tuple[str], Voice] = {}
    for number, (appearance, short_name) in enumerate(zip(appearances, short_names, strict=True), start=1):
        told_apart = short_name if short_names.count(short_name) == 1 else appearance.printed_name
        by_key[appearance.pk] = Voice(number, appearance.printed_name, told_apart, appearance)
    for statement in statements:
        session = statement.session
        key = (session,) if session else statement.appearance_id or statement.attribution
        if key not in by_key:
            name = session or statement.attribution
            by_key[key] = Voice(len(by_key) + 1, name, name, session=session)
        by_key[key].statements.append(statement)
        if statement.jointly_with_id:
            by_key[statement.jointly_with_id].joint.append(statement)
    return list(by_key.values())


class Comparison(NamedTuple):
    """Who of an event are laid side by side, across all events."""

    names: str
    address: str


def comparisons(heard: Iterable[Voice]) -> list[Comparison]:
    """The two who said most, and up to four, where more than two were heard."""
    people = [voice for voice in heard if voice.speaker]
    people.sort(key=lambda voice: -voice.positions)
    sizes = {size for size in (LEAST, min(len(people), MOST)) if LEAST <= size <= len(people)}
    return [comparison(people[:size]) for size in sorted(sizes)]


def comparison(voices: list[Voice]) -> Comparison:
    slugs = [voice.speaker.slug for voice in voices if voice.speaker]
    names = get_text_list([voice.short_name for voice in voices], _("and"))
    return Comparison(names, reverse("public:compare", query={"speaker": slugs}))


def files_heading(event: Event, has_calendar: bool) -> str:
    """ "Recording, source and calendar": what there is of an event beside its page."""
    there = {
        _("recording"): event.recording_url,
        pgettext("a page", "source"): event.source_url,
        _("calendar"): has_calendar,
    }
    return capfirst(get_text_list([name for name, is_there in there.items() if is_there], _("and")))


@dataclass
class Related:
    event: Event
    shared_speakers: list[str]
    shared_topics: list[str]

    @property
    def why(self) -> str:
        if self.shared_speakers:
            return _("Also with %(names)s") % {"names": ", ".join(self.shared_speakers[:NAMED])}
        return _("Also on %(topics)s") % {"topics": ", ".join(self.shared_topics[:NAMED])}


def _sharing(lately: bool = False) -> QuerySet:
    """Whether by a topic; the other event, its day, whom or what it shares, and their place in it.

    ``lately``: those whom it shares are looked for at events since a given day alone.
    """
    them = Appearance.objects.published().speaking().filter(OneOf("speaker")).exclude(OneOf("event"))
    if lately:
        since = Event.objects.published().filter(date__gte=Given("since", DateField()))
        # With a limit, which none reaches: PostgreSQL would look up the event of each appearance in all the years.
        them = them.filter(event__in=since.order_by("-date").values("pk")[:EVER_SO_MANY])
    these = Event.objects.published().filter(OneOf("topics")).exclude(OneOf("pk", "event"))
    with_them, on_these = (
        _newest(rows, day, key)
        .annotate(by_topic=Value(key == "pk"), other=F(key), day=F(day), shared=F(name), place=place)
        .values_list("by_topic", "other", "day", "shared", "place")
        for rows, key, day, name, place in (
            (them, "event_id", "event__date", "speaker__name", F("order")),
            (these, "pk", "date", "topics__name", Value(0)),
        )
    )
    return with_them.union(on_these, all=True).order_by()


def _newest(rows: QuerySet, day: str, key: str) -> QuerySet:
    """By a number and not by a limit, which SQLite knows only of a whole question."""
    numbers = Window(RowNumber(), order_by=[F(day).desc(nulls_last=True), F(key).desc()])
    return rows.order_by().annotate(number=numbers).filter(number__lte=CANDIDATES)


def _since_when(speakers: list[int]) -> date | None:
    """The first day of the years in which these people were at enough events; None where they were not at so many."""
    _first, _last, entries = first_and_last_year.now()
    if entries < LARGE:
        return None
    times = 0
    for year, more in SPOKE.ask(key=speakers):
        times += more
        if times >= ENOUGH:
            return date(int(year), 1, 1)
    return None


SHARING = StandingQuestion(_sharing)
SHARING_LATELY = StandingQuestion(partial(_sharing, lately=True))
SPOKE = StandingQuestion(
    lambda: (
        Count.objects.filter(OneOf("key"), of="speaker-year")
        .order_by("-word")
        .values_list("word")
        .annotate(times=Sum("events"))
    )
)
MENTIONED = StandingQuestion(lambda: Event.objects.published().for_line().filter(OneOf("pk")))


def related_events(event: Event, appearances: list[Appearance]) -> list[Related]:
    """Other public events with the same people or topics: a shared person counts for as much as two topics. The same
    one in another language is no other.

    People count only where both events are on the record: anything else would name a participant. Whoever chairs does
    not count: the house's own moderator relates every evening to every other.
    """
    itself = [event.pk, *(other.pk for other in event.public_counterparts)]
    topics = [topic.pk for topic in event.topics.all()]
    speaking = [appearance.speaker_id for appearance in appearances if not appearance.chairs]
    people: dict[int, list[str]] = defaultdict(list)
    subjects: dict[int, list[str]] = defaultdict(list)
    days: dict[int, date] = {}
    asked = {"speaker": speaking, "topics": topics, "event": itself}
    since = _since_when(speaking)
    found = SHARING_LATELY.ask(**asked, since=since) if since else SHARING.ask(**asked)
    for by_topic, other, days[other], name, _place in sorted(found, key=itemgetter(4, 3)):
        (subjects if by_topic else people)[other].append(name)
    shared_by = [(pk, people[pk], subjects[pk]) for pk in days]
    shared_by.sort(key=lambda one: (2 * len(one[1]) + len(one[2]), days[one[0]], one[0]), reverse=True)
    closest = shared_by[:RELATED]
    wanted = [pk for pk, _names, _topics in closest]
    there = {one.pk: one for one in MENTIONED.ask(pk=wanted)} if wanted else {}
    return [Related(there[pk], names, about) for pk, names, about in closest if pk in there]
