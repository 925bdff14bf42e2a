"""What else a report states: hours, format, series, links, the rule, an invitation; each with its words."""

import pytest

from intake.reading import read_report

from .reading_cases import speaker_of

LEAD = (
    "A talk on water\n\nThe seminar was held in Oslo on 5 May 2021. Karl Huber, director of the "
    "Fjord Institute, spoke.\n\n"
)


def event_of(text: str) -> dict:
    return read_report(text).as_dict()["event"]


def test_each_detail_is_proposed_with_the_words_that_it_was_read_from():
    event = event_of(
        "54th Ferrier Lecture\n\nWhen: 20 October 2022, 18:00–19:30\n\nThe lecture was held in Bern and "
        "streamed via Zoom.\n\n"
        "Recording: https://media.example.org/f54\nSlides: https://media.example.org/f54.pdf\nOrganised "
        "by: Ledger Lab\n"
        "Tags: open data, water\n"
    )

    assert (event["start_time"], event["end_time"]) == ("18:00", "19:30")
    assert event["format"] == "hybrid" and event["words"]["format"] == "streamed"
    assert event["series"] == "54th Ferrier Lecture"
    assert event["recording"] == "https://media.example.org/f54"
    assert event["slides"] == "https://media.example.org/f54.pdf"
    assert event["organiser"] == "Ledger Lab"
    assert event["topics"] == ("open data", "water")


def test_series_in_words_and_a_link_behind_its_label_amid_a_line():
    event = event_of(
        "A talk\n\nThe Third Forum on Rural Finance was held in Bern on 5 May 2021. "
        "It was crowded. Slides: https://a.example/b.pdf\n\nAnna Lund said that it rained.\n"
    )

    assert event["series"] == "Third Forum on Rural Finance"
    assert event["slides"] == "https://a.example/b.pdf"


@pytest.mark.parametrize(
    "opening",
    [
        "2 марта 2023 года в 17:00 по видеосвязи прошла лекция о реках и о том, куда они текут.",
        "Am 2. März 2023 um 17:00 Uhr fand per Videokonferenz ein Vortrag über Flüsse und ihre Ufer statt.",
        "On 2 March 2023 at 5 pm a lecture on rivers and where they lead was held via Zoom.",
    ],
)
def test_hour_and_online_in_three_languages(opening):
    event = event_of(f"Rivers\n\n{opening}\n")

    assert (event["start_time"], event["format"]) == ("17:00", "online")


def test_stamp_of_publication_is_neither_day_nor_hour_of_the_event():
    event = event_of(
        "Spades\n\nPosted on 18 March 2024, 08:15\n\nAllotment holders filled the Guildhall in "
        "Lichfield on Thursday 14 March "
        "for a public forum.\n"
    )

    assert (event["date"], event["start_time"]) == ("2024-03-14", None)


def test_front_matter_with_a_place_tells_the_day_of_the_event():
    event = event_of(
        "---\ntitle: Queues\ndate: April 16, 2024\nstart: 6:30 pm\nend: 8 pm\n"
        "location: Oslo, Norway\nauthor: admin\n---\n\n"
        "Sixty people came to the talk.\n"
    )

    assert (event["date"], event["start_time"], event["end_time"]) == ("2024-04-16", "18:30", "20:00")
    assert (event["city"], event["country"], event["author"]) == ("Oslo", "Norway", None)


def test_under_the_rule_nobody_is_meant_by_a_pronoun_or_a_role():
    report = (
        LEAD + "It was held under the Chatham House Rule. The seminar was chaired by Ada Moss.\n\nOne "
        "speaker said that it was cold. "
        "She added that it rained. The chair noted that it snowed.\n"
    )

    assert event_of(report)["record_rule"] == "chatham-house"
    assert speaker_of(report, "it rained") is None
    assert speaker_of(report, "it snowed") is None
    assert not [s for s in read_report(report).statements if s.speaker and s.sure]


def test_under_the_rule_a_pronoun_goes_on_with_who_spoke_on_record_right_before():
    rule = LEAD + "It was held under the Chatham House Rule.\n\n"
    on_record = "Karl Huber, director of the Fjord Institute, said that it was cold."

    assert speaker_of(rule + f"{on_record} He added that it rained.", "it rained") == "Karl Huber"
    assert speaker_of(rule + f"{on_record} One guest nodded. He added that it rained.", "it rained") is None
    assert speaker_of(rule + f"{on_record}\n\nHe added that it rained.", "it rained") is None


def test_an_invitation_has_speakers_and_no_statements():
    report = (
        "Rivers without borders\n\nThursday, 12 March 2026\n\nJoin us for a discussion. Karl Huber, "
        "director of the Fjord Institute, will "
        "say that it rained.\n"
    )

    proposal = read_report(report)

    assert proposal.as_dict()["event"]["announced"] == "yes"
    assert proposal.statements == ()
    assert [s.name for s in proposal.speakers] == ["Karl Huber"]


