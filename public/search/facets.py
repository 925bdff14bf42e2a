"""What the hits can be narrowed to: each choice with its count, and the address that makes it."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from people.models import Speaker
from public.search import years
from public.search.form import SearchForm
from search.asking import Answer, Named
from search.finding import Hits
from search.models import Kind

#: Choices shown at once; the rest are a click away.
SHOWN = 8
#: Named under "Who speaks about this most"; all of them are among the narrowings.
MOST_SPEAKING = 6
#: The narrowings whose other choices are counted as if they were not in force.
COUNTED_AS_IF_WIDER = [
    ("kind",),
    ("speaker",),
    ("evidence",),
    ("event_kind",),
    ("language",),
    ("year_from", "year_to"),
]


@dataclass
class Choice:
    """One value that the search can be narrowed to; of the one that it is narrowed to, the way back."""

    id: str
    label: str
    count: int
    address: str
    chosen: bool = False
    stamp: str = ""


@dataclass
class Facet:
    """One way to narrow, with its choices in the order of their counts."""

    name: str
    label: str
    choices: list[Choice]
    is_open: bool = True
    more: list[Choice] = field(default_factory=list)


@dataclass
class Speakers(Facet):
    """The speakers of the hits; ``who`` is what was typed to find one in the list of all, None while it is shut."""

    total: int = 0
    who: str | None = None
    all_address: str = ""
    shut_address: str = ""
    kept: list[tuple[str, str]] = field(default_factory=list)


@dataclass
class Years:
    columns: list[years.Column]
    counts: list[Choice]
    year_from: int | None
    year_to: int | None
    linked: list[tuple[years.Column, str]]
    kept: list[tuple[str, str]]

    @property
    def narrowed(self) -> bool:
        return bool(self.year_from or self.year_to)

    @property
    def since(self) -> int | None:
        """The year of the oldest hit, where years are not narrowed."""
        return self.columns[0].first if self.columns and not self.narrowed else None


@dataclass
class Facets:
    kind: Facet
    years: Years
    others: list[Facet]
    speakers: Speakers


def facets(answer: Answer, form: SearchForm) -> Facets:
    """Of what is narrowed already, the other choices are counted as if it were not; ``ask_for_wider_hits`` first."""
    topics = [hit.object_id for hit in answer.on_page if hit.kind == Kind.TOPIC]
    answer.bring_names(_hits_for(answer, form, "speaker").count_by("speakers"), answer.hits.about, topics)
    return Facets(
        kind=_of_values("kind", _("Kind of record"), answer, form),
        years=_years(answer, form),
        speakers=_speakers(answer, form),
        others=[
            facet
            for facet in (
                _of_values("evidence", _("How we know"), answer, form),
                _topics(answer, form),
                _of_values("event_kind", _("Kind of event"), answer, form, False),
                _of_values("language", _("Language"), answer, form, False),
            )
            if facet.choices
        ],
    )


def ask_for_wider_hits(answer: Answer) -> None:
    """All that the facets count, first: in what is known in full, the narrower hits need not be looked for."""
    narrowed = answer.question.narrowing
    answer.look_without(
        names for names in COUNTED_AS_IF_WIDER if any(getattr(narrowed, name) for name in names)
    )


def _hits_for(answer: Answer, form: SearchForm, name: str) -> Hits:
    return answer.without(name) if form.cleaned_data[name] else answer.hits


def _of_values(name, label, answer, form, is_open=True) -> Facet:
    counts = _hits_for(answer, form, name).count_by(name)
    now = form.cleaned_data[name]
    order = sorted(counts, key=lambda value: (-counts[value], value))
    if name == "kind":
        order = [value for value in Kind.values if counts[value]]
    found = ((value, form.label_of_value(name, value), counts[value]) for value in order)
    return Facet(name, label, _choices(form, name, found, now), is_open or bool(now))


def _choices(form: SearchForm, name: str, found: Iterable[tuple[str, str, int]], now: str) -> list[Choice]:
    """Of values with their labels and counts; ``now`` is the one that is chosen."""
    address_with = form.addresses(name)
    return [
        Choice(
            id=f"f-{name}-{value}",
            label=label,
            count=count,
            address=form.address(**{name: ""}) if value == now else address_with(value),
            chosen=value == now,
            stamp=value if name == "evidence" else "",
        )
        for value, label, count in found
    ]


def _of_records(form: SearchForm, name: str, found: Iterable[tuple], now) -> list[Choice]:
    named = ((one.slug, one.name, count) for one, count in found)
    return _choices(form, name, named, now.slug if now else "")


def _topics(answer: Answer, form: SearchForm) -> Facet:
    now = form.cleaned_data["topic"]
    if now:
        choices = _of_records(form, "topic", [(now, answer.hits.count_by("topics")[str(now.pk)])], now)
        others = [(topic, count) for topic, count in answer.topics if topic.pk != now.pk]
        choices += _of_records(form, "topic", others, now)
    else:
        choices = _of_records(form, "topic", answer.topics, now)
    return Facet("topic", _("Topic"), choices[:SHOWN], True, choices[SHOWN:])


def _speakers(answer: Answer, form: SearchForm) -> Speakers:
    """The most frequent ones, or, with ``who`` in the address, all or those whom a name finds among them."""
    now = form.cleaned_data["speaker"]
    hits = _hits_for(answer, form, "speaker")
    counts = hits.count_by("speakers")
    who = form.cleaned_data["who"] if "who" in form.data else None
    found: list[tuple[Speaker | Named, int]]
    if who:
        called = answer.called_among(map(int, counts))
        found = [(speaker, counts[str(speaker.pk)]) for speaker in called]
    else:
        found = [*(answer.speakers if hits is answer.hits else answer.most_frequent_speakers(counts))]
        found = found[:SHOWN] if who is None else found
    if now and now.pk not in (speaker.pk for speaker, _count in found) and not who:
        found = [(now, counts[str(now.pk)]), *found]
    return Speakers(
        name="speaker",
        label=_("Speaker"),
        choices=_of_records(form, "speaker", found, now),
        total=len(counts),
        who=who,
        all_address=form.address(who=""),
        shut_address=form.address(),
        kept=_kept(form),
    )


def _years(answer: Answer, form: SearchForm) -> Years:
    asked = form.cleaned_data
    narrowed = asked["from"] or asked["to"]
    hits = answer.without("year_from", "year_to") if narrowed else answer.hits
    counts = hits.by_year
    shown = years.columns(counts, asked["from"], asked["to"])
    address_of = form.addresses("from", "to")
    return Years(
        columns=shown,
        counts=[
            Choice(f"y-{year}", str(year), counts[year], address_of(year, year)) for year in sorted(counts)
        ],
        year_from=asked["from"],
        year_to=asked["to"],
        linked=[(column, address_of(column.first, column.last)) for column in shown],
        kept=_kept(form, leaving_out=("from", "to")),
    )


def _kept(form: SearchForm, leaving_out: Iterable[str] = ()) -> list[tuple[str, str]]:
    """The rest of this search, for the hidden fields of a form that adds to it."""
    return [(name, value) for name, value in form.parts.items() if value and name not in leaving_out]


@dataclass(frozen=True)
class Speaking:
    """Somebody who said or wrote many of the hits; how long their bar is, and where these are."""

    speaker: Named
    count: int
    percent: int
    address: str


def speaking_most(answer: Answer, form: SearchForm) -> list[Speaking]:
    """The hits once more by person; bars are measured by the longest."""
    if form.cleaned_data["speaker"] or len(answer.speakers) < 2:
        return []
    most = answer.speakers[:MOST_SPEAKING]
    return [
        Speaking(speaker, count, round(100 * count / most[0][1]), form.address(speaker=speaker.slug))
        for speaker, count in most
    ]
