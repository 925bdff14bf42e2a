"""German: what ends a speaker's voice: narration of the event, and people quoted from elsewhere."""

#: „Die Versammelten quittierten das mit der Frage, wen er gefragt habe“: what a hall does at what it hears.
REACTED = (
    r"^\W*(?:die|der|das|eine?|viele|einige|manche)\s+(?:[a-zäöüß]+e[nrs]?\s+)?[\wäöüß-]+\s+"
    r"(?:quittier|reagier|applaudier|klatsch|lach|nick|murr|schmunzel|jubel|staun|horch|johl|raun)(?:te|ten)(?!\w)"
)
NARRATION = (
    rf"{REACTED}|"
    r"\b(?:die\s+)?(?:mehrheit|meisten)\s+(?:des\s+|der\s+)?(?:publikums|saals|anwesenden|gäste|zuhör\w+|besucher\w*)\b|"
    r"\bder\s+saal\s+(?:war|stimmte|widersprach|lachte|entschied)\b|"
    r"^\W*(?:die\s+)?(?:urkunden|zertifikate|folien|unterlagen|aufzeichnung|präsentationen)\s+(?:wird|werden|wurden?)\b|"
    r"^unter\s+den\s+(?:gästen|anwesenden|zuhör\w+|teilnehm\w+|besucher\w*|ehrengästen)\s+(?:war|waren|befand|befanden|saß|saßen)\b|"
    r"^(?:untersucht|befragt|ausgewertet|erhoben|ausgezählt)\s+(?:wurden?|worden)\b|^die\s+(?:antworten|wortmeldungen|fragen)\s+(?:reichten|gingen|kreisten)\b|"
    r"^(?:die|der|das)\s+(?:\w+\s+){0,2}?(?:studie|bericht|buch|text|vortrag|tagungsband|dokumentation|beiträge|vorträge)\s+(?:ist|sind|steht|stehen|erscheint|erscheinen|liegt|wird)\s+(?:[\w-]+\s+){0,5}?"
    r"(?:abrufbar|erhältlich|erschienen|verfügbar|bereit|veröffentlicht|nachzulesen|im\s+herbst|im\s+frühjahr)\b|"
    r"^\W*\((?:heiterkeit|beifall|gelächter|applaus|zwischenrufe?|unruhe|lachen)[^()]*\)\W*$|"
    r"\b(?:die (?:veranstaltung|sitzung|diskussion|versammlung|tagung|konferenz|debatte|lesung|"
    r"ausstellung)|der (?:abend|"
    r"vortrag|antrag|roman|saal|hörsaal)|das (?:podium|publikum|buch|gespräch|treffen)) (?:war|waren|wurde|wird|fand|"
    r"endete|begann|dauerte|stimmte|schloss|erschien|ist)\b|\b(?:wurde|wurden|wird) (?:\w+ "
    r"){0,5}(?:angenommen|abgelehnt|"
    r"beschlossen|verabschiedet|vertagt|gegründet|gebaut|eröffnet)\b|^entschuldigt\s|"
    r"\b(?:saal|publikum|hörsaal|zuhörer\w*) (?:lacht|applaudiert|schwieg|tobt|klatscht|jubelt|murrt|raunt)\w*|"
    r"\bden vorsitz (?:führte|hatte)\b|"
    r"\bentscheide[nt] (?:\w+ )?(?:am \d|im [a-z]|Anfang|Ende)|\b(?:gelächter|applaus|beifall)\b|"
    r"\b(?:kam|hieß|tönte|schallte|klang)\s+es\s+aus\b|^aus\s+(?:dem\s+munde?|den\s+reihen)\s+de[rs]\b"
)
BACKGROUND = (
    r"^wir\s+(?:haben\s+(?:sie|ihn|mit)|sprachen|trafen|danken|fragten|veröffentlichen|dokumentieren)\b|"
    r"^(?:die (?:veranstaltung|sitzung|diskussion|tagung)|foto|bild)\b|"
    r"^(?:danach|anschließend|im anschluss|hinterher|zum ausklang)\s+(?:wurde|gab|ging|blieb|lud|klang)\b"
)
ABOUT = (
    r"über\s+(?:uns|(?:die|den|das)\s+(?:autor(?:in)?|stiftung|akademie|institut|verein|forum|projekt|tagung|reihe))|"
    r"hintergrund"
)
OPPONENT = r"\b(?:kontrahent|widersacher|gegenspieler)(?:in)?$"
MODERATOR = r"\b(?:moderator|moderatorin|gesprächsleiter(?:in)?)$"
OUTSIDE = (
    r"\bhatte\b.{0,60}\b(?:geschrieben|notiert|erklärt|gesagt|angekündigt|versprochen|"
    r"behauptet|gefordert)\b|\bin (?:seinem|ihrem|einem) (?:buch|brief|tagebuch|artikel|"
    r"roman|aufsatz|interview)\b|(?<!habe )(?<!hätten )(?<!sei )(?<!seien )\bdamals\b(?!\s(?:habe|hätten|seien?)\b)|"
    r"\bdamalige[nrs]?\b|\bverstorbene[nr]?\b|\bpflegt?e?\s+zu\s+sagen\b|"
    r"^Im\s(?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\s|"
    r"\b(?:bestritt|bestreitet|bestritten)\s(?:\w+\s){0,2}(?:Vorwürfe?|Anschuldigung(?:en)?|Tat|Schuld|Beteiligung)\b|"
    r"\b(?:wies|weist)\s(?:\w+\s){0,2}(?:Vorwürfe?|Anschuldigung(?:en)?)\s(?:\w+\s){0,3}zurück\b|"
    r"^(?:Im\s(?:vergangenen|vorigen|letzten)\s(?:Jahr|Monat|Herbst|Frühjahr|Sommer|Winter)|Vor\s\w+\s(?:Jahren|Monaten))\b"
)
OUTSIDE_AFTER = r"im jahr(?:e)? \d{4}|vor (?:\w+) jahren|damals|im vergangenen jahr|schon \d{4}"
#: Whoever was to speak and did not come.
CANNOT_COME = (
    r"\b(?:hatte|musste|hat|muss)\b[^.;:]{0,80}\b(?:absagen|abgesagt|entschuldigen|entschuldigt)\b|"
    r"\b(?:war|ist)\b[^.;:]{0,50}\b(?:verhindert|erkrankt)\b|\bkonnte\b[^.;:]{0,50}\bnicht\s+(?:kommen|teilnehmen|anreisen|dabei\s+sein)\b"
)
HEARERS = r"(?:de[nr]\s+)?(?:journalisten|abgeordneten|presse|delegierten)"
#: What a state or its offices do, by somebody's account, is told of elsewhere.
OF_THE_STATE = (
    r"(?:die|der|das)\s+(?:\w*regierung|\w*ministerium|bund|land|freistaat|kanton|\w*senat|(?:eu-)?kommission|\w*behörde|\w*verwaltung|"
    r"kabinett|bundestag|landtag|polizei)\s"
)
#: Before the year in which something was said, so long ago that it is remarkable.
ALREADY = r"(?:schon|bereits)(?:\s+im\s+jahre?)?"
INDIRECT = r"\bfragte[^.,]{0,40},\s+(?:ob|wie|warum|wer|was|wann|wo|woher|welche\w*|weshalb|wieso)\b"
ANNOUNCED = r"(?!)"
IN_A_DECADE = r"(?!)"
REPLIES = "antwort|entgegn|erwider|bejah|vernein"
OWN_WORDS = "ich|mir|mich|mein\\w*|wir|uns|unser\\w*|ihr|euch|euer\\w*"
PARTS_SPEAKERS_BEHIND_COMMA = "während|worauf|woraufhin|aber|doch|und|wohingegen"
PARTS_SPEAKERS = "während|aber|wohingegen"
CENTURY = r"\b\d\d\. jahrhundert"
OUTSIDE_VERB = r"\b(?:schrieb|schreibt)\b"
#: What somebody who speaks at the event does besides: no position of theirs.
ACTS = (
    r"(?:\s*,[^,;:.]{2,110},)?\s+(?:(?:auch|dann|zunächst|später|außerdem|schließlich)\s+)?"
    r"(?:w[iu]rden?|wird|war|ist|hat|hatte|kam|ging|traf|saß|stand|setzte|verließ|eröffnete?t?|schloss|leitete?t?|moderierte?|führte?|"
    r"begrüßte?|dankte?|überreichte?|erhielt|bekam|zeigte?|präsentierte?|stellte?|las|sang|spielte?|unterschrieb|beantwortete?|"
    r"studierte?|arbeitete?t?|lehrte?|lebte?|gründete?|veröffentlichte?|schrieb|reiste?|besuchte?|besichtigte?|lachte?|"
    r"lächelte?|nickte?|schwieg|trug|brachte|hielt|nahm|gab|übernahm|wechselte|zog|fuhr|kehrte|wartete|hörte|sah|blickte|"
    r"sprach|berichtete|erzählte|diskutierte|gewann|wurde|stieg|legte|schenkte|holte|öffnete|machte|tat|begann|endete)(?!\w)"
)
