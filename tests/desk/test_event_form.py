import re
from datetime import UTC, date, datetime
from html import unescape

import pytest
from django.contrib.admin.models import LogEntry
from django.utils import timezone

from events.forms import statements
from events.models import Event, Statement
from tests.desk.pages import ADD_EVENT, change_page, errors_on, form_on, messages_on, values_of, with_row
from tests.factories import (
    AppearanceFactory,
    EventFactory,
    OpinionFactory,
    SpeakerFactory,
    StatementFactory,
    TopicFactory,
    event_with_statements,
)

pytestmark = pytest.mark.rendering

IN_A_ROW = re.compile(r"statements-\d+-")
REPORT = "<p>Ada held that engines will compose. Grace replied that “compilers come first”.</p>"


@pytest.fixture
def draft(db):
    """A draft with one speaker and one statement that stands in its report."""
    event = event_with_statements("Engines will compose music one day.", status="draft", lead="Engines.")
    return Event.objects.get(pk=event.pk)


def new_event(client, **fields):
    return (
        form_on(client, ADD_EVENT) | {"title": "On Engines", "date": "2019-04-26", "report": REPORT} | fields
    )


def test_event_is_entered_whole_in_one_save(client, editor):
    ada, grace = SpeakerFactory(name="Ada Lovelace"), SpeakerFactory(name="Grace Hopper")
    topic, opinion = TopicFactory(), OpinionFactory()
    data = new_event(client, lead="Two views.", topics=[topic.pk])
    data = with_row(data, "appearances", speaker=ada.pk, printed_name="Lady Lovelace", printed_post="Analyst")
    data = with_row(data, "appearances", speaker=grace.pk, role="moderator", printed_name="Grace Hopper")
    data = with_row(
        data, "statements", said_by="1", evidence="mixed", text="Grace replied that “compilers come first”"
    )
    data = with_row(
        data,
        "statements",
        said_by="0",
        text="engines will compose",
        topics=[topic.pk],
        recording_offset="1:02",
    )
    data = with_row(data, "statements", attribution="The experts", text="They agreed.", own_words="on")
    data = with_row(data, "teasers", opinion=opinion.pk, after_paragraph=1)

    response = client.post(ADD_EVENT, data)

    assert response.status_code == 302
    event = Event.objects.get()
    assert [(s.said_by, s.evidence, s.start is not None) for s in event.statements.all()] == [
        ("Grace Hopper", "mixed", True),
        ("Lady Lovelace", "paraphrase", True),
        ("The experts", "paraphrase", False),
    ]
    assert [a.printed_post for a in event.appearances.all()] == ["Analyst", ""]
    assert event.statements.all()[1].recording_offset == 62
    assert event.teasers.get().opinion == opinion
    assert event.status == "draft"


def test_rows_are_stored_in_the_order_that_they_were_given(client, editor, draft):
    data = form_on(client, change_page(draft))
    data = with_row(data, "statements", attribution="The experts", text="First.", own_words="on")
    data |= {"statements-0-order": 2, "statements-1-order": 1}

    client.post(change_page(draft), data)

    assert [s.text for s in draft.statements.all()] == ["First.", "Engines will compose music one day."]


def test_line_of_a_big_event_sends_what_leaves_its_statement_as_it_is(client, editor, draft, monkeypatch):
    monkeypatch.setattr(statements, "ALL_OPEN", 0)
    full = {"kept_from_search_engines": True, "recording_offset": 62, "text": "“Yes” & <no>"}
    StatementFactory(
        event=draft, appearance=draft.appearances.get(), own_words=True, order=2, **full
    ).topics.add(TopicFactory(), TopicFactory())
    StatementFactory(
        event=draft, appearance=None, attribution="The experts", not_for_attribution=True, order=3
    )
    said = ["text", "evidence", "attribution", "appearance", "recording_offset", "topics"]
    said += ["own_words", "not_for_attribution", "session", "kept_from_search_engines"]
    before = list(draft.statements.values_list("pk", *said))
    sent = form_on(client, change_page(draft))
    data = {name: value for name, value in sent.items() if not IN_A_ROW.match(name)}
    page = client.get(change_page(draft)).content.decode()
    for name, value in re.findall(r'<input type="hidden" name="(statements-\d+-\w+)" value="([^"]*)"', page):
        data.setdefault(name, []).append(unescape(value))

    response = client.post(change_page(draft), data)

    assert response.status_code == 302
    assert list(draft.statements.values_list("pk", *said)) == before
    assert "statements-0-session" not in data and "statements-1-own_words" in data


