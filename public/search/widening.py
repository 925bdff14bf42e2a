"""When nothing is found: other ways to ask, each with what it would find."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice, product

from public.search.form import SearchForm
from search.asking import Answer, Question
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


@dataclass(frozen=True)
class Ways:
    spellings: list[Way]
    fewer_words: list[Way]
    fewer_narrowings: list[Way]

    def __bool__(self):
        return bool(self.spellings or self.fewer_words or self.fewer_narrowings)


def ways_to_widen(answer: Answer, form: SearchForm) -> Ways:
    """Every way is asked, and shown only with public hits: a suggestion can betray nothing that is not found."""
    question = answer.question
    chunks = [match.group() for match in TOKEN.finditer(question.typed)][:MOST_WORDS]
    # What asks for the same as another way, or as was asked, is no suggestion.
    offered = {parse(question.typed)}
    fewer_words = _found(question, form, _shortened(chunks), offered)
    return Ways(
        spellings=_found(question, form, _respelled(answer, chunks), offered),
        fewer_words=fewer_words,
        fewer_narrowings=list(_unnarrowed(answer, form)),
    )


def _found(question: Question, form: SearchForm, queries: Iterator[str], offered: set[Query]) -> list[Way]:
    ways = []
    for typed in queries:
        if (asked := parse(typed)) in offered:
            continue
        offered.add(asked)
        hits = Answer(replace(question, typed=typed, page=1)).hits
        if hits.rows:
            ways.append(Way(typed, len(hits), hits.more, form.address(q=typed)))
        if len(ways) == SHOWN:
            break
    return ways


def _respelled(answer: Answer, chunks: list[str]) -> Iterator[str]:
    """The query with the words that occur nowhere in near spellings, and without those that have none."""
    spellings = [[chunk] for chunk in chunks]
    for place, chunk in enumerate(chunks):
        if WORD.fullmatch(chunk) and not _finds_something(answer, chunk):
            near = [word for word in near_words(chunk) if stem(word) != stem(chunk)]
            spellings[place] = near[:MOST_SPELLINGS] or [""]
    if spellings != [[chunk] for chunk in chunks]:
        yield from (typed for words in islice(product(*spellings), MOST_TRIED) if (typed := _joined(words)))


def _joined(words: Iterable[str]) -> str:
    """The words that are left, without an OR that has nothing on one of its sides."""
    return " ".join(filter(None, words)).removeprefix("OR ").removesuffix(" OR")


def _finds_something(answer: Answer, word: str) -> bool:
    return bool(Answer(replace(answer.question, typed=word)).hits.rows)


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
    others: str
    #: By which hits are counted to say where they are; blank where their number is enough.
    counted_by: str = ""


PLACES = [
    Place(("kind",), ("kind",), "Among other kinds of record", "kind"),
    Place(("speaker",), ("speaker",), "By other speakers"),
    Place(("topic",), ("topic",), "On other topics"),
    Place(("from", "to"), ("year_from", "year_to"), "In other years", "year"),
    Place(("event_kind",), ("event_kind",), "At other kinds of event", "event_kind"),
    Place(("evidence",), ("evidence",), "Known in another way", "evidence"),
    Place(("language",), ("language",), "In another language", "language"),
]
#: Years, kinds and the like that are named.
MOST_NAMED = 4


def _unnarrowed(answer: Answer, form: SearchForm) -> Iterator[Way]:
    """Without each narrowing in force, and where the hits are then; without all of them."""
    names = form.narrowed_by()
    in_force = [place for place in PLACES if not set(place.parts).isdisjoint(names)]
    for place in in_force:
        hits = answer.without(*place.narrowings)
        if hits.rows:
            label = ": ".join(filter(None, [place.others, _where(hits, place, form)]))
            yield Way(label, len(hits), hits.more, form.address(**dict.fromkeys(place.parts, "")))
    if len(in_force) > 1:
        hits = answer.without(*(name for place in in_force for name in place.narrowings))
        if hits.rows:
            yield Way("In the whole archive", len(hits), hits.more, form.without_narrowing())


def _where(hits: Hits, place: Place, form: SearchForm) -> str:
    """ "2019, 2022": the years, kinds, … of most hits; years in their order."""
    if not place.counted_by:
        return ""
    counts = hits.by_year if place.counted_by == "year" else hits.count_by(place.counted_by)
    most = [value for value, _number in counts.most_common(MOST_NAMED)]
    if place.counted_by == "year":
        return ", ".join(map(str, sorted(most)))
    return ", ".join(form.label_of_value(place.counted_by, value) for value in most)
