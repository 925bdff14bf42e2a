import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import AuthorshipFactory, event_with_statements

pytestmark = pytest.mark.django_db

#: What nobody reads in a list, by table and column.
LONG_TEXTS = ['"events_event"."report"', '"opinions_opinion"."body"']


@pytest.mark.parametrize(
    "app", ["events/event", "events/statement", "opinions/opinion", "publishing/correction"]
)
def test_list_reads_no_whole_report_to_print_a_title(client, publisher, app):
    event = event_with_statements("Engines will compose.")
    for item in (event, event.statements.get(), AuthorshipFactory().opinion):
        item.corrections.create(text="It was 1843.")

    with CaptureQueriesContext(connection) as queries:
        response = client.get(f"/admin/{app}/")

    assert response.context["cl"].result_count >= 1
    assert [q["sql"] for q in queries if any(text in q["sql"] for text in LONG_TEXTS)] == []
