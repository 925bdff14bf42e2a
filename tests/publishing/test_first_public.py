"""What was once public stays so in memory, whatever is done to its status and its moment afterwards."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from publishing.deeds import publish, return_to_draft, schedule
from tests.desk.pages import change_page, form_on
from tests.desk.users import make_user
from tests.factories import (
    LONG_AGO,
    AuthorshipFactory,
    EventFactory,
    PublicEventFactory,
    PublicOpinionFactory,
)

pytestmark = pytest.mark.django_db


def signed_opinion():
    return AuthorshipFactory(opinion=PublicOpinionFactory(lead="Ports compose.")).opinion


def tomorrow():
    return timezone.now() + timedelta(days=1)


def scheduled_anew_and_returned(item):
    return_to_draft(item)
    schedule(item, tomorrow())
    return_to_draft(item)


def wiped_out(item):
    return_to_draft(item)
    item.publish_at = None
    item.save()
    item.save()


@pytest.mark.parametrize("make", [PublicEventFactory, signed_opinion])
@pytest.mark.parametrize("taken_back", [scheduled_anew_and_returned, wiped_out])
def test_what_was_public_is_not_deleted_however_its_moment_went(make, taken_back):
    item = make()
    taken_back(item)

    assert item.publish_at is None
    assert item.address_was_shown
    with pytest.raises(ValidationError, match="has been public"):
        item.delete()
    with pytest.raises(ValidationError, match="has been public"):
        type(item).objects.filter(pk=item.pk).delete()


def test_what_was_scheduled_and_returned_in_time_may_be_deleted():
    event = EventFactory()
    schedule(event, tomorrow())
    return_to_draft(event)

    assert not event.address_was_shown
    event.delete()


def test_first_moment_stays_when_it_is_published_anew():
    event = PublicEventFactory()
    return_to_draft(event)
    publish(event)

    event.refresh_from_db()
    assert event.first_public_at == LONG_AGO
    assert event.publish_at > LONG_AGO


def test_publisher_who_clears_the_moment_twice_frees_nothing(client):
    client.force_login(make_user("Publisher"), backend="django.contrib.auth.backends.ModelBackend")
    event = PublicEventFactory()
    return_to_draft(event)
    for _ in range(2):
        client.post(
            change_page(event), form_on(client, change_page(event)) | {"publish_at_0": "", "publish_at_1": ""}
        )

    client.post(f"/admin/events/event/{event.pk}/delete/", {"post": "yes"})

    event.refresh_from_db()
    assert event.publish_at is None
