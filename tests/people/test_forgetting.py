"""Somebody asks to be forgotten: the whole database is searched for the name afterwards, and the folder of uploads."""

import json
import threading
import time

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from events.models import Complaint, Event, Statement
from house.old_site.models import Redirect
from intake.models import Intake, digest_of
from opinions.models import Opinion
from people.forgetting import forget_again, forget_person, what_is_kept
from people.models import Affiliation, Forgotten, NameVariant, Organisation, Speaker, print_of
from publishing.changes import unit_of_work
from publishing.models import Correction, OldAddress, Version
from publishing.versions import hold
from search.models import SearchedFor
from tests.at_once import PATIENCE, at_once
from tests.desk.users import make_user
from tests.factories import (
    AppearanceFactory,
    AuthorshipFactory,
    EventFactory,
    PublicEventFactory,
    PublicOpinionFactory,
    SpeakerFactory,
    StatementFactory,
    event_with_statements,
)
from tests.publishing.test_forgetting import logged, tables_with

pytestmark = pytest.mark.django_db

WORDS = ["Varga", "varga", "Варга", "Варги", "Hana", "Q4242"]


@pytest.fixture
@unit_of_work()
def hana() -> Speaker:
    """Somebody whose name stands wherever one can stand."""
    speaker = SpeakerFactory(name="Hana Varga", wikidata="Q4242", biography="Hana Varga reads rivers.")
    NameVariant.objects.create(speaker=speaker, name="Хана Варга")
    bank = Organisation.objects.create(name="Centre for Small States")
    Affiliation.objects.create(speaker=speaker, organisation=bank, post="Fellow")
    event = event_with_statements("Rivers do not wait.", title="Half a river, with Hana Varga")
    seat = event.appearances.get()
    seat.speaker, seat.printed_name, seat.printed_post = speaker, "Hana Varga", "Fellow"
    seat.save()
    other = AppearanceFactory(event=event, speaker=SpeakerFactory(name="Jonas Bergh"))
    event.report += "<p>As Hana <em>Varga</em> said, VARGA was right. Varga’s law holds.</p><p>Dams leak.</p>"
    event.lead = "Varga on rivers."
    event.save()
    StatementFactory(event=event, appearance=other, text="Varga’s law holds.")
    russian = PublicEventFactory(
        title="Реки", language="ru", report="<p>По словам Ханы Варги, реки не ждут.</p>"
    )
    AppearanceFactory(event=russian, speaker=speaker, printed_name="Хана Варга")
    PublicEventFactory(title="Elsewhere", lead="They quoted Hana Varga. The Varga prize is another’s.")
    Correction.objects.create(item=event, text="Hana Varga spoke in May.")
    AuthorshipFactory(opinion=PublicOpinionFactory(title="Dams"), speaker=speaker, printed_name="Hana Varga")
    OldAddress.remember("/speakers/varga-hana/", speaker)
    SearchedFor.objects.create(query="varga rivers", times=3)
    Complaint.objects.create(
        statement=event.statements.first(), about="words", text="Varga said less.", ticket="t"
    )
    Intake.objects.create(
        text="Varga said it.",
        digest=digest_of("1"),
        event=event,
        state=Intake.State.MADE,
        proposal={},
        decisions={},
    )
    logged(make_user("Editor"), speaker, "Hana Varga", json.dumps([{"added": {"object": "Хана Варга"}}]))
    return speaker


def test_nothing_that_is_kept_has_the_name_any_more(hana, client):
    assert len(tables_with("Varga", "varga")) > 10
    address = hana.get_absolute_url()

    forgotten = forget_person(hana, why="by letter", is_told=True)

    left = tables_with("Hana Varga", "Варг", "Q4242", "hana-varga", "varga-hana")
    assert left == set()
    event = Event.objects.get(title__startswith="Half a river")
    assert event.title == "Half a river, with [a participant]"
    assert "varga" not in event.slug
    assert event.lead == "[a participant] on rivers."
    assert "[a participant]’s law holds." in event.report
    assert Event.objects.get(title="Реки").report == "<p>По словам [участник], реки не ждут.</p>"
    first, second = event.statements.all()
    assert (first.attribution, first.appearance) == ("A participant", None)
    assert second.text == "[a participant]’s law holds."
    assert not Statement.objects.without_a_place().exists()
    assert Opinion.objects.get().status == "withdrawn"
    assert forgotten.statements == 1
    for gone in (address, "/speakers/varga-hana/", f"{address}cite.ris"):
        answer = client.get(gone)
        assert answer.status_code == 410
        assert "asked to be forgotten" in answer.text
    assert client.get("/speakers/nobody/").status_code == 404
    assert "A participant’s since: 1 statement." in " ".join(client.get("/corrections/").text.split())


