"""German: who says a sentence, by the verb in second place and who stands beside it, or by the mood alone."""

import re
from dataclasses import replace

from intake.reading.contrast import Contrast
from intake.reading.cues import ANYBODY, MAX_SENTENCE, Act, Cue, Kind, Phrase, Sign, first_of_each
from intake.reading.languages.german.narration import ACTS, REACTED
from intake.reading.languages.german.phrases import GermanPhrases
from intake.reading.languages.german.roles import RoleFinder, is_hers
from intake.reading.languages.german.verbs import (
    PEOPLE_SAY,
    REPORTED_MOOD,
    SAYS,
    STANDS,
    WANTING,
    act_of,
    announces,
    completes,
)
from intake.reading.people import Roster
from intake.reading.quotes import COVER

GENDERS = {
    "er": "m",
    "sie": "f",
    "dieser": "m",
    "diese": "f",
    "seiner": "m",
    "seines": "m",
    "ihres": "f",
    "ihrer": "f",
    "seinen": "m",
    "ihren": "f",
    "ihm": "m",
    "ihn": "m",
    "ihr": "f",
    "sein": "m",
    "seine": "m",
    "ihre": "f",
}
#: „Rossi widersprach ihr“; „zeigte ihr Buch“ is her own.
DONE_TO_THEM = re.compile(r"\s+[a-zäöüß]+\s+(?P<who>ihm|ihr)(?=[.,;:]|\s+[a-zäöüß])")
CONTRAST = Contrast(
    re.compile(r"(?:;|,\s+(?:während|wohingegen))\s+$"), re.compile(r"\s+[a-zäöüß]"), re.compile(ACTS)
)
#: „Rossi will das, Huber nicht.“
#: „Rossi nannte „Moin“, Huber entschied sich für „Servus“.“
QUOTED_CONTRAST = Contrast(
    re.compile(rf"{COVER},\s+$"), re.compile(rf"\s+[a-zäöüß][^,;:.]{{1,60}}{COVER}"), re.compile(r"(?!)")
)
BRIEF_CONTRAST = Contrast(
    re.compile(r",\s+$"), re.compile(r"\s+(?:nicht|schon|auch|ebenfalls|keineswegs)\b"), re.compile(r"(?!)")
)
POINTING = ("dieser", "diese")
NEAR = 80  # letters before a phrase that tell whether it can be a subject
SOMEBODY = (Kind.NAME, Kind.ROLE, Kind.PRONOUN, Kind.GROUP)
_ADVERB = (
    r"(?:sich|auch|aber|dann|daraufhin|darauf|dagegen|dazu|zudem|außerdem|hingegen|wiederum|schließlich|etwa|nur|noch|"
    r"ihrerseits|seinerseits|nun|jedoch|allerdings|zunächst|später|ebenfalls|deshalb|dem|ihm|ihr|ihnen|das|es|indes|"
    r"selbst|wörtlich|vor allem|ihn|uns|sie|"
    r"unter \w+|am Ende|zum Schluss|in die Runde|zu|nicht|konnte|mit|\w+lich|\w+weise)"
)
GAP_BEFORE = re.compile(
    rf"\s*,?(?:\s*{_ADVERB})*\s*|\s*,?\s+(?:die|der|dem|den|deren|dessen|zum|zur|seit|mit|aus|"
    rf"(?:auf|in|bei|für|an|von)\s+(?:de[mnr]|die|das|deren|dessen))\s[^;:.]{{2,120}},(?:\s*{_ADVERB})*\s*|"
    rf"\s*(?:,\s+(?:[a-zäöüß]+e[rn]?\s+)?[A-ZÄÖÜ][^,;:.]{{2,100}}){{1,3}},(?:\s*{_ADVERB})*\s*"
)
GAP_AFTER = re.compile(rf"\s+(?:{_ADVERB}\s+){{0,4}}")
#: A subject opens a clause; behind a preposition it is none.
OPENS = re.compile(
    rf"(?:^|[,;:–—{COVER}\"“”«»]\s*|\b(?:und|aber|doch|denn|auch|sondern|während|[Ww]ie|Ganz anders|"
    rf"Dagegen)\s+)(?:[\"„»–—-]\s*)?$"
)
PREPOSITION = re.compile(
    r"\b(?:mit|von|vom|zu|zum|zur|bei|beim|für|gegen|an|am|auf|in|im|nach|laut|über|unter|durch|neben|ohne|um|zwischen|"
    r"aus|seit|wegen|des|dem|den)\s+(?:\w+\s+)?$",
    re.I,
)
SECOND_VERB = re.compile(rf"\s+[a-zäöüß]+\b[^;:.]{{0,120}}?\s+und\s+(?:{_ADVERB}\s+){{0,2}}$")
#: „Zum Auftakt begrüßte | Rossi | die Gäste und sagte“: the subject behind its first verb.
INVERTED = re.compile(
    r"\W*(?:Als|Zum|Zur|Am|Im|In|An|Auf|Bei|Beim|Nach|Vor|Mit|Zu|Zunächst|Danach|Anschließend|Dann|Schließlich|Abschließend|"
    r"Später|Eingangs|Einleitend)\b[^.;:,]{0,80}?\s[a-zäöüß]{3,}(?:te|ief|ieß|ies|ach|ob|ab|ing|ahm|rat)\s+(?:der\s+|die\s+)?$"
)
AND_THEN = re.compile(rf"\s+[^.;:,]{{0,120}}?\s+und\s+(?:{_ADVERB}\s+){{0,2}}$")
#: „Rossi zeigte sich offen, verwies jedoch auf …“: no clause in between, and nobody behind the verb.
COMMA_VERB = re.compile(
    r"\s+(?!habe|sei|werde|könne|müsse|solle)[a-zäöüß]+te\b[^;:.,]{0,90},\s+(?:aber\s+|doch\s+|jedoch\s+)?"
)
_VIEW = (
    r"(?:Ansicht|Meinung|Einschätzung|Angaben|Worten|Auffassung|Überzeugung|Darstellung|Aussage|Schätzung|Erfahrung|"
    r"Beobachtung|Rechnung|Sicht|Augen|Verständnis|Lesart|Befund|Auskunft|Auswertung|Zählung|Erhebung|Berechnung)"
)
SOURCE = re.compile(
    rf"(?<!\w)(?:[Ll]aut|[Gg]emäß|(?:[Nn]ach|[Aa]us|[Ii]n)\s+(?:de[rn]\s+)?{_VIEW}(?:\s+(?:von|vom|des|der))?)\s+(?:de[rmns]\s+)?"
)
#: „Nach Auffassung der Juristin“, „Aus Sicht der Vorsitzenden“, „Laut dem Verkehrsplaner“
SOURCE_ROLE = re.compile(
    rf"(?<!\w)(?P<sign>(?:[Nn]ach|[Aa]us|[Ii]n)\s+(?:de[rn]\s+)?{_VIEW}|[Ll]aut|[Gg]emäß)\s+"
    r"(?:der\s+(?P<hers>[A-ZÄÖÜ][\wäöüß-]+(?:in|(?:vorsitzende|beauftragte|abgeordnete)(?=n)))n?|"
    r"de[sm]\s+(?P<his>[A-ZÄÖÜ][\wäöüß-]+(?:er|or|ist|oge))n?s?)(?!\s[A-ZÄÖÜ])(?![\w-])"
)
#: „Was sie fordert, ist einfach: …“
WHAT_THEY_WANT = re.compile(
    r"^\W*Was\s+(?P<who>er|sie)\s+(?:\w+\s+){0,2}?(?:fordert|forderte|will|wollte|wünscht|wünschte|fürchtet|fürchtete|stört|störte|"
    r"vermisst|vermisste|verlangt|verlangte|braucht|sieht)\b[^.:]{0,40},?\s(?:ist|sind|war|waren)\b"
)
FOR_THEM = re.compile(r"(?:^|[.:;]\s+)Für\s+$")
FOR_VERB = re.compile(
    r",?\s+(?:ist|sind|war|waren|bleibt|steht|stellt|stellte|wird|liegt|hat|geht|gibt|heißt|zählt|beginnt|kommt|gilt|klang|klingt|stand|blieb|ging|kam|"
    r"bedeutet|bedeutete|fehlt|fehlte|gehört|gehörte|beginnt|begann|wäre|macht|machte|"
    r"greift|griff|reicht|reichte|führt|führte|überwiegt|überwog|scheint|schien|wiegt|wog|klingt)\b"
)
#: What stands before and behind those for whom something is so, or who were applauded for what they said: „Beifall gab
#: es für Rossi, als sie eine Karte forderte“.
FOR_WHOM = (
    (FOR_THEM, FOR_VERB),
    (
        re.compile(r"\b(?:Beifall|Applaus|Gelächter|Zustimmung)\s[^.;:,]{0,30}?für\s+$"),
        re.compile(r",?\s+als\s+(?:er|sie)\s[^.;]+[a-zäöüß](?:te|ief|at|ach)(?=[.,]|$)"),
    ),
)
#: „Urs Häfliger sucht nach eigenen Worten seit drei Jahren“: whatever the verb, it is by their own account.
BY_OWN_ACCOUNT = re.compile(
    r"(?:\s+[\wäöüß-]+){1,6}?\s+(?:nach\s+(?:eigenen\s+(?:Worten|Angaben|Aussagen)|eigener\s+(?:Aussage|Darstellung|Einschätzung|Auskunft))|eigenen\s+Angaben\s+zufolge)\b"
)
ZUFOLGE = re.compile(r",?\s+zufolge\b")
#: „Rossi ging das nicht weit genug“, „Huber war das zu wenig“: what somebody finds, they stand in the dative.
FINDS_IT_SO = re.compile(
    r"\s+(?:ist|war|waren|ging|geht|gehen|gingen|klang|schien|reicht|reichte|gefiel|missfiel|fehlt|fehlte|fehlen|leuchtete?)\s+"
    r"(?:das|dies|es|all\s+das|diese\w*|die\s+Sache|vor\s+allem)\b"
)
_THE_AUDIENCE = (
    r"(?P<who>[Aa]us\s+(?:dem|der|den)\s+"
    r"(?:Publikum|Plenum|Runde|Saal|Zuhörerschaft|Reihen|Auditorium|Mitte|Versammlung))"
)
#: „Aus dem Publikum kam die Frage, wer zahle“, „Aus der Runde wurde das bezweifelt“: nobody whom the report names.
FROM_THE_AUDIENCE = re.compile(
    rf"{_THE_AUDIENCE}\b[^.;:]*?\s(?:(?P<asked>(?:kam|kamen|folgte|gab\s+es|wurde|wurden)\s[^.;:]{{0,60}}?"
    r"(?:Fragen?|Nachfragen?|gefragt))|"
    r"(?:kam|kamen|folgte|gab\s+es)\s[^.;:]{0,60}?(?:Einw[aä]nde?|Kritik|Hinweise?|Vorschl[aä]ge?|Widerspruch|Zweifel|Rufe?|Forderung(?:en)?|"
    r"Bedenken|Klagen?)|(?:wurde|wurden)\s[^.;:]{0,80}?(?:bezweifelt|kritisiert|angemerkt|eingewand?t|gefordert|vorgeschlagen|beklagt|"
    r"angeregt|gelobt|bestritten)|hieß\s+es)"
)
#: „Einig war sich das Podium darin, dass …“, „Mehrere Wortmeldungen galten der Frage, ob …“
OF_THE_HALL = re.compile(
    r"Einig\s+(?:war|waren)\s+sich\s+(?P<agreed>(?:das|die|alle)\s+(?:Podium|Runde|Publikum|Gäste|Fachleute|Beteiligten|"
    r"Teilnehmenden|Anwesenden|Diskutierenden|Podiumsgäste|Expertinnen|Experten))\b|"
    r"(?P<raised>(?:Mehrere|Einige|Viele|Weitere|Zahlreiche|Andere)\s+(?:Wortmeldungen|Fragen|Rückfragen|Beiträge))\s+"
    r"(?:galten|drehten|kreisten|betrafen|zielten|befassten|bezogen)\b"
)
#: „Kritik kam von Rossi: …“, „Von Rossi war zu hören, dass …“
CAME_FROM = re.compile(r"(?:\b(?:kam|kommt|kamen|folgte)\s+von\s+|^Von\s+)(?:de[rm]\s+)?$")
#: „Dass es regne, war Rossi wichtig“
MATTERED_BEFORE, MATTERED = (
    re.compile(r"^Dass\b[^.;]+,\s+(?:war|ist)\s+$"),
    re.compile(r"\s+(?:besonders\s+|sehr\s+)?(?:wichtig|bewusst)\b"),
)
CAME = re.compile(r"(?:,\s[^:.;]{2,140}?)?\s*:\s|\s+(?:war|ist)\s+zu\s+(?:hören|erfahren)\b")
#: „Widerspruch kam von Rossi, die darauf hinwies, dass …“
WHO_SAID = re.compile(
    r",\s+(?:die|der)\s+[^,.;:]{0,80}?[a-zäöüß]+(?:te|ies|ach|ob|ab|ieß|ief|at)\s*"
    r"(?:,\s+(?:dass|wie|warum|ob)\b|:\s)"
)
_SILENT = (
    r"(?:erfuhr|merkte|bemerkte|sah|hörte|las|sorgte|verhinderte|erreichte|lernte|entschied|vergaß|wartete|wusste|weiß|"
    r"half|bewirkte|erlebte|zeigte)"
)
#: Any verb, with a clause behind „dass“ or a colon: what follows may be theirs.
WITH_A_CLAUSE = re.compile(
    rf"(?:,\s[^,;:.]{{2,80}},)?\s+(?!{_SILENT}\b)(?:[a-zäöüß]+(?:t|te|ten|e|b|g|m|h|ß|ng|ef|af|ah|d)|war)\b[^.;:?!]{{0,110}}?(?::\s+\w|,\s+dass\b)"
)
AGREED = re.compile(
    r"\W*(?:In diesem Punkt |Darin |Nur darin )?(?:[Ee]inig|[Ee]ins)\s+(?:waren|sind)\s+sich\s+(?:de[rn]\s+|die\s+)?"
)
#: „Am Ende waren sich | Rossi und Huber | immerhin einig, dass …“
AGREED_AFTER_ALL = (
    re.compile(r"[^.;:,]{0,60}\b(?:waren|sind|zeigten)\s+sich\s+(?:de[rn]\s+|die\s+)?"),
    re.compile(r"\s+(?:[a-zäöüß]+\s+){0,3}?(?:darin\s+)?(?:einig|eins)\b"),
)
AS_THEY_PUT = re.compile(r"(?:^|,\s+|\b)[Ww]ie\s+$")
PUT_IT_SO = re.compile(
    r"\s+(?:es\s+)?(?:ausführte|formulierte|sagte|betonte|erläuterte|"
    r"berichtete|darlegte|erklärte|meinte|anmerkte|nannte|ausdrückte|vorrechnete|hinzufügte|mitteilte|schilderte|erzählte|einräumte|"
    r"feststellte|hervorhob|klarstellte|zusammenfasste|ergänzte|unterstrich|bemerkte|warnte|versicherte)\b"
)
SO = re.compile(r"[,\x1a“”\"]\s*[Ss]o\s+$")
SO_ENDS = re.compile(
    r"\s*(?:an\s+[^,.;:]{2,50}\s+(?:gewandt|gerichtet))?\s*(?:z(?:um|u|ur)\s+(?:Auftakt|Beginn|Eröffnung|Begrüßung|Abschluss|Schluss|Ende)\s*)?(?:(?:darauf|daraufhin|dazu|später|abschließend|wörtlich|knapp|trocken)\s*)?(?:[,.;:]|$|weiter\b)"
)
VERBATIM = re.compile(
    r"\s*(?:\([^()]*\))?\s*(?:wörtlich|dazu|trocken|weiter|knapp|zum Schluss|"
    r"dagegen|hingegen|darauf|daraufhin|indes|wiederum|abschließend|später|nüchtern|etwa)?\s*:\s*\S"
)
HIS_VIEW = re.compile(
    rf"(?:^|[,;–—]\s*|\b)(?:(?:[Nn]ach|[Aa]us|[Ii]n)\s+(?P<who>seine[rn]|ihre[rn])\s+(?:{_VIEW}|Berechnungen|Schätzungen|Erfahrungen|Erkenntnissen)|(?P<who2>[Ss]einer|[Ii]hrer)\s+{_VIEW}\s+nach|"
    rf"(?P<who3>[Ii]hm|[Ii]hr)\s+zufolge|(?P<who4>[Ss]einen|[Ii]hren)\s+(?:Angaben|Worten|Erkenntnissen|Zahlen|Berechnungen)\s+(?:zufolge|nach)|"
    rf"[Nn]ach\s+(?:den\s+)?(?:Angaben|Berechnungen|Schätzungen|Zahlen)\s+(?P<who5>seine[rs]|ihre[rs])\s+[A-ZÄÖÜ]\w+)"
)
#: „Gerecht wäre für ihn, wenn …“, „Für ihn steht fest, dass …“
SO_FOR_THEM = re.compile(
    rf"^\W*(?:[A-ZÄÖÜ][a-zäöüß]+\s+(?:ist|war|wäre|sei|bleibt|blieb|klingt|klang)\s+für\s+(?P<who>ihn)(?=[,:]|\s+{COVER}|\s+(?:\w+,\s+)?dass\b)|"
    r"Für\s+(?P<who2>ihn)\s+(?:ist|war|wäre|sei|steht|stand|bleibt|blieb|zählt|zählte)\b[^.;:,]{0,60}(?:,\s+(?:dass|wenn|ob|wie)\b|:\s))"
)
_NOUN = (
    r"(?:(?:Haupt|Kern|Gegen|Schluss|Grund)(?:argument|these|forderung|frage|botschaft|vorschlag|einwand|sorge|satz)|Fazit|Vorschlag|Eingeständnis|Geständnis|Bekenntnis|"
    r"Resümee|Einschätzung|Hinweis|Plädoyer|Prognose|Überzeugung|Devise|Erklärung|Begründung|Eindruck|Beobachtung|Reaktion|"
    r"Erwiderung|Maxime|Diagnose|Hoffnung|Befürchtung|Klage|Replik|Mahnung|Antwort|Rat|Appell|Argument|Forderung|Wunsch|Einwand|Urteil|Bilanz|"
    r"Kommentar|Befund|These|Warnung|Frage|Botschaft|Bitte|Credo)"
)
HIS_NOUN = re.compile(
    rf"[,{COVER}]\s*(?:so|lautete?|war|ist|hieß)\s+(?P<who2>sein|ihr|seine|ihre)\s+(?:\w+\s+)?"
    rf"{_NOUN}(?=\W*$|[,.;:]|\s+(?:zu|über|nach|am|auf|an|dazu)\b)|"
    rf"(?:^|[,;–—]\s*)(?P<who>[Ss]ein|[Ii]hr|[Ss]eine|[Ii]hre)\s+(?:\w+\s+)?{_NOUN}\b[^.:]{{0,30}}?(?:\s+(?:ist|war|lautet|lautete|lautete:)\b|:)"
)
IN_THEIR_VIEW = re.compile(r"\b(?:[Aa]us|[Ii]n|[Nn]ach)\s+$")
THEIR_VIEW = re.compile(rf"\s+{_VIEW}\b")
WAS_THEIR_NOUN = re.compile(r"\b(?:lautete?|war|ist)\s+$")
ANY_NOUN = re.compile(rf"\s+(?:\w+\s+)?{_NOUN}\b")
THEIR_NOUN = re.compile(
    rf"\s+(?:\w+\s+)?{_NOUN}\b[^.:]{{0,30}}?(?:\s+(?:ist|war|lautet|lautete|fiel|fällt|kam|kommt)\b|:)"
)
#: „Auf die Frage Rossis, ob es regne, antwortete Huber, …“
WHILE = re.compile(r"\W*(?:Während|Wo)\s+")
ASKED_FIRST = re.compile(
    r"^\W*Auf\s+(?:die|eine)\s+(?:\w+\s+)?(?:Frage|Nachfrage|Rückfrage|Bemerkung|Kritik)\s+(?:von\s+|de[rs]\s+)?$"
)
WHAT_IS_ASKED = re.compile(r",\s+(?:ob|wie|wer|was|warum|wann|wo|welche\w*|wieso|dass)\b[^;:]{3,160}?,\s")
#: Whatever verb stands between spoken words and somebody reports them: „…“, beruhigte Rossi.
_NO_VERB = (
    r"(?:mit|seit|nicht|damit|statt|laut|dort|jetzt|erst|fast|sonst|selbst|und|aber|weil|dass|denn|doch|wie|als|der|die|das|dem|"
    r"den|des|nach|auch|noch|ist|war|hat|wird|anstatt|somit|bereits|insgesamt|zuletzt|gut|heute|gestern)"
)
BEHIND_SPEECH = re.compile(
    rf"{COVER},?\s+(?P<verb>(?!{_NO_VERB}\b)[a-zäöüß]{{2,}}(?:te|t|ief|ieß|ies|ach|ob|og|uhr|iet|arf|loss|ang|ing|rach))(?=\s)"
)
SUBORDINATE = re.compile(r"^\s*(?:dass|weil|wenn|ob|als|obwohl|nachdem|bevor|damit|was|wer)\b")
RELATIVE = re.compile(
    r"^\s*(?:der|die|das|den|dem)\b"
)  # behind a comma; „Dem hielt Huber entgegen“ opens a sentence
#: „Die CDU-Fraktion äußerte Zweifel, ob es trocken sei“: somebody's own words begin.
OWN_SUBJECT = re.compile(r"\W*(?:Die|Der|Das|Eine?)\s+(?:[a-zäöüß]+e[nrs]?\s+)?[A-ZÄÖÜ]")
THEY_REACTED = re.compile(REACTED, re.I)
#: „Der Nachtwächter widersprach“, „Die Verfasser des Berichts empfehlen“, „Fachleute warnen“: somebody whom no list
#: holds opens the sentence, before a verb that only people are subjects of.
_NO_SPEAKER = (
    r"(?:\w*(?:[Ss]tudie|[Bb]ericht|[Gg]esetz|[Gg]utachten|[Pp]apier|[Kk]onzept|[Ee]ntwurf|[Rr]ichtlinie|[Zz]ahlen|[Dd]aten|[Uu]mfrage|"
    r"[Bb]uch|[Tt]ext|[Rr]oman|[Ee]rzählung|[Nn]ovelle|[Gg]edicht|[Gg]eschichte|[Ff]ilm|[Tt]heaterstück|[Aa]usstellung|[Ll]ied|[Cc]hronik|[Bb]rief|"
    r"[Pp]rotokoll|[Vv]ertrag|[Aa]nalyse|[Uu]rteil)n?)\b"
)
OTHERS_SAY = re.compile(
    rf"\W*(?P<who>(?:Auch\s+|Selbst\s+)?(?:(?:[Dd](?:er|ie|as)|[Ee]ine?|[Ee]inige|[Vv]iele|[Mm]ehrere|[Zz]wei|[Dd]rei|[Vv]ier|[Ii]hre?|[Ss]eine?)"
    rf"\s+(?:[a-zäöüß]+e[nrs]?\s+)?(?!{_NO_SPEAKER})[A-ZÄÖÜ][\wäöüß-]+|(?!{_NO_SPEAKER})[A-ZÄÖÜ][\wäöüß-]+(?=\s+\w+e?n\b))"
    r"(?:\s+(?:de[rs]|vo[nm]|aus|für|i[nm]|am|bei)\s+(?:de[rmsn]\s+)?(?:[a-zäöüß]+e[nrms]?\s+)?[A-ZÄÖÜ][\wäöüß-]+){0,2})"
    rf"\s+(?:{_ADVERB}\s+){{0,2}}(?P<verb>{PEOPLE_SAY})(?![\w-])"
)
#: „Er habe vier Enkel, konterte der Beirat“: whoever that is.
SOMEBODY_ELSE_SAYS = re.compile(
    rf",\s+(?P<verb>{SAYS.pattern})\s+(?P<who>(?:der|die|eine?)\s+(?:[a-zäöüß]+e[rn]?\s+)?[A-ZÄÖÜ][\wäöüß-]+)(?=\s*[,.;]|$|\s+(?:dazwischen|ein|hinzu|nach)\W*$)"
)
#: „Der Gast aus Uruguay bat sie“: what opens in the masculine nominative is the subject itself.
HIS_OWN = re.compile(r"\W*(?:Der|Ein)\s+(?:[a-zäöüß]+e[r]?\s+)?[A-ZÄÖÜ][\wäöüß-]+\s")
#: What somebody reads out is another's: „zitierte aus einem Brief des Bürgermeisters“.
READS_OUT = re.compile(
    r"(?:zitiert|las|liest)e?(?:\s+[a-zäöüß]+){0,3}\s+(?:aus\s+)?(?:(?:de[mnr]|das|die|eine[nmr]?|ein|seine[nmr]?|ihre[nmr]?)\s+)(?:[a-zäöüß]+e[nrms]?\s+)?"
    r"(?:\w*[Bb]rief\w*|\w*[Tt]agebuch\w*|\w*[Gg]edicht\w*|Zeilen?|Satz|\w*[Ss]telle|\w*[Nn]otiz\w*|Vers\w*)\b"
)
WISHES = re.compile(
    r"\s+(?:(?:dagegen|hingegen|aber|jedoch|selbst)\s+)?(?:sähe|fände|wünschte|zöge|"
    r"(?:würde|hätte|wäre)\s+(?:[\wäöüß-]+\s+){0,3}?(?:lieber|gern|besser))\b"
)
CLAUSE = re.compile(rf"[,;:–—{COVER}]\s*")
#: „2.300 Beiträge“: the stop ends no sentence.
WITHIN_A_NUMBER = re.compile(r"(?<=\d)\.(?=\d)")


