"""German verbs of saying in the third person, and the groups that may say something."""

from intake.reading.words import words

# Beside a quotation or a clause: „…“, sagte sie; X sagte, dass …
SAY = words("""
sagte sagt sagten erklärte erklärt erklärten betonte betont betonten meinte meint meinten findet fand
fanden berichtete berichtet berichteten erzählte erzählt erzählten antwortete antwortet antworteten
entgegnete entgegnet erwiderte erwidert fragte fragt fragten ergänzte ergänzt ergänzten warnte warnt
warnten forderte fordert forderten kritisierte kritisiert kritisierten bemängelte bemängelt beklagte
beklagt klagte klagt lobte lobt begrüßte begrüßt versicherte versichert versprach verspricht versprachen
mahnte mahnt ermahnte unterstrich unterstreicht schilderte schildert beschrieb beschreibt behauptete
behauptet bestätigte bestätigt bestritt bestreitet glaubt glaubte hofft hoffte befürchtet befürchtete
fürchtet fürchtete vermutet vermutete rechnet rechnete schätzt schätzte äußerte äußert bekräftigte
bekräftigt plädierte plädiert plädierten appellierte appelliert verlangte verlangt verlangten bat bittet
baten bezweifelte bezweifelt zweifelt zweifelte widersprach widerspricht widersprachen argumentierte
argumentiert argumentierten urteilte urteilt resümierte resümiert bilanzierte bilanziert konstatierte
konstatiert erläuterte erläutert erläuterten verteidigte verteidigt wünschte wünscht wünschten empfahl
empfiehlt empfahlen riet rät schlussfolgerte folgerte folgert gestand gesteht bekannte bekennt beteuerte
beteuert bedauerte bedauert freute ärgerte wunderte meldete meldet unkte scherzte witzelte spottete
höhnte rief ruft riefen brummte murmelte lachte seufzte zitierte zitiert informierte informiert
prophezeite kündigte kündigt kündigten nannte nennt nannten bezeichnete bezeichnet verwies verweist
verwiesen erinnerte erinnert erinnerten wies weist wiesen hob hebt stellte stellt stellten räumte räumt
räumten gab gibt gaben wandte wendet wandten hielt hält hielten regte regt regten schlug schlägt schlugen
sprach spricht sprachen bezifferte beziffert warb wirbt warben teilte teilt teilten sagten bemerkte
bemerkt dachte denkt überlegte legte konterte kontert präzisierte präzisiert wiederholte wiederholt
vertrat vertritt zeigte pochte pocht beharrte beharrt bestand besteht bestanden akzeptierte lehnte lehnt
lehnten unterstützte unterstützt befürwortete befürwortet monierte moniert rügte rügt attestierte
attestiert bescheinigte fügte fügt fügten setzte nahm nimmt nahmen machte macht machten eröffnete schloss
schließt legt führte führt führten vermisst vermisste erwartet erwartete sieht sah sahen hält will wollte
wollten möchte mochte begründete begründet begann gestand dankte drohte droht sagen erklären betonen
fordern meinen finden berichten antworten warnen kritisieren regen schlagen weisen halten kündigen bitten
bot bietet boten
stellen sprechen lehnen geben wünschen bestätigen ergänzen verlangen plädieren stimmen stimmte stimmt
stimmten ließ lässt ließen zerpflückte fasste fasst zog zieht winkte beruhigte rechnete hakte schwärmte
wusste weiß zeichnete verwahrte skizzierte skizziert umriss umreißt rechtfertigte rechtfertigt verglich
vergleicht unterstellte unterstellt diagnostizierte diagnostiziert prognostizierte prognostiziert
thematisierte thematisiert benannte benennt identifizierte identifiziert analysierte analysiert würdigte
würdigt formulierte formuliert unterbreitete unterbreitet drängte drängt erkundigte erkundigt erkundigten
mutmaßte mutmaßt spekulierte spekuliert argwöhnte frotzelte stöhnte kommentierte kommentiert postulierte
postuliert hinterfragte hinterfragt problematisierte relativierte relativiert dementierte dementiert
widerlegte beschwor beschwört geißelte tadelte schimpfte polterte poltert wetterte wettert lästerte
verurteilte verurteilt verwarf verwirft favorisierte favorisiert bevorzugte bevorzugt illustrierte
illustriert veranschaulichte unterschied unterscheidet berief beruft vermeldete signalisierte
signalisiert suggerierte mutmaßten beteuert gelobte gelobt verkündete verkündet proklamierte rief ruft
sinnierte sinniert philosophierte bekundete bekundet konzedierte befand frohlockte jubelte triumphierte
spöttelte stichelte tönte zürnte ätzte giftete blaffte knurrte raunte flüsterte räsonierte rekapitulierte
erörterte sekundierte insistierte insistiert dozierte predigte pries brandmarkte brandmarkt deutete
deutet warf sicherte sichert hakt schob schiebt beschied bescheidet bejahte bejaht verneinte verneint
korrigierte korrigiert korrigierten verriet verrät berichtigte berichtigt beanstandete beanstandet offenbarte offenbart
staunte rätselte beschwerte empörte
""")

