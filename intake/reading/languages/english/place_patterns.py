"""How reports print the place of an event, in English, and the lines that tell of nothing else."""

import re

from intake.reading.languages import either
from intake.reading.languages.english.names import UPPER
from intake.reading.languages.english.words.cities import MORE_CITIES
from intake.reading.languages.english.words.places import (
    CITIES,
    COUNTRIES,
    MORE_COUNTRIES,
    VENUE_OPENINGS,
    VENUE_WORDS,
)
from intake.reading.languages.russian.words.places import RUSSIAN_CITIES, RUSSIAN_VENUES

ANY_CITY = "|".join(sorted(map(re.escape, [*CITIES, *MORE_CITIES]), key=len, reverse=True))
ANY_COUNTRY = "|".join(sorted(map(re.escape, [*COUNTRIES, *MORE_COUNTRIES]), key=len, reverse=True))
CITY, COUNTRY = re.compile(rf"(?:{ANY_CITY})(?![\w-])"), re.compile(rf"(?:{ANY_COUNTRY})(?![\w-])")
CAP = rf"[{UPPER}](?:[\w’'&-]|\.(?=\s[{UPPER}]))*"
MONTH_OR_DAY = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
)
PROPER = rf"(?!{MONTH_OR_DAY}\b){CAP}"
_LOW = (
    r"(?:en|van|of|for|the|and|&|at|de|la|del|di|du|faculty|main|lecture|concert|conference|town|reading|assembly|seminar|"
    r"old|new|great|grand|village|community|city|public|national|meeting|press|church|parish|ball|council|"
    r"committee|potting|debating|banqueting)"
)
_VENUE_NAME = (
    rf"(?:(?:{CAP}|{_LOW})\s+){{0,8}}?{VENUE_WORDS}(?![\w]|[’']\w)(?:\s+{VENUE_WORDS}(?![\w]))*(?:(?:\s+{CAP}){{1,2}}\s+{VENUE_WORDS}(?![\w]|[’']\w))?"
    r"(?:\s+(?:[A-Z]|\d{1,4})(?![\w]))?"
)
_FOREIGN_NAME = (
    rf"{VENUE_OPENINGS}(?:(?:\s+(?:{PROPER}|\d+[A-Za-z]?|de|del|della|delle|dello|degli|dei|la|las|los|des|der|du|do|da|dos|das|di|"
    r"el|y|et|ten|ter|van|op|het|aan)(?!\w))+|(?<=haus))"
)
_STREET_NAME = (
    rf"(?:\d{{1,4}}[a-z]?\s+)?(?:{CAP}\s+){{1,3}}"
    r"(?:Street|Road|Avenue|Lane|Square|Row|Terrace|Crescent|Place|Way|Close|Hill|Parade)(?!\w)"
)
VENUE = re.compile(
    rf"\b(?:[Aa]t|[Ii]n|on(?=\s+the\s+(?:{CAP}\s+)?Stage\b)|[Ii]nside|into|fill(?:ed)?|pack(?:ed)?|within|(?:came|flocked|"
    rf"gathered|trooped|turned\s+up|invited|moved)\s+(?:(?:up|down|across|over|back|upstairs)\s+)?(?:in)?to|"
    rf"(?:brought|drew|attracted|welcomed|invited)\s+(?:[\w’'-]+,?\s+){{1,16}}?to|(?:told|addressed|before)\s+(?:an?\s+)?(?:full|packed|crowded))\s+"
    rf"(?P<the>(?:the|(?:its|our|their)(?!\s+(?:{ANY_CITY})\s))\s+(?:[a-z]+[’']s\s+)?)?(?P<venue>{_VENUE_NAME}"
    rf"(?:\s+(?:of|for|at|in)\s+(?:the\s+)?{PROPER}(?:\s+(?:(?:of|for|and|&)\s+)?{PROPER}){{0,8}})?"
    rf"(?:\s+(?:of|for)\s+(?:the\s+)?{PROPER}(?:\s+{PROPER}){{0,8}})?"
    rf"(?:\s+\([A-Z]{{2,8}}\))?(?:\s+[oi]n\s+{_STREET_NAME})?(?:,\s+(?:the\s+)?(?:{_STREET_NAME}|"
    rf"{_VENUE_NAME})){{0,4}})"
)
#: 'at its New Delhi campus', 'in our Nairobi office'
OWN_HOUSE_IN = re.compile(
    rf"(?:\b(?:at|in)|,)\s+(?:its|their|our|the\s+\w+[’']s)\s+(?P<city>{ANY_CITY})\s+(?:campus|offices?|headquarters|premises|centre|center|"
    r"studio|hub|branch)\b"
)
_FULL_OR_BUSY = (
    r"(?:opened|hosted|held|welcomed|organi[sz]ed|filled|staged|was\s+(?:\w+\s+)?(?:full|packed|crowded|sold\s+out|"
    r"filled))"
)
VENUE_AS_HOST = re.compile(
    rf"(?:(?:On|Last|That)\s+[^,;]{{3,60}}?,?\s+)?(?:(?:[Tt]he\s+)?(?P<foreign>{_FOREIGN_NAME})|[Tt]he\s+(?:[a-z]+\s+of\s+the\s+)?"
    rf"(?P<venue>{_VENUE_NAME}(?:\s+(?:of|for)\s+(?:the\s+)?{CAP}(?:\s+(?:and\s+)?{CAP})*)?))"
    rf"(?=(?:\s+in|,)\s+{CAP}(?:,\s+{CAP})?,?\s+{_FULL_OR_BUSY}\b)"
)
HOSTED = (
    r"\b(?:held|hosted|took\s+place|met|meeting|gathered|convened|sat|organi[sz]ed|recorded|assembled|opened|came|"
    r"discussed|presented|talked|spoke|attended|squeezed|put\s+on)\b"
)
_CROWDED = r"\b(?:filled|packed|crowded|crammed\s+into|squeezed\s+into)\s+"
#: What tells, beside HOSTED, that a known city in the sentence is where it was.
ABOUT_IT = re.compile(
    rf"{HOSTED}|\b(?:welcomed|launched|kicked\s+off|heard|staged|celebrated|delivered|unveiled|inaugurated|began|filled|"
    r"concluded|closed|started|brought\s+together|convened|briefed|addressed|turned\s+out|crowded|packed|joined|sat\s+down|lecture|seminar|"
    r"workshop|conference|meetup|symposium)\b"
)
#: 'at Kino Merkur', 'in the Palacio de los Marqueses', 'in Room 12', 'in Room 12 of the Palais Moreau'
FOREIGN_VENUE = re.compile(
    rf"\b(?:[Aa]t|[Ii]n|[Ii]nside|to|filled|packed|crowded)\s+(?:the\s+)?(?P<venue>{_FOREIGN_NAME}(?:\s+(?:of|at|in)\s+the\s+"
    rf"(?:{_FOREIGN_NAME}|{_VENUE_NAME}))?)"
)
#: 'Doors of the Tide Hall of the Salt Museum opened at 17:30'
DOORS_OF = re.compile(
    rf"\b[Dd]oors\s+(?:of|at|to)\s+(?:the\s+)?(?P<venue>{_VENUE_NAME}(?:\s+(?:of|at|"
    rf"in)\s+(?:the\s+)?{PROPER}(?:\s+{PROPER}){{0,4}})?)"
)
SETTING = re.compile(
    rf"(?:The\s+)?(?P<venue>{CAP}(?:\s+(?:{CAP}|of|the|de|la|del|der))*)\s+(?:was|were|provided|served\s+as|became|"
    r"made)\s+(?:the|a|an)\s+(?:\w+\s+)?(?:setting|venue|stage|backdrop)\b"
)
VENUE_WAS = re.compile(
    rf"\b(?:setting|venue|location|(?:meeting\s+)?place)\s+(?:(?:for|of)\s+(?:the|our|this)\s+\w+\s+)?(?:was|is|being)\s+(?:the\s+)?(?P<venue>{_VENUE_NAME}|{_FOREIGN_NAME}|"
    rf"{PROPER}(?:\s+(?:(?:of|for|and|&|the)\s+)*{PROPER})*)"
)
_WHERE_IN_TOWN = (
    r"(?:(?:(?:just\s+)?(?:outside|near)|central|downtown|(?:north|south|east|west)(?:ern)?|the\s+(?:\w+\s+)?(?:heart|centre|center|city|town|"
    r"village|suburbs?|outskirts|port|capital)(?:\s+of)?)\s+)?"
)
DATE_BEFORE = re.compile(
    rf"(?:\d{{4}}|(?:{MONTH_OR_DAY}|(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.?)(?:\s+\d{{1,2}}(?:st|nd|rd|th)?)?|\b(?:week|night|weekend|month)),?\s*$"
)
DATE_AFTER = re.compile(
    rf",?\s+(?:on\s+(?:the\s+)?(?:\d|{MONTH_OR_DAY})|(?:last|this)\s+(?:{MONTH_OR_DAY}|week|night|month)|"
    rf"from\s+\d|between\s+\d|in\s+{MONTH_OR_DAY}\s+\d)"
)
IN_COUNTRY = re.compile(
    rf"\b[a-z]+,\s+(?P<behind>{ANY_COUNTRY})\W*$|"
    rf"\b(?:held|hosted|took\s+place|met|gathered|convened)\s+(?:\w+ly\s+|again\s+)?in\s+"
    rf"(?P<country>{ANY_COUNTRY})(?![\w-])"
)
WORKS_THERE = re.compile(
    r"\b(?:teach(?:es|ing)?|taught|works?|worked|working|stud(?:ies|ied)|based|trained|educated|employed|graduated)\b[^,]*$"
)
VAGUE = re.compile(r"(?:the\s+)?[a-z]+")
ASIDE = re.compile(r"\(([^()]{5,100},[^()]{3,60})\)")
#: What has capitals behind "at the" and is no house: a day, a union of states, the event itself, a sea.
NO_HOUSE = re.compile(
    r"day\b|\bUnited\b|\b(?:Days|Week|Weeks|Festival|Forum|Summit|Conference|Congress|Fair|Expo|Awards?|Show|Symposium|Biennale|"
    r"Games|Sea|Ocean|Gulf|Straits?|Channel|Peninsula|Delta|Basin|Isles|Islands|Mountains|Alps|Arctic|Antarctic|Desert|Region|Series|Lectures?|Talks|Seminars?)$"
)
BEFORE_A_CITY = re.compile(rf"(?:,|\s+in)\s+(?:{PROPER},\s+)?(?:{ANY_CITY})(?![\w-])")
HELD_JUST_BEFORE = re.compile(rf"{HOSTED}(?:\s+(?:again|there|on\s+[\w\s,]{{4,30}}))?\s*$")
NEAR_HOSTED = re.compile(rf"{HOSTED}[^.]{{0,60}}$")
BEHIND_VENUE = re.compile(
    rf"(?:,|\s+in)\s+{_WHERE_IN_TOWN}(?P<city>{CAP}(?:\s{CAP}){{0,2}})(?:,\s+(?P<country>{ANY_COUNTRY})(?![\w-]))?"
    r"(?=[,.;]|\s+(?:on|to|for|last|and|this|where|with|focused|opened|hosted|held|welcomed|organi[sz]ed|filled|"
    r"staged|was|from|by|as|when|which)\b|\s+\(|$)"
)
BYLINE_CITY = re.compile(rf"(?:By\s+)?(?:{CAP}\s+){{2,4}}in\s+(?P<city>{ANY_CITY})")
OF_A_CITY = re.compile(rf"(?P<city>{ANY_CITY})[’']s?\s+")
IN_PLACE = re.compile(
    rf"\b[Ii]n\s+{_WHERE_IN_TOWN}(?P<city>{CAP}(?:\s+{CAP}){{0,2}})(?:,\s+(?P<country>{ANY_COUNTRY})(?![\w-]))?"
)
_PART_OF = (
    r"(?:[Oo]n|[Ii]n|[Uu]nder)\s+the\s+(?:\w+\s+)?(?:roof|terrace|courtyard|gardens?|basement|room|lobby|foyer|ballroom|"
    r"cellar|lawns?|steps|grounds|premises|offices?|headquarters)"
)
AT_PLACE = re.compile(
    rf"\b(?:(?:[Aa]t|[Ii]n|fill(?:ed)?|pack(?:ed)?|crowded|(?:squeezed|crowded|crammed)\s+into)\s+the|[Aa]t|(?:went|came|travelled|traveled|headed)\s+to(?:\s+the)?|{_PART_OF}\s+of(?:\s+the)?)\s+(?P<venue>{CAP}(?:\s+{CAP}){{0,4}})(?=\s+in\s+[{UPPER}]|,\s+[{UPPER}\d]|"
    rf"\s+on\s|\s*[.,])"
)
_SHOUTED = (
    r"(?:BREAKING|UPDATED?|EXCLUSIVE|NEWS|PRESS|MEDIA|FOR|WATCH|VIDEO|OPINION|SUMMARY|REPORT|NOTES?|MINUTES|LIVE|READ|THE|A|"
    r"AN|IN|ON|AT|WE|IT|DEAR|BY|WHAT|WHY|HOW|WHO|WHEN|WHERE)"
)
_REALM = r"(?:(?:Sultanate|Kingdom|Republic|State|Commonwealth|Principality)\s+of\s+(?:the\s+)?)?"
#: 'MOSCOW, April 26 (TASS) —', 'Nizwa, Oman.', 'Aldermouth, 16 May 2023.': a name alone is none in lower case.
DATELINE = re.compile(
    rf"(?:(?P<known>{ANY_CITY})|(?!{_SHOUTED}\b)(?P<capitals>[{UPPER}]{{3,}}(?:[ -][{UPPER}]{{2,}}){{0,3}})|"
    rf"(?P<placed>{CAP}(?:\s{CAP}){{0,2}})(?=,\s+(?:{_REALM}(?:{ANY_COUNTRY})|{MONTH_OR_DAY}|\d)))(?![\w-])(?:,\s+(?:[A-Z][a-z]{{1,4}}\.|(?!{ANY_COUNTRY})[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)(?=\s+[—–-]))?"
    rf"(?:,\s+(?P<country>{_REALM}(?:{ANY_COUNTRY}))(?![\w-]))?(?:,?\s+(?:[^—–.(\n-]|(?<=[a-z])\.(?=\s\d)){{0,30}}\d[^—–.(\n-]{{0,12}})?"
    r"(?:\s*\([^)]{2,30}\))?\s*(?:[—–-]{1,2}\s|(?(capitals)—|(?!))|(?<=\d):\s|\.(?:\s|$)|\)|(?(known):\s|(?!))|/)"
)
RUSSIAN_DATELINE = re.compile(
    rf"(?:(?P<capitals>[А-ЯЁ]{{3,}}(?:[ -][А-ЯЁ]{{2,}}){{0,2}})|(?P<known>{'|'.join(RUSSIAN_CITIES)}))(?![\w-])"
    r"(?:,\s*[^—–\n.]{0,40})?\s*(?:[—–/.]|\s-\s)"
)
STREET = re.compile(r"\b(?:street|st\.|road|avenue|lane|square|ul\.|ulitsa|floor|\d{1,4}[a-z]?)\b", re.I)
#: What a line about the place may tell besides: the weekday, the hour, 'held at', 'online'.
NOT_A_PLACE = re.compile(
    r"\b(?:mon|tues?|wednes|thurs?|fri|satur|sun)day\b,?\s*|\b\d{1,2}[.:]\d\d(?:\s*[–—-]\s*\d{1,2}[.:]\d\d)?"
    r"(?:\s*[ap]\.?m\b\.?)?(?:\s*\b[A-Z]{3,4}\b)?|\b\d{1,2}\s?[ap]\.?m\b\.?|^(?:held|recorded)\s+(?:at|in|on)\s+(?:the\s+)?|"
    rf",?\s+\(?(?:{either('event', 'AND_ONLINE')}).*|"
    r"\s+\([^()]*\b(?i:zoom|teams|online|webex|youtube|livestream)\b[^()]*\)",
    re.I,
)
#: The house itself rather than a room in it: without a day beside it, a line with one is its letterhead.
NAMES_A_HOUSE = re.compile(
    r"\b(?:Institut\w*|University|Universi[dt]\w+|Club|School|College|Academy|Foundation|Forum|Union|Office|Ministry|"
    r"Embassy|Consulate(?:[ -]General)?|High\s+Commission|"
    r"Parliament|Campus|Laboratory|Network|Society|Stiftung|Programme|Program|Project|Initiative|Department|Cent(?:re|er)\s+(?:for|on))\b|(?:институт|университет|клуб|школ|академи|центр)",
    re.I,
)
OF_A_PLACE_LINE = re.compile(r"\s+on\s*(?:,|$).*")
ANY_VENUE = re.compile(
    rf"(?<!\w){VENUE_WORDS}(?!\w)|(?<!\w){VENUE_OPENINGS}\s+\w|(?<!\w)(?i:{RUSSIAN_VENUES})"
)

