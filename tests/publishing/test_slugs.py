import pytest
from django.apps import apps
from django.db import IntegrityError, transaction
from django.test import Client

from desk.roles import make_roles
from events.models import Event, Topic
from publishing.models import SLUG_LENGTH
from tests.at_once import at_once
from tests.desk.pages import ADD_EVENT, change_page, form_on
from tests.desk.users import make_user
from tests.factories import EventFactory, OpinionFactory, SpeakerFactory, TopicFactory

#: Ten words of nine letters: an address of 99.
LONG = "abcdefghi " * 10
TITLES = [LONG, LONG[:98] + "jk", "x" * 120, "abcdefghi-" * 9 + "abcdef-ghi"]


@pytest.mark.django_db
@pytest.mark.parametrize("title", TITLES)
def test_long_titles_taken_more_than_a_hundred_times_have_addresses_that_fit(title):
    for _ in range(102):
        event = EventFactory.build(title=title)
        event.slug = event.free_slug()
        Event.objects.bulk_create([event])  # without the index: this is about addresses

    slugs = list(Event.objects.order_by("pk").values_list("slug", flat=True))
    assert len(set(slugs)) == 102
    assert max(map(len, slugs)) <= SLUG_LENGTH
    assert [slug.rpartition("-")[2] for slug in (slugs[1], slugs[9], slugs[99])] == ["2", "10", "100"]
    assert not any("--" in slug for slug in slugs)


@pytest.mark.django_db
def test_long_title_taken_twice_is_saved_from_the_form_and_again(client, editor):
    for _ in range(2):
        form = form_on(client, ADD_EVENT) | {"title": LONG.strip(), "date": "2019-04-26"}
        assert client.post(ADD_EVENT, form).status_code == 302

    second = Event.objects.order_by("-pk")[0]
    again = client.post(change_page(second), form_on(client, change_page(second)))

    assert (again.status_code, len(second.slug)) == (302, 100)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("title", ["Spring talk", LONG])
@pytest.mark.parametrize(
    "make",
    [
        lambda title: EventFactory(title=title),
        lambda title: OpinionFactory(title=title),
        lambda title: SpeakerFactory(name=title),
    ],
)
def test_new_records_of_one_name_at_once_get_an_address_each(make, title):
    made = at_once(*[lambda: make(title)] * 4)

    assert len({item.slug for item in made}) == 4, made


@pytest.mark.django_db(transaction=True)
def test_two_new_events_of_one_title_at_once_are_both_saved_from_the_form():
    make_roles(apps)
    clients = []
    for name in ("first", "second"):
        client = Client()
        client.force_login(make_user("Editor", name), backend="django.contrib.auth.backends.ModelBackend")
        form = form_on(client, ADD_EVENT) | {"title": "Spring talk", "date": "2019-04-26"}
        clients.append((client, form))

    answers = at_once(*[lambda one=one: one[0].post(ADD_EVENT, one[1]) for one in clients])

    assert [answer.status_code for answer in answers] == [302, 302]
    assert set(Event.objects.values_list("slug", flat=True)) == {"spring-talk", "spring-talk-2"}


@pytest.mark.django_db
def test_what_is_refused_for_another_reason_is_not_tried_again(django_assert_max_num_queries):
    TopicFactory(name="Ports", slug="harbours")

    with pytest.raises(IntegrityError), transaction.atomic(), django_assert_max_num_queries(8):
        TopicFactory(name="Ports")

    assert Topic.objects.count() == 1
