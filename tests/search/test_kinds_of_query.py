"""What a reader may type beyond plain words, kind by kind: the table kinds_of_query.toml, on either database."""

import tomllib
from datetime import date
from pathlib import Path

import pytest
from django.db import transaction

from events.models import Statement
from publishing.changes import unit_of_work
from search.asking import Answer, Question
from search.finding import Narrowing
from search.models import Abbreviation
from tests.factories import AppearanceFactory, PublicEventFactory, StatementFactory, TopicFactory

TABLE = tomllib.loads((Path(__file__).parent / "kinds_of_query.toml").read_text(encoding="utf-8"))
SAID = TABLE.pop("said")
CASES = [(kind, case) for kind, cases in TABLE.items() for case in cases]
#: What words of the table are like, and were taken for.
NAMES_LIKE_WORDS = (
    "Ola Brede", "Anna Porter", "Walter Vater", "Ludo Banck", "Tan Wei", "Petteri Ahokallio", "Yin Hang", "Jing Ji",
    "Jin Rong", "Eun Haeng", "Li Qiang", "Shen Yubo", "Gong Doh", "Roger Rasson", "Rita Rossini", "Ernst Schön",
    "Alexey Maslov", "Leonid Zaytsev", "Han Do-gyeong", "Ryu Ji-an",
    "Ivan Levchenko", "Olga Smirnova",
)  # fmt: skip
pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def archive(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        with unit_of_work():
            load()
        yield
        transaction.set_rollback(True)


def load() -> None:
    Abbreviation.objects.create(short="CBDC", long="central bank digital currency")
    spring = PublicEventFactory(title="In spring", date=date(2019, 4, 26))
    later = PublicEventFactory(title="Later", date=date(2022, 9, 1))
    lukin = AppearanceFactory(event=spring, speaker__name="Artyom Lukin")
    for name in NAMES_LIKE_WORDS:
        AppearanceFactory(event=later, speaker__name=name)
    from_quarzen = AppearanceFactory(
        event=later, speaker__name="Zdena Mlyn", printed_post="Harbourmaster, Quarzen Institute"
    )
    others = AppearanceFactory(event=later, speaker__name="Gesine Uhl")
    sayers = {"sanctioned": lukin, "other": lukin, "water": from_quarzen}
    topics = {"sanctioned": "Economic sanctions", "other": "Shipping"}
    for key, text in SAID.items():
        statement = StatementFactory(appearance=sayers.get(key, others), text=text)
        if key in topics:
            statement.topics.add(TopicFactory(name=topics[key]))


def found(answer: Answer) -> set[str]:
    keys = {text: key for key, text in SAID.items()}
    ids = [hit.object_id for hit in answer.ordered]
    return {keys[text] for text in Statement.objects.filter(pk__in=ids).values_list("text", flat=True)}


@pytest.mark.parametrize(("kind", "case"), CASES, ids=[f"{kind}: {case['query']}" for kind, case in CASES])
def test_each_kind_of_query_finds_what_it_means_and_nothing_else(archive, kind, case):
    answer = Answer(Question(case["query"], Narrowing(kind="statement")))

    assert found(answer) == set(case["finds"])
    assert [match.speaker.name for match in answer.people] == case.get("people", [])


def test_the_table_has_enough_of_every_kind():
    assert len(TABLE) == 7
    assert min(len(cases) for cases in TABLE.values()) >= 8
