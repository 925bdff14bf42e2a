"""Pages of records that are made once: the same as if they were made now, and made anew by whatever they show."""

import gzip
from datetime import date, timedelta

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from hypothesis import HealthCheck, settings
from hypothesis.stateful import invariant, run_state_machine_as_test

from events.models import Event, Statement, Topic
from events.withdrawing import withdraw_statement
from house.models import House
from opinions.models import Opinion, Teaser
from people.merging import merge_speakers
from people.models import Speaker
from people.unmerging import merges, undo_merge
from public.made_pages import page_at
from public.models import MadePage
from publishing.changes import unit_of_work
from publishing.deeds import publish, withdraw
from publishing.forgetting import forget_everywhere
from tests.factories import (
    AppearanceFactory,
    OpinionFactory,
    PublicEventFactory,
    PublicOpinionFactory,
    SpeakerFactory,
    TopicFactory,
    event_with_statements,
)
from tests.search.test_index_stays_true import Archive

pytestmark = pytest.mark.django_db

HAVE_A_PAGE = (Event, Statement, Speaker, Opinion, Topic)
LISTS = ["/", "/events/", "/speakers/", "/opinions/", "/topics/"]
KEPT = 2  # queries for a page that need not be made: which edition it is, and for the page
HOUSE = 1  # read once an edition
TOLD_ANEW = 3  # of another day: it is written down, in a transaction of its own


@pytest.fixture
def event():
    return event_with_statements("They spoke of sanctions.", title="Sanctions", lead="Why now.")


def addresses() -> list[str]:
    records = [one for model in HAVE_A_PAGE for one in model.objects.published()]
    return [*LISTS, *(record.get_absolute_url() for record in records)]


def anew(address: str):
    """The page as it is made for somebody for whom nothing is kept."""
    return Client().get(address, headers={"Cookie": "anything=1"})


class Read(Archive):
    """As whatever an editor does is searched, so it is read: no page that is kept is another than it would be now."""

    @invariant()
    def the_index_is_what_the_records_say(self):
        """Tried elsewhere."""

    search_finds_what_the_gate_lets_through = what_is_counted_is_what_the_records_say = None
    who_and_what_is_public_is_what_the_records_say = None

    @invariant()
    def pages_are_what_the_records_say(self):
        reader = Client()
        for address in addresses():
            page, _edition = page_at(f"en-gb {address}")
            if page:
                assert gzip.decompress(page.compressed).decode() == anew(address).text
            else:
                reader.get(address)


def test_pages_are_what_the_records_say_whatever_is_done():
    a_few = settings(
        max_examples=2, stateful_step_count=8, deadline=None, suppress_health_check=list(HealthCheck)
    )

    run_state_machine_as_test(Read, settings=a_few)


def test_a_change_of_what_a_page_does_not_show_leaves_it(client, event, django_assert_num_queries):
    first = client.get(event.get_absolute_url())
    other = event_with_statements("They spoke of grain.", title="Grain")
    other.title = "Wheat"
    other.save()

    with django_assert_num_queries(KEPT + HOUSE):
        second = client.get(event.get_absolute_url())

    assert second.content == first.content
    assert second["Link"] == first["Link"]


def test_a_change_of_the_house_shows_on_every_page(client, event):
    client.get(event.get_absolute_url())
    House(name="Harbour Papers").save()

    assert "Harbour Papers" in client.get(event.get_absolute_url()).text


def test_what_a_reader_has_made_while_it_changed_is_shown_to_nobody_else(client, event, monkeypatch):
    """The page is read before the change is stored, and kept after it."""
    from public import made_pages

    keep = made_pages.keep

    def keep_too_late(*page):
        event.title = "Freezing"
        event.save()
        keep(*page)

    monkeypatch.setattr(made_pages, "keep", keep_too_late)
    assert "Sanctions" in client.get(event.get_absolute_url()).text
    monkeypatch.undo()

    assert "Freezing" in client.get(event.get_absolute_url()).text


