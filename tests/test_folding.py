"""One fold for comparing: what is one name to a person is one name to both databases."""

import sys
import unicodedata

import pytest
from django.contrib.auth.models import Group, User
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.db.migrations.executor import MigrationExecutor
from hypothesis import given
from hypothesis import strategies as st

from events.models import Event, Series, Topic, Venue
from intake.making import known_opinions, venue_of
from people.models import NameVariant, Organisation
from publishing.folding import fold
from publishing.merging import merge_records
from search.models import Abbreviation
from tests import ready
from tests.desk.conftest import logged_in
from tests.desk.pages import errors_on, form_on, with_row
from tests.factories import (
    AppearanceFactory,
    AuthorshipFactory,
    EventFactory,
    OpinionFactory,
    PageFactory,
    PublicEventFactory,
    SeriesFactory,
    SpeakerFactory,
    StatementFactory,
    TopicFactory,
    VenueFactory,
)

pytestmark = pytest.mark.django_db

#: Each pair is one word, written in two ways.
TWINS = [
    ("Саммит", "САММИТ"),
    ("Ёлкина", "ЕЛКИНА"),
    ("Ива́нов", "Иванов"),
    ("Élan", "elan"),
    ("Café", unicodedata.normalize("NFD", "CAFÉ")),
    ("Straße", "STRASSE"),
    ("Ελλάδα", "ΕΛΛΆΔΑ"),
    ("Ὀδυσσεύς", "ΟΔΥΣΣΕΥΣ"),
    ("Երեւան", "ԵՐԵՒԱՆ"),
    ("İstanbul", "istanbul"),
    ("Diyarbakır", "DIYARBAKIR"),
    ("Ѐленин", "Еленин"),
    ("ѝ", unicodedata.normalize("NFD", "Ѝ")),
    ("Мѝхаил", "Михаил"),
    ("Мѷро", "Мѵро"),
    ("Việt Nam", unicodedata.normalize("NFD", "VIỆT NAM")),
    ("ＡＢＣ", "abc"),
    ("서울", unicodedata.normalize("NFD", "서울")),
    ("People’s  House", "people's house"),
    ("مُحَمَّد", "محمد"),
]
#: Each pair is two words.
OTHERS = [
    ("Май", "Маи"),
    ("Київ", "Киів"),
    ("Ѓорѓи", "Горги"),
    ("Ӣсо", "Исо"),
    ("か", "が"),
    ("क्ष", "कष"),
    ("resume", "resumes"),
    ("日本", "日木"),
]


@pytest.mark.parametrize(("one", "other"), TWINS)
def test_letter_case_accents_and_composition_make_no_difference(one, other):
    assert fold(one) == fold(other) != ""


@pytest.mark.parametrize(("one", "other"), OTHERS)
def test_other_letters_are_other_words(one, other):
    assert fold(one) != fold(other)


def test_no_letter_is_another_in_capitals():
    """Whatever script it is of: both databases would find the name as it is typed, and not as it is shouted."""
    letters = [chr(code) for code in range(sys.maxunicode + 1) if unicodedata.category(chr(code))[0] in "LM"]

    assert [letter for letter in letters if fold(f"a{letter}a") != fold(f"a{letter}a".upper())] == []


@given(st.text())
def test_what_is_folded_stays_as_it_is(text):
    once = fold(text)

    assert fold(once) == once
    assert fold(unicodedata.normalize("NFD", text)) == once
    assert fold(f" {text}\n") == once


# --- What an archive holds once ---


@pytest.mark.parametrize(("one", "other"), TWINS[::4])
@pytest.mark.parametrize("model", [Topic, Series, Organisation])
def test_two_names_that_fold_alike_are_one(model, one, other):
    model.objects.create(name=one)

    with pytest.raises(ValidationError) as refused:
        model(name=other).full_clean(exclude=["slug"])
    with pytest.raises(IntegrityError), transaction.atomic():
        model.objects.create(name=other)

    assert refused.value.message_dict == {"name": [f"“{one}” is there already."]}
    assert model.objects.get().name == one


