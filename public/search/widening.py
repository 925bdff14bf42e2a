"""When nothing is found: other ways to ask, each with what it would find."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain, islice, product

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from public.search.form import SearchForm
from search.asking import Answer, answers_together, look_together
from search.finding import Hits
from search.known_words import near_words
from search.query import TOKEN, Query, parse
from search.words import WORD, stem

#: Spellings tried for each word, and words of the query that are tried at all.
MOST_SPELLINGS = 5
MOST_WORDS = 6
MOST_TRIED = 12
#: Suggestions shown of each sort.
SHOWN = 3


@dataclass(frozen=True)
class Way:
    """Another search: what it asks, how many it finds, where it is."""

    label: str
    count: int
    more: bool
    address: str
    #: The years in which there is something, where one was asked for in which there is nothing.
    years: str = ""


@dataclass(frozen=True)
class Ways:
    spellings: list[Way]
    fewer_words: list[Way]
    fewer_narrowings: list[Way]

    def __bool__(self):
        return bool(self.spellings or self.fewer_words or self.fewer_narrowings)


def ways_to_widen(answer: Answer, form: SearchForm) -> Ways:
    """Every way is asked, and shown only with public hits: a suggestion can betray nothing that is not found."""
    chunks = _each_once(match.group() for match in TOKEN.finditer(answer.question.typed))[:MOST_WORDS]
    # What asks for the same as another way, or as was asked, is no suggestion.
    offered = {parse(answer.question.typed)}
    shorter = _not_yet(offered, chain(_years(answer.query), _shortened(chunks)))
    wider = [place.narrowings for place in _in_force(form)]
    wider.append(tuple(chain.from_iterable(wider)))
    respelled = _not_yet(offered, _respelled(chunks, near_words(*_missing(answer, chunks, wider))))
    found = _found(answer, [*shorter, *respelled])
    return Ways(
        spellings=[_way(answer, form, found[typed]) for typed in respelled if typed in found][:SHOWN],
        fewer_words=[_way(answer, form, found[typed]) for typed in shorter if typed in found][:SHOWN],
        fewer_narrowings=list(_unnarrowed(answer, form)),
    )


def _each_once(chunks: Iterable[str]) -> list[str]:
    """Without words that were typed twice; an OR may stand between any."""
    said: dict[object, str] = {}
    for number, chunk in enumerate(chunks):
        said.setdefault(number if chunk == "OR" else parse(chunk), chunk)
    return list(said.values())


def _not_yet(offered: set[Query], queries: Iterable[str]) -> list[str]:
    """Those of ``queries`` that ask for what none before them does; ``offered`` has these too then."""
    others = []
    for typed in queries:
        if (asked := parse(typed)) not in offered:
            offered.add(asked)
            others.append(typed)
    return others


def _found(answer: Answer, queries: list[str]) -> dict[str, Answer]:
    """The answers to those of ``queries`` that find something within the same narrowing."""
    answers = answers_together(answer, queries) if queries else []
    return {one.question.typed: one for one in answers if one.hits}


def _way(answer: Answer, form: SearchForm, found: Answer) -> Way:
    typed, hits = found.question.typed, found.hits
    years = _years_of(hits) if answer.query.times and not found.query.times else ""
    return Way(typed, len(hits), hits.more, form.address(q=typed), years)


def _missing(answer: Answer, chunks: list[str], wider: list[tuple[str, ...]]) -> list[str]:
    """The words that occur nowhere by themselves, and mean nobody who was meant.

    Asked with them is for what is found without each of the narrowings in ``wider``, which is shown too.
    """
    words = [chunk for chunk in chunks if WORD.fullmatch(chunk)]
    if len(chunks) < 2:
        return words  # nothing was found
    alone = [Answer(replace(answer.question, typed=word)) for word in words]
    for one in alone:
        one.known.rows, one.people = answer.known.rows, answer.people
    unnarrowed = [(answer, answer.wider(names)) for names in wider]
    look_together([*((one, one.question.narrowing) for one in alone), *unnarrowed])
    return [one.question.typed for one in alone if not one.hits]


def _respelled(chunks: list[str], near: dict[str, list[str]]) -> Iterator[str]:
    """The query with the words that occur nowhere in near spellings, and without those that have none."""
    spellings = [[chunk] for chunk in chunks]
    for place, chunk in enumerate(chunks):
        if chunk in near:
            others = [word for word in near[chunk] if stem(word) != stem(chunk)]
            spellings[place] = others[:MOST_SPELLINGS] or [""]
    if spellings != [[chunk] for chunk in chunks]:
        yield from (typed for words in islice(product(*spellings), MOST_TRIED) if (typed := _joined(words)))


def _joined(words: Iterable[str]) -> str:
    """The words that are left, without an OR that has nothing on one of its sides."""
    return " ".join(filter(None, words)).removeprefix("OR ").removesuffix(" OR")


def _years(query: Query) -> Iterator[str]:
    """Where nothing but a time is asked for, the years of its days or months."""
    if query.is_time:
        yield from sorted({str(time.year) for time in query.times if time.month})


def _shortened(chunks: list[str]) -> Iterator[str]:
    """The query without one of its words, and without the quotation marks of a phrase."""
    for place, chunk in enumerate(chunks):
        if chunk.startswith('"') and " " in chunk:
            yield " ".join([*chunks[:place], chunk.strip('"'), *chunks[place + 1 :]])
    words = [place for place, chunk in enumerate(chunks) if chunk != "OR"]
    if len(words) > 1:
        for place in words:
            yield _joined(chunk for other, chunk in enumerate(chunks) if other != place)


@dataclass(frozen=True)
class Place:
    """What a search can be narrowed to: parts of its address, their names in ``Narrowing``, the rest in words."""

    parts: tuple[str, ...]
    narrowings: tuple[str, ...]
    others: str | Promise
    #: By which hits are counted to say where they are.
    counted_by: str


PLACES = [
    Place(("kind",), ("kind",), _("Among other kinds of record"), "kind"),
    Place(("speaker",), ("speaker",), _("By other speakers"), "speaker"),
    Place(("topic",), ("topic",), _("On other topics"), "topic"),
    Place(("from", "to"), ("year_from", "year_to"), _("In other years"), "year"),
    Place(("event_kind",), ("event_kind",), _("At other kinds of event"), "event_kind"),
    Place(("evidence",), ("evidence",), _("Known in another way"), "evidence"),
    Place(("language",), ("language",), _("In another language"), "language"),
]
#: Years, kinds and the like that are named.
MOST_NAMED = 4


def _in_force(form: SearchForm) -> list[Place]:
    """What this search is narrowed to."""
    names = form.narrowed_by()
    return [place for place in PLACES if not set(place.parts).isdisjoint(names)]


def _unnarrowed(answer: Answer, form: SearchForm) -> Iterator[Way]:
    """Without each narrowing in force, and where the hits are then; without all of them."""
    in_force = _in_force(form)
    all_of_them = [name for place in in_force for name in place.narrowings]
    answer.look_without([*(place.narrowings for place in in_force), all_of_them])
    there = {place.counted_by: answer.without(*place.narrowings) for place in in_force}
    answer.bring_names(
        there["speaker"].count_by("speakers") if "speaker" in there else Counter(),
        there["topic"].about if "topic" in there else Counter(),
    )
    for place in in_force:
        hits = answer.without(*place.narrowings)
        if hits:
            label = ": ".join(filter(None, [str(place.others), _where(answer, hits, place.counted_by, form)]))
            yield Way(label, len(hits), hits.more, form.address(**dict.fromkeys(place.parts, "")))
    if len(in_force) > 1:
        hits = answer.without(*all_of_them)
        if hits:
            years = _years_of(hits) if "year" in [place.counted_by for place in in_force] else ""
            yield Way(gettext("In the whole archive"), len(hits), hits.more, form.without_narrowing(), years)


def _where(answer: Answer, hits: Hits, counted_by: str, form: SearchForm) -> str:
    """ "2019, 2022": the years, speakers, kinds, … of most hits; years in their order."""
    if counted_by == "year":
        return _years_of(hits)
    if counted_by == "speaker":
        named = answer.most_frequent_speakers(hits.count_by("speakers"))
        return ", ".join(one.name for one, _number in named[:MOST_NAMED])
    if counted_by == "topic":
        return ", ".join(one.name for one, _number in answer.most_frequent_topics(hits)[:MOST_NAMED])
    most = hits.count_by(counted_by).most_common(MOST_NAMED)
    return ", ".join(form.label_of_value(counted_by, value) for value, _number in most)


def _years_of(hits: Hits) -> str:
    return ", ".join(
        str(year) for year in sorted(year for year, _number in hits.by_year.most_common(MOST_NAMED))
    )
