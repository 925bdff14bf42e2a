"""What reports of many houses print of their event: a row for each way of saying a fact, in three languages."""

import pytest

from events.models import Event
from intake.decisions import kind_of
from intake.reading import read_report

ENGLISH, GERMAN, RUSSIAN = "en", "de", "ru"
TITLES = {
    ENGLISH: "The price of salt and bread",
    GERMAN: "Der Preis von Salz und Brot",
    RUSSIAN: "Цена соли и хлеба сегодня",
}
REST = {
    ENGLISH: "Huber said that he was tired of it and that the sea was far from here. “Salt is cheap,” said Huber.",
    GERMAN: "Huber sagte, er sei müde und das Meer sei weit weg. „Salz ist billig“, sagte Huber.",
    RUSSIAN: "Губер сказал, что устал и что море далеко. «Соль дёшева», — сказал Губер.",
}


def facts_of(language: str, *, above: str = "", opening: str, below: str = "") -> dict:
    """What is read of a report with a line above its title, or below its end."""
    parts = (above, TITLES[language], opening, REST[language], below)
    return read_report("\n\n".join(part for part in parts if part) + "\n").as_dict()["event"]


def agree(told: dict, expected: dict) -> bool:
    """Whether each fact is read: a venue may have more around it, an address its scheme before it."""
    return all(
        told[name] is None if value is None else told[name] is not None and value in told[name]
        for name, value in expected.items()
    )


OPENINGS = {
    ENGLISH: "On 5 May 2021 a talk was held in Oslo.",
    GERMAN: "Am 5. Mai 2021 fand in Bremen ein Vortrag statt.",
    RUSSIAN: "5 мая 2021 года в Твери состоялась лекция.",
}


@pytest.mark.parametrize(
    ("language", "above", "opening", "expected"),
    [
        (ENGLISH, "The Harbour Talks Series", OPENINGS[ENGLISH], {"date": "2021-05-05", "city": "Oslo"}),
        (ENGLISH, "HARBOUR LECTURE SERIES 2023/24", OPENINGS[ENGLISH], {"date": "2021-05-05"}),
        (ENGLISH, "Field Notes | Spring 2023", OPENINGS[ENGLISH], {"date": "2021-05-05"}),
        (ENGLISH, "EVENT RECAP", OPENINGS[ENGLISH], {"date": "2021-05-05"}),
        (ENGLISH, "Members' corner", OPENINGS[ENGLISH], {"date": "2021-05-05"}),
        (
            ENGLISH,
            "<h4>News</h4>",
            "<p>On 5 May 2021 a talk was held in Oslo.</p>",
            {"date": "2021-05-05", "city": "Oslo"},
        ),
        (GERMAN, "Aus dem Verbandsleben", OPENINGS[GERMAN], {"date": "2021-05-05", "city": "Bremen"}),
        (GERMAN, "AUS DER FAKULTÄT", OPENINGS[GERMAN], {"date": "2021-05-05"}),
        (
            GERMAN,
            "Vortragsreihe „Salz und Meer“",
            OPENINGS[GERMAN],
            {"date": "2021-05-05", "series": "Salz und Meer"},
        ),
        (RUSSIAN, "Цикл лекций «Соль и море»", OPENINGS[RUSSIAN], {"series": "Соль и море"}),
        (RUSSIAN, "ИЗ ЖИЗНИ ОБЩЕСТВА", OPENINGS[RUSSIAN], {}),
        (
            ENGLISH,
            "5 May 2021, 6–8pm, Kelp Hall, Leeds",
            "Forty people came to a talk.",
            {"start_time": "18:00", "end_time": "20:00", "venue": "Kelp Hall", "city": "Leeds"},
        ),
        (
            ENGLISH,
            "Leeds, 5 May 2021",
            "Forty people came to a talk at the Kelp Library.",
            {"venue": "Kelp Library", "city": "Leeds"},
        ),
        (
            GERMAN,
            "Bremen, 5. Mai 2021",
            "Vierzig Fachleute kamen ins Haus der Bürgerschaft.",
            {"venue": "Haus der Bürgerschaft", "city": "Bremen", "date": "2021-05-05"},
        ),
        (
            ENGLISH,
            "Published on 10 May 2021",
            "Last Wednesday, 5 May, a talk was held in Oslo.",
            {"date": "2021-05-05"},
        ),
    ],
)
def test_title_stands_below_a_series_a_section_or_a_line_about_day_and_place(
    language, above, opening, expected
):
    told = facts_of(language, above=above, opening=opening)

    assert told["title"] == TITLES[language]
    assert agree(told, expected)


