"""Two to four people side by side."""

from datetime import date

import pytest

from events.models import Event
from publishing.changes import unit_of_work
from tests.factories import (
    AppearanceFactory,
    PublicEventFactory,
    SpeakerFactory,
    StatementFactory,
    TopicFactory,
    event_with_statements,
)

pytestmark = pytest.mark.django_db

BOTH = "/compare/?speaker=anna-berg&speaker=boris-holm"


@pytest.fixture
@unit_of_work()
def archive():
    """Anna alone in 2017, both in 2018 and 2020; in 2020 Boris says nothing."""
    grain = TopicFactory(name="Grain")
    people = [SpeakerFactory(name="Anna Berg"), SpeakerFactory(name="Boris Holm")]
    for year, there in ((2017, people[:1]), (2020, people), (2018, people)):
        event = PublicEventFactory(title=f"Evening of {year}", date=date(year, 5, 1))
        for speaker in there:
            appearance = AppearanceFactory(event=event, speaker=speaker, printed_post=f"Post of {year}")
            if (speaker, year) != (people[1], 2020):
                said = StatementFactory(appearance=appearance, text=f"{speaker.name} in {year}.")
                said.topics.set([grain] if year == 2018 else [])
    return people


def table(client, address=BOTH) -> list[tuple]:
    return [
        (row.event.title, row.met, [[said.text for said in cell.statements] for cell in row.cells])
        for row in client.get(address).context["rows"]
    ]


def test_events_where_they_met_stand_first_and_each_has_what_both_said(client, archive):
    assert table(client) == [
        ("Evening of 2018", True, [["Anna Berg in 2018."], ["Boris Holm in 2018."]]),
        ("Evening of 2020", True, [["Anna Berg in 2020."], []]),
        ("Evening of 2017", False, [["Anna Berg in 2017."], []]),
    ]
    page = client.get(BOTH).content.decode()
    assert [words in page for words in ("At the same table", "Elsewhere", "Post of 2020", "Not there")] == [
        True
    ] * 4
    assert "There; nothing recorded" in page


def test_topic_and_years_narrow_it(client, archive):
    assert [title for title, *_ in table(client, f"{BOTH}&topic=grain")] == ["Evening of 2018"]
    assert [title for title, *_ in table(client, f"{BOTH}&from_year=2018&to_year=2019")] == [
        "Evening of 2018"
    ]
    assert "Anna Berg and Boris Holm on Grain" in client.get(f"{BOTH}&topic=grain").content.decode()


def test_names_are_found_in_any_spelling_and_the_address_is_the_one_of_today(client, archive):
    answer = client.get("/compare/?speaker=Анна+Берг&speaker=boris-holm&speaker=")

    assert answer["Location"] == BOTH
    archive[0].slug = "anna-b"
    archive[0].save()
    assert client.get(BOTH)["Location"] == "/compare/?speaker=anna-b&speaker=boris-holm"


@pytest.mark.parametrize(
    ("asked", "status", "words"),
    [
        ("", 200, "Two to four people"),
        ("?speaker=anna-berg", 200, 'value="Anna Berg"'),
        ("?speaker=anna-berg&speaker=Xqzw+Vrtk", 404, "Nobody in the archive is called “Xqzw Vrtk”."),
        ("?speaker=anna-berg&speaker=boris-holm&topic=none", 404, "There is no such topic."),
        ("?speaker=anna-berg&speaker=boris-holm&topic=rail", 200, "None of them is recorded here on Rail."),
        ("?speaker=anna-berg&speaker=Анна+Берг", 404, "Each of these names is Anna Berg’s: name somebody"),
        (
            "?speaker=anna-berg&speaker=boris-holm&from_year=2020&to_year=2018",
            404,
            "No year is from 2020 on and up to 2018.",
        ),
    ],
)
def test_form_says_what_is_missing_and_keeps_what_was_typed(client, archive, asked, status, words):
    event_with_statements("Rail matters.").statements.get().topics.set([TopicFactory(name="Rail")])
    answer = client.get(f"/compare/{asked}")

    assert (answer.status_code, words in answer.content.decode()) == (status, True)


def test_what_is_compared_can_be_taken_along(client, archive):
    lines = b"".join(client.get(f"{BOTH}&format=csv").streaming_content).decode().splitlines()

    assert len([line for line in lines if "Anna Berg in" in line or "Boris Holm in" in line]) == 4


def test_number_of_queries_does_not_grow(client, archive, django_assert_num_queries):
    with unit_of_work():
        for year in range(1990, 2010):
            event = PublicEventFactory(date=date(year, 5, 1))
            for speaker in archive:
                StatementFactory(appearance=AppearanceFactory(event=event, speaker=speaker))
    client.get("/about/")  # whose archive it is, a server asks once an edition

    with django_assert_num_queries(10):
        assert len(table(client)) == 20


def test_too_many_are_refused_before_any_is_looked_for(client, archive, django_assert_num_queries):
    client.get("/about/")  # what is asked once an edition

    with django_assert_num_queries(2):  # the edition, and whether a page that is not there has moved
        answer = client.get(f"/compare/?{'&'.join(['speaker=Anna'] * 1000)}")

    assert (answer.status_code, "At most 4 people" in answer.content.decode()) == (404, True)


def test_page_of_an_event_leads_to_those_who_were_heard_there_side_by_side(client, archive):
    met, alone = (Event.objects.get(date__year=year).get_absolute_url() for year in (2018, 2017))

    assert f'<a href="{BOTH.replace("&", "&amp;")}">Berg and Holm</a>' in client.get(met).text
    assert "/compare/?speaker" not in client.get(alone).text


def test_of_five_the_two_who_said_most_are_compared_and_four(client):
    event = PublicEventFactory()
    for number, name in enumerate(["Anna Berg", "Boris Holm", "Carl Dahl", "Dora Falk", "Eva Gran"]):
        appearance = AppearanceFactory(event=event, speaker__name=name)
        for _number in range(number + 1):
            StatementFactory(appearance=appearance)

    two, four = client.get(event.get_absolute_url()).context["comparisons"]

    assert (two.names, four.names) == ("Gran and Falk", "Gran, Falk, Dahl and Holm")
    assert four.address.count("speaker=") == 4
