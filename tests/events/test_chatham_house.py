import pytest
from django.core.exceptions import ValidationError

from events.chatham_house import names_given_away, names_in_address, slips_in
from events.models import Event
from people.models import NameVariant
from publishing.deeds import publish
from publishing.models import OldAddress
from tests.factories import (
    LONG_AGO,
    AppearanceFactory,
    EventFactory,
    PublicEventFactory,
    SpeakerFactory,
    StatementFactory,
)

pytestmark = pytest.mark.django_db

UNDER_THE_RULE = Event.RecordRule.CHATHAM_HOUSE


def known() -> set[str]:
    return set(OldAddress.objects.values_list("path", flat=True))


def renamed(event: Event, *slugs: str) -> Event:
    for slug in slugs:
        event.slug = slug
        event.save()
    return event


@pytest.fixture
def dinner() -> Event:
    """A public event at which Ada Lovelace spoke, with old addresses that name her and one that names nobody."""
    event = PublicEventFactory(title="Dinner with Ada Lovelace")
    ada = SpeakerFactory(name="Ada Lovelace")
    NameVariant.objects.create(speaker=ada, name="Augusta King")
    AppearanceFactory(event=event, speaker=ada, printed_name="Countess Lovelace")
    return renamed(event, "lovelace-at-table", "augusta-king-dines", "spring-dinner", "dinner")


def test_event_that_goes_under_the_rule_forgets_old_addresses_that_name_who_was_there(client, dinner):
    assert len(known()) == 4
    dinner.title = "Dinner"
    dinner.record_rule = UNDER_THE_RULE
    dinner.save()

    assert known() == {"/events/2019/spring-dinner/"}
    assert client.get("/events/2019/lovelace-at-table/").status_code == 404
    assert client.get("/events/2019/spring-dinner/")["Location"] == "/events/2019/dinner/"


def test_on_the_record_every_old_address_leads_on(client, dinner):
    dinner.save()

    assert len(known()) == 4


def test_the_address_it_has_when_it_goes_under_the_rule_is_forgotten_when_it_changes():
    event = PublicEventFactory(title="Ada Lovelace speaks", record_rule=UNDER_THE_RULE)
    AppearanceFactory(event=event, speaker=SpeakerFactory(name="Ada Lovelace"))

    renamed(event, "a-talk")

    assert known() == set()


def test_who_is_entered_later_is_forgotten_too():
    event = renamed(
        PublicEventFactory(title="Ada Lovelace speaks", record_rule=UNDER_THE_RULE), "ada-speaks", "a-talk"
    )

    AppearanceFactory(event=event, speaker=SpeakerFactory(name="Ada Lovelace"))

    assert known() == {"/events/2019/ada-speaks/"}


def test_a_part_of_another_word_is_no_name():
    event = PublicEventFactory(title="Kingdoms", record_rule=UNDER_THE_RULE)
    AppearanceFactory(event=event, speaker=SpeakerFactory(name="Augusta King"))

    renamed(event, "kingdoms-of-old", "talk")

    assert known() == {"/events/2019/kingdoms/", "/events/2019/kingdoms-of-old/"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("<p>ada LOVELACE spoke.</p>", ["Ada Lovelace"]),
        ("<p>Ada\u00a0Lovelace spoke.</p>", ["Ada Lovelace"]),
        ("<p>Then Lovelace spoke.</p>", ["Lovelace"]),
        ("<p>A lovelace is a flower.</p>", []),
        ("<p>Lovelacean music.</p>", []),
        ("<p>LOVELACE: It rains.</p>", ["Lovelace"]),
        ("<p>Mrs Lovelácé agreed.</p>", ["Lovelace"]),
        ("<p>Áda Lovelace agreed.</p>", ["Ada Lovelace"]),
    ],
)
def test_name_is_found_in_what_the_public_reads(text, found):
    slips = names_given_away({"report": text}, [SpeakerFactory(name="Ada Lovelace")])

    assert [slip.name for slip in slips] == found


@pytest.mark.parametrize(
    ("sort_name", "variant", "texts"),
    [
        ("Lukin, Artyom", "Артём Лукин", "Лукин; словам Лукина; АРТЁМА ЛУКИНА; Lukins Sicht; @ArtyomLukin"),
        (
            "Страхова, Елена",
            "",
            "слова Страховой; Еленой Страховой; СТРАХОВУ; Strakhova said; Страхова, Елена",
        ),
        (
            "Mühlensiep, Jürgen",
            "Юрген Мюлензип",
            "Muehlensiep; Mühlensieps; Мюлензипа; juergen_muehlensiep.jpg",
        ),
        ("Guo, Peiran", "郭沛然", "郭沛然表示; Guo Peiran; Mr Guo"),
        ("Kızıl, İpek", "", "KIZIL; İPEK KIZIL; Ipek Kizil; Kızıl, İpek"),
        ("Li, Wei", "李伟", "Mr Li said; Prof. Li; Li Wei; 李伟说"),
    ],
)
def test_name_is_found_in_any_form(sort_name, variant, texts):
    surname, given = sort_name.split(", ")
    speaker = SpeakerFactory(name=f"{given} {surname}", sort_name=sort_name)
    if variant:
        speaker.variants.create(name=variant)

    assert [text for text in texts.split("; ") if not names_given_away({"text": text}, [speaker])] == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Елена Страхова", "Страховое дело и страховой случай"),
        ("Will May", "If they will. May is near; in May will be rain."),
        ("Li Wei", "Lithium, or Li, is rare."),
        ("Jo An", "Joan was there."),
    ],
)
def test_other_words_are_no_names(name, text):
    assert names_given_away({"text": text}, [], [name]) == []


