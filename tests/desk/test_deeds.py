"""Who did what, when: written in the transaction of the deed, read by administrators, changed by nobody."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from publishing.deeds import publish, withdraw
from publishing.forgetting import forget_everywhere
from publishing.models import LogbookEntry
from tests.desk.pages import change_page, form_on
from tests.desk.users import PASSWORD, make_user
from tests.factories import AppearanceFactory, EventFactory, SpeakerFactory, event_with_statements

pytestmark = pytest.mark.django_db

DEEDS = "/admin/publishing/logbookentry/"


def told(**asked) -> list[tuple]:
    rows = LogbookEntry.objects.filter(**asked).order_by("pk")
    return [(entry.what, str(entry.by or ""), entry.called, entry.words) for entry in rows]


def test_log_ins_are_told_and_what_strangers_type_is_not():
    make_user("Editor", "tomas")
    for name, password in (("tomas", PASSWORD), ("tomas", "wrong"), ("my-password", "x"), ("other", "x")):
        Client().post("/admin/login/", {"username": name, "password": password})

    assert told() == [
        ("log-in", "tomas", "tomas", ""),
        ("failed", "", "tomas", ""),
        ("failed", "", "", "by a name that nobody has"),
    ]
    assert LogbookEntry.objects.latest("pk").times == 2


def test_publishing_with_open_checks_is_told_with_its_reason(client, publisher):
    event = event_with_statements("Engines will compose.", title="Engines", lead="A lead.", status="draft")
    sent = form_on(client, change_page(event)) | {"_publish": "on", "override_reason": "The post is secret."}
    LogbookEntry.objects.all().delete()

    client.post(change_page(event), sent)

    assert [one[:3] for one in told()] == [
        ("override", "publisher", "Engines"),
        ("publication", "publisher", "Engines"),
    ]
    assert "an empty post" in told()[0][3] and "The post is secret." in told()[0][3]


def test_a_deed_that_is_refused_or_undone_is_not_told(client, publisher):
    event = EventFactory(title="Bare", date=None)
    LogbookEntry.objects.all().delete()

    client.post("/admin/events/event/", {"action": "publish_selected", "_selected_action": [event.pk]})

    assert told() == []


def test_merges_and_withdrawals_and_rights_are_told(client, administrator):
    event = EventFactory(title="Engines", lead="A lead.")
    publish(event)
    withdraw(event, "By mistake.")
    kept, other = SpeakerFactory(name="Ada Lovelace"), SpeakerFactory(name="A. Lovelace")
    AppearanceFactory(speaker=other)  # whose event is told of in its own history
    client.post(f"/admin/people/speaker/merge/?a={kept.pk}&b={other.pk}", {"kept": kept.pk, "seen": ""})
    client.post(
        change_page(administrator), form_on(client, change_page(administrator)) | {"first_name": "Ines"}
    )

    assert [one[:3] for one in told(what__in=["publication", "withdrawal", "merge"])] == [
        ("publication", "", "Engines"),
        ("withdrawal", "", "Engines"),
        ("merge", "administrator", "Ada Lovelace"),
        ("merge", "administrator", "A. Lovelace"),
    ]
    assert told(what="rights")[-1] == ("rights", "administrator", "administrator", "Changed First name.")


def test_administrator_reads_deeds_by_who_what_and_when(client, administrator):
    LogbookEntry.objects.create(
        what="merge", by=administrator, called="Ada", at=timezone.now() - timedelta(9)
    )
    LogbookEntry.objects.create(what="export", words="The public archive", by=make_user("Publisher"))

    def shown(query: str) -> list[str]:
        return [entry.what for entry in client.get(f"{DEEDS}?{query}").context["cl"].result_list]

    assert {"export", "merge"} <= set(shown(""))
    at = timezone.localtime(LogbookEntry.objects.get(what="export").at)
    assert f"{at:%-d %b %Y, %H:%M}" in client.get(DEEDS).text  # by 24 hours, as everywhere
    assert shown("what__exact=merge") == ["merge"]
    assert shown(f"by__id__exact={administrator.pk}")[-1] == "merge"
    assert "merge" not in shown(f"at__gte={timezone.localdate()}T00:00:00Z")
    entry = LogbookEntry.objects.first()
    assert client.post(f"{DEEDS}{entry.pk}/change/", {"words": "Never."}).status_code == 403
    assert client.post(f"{DEEDS}{entry.pk}/delete/", {"post": "yes"}).status_code == 403
    assert client.get("/admin/publishing/logbookentry/?what__exact=nonsense").status_code in (200, 302)


def test_old_deeds_go_when_somebody_logs_in(settings):
    LogbookEntry.objects.create(what="merge", at=timezone.now() - settings.DEEDS_KEPT - timedelta(1))
    make_user("Editor", "tomas")

    Client().post("/admin/login/", {"username": "tomas", "password": PASSWORD})

    assert told(what="merge") == []


def test_a_name_is_forgotten_in_deeds():
    LogbookEntry.objects.create(what="merge", called="Hedvig Dahl", words="into Dahl")

    forget_everywhere(["Hedvig Dahl", "Dahl"])

    assert told() == [("merge", "", "[…]", "into […]")]
