"""Records that may be of one person are told with reasons; who was said to be two is not asked about again."""

import pytest
from django.core.exceptions import ValidationError

from people.duplicates import likely_pairs, they_are_two
from people.merging import merge_speakers
from people.models import Organisation, Speaker, TwoPeople
from publishing.changes import unit_of_work
from tests.desk.pages import messages_on
from tests.desk.users import make_user
from tests.factories import AppearanceFactory, PublicEventFactory, SpeakerFactory

pytestmark = pytest.mark.django_db

PAGE = "/admin/people/speaker/duplicates/"


@pytest.fixture
def people(db) -> dict[str, Speaker]:
    """Four who look alike by twos, and two who look like nobody."""
    with unit_of_work():
        named = {
            name: SpeakerFactory(name=name, country=country)
            for name, country in [
                ("Artyom Lukin", ""),
                ("Artem Lukin", ""),
                ("Leila Haddad", "LB"),
                ("L. Haddad", "FR"),
                ("Jonas Berg", ""),
                ("Ines Ferrante", ""),
            ]
        }
        for name in ("Artyom Lukin", "Artem Lukin"):
            named[name].variants.create(name="Артём Лукин")
            college, _ = Organisation.objects.get_or_create(name="College")
            named[name].affiliations.create(organisation=college, post="Fellow")
        event = PublicEventFactory(title="Spring")
        for name in ("Leila Haddad", "L. Haddad"):
            AppearanceFactory(event=event, speaker=named[name])
    return named


def told() -> list[tuple]:
    return [(str(pair.one), str(pair.other), pair.reasons, pair.against) for pair in likely_pairs()]


def test_pairs_are_told_with_what_speaks_for_them_and_against(people):
    assert told() == [
        (
            "Artyom Lukin",
            "Artem Lukin",
            ["Both are written “Артём Лукин”", "Same post: Fellow, College"],
            [],
        ),
        (
            "Leila Haddad",
            "L. Haddad",
            ["Initial and surname fit"],
            ["Different countries: Lebanon, France", "Both were at “Spring”"],
        ),
    ]


def test_who_was_said_to_be_two_is_not_asked_about_again(people):
    pair = people["Artem Lukin"], people["Artyom Lukin"]

    they_are_two(*pair)
    they_are_two(*reversed(pair))

    assert [pair[0] for pair in told()] == ["Leila Haddad"]
    assert TwoPeople.objects.count() == 1
    merge_speakers(*pair)  # nevertheless
    assert TwoPeople.objects.count() == 0
    with pytest.raises(ValidationError, match="deleted in the meantime"):
        they_are_two(*pair)


def test_on_the_desk_they_are_compared_told_apart_and_asked_about_again(client, people):
    client.force_login(make_user("Publisher"))
    one, other = people["Artyom Lukin"], people["Artem Lukin"]
    page = client.get(PAGE).content.decode()
    assert "Very likely" in page and f"merge/?a={one.pk}&amp;b={other.pk}" in page
    assert client.get(f"{PAGE}?reason=initial").context["pairs"][0].one == people["Leila Haddad"]
    pair = {"one": one.pk, "other": other.pk}

    told_apart = client.post(PAGE, pair, follow=True)
    assert messages_on(told_apart) == [
        "“Artyom Lukin” and “Artem Lukin” are two people: you are not asked again."
    ]
    assert "says publisher" in told_apart.content.decode()
    client.post(PAGE, pair | {"again": "1"})
    assert len(client.get(PAGE).context["pairs"]) == 2
    client.post(f"/admin/people/speaker/merge/?a={one.pk}&b={other.pk}", {"two": "1"})
    assert len(client.get(PAGE).context["pairs"]) == 1


@pytest.mark.parametrize("pair", [{}, {"one": "x", "other": "9" * 30}, {"one": "1", "other": "1"}])
def test_what_is_no_pair_is_told(client, people, pair):
    client.force_login(make_user("Publisher"))

    assert "Choose two" in messages_on(client.post(PAGE, pair, follow=True))[0]


def test_an_editor_decides_nothing(client, people):
    client.force_login(make_user("Editor"))

    assert client.get(PAGE).status_code == client.post(PAGE).status_code == 403


def test_all_are_compared_by_the_same_few_queries(people, django_assert_num_queries):
    with django_assert_num_queries(9):
        likely_pairs()
    with unit_of_work():
        for number in range(10):
            for name in (f"Ann{number} Bell{number}", f"Ann{number} Béll{number}"):
                AppearanceFactory(speaker__name=name)

    with django_assert_num_queries(9):
        assert len(likely_pairs()) > 10