def test_a_page_is_not_made_anew_each_day_but_tells_the_day(
    client, event, monkeypatch, django_assert_num_queries
):
    first = client.get(event.get_absolute_url()).text
    tomorrow = timezone.now() + timedelta(days=1)
    monkeypatch.setattr("django.utils.timezone.now", lambda: tomorrow)

    with django_assert_num_queries(KEPT + TOLD_ANEW):
        second = client.get(event.get_absolute_url()).text

    assert second != first
    assert second == anew(event.get_absolute_url()).text
    with django_assert_num_queries(KEPT):
        assert client.get(event.get_absolute_url()).text == second


@pytest.mark.parametrize(("days", "is_made_anew"), [(-1, False), (0, True)])
def test_a_list_is_made_anew_each_day_as_long_as_events_are_to_come(client, monkeypatch, days, is_made_anew):
    event_with_statements("Soon.", date=timezone.localdate() + timedelta(days=days))
    client.get("/events/")
    tomorrow = timezone.now() + timedelta(days=1)
    monkeypatch.setattr("django.utils.timezone.now", lambda: tomorrow)

    page, _edition = page_at("en-gb /events/")

    assert (page is None) == is_made_anew
    assert client.get("/events/").content == anew("/events/").content


def test_a_correction_shows_on_its_day(client, event, monkeypatch):
    event.corrections.create(date=timezone.localdate() + timedelta(days=1), text="It was Tuesday.")
    assert "It was Tuesday." not in client.get(event.get_absolute_url()).text
    tomorrow = timezone.now() + timedelta(days=1)
    monkeypatch.setattr("django.utils.timezone.now", lambda: tomorrow)

    assert "It was Tuesday." in client.get(event.get_absolute_url()).text


@pytest.mark.parametrize(("year", "is_made_anew"), [(2018, False), (2019, True)])
def test_what_is_said_in_the_years_of_a_speaker_changes_their_share_and_nothing_else_does(
    client, event, year, is_made_anew
):
    """Their page tells of how many positions of a year theirs are."""
    Event.objects.update(date=date(2019, 4, 26))
    call_command("rebuild_index", verbosity=0)
    speaker = event.appearances.get().speaker
    client.get(speaker.get_absolute_url())

    event_with_statements("Of grain.", "Of water.", date=date(year, 5, 3))

    page, _edition = page_at(f"en-gb {speaker.get_absolute_url()}")
    assert (page is None) == is_made_anew
    assert client.get(speaker.get_absolute_url()).content == anew(speaker.get_absolute_url()).content


def test_a_page_ends_when_something_appears_on_it(client, event):
    opinion = OpinionFactory(
        title="Announced", status="scheduled", publish_at=timezone.now() + timedelta(days=1)
    )
    Teaser.objects.create(event=event, opinion=opinion)
    client.get(event.get_absolute_url())

    assert MadePage.objects.get().until <= opinion.publish_at


def test_an_opinion_tells_where_it_is_teased_until_it_is_not(client, event):
    opinion = PublicOpinionFactory(title="Teased")
    client.get(opinion.get_absolute_url())
    teaser = Teaser.objects.create(event=event, opinion=opinion)
    assert "Sanctions" in client.get(opinion.get_absolute_url()).text

    event.title = "Freezing"
    event.save()
    assert "Freezing" in client.get(opinion.get_absolute_url()).text

    teaser.delete()
    assert "Freezing" not in client.get(opinion.get_absolute_url()).text


def test_a_related_event_shows_as_soon_as_it_is_public(client, event):
    topic = TopicFactory()
    event.topics.add(topic)
    draft = event_with_statements("Not yet.", title="Grain", status="draft", publish_at=None)
    draft.topics.add(topic)
    assert "Grain" not in client.get(event.get_absolute_url()).text

    publish(draft)

    assert "Grain" in client.get(event.get_absolute_url()).text


def test_words_that_are_taken_back_are_kept_on_no_page(client, event):
    statement = event.statements.get()
    for address in (event.get_absolute_url(), statement.get_absolute_url()):
        client.get(address)

    withdraw_statement(statement, "Never said.")

    assert not MadePage.objects.exists()
    assert client.get(statement.get_absolute_url()).status_code == 410
    withdraw(event, "It was never held.")
    assert client.get(event.get_absolute_url()).status_code == 410


