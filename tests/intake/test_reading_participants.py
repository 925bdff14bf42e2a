"""Who took part without a word of theirs: a row for each way in which reports name them, in three languages."""

import pytest

from intake.reading import read_report

ENGLISH = (
    "The price of salt\n\nOn 5 May 2021 the Harbour Institute held a panel in Oslo. Karl Huber, a miner, said that "
    "salt was cheap.\n\n{}\n\nHuber said that he was tired of it.\n"
)
GERMAN = (
    "Der Preis des Salzes\n\nAm 5. Mai 2021 fand in Bremen eine Tagung zum Salz statt. Karl Huber, Bergmann, sagte, "
    "Salz sei billig.\n\n{}\n\nHuber sagte, er sei müde.\n"
)
RUSSIAN = (
    "Цена соли\n\n5 мая 2021 года в Твери состоялась дискуссия о соли. Шахтёр Карл Губер сказал, что соль "
    "дешёвая.\n\n{}\n\nГубер сказал, что устал.\n"
)
SAID_SOMETHING = ("Karl Huber", "Карл Губер")


@pytest.mark.parametrize(
    ("report", "line", "names"),
    [
        (
            ENGLISH,
            "The meeting ended with a vote of thanks proposed by Ms. Asha Kulkarni, Chief clerk.",
            ["Asha Kulkarni"],
        ),
        (ENGLISH, "The vote of thanks was delivered by Dr Asha Kulkarni.", ["Asha Kulkarni"]),
        (ENGLISH, "Asha Kulkarni, programme officer, proposed the vote of thanks.", ["Asha Kulkarni"]),
        (ENGLISH, "Dr Asha Kulkarni proposed a vote of thanks.", ["Asha Kulkarni"]),
        (
            ENGLISH,
            "Among those taking part: Odile Brouwer, School of Bread; Kofi Lartey-Moss, baker; Leila Tladi, Salt Fund.",
            ["Odile Brouwer", "Kofi Lartey-Moss", "Leila Tladi"],
        ),
        (
            ENGLISH,
            "Also present were Odile Brouwer, of the Accra School of Bread, and Leila Tladi, a nurse.",
            ["Odile Brouwer", "Leila Tladi"],
        ),
        (
            ENGLISH,
            "Among the guests were the mayor, Ann Lowther, and the poet Leila Tladi.",
            ["Ann Lowther", "Leila Tladi"],
        ),
        (ENGLISH, "Also on the panel was Luc Brassard (Guild of Bakers, Ghent).", ["Luc Brassard"]),
        (
            ENGLISH,
            "Also on the panel were Luc Brassard (Guild of Bakers, Ghent) and Leila Tladi.",
            ["Luc Brassard", "Leila Tladi"],
        ),
        (ENGLISH, "The panel was completed by Luc Brassard, a baker.", ["Luc Brassard"]),
        (ENGLISH, "Leila Tladi, a nurse, also took part.", ["Leila Tladi"]),
        (
            ENGLISH,
            "Taking part as well were Leila Tladi, a nurse, and Ann Lowther.",
            ["Leila Tladi", "Ann Lowther"],
        ),
        (ENGLISH, "Leila Tladi, a nurse, was also present.", ["Leila Tladi"]),
        (ENGLISH, "Session 1: Salt and bread (chair: Celia Drummond, Chief Miller)", ["Celia Drummond"]),
        (ENGLISH, "Panel 2: Salt and bread (moderated by Celia Drummond)", ["Celia Drummond"]),
        (ENGLISH, "Session 2 – Salt and bread. Chair: Celia Drummond", ["Celia Drummond"]),
        (ENGLISH, "The second session was chaired by Celia Drummond.", ["Celia Drummond"]),
        (ENGLISH, "Celia Drummond was in the chair.", ["Celia Drummond"]),
        (ENGLISH, "The second day, which Celia Drummond chaired, was about reform.", ["Celia Drummond"]),
        (ENGLISH, "Opening remarks came from Celia Drummond, the rector.", ["Celia Drummond"]),
        (
            ENGLISH,
            "Participants: Celia Drummond (Lyon), Leila Tladi (Durban).",
            ["Celia Drummond", "Leila Tladi"],
        ),
        (ENGLISH, "In attendance: Celia Drummond, Leila Tladi.", ["Celia Drummond", "Leila Tladi"]),
        (
            ENGLISH,
            "The delegation included Celia Drummond, head of trade, and Leila Tladi.",
            ["Celia Drummond", "Leila Tladi"],
        ),
        (ENGLISH, "Music was provided by Celia Drummond.", []),
        (GERMAN, "An der Tagung wirkte ferner Frauke Harms, Bäckerin aus Stade, mit.", ["Frauke Harms"]),
        (
            GERMAN,
            "Der zweite Tag, durch den der Redakteur Jens Petersen führte, galt Reformen.",
            ["Jens Petersen"],
        ),
        (GERMAN, "Die Runde, die Jens Petersen leitete, war lebhaft.", ["Jens Petersen"]),
        (GERMAN, "Auf dem Podium saß auch Frauke Harms, Bäckerin aus Stade.", ["Frauke Harms"]),
        (GERMAN, "Ebenfalls auf dem Podium: Frauke Harms, Bäckerin aus Stade.", ["Frauke Harms"]),
        (
            GERMAN,
            "Unter den Gästen waren die Bürgermeisterin Frauke Harms und der Pfarrer Jens Petersen.",
            ["Frauke Harms", "Jens Petersen"],
        ),
        (
            GERMAN,
            "Mit dabei waren außerdem Frauke Harms (Stade) und Jens Petersen (Bern).",
            ["Frauke Harms", "Jens Petersen"],
        ),
        (GERMAN, "Durch den Abend führte Jens Petersen.", ["Jens Petersen"]),
        (GERMAN, "Die Moderation übernahm Jens Petersen.", ["Jens Petersen"]),
        (GERMAN, "Panel 1: Salz und Brot (Moderation: Jens Petersen)", ["Jens Petersen"]),
        (
            GERMAN,
            "An der Diskussion nahmen auch Frauke Harms und Jens Petersen teil.",
            ["Frauke Harms", "Jens Petersen"],
        ),
        (GERMAN, "Frauke Harms, Bäckerin aus Stade, nahm ebenfalls teil.", ["Frauke Harms"]),
        (GERMAN, "Das Schlusswort hatte Frauke Harms.", ["Frauke Harms"]),
        (GERMAN, "Grußworte sprachen Frauke Harms und Jens Petersen.", ["Frauke Harms", "Jens Petersen"]),
        (GERMAN, "Anwesend waren zudem Frauke Harms und Jens Petersen.", ["Frauke Harms", "Jens Petersen"]),
        (
            GERMAN,
            "Zu den Teilnehmenden gehörten Frauke Harms und Jens Petersen.",
            ["Frauke Harms", "Jens Petersen"],
        ),
        (
            RUSSIAN,
            "В дискуссии также участвовали Анна Рогова, директор музея, и Пётр Лось.",
            ["Анна Рогова", "Пётр Лось"],
        ),
        (RUSSIAN, "Среди участников были ректор Анна Рогова и поэт Пётр Лось.", ["Анна Рогова", "Пётр Лось"]),
        (RUSSIAN, "Среди гостей: Анна Рогова (Омск), Пётр Лось (Тверь).", ["Анна Рогова", "Пётр Лось"]),
        (RUSSIAN, "На встрече присутствовали Анна Рогова и Пётр Лось.", ["Анна Рогова", "Пётр Лось"]),
        (RUSSIAN, "Модератором была доцент Анна Рогова.", ["Анна Рогова"]),
        (RUSSIAN, "Вёл её директор центра Пётр Лось.", ["Пётр Лось"]),
        (RUSSIAN, "Второй день, который вела Анна Рогова, посвятили реформам.", ["Анна Рогова"]),
        (RUSSIAN, "Секция 1. Соль и хлеб (модератор — Анна Рогова)", ["Анна Рогова"]),
        (RUSSIAN, "Секция 2. Соль и хлеб. Ведущий: Пётр Лось", ["Пётр Лось"]),
        (RUSSIAN, "Также в работе секции приняла участие Анна Рогова, директор музея.", ["Анна Рогова"]),
        (RUSSIAN, "В числе приглашённых — Анна Рогова и Пётр Лось.", ["Анна Рогова", "Пётр Лось"]),
        (RUSSIAN, "С приветственным словом выступила Анна Рогова, ректор.", ["Анна Рогова"]),
        (RUSSIAN, "К дискуссии присоединилась Анна Рогова.", ["Анна Рогова"]),
        (RUSSIAN, "Обсуждение модерировал Пётр Лось.", ["Пётр Лось"]),
    ],
)
def test_those_who_are_only_named_took_part(report, line, names):
    speakers = read_report(report.format(line)).as_dict()["speakers"]

    assert sorted(p["name"] for p in speakers if p["name"] not in SAID_SOMETHING) == sorted(names)


