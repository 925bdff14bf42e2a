"""German: words by which a sentence is known to be about the event, and the kinds of events."""

EVENT_WORD = (
    r"\b\w*(?:veranstaltung|diskussion|tagung|konferenz|sitzung|versammlung|treffen|gespräch|dialog|vortrag|lesung|"
    r"vorlesung|abend|podium|seminar|workshop|forum|anhörung|kundgebung|messe|fest|vorstellung|interview|eröffnung|pressekonferenz|tag)\w*\b|"
    r"\b(?:stattfand|fand|statt|lud|luden|trafen|traf|kamen|kam|stellte|sprach|sprachen|berichtete|diskutierten|diskutierte|"
    r"einladung|gäste|folgten|voll|gesessen|eingeladen|versammelten|saßen|suchten|führten|abgehalten|gestritten|stritten|diskutiert|debattiert|debattierten|beraten|berieten|tagte|getagt|"
    r"ging\s+es(?=\s+(?:am|an|in|im|bei)\s)|drehte|vorstellte[n]?|vorgestellt|füllten?|richtete[n]?(?=[^!?]{5,160}\sblick\b)|"
    r"war(?:en)?(?=\s[^!?]{0,60}?\bthema\b)|ging(?=[^!?]{5,200}\snach\b)|widmete|widmeten|zusammengekommen|"
    r"zusammen|gesprochen)\b"
)
HELD = r"\b(?:stattfand|fand|lud|trafen|versammelten|kamen)\b"
_EVENT = r"(?:veranstaltung|tagung|konferenz|sitzung|versammlung|vortrag|lesung|diskussion|gespräch|treffen)"
#: «Die Tagung fand … statt».
WAS_HELD_IN = r"(?:fand(?:en)?|wurden?)\s+(?:am|vom|im|in)\s+[^.;]{3,80}\s(?:statt|abgehalten)\b"
IT_WAS_HELD = rf"(?:Sie|Er|Es)\s+{WAS_HELD_IN}"
OF_THIS_EVENT = (
    r"(?:Der|Die|Das)\s+(?:[\w-]+\s+){0,2}?[\w-]*(?:[Tt]agung|[Vv]eranstaltung|[Kk]onferenz|[Ss]eminar|[Vv]ortrag|[Aa]bend|"
    r"[Ll]esung|[Ff]orum|[Pp]odium)\s+(?:war|bildete|ist)\b"
)
THIS_EVENT_WAS_HELD = (
    rf"\b(?:die|der|das|diese|"
    rf"dieser)\s+(?:\w+\s+){{0,3}}?\w*{_EVENT}\b[^.]{{0,80}}\b(?:fand|stattfand|abgehalten)\b"
)
KINDS = (
    r"podiumsdiskussion|podiumsgespräch|pressekonferenz|runder tisch|runden? tisch(?:es)?|buchvorstellung|"
    r"webkonferenz|bürgerversammlung|"
    r"einwohnerversammlung|hintergrundgespräch|ringvorlesung|vortragsabend|fachgespräch|"
    r"(?:[^\W\d_][\w-]{0,60}?)??(?:tagung|konferenz|kongress|seminar|vorlesung|vortrag|diskussion|podium|fachtag|"
    r"bürgerforum|workshop|symposium|webinar)(?:s|es)?|"
    r"lesung|interview|moordialog|dialog|unternehmerabend"
)
#: Which say little: what else the opening or the title calls it goes before.
VAGUE_KINDS = r"sitzung|versammlung|eröffnung|treffen|(?:[^\W\d_][\w-]{0,60}?)??gespräch"
KIND_STEMS: dict[str, str] = {}
RULE = r"chatham[- ]house[- ](?:regel|rule)"
INVITES = (
    r"\beinladung\b|\bwir laden\b|\bladen (?:sie|wir)\b|\bum anmeldung wird gebeten\b|\banmeldung "
    r"(?:erforderlich|bis)\b|"
    r"\b(?:diskutiert|diskutieren|spricht|sprechen) (?:unser|am|auf|über)\b|\beintritt frei\b|\bsave the date\b"
)
TOOK_PLACE = (
    r"\b(?:fand|fanden|stattfand|sagte|erklärte|lud|trafen|traf|kamen|kam|diskutierten|diskutierte|berichtete|sprach|"
    r"saßen|hatten|folgten|gefolgt|suchten|stellte)\b"
)

