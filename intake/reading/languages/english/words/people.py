"""Words that stand before or beside the names of people, in English."""

from intake.reading.words import words

HONORIFICS = words("""
Dr Prof Professor Mr Mrs Ms Miss Mx Sir Dame Lord Lady Hon Honourable Honorable Rev Reverend Fr Father
Sister Rabbi Imam Sheikh Shri Sri Smt Sh Justice Judge Gen General Col Colonel Maj Major Lt Lieutenant
Capt Captain Adm Admiral Sgt Sergeant Brig Brigadier Amb Ambassador Sen Senator Rep Representative Cllr
Councillor Councilor Councilmember Councilwoman Councilman President Minister Chancellor Baroness Baron
Count Countess Prince Princess King Queen Pope Bishop Archbishop Cardinal Gov Governor Congressman
Congresswoman Commissioner Secretary Chairman Chairwoman Chairperson Chair Trustee Supervisor Alderman
Dean Provost Mayor Commander Herr Frau Madame Monsieur Mme M Don Dona Señor Señora Ustad Pandit Begum
Dato Datuk Haji Ing Dipl H.E Assoc Asst Adv Engr Pastor Honour Honor Excellency Worship Eminence Highness Majesty
Holiness Commodore Canon Archdeacon Deacon Chief Elder Alhaji Hajiya Nana Ibu Bapak Bu Cikgu Ustaz Kyai Tuan
Puan Inspector Superintendent Constable Corporal Sheikha Hajj Hadji Barr Mzee Mwalimu Mama Bapa Dottor Signor
Signora Monsignor Rector Mayoress Marshal Brother Counsellor Deputy Supt Cmdr Lieut Profs Drs
Coun Nanay Tatay Kuya Mang Aling Matua Whaea Malam Mallam Hajia Otunba Barrister Engineer
Eng Arch Atty Messrs Revd Ven Venerable Preb Rotarian Rtn Kum Kumari
Ir Kgosi Docent Magister Doctor Nurse Matron Comrade Madam
""")

# Those that are cut short, and have a stop: "Thank you, Madam Chair. We go on."
ABBREVIATED = words("""
Dr Prof Mr Mrs Ms Mx Hon Rev Revd Fr Smt Sh Gen Col Maj Lt Lieut Capt Adm Sgt Brig Cmdr Supt Amb Sen Rep Cllr Coun Gov
Mme M
Ing Ir Dipl H.E Assoc Asst Adv Eng Engr Arch Atty Barr Profs Drs Messrs Ven Preb Kum
""")

MALE_HONORIFICS = set(
    words("""
Mr Sir Lord Fr Father Shri Sri Chairman Congressman Councilman Baron Count Prince King Pope Herr Monsieur
Tatay Kuya Mang Matua Malam Mallam Don Señor Alderman Bapak Alhaji Mzee Brother Signor Monsignor Bapa
""")
)
FEMALE_HONORIFICS = set(
    words("""
Mrs Ms Miss Dame Lady Sister Smt Chairwoman Congresswoman Councilwoman Baroness Countess Princess Queen
Kum Kumari Nanay Aling Whaea Hajia Frau Madame Madam Mme Dona Señora Begum Ibu Bu Hajiya Puan Mayoress Signora
Matron Mama
""")
)

# What stands before an honorific and makes another of it, and the office that goes by the two: the Right Reverend
# is a bishop.
STYLED = ("right", "most", "very", "rt")
STYLES = {
    **dict.fromkeys(
        ("right reverend", "right revd", "right rev", "rt revd", "rt rev", "rt reverend"), "bishop"
    ),
    **dict.fromkeys(("most reverend", "most revd", "most rev"), "archbishop"),
    **dict.fromkeys(("very reverend", "very revd", "very rev"), "dean"),
    **dict.fromkeys(("venerable", "ven"), "archdeacon"),
}

# What a student is, before the name: "Junior Ann Moss".
CLASS_YEARS = frozenset(("freshman", "sophomore", "junior", "senior"))

# Nouns that end as those of doers do, and are things.
NO_DOERS = words("""
paper newspaper newsletter letter chapter charter poster center number computer order matter answer water river
tower sector factor corridor floor door error mirror harbor harbour labor labour monitor reactor other former latter
restaurant covenant grant plant warrant winter summer weather
""")

