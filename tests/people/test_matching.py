"""Who may be found, and what is told of the match; how well names are found is in test_name_table."""

import pytest
from django.db import connection

from people.matching import find_speakers, near_duplicates, people_meant
from people.models import NameVariant, Speaker
from publishing.changes import unit_of_work
from tests.factories import AppearanceFactory, EventFactory, PublicEventFactory, SpeakerFactory

pytestmark = pytest.mark.django_db


def test_the_spelling_that_matched_is_told_unless_it_is_the_display_name():
    anna = AppearanceFactory(speaker__name="Anna Berg").speaker
    former = anna.variants.create(name="Anna Drobyshevskaya", kind=NameVariant.Kind.FORMER)

    (by_former,) = find_speakers("Дробышевская")
    (by_display,) = find_speakers("berg")

    assert (by_former.speaker, by_former.spelling, by_former.variant) == (anna, former.name, former)
    assert (by_display.spelling, by_display.variant) == ("Anna Berg", None)
    guo = AppearanceFactory(speaker__name="Guo Peiran").speaker
    guo.variants.create(name="郭沛然")
    assert find_speakers("guo pei")[0].variant is None  # as far as it has been typed


def test_whoever_is_in_drafts_alone_is_found_by_editors_and_not_by_the_public():
    drafted = AppearanceFactory(event=EventFactory(), speaker__name="Ottilie Drafted").speaker
    SpeakerFactory(name="Otto Nowhere")

    assert find_speakers("drafted") == find_speakers("nowhere") == []
    assert [match.speaker for match in find_speakers("drafted", among=Speaker.objects.all())] == [drafted]


def test_many_namesakes_in_drafts_do_not_hide_the_one_in_public():
    with unit_of_work():
        for number in range(230):
            SpeakerFactory(name=f"Ivan Petrov {number}", slug=f"draft-{number}")
    public = AppearanceFactory(speaker__name="Zinaida Petrov").speaker

    assert [match.speaker for match in find_speakers("petrov")] == [public]


def test_a_name_is_found_as_it_is_now():
    speaker = AppearanceFactory(speaker__name="Anna Berg").speaker
    variant = speaker.variants.create(name="Annette Loukine")
    speaker.name = "Anna Weiss"
    speaker.save()
    variant.delete()

    assert find_speakers("loukine") == []
    assert [match.spelling for match in find_speakers("berg")] == ["Anna Berg"]  # the name she had
    assert [match.speaker for match in find_speakers("weiss")] == [speaker]


def test_short_word_or_initials_make_nobody_of_a_name_that_is_another():
    for name in ("Shen Yalin", "Ryu Ji-an", "Íñigo Arrieta", "Udo Sand"):
        AppearanceFactory(event=PublicEventFactory(), speaker__name=name)
    asked = ("Ким Чен Ын", "Lee Jae-myung", "Xi Jinping on trade", "A.I.", "U. S.")

    assert {query: [one.speaker.name for one in find_speakers(query)] for query in asked} == dict.fromkeys(
        asked, []
    )
    assert find_speakers("Шень on trade") and find_speakers("Ji-an on trade")


def test_near_duplicates_are_told_in_any_spelling_in_public_or_not():
    artyom = SpeakerFactory(name="Artyom Lukin")
    artyom.variants.create(name="Лукин Артём Леонидович")
    SpeakerFactory(name="Sergey Lukin")

    assert [match.speaker for match in near_duplicates("Artem Lukin")] == [artyom]
    assert [match.speaker for match in near_duplicates("Лукин Артём")] == [artyom]
    assert near_duplicates("Artem Lukin", excluding=artyom.pk) == []


def test_a_list_of_searches_binds_no_more_values_than_any_database_takes():
    with unit_of_work():
        bergs = [SpeakerFactory(name=f"Bergholm{chr(97 + n // 26)}{chr(97 + n % 26)}") for n in range(120)]
    queries = [f"bergholm {letter} " + "bergholm " * 10 for letter in "abcdefghijklm"]
    bound = []

    def count(execute, sql, values, many, context):
        bound.append(len(values or ()))
        return execute(sql, values, many, context)

    with connection.execute_wrapper(count):
        found = people_meant(queries, limit=2)

    assert 10_000 < max(bound) < 32_766
    assert found == [people_meant([query], limit=2)[0] for query in queries]
    assert {match.speaker for matches in found for match in matches} & set(bergs)
