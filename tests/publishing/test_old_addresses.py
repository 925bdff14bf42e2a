import pytest

from people.merging import merge_speakers
from publishing.deeds import publish, return_to_draft, withdraw
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


def test_merged_speaker_redirects_and_stays_findable(client):
    kept = AppearanceFactory(speaker=SpeakerFactory(name="Artyom Lukin")).speaker
    absorbed = AppearanceFactory(speaker=SpeakerFactory(name="Artem Loukine")).speaker
    address = absorbed.get_absolute_url()

    merge_speakers(kept, absorbed)

    assert client.get(address)["Location"] == kept.get_absolute_url()
    assert [variant.name for variant in kept.variants.all()] == ["Artem Loukine"]
    assert kept.appearances.count() == 2
