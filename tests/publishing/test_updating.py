import pytest

from events.models import Statement
from publishing.updating import update_columns
from tests.factories import StatementFactory

pytestmark = pytest.mark.django_db


def test_named_columns_of_many_rows_are_stored_and_no_others(django_assert_num_queries):
    first, second = StatementFactory(text="Before."), StatementFactory(text="Before.")
    first.recording_offset, first.prefix, first.text = 7, "He said: “", "After."
    second.recording_offset, second.prefix = None, ""

    with django_assert_num_queries(1):
        update_columns([first, second], ["recording_offset", "prefix"])

    stored = Statement.objects.order_by("pk").values_list("recording_offset", "prefix", "text")
    assert list(stored) == [(7, "He said: “", "Before."), (None, "", "Before.")]
