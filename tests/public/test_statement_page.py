import json
from datetime import date

import pytest
from django.utils import timezone

from events.models import Statement
from events.withdrawing import withdraw_statement
from publishing.deeds import return_to_draft, withdraw
from publishing.richtext import plain_text
from tests.factories import AppearanceFactory, PublicEventFactory, StatementFactory, event_with_statements
from tests.html import squeezed

pytestmark = [pytest.mark.django_db, pytest.mark.rendering]


def page_of(client, statement) -> str:
    response = client.get(statement.get_absolute_url())
    assert response.status_code == 200
    return squeezed(response.content.decode())


def test_statement_stands_alone_with_the_report_around_it(client):
    event = event_with_statements("Trade will grow.", "The border is closed.", "Nobody knows why.")
    statement = event.statements.all()[1]

    body = page_of(client, statement)

    context = body.split('class="context"')[1].split("</p>")[0]
    assert context.index("Trade will grow.") < context.index("<mark") < context.index("Nobody knows why.")
    assert f'<a href="{event.get_absolute_url()}#p-{statement.pk}">Read it in place</a>' in body


def test_context_reads_as_its_report_does(client):
    """No blank comes between words and the marks round them."""
    report = "<p>He said: “Trade will grow.” Nobody (but <em>he</em>) knew.</p>"
    statement = event_with_statements("Trade will grow.", report=report).statements.get()

    context = page_of(client, statement).split('class="context"')[1].partition(">")[2].split("</p>")[0]

    assert " ".join(plain_text(context).split()) == "He said: “Trade will grow.” Nobody (but he) knew."


def test_context_leaves_out_the_words_of_a_withdrawn_neighbour(client):
    event = event_with_statements("Trade will grow.", "The border is closed.")
    first, second = event.statements.all()
    withdraw_statement(first, "Put into the wrong mouth.")

    body = page_of(client, second)

    assert "Trade" not in body
    assert "[…]" in body


@pytest.mark.parametrize(
    ("evidence", "marks", "cited", "kind"),
    [
        ("quote", "“Trade will grow.”", "quoted in", "Quotation"),
        ("mixed", "Trade will grow.", "paraphrased with quoted words in", "Claim"),
        ("paraphrase", "Trade will grow.", "paraphrased in", "Claim"),
    ],
)
def test_page_citation_and_data_say_alike_how_we_know(client, evidence, marks, cited, kind):
    statement = StatementFactory(text="Trade will grow.", evidence=evidence, own_words=False)

    response = client.get(statement.get_absolute_url())

    assert f">{marks}<" in response.content.decode()
    assert f", {cited} “" in response.context["citation"]
    assert response.context["meta"].data["@type"] == kind


def test_data_carries_the_place_in_the_report_as_a_text_quote_selector(client):
    event = event_with_statements("Trade will grow.", "The border is closed.")
    statement = event.statements.all()[1]

    body = page_of(client, statement)

    data = json.loads(body.split('<script type="application/ld+json">')[1].split("</script>")[0])
    assert data["oa:hasSelector"] == {
        "@type": "oa:TextQuoteSelector",
        "oa:exact": "The border is closed.",
        "oa:prefix": "Trade will grow. ",
    }


def test_neighbours_are_those_of_the_same_speaker_across_events(client):
    first = StatementFactory()
    elsewhere = AppearanceFactory(
        speaker=first.appearance.speaker, event=PublicEventFactory(date=date(2020, 1, 1))
    )
    second = StatementFactory(appearance=elsewhere)
    StatementFactory()

    body = page_of(client, first)

    assert 'After, <time datetime="2020-01-01">1 January 2020</time>' in body
    assert f'<a rel="next" href="/statements/{second.pk}/">{elsewhere.event.title}</a>' in body
    assert "Before," not in body
    assert "All 2 positions" in body


def test_withdrawn_statement_answers_410_with_its_note_and_without_its_words(client):
    statement = StatementFactory(text="Trade will grow.", appearance__speaker__name="Anna Berg")
    withdraw_statement(statement, "Put into the wrong mouth.")

    response = client.get(statement.get_absolute_url())

    body = squeezed(response.content.decode())
    assert response.status_code == 410
    assert "Put into the wrong mouth." in body
    assert f'href="{statement.event.get_absolute_url()}"' in body
    assert "Trade" not in body
    assert "Anna Berg" not in body


def test_statement_of_a_withdrawn_event_answers_410_and_does_not_lead_there(client):
    statement = StatementFactory(appearance__event__title="Open evening")
    withdraw(statement.event, "The speakers had not agreed.")

    response = client.get(statement.get_absolute_url())

    assert response.status_code == 410
    assert "The speakers had not agreed." in response.content.decode()
    assert "Open evening" not in response.content.decode()


def test_statement_withdrawn_from_a_draft_was_never_there(client):
    statement = StatementFactory()
    return_to_draft(statement.event)
    Statement.objects.filter(pk=statement.pk).update(withdrawn_at=timezone.now(), withdrawal_note="No.")

    assert client.get(statement.get_absolute_url()).status_code == 404