@pytest.mark.parametrize(
    ("passage", "sure"),
    [
        ("Huber said that it rained.", True),
        ("“It rained,” Huber said.", True),
        ("Huber was cold. He said that it rained.", True),
        ("Huber said that it was cold. It rained.", False),
        ("Olu Adebayo criticised that it rained.", False),
    ],
)
def test_sure_is_what_its_own_words_show(passage, sure):
    statements = [s for s in read_report(LEAD + passage).statements if "rained" in s.text]

    assert [s.sure for s in statements] == [sure]


@pytest.mark.parametrize(
    ("report", "told"),
    [
        (
            "Rivers\n\nBy Ida Bell, research assistant\n\nWhen: 4 May 2021, 5.30–7 p.m.\nWhere: Corn Hall, "
            "Shrewsbury, and on our YouTube channel\nPart of: Wet Evenings\n\nThe second wet winter has left four "
            "hundred households without cover. A recording is available at https://a.example/river.\n",
            {
                "title": "Rivers",
                "lead": "The second wet winter has left four hundred households without cover. A recording is "
                "available at https://a.example/river.",
                "author": "Ida Bell",
                "venue": "Corn Hall",
                "city": "Shrewsbury",
                "format": "hybrid",
                "series": "Wet Evenings",
                "recording": "https://a.example/river",
            },
        ),
        (
            "Rivers\n\nThe meeting of the fifth National Dialogue on Small Rivers was held on 4 May 2021. Karl Huber "
            "said that it rained.\n",
            {"series": "fifth National Dialogue on Small Rivers"},
        ),
        (
            "---\ntitle: Rivers\ndate: 2021-05-09T09:00:00+00:00\n---\n\nOn 4 May the Centre for Rivers hosted "
            "the third of this term's River Readings, over Zoom. Slides are [here](https://a.example/r.pdf).\n",
            {
                "date": "2021-05-04",
                "organiser": "Centre for Rivers",
                "series": "River Readings",
                "slides": "https://a.example/r.pdf",
            },
        ),
        (
            "Summary note: Rivers\n\nUpland Institute for Water\nExpert roundtable, Hotel Lev, Ljubljana, Slovenia, "
            "4 May 2021\nRapporteur: Ida Bell\n\nThis note sums up what was said.\n",
            {
                "organiser": "Upland Institute for Water",
                "venue": "Hotel Lev",
                "city": "Ljubljana",
                "country": "Slovenia",
                "author": "Ida Bell",
            },
        ),
        (
            "Реки\n\n4 мая 2021 года прошли V Речные чтения, организатором которых выступил Институт воды.\n",
            {"organiser": "Институт воды"},
        ),
        (
            "Реки\n\nФорум состоялся 4 мая 2021 года в Уфе. Организатор — Министерство воды края.\n",
            {"organiser": "Министерство воды края"},
        ),
        (
            "Flüsse\n\nTermin: 4. Mai 2021\nOrt: Haus am Ufer, Köln, und Livestream\n\nAuf Einladung der "
            "Ida-Bell-Stiftung kamen siebzig Gäste. Der Mitschnitt ist unter https://a.example/fluss abrufbar.\n",
            {
                "venue": "Haus am Ufer",
                "format": "hybrid",
                "organiser": "Ida-Bell-Stiftung",
                "recording": "https://a.example/fluss",
            },
        ),
        (
            "Rivers\n\n4 May 2021 | 6:00 PM\nPresented by the Upland Valley Foundation\n"
            "Gaelic College, Portree, Scotland – 4 May 2021\n\nIt was crowded, and it rained.\n\n"
            "Ida Bell, secretary\n",
            {
                "organiser": "Upland Valley Foundation",
                "venue": "Gaelic College",
                "city": "Portree",
                "country": "Scotland",
                "author": "Ida Bell",
            },
        ),
        (
            "Rivers\n\nThe 212th ordinary meeting of the Northern Chapter was held on 4 May 2021.\n",
            {"series": "212th ordinary meeting", "organiser": "Northern Chapter"},
        ),
        (
            "Реки\n\nКира Белая\n9 мая 2021, 10:14\n\n4 мая дискуссионный клуб «Полдень» спорил о реках.\n",
            {
                "author": "Кира Белая",
                "date": "2021-05-04",
                "start_time": None,
                "organiser": "дискуссионный клуб «Полдень»",
            },
        ),
        (
            "Реки\n\nПятая ежегодная конференция прошла 4 мая 2021 года в Уфе.\n",
            {"series": "Пятая ежегодная конференция"},
        ),
        (
            "Flüsse\n\nMehr Wasser in die Stadt: Das klingt einfach. Am 4. Mai 2021 stritten sie im Kloster "
            "Drübeck bei Ilsenau, zu dem das Institut für Flüsse am 4. Mai eingeladen hatte.\n",
            {"venue": "Kloster Drübeck", "city": "Ilsenau", "organiser": "Institut für Flüsse"},
        ),
        (
            "Rivers\n\nPosted on May 9, 2021 by Ida Bell | 3 Comments\n\nOn 4 May 2021, the Van der Kolk Foundation "
            "held a talk at Corn Hall, with another 180 people on the livestream.\n",
            {"author": "Ida Bell", "organiser": "Van der Kolk Foundation", "format": "hybrid"},
        ),
        (
            "Rivers\n\nWritten by Ida Bell\nKelvin Rooms, Edinburgh, Tuesday, 4 May 2021, 2 p.m.\n\n"
            "It rained all week.\n",
            {"author": "Ida Bell", "venue": "Kelvin Rooms", "city": "Edinburgh", "start_time": "14:00"},
        ),
        (
            "Rivers\n\nPublished May 9, 2021\n\nIt took an hour.\n\nSome 200 people packed the Hill School cafeteria "
            "on May 4 to hear it.\n",
            {"date": "2021-05-04", "venue": "Hill School cafeteria"},
        ),
        (
            "Реки\n\n4 мая 2021 г. в 16:30 в ауд. 305 состоялся семинар, организованный кафедрой общей гидрологии.\n",
            {"start_time": "16:30", "venue": "ауд. 305", "organiser": "кафедрой общей гидрологии"},
        ),
        (
            "Реки\n\nОни спорили о том, кто прав, 4 мая 2021 года. Форум провёл Союз сплавщиков Поморья.\n",
            {"organiser": "Союз сплавщиков Поморья"},
        ),
        (
            "Реки\n\n4 мая 2021 года движение «Малые реки» собрало всех, кто помнит эту речку.\n",
            {"organiser": "движение «Малые реки»"},
        ),
        (
            "Flüsse\n\nZum 38. Frühstück lud der Wirtschaftsbund Westaue am 4. Mai 2021 um 7.30 Uhr in die Kantine der "
            "Mühlauer Spinnerei ein.\n",
            {"organiser": "Wirtschaftsbund Westaue", "venue": "Kantine der Mühlauer Spinnerei"},
        ),
        (
            "Rivers\n\nOn 4 May 2021 the Corn Institute for Rivers brought together forty on a virtual platform.\n",
            {"organiser": "Corn Institute for Rivers", "format": "online", "date": "2021-05-04"},
        ),
        (
            "Реки\n\n4 мая 2021 г. закон о реках поддержали в первом чтении, и все были рады.\n",
            {"series": None},
        ),
        (
            "Flüsse\n\nRund 300 Menschen sind am 4. Mai 2021 der Einladung der Bell-Stiftung in die Halle gefolgt.\n",
            {"date": "2021-05-04", "organiser": "Bell-Stiftung", "venue": None},
        ),
        (
            "Rivers\n\nThe seminar opened at 9.30 a.m. on 4 May 2021 in Oslo and ended at 4 pm. It was cold.\n",
            {"start_time": "09:30", "end_time": "16:00"},
        ),
        (
            "Rivers\n\nThe synod met in Oslo on 4 May 2021. It was cold.\n\nSynod was prorogued at 15h40.\n",
            {"start_time": None, "end_time": "15:40"},
        ),
        (
            "Rivers\n\nOSLO, 5 May 2021 – Rivers are cold, a conference heard yesterday at the Kelp House.\n",
            {"date": "2021-05-04"},
        ),
        (
            "Flüsse\n\nHusum, 5. Mai 2021 – Bei der Tagung am Dienstag (4. Mai) diskutierten 80 Lotsen über Flüsse.\n",
            {"date": "2021-05-04", "city": "Husum"},
        ),
        (
            "Реки\n\nМосква, 5 мая 2021 г. — Вчера в гостинице «Якорь» состоялась пресс-конференция о реках.\n",
            {"date": "2021-05-04", "city": "Москва"},
        ),
        (
            "Реки\n\nВстреча началась 4 мая 2021 года в 17:30 в Уфе и продлилась до 19:00.\n",
            {"start_time": "17:30", "end_time": "19:00"},
        ),
        (
            "Rivers\nMay 4, 2021\nWashington, DC\n\nToday the secretary convened a talk on rivers and their banks.\n",
            {"city": "Washington"},
        ),
        (
            "Flüsse\n\nBern, Mittwoch, 5. Mai 2021, 18.15 Uhr, Hauptgebäude, Aula\n\nDas Interesse war gross.\n",
            {"city": "Bern", "start_time": "18:15"},
        ),
        (
            "Rivers\n\nA talk was held in Oslo on 4 May 2021.\n\nMembers can download the presentations at "
            "www.kelp.example/slides.\n\nWatch the talk at kelp.example/talks/5.\n",
            {"slides": "https://www.kelp.example/slides", "recording": "https://kelp.example/talks/5"},
        ),
        (
            "Rivers\n\nA talk was held in Oslo on 4 May 2021, and 90 more followed online.\n\nFormat: hybrid\n",
            {"format": "hybrid"},
        ),
        (
            "Rivers\n\nWhen: 4 May 2021, 2 pm\nWhere: Online (Zoom)\n\nThe panel discussed rivers at length.\n",
            {"format": "online", "venue": None},
        ),
        (
            "Rivers\n\nThe third edition of the Bay Dialogues was held in Oslo on 4 May 2021.\n",
            {"series": "Bay Dialogues"},
        ),
        (
            "Rivers\n\nA talk was held in Oslo on 4 May 2021. It was part of the institute’s Harbour Talks.\n",
            {"series": "Harbour Talks"},
        ),
        (
            "Rivers\n\nA talk was held in Oslo on 4 May 2021.\n\nThis report was prepared by Ann Moss, intern.\n",
            {"author": "Ann Moss"},
        ),
        (
            "Rivers\n\nA talk was held in Oslo on 4 May 2021.\n\nAnn Moss is a staff writer.\n",
            {"author": "Ann Moss"},
        ),
        (
            "Rivers\n\nA talk was held in Oslo on 4 May 2021. Ann Moss spoke.\n\nMoss is a staff writer.\n",
            {"author": None},
        ),
        (
            "Rivers\n\nPosted by Ann Moss on 5 May 2021\n\nA talk was held in Oslo on 4 May 2021.\n",
            {"author": "Ann Moss", "date": "2021-05-04"},
        ),
        (
            "Flüsse\n\nDie Tagung fand am 4. Mai 2021 in Husum statt. Beginn war um 19 Uhr 30. "
            "Die Tagung endete um 21 Uhr.\n",
            {"start_time": "19:30", "end_time": "21:00"},
        ),
        (
            "Flüsse\n\nAm 4. Mai 2021 hat in Husum die fünfte Ausgabe der Hafengespräche stattgefunden.\n",
            {"series": "Hafengespräche"},
        ),
        (
            "Реки\n04.05.2021 | 16:45\n\nСегодня в Омске прошло собрание лоцманов о реках и о том, куда они текут.\n",
            {"date": "2021-05-04", "start_time": None},
        ),
        (
            "Реки\n\nВторое заседание дискуссионного клуба «Причал» прошло 4 мая 2021 года "
            "в 18 часов 30 минут в Уфе.\n",
            {"series": "Причал", "start_time": "18:30"},
        ),
        (
            "Flüsse\n\nBad Sülzau. Gut zweihundert Menschen kamen am 4. Mai 2021 zur Versammlung und es war voll.\n",
            {"city": "Bad Sülzau"},
        ),
    ],
)
def test_facts_in_the_words_of_many_houses(report, told):
    event = event_of(report)

    assert {name: event[name] for name in told} == told