def test_somebody_of_many_spellings_is_forgotten_by_each(hana):
    NameVariant.objects.bulk_create(
        NameVariant(speaker=hana, name=f"Hana Varga{letter}{other}", fold=f"hana varga{letter}{other}")
        for letter in "abcdefghij"
        for other in "klmnopqrst"
    )
    told = [PublicEventFactory(lead=f"Hana Varga{ending} came.") for ending in ("ak", "jt")]

    forget_person(hana)

    for event in told:
        event.refresh_from_db()
        assert event.lead == "[a participant] came."


def test_a_surname_elsewhere_may_be_somebody_elses(hana):
    forget_person(hana)
    assert (
        Event.objects.get(title="Elsewhere").lead
        == "They quoted [a participant]. The Varga prize is another’s."
    )


def test_looking_at_what_goes_asks_the_same_of_few_texts_and_of_many(client, django_assert_num_queries):
    client.force_login(make_user("Administrator"))
    hana = SpeakerFactory(name="Hana Varga")

    @unit_of_work()
    def named_by_one_more() -> None:
        event = event_with_statements("Varga’s law holds.", lead="Hana Varga on rivers.")
        AppearanceFactory(event=event, speaker=hana, printed_post="Fellow of the Hana Varga Centre")
        Correction.objects.create(item=event, text="Hana Varga spoke in May.")
        AuthorshipFactory(speaker=hana)

    named_by_one_more()
    page = f"/admin/people/speaker/{hana.pk}/forget/"
    client.get(page)
    with CaptureQueriesContext(connection) as asked:
        few = client.get(page)
    queries = len(asked)
    for _ in range(5):
        named_by_one_more()
    client.get(page)

    with django_assert_num_queries(queries):
        many = client.get(page)

    assert (few.text.count("Hana Varga spoke in May."), many.text.count("Hana Varga spoke in May.")) == (1, 6)


# --- Addresses ---


@pytest.mark.parametrize(
    ("name", "in_full", "by_surname"),
    [
        (
            "Артём Лукин",
            "vstrecha-s-artemom-lukinym artyom-lukin-talks lukin-artem s-artjomom-lukinym-70",
            "lektsiya-lukina s-lukinym lukin-2",
        ),
        ("Анна Иванова-Петрова", "doklad-anny-ivanovoy-petrovoy anna-iwanowa-petrowa", "ivanova-petrova"),
        ("Jean-Luc Dupont-Aignan", "jean-luc-dupont-aignan jeanluc-dupontaignan", "dupont-aignans-talk"),
        ("Jürgen Mühlensiep", "juergen-muehlensiep-spricht", "muehlensieps-talk"),
    ],
)
def test_no_old_address_names_somebody_forgotten_in_whatever_form(name, in_full, by_surname):
    speaker = SpeakerFactory(name=name)
    theirs, elsewhere = PublicEventFactory(title="A dinner"), PublicEventFactory(title="Another")
    AppearanceFactory(event=theirs, speaker=speaker)
    opinion = PublicOpinionFactory(title="Dams")
    AuthorshipFactory(opinion=opinion, speaker=speaker)
    for slug in in_full.split():
        OldAddress.remember(f"/events/2018/{slug}/", theirs)
        OldAddress.remember(f"/events/2019/{slug}/", elsewhere)
    for slug in by_surname.split():
        OldAddress.remember(f"/events/2020/{slug}/", theirs)
        OldAddress.remember(f"/opinions/{slug}/", opinion)
        Redirect.objects.create(address=f"/old/{slug}.html", target=theirs.get_absolute_url())
    stays = ["/events/2020/a-former-title/", "/events/2021/lukino/", "/events/2021/petrova/"]
    for path in stays:
        OldAddress.remember(path, theirs)
    told = next(line.times for line in what_is_kept(speaker) if line.place == "Old addresses")

    forget_person(speaker)

    assert list(OldAddress.objects.order_by("path").values_list("path", flat=True)) == stays
    assert not Redirect.objects.exists()
    assert told == 2 * (len(in_full.split()) + len(by_surname.split()))


