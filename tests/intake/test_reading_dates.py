import pytest

from intake.reading import read_report
from intake.reading.facts.calendar import find_dates


@pytest.mark.parametrize(
    ("printed", "first", "last"),
    [
        ("26 April 2019", "2019-04-26", "2019-04-26"),
        ("April 26, 2019", "2019-04-26", "2019-04-26"),
        ("the 3rd of May 1998", "1998-05-03", "1998-05-03"),
        ("26–28 April 2019", "2019-04-26", "2019-04-28"),
        ("April 26-28, 2019", "2019-04-26", "2019-04-28"),
        ("30 April to 2 May 2019", "2019-04-30", "2019-05-02"),
        ("31 December – 2 January 2020", "2019-12-31", "2020-01-02"),
        ("2019-04-26", "2019-04-26", "2019-04-26"),
        ("26.04.2019", "2019-04-26", "2019-04-26"),
        ("04/26/2019", "2019-04-26", "2019-04-26"),
        ("26 апреля 2019 года", "2019-04-26", "2019-04-26"),
        ("с 26 по 28 мая 2019 г.", "2019-05-26", "2019-05-28"),
        ("12-го мая 2019 года", "2019-05-12", "2019-05-12"),
        ("третьего марта 2016 года", "2016-03-03", "2016-03-03"),
        ("3 апр. 2021", "2021-04-03", "2021-04-03"),
        ("Monday 3 – Wednesday 5 June 2019", "2019-06-03", "2019-06-05"),
        ("26 & 27 April 2019", "2019-04-26", "2019-04-27"),
        ("05-Mar-2019", "2019-03-05", "2019-03-05"),
        ("8 November 2018 and 9 November 2018", "2018-11-08", "2018-11-09"),
        ("с 3 мая 2019 года по 5 мая 2019 года", "2019-05-03", "2019-05-05"),
    ],
)
def test_find_dates_reads_every_printed_form(printed, first, last):
    found = find_dates(f"It rained, {printed}, all day.")

    assert [(d.first, d.last) for d in found] == [(first, last)]


@pytest.mark.parametrize(
    "printed", ["5th October", "03/04/2019", "31 February 2019", "last night", "room 2019"]
)
def test_find_dates_leaves_open_what_is_not_a_full_date(printed):
    assert find_dates(f"They met {printed} again.") == []


def test_event_date_is_that_of_the_event_and_not_of_what_was_discussed():
    report = (
        "A Talk on Treaties\n\nThe treaty of 1 May 1951 is old.\n\n"
        "On 7 June 2016 the Harbour Institute held a talk about it. A new draft is due on 9 July 2017."
    )

    assert read_report(report).event.date.value == "2016-06-07"


def test_event_date_without_a_year_is_not_guessed():
    report = "A Talk\n\nLast night the Harbour Institute held a talk. The first was held on 5 May."

    assert read_report(report).event.date.value is None


def test_event_that_lasts_has_an_end_date():
    event = read_report("Forum\n\nThe forum met on 14 and 15 October 2020 in Oslo, Norway.").event

    assert (event.date.value, event.end_date.value) == ("2020-10-14", "2020-10-15")


def test_event_month_alone_keeps_its_precision():
    report = "Forum\n\nThe forum was held in March 2019 in Oslo."

    assert read_report(report).event.date.value == "2019-03"


def date_of(report: str) -> str | None:
    return read_report(report).event.date.value


@pytest.mark.parametrize(
    "above",
    ["Jo Moss\n8 May 2019\n4 min read", "Published: 8 May 2019", "Harbour News Service\n8 May 2019 10:12 AM"],
)
def test_day_of_publication_is_not_the_events(above):
    report = f"A Talk\n{above}\n\nThe Harbour Institute held a talk on 5 May 2019. The hall was full."

    assert date_of(report) == "2019-05-05"


@pytest.mark.parametrize(
    ("above", "printed", "date"),
    [
        ("8 January 2020", "Friday, December 20", "2019-12-20"),
        ("Quay Review, issue 2/2024", "3 May", "2024-05-03"),
        ("8 May 2019", "Monday, 6 May", "2019-05-06"),
        ("8 May 2019", "Friday, 6 May", None),  # that day was a Monday
        ("8 May 2019", "2 June", None),  # eleven months before, or not yet
        ("A report", "3 May", None),
    ],
)
def test_year_of_a_day_is_read_off_the_lines_above_and_never_guessed(above, printed, date):
    report = f"A Talk\nPublished: {above}\n\nOn {printed} the Harbour Institute held a talk. It was full."

    assert date_of(report) == date


