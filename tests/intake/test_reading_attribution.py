import pytest

from intake.reading import read_report

from .reading_cases import said, speaker_of

LEAD = "A talk\n\nKarl Huber and Maria Rossi spoke at the Fjord House.\n\n"


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("Huber argued that it rained.", "Karl Huber"),
        ("It rained, Huber argued.", "Karl Huber"),
        ("It rained, said Professor Huber.", "Karl Huber"),
        ("According to Rossi, it rained.", "Maria Rossi"),
        ("The trouble, according to Rossi, is that it rained.", "Maria Rossi"),
        ("In Rossi’s view, it rained.", "Maria Rossi"),
        ("As Huber put it, “it rained”, Rossi recalled.", "Maria Rossi"),
        ("Huber’s main argument was that it rained.", "Karl Huber"),
        ("Rossi opened the debate by saying that it rained.", "Maria Rossi"),
        ("Rossi, a farmer from the north, also noted that it rained.", "Maria Rossi"),
        ("Following Huber, Rossi spoke about farms and explained how it rained.", "Maria Rossi"),
        ("Echoing the point made by Huber, Rossi said that it rained.", "Maria Rossi"),
        ("“It rained,” Rossi told the meeting, “and it rained.”", "Maria Rossi"),
        ("‘It rained,’ said Huber.", "Karl Huber"),
        ("Huber: “It rained.”", "Karl Huber"),
        ("Huber was sceptical that it rained.", "Karl Huber"),
        ("Huber deposed that it rained.", "Karl Huber"),
        ("Anna Lund, envoy of Peru, warned that the pact of 1884 is why it rained.", "Anna Lund"),
        ("As Anna Lund, who runs the mill, put it, “it rained.”", "Anna Lund"),
        ("Smt. Anna Lund, Secretary, in her address highlighted that it rained.", "Anna Lund"),
        ("Bishop Ruth, summing up, said that it rained.", "Bishop Ruth"),
        ("Dawitt, a surveyor from the north, said that it rained.", "Dawitt"),
        ("Rhiannon ap Gwilym, an engineer, said that it rained.", "Rhiannon ap Gwilym"),
        ("Nguyễn Thị Minh Châu, an engineer, said that it rained.", "Nguyễn Thị Minh Châu"),
        ("TRẦN Thị Lan (Viet Nam) said that it rained.", "TRẦN Thị Lan"),
        ("When Huber asked who had a hat, Rossi said that it rained.", "Maria Rossi"),
        ("Asked by Huber whether it rained, Rossi said that nobody had a hat.", "Karl Huber"),
        ("Asked by Huber why not, Rossi said that it rained.", "Maria Rossi"),
        ("Rossi opened with the observation that it rained.", "Maria Rossi"),
        (
            "It was held on 4 May 2021. In 1936 President Otto Lindqvist stopped here and told us that it rained.",
            "nobody",
        ),
        ("Huber’s numbers show that it rained.", "Karl Huber"),
        ("Growers’ representatives asked for a hat while it rained.", None),
        ("Huber drew it to a close with the reminder that it rained.", "Karl Huber"),
        ("Rossi (Hill School) presented a survey of farms, which showed that it rained.", "Maria Rossi"),
        (
            "In the chair: Ada Moss, President of the Society\n\nSumming up, the President said that it rained.",
            "Ada Moss",
        ),
        ("Sahar Malik MS said that it rained.", "Sahar Malik"),
        ("Rossi wasn’t having it. For her the week was one in which it rained.", "Maria Rossi"),
        ("“Since when?” Rossi asked back. “It rained.”", "Maria Rossi"),
        (
            "The call came from the envoy of Peru, Lupe Arrieta. The envoy said that it rained.",
            "Lupe Arrieta",
        ),
        ("Principal Secretary, Water Works Shri Alok Tirkey said that it rained.", "Alok Tirkey"),
        ("Rossi lambasted the roof through which it rained.", "Maria Rossi"),
        ("Huber drew a sharp contrast between sun and what it rained.", "Karl Huber"),
        ("Rossi sounded a warning where it rained.", "Maria Rossi"),
        ("Huber has long been calling for a hat where it rained.", "Karl Huber"),
        ("Huber refused to believe it rained.", "Karl Huber"),
        ("[02:10] Maria tells listeners that it rained.", "Maria Rossi"),
        ("Otto “Bear” Lindqvist, a farmer, said that it rained.", "Otto “Bear” Lindqvist"),
        ("Rossi, voice coach and label owner, slept while it rained.", "nobody"),
        ("“It rained,” snapped Rossi.", "Maria Rossi"),
        ("“It rained!” Rossi persisted.", "Maria Rossi"),
        ("“It rained?” Rossi, a farmer, asked in the end.", "Maria Rossi"),
        ("All week, he averred, it rained.", "Karl Huber"),
        ("With the wind down, detailed Rossi, it rained.", "Maria Rossi"),
        ("Rossi ensured that it rained.", "nobody"),
        ("Prime Minister Otto Lindqvist had mentioned that it rained.", "nobody"),
        ("Minister Otto Lindqvist has repeatedly said that it rained.", "nobody"),
        ("Poet Otto Lindqvist once said that it rained.", "nobody"),
        ("Minister Otto Lindqvist said that it rained.", "Otto Lindqvist"),
        ("Looking back, mountain farmer Karl Huber argued that it rained.", "Karl Huber"),
        ("District Water Bailiff Karl Huber argued that it rained.", "Karl Huber"),
        ("The next turn fell to Rossi, who said that it rained.", "Maria Rossi"),
        ("Karl-ji said that it rained.", "Karl Huber"),
        ("To Rossi the point is that it rained.", "Maria Rossi"),
        ("The week, as Karl Huber, a farmer, put it, was lost: it rained.", "Karl Huber"),
        ("Sushila said that it rained.", "Sushila"),
        ("To Rossi, the week was lost, since, he noted, it rained.", "Maria Rossi"),
        ("Welcoming participants, Rossi observed that it rained.", "Maria Rossi"),
        ("Rossi drew two lessons: do not plan, and say that it rained.", "Maria Rossi"),
        ("Rossi asked the guests to forget that it rained.", "Maria Rossi"),
        ("Rossi thought about it while it rained.", "nobody"),
        ("The meeting, at which it rained, also heard from Rossi.", "nobody"),
        ("It rained, the meeting heard from Rossi.", "Maria Rossi"),
        ("Rossi put the map of where it rained on the wall.", "nobody"),
        ("Rossi put the question whether it rained.", "Maria Rossi"),
        ("“It rained,” read Rossi.", "Maria Rossi"),
        ("Huber called her book the only one in which it rained.", "Karl Huber"),
        ("Huber called his sister the day it rained.", "nobody"),
        ("Rossi posed a single question, namely whether it rained.", "Maria Rossi"),
        ("Accepting the prize, Rossi dedicated it to whoever stayed when it rained.", "Maria Rossi"),
        ("Huber and Rossi both want to know when it rained.", "Maria Rossi"),
        ("Rossi argued for time. A 2019 survey by the Farm Trust found that it rained.", "nobody"),
        ("Rossi cited a 2019 survey by the Farm Trust, which found that it rained.", "Maria Rossi"),
        ("Rossi’s 2019 survey found that it rained.", "Maria Rossi"),
        ("Rossi argued for time. As per the report of the Farm Trust, it rained.", "nobody"),
        ("Rossi asked who had a hat. Nobody had an answer. It rained.", "nobody"),
        (
            "It was held on 4 May 2021. Mayor Otto Lindqvist announced the dam on 3 March 2020, when it rained.",
            "nobody",
        ),
        (
            "It was held on 4 May 2021. Mayor Otto Lindqvist announced on 4 May 2021 that it rained.",
            "Otto Lindqvist",
        ),
        ("Otto Lindqvist, the editor, campaigned for barns in the 1840s, when it rained.", "nobody"),
        ("Otto Lindqvist, the editor, campaigned for barns, because it rained.", "Otto Lindqvist"),
        (
            "On 4 May 2021 Huber argued for time. Under President Otto Lind it was so in the 1990s. He said it rained.",
            "Karl Huber",
        ),
        (
            "Judge Ada Moss of the High Court and Peter Lund, a law lecturer at Hill, came. The lawyer said it rained.",
            "Peter Lund",
        ),
        ("For farmer Anna Lund the trouble was that it rained.", "Anna Lund"),
        ("**Karl Huber** (Fjord House) thinks that it rained.", "Karl Huber"),
        ("Huber had one point:\n\n“Nobody could help it: it rained.”", "Karl Huber"),
        ("Anna Lund, envoy of Peru, came. With Rossi, the diplomat noted that it rained.", "Anna Lund"),
        ("Her counterpart, Karl Huber, supported the view that it rained.", "Karl Huber"),
        ("Rossi’s reply: it rained.", "Maria Rossi"),
        ("Rossi: then say that it rained.", "Maria Rossi"),
        ("Huber was there.\n\nMaria Rossi, Hill House\n\nLong ago, she said, it rained.", "Maria Rossi"),
        ("Lupe Arrieta, 34, a nurse who has come far, said that it rained.", "Lupe Arrieta"),
        ("H.E. Ms. Lupe Arrieta, Envoy of Peru, said that it rained.", "Lupe Arrieta"),
        ("Assoc Prof Tan Wei Ling began by noting that it rained.", "Tan Wei Ling"),
        ("In 2008 Evo Morales had promised that it rained.", "nobody"),
        ("The next to speak was Vidyut Jain. Vidyut said that it rained.", "Vidyut Jain"),
        ("Anna Lund, Minister of Peru, left. The Minister of Fiji said that it rained.", None),
        ("Anna Lund, Deputy Minister of Peru, left. The Deputy Minister said that it rained.", "Anna Lund"),
        ("The Mayor of Oslo, Anna Lund, noted that it rained.", "Anna Lund"),
        ("Jordan said that it rained.", "nobody"),
        ("Liu Zhenmin of the Hill House told us. Liu said that it rained.", "Liu Zhenmin"),
        ("It was noted by Huber that it rained.", "Karl Huber"),
        ("A farmer recalled that it rained.", None),
        ("The participants agreed that it rained.", None),
        ("Members of the audience objected that it rained.", None),
        ("It rained.", "nobody"),
        ("It was known that Huber had said that it rained.", "nobody"),
        ("Rossi met Huber while it rained.", "nobody"),
        ("Rossi, who has farmed since school, was blunter: it rained all week.", "Maria Rossi"),
        ("Rossi walked the audience through how it rained all week.", "Maria Rossi"),
        ("Rossi used her ten minutes to show that it rained.", "Maria Rossi"),
        ("Rossi’s slides showed that it rained.", "Maria Rossi"),
        ("Rossi’s answer to this was simple: it rained.", "Maria Rossi"),
        ("What troubles Rossi is that it rained.", "Maria Rossi"),
        ("What Rossi wanted to know was whether it rained.", "Maria Rossi"),
        ("The meeting heard from Rossi that it rained.", "Maria Rossi"),
        ("Another point from Rossi: it rained.", "Maria Rossi"),
        ("Next up was Rossi, arguing that it rained.", "Maria Rossi"),
        ("There followed an exchange, in which Rossi claimed that it rained.", "Maria Rossi"),
        ("Maria Rossi (Hill House) – it rained.", "Maria Rossi"),
        ("Maria Rossi, Hill House: it rained.", "Maria Rossi"),
        ("Only then, came Rossi’s answer, it rained.", "Maria Rossi"),
        ("Rossi put it down to the week when it rained.", "Maria Rossi"),
        ("Huber argued that time was short. He would have slept while it rained.", "Karl Huber"),
        ("Neither Huber nor Rossi said that it rained.", "nobody"),
        ("It was not Huber but Rossi who said that it rained.", "Maria Rossi"),
        ("Huber sat beside Rossi. “It rained,” she said.", "Maria Rossi"),
        ("The next question came from a farmer in the third row. He said that it rained.", None),
        ("Asked about hay, the second speaker said that it rained.", None),
        ("Huber argued for time. The newspaper wrote that it rained.", "nobody"),
        ("Huber argued for time.\n\n“It rained.” Rossi looked at the clock.", "nobody"),
        ("Prime Minister Otto Lindqvist has said that it rained.", "nobody"),
        ("Huber spoke of roads. Robert Lund built them.\n\nBy his count, it rained.", None),
        ("Rossi welcomed the guests while it rained.", "nobody"),
        ("For Huber, a hat is a hat; for Rossi, it is what one has since it rained.", "Maria Rossi"),
        ("Rossi said no. “Paper,” Huber said, to which she replied that it rained.", "Maria Rossi"),
        ("Ada Moss asked why. Rossi told her to go. She added that it rained.", None),
        (
            "It came with the collector Carl Lund. He paid, he wrote in his journal, because it rained.",
            "nobody",
        ),
        ("The Employer Vice-Chairperson, Mr Otto Lund, said that it rained.", "Otto Lund"),
        (
            "Ada Moss was in the chair. The Vice-Chairperson, Otto Lund, left. The Chair said that it rained.",
            "Ada Moss",
        ),
        ("Judge Rosa Park was in. Park said no. An undergraduate asked Park whether it rained.", None),
        ("Otto Lund, who died last year, said that it rained.", "nobody"),
        ("Rossi said no. Her colleague from the north added that it rained.", None),
        ("Rossi said no.\n\nAbout the Forum\n\nPresident Otto Lund said that it rained.", "nobody"),
        ("Rossi said no. We write this on the day on which it rained.", "nobody"),
        ("Somchai, a boatman of about sixty, said he did not believe that it rained.", "Somchai"),
        ("Huber asked why. Valdora, a small state, said he knew where it rained.", "nobody"),
        ("They can, said Rossi, but it rained.", "Maria Rossi"),
        ("Huber preferred the sun; Rossi plumped for the week when it rained.", "Maria Rossi"),
        ("Huber said no, whereas Rossi plumped for the week when it rained.", "Maria Rossi"),
        ("Rossi said no. Huber said yes, whereas she fears that it rained.", "Maria Rossi"),
        ("Huber said that Ada Moss was out; Ada Moss slept while it rained.", "Karl Huber"),
        ("Huber and Rossi disagreed: it rained.", None),
        ("Rossi said no. Someone else asked whether it rained.", None),
        ("Introducing the speaker, the head of the mill, Ada Moss, said that it rained.", "Ada Moss"),
        (
            "Keala Moss brought the debate back to hats. Speaking from Hilo, she said that it rained.",
            "Keala Moss",
        ),
        ("Deputies Ada Moss and Hugh Lally were there. Deputy Moss said that it rained.", "Ada Moss"),
        ("Honor Moss, director of the mill, came. Moss said that it rained.", "Honor Moss"),
        ("Rossi has some sympathy for the one on whom it rained.", "Maria Rossi"),
        ("Huber was in no doubt that it rained.", "Karl Huber"),
        ("Huber quoted a letter in which the then mayor swore that it rained.", "Karl Huber"),
        ("Anna Zorge tore the chart to pieces: in 1988 it rained.", "Anna Zorge"),
    ],
)
def test_english_sentence_goes_to_its_speaker(sentence, speaker):
    assert speaker_of(LEAD + sentence, "rained") == speaker


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("По словам Лукина, шёл дождь.", "Артём Лукин"),
        ("Лукин отметил, что шёл дождь.", "Артём Лукин"),
        ("Шёл дождь, сказал Лукин.", "Артём Лукин"),
        ("— Шёл дождь, — сказал Лукин.", "Артём Лукин"),
        ("«Шёл дождь», — подчеркнула Щукина.", "Анна Щукина"),
        ("По мнению Щукиной, шёл дождь.", "Анна Щукина"),
        ("Как отметила Щукина, шёл дождь.", "Анна Щукина"),
        ("Лукин уверен, что шёл дождь.", "Артём Лукин"),
        ("Эксперты отметили, что шёл дождь.", None),
        ("Известно, что Лукин сказал, что шёл дождь.", "nobody"),
        ("Щукина слушала, и шёл дождь.", "nobody"),
    ],
)
def test_russian_sentence_goes_to_its_speaker(sentence, speaker):
    lead = "Лекция\n\nВ дискуссии приняли участие Артём Лукин и Анна Щукина.\n\n"

    holders = [s.speaker for s in read_report(lead + sentence).statements if "дождь" in s.text]
    assert (holders[0] if holders else "nobody") == speaker


