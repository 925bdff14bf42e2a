import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.auth.models import Group, User
from django.test import Client

from desk.roles import make_roles
from events.models import Event, Topic
from events.withdrawing import withdraw_statement
from house.old_site.models import Redirect
from people.models import Organisation
from publishing.deeds import publish
from search.models import Abbreviation
from tests.at_once import at_once
from tests.desk.pages import change_page, form_on, messages_on
from tests.desk.users import make_user
from tests.factories import (
    EventFactory,
    OpinionFactory,
    PageFactory,
    PublicEventFactory,
    SeriesFactory,
    SpeakerFactory,
    StatementFactory,
    TopicFactory,
    VenueFactory,
    event_with_statements,
)

#: Each record that has a form, and a field of it that two people write.
RECORDS = {
    "event": (EventFactory, "lead"),
    "opinion": (OpinionFactory, "lead"),
    "speaker": (SpeakerFactory, "biography"),
    "topic": (TopicFactory, "description"),
    "series": (SeriesFactory, "description"),
    "venue": (VenueFactory, "address"),
    "organisation": (lambda: Organisation.objects.create(name="Institute"), "name"),
    "statement": (StatementFactory, "recording_offset"),
    "correction": (lambda: PublicEventFactory().corrections.create(text="It was 1843."), "text"),
    "page": (PageFactory, "lead"),
    "abbreviation": (lambda: Abbreviation.objects.create(short="CBDC", long="currency"), "long"),
    "redirect": (lambda: Redirect.objects.create(address="/old", target="/events/"), "target"),
    "user": (lambda: User.objects.create_user("eve", first_name="Eve"), "first_name"),
    "group": (lambda: Group.objects.create(name="Guests"), "name"),
}
#: Those on which a deed says what has been done meanwhile, and the one form that is no list's.
OTHERS = {"complaint", "ownword", "intake", "house"}
VALUES = {"recording_offset": ("11", "22"), "target": ("/about/", "/topics/")}


def logged_in(role: str, name: str = "") -> Client:
    client = Client()
    client.force_login(make_user(role, name), backend="django.contrib.auth.backends.ModelBackend")
    return client


@pytest.fixture
def two():
    """Two who may change everything, each at a browser of their own."""
    make_roles(apps)  # a test with real transactions has emptied the database
    return logged_in("Administrator", "first"), logged_in("Administrator", "second")


def value_of(item, field) -> str:
    return str(type(item).objects.values_list(field, flat=True).get(pk=item.pk))


#: What has a page of its own and is a part of another record: whoever saves second is told, and may then.
PARTS = ["statement", "correction"]
#: So it is with what keeps no versions.
SECOND_IS_TOLD = [*PARTS, "abbreviation", "redirect", "user", "group"]


def once_more(client, page: str, sent: dict, answer, field: str):
    """The answer to what was sent, once its author has seen what was saved before, and wants their own."""
    if field not in [question.key for question in answer.context.get("questions", [])]:
        return client.post(page, sent | {"seen": answer.context["adminform"].form["seen"].value()})
    met = answer.context["meet"].theirs.lock
    return client.post(page, sent | {"met": met, f"choice-{field}": "mine"})


@pytest.mark.django_db
def test_every_record_that_two_can_edit_is_tried(rf, admin_user):
    request = rf.get("/")
    request.user = admin_user
    edited = {
        model._meta.model_name
        for model, screen in admin.site._registry.items()
        if screen.has_change_permission(request)
    }

    assert edited - OTHERS == set(RECORDS)


@pytest.mark.django_db
@pytest.mark.parametrize("record", RECORDS)
def test_second_to_save_is_told_by_whom_and_when_and_then_may(two, record):
    make, field = RECORDS[record]
    item = make()
    mine, yours = VALUES.get(field, ("Mine", "Yours"))
    page, (me, you) = change_page(item), two
    forms = form_on(me, page), form_on(you, page)
    assert me.post(page, forms[0] | {field: mine}).status_code == 302

    answer = you.post(page, forms[1] | {field: yours})

    assert answer.status_code == 200
    assert "first saved this record on" in answer.content.decode()
    assert value_of(item, field) == mine
    if record in SECOND_IS_TOLD:
        assert answer.context["adminform"].form[field].value() == yours
    assert once_more(you, page, forms[1] | {field: yours}, answer, field).status_code == 302
    assert value_of(item, field) == yours


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("record", ["event", "statement", "abbreviation", "redirect", "user", "group"])
def test_two_saves_in_the_same_instant_lose_nothing(two, record):
    make, field = RECORDS[record]
    item = make()
    values = VALUES.get(field, ("Mine", "Yours"))
    page = change_page(item)
    sent = [form_on(client, page) | {field: value} for client, value in zip(two, values, strict=True)]

    answers = at_once(lambda: two[0].post(page, sent[0]), lambda: two[1].post(page, sent[1]))

    assert sorted(answer.status_code for answer in answers) == [200, 302], answers
    second = 0 if answers[0].status_code == 200 else 1
    assert "saved this record on" in answers[second].content.decode()
    assert value_of(item, field) == values[1 - second]
    assert once_more(two[second], page, sent[second], answers[second], field).status_code == 302
    assert value_of(item, field) == values[second]


