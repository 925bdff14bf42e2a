from datetime import date

import pytest

from people.merging import merge_speakers
from publishing.deeds import publish, return_to_draft, withdraw
from publishing.models import OldAddress
from tests.factories import LONG_AGO, AppearanceFactory, EventFactory, PublicEventFactory, SpeakerFactory

pytestmark = pytest.mark.django_db


def test_renamed_event_redirects_from_each_address_it_had(client):
    event = PublicEventFactory(title="First Name")
    for slug in ("second-name", "third-name"):
        event.slug = slug
        event.save()

    for old in ("/events/2019/first-name/", "/events/2019/second-name/"):
        response = client.get(old, {"page": "2"})
        assert (response.status_code, response["Location"]) == (301, "/events/2019/third-name/?page=2")


def test_event_that_moves_to_another_year_redirects(client):
    event = PublicEventFactory(title="Talk")

    event.date = event.date.replace(year=2020)
    event.save()

    assert client.get("/events/2019/talk/")["Location"] == "/events/2020/talk/"


def test_live_address_wins_over_an_old_one(client):
    moved = PublicEventFactory(title="Talk")
    moved.slug = "talk-of-spring"
    moved.save()

    PublicEventFactory(title="Talk")

    assert client.get("/events/2019/talk/").status_code == 200


def test_old_address_of_a_draft_betrays_nothing(client):
    event = PublicEventFactory(title="Talk")
    event.slug = "secret-talk"
    event.status = "draft"
    event.save()

    assert client.get("/events/2019/talk/").status_code == 404


def test_event_renamed_while_it_is_a_draft_again_redirects(client):
    event = PublicEventFactory(title="Talk")
    return_to_draft(event)
    event.slug = "talk-of-spring"
    event.save()
    publish(event)

    assert client.get("/events/2019/talk/")["Location"] == "/events/2019/talk-of-spring/"


def test_old_address_of_a_withdrawn_event_leads_to_its_notice(client):
    event = PublicEventFactory(title="Talk")
    event.slug = "talk-of-spring"
    event.save()
    withdraw(event, "The speakers had not agreed.")

    response = client.get("/events/2019/talk/", follow=True)

    assert response.status_code == 410
    assert "The speakers had not agreed." in response.content.decode()


def test_draft_leaves_no_old_address(client):
    event = EventFactory(title="Working Title")
    event.slug = "final-title"
    event.status, event.publish_at = "published", LONG_AGO
    event.save()

    assert client.get("/events/2019/working-title/").status_code == 404


def test_redirect_is_for_good_and_asked_again_each_time(client):
    event = PublicEventFactory(title="Talk")
    event.slug = "talk-of-spring"
    event.save()

    response = client.get("/events/2019/talk/")

    assert (response.status_code, response["Cache-Control"]) == (301, "no-cache")


def test_feed_of_a_renamed_speaker_is_asked_again_too(client):
    speaker = AppearanceFactory(speaker=SpeakerFactory(name="Ann Bell")).speaker
    address = speaker.get_absolute_url()
    speaker.slug = "anna-bell"
    speaker.save()

    response = client.get(f"{address}feed/")

    assert (response.status_code, response["Cache-Control"]) == (301, "no-cache")


@pytest.mark.parametrize(
    ("there", "back"),
    [
        ({"slug": "other"}, {"slug": "talk"}),
        ({"date": date(2020, 4, 26)}, {"date": date(2019, 4, 26)}),
    ],
)
def test_event_that_comes_back_to_its_address_leaves_no_circle(client, there, back):
    event = PublicEventFactory(title="Talk", date=date(2019, 4, 26))
    first = event.get_absolute_url()
    for fields in (there, back):
        for name, value in fields.items():
            setattr(event, name, value)
        event.save()

    (old,) = OldAddress.objects.all()

    assert event.get_absolute_url() == first != old.path
    assert client.get(first).status_code == 200
    assert client.get(old.path)["Location"] == first


def test_address_taken_by_another_leads_nowhere_else_afterwards(client):
    moved = PublicEventFactory(title="Talk")
    moved.slug = "talk-of-spring"
    moved.save()
    newcomer = EventFactory(title="Talk")
    publish(newcomer)

    return_to_draft(newcomer)

    assert client.get("/events/2019/talk/").status_code == 404


def test_draft_takes_no_address_away_from_what_is_public(client):
    moved = PublicEventFactory(title="Talk")
    moved.slug = "talk-of-spring"
    moved.save()

    draft = EventFactory(title="Other")
    draft.slug = "talk"
    draft.save()

    assert client.get("/events/2019/talk/")["Location"] == "/events/2019/talk-of-spring/"


def test_merged_speaker_redirects_and_stays_findable(client):
    kept = AppearanceFactory(speaker=SpeakerFactory(name="Artyom Lukin")).speaker
    absorbed = AppearanceFactory(speaker=SpeakerFactory(name="Artem Loukine")).speaker
    address = absorbed.get_absolute_url()

    merge_speakers(kept, absorbed)

    assert client.get(address)["Location"] == kept.get_absolute_url()
    assert [variant.name for variant in kept.variants.all()] == ["Artem Loukine"]
    assert kept.appearances.count() == 2
