from datetime import date

import pytest

from people.models import Organisation, Speaker
from tests.desk.pages import change_page, errors_on, form_on, with_row
from tests.factories import AppearanceFactory, PublicEventFactory, SpeakerFactory

pytestmark = pytest.mark.rendering

ADD = "/admin/people/speaker/add/"
ALIKE = "/admin/people/speaker/alike/"
QUICK = "/admin/people/speaker/quick/"
KNOWN = "/admin/events/event/known/"


def test_speaker_with_a_like_name_is_made_only_when_said_to_be_another(client, editor):
    SpeakerFactory(name="Artyom Lukin")
    data = form_on(client, ADD) | {"name": "Artem Lukin"}

    warned = client.post(ADD, data)
    client.post(ADD, data | {"another_person": "on"})

    assert "Artyom Lukin" in errors_on(warned)["name"]
    assert Speaker.objects.count() == 2


def test_speaker_named_like_nobody_is_made_at_once(client, editor):
    SpeakerFactory(name="Artyom Lukin")

    client.post(ADD, form_on(client, ADD) | {"name": "Grace Hopper", "country": "US"})

    assert Speaker.objects.get(name="Grace Hopper").country.code == "US"


def test_quick_dialog_shows_who_is_alike_first(client, editor):
    lukin = SpeakerFactory(name="Artyom Lukin", country="RU")
    lukin.variants.create(name="Артём Лукин")

    shown = client.get(ALIKE, {"name": "Лукин Артём"}).json()["alike"]
    refused = client.post(QUICK, {"name": "Артём Лукин", "country": "RU"})

    assert [(match["id"], match["name"]) for match in shown] == [(lukin.pk, "Artyom Lukin")]
    assert (refused.status_code, refused.json()["alike"][0]["id"]) == (409, lukin.pk)
    assert Speaker.objects.count() == 1


def test_quick_dialog_makes_a_speaker(client, editor):
    made = client.post(QUICK, {"name": "Grace Hopper", "country": "US"})

    speaker = Speaker.objects.get()
    assert (made.status_code, made.json()) == (201, {"id": speaker.pk, "name": "Grace Hopper"})


@pytest.mark.parametrize(
    "sent", [{"name": ""}, {"name": "x" * 201}, {"name": "Ada", "country": "XX"}, {"name": "A\0da"}]
)
def test_quick_dialog_refuses_in_words(client, editor, sent):
    response = client.post(QUICK, sent)

    assert response.status_code == 400
    assert response.json()["errors"]
    assert not Speaker.objects.exists()


@pytest.mark.parametrize("address", [ALIKE, QUICK, KNOWN])
def test_helpers_of_the_form_are_closed_to_visitors(client, db, address):
    assert client.get(address).status_code == 302


def test_post_is_suggested_as_known_on_the_day(client, editor):
    speaker = SpeakerFactory(name="Ada Lovelace")
    college = Organisation.objects.create(name="College")
    speaker.affiliations.create(organisation=college, post="Fellow", start_date="2010", end_date="2015")
    AppearanceFactory(
        event=PublicEventFactory(date=date(2017, 1, 1)), speaker=speaker, printed_post="Countess"
    )

    def known_on(day):
        return client.get(KNOWN, {"speaker": speaker.pk, "date": day}).json()["post"]

    assert [known_on(day) for day in ("2012-05-01", "2018-01-01", "2016-01-01")] == [
        "Fellow, College",
        "Countess",
        "",
    ]


@pytest.mark.parametrize(
    "query", [{}, {"speaker": "x"}, {"speaker": "9" * 30}, {"speaker": "\0"}, {"speaker": "٣"}]
)
def test_post_of_nobody_is_a_clear_answer(client, editor, query):
    assert client.get(KNOWN, query).status_code == 404


def test_post_for_a_date_that_is_none_is_that_of_today(client, editor):
    speaker = AppearanceFactory(printed_post="Countess").speaker

    response = client.get(KNOWN, {"speaker": speaker.pk, "date": "2019-02-31"})

    assert response.json() == {"name": speaker.name, "post": "Countess"}


