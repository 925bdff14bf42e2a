"""The page before its sentences: front matter, signed quotations, tables, letterheads, forgotten marks."""

import pytest

from intake.reading import read_report

from .reading_cases import said, speaker_of

LEAD = "A talk\n\nKarl Huber and Maria Rossi spoke at the Fjord House.\n\n"


@pytest.mark.parametrize(
    "signature",
    [
        "— Ann Mossop, harbour pilot",
        "-- Ann Mossop, harbour pilot",
        "Ann Mossop, harbour pilot",
        "Ann Mossop",
    ],
)
def test_quotation_alone_belongs_to_the_name_on_the_line_after(signature):
    report = (
        f"Voices\n\nA day by the sea, and what was said there by others.\n\n“The ice is late.”\n{signature}\n"
    )

    assert said(report) == [("Ann Mossop", "“The ice is late.”")]


@pytest.mark.parametrize("line", ["Ann Mossop, harbour pilot:", "Ann Mossop, harbour pilot —", "Ann Mossop:"])
def test_quotation_alone_belongs_to_the_name_on_the_line_before(line):
    report = (
        f"Voices\n\nA day by the sea, and what was said there by others.\n\n{line}\n\n“The ice is late.”\n"
    )

    assert said(report) == [("Ann Mossop", "“The ice is late.”")]


@pytest.mark.parametrize("rule", ["***", "* * *", "_", "#", "**"])
def test_rule_of_marks_alone_is_no_report(rule):
    report = LEAD + f"Rossi said that it was wet.\n\n{rule}\n\nHuber said that it was cold.\n"

    assert said(report) == [
        ("Maria Rossi", "Rossi said that it was wet."),
        ("Karl Huber", "Huber said that it was cold."),
    ]


def test_line_beside_a_quotation_that_names_nobody_signs_nothing():
    report = LEAD + "Rossi said that it was wet.\n\n“It rained.”\n\nRail Strategy for All\n"

    assert "Rail Strategy for All" not in [s.name for s in read_report(report).speakers]
    assert speaker_of(report, "It rained") == "Maria Rossi"


def test_front_matter_tells_title_author_and_tags_and_its_date_is_no_events():
    report = (
        '---\ntitle: "Bridges that count"\nauthor: Joke Maes\ndate: 2021-06-02\ntags: [cycling, open data]\n---\n\n'
        "The meetup took place in Ghent on 20 May 2021.\n"
    )

    event = read_report(report).as_dict()["event"]

    assert (event["title"], event["author"], event["date"]) == (
        "Bridges that count",
        "Joke Maes",
        "2021-05-20",
    )
    assert event["topics"] == ("cycling", "open data")


def test_row_of_a_table_gives_post_and_role_to_its_own_name():
    report = (
        "Dams\n\nThabo Mokhele | Chair\nRefiloe Nthunya | Hydrologist, Water Board\n\n"
        "They spent a day on dams that a village can mend.\n\nThe chair said that it rained.\n"
    )

    proposal = read_report(report)

    assert [(s.name, s.role, s.printed_post) for s in proposal.speakers] == [
        ("Thabo Mokhele", "moderator", "Chair"),
        ("Refiloe Nthunya", "speaker", "Hydrologist, Water Board"),
    ]
    assert speaker_of(report, "it rained") == "Thabo Mokhele"


def test_row_that_states_a_fact_is_a_label_with_its_value():
    report = "Dams\n\nDate | 12 September 2019\nVenue | Town Hall, Oslo\n\nThey spent a day on dams.\n"

    event = read_report(report).event

    assert (event.date.value, event.venue.value, event.city.value) == ("2019-09-12", "Town Hall", "Oslo")


@pytest.mark.parametrize(
    "above",
    [
        "Ministry of Water\nPress release No. 188/2023\n\n",
        "Harbour Chamber\nMembers | Events | Contact\n\n",
        "Harbour Chamber\n\n",
        "Event Recap\n",
        "CIRCULAR No. 12/2022\nTo all branches\n\n",
        "Harbour Institute | Events\n\n",
        "Department of Harbours\nRepublic of the Isles\n\nPRESS STATEMENT\n\n",
        "THE WINDLASS — News from the quays\n\n",
        "Aldermouth Evening Gazette\nLocal news\n\n",
        "Aldermouth Parish Magazine, March 2023\n\n",
        "Under the Rock Festival\nBlog\n\n",
        "THE LAW SOCIETY OF THE ISLES\nCPD SEMINAR REPORT\n\n",
        "INTERNAL – MEMBERS ONLY\nBriefing 7/2022\n\n",
        "Dean's Diary\n\n",
        "Aus dem Gemeinderat\n\n",
        "Рубрика: Наука\nАвтор: Нина Лосева\n\n",
        "Главная → Новости\n\n",
        "Medienmitteilung vom 8. September 2023\n\n",
        "Kirchengemeinde St. Jakobi\nGemeindebrief Juni 2023\n\n",
        "Hafenverein e. V. – Aktuelles\n\n",
        "Самарская областная библиотека\nСобытия\n\n",
        "Речной институт, Самара — официальный сайт\n\n",
        "Отдел по связям с общественностью\n08.09.2023 10:15\n\n",
        "Пресс-центр / Новости / 4 мая 2022 г.\n\n",
        "Lowland Peat Congress, Emmen 2023\nProgramme / Track B / Session 4\n\n",
        "MOOR TABLE · A club for wet land · Rapporteur's notes\n\n",
        "WMC/23/14\nMeetings Summary\n\n",
        "ACADEMY OF THE WET SCIENCES\nProceedings and public life\n\n",
        "Press release of the City of Aldermouth, 9 September 2023\n\n",
        "Medieninformation des Landkreises Ahlheim Nr. 12/2023\n\n",
        "Moorfreunde Ahlheim – Verein zur Pflege nasser Wiesen\nAktuelles\n\n",
        "Gesellschaft für Moorkunde und Torf e. V.\nVeranstaltungsberichte\n\n",
        "Пресс-релиз Министерства природы от 9 сентября 2023 года\n\n",
        "Генеральное консульство Лесной Республики в Самаре\nНовости\n\n",
        "Северный торфяной форум – 2023\nНовости форума\n\n",
        "«Болотная неделя», 9 сентября 2023 года\n\n",
        "ТИХАЯ ВОДА\nВологодская общественная организация\n\n",
        "REPUBLIC OF THE ISLES\nMINISTRY OF PEAT AND REED\nMEDIA RELEASE – FOR IMMEDIATE RELEASE\n\n",
        "Aldermouth Museum of Peat\nAldermouth, Lowland\n\n",
        "ALDERMOUTH DEBATING UNION / Lent 2023 / Week 5\n\n",
        "ДУМА ГОРОДА ЕЛЬСКА\nПресс-служба, 08.09.2023\n\n",
        "Nordischer Verein für Moorkunde e. V.\nRückblick\n\n",
        "Stadtkanzlei Ahlheim\nMedienmitteilung vom 8. September 2023\n\n",
    ],
)
def test_letterhead_is_no_title(above):
    report = (
        f"{above}Water in the moor: a first account\n\nNinety people came to the hall on 7 September 2023.\n"
    )

    assert read_report(report).event.title.value == "Water in the moor: a first account"


