"""Facts of an event that are told in prose, beside a masthead or below the report; and what only looks like them."""

import pytest

from intake.reading import read_report

BODY = "Ann Moss, director of the Kelp Institute, said that it rained."


def event_of(text: str) -> dict:
    return read_report(text).as_dict()["event"]


def told(sentence: str, below: str = "") -> dict:
    return event_of(f"On tides\n\n{sentence}\n\n{BODY}\n\nIt was cold.\n\nIt was wet.\n\n{below}")


@pytest.mark.parametrize(
    ("above", "title"),
    [
        (
            "THE HARBOUR COURIER\nSaturday, May 17, 2025\n\nRage over the last ferry",
            "Rage over the last ferry",
        ),
        (
            "THE HARBOUR COURIER\nHull, Friday, May 16, 2025\n\nRage over the last ferry",
            "Rage over the last ferry",
        ),
        ("Home › Life › Clubs\nLogin | Alumni | Library\n\nWill the tide wait?”", "Will the tide wait?”"),
        ("Hill Surgical Society — Newsletter, June 2024 — page 3\n\nA knife and a pen", "A knife and a pen"),
        (
            "Institute of Dam Engineers, Southern Branch\n\nOld Bolts: The Weir at Kelp",
            "Old Bolts: The Weir at Kelp",
        ),
        ("Literary Society (founded 1888)\n\nMinutes of the spring debate", "Minutes of the spring debate"),
        ("PRESS RELEASE\nFor immediate use: 28 May 2024\n\nNo wait for a ferry", "No wait for a ferry"),
        (
            "THE LANTERN\nMonday, 7 November 2022\n\nIs the gown a uniform?\nAnn Moss, Editor",
            "Is the gown a uniform?",
        ),
        (
            "Delta Textile Museum, Sylhet, Bangladesh\nSymposium report\n\nThreads of the Delta",
            "Threads of the Delta",
        ),
        (
            "The Kelp Post\nSunday, November 19, 2023\n\nNo rain will hurt the ferry first: experts",
            "No rain will hurt the ferry first: experts",
        ),
        (
            "THE KELP RECORD\nFriday, November 2, 2018 • Page A3\n\nTown splits over a bridge",
            "Town splits over a bridge",
        ),
        ("The Last Post\n\nA talk about letters", "The Last Post"),
        ("THE LAST POST\n11 November 2018\n\nA talk about letters", "THE LAST POST"),
        ("Kelp | Salt: two words for a sea\n\nLeeds, 5 May 2021", "Kelp | Salt: two words for a sea"),
    ],
)
def test_title_below_the_lines_of_a_house(above, title):
    body = "Forty people came to the talk and most of them stayed until the very end of it."

    assert event_of(f"{above}\n\n{body}\n\n{BODY}\n")["title"] == title


@pytest.mark.parametrize(
    ("sentence", "hours"),
    [
        ("The talk was held on 5 May 2021, 10 to noon, in the Kelp Hall.", ("10:00", "12:00")),
        ("The talk on 5 May 2021 ran from nine to noon in the Kelp Hall.", ("09:00", "12:00")),
        ("The talk was held on 5 May 2021, 1730 to 1910 h, in the Kelp Hall.", ("17:30", "19:10")),
        (
            "Doors opened at half six and the talk on 5 May 2021 began at seven o'clock sharp (7.09).",
            ("19:00", None),
        ),
        ("The talk of 5 May 2021 began at 8 o'clock in the evening.", ("20:00", None)),
        ("The talk on 5 May 2021 began shortly after 7pm.", ("19:00", None)),
        ("The talk on 5 May 2021 began a little after quarter past six.", ("18:15", None)),
        ("A talk on 5 May 2021 was about buses that end after 7pm.", (None, None)),
        ("The talk on 5 May 2021 was about a ship that sank in 1910 and in 1730.", (None, None)),
        ("The talk on 5 May 2021 drew from two to four people of each street.", (None, None)),
    ],
)
def test_hours_in_prose(sentence, hours):
    event = told(sentence)

    assert (event["start_time"], event["end_time"]) == hours


def test_talk_that_broke_up_at_an_hour_told_below():
    assert (
        told("The talk was held on 5 May 2021.", "The evening was a warm one and broke up at 9 pm.")[
            "end_time"
        ]
        == "21:00"
    )


@pytest.mark.parametrize(
    ("sentence", "below", "day"),
    [
        ("It was warm. Ann Moss left the town, and on 5 May 2021 she came back.", "", "2021-05-05"),
        ("It was warm. Ann Moss left the town on 2 March 1994, and on 5 May 2021 she came back.", "", None),
        (
            "It was warm.",
            "The talk was the third of its kind. It took place on 5 May 2021 in the Kelp Hall.",
            "2021-05-05",
        ),
        ("It was warm.", "A similar talk drew sixty. It took place on 5 May 2021 in the Kelp Hall.", None),
        ("It was warm.", "Practical: 5 May 2021, 12:30–16:00, Kelp Hall, Ghent, Belgium.", "2021-05-05"),
        ("Our speaker on 5 May 2021 was a keeper of lights.", "", "2021-05-05"),
        ("The talk was about the accounts for the year ended 30 June 2020.", "", None),
    ],
)
def test_day_in_prose(sentence, below, day):
    assert told(sentence, below)["date"] == day