def test_pronoun_goes_to_the_person_in_view_whom_it_fits():
    report = (
        LEAD + "Huber said that it rained. He added that it snowed. Rossi disagreed. She said that it hailed."
    )

    assert [speaker for speaker, _ in said(report)] == [
        "Karl Huber",
        "Karl Huber",
        "Maria Rossi",
        "Maria Rossi",
    ]


def test_pronoun_that_fits_nobody_is_left_open():
    report = "A talk\n\nKarl Huber spoke.\n\nHuber said that it rained. She said that it hailed."

    assert speaker_of(report, "hailed") is None


def test_role_goes_to_the_person_introduced_with_it():
    report = "A talk\n\nThe talk was moderated by Ida Marsh.\n\nThe moderator concluded that it rained."

    assert speaker_of(report, "rained") == "Ida Marsh"


def test_of_two_ministers_the_one_named_in_the_sentence_before_is_meant():
    report = (
        "A visit\n\nState Secretary Ida Marsh met Minister of Water Karl Huber. The Minister said that it rained.\n\n"
        "She was received by Minister of Health Maria Rossi. The State Secretary noted that it was dry."
    )

    assert said(report) == [
        ("Karl Huber", "The Minister said that it rained."),
        ("Ida Marsh", "The State Secretary noted that it was dry."),
    ]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("In a letter read by Huber, Sen. Jane Grey promised that it rained.", "Jane Grey"),
        ("Asked by Huber who had studied that, Rossi noted that it rained.", "Maria Rossi"),
        ("It was run by a club, whose director, Jane Grey, said that it rained.", "Jane Grey"),
        (
            "Asked about the arrest of the clerk Ian Grey, Rossi was brief. The clerk said that it rained.",
            "Ian Grey",
        ),
        (
            "Asked if the judge had seen the clerk Ian Grey, Rossi was brief. The judge said that it rained.",
            None,
        ),
        ("Last year Jane Grey said that it rained.", "nobody"),
        ("Mrs J. Tyson sat. Mr J. Tyson asked why. Mrs Tyson said that it rained.", "J. Tyson"),
        ("President Jane Grey, who was to give remarks, stayed away because it rained.", "nobody"),
        ("Governor Jane Grey told reporters last month that it rained.", "nobody"),
        ("Huber said no. Rossi said that it rained.", "Maria Rossi"),
    ],
)
def test_who_is_named_beside_the_speaker_is_not_the_speaker(sentence, speaker):
    assert speaker_of(LEAD + sentence, "it rained") == speaker


