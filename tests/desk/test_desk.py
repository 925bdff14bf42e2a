from datetime import UTC, datetime

from django.utils import timezone

from events.models import Event
from keeping.models import Backup
from tests.desk.pages import ADD_EVENT, form_on
from tests.factories import EventFactory, OpinionFactory, event_with_statements


def desk(client):
    return client.get("/admin/").context


def test_desk_shows_an_editors_own_incomplete_drafts_and_what_they_lack(client, editor):
    EventFactory(title="Somebody else's")
    client.post(ADD_EVENT, form_on(client, ADD_EVENT) | {"title": "Mine"})

    (line,) = desk(client)["drafts"]

    assert line["event"].title == "Mine"
    assert line["gaps"] == ["no date", "no speakers", "no statements", "no lead"]


def test_desk_shows_the_longest_untouched_draft_first(client, editor):
    for title in ["First", "Second"]:
        client.post(ADD_EVENT, form_on(client, ADD_EVENT) | {"title": title})
    Event.objects.filter(title="Second").update(updated_at=timezone.now() - timezone.timedelta(days=9))

    lines = desk(client)["drafts"]

    assert [(line["event"].title, line["waits"], line["late"]) for line in lines] == [
        ("Second", "9 days", True),
        ("First", "0 min", False),
    ]


def test_desk_shows_what_is_scheduled_soonest_first(client, publisher):
    EventFactory(title="Later", status="scheduled", publish_at=datetime(2990, 1, 1, tzinfo=UTC))
    OpinionFactory(title="Sooner", status="scheduled", publish_at=datetime(2980, 1, 1, tzinfo=UTC))
    EventFactory(title="Out", status="scheduled", publish_at=datetime(2019, 1, 1, tzinfo=UTC))

    assert [str(line["item"]) for line in desk(client)["scheduled"]] == ["Sooner", "Later"]


def test_desk_shows_a_publisher_the_drafts_that_lack_nothing(client, publisher):
    event_with_statements("Engines will compose.", title="Whole", lead="A lead.", status="draft")
    EventFactory(title="Bare")

    assert [line["event"].title for line in desk(client)["ready"]] == ["Whole"]


def test_desk_tells_what_happened_lately(client, publisher):
    event = event_with_statements("Engines will compose.", title="Engines", status="draft")
    event.appearances.update(printed_post="Analyst")
    client.post("/admin/events/event/", {"action": "publish_selected", "_selected_action": [event.pk]})

    page = client.get("/admin/").content.decode()

    assert "<b>You</b> changed" in page and "Published." in page


def test_desk_counts_lost_places_as_a_decision(client, editor):
    event_with_statements("Engines will compose.", report="<p>Nothing like it.</p>")

    assert desk(client)["lost"] == 1


def test_desk_takes_few_queries(client, publisher, django_assert_max_num_queries):
    for number in range(10):
        event_with_statements(
            "Engines will compose.", title=f"Whole {number}", lead="A lead.", status="draft"
        )
    client.get("/admin/")

    with django_assert_max_num_queries(21):
        client.get("/admin/")


def test_desk_says_how_old_the_last_backup_is(client, editor):
    nothing = client.get("/admin/").content.decode()
    for days in (30, 9):
        made_at = timezone.now() - timezone.timedelta(days=days)
        Backup.objects.create(made_at=made_at, size=1, file_name="backup.zip")

    page = client.get("/admin/").content.decode()

    assert "None has been made yet." in nothing
    assert "9 days ago" in page and "30 days" not in page
    assert '<span class="tag warn">Old</span>' in page


def test_desk_has_no_warning_for_a_backup_of_today(client, editor):
    Backup.objects.create(made_at=timezone.now(), size=1, file_name="backup.zip")

    assert '<span class="tag warn">' not in client.get("/admin/").content.decode()
