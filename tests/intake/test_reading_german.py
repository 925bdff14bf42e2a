"""German: verbs in second place, roles, sources, and the subjunctive that goes on reporting."""

import pytest

from intake.reading import read_report

from .reading_cases import speaker_of

LEAD = (
    "Seminar über Wasser\n\nDas Seminar fand am 5. Mai 2021 im Alten Rathaus in Kassel statt. Auf "
    "dem Podium saßen Karl Huber, "
    "Direktor des Flussinstituts, und Maria Rossi, Professorin für Recht in Turin. Moderiert wurde "
    "es von Anna Silber.\n\n"
)


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("Huber betonte, dass es regnete.", "Karl Huber"),
        ("Es habe geregnet, sagte Huber.", "Karl Huber"),
        ("„Ob es regnete?“, fragte Rossi.", "Maria Rossi"),
        ("„Es“, so Huber, „regnete.“", "Karl Huber"),
        ("Laut Huber regnete es.", "Karl Huber"),
        ("Nach Ansicht von Rossi regnete es.", "Maria Rossi"),
        ("Rossi zufolge regnete es.", "Maria Rossi"),
        ("Aus Rossis Sicht regnete es.", "Maria Rossi"),
        ("Huber wies darauf hin, dass es regnete.", "Karl Huber"),
        ("Rossi räumte ein, dass es regnete.", "Maria Rossi"),
        ("Die Moderatorin fragte, ob es regnete.", "Anna Silber"),
        ("Der Direktor des Flussinstituts warnte, dass es regnete.", "Karl Huber"),
        ("Die Botschafterin meinte, dass es regnete.", None),
        ("Ein Teilnehmer sagte, dass es regnete.", None),
        ("Anna Silber gab das Wort an Rossi weiter. Diese betonte, dass es regnete.", "Maria Rossi"),
        ("Rossi kam zu dem Schluss, dass es regnete.", "Maria Rossi"),
        ("Wie Huber ausführte, kam niemand, weil es regnete.", "Karl Huber"),
        ("Rossi ging das nicht weit genug: Dass es regnete, reiche nicht.", "Maria Rossi"),
        ("Rossi blieb dabei: Es sei bekannt, dass es regnete.", "Maria Rossi"),
        ("Huber geht davon aus, dass es regnete.", "Karl Huber"),
        ("Von Rossi war zu erfahren, dass es regnete.", "Maria Rossi"),
        ("Widerspruch kam von Rossi, die darauf hinwies, dass es regnete.", "Maria Rossi"),
        ("Ob es regnete, ließ Huber offen.", "Karl Huber"),
        ("Das wollte Rossi so nicht stehen lassen, weil es regnete.", "Maria Rossi"),
        ("Dem hielt Huber entgegen, dass es regnete.", "Karl Huber"),
        ("Rossi zeigte sich offen, mahnte jedoch, dass es regnete.", "Maria Rossi"),
        ("Der Forstbotaniker Dr. Kasimir Wiel zeigte an Kernen, wie es regnete.", "Kasimir Wiel"),
        ("Rossi erinnerte an den Tag, an dem es regnete.", "Maria Rossi"),
        ("Huber zog einen Vergleich zu der Zeit, als es regnete.", "Karl Huber"),
        ("„Es“, sagte die Ministerin für Wald und Wild, Tea Moos, „regnete.“", "Tea Moos"),
        ("Sie lobte es. Die Präses, Ute Amsinck, warb für den, über dem es regnete.", "Ute Amsinck"),
        (
            "Der Erste Bürgermeister Ulf Boldt schwieg. Der Erste Bürgermeister rügte, dass es regnete.",
            "Ulf Boldt",
        ),
        (
            "Es referierte Dr. Ute Holm. Huber lobte es. Rossi dankte. Die Referentin betonte, dass es regnete.",
            "Ute Holm",
        ),
        (
            "Landrat Jan Moos schwieg. Landrätin Tea Silber kam. Der Landrat rügte, dass es regnete.",
            "Jan Moos",
        ),
        ("Rentner Ulf Boldt erinnerte daran, dass es regnete.", "Ulf Boldt"),
        ("Rossi teilte diese Ansicht nicht, denn dass es regnete, sei bekannt.", "Maria Rossi"),
        ("Rossi sagte, es sei nass. Das, so Huber darauf, sei so, weil es regnete.", "Karl Huber"),
        ("Scharfe Kritik kam von Rossi, Sprecherin der Gruppe „Nass“: Es regnete.", "Maria Rossi"),
        ("Davon hielt Rossi wenig, weil es regnete.", "Maria Rossi"),
        ("Huber sagte, es sei nass. Damals hatte Otto Lemke versprochen, dass es regnete.", "nobody"),
        ("Huber fragte, ob es nass sei. Das sei bekannt, hieß es, da es regnete.", "nobody"),
        ("Das meinte Ilse von Oehausen auch. Von Oehausen betonte, dass es regnete.", "Ilse von Oehausen"),
        ("Huber sagte, es sei nass. Die CDU-Fraktion bat um Auskunft, ob es regnete.", None),
        ("Rossi mahnte. Huber sagte, es sei nass. Rossi fände es besser, wenn es regnete.", "Maria Rossi"),
        (
            "Rossi war dafür. Die Moderatorin hakte nach, warum. Sie antwortete, dass es regnete.",
            "Maria Rossi",
        ),
        (
            "Gerd Opitz, Leiter des städtischen Grünflächenamts, kam. Es sei so, entgegnete der Amtsleiter, weil es "
            "regnete.",
            "Gerd Opitz",
        ),
        ("Einig waren sich Rossi und Huber darin, dass es regnete.", "Karl Huber"),
        ("Huber stellte seine Studie vor, derzufolge es regnete.", "Karl Huber"),
        ("Für Rossi, Bäuerin in Celle, klang das so, als ob es regnete.", "Maria Rossi"),
        ("Huber stellte die Fragen, während es regnete.", "nobody"),
        ("Huber sagte, es sei nass. Alle drei sagten, dass es regnete.", None),
        ("Tea Silber, Bäuerin, gab ihm nur zur Hälfte recht, weil es regnete.", "Tea Silber"),
        (
            "Gastgeberin Tea Silber, Leiterin der Mühle, kam. Die Gastgeberin bot an, zu helfen, wenn es regnete.",
            "Tea Silber",
        ),
        ("Friedrun Abel war da. Dennoch, so Abel, sei bekannt, dass es regnete.", "Friedrun Abel"),
        ("Thorben Kessel rechnete vor, dass es nass sei. Kessel warnte, dass es regnete.", "Thorben Kessel"),
        ("Huber nannte den Juni, während Rossi auf dem Mai bestand, als es regnete.", "Maria Rossi"),
        ("Rossi will das, Huber nicht: Bekannt sei, dass es regnete.", "Karl Huber"),
        ("Tea Moos, seit Jahren Bäuerin in Celle, hält davon wenig, weil es regnete.", "Tea Moos"),
        ("Huber kann sich das gut vorstellen, wenn es regnete.", "Karl Huber"),
        ("Huber klagte. Jemand fragte, ob es regnete.", None),
        ("Für die Klasse bat Jule Brandes um einen Schirm, weil es regnete.", "Jule Brandes"),
        ("Rossi mahnte. Die 16-Jährige hat gesagt, dass es regnete.", "Maria Rossi"),
        ("Kämmerin Tea Moos war da. Die Kämmerin meinte, dass es regnete.", "Tea Moos"),
        ("Cornelia Haag (Weimar) mahnte. Die Historikerin betonte, dass es regnete.", "Cornelia Haag"),
        ("Huber mahnte. Danach wurde getanzt, bis es regnete.", "nobody"),
        (
            "Minister Otto Lemke fehlte. Im Mai hatte er noch erklärt, es sei trocken, wenn es regnete.",
            "nobody",
        ),
        ("Huber erfuhr, dass es regnete.", "nobody"),
        ("Weder Huber noch ein anderer sah, dass es regnete.", "nobody"),
        ("Mit Huber sprach am Abend niemand, weil es regnete.", "nobody"),
        ("Huber traf Rossi, während es regnete.", "nobody"),
        ("Die Sitzung fand statt, obwohl es regnete.", "nobody"),
    ],
)
def test_german_sentence_goes_to_its_speaker(sentence, speaker):
    assert speaker_of(LEAD + sentence, "regnete") == speaker if "regnete" in sentence else True


