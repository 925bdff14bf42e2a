"""Ways of saying, naming and asking that no list foresaw, and what of them stays nobody's."""

import pytest

from intake.reading import read_report
from intake.reading.document import Document
from intake.reading.languages.english.people import find_people

from .reading_cases import said, speaker_of

LEAD = "Dams and gates\n\nA panel on dams was held in Vienna on 3 May 2021. {}\n\n"
TWO = LEAD.format("Anna Lund, a farmer, and Peter Huber, mayor of Linz, took part.")


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("The gate was dismissed by Huber as a joke.", "Peter Huber"),
        ("The gate was old, came the reply from Huber.", "Peter Huber"),
        ("“The gate held,” Austria's deputy minister, Eva Moss, told reporters.", "Eva Moss"),
        ("Lund hit back that the gate was old.", "Anna Lund"),
        ("The gate was old, warned Lund.", "Anna Lund"),
        ("Lund's bottom line: the gate was old.", "Anna Lund"),
        ("Per Huber, the gate was old.", "Peter Huber"),
        ("As Huber sees it, the gate was old.", "Peter Huber"),
        ("That, Huber let on, was why the gate was old.", "Peter Huber"),
        ("Huber, who counts 300,000 gates, smiled and said that this one was old.", "Peter Huber"),
        ("Eva Moss, a farmer, recalled the flood of 2001, when the gate was old.", "Eva Moss"),
        ("Economist at Northbank Mehwish Qureshi said that the gate was old.", "Mehwish Qureshi"),
        ("Ulvi Mammadov: “The gate was old.”", "Ulvi Mammadov"),
        ("A gate that Huber called “a joke” was old.", "Peter Huber"),
        ("Of more concern to Huber was that the gate was old.", "Peter Huber"),
        ("Lund wished to be told whether the gate was old.", "Anna Lund"),
        ("Lund sees the gate differently.", "Anna Lund"),
        ("Lund, who farms, showed how the gate was far too old.", "Anna Lund"),
        ("Eva Moss, a farmer, could have told him that. “The gate was old,” she said.", "Eva Moss"),
        ("Gates Undersecretary Eva Moss waved. The undersecretary vowed that the gate was old.", "Eva Moss"),
        ("Eva Moss, envoy of Peru, waved. Her Excellency added that the gate was old.", "Eva Moss"),
        ("The Minister of Gates, Hon. Eng. Eva Moss, noted that the gate was old.", "Eva Moss"),
        (
            "Lund agreed. The Minister was ill. Asked if he would come, she said the gate was old.",
            "Anna Lund",
        ),
        ("Huber agreed. That drew a nod from Per Dahl, head of the unit. He said the gate was old.", None),
        ("Eva Moss, a farmer, had spoken of the gate the week before.", "nobody"),
        ("Farmers did not agree, Huber explained, and so the gate was old.", "Peter Huber"),
        ("“How old is the gate?” was the question with which Huber, a mayor, began.", "Peter Huber"),
        ("Dawit, a surveyor, spoke about dams. “The gate was old,” he said.", "Dawit"),
        ("Lund agreed. The minister was blunter. She said that the gate was old.", None),
        ("Lund agreed. Huber asked her what she saw. “The gate was old.”", "Anna Lund"),
        ("Lund agreed. Sam Moss, a clerk, explained why. “The gate was old,” she said.", None),
        ("Lund did not dispute the age of the gate.", "Anna Lund"),
        ("Nguyen Thi Hoa, a judge, saw it so: it rained. The gate was old, she observed.", "Nguyen Thi Hoa"),
        (
            "Eva Moss, Director for Asia, was in the chair. The chair replied that the gate was old.",
            "Eva Moss",
        ),
    ],
)
def test_words_are_given_to_whoever_says_them_in_ways_beyond_the_lists(sentence, speaker):
    assert speaker_of(TWO + sentence, "gate") == speaker


def test_somebody_who_has_spoken_is_proposed_for_what_they_do_with_an_unknown_verb_and_never_surely():
    report = read_report(TWO + "Lund said that it rained. Lund cherishes a new gate. Lund opened a window.")

    assert [(s.text, s.sure) for s in report.statements] == [
        ("Lund said that it rained.", True),
        ("Lund cherishes a new gate.", False),
    ]


def test_the_official_is_nobody_where_a_senior_official_has_spoken_without_a_name():
    report = LEAD.format("The secretary of the Gate Office, Anna Lund, listened.") + (
        "The gate may fall, a senior Western official said. The official asked for patience. “It is late,” he said."
    )

    assert speaker_of(report, "patience") is None
    assert speaker_of(report, "late") in (None, "nobody")