def test_name_in_the_address_is_found_where_the_title_has_it_no_longer():
    ada = SpeakerFactory(name="Ada Lovelace")

    assert names_in_address("ada-lovelace-speaks", "A talk", [ada]) == ["Ada Lovelace", "Lovelace"]
    assert names_in_address("ada-lovelace-speaks", "Ada Lovelace speaks", [ada]) == []


def test_publishing_is_refused_while_somebody_is_named():
    event = EventFactory(title="A talk", lead="Ada Lovelace came.", record_rule=UNDER_THE_RULE)
    AppearanceFactory(event=event, speaker=SpeakerFactory(name="Ada Lovelace"))

    with pytest.raises(ValidationError, match="“Ada Lovelace” took part under the Rule"):
        publish(event)


def test_on_the_record_nothing_is_a_slip():
    statement = StatementFactory(text="Ada Lovelace agrees.", appearance__speaker__name="Ada Lovelace")

    assert slips_in(statement.event) == []
    assert statement.event.publish_at == LONG_AGO


@pytest.mark.parametrize(
    ("name", "slugs"),
    [
        ("Иван Иванов", "lektsiya-ivanova ivanovu-70 s-ivanovym lekciya-iwanowa ivanovs-talk"),
        ("Анна Иванова", "ivanovoy-lekciya ivanovoi-lektsiya vstrecha-s-ivanovoj"),
        ("Иван Щербаков", "lecture-scherbakov shcherbakova-doklad schtscherbakow-spricht"),
        ("Георгий Толорая", "doklad-tolorai toloraya-talk toloraia-talk toloraye-70"),
        ("Михаил Хохлов", "khokhlov-talk hohlova-doklad chochlow-spricht"),
        ("Юрий Цветков", "tsvetkov-talk cvetkova-doklad zwetkow-spricht"),
        ("Семён Королёв", "korolev-talk korolyov-talk koroleva-doklad"),
        ("Олег Кравец", "kravets-talk lektsiya-kravtsa"),
        ("Антон Цой", "tsoy-talk coi-talk lektsiya-tsoya"),
        ("Лев Ли", "li-talk lektsiya-li"),
        ("Artyom Lukin", "lukin-talk lektsiya-lukina"),
        ("Jet Li", "lecture-of-li lis-lecture"),
        ("Jean-Luc Picard", "picards-talk picard-s-talk jeanluc-picard"),
        ("Hans Müller", "mueller-talk muller-talk muellers-vortrag mullers-vortrag"),
        ("Hans Mueller", "muller-talk"),
        ("Uwe Voß", "voss-spricht"),
        ("Conan O’Brien", "o-brien-talk obrien-talk obriens-talk"),
        ("Theresa May", "may-talk"),
        ("王小明", "wangxiaomingdejiangzuo wang-xiaoming"),
    ],
)
def test_an_old_address_that_names_somebody_in_any_form_is_forgotten(name, slugs):
    event = PublicEventFactory(title="Talk", record_rule=UNDER_THE_RULE)
    AppearanceFactory(event=event, speaker=SpeakerFactory(name=name))

    renamed(event, *slugs.split(), "talk")

    assert known() == set()
    speaker = event.appearances.get().speaker
    assert [slug for slug in slugs.split() if not names_in_address(slug, "Talk", [speaker])] == []


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Jet Li", "visit-to-lisbon"),
        ("Jet Li", "politics"),
        ("Лев Ли", "visit-to-lisbon"),
        ("Иван Иванов", "conference-in-ivanovo"),
        ("Condoleezza Rice", "the-rise-of-china"),
        ("Ma Lin", "on-the-line"),
        ("Jo An", "joan-of-arc"),
        ("Coe Coe", "co-operation"),
    ],
)
def test_an_address_that_names_nobody_leads_on(name, slug):
    event = PublicEventFactory(title="Talk", record_rule=UNDER_THE_RULE)
    AppearanceFactory(event=event, speaker=SpeakerFactory(name=name))

    renamed(event, slug, "talk-on-something")

    assert f"/events/2019/{slug}/" in known()
