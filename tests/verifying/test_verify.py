"""Each of the six answers, and what no answer may give away."""

from datetime import timedelta

import pytest
from django.utils import timezone

from events.models import Event, Statement
from events.withdrawing import withdraw_statement
from publishing.changes import unit_of_work
from publishing.models import Correction
from tests.factories import AppearanceFactory, PublicEventFactory, SpeakerFactory, StatementFactory
from verifying.verify import Verdict, verify

pytestmark = [pytest.mark.django_db, pytest.mark.rendering]

WORDS = "The harbour will close in spring, and nobody has asked us."


@unit_of_work()
def said(text: str = WORDS, name: str = "Anna Berg", **fields) -> Statement:
    speaker = SpeakerFactory(name=name)
    event = fields.pop("event", None) or PublicEventFactory(title="Evening")
    appearance = AppearanceFactory(event=event, speaker=speaker, printed_name=name)
    return StatementFactory(
        appearance=appearance, text=text, **{"evidence": "quote", "own_words": False} | fields
    )


def answer(text: str):
    (one,) = verify(text).answers
    return one


def test_same_words_of_the_same_person_are_word_for_word_with_their_statement():
    statement = said()

    one = answer("“The harbour will close in spring,” Anna Berg said.")

    assert (one.verdict, one.statement) == (Verdict.WORD_FOR_WORD, statement)
    assert one.note == "6 words of a longer passage: read here what stands round them."


def test_changed_words_come_with_their_differences():
    statement = said()

    one = answer("“The airport will close in spring, and nobody has asked us,” Anna Berg said.")

    assert (one.verdict, one.statement) == (Verdict.CHANGED, statement)
    assert [(piece.where, piece.text) for piece in one.differences][1:3] == [
        ("there", "airport"),
        ("here", "harbour"),
    ]


@pytest.mark.parametrize("fields", [{"evidence": "paraphrase"}, {"evidence": "quote", "own_words": True}])
@pytest.mark.parametrize("text", [f"Anna Berg: “{WORDS}”", f"Anna Berg said that {WORDS}"])
def test_paraphrase_or_summary_is_never_word_for_word(fields, text):
    statement = said(**fields)

    one = answer(text)

    assert (one.verdict, one.statement) == (Verdict.PARAPHRASE, statement)


def test_of_what_is_quoted_in_part_only_the_quoted_words_are_the_speakers():
    said(
        "She called the harbour “a door that nobody has ever opened”, and left it at that.", evidence="mixed"
    )

    assert answer("Anna Berg: “a door that nobody has ever opened”").verdict == Verdict.WORD_FOR_WORD
    assert answer("Anna Berg: “She called the harbour a door”").verdict != Verdict.WORD_FOR_WORD
    assert answer("Anna Berg: “nobody has ever opened, and left it”").verdict != Verdict.WORD_FOR_WORD


def test_words_of_another_are_said_by_somebody_else():
    statement = said()
    said("Trade will grow.", "Boris Lind")

    for name in ("Boris Lind", "Walter Brandreth", "Maria Berg"):
        one = answer(f"{name} said: “{WORDS}”")

        assert (one.verdict, one.statement) == (Verdict.SOMEBODY_ELSE, statement), name


def test_under_the_rule_nobody_is_said_to_be_another():
    said("Trade will grow.")
    closed = PublicEventFactory(record_rule=Event.RecordRule.CHATHAM_HOUSE)
    Statement.objects.create(event=closed, attribution="A banker", text=WORDS, evidence="quote")

    one = answer(f"Anna Berg said: “{WORDS}”")

    assert one.verdict == Verdict.NOT_HERE
    assert one.note == "These words are recorded under “A banker”; who that was, the archive does not say."


def test_withdrawn_words_are_told_to_be_withdrawn_and_never_shown():
    statement = said()
    withdraw_statement(statement, "Put into the wrong mouth.")

    one = answer("Anna Berg said: “The harbour will close in spring.”")
    near = answer("Anna Berg said: “The harbour will open in spring.”")

    assert (one.verdict, one.withdrawn, one.statement) == (Verdict.SINCE, statement, None)
    assert (near.verdict, near.withdrawn, near.statement, near.differences) == (
        Verdict.NOT_HERE,
        None,
        None,
        (),
    )


@pytest.mark.parametrize("of_event", [False, True])
def test_what_a_correction_put_right_was_corrected_since(of_event):
    statement = said("The quota was seven million tonnes that spring.")
    correction = Correction.objects.create(
        item=statement.event if of_event else statement,
        text="We gave nine million; it was seven.",
        date="2019-05-03",
    )

    one = answer("Anna Berg: “The quota was nine million tonnes that spring.”")
    other = answer("Anna Berg: “The quota was eight million tonnes that spring.”")

    assert (one.verdict, one.correction) == (Verdict.SINCE, correction)
    assert other.verdict == Verdict.CHANGED


@pytest.mark.parametrize(
    "hidden",
    [
        {"status": "draft", "publish_at": None},
        {"status": "scheduled", "publish_at": timezone.now() + timedelta(days=1)},
    ],
)
def test_what_is_not_public_answers_nothing(hidden):
    public = said("Trade will grow.").appearance.speaker
    event = said(
        "Ships will wait until the autumn comes.", "Carla Moss", event=PublicEventFactory(**hidden)
    ).event
    theirs = AppearanceFactory(event=event, speaker=public, printed_name="Anna Berg")
    StatementFactory(appearance=theirs, text=WORDS, evidence="quote", own_words=False)

    for text in (f"“{WORDS}” Anna Berg said.", "Moss: “Ships will wait until the autumn comes.”"):
        one = answer(text)

        assert (one.verdict, one.statement, one.withdrawn) == (Verdict.NOT_HERE, None, None)
        assert "Carla" not in one.note + one.claim.speaker


@pytest.mark.parametrize(
    ("evidence", "words", "verdict"),
    [
        ("quote", WORDS, Verdict.WORD_FOR_WORD),
        ("paraphrase", WORDS, Verdict.PARAPHRASE),
        ("quote", WORDS.replace("spring", "May"), Verdict.CHANGED),
    ],
)
def test_quotation_without_a_name_may_be_anybodys(evidence, words, verdict):
    statement = said(evidence=evidence)

    one = answer(f"“{words}”")

    assert (one.verdict, one.statement) == (verdict, statement)
    assert one.note.startswith("Your text does not say whose words these are. ")
    assert answer(f"He said: “{words}”").verdict == Verdict.SOMEBODY_ELSE


def test_name_may_be_written_in_any_way_that_the_search_knows():
    said(name="Artyom Lukin")

    for name in ("Lukin", "Artem Lukin", "Артём Лукин", "Prof. Lukin"):
        assert answer(f"{name}: “{WORDS}”").verdict == Verdict.WORD_FOR_WORD, name


def test_more_claims_than_are_answered_are_counted():
    verified = verify("Anna Berg said: “It rains here all day.”\n\n" * 45)

    assert (len(verified.answers), verified.more) == (40, 5)