# Heads of a post: "Deputy Director for Research", "visiting faculty at …", "senior engineer".
POSTS = words("""
constable critic cartographer cinematographer novelist playwright beekeeper potter farmer fisherman
forester keeper ambassador minister president chancellor director manager head chief chair chairman
chairwoman chairperson secretary commissioner officer executive ceo cto cfo coo founder cofounder
co-founder partner associate fellow professor lecturer researcher scientist scholar academic academician
dean provost rector principal teacher student historian economist analyst expert adviser advisor
consultant specialist strategist engineer developer designer architect lawyer attorney barrister solicitor
advocate judge prosecutor diplomat envoy representative delegate spokesman spokeswoman spokesperson
coordinator co-ordinator editor journalist reporter correspondent columnist author writer poet activist
campaigner organiser organizer leader member deputy senator congressman congresswoman mp mep mayor
governor councillor councilor supervisor trustee treasurer clerk curator librarian archivist general
colonel major captain lieutenant commander admiral sergeant inspector superintendent marshal cosmonaut
astronaut pilot physician doctor surgeon nurse epidemiologist virologist psychologist psychiatrist
sociologist anthropologist philosopher physicist chemist biologist ecologist geographer geologist linguist
mathematician statistician entrepreneur investor banker trader farmer artist musician actor actress
filmmaker producer moderator host presenter anchor panelist panellist discussant speaker chaplain bishop
archbishop priest rabbi imam faculty staff intern graduate undergraduate postdoc candidate alumnus alumna
veteran pioneer co-chair vice-chair vice-president vice-chancellor undersecretary counsellor counselor
counsel registrar controller auditor planner resident owner operator administrator technologist
practitioner visiting presiding emeritus laureate premier premier pm vp evp svp advisor-in-chief editor-in-chief
superintendent warden ombudsman rapporteur co-author co-director co-organiser co-organizer negotiator
commentator politician lawmaker legislator parliamentarian crusader cosmologist astronomer astrophysicist
neuroscientist agronomist hydrologist conservationist naturalist critic secretary-general
director-general attorney-general governor-general auditor-general attaché attache
pleader sarpanch underwriter insurer convener convenor nutritionist dietitian broker barista baker butcher
midwife pharmacist dentist veterinarian paramedic firefighter translator interpreter photographer illustrator
composer conductor singer dancer choreographer sculptor painter blogger podcaster founder-director treasurer
psychotherapist criminologist toxicologist seismologist meteorologist climatologist glaciologist oceanographer
archaeologist ethnographer demographer cryptographer programmer technician mechanic electrician plumber builder
carpenter weaver shepherd rancher winemaker grower vendor seller shopkeeper publican landlord publisher printer
bookseller reviewer translator convenor whip backbencher peer crossbencher comptroller bursar headteacher
headmaster headmistress tutor reader docent postgraduate trainee apprentice volunteer fundraiser lobbyist
whistleblower auctioneer valuer surveyor actuary accountant paralegal notary magistrate constable detective
sheriff ranger warden coroner pathologist psychometrician oncologist cardiologist paediatrician pediatrician
gynaecologist immunologist neurologist radiologist zoologist botanist entomologist ornithologist
dermatologist endocrinologist urologist nephrologist rheumatologist haematologist hematologist anaesthetist
ophthalmologist optometrist microbiologist geneticist
archdeacon canon deacon vicar curate pastor elder abbot abbess verger commodore skipper harbourmaster coxswain
consul plenipotentiary conservator restorer boss coach captain driver worker caretaker chef
broadcaster newsreader explorer mountaineer sailor comedian cartoonist screenwriter dramatist essayist biographer
storyteller folklorist theologian classicist palaeontologist paleontologist horticulturist arborist brewer distiller
blacksmith stonemason joiner roofer tailor cobbler miller diver docker stevedore trawlerman lifeguard
""")

# Roles that a report may use in place of a name: "the moderator noted".
ROLES = words("""
moderator host chair chairman chairwoman chairperson presenter speaker ambassador minister
president director professor mayor governor senator commissioner secretary spokesman spokeswoman
spokesperson expert scholar analyst economist historian diplomat scientist researcher author journalist
lawyer judge general colonel premier official academic panellist panelist discussant lecturer engineer
envoy adviser advisor ceo founder rector dean chancellor politician lawmaker physicist biologist cosmonaut
astronaut commander treasurer superintendent clerk principal editor poet writer activist councillor chief
consultant philosopher sociologist novelist doctor laureate colleague don baroness baron lord dame
bishop archbishop archdeacon reverend convener convenor silk orator
""")

# What of an office says which it is: "the foreign minister" is not the prime minister.
PORTFOLIOS = set(
    words("""
prime foreign finance health education interior justice defence defense home labour labor economy economic trade energy
environment agriculture culture transport housing development planning sports tourism fisheries mining water science
technology press shadow opposition police military naval fire legal financial technical medical chief managing
""")
)

