"""Transcripts: whose the turns are, and what is no turn."""

from .reading_cases import said, speaker_of

WITNESSES = "Evidence\n\nMembers present: Dame Ruth Adler (Chair); Karl Huber.\n\n"


def test_number_of_a_question_before_the_label_belongs_to_no_name():
    report = WITNESSES + "Q1 Chair: Did it rain?\n\nKarl Huber: It rained.\n\nQ2 Chair: Much?\n\n"

    assert said(report)[0] == ("Ruth Adler", "Did it rain?")
    assert speaker_of(report, "It rained") == "Karl Huber"
    assert speaker_of(report, "Much?") == "Ruth Adler"


def test_headings_with_a_colon_are_no_turns():
    report = (
        "A talk\n\nKarl Huber and Maria Rossi spoke in Oslo.\n\nDiscussion: the rain\n\n"
        "Huber said that it rained.\n\nDiscussion: the snow\n\nRossi said that it snowed.\n\n"
    )

    assert said(report) == [
        ("Karl Huber", "Huber said that it rained."),
        ("Maria Rossi", "Rossi said that it snowed."),
    ]


def test_end_of_the_sitting_is_nobodys_turn():
    report = WITNESSES + "Chair: Did it rain?\n\nKarl Huber: It rained.\n\nThe Committee adjourned at noon.\n"

    assert speaker_of(report, "adjourned") == "nobody"


def test_word_with_a_colon_does_not_end_a_turn():
    report = WITNESSES + "Chair: Was it wet?\n\nKarl Huber: Very.\n\nAlso, and this matters: it rained.\n\n"

    assert speaker_of(report, "it rained") == "Karl Huber"


def test_letters_with_a_stop_tell_questions_from_answers():
    report = (
        "The rain\n\nBy Ann Moss\n\nAt the fair in Oslo on 5 May 2021 we sat down with the engineer Karl Huber, "
        "who knows rain.\n\n"
        "Q. Did it rain?\n\nA. It rained.\n\nQ. Much?\n\nA. Very.\n"
    )

    assert speaker_of(report, "It rained") == "Karl Huber"
    assert speaker_of(report, "Much?") is None


def test_chair_of_a_committee_is_known_by_the_name_in_brackets_and_members_are_nobody():
    report = (
        "Evidence\n\nThe Chair (Mrs. Eva Moss): We begin. We have five minutes for it.\n\n"
        "Mr. Karl Huber: Thank you, Madam Chair. I've seen it rain.\n\nSome hon. members: Oh, oh!\n\n"
        "The Chair: It snowed here as well, sir, and nobody minds.\n\nMr. Karl Huber: It did."
    )

    assert [speaker_of(report, words) for words in ("begin", "rain", "Oh", "snowed")] == [
        "Eva Moss",
        "Karl Huber",
        "nobody",
        "Eva Moss",
    ]


def test_names_of_turns_may_be_bold_with_the_colon_within_or_behind():
    report = (
        WITNESSES + "**Chair:** Did it rain?\n\n**Karl Huber**: It rained.\n\nAll day.\n\n*Chair*: Much?\n\n"
    )

    assert said(report)[0] == ("Ruth Adler", "Did it rain?")
    assert speaker_of(report, "All day") == "Karl Huber"
    assert speaker_of(report, "Much?") == "Ruth Adler"


def test_later_turns_may_have_the_given_name_alone():
    report = (
        "A talk with Ilze Kalns\n\nThe guest was Ilze Kalns, a baker. She talked to our editor, Joost Maas.\n\n"
        "JOOST MAAS: Who was angry?\n\nILZE KALNS: My mother. She pays, too.\n\nJOOST: May I quote it?\n\n"
        "ILZE: You may quote the last line.\n\nOTTO: Nobody knows me here."
    )

    assert [speaker_of(report, words) for words in ("quote it", "last line", "knows me")] == [
        "Joost Maas",
        "Ilze Kalns",
        "nobody",
    ]