@pytest.mark.parametrize(
    ("language", "above", "below", "author"),
    [
        (ENGLISH, "Ann Lowther · 6 May 2021", "", "Ann Lowther"),
        (ENGLISH, "By Ann Lowther | 6 May 2021", "", "Ann Lowther"),
        (ENGLISH, "6 May 2021 | Ann Lowther", "", "Ann Lowther"),
        (GERMAN, "Veranstaltungsbericht | Anna Reimers", "", "Anna Reimers"),
        (GERMAN, "Anna Reimers, 6. Mai 2021", "", "Anna Reimers"),
        (GERMAN, "Bericht von Anna Reimers", "", "Anna Reimers"),
        (ENGLISH, "*By Ann Lowther in Oslo*", "", "Ann Lowther"),
        (RUSSIAN, "Анна Рогова, 6 мая 2021 г.", "", "Анна Рогова"),
        (RUSSIAN, "06.05.2021, Анна Рогова", "", "Анна Рогова"),
        (GERMAN, "Hafen-Blog / Soziales / von Anna Reimers", "", "Anna Reimers"),
        (RUSSIAN, "", "А. Рогова", "А. Рогова"),
        (ENGLISH, "", "A.M.L.", "A.M.L."),
        (ENGLISH, "", "— Ann Lowther", "Ann Lowther"),
        (ENGLISH, "", "This summary was written by Ann Lowther, an intern at the Institute.", "Ann Lowther"),
        (
            ENGLISH,
            "",
            "Ann Lowther is a research fellow at the Institute and wrote this report.",
            "Ann Lowther",
        ),
        (ENGLISH, "", "Report: Ann Lowther. Photos: Tom Lee.", "Ann Lowther"),
        (ENGLISH, "", "The rapporteur was Ann Lowther.", "Ann Lowther"),
        (ENGLISH, "", "Notes taken by Ann Lowther.", "Ann Lowther"),
        (GERMAN, "", "(Anna Reimers)", "Anna Reimers"),
        (GERMAN, "", "Text: Anna Reimers, Fotos: Jan Rust", "Anna Reimers"),
        (GERMAN, "", "Der Autor dieses Berichts ist Jan Rust.", "Jan Rust"),
        (GERMAN, "", "Das Protokoll führte Jan Rust.", "Jan Rust"),
        (RUSSIAN, "", "Автор — Анна Рогова", "Анна Рогова"),
        (RUSSIAN, "", "Анна Рогова, фото автора", "Анна Рогова"),
        (RUSSIAN, "", "Материал подготовила Анна Рогова.", "Анна Рогова"),
    ],
)
def test_author_is_named_above_the_title_or_at_the_end(language, above, below, author):
    told = facts_of(language, above=above, opening=OPENINGS[language], below=below)

    assert (told["author"], told["title"]) == (author, TITLES[language])
    assert told["date"] == "2021-05-05"


@pytest.mark.parametrize(
    ("language", "line", "author"),
    [
        (ENGLISH, "by Ann Lowther (doctoral student)", "Ann Lowther"),
        (ENGLISH, "Report by A. M. Lowther, Hon. Secretary", "A. M. Lowther"),
        (ENGLISH, "Ann Lowther, Deputy Editor", "Ann Lowther"),
        (ENGLISH, "Ann Lowther, Deputy Mayor", None),
        (GERMAN, "Anna Reimers, Redakteurin", "Anna Reimers"),
        (RUSSIAN, "Анна Рогова, «Тверская неделя», 9 мая 2021 г.", "Анна Рогова"),
    ],
)
def test_author_is_named_below_the_title_with_a_post_or_a_paper(language, line, author):
    told = facts_of(language, opening=f"{line}\n\n{OPENINGS[language]}")

    assert (told["author"], told["date"]) == (author, "2021-05-05")