def test_blank_name_and_post_are_filled_in_as_known_that_day(client, editor):
    before = AppearanceFactory(event__date=date(2018, 1, 1), printed_post="Countess")
    data = with_row(
        new_event(client), "appearances", speaker=before.speaker.pk, printed_name="", printed_post=""
    )

    client.post(ADD_EVENT, data)

    listed = Event.objects.get(title="On Engines").appearances.get()
    assert (listed.printed_name, listed.printed_post) == (before.speaker.name, "Countess")


def test_form_that_comes_back_has_everything_that_was_typed(client, editor):
    ada = SpeakerFactory(name="Ada Lovelace")
    data = new_event(client, title="", lead="A lead to keep", report=REPORT, venue="")
    data = with_row(data, "appearances", speaker=ada.pk, printed_name="Lady L.", printed_post="Analyst")
    data = with_row(
        data, "statements", said_by="0", text="engines will compose", attribution="", recording_offset="x"
    )
    data = with_row(data, "teasers", opinion="", after_paragraph=7)

    response = client.post(ADD_EVENT, data)

    assert {"title", "statements-0-recording_offset", "teasers-0-opinion"} <= errors_on(response).keys()
    page = response.content.decode()
    for typed in [
        "A lead to keep",
        "compilers come first",
        "Lady L.",
        "Analyst",
        "engines will compose",
        'value="x"',
    ]:
        assert typed in page
    assert '<option value="0" selected>Lady L.</option>' in page
    assert '<option value="1">After 1: ' in page and '<option value="7" selected>After 7</option>' in page
    assert not Event.objects.exists()


@pytest.mark.parametrize(
    ("row", "field", "words"),
    [
        ({"text": "Words."}, "said_by", "Choose who said it"),
        ({"said_by": "0", "attribution": "All", "text": "Words."}, "attribution", "not both"),
        ({"said_by": "0"}, "text", "Give the words"),
        ({"said_by": "9", "text": "Words."}, "said_by", "9"),
        ({"attribution": "All", "text": "Words.", "evidence": "rumour"}, "evidence", "rumour"),
        (
            {"attribution": "All", "text": "Words.", "recording_offset": "99999:00:00"},
            "recording_offset",
            "that long",
        ),
    ],
)
def test_statement_that_cannot_be_is_explained_at_its_field(client, editor, row, field, words):
    data = with_row(new_event(client), "appearances", speaker=SpeakerFactory().pk)

    response = client.post(ADD_EVENT, with_row(data, "statements", **row))

    assert words in errors_on(response)[f"statements-0-{field}"]


def test_statement_of_a_removed_row_is_explained(client, editor, draft):
    data = form_on(client, change_page(draft)) | {"appearances-0-DELETE": "on"}

    response = client.post(change_page(draft), data)

    assert "choose who said it" in errors_on(response)["statements-0-said_by"]
    assert draft.appearances.count() == 1


def test_speaker_is_removed_while_the_statement_goes_to_another(client, editor, draft):
    other = SpeakerFactory(name="Grace Hopper")
    data = form_on(client, change_page(draft)) | {"appearances-0-DELETE": "on"}
    data = with_row(data, "appearances", speaker=other.pk, printed_name="Grace Hopper")
    data |= {"statements-0-said_by": "1"}

    response = client.post(change_page(draft), data)

    assert response.status_code == 302
    assert [s.said_by for s in draft.statements.all()] == ["Grace Hopper"]
    assert draft.appearances.get().speaker == other