def test_full_name_may_stand_in_the_title_alone():
    title = "“It rains”: Leila Farahani on hats\n\n"
    report = title + "The evening was long, and it was said to be wet.\n\nIt rained, Farahani said."

    assert speaker_of(report, "rained") == "Leila Farahani"


def test_who_is_known_stays_so_behind_a_verb_that_may_say_nothing():
    report = LEAD + "Judge Ada Moss of the Hill Court took issue with hats. “It rained,” she said."

    assert [(s.speaker, s.sure) for s in read_report(report).statements] == [
        ("Ada Moss", False),
        ("Ada Moss", True),
    ]


def test_role_of_nobody_named_is_kept_as_printed():
    statement = read_report(LEAD + "The ambassador warned that it rained.").statements[0]

    assert (statement.speaker, statement.attributed_to) == (None, "The ambassador")


def test_two_speakers_of_one_sentence_get_a_clause_each():
    report = LEAD + "Huber argued that it rained, while Rossi insisted that it snowed."

    assert said(report) == [
        ("Karl Huber", "Huber argued that it rained"),
        ("Maria Rossi", "while Rossi insisted that it snowed."),
    ]


def test_two_speakers_who_agree_share_a_statement():
    statement = read_report(LEAD + "Huber and Rossi agreed that it rained.").statements[0]

    assert {statement.speaker, *statement.joint_with} == {"Karl Huber", "Maria Rossi"}