@pytest.mark.parametrize(
    ("above", "other", "day"),
    [
        ("When: 7/3/2024, 17:30", "The next is on 20 April.", "2024-03-07"),
        ("When: 7/3/2024, 17:30", "The next is on April 20.", None),
        ("When: 7/3/2024, 17:30", "The next is in spring.", None),
    ],
)
def test_day_in_figures_alone_where_the_text_prints_days_first(above, other, day):
    assert event_of(f"A talk on tides\n\n{above}\n\nThe talk was full. {other}\n\n{BODY}\n")["date"] == day


def test_festival_told_at_the_end_by_its_own_name():
    event = event_of(
        f"Looking back at Salt Words\n\nIt was warm.\n\n{BODY}\n\nIt rained.\n\nIt was cold.\n\n"
        "Salt Words took place in the Kelp Palace, Lisbon. Tide Words took place in the Moor Hall, Leeds.\n"
    )

    assert (event["venue"], event["city"]) == ("Kelp Palace", "Lisbon")


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        (
            "The talk was held in the Kelp Auditorium in Moor Hall.",
            ("Kelp Auditorium in Moor Hall", None, None),
        ),
        (
            "The talk had to be moved up to the Sail Loft of the Kelp Museum.",
            ("Sail Loft of the Kelp Museum", None, None),
        ),
        ("The talk was given in the Moss Chair Lecture Series on 5 May 2021.", (None, None, None)),
        (
            "We talked over lunch in the Kelp Room, our London office, about dust.",
            ("Kelp Room", "London", None),
        ),
        ("The Ballarat meeting was called by the drivers.", (None, "Ballarat", None)),
        ("CEBU CITY—The talk was held in the Kelp Hall.", ("Kelp Hall", "Cebu City", None)),
        (
            "Sur, Sultanate of Oman, 1 May 2022: The talk filled the Kelp Hall.",
            ("Kelp Hall", "Sur", "Sultanate of Oman"),
        ),
        ("The Bangladesh Labour Watch held a talk in the Kelp Hall in Dhaka.", ("Kelp Hall", "Dhaka", None)),
        (
            "The talk in the Kelp Hall was one of a row which continues in July in Leeds.",
            ("Kelp Hall", None, None),
        ),
    ],
)
def test_place_in_prose(sentence, place):
    event = told(sentence)

    assert (event["venue"], event["city"], event["country"]) == place


@pytest.mark.parametrize(
    ("sentence", "below", "series"),
    [
        (
            "The talk was full.",
            "The talk was the second of five in our spring series Salt and Paper.",
            "Salt and Paper",
        ),
        ("The second session of Manthan, the yearly series of the club, was full.", "", "Manthan"),
        ("The first Co-op School of the year was full.", "", "Co-op School"),
        ("This year's Moss Lecture, given by Ann Moss, was full.", "", "Moss Lecture"),
        ("The fifth Lamp Awards were given at the talk.", "", "fifth Lamp Awards"),
        ("The talk was about the second edition of Salt Roads, a book.", "", None),
        ("The talk was the first of many in a cold year.", "", None),
    ],
)
def test_series_in_prose(sentence, below, series):
    assert told(sentence, below)["series"] == series


def test_hybrid_told_of_those_who_logged_in():
    assert told("Forty came in person and another 27 logged in for the talk.")["format"] == "hybrid"
    assert told("Forty came in person, and the club said that 27 had written.")["format"] is None


@pytest.mark.parametrize("issue", ["Friday, May 30, 2025", "Business | Friday, May 30, 2025"])
def test_day_below_a_newspapers_name_is_its_own(issue):
    event = event_of(
        f"THE DELTA CHRONICLE\n{issue}\nFarmers will not replant, forum told\nBy Ann Moss, Accra\n\n"
        f"Rain is dear, Per Lund told a forum in Accra on Wednesday.\n\n{BODY}"
    )

    assert (event["title"], event["date"]) == ("Farmers will not replant, forum told", "2025-05-28")


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("Seminar Room 2, Kelp Building, Singapore", ("Seminar Room 2, Kelp Building", "Singapore", None)),
        ("Kelp Hall, Leeds, England", ("Kelp Hall", "Leeds", "England")),
        ("Bogotá, Colombia, 20–22 September 2023", (None, "Bogotá", "Colombia")),
    ],
)
def test_place_in_the_line_below_a_title(line, place):
    event = event_of(f"On tides\n\n17 August 2023\n{line}\n\n{BODY} The talk was held in Spanish.\n")

    assert (event["venue"], event["city"], event["country"]) == place