class GermanGrammar:
    """Answers a Grammar's questions for German."""

    def __init__(self, roster: Roster):
        self.roster = roster
        self.phrases = GermanPhrases(roster)
        self.subject = self.phrases.subject
        self.people_named = self.phrases.people_named
        self.sole_person = self.phrases.sole_person
        self.names_anybody = self.phrases.names_anybody
        self.named_at_start = self.phrases.named_at_start
        self.addressee = self.phrases.addressee
        self.person_of_label = self.phrases.person_of_label

    def person_of_role(self, label: str, focus: int | None, gender: str | None = None) -> int | None:
        return RoleFinder(self.roster.people).find(label, focus)

    def pronoun_gender(self, pronoun: str) -> str | None:
        return GENDERS.get(pronoun.lower())

    def gender_done_to(self, masked: str) -> str | None:
        subject = self.subject(masked) if " ihm" in masked or " ihr" in masked else None
        done = subject and DONE_TO_THEM.match(masked, subject.end)
        return GENDERS[done["who"]] if done else None

    def let_speak(self, masked: str) -> int | None:
        return None

    def points_at_last(self, pronoun: str) -> bool:
        return pronoun.lower() in POINTING

    def reports(self, words: str) -> bool:
        return bool(SAYS.match(words))

    def goes_on_reporting(self, masked: str) -> bool:
        """Whether the mood alone tells that somebody's words go on: „Das Land habe 900 Hektar gekauft.“"""
        main = masked.partition(",")[0]
        if SOMEBODY_ELSE_SAYS.search(masked):
            return False
        subject = self.subject(masked)
        if (
            subject is not None
            and subject.kind is Kind.NAME
            and "nom" in subject.cases
            and not REPORTED_MOOD.search(main.partition(":")[0])
        ):
            return False  # „Rossi quittierte das mit der Bemerkung, er werde …“
        if THEY_REACTED.match(main):
            return False
        reports = OWN_SUBJECT.match(main) and SAYS.search(main) and not REPORTED_MOOD.search(main)
        return not reports and bool(REPORTED_MOOD.search(masked))

    def names_stranger(self, masked: str) -> bool:
        return False

    def wishes(self, masked: str) -> bool:
        subject = self.phrases.subject(masked)
        named = subject is not None and subject.kind is Kind.NAME and subject.people
        return bool(named and subject and WISHES.match(masked, subject.end))

    # --- the sentence ---

    def cues(self, masked: str) -> list[Cue]:
        if len(masked) - masked.count(COVER) > MAX_SENTENCE:
            return []
        masked = WITHIN_A_NUMBER.sub("_", masked)
        phrases = self.phrases.read(masked)
        cues = [
            *self._verbs(masked, phrases),
            *self._sources(masked, phrases),
            *self._without_verb(masked, phrases),
            *self._possessive(masked, phrases),
            *self._agreed(masked, phrases),
        ]
        cues = cues or self._from_the_audience(masked) or self._by_somebody(masked, phrases)
        cues = cues or self._behind_speech(masked, phrases) or self._with_a_clause(masked, phrases)
        cues = cues or self._by_others(masked, phrases)
        cues += self._asked_first(masked, phrases, cues) or self._while_first(masked, phrases, cues)
        for contrast in (CONTRAST, BRIEF_CONTRAST, QUOTED_CONTRAST):
            if more := contrast.cues(masked, phrases, cues):
                cues += more
                break
        return sorted(first_of_each(cues), key=lambda c: c.at)

    @staticmethod
    def _from_the_audience(masked: str) -> list[Cue]:
        if hall := OF_THE_HALL.match(masked):
            who, act = hall["agreed"] or hall["raised"], Act.SAYS if hall["agreed"] else Act.ASKS
            return [
                Cue(Kind.GROUP, (), Sign.VERB, hall.group().split()[-1], 0, hall.end(), act=act, group=who)
            ]
        match = FROM_THE_AUDIENCE.match(masked)
        if match is None:
            return []
        act = Act.ASKS if match["asked"] else Act.SAYS
        words = match.group()[len(match["who"]) :].split()[0]
        return [Cue(Kind.GROUP, (), Sign.VERB, words, 0, match.end(), act=act, group=match["who"])]

    @staticmethod
    def _by_somebody(masked: str, phrases: list[Phrase]) -> list[Cue]:
        match = SOMEBODY_ELSE_SAYS.search(masked)
        if match is None or any(p.kind is Kind.NAME and p.end == match.start() + 1 for p in phrases):
            return []  # „Anna Rossi, Leiterin des Amtes, begrüßte die Gäste“: they are greeted
        place = (match.start("verb"), match.end())
        return [
            Cue(
                Kind.ROLE, (), Sign.VERB, match["verb"], *place, act=act_of(match["verb"]), group=match["who"]
            )
        ]

    @staticmethod
    def _by_others(masked: str, phrases: list[Phrase]) -> list[Cue]:
        match = OTHERS_SAY.match(masked)
        named = (p for p in phrases if p.kind is not Kind.GROUP and "nom" in p.cases)
        if match is None or any(p.start < match.end("who") for p in named):
            return []
        place = (match.start("who"), match.end())
        several = match["verb"].endswith(("en", "ten"))
        return [
            Cue(
                Kind.GROUP,
                (),
                Sign.VERB,
                match["verb"],
                *place,
                how="" if several else ANYBODY,
                act=act_of(match["verb"]),
                group=match["who"],
            )
        ]

    @staticmethod
    def _behind_speech(masked: str, phrases: list[Phrase]) -> list[Cue]:
        cues = []
        for verb in BEHIND_SPEECH.finditer(masked):
            phrase = next((p for p in phrases if p.start >= verb.end()), None)
            if (
                phrase
                and phrase.kind in SOMEBODY
                and "nom" in phrase.cases
                and GAP_AFTER.fullmatch(masked, verb.end(), phrase.start)
            ):
                made = _made(Sign.VERB, verb["verb"], phrase, verb.start("verb"), phrase.end)
                cues.append(replace(made, strong=False))
        return cues[:1]

    @staticmethod
    def _asked_first(masked: str, phrases: list[Phrase], cues: list[Cue]) -> list[Cue]:
        """The question that stands before somebody else's answer."""
        p = next((p for p in phrases if p.kind is Kind.NAME), None)
        asks = p and ASKED_FIRST.search(masked[: p.start]) and WHAT_IS_ASKED.match(masked, p.head_end)
        if not p or not asks or not any(c.at >= asks.end() and c.people != p.people for c in cues):
            return []
        return [_made(Sign.POSSESSIVE, "", p, p.start, asks.end() - 2, act=Act.ASKS)]

    @staticmethod
    def _while_first(masked: str, phrases: list[Phrase], cues: list[Cue]) -> list[Cue]:
        """„Während Rossi auf Absprachen setzt, hält Huber …“: the first clause is hers, whatever its verb."""
        p = next((p for p in phrases if p.kind is Kind.NAME), None)
        if p is None or not p.people or not WHILE.fullmatch(masked[: p.start]):
            return []
        comma = masked.find(",", p.end)
        others = any(c.at > comma and c.people and c.people != p.people for c in cues)
        if comma < 0 or not others or any(c.at < comma for c in cues):
            return []
        return [replace(_made(Sign.CLAUSE, "", p, p.start, p.end), strong=False)]

    @staticmethod
    def _with_a_clause(masked: str, phrases: list[Phrase]) -> list[Cue]:
        """„Rossi blieb dabei: …“, „Kritik kam von Rossi: …“: what follows may be theirs, whatever the verb."""
        for p in phrases:
            if p.kind is not Kind.NAME:
                continue
            before = _before(masked, p.start)
            first = p is phrases[0] and not before.strip(" „“»«–—-") and WITH_A_CLAUSE.match(masked, p.end)
            if (
                first
                or CAME_FROM.search(before)
                and CAME.match(masked, p.end)
                or WHO_SAID.match(masked, p.head_end)
                or MATTERED_BEFORE.match(masked[: p.start])
                and MATTERED.match(masked, p.head_end)
            ):
                return [replace(_made(Sign.CLAUSE, "", p, p.start, p.end), strong=False)]
        return []

    def _verbs(self, masked: str, phrases: list[Phrase]) -> list[Cue]:
        cues = []
        verbs = [*SAYS.finditer(masked), *STANDS.finditer(masked)]
        for verb in sorted(verbs, key=lambda m: m.start()):
            if verb.re is SAYS and not completes(masked, verb):
                continue
            if READS_OUT.match(masked, verb.start()):
                continue
            phrase = (
                _subject_before(masked, verb, phrases)
                or _subject_after(masked, verb, phrases)
                or _subject_before(masked, verb, phrases, COMMA_VERB)
            )
            if phrase is None or not _agrees(verb.group(), phrase):
                continue
            at, end = (
                min(phrase.start, verb.start()),
                max(verb.end(), phrase.end if phrase.start > verb.start() else 0),
            )
            made = _made(
                Sign.VERB,
                verb.group(),
                phrase,
                at,
                end,
                _joined(masked, phrase, phrases),
                Act.ANNOUNCES
                if announces(masked, verb, phrase)
                else Act.SAYS
                if verb.group() in WANTING and "wissen" not in masked
                else act_of(verb.group()),
            )
            cues.append(replace(made, strong=verb.re is SAYS))
        return cues

    def _sources(self, masked: str, phrases: list[Phrase]) -> list[Cue]:
        cues = []
        for match in SOURCE.finditer(masked):
            named = [
                p
                for p in phrases
                if p.head_end > match.end() and p.start <= match.end() + 60 and p.kind is Kind.NAME
            ]
            if named and not re.search(r"[.;:,]", masked[match.end() : max(match.end(), named[0].start)]):
                cues.append(_made(Sign.SOURCE, match.group().strip(), named[0], match.start(), named[0].end))
        for match in SOURCE_ROLE.finditer(masked):
            label = f"die {match['hers']}" if match["hers"] else f"der {match['his']}"
            cues.append(
                Cue(
                    Kind.ROLE,
                    (),
                    Sign.SOURCE,
                    match["sign"],
                    match.start(),
                    match.end(),
                    group=label,
                )
            )
        for p in phrases:
            if p.kind is Kind.NAME and (behind := ZUFOLGE.match(masked, p.head_end)):
                cues.append(_made(Sign.SOURCE, "zufolge", p, p.start, behind.end()))
            elif p.kind is Kind.NAME and any(
                before.search(_before(masked, p.start)) and behind.match(masked, p.end)
                for before, behind in FOR_WHOM
            ):
                cues.append(_made(Sign.SOURCE, "für", p, p.start, p.end))
            elif (
                p.kind is Kind.NAME
                and OPENS.search(_before(masked, p.start))
                and BY_OWN_ACCOUNT.match(masked, p.end)
            ):
                cues.append(_made(Sign.SOURCE, "nach eigenen Worten", p, p.start, p.end))
            elif (
                p.kind is Kind.NAME
                and AS_THEY_PUT.search(_before(masked, p.start))
                and PUT_IT_SO.match(masked, p.end)
            ):
                cues.append(_made(Sign.SOURCE, "wie", p, p.start, p.end))
            elif (
                p.kind is Kind.NAME
                and OPENS.search(_before(masked, p.start))
                and FINDS_IT_SO.match(masked, p.end)
            ):
                cues.append(replace(_made(Sign.CLAUSE, "", p, p.start, p.end), strong=False))
        return cues

    @staticmethod
    def _without_verb(masked: str, phrases: list[Phrase]) -> list[Cue]:
        """„…“, so Janssen. Szymkowiak wörtlich: „…“ Bockwinkel: Der Markt regle das."""
        cues = []
        for p in phrases:
            if (
                p.kind in (Kind.NAME, Kind.ROLE, Kind.GROUP)
                and SO.search(_before(masked, p.start))
                and SO_ENDS.match(masked, p.end)
            ):
                cues.append(_made(Sign.SIGNED, "so", p, p.start, p.end))
            elif (
                p.kind in (Kind.NAME, Kind.ROLE)
                and OPENS.search(_before(masked, p.start))
                and VERBATIM.match(masked, min(p.end, p.head_end))
            ):
                cues.append(_made(Sign.COLON, ":", p, p.start, p.head_end))
            elif (
                p.kind is Kind.NAME
                and p.end > p.head_end
                and OPENS.search(_before(masked, p.start))
                and re.match(r"\s*:", masked[p.end :])
            ):
                cues.append(_made(Sign.COLON, ":", p, p.start, p.end))
        return cues

    @staticmethod
    def _agreed(masked: str, phrases: list[Phrase]) -> list[Cue]:
        """„Einig waren sich Rossi und Huber darin, dass …“"""
        named = [p for p in phrases if p.kind is Kind.NAME]
        if len(named) < 2:
            return []
        first, behind = AGREED_AFTER_ALL
        before = masked[: named[0].start]
        after_all = first.fullmatch(before) and behind.match(masked, named[1].head_end)
        if not (after_all or AGREED.fullmatch(before)):
            return []
        joined = _joined(masked, named[1], named[:2])
        return [_made(Sign.VERB, "einig", named[1], 0, named[1].end, joined)] if joined else []

    @staticmethod
    def _possessive(masked: str, phrases: list[Phrase]) -> list[Cue]:
        cues = []
        for p in phrases:
            if p.kind is not Kind.NAME or masked[p.head_end - 1] not in "s’":
                continue
            before = _before(masked, p.start)
            noun = THEIR_NOUN.match(masked, p.head_end)
            view = IN_THEIR_VIEW.search(before) and THEIR_VIEW.match(masked, p.head_end)
            if noun or view or WAS_THEIR_NOUN.search(before) and ANY_NOUN.match(masked, p.head_end):
                cues.append(_made(Sign.POSSESSIVE, "", p, p.start, p.head_end))
        for pattern, sign in (
            (HIS_VIEW, Sign.SOURCE),
            (SO_FOR_THEM, Sign.SOURCE),
            (HIS_NOUN, Sign.HIS_NOUN),
            (WHAT_THEY_WANT, Sign.HIS_NOUN),
        ):
            for match in pattern.finditer(masked):
                who = next(word for word in match.groups() if word).lower()
                cues.append(Cue(Kind.PRONOUN, (), sign, who, match.start(), match.end(), group=who))
        return cues