def test_quotation_over_paragraphs_stays_with_its_speaker():
    report = (
        LEAD
        + "“It rained,” said Huber. “It rained for days.\n\n“Then it snowed.\n\n“It stopped.”\n\nIt was late."
    )

    assert [s for s, _ in said(report)] == ["Karl Huber"] * 4


def test_voice_goes_on_in_its_paragraph_and_ends_with_narration():
    report = (
        LEAD
        + "Huber said that it rained. Rivers are full. The discussion then turned to snow.\n\nSnow is cold."
    )

    statements = read_report(report).statements

    assert [(s.text, s.sure) for s in statements] == [
        ("Huber said that it rained.", True),
        ("Rivers are full.", False),
    ]


def test_people_who_are_only_talked_about_are_no_speakers():
    report = (
        LEAD
        + "Huber recalled that President Dray had said it rained. Anna Reed wrote in her diary that it had."
    )

    assert [s.name for s in read_report(report).speakers] == ["Karl Huber", "Maria Rossi"]


@pytest.mark.parametrize(
    ("sentence", "evidence"),
    [
        ("Huber said that it rained.", "paraphrase"),
        ("“It rained for days,” Huber said.", "quote"),
        ("Huber asked the meeting: “Did it rain?”", "quote"),
        ("Huber said that it rained “for a hundred days”.", "mixed"),
        ("Huber argued that farms should be saved: “It rained for days.”", "mixed"),
        ("“It rained,” Huber said, adding that it snowed.", "mixed"),
        ("Huber allowed that “mixed rain” could be more mixed.", "paraphrase"),
        ("Farms had learned to wait at night, Huber said, “when even rivers slow down”.", "mixed"),
        ("Huber proposed a quiet line for farms, “which nobody is ashamed to call”.", "mixed"),
    ],
)
def test_evidence_follows_the_quotation_marks(sentence, evidence):
    assert [s.evidence for s in read_report(LEAD + sentence).statements] == [evidence]


