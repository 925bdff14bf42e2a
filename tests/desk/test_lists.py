import re
from datetime import date

import pytest
from django.apps import apps
from django.contrib import admin

from tests.factories import (
    AppearanceFactory,
    EventFactory,
    PublicEventFactory,
    SeriesFactory,
    SpeakerFactory,
    TopicFactory,
    event_with_statements,
)

SEARCHED = [
    f"{model._meta.app_label}/{model._meta.model_name}"
    for model, screen in admin.site._registry.items()
    if screen.search_fields
]
EVENTS = "/admin/events/event/"


def listed(client, query: str) -> list[str]:
    return [event.title for event in client.get(f"{EVENTS}?{query}").context["cl"].result_list]


def test_speakers_are_narrowed_by_the_countries_that_they_have(client, editor):
    for name, country in [("Ada", "FR"), ("Boris", "SE"), ("Clara", "FR"), ("Dana", "")]:
        SpeakerFactory(name=name, country=country)

    whole = client.get("/admin/people/speaker/")
    french = client.get("/admin/people/speaker/?country__exact=FR&_facets=True")

    links = re.findall(r'href="[?]country__exact=(..)"', whole.text)
    assert links == ["FR", "SE"]
    assert [speaker.name for speaker in french.context["cl"].result_list] == ["Ada", "Clara"]
    assert re.findall(r"(\w+ [(]\d[)])</a>", french.text)[-2:] == ["France (2)", "Sweden (1)"]


def test_events_are_narrowed_by_each_filter(client, editor):
    topic, series = TopicFactory(), SeriesFactory()
    wanted = EventFactory(
        title="Wanted",
        kind="lecture",
        date=date(2021, 5, 1),
        record_rule="chatham-house",
        happens="cancelled",
        series=series,
    )
    wanted.topics.add(topic)
    PublicEventFactory(title="Other", date=date(2020, 5, 1))

    for query in [
        "status__exact=draft",
        "kind__exact=lecture",
        "year=2021",
        "record_rule__exact=chatham-house",
        "happens__exact=cancelled",
        f"topics__id__exact={topic.pk}",
        f"series__id__exact={series.pk}",
        "date__year=2021",
        "q=want",
    ]:
        assert listed(client, query) == ["Wanted"], query


@pytest.mark.parametrize(
    "query",
    [
        "year=x",
        "year=0000",
        "year=99999999999",
        "complete=maybe",
        "topics__id__exact=x",
        f"topics__id__exact={'9' * 30}",
        f"date__year={'9' * 30}",
        "status__exact=%00",
        "q=%00",
        "p=999999999999",
    ],
)
def test_list_takes_any_address(client, editor, query):
    assert client.get(f"{EVENTS}?{query}").status_code in (200, 302)


@pytest.mark.parametrize("page", ["x", "0", "²", "9" * 30])
def test_search_of_the_desk_takes_any_page(client, editor, page):
    assert client.get("/admin/search/", {"s": "event", "page": page}).status_code == 200


@pytest.mark.parametrize(
    "query", ["venue=x", "topics=1,x", f"series={'9' * 30}", "publish_at=soon", "date=soon"]
)
def test_form_takes_any_address(client, publisher, query):
    assert client.get(f"{EVENTS}add/?{query}").status_code == 200


def test_event_is_found_by_a_speaker(client, editor):
    appearance = AppearanceFactory(speaker=SpeakerFactory(name="Ada Lovelace"), event__title="Wanted")
    EventFactory(title="Other")

    assert listed(client, "q=lovelace") == [appearance.event.title]


@pytest.mark.parametrize("screen", SEARCHED)
def test_search_for_many_words_looks_for_the_first_and_says_so(admin_client, screen):
    told = {
        words: admin_client.get(f"/admin/{screen}/", {"q": "a " * words}).text.count(
            "Only the first 20 words"
        )
        for words in (20, 21, 2000)
    }

    assert told == {20: 0, 21: 1, 2000: 1}


def test_words_in_quotation_marks_are_looked_for_as_one_of_the_first(client, editor):
    EventFactory(title="One two three")
    for title in ("Three two one", "One, two, three"):
        EventFactory(title=title)

    assert listed(client, f"q={'three ' * 19}%22one two%22 nothing") == ["One two three"]


@pytest.mark.parametrize("field", ["venue", "topics", "series", "translation_of"])
def test_picker_bears_many_words(client, editor, field):
    asked = {"app_label": "events", "model_name": "event", "field_name": field, "term": "a " * 2000}

    assert client.get("/admin/autocomplete/", asked).status_code == 200


@pytest.mark.parametrize("term", ["", "cafe"])
@pytest.mark.parametrize("screen", SEARCHED)
def test_rows_of_a_picker_come_in_one_order(admin_client, rf, admin_user, screen, term):
    """Else a page repeats what the one before had, and leaves out another."""
    model = apps.get_model(screen.replace("/", "."))
    request = rf.get("/")
    request.user = admin_user
    asked_by = admin.site.get_model_admin(model)

    rows, _ = asked_by.get_search_results(request, asked_by.get_queryset(request), term)

    assert rows.totally_ordered, rows.query.order_by
    assert admin_client.get(f"/admin/{screen}/").context["cl"].queryset.totally_ordered


def test_list_counts_and_says_what_is_missing(client, editor):
    whole = event_with_statements(
        "Engines will compose.", "Compilers come first.", title="Whole", lead="Two views."
    )
    lost = event_with_statements(
        "Engines will compose.", title="Lost", lead="A lead.", report="<p>Nothing.</p>"
    )
    EventFactory(title="Bare", date=None)
    AppearanceFactory(event=whole)

    events = {event.title: event for event in client.get(EVENTS).context["cl"].result_list}
    page = client.get(EVENTS).content.decode()

    assert (events["Whole"].speaker_count, events["Whole"].statement_count) == (2, 2)
    for mark in ["no date", "no speakers", "no statements", "no lead", "1 without a place"]:
        assert page.count(mark) == 1, mark
    assert listed(client, "complete=yes") == ["Whole"]
    assert set(listed(client, "complete=no")) == {"Bare", lost.title}


def test_list_of_events_loads_nothing_of_their_form(client, editor):
    shown, opened = (client.get(f"{EVENTS}{page}").text for page in ("", "add/"))

    assert "desk/report/report.js" in opened and "desk/report/report.js" not in shown
