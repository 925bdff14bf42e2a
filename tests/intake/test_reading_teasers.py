from intake.reading import read_report

LEAD = "On 7 June 2016 the Harbour Institute held a talk about ports.\n\nJo Moss said that ports were full.\n"
TEASER = (
    "Why Ports Matter\nRuth Adler\nPorts are doors, and a door that nobody opens is a wall. So they say.\n"
)


def test_teaser_with_its_label_below_is_an_opinion():
    report = f"Ports\n\n{LEAD}\n{TEASER}Opinions\n\nMoss added that they were old.\n"

    proposal = read_report(report)

    assert [(o.title, o.author) for o in proposal.opinions] == [("Why Ports Matter", "Ruth Adler")]
    assert proposal.opinions[0].excerpt.startswith("Ports are doors")
    assert "Ruth Adler" not in [s.name for s in proposal.speakers]


def test_teaser_with_its_label_above_is_an_opinion():
    report = f"Ports\n\n{LEAD}\nOpinion\n{TEASER}\nMoss added that they were old.\n"

    assert [(o.title, o.author) for o in read_report(report).opinions] == [("Why Ports Matter", "Ruth Adler")]


def test_nothing_in_a_teaser_is_said_at_the_event():
    teaser = (
        "On Doors\nRuth Adler\nAccording to Karl Huber, doors are walls. Huber said so in a letter home.\n"
    )
    report = f"Ports\n\n{LEAD}\n{teaser}Opinions\n"

    assert {s.speaker for s in read_report(report).statements} == {"Jo Moss"}


def test_heading_and_paragraph_without_a_label_are_no_teaser():
    report = f"Ports\n\n{LEAD}\nWhy Ports Matter\n\nMoss added that they were old.\n"

    assert read_report(report).opinions == ()
