"""When nothing is found: other ways to ask, each with what it would find."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice, product

from public.search.form import SearchForm
from search.asking import Answer, Question
from search.known_words import near_words
from search.query import TOKEN
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
    return Ways(
        spellings=_found(question, form, _respelled(answer, chunks)),
        fewer_words=_found(question, form, _shortened(chunks)),
        fewer_narrowings=list(_unnarrowed(answer, form)),
    )


def _found(question: Question, form: SearchForm, queries: Iterator[str]) -> list[Way]:
    ways = []
    for typed in dict.fromkeys(queries):
        if typed == question.typed:
            continue
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


#: A part of an address, and what it is called in ``Narrowing``.
IN_NARROWING = {"from": "year_from", "to": "year_to"}


def _unnarrowed(answer: Answer, form: SearchForm) -> Iterator[Way]:
    names = form.narrowed_by()
    for name in names:
        yield from _without(answer, form, f"Without “{form.label_of(name)}”", [name])
    if len(names) > 1:
        yield from _without(answer, form, "Without any narrowing", names)


def _without(answer: Answer, form: SearchForm, label: str, names: list[str]) -> Iterator[Way]:
    hits = answer.without(*(IN_NARROWING.get(name, name) for name in names))
    if hits.rows:
        yield Way(label, len(hits), hits.more, form.address(**dict.fromkeys(names, "")))
