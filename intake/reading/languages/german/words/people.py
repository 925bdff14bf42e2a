"""German words that stand before or beside the names of people."""

from intake.reading.words import words

TITLES = words(
    "Herr Herrn Frau Pastor Pastorin Dr. Prof. Professor Professorin Dipl.-Ing. Pfarrer Pfarrerin Schwester "
    "Bruder Doktor Univ.-Prof. Univ.-Doz. Ass.-Prof. Hon.-Prof. "
    "Mag. MMag. DDr. Dr.-Ing. Dr.in Mag.a Prof.in PD"
)
MALE_TITLES = {"Herr", "Herrn", "Pfarrer", "Pastor", "Bruder"}
FEMALE_TITLES = {"Frau", "Professorin", "Pfarrerin", "Pastorin", "Schwester"}

# How nouns end that say what somebody is; women's forms are made of them.
POST_ENDINGS = words("""
seelsorger
leiter minister präsident sprecher direktor chef meister forscher schaftler professor dozent redakteur
journalist moderator sekretär anwalt richter lehrer bauer landwirt händler unternehmer gründer autor
schriftsteller künstler ökonom soziologe historiker politologe jurist ingenieur architekt planer student
schüler bürgermeister ratsherr makler kundler loge ologe graf graph geschäftsführer rektor dekan kanzler
bischöfin gräfin
pfarrer pastor bischof botschafter konsul verwalter vorsteher berater experte referent redner ausbilder gießer
gärtner förster winzer fischer bäcker metzger wirt koch arzt hebamme pfleger psychologe therapeut apotheker
biologe chemiker physiker mathematiker geograph geologe hydrologe informatiker entwickler techniker mechaniker
verleger lektor übersetzer kritiker dramaturg regisseur schauspieler musiker sänger dirigent intendant kurator
archivar bibliothekar beamter kommissar polizist offizier general kapitän lotse pilot fahrer manager vorstand
gesellschafter inhaber besitzer betreiber partner stadtrat landrat baurat schulrat lernende
gemeinderat stadträtin landrätin staatsrat
staatsrätin landesrat landesrätin
gemeinderätin rätin ärztin anwältin bäuerin köchin kauffrau kaufmann fachfrau fachmann obfrau obmann ratsfrau
beauftragte abgeordnete vorsitzende auszubildende promovendin promovend doktorand angestellte delegierte
studierende vortragende beisitzer vorständin schatzmeister schriftführer kassenwart vertreter stellvertreter koordinator
organisator
gastgeber initiator aktivist gewerkschafter nachbar anwohner bewohner zeuge hydrogeologe somnologe philosoph
theologe philologe statistiker demograf klimatologe agronom imker jäger müller schmied tischler schlosser
elektriker maurer schäfer züchter gutachter prüfer inspektor diplomat attaché senator staatssekretär
parlamentarier fraktionschef rechtler kämmerin deichgraf chronist poet lyriker dichter blogger influencer podcaster
ombudsmann ombudsfrau bürger gast präses synodale superintendent propst pröpstin dechant diakon kantor
organist küster abt äbtissin prior rabbiner imam kaplan dezernent beigeordnete kämmerer dirigent syndikus
notar obermeister führer trainer admiral kommandeur oberst hauptmann leutnant analyst spezialist stratege
veteran ministerialrat ministerialdirigent virologe epidemiologe kriminologe archäologe botaniker zoologe
astronom astronaut gastronom hotelier volkswirt betriebswirt bergmann seemann kaufleute steuermann meteorologe
gewerkschaftssekretär bauleiter bauunternehmer schulleiter wissenschafter programmierer designer fotograf
kameramann filmemacher produzent veranstalter lobbyist ausbilder werkleiter spediteur bildhauer maler
komponist tänzer ethiker präparator kommandant kustos kustodin feuerwehrmann sanitäter mesner vikar konservator
schweißer uhrmacher schuhmacher illustrator zeichner herausgeber statiker datenschützer verbraucherschützer tierschützer
naturschützer generalvikar prälat dompropst domprobst synodalin landeshauptfrau genossenschafter kirchenrat
oberkirchenrat disponent
arbeiter erzieher pädagoge linguist germanist mediziner publizist kolumnist essayist mitglied
sachverständige demokrat reeder schiffer rentner pensionär kassierer vertrauensmann vertrauensfrau schöffe investor
chirurg geschäftsmann geschäftsfrau
soziologin politologin ologin alogin expertin zeugin schöffin pädagogin logopädin beamtin psychiater redaktor
nationalrat ständerat regierungsrat kantonsrat grossrat großrat landammann gemeindeschreiber stadtschreiber aktuar
assistent politiker krankenschwester pflegekraft banker primar primaria restaurator stadtverordnete schreiner
dachdecker bauzeichner volontär praktikant korrespondent reporter streetworker domkapitular
""")
# Nouns that make a run of capitalised words something other than a person; by their ends.
INSTITUTION_ENDINGS = words("""
verband verein institut ministerium amt schule universität hochschule stiftung kammer gesellschaft firma
verlag zeitung haus halle zentrum museum kirche partei landtag bundestag gericht werk werke bank kasse klinik
bund union gruppe forum akademie archiv bibliothek platz straße allee weg park brücke bahnhof hafen saal aula
kreis dialog abend tag woche jahr programm projekt initiative netzwerk agentur behörde rat beirat ausschuss
kommission konferenz sitzung versammlung podium vortrag vorlesung lesung fest messe ausstellung protokoll
bericht studie gesetz verordnung antrag plan variante ausgabe nummer seite teil stadt gemeinde land region
kolleg anatomie kelter terminal zeit tour team club büro praxis spedition handel energie wasser umwelt regel
heft band buch roman kapitel presse meldung mitteilung termin datum ort fährstraße terrasse ufer moor see
fluss berg tal insel meer markt
""")
# Capitalised words that begin sentences or are no names wherever they stand.
PLAIN = words("""
der die das den dem des ein eine einen einem einer eines er sie es wir ihr ich man dies diese dieser dieses
dieser jeder jede alle viele einige mehrere manche kein keine beim beide in im am an auf aus bei mit nach von
vom zu zum zur für gegen über unter vor hinter neben zwischen durch ohne um laut wegen trotz seit bis und oder
aber denn doch sondern wenn weil da als ob dass wie wo wer was wann warum hier dort heute gestern morgen dann
danach davor dazu dabei damit darauf dafür dagegen daran darum deshalb deswegen außerdem zudem auch nur noch
schon nun jetzt zunächst zuerst zuletzt schließlich anschließend später früher ganz sehr rund etwa gut mein
meine sein seine ihre ihr unser unsere euer nicht nichts nie montag dienstag mittwoch donnerstag freitag
samstag sonnabend sonntag januar februar märz april mai juni juli august september oktober november dezember
top foto bild text quelle thema frage antwort moderation begrüßung einladung gelächter applaus beifall vier
drei zwei fünf sechs sieben acht neun zehn zwölf hundert tausend euro prozent uhr verlieren menschen leute
kinder frauen männer jahren jahre familie familien eheleute ehepaar geschwister gebrüder solange darin
""")
MALE = set(
    words("""
thore silvan jonte tjorven folkert okko baran franziskus rainhard eilert tamme hergen jelto wübbo focko
ottmar otmar hanno willibald winfrid wunibald ruprecht ueli hansueli karlheinz gian flurin curdin nicolò
lennard ove otfried oswin notker nepomuk ingbert immanuel hartwig hagen gundolf guntram gotthard gisbert
gereon friedhelm engelbert eckehard diethelm detlev dankwart burghard bertold arnulf achmed cem kerem mesut
özgür ümit volkan zafer anselm arwed bartholomäus berthold burkhart caspar cord dominikus eckhart
ekkehard falko friedbert friedemann frithjof gallus gerwin giselher götz gottlob hansjürgen helfried herfried
hilarius hubertus jodok koloman kunibert leberecht markwart ottokar pankraz remigius roderich sebald sixtus
tassilo thaddäus tillmann traugott vincenz volkhard wigbert wulf köbi noldi heiri röbi vuk ermin burak onur
ozan okan erdal ferhat bülent haluk
achim adolf albert alexander alfred andreas anton arne arno arnold artur axel bastian beat benedikt benjamin
benno bernd bernhard bert björn bodo boris broder bruno burkhard carl carsten christian christof christoph
claus clemens constantin cornelius daniel david dennis detlef dieter dietmar dietrich dirk dominik eberhard
eckart eckhard egon elmar emil enno erich erik ernst erwin eugen fabian falk felix ferdinand florian franz
frank fred frieder friedrich fritz gabriel georg gerald gerd gerhard gero gernot gregor guido gunnar gunther
gustav günter günther hannes hans harald hartmut hauke heiko heiner heinrich heinz helge helmut hendrik
henning herbert hermann hinrich holger horst hubert hugo ingo jakob jan jannik jens jobst jochen joachim
johann johannes jonas jonathan jörg jörn josef josua julian jürg jürgen justus kai karl karsten kaspar kemal
kilian klaus knut konrad konstantin korbinian kurt lars lasse lennart leo leon leonhard levin lorenz lothar
luca ludger ludwig lukas lutz malte manfred marc marcel marco marcus marius mark markus martin mathias
matthias mattis max maximilian mehmet merlin michael mirko moritz momme nico niklas nils norbert ole olaf
oliver oskar otto patrick paul peer peter philipp rainer ralf ralph raphael reimer reiner reinhard reinhold
reto richard robert roland rolf roman rudolf rupert rüdiger sascha sebastian severin siegfried simon sönke
sören stefan steffen stephan sven tilman till tim timo tjark tobias tom torben torsten thorsten thomas thilo
theo theodor thies udo ulf uli ulrich urs uwe valentin veit viktor vincent volker volkmar waldemar walter
werner wilfried wiebrand wilhelm willi wilko winfried wolf wolfgang wolfram yannick yusuf ali ahmet murat
hinnerk henrik hajo harm harro heino herwig hilmar ingmar ingolf ivo jasper jannis johann-peter jost jürn
karl-heinz klaas lüder luis marten maik marek mario maurice meinhard meinolf mustafa nikolaus ömer onno
ortwin pascal pirmin quirin rainald rasmus rené rico rochus ronald ronny ruben samuel siegmund silvio tammo
tarek tilo tobi tristan ulrik urban utz valentino vinzenz vitus walther wieland wolfhard xaver zacharias
emre serkan hakan
""")
)
FEMALE = set(
    words("""
fatmire fenna cansu zorica małgorzata traudl luitgard kreszentia ludwina jolanta eske rieke lütje wenke telse
swaantje
svetla irmhild gunthild almuth ortrun friedgard sunhild edelgard elfi erdmute gerti gisa gundula heidemarie hiltrud
isolde jördis karola kriemhild lilo lioba
madlen manja rabea reinhild roswita senta siglinde traudel traute uta vreni gül meral nuray sevgi tülay
snezana tijana smiljana flurina adelgunde annelore apollonia brunhilde christl dietlind dorit franka
gerhild gerlind gesche heidelinde herlinde hildburg imma ingelore irmela irmtraud kea klarissa kunigunde
ludmilla malwine margarethe margitta marieke notburga odilia ortrud resi rike ruthild sidonie sieglind sylke
ursina uschi vroni walburga wiltrud amra emina lejla hülya gülsen gülşen songül nurcan şebnem pınar dilek
sibel grażyna danuta iwona
thi adelheid agnes agnieszka alexandra alice alina almut amelie andrea angela angelika anika anita anja anke
anna anne annegret annelie anneliese annette annika antje antonia antonie astrid aylin barbara beate beatrix
bettina bianca birgit birgitta birte brigitte britta brigitta carina carla carolin caroline charlotte
christa christel christiane christina christine clara claudia constanze cordula corinna cornelia cosima
dagmar daniela derya dietlinde doris dorothea dorothee edeltraud edith elfriede elif elisabeth elke ella
ellen elvira emilia emma erika esther eva evelyn fatma felicitas fenja franziska frauke frederike friederike
gabi gabriele geertje gerda geske gertrud gesa gesine gisela greta grit gudrun hanna hannah hannelore hedwig
heide heidi heidrun heike heilwig helene helga henrike hilde hildegard ida ilka ilona ilse imke ina ines
inga inge ingeborg ingrid inka irene iris irma irmgard isabel isabell isabella jana janina janine jasmin
jennifer jessica johanna jolanda josephine judith jule julia juliane jutta karin karla karoline katharina
kathrin katja katrin kerstin kirsten klara kristin kristina lara larissa laura lea lena leni leonie
lieselotte lilli lina linda lisa lotte lotta louisa luise lydia magdalena maike maja manuela mareike maren
margarete margit margot margret maria marianne marie marina marion marit marlene marlies martha martina
mathilde maya mechthild mechtild meike melanie merle meta mia michaela mira miriam monika nadine nadja
natalie nele nesrin nicole nina nora olga ottilie paula paulina petra pia ramona rahel rebecca regina regine
regula renate rita romy rosa rosemarie roswitha ruth sabine sabrina samira sandra sara sarah saskia selma
sibylle sieglinde sigrid silke silvia simone sina sonja sophia sophie stefanie steffi stella susanne svenja
swantje sylvia tamara tanja tatjana theresa theresia tina ulla ulrike ursula ute vanessa vera verena
veronika viola waltraud wibke wiebke yasmin yvonne zeynep marietta malin mandy marika meret merve mona oda
olivia ricarda rosalie ronja runa salome sigrun sofie solveig sunna svea tabea thea thekla trude undine
ursel valerie victoria wencke wilhelmine ayşe beatrice bente berit carmen carola catharina dörte elena elisa
esra fabienne fanny filiz finja friederun gönül gerlinde hatice insa inken ivonne jette josefine kaja
katarina kira lisbeth liv ljudmila lore
""")
)