@pytest.mark.parametrize(
    ("language", "opening", "series"),
    [
        (
            ENGLISH,
            'On 5 May 2021 Karl Huber gave the fourth talk in the series "Salt and Sea" in Oslo.',
            "Salt and Sea",
        ),
        (
            ENGLISH,
            "On 5 May 2021 Karl Huber gave this year's Ann Lowther Memorial Lecture in Oslo.",
            "Ann Lowther Memorial Lecture",
        ),
        (ENGLISH, "The latest Harbour Breakfast was held in Oslo on 5 May 2021.", "Harbour Breakfast"),
        (ENGLISH, "On 5 May 2021 a talk in our series **Salt by Night** was held in Oslo.", "Salt by Night"),
        (ENGLISH, "On 5 May 2021 our Tuesday Talks series returned to Oslo.", "Tuesday Talks"),
        (
            GERMAN,
            "Am 5. Mai 2021 fand in Bremen der dritte Abend der Reihe „Salz und Meer“ statt.",
            "Salz und Meer",
        ),
        (
            GERMAN,
            "Im Rahmen der Veranstaltungsreihe „Salz und Meer“ sprach Karl Huber am 5. Mai 2021 in Bremen.",
            "Salz und Meer",
        ),
        (GERMAN, "Am 5. Mai 2021 fanden in Bremen die 14. Bremer Salztage statt.", "14. Bremer Salztage"),
        (RUSSIAN, "5 мая 2021 года в Твери в рамках цикла «Соль и море» состоялась лекция.", "Соль и море"),
        (RUSSIAN, "5 мая 2021 года в Твери прошли XII Волжские чтения.", "XII Волжские чтения"),
        (
            RUSSIAN,
            "5 мая 2021 года в Твери состоялась IX конференция «Соль рядом».",
            "IX конференция «Соль рядом»",
        ),
    ],
)
def test_series_is_read(language, opening, series):
    assert facts_of(language, opening=opening)["series"] == series


@pytest.mark.parametrize(
    ("language", "below", "expected"),
    [
        (
            ENGLISH,
            "The talk is available on our YouTube channel: https://y.example/abc",
            {"recording": "https://y.example/abc"},
        ),
        (ENGLISH, "Missed it? Catch up at https://y.example/abc.", {"recording": "https://y.example/abc"}),
        (ENGLISH, "You can listen to the debate again at y.example/abc.", {"recording": "y.example/abc"}),
        (
            ENGLISH,
            "Huber's presentation can be downloaded from https://y.example/s.pdf",
            {"slides": "https://y.example/s.pdf"},
        ),
        (ENGLISH, "Register for the next one at https://y.example/reg", {"recording": None, "slides": None}),
        (
            ENGLISH,
            "The report can be downloaded at https://y.example/rep.pdf",
            {"recording": None, "slides": None},
        ),
        (
            GERMAN,
            "Die Veranstaltung kann unter https://y.example/abc nachgesehen werden.",
            {"recording": "https://y.example/abc"},
        ),
        (
            GERMAN,
            "Den Vortrag zum Nachhören finden Sie hier: https://y.example/abc",
            {"recording": "https://y.example/abc"},
        ),
        (
            GERMAN,
            "Die Folien stehen unter https://y.example/s.pdf bereit.",
            {"slides": "https://y.example/s.pdf"},
        ),
        (
            RUSSIAN,
            "Посмотреть лекцию можно по ссылке: https://y.example/abc",
            {"recording": "https://y.example/abc"},
        ),
        (RUSSIAN, "Презентация доклада: https://y.example/s.pdf", {"slides": "https://y.example/s.pdf"}),
        (RUSSIAN, "По адресу https://y.example/abc выложена запись.", {"recording": "https://y.example/abc"}),
    ],
)
def test_link_is_what_its_sentence_says(language, below, expected):
    told = facts_of(language, opening=OPENINGS[language], below=below)

    assert agree(told, expected)


