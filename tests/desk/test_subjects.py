"""Topics, series, venues and organisations: deleting what is used, merging two into one."""

import json
import re
from html import unescape

import pytest
from django.contrib.admin.models import LogEntry
from django.db.models import ProtectedError
from django.db.models.signals import post_save

from events.models import Event, Series, Topic, Venue
from people.models import Organisation
from publishing.changes import unit_of_work
from tests.desk.pages import ADD_EVENT, change_page, messages_on
from tests.factories import (
    AppearanceFactory,
    EventFactory,
    OpinionFactory,
    PublicEventFactory,
    PublicOpinionFactory,
    SeriesFactory,
    SpeakerFactory,
    StatementFactory,
    TopicFactory,
    VenueFactory,
)

pytestmark = pytest.mark.django_db


def page(item, name: str) -> str:
    return change_page(item).replace("change", name)


def list_of(item) -> str:
    return change_page(item).partition(f"{item.pk}/")[0]


def merge_page(*pair) -> str:
    return f"{list_of(pair[0])}merge/?" + "&".join(
        f"{n}={item.pk}" for n, item in zip("ab", pair, strict=False)
    )


@unit_of_work()
def used_topic() -> Topic:
    topic = TopicFactory(name="Steppe Railways")
    PublicEventFactory(title="A Railway Is Not a Road").topics.add(topic)
    EventFactory(title="A draft").topics.add(topic)
    StatementFactory().topics.add(topic)
    PublicOpinionFactory().topics.add(topic)
    return topic


@unit_of_work()
def used_series() -> Series:
    series = SeriesFactory(name="Corridors")
    PublicEventFactory.create_batch(5, series=series)
    return series


def used_venue() -> Venue:
    venue = VenueFactory(name="Old Exchange")
    EventFactory(venue=venue)
    return venue


def used_organisation() -> Organisation:
    organisation = Organisation.objects.create(name="Harbour College")
    SpeakerFactory(name="Ida Roe").affiliations.create(organisation=organisation, post="Fellow")
    return organisation


USED = [
    (used_topic, "is used by 2 events, 1 statement and 1 opinion."),
    (used_series, "is used by 5 events."),
    (used_venue, "is used by 1 event."),
    (used_organisation, "is used by 1 affiliation."),
]


# --- Deleting ---


@pytest.mark.parametrize(("make", "told"), USED)
def test_what_is_used_is_not_deleted_and_the_page_says_by_what(client, publisher, make, told):
    record = make()

    asked = client.get(page(record, "delete")).content.decode()
    client.post(page(record, "delete"), {"post": "yes"})

    assert told in asked
    assert f"{list_of(record)}merge/?a={record.pk}" in asked
    assert type(record).objects.filter(pk=record.pk).exists()


@pytest.mark.parametrize(("make", "told"), USED)
def test_what_is_used_is_not_deleted_from_the_list(client, publisher, make, told):
    record = make()
    sent = {"action": "delete_selected", "_selected_action": [record.pk]}

    asked = client.post(list_of(record), sent).content.decode()
    client.post(list_of(record), sent | {"post": "yes"})

    assert told in asked
    assert type(record).objects.filter(pk=record.pk).exists()


def test_each_use_is_a_link(client, publisher):
    organisation, series = used_organisation(), SeriesFactory()
    event = PublicEventFactory(series=series, title="Ships & Winters")

    assert f'<a class="link" href="{change_page(event)}">Ships &amp; Winters</a>' in (
        client.get(page(series, "delete")).content.decode()
    )
    speaker = organisation.affiliations.get().speaker
    assert f'href="{change_page(speaker)}">Ida Roe</a>' in (
        client.get(page(organisation, "delete")).content.decode()
    )


def test_many_uses_are_counted_and_the_first_named(client, publisher):
    series = SeriesFactory()
    PublicEventFactory.create_batch(12, series=series)

    shown = client.get(page(series, "delete")).content.decode()

    assert "12 events: " in shown and "; and 2 more" in shown


