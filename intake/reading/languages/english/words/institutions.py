"""Words that make a run of capitalised words something other than a person, in English."""

from intake.reading.words import words

# A run with one of these is an institution, a place, a document or an event.
INSTITUTIONS = words("""
associates partners consulting ventures capital solicitors advisers advisors
academy act agency agreement airport alliance ambassadors amendment archive archives army article assembly
association authority avenue award bank bay bill block board boulevard branch bridge broadcasting brothers bureau
cabinet campus cathedral cent center centre chamber chapter charter choir church cinema circuit city
clinic club coalition code college commission committee communist community companies company conference
congress consortium constitution convention co-operative cooperative corp corporation council county court
courthouse daily day days declaration defence defense department desk dialogue directorate district
division dormitory economy economics education embassy empire enterprise environment estate europe
exchange exhibition faculty farm federation festival finance firm fleet force forces forum foundation
framework front fund gallery games gardens gazette government grid group guild gulf hall harbour health
herald highway hill holdings hospital hotel house inc income inquiry institute institution insurance
international island islands journal kremlin laboratories laboratory labour lab labs lake law league
legislature library limited line llc llp ltd magazine market media mill ministry mission monument mountain
mountains movement museum nations network newspaper news ngo observatory ocean office opera orchestra
order organisation organization palace paper parish park parliament partnership party peninsula plan plant
platform pledge police policy port post prize programme program project protocol province publishing
quay quays wharf embankment esplanade promenade
railway railways region relations report republic research resolution review river road room route school
schools sciences science sea secretariat section sector senate senior series service services society
solutions square staff state states station statute store strategy street studies summit symposium system
systems task team technologies technology terminal theatre theater times toolkit tower town trade treaty
tribunal trust tunnel union united university valley village ward war watch water week wing works workshop
world yard year youth zone affairs security development rights culture history information communication
communications engineering energy climate digital global national regional central federal foreign public
private social human international north south east west northern southern eastern western open data
access model platform rule question answer guideline guidelines minutes agenda item motion resolution
appendix annex figure table note panel session keynote lecture seminar webinar roundtable hearing debate
discussion briefing meeting event speech remarks reuters tass afp bbc cnn ap interfax bloomberg wikipedia
google facebook twitter youtube microsoft amazon netflix internet artificial intelligence learning legal
regulation regulations general assembly nuclear sanctions white capitol pentagon downing brexit covid
covid-19 christmas easter ramadan green red blue black new old great grand royal high supreme upper lower
modern ancient free first second third
""")

# Words that a sentence starts with, and other capitalised words that are no names.
PLAIN = words("""
a an the this that these those there here it its he she they we you i his her their our your my who whom
whose which what when where why how if but and or nor so yet for of in on at by to from with without
within into onto about above across after against along among amid around as because before behind below
beneath beside besides between beyond despite during except following given including inside instead like
near once only over past per regarding since than though through throughout thus toward towards under
underneath unlike until unless up upon versus via while whereas whether according additionally afterwards
again also although always another any anyone anything both each either else even ever every everybody
everyone everything few finally first further furthermore generally hence however indeed initially later
last lastly less let likewise many meanwhile more moreover most much neither nevertheless next no nobody
none nonetheless not nothing now often one other others otherwise overall perhaps possibly probably rather
recently right second secondly several similarly so some somebody someone something sometimes soon still
such then therefore third thirdly thereafter today together tomorrow tonight too two three four five six
seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty
thirty forty fifty hundred thousand usually very well whatever whenever wherever yes
yesterday opening closing asked speaking responding replying turning addressing concluding introducing
presenting welcoming commenting noting citing quoting recalling answering summing picking backing building
drawing looking taking earlier elsewhere eventually apart aside dear please thank thanks hello good
morning afternoon evening monday tuesday wednesday thursday friday saturday sunday january february march
april may june july august september october november december spring summer autumn winter mon tue wed thu
fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec download read share click subscribe photo
image video source copyright advertisement opinion opinions was were is are be been being has have had do
does did can could will would should shall might must concerns questions issues problems points topics
topic part chapter under-secretary-general present absent apologies moved seconded carried approved venue
date time place location speakers speaker participants chair moderator official officials
""")

# Those of them that nobody bears as a surname, whatever stands before: "Christian College".
NEVER_SURNAMES = words("""
academy agency airport alliance assembly association authority bureau campus cathedral center centre chamber clinic
coalition college commission committee company conference congress consortium corporation council department
directorate district division embankment embassy esplanade faculty federation festival forum foundation gallery
government hospital hotel institute institution laboratory library ministry museum network newspaper orchestra
parliament partnership programme program project promenade quay quays railway school schools secretariat seminary
society station studio summit symposium television theatre theater tribunal university wharf workshop
""")

#: What a street by the water is called, of somebody or not: "Fr Mathew Quay".
WATERSIDES = words("quay quays wharf embankment esplanade promenade")

SCHOOLS = words("academy college school schools seminary")

# What is named after a person: with one of these behind it, the name is no longer theirs.
NAMED_AFTER = words("""
associates partners solicitors consulting ventures holdings group plc llp llc ltd inc foundation hospital award prize
medal lecture fellowship scholarship
""")

# What somebody may be head of: "Director of Fisheries Ann Moss", "Head of Outreach".
DOMAINS = words("""
planning outreach advocacy operations fisheries forests forestry tourism mining livestock gender sanitation transport
roads housing heritage marketing sales procurement logistics compliance infrastructure irrigation conservation
partnerships programmes programs projects policies studies affairs relations resources markets sports youth families
elections borders customs taxation revenue budgets payments pensions admissions acquisitions collections exhibitions
rangelands rivers ports harbours harbors aviation maritime shipping rail cycling mobility energy electricity
broadband telecommunications wildlife biodiversity oceans soils seeds crops nutrition nursing midwifery surgery
""")