@pytest.mark.parametrize(
    ("language", "opening", "expected"),
    [
        (
            ENGLISH,
            "The seminar, on Tuesday 5 May 2021 at half past six in the evening, was held at the Kelp Hall in Leeds.",
            {"start_time": "18:30", "venue": "Kelp Hall", "city": "Leeds"},
        ),
        (
            ENGLISH,
            "On 5 May 2021 a talk was held in Oslo from noon to 2 p.m.",
            {"start_time": "12:00", "end_time": "14:00"},
        ),
        (
            ENGLISH,
            "On 5 May 2021 a talk was held in Oslo. It began at seven o'clock and ended at half past eight.",
            {"start_time": "19:00"},
        ),
        (
            ENGLISH,
            "On 5 May 2021 a breakfast talk was held in Oslo at eight o'clock.",
            {"start_time": "08:00"},
        ),
        (
            ENGLISH,
            "On 5 May 2021 a talk was held in Oslo. Doors opened at 6 pm and the talk began at 6.30 pm.",
            {"start_time": "18:30"},
        ),
        (
            ENGLISH,
            "On 5 May 2021 a talk was held in Oslo. Registration from 9:00, start at 9:30.",
            {"start_time": "09:30"},
        ),
        (
            ENGLISH,
            "On 5 May 2021, 18:00 to 19:30, a talk was held in Oslo.",
            {"start_time": "18:00", "end_time": "19:30"},
        ),
        (
            ENGLISH,
            "The talk was held on 5 May 2021 between 6 and 8 pm in Oslo.",
            {"start_time": "18:00", "end_time": "20:00"},
        ),
        (
            ENGLISH,
            "The talk was held on 5 May 2021 from 6 to 8 pm in Oslo.",
            {"start_time": "18:00", "end_time": "20:00"},
        ),
        (
            ENGLISH,
            "The talk was held on 5 May 2021 from 9 am until 1 pm in Oslo.",
            {"start_time": "09:00", "end_time": "13:00"},
        ),
        (ENGLISH, "On 5 May 2021, at 3 in the afternoon, a talk was held in Oslo.", {"start_time": "15:00"}),
        (
            ENGLISH,
            "On 5 May 2021 a talk was held in Oslo. At half past nine the lights went out.",
            {"start_time": None},
        ),
        (
            GERMAN,
            "Am 5. Mai 2021 um halb acht Uhr abends fand in Bremen ein Vortrag statt.",
            {"start_time": "19:30"},
        ),
        (GERMAN, "Am 5. Mai 2021 um halb sieben fand in Bremen ein Vortrag statt.", {"start_time": "18:30"}),
        (
            GERMAN,
            "Am 5. Mai 2021 von 14 bis 17 Uhr fand in Bremen ein Vortrag statt.",
            {"start_time": "14:00", "end_time": "17:00"},
        ),
        (
            GERMAN,
            "Am 5. Mai 2021 fand in Bremen ein Vortrag statt. Einlass war ab 18 Uhr, um 19 Uhr begann der Abend.",
            {"start_time": "19:00"},
        ),
        (
            GERMAN,
            "Am 5. Mai 2021 um sieben Uhr abends fand in Bremen ein Vortrag statt.",
            {"start_time": "19:00"},
        ),
        (GERMAN, "Am 5. Mai 2021, 19.30 Uhr, fand in Bremen ein Vortrag statt.", {"start_time": "19:30"}),
        (GERMAN, "Am 5. Mai 2021 ab 9 Uhr fand in Bremen eine Tagung statt.", {"start_time": "09:00"}),
        (RUSSIAN, "5 мая 2021 года в семь часов вечера в Твери состоялась лекция.", {"start_time": "19:00"}),
        (RUSSIAN, "5 мая 2021 года в половине седьмого в Твери состоялась лекция.", {"start_time": "18:30"}),
        (RUSSIAN, "5 мая 2021 года в полдень в Твери состоялась лекция.", {"start_time": "12:00"}),
        (
            RUSSIAN,
            "5 мая 2021 года с 10 до 13 часов в Твери шёл семинар.",
            {"start_time": "10:00", "end_time": "13:00"},
        ),
        (
            ENGLISH,
            "On 5 May 2021 a talk was held in Oslo. For the evening it began at half past nine.",
            {"start_time": None},
        ),
        (
            ENGLISH,
            "On 5 May 2021 a talk was held in Oslo. It began at half past nine and ended with a dinner.",
            {"start_time": None},
        ),
        (
            RUSSIAN,
            "5 мая 2021 года в Твери состоялась лекция; регистрация началась в 9:30, начало в 10:00.",
            {"start_time": "10:00"},
        ),
    ],
)
def test_hours_are_read(language, opening, expected):
    told = facts_of(language, opening=opening)

    assert agree(told, expected)