def test_speaker_is_removed_and_listed_again_in_one_save(client, editor, draft):
    speaker = draft.appearances.get().speaker
    data = form_on(client, change_page(draft)) | {"appearances-0-DELETE": "on", "statements-0-said_by": "1"}
    data = with_row(data, "appearances", speaker=speaker.pk, printed_name="Once More")

    response = client.post(change_page(draft), data)

    assert response.status_code == 302
    assert draft.statements.get().said_by == "Once More"


def test_speaker_listed_twice_is_explained_at_the_row(client, editor, draft):
    data = form_on(client, change_page(draft))
    data = with_row(data, "appearances", speaker=draft.appearances.get().speaker.pk, printed_name="Again")

    response = client.post(change_page(draft), data)

    assert "is listed already" in errors_on(response)["appearances-1-speaker"]


def test_speakers_that_change_places_are_explained_and_never_a_crash(client, editor, draft):
    other = AppearanceFactory(event=draft)
    data = form_on(client, change_page(draft))
    data |= {
        "appearances-0-speaker": other.speaker.pk,
        "appearances-1-speaker": draft.appearances.first().speaker.pk,
    }

    response = client.post(change_page(draft), data)

    assert "had a row of their own" in errors_on(response)["appearances-0-speaker"]


def test_report_nested_deeper_than_any_text_is_refused_and_kept_in_the_form(client, editor):
    nested = "<ul><li>" * 600 + "Deep down." + "</li></ul>" * 600

    response = client.post(ADD_EVENT, new_event(client, title="Nested", report=nested))

    assert "more mark-up in this than a text can have" in errors_on(response)["report"]
    assert "Deep down." in response.content.decode()
    assert not Event.objects.exists()


def test_report_that_came_in_past_the_form_is_cleaned_where_it_is_only_read(client, editor):
    event = event_with_statements("Engines will compose music one day.", lead="Engines.")
    Event.objects.filter(pk=event.pk).update(report="<p>Engines will compose.</p><script>alert(1)</script>")

    page = client.get(f"/admin/events/event/{event.pk}/change/").content.decode()

    assert "Engines will compose." in page
    assert "alert(1)" not in page


@pytest.mark.parametrize("sent", ["x", "9" * 40, "1\0", "-1"])
@pytest.mark.parametrize("field", ["venue", "series", "topics", "appearances-0-speaker", "teasers-0-opinion"])
def test_key_that_is_none_is_told_at_its_field(client, editor, field, sent):
    data = with_row(new_event(client), "appearances", speaker="", printed_name="Ada", printed_post="")
    data = with_row(data, "teasers", opinion="", after_paragraph=1)

    response = client.post(ADD_EVENT, data | {field: sent})

    assert response.status_code == 200
    assert field in errors_on(response)
    assert not Event.objects.exists()


def test_address_that_is_taken_is_explained(client, editor):
    EventFactory(title="On Engines")

    response = client.post(ADD_EVENT, new_event(client, slug="on-engines"))

    assert "has this address" in " ".join(errors_on(response).values())


def test_record_that_the_database_refuses_comes_back_with_what_was_typed(client, editor, monkeypatch):
    from django.db import IntegrityError

    def refuse(*args, **kwargs):
        raise IntegrityError("unique")

    monkeypatch.setattr("events.forms.edit.place_statements", refuse)

    response = client.post(ADD_EVENT, new_event(client, lead="Keep me"))

    assert "Nothing was saved" in errors_on(response)["__all__"]
    assert "Keep me" in response.content.decode()
    assert not Event.objects.exists()


# --- Places ---


def test_draft_with_a_lost_statement_is_saved_and_tells_the_nearest_words(client, editor, draft):
    data = form_on(client, change_page(draft)) | {
        "report": "<p>Engines will compose quiet music one day.</p>"
    }

    response = client.post(change_page(draft), data, follow=True)

    (warning,) = [told for told in messages_on(response) if "no place" in told]
    assert "Engines will compose music one day." in warning
    assert "Engines will compose quiet music one day" in warning
    assert draft.statements.get().start is None