def test_who_is_forgotten_is_named_on_no_page(client, event):
    client.get(event.get_absolute_url())

    forget_everywhere(["Nobody Atall"])

    assert not MadePage.objects.exists()


def test_what_was_written_past_the_deeds_shows_when_the_index_is_made_anew(client, event):
    client.get(event.get_absolute_url())
    Event.objects.update(title="Freezing")

    call_command("rebuild_index", verbosity=0)

    assert "Freezing" in client.get(event.get_absolute_url()).text


def test_a_page_is_sent_as_it_is_kept_to_those_who_read_it_compressed(client, event):
    plain = client.get(event.get_absolute_url())

    packed = client.get(event.get_absolute_url(), headers={"Accept-Encoding": "gzip"})

    assert packed["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.content) == plain.content
    assert "Accept-Encoding" in packed["Vary"]


OF_ONE_REQUEST = {"X-Request-ID"}


def test_a_page_that_is_kept_has_all_the_headers_of_one_that_is_made(client, event):
    made = client.get(event.get_absolute_url())
    kept = client.get(event.get_absolute_url())

    assert MadePage.objects.count() == 1
    of_made, of_kept = ({**page.headers} for page in (made, kept))
    assert {"Content-Security-Policy", "X-Frame-Options", "Content-Length"} <= of_kept.keys()
    for name in of_made.keys() - OF_ONE_REQUEST:
        assert of_kept[name] == of_made[name]


def test_what_is_kept_is_shown_under_the_archives_own_name_alone(client, event):
    client.get(event.get_absolute_url())

    assert client.get(event.get_absolute_url(), headers={"Host": "elsewhere.example"}).status_code == 400


def test_only_what_is_the_same_for_all_readers_is_kept(client, admin_client, event):
    client.get(f"{event.get_absolute_url()}?from=a-letter")
    admin_client.get(event.get_absolute_url())
    client.get("/events/2019/not-there/")
    with unit_of_work():
        client.get(event.get_absolute_url())

    assert not MadePage.objects.exists()


def test_a_speaker_of_the_same_evening_is_called_by_their_new_name(client, event):
    other = SpeakerFactory(name="Ottilie Brandt")
    event.appearances.create(speaker=other, printed_name=other.name)
    speaker = event.appearances.first().speaker
    assert "Ottilie Brandt" in client.get(speaker.get_absolute_url()).text

    other.name = "Ottilie Weiss"
    other.save()

    assert "Ottilie Weiss" in client.get(speaker.get_absolute_url()).text


def test_of_two_who_are_one_and_two_again_the_pages_of_others_tell(client, monkeypatch):
    """Neither stands on the page of a third, whom each met less often than somebody else did."""
    monkeypatch.setattr("public.speaker_page.COMPANIONS", 1)
    third, often, kept, absorbed = SpeakerFactory.create_batch(4)
    for others in ([often, absorbed], [often, absorbed], [often], [kept], [kept]):
        event = PublicEventFactory()
        for speaker in (third, *others):
            AppearanceFactory(event=event, speaker=speaker)
    page = third.get_absolute_url()
    assert_it_is_as_if_made_anew(client, page)

    merge_speakers(kept, absorbed)
    merged = assert_it_is_as_if_made_anew(client, page)
    undo_merge(merges().get())
    undone = assert_it_is_as_if_made_anew(client, page)

    assert kept.name in merged and kept.name not in undone


def assert_it_is_as_if_made_anew(client, address: str) -> str:
    client.get(address)
    page = client.get(address).text
    assert page == anew(address).text
    return page


def test_an_event_and_the_lists_are_there_before_anybody_asks(
    client, event, django_capture_on_commit_callbacks, django_assert_num_queries
):
    with django_capture_on_commit_callbacks(execute=True):
        event.title = "Freezing"
        event.save()

    client.get("/robots.txt")  # which reads the house
    for address in (event.get_absolute_url(), "/", "/events/", "/speakers/", "/topics/"):
        with django_assert_num_queries(KEPT):
            page = client.get(address)
        assert page.content == anew(address).content
    assert "Freezing" in client.get("/events/").text