def test_house_that_somebody_heads_says_nothing_as_a_person():
    report = "Gates\n\nFair Fields urges us on.\n\nAnna Lund, director of Fair Fields, said that it held."

    assert said(report) == [("Anna Lund", "Anna Lund, director of Fair Fields, said that it held.")]


def test_speaker_is_whoever_gave_the_lecture_and_not_who_introduced_it():
    report = LEAD.format("Anna Lund delivered this year's Dam Lecture.") + (
        "She was introduced by the President of the Society, Peter Huber. That, the speaker suggested, was the gate."
    )

    assert speaker_of(report, "suggested") == "Anna Lund"


def test_prime_minister_is_not_the_foreign_minister():
    report = (
        LEAD.format("Prime Minister Anna Lund said that it rained.")
        + "The foreign minister praised the gate."
    )

    assert speaker_of(report, "gate") is None


def test_initial_behind_a_rank_and_a_group_of_airports_are_read_with_their_names():
    report = LEAD.format(
        "The panel comprised Ada Orr, Director, Fife Airports Group; Rear Admiral (Retd.) S. Venkat; and Jo Moss. "
        "It met under the chairmanship of Eva Moss (Peru). The Institute for Urban Justice hosted it."
    )
    people = [(s.name, s.role) for s in read_report(report).speakers]

    assert people == [
        ("Ada Orr", "speaker"),
        ("S. Venkat", "speaker"),
        ("Jo Moss", "speaker"),
        ("Eva Moss", "moderator"),
    ]


def test_part_of_the_world_in_a_post_is_no_person():
    report = "Gates\n\nAnna Lund, Managing Director, Asia Pacific, Tidewell Ltd., said that the gate was old."

    assert [s.name for s in read_report(report).speakers] == ["Anna Lund"]


@pytest.mark.parametrize(
    ("role", "sure"), [("The mayor of Linz", True), ("The politician", False)], ids=["printed", "akin"]
)
def test_role_is_sure_by_a_word_that_the_report_prints_of_its_bearer(role, sure):
    report = TWO + f"Lund said that it rained.\n\n{role} said that the gate was old."
    statement = read_report(report).statements[-1]

    assert (statement.speaker, statement.sure) == ("Peter Huber", sure)


def test_statement_that_somebody_else_may_share_is_not_sure():
    report = TWO + "Since Lund fears the flood, Huber said that the gate was old."

    assert [(s.speaker, s.sure) for s in read_report(report).statements] == [("Peter Huber", False)]


def test_year_to_come_makes_no_past_of_the_day_on_which_it_was_said():
    report = "Gates\n\nRASHT, June 11, 2024 – Eva Moss, a farmer, said that the gate would hold until 2040."

    assert speaker_of(report, "hold") == "Eva Moss"


INTERVIEW = "“Gates hold”\n\nAnna Lund, a farmer, counts gates. We asked her why.\n\n{}"
ANSWERS = (
    "How many are there?\n\nI know of four.\n\nAre they old?\n\nOne is.\n\nWhich?\n\nThe one I fell off."
)


def test_answers_below_questions_without_labels_are_the_only_guests_and_not_sure():
    statements = read_report(INTERVIEW.format(ANSWERS)).statements

    assert [(s.speaker, s.text, s.sure) for s in statements] == [
        ("Anna Lund", "I know of four.", False),
        ("Anna Lund", "One is.", False),
        ("Anna Lund", "The one I fell off.", False),
    ]


def test_questions_between_the_only_labels_are_not_whose_label_it_is():
    report = INTERVIEW.format("How many?\n\nLund: I know of four.\n\nAre they old?\n\nLund: One is.")

    assert said(report) == [("Anna Lund", "I know of four."), ("Anna Lund", "One is.")]


def test_label_of_a_post_is_its_bearers_turn():
    report = LEAD.format("Briefing by Anna Lund, Spokesperson of the Gates.") + (
        "Spokesperson: The gate is shut.\n\nQuestion: Is it old?\n\nSpokesperson: It is old.\n"
    )

    assert speaker_of(report, "shut") == "Anna Lund"


def test_town_beside_a_date_is_where_it_was_written_when_the_report_tells_of_a_day_before():
    report = (
        "Tore\n\nKiel, 1. März 2024\n\nDarüber diskutierten am 28. Februar im Landeshaus in Kiel zwei Gäste."
    )

    assert read_report(report).event.date.value == "2024-02-28"