def test_addresses_of_a_namesakes_events_stay():
    lukin, brother = SpeakerFactory(name="Артём Лукин"), SpeakerFactory(name="Пётр Лукин")
    namesake = SpeakerFactory(name="Artyom Lukin", sort_name="Lukin, Artyom")
    theirs, brothers, namesakes = (PublicEventFactory(title=title) for title in ("One", "Two", "Three"))
    for event, speaker in ((theirs, lukin), (brothers, brother), (namesakes, namesake)):
        AppearanceFactory(event=event, speaker=speaker)
    OldAddress.remember("/events/2018/artem-lukin/", theirs)
    stay = {
        "/events/2018/lektsiya-lukina/": brothers,
        "/events/2018/s-artemom-lukinym/": namesakes,
        "/speakers/lukin-artem/": namesake,
    }
    for path, item in stay.items():
        OldAddress.remember(path, item)

    forget_person(lukin)

    assert set(OldAddress.objects.values_list("path", flat=True)) == set(stay)


def test_address_of_today_is_made_anew_where_it_names_them():
    speaker = SpeakerFactory(name="Артём Лукин")
    event = PublicEventFactory(title="A dinner", slug="obed-s-lukinym")
    AppearanceFactory(event=event, speaker=speaker)
    for old in ("dinner", "lukina"):
        Redirect.objects.create(address=f"/2018/{old}.html", target=event.get_absolute_url())

    forget_person(speaker)

    event.refresh_from_db()
    assert event.slug == "a-dinner"
    assert not OldAddress.objects.exists()
    (left,) = Redirect.objects.all()
    assert (left.address, left.target) == ("/2018/dinner.html", event.get_absolute_url())


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Elif Yıldırım", "ELİF YILDIRIM spoke."),
        ("Elif Yıldırım", "Elif Yıldırım spoke."),
        ("Deniz İnan", "DENİZ İNAN spoke."),
        ("Deniz İnan", "Deniz İnan spoke."),
        ("İnan Deniz", "İNAN DENİZ spoke."),
    ],
)
def test_name_in_turkish_letters_is_forgotten_in_capitals_too(name, text):
    speaker = SpeakerFactory(name=name)
    event = PublicEventFactory(lead=text)
    event.title = "Kept"
    event.save()

    forget_person(speaker)

    event.refresh_from_db()
    leads = {one.document["fields"]["lead"] for one in Version.objects.filter(kind="events.event")}
    assert (event.lead, leads) == ("[a participant] spoke.", {"[a participant] spoke.", "[…] spoke."})


@pytest.mark.django_db(transaction=True)
def test_what_an_editor_saves_in_the_same_instant_is_not_lost():
    event = event_with_statements("Rivers do not wait.", report="<p>Rivers do not wait, said Hana Varga.</p>")
    speaker = event.appearances.get().speaker
    Speaker.objects.filter(pk=speaker.pk).update(name="Hana Varga")
    held = threading.Event()

    def save():
        with unit_of_work():
            hold(now := Event.objects.get(pk=event.pk))
            held.set()
            time.sleep(0.5)  # the other has begun, and waits
            now.report += "<p>Dams leak, said Hana Varga.</p>"
            now.save()

    def forget():
        held.wait(PATIENCE)
        forget_person(Speaker.objects.get(pk=speaker.pk))

    assert at_once(save, forget) == [None, None]

    report = Event.objects.get().report
    assert "Dams leak, said [a participant]." in report
    assert "Varga" not in report


