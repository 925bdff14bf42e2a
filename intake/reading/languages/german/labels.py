"""German: words by which the parts of a page are told apart. All are alternations of a pattern, case aside."""

LIST_HEADER = (
    r"(?:die )?(?:teilnehmer(?:innen|nde|nden)?|teilnehmende|redner(?:innen)?|referent(?:en|innen)|mitwirkende|"
    r"auf dem podium|das podium|podium|es sprechen|es sprachen|es diskutieren|es diskutierten|mit "
    r"dabei|gäste|moderation|"
    r"zu gast|experten|expertinnen)"
)
INTRODUCES_PEOPLE = (
    r"(?:podium|diskutierten|sprachen|teilnehm\w+|referent\w*|gäste\w*|mitwirk\w+|expert\w+|nahmen\b[^:]*\bteil|"
    r"dabei waren)"
)
ATTENDANCE = "anwesende?|teilnehmende|teilnehmer|entschuldigt|abwesend|gäste|sitzungsleitung"
DAY_LABEL = r"datum|wann|termin|zeit|uhrzeit|beginn|tag"
PLACE_LABEL = r"ort|wo|veranstaltungsort|tagungsort|adresse|sitzungsort"
DAY_TOO = "zeit und ort|ort und zeit"
PLACE_TOO = "datum und ort|ort und datum|termin und ort"
#: A label of the house that the report comes from as well as of the place.
ADDRESS_LABEL = "adresse"
ADMISSION = "Eintritt|Beginn|Einlass|Anmeldung|Karten|Anfahrt"
CITY_LABEL, COUNTRY_LABEL = "stadt", "land"
WHO_LABEL = (
    r"moderation|moderator(?:in)?|leitung|sitzungsleitung|vorsitz|referent(?:en|in)?|redner(?:in)?|gäste|veranstalter|"
    r"teilnehmende|gastgeber(?:in)?"
)
FURNITURE = (
    r"anzeige|werbung|mehr zum thema.*|lesen sie (?:auch|mehr)\b.*|das könnte (?:dich|sie) auch interessieren.*|"
    r"teilen.{0,40}|drucken|kommentare?(?: \(\d+\))?|newsletter\b.{0,100}|abonnieren\b.{0,120}|impressum|datenschutz.*|"
    r"alle rechte vorbehalten.*|(?:foto|bild|bildnachweis|fotos)\s*[:©].{0,240}|(?:presse)?kontakt\s*:.*|"
    r"pressestelle\b.*|zurück zur .{0,40}|startseite.*|schlagw(?:o|ö)rter?\s*:.*|themen\s*:.*|seite \d+(?: von \d+)?|"
    r"veröffentlicht am .{0,60}|stand\s*:.{0,40}|weitere informationen\b.{0,160}|anmeldung\b.{0,160}|gez\.\s.*|"
    r"um anmeldung .{0,60}|protokoll\s*:.{0,60}"
)
RELATED = (
    r"das könnte (?:dich|sie) auch interessieren|mehr zum thema|lesen sie auch|weitere (?:artikel|meldungen|beiträge)|"
    r"ähnliche (?:artikel|beiträge)|auch interessant"
)
TEASER = "kommentar|gastbeitrag|meinung|kolumne|leitartikel|essay|analyse"
BY = (
    r"(?:(?:ein(?:e)?\s+)?\w*(?:bericht|text|rückblick|protokoll|nachlese|zusammenfassung|reportage|beitrag|"
    r"aufgezeichnet|"
    r"verfasst|notiert|zusammengefasst)\s+)?von|(?:text|autor(?:in)?|verfasser(?:in)?):"
)

# --- turns of a transcript ---

TURN_ROLES = (
    r"frage|antwort|moderator(?:in)?|moderation|interviewer(?:in)?|publikum|zuschauer(?:in)?|zwischenruf|f|"
    r"(?:(?:frage|stimme|zwischenruf|wortmeldung|einwurf) )?aus dem (?:publikum|saal|plenum|chat)|redaktion|"
    r"reporter(?:in)?|journalist(?:in)?"
)
ANSWER = "antwort"
ANONYMOUS = r"aus dem|reihe|empore|publikum|stimme|zwischenruf|zuhörer(?:in)?|teilnehmer(?:in)?|gast"
DECISIONS = "beschluss|beschlossen|antrag|abstimmung|ergebnis|hinweis|fazit|vermerk|aufgabe|termin"
STAGE = r"(?:die sitzung|die versammlung|das podium) (?:wird|wurde|schließt|endet)\b.{0,80}"

# --- roles, by the words that a label or heading begins with ---

