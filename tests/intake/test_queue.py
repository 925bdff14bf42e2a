"""Two thousand proposals: a name is decided once, doubts stand apart, and what is sure becomes drafts in bulk."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from events.models import Event
from house.models import Redirect
from intake import queue, queue_admin
from intake.importing import take_in
from intake.items import PersonItem, of_kind
from intake.models import Intake
from people.models import Speaker
from publishing.models import Version
from tests.desk.conftest import logged_in
from tests.factories import PublicEventFactory, SpeakerFactory
from tests.intake.old_site import english

pytestmark = pytest.mark.django_db

QUEUE = "/admin/intake/intake/queue/"


def handed_in(number: int, site: str = "old.example", more: str = "") -> Intake:
    title, lines = english(number)
    address = f"/talk-{number}"
    text = "\n\n".join([title, *lines, *filter(None, [more])])
    return take_in(text, f"https://{site}{address}", old_address=address)[0]


@pytest.fixture
def desk(client, publisher):  # noqa: F811
    client.force_login(publisher)
    return client


def accept(desk, **more):
    """Tick all of the sample that is shown, and press."""
    page = desk.get(QUEUE, {name: more[name] for name in ("site", "year") if name in more}).context
    keys = [one.pk for one in page["sample"]]
    sent = {"deed": "make", "last": page["last"], "drawn": keys, "right": keys} | more
    return desk.post(QUEUE, sent, follow=True)


def test_name_is_decided_once_for_all_its_pages(desk):
    known = SpeakerFactory(name="Anna Berg")
    SpeakerFactory(name="Anna Berg")  # so that it is asked
    pages = [handed_in(number) for number in (0, 30, 60)]  # all Anna Berg
    handed_in(1)  # Omar Berg

    names = {name.name: name.pages for name, _, _ in desk.get(QUEUE).context["named"]}
    assert names == {"Anna Berg": 3, "Omar Berg": 1}
    sent = {"deed": "names", "name-anna berg": known.pk, "name-omar berg": "new"}
    answer = desk.post(QUEUE, sent, follow=True)

    assert "2 names decided in 4 proposals; 1 new person." in answer.text
    assert not answer.context["named"]
    for page in pages:
        page.refresh_from_db()
        assert [person.choice for person in of_kind(PersonItem, page.items)] == [str(known.pk)]
        assert page.version == 2
    assert Speaker.objects.filter(name="Omar Berg").count() == 1
    desk.post(QUEUE, sent)
    assert Speaker.objects.filter(name="Omar Berg").count() == 1  # asked twice


def test_name_that_is_not_always_the_same_is_asked_on_each_page(desk):
    handed_in(0)

    desk.post(QUEUE, {"deed": "names", "name-anna berg": "apart"})

    page = desk.get(QUEUE).context
    assert not page["named"]
    assert [doubt.value for doubt, _, _ in page["doubts"]] == ["a name that several people have"]


def test_nobody_who_is_not_there_is_chosen(desk):
    handed_in(0)

    with pytest.raises(ValidationError):
        queue.decide_names({"anna berg": "999999"})
    assert (
        "no longer in the archive"
        in desk.post(QUEUE, {"deed": "names", "name-anna berg": "²"}, follow=True).text
    )


def test_drafts_are_made_of_what_is_sure_of_one_year_once(desk):
    handed_in(0), handed_in(10), handed_in(1)  # 2008, 2008, 2009

    answer = accept(desk, year="2008")

    assert "2 drafts made, 0 to go." in answer.text
    assert {event.date.year for event in Event.objects.all()} == {2008}
    assert {event.status for event in Event.objects.all()} == {"draft"}
    assert Event.objects.filter(statements__isnull=False).distinct().count() == 2
    assert Version.objects.filter(kind="events.event").count() == 2
    assert {redirect.address for redirect in Redirect.objects.all()} == {"/talk-0", "/talk-10"}
    made = Intake.objects.filter(state="made")
    assert [queue.make_sure_draft(intake.pk) for intake in made] == [None, None]


def test_same_name_on_two_pages_makes_one_person(desk):
    handed_in(0), handed_in(30)

    accept(desk)

    assert Event.objects.count() == 2 and Speaker.objects.filter(name="Anna Berg").count() == 1


def test_one_of_the_sample_that_is_not_right_lets_nothing_be_made(desk):
    handed_in(0), handed_in(1)
    drawn = [one.pk for one in desk.get(QUEUE).context["sample"]]

    answer = desk.post(QUEUE, {"deed": "make", "drawn": drawn, "right": drawn[:1]}, follow=True)

    assert "1 proposal of the sample not ticked as right" in answer.text and not Event.objects.exists()


def test_what_came_since_was_not_looked_at(desk):
    handed_in(0)
    page = desk.get(QUEUE).context
    keys = [one.pk for one in page["sample"]]
    handed_in(1)

    desk.post(QUEUE, {"deed": "make", "last": page["last"], "drawn": keys, "right": keys})

    assert [event.title for event in Event.objects.all()] == [english(0)[0]]


def test_drafts_are_made_in_pieces_and_the_page_goes_on(desk, monkeypatch):
    monkeypatch.setattr(queue_admin, "SECONDS", 0.0001)
    for number in range(3):
        handed_in(number)

    answer = accept(desk)
    pieces = 1
    while going := answer.context["going"]:
        assert "data-going-on" in answer.text
        answer = desk.post(QUEUE, {"deed": "make", "going": going}, follow=True)
        pieces += 1

    assert Event.objects.count() == 3 and pieces == 3
    desk.post(QUEUE, {"deed": "make", "going": "forged"})
    assert Event.objects.count() == 3


def test_duplicates_stand_first_and_are_never_made_in_bulk(desk):
    title, _ = english(0)
    twin = PublicEventFactory(title=title, date=date(2008, 3, 1))
    handed_in(0), handed_in(1), handed_in(1, more="Somebody asked about water.", site="www.example")
    take_in("Nothing much\n\nOn 3 May 2010 it rained.", "https://old.example/rain")

    page = desk.get(QUEUE).context
    accept(desk)

    assert page["doubts"][0][0].value == "perhaps there already" and page["doubts"][0][1] == 3
    assert str(twin.title) in page["doubts"][0][2].twin
    assert page["sure"] == 0 and Event.objects.count() == 1
    shown = desk.get(QUEUE, {"doubt": "perhaps there already"})
    assert shown.text.count("the same as") == 4


def test_screen_asks_as_often_for_three_as_for_twelve(desk, django_assert_num_queries):
    for number in range(3):
        handed_in(number)
    desk.get(QUEUE)
    with django_assert_num_queries(10):
        desk.get(QUEUE)
    for number in range(3, 12):
        handed_in(number)
    with django_assert_num_queries(10):
        desk.get(QUEUE)


@pytest.mark.parametrize(
    "query", ["?page=x", "?page=99999999999999999999", "?year=%00&site=%00", "?doubt=%FF&going=x"]
)
def test_odd_question_is_answered(desk, query):
    assert desk.get(QUEUE + query).status_code == 200


def test_screen_is_for_those_who_read_reports(client, db):
    assert client.get(QUEUE).status_code == 302
    logged_in(client, "Editor")
    assert client.get(reverse("admin:intake_intake_queue")).status_code == 200