def test_what_names_a_speaker_costs_the_same_for_one_as_for_many(
    client, publisher, django_assert_num_queries
):
    speakers = [SpeakerFactory(), SpeakerFactory()]
    for speaker, number in zip(speakers, (1, 8), strict=True):
        AppearanceFactory.create_batch(number, speaker=speaker)
    client.get(page(speakers[0], "delete"))

    for speaker in speakers:
        with django_assert_num_queries(24):
            client.get(page(speaker, "delete"))


def test_what_nothing_names_is_deleted(client, publisher):
    for record in (
        TopicFactory(),
        SeriesFactory(),
        VenueFactory(),
        Organisation.objects.create(name="College"),
    ):
        assert client.post(page(record, "delete"), {"post": "yes"}).status_code == 302
        assert not type(record).objects.exists()


def test_what_old_addresses_lead_to_is_not_deleted(client, publisher):
    topic = TopicFactory(name="Rail")
    topic.slug = "railways"
    topic.save()

    shown = client.post(page(topic, "delete"), {"post": "yes"}).content.decode()

    assert "Addresses that readers know lead to “Rail”" in shown
    assert Topic.objects.exists()


def test_what_is_used_since_it_was_looked_at_is_refused_in_words(client, publisher):
    """Somebody chooses the venue while another deletes it: in the moment in which the deletion is written down."""
    venue = VenueFactory(name="Old Exchange")

    def choose_it(**kwargs):
        EventFactory(venue=venue)

    for address, sent in (
        (page(venue, "delete"), {"post": "yes"}),
        (list_of(venue), {"action": "delete_selected", "_selected_action": [venue.pk], "post": "yes"}),
    ):
        Event.objects.all().delete()
        post_save.connect(choose_it, sender=LogEntry)
        try:
            response = client.post(address, sent, follow=True)
        finally:
            post_save.disconnect(choose_it, sender=LogEntry)
        assert messages_on(response) == ["“Old Exchange, Geneva, Switzerland” is used by 1 event."]
        assert Venue.objects.exists()
        assert not LogEntry.objects.exists()


def test_database_keeps_a_series_that_events_belong_to():
    with pytest.raises(ProtectedError):
        used_series().delete()


# --- Merging ---


def test_merged_topic_takes_everything_along_and_its_address_leads_on(client, publisher):
    absorbed, kept = used_topic(), TopicFactory(name="Railways")
    both = PublicEventFactory(title="Both")
    both.topics.add(absorbed, kept)

    response = client.post(merge_page(absorbed, kept), {"kept": kept.pk}, follow=True)

    assert messages_on(response) == ["“Steppe Railways” is now part of “Railways”; its address leads there."]
    assert (kept.events.count(), kept.statements.count(), kept.opinions.count()) == (3, 1, 1)
    assert Event.topics.through.objects.filter(event=both).count() == 1
    assert client.get("/topics/steppe-railways/")["Location"] == "/topics/railways/"
    assert LogEntry.objects.first().object_id == str(kept.pk)


def test_merged_series_leads_on_from_the_filter_that_is_its_address(client, publisher):
    absorbed, kept = used_series(), SeriesFactory(name="Roads")

    client.post(merge_page(absorbed, kept), {"kept": kept.pk})

    assert kept.events.count() == 5
    for old, new in (
        ("/events/?series=corridors", "/events/?series=roads"),
        ("/events/?kind=expert-discussion&series=corridors", "/events/?kind=expert-discussion&series=roads"),
        ("/events/2019/?series=corridors", "/events/2019/?series=roads"),
        ("/events/?year=2019&series=corridors", "/events/2019/?series=roads"),
    ):
        response = client.get(old)
        assert (response.status_code, response["Location"]) == (301, new)
        assert client.get(new).status_code == 200


def test_renamed_series_leads_on_and_back(client):
    series = used_series()
    for slug in ("roads", "corridors"):
        series.slug = slug
        series.save()

    led_on = client.get("/events/?series=roads")
    assert (led_on["Location"], led_on["Cache-Control"]) == ("/events/?series=corridors", "no-cache")
    assert client.get("/events/?series=corridors").status_code == 200


@pytest.mark.parametrize("slug", ["nothing", "a b", "a%00b", "x" * 400, "%C3%A9"])
def test_series_that_never_was_is_still_told(client, db, slug):
    assert client.get(f"/events/?series={slug}").status_code == 404


