"""Russian sentences of our own: who is in them, and whose they are."""

import pytest

from intake.reading import read_report
from intake.reading.languages.russian.declension import is_patronymic

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


PEOPLE = (
    "Вечер в порту\n\nВо встрече приняли участие глава порта Вадим Рюмин и историк, доктор наук Нора Асланян. "
    "Модератором выступила Жанна Тихая.\n\n"
)


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("Асланян пожаловалась соседям, что шёл дождь.", "Нора Асланян"),
        ("«Шёл дождь», — задаёт тон Рюмин.", "Вадим Рюмин"),
        ("«Шёл дождь», — Нора Асланян, историк.", "Нора Асланян"),
        ("«Шёл дождь» (В. Рюмин).", "Вадим Рюмин"),
        ("Рюмин: шёл дождь.", "Вадим Рюмин"),
        ("«Было сыро, — говорит Асланян. — Шёл дождь».", "Нора Асланян"),
        ("Не согласна с ним Асланян: шёл дождь.", "Нора Асланян"),
        ("Рюмин эту мысль поддержал: шёл дождь.", "Вадим Рюмин"),
        ("Доклад сделала Асланян: по её словам, шёл дождь.", "Нора Асланян"),
        ("Вечер начался с того, что Рюмин напомнил: шёл дождь.", "Вадим Рюмин"),
        ("Рюминым было отмечено, что шёл дождь.", "Вадим Рюмин"),
        ("Шёл дождь. Об этом сообщил Рюмин.", "Вадим Рюмин"),
        ("На слова Асланян откликнулся Рюмин: шёл дождь.", "Вадим Рюмин"),
        ("Руководитель порта вспомнил, что шёл дождь.", "Вадим Рюмин"),
        ("Учёная дама промолчала. По словам историка, шёл дождь.", "Нора Асланян"),
        ("В завершение модератор отметила, что шёл дождь.", "Жанна Тихая"),
        ("Рюмин заметил, что тепло. Чиновник посетовал, что шёл дождь.", "Вадим Рюмин"),
        ("«Тепло», — сказал Рюмин. «Шёл дождь», — признался сибиряк.", "Вадим Рюмин"),
        ("Рюмин заметил, что тепло. Министр труда возразил, что шёл дождь.", None),
        ("Рюмин заметил, что тепло. Эксперт возразила, что шёл дождь.", None),
        ("Рюмин узнал, что шёл дождь.", "nobody"),
        ("Рюмин ответил на вопросы, пока шёл дождь.", "nobody"),
    ],
)
def test_russian_sentence_goes_to_its_speaker(sentence, speaker):
    assert speaker_of(PEOPLE + sentence, "шёл дождь" if "шёл дождь" in sentence else "Шёл дождь") == speaker


def test_quotation_below_a_sentence_about_somebody_is_theirs():
    text = PEOPLE + "Асланян показала залу карту.\n\n«Здесь кончается море».\n"

    assert speaker_of(text, "кончается море") == "Нора Асланян"


@pytest.mark.parametrize(
    "body",
    [
        "Беседу с лоцманом Олегом Дымом ведёт Инна Гай.\n\nИ. Г.: Сыро?\n\nО. Д.: Шёл дождь.\n\nИ. Г.: Да?",
        "На вопросы ответил лоцман Олег Дым.\n\n— Сыро?\n\n— Шёл дождь.\n\n— А теперь?\n\n— Тепло.",
        "На вопросы ответил лоцман Олег Дым.\n\nВОПРОС. Сыро?\n\nОТВЕТ. Шёл дождь.\n\nВОПРОС. А теперь?",
        "Беседуем с лоцманом.\n\nДым О. П., лоцман, Олег Дым: Сыро.\n\nЛоцман Олег Дым: Шёл дождь.\n\nИнна Гай: Да.",
    ],
)
def test_an_answer_goes_to_the_guest(body):
    assert speaker_of(f"Вечер в порту\n\n{body}\n", "Шёл дождь") == "Олег Дым"


def test_a_turn_ends_where_the_report_tells_of_its_speaker():
    turns = "Инна Гай: Сыро?\n\nОлег Дым: Шёл дождь.\n\n"
    text = f"Вечер в порту\n\n{turns}«До встречи», — сказала на прощание Инна Гай.\n"

    assert speaker_of(text, "До встречи") == "Инна Гай"


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Представитель Якутии Айаал Степанов заявил, что тепло.", "Айаал Степанов"),
        ("Эксперт МГИМО Иван ЛЕСНИКОВ заявил, что тепло.", "Иван Лесников"),
        ("Глава отдела по Калмыкии Е. Ю. Дым заявил, что тепло.", "Е. Ю. Дым"),
        ("Как заявил председатель Собрания Олег Дым, тепло.", "Олег Дым"),
    ],
)
def test_neither_place_nor_institution_is_part_of_a_name(sentence, name):
    assert speakers_of(f"Вечер в порту\n\n{sentence}\n") == [name]


def test_moderator_is_named_below_a_line_of_their_own():
    text = "Вечер в порту\n\nШёл дождь, все ждали моря.\n\nМодератор\nИнна Гай, лоцман\n\nСыро, заметила модератор."

    assert [(s.name, s.role) for s in read_report(text).speakers] == [("Инна Гай", "moderator")]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("Заявил Лебедь, что сыро.", "Денис Лебедь"),
        ("М. Лебедь уточнила, что сыро.", "Марина Лебедь"),
        ("Лебедь уточняет, что сыро.", None),
    ],
)
def test_of_one_surname_the_verb_or_the_initial_decides(sentence, speaker):
    lead = "Вечер в порту\n\nВ порту были капитан Денис Лебедь и боцман Марина Лебедь.\n\n"

    assert speaker_of(lead + sentence, "сыро") == speaker


def test_of_two_who_hold_a_post_the_one_in_view_is_meant():
    lead = "Вечер в порту\n\nКапитан Денис Рысь сказал, что тепло. Капитан Олег Дым сказал, что сыро.\n\n"

    assert speaker_of(lead + "Дым вышел к карте. Капитан добавил, что будет снег.", "снег") == "Олег Дым"


def test_initial_is_spelled_out_where_the_report_prints_the_given_name():
    report = read_report(
        "Вечер в порту\n\nНа встречу пришёл А. Сантуш. Сантуш отметил, что шёл дождь.\n\n"
        "В конце Аурелиу Сантуш сказал, что дождь прошёл."
    )

    assert [s.name for s in report.speakers] == ["Аурелиу Сантуш"]