@pytest.mark.parametrize(
    ("language", "opening", "expected"),
    [
        (
            ENGLISH,
            "On 5 May 2021 a talk was held at the Moss offices on King's Parade, Cambridge.",
            {"city": "Cambridge"},
        ),
        (
            ENGLISH,
            "On 5 May 2021 we met in the Ferris annexe in Nairobi, Kenya.",
            {"venue": "Ferris annexe", "city": "Nairobi", "country": "Kenya"},
        ),
        (ENGLISH, "The society met in the Long Room at Castle Dene on 5 May 2021.", {"venue": "Long Room"}),
        (
            ENGLISH,
            "On 5 May 2021 a talk was held at the Institute's headquarters in Quay Street, Galway.",
            {"city": "Galway"},
        ),
        (
            ENGLISH,
            "On 5 May 2021 a talk was held in the conference centre overlooking the bay, Saint Lucia.",
            {"country": "Saint Lucia"},
        ),
        (
            ENGLISH,
            "Held on 5 May 2021 at Kelp House, 12 Mill Lane, Leeds LS1 4AB, the talk drew 40 people.",
            {"venue": "Kelp House", "city": "Leeds"},
        ),
        (
            ENGLISH,
            "Some 90 people crowded into a seminar room at the University of Leeds on 5 May 2021 for a talk.",
            {"venue": "University of Leeds"},
        ),
        (ENGLISH, "The embassy of Norway in Accra hosted a talk on 5 May 2021.", {"city": "Accra"}),
        (ENGLISH, "On 5 May 2021 a talk was held on board the museum ship Nyota in Hull.", {"city": "Hull"}),
        (
            GERMAN,
            "Am 5. Mai 2021 ging es um 19 Uhr im Lesesaal des Museums in Bremen um Salz.",
            {"venue": "Lesesaal des Museums", "city": "Bremen", "date": "2021-05-05"},
        ),
        (
            GERMAN,
            "Rund 90 Gäste folgten am 5. Mai 2021 der Einladung in den Saal der Alten Mühle nach Bremen.",
            {"venue": "Saal der Alten Mühle", "city": "Bremen"},
        ),
        (
            GERMAN,
            "In der Kunsthalle Bremen sprach am 5. Mai 2021 Karl Huber über Salz.",
            {"venue": "Kunsthalle", "city": "Bremen"},
        ),
        (
            GERMAN,
            "Am 5. Mai 2021 kamen 40 Leute in die Buchhandlung Moos in der Langen Straße in Bremen.",
            {"venue": "Buchhandlung Moos", "city": "Bremen"},
        ),
        (
            GERMAN,
            "Im Innsbrucker Landhaus trafen sich am 5. Mai 2021 vierzig Fachleute.",
            {"venue": "Innsbrucker Landhaus", "date": "2021-05-05"},
        ),
        (
            RUSSIAN,
            "5 мая 2021 года в Доме учёных на улице Мира в Твери прошла лекция.",
            {"venue": "Доме учёных", "city": "Тверь"},
        ),
        (
            RUSSIAN,
            "5 мая 2021 года в конференц-зале гостиницы «Волга» (Тверь) прошла лекция.",
            {"venue": "«Волга»", "city": "Тверь"},
        ),
        (
            RUSSIAN,
            "5 мая 2021 года главный корпус Тверского института принимал участников конференции.",
            {"venue": "главный корпус Тверского института"},
        ),
        (
            ENGLISH,
            "On the evening of Wednesday 5 May 2021 the Great Hall of Marsh College, Oxford, was full for a debate.",
            {"venue": "Great Hall of Marsh College", "city": "Oxford"},
        ),
        (
            GERMAN,
            "Die Diskussion fand am 5. Mai 2021 von 18 bis 20 Uhr in der Stadtbücherei Ulm statt.",
            {"venue": "Stadtbücherei", "city": "Ulm"},
        ),
        (
            ENGLISH,
            "On 5 May 2021 the Embassy of Norway in Lima hosted a debate. Guests met at the Residence of the Consul.",
            {"venue": "Residence of the Consul", "city": "Lima"},
        ),
        (
            ENGLISH,
            "On 5 May 2021 keepers met for a debate. It began at 13:00 in Room XII of the Palais Moreau in Geneva.",
            {"venue": "Room XII of the Palais Moreau", "city": "Geneva", "start_time": "13:00"},
        ),
        (
            ENGLISH,
            "The debate took place at the Zlatá ryba bookshop in Brno on 5 May 2021.",
            {"venue": "Zlatá ryba bookshop", "city": "Brno"},
        ),
        (
            ENGLISH,
            "A debate was held at Huis ter Zee in Ghent on 5 May 2021.",
            {"venue": "Huis ter Zee", "city": "Ghent"},
        ),
        (
            ENGLISH,
            "On 5 May 2021 our Monday Lates came back to Ardrossan with a debate in the Net Gallery.",
            {"venue": "Net Gallery", "city": "Ardrossan", "series": "Monday Lates"},
        ),
        (
            RUSSIAN,
            "Обсуждение началось 5 мая 2021 года в сельском клубе посёлка Ковда.",
            {"city": "Ковда"},
        ),
        (
            RUSSIAN,
            "5 мая 2021 года прошло обсуждение газопровода для деревни Лесная и села Красного.",
            {"city": None},
        ),
        (
            GERMAN,
            "Am 5. Mai 2021 ging es im Gasthof Linde um den Bach. Die Gemeinde Oberwies hatte zum Gespräch geladen.",
            {"venue": "Gasthof Linde", "city": "Oberwies"},
        ),
    ],
)
def test_place_is_read(language, opening, expected):
    told = facts_of(language, opening=opening)

    assert agree(told, expected)