def test_transcript_gives_each_turn_to_its_name():
    report = (
        "Transcript\n\nMODERATOR: Good evening.\n\nKARL HUBER: It rained.\n\nIt snowed.\n\n"
        "Maria Rossi (farmer): It did not.\n\nKARL HUBER: It did."
    )

    assert [s for s, _ in said(report)] == [None, "Karl Huber", "Karl Huber", "Maria Rossi", "Karl Huber"]


def test_sentence_behind_a_quotation_is_one_of_its_own():
    report = LEAD + "Huber called it “a street that is open after six.” The state, Rossi said, would pay."

    assert said(report)[-1] == ("Maria Rossi", "The state, Rossi said, would pay.")


def test_statement_explains_how_it_was_attributed():
    report = LEAD + "Huber said that it rained. He added that it snowed."

    assert [s.why for s in read_report(report).statements] == [
        "reporting verb “said” with surname",
        "reporting verb “added” with pronoun; “He” is Karl Huber",
    ]


@pytest.mark.parametrize(
    ("passage", "speaker"),
    [
        (
            "Huber said that it was wet.\n\nRossi went first, since she was early.\n\n“It rained.”",
            "Maria Rossi",
        ),
        (
            "“Was it wet?” asked Huber.\n\n“No,” said Rossi.\n\n“Why?” asked Huber.\n\n“It rained.”",
            "Maria Rossi",
        ),
        ("Huber said that it was wet. Rossi nodded. “It rained.”", "Maria Rossi"),
        (
            "Huber said that it was wet.\n\nThe rest left Rossi cold.\n\n“It rained,” went the old song.",
            "nobody",
        ),
    ],
)
def test_quotation_without_a_verb_goes_to_whom_the_words_before_it_are_about(passage, speaker):
    assert speaker_of(LEAD + passage, "It rained") == speaker