def test_old_address_of_a_series_of_drafts_betrays_nothing(client):
    series = SeriesFactory(name="Secret")
    EventFactory(series=series)
    series.slug = "open"
    series.save()

    assert client.get("/events/?series=secret").status_code == 404


def test_merged_venue_and_organisation_are_named_by_what_named_the_other(client, publisher):
    for absorbed, kept in (
        (used_venue(), VenueFactory(name="Exchange")),
        (used_organisation(), Organisation.objects.create(name="College")),
    ):
        client.post(merge_page(absorbed, kept), {"kept": kept.pk})
        assert list(type(kept).objects.all()) == [kept]

    assert Event.objects.get().venue.name == "Exchange"
    assert SpeakerFactory._meta.model.objects.get().affiliations.get().organisation.name == "College"


def test_merge_into_another_begins_with_a_picker(client, publisher):
    topic = TopicFactory()

    shown = client.get(merge_page(topic)).content.decode()

    assert f"Merge “{topic}” into another" in shown and 'data-field-name="topics"' in shown


def test_merge_asks_which_stays_and_says_what_names_each(client, publisher):
    address = merge_page(used_series(), SeriesFactory(name="Roads"))

    shown = client.get(address).content.decode()
    undecided = client.post(address, {}).content.decode()

    assert "5 events" in shown and "used by nothing" in shown
    assert "Choose which record stays." in undecided
    assert Series.objects.count() == 2


@pytest.mark.parametrize("query", ["", "?a=x", "?a=99999999999999999999", "?a=٣", "?a=1&b=2"])
def test_merge_of_what_is_not_there_leads_back_to_the_list(client, publisher, query):
    response = client.get(f"/admin/events/topic/merge/{query}")

    assert response["Location"] == "/admin/events/topic/"


def test_second_merge_of_one_pair_is_told(client, publisher):
    """Somebody else was quicker: the page was opened with both."""
    absorbed, kept = SeriesFactory(name="Corridors"), SeriesFactory(name="Roads")
    address = merge_page(absorbed, kept)
    client.post(address, {"kept": kept.pk})

    again = client.post(address, {"kept": kept.pk}, follow=True)

    assert messages_on(again)[1:] == ["Choose two records, to be one, that are both there still."]


# --- Who may ---

NAMED = [
    TopicFactory,
    SeriesFactory,
    VenueFactory,
    SpeakerFactory,
    lambda: Organisation.objects.create(name="X"),
]


@pytest.mark.parametrize("make", NAMED)
def test_editor_neither_merges_nor_deletes(client, editor, make):
    record = make()

    assert client.get(merge_page(record, record)).status_code == 403
    assert client.post(page(record, "delete"), {"post": "yes"}).status_code == 403
    client.post(
        list_of(record), {"action": "delete_selected", "_selected_action": [record.pk], "post": "yes"}
    )
    assert type(record).objects.exists()


def test_opinion_that_is_a_draft_names_a_topic_for_editors_alone():
    topic = TopicFactory()
    OpinionFactory().topics.add(topic)

    assert not topic.named_in_public


# --- From a form that needs one that is not there yet ---


def test_picker_leads_to_the_page_that_adds_a_record(client, editor):
    """A link that any key follows, whole without JavaScript; unfold's frame is forbidden by our headers."""
    shown = client.get(ADD_EVENT).content.decode()

    for name in ("venue", "series", "topic"):
        address = f"/admin/events/{name}/add/"
        (link,) = re.findall(rf'<a[^>]*href="{address}"[^>]*>', shown)
        assert 'target="_blank"' in link and f'aria-label="Add another {name} (new window)"' in link
        assert client.get(address).status_code == 200
    assert "related-widget-wrapper-link" not in shown


def test_record_made_for_a_picker_is_told_to_its_form(client, editor):
    made = client.post("/admin/events/venue/add/", {"name": "Hall <1>", "city": "Ustrova", "_popup": "1"})

    told = re.search('data-made="([^"]*)"', made.content.decode())[1]
    assert json.loads(unescape(told)) == {"value": str(Venue.objects.get().pk), "obj": "Hall <1>, Ustrova"}
