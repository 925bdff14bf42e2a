import pytest

from intake.reading import read_report


def place_of(report: str) -> tuple[str | None, str | None, str | None]:
    event = read_report(report).event
    return event.venue.value, event.city.value, event.country.value


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        (
            "The talk was held at the Kelp House in Oslo, Norway, on 5 May 2019.",
            ("Kelp House", "Oslo", "Norway"),
        ),
        ("The society met at Kino Anker in Ostrava on 5 May 2019.", ("Kino Anker", "Ostrava", None)),
        ("The club welcomed 90 guests to the Kelp Theatre in Leeds.", ("Kelp Theatre", "Leeds", None)),
        ("Every plastic chair in the Kelp Hall was taken at the talk.", ("Kelp Hall", None, None)),
        (
            "The Kelp Foundation (KF), Kolkata, organised a talk at the Bay Hall on 5 May 2019.",
            ("Bay Hall", "Kolkata", None),
        ),
        ("The club held a talk at its house at 12 Quay Street, Bergen.", (None, "Bergen", None)),
        ("Kelpton, Kenya — The club held a talk at the Rift Hotel.", ("Rift Hotel", "Kelpton", "Kenya")),
        ("The Aula Verde was the setting for a seminar on tides.", ("Aula Verde", None, None)),
        ("Two writers spoke on the Main Stage in Tallinn.", ("Main Stage", "Tallinn", None)),
        ("A crowd at Bergen's Kelp Hall heard two keepers disagree.", ("Kelp Hall", "Bergen", None)),
        ("The club held a talk at its New Delhi campus on 5 May 2019.", (None, "New Delhi", None)),
        ("A workshop was held at Wilton Park, 4–6 March 2019.", ("Wilton Park", None, None)),
        ("We met at the Kelp office in Westhaven, Bengaluru, to talk.", ("Kelp office", "Bengaluru", None)),
        ("The forum kicked off in Wuhan on 9 November 2021.", (None, "Wuhan", None)),
        ("In Lower Haddow on 5 May 2019 forty people came to a talk.", (None, "Lower Haddow", None)),
        ("Researchers met in Kenya to compare notes.", (None, None, "Kenya")),
        (
            "The seminar was held at Kelp Strand, Singapore, on 5 May 2019.",
            ("Kelp Strand", "Singapore", None),
        ),
        ("It was standing room only at Kelp Books in Leeds.", ("Kelp Books", "Leeds", None)),
        ("The Literaturhaus in Hamburg was sold out.", ("Literaturhaus", "Hamburg", None)),
        ("We met on the terrace of the Lamp in Hyderabad.", ("Lamp", "Hyderabad", None)),
        ("The spring talk (Nicosia, 5 May 2019) was about tides.", (None, "Nicosia", None)),
        ("A crowd came to the Kelp School's Harbour campus.", ("Kelp School's Harbour campus", None, None)),
        ("The notes are from our talk (5 May 2019, Kelp House, Leeds).", ("Kelp House", "Leeds", None)),
        ("The forum was held on Nov. 6 in Zhenjiang with 300 guests.", (None, "Zhenjiang", None)),
        ("The alliance met in the cafeteria of Kelp School.", ("cafeteria of Kelp School", None, None)),
        ("Physicist Jo Moss drew 900 people to Kelp Hall in Haddow on 5 May.", ("Kelp Hall", "Haddow", None)),
        ("The festival filled the Old Gasworks in Haddow that night.", ("Old Gasworks", "Haddow", None)),
        ("More than 300 people packed the high school gym Tuesday night.", ("high school gym", None, None)),
        ("Keepers met in Port Haddow, where it rained.", (None, "Port Haddow", None)),
    ],
)
def test_place_is_read_from_the_sentence_about_the_event(sentence, place):
    assert place_of(f"A Talk\n\n{sentence} It was full.") == place


@pytest.mark.parametrize(
    "sentence",
    [
        "The society met to talk about elections in Kenya.",
        "The talk was given by Jo Moss, professor of law at Kelp University, last night.",
        "The talk was held in the hall, as always.",
        "A talk was given by Jo Moss (HSE, Moscow) last night.",
        "Jo Moss, who teaches at Kelp University, gave a talk.",
        "The bill was discussed in Parliament before the talk.",
        "The society heard a talk after the summit in Moscow.",
    ],
)
def test_place_that_is_only_talked_about_is_not_the_events(sentence):
    assert place_of(f"A Talk\n\n{sentence} It was full.") == (None, None, None)


