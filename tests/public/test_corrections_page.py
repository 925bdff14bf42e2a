"""What was put right and what was taken back, on one page."""

from datetime import date

import pytest

from events.withdrawing import withdraw_statement
from publishing.deeds import withdraw
from publishing.models import Correction
from tests.factories import PublicEventFactory, event_with_statements
from tests.html import squeezed

pytestmark = pytest.mark.django_db


@pytest.fixture
def event():
    event = event_with_statements(
        "Trade will grow.", "The border is closed.", title="Grain in a Closed World"
    )
    Correction.objects.create(item=event, text="The quota was seven.", date=date(2020, 6, 25))
    withdraw_statement(event.statements.last(), "Credited to the wrong speaker.")
    return event


def listed(client, address="/corrections/") -> list[tuple]:
    return [(entry.called, entry.name, entry.text) for entry in client.get(address).context["entries"]]


def test_list_tells_what_was_put_right_the_newest_first(client, event):
    gone = PublicEventFactory(title="Never held")
    withdraw(gone, "It did not take place.")
    Correction.objects.create(item=event, text="Not yet.", date=date(2999, 1, 1))
    Correction.objects.create(item=PublicEventFactory(status="draft"), text="Never out.")

    statement = event.statements.last()
    assert listed(client) == [
        ("Withdrawn", f"Event {gone.pk}", "It did not take place."),
        ("Withdrawn", f"Statement {statement.pk}", "Credited to the wrong speaker."),
        ("Corrected", "Grain in a Closed World", "The quota was seven."),
    ]
    page = squeezed(client.get("/corrections/").content.decode())
    assert f'href="{statement.get_absolute_url()}"' in page
    assert "Never held" not in page
    assert "The border is closed" not in page


def test_list_can_be_narrowed_and_a_kind_that_cannot_be_leads_to_all(client, event):
    assert [kind for kind, *_ in listed(client, "/corrections/?kind=corrected")] == ["Corrected"]
    answer = client.get("/corrections/?kind=secret")
    assert (answer.status_code, "no such kind of correction" in answer.content.decode()) == (404, True)


def test_empty_archive_says_so(client):
    assert "Nothing has been corrected or withdrawn yet." in client.get("/corrections/").content.decode()


def test_number_of_queries_does_not_grow_with_the_entries(client, event, django_assert_num_queries):
    for number in range(15):
        Correction.objects.create(item=event, text=f"Number {number}.", date=date(2021, 1, 1))
    client.get("/about/")  # whose archive it is, a server asks once an edition

    with django_assert_num_queries(8):
        assert len(listed(client)) == 17
