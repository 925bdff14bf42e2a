import re
from datetime import date, timedelta

import pytest

from events.models import Appearance
from people.models import Affiliation, NameVariant, Organisation, Speaker
from public.pages import InYears
from public.speaker_page import positions_of, span_in_words
from public.views.speaker import SAID
from publishing.changes import unit_of_work
from tests.factories import (
    AppearanceFactory,
    AuthorshipFactory,
    EventFactory,
    PublicEventFactory,
    SpeakerFactory,
    StatementFactory,
    TopicFactory,
)
from tests.html import squeezed

pytestmark = [pytest.mark.django_db, pytest.mark.rendering]


def listed(response) -> list[str]:
    assert response.status_code == 200
    return [speaker.name for speaker in response.context["page"]]


def test_directory_files_names_by_their_plain_letters(client):
    for name in ("Zoe Adam", "Łucja Łagoda", "Артём Лукин", "Anna Lind"):
        AppearanceFactory(speaker__name=name)

    response = client.get("/speakers/")

    assert listed(response) == ["Zoe Adam", "Łucja Łagoda", "Anna Lind", "Артём Лукин"]
    assert [letter for letter, number in response.context["letters"] if number] == ["A", "L"]


def test_letter_shows_who_is_filed_there(client):
    AppearanceFactory(speaker__name="Zoe Adam")
    AppearanceFactory(speaker__name="Артём Лукин")

    assert listed(client.get("/speakers/?letter=L")) == ["Артём Лукин"]


def test_directory_shows_the_latest_post_and_the_record(client):
    speaker = SpeakerFactory(name="Anna Berg")
    for year, post in ((2021, "Director"), (2019, "Fellow")):
        event = PublicEventFactory(date=date(year, 1, 1))
        appearance = AppearanceFactory(event=event, speaker=speaker, printed_post=post)
    StatementFactory(appearance=appearance)
    AppearanceFactory(speaker=speaker, role=Appearance.Role.MODERATOR, event__date=date(2018, 1, 1))

    AuthorshipFactory(speaker=speaker)

    assert "Director. 1 position, chaired 1 event, 1 opinion" in squeezed(
        client.get("/speakers/").content.decode()
    )


def test_box_finds_part_of_a_name_and_says_which_spelling_matched(client):
    speaker = AppearanceFactory(speaker__name="Anna Berg").speaker
    NameVariant.objects.create(speaker=speaker, name="Anna Sjöström", kind="former")

    body = squeezed(client.get("/speakers/?q=sjostr").content.decode())

    assert "Berg, Anna" in body
    assert "matched as <b>Anna Sjöström</b>" in body


def test_box_that_finds_nobody_offers_a_way_on(client):
    body = squeezed(client.get("/speakers/?q=Xyzzy").content.decode())

    assert "Nobody here has “Xyzzy” in a name." in body
    assert '<a href="/search/?q=Xyzzy">' in body


@pytest.fixture
def anna():
    return SpeakerFactory(name="Anna Berg", biography="Studies ports.", country="SE")


def page_of(client, speaker, query="") -> str:
    response = client.get(f"{speaker.get_absolute_url()}{query}")
    assert response.status_code == 200
    return squeezed(response.content.decode())


@unit_of_work()
def said(speaker, year, *topics, **fields):
    appearance = AppearanceFactory(speaker=speaker, event=PublicEventFactory(date=date(year, 4, 26)))
    statement = StatementFactory(appearance=appearance, **fields)
    statement.topics.set(topics)
    return statement


def test_positions_come_newest_first_with_the_post_of_the_day(client, anna):
    said(anna, 2019, text="Older.")
    newer = said(anna, 2021, text="Newer.")
    Appearance.objects.filter(pk=newer.appearance_id).update(printed_post="Director, Delta Institute")

    body = page_of(client, anna)

    assert body.index("Newer.") < body.index("Older.")
    assert "as <span>Director, Delta Institute</span>" in body


def test_positions_are_grouped_by_topic_on_request(client, anna):
    trade, ports = TopicFactory(name="Trade"), TopicFactory(name="Ports")
    said(anna, 2019, ports)
    for year in (2020, 2021):
        said(anna, year, trade)
    said(anna, 2018)

    groups = client.get(f"{anna.get_absolute_url()}?by=topic").context["groups"]

    assert [(group.topic, group.count) for group in groups] == [(trade, 2), (ports, 1), (None, 1)]


def test_one_topic_alone_shows_its_positions(client, anna):
    trade = TopicFactory(name="Trade")
    said(anna, 2019, trade, text="On trade.")
    said(anna, 2020, text="On nothing.")

    body = page_of(client, anna, "?topic=trade")

    assert "On trade." in body
    assert "On nothing." not in body


def test_years_are_drawn_and_tabled_with_the_same_numbers(client, anna):
    said(anna, 2019)
    said(anna, 2021)
    AppearanceFactory(speaker=anna, event__date=date(2020, 1, 1), role=Appearance.Role.MODERATOR)

    response = client.get(anna.get_absolute_url())

    drawn = [(c.first, c.positions, c.appearances, c.chaired_only) for c in response.context["chart"].columns]
    assert drawn == [(2019, 1, 1, False), (2020, 0, 1, True), (2021, 1, 1, False)]
    body = squeezed(response.content.decode())
    assert '<tr><th scope="row">2020</th><td>0</td><td>0</td><td>1, 1 as chair</td></tr>' in body
    assert '<tr><th scope="row">2021</th><td>1</td><td>100</td><td>1</td></tr>' in body