@pytest.mark.parametrize(
    ("language", "opening", "expected"),
    [
        (
            ENGLISH,
            "On 5 May 2021 a talk was held at the Kelp Hall in Leeds and on Zoom.",
            {"format": "hybrid"},
        ),
        (
            ENGLISH,
            "On 5 May 2021 a talk was held at the Kelp Hall in Leeds, with a further forty people watching online.",
            {"format": "hybrid"},
        ),
        (
            ENGLISH,
            "On 5 May 2021 a talk was held at the Kelp Hall in Leeds and could also be followed online.",
            {"format": "hybrid"},
        ),
        (ENGLISH, "On 5 May 2021 an online talk drew 200 people.", {"format": "online"}),
        (
            ENGLISH,
            "On 5 May 2021 forty people came to a talk in Leeds, half of them by video link.",
            {"format": "hybrid"},
        ),
        (
            GERMAN,
            "Am 5. Mai 2021 fand in Bremen ein Vortrag statt. Weitere 80 Personen verfolgten den Abend am Bildschirm.",
            {"format": "hybrid"},
        ),
        (
            GERMAN,
            "Am 5. Mai 2021 fand im Haus der Stadt in Bremen ein Vortrag statt, der auch ins Netz übertragen wurde.",
            {"format": "hybrid"},
        ),
        (GERMAN, "Am 5. Mai 2021 fand ein Vortrag über Zoom statt.", {"format": "online"}),
        (
            RUSSIAN,
            "5 мая 2021 года в Твери состоялась лекция. Ещё сорок человек следили за трансляцией.",
            {"format": "hybrid"},
        ),
        (RUSSIAN, "5 мая 2021 года лекция прошла в Zoom.", {"format": "online"}),
        (
            RUSSIAN,
            "5 мая 2021 года в Твери состоялась лекция; часть слушателей подключилась онлайн.",
            {"format": "hybrid"},
        ),
    ],
)
def test_format_is_read(language, opening, expected):
    told = facts_of(language, opening=opening)

    assert agree(told, expected)