def test_subjunctive_goes_on_with_what_somebody_said():
    report = (
        LEAD + "Huber sagte, die Linde sei hohl. Ein Gutachten koste mehr als ein Baum. Der Saal war voll."
    )

    assert speaker_of(report, "Gutachten") == "Karl Huber"
    assert speaker_of(report, "Saal war voll") == "nobody"


def test_words_in_marks_amid_a_subjunctive_are_part_of_what_is_reported():
    report = (
        LEAD
        + "Huber sagte, es sei nass. Nun würden Hüte verkauft, „und der Vorrat reicht für eine halbe Stadt“."
    )

    assert [s.evidence for s in read_report(report).statements] == ["paraphrase", "mixed"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Jacob Grimm hatte schon 1848 geschrieben, Regen sei ein Segen.",
        "Als die Halle eröffnet wurde, sagte der damalige Landrat Heinrich Voss, Regen sei ein Segen.",
    ],
)
def test_words_of_another_day_are_nobodys_of_this_one(sentence):
    assert speaker_of(LEAD + f"Huber sagte, es sei nass. {sentence}", "Segen") == "nobody"


def test_he_after_an_anonymous_voice_is_nobody_we_know():
    report = LEAD + "Rossi sagte, es sei kalt.\n\nEin Teilnehmer widersprach. Er meinte, dass es regnete."

    assert speaker_of(report, "regnete") is None