def test_versions_stay_without_them_and_can_be_compared(hana, client):
    event = Event.objects.get(title__startswith="Half a river")
    forget_person(hana)
    kept = Version.objects.filter(kind="events.event", object_id=event.pk)
    assert kept.count() > 1
    assert all(
        hana.pk not in {row["speaker"] for row in one.document["parts"]["appearances"]} for one in kept
    )
    client.force_login(make_user("Administrator"))
    assert client.get(f"/admin/events/event/{event.pk}/history/").status_code == 200


def test_words_too_withdraws_what_they_said(hana, client):
    said = Statement.objects.get(appearance__speaker=hana)
    forget_person(hana, words_too=True)
    assert client.get(said.get_absolute_url()).status_code == 410
    assert "Rivers do not wait" not in client.get(said.event.get_absolute_url()).text


LONG = "Rivers will wait in the old harbour for two years, as everybody knows."


@pytest.mark.parametrize(
    ("make", "text", "stands"),
    [
        (EventFactory, LONG, True),  # nobody has read it: its editor decides
        (PublicEventFactory, LONG, False),
        (
            PublicEventFactory,
            "In the old harbour for two years, all agreed.",
            False,
        ),  # and has places of its own
    ],
)
def test_words_too_withdraws_them_wherever_they_stand(make, text, stands):
    speaker = event_with_statements(LONG).appearances.get().speaker
    other = StatementFactory(text=text, appearance__event=make(lead="For two years, all agreed!"))

    forget_person(speaker, words_too=True)

    assert Statement.objects.standing().filter(pk=other.pk).exists() == stands
    assert not Statement.objects.standing().exclude(pk=other.pk).exists()


def test_words_that_many_said_are_looked_for_once():
    """What each further event adds is the same, however many there are."""

    def asked_of(number: int) -> int:
        words = f"{number} rivers will wait in the old harbour for two years."
        speaker = SpeakerFactory(name=f"Hana Varga{number}")
        for _ in range(number):
            StatementFactory(text=words, appearance__speaker=speaker)
        with CaptureQueriesContext(connection) as asked:
            forget_person(speaker, words_too=True)
        assert not Statement.objects.standing().exists()
        return len(asked)

    two, four, six = map(asked_of, (2, 4, 6))

    assert six - four == four - two


def test_a_reason_with_the_name_is_refused_and_costs_nothing(hana):
    with pytest.raises(ValidationError, match="without the name"):
        forget_person(hana, why="Varga wrote to us")
    assert Speaker.objects.filter(name="Hana Varga").exists()
    assert not Forgotten.objects.exists()


def test_an_older_archive_forgets_again(hana):
    asked = Forgotten(salt="s", prints=[print_of("s", hana.get_absolute_url())], statements=1)
    assert forget_again([asked]) == 1
    assert not Speaker.objects.filter(name="Hana Varga").exists()
    assert forget_again([asked]) == 0
    assert Forgotten.objects.count() == 1


def test_the_screen_shows_what_goes_and_asks_for_the_name(hana, client):
    page = f"/admin/people/speaker/{hana.pk}/forget/"
    client.force_login(make_user("Publisher"))
    assert client.get(page).status_code == 403
    client.force_login(make_user("Administrator"))
    assert page in client.get(f"/admin/people/speaker/{hana.pk}/change/").text
    shown = client.get(page).text
    assert all(line.place in shown for line in what_is_kept(hana))
    assert "law holds" in shown
    slip = client.post(page, {"how_much": "person", "name_again": "Hana"})
    assert "Write it as it stands here" in slip.text
    assert Speaker.objects.filter(pk=hana.pk).exists()
    done = client.post(page, {"how_much": "person", "name_again": "hana varga", "why": ""}, follow=True)
    assert "The person is forgotten" in done.text
    assert not Speaker.objects.filter(pk=hana.pk).exists()
    assert client.post(page, {"how_much": "person", "name_again": "hana varga"}).status_code == 404


def test_the_command_shows_first(hana, capsys):
    call_command("forget", "hana-varga")
    assert "Nothing was changed" in capsys.readouterr().out
    with pytest.raises(CommandError, match="Nobody stands"):
        call_command("forget", "nobody")
    call_command("forget", "/speakers/hana-varga/", for_good=True)
    assert not Speaker.objects.filter(name="Hana Varga").exists()