#: 'met on board the moored training ship Nyota', 'took place …, in the robing room of the old Assize Court'.
_ROOMS = (
    r"(?:room|hall|chamber|ship|vessel|boat|barn|loft|library|museum|court|church|chapel|school|theatre|theater|garden|tent|"
    r"cellar|kitchen|studio|gallery|warehouse|works|mill|station|inn|house|cottage|centre|center|club|office|auditorium|"
    r"depot|shed|hut|gym|canteen|foyer|lobby|atrium|marquee|brewery|bar|pub|cafe|café|hotel|terminal|refectory|ballroom|cathedral|"
    r"wharf|farm|hospital|residence|bookshop|courthouse|boathouse|clubhouse|headquarters|basement|courtyard|arcade|greenhouse|"
    r"gasworks|laboratory|hangar|store|shop|bakery|dairy|forge|armoury|reading\s+room|yard|temple|mosque|synagogue|monastery|palace|castle|tower|pavilion|stadium|arena|market|workshop)"
)
HELD_VENUE = re.compile(
    rf"(?:(?:{HOSTED}|\b(?:19|20)\d\d,?(?=\s+(?:at|in)\s))[^.;]{{0,90}}?\b(?:at|in|on\s+board|aboard|inside)\s+|{_CROWDED})(?P<the>the\s+)(?P<venue>(?:{PROPER}\s+(?=[a-z]))?(?:[^\W\d_A-Z][\w’'-]*\s+){{0,3}}{_ROOMS}"
    rf"(?:\s+{PROPER}){{0,2}}(?:\s+(?:of|for|at)\s+(?:the\s+)?(?:[a-z]+\s+){{0,2}}{PROPER}(?:\s+{PROPER}){{0,5}}(?:\s+{_ROOMS})?)?)"
    r"(?=\s+(?:in|on|to|near|with|from|by|for|over|before|after|last|where|and)\b"
    rf"|\s+{MONTH_OR_DAY}|[,.;(]|$)"
)
#: 'The Foundation (EMRF), Kolkata, organised …': the town of a house that held it.
TOWN_OF_THE_HOUSE = re.compile(
    rf"{CAP}\s*(?:\([A-Z]{{2,8}}\))?,\s+(?P<city>{ANY_CITY}),?\s+(?:(?:in|jointly|together)\s[^,.;]{{3,80}},\s+)?"
    r"(?:jointly\s+)?(?:organi[sz]ed|hosted|held|convened|conducted|saw|drew|welcomed|invited|was\s+(?:packed|full))\b"
)
#: 'The Ballarat meeting was called by …'
MEETING_OF_THE_TOWN = re.compile(
    rf"\b[Tt](?:he|his)\s+(?P<city>{ANY_CITY})\s+(?i:meeting|event|conference|seminar|workshop|hearing|session|evening|gathering|"
    r"round\s?table|debate|lecture|panel|launch|forum|summit)\s+(?:was|took\s+place|opened|began|drew|brought|heard|closed|ended)\b"
)
#: 'the Embassy of Norway in Nairobi invited …': an embassy receives where it is.
TOWN_OF_THE_EMBASSY = re.compile(
    rf"\b(?:Embassy|High\s+Commission|Consulate(?:[ -]General)?)\s+"
    rf"(?:of\s+(?:the\s+)?{CAP}(?:\s+(?:of\s+)?{CAP}){{0,4}}\s+)?in\s+"
    rf"(?P<city>{ANY_CITY})\s+(?:had\s+)?(?:invited|hosted|held|welcomed|convened|organi[sz]ed|brought\s+together|received)\b"
)
#: 'at its headquarters at 12 Quay Street, Bergen'
TOWN_BEHIND_STREET = re.compile(
    rf"\bat\s+(?:[^.;]{{0,60}}\s)?\d{{1,4}}[a-z]?\s+(?:{CAP}\s+){{1,3}}(?:Street|Road|Avenue|Lane|Square|Row|Terrace),\s+(?P<city>{ANY_CITY})"
    r"(?![\w-])"
)
#: 'visited Port Amara from 7 May to 9 May'
VISITED = re.compile(
    rf"\bvisited\s+(?P<city>{PROPER}(?:\s{PROPER}){{0,2}})(?:,\s+(?P<country>{ANY_COUNTRY})(?![\w-]))?"
    rf"(?=,?\s+(?:from|on)\s+(?:the\s+)?(?:\d|{MONTH_OR_DAY}))"
)
#: 'our Harbour Lates came back to Ardrossan after the summer'
CAME_TO_TOWN = re.compile(
    rf"\b(?:[Oo]ur|[Tt]he|[Tt]his\s+year[’']s)\s+(?:{CAP}\s+){{0,4}}(?i:lates|lectures?|talks|series|festival|forum|conference|congress|"
    rf"seminars?|debates|dialogues?|conversations|evenings|nights|readings|roadshow|meetings?|symposium|summit|workshops?|assembly)\s+"
    rf"(?:again\s+)?(?:(?:came|went)(?:\s+back)?|returned|moved|travell?ed)\s+to\s+(?P<city>{PROPER}(?:\s{PROPER})?)"
    r"(?=\s+(?:on|in|for|after|with|last|this|again|and)\b|[,.]|$)"
)
FROM_PLACE = re.compile(
    rf"\b(?:near|outside|from)\s+(?P<city>{CAP}(?:\s{CAP})?),\s+(?P<country>{ANY_COUNTRY})(?![\w-])"
)
