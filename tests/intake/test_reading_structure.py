import pytest

from intake.reading import read_report

REPORT = """Winter Lecture on Lighthouses

Fjord House, Harbour Lane 4, Bergen, Norway

Speakers
Moderator: Ruth Adler
Owen Pryce, keeper

On 8 March 2019 the Fjord House hosted a lecture on lighthouses. It was full.

Who keeps the light

Pryce said that nobody did.

Advertisement

© 2019 Fjord House. All rights reserved.
"""


def test_report_facts_are_read_from_title_venue_line_and_lead():
    event = read_report(REPORT).event

    assert event.title.value == "Winter Lecture on Lighthouses"
    assert (event.venue.value, event.city.value, event.country.value) == (
        "Fjord House, Harbour Lane 4", "Bergen", "Norway",
    )  # fmt: skip
    assert event.lead.value.startswith("On 8 March 2019")
    assert event.date.why == "date in the sentence about the event"


def test_list_of_speakers_gives_people_posts_and_roles():
    speakers = read_report(REPORT).speakers

    assert [(s.name, s.printed_post, s.role) for s in speakers] == [
        ("Ruth Adler", None, "moderator"),
        ("Owen Pryce", "keeper", "speaker"),
    ]


def test_headings_and_furniture_are_told_from_paragraphs():
    proposal = read_report(REPORT)

    headings = [REPORT[s.start : s.end] for s in proposal.body if s.kind == "heading"]
    furniture = [REPORT[s.start : s.end] for s in proposal.furniture]
    assert headings == ["Who keeps the light"]
    assert furniture == ["Advertisement", "© 2019 Fjord House. All rights reserved."]


def test_lines_repeated_as_page_headers_belong_to_nobody():
    pages = [
        f"Harbour Quarterly, spring\nJo Moss said that it rained on {day}.\n"
        for day in ("Monday", "Friday", "Sunday")
    ]

    proposal = read_report("A talk\n\n" + "".join(pages))

    assert [s.text.split()[-1] for s in proposal.statements] == ["Monday.", "Friday.", "Sunday."]
    assert len(proposal.furniture) == 3


def test_report_without_a_title_line_has_no_title():
    report = "Jo Moss spoke at the Fjord House on Friday. The hall was full.\n\nMoss said that it rained."

    assert read_report(report).event.title.value is None


def test_hard_wrapped_lines_are_read_as_one_paragraph():
    report = (
        "A talk about rain in the north of the country and its causes\n\n"
        "Jo Moss, who has measured rain in the north of the country for\n"
        "forty years, said that it had never been as dry as it was in the\n"
        "spring, and that the rivers would not recover before the next\n"
        "winter. She added that the measuring would go on.\n"
    )

    statements = read_report(report).statements

    assert [s.text.split()[-1] for s in statements] == ["winter.", "on."]


def test_dateline_gives_city_and_date():
    event = read_report("Rain\n\nOSLO, 3 May 2021 — Jo Moss said that it rained.").event

    assert (event.city.value, event.date.value) == ("Oslo", "2021-05-03")


def test_russian_report_gives_date_city_and_kind():
    event = read_report("О дожде\n\n15 июня 2021 года в Казани состоялся круглый стол о дожде.").event

    assert (event.language.value, event.date.value, event.city.value, event.kind.value) == (
        "ru", "2021-06-15", "Казань", "круглый стол",
    )  # fmt: skip


def kinds_of(report: str) -> dict[str, str]:
    """Each line of the report's body and furniture, and its kind."""
    proposal = read_report(report)
    return {report[s.start : s.end]: s.kind for s in (*proposal.body, *proposal.furniture)}


def test_numbered_list_of_participants_at_the_end_gives_people_and_posts():
    report = (
        "A Talk\n\nSmith said that it rained. The hall was full.\n\nList of participants (partial)\n"
        "1. Jo Smith, keeper\n2. S. Lourdes, Boatmen's Union\n\nCLOSING REMARKS\n\nThe hall was closed at nine."
    )

    assert [(s.name, s.printed_post) for s in read_report(report).speakers] == [
        ("Jo Smith", "keeper"), ("S. Lourdes", "Boatmen's Union"),
    ]  # fmt: skip
    assert kinds_of(report)["CLOSING REMARKS"] == "heading"


def test_role_on_a_line_of_its_own_heads_a_list_in_russian():
    report = (
        "Сессия\n\nСессия собрала перевозчиков, и все они говорили долго.\n\nМодератор\nЛеонид Дёмин, обозреватель\n\n"
        "Выступающие\nВиктория Саблина, капитан\n\nГрузы растут быстрее, чем порты\n\nСаблина сказала, что порт мал."
    )

    assert [s.name for s in read_report(report).speakers] == ["Леонид Дёмин", "Виктория Саблина"]
    assert kinds_of(report)["Грузы растут быстрее, чем порты"] == "heading"


def test_what_a_site_puts_around_a_report_is_furniture():
    report = (
        "A Talk\nNews   Research   Events\n\nJo Moss said that it rained. The hall was full.\n\n"
        "[Image: Ann Reed at the Fjord House]\n\nFrom left: Moss, Reed and Adler. (Photo: staff)\n\n"
        "Also Read: Ten Lighthouses\n\nMore on this topic\nThe price of oil lamps\nWho keeps the light?\n\nNext Story\n"
    )

    lines = kinds_of(report)
    assert {line for line, kind in lines.items() if kind == "paragraph"} == {
        "Jo Moss said that it rained. The hall was full."
    }
    assert lines["The price of oil lamps"] == lines["Who keeps the light?"] == "furniture"


def test_box_of_other_pages_ends_where_somebody_speaks():
    report = "A Talk\n\nSmith asked who kept it.\n\nRelated stories\nThe price of oil\n\nJo Smith: Who does?"

    assert kinds_of(report)["Jo Smith: Who does?"] == "paragraph"


@pytest.mark.parametrize(
    ("lines", "role"),
    [
        ("Moderator\nAnn Reed, keeper\n\nSpeakers\nJo Moss, captain", "moderator"),
        ("Keynote: Ann Reed, keeper\nSpeakers: Jo Moss, captain", "keynote"),
        ("Discussants\nAnn Reed, keeper\n\nSpeakers\nJo Moss, captain", "discussant"),
        ("Speakers\nJo Moss, captain\n\nKEYNOTE\n\nAnn Reed, a keeper, said that nobody knew.", "keynote"),
        ("Speakers\nJo Moss, captain\n\nChairing the session, Ann Reed said that nobody knew.", "moderator"),
    ],
)
def test_role_is_read_from_the_heading_or_label_that_names_somebody(lines, role):
    report = (
        f"A Talk\n\n{lines}\n\nMoss said that it rained, and Reed said that it did not. The hall was full."
    )

    roles = {s.name: s.role for s in read_report(report).speakers}
    assert roles == {"Ann Reed": role, "Jo Moss": "speaker"}