# --- details ---

CLOCK = "uhr"
UNTIL = "bis"
HOURS_AND = r"uhr\s+(?=\d\d(?!\d))"  # „19 Uhr 30“
#: Before the hour at which it ended, further down.
ENDED = (
    r"(?:sitzung|versammlung|veranstaltung|tagung|synode|diskussion|abend|konferenz)\s+(?:endete|schloss)\s+um|"
    r"(?:schloss|beendete|schließt)\s+(?:[\w.-]+\s+){0,4}?die\s+(?:sitzung|versammlung|veranstaltung|tagung|synode)\s+um|"
    r"wurde\s+um(?=\s+\d[\d.:]*\s*uhr\s+(?:geschlossen|beendet))|war\s+um(?=\s+\d[\d.:]*\s*uhr\s+zu\s+ende)|"
    r"ende(?:\s+der\s+(?:sitzung|versammlung|veranstaltung))?:"
)
ENDED_THERE = r"und\s+(?:endete|schloss)\s+um|und\s+dauerte\s+bis"
BEGAN = r"(?:beginn\s+war(?:\s+um)?|begann(?:en)?\s+um|eröffnet\s+um|beginn:?\s+um)"
#: Before an hour in words.
BEGAN_THEN = (
    r"(?:begann(?:en)?|beginn|eröffnet\w*|startete[n]?|fing|ging\s+es\s+los|trafen|versammelten|lud(?:en)?|"
    r"eingeladen)(?!\w)"
)
ONLINE = (
    r"\bonline\b|\bper (?:videokonferenz|zoom|video)\b|\bvirtuell\w*\b|\bdigital(?:e[nrs]?)? "
    r"(?:veranstaltung|treffen|sitzung)\b|\bwebkonferenz\b|\bwebinar\b|\b(?:über|via|in)\s+(?:zoom|teams|webex|"
    r"youtube)\b"
)
#: What a line about the place tells behind it.
AND_ONLINE = (
    r"(?:und|sowie|\+)\s+(?:auch\s+)?(?:online|(?:im\s+)?livestream|"
    r"(?:per|über|via)\s+(?:zoom|video|youtube))\b"
)
#: Who is named as the author where nobody is.
OFFICE = r"(?:online-?)?redaktion|pressestelle|(?:das )?team|verwaltung"
FORMAT = r"format|veranstaltungsformat|form"
#: Behind such a label.
MIXED = r"hybrid|präsenz (?:und|&|\+|/) online|vor ort (?:und|&|\+|/) online"
#: What tells that a sentence is about where people met.
GATHERED = r"\b(?:kamen|versammelten|trafen|vorstellte[n]?|vorgestellt)\b"
HYBRID = (
    r"\b(?:weitere|noch\s+(?:ein)?mal|ebenso\s+viele|doppelt\s+so\s+viele|dazu|"
    r"andere)\s+(?:[\w.]+\s+){0,6}?(?:online|digital|virtuell|im\s+(?:live-?)?stream|"
    r"am\s+bildschirm|per\s+(?:video|zoom|stream)|über\s+zoom|von\s+zu\s+hause|(?:zu|aus)geschaltet)\b|"
    r"\b(?:vor\s+ort|im\s+saal|in\s+präsenz)\s+und\s+(?:online|digital|virtuell|am\s+bildschirm|"
    r"im\s+(?:live-?)?stream)\b|"
    r"\b(?:live\s+)?(?:im|ins)\s+(?:internet|netz)\s+(?:übertragen|gestreamt)\b|\b(?:schalteten|"
    r"waren)\s+(?:[\w.]+\s+){0,4}zugeschaltet\b|\bschalteten\s+sich\s+(?:[\w.]+\s+){0,4}?(?:online\s+)?(?:zu|"
    r"dazu)\b|"
    r"\b(?:folgten|verfolgten|sahen|hörten)\b[^.;]{0,40}\b(?:im\s+Netz|im\s+Internet|online|im\s+Stream|per\s+Stream|digital)\b|"
    r"\bhybrid\w*\b|\bim livestream\b|\blive gestreamt\b|"
    r"\b(?:weitere|andere|manche|einige|zusätzlich)\b[^.,;]{0,30}\b(?:online|per (?:video|zoom)|digital)\b[^.,;]{0,12}"
    r"\b(?:dabei|zugeschaltet|zu|teil|zugeschalteten)\b"
)
#: Before the name of whoever wrote it, in its last lines.
COMPILED = (
    r"(?:[Dd]as\s+)?[Pp]rotokoll\s+(?:führte|schrieb)|^\W*[Pp]rotokoll(?:führung)?:(?=\s+\S+\s+\S+$)|(?:[Dd]er|[Dd]ie)\s+[Aa]utor(?:in)?(?:\s+(?:dieses|"
    r"des)\s+\w+)?\s+ist|"
    r"^\W*(?:(?:[Dd]ieser\s+)?(?:[Bb]ericht|[Tt]ext|[Bb]eitrag)\s+(?:wurde\s+)?(?:verfasst\s+)?von|(?:[Vv]erfasst|[Zz]usammengestellt|"
    r"[Aa]ufgezeichnet|[Aa]ufgeschrieben|[Nn]otiert|[Gg]eschrieben)\s+von)"
)
WRITES = (
    r"ist\s+(?:[\w-]+\s+)?(?:Redakteur|Journalist|Autor|Praktikant|Volontär|Reporter|Korrespondent)(?:in)?\b"
)
#: Whose post behind the name says that she wrote the report: „Anna Moos, Redakteurin“.
WRITER = (
    r"(?:[\w-]*[Rr]edakteur|[Rr]eporter|[Kk]orrespondent|[Vv]olontär|[Pp]raktikant|[Jj]ournalist|"
    r"[Ss]chriftführer)(?:in)?"
)
#: Behind that name, on a line of its own above the report, and before it.
REPORTS = r"(?:berichtet|war\s+dabei|war\s+für\s+uns\s+dabei|blickt\s+zurück|fasst\s+zusammen)(?!\w)"
REPORTED_BY = r"(?:es\s+)?berichtete?t?|aufgezeichnet\s+von|notiert\s+von"
SERIES = (
    r"\b(\d{1,3}\.\s+(?:[A-ZÄÖÜ][\wäöüß-]+\s+){0,2}[A-ZÄÖÜ]\w*(?:tagung|konferenz|forum|dialog|"
    r"gespräch|vorlesung|kongress|tag|abend|tage|gespräche|woche|treffen|symposium|seminar)"
    r"(?:\s+(?!(?:Anfang|Mitte|Ende|Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b)"
    r"[A-ZÄÖÜ][\wäöüß-]+(?!\s+[A-ZÄÖÜ]))?)(?![\w-])|"
    r"\b(?:\w+r|R)eihe [„«»]([^„“”«»\n]{3,80})[“”»«]|\b(Ringvorlesung)\b|"
    r"\b(?:[Dd]as|[Dd]ie|[Dd]er|[Dd]em|[Dd]en)\s+(?:(?:erst|zweit|dritt|viert|fünft|sechst|siebt|acht|neunt|zehnt|letzt|jüngst|"
    r"nächst)e[nrs]?|[1-9]\d?\.)\s+(?:(?:Ausgabe|Auflage|Folge|Abend|Termin)\s+)?(?:der|in\s+der\s+Reihe\s+der)\s+((?:[A-ZÄÖÜ][\w-]+\s+)?[A-ZÄÖÜ]\w*(?:gespräche|abende|vorträge|"
    r"lesungen|vorlesungen|dialoge|foren|salons|runden))\b"
)
RECORDING = "aufzeichnung|mitschnitt|video"
#: Before a link within a sentence, or right behind it.
RECORDED = (
    r"nach(?:zu)?(?:sehen|schauen|hören|gesehen|geschaut|gehört)|(?:an(?:zu)?sehen|angesehen|abrufbar|"
    r"abgerufen|anzuschauen)|"
    r"livestream|stream|mediathek|youtube"
)
SLIDES = "folien|präsentation(?:en)?"
ORGANISER = "veranstalter(?:in)?|veranstaltet von|organisation"
SOURCE = "quelle"
TAGS = "schlagw(?:o|ö)rter?|themen|stichwörter"
SERIES_LABEL = "(?:veranstaltungs|vortrags|vorlesungs)?reihe"
AUTHOR = "autor(?:in)?|text(?: (?:und|&) (?:fotos?|bilder))?|von|bericht(?:erstatter(?:in)?)?"
_NOUN = r"[A-ZÄÖÜ][\wäöüß-]+"
#: „Institut für ländliche Salzfragen“, „Salz- und Brotkunde“
_HOUSE_NAME = (
    rf"{_NOUN}(?:\s+(?:(?:für|der|des|zur|zum)\s+(?:[a-zäöüß]+(?:e|en|er|es)\s+)?(?=[A-ZÄÖÜ])|"
    rf"und\s+(?=[A-ZÄÖÜ]))?{_NOUN})*"
)
#: Each with the group `who`.
ORGANISED_BY = (
    r"\b(?:veranstaltet|organisiert|ausgerichtet)\s+(?:wurde\s+\w+\s+)?(?:von|vom)\s+(?:de[rmn]\s+)?"
    rf"(?P<who>{_HOUSE_NAME})",
    rf"\b(?:[Aa]uf|der)\s+Einladung\s+(?:von|vom|der|des)\s+(?P<who>{_HOUSE_NAME})",
    rf"\b(?:lud|luden|hatte|hatten)\s+(?:die|der|das)\s+(?P<who>{_HOUSE_NAME})\b.{{0,160}}?\b(?:ein|eingeladen|geladen)\b",
    rf"\bzu\s+de[rm]\s+(?:die|der|das)\s+(?P<who>{_HOUSE_NAME})\b.{{0,140}}?\b(?:eingeladen|geladen)\s+hatten?\b",
    rf"\b(?:[Dd]ie|[Dd]er|[Dd]as)\s+(?P<who>{_HOUSE_NAME})\s+(?:hatten?|luden?)\s.{{0,160}}?\b(?:ein|"
    rf"eingeladen|geladen)\b",
    rf"\b[Vv]eranstalter(?:in(?:nen)?)?\s+(?:war(?:en)?|ist|sind)\s+(?:[\w]+\s+){{0,5}}?(?:der|die|"
    rf"das)\s+(?P<who>{_HOUSE_NAME})",
    rf"\b(?:veranstalteten?|organisierten?)\s+(?:die|der|das)\s+(?P<who>{_HOUSE_NAME})",
    rf"\b(?:[Dd]ie|[Dd]er|[Dd]as)\s+(?P<who>{_HOUSE_NAME})\s+(?:veranstalteten?|organisierten?)\b",
    rf"\b(?:richteten?|führten?)\s+(?:die|der|das)\s+(?P<who>{_HOUSE_NAME})\b[^.;]{{0,120}}?\b(?:aus|durch)\b",
    rf"\b(?:von\s+de[rm]|vom)\s+(?P<who>{_HOUSE_NAME})\b[^.;]{{0,80}}?\b(?:ausgerichtet|veranstaltet|organisiert)\b",
)
HOUSE_ALONE = (
    r"stiftung|institut|akademie|universität|verein|verband|kammer|gesellschaft|ministerium|stadt|gemeinde|"
    r"hochschule"
)
#: Before the name of whoever asked the questions of an interview.
INTERVIEWED = (
    r"(?:(?:[Dd]as\s+)?(?:Gespräch|Interview)\s+führte|[Dd]ie\s+Fragen\s+stellte|Interview:|Gespräch:)"
)
#: Before the name of a town that held the event or speaks of it; and how it is said that it did.
TOWN_IS_CALLED = (
    r"(?:(?:landeshaupt|hanse|kreis|universitäts|samt|markt)?(?:stadt|gemeinde)|"
    r"(?:stadt|gemeinde)(?:verwaltung|kanzlei|bibliothek|bücherei|archiv|museum)|"
    r"(?:ober)?bürgermeisteramt|große kreisstadt)"
)
INVITED = "lud|luden|geladen|eingeladen|veranstaltete|organisierte|ausgerichtet"
