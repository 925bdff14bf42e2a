"""An event on the record goes under the Chatham House Rule in one deed, after saying all that goes."""

import pytest
from django.core.exceptions import ValidationError

from events.models import Event, Statement
from events.names_out import replaced, take_all_names_out, to_be_replaced
from opinions.models import Opinion, Teaser
from publishing.changes import unit_of_work
from publishing.models import OldAddress, Version
from tests.at_once import at_once
from tests.desk.pages import change_page
from tests.desk.users import make_user
from tests.factories import AppearanceFactory, AuthorshipFactory
from tests.publishing.test_forgetting import THEMSELVES, dinner, tables_with  # noqa: F401 -- a fixture

pytestmark = pytest.mark.django_db

NAMES = ["Hedvig", "Dahl", "Хедвиг", "Даль", "Kowal", "Grain Board"]


@pytest.fixture
@unit_of_work()
def evening(dinner) -> Event:  # noqa: F811
    """The dinner that everything remembers, with a second guest, whose post and opinion give him away."""
    guest = AppearanceFactory(
        event=dinner,
        speaker__name="Piotr Kowal",
        printed_name="Piotr Kowal",
        printed_post="Clerk, Grain Board",
    )
    dinner.lead = "Kowal’s figures are those of the Grain Board. So said Hedvig Dahl."
    said = "Dahl saw it first. Piotr Kowal, <i>Clerk</i>, agreed."
    dinner.report = f"<p>Engines <strong>will</strong> compose.</p><p>{said}</p>"
    dinner.recording_url, dinner.source_url = "https://example.org/1", "https://example.org/2"
    dinner.save()
    teased = AuthorshipFactory(speaker=guest.speaker, printed_name="Piotr Kowal").opinion
    Teaser.objects.create(event=dinner, opinion=teased, after_paragraph=1)
    dinner.statements.first().corrections.create(text="It was Dahl who said it.")
    return dinner


def page_of(event) -> str:
    return f"/admin/events/event/{event.pk}/names-out/"


def proposed(client, event) -> dict:
    """What the page would send if nothing were touched but the tick."""
    context = client.get(page_of(event)).context
    rows = context["rows"]
    return {
        "seen": context["event"].version,
        "words": [row[0] for row in rows],
        "instead": [row[1] for row in rows],
        "looked": "1",
    }


def test_everything_that_goes_is_said_and_then_no_name_stands_anywhere(client, evening):
    client.force_login(make_user("Publisher"))
    assert page_of(evening) in client.get(change_page(evening)).content.decode()
    page = client.get(page_of(evening)).content.decode()
    for told in ("Hedvig Dahl", "Piotr Kowal", "2 people", "for good", "Teasers", "recording", "Grain Board"):
        assert told in page

    answer = client.post(page_of(evening), proposed(client, evening))
    client.logout()

    assert answer.status_code == 302, answer.context["refused"]
    event = Event.objects.get(pk=evening.pk)
    assert event.lead == "A participant’s figures are those of an institution. So said a participant."
    assert event.report.startswith(
        "<p>Engines <strong>will</strong> compose.</p><p>A participant saw it first. A participant"
    )
    assert set(event.statements.values_list("text", "attribution")) == {
        ("Engines will compose.", "A participant"),
        ("A participant saw it first.", "A participant"),
    }
    assert not event.statements.filter(start=None)
    assert (event.recording_url, event.source_url, event.appearances.count()) == ("", "", 0)
    assert event.under_the_rule and event.is_public and "dahl" not in event.slug
    assert not Teaser.objects.exists() and Opinion.objects.exists()
    Version.objects.filter(kind__in=["people.speaker", "opinions.opinion"]).delete()
    assert tables_with(*NAMES) - THEMSELVES <= {"opinions.authorship", "people.speaker", "search.entry"}
    assert not [name for name in NAMES if name in client.get(event.get_absolute_url()).content.decode()]
    assert OldAddress.of(event).count() == 0


def test_what_stands_in_other_words_is_told_and_nothing_is_done(client, evening):
    client.force_login(make_user("Publisher"))
    Event.objects.update(lead="The Board of Grain wrote to us.")

    refused = client.post(page_of(evening), proposed(client, evening))

    assert "“Grain Board”" in " ".join(refused.context["refused"])
    assert Event.objects.get(pk=evening.pk).appearances.count() == 2
    data = proposed(client, evening)
    data["words"][-1], data["instead"][-1] = "The Board of Grain", "an institution"
    assert client.post(page_of(evening), data).status_code == 302
    assert Event.objects.get(pk=evening.pk).lead == "An institution wrote to us."


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"looked": ""}, "Say that you have looked"),
        ({"seen": "0"}, "Not done yet"),
        ({"instead": ["", "", "", "", "", ""]}, "Say what stands instead of"),
        ({"instead": ["Hedvig Dahl"] * 9}, "took part under the Chatham House Rule"),
    ],
)
def test_refusal_is_told_and_nothing_is_done(client, evening, change, words):
    client.force_login(make_user("Publisher"))

    answer = client.post(page_of(evening), proposed(client, evening) | change)

    assert words in " ".join(answer.context["refused"])
    assert Event.objects.get(pk=evening.pk).lead.startswith("Kowal")
    assert Statement.objects.filter(appearance__isnull=True).count() == 0


def test_an_editor_may_not(client, evening):
    client.force_login(make_user("Editor", "another"))

    assert client.get(page_of(evening)).status_code == 403


def test_the_longest_words_go_first_and_a_sentence_begins_with_a_capital():
    instead = {"Dahl": "a participant", "Hedvig Dahl": "somebody"}

    assert replaced("hedvig dahl and Dahl. Dahl’s idea: Dahlia.", instead) == (
        "Somebody and a participant. A participant’s idea: Dahlia."
    )


@pytest.mark.django_db(transaction=True)
def test_asked_twice_in_the_same_instant_it_is_done_once(evening):
    instead = to_be_replaced(evening)

    answers = at_once(*[lambda: take_all_names_out(Event.objects.get(pk=evening.pk), instead)] * 2)

    assert sorted(type(one) for one in answers if one) == [ValidationError]
