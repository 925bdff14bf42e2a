import pytest

from intake.reading import read_report
from intake.reading.dates import find_dates


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
