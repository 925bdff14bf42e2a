"""Russian sentences of our own: who is in them, and whose they are."""

import pytest

from intake.reading import read_report
from intake.reading.declension import is_patronymic

from .reading_cases import speaker_of

LEAD = "Вечер в порту\n\nВо встрече приняли участие {}.\n\n"


def speakers_of(report):
    return [s.name for s in read_report(report).speakers]


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Алексея Мицкевича", "Алексей Мицкевич"),
        ("Игоря Кравца", "Игорь Кравец"),
        ("Ильёй Горским", "Илья Горский"),
        ("Зульхумор Рашидовой", "Зульхумор Рашидова"),
        ("Заруи Саркисян", "Заруи Саркисян"),
        ("Карла Рюдберга", "Карл Рюдберг"),
    ],
)
def test_a_declined_name_is_given_back_in_the_nominative(printed, name):
    text = LEAD.format("капитаны") + f"По словам капитана {printed}, шёл дождь."

    assert speakers_of(text) == [name]


def test_of_two_nominatives_the_one_is_chosen_that_the_report_prints():
    text = "Вечер\n\nПо мнению Тамары Кирсони, шёл дождь. Кирсоня добавила, что шёл и снег.\n"

    assert speakers_of(text) == ["Тамара Кирсоня"]


def test_a_surname_with_the_shape_of_a_patronymic_is_a_surname():
    names = ("Ильич", "Георгиевича", "Михайлович", "Олеговной", "Лукашевич", "Короткевичем")

    assert [is_patronymic(name) for name in names] == [True, True, True, True, False, False]
