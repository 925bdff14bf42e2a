"""Who is in the archive already. A like name is asked about, never guessed."""

from datetime import date

import pytest

from intake.matching import known_people, match
from people.models import NameVariant
from publishing.changes import unit_of_work
from tests.factories import AppearanceFactory, PublicEventFactory, SpeakerFactory

pytestmark = pytest.mark.django_db


@unit_of_work()
def listed(name: str, post: str, **speaker):
    event = PublicEventFactory(date=date(2019, 3, 12))
    return AppearanceFactory(
        event=event, speaker=SpeakerFactory(name=name, **speaker), printed_post=post
    ).speaker


def test_person_of_the_same_name_is_matched_and_told_why():
    maslov = listed("Alexey Maslov", "Head of the School of Oriental Studies, HSE")

    verdict = match("Alexey Maslov", "Head, HSE School of Oriental Studies")

    assert (verdict.kind, verdict.choices[0].speaker) == ("matched", maslov)
    assert verdict.why == "same name · same post · 1 event, last in March 2019"


def test_person_under_another_post_is_matched_and_the_post_is_told():
    listed("Alexey Maslov", "Director, Institute of Asian and African Studies")

    verdict = match("Alexey Maslov", "Head, HSE School of Oriental Studies")

    assert verdict.kind == "matched"
    assert "last printed as Director, Institute of Asian and African Studies" in verdict.why


def test_name_in_another_script_is_matched_by_that_spelling():
    lukin = listed("Артём Лукин", "ДВФУ")

    verdict = match("Artyom Lukin")

    assert (verdict.kind, verdict.choices[0].speaker) == ("matched", lukin)
    assert "as “Артём Лукин”" in verdict.why


def test_name_variant_is_matched():
    toloraya = listed("Georgy Toloraya", "")
    NameVariant.objects.create(speaker=toloraya, name="Georgi Toloraja")

    verdict = match("Georgi Toloraja")

    assert (verdict.kind, verdict.choices[0].speaker) == ("matched", toloraya)


def test_two_people_of_one_name_are_asked_about():
    listed("John Smith", "Professor of Law, Oxford")
    listed("John Smith", "Captain, Harbour Board")

    verdict = match("John Smith", "Chair")

    assert verdict.kind == "did you mean" and len(verdict.choices) == 2
    assert verdict.why.startswith("2 people have this name: John Smith, ")


def test_of_two_people_of_one_name_the_one_with_the_post_is_matched():
    listed("John Smith", "Professor of Law, Oxford")
    captain = listed("John Smith", "Captain, Harbour Board")

    verdict = match("John Smith", "Captain of the Harbour Board")

    assert (verdict.kind, verdict.choices[0].speaker) == ("matched", captain)


def test_like_name_is_asked_about():
    listed("Jon Smyth", "Professor of Law, Oxford")

    assert match("John Smith", "Chair").kind == "did you mean"


def test_like_name_with_the_same_post_is_matched():
    listed("Aleksei Maslov", "Head of the School of Oriental Studies, HSE")

    assert match("Alexey Maslov", "Head, HSE School of Oriental Studies").kind == "matched"


def test_bare_surname_is_never_matched_with_somebody_of_two_names():
    listed("Artyom Lukin", "FEFU")

    assert match("Lukin").kind != "matched"


def test_stranger_is_new():
    listed("Artyom Lukin", "FEFU")

    assert match("Mira Osei").kind == "new"


def test_reader_is_told_of_those_whose_surname_stands_in_the_text():
    lukin = SpeakerFactory(name="Артём Лукин")
    NameVariant.objects.create(speaker=SpeakerFactory(name="Olga Petrova"), name="Olga Ivanova")
    SpeakerFactory(name="Artyom Borisov")

    known = known_people("Artyom Lukin said so. Ivanova agreed. The lukewarm answer was Artyom’s.")

    assert {person.name for person in known} == {"Артём Лукин", "Olga Petrova"}
    assert next(person for person in known if person.key == lukin.pk).name == "Артём Лукин"