@pytest.mark.parametrize(
    ("sentence", "venue", "city"),
    [
        ("It rained. On 3 May 2021, we came to the Hotel Monaco in Vienna.", "Hotel Monaco", "Vienna"),
        ("They handed it over on 3 May 2021 in the old tram depot in Oslo.", "old tram depot", "Oslo"),
        ("3 мая 2021 года в школе № 17 Казани прошла встреча.", "школе № 17 Казани", "Казань"),
        ("Am 3. Mai 2021 trafen sich alle im Kloster Drübeck bei Hannover.", "Kloster Drübeck", "Hannover"),
    ],
)
def test_place_is_read_behind_a_day_and_beside_a_venue(sentence, venue, city):
    event = read_report(f"Gates\n\n{sentence} Many came.").event

    assert (event.venue.value, event.city.value, event.date.value) == (venue, city, "2021-05-03")


GERMAN = "Tore und Dämme\n\nAm 3. Mai 2021 diskutierten in Wien der Bauer Karl Huber und der Ökonom Jan Freitag.\n\n"


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("„Das Tor ist alt“, beruhigte ihn Huber.", "Karl Huber"),
        ("Tirols Energieministerin Eva Moss sagte, das Tor sei alt.", "Eva Moss"),
        ("Auf die Frage Hubers, ob das Tor alt sei, antwortete Freitag, es regne.", "Karl Huber"),
        ("Ein Sprecher Hubers sagte, das Tor sei alt.", "nobody"),
        ("Huber hielt das Tor für den falschen Weg.", "Karl Huber"),
        ("Der Landwirt sagte, das Tor sei alt.", "Karl Huber"),
        ("Jan Freitag sagte, das Tor sei alt.", "Jan Freitag"),
    ],
)
def test_german_ways_beyond_the_lists(sentence, speaker):
    assert speaker_of(GERMAN + sentence, "Tor") == speaker


RUSSIAN = "Плотины\n\nВ Казани 3 мая 2021 года выступили фермер Анна Лунёва и Ханс Мюллер, глава района.\n\n"


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("Затвор, заметила Лунёва, стар.", "Анна Лунёва"),
        ("С этим поспорила Анна Лунёва: затвор стар.", "Анна Лунёва"),
        ("— Затвор стар, — с порога начала фермер Анна Лунёва.", "Анна Лунёва"),
        (
            "Как сказано в докладе Н. П. Сухаревой, шёл дождь. Н. П. Сухарева отметила, что затвор стар.",
            "Н. П. Сухарева",
        ),
        ("Ли Вэй, эксперт клуба, заявил, что затвор стар.", "Ли Вэй"),
        ("Собеседник агентства в районе усомнился, что затвор стар.", None),
        ("Заведующий Центром АСЕАН Георгий Гай отметил, что затвор стар.", "Георгий Гай"),
        ("Для Ратны Сусило, аналитика из Джакарты, затвор стар.", "Ратна Сусило"),
    ],
)
def test_russian_ways_beyond_the_lists(sentence, speaker):
    assert speaker_of(RUSSIAN + sentence, "затвор" if "затвор" in sentence else "Затвор") == speaker


@pytest.mark.parametrize(
    ("report", "first", "second"),
    [
        (
            GERMAN + "Während Huber auf Tore setzt, hält Freitag Dämme für besser.",
            "Während Huber auf Tore setzt",
            "hält Freitag Dämme für besser.",
        ),
        (
            RUSSIAN
            + "Лунёва сказала, что шёл дождь. Если Лунёва видит выход в затворах, то Мюллер считает, что он в дамбе.",
            "Если Лунёва видит выход в затворах",
            "то Мюллер считает, что он в дамбе.",
        ),
    ],
    ids=["de", "ru"],
)
def test_clause_that_another_is_set_against_is_its_own_persons(report, first, second):
    (one, before), (other, behind) = said(report)[-2:]

    assert (before, behind) == (first, second)
    assert one != other


def test_who_asked_the_questions_of_an_interview_is_its_author():
    report = "«Лёд не читал»\n\nО льде мы говорили с капитаном Игорем Гаем. Беседовала Инга Лось.\n\n— Давно?\n\n— Да."

    assert read_report(report).event.author.value == "Инга Лось"


def test_a_region_is_nobody_though_its_last_word_stands_alone():
    report = Document(
        "Order\n\nAnn Moss, a pilot, proposed a deal for the seas of Northeast Asia, and said that Asia wants to wait."
    )

    assert [person.name for person in find_people(report).people] == ["Ann Moss"]