def test_those_present_have_each_their_own_post():
    report = (
        "Niederschrift\n\nSitzung des Gemeinderates am 23.01.2024 im Sitzungssaal des Rathauses\n\n"
        "Anwesend: Bürgermeister Alois Boldt, Gemeinderätin Vera Zell, Gemeinderat Jan Moos\n"
        "Entschuldigt: Toni Rast\n\n"
        "TOP 1\nFrau Zell regt an, eine Bank aufzustellen.\n"
    )

    read = read_report(report)
    assert [(s.name, s.printed_post) for s in read.speakers] == [
        ("Alois Boldt", "Bürgermeister"),
        ("Vera Zell", "Gemeinderätin"),
        ("Jan Moos", "Gemeinderat"),
    ]
    assert read.event.venue.value == "Sitzungssaal des Rathauses"


@pytest.mark.parametrize(
    ("where", "venue", "city"),
    [
        ("im Kulturbahnhof in Ansbach", "Kulturbahnhof", "Ansbach"),
        ("in der Alten Weberei in Kleinmoos", "Alten Weberei", "Kleinmoos"),
        ("im Rahmen der Woche in Kassel", None, "Kassel"),
    ],
)
def test_house_and_town_without_a_list_of_them(where, venue, city):
    event = read_report(
        f"Rad und Land\n\nAm 3. Mai 2022 hat {where} die Fachtagung für alle stattgefunden.\n"
    ).event

    assert (event.venue.value, event.city.value) == (venue, city)


def test_who_led_the_talk_is_its_moderator():
    report = read_report(
        LEAD
        + "Das Gespräch leitete Dekanin Ute Holm. Holm fragte, ob es regnete. Birte Moos vom Amt moderierte."
    )

    led = [(s.name, s.printed_post) for s in report.speakers if s.role == "moderator"]
    assert led[-2:] == [("Ute Holm", "Dekanin"), ("Birte Moos", None)]


def test_town_alone_before_the_report_is_where_it_was():
    event = read_report(
        "Klinik schließt\n\nDornstadt. Die Stühle reichten am 3. Mai 2022 nicht für alle.\n"
    ).event

    assert event.city.value == "Dornstadt"


def test_facts_of_a_german_report():
    event = read_report(LEAD).event

    assert event.language.value == "de"
    assert event.date.value == "2021-05-05"
    assert (event.venue.value, event.city.value) == ("Alten Rathaus", "Kassel")