def test_words_of_a_stranger_are_not_the_last_speakers():
    report = LEAD + "Huber said that it was wet. Vrinda Kale felt at home. Lourdes: “It rained.”"

    assert speaker_of(report, "It rained") == "nobody"


def test_moderator_is_the_one_of_the_session_that_is_being_told():
    report = (
        "Two sessions\n\nThe day in Oslo had two sessions.\n\n"
        "Moderator: Karl Huber, Fjord House\n\nThe moderator said that it rained.\n\n"
        "Moderator: Maria Rossi, Hill House\n\nThe moderator said that it snowed.\n\n"
    )

    assert said(report) == [
        ("Karl Huber", "The moderator said that it rained."),
        ("Maria Rossi", "The moderator said that it snowed."),
    ]


def test_speaker_of_a_lecture_is_the_one_who_gave_it():
    report = "A lecture\n\nMaria Rossi gave a lecture in Oslo. The guests agreed.\n\nThe speaker noted that it rained."

    assert speaker_of(report, "it rained") == "Maria Rossi"


def test_pronoun_below_a_heading_is_nobody_of_the_session_above():
    report = (
        LEAD
        + "Mr. Moss agreed. Huber said that it was wet.\n\nThe Prize\n\nThe prize was a lamp. He said that it rained."
    )

    assert speaker_of(report, "it rained") is None


def test_words_of_the_then_mayor_are_of_another_day():
    report = LEAD + "The then mayor, Frank Grey, said that it rained on the new pier."

    assert speaker_of(report, "it rained") == "nobody"