def test_date_above_the_report_is_not_the_events_where_the_text_tells_another_day():
    report = "A Talk\nFriday 8 May 2020\n\nThe Harbour Institute held a talk {} about its lights."

    assert date_of(report.format("on Tuesday")) is None
    assert date_of(report.format("last night")) == "2020-05-07"
    assert date_of(report.format("on Friday")) == "2020-05-08"


@pytest.mark.parametrize(
    ("above", "told", "date"),
    [
        ("Friday 8 May 2020", "on Tuesday night", "2020-05-05"),
        ("Friday 8 May 2020", "last Tuesday", None),  # of this week or of the one before
        ("Monday 11 May 2020", "last Thursday", "2020-05-07"),
        ("Published: 8 May 2020", "on Tuesday", "2020-05-05"),
        ("Published: 8 May 2020", "for those who will vote on Tuesday", None),
        ("Published: 8 May 2020", "on Tuesdays", None),
        ("Published: 8 May 2020", "at which sixty people came to speak on Monday night", "2020-05-04"),
        ("Published: 8 May 2020", "at which sixty people have signed up to speak on Monday night", None),
        ("Published: 8 May 2020", "on Tuesday evening, and another on Wednesday evening,", None),
        ("Published: 8 May 2020", "on Friday evening", None),  # the same day, or a week ago
    ],
)
def test_weekday_is_the_last_one_before_the_day_of_publication_where_that_is_clear(above, told, date):
    report = f"A Talk\n{above}\n\nThe Harbour Institute held a talk {told} about its lights."

    assert date_of(report) == date


def test_weekday_of_a_weekly_in_russian_and_german_is_counted_back():
    russian = "«Речная неделя», 6 марта 2023 года\n\nСорок лет по воде\n\nВ минувший четверг в Кимрах прошла встреча."
    german = (
        "Leine-Bote, Donnerstag, 19. Januar 2023\n\nMehr Licht\n\nVoll besetzt war am Dienstagabend der Saal."
    )

    assert (date_of(russian), date_of(german)) == ("2023-03-02", "2023-01-17")


def test_day_on_which_a_page_was_posted_completes_that_of_the_event():
    report = (
        "---\ntitle: Who pays?\nposted: 2024-02-12\n---\n\nThe light is on. On Thursday, February 8, the Institute "
        "asked keepers who pays for it.\n"
    )

    assert date_of(report) == "2024-02-08"


def test_hours_of_a_german_hearing_are_read():
    report = (
        "Licht\n\nDie Kommission hat am 3. Juni 2024 Fachleute befragt. Die Anhörung im Rathaussaal dauerte von "
        "16.15 bis 18.30 Uhr.\n"
    )

    event = read_report(report).event

    assert (event.start_time.value, event.end_time.value) == ("16:15", "18:30")


def test_day_to_which_a_german_evening_or_look_was_given_is_the_events():
    report = (
        "Saat\n\nWem gehört sie? Um diese Frage ging es am 3. März 2022 in der Stadtbücherei. Jo Moss las."
    )

    assert date_of(report) == "2022-03-03"


@pytest.mark.parametrize(
    "sentence",
    [
        "The webinar organised by the Council on 5 May 2019 was attended by ninety people.",
        "Nobody had expected the queue. By seven on Sunday, 5 May 2019, it reached the bus stop.",
        "Almaty — 5 May 2019. Keepers of eleven lights came together.",
        "Who owns a light? This brought keepers from eight countries to the Kelp House on 5 May 2019.",
        "Lights were meant to burn. On **5 May 2019** the Harbour Institute asked who pays for the oil.",
        "Lights burn oil. From the keepers, on **5 May 2019**, from 14:00 to 15:15, came others.",
    ],
)
def test_event_date_is_read_beside_a_weekday_an_organiser_or_a_dateline(sentence):
    assert date_of(f"A Talk\n\n{sentence} It was full.") == "2019-05-05"


def test_kind_is_not_read_out_of_the_name_of_a_house_or_a_room():
    report = "Rain\n\nThe Kelp Forum met in its Conference Hall and held a round table of ninety minutes."

    assert read_report(report).event.kind.value == "round table"


def test_heading_line_with_a_place_gives_the_date_before_the_text_does():
    report = (
        "A Talk\nHarbour Hall, Oslo | 8 May 2019\n\nThe talk was about the storm of 1 May 2019. It was full."
    )

    assert date_of(report) == "2019-05-08"


def test_day_of_publication_is_the_events_where_the_report_says_today():
    report = "A Talk\nPublished: 8 May 2019\n\nMinister Jo Moss met his colleagues today in Lisbon."

    assert date_of(report) == "2019-05-08"


def test_dateline_in_sentences_of_its_own_gives_city_and_date():
    event = read_report("О дожде\n\nКазань. 5 мая 2020 года. Археолог Иван Дёмин провёл лекцию.").event

    assert (event.city.value, event.date.value) == ("Казань", "2020-05-05")