@pytest.mark.parametrize(
    ("language", "opening", "expected"),
    [
        (
            RUSSIAN,
            "Тверская областная библиотека 5 мая 2021 года приняла участников семинара.",
            {"date": "2021-05-05"},
        ),
        (ENGLISH, "On the evening of 5 May 2021 a talk was held in Oslo.", {"date": "2021-05-05"}),
        (
            ENGLISH,
            "Tuesday, the 5th of May 2021, saw the hall fill for a talk in Oslo.",
            {"date": "2021-05-05"},
        ),
        (
            ENGLISH,
            "Over two days, 5 and 6 May 2021, a conference was held in Oslo.",
            {"date": "2021-05-05", "end_date": "2021-05-06"},
        ),
        (
            ENGLISH,
            "Between 5 and 7 May 2021 a conference was held in Oslo.",
            {"date": "2021-05-05", "end_date": "2021-05-07"},
        ),
        (GERMAN, "Am Mittwochabend, 5. Mai 2021, fand in Bremen ein Vortrag statt.", {"date": "2021-05-05"}),
        (
            GERMAN,
            "Vom 5. bis 7. Mai 2021 tagte in Bremen der Verband.",
            {"date": "2021-05-05", "end_date": "2021-05-07"},
        ),
        (
            GERMAN,
            "Wie teuer ist Salz? Das war am 5. Mai 2021 Thema in Bremen.",
            {"date": "2021-05-05", "city": "Bremen"},
        ),
        (
            GERMAN,
            "Wie teuer ist Salz? Dieser Frage ging am 5. Mai 2021 ein Podium in Bremen nach.",
            {"date": "2021-05-05", "city": "Bremen"},
        ),
        (
            RUSSIAN,
            "С 5 по 7 мая 2021 года в Твери работала школа.",
            {"date": "2021-05-05", "end_date": "2021-05-07"},
        ),
        (
            RUSSIAN,
            "Сколько стоит соль? Об этом 5 мая 2021 года говорили в Твери.",
            {"date": "2021-05-05", "city": "Тверь"},
        ),
    ],
)
def test_date_is_read(language, opening, expected):
    told = facts_of(language, opening=opening)

    assert agree(told, expected)


@pytest.mark.parametrize(
    ("language", "opening", "organiser"),
    [
        (
            ENGLISH,
            "The Centre for Tides and Ports (CTP) held a round table on salt in Oslo on 5 May 2021.",
            "Centre for Tides and Ports",
        ),
        (
            ENGLISH,
            "On Wednesday, 5 May 2021, the Institute of Marsh Policy (IMP) hosted a seminar on salt.",
            "Institute of Marsh Policy",
        ),
        (
            ENGLISH,
            "On May 5, 2021, from 2:00 to 4:30 p.m., the Kelp Centre for Trade brought together 40 millers.",
            "Kelp Centre for Trade",
        ),
        (
            ENGLISH,
            "Huber gave the lecture, hosted each autumn in Bergen by the Society for Brine and Ice.",
            "Society for Brine and Ice",
        ),
        (
            ENGLISH,
            "Forty of us came on 5 May 2021 to a seminar in Leeds run by the Kelp Centre for Bread.",
            "Kelp Centre for Bread",
        ),
        (
            ENGLISH,
            "Salt is dear, bakers at a Haddow Institute debate said on 5 May 2021.",
            "Haddow Institute",
        ),
        (
            ENGLISH,
            "On 5 May 2021, the Haddow Institute of Mills welcomed Karl Huber for the second talk in its series.",
            "Haddow Institute of Mills",
        ),
        (
            ENGLISH,
            "The Kelp Centre for Trade convened some forty bakers on 5 May 2021 in Leeds.",
            "Kelp Centre for Trade",
        ),
        (
            ENGLISH,
            "Brine Lab Europe and two student clubs invited a baker and a miner to a debate on salt.",
            "Brine Lab Europe",
        ),
        (
            ENGLISH,
            "The hall was full on 5 May 2021, when the Lee Marsh Salt Society held the last talk of the year.",
            "Lee Marsh Salt Society",
        ),
        (
            ENGLISH,
            "Forty bakers came to the West Marsh Bakers' Association's annual Bread Day on 5 May 2021.",
            "West Marsh Bakers' Association",
        ),
        (
            ENGLISH,
            "The miner told a meeting of the Marsh Chamber of Commerce on 5 May 2021 that salt was cheap.",
            "Marsh Chamber of Commerce",
        ),
        (ENGLISH, "The event of 5 May 2021 was the work of the Haddow Policy Lab.", None),
        (
            GERMAN,
            "Um Salz ging es am 5. Mai 2021, als das Institut für ländliche Salzfragen zur Tagung nach Bremen lud.",
            None,
        ),
        (
            GERMAN,
            "Zur Tagung kamen 90 Gäste. Veranstalter war wie im Vorjahr der Bäckerverein Nordmarsch.",
            "Bäckerverein Nordmarsch",
        ),
        (
            GERMAN,
            "Das Institut für Salz- und Brotkunde hatte am 5. Mai 2021 zum dritten Abend eingeladen.",
            "Institut für Salz- und Brotkunde",
        ),
        (
            GERMAN,
            "Die Moorer Stiftung für Brot veranstaltete am 5. Mai 2021 eine Tagung in Bremen.",
            "Moorer Stiftung für Brot",
        ),
        (
            GERMAN,
            "Am 5. Mai 2021 veranstaltete die Akademie für Ländliche Bildung Moor eine Tagung.",
            "Akademie für Ländliche Bildung Moor",
        ),
        (
            GERMAN,
            "Die Tagung am 5. Mai 2021 wurde von der Moor-Akademie mit der Stadt ausgerichtet.",
            "Moor-Akademie",
        ),
        (
            RUSSIAN,
            "Лекцию из цикла «Соль» 5 мая 2021 года подготовил Центр истории соли.",
            "Центр истории соли",
        ),
        (
            RUSSIAN,
            "Центр береговой экономики, который проводит семинар с 2016 года, собрал 5 мая 2021 года сорок пекарей.",
            "Центр береговой экономики",
        ),
        (
            RUSSIAN,
            "Это сказано в докладе, который 5 мая представил в Твери исследовательский центр «Соль».",
            "исследовательский центр «Соль»",
        ),
        (
            RUSSIAN,
            "5 мая 2021 года собрался съезд пекарей. Проводит его Союз мельников «Жернов».",
            "Союз мельников «Жернов»",
        ),
        (
            RUSSIAN,
            "5 мая прошла пресс-конференция, на которой фонд «Хлеб» представил доклад «Соль».",
            "фонд «Хлеб»",
        ),
        (
            RUSSIAN,
            "5 мая 2021 года прошла конференция, которую проводит Ассоциация мельников Поволжья.",
            "Ассоциация мельников Поволжья",
        ),
        (RUSSIAN, "Круглый стол провели 5 мая 2021 года Институт соли и Фонд моря.", "Институт соли"),
    ],
)
def test_organiser_is_read(language, opening, organiser):
    assert facts_of(language, opening=opening)["organiser"] == organiser


