"""The same queries find the same records in the same order on SQLite and on PostgreSQL.

same_on_both.json holds each query and what it finds in the demonstration archive, for both databases. When the
archive or the ranking changes on purpose, REWRITE_SEARCHES=1 writes the file anew; read its diff before it is kept.
"""

import json
import os
from pathlib import Path

import pytest

from events.models import Event, Statement, Topic
from opinions.models import Opinion
from public.search.form import SearchForm
from search.asking import Answer
from search.models import Kind

FILE = Path(__file__).parent / "same_on_both.json"
CASES = json.loads(FILE.read_text(encoding="utf-8"))
pytestmark = pytest.mark.django_db

#: Hits of each query that are compared one by one; of the rest, their number.
COMPARED = 20


@pytest.fixture(scope="module")
def archive(demonstration):
    if os.environ.get("REWRITE_SEARCHES"):
        rewritten = [{"asked": case["asked"]} | answered(case["asked"]) for case in CASES]
        FILE.write_text(json.dumps(rewritten, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def answered(asked: dict) -> dict:
    """People and hits, each by what is the same in every copy of the archive."""
    form = SearchForm({name: str(value) for name, value in asked.items()})
    assert form.is_valid(), form.problems
    answer = Answer(form.question())
    return {
        "people": [match.spelling for match in answer.people],
        "count": len(answer.hits),
        "hits": [in_words(hit.kind, hit.object_id) for hit in answer.ordered[:COMPARED]],
    }


def in_words(kind: str, pk: int) -> str:
    if kind == Kind.STATEMENT:
        statement = Statement.objects.get(pk=pk)
        return f"{statement.event.date:%Y-%m-%d} {statement.said_by}: {statement.text[:60]}"
    model = {Kind.EVENT: Event, Kind.OPINION: Opinion, Kind.TOPIC: Topic}[Kind(kind)]
    return model.objects.get(pk=pk).get_absolute_url()


@pytest.mark.parametrize("case", CASES, ids=lambda case: " ".join(map(str, case["asked"].values()))[:60])
def test_a_query_finds_the_same_in_the_same_order(archive, case):
    assert {"asked": case["asked"]} | answered(case["asked"]) == case


def test_there_are_enough_queries_of_every_sort():
    asked = [case["asked"] for case in CASES]

    assert len({json.dumps(one, sort_keys=True) for one in asked}) >= 40
    assert {name for one in asked for name in one} >= {
        "q", "kind", "speaker", "topic", "from", "to", "evidence", "event_kind", "language", "sort",
    }  # fmt: skip
    assert sum(bool(case["hits"]) for case in CASES) >= 40