@pytest.mark.parametrize(
    ("report", "line"),
    [
        (ENGLISH, "Session 1: Salt and bread (chair: Celia Drummond, Chief Miller)"),
        (ENGLISH, "The discussion, conducted by Celia Drummond, a baker, was lively."),
        (GERMAN, "Die Runde, die der Bäcker Celia Drummond leitete, war lebhaft."),
        (RUSSIAN, "Секция 1. Соль и хлеб (модератор — Анна Рогова)"),
        (RUSSIAN, "Второй день, который вела Анна Рогова, посвятили хлебу."),
    ],
)
def test_whoever_led_a_part_of_it_is_a_moderator(report, line):
    speakers = read_report(report.format(line)).as_dict()["speakers"]

    assert [p["role"] for p in speakers if p["name"] not in SAID_SOMETHING] == ["moderator"]


def test_who_presided_was_there_behind_a_post_between_commas():
    report = (
        "Nets\n\nThe forum opened on 5 May 2021 at the Kelp Hall in Accra, with the Chief Director, Naa Lamley Quist, "
        "presiding.\n\nThe Minister, Kofi Mensah, said that nets would be cheaper.\n"
    )

    told = {speaker.name: speaker.role for speaker in read_report(report).speakers}

    assert told["Naa Lamley Quist"] == "moderator"
