"""The picture of a shared link: it says what its page says, as that knows it, and only what is there is drawn."""

from dataclasses import replace
from io import BytesIO

import pytest
from django.core.cache import cache
from django.utils.translation import override
from PIL import Image

from events.quotation import Known
from events.withdrawing import withdraw_statement
from house.models import House
from public import drawing, lettering
from public.cards import LONGEST, Card, card_of_event, card_of_house, card_of_opinion, card_of_statement
from public.drawing import picture_of
from publishing.deeds import withdraw
from tests.factories import (
    AppearanceFactory,
    AuthorshipFactory,
    PublicEventFactory,
    event_with_statements,
)
from tests.html import squeezed
from tests.public.test_evidence_everywhere import WORDS, statement_known

pytestmark = [pytest.mark.django_db, pytest.mark.rendering]


@pytest.fixture(autouse=True)
def nothing_is_kept():
    cache.clear()


def named_in(client, path: str) -> str:
    """The address of the picture that a page names, as both sorts of readers of it look for it."""
    html = squeezed(client.get(path).content.decode())
    assert '<meta name="twitter:card" content="summary_large_image">' in html
    return html.partition('<meta property="og:image" content="http://testserver')[2].partition('"')[0]


def test_event_speaker_statement_and_opinion_have_a_picture_each_and_all_else_that_of_the_house(client):
    event = event_with_statements("It rains.", title="Погода и хлеб")
    speaker = event.appearances.first().speaker
    pages = [event, speaker, event.statements.get(), AuthorshipFactory().opinion]

    addresses = [named_in(client, page.get_absolute_url()) for page in pages]
    addresses.append(named_in(client, "/events/"))
    addresses.append(named_in(client, f"/ru{event.get_absolute_url()}"))

    assert len(set(addresses)) == 6 and named_in(client, "/about/") == addresses[4]
    for address in addresses:
        response = client.get(address)
        assert "immutable" in response["Cache-Control"]
        picture = Image.open(BytesIO(response.content))
        assert (picture.format, picture.size) == ("PNG", (1200, 630))
        assert len(response.content) < 100_000


@pytest.mark.parametrize("known", list(Known))
def test_words_stand_in_marks_only_if_they_are_a_quote_and_say_whose_they_are(known):
    card = card_of_statement(statement_known(known))

    words = WORDS[known]
    assert card.text == (f"“{words}”" if known == Known.QUOTE else words)
    assert card.how.startswith(known.label) and card.known == known
    assert [other.label for other in Known if other != known and other.label in card.how] == []


def test_long_quote_is_cut_inside_of_its_marks():
    statement = statement_known(Known.QUOTE)
    statement.text = "word " * 200

    card = card_of_statement(statement)

    assert len(card.text) <= LONGEST + 2 and (card.text[0], card.text[-2:]) == ("“", "…”")


def test_nobody_can_have_anything_drawn_but_what_is_there(client, monkeypatch):
    drawn = []
    monkeypatch.setattr(drawing, "_foot", lambda *args: drawn.append(args))
    event = event_with_statements("It rains.")
    address = named_in(client, event.get_absolute_url())

    for path in ("/cards/event/1000/x.png", "/cards/house/2/x.png", "/cards/none/1/x.png"):
        assert client.get(path).status_code == 404
    assert client.get(f"/cards/event/{event.pk}/0123.png")["Location"] == address
    assert drawn == []
    assert [client.get(address).status_code for _ in range(3)] == [200, 200, 200] and len(drawn) == 1


def test_what_is_withdrawn_has_no_picture_any_more(client):
    event = event_with_statements("It rains.", "It snows.", report="<p>It rains. It snows.</p>")
    statement = event.statements.first()
    of_statement, of_event = (named_in(client, one.get_absolute_url()) for one in (statement, event))

    withdraw_statement(statement, "Nobody said so.")
    assert client.get(of_statement).status_code == 410
    assert client.get(of_event).status_code == 302  # one position less
    withdraw(event, "It was another day.")

    assert client.get(of_event).status_code == 410


def test_opinion_that_is_withdrawn_or_of_another_title_has_another_picture_or_none(client):
    opinion = AuthorshipFactory(printed_name="Ada Berg").opinion
    opinion.url = "https://eastport.example/1"
    opinion.save()
    card, before = card_of_opinion(opinion), named_in(client, opinion.get_absolute_url())
    assert (card.text, card.below, card.aside) == (opinion.title, "Ada Berg", "eastport.example")

    opinion.title = "Otherwise"
    opinion.save()
    assert client.get(before)["Location"] == named_in(client, opinion.get_absolute_url()) != before
    withdraw(opinion, "Nobody wrote it.")
    assert client.get(before).status_code == 410


def test_what_no_font_can_write_is_not_drawn_as_boxes(monkeypatch):
    """As on a system that has no fonts of its own; with one that has, the words stand there."""
    monkeypatch.setattr(lettering, "fonts_there", lambda: (lettering.SANS,))
    lettering.runs.cache_clear()
    drawn = {"kind": "event", "pk": 1, "head": "Lecture"}
    house = replace(card_of_house(), aside="Delhi, 3 May 2022")

    in_chinese = Card(**drawn, about="Delhi, 北京, 3 May 2022", text="货运走廊", below="王小明")
    in_part = Card(**drawn, text="Freight", about="3 May 2022", below="Ada Berg, 王小明")

    assert picture_of(in_chinese) == picture_of(house)
    assert picture_of(in_part) == picture_of(replace(in_part, below="Ada Berg"))
    assert [lettering.can_write(text) for text in ("Погода", "أسعار القمح", "ქართული", "नदी", "한국")] == [
        *(True, True, True),
        *(False, False),
    ]


def test_lines_of_chinese_break_between_letters_and_not_before_a_stop(monkeypatch):
    monkeypatch.setattr(lettering, "width_of", lambda text, name, size: len(text))

    assert lettering.lines_of("货运走廊。还要等 ten years", "any", 10, 5) == [
        "货运走廊。",
        "还要等",
        "ten",
        "years",
    ]
    assert lettering.lines_of("货运走廊要。等", "any", 10, 5) == ["货运走廊", "要。等"]


def test_card_of_an_event_under_the_rule_names_nobody():
    event = PublicEventFactory(record_rule="chatham-house")
    appearance = AppearanceFactory(event=event, printed_name="Ada Berg")

    card = card_of_event(event, [], 0)

    assert "Berg" not in repr(card) and card.below == "Under the Chatham House Rule" and appearance


def test_house_is_named_in_its_own_colour_and_another_one_is_another_address(client):
    before = card_of_house().address
    House.objects.create(name="Eastport", strapline="Who said what by the sea", accent="#7a2e12")

    card = card_of_house()

    assert card.address != before and card.text == "Who said what by the sea"
    picture = Image.open(BytesIO(client.get(card.address).content)).convert("RGB")
    assert picture.getpixel((600, 5)) == (0x7A, 0x2E, 0x12)
    with override("ru"):
        assert card_of_house().address.startswith("/ru/cards/house/1/")