def _before(masked: str, at: int) -> str:
    """What stands right before a place; where it was cut, its beginning is no beginning of a sentence."""
    return masked[:at] if at <= NEAR else "x" + masked[at - NEAR : at]


def _subject_before(
    masked: str, verb: re.Match, phrases: list[Phrase], joins: re.Pattern[str] = SECOND_VERB
) -> Phrase | None:
    """The subject that a verb in second place follows; joined by „und“, or as `joins` has it, the first verb's."""
    for phrase in reversed([p for p in phrases if p.head_end <= verb.start()]):
        if phrase.kind not in SOMEBODY or PREPOSITION.search(_before(masked, phrase.start)):
            continue
        if "nom" not in phrase.cases:
            continue
        if AND_THEN.fullmatch(masked, phrase.end, verb.start()) and INVERTED.fullmatch(
            masked, 0, phrase.start
        ):
            return phrase
        if not OPENS.search(_before(masked, phrase.start)):
            continue
        for end in {phrase.end, phrase.head_end}:
            gap = masked[end : verb.start()] if end <= verb.start() else "x,"
            if GAP_BEFORE.fullmatch(gap):
                return phrase
            if joins.fullmatch(gap):
                return phrase
    return None


def _subject_after(masked: str, verb: re.Match, phrases: list[Phrase]) -> Phrase | None:
    """„…“, sagte Janssen; Zum Schluss forderte Röwekamp, …"""
    phrase = next((p for p in phrases if p.start >= verb.end()), None)
    if phrase is None or phrase.kind not in SOMEBODY or "nom" not in phrase.cases:
        return None
    gap = masked[verb.end() : phrase.start]
    if not GAP_AFTER.fullmatch(gap) or PREPOSITION.search(gap):
        return None
    before = masked[: verb.start()]
    clause = CLAUSE.split(before)[-1]
    if phrase.kind is Kind.PRONOUN and HIS_OWN.match(clause):
        return None
    if len(clause) < len(before) and RELATIVE.match(clause) and not clause.strip().startswith("das "):
        return None
    return None if SUBORDINATE.match(clause) and not clause.strip().startswith(("wie", "das ")) else phrase


def _agrees(verb: str, phrase: Phrase) -> bool:
    plural = bool(re.search(r"(?:ten|en|ben|ten)$", verb.split()[0])) and verb.split()[0] not in ("begannen",)
    if phrase.kind is Kind.PRONOUN:
        return not plural
    return True


def _joined(masked: str, phrase: Phrase, phrases: list[Phrase]) -> tuple[int, ...]:
    for other in phrases:
        if (
            other.kind is Kind.NAME
            and other.end <= phrase.start
            and re.fullmatch(r"\s+und\s+", masked[other.end : phrase.start])
        ):
            return other.people
    return ()


def _made(
    sign: Sign,
    words: str,
    phrase: Phrase,
    at: int,
    end: int,
    joined: tuple[int, ...] = (),
    act: Act = Act.SAYS,
) -> Cue:
    printed = None if phrase.kind is Kind.NAME else " ".join(phrase.label.split())
    gender = "f" if phrase.kind is Kind.ROLE and is_hers(phrase.label) else None
    return Cue(
        phrase.kind,
        (*joined, *phrase.people),
        sign,
        words,
        at,
        end,
        phrase.how,
        act,
        printed,
        phrase.candidates,
        gender,
    )