@pytest.mark.django_db
def test_deed_of_a_command_and_a_form_that_was_open_are_both_kept(two):
    event = EventFactory()
    data = form_on(two[0], change_page(event))
    publish(event)

    answer = two[0].post(change_page(event), data | {"lead": "Mine"}, follow=True)

    event.refresh_from_db()
    assert (event.is_public, event.lead) == (True, "Mine")
    # Nobody is named: a command did it.
    assert "Somebody saved this record" in messages_on(answer)[0]


@pytest.mark.django_db
def test_who_changed_a_part_elsewhere_changed_the_whole(two):
    event = event_with_statements("Engines will compose.")
    statement, topic = event.statements.get(), Topic.objects.create(name="Engines")
    data = form_on(two[0], change_page(event))
    two[1].post(change_page(statement), form_on(two[1], change_page(statement)) | {"topics": [topic.pk]})

    answer = two[0].post(change_page(event), data | {"lead": "Mine"}, follow=True)

    assert "second saved this record" in messages_on(answer)[0]
    assert value_of(event, "lead") == "Mine"
    assert list(statement.topics.all()) == [topic]


@pytest.mark.django_db
def test_statement_that_was_withdrawn_meanwhile_stays_withdrawn(two):
    event = event_with_statements("Engines will compose.")
    data = form_on(two[0], change_page(event))
    withdraw_statement(event.statements.get(), "Misheard.")

    answer = two[0].post(change_page(event), data | {"lead": "Mine"})

    assert answer.status_code == 302
    assert value_of(event, "lead") == "Mine"
    assert event.statements.get().withdrawn_at is not None


@pytest.mark.django_db
def test_note_is_asked_for_again_when_somebody_saved_what_is_to_be_withdrawn(two):
    event = PublicEventFactory()
    page = change_page(event).replace("/change/", "/withdraw/")
    seen = event.version
    two[1].post(change_page(event), form_on(two[1], change_page(event)) | {"lead": "Other"})

    answer = two[0].post(page, {"note": "Not ours.", f"seen-{event.pk}": seen})

    assert "would act upon version 2" in answer.content.decode()
    assert answer.context["form"]["note"].value() == "Not ours."
    event.refresh_from_db()
    assert event.is_public
    two[0].post(page, {"note": "Not ours.", f"seen-{event.pk}": event.version})
    event.refresh_from_db()
    assert event.status == "withdrawn"


@pytest.mark.django_db
def test_list_publishes_what_it_showed_and_nothing_newer(two):
    first, second = EventFactory(), EventFactory()
    seen = {f"seen-{event.pk}": event.version for event in (first, second)}
    first.lead = "Other"
    first.save()

    chosen = {"action": "publish_selected", "_selected_action": [first.pk, second.pk], **seen}
    answer = two[0].post("/admin/events/event/", chosen, follow=True)

    assert b'name="seen-' in answer.content
    assert "would act upon version 2" in messages_on(answer)[0]
    assert [Event.objects.get(pk=one.pk).is_public for one in (first, second)] == [False, True]


@pytest.mark.django_db
def test_merge_says_that_one_of_the_two_is_another_version_now(two):
    kept, absorbed = SpeakerFactory(), SpeakerFactory()
    page = f"/admin/people/speaker/merge/?a={kept.pk}&b={absorbed.pk}"
    sent = {"kept": kept.pk, f"seen-{kept.pk}": kept.version, f"seen-{absorbed.pk}": absorbed.version}
    absorbed.biography = "Other"
    absorbed.save()

    answer = two[0].post(page, sent)

    assert "would act upon version 2" in answer.content.decode()
    assert two[0].post(page, sent | {f"seen-{absorbed.pk}": absorbed.version}).status_code == 302


@pytest.mark.django_db
def test_version_grows_with_each_save_and_stays_a_number():
    event = EventFactory()

    for lead in ["One", "Two"]:
        event.lead = lead
        event.save()
    event.save(update_fields=["lead"])

    assert event.version == 4
    assert Event.objects.get().version == 4