@pytest.mark.parametrize(("one", "other"), TWINS[::4])
def test_a_spelling_stands_once_per_speaker(one, other):
    speaker = SpeakerFactory()
    speaker.variants.create(name=one)
    SpeakerFactory().variants.create(name=other)

    with pytest.raises(ValidationError) as refused:
        NameVariant(speaker=speaker, name=other).full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        speaker.variants.create(name=other)

    assert refused.value.message_dict == {"name": ["This spelling is there already."]}


@pytest.mark.parametrize(("one", "other"), TWINS[::4])
def test_a_venue_is_entered_once(one, other):
    venue = Venue.objects.create(name="Hall", city=one, country="RU")
    Venue(name="Hall", city=other, country="BY").full_clean()

    with pytest.raises(ValidationError) as refused:
        Venue(name="HALL", city=other, country="RU").full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        Venue.objects.create(name="HALL", city=other, country="RU")

    assert refused.value.message_dict == {"city": [f"This venue is in the list already: “{venue}”."]}


@pytest.mark.parametrize(("one", "other"), TWINS[::4])
def test_an_abbreviation_is_explained_once(client, one, other):
    twin = Abbreviation.objects.create(short=one, long="fund")
    logged_in(client, "Editor")
    address = "/admin/search/abbreviation/add/"

    answer = client.post(address, form_on(client, address) | {"short": other, "long": "another fund"})

    assert errors_on(answer) == {"short": f"This abbreviation is in the list already: “{twin}”."}


def test_a_record_may_be_saved_again_and_spelled_otherwise():
    topic = TopicFactory(name="Élan")
    topic.name = "ELAN"
    topic.full_clean()
    topic.save()

    assert Topic.objects.get().name == "ELAN"


def test_signs_that_fold_to_many_are_refused_in_words(client):
    """U+FDFA is one sign and folds to eighteen letters."""
    logged_in(client, "Editor")
    address = "/admin/people/organisation/add/"
    data = form_on(client, address) | {"name": "\ufdfa" * 250}

    first, second = client.post(address, data), client.post(address, data)

    assert first.status_code == 302
    assert "is there already" in errors_on(second)["name"]


@pytest.mark.parametrize(
    ("address", "values", "field"),
    [
        ("/admin/events/topic/add/", {"name": "ЯДЕРНАЯ ПРОГРАММА"}, "name"),
        ("/admin/events/venue/add/", {"name": "зал", "city": "МОСКВА"}, "city"),
    ],
)
def test_a_form_says_what_is_there_already(client, address, values, field):
    logged_in(client, "Editor")
    TopicFactory(name="Ядерная программа")
    VenueFactory(name="Зал", city="Москва", country="")

    response = client.post(address, form_on(client, address) | values)

    assert "already" in errors_on(response)[field]


def test_two_rows_of_one_form_are_compared_too(client):
    logged_in(client, "Publisher")
    speaker = SpeakerFactory(name="Ivan Ivanov")
    address = f"/admin/people/speaker/{speaker.pk}/change/"
    data = form_on(client, address)
    for name in ("Иванов", "ИВАНОВ"):
        data = with_row(data, "variants", name=name, kind="other")

    response = client.post(address, data)

    assert errors_on(response)["variants-1-name"] == "This spelling is there already."
    assert not speaker.variants.exists()


# --- What is found and in what order ---


def found(client, address: str, typed: str) -> int:
    return client.get(address, {"q": typed}).context["cl"].result_count


@pytest.mark.parametrize("typed", ["саммит", "САММИТ", "Са́ммит", unicodedata.normalize("NFD", "саммит")])
def test_the_desk_finds_whatever_the_case(client, typed):
    logged_in(client, "Administrator")
    SpeakerFactory(name="Саммит Петров").variants.create(name="Саммитов")
    AppearanceFactory(event=EventFactory(title="Саммит"), printed_name="Саммит")
    StatementFactory(text="На «Саммите» сказали.")
    AuthorshipFactory(opinion=OpinionFactory(title="Без итогов", lead="Саммит прошёл."))
    TopicFactory(name="Саммиты")
    SeriesFactory(name="Series", description="О саммитах.")
    VenueFactory(address="Саммитная улица, 1")
    Organisation.objects.create(name="Клуб «Саммит»")
    PublicEventFactory().corrections.create(text="Саммит был в мае.")

    lists = ["events/event", "events/statement", "opinions/opinion", "events/topic", "events/series"]
    lists += ["events/venue", "people/organisation", "people/speaker", "publishing/correction"]

    assert {name: found(client, f"/admin/{name}/", typed) for name in lists} == dict.fromkeys(lists, 1)