@pytest.mark.parametrize(
    "head",
    [
        "City of Aldermouth opens new tram line\n5 September 2023\n\nA report of the evening",
        "Bad news for ferries\n\nNotes from an evening in Oslo",
        "Rivers\nEvent report\n\nLooking back on ten years of talks",
        "Meeting Summary: Insuring the Coast\n\n22 May 2019, Lansdowne Rooms, Edinburgh",
        "Session 2: Small Loans\n\nSecond Conference on Local Credit",
        "Tagung am Moor – Rückblick\n\nWas Torf mit uns zu tun hat",
        "Lowland Peat Congress 2023\nReport of the closing session\n\n5 September 2023, Emmen",
        "Clean Shores of Karelia\nHow a village stopped a quarry\n\nBy Ann Moss",
        "Kurzprotokoll der Sitzung vom 5. September 2023\n\nWas beschlossen wurde: ein Überblick",
        "Посольство открыло новую выставку\n\nФоторепортаж о вечере в Самаре",
        "Академия открыла новый причал\n8 сентября 2023\n\nФоторепортаж нашего клуба",
        "Republic of Letters\n\nA seminar on old post",
        "City Library for Sale\n8 May 2023\n\nA look back on ten years",
        "Peat, Reed and Rain / Moss\n\nA look back on ten years of talks",
        "Museum of Peat for Everyone?\n8 September 2023\n\nLooking back on ten years of talks",
    ],
)
def test_title_with_a_line_of_its_own_below_stays_the_title(head):
    report = f"{head}\n\nNinety people came to the hall on 7 September 2023.\n"

    assert read_report(report).event.title.value == head.partition("\n")[0]


def test_short_name_behind_that_of_a_house_is_no_part_of_a_title():
    report = (
        "INTERNATIONAL SECRETARIAT FOR WET LANDS (ISWL)\n\nSide event summary: Peat across borders\n\n"
        "Ninety people came to the hall on 7 September 2023.\n"
    )

    assert read_report(report).event.title.value == "Side event summary: Peat across borders"


def test_name_and_section_of_a_house_are_no_teaser_with_the_report():
    report = (
        "Mill Museum\nBlog\n\nWho owns the drum?\n\nBy Livia Moss\n\nThe talk was held in Oslo on 5 May 2021, "
        "and the hall was full.\n"
    )

    proposal = read_report(report)

    assert (proposal.event.author.value, proposal.event.date.value) == ("Livia Moss", "2021-05-05")
    assert proposal.opinions == ()


def test_quotation_mark_that_was_forgotten_ends_with_its_paragraph():
    report = (
        LEAD + "Huber demanded: “Give us the hall, we paint it!\n\nThe chairs were empty, and it rained.\n"
    )

    assert speaker_of(report, "it rained") == "nobody"


def test_straight_mark_is_closed_by_a_curly_one():
    assert speaker_of(LEAD + '"It rained,” Rossi said.', "It rained") == "Maria Rossi"


def test_surname_in_capitals_goes_on_the_turns_of_a_full_name():
    report = (
        "Salt\n\nBroadcast from the reading room at night.\n\nMARGOT ALDOUS: Good evening.\n\nPIERS "
        "HANRAHAN: It cost me more."
        "\n\nALDOUS: Who sets the price?\n\nWOMAN IN AUDIENCE: It rained.\n\nHANRAHAN: Whoever owns the road.\n"
    )

    assert speaker_of(report, "Who sets") == "Margot Aldous"
    assert speaker_of(report, "owns the road") == "Piers Hanrahan"
    assert speaker_of(report, "It rained") is None


@pytest.mark.parametrize(
    ("above", "why"),
    [
        ("", "first line"),
        ("# ", "first line"),
        ("MINISTRY OF RURAL ROADS\nMEDIA RELEASE\n\n", "headline below the lines of the house"),
        ("---\ntitle: Roads will come at last\n---\n\n", "front matter"),
    ],
)
def test_title_says_where_it_was_read(above, why):
    body = "On 8 May 2024 a talk was held in Leeds. Anna Moss said that it rained."
    title = "" if above.startswith("---") else "Roads will come at last\n\n"
    told = read_report(f"{above}{title}{body}\n").event.title

    assert (told.value, told.why) == ("Roads will come at last", why)