@pytest.mark.parametrize(
    ("line", "place"),
    [
        (
            "Volume 3 | Centro del Mar, Guayaquil, Ecuador | 10 May 2017",
            ("Centro del Mar", "Guayaquil", "Ecuador"),
        ),
        ("Hall C, Graz, Austria, 26.10.2018", ("Hall C", "Graz", "Austria")),
        ("8 May 2019, 18:00, Harbour Institute", ("Harbour Institute", None, None)),
        ("Harbour Institute", (None, None, None)),  # the letterhead
        ("Dr Ann Moss, Harbour Institute, Oslo", (None, None, None)),
        ("Ed Moss in Kigali", (None, "Kigali", None)),
        ("Venue: Kelp House, Oslo", ("Kelp House", "Oslo", None)),
        ("Date: 8 May 2019. Venue: Kelp House", ("Kelp House", None, None)),
        ("Date\n8 May 2019\nVenue\nKelp House, Oslo", ("Kelp House", "Oslo", None)),
    ],
)
def test_place_is_read_from_the_lines_above_the_report(line, place):
    assert (
        place_of(f"A Talk\n{line}\n\nThe talk was about the tides and who measures them. It was full.")
        == place
    )


def test_line_above_that_names_the_event_is_no_venue():
    report = (
        "A Talk\n{}, Katowice, Poland\n\nThe talk was about the tides and who measures them. It was full."
    )

    assert place_of(report.format("KELP COP24")) == (None, "Katowice", "Poland")
    assert place_of(report.format("Spring Seminar")) == (None, "Katowice", "Poland")
    assert place_of(report.format("Seminar Room 2")) == ("Seminar Room 2", "Katowice", "Poland")


def test_place_and_day_may_be_told_far_down_in_a_sentence_about_this_event():
    quiet = "Tides are slow and keepers are slower. It has always been so, and nobody minds.\n\n"
    report = f"Tides\n\n{quiet * 5}The seminar was held at Kelp Hall in Leeds on 5 May 2019.\n\n{quiet * 3}"

    assert place_of(report) == ("Kelp Hall", "Leeds", None)
    assert read_report(report).event.date.value == "2019-05-05"


def test_dateline_gives_a_city_that_no_list_knows():
    assert place_of("Rain\n\nNizwa, Oman. The society closed its talks on rain.") == (None, "Nizwa", "Oman")
    assert place_of("Rain\n\nPORT HADDOW, Ore. — A crowd filled the Kelp Hall.")[:2] == (
        "Kelp Hall",
        "Port Haddow",
    )
    assert place_of("Rain\n\nBETTER LATE: notes from a talk on rain that nobody heard.")[1] is None
    assert place_of("Rain\n\nMoscow and Minsk agree - so Jo Moss said that it rained.")[1] is None


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("5 мая 2019 года в Вологде прошла лекция в Белом зале музея.", ("Белом зале музея", "Вологда")),
        ("В Астане, в конгресс-центре «Тулпар», открылся форум.", ("конгресс-центре «Тулпар»", "Астана")),
        (
            "6 мая 2019 года клуб собрался на завтрак (Тверь, гостиница «Волна»).",
            ("гостиница «Волна»", "Тверь"),
        ),
        ("Саратов принимает форум в третий раз.", (None, "Саратов")),
        ("Балтийский форум, Казань. Сессия собрала перевозчиков.", (None, "Казань")),
        ("27.02.2018, Дом моряка. Вечер ведёт Надежда Кран.", ("Дом моряка", None)),
        ("5 мая 2019 года в рамках Форума музеев состоялась лекция.", (None, None)),
        ("Лекция прошла в зале.", (None, None)),
        ("В Институте водных проблем Поволжья прошла встреча.", ("Институте водных проблем Поволжья", None)),
        ("На космодроме Байконур прошла пресс-конференция.", ("космодроме Байконур", None)),
        (
            "Лекцию прочитал Иван Дёмин; местом встречи стало фойе Камерного зала.",
            ("фойе Камерного зала", None),
        ),
        (
            "В библиотеке № 7 города Великие Луки прошла встреча.",
            ("библиотеке № 7 города Великие Луки", "Великие Луки"),
        ),
        ("В столице Казахстана Астане прошёл форум.", (None, "Астана")),
    ],
)
def test_place_in_russian_keeps_the_venue_as_printed_and_bends_the_city_back(sentence, place):
    assert place_of(f"О дожде\n\n{sentence} Было полно.")[:2] == place