# Other words for what somebody is: „der Rathauschef“ is the Bürgermeister.
KINDRED = {
    "rathauschef": "bürgermeister",
    "stadtoberhaupt": "bürgermeister",
    "stadtchef": "bürgermeister",
    "ressortchef": "minister senator dezernent",
    "regierungschef": "ministerpräsident kanzler premierminister",
    "christdemokrat": "cdu",
    "sozialdemokrat": "spd",
    "freidemokrat": "fdp",
    "politiker": "minister senator abgeordnete bürgermeister stadtrat parlamentarier staatssekretär "
    "nationalrat ständerat gemeinderat landrat landesrat kanzler stadtverordnete fraktionschef",
    "kommunalpolitiker": "bürgermeister stadtrat gemeinderat landrat stadtverordnete",
    "parlamentarier": "abgeordnete nationalrat ständerat senator",
    "journalist": "redakteur redaktor reporter korrespondent publizist kolumnist",
    "diplomat": "botschafter konsul attaché",
    "jurist": "anwalt anwältin richter notar syndikus rechtler",
    "rechtswissenschaftler": "jurist rechtler",
    "mediziner": "arzt ärztin chirurg virologe epidemiologe",
    "ökonom": "volkswirt wirtschaftswissenschaftler betriebswirt",
    "theologe": "pfarrer bischof propst superintendent",
    "pädagoge": "lehrer schulleiter rektor",
    "arzt": "mediziner chirurg virologe epidemiologe",
    "ärztin": "mediziner chirurg virologe epidemiologe",
    "schriftsteller": "autor dichter lyriker poet",
    "landwirt": "bauer bäuerin",
    "geistliche": "pfarrer pastor bischof propst superintendent diakon kaplan",
    "unternehmer": "geschäftsführer inhaber gründer",
    "manager": "geschäftsführer vorstand direktor",
    "forscher": "professor wissenschaftler",
    "wissenschaftler": "professor forscher",
    "hochschullehrer": "professor",
    "chef": "leiter direktor geschäftsführer vorsitzende präsident",
    "gastgeber": "hausherr",
    "militär": "general oberst admiral offizier",
    "offizier": "general oberst admiral hauptmann",
}
#: What a post may be of, for those who have learned it.
SUBJECTS = {
    "jurist": "recht jura justiz staatsanwalt",
    "ökonom": "wirtschaft ökonomie",
    "volkswirt": "volkswirtschaft",
    "mediziner": "medizin chirurgie klinik",
    "historiker": "geschichte",
    "politologe": "politik",
    "politikwissenschaftler": "politik",
    "theologe": "theologie",
    "pädagoge": "pädagogik erziehung bildung",
    "bildungsforscher": "bildung pädagogik erziehung",
    "germanist": "germanistik literatur",
    "linguist": "linguistik sprachwissenschaft",
    "mathematiker": "mathematik",
    "informatiker": "informatik",
    "chemiker": "chemie",
    "physiker": "physik",
    "klimaforscher": "klima",
}