def test_published_report_that_would_break_a_place_is_stopped(client, publisher):
    event = event_with_statements("Engines will compose.", "Compilers come first.")
    data = form_on(client, change_page(event)) | {"report": "<p>Engines compose. Compilers come first.</p>"}

    response = client.post(change_page(event), data)

    told = errors_on(response)
    assert "Engines will compose." in told["report"] and "Compilers" not in told["report"]
    assert "Nearest" in told["statements-0-text"]
    event.refresh_from_db()
    assert "Engines will compose." in event.report


def test_draft_with_a_lost_statement_cannot_be_published(client, publisher, draft):
    data = form_on(client, change_page(draft)) | {"report": "<p>Nothing like it.</p>", "_publish": "1"}

    response = client.post(change_page(draft), data)

    assert "do not stand in the report" in errors_on(response)["report"]
    draft.refresh_from_db()
    assert draft.status == "draft"


# --- The Chatham House Rule ---


def test_rule_over_attributed_statements_says_which(client, editor, draft):
    data = form_on(client, change_page(draft)) | {"record_rule": "chatham-house"}

    response = client.post(change_page(draft), data)

    told = errors_on(response)
    assert "Engines will compose music one day." in told["record_rule"]
    assert "nobody is named" in told["statements-0-said_by"]


def test_rule_and_unattributed_statements_are_saved_together(client, editor, draft):
    data = form_on(client, change_page(draft)) | {
        "record_rule": "chatham-house",
        "statements-0-said_by": "",
        "statements-0-attribution": "A participant",
    }

    response = client.post(change_page(draft), data)

    assert response.status_code == 302
    statement = Statement.objects.get()
    assert (statement.appearance, statement.said_by, statement.record_rule) == (
        None,
        "A participant",
        "chatham-house",
    )


def test_history_does_not_keep_who_said_what(client, editor, draft):
    data = with_row(form_on(client, change_page(draft)), "statements", said_by="0", text="music one day")
    client.post(change_page(draft), data)
    client.post(change_page(draft), form_on(client, change_page(draft)) | {"statements-1-DELETE": "on"})

    told = " ".join(LogEntry.objects.values_list("change_message", flat=True))

    assert "music one day" in told
    assert draft.appearances.get().printed_name not in told


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", "An evening with Ada Lovelace"),
        ("lead", "ADA LOVELACE spoke first."),
        ("report", "<p>Then <em>Lovelace</em> replied.</p>"),
        ("statements-0-text", "Ада Лавлейс agreed."),
        ("statements-0-attribution", "Lovelace and others"),
    ],
)
def test_participants_name_in_a_text_under_the_rule_is_an_error_at_the_text(client, editor, field, value):
    ada = SpeakerFactory(name="Ada Lovelace")
    ada.variants.create(name="Ада Лавлейс")
    data = new_event(client, record_rule="chatham-house", report="<p>Somebody replied.</p>")
    data = with_row(data, "appearances", speaker=ada.pk, printed_name="Ada Lovelace")
    data = with_row(data, "statements", attribution="A participant", text="Somebody replied.")

    response = client.post(ADD_EVENT, data | {field: value})

    assert list(errors_on(response).keys() - {"statements"}) == [field]
    assert "give the name away" in errors_on(response)[field]


@pytest.mark.parametrize("title", ["Ada Lovelace on engines", "Lovelace speaks"])
def test_address_made_of_an_earlier_title_gives_no_name_away_under_the_rule(client, publisher, title):
    event = EventFactory(title=title)
    AppearanceFactory(event=event, speaker__name="Ada Lovelace")
    data = form_on(client, change_page(event)) | {"record_rule": "chatham-house", "title": "On engines"}

    refused = client.post(change_page(event), data)
    client.post(change_page(event), data | {"slug": "on-engines", "_publish": "1"})

    assert "give the name away" in errors_on(refused)["slug"]
    assert Event.objects.published().get().slug == "on-engines"