def test_merge_shows_both_and_keeps_the_chosen(client, publisher):
    kept = AppearanceFactory(speaker__name="Artyom Lukin").speaker
    other = AppearanceFactory(speaker__name="A. Lukin", printed_name="A. Lukin").speaker
    address = f"/admin/people/speaker/merge/?a={kept.pk}&b={other.pk}"

    page = client.get(address).content.decode()
    client.post(address, {"kept": kept.pk})

    assert "Artyom Lukin" in page and "A. Lukin" in page
    assert [appearance.printed_name for appearance in kept.appearances.order_by("pk")] == [
        "Artyom Lukin",
        "A. Lukin",
    ]
    assert list(kept.variants.values_list("name", flat=True)) == ["A. Lukin"]
    assert not Speaker.objects.filter(pk=other.pk).exists()


def test_merge_without_a_choice_or_of_two_at_one_event_says_so(client, publisher):
    event = PublicEventFactory()
    first, second = AppearanceFactory(event=event).speaker, AppearanceFactory(event=event).speaker
    address = f"/admin/people/speaker/merge/?a={first.pk}&b={second.pk}"

    undecided = client.post(address, {})
    together = client.post(address, {"kept": first.pk})

    assert "Choose which record stays." in undecided.content.decode()
    assert "they may be two people" in together.content.decode()
    assert Speaker.objects.count() == 2


def test_merge_from_the_list_asks_for_two(client, publisher):
    pair = [SpeakerFactory(name="Ada Byron"), SpeakerFactory(name="Ada Lovelace")]
    listed = "/admin/people/speaker/"

    one = client.post(listed, {"action": "merge_selected", "_selected_action": [pair[0].pk]}, follow=True)
    two = client.post(
        listed, {"action": "merge_selected", "_selected_action": [speaker.pk for speaker in pair]}
    )

    assert "Choose two records" in one.content.decode()
    assert two["Location"] == f"/admin/people/speaker/merge/?a={pair[0].pk}&b={pair[1].pk}"


def test_speakers_other_names_and_posts_are_edited_with_them(client, editor):
    speaker = SpeakerFactory(name="Ada Lovelace")
    data = form_on(client, change_page(speaker))
    data |= {"variants-TOTAL_FORMS": 1, "variants-0-name": "Ada Byron", "variants-0-kind": "former"}

    client.post(change_page(speaker), data)

    assert speaker.variants.get().name == "Ada Byron"


def test_picker_finds_another_script_and_a_typo(client, editor):
    SpeakerFactory(name="Georgy Toloraya")
    query = {"app_label": "events", "model_name": "appearance", "field_name": "speaker"}

    found = [
        client.get("/admin/autocomplete/", query | {"term": term}).json() for term in ["Толорая", "tolorya"]
    ]

    assert [[row["text"] for row in answer["results"]] for answer in found] == [["Georgy Toloraya"]] * 2


def test_picker_tells_people_apart(client, editor):
    speaker = AppearanceFactory(speaker__name="Georgy Toloraya", speaker__country="RU").speaker
    speaker.variants.create(name="Jerzy Tolorai")
    speaker.affiliations.create(organisation=Organisation.objects.create(name="Institute"), post="Director")
    query = {
        "app_label": "events",
        "model_name": "appearance",
        "field_name": "speaker",
        "term": "Jerzy Tolor",
    }

    found = client.get("/admin/autocomplete/", query).json()["results"]

    assert [(row["text"], row.get("beside")) for row in found] == [
        ("Georgy Toloraya", "Director, Institute · Russia · last 26 April 2019 · also Jerzy Tolorai"),
    ]


def test_former_name_may_be_entered_in_the_same_form(client, publisher):
    speaker = SpeakerFactory(name="Ada Byron")
    data = form_on(client, change_page(speaker)) | {"name": "Ada Lovelace"}
    data = with_row(data, "variants", name="Ada Byron", kind="former")

    response = client.post(change_page(speaker), data)

    assert response.status_code == 302
    assert [(v.name, v.kind) for v in speaker.variants.all()] == [("Ada Byron", "former")]
    assert Speaker.objects.get().sort_name == "Lovelace, Ada"
