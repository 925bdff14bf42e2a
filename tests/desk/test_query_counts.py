"""Every list of the desk asks the database the same number of times for 3 rows and for 12."""

import pytest
from django.contrib import admin
from django.contrib.auth.models import Group, User
from django.db import connection
from django.utils import timezone

from events.models import OwnWord
from house.models import NotFound, Redirect
from house.now import the_house
from intake.importing import take_in
from keeping.models import Backup
from people.models import Organisation
from publishing.changes import unit_of_work
from publishing.models import LogbookEntry
from search.models import Abbreviation, SearchedFor
from tests.desk.conftest import logged_in
from tests.factories import (
    AppearanceFactory,
    AuthorshipFactory,
    PageFactory,
    PublicEventFactory,
    SeriesFactory,
    SpeakerFactory,
    StatementFactory,
    TopicFactory,
    VenueFactory,
)

pytestmark = pytest.mark.django_db


def search_that_found_nothing(number: int) -> None:
    SpeakerFactory(name=f"Ada{number} Lovelace")
    SearchedFor.objects.create(query=f"lovelase{number} a adda{number}", times=1, hits=0)


#: Each list: a row of it with what it counts and links to, and the queries of its page; the first asks for the edition.
LISTS = {
    "auth/group": (lambda n: Group.objects.create(name=f"Group {n}"), 8),
    "auth/user": (lambda n: User.objects.create_user(f"user-{n}", is_staff=True), 10),  # one for all roles
    "events/complaint": (
        lambda n: StatementFactory().complaints.create(about="words", text="Minute 12.", ticket=str(n)),
        8,
    ),
    "events/event": (
        lambda n: StatementFactory(appearance__event__venue=VenueFactory(), own_words=False),
        13,
    ),
    "events/series": (lambda n: PublicEventFactory(series=SeriesFactory()), 8),
    "events/statement": (lambda n: StatementFactory(), 11),
    "events/topic": (lambda n: PublicEventFactory().topics.add(TopicFactory()), 8),
    "events/venue": (lambda n: PublicEventFactory(venue=VenueFactory()), 9),
    "events/ownword": (lambda n: OwnWord.objects.create(statement=StatementFactory()), 8),
    "house/page": (lambda n: PageFactory(), 8),
    "house/notfound": (lambda n: NotFound.objects.create(address=f"/old/{n}", times=n), 8),
    "house/redirect": (lambda n: Redirect.objects.create(address=f"/old/{n}", target="/"), 8),
    "intake/intake": (lambda n: take_in(f"Report {n}\n\nAda Lovelace said that it rains.", f"notes-{n}"), 8),
    "keeping/backup": (
        lambda n: Backup.objects.create(made_at=timezone.now(), size=n, file_name=f"{n}.zip"),
        21 + (connection.vendor == "postgresql"),  # the panel asks each thing once, there its size too
    ),
    "opinions/opinion": (lambda n: AuthorshipFactory(), 12),
    "people/organisation": (lambda n: Organisation.objects.create(name=f"House {n}"), 8),
    "people/speaker": (lambda n: AppearanceFactory(), 9),
    "publishing/logbookentry": (
        lambda n: LogbookEntry.objects.create(
            what="merge", kind="events.event", object_id=n, called=f"Event {n}"
        ),
        11,
    ),
    "publishing/correction": (lambda n: PublicEventFactory().corrections.create(text="Mended."), 12),
    "search/abbreviation": (lambda n: Abbreviation.objects.create(short=f"AB{n}", long=f"long words {n}"), 8),
    "search/searchedfor": (search_that_found_nothing, 11),
}


def test_every_list_is_counted():
    registered = {f"{model._meta.app_label}/{model._meta.model_name}" for model in admin.site._registry}

    # The settings have one form and no list.
    assert registered - {"house/house"} == set(LISTS)


@pytest.mark.parametrize("name", LISTS)
def test_a_list_takes_the_same_queries_for_3_rows_and_for_12(client, django_assert_num_queries, name):
    logged_in(client, "Administrator")
    make, queries = LISTS[name]
    with unit_of_work():
        for number in range(3):
            make(number)
    client.get(f"/admin/{name}/")

    with django_assert_num_queries(queries):
        client.get(f"/admin/{name}/")
    with unit_of_work():
        for number in range(3, 12):
            make(number)
    the_house()  # read once an edition
    with django_assert_num_queries(queries):
        page = client.get(f"/admin/{name}/")

    assert len(page.context["cl"].result_list) >= 12