def test_address_that_says_what_the_title_says_is_no_name_under_the_rule(client, editor):
    data = new_event(
        client, record_rule="chatham-house", title="The price of bread", slug="the-price-of-bread"
    )
    data = with_row(data, "appearances", speaker=SpeakerFactory(name="Ann Price").pk)

    assert client.post(ADD_EVENT, data).status_code == 302


def test_teaser_by_a_participant_under_the_rule_is_an_error(client, editor):
    ada = SpeakerFactory(name="Ada Lovelace")
    opinion = OpinionFactory()
    opinion.authorships.create(speaker=ada, printed_name="Ada")
    data = new_event(client, record_rule="chatham-house", report="")
    data = with_row(data, "appearances", speaker=ada.pk, printed_name="Ada Lovelace")

    response = client.post(ADD_EVENT, with_row(data, "teasers", opinion=opinion.pk, after_paragraph=1))

    assert "took part under the Chatham House Rule" in errors_on(response)["teasers-0-opinion"]


def test_event_under_the_rule_is_not_published_from_the_list_with_a_participants_teaser(client, publisher):
    event = EventFactory(record_rule="chatham-house")
    ada = AppearanceFactory(event=event, speaker__name="Ada Lovelace").speaker
    teaser = event.teasers.create(opinion=OpinionFactory())
    teaser.opinion.authorships.create(speaker=ada, printed_name="Ada Lovelace")

    sent = {"action": "publish_selected", "_selected_action": [event.pk]}
    sent |= {"publish": "1", "teased-answer": "without"}
    response = client.post("/admin/events/event/", sent, follow=True)

    assert "“Ada Lovelace” took part under the Rule and signs the opinion" in messages_on(response)[0]
    assert not Event.objects.published().exists()


# --- Status ---


def test_publisher_publishes_what_is_typed(client, publisher, draft):
    data = form_on(client, change_page(draft)) | {"lead": "A better lead.", "_publish": "1"}

    client.post(change_page(draft), data)

    draft.refresh_from_db()
    assert (draft.status, draft.lead) == ("published", "A better lead.")


def test_new_event_is_published_at_once(client, publisher):
    client.post(ADD_EVENT, new_event(client, _publish="1"))

    assert Event.objects.published().get().title == "On Engines"


def test_event_without_a_date_cannot_be_published(client, publisher):
    response = client.post(ADD_EVENT, new_event(client, date="", _publish="1"))

    assert errors_on(response)["date"] == "An event needs a date before it is published."
    assert not Event.objects.exists()


def test_event_is_scheduled_for_a_moment_to_come(client, publisher, draft):
    data = form_on(client, change_page(draft)) | {
        "_schedule": "1",
        "publish_at_0": "2990-01-01",
        "publish_at_1": "12:00",
    }

    client.post(change_page(draft), data)

    draft.refresh_from_db()
    assert draft.status == "scheduled"
    assert timezone.localtime(draft.publish_at) == timezone.make_aware(datetime(2990, 1, 1, 12))


@pytest.mark.parametrize(("day", "words"), [("", "Say when"), ("2001-01-01", "has passed")])
def test_moment_that_cannot_be_is_explained(client, publisher, draft, day, words):
    data = form_on(client, change_page(draft))
    data |= {"_schedule": "1", "publish_at_0": day, "publish_at_1": "12:00" if day else ""}

    response = client.post(change_page(draft), data)

    assert words in errors_on(response)["publish_at"]


def test_scheduled_event_returns_to_draft(client, publisher):
    event = EventFactory(status="scheduled", publish_at=datetime(2990, 1, 1, tzinfo=UTC))

    client.post(change_page(event), form_on(client, change_page(event)) | {"_return_to_draft": "1"})

    event.refresh_from_db()
    assert event.status == "draft"


def test_statement_that_has_been_public_is_not_removed(client, publisher):
    event = event_with_statements("Engines will compose.")
    data = form_on(client, change_page(event)) | {"statements-0-DELETE": "on"}

    response = client.post(change_page(event), data)

    assert "withdraw it with a note instead" in errors_on(response)["statements-0-text"]
    assert event.statements.count() == 1