MODERATES, HOSTS, KEYNOTE, DISCUSSANT = (
    "moderat|vorsitz|leitung|sitzungsleitung|gesprächsleitung",
    "gastgeb",
    "festvortrag|impuls",
    "kommentar",
)
GIVES_THE_WORD = r"(?:Es spricht|Es sagt|Dazu|Dazu sagt|Das Wort hat|Stimme von):?"
ABBREVIATIONS = """
bzw ca nr abs str usw evtl vgl mio mrd dipl ing hr fr z.b u.a d.h e.v i.r o.ä sog ggf inkl zzgl jr bd hrsg abt stv st
mag mmag ddr
""".split()
TERM_BEFORE = (
    r"sogenannte[nrsm]?|das wort|den begriff|der begriff|begriff|namens|mit dem titel|motto|"
    r"unter dem titel|heißt"
)
THAT = "dass"
INTRODUCES_CLAUSE = "dass|wie|was|warum|ob"
ISSUE = r"\bpressemitteilung\s+nr|\bausgabe\s+\d|\bheft\s+\d|\bjahrgang\b|^pressemitteilung$"
HOUSE = (
    r"(?:das |die |der )?(?:\w*ministerium|\w*agentur|\w*amt|\w*kammer|universität|hochschule|institut|stiftung|"
    r"\w*verband|\w*beirat|"
    r"\w*verein|\w*genossenschaft|stadt|gemeinde|akademie|gesellschaft|\w*rat|(?:erz)?bistum|(?:land|kirchen)kreis|"
    r"\w*museum(?= (?:am|an|der|des|für|im|in)\b)|"
    r"[\w-]+-(?:stiftung|institut|akademie|gesellschaft|museum|haus))\b"
)
#: What a document is called above its title.
DOCUMENT = (
    r"(?:veranstaltungs|tagungs|konferenz|kurz|nach|erfahrungs|sitzungs|ergebnis|workshop|seminar|reise|einsatz|projekt|"
    r"presse|sach)bericht|(?:presse|medien)(?:mitteilung|information|meldung|aussendung|notiz|erklärung|text|bericht)|kurzmeldung|"
    r"mitglieder(?:brief|rundschreiben|information|rundbrief|info)|rundschreiben|rundbrief|ergebnisprotokoll|kurzprotokoll|"
    r"(?:meldung|nachricht|mitteilung)(?=\s+vom\s+\d)|"
    r"(?:veranstaltungs|tagungs)?(?:dokumentation|rückblicke?|nachlese)|zusammenfassung|ots\d*|(?:\w+-)?mitteilungen(?=\s+\d)|an\s+alle\s+\w+|nur\s+für\s+mitglieder|vertraulich|"
    r"(?:notiz|\w*(?:blatt|brief|bulletin|magazin))(?=\s+(?:nr\.?\s*)?\d)|"
    r"sperrfrist.{0,40}|(?:zur|für\s+die)\s+sofortigen?\s+(?:veröffentlichung|verwendung)|(?:rubrik|ressort|kategorie):\s*[^.!?]{2,40}"
)
#: What a house calls what it tells the press: „Pressemitteilung der Stadt Ahlheim vom 23. Mai 2022“.
PRESS = (
    r"(?:(?:presse|medien)(?:mitteilung|information|meldung|aussendung|notiz|erklärung|info)|kommuniqu[ée])"
)
_PAGES = (
    r"(?:aktuelles|nachrichten|neuigkeiten|news(?:room)?|blog|meldungen|presse|berichte|veranstaltungen|"
    r"veranstaltungsberichte|archiv|termine|mitteilungen|magazin|mitteilungsblatt|newsletter|offizielle\s+(?:web)?seite)"
)
#: A section of a house's pages.
SECTION = (
    rf"(?:der\s+|das\s+|unser\s+)?{_PAGES}(?:\s*(?:und|&|,)\s*{_PAGES})*|"
    r"blog\s+(?:der|des|unserer|unseres)\s+(?:[\w-]+\s+){0,2}(?:[\w-]*(?:fakultät|hochschule|universität|akademie|stiftung|kammer|"
    r"bibliothek|bücherei)|[\w-]*(?:instituts|museums|vereins|verbands|zentrums))|"
    r"(?:vereins|verbands|gemeinde|campus|club|hochschul)(?:leben|geschehen)|lokales|regionales|kultur|"
    r"wirtschaft|politik|gesellschaft|[\w-]+nachrichten|"
    r"(?:neues\s+)?aus\s+(?:dem|der|den|unserem|unserer|unseren)\s+(?:\w*(?:rat|räten|vereine?n?|gemeinden?|kreise?n?|stadt|verband|"
    r"verbänden|vereinsleben|verbandsleben|gemeindeleben|clubleben|hochschulleben|fakultäte?n?|instituten?|"
    r"bezirke?n?|gruppen?|schulen?|parlament|tag|ausschüssen|werkstatt|region)|haus|praxis|forschung)"
)
#: One that says of whom: the title of a report may begin so, too.
SECTION_FROM = (
    rf"(?:[\w-]+\s+)?(?:[\w-]+-)?{_PAGES}(?:\s+(?:aus|der|des|vom|von|für)\s+[^.!?:]{{3,40}})?|"
    r"(?:neues|berichte|nachrichten|geschichten|notizen|stimmen)?\s*aus\s+(?:de[mnr]|unsere[mnr])\s+[^.!?:]{3,40}"
)
#: A series of events.
SERIES = (
    r"(?:[A-ZÄÖÜ][\w-]*(?:e|er|es)\s+)?(?:[A-ZÄÖÜ]\w*)?[Rr](?:eihe|ingvorlesung):?\s*[„»«\"][^„“”»«\"]{3,80}[“”»«\"]|"
    r"(?:[Ii]n\s+der|[Aa]us\s+der|[Uu]nsere)\s+[A-ZÄÖÜ]?\w*[Rr]eihe\s+[„»«\"][^„“”»«\"]{3,80}[“”»«\"]"
)
#: Further names of houses; capitals tell.
HOUSE_TOO = (
    r"(?:[A-ZÄÖÜ][\wäöüß-]+(?:e|er|es)\s+)?(?:[A-ZÄÖÜ]\w*(?:gemeinde|bücherei|bibliothek|kreis|bund|gilde|zentrum|schule|stelle|museum|werk|theater)|"
    r"Gilde|Bund|Verein|Netzwerk|Freundeskreis|Förderkreis|Arbeitskreis|Bündnis|Initiative|Botschaft|(?:General|Honorar)?[Kk]onsulat|"
    r"Referat|Abteilung|Fachbereich|Dekanat|Fakultät)(?:\s+[^.:?!]+|\s+St\.\s+\w+)?|"
    r"[A-ZÄÖÜ][\wäöüß-]+(?:e|er|es)\s+(?:Gesellschaft|Vereinigung|Akademie|Kammer|Stiftung|Institut|Zentrum|Verein|Verband|"
    r"Bund|Rat|Klub|Club)\s+(?:(?:für|der|des|zur)\s+[^.:?!]+|[A-ZÄÖÜ][\wäöüß-]+$)|Forum\s+[A-ZÄÖÜ][\wäöüß-]+$|"
    r"(?:Stadt|Staats|Bundes|Landes|Gemeinde|Senats|Kreis)(?:kanzlei|direktion|verwaltung)(?:\s+[A-ZÄÖÜ][\wäöüß-]+){0,3}|"
    r"(?:Republik|Freistaat|Kanton|Landeshauptstadt|Bundesland|Hansestadt|Marktgemeinde)\s+[A-ZÄÖÜ][\wäöüß-]+(?:[\s-]+[A-ZÄÖÜ][\wäöüß-]+)?"
)
#: An event that comes again, by its word, before the year: „Oberländer Wassertage 2024“.
EDITION = (
    r"(?:[\w-]*(?:[Ff]orum|[Kk]ongress|[Kk]onferenz|[Gg]ipfel|[Ff]estival|[Ss]ymposium|[Mm]esse|[Ww]oche|[Tt]age|[Tt]ag|[Tt]agung|"
    r"[Bb]iennale|[Gg]espräche|[Dd]ialoge?))"
)
#: How newspapers are called; capitals tell.
PERIODICAL = (
    r"(?:(?:[A-ZÄÖÜ][\wäöüß-]+\s+){1,3}|[A-ZÄÖÜ][\wäöüß]+-)"
    r"(?:Zeitung|Anzeiger|Tageblatt|Tagblatt|Wochenblatt|Kurier|Bote|Rundschau|Nachrichten|Merkur|"
    r"Volksblatt|Stadtanzeiger|Gemeindebrief|Mitteilungsblatt|Amtsblatt)"
)
#: What no name of a house holds: „Universität ehrt Gründerin“.
NO_NAME = r"(?-i:(?<!\w)(?!mit\b)[a-zäöüß]+t(?!\w))"
#: What a part of a society is called behind its name, and how a page of an issue is numbered.
BRANCH, PAGE = r"Ortsgruppe|Sektion|Regionalgruppe|Landesverband|Bezirksverband|Ortsverein", r"Seite|S\."
STAMPED = r"veröffentlicht|erschienen|aktualisiert|stand|am|vom|um|den|uhr"
EPISODE = "folge|teil"
TITLES_A_REPORT = (
    r"\w*(?:protokoll|niederschrift|sitzung|tagung|seminar|vortrag|konferenz|podium|diskussion|versammlung|"
    r"gespräch|abend)\w*"
)
SMALL_IN_NAMES = "vom|zu|zur"
TURN_LABEL = (
    r"(?:(?:Frage|Stimme|Zwischenruf|Wortmeldung|Einwurf)\s+)?[Aa]us\s+dem\s+(?:Publikum|Saal|Plenum|Chat)|"
    r"(?:Eine?\s+)?(?:[a-zäöüß]+e\s+)?(?:Frau|Mann|Herr|Dame|Stimme|Gast|(?:Besucher|Zuhörer|Teilnehmer|Student)(?:in)?)\s+"
    r"(?:in|aus|von|auf)\s+(?:de[rmn]\s+)?(?:[a-zäöüß]+\s+)?(?:Reihe|Publikum|Saal|Mitte|Rang|Empore|Plenum)"
)
