from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from publishing.deeds import publish, return_to_draft, schedule, withdraw
from tests.desk.pages import change_page
from tests.factories import LONG_AGO, AuthorshipFactory, EventFactory, OpinionFactory

pytestmark = pytest.mark.django_db

TOMORROW = timezone.now() + timedelta(days=1)
#: Each state by what is stored; what is scheduled for a moment that has come is public.
STORED = {
    "draft": {"status": "draft"},
    "scheduled": {"status": "scheduled", "publish_at": TOMORROW},
    "come": {"status": "scheduled", "publish_at": LONG_AGO},
    "published": {"status": "published", "publish_at": LONG_AGO},
    "withdrawn": {"status": "withdrawn", "publish_at": LONG_AGO, "withdrawal_note": "Misheard."},
}
DEEDS = {
    "publish": publish,
    "schedule": lambda item: schedule(item, TOMORROW + timedelta(days=1)),
    "withdraw": lambda item: withdraw(item, "A mistake."),
    "return_to_draft": return_to_draft,
}
LEADS_TO = {
    ("publish", "draft"): "published",
    ("publish", "scheduled"): "published",
    ("schedule", "draft"): "scheduled",
    ("schedule", "scheduled"): "scheduled",
    ("withdraw", "scheduled"): "withdrawn",
    ("withdraw", "come"): "withdrawn",
    ("withdraw", "published"): "withdrawn",
    ("return_to_draft", "scheduled"): "draft",
    ("return_to_draft", "come"): "draft",
    ("return_to_draft", "published"): "draft",
    ("return_to_draft", "withdrawn"): "draft",
}


def make_event(**stored):
    return EventFactory(**stored)


def make_opinion(**stored):
    opinion = OpinionFactory(url="https://example.org/opinion", **stored)
    AuthorshipFactory(opinion=opinion)
    return opinion


def stored_of(item) -> tuple:
    fields = ["status", "publish_at", "withdrawal_note", "version"]
    return type(item).objects.values_list(*fields).get(pk=item.pk)


@pytest.mark.parametrize("make", [make_event, make_opinion])
@pytest.mark.parametrize("state", STORED)
@pytest.mark.parametrize("deed", DEEDS)
def test_deed_leads_where_the_table_says_and_is_refused_elsewhere(make, state, deed):
    item = make(**STORED[state])
    before = stored_of(item)

    if (deed, state) in LEADS_TO:
        DEEDS[deed](item)
        after = stored_of(item)
        assert (after[0], after[3]) == (LEADS_TO[deed, state], before[3] + 1)
        assert (item.status, item.version) == (after[0], after[3])
    else:
        with pytest.raises(ValidationError) as refused:
            DEEDS[deed](item)
        assert refused.value.messages[0].endswith(".")
        assert stored_of(item) == before
        assert item.status == before[0]


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ("draft", {"It is a draft already.", "Only what is public or scheduled can be withdrawn."}),
        ("come", {"It is public already.", "“Schedule” is not possible: the status is “Published” now."}),
        (
            "published",
            {"It is public already.", "“Schedule” is not possible: the status is “Published” now."},
        ),
        (
            "withdrawn",
            {
                "It is withdrawn: return it to draft first, look at it, and publish that.",
                "“Schedule” is not possible: the status is “Withdrawn” now.",
                "It is withdrawn already.",
            },
        ),
    ],
)
def test_refusal_says_what_is_in_the_way(state, words):
    told = set()

    for deed in DEEDS.values():
        event = EventFactory(**STORED[state])
        try:
            deed(event)
        except ValidationError as error:
            told |= set(error.messages)

    assert told == words


@pytest.mark.parametrize(
    ("state", "buttons", "fields"),
    [
        ("draft", ["_publish", "_schedule"], ["publish_at"]),
        ("scheduled", ["_publish", "_schedule", "_return_to_draft", "withdraw"], ["publish_at"]),
        ("come", ["_return_to_draft", "withdraw"], []),
        ("published", ["_return_to_draft", "withdraw"], []),
        ("withdrawn", ["_return_to_draft"], ["withdrawal_note"]),
    ],
)
def test_form_offers_what_the_table_allows(client, publisher, state, buttons, fields):
    event = EventFactory(**STORED[state])

    response = client.get(change_page(event))

    page, form = response.content.decode(), response.context["adminform"].form
    shown = [name for name in ["_publish", "_schedule", "_return_to_draft"] if f'name="{name}"' in page]
    shown += ["withdraw"] if change_page(event).replace("change", "withdraw") in page else []
    assert shown == buttons
    assert [name for name in ["publish_at", "withdrawal_note"] if name in form.fields] == fields