@pytest.mark.parametrize(
    "opening",
    [
        "The Institute hosted a talk on 4 May 2021.",
        "Van Oosten held that it rained.",
        "Members of the Synod met at the Corn Hall on 4 May 2021.",
        "Anna Lund hosted a talk on 4 May 2021.",
    ],
)
def test_neither_a_bare_institute_nor_a_person_has_organised_it(opening):
    assert event_of(f"Rivers\n\n{opening} It was crowded.\n")["organiser"] is None


def test_series_is_told_at_the_end_or_alone_in_a_line_above_the_title():
    talk = (
        "On 5 May 2019 the club held a talk on salt at the Kelp House.\n\nAnn Moss said that salt was dear."
    )
    told = read_report(
        f"On Salt\n\n{talk}\n\nThe evening was part of the series Salt Talks Haddow. The next is on rope."
    )
    assert told.event.series.value == "Salt Talks Haddow"
    above = f"Orchard Conversations\n\nIn Conversation: Who Owns a Rope?\n\n{talk}"
    assert (
        read_report(f"{above}\n\nThe next Orchard Conversation is in July.").event.series.value
        == "Orchard Conversations"
    )


@pytest.mark.parametrize(
    "opening",
    [
        "Über 100 Leute im Saal, noch mal 60 im Stream: Die Podiumsdiskussion am 22. Mai 2019 war voll.",
        "6 мая 2019 года состоялась конференция. Очно участвовали 60 врачей, к трансляции подключились ещё сорок.",
    ],
)
def test_crowd_in_the_hall_and_another_at_the_stream_make_an_event_hybrid(opening):
    assert read_report(f"Соль / Salz\n\n{opening}").event.format.value == "hybrid"
