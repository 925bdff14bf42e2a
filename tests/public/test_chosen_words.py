"""A link to some words of a statement says whose they are, marks them and cites them."""

import pytest

from events.quotation import Known
from tests.factories import event_with_statements
from tests.html import squeezed
from tests.public.test_evidence_everywhere import statement_known

pytestmark = [pytest.mark.django_db, pytest.mark.rendering]


def page_of(client, statement, asked: str):
    response = client.get(f"{statement.get_absolute_url()}?words={asked}")
    assert response.status_code == 200
    return response.context["chosen"], squeezed(response.content.decode())


@pytest.mark.parametrize(
    ("known", "asked", "marked", "cited", "warns"),
    [
        (Known.QUOTE, "1-2", "“Freight must", "“Freight must” Anna Berg, quoted in", False),
        (Known.QUOTE, "2-3", "must wait.”", "“must wait.” Anna Berg, quoted in", False),
        (Known.PARAPHRASE, "2-3", "has to", "The report’s words: has to. Anna Berg, paraphrased in", True),
        (Known.MIXED, "4-5", "<q>“for years”</q>", "“for years” Anna Berg, paraphrased with", False),
        (
            Known.MIXED,
            "1-4",
            "Freight will wait <q>“for</q>",
            "The report’s words: Freight will wait “for. Anna",
            True,
        ),
        (Known.SUMMARY, "1-1", "Freight", "The archive’s words: Freight. Anna Berg, as summed up", True),
    ],
)
def test_chosen_words_are_marked_and_cited_as_whose_they_are(client, known, asked, marked, cited, warns):
    statement = statement_known(known)

    chosen, page = page_of(client, statement, asked)

    assert f'<mark class="words__chosen">{marked}</mark>' in page
    assert chosen.citation.startswith(cited)
    assert chosen.address == f"http://testserver{statement.get_absolute_url()}?words={asked}#words"
    assert chosen.address in chosen.citation
    assert bool(chosen.warning) == warns and (chosen.warning in page)


def test_words_that_are_not_there_show_the_statement_as_it_is(client):
    statement = statement_known(Known.QUOTE)

    for asked in ("0-1", "3-2", "1-9", "x", "1", "", "99999999-1"):
        chosen, page = page_of(client, statement, asked)
        assert chosen is None and ">Link to these words<" not in page


def test_link_into_the_report_finds_the_passage_without_the_browsers_help(client):
    statement = statement_known(Known.PARAPHRASE)

    chosen, page = page_of(client, statement, "2-3")

    assert chosen.in_report.endswith(f"{statement.event.get_absolute_url()}#p-{statement.pk}:~:text=has%20to")
    assert f'id="p-{statement.pk}"' in client.get(statement.event.get_absolute_url()).content.decode()


def test_link_into_the_report_has_no_hyphen_that_would_part_its_words(client):
    statement = event_with_statements("Freight, pre- and post-war, must wait.").statements.get()

    chosen, _page = page_of(client, statement, "1-2")

    assert chosen.in_report.endswith(":~:text=Freight%2C%20pre%2D")
