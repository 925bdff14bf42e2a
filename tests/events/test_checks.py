"""What is told beside the form of an event before it is public, and what a publisher has to give a reason for."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from events.checks import checks_of, days_in
from events.models import Appearance, Event, Statement
from opinions.models import Teaser
from publishing.states import check_note
from tests.desk.pages import change_page, errors_on, form_on, with_row
from tests.factories import (
    AppearanceFactory,
    EventFactory,
    OpinionFactory,
    SpeakerFactory,
    event_with_statements,
)

REASON = "The programme gives no posts."


def draft(*texts: str, **fields) -> Event:
    """A draft in which nothing is to be looked at."""
    event = event_with_statements(*texts, status="draft", publish_at=None, lead="Engines.", **fields)
    event.appearances.update(printed_post="Analyst")
    return event


def kinds_of(event: Event) -> list[tuple[str, bool]]:
    return [(check.kind, check.stops) for check in checks_of(event)]


@pytest.mark.django_db
def test_nothing_is_told_of_an_event_that_lacks_nothing():
    assert kinds_of(draft("Engines will compose.")) == []


@pytest.mark.django_db
def test_each_thing_is_told_and_what_stops_comes_first():
    event = draft("Engines will compose.", report="<p>It met on 1 May 2018. Nothing of it.</p>")
    AppearanceFactory(event=event, printed_post="")
    AppearanceFactory(event=event, printed_post="Host", role=Appearance.Role.MODERATOR)
    Statement.objects.update(evidence="quote")
    Statement.objects.create(event=event, attribution=SpeakerFactory().name, text="x", own_words=True)
    event.cover = "covers/engine.jpg"
    Event.objects.update(date=None)
    event.refresh_from_db(fields=["date"])

    assert kinds_of(event) == [
        ("no date", True),
        ("a lost place", True),
        ("a speaker without a statement", False),
        ("an empty post", False),
        ("a statement by someone not listed", False),
        ("a picture without text", False),
        ("a picture without credit", False),
    ]


@pytest.mark.django_db
@pytest.mark.parametrize("sign", ["\u200b", "\u3164"])
def test_sign_that_shows_nothing_is_as_good_as_nothing(client, publisher, sign):
    event = draft("Engines will compose.")
    AppearanceFactory(event=event, printed_post=sign, role=Appearance.Role.MODERATOR)
    event.cover, event.cover_alt, event.cover_credit = "covers/engine.jpg", sign, sign
    data = form_on(client, change_page(event)) | {"_publish": "1", "override_reason": sign}

    assert kinds_of(event) == [
        ("an empty post", False),
        ("a picture without text", False),
        ("a picture without credit", False),
    ]
    assert "say why it goes out so" in errors_on(client.post(change_page(event), data))["override_reason"]
    with pytest.raises(ValidationError, match="readers"):
        check_note(sign)


@pytest.mark.django_db
def test_quote_stands_in_quotation_marks_in_its_report():
    event = draft("Engines will compose.", report="<p>She said: “Engines will compose.”</p>")
    event.statements.update(evidence="quote")
    assert kinds_of(event) == []

    Event.objects.update(report="<p>She said that Engines will compose.</p>")

    assert kinds_of(Event.objects.get()) == [("a quote that is not in the report", False)]


@pytest.mark.django_db
def test_surname_that_fits_two_is_told_where_the_report_has_it():
    event = draft("Kim speaks.")
    for name in ["Anna Kim", "Boris Kim"]:
        speaker = SpeakerFactory(name=name)
        AppearanceFactory(event=event, speaker=speaker, printed_post="Analyst", role=Appearance.Role.HOST)

    assert kinds_of(event) == [("a surname that fits two", False)]


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("met on April 26, 2019.", "en", date(2019, 4, 26)),
        ("on 26 April 2019", "en", date(2019, 4, 26)),
        ("am 3. Mai 2020", "de", date(2020, 5, 3)),
        ("26 апреля 2019 года", "ru", date(2019, 4, 26)),
        ("2019-04-26", "en", date(2019, 4, 26)),
        ("31 February 2019", "en", None),
        ("26 ARALIK 2019", "tr", None),
        ("on 26 Auguſt 2019", "en", None),
    ],
)
def test_whole_dates_are_read_in_the_language_of_the_event(text, language, day):
    assert list(days_in(text, language)) == ([day] if day else [])


# --- On the form ---


def test_checks_are_told_of_what_is_typed_and_nothing_is_saved(client, editor):
    event = draft("Engines will compose.")
    OpinionFactory(title="On Looms")
    data = form_on(client, change_page(event)) | {"date": "", "report": "<p>Another text.</p>"}
    data = with_row(data, "teasers", opinion=str(OpinionFactory(title="On Yarn").pk), after_paragraph=1)

    page = client.post(change_page(event), data | {"_checks": "1"}).content.decode()

    assert '<a href="#id_date">There is no date.</a>' in page
    assert '<a href="#statements-0">Statement 1 has no place in the report.</a>' in page
    assert "“On Yarn” is teased, and a draft." in page
    assert "<form" not in page
    assert Event.objects.get().date is not None
    assert not Teaser.objects.exists()


def test_publisher_gives_a_reason_for_what_is_left_open_and_it_is_kept(client, publisher):
    event = draft("Engines will compose.")
    event.appearances.update(printed_post="")
    data = form_on(client, change_page(event)) | {"_publish": "1", "override_reason": ""}

    refused = client.post(change_page(event), data)
    assert errors_on(refused) == {
        "override_reason": "Left open: an empty post. Mend that, or say why it goes out so."
    }
    client.post(change_page(event), data | {"override_reason": REASON})

    assert Event.objects.get().status == "published"
    history = client.get(f"/admin/events/event/{event.pk}/history/").content.decode()
    assert f"Left open: an empty post. Because: {REASON}" in history


def test_what_stops_publication_is_overridden_by_no_reason(client, publisher):
    event = EventFactory(lead="Engines.", date=None)
    data = form_on(client, change_page(event)) | {"_publish": "1", "override_reason": REASON}

    assert "date" in errors_on(client.post(change_page(event), data))
    assert Event.objects.get().status == "draft"


def test_reason_gives_nobody_away_under_the_rule(client, publisher):
    event = EventFactory(lead="Engines.", record_rule=Event.RecordRule.CHATHAM_HOUSE)
    AppearanceFactory(event=event, speaker__name="Ada Lovelace", printed_post="")
    data = form_on(client, change_page(event)) | {
        "_publish": "1",
        "override_reason": "Ada Lovelace has none.",
    }

    assert "override_reason" in errors_on(client.post(change_page(event), data))
    assert Event.objects.get().status == "draft"


def test_list_publishes_nothing_in_which_something_is_open(client, publisher):
    event = draft("Engines will compose.")
    event.appearances.update(printed_post="")
    sent = {"action": "publish_selected", "_selected_action": [event.pk]}

    page = client.post("/admin/events/event/", sent, follow=True).content.decode()

    assert "An empty post: open it, and mend that or say why it goes out so." in page
    assert Event.objects.get().status == "draft"