@pytest.mark.parametrize(
    "text",
    [
        "Le débat sur l’eau\n\nLe 5 mai 2021, trois experts ont parlé de l’eau dans la grande salle de "
        "la mairie. Ils ont dit que "
        "les puits étaient secs et que la pluie ne viendrait pas avant longtemps.",
        "El agua\n\nEl 5 de mayo de 2021, tres expertos hablaron del agua en la sala grande del "
        "ayuntamiento. Dijeron que los "
        "pozos estaban secos y que la lluvia no vendría.",
    ],
)
def test_a_language_that_cannot_be_read_is_told_and_not_called_english(text):
    proposal = read_report(text)

    assert proposal.event.language.value is None
    assert proposal.statements == ()


@pytest.mark.parametrize(
    ("sentences", "speaker"),
    [
        ("Rossi korrigierte am Abend ihre Druckfahnen, weil es regnete.", "nobody"),
        ("Huber verriet seine Freunde, weil es regnete.", "nobody"),
        ("Huber, Direktor, Flussinstitut Kassel, rechnete vor, dass es regnete.", "Karl Huber"),
        ("Huber bat die Gäste hinaus, weil es regnete.", "nobody"),
        ("Huber bat die Gäste, nicht zu gehen, weil es regnete.", "Karl Huber"),
        ("Gerecht wäre für ihn, wenn es regnete.", None),
        ("Huber warnte davor. Gut wäre für ihn, wenn es regnete.", "Karl Huber"),
        ("Huber warnte davor. Die Versammelten quittierten das mit der Frage, ob es regnete.", "nobody"),
        ("Huber warnte davor. Die Betriebe zahlten mehr, als sie müssten, weil es regnete.", "Karl Huber"),
        ("Am Ende waren sich Huber und Rossi nicht grün, weil es regnete.", "nobody"),
        ("Ein Anwalt aus Kassel fragte danach. Der Anwalt sagte, dass es regnete.", None),
        ("Der Roman erzählt davon, dass es regnete.", "nobody"),
    ],
)
def test_what_is_said_and_what_is_only_told(sentences, speaker):
    assert speaker_of(LEAD + sentences, "regnete") == speaker


@pytest.mark.parametrize(
    ("kin", "speaker"),
    [
        ("Ihre Großmutter Ida Moos habe damals Torf gestochen.", "Maria Rossi"),
        ("Ihre Großmutter Ida Moos stach Torf.", None),
        ("Ihre Schwester Ida Moos, Leiterin des Museums, kam dazu.", "Ida Moos"),
    ],
)
def test_a_relative_who_is_told_of_is_no_pronoun_further_on(kin, speaker):
    text = f"{LEAD}Rossi betonte, dass Moore speichern. {kin} „Das Moor vergisst nichts“, sagte sie."

    assert speaker_of(text, "vergisst") == speaker


@pytest.mark.parametrize(
    ("above", "title"),
    [
        ("Evangelische Akademie Nordkette\nRückblick", "Wem gehört der Berg"),
        ("Forum Jurablick – Notiz 3/25", "Wasser im August: Notizen"),
        ("Kammer Vogtland · Kammerblatt 2/2023                 11", "Bericht zum 4. Fachtag Dach"),
        ("LandFrauenverein Mittelweser e. V.", "Wenn der Hof keinen Erben hat"),
        ("Wohnbaugenossenschaft Aarbogen", "Protokoll der Versammlung Neubau Halde"),
        (
            "Blog der Botanischen Fakultät\n\nFreitag, 19. Januar 2024 – Ida Moos",
            "Das Moor atmet falsch herum",
        ),
        ("Ilm-Anzeiger\nSamstag, 14. September 2024", "Fernwärme spaltet die Südvorstadt"),
    ],
)
def test_the_title_stands_below_the_lines_of_a_german_house(above, title):
    text = f"{above}\n\n{title}\n\nDas Seminar fand am 5. Mai 2021 in Kassel statt. Es kamen viele Gäste."

    assert read_report(text).event.title.value == title


@pytest.mark.parametrize(
    "first",
    ["Neue Gesellschaft sucht neue Gärten", "Forum Zukunft der Pflege: drei Fragen", "Brief an 12 Dörfer"],
)
def test_a_headline_is_no_house(first):
    text = f"{first}\n\nEin Abend am Moor\n\nDas Seminar fand am 5. Mai 2021 in Kassel statt. Es kamen viele Gäste."

    assert read_report(text).event.title.value == first