# Of these the ones that say something only with what is told behind them, by a particle or a clause.
WEAK = set(
    words("""
berichtete berichtet berichteten beklagte beklagt klagte klagt hob hebt stellte stellt stellten räumte räumt
räumten gab gibt gaben wandte wendet wandten hielt hält hielten regte regt regten schlug schlägt schlugen
sprach spricht sprachen teilte teilt teilten bestand besteht bestanden lehnte lehnt lehnten fügte fügt fügten
setzte nahm nimmt nahmen machte macht machten eröffnete schloss schließt legt legte führte führt führten sieht
sah sahen will wollte wollten möchte mochte begann stimmte stimmt stimmten dachte denkt freute ärgerte
wunderte kündigte kündigt kündigten wies weist wiesen nannte nennt nannten zeigte weiß wusste winkte begrüßte
begrüßt dankte vertrat vertritt erwartet erwartete rechnet rechnete bat bittet baten verweist verwies meldete
meldet hakte hakt lachte seufzte brummte fasste fasst zog zieht regen schlagen weisen halten kündigen bitten
bot bietet boten
korrigierte korrigiert korrigierten verriet verrät berichtigte berichtigt offenbarte offenbart staunte rätselte
beschwerte empörte
schob schiebt stellen sprechen lehnen geben stimmen finden ließ lässt ließen deutete deutet warf sicherte sichert
""")
)
# Of these the ones that things do as well: „die Studie zeigt“, „das Gesetz sieht vor“.
OF_THINGS = set(
    words("""
zeigte sieht sah sahen gibt gab gaben macht machte machten nimmt nahm nahmen führt führte führten legt legte setzte
stellt stellte stellten hebt hob weist wies wiesen schließt schloss besteht bestand bestanden begann spricht sprach
sprachen bezeichnet bezeichnete beschreibt beschrieb bestätigt bestätigte bestätigten bestätigen widerlegte
erinnert erinnerte erinnerten nennt nannte nannten deutet deutete zieht zog lässt ließ ließen fasst fasste
rechtfertigt rechtfertigte begründete unterscheidet unterschied illustriert illustrierte veranschaulichte
signalisiert signalisierte suggeriert suggerierte informiert informierte warf sichert sicherte benennt benannte
identifiziert identifizierte erwartet erwartete will wollte wollten möchte mochte teilt teilte teilten vertritt
vertrat unterstützt unterstützte bietet bot boten verlangt verlangte verlangten unterstreicht unterstrich schätzt
schätzte rechnet rechnete findet fand fanden finden hält hielt hielten halten schob schiebt schlägt schlug schlugen
stimmt stimmte stimmten droht drohte wusste weiß denkt dachte analysiert analysierte verteidigt verteidigte
zeichnete regelt räumt räumte räumten ruft rief riefen stellen geben sprechen weisen verurteilt verurteilte meldet
meldete fügt fügte dankte lehrt wandte wendet wandten zitiert zitierte verglich vergleicht thematisiert
thematisierte widerspricht widersprechen drängt drängte bevorzugt
korrigiert korrigierte korrigierten verriet verrät offenbarte offenbart empörte
""")
)
# What several people do, besides.
SEVERAL_SAY = words("""
empfehlen raten klagen mahnen hoffen fürchten befürchten beklagen loben erzählen fragen glauben rügen bezweifeln
vermuten
""")
# What completes a weak verb at the end of its clause: „räumte X ein“, „gab X zu bedenken“.
PARTICLES = (
    r"(?:\b(?:ein|zu|hervor|fest|dagegen|entgegen|hinzu|an|ab|vor|aus|nach|mit|bei|auf|darauf hin|zu bedenken|"
    r"zu Protokoll|in Schutz|in Frage|infrage|klar|deutlich|geltend|wissen|offen|"
    r"durchblicken|erkennen|anklingen|keinen Zweifel \w+|zusammen|zurück|los|weiter|überzeugt|"
    r"zusammen|Bilanz|heran|in \w+(?: \w+)? (?:eine|einen|ein|die|den|das|keine|keinen|kein)|als \w+|"
    r"skeptisch|zuversichtlich|sicher|für \w+|auf [A-ZÄÖÜ]\w+)\b)"
)
# A subject, a form of "to be" or "to show oneself", and a position.
_HEARERS = (
    r"(?:Gäste|Anwesenden|Teilnehm\w+|Zuhörer\w*|Mitglieder|Besucher\w*|Runde|Publikum|Referent\w*|Redner\w*|"
    r"Synodalen|Delegierten)"
)
_SAID = (
    r"(?:gesagt|erklärt|betont|gemeint|berichtet|erzählt|geantwortet|gefragt|ergänzt|gewarnt|gefordert|kritisiert|"
    r"(?:aus|vor|nach)gerechnet|vorgeschlagen|angekündigt|eingeräumt|zugesagt|versprochen|bestätigt|beklagt|angeregt|"
    r"hingewiesen|klargemacht|dargelegt|geschildert|verlangt|behauptet|beobachtet|festgestellt|angemerkt)"
)
#: „Skeptisch zeigte sich Rossi“
MOODS = words("""
Skeptisch Optimistisch Pessimistisch Zuversichtlich Kritisch Zufrieden Unzufrieden Enttäuscht Erleichtert Gelassen
Kämpferisch Vorsichtig Offen Überrascht Verärgert Zurückhaltend Besorgt
""")
STANCE = (
    rf"(?:hat|haben)(?=\s+(?:[\wäöüß-]+\s+){{0,8}}?{_SAID}(?:,\s+(?:dass|ob|wie|warum|was|wo)\b|:\s))|"
    r"(?:gab|gibt|gaben|geben)(?=\s+(?:[\wäöüß-]+\s+){0,5}?recht\b)|(?:übte|übt|übten)(?=\s+(?:[\wäöüß-]+\s+){0,5}?Kritik\b)|"
    r"(?:bat|bittet|baten|warb|wirbt|warben)\s+(?:\w+\s+)?(?:um|für|darum)\b|(?:erinnerte|erinnert|erinnerten)\s+(?:\w+\s+)?(?:an|daran)\b|"
    r"(?:berichtete|berichtet|erzählte|erzählt)\s+(?:\w+\s+)?(?:von|vom)\b|(?:rechnet|rechnete)\s+(?:\w+\s+)?mit\b|(?:erwartet|erwartete)\s+(?!von\b)\w+|"
    r"(?:sieht|sah|sehen)(?=\s+(?:[\wäöüß-]+\s+){1,6}?(?:in|im|bei|beim|als)\s+\w)|(?:möchte|will|wollte)(?=\s+(?!wissen|hören)(?:[\wäöüß-]+\s+){1,9}[a-zäöüß]+en\b)|"
    r"(?:setzt|setzte)\s+(?:\w+\s+)?auf\b|(?:setzte|setzt)\s+sich\s+(?:\w+\s+)?für\b|(?:tritt|trat|traten)\s+(?:\w+\s+)?(?:für|gegen|dafür|dagegen)\b|"
    r"(?:machte|macht)\s+sich\s+(?:\w+\s+)?für\b|(?:machte|macht)(?=\s+(?:[\wäöüß-]+\s+){1,9}?aufmerksam\b)|"
    r"(?:warf|wirft)(?=\s+(?:[\wäöüß-]+\s+){1,8}?vor\b)|(?:vertrat|vertritt|vertraten)\s+die\s+(?:Ansicht|Auffassung|These|Meinung|Position|Haltung)\b|"
    r"(?:bestand|besteht|pochte|drängte)\s+(?:\w+\s+)?(?:auf|darauf)\b|(?:wandte|wendet|wehrte|stemmte)\s+sich\s+(?:\w+\s+)?gegen\b|"
    r"(?:präsentierte|präsentiert|zeigte|zeigt)(?=\s+(?:[\wäöüß-]+\s+){0,6}?[\wäöüß-]+,\s+(?:wonach|(?:nach|laut)\s+denen|denen\s+zufolge|"
    r"aus\s+denen\s+hervorgeh)\b)|"
    r"(?:brachte|bringt)(?=\s+(?:[\wäöüß-]+\s+){1,7}?ins\s+(?:Gespräch|Spiel)\b)|(?:nahm|nimmt)(?=\s+(?:[\wäöüß-]+\s+){1,7}?in\s+(?:die\s+Pflicht|Schutz)\b)|"
    r"(?:ärgerte|ärgert|freute|freut|wunderte|wundert|sorgte|sorgt)\s+sich\s+(?:\w+\s+)?(?:über|um|auf|dass)\b|"
    r"(?:sprach|spricht|sprachen)\s+(?:von\b|sich\s+(?:\w+\s+)?(?:für|gegen|dafür|dagegen)\b)|(?:wies|weist|wiesen)\s+(?:\w+\s+)?auf\s+[^.;:]{2,90}?\shin\b|"
    r"(?:zog|zieht)\s+(?:eine?n?|die|das|den)\s+(?:\w+\s+)?(?:Parallelen?|Vergleich|Bilanz|Fazit|Schluss|Lehren?)\b|"
    r"(?:zeigte|zeigt|gab|gibt|äußerte|äußert)\s+sich\s+(?:\w+\s+)?(?:optimistisch|pessimistisch|skeptisch|kritisch|zufrieden|unzufrieden|aufgeschlossen|"
    r"enttäuscht|verwundert|erleichtert|gelassen|kämpferisch|vorsichtig|offen|überrascht|verärgert)\b|(?:schloss|schließt|endete|begann)\s+mit\s+"
    r"(?:eine[mr]|de[mr])\s+(?:\w+\s+)?(?:Appell|Aufruf|Warnung|Mahnung|Bitte|Frage|Forderung|Wunsch)\b|"
    rf"(?:begrüßte|begrüßt|beklagte|beklagt)\s+(?:das|die|den|ein|eine|einen)\s+(?!{_HEARERS})|"
    r"(?:teilte|teilt|teilten)\s+(?:diese|die|dessen|deren|seine|ihre)\s+(?:Bedenken|Ansicht|Auffassung|Meinung|Sorgen?|Sicht|"
    r"Einschätzung|Kritik|Skepsis|Befürchtung(?:en)?|Zweifel|Position)\b|"
    r"(?:Diese|Die|Dessen|Deren|Seine|Ihre)\s+(?:Bedenken|Ansicht|Auffassung|Meinung|Sorgen?|Sicht|Einschätzung|Kritik|Skepsis|"
    r"Erfahrung(?:en)?|Hoffnung|Befürchtung(?:en)?|Zweifel|Position)\s+teil(?:t|te|en|ten)\b(?:\s+auch)?|(?<=darin\s)(?:sah|sieht)\b|"
    r"(?:ließ|lässt)\s+(?:das|dies|es)\s+(?:nicht\s+)?gelten\b|(?:sah|sieht)\s+darin\s+(?:k?ein\w*|die|das|den)\b|"
    r"(?:hielt|hält|hielten)(?=\s+(?:[\wäöüß-]+\s+){1,9}?für\s)|(?<=Darin\s)(?:sah|sieht)\b|(?<=Davon\s)(?:hielt|hält)\b|"
    r"(?:unterschied|unterscheidet)\s+zwischen\b|(?:berichtete|berichtet),\s+\w|"
    r"(?:kam|kommt|gelangte)\s+zu\s+(?:dem|einem|keinem|anderen?)\s+(?:\w+\s+)?(?:Schluss|Ergebnis|Fazit)|"
    r"(?:brachte|bringt)\s+es\s+(?:so\s+|einmal\s+)?auf\s+(?:den|die)\s+(?:Punkt|Formel)|(?:pflichtete|pflichtet|pflichteten|sprang|springt)(?=\s+(?:[\wäöüß-]+\s+){1,6}?bei\b)|"
    r"(?:hatte|hat|zeigte|äußerte)\s+(?:(?:wenig|kein|keine|viel|großes)\s+)?(?:Verständnis|Zweifel|Sympathie|Hoffnung|Verlangen|Bedenken)|"
    r"(?:geht|ging|gehen|gingen)\s+(?:\w+\s+)?davon\s+aus|(?:hält|hielt)\s+(?:davon\s+(?:\w+\s+)?(?:nichts|wenig|viel)|(?:nichts|wenig|viel)\s+(?:davon|von))\b|(?:tat|tut)(?=\s+(?:[\wäöüß-]+\s+){1,6}?als\s+[\wäöüß-]+\s+ab\b)|"
    r"(?:machte|macht|machten)\s+sich\s+(?:\w+\s+)?(?:Sorgen|Hoffnung)\b|(?:sah|sieht|sahen)\s+(?:das|dies|es)\s+(?:\w+\s+)?(?:anders|ähnlich|ebenso|genauso)\b|"
    r"(?:(?<=Anders\s)|(?<=Ähnlich\s)|(?<=Genauso\s)|(?<=Ebenso\s))(?:sah|sieht|sahen)\s+(?:das|dies|es)\b|"
    rf"(?:{'|'.join(f'(?<={mood} )' for mood in MOODS)})(?:zeigte|zeigt|äußerte|äußert|gab)\s+sich\b|"
    r"(?:kann|konnten?|könnte|können)\s+sich\s+(?:das|dies|\w+e\w*)\s+(?:\w+\s+){0,3}?vorstellen|"
    r"(?:machte|macht)\s+(?:\w+\s+){0,3}?(?:klar|deutlich|geltend)\b|"
    r"(?:ist|war|sind|waren|zeigte\s+sich|zeigten\s+sich|gab\s+sich)\s+(?:\w+\s+){0,3}?(?:überzeugt|sicher|dafür|dagegen|"
    r"skeptisch|zuversichtlich|einverstanden|einig|der\s+(?:Meinung|Ansicht|Auffassung|Überzeugung)|gegen|enttäuscht|erfreut|besorgt)\b"
)
GROUPS = words("""
[\\w-]*[Ff]raktion [\\w-]*[Vv]erwaltung
Teilnehmer Teilnehmende Teilnehmenden Anwesende Anwesenden Experten Expertinnen Fachleute Redner Rednerinnen
Referenten Zuhörer Zuhörerinnen Gäste Bürger Bürgerinnen Anwohner Anwohnerinnen Bewohner Mitglieder
Diskutanten Podiumsgäste Beteiligte Beteiligten Betriebe Landwirte Landwirtinnen Vertreter Kritiker Delegierte
Delegierten Studierende Studierenden Eltern Fraktionen Publikum Runde Podium Abgeordnete Abgeordneten Forscher
Wissenschaftler
""")
SOMEBODY = words("""
Teilnehmer Teilnehmerin Anwesender Anwesende Experte Expertin Redner Rednerin Zuhörer Zuhörerin Gast Bürger
Bürgerin Anwohner Anwohnerin Bewohner Bewohnerin Mitglied Diplomat Diplomatin Student Studentin Besucher
Besucherin Vertreter Vertreterin Beamter Beamtin Mann Frau Stimme Forscher Forscherin Unternehmer
Unternehmerin Landwirt Landwirtin Lehrer Lehrerin Schüler Schülerin Mutter Vater Kollege Kollegin Sprecher
Sprecherin Händler Händlerin Journalist Journalistin Wissenschaftler Wissenschaftlerin Minister Ministerin
Beobachter Abgeordneter Abgeordnete Zwischenrufer Herr Dame Junge Mädchen Nachbar Nachbarin Radfahrer Radfahrerin
Anlieger Anliegerin
""")
# Subjunctive of reported speech: „Das Land habe 2.400 Hektar angekauft.“
SUBJUNCTIVE = words("""
sei seien habe werde könne müsse dürfe solle wolle möge wisse gebe komme gehe stehe liege bleibe lasse brauche
koste führe zeige mache bringe bekomme halte nehme finde fehle reiche gelte sehe spreche verliere wachse sacke
fahre laufe trage helfe kenne denke glaube hoffe wohne regle lebe arbeite lerne spiele warte schlafe falle
steige sinke entstehe beginne ende gehöre passe funktioniere verstehe erhalte leiste setze stelle lege ziehe
baue schließe öffne rechne treffe biete heiße meine scheine drohe diene profitiere betreffe erfordere benötige
bedeute ergebe erreiche fordere verdiene zahle kaufe verkaufe plane prüfe erwarte begrüße unterstütze lehne
wünsche befürchte vermute verlange fühle freue ärgere rate bitte warne erinnere vertraue wisse wundere
bezweifle schaffe sorge suche bestehe verstoße treibe binde locke schade schütze störe stimme teile trenne
übernehme verhindere vertrete wechsle werbe widerspreche wirke zwinge zerstöre bilde brenne decke diskutiere
erkenne erlaube ermögliche existiere fließe fördere führe gefährde gewinne grenze handle hinke investiere
kämpfe klinge kümmere lande liefere löse mangle melde mische münde nütze bevorzuge hafte vergehe genüge wäre
wären hätte hätten könnten müssten dürften wüsste wüssten stünde stünden käme kämen gäbe gäben ginge gingen
bräuchte bräuchten ließe ließen würde würden läge lägen bliebe blieben
begänne begännen säße säßen nähme nähmen fände fänden hielte hielten riefe riefen liefe liefen bekäme
bekämen verlöre verlören schlösse schlössen träfe träfen zöge zögen sähe sähen sprächen läse läsen fiele fielen
""")