# Other words for somebody's post: "the diplomat" is the ambassador.
KINDRED = {
    "diplomat": "ambassador envoy consul attaché counsellor representative negotiator",
    "envoy": "ambassador representative",
    "academic": "professor lecturer academician fellow dean reader",
    "don": "professor lecturer",
    "scholar": "professor lecturer academician fellow historian researcher",
    "professor": "lecturer reader",
    "scientist": "researcher professor physicist chemist biologist hydrologist ecologist geologist astronomer",
    "researcher": "scientist scholar fellow",
    "lawyer": "advocate attorney barrister solicitor counsel partner pleader",
    "counsel": "advocate attorney barrister solicitor lawyer pleader",
    "judge": "justice magistrate",
    "jurist": "judge justice magistrate advocate attorney barrister solicitor counsel",
    "silk": "san kc qc",
    "lawmaker": "senator mp mep deputy legislator congressman congresswoman representative",
    "politician": "senator mp mep minister mayor councillor governor",
    "legislator": "senator mp mep deputy",
    "journalist": "reporter correspondent editor columnist broadcaster",
    "editor": "journalist",
    "official": (
        "director secretary commissioner officer minister deputy head chief governor mayor spokesman spokeswoman"
    ),
    "executive": "ceo director president manager",
    "ceo": "chief executive",
    "chief": "head director coordinator co-ordinator commissioner administrator superintendent",
    "boss": "head director chief manager ceo executive",
    "economist": "professor",
    "doctor": (
        "physician surgeon consultant haematologist hematologist cardiologist paediatrician pediatrician oncologist "
        "gynaecologist psychiatrist neurologist radiologist anaesthetist gp dermatologist endocrinologist urologist "
        "nephrologist rheumatologist ophthalmologist"
    ),
    "analyst": "fellow researcher expert",
    "solicitor": "partner lawyer",
    "attorney": "partner counsel lawyer",
    "barrister": "counsel advocate lawyer",
    "physician": "doctor consultant gp",
    "surgeon": "consultant",
    "banker": "governor director manager",
    "farmer": "grower rancher",
    "grower": "farmer",
    "teacher": "headteacher headmaster headmistress principal tutor lecturer",
    "priest": "vicar rector curate pastor",
    "reporter": "journalist correspondent",
    "correspondent": "journalist reporter",
    "campaigner": "activist organiser organizer coordinator founder",
    "activist": "campaigner organiser organizer",
    "parliamentarian": "mp mep senator deputy",
    "expert": "specialist fellow researcher analyst",
}

SPEECH_NOUNS = (
    r"(?:argument|suggestion|proposal|point|view|opinion|position|message|recommendation|conclusion|"
    r"contention|claim|"
    r"concern|answer|reply|response|advice|assessment|hope|fear|warning|thesis|belief|main point|key point|"
    r"main argument|main message|key message|central argument|objection|worry|question|prediction|theory|"
    r"idea|"
    r"explanation|remedy|verdict|observation|plea|appeal|hypothesis|take|preference|diagnosis|submission|impression|"
    r"starting point|counterpoint|hunch|rule of thumb|"
    r"prescription|recipe|solution|complaint|criticism|charge|accusation|insight|suspicion|instinct|pitch|motto|"
    r"riposte|comeback|parting shot|stance|logic|critique|counsel|regret|grievance|premise|priority|demand|request|"
    r"rebuke|quip|admission|lament|reading|retort|rejoinder|counter|judge?ment|conviction|guess|bet|summary|formula|proviso|caveat|"
    r"forecast|prophecy|wager|wish)"
)

PARTICLES = words("""
de da do das dos del della di los las du la le van von der den ter ten zu zum zur af av bin ibn bint binti
al el y e st ap ferch binte ben ul arap ole wa
""")


# Nouns in apposition that tell whether their bearer is a woman or a man.
WOMEN = words("""
widow mother daughter sister aunt niece grandmother granddaughter wife actress chairwoman spokeswoman midwife
headmistress businesswoman congresswoman councilwoman landlady queen princess duchess seamstress
""")
MEN = words("""
widower father son brother uncle nephew grandfather grandson husband chairman spokesman headmaster businessman
congressman councilman fisherman landlord king prince duke
""")

# What an apposition calls something that is no person: "Mbita, a town", "Kule & Sons, a brokerage".
THINGS = words("""
town city village port river lake island mountain valley district province county country region state company firm
brokerage operator group agency newspaper magazine journal broadcaster station bank fund startup start-up charity
nonprofit non-profit ngo organisation organization association university college school institute museum project
programme program ship vessel boat book film novel song play building house hall park hotel restaurant pub club brand
product platform app website law act treaty agreement report study survey tool system model method project suburb
neighbourhood neighborhood street square theatre theater library hospital party movement tribe language
""")