def test_the_desk_finds_without_accents_and_whatever_is_typed(client):
    logged_in(client, "Editor")
    TopicFactory(name="Élan vital")

    assert [
        found(client, "/admin/events/topic/", typed) for typed in ("elan", "ÉLAN", "élan vit", '"élan vital"')
    ] == [1] * 4
    for typed in ("%", "_", "\\", "'", "“", "\u0301", "ﷺ" * 300):
        assert client.get("/admin/events/topic/", {"q": typed}).status_code == 200


@pytest.mark.parametrize("typed", ["саммит", "САММИТ", "uber cafe", "ÜBER", '"cafe uber"'])
def test_pages_abbreviations_accounts_and_groups_are_found_so_too(client, typed):
    logged_in(client, "Administrator")
    names = "Café Über САММИТ"
    PageFactory(title=names)
    Abbreviation.objects.create(short="CU", long=names)
    Abbreviation.objects.create(short="IMF", long="International Monetary Fund")
    User.objects.create_user("cu", last_name=names)
    Group.objects.create(name=names)

    lists = ["house/page", "search/abbreviation", "auth/user", "auth/group"]
    assert {name: found(client, f"/admin/{name}/", typed) for name in lists} == dict.fromkeys(lists, 1)


def test_names_are_in_one_order_on_every_database():
    names = [
        "Zoo",
        "apple",
        "Äpfel",
        "Яблоко",
        "bread",
        "Bread and butter",
        "bread-winner",
        "Ёлка",
        "ёж",
        "2019",
    ]
    for name in names:
        TopicFactory(name=name)
        Organisation.objects.create(name=name)
        VenueFactory(city=name, name="", country="")

    expected = [
        "2019",
        "Äpfel",
        "apple",
        "bread",
        "Bread and butter",
        "bread-winner",
        "Zoo",
        "ёж",
        "Ёлка",
        "Яблоко",
    ]
    assert list(Topic.objects.values_list("name", flat=True)) == expected
    assert list(Organisation.objects.values_list("name", flat=True)) == expected
    assert list(Venue.objects.values_list("city", flat=True)) == expected


def test_a_report_finds_the_venue_and_the_opinion_that_are_there():
    opinion = OpinionFactory(title="Саммит без итогов")
    AuthorshipFactory(opinion=opinion, printed_name="Иван Ёлкин")
    venue = venue_of("Зал", "Москва", "")

    assert venue_of("ЗАЛ", "МОСКВА", "") == venue
    same = ("САММИТ БЕЗ ИТОГОВ", "ИВАН ЕЛКИН")
    assert known_opinions([same, ("Саммит без итогов", "Пётр Ёлкин"), ("Саммит", "")]) == {same: opinion}


# --- An archive from before ---

BEFORE = [
    ("people", "0003_file_speakers_under_a_folded_name"),
    ("events", "0002_address_of_an_undated_event"),
    ("opinions", "0001_initial"),
    ("publishing", "0001_initial"),
    ("search", "0002_known_words"),
]


def migrate_to(targets):
    executor = MigrationExecutor(connection)
    executor.migrate(targets)
    return executor.loader.project_state(targets).apps


