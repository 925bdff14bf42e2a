from datetime import date, time

import pytest

from events.dates import LONG, SHORT, WITHIN_YEAR, date_as_iso, date_in_words, times_in_words
from events.models import Event


@pytest.mark.parametrize(
    ("fields", "long", "short", "within_year"),
    [
        ({"date": date(2019, 4, 26)}, "26 April 2019", "26 Apr 2019", "26 April"),
        (
            {"date": date(2018, 10, 15), "end_date": date(2018, 10, 18)},
            "15–18 October 2018",
            "15–18 Oct 2018",
            "15–18 October",
        ),
        (
            {"date": date(2019, 4, 30), "end_date": date(2019, 5, 2)},
            "30 April – 2 May 2019",
            "30 Apr – 2 May 2019",
            "30 April – 2 May",
        ),
        (
            {"date": date(2019, 12, 31), "end_date": date(2020, 1, 1)},
            "31 December 2019 – 1 January 2020",
            "31 December 2019 – 1 January 2020",
            "31 December 2019 – 1 January 2020",
        ),
        ({"date": date(2019, 2, 1), "date_precision": "month"}, "February 2019", "Feb 2019", "February"),
        ({"date": date(2019, 1, 1), "date_precision": "year"}, "2019", "2019", "2019"),
        ({"date": None}, "", "", ""),
        (
            {"date": date(2019, 2, 1), "happens": "postponed"},
            *("1 February 2019 (postponed)", "1 Feb 2019 (postponed)", "1 February (postponed)"),
        ),
    ],
)
def test_date_is_written_as_far_as_it_is_known(fields, long, short, within_year):
    event = Event(**fields)

    written = [date_in_words(event, form) for form in (LONG, SHORT, WITHIN_YEAR)]

    assert written == [long, short, within_year]


@pytest.mark.parametrize(
    ("precision", "iso"), [("day", "2019-04-26"), ("month", "2019-04"), ("year", "2019")]
)
def test_machines_are_told_no_more_of_a_date_than_is_known(precision, iso):
    assert date_as_iso(Event(date=date(2019, 4, 26), date_precision=precision)) == iso


@pytest.mark.parametrize(
    ("start", "end", "zone", "words"),
    [
        (time(18), time(20, 30), "Europe/Moscow", "18:00–20:30, Moscow time"),
        (time(9), None, "America/New_York", "09:00, New York time"),
        (time(9), None, "UTC", "09:00, UTC"),
        (time(22), time(0, 30), "UTC", "22:00–00:30 the next day, UTC"),
        (None, None, "", ""),
    ],
)
def test_times_say_whose_they_are(start, end, zone, words):
    assert times_in_words(Event(start_time=start, end_time=end, time_zone=zone)) == words
