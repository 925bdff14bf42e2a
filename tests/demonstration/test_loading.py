from collections import Counter

import pytest
from django.core.management import call_command
from django.db import transaction

from events.models import Appearance, Event, Series, Statement, Topic, Venue
from opinions.models import Opinion
from people.models import NameVariant, Organisation, Speaker
from publishing.models import Correction

MODELS = (Event, Statement, Appearance, Speaker, NameVariant, Opinion, Correction)
CLOCKS = {"created_at", "updated_at", "changed_at", "shown", "id"}


def snapshot() -> dict:
    """Every row of the archive, but for its key and for the moment at which it was written."""
    return {
        model.__name__: [
            {name: value for name, value in row.items() if name not in CLOCKS and not name.endswith("_id")}
            for row in model.objects.order_by("pk").values()
        ]
        for model in MODELS
    }


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker):
    """The archive, loaded once for this module; what the load left is rolled back after it."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("load_demo", verbosity=0)
        yield snapshot()
        transaction.set_rollback(True)


@pytest.fixture
def archive(loaded, db):
    return loaded


def test_archive_holds_what_is_promised(archive):
    evidence = Counter(Statement.objects.values_list("evidence", flat=True))
    recurring = Counter(Appearance.objects.values_list("speaker", flat=True))

    assert Event.objects.count() >= 24
    assert len({event.date.year for event in Event.objects.all()}) >= 8
    assert Speaker.objects.count() >= 40
    assert sum(count > 1 for count in recurring.values()) >= 20
    assert Statement.objects.count() >= 150
    assert evidence.keys() == {"quote", "mixed", "paraphrase"}
    assert Statement.objects.filter(own_words=True).exists()
    assert Event.objects.filter(record_rule="chatham-house").count() == 1
    assert Statement.objects.filter(withdrawn_at__isnull=False).count() == 1
    assert Event.objects.filter(status="scheduled").count() == 1
    assert Correction.objects.exists()
    assert NameVariant.objects.filter(kind="other-script").exists()
    assert Event.objects.get(slug="summit-diplomacy-amid-double-freezing").teasers.count() == 2


def test_every_statement_has_its_place(archive):
    assert not Statement.objects.without_a_place().exists()


def test_footer_says_that_everybody_is_invented(archive, client):

    page = client.get("/").content.decode()

    assert "This is a demonstration." in page and "are invented" in page


def test_second_load_gives_the_same_archive(archive):
    for model in (Event, Opinion, Speaker, Organisation, Topic, Series, Venue):
        model._base_manager.all().delete()  # past the refusal to delete what was public
    call_command("load_demo", verbosity=0)

    assert snapshot() == archive