def test_panel_moderated_is_no_position(client, anna):
    AppearanceFactory(speaker=anna, event__title="Evening", role=Appearance.Role.MODERATOR)

    body = page_of(client, anna)

    assert "No position of Anna Berg has been recorded." in body
    assert "Moderated" in body.split("Also took part")[1]


def test_of_hundreds_of_panels_moderated_the_latest_are_shown_and_the_way_to_all(client, anna):
    with unit_of_work():
        for number in range(33):
            day = date(2019, 1, 1) + timedelta(days=number)
            event = PublicEventFactory(title=f"Evening {number:02}", date=day)
            AppearanceFactory(event=event, speaker=anna, role=Appearance.Role.MODERATOR)

    silent = page_of(client, anna).split("Also took part")[1].split("</section>")[0]

    assert re.findall(r"Evening (\d\d)", silent) == [f"{number:02}" for number in range(32, 2, -1)]
    (address,) = re.findall(r'href="(/events/[^"]+)"[^>]*> ?All events with', silent)
    assert len(client.get(address).context["page"].paginator.object_list) == 33


def test_speaker_page_tells_posts_spellings_opinions_and_company(client, anna):
    organisation = Organisation.objects.create(name="Delta Institute")
    Affiliation.objects.create(
        speaker=anna, organisation=organisation, post="Fellow", start_date="2014-03", end_date="2021"
    )
    NameVariant.objects.create(speaker=anna, name="Анна Берг", kind="other-script", language="ru")
    opinion = AuthorshipFactory(speaker=anna, opinion__title="Open question").opinion
    AuthorshipFactory(opinion=opinion, speaker__name="Carl Dahl")
    event = AppearanceFactory(speaker=anna).event
    AppearanceFactory(event=event, speaker__name="Eva Falk")

    body = page_of(client, anna)

    assert "<dt>2014–2021</dt><dd>Fellow, Delta Institute</dd>" in body
    assert '<b lang="ru">Анна Берг</b> in another script' in body
    assert "Anna Berg and Carl Dahl" in body.split("Wrote")[1]
    assert "Eva Falk" in body.split("Appeared with")[1]


def test_event_that_is_not_public_leaves_no_trace_on_the_speaker_page(client, anna):
    said(anna, 2019)
    hidden = EventFactory(title="Secret evening", date=date(2030, 1, 1))
    StatementFactory(appearance=AppearanceFactory(event=hidden, speaker=anna), text="Secret words.")
    AppearanceFactory(event=hidden, speaker__name="Secret Companion")

    body = page_of(client, anna)

    assert "Secret" not in body
    assert "2030" not in body


def test_absorbed_speaker_leads_to_the_one_who_was_kept(client, anna):
    from people.merging import merge_speakers

    said(anna, 2019)
    double = SpeakerFactory(name="Anna Bergh")
    merge_speakers(kept=anna, absorbed=double)

    response = client.get("/speakers/anna-bergh/")

    assert (response.status_code, response.headers["Location"]) == (301, "/speakers/anna-berg/")


def test_speaker_without_anything_public_is_not_found(client):
    Speaker.objects.create(name="Nobody Yet")

    assert client.get("/speakers/nobody-yet/").status_code == 404


def test_positions_on_a_topic_stand_one_after_the_other_with_the_time_between(client, anna):
    trade = TopicFactory(name="Trade")
    for year in (2021, 2018, 2019):
        said(anna, year, trade)

    shown = client.get(f"{anna.get_absolute_url()}?topic=trade").context["said"]

    assert [(at.event.date.year, at.later) for at in shown] == [
        (2018, ""),
        (2019, "1 year"),
        (2021, "2 years"),
    ]


@pytest.mark.parametrize(
    ("end", "words"),
    [
        (date(2018, 6, 16), ""),
        (date(2018, 6, 17), "1 month"),
        (date(2020, 6, 18), "2 years 1 month"),
        (date(2019, 5, 16), "11 months"),
        (date(2018, 5, 17), ""),
    ],
)
def test_time_between_two_events_is_told_in_years_and_months(end, words):
    assert span_in_words(date(2018, 5, 17), end) == words


def test_a_page_of_positions_is_looked_for_in_its_own_years_and_is_the_same():
    speaker = SpeakerFactory()
    for year, number in ((2019, 3), (2017, 2), (2016, 4)):
        appearance = AppearanceFactory(speaker=speaker, event=PublicEventFactory(date=date(year, 4, 26)))
        StatementFactory.create_batch(number, appearance=appearance)
    said = positions_of(speaker).newest_first()
    in_years = InYears(SAID, speaker.pk, [(2016, 4), (2017, 2), (2018, 0), (2019, 3)])

    pages = [slice(first, first + size) for size in (1, 2, 4, 9) for first in range(9)]

    assert [list(in_years[page]) for page in pages] == [list(said[page]) for page in pages]
