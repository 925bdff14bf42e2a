from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from opinions.models import Opinion
from publishing.deeds import publish
from tests.desk.pages import change_page, errors_on, form_on, messages_on
from tests.factories import AppearanceFactory, AuthorshipFactory, EventFactory, OpinionFactory

pytestmark = pytest.mark.django_db

NO_AUTHOR = "An opinion needs an author."
NO_WORDS = "An opinion needs its text, a lead, or the outside address where it can be read."


def signed(**fields) -> Opinion:
    return AuthorshipFactory(opinion=OpinionFactory(**fields)).opinion


@pytest.mark.parametrize(
    "blank",
    [
        {},
        {"body": "<p> </p>", "lead": "\n"},
        *(
            {"body": f"<p>{sign}</p>", "lead": sign}
            for sign in ("\u200b", "\u3164", "\u2800", "\ufe0f", "\u200e")
        ),
    ],
)
def test_opinion_with_a_title_alone_is_not_published_and_each_missing_thing_is_named(blank):
    opinion = OpinionFactory(**blank)

    with pytest.raises(ValidationError) as refused:
        publish(opinion)

    assert refused.value.messages == [NO_AUTHOR, NO_WORDS]
    assert not Opinion.objects.published()


@pytest.mark.parametrize(
    "fields",
    [{"body": "<p>Ports empty.</p>"}, {"lead": "Ports empty."}, {"url": "https://example.org/ports"}],
)
def test_opinion_needs_one_thing_to_read_and_an_author(fields):
    assert OpinionFactory(**fields).obstacles() == [NO_AUTHOR]

    publish(signed(**fields))

    assert Opinion.objects.published().count() == 1


def test_opinion_with_an_author_and_nothing_to_read_says_so():
    assert signed().obstacles() == [NO_WORDS]


def test_form_and_list_tell_what_is_missing(client, publisher):
    opinion = OpinionFactory(title="Bare")
    data = form_on(client, change_page(opinion)) | {"_publish": "1"}
    chosen = {"action": "publish_selected", "_selected_action": [opinion.pk]}

    on_form = client.post(change_page(opinion), data)
    in_list = client.post("/admin/opinions/opinion/", chosen, follow=True)

    assert NO_AUTHOR in errors_on(on_form)["__all__"] and NO_WORDS in errors_on(on_form)["__all__"]
    assert messages_on(in_list) == [f"“Bare”: {NO_AUTHOR} {NO_WORDS}"]
    assert not Opinion.objects.published()


def test_what_is_public_stays_whole_when_it_is_saved(client, publisher):
    opinion = signed(lead="Ports empty.")
    publish(opinion)

    response = client.post(change_page(opinion), form_on(client, change_page(opinion)) | {"lead": ""})

    assert errors_on(response)["__all__"] == NO_WORDS
    opinion.refresh_from_db()
    assert opinion.lead == "Ports empty."


@pytest.mark.parametrize(("in_hours", "way"), [(0, {}), (0, {"_later": "on"}), (5, {})])
def test_last_author_of_what_readers_see_or_will_see_is_not_taken_out(client, publisher, in_hours, way):
    opinion = signed(lead="Ports empty.")
    publish(opinion, timezone.now() + timedelta(hours=in_hours))
    data = form_on(client, change_page(opinion)) | {"authorships-0-DELETE": "on"}

    response = client.post(change_page(opinion), data | way)

    assert errors_on(response)["__all__"] == NO_AUTHOR
    assert opinion.authorships.count() == 1


def test_teaser_that_names_an_institution_under_the_rule_is_refused(client, publisher):
    event = EventFactory(title="An evening", record_rule="chatham-house", report="<p>It is late.</p>")
    AppearanceFactory(event=event, printed_post="Dean, Harbour University")
    opinion = signed(title="Ports", lead="What Harbour University found.")
    event.teasers.create(opinion=opinion)

    refused = client.post(change_page(event), form_on(client, change_page(event)))

    assert "“Harbour University” is the post or institution" in errors_on(refused)["teasers-0-opinion"]
    with pytest.raises(ValidationError, match="stands in the teaser of “Ports”"):
        publish(event)