@pytest.mark.django_db(transaction=True)
def test_an_archive_is_folded_by_its_migration_and_back(tmp_path):
    # One of its own, which need not be brought back: the tests' archive would go through all migrations twice more.
    address = ready.on_the_server("before") if ready.server() else f"sqlite:///{tmp_path / 'before.sqlite3'}"
    ready.copy(address)
    with ready.connected_to(address):
        apps = migrate_to(BEFORE)
        topic, speaker = apps.get_model("events", "Topic"), apps.get_model("people", "Speaker")
        for number, name in enumerate(["Zoo", "Élan", "ELAN", "Ela\u0301n"]):
            topic.objects.create(name=name, slug=f"topic-{number}")
        apps.get_model("events", "Venue").objects.create(city="Москва")
        apps.get_model("events", "Venue").objects.create(city="МОСКВА")
        ivan = speaker.objects.create(name="Иванов", sort_name="Иванов", slug="ivanov")
        for name in ("Иванофф", "Ива́нофф"):
            apps.get_model("people", "NameVariant").objects.create(speaker=ivan, name=name)
        apps.get_model("opinions", "Opinion").objects.create(title="Итоги", slug="itogi")

        migrate_to(MigrationExecutor(connection).loader.graph.leaf_nodes())
        names = list(Topic.objects.values_list("name", flat=True))
        folds = list(Topic.objects.values_list("fold", flat=True))
        told = []
        for later in [*Topic.objects.filter(name__startswith="E"), Venue.objects.get(city="МОСКВА")]:
            with pytest.raises(ValidationError) as refused:
                later.full_clean()
            told += refused.value.messages

        assert names == ["Élan", "ELAN", "Ela\u0301n", "Zoo"]
        assert folds == ["elan", "elan\n2", "elan\n3", "zoo"]
        assert told == ["“Élan” is there already."] * 2 + ["This venue is in the list already: “Москва”."]
        assert list(NameVariant.objects.values_list("fold", flat=True)) == ["иванофф", "иванофф\n2"]

        # A deed may save them as they are; once the first is gone, a form counts them anew.
        second, third = Topic.objects.filter(fold__startswith="elan\n")
        merge_records(third, second)
        Topic.objects.get(fold="elan").delete()
        third.full_clean()
        third.save()
        assert list(Topic.objects.values_list("fold", flat=True)) == ["elan", "zoo"]

        apps = migrate_to(BEFORE)
        assert apps.get_model("events", "Topic").objects.count() == 2
        assert apps.get_model("people", "NameVariant").objects.count() == 2


def as_it_was(row, **values):
    type(row).objects.filter(pk=row.pk).update(**values)


@pytest.mark.django_db(transaction=True)
def test_folds_with_letters_that_are_folded_now_are_made_anew(tmp_path):
    """And those alone: an archive has as many folds as it has rows. Twins are told apart by a number, as ever."""
    address = (
        ready.on_the_server("letters") if ready.server() else f"sqlite:///{tmp_path / 'letters.sqlite3'}"
    )
    ready.copy(address, ready.migrated())
    with ready.connected_to(address):
        migrate_to([("desk", "0010_forgetting_and_keeping")])
        ivan, anna = SpeakerFactory(), SpeakerFactory()
        for name, folded in (("DIYARBAKIR", "diyarbakir"), ("Diyarbakır", "diyarbakır"), ("Ѐж", "ѐж")):
            as_it_was(TopicFactory(), name=name, fold=folded)
        for name, folded in (("Kızıl", "kızıl"), ("Kızıl", "kızıl\n2"), ("Kizil", "kizil")):
            as_it_was(Organisation.objects.create(name=folded[::-1]), name=name, fold=folded)
        for city, country in (("Diyarbakır", "TR"), ("DIYARBAKIR", "TR"), ("DIYARBAKIR", "")):
            as_it_was(VenueFactory(), name="", city=city, country=country, fold=f"{city.casefold()}\n\n")
        for speaker, name in ((ivan, "Yılmaz"), (ivan, "YILMAZ"), (anna, "Yılmaz")):
            variant = speaker.variants.create(name=f"{speaker.variants.count()}")
            as_it_was(variant, name=name, fold=name.casefold())
        event, other = EventFactory(title="Kars", lead="Kapı"), EventFactory(title="Kapi")
        as_it_was(event, fold="kars\nkapı")
        as_it_was(other, fold="left as it is")

        migrate_to(MigrationExecutor(connection).loader.graph.leaf_nodes())

        def folds(model):
            return list(model.objects.order_by("pk").values_list("fold", flat=True))

        assert folds(Topic) == ["diyarbakir", "diyarbakir\n2", "еж"]
        assert folds(Organisation) == ["kizil\n2", "kizil\n3", "kizil"]
        assert folds(Venue) == ["diyarbakir\n\n\n2", "diyarbakir\n\n", "diyarbakir\n\n"]
        assert folds(NameVariant) == ["yilmaz\n2", "yilmaz", "yilmaz"]
        assert folds(Event) == ["kars\nkapi", "left as it is"]
