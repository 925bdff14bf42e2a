from collections import Counter

import pytest
from django.core.management import call_command

from demonstration.drawing import cover, portrait
from events.models import Appearance, Event, Series, Statement, Topic, Venue
from opinions.models import Opinion
from people.models import NameVariant, Organisation, Speaker
from publishing.changes import unit_of_work
from publishing.models import Correction
from search.models import Abbreviation

MODELS = (Event, Statement, Appearance, Speaker, NameVariant, Opinion, Correction)
CLOCKS = {"created_at", "updated_at", "changed_at", "shown", "id"}
#: Each gets a name of chance; what they show is looked at by itself.
FILES = {"portrait", "cover"}


def snapshot() -> dict:
    """Every row of the archive, but for its key, its files and the moment at which it was written."""
    return {
        model.__name__: [
            {
                name: value
                for name, value in row.items()
                if name not in CLOCKS | FILES and not name.endswith("_id")
            }
            for row in model.objects.order_by("pk").values()
        ]
        for model in MODELS
    }


@pytest.fixture(scope="module")
def loaded(demonstration, django_db_blocker):
    """The archive as the first load has left it."""
    with django_db_blocker.unblock():
        return snapshot()


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
    assert evidence.keys() == {"quote", "mixed", "paraphrase", "translated"}
    assert Event.objects.exclude(translation_of=None).get().translation_of.language == "ru"
    assert Statement.objects.filter(own_words=True).exists()
    assert Event.objects.filter(record_rule="chatham-house").count() == 1
    assert Statement.objects.filter(withdrawn_at__isnull=False).count() == 1
    assert Statement.objects.exclude(jointly_with=None).count() == 1
    assert set(Statement.objects.exclude(session="").values_list("appearance", "not_for_attribution")) == {
        (None, True)
    }
    assert Event.objects.filter(status="scheduled").count() == 1
    assert Correction.objects.exists()
    assert Abbreviation.objects.filter(short="CBDC").exists()
    assert NameVariant.objects.filter(kind="other-script").exists()
    assert Event.objects.get(slug="summit-diplomacy-amid-double-freezing").teasers.count() == 2


def test_every_statement_has_its_place(archive):
    assert not Statement.objects.without_a_place().exists()


def test_footer_says_that_everybody_is_invented(archive, client):

    page = client.get("/").content.decode()

    assert "This is a demonstration." in page and "are invented" in page


@pytest.mark.rendering  # what is there already is asked for in one way on each database
def test_second_load_gives_the_same_archive(archive):
    with unit_of_work():
        for model in (Event, Opinion, Speaker, Organisation, Topic, Series, Venue):
            model._base_manager.all().delete()  # past the refusal to delete what was public
    call_command("load_demo", verbosity=0)

    assert snapshot() == archive


def test_a_third_has_a_picture_that_is_described_credited_and_small(archive):
    speakers, events = Speaker.objects.exclude(portrait=""), Event.objects.exclude(cover="")

    assert (len(speakers), Speaker.objects.count()) == (19, 56)
    assert (len(events), Event.objects.count()) == (13, 40)
    for picture, alt, credit in [
        *((one.portrait, one.portrait_alt, one.portrait_credit) for one in speakers),
        *((one.cover, one.cover_alt, one.cover_credit) for one in events),
    ]:
        assert alt and credit == "Drawn for the demonstration" and picture.size < 60_000


def test_nobody_real_is_drawn(archive):
    real = Event.objects.get(slug="summit-diplomacy-amid-double-freezing")

    assert real.cover == ""
    assert {one.speaker.portrait.name for one in real.appearances.select_related("speaker")} == {""}


def test_a_picture_is_drawn_the_same_each_time():
    drawings = [portrait("nino", "Nino"), portrait("nino", "Nino"), cover("nino"), cover("nino")]

    first, second, third, fourth = (drawing.file.read() for drawing in drawings)
    assert (first, third) == (second, fourth)
    assert first != portrait("ana", "Ana").file.read()