@pytest.mark.parametrize(
    ("language", "opening", "kind"),
    [
        (ENGLISH, "Forty bakers met on 5 May 2021 for the second meeting of a seminar on salt.", "seminar"),
        (
            ENGLISH,
            "On 5 May 2021 Karl Huber gave the Kelp Lecture in Leeds; the talk was about salt.",
            "lecture",
        ),
        (ENGLISH, "Bakers meeting in Leeds on 5 May 2021 asked for cheaper salt.", None),
        (GERMAN, "Am 5. Mai 2021 fand in Bremen die Herbsttagung des Vereins statt.", "herbsttagung"),
        (GERMAN, "Zum Fachkongress trafen sich am 5. Mai 2021 in Bremen vierzig Bäcker.", "fachkongress"),
        (RUSSIAN, "5 мая 2021 года в Твери прошла презентация доклада о соли.", "презентация"),
        (RUSSIAN, "5 мая 2021 года в Твери собрался съезд пекарей.", "съезд"),
        (RUSSIAN, "Заседание семинара о соли прошло 5 мая 2021 года в Твери.", "семинар"),
    ],
)
def test_kind_is_read(language, opening, kind):
    assert facts_of(language, opening=opening)["kind"] == kind


@pytest.mark.parametrize(
    ("printed", "kind"),
    [
        ("herbsttagung", Event.Kind.CONFERENCE),
        ("podiumsdiskussion", Event.Kind.EXPERT_DISCUSSION),
        ("vortrag", Event.Kind.LECTURE),
        ("pressekonferenz", Event.Kind.PRESS_CONFERENCE),
        ("buchvorstellung", Event.Kind.BOOK_LAUNCH),
        ("конгресс", Event.Kind.CONFERENCE),
    ],
)
def test_kind_of_the_archive_is_found_in_german_and_russian_words(printed, kind):
    assert kind_of(printed) == kind