# --- Without JavaScript ---


def test_rows_are_added_without_a_script(client, editor, draft):
    response = client.post(change_page(draft), form_on(client, change_page(draft)) | {"_addrow": "1"})
    data = form_on(client, response["Location"].partition("#")[0])
    speaker = SpeakerFactory()
    data |= {"appearances-1-speaker": speaker.pk, "statements-1-said_by": "1", "statements-1-text": "Late."}

    client.post(change_page(draft), data)

    assert list(draft.statements.values_list("appearance__printed_name", "text"))[1:] == [
        (speaker.name, "Late.")
    ]
    assert draft.appearances.count() == 2


# --- Around the form ---


def test_errors_are_gathered_above_the_form_with_the_way_to_each(client, editor):
    data = with_row(new_event(client, title=""), "statements", text="Words.")

    response = client.post(ADD_EVENT, data)

    assert [(fault["id"], fault["label"]) for fault in response.context["to_mend"]] == [
        ("id_title", "Title"),
        ("id_statements-0-said_by", "Statement 1: Said by"),
    ]
    assert '<a href="#id_statements-0-said_by">' in response.content.decode()


@pytest.mark.parametrize("day", [date(2019, 4, 26), None])
def test_draft_is_seen_on_the_site_by_those_who_may_edit_it(client, editor, day):
    draft = EventFactory(title="Not out yet", date=day)

    link = client.get(change_page(draft)).context["absolute_url"]
    seen = client.get(link, follow=True)
    client.logout()

    assert "Not out yet" in seen.content.decode()
    assert client.get(draft.get_absolute_url()).status_code == 404


@pytest.mark.each_database
@pytest.mark.parametrize("rows", [3, 12])
def test_form_takes_the_same_queries_however_many_rows(client, editor, django_assert_num_queries, rows):
    event = EventFactory()
    for number in range(rows):
        statement = StatementFactory(appearance=AppearanceFactory(event=event), order=number)
        statement.topics.add(TopicFactory())
    client.get(change_page(event))

    with django_assert_num_queries(14):
        client.get(change_page(event))


# --- Two editors at once ---


def test_save_sent_twice_adds_its_rows_once(client, editor, draft):
    data = with_row(form_on(client, change_page(draft)), "statements", said_by="0", text="music one day")

    for _ in range(2):
        client.post(change_page(draft), data)

    assert draft.statements.count() == 2


def test_deed_that_the_status_does_not_allow_any_more_is_told(client, publisher):
    event = event_with_statements("Engines will compose.")
    data = form_on(client, change_page(event)) | {"_schedule": "1", "publish_at_0": "2990-01-01"}

    response = client.post(change_page(event), data)

    assert errors_on(response)["__all__"] == "“Schedule” is not possible: the status is “Published” now."


def test_unusual_year_is_asked_about_once(client, editor):
    data = new_event(client, date="0019-04-26", lead="Kept.")

    came_back = client.post(ADD_EVENT, data)

    assert errors_on(came_back)["date"].startswith("Is it the year 19?")
    assert 'type="checkbox" name="year_is_right"' in came_back.text and "Kept." in came_back.text

    wrong_besides = client.post(ADD_EVENT, data | {"title": "", "year_is_right": "on"})
    assert list(errors_on(wrong_besides)) == ["title"]
    assert form_sent_by(wrong_besides)["year_is_right"] == "on"

    assert client.post(ADD_EVENT, data | {"year_is_right": "on"}).status_code == 302
    event = Event.objects.get()
    assert event.date == date(19, 4, 26)

    again = form_on(client, change_page(event)) | {"lead": "Other words."}
    assert client.post(change_page(event), again).status_code == 302
    moved = form_on(client, change_page(event)) | {"date": "2119-04-26"}
    assert list(errors_on(client.post(change_page(event), moved))) == ["date"]


def form_sent_by(response) -> dict:
    """What the form that came back would send of its own fields."""
    return values_of(response.context["adminform"].form)
