"""What nobody's browser sends by itself: keys, filters and addresses made by hand."""

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.contrib.contenttypes.models import ContentType
from django.test import Client
from django.urls import reverse

from events.models import Event
from intake.models import Intake
from opinions.models import Opinion
from publishing.changes import unit_of_work
from tests.desk.pages import change_page, errors_on, form_on, messages_on
from tests.factories import (
    AppearanceFactory,
    EventFactory,
    OpinionFactory,
    PublicEventFactory,
    SpeakerFactory,
    StatementFactory,
    TopicFactory,
)

pytestmark = pytest.mark.django_db

NO_KEYS = ["abc", "-1", "9" * 30, "٣", "²", "1.5", "", "1 ", "\0", "None"]
LISTS = [
    "events/event",
    "events/statement",
    "events/topic",
    "events/series",
    "events/venue",
    "opinions/opinion",
    "people/speaker",
    "people/organisation",
    "publishing/correction",
    "auth/user",
    "auth/group",
    "intake/intake",
]
ACTIONS = {
    "events/event": ["publish_selected", "withdraw_selected", "return_selected"],
    "events/statement": ["withdraw_selected", "restore_selected"],
    "opinions/opinion": ["publish_selected", "withdraw_selected", "return_selected"],
    "people/speaker": ["merge_selected"],
}


@pytest.fixture
def superuser(client):
    user = User.objects.create_superuser("root", password="quiet harbour at dawn")
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return user


@pytest.mark.parametrize("key", NO_KEYS)
@pytest.mark.parametrize("app", LISTS)
def test_list_action_on_what_is_no_key_is_told(client, superuser, app, key):
    for action in ["delete_selected", *ACTIONS.get(app, [])]:
        response = client.post(f"/admin/{app}/", {"action": action, "_selected_action": [key]}, follow=True)

        assert response.status_code == 200
        assert messages_on(response), (action, key)


def test_one_wrong_key_among_right_ones_changes_nothing(client, publisher):
    event = EventFactory()
    chosen = {"action": "publish_selected", "_selected_action": [event.pk, "abc"]}

    response = client.post("/admin/events/event/", chosen, follow=True)

    event.refresh_from_db()
    assert event.status == "draft"
    assert messages_on(response) == ["Nothing was done: one of those chosen is no record."]


@pytest.mark.parametrize(
    ("app", "query"),
    [
        ("events/event", "title__regex=(a%2B)%2B$"),
        ("events/event", "title__iregex=(a%2B)%2B$"),
        ("events/event", "venue__name__regex=(a%2B)%2B$"),
        ("events/event", "topics__name__iregex=(a%2B)%2B$"),
        ("events/event", "date__year__regex=(a%2B)%2B$"),
        ("events/event", "title__search=x"),
        ("events/event", "title__trigram_similar=x"),
        ("events/event", "title__unaccent=x"),
        ("events/event", "report__contains=x"),
        ("events/statement", "event__title__regex=(a%2B)%2B$"),
        ("events/statement", "event__status__regex=(a%2B)%2B$"),
        ("events/statement", "text__regex=(a%2B)%2B$"),
        ("opinions/opinion", "body__iregex=(a%2B)%2B$"),
        ("people/speaker", "variants__name__regex=(a%2B)%2B$"),
        ("people/speaker", "country__regex=(a%2B)%2B$"),
        ("auth/user", "password__startswith=md5"),
        ("auth/user", "username__regex=(a%2B)%2B$"),
        ("publishing/correction", "content_type__app_label__regex=(a%2B)%2B$"),
        *[(app, f"pk__{asked}") for app in LISTS for asked in ("regex=(a%2B)%2B$", "iregex=1", "range=1")],
        ("events/topic", "number_of_events__regex=(a%2B)%2B$"),
        ("events/topic", "events__pk__regex=(a%2B)%2B$"),
        ("people/speaker", "events_attended__regex=(a%2B)%2B$"),
        ("people/speaker", "events_attended=1"),
        ("events/event", "topics__pk__regex=(a%2B)%2B$"),
        ("events/event", "topics__id__regex=(a%2B)%2B$"),
        ("events/event", "year__regex=(a%2B)%2B$"),
        ("events/event", "statuses=draft"),
        ("publishing/logbookentry", "pk__regex=(a%2B)%2B$"),
        ("house/page", "pk__regex=(a%2B)%2B$"),
        ("events/event", f"topics__id__in={'1,' * 3000}"),
        ("events/event", f"status__in={'draft,' * 3000}"),
        ("events/event", "&".join(f"status__exact={number}" for number in range(1500))),
        ("events/event", f"o={'.'.join(['1'] * 2500)}"),
    ],
)
def test_filter_that_no_list_offers_leads_back_to_the_whole_list(client, superuser, app, query):
    response = client.get(f"/admin/{app}/?{query}")

    assert (response.status_code, response.get("Location")) == (302, f"/admin/{app}/?e=1")