def test_city_in_a_russian_title_is_the_events():
    assert place_of("В Минске обсудили ельники\n\nКороед съел много ели, и лесоводы собрались.")[1] == "Минск"


def test_embassy_receives_where_it_is_rather_than_in_a_quarter_that_no_list_knows():
    assert place_of(
        "Salt and Rope\n\nOn 21 May 2019 the Embassy of Norway in Lusaka invited ministries to a talk on salt in "
        "Zambia. Fifty guests gathered at 17:00 at the Kelp Residence in Upper Haddow."
    ) == ("Kelp Residence", "Lusaka", "Zambia")


def test_country_of_a_capital_is_told_only_where_the_report_prints_it():
    report = (
        "Salt\n\nACCRA, June 12, 2019 (Kelp Agency) — {} keepers told lawmakers that salt must be cheaper."
    )
    assert place_of(report.format("Ghana's"))[1:] == ("Accra", "Ghana")
    assert place_of(report.format("Togo's"))[1:] == ("Accra", None)


def test_hall_in_the_second_sentence_that_brought_people_is_the_venue_and_not_who_organised():
    assert place_of(
        "Workshop Report: Salt\n\nWhat does a rope look like? It brought nine historians to the Palazzo Bruni "
        "Vecchio in Trieste on 22 May 2019. It was organised by the Institute for Ropes at the University of Haddow."
    ) == ("Palazzo Bruni Vecchio", "Trieste", None)
    assert (
        place_of("Salt\n\nSalt is dear again. The keepers brought their case to the Court of Appeal.")[0]
        is None
    )


@pytest.mark.parametrize("sea", ["Red Sea", "Persian Gulf", "Indian Ocean", "Kola Peninsula"])
def test_sea_is_no_venue(sea):
    assert (
        place_of(
            f"Salt\n\nOn 12 May 2019 the club held a talk in Lisbon on shipping in the {sea}, its second."
        )[0]
        is None
    )


def test_headline_in_which_a_house_does_something_is_no_venue():
    assert (
        place_of(
            "KELP DEBATING UNION / Week 3\n\nHouse votes to bin the salt tax\n\nOn 10 May 2019 the Kelp Union, "
            "packed into the Old Refectory, voted by 148 to 97."
        )[0]
        == "Old Refectory"
    )


def test_town_stands_alone_below_the_name_of_the_house_or_before_its_branch():
    talk = "On 17 May 2019 the members met in the Kelp Rooms to hear Dr Ann Moss.\n\nDr Moss said that salt was dear."
    assert (
        place_of(f"Haddow Museum of Salt\nSaint Mallow, New Brunswick\n\nOn Salt\n\n{talk}")[1]
        == "Saint Mallow"
    )
    assert (
        place_of(
            f"The Society of Rope\nBristol Branch * Session 2018/19\n\nThe Quiet Failure of Ropes\n\n{talk}"
        )[1]
        == "Bristol"
    )


def test_office_of_a_town_above_a_report_tells_the_town_of_its_hall():
    assert place_of(
        "Stadtkanzlei Winterthur\n\nSalz\n\nDie Kommission hat am 3. Juni 2019 Leute befragt. Die öffentliche "
        "Anhörung im Rathaussaal dauerte von 16.15 bis 18.30 Uhr."
    ) == ("Rathaussaal", "Winterthur", None)


def test_salon_of_a_cafe_is_a_venue():
    assert place_of(
        "Salz\n\nAm 28. Mai 2019 lud der Verein in den Salon des Café Moosbach in Wien zur Buchvorstellung."
    ) == ("Salon des Café Moosbach", "Wien", None)


def test_address_at_the_end_of_a_report_stands_back_behind_the_room_it_names():
    ending = "Адрес: Казань, ул. Речная, 11. Вход на встречи свободный."
    assert place_of(
        f"Соль\n\n18 мая 2019 года, в Ночь музеев, Музей соли собрал гостей в Синей гостиной.\n\n{ending}"
    ) == ("Синей гостиной", "Казань", None)
    assert place_of(f"Соль\n\n18 мая 2019 года мы говорили о соли.\n\n{ending}")[:2] == (
        "ул. Речная, 11",
        "Казань",
    )