def test_under_the_rule_nobody_is_named_whom_nothing_introduces():
    report = LEAD + "It was held under the Chatham House Rule. Jane Grey warned that it would rain."

    assert speaker_of(report, "would rain") == "nobody"


def test_pronoun_means_the_last_speaker_though_their_gender_is_unknown():
    report = (
        LEAD
        + "Huber said that it was wet.\n\nDr. Xurbek said that it was dry.\n\nLater, he added, it rained."
    )

    assert speaker_of(report, "it rained") == "Xurbek"


def test_pronoun_in_a_dialogue_means_the_other_whose_gender_is_known():
    report = LEAD + "“Was it wet?” asked Rossi.\n\n“No,” said Dr. Xurbek.\n\n“It rained,” she said."

    assert speaker_of(report, "It rained") == "Maria Rossi"


@pytest.mark.parametrize(
    "sentence",
    [
        "The boy behind the bar: it never stopped but “it rained and rained, and then the bridge went”.",
        "The next meeting is foreseen for October, and it rained.",
        "The request was granted while it rained.",
        "The ITU and the ICPC have set up a board, and it rained.",
    ],
)
def test_narration_and_what_others_are_quoted_with_is_not_the_last_speakers(sentence):
    assert speaker_of(LEAD + f"Huber said that it was wet. {sentence}", "it rained") == "nobody"


@pytest.mark.parametrize(
    ("passage", "speaker"),
    [
        ("Huber tore the plan to pieces: it rained on the day it was made.", "Karl Huber"),
        ("Rossi tried to calm the room, siding with those for whom it rained.", "Maria Rossi"),
        ("It was Rossi’s submission that it rained.", "Maria Rossi"),
        ("By Huber’s count it rained twice.", "Karl Huber"),
        ("It fell to Rossi to say that it rained.", "Maria Rossi"),
        ("Huber felt the minister was wrong while it rained.", "Karl Huber"),
        ("Huber advocate groups waited while it rained.", "nobody"),
        ("In 1911 the keeper James Tulloch wrote that it rained.", "nobody"),
        ("Ada Orr worked there for years. She said that it rained.", "Ada Orr"),
        ("One participant disagreed with Rossi. She said that it rained.", None),
    ],
)
def test_position_goes_to_whoever_takes_it(passage, speaker):
    assert speaker_of(LEAD + passage, "it rained") == speaker


def test_clause_behind_any_verb_is_proposed_and_not_sure():
    statement = read_report(
        LEAD + "Huber tore the plan to pieces: it rained on the day it was made."
    ).statements[0]

    assert (statement.speaker, statement.sure) == ("Karl Huber", False)


@pytest.mark.parametrize(
    "sentence",
    [
        "GOBABIS, 8 May 2024 – The Minister of Rural Roads, Hon. Festus Amakali, today announced a plan of roads.",
        "The Minister of Rural Roads, Festus Amakali, yesterday told reporters that roads would come.",
        "Festus Amakali, Minister of Rural Roads, tonight announced a programme of roads.",
    ],
)
def test_minister_is_who_was_named_so_behind_a_dateline_and_before_a_day(sentence):
    report = f"Roads will come\n\n{sentence} The Minister said that it rained."

    assert speaker_of(report, "of roads" if "of roads" in sentence else "would come") == "Festus Amakali"
    assert speaker_of(report, "it rained") == "Festus Amakali"


def test_who_works_at_a_thing_is_none():
    passage = "According to Steinvör Halldórsdóttir, a psychologist at the hospital in Akureyri, it rained."

    assert speaker_of(LEAD + passage, "it rained") == "Steinvör Halldórsdóttir"


def test_the_speaker_is_not_whoever_welcomed_the_hall():
    report = read_report(
        "Talk on bridges\n\nResource Person : Er. K. Rossi, Chief Engineer\n\nDr. P. Lund, Head of the Department, "
        "delivered the welcome address. He said that projects are many.\n\nEr. K. Rossi said that bridges are old.\n\n"
        "A student asked whether drones help. The speaker clarified that they do not."
    )

    assert [said.speaker for said in report.statements][:2] == ["P. Lund", "K. Rossi"]
    assert next(said for said in report.statements if "clarified" in said.text).speaker in (None, "K. Rossi")