@pytest.mark.parametrize(
    "field", ["id", "pk", "slug", "events", "appearances", "nothing", "\0", "topics", "name"]
)
@pytest.mark.parametrize("app", ["events/topic", "people/speaker", "events/event", "auth/user"])
def test_to_field_by_hand_is_answered(client, superuser, app, field):
    for page in ("", "add/"):
        assert client.get(f"/admin/{app}/{page}", {"_to_field": field}).status_code in (200, 400)


@pytest.mark.parametrize("key", ["9" * 30, "9223372036854775808", "abc", "٣"])
def test_key_that_nobody_can_have_is_told_where_several_are_chosen(client, superuser, key):
    group = Group.objects.create(name="Guests")
    forms = {
        change_page(superuser): ("groups", "user_permissions"),
        change_page(group): ("permissions",),
        change_page(EventFactory()): ("topics",),
    }

    for page, fields in forms.items():
        told = errors_on(client.post(page, form_on(client, page) | dict.fromkeys(fields, key)))
        assert set(told) == set(fields)


def test_copy_that_no_screen_offers_is_not_made(client, superuser):
    for record in (superuser, EventFactory(title="One")):
        page = change_page(record)
        sent = form_on(client, page) | {"username": "another", "_saveasnew": "1"}
        assert client.post(page, sent).status_code == 400
    assert (User.objects.count(), Event.objects.count()) == (1, 1)


def test_account_that_is_sent_to_be_looked_at_is_not_saved(client, superuser):
    page = change_page(superuser)

    for button in ("_preview", "_kept"):
        response = client.post(page, form_on(client, page) | {"first_name": "Ada", button: "1"})
        superuser.refresh_from_db()
        assert (response.status_code, superuser.first_name) == (200, "")


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("address", ["history", "withdraw", "delete", "change", "r"])
def test_post_where_nobody_sends_one_is_answered(client, address):
    root = User.objects.create_superuser("root", password="quiet harbour at dawn")
    client.force_login(root, backend="django.contrib.auth.backends.ModelBackend")
    event = PublicEventFactory()
    page = on_site(event) if address == "r" else f"/admin/events/event/{event.pk}/{address}/"

    assert client.post(page).status_code in (200, 302, 403)


# --- View on site ---


def on_site(item) -> str:
    return reverse("admin:view_on_site", args=[ContentType.objects.get_for_model(item).pk, item.pk])


@unit_of_work()
def drafts() -> list:
    statement = StatementFactory(
        appearance__event=EventFactory(title="Secret talk"), text="A secret position."
    )
    appearance = AppearanceFactory(event=statement.event)
    intake = Intake.objects.create(text="Secret report.", proposal={}, decisions={})
    return [
        statement.event,
        statement,
        appearance,
        OpinionFactory(title="Secret view"),
        SpeakerFactory(name="Secret Person"),
        TopicFactory(name="Secret plans"),
        intake,
    ]


def test_staff_without_rights_learn_no_address(client):
    user = User.objects.create_user("guest", is_staff=True)
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")

    for item in drafts():
        response = client.get(on_site(item))
        assert response.status_code == 404, item
        assert "secret" not in str(response.headers).lower()


def test_staff_with_rights_to_something_else_learn_no_address(client):
    user = User.objects.create_user("guest", is_staff=True)
    user.user_permissions.add(Permission.objects.get(codename="change_opinion"))
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")

    answers = {type(item): client.get(on_site(item)).status_code for item in drafts()}

    assert answers.pop(Opinion) == 302
    assert set(answers.values()) == {404}


def test_editor_is_led_to_the_page_of_a_draft(client, editor):
    event = EventFactory(title="Not out yet")

    response = client.get(on_site(event))

    assert response["Location"] == f"http://testserver{event.get_absolute_url()}"


@pytest.mark.parametrize("key", ["0", "abc", "9" * 30, "-1", "٣"])
def test_view_on_site_takes_any_address(client, editor, key):
    here = ContentType.objects.get_for_model(PublicEventFactory()).pk

    for address in (f"/admin/r/{here}/{key}/", f"/admin/r/{key}/1/"):
        assert client.get(address).status_code == 404, address


def test_visitor_is_sent_to_the_log_in():
    assert Client().get(on_site(PublicEventFactory())).url.startswith("/admin/login/")
