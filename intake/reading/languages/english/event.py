"""English: words by which a sentence is known to be about the event, and the kinds of events."""

EVENT_WORD = (
    r"\b(?:events?|discussions?|meetings?|met|conference|panel(?:l?ists)?|seminar|workshop|talks?|"
    r"lecture|debate|hearing|conversation|round ?table|webinar|summit|forum|session|symposium|"
    r"briefing|launch(?:ed)?|ceremony|screening|reading|agm|congress|colloquium|colloquy|consultation|town hall|"
    r"recorded|held|hosted|gathered|convened|presentation|"
    r"inquiry|sat|minutes|exhibition|assembly|dialogue|took place|addressed|spoke|visited|opened|meetup|"
    r"festival|dinner|breakfast|luncheon|began(?=\s+at\s)|started(?=\s+at\s)|evening|committee|council|board|class|celebrated|attended|squeezed|"
    r"filled|speakers?(?=\s+on\s+(?:the\s+)?(?:\d|[A-Z][a-z]+,?\s+\d))|"
    r"brought(?=\s(?:together\s|[^.;]{3,160}\sto\s+the\s[^.;]{3,90}\son\s))|"
    r"packed|crowded|crammed|present(?:ed|ing)?|signed|interview(?:ed)?|announced|told|said)\b"
)
HELD = r"\b(?:held|hosted|took place|organi[sz]ed|met|convened|gathered)\b"
_EVENT = (
    r"(?:events?|meeting|conference|workshop|seminar|lecture|talk|discussion|forum|session|round ?table|webinar|"
    r"symposium|debate|panel|hearing|launch|summit|consultation|colloquium|conversation|gathering|reading|dinner|festival|oration|"
    r"ceremony|evening|breakfast|screening)"
)
#: 'The seminar, which took place', 'This talk was held'.
THIS_EVENT_WAS_HELD = (
    rf"\b(?:The|This|Our|Held)\s+(?:[\w’'-]+\s+){{0,4}}?{_EVENT},?\s+(?:which\s+|that\s+)?(?:was\s+|were\s+)?"
    r"(?:jointly\s+)?(?:held|took\s+place|hosted|organi[sz]ed|convened|recorded|delivered|opened)\b"
)
WAS_HELD_IN = r"(?:took\s+place|(?:was|were)\s+held)\s+(?:in|at|on|from)\b"
IT_WAS_HELD = rf"It\s+{WAS_HELD_IN}"
OF_THIS_EVENT = (
    rf"(?:The|This|Our)\s+(?:[\w’'-]+\s+){{0,4}}?{_EVENT}\s+(?:was|is|formed|brought|drew|marked)\b"
)
KINDS = (
    r"(?:expert|panel|public|roundtable|round-table|round table|online|open|paper|book|"
    r"moderated)\s+discussion|panel discussion|fireside chat|round ?table|press conference|news "
    r"conference|press briefing|news briefing|"
    r"public (?:meeting|talk|lecture|hearing|debate|consultation|inquiry|exhibition|forum)|town hall(?: "
    r"meeting)?|annual general meeting|agm|council meeting|committee meeting|board meeting|parish "
    r"meeting|society meeting|commission meeting|book (?:launch|presentation|talk)|"
    r"keynote lecture|webinar|(?:un)?conference|seminar|workshop|symposium|summit|congress|forum|colloquium|"
    r"hearing|lecture|debate|briefing|meetup|interview|discussion|panel|dialogue|"
    r"q&a|screening|round table|ceremony|consultation|oral evidence|open day|stakeholder forum"
)
#: Which say little: what else the opening or the title calls it goes before.
VAGUE_KINDS = (
    r"talk|(?<!in )meeting(?! (?:in|on|at) [A-Z])|inquiry|exhibition|readings|session|minutes(?= of\b)|launch|"
    r"dinner|breakfast|luncheon|"
    r"gathering|festival|synod|assembly|reading"
)
KIND_STEMS: dict[str, str] = {}  # an English kind is called as it is printed
RULE = r"chatham house rules?\b"
INVITES = (
    r"\bjoin us\b|\byou are (?:cordially )?invited\b|\bwe invite you\b|\binvites you\b|\bsave the "
    r"date\b|\bregister (?:now|here|by)\b|"
    r"\bregistration (?:is )?(?:open|required|essential)\b|\btickets left\b|"
    r"\bcall for (?:papers|participants|participation|contributions)\b|"
    r"\bwill (?:hold|host|organi[sz]e|convene)\s+(?:an?|its|the)\b|"
    r"\b(?:event|discussion|lecture|panel|seminar|conference|briefing|talk|workshop|speakers?) will "
    r"(?:be held|take place|look|"
    r"discuss|explore|examine|ask|address|begin|open|speak)\b"
)
TOOK_PLACE = (
    r"\b(?:was|were) (?:\w+ )?(?:held|hosted|organi[sz]ed|convened|opened|chaired|moderated|given|"
    r"recorded)\b|\btook place\b|"
    r"\b(?:said|told|argued|met|gathered|brought together|filled|heard|discussed|held|hosted|packed|came|turned out)\b"
)

# --- details ---

CLOCK = r"o[’']clock|hours|hrs"
UNTIL = "to|until|till"
#: Before the hour at which it ended, further down.
_GATHERING = (
    r"(?:meeting|session|hearing|sitting|proceedings|seminar|conference|synod|assembly|council|committee|board|evening|"
    r"event|discussion|workshop|debate|forum|business)"
)
ENDED = (
    rf"{_GATHERING}\s+(?:(?:was|were|then|formally|stood)\s+){{0,2}}(?:declared\s+|brought\s+to\s+a\s+)?"
    r"(?:closed?|ended|adjourned|concluded|finished|rose|prorogued|wound\s+up)\s+at|"
    r"(?:evening|meeting|session|debate|talk|lecture|party)\s[^.;]{3,90}?\sand\s+(?:broke\s+up|ended|closed|finished)\s+at|"
    rf"(?:closing|ending|adjourning|concluding)\s+(?:the\s+)?{_GATHERING}\s+at|(?:ended|closed|adjourned|end|finish):"
)
ENDED_THERE = (
    r"(?:and|it)\s+(?:ended|closed|finished|concluded|adjourned|broke\s+up)\s+at|"
    r"and\s+(?:lasted|ran|went\s+on|continued)\s+(?:until|till)"
)
BEGAN = (
    r"(?:began|begin(?:s|ning)?|start(?:s|ed)?|opened|got\s+under\s+way|kicked\s+off|called\s+to\s+order|came|"
    r"gathered|assembled)\s+at"
)
#: Before an hour in words.
BEGAN_THEN = (
    r"(?:began|begins|started|starts|opened|got\s+(?:things\s+)?(?:going|moving|under\s+way|started)|"
    r"kicked\s+off|set\s+off|"
    r"gathered|assembled|met|convened|called\s+to\s+order|came\s+together)(?!\w)"
)
ONLINE = (
    r"\b(?:via|on|over|by)\s+(?:zoom|teams|webex|google meet|skype|video ?(?:link|conference))\b|"
    r"\bonline\b(?! (?:form|petition|"
    r"shop|news|gaming|safety|platforms?))|\bvirtual(?:ly)?\s+(?:\w+\s+)?(?:meeting|event|platform|seminar|"
    r"conference|discussion)\b|\bheld virtually\b|\bwebinar\b"
)
#: What a line about the place tells behind it.
AND_ONLINE = (
    r"(?:and|&|&amp;|\+)\s+(?:also\s+)?(?:online|(?:ms\s+)?teams\b|zoom\b|(?:a\s+)?(?:live-?)?stream\b|(?:live\s+)?(?:on|via|"
    r"over)\s+(?:our\s+|the\s+)?"
    r"(?:zoom|teams|webex|youtube|facebook|web|internet|live-?stream))\b"
)
#: Who is named as the author where nobody is.
OFFICE = r"admin\w*|editors?|editorial (?:team|staff|board)|staff|(?:the )?team|webmaster|news ?(?:desk|room)"
FORMAT = r"format|mode|type of event|participation"
#: Behind such a label.
MIXED = r"hybrid|in[- ]person (?:and|&|\+|/) (?:online|virtual)|on-?site (?:and|&|\+|/) online"
#: What tells that a sentence is about where people met.
GATHERED = (
    r"\b(?:brought|drew|attracted)\s+(?!attention)[^.;]{3,80}\sto\s+the\s(?=[^.;]{3,90}\son\s+(?:the\s+)?"
    r"(?:\d|[A-Z][a-z]+\s+\d|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day))|"
    r"\b(?:gathered|assembled|came\s+to|turned\s+out|flocked\s+to|trooped\s+(?:in)?to|crowded\s+into|"
    r"filed\s+into)\b"
)
HYBRID = (
    r"\b(?:in\s+person|in\s+the\s+(?:room|hall))\b[^.;]{0,60}?\b(?:and|plus|with|while)\s+[^.;]{0,40}?\b(?:logged\s+[io]n|dialled\s+in|"
    r"tuned\s+in|on\s+the\s+(?:link|line|call)|connected)\b|"
    r"\b(?:half|some|most|part|many|several|others|a\s+third|the\s+rest)\s+(?:of\s+(?:them|whom|us|"
    r"the\s+\w+)\s+)?(?:joining\s+)?(?:remotely|by\s+video(?:\s?link)?|on\s+zoom|on\s+screens?)\b|"
    r"\b(?:another|(?:a\s+)?further|plus|and)\s+(?:(?:another|a\s+further|some|about|around|nearly|over)\s+)?"
    r"(?:\d[\d,.]*|\w+(?:teen|ty|dred)(?:\s+and\s+\w+)?|as\s+many|twice\s+as\s+many|(?:a\s+)?dozens?|"
    r"hundreds)\s+(?:(?:more|others?|people|guests|participants|"
    r"viewers|connected|dialled\s+in|tuned\s+in|watching|watched|logged\s+in|logged\s+on)\s+){0,3}"
    r"(?:online|remotely|from\s+home|(?:on|over|via|by|to|through)\s+(?:the\s+|our\s+|a\s+)?(?:zoom|teams|"
    r"webex|(?:live-?\s?)?stream|video(?:\s?link)?|screens?|webcast|internet|web))\b|"
    r"\b(?:and|also|was|were)\s+(?:(?:could|can)\s+)?(?:also\s+)?(?:be\s+)?(?:simultaneously\s+)?(?:followed|watched|broadcast|relayed|"
    r"carried)\s+(?:live\s+)?(?:online|remotely|on\s+the\s+(?:web|internet))\b|"
    r"\b(?:both\s+)?(?:online\s+and\s+(?:in[- ]person|on[- ]site|in\s+the\s+(?:room|hall))|(?:in[- ]person|"
    r"on[- ]site|in\s+the\s+(?:room|hall))\s+and\s+(?:online|remote(?:ly)?|virtual(?:ly)?))\b|"
    r"\b(?:joined|took\s+part|participated|followed|spoke|attended|appeared)\s+(?:remotely|virtually|"
    r"by\s+(?:video|zoom)(?:\s?link)?|via\s+(?:video|zoom))\b|"
    r"\bon\s+(?:the|our)\s+(?:live-?)?stream\b|"
    r"\bhybrid\s+(?:event|meeting|format|conference)\b|\b(?:live-?)?streamed\b|"
    r"\bin the room and\b[^.]{0,40}\b(?:stream|online|screen)\b|\bboth in person and\b|"
    r"\b(?:in person and [\w\s]{1,20}|(?:another|others|a further|many more|some)\b[^.,;]{0,30}\b"
    r"(?:joined|followed|watched|took part|attended)\s+)"
    r"(?:online|remotely|virtually|by (?:live-?stream|video|zoom)|via (?:zoom|video|teams|live-?stream))\b"
)
_NUMBERED = (
    r"First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|Eleventh|Twelfth|Thirteenth|Fourteenth|"
    r"Fifteenth|Twentieth|Thirtieth|Fortieth|Fiftieth|Inaugural"
)
_SERIAL = (
    r"(?:Lecture|Oration|Conference|Forum|Seminar|Exchange|Summit|Congress|Workshop|Symposium|Dialogue|Festival|Assembly|Awards?|"
    r"Round ?[Tt]able)(?:\s+(?:on|for)\s+(?:[A-Z][\w’'-]+\s?){1,4})?"
)
#: Before the name of whoever wrote it, in its last lines.
COMPILED = (
    r"\b(?:[Rr]eport|[Ss]ummary|[Nn]otes?|[Aa]rticle|[Tt]ext|[Mm]inutes|[Rr]ecord|[Aa]ccount|[Pp]ost)\s+"
    r"(?:(?:has|have)\s+been\s+|was\s+|were\s+|is\s+)?(?:compiled|prepared|written|drafted|authored|contributed|taken)\s+by|"
    r"\b(?:[Rr]apporteur|[Nn]ote-?taker|[Aa]uthor\s+of\s+(?:this|the)\s+(?:report|summary|note))\s+(?:was|is)|"
    r"^\W*(?:[Cc]ompiled|[Rr]eporting|[Rr]eported|[Ww]ritten|[Pp]repared|[Dd]rafted|[Nn]otes|[Ss]ummary|[Ww]ords)\s+by:?"
)
WRITES = (
    r"is\s+(?:an?|the)\s+(?:[\w’'-]+\s+){0,3}(?:writer|reporter|journalist|editor|correspondent|intern|blogger|columnist|"
    r"contributor|research\s+(?:assistant|associate)|communications\s+\w+)\b|"
    r"(?:is\s+[^.;]{3,80}?\s+and\s+)?(?:wrote|compiled|prepared|drafted)\s+th(?:is|e)\s+(?:report|summary|"
    r"account|note|record|post|article)\b"
)
#: Whose post behind the name says that he wrote the report: 'Ann Moss, Deputy Editor'.
WRITER = (
    r"(?i:(?:editor|reporter|correspondent|writer|journalist|columnist|rapporteur|intern|blogger|partner|associate)"
    r"(?:-in-chief)?)"
)
#: Behind that name, on a line of its own above the report, and before it.
REPORTS = r"(?:reports?|writes|was\s+there|looks\s+back|sums\s+up|recounts|reviews)(?!\w)"
REPORTED_BY = r"reporting|written\s+up\s+by|with\s+notes\s+by"
SERIES = (
    rf"\b((?:{_NUMBERED})\s+(?:[Aa]nnual\s+)?(?:[A-Z][\w’'-]+\s+){{0,4}}{_SERIAL})\b|"
    rf"\b((?:{_NUMBERED.lower()})\s+(?:annual\s+)?(?:[A-Z][\w’'-]+\s+){{1,4}}{_SERIAL})\b|"
    rf"\b(?:{_NUMBERED.lower()}|latest|next|last)\s+(?:of|in)\s+(?:our|the|this\s+\w+[’']s)\s+"
    r"((?:[A-Z][\w’'-]+\s+){0,4}(?:Readings|Lectures|Talks|Seminars|Conversations|Debates|Briefings|Dialogues|Evenings))\b|"
    r"\b(\d{1,3}(?:st|nd|rd|th)\s+(?:(?:annual|ordinary|regular|general|plenary|public)\s+){1,2}"
    r"(?:meeting|session|lecture|assembly))\b|"
    r"\b((?:the\s+)?\d{1,3}(?:st|nd|rd|th)\s+(?:[Aa]nnual\s+)?(?:[A-Z][\w’'-]+\s+){0,4}(?:Lecture|Conference|Forum|Seminar|Exchange|"
    r"Summit|Congress|Workshop|Symposium|Dialogue|Meeting|Session|Festival|Assembly|Round ?[Tt]able))\b|"
    r"\b(?:in|of|under|within|from) (?:the|our|its) (?:\w+ )?series,? (?:on |called )?[“\"*_]{0,2}"
    r"([A-Z][\w’'-]+(?:\s+(?:(?:and|of|the|in|for|on|to|with|by|before|after|under|without)\s+){0,2}[A-Z][\w’'-]+){0,6})|"
    r"\bpart of (?:the|our|its) ((?:[A-Z“][\w’'”-]+\s+){1,6})(?:series)\b"
)
#: 'Rivers of the North', 'Bread at Dawn'
_SERIES_NAME = (
    r"[A-Z][\w’'&-]*(?:\s+(?:(?:and|of|at|the|in|for|on|to|with|from|by|a)\s+){0,2}[A-Z\d][\w’'&-]*){0,6}"
)
#: Unnumbered: 'part of the Harbour Talks', 'the Pilot Lecture Series', 'the third edition of the Bay Dialogues'.
_SPOKEN = (
    "Readings|Lectures|Talks|Seminars|Conversations|Debates|Briefings|Dialogues|Evenings|Breakfasts|Webinars"
)
SERIES_TOO = (
    rf"\b(?:edition|session|instal?lment|evening|episode|part|number|issue)\s+of\s+(?:the\s+)?({_SERIES_NAME}),\s+"
    r"(?:the|our|its|an?)\s+(?:[^,.;]{0,50}\s)?(?:series|festival|cycle|programme)\b|"
    r"\b[Tt]he\s+(?:first|second|third|last|latest)\s+((?:[A-Z][\w’'-]+\s+){1,3}[A-Z][\w’'-]+)\s+of\s+(?:the|this)\s+"
    r"(?:year|season|term|semester|winter|spring|summer|autumn)\b|"
    rf"\b[Oo]ur\s+((?:[A-Z][\w’'-]+\s+){{1,4}}(?:{_SPOKEN}|Lates|Nights|Mornings|Lunches|Salons|Suppers|Sessions))(?!\w)|"
    rf"\bpart\s+of\s+(?:the|our|its|their)\s+(?:\w+[’']s\s+)?((?:[A-Z][\w’'-]+\s+){{1,5}}(?:{_SPOKEN}))\b|"
    r"\b((?:[A-Z][\w’'-]+\s+(?:(?:and|of|the|in|for|on)\s+){0,2}){1,5}(?:Lecture|Seminar|Talk|Webinar|Speaker|Discussion|"
    r"Workshop|Dialogue|Briefing|Breakfast|Colloquium|Reading)s?\s+Series)\b|"
    r"\b(?:[Aa]nnual|[Bb]iennial|[Mm]onthly|[Qq]uarterly)\s+((?:[A-Z][\w’'-]+\s+){1,4}(?:Lecture|Forum|Conference|Symposium|"
    r"Seminar|Dialogue|Colloquium|Debate))\b|"
    rf"\b(?:{_NUMBERED.lower()}|\d{{1,3}}(?:st|nd|rd|th)|latest)\s+(?:edition|instal?lment|iteration)\s+of\s+(?:the|our|its)\s+"
    r"((?:[A-Z][\w’'-]+)(?:\s+[A-Z][\w’'-]+){1,5})|"
    r"\b(?:in|of|from)\s+(?:the|our|its|their)\s+[“‘\"]([^“”‘’\"\n]{3,60})[”’\"]\s+(?:\w+\s+)?series\b|"
    rf"\b(?:our|its|their)\s+({_SERIES_NAME})\s+series\b|"
    rf"\b(?:in|of|from|opened|closed|concluded|launched|continued)\s+(?:(?:the|our|its|their)\s+|(?:the|"
    rf"this)\s+[\w’'-]+[’']s\s+|"
    rf"(?:[A-Z][\w-]+\s+){{1,4}}?[A-Z][\w-]+[’']s\s+)(?:[a-z]+\s+)?({_SERIES_NAME})\s+(?:[a-z]+\s+)?series\b|"
    rf"\b(?:[Tt]his\s+(?:year|term|month|season|autumn|spring|winter|summer)[’']s|(?:the\s+)?(?:19|20)\d\d|"
    rf"[Ll]atest|(?:gave|give|giving|gives|"
    rf"deliver(?:ed|ing|s)?)\s+(?:the|our|its|their))\s+(?!(?:Keynote|Opening|Closing|Plenary|Public|Inaugural|"
    rf"Guest|Annual|First|Second|Third|"
    rf"Welcome)\s+(?:Lecture|Address|Oration)s?\b)(?:(?:[Aa]nnual|[Ii]naugural)\s+)?"
    rf"((?:[A-Z][\w’'-]+\s+){{1,5}}(?:Lecture|Oration|Memorial\s+Address|Seminar|Dialogue|Debate|Colloquium|"
    rf"Breakfast|Salon|Briefing)s?)(?!\w|\s+(?:Hall|"
    rf"Theatre|Theater|Room|Series))"
)
_IT_WAS = rf"\b(?:[Tt]h(?:e|is)\s+{_EVENT}|It|This)\s+was\s+(?:the\s+)?(?:\w+\s+){{1,2}}"
#: 'The evening was part of the series Salt Talks Nairobi.'
OF_THE_SERIES = (
    r"\b(?:[Tt]h(?:e|is)\s+(?:event|evening|talk|lecture|meeting|debate|discussion|conversation|seminar|round\s?table|workshop|"
    r"session|panel|reading)|It|This)\s+(?:was|is|forms?|formed)\s+(?:a\s+)?part\s+of\s+(?:the|our|its|a)\s+(?:\w+\s+)?series\s+"
    rf"[“‘\"]?({_SERIES_NAME})|"
    rf"{_IT_WAS}(?:of\s+\w+\s+)?(?:in|of)\s+(?:the|our|its)\s+(?:\w+\s+)?series\s+"
    rf"[“‘\"]?({_SERIES_NAME})|"
    rf"{_IT_WAS}(?:edition|session|instal?lment|part)\s+of\s+({_SERIES_NAME}),\s+"
    r"(?:the|our|its)\s+(?:[^,.;]{0,50}\s)?(?:series|festival|cycle|programme)\b|"
    rf"{_IT_WAS}(?:of\s+\w+\s+)?(?:in|of)\s+(?:the|our|this\s+\w+[’']s)\s+"
    rf"({_SERIES_NAME}\s+(?:{_SPOKEN}|{_SPOKEN.lower()}))(?!\w)"
)
SERIES_LINE = (
    r"(?!(?:Upcoming|Past|Public|All|Our|Recent|Previous|Latest|More|Other|Free|Online|Related|Video|Press|Annual)\b)"
    rf"(?:[A-Z][\w’'-]+\s+){{1,4}}(?:{_SPOKEN})"
)
RECORDING = (
    r"(?:watch )?(?:the )?(?:full )?(?:video )?(?:recording|video)(?: of the \w+)?|watch(?: here|"
    r" again| it)?|listen(?: again)?|audio"
)
#: Before a link within a sentence, or right behind it.
RECORDED = (
    r"can (?:now |still |also )?be (?:re-?)?(?:watched|viewed|seen|streamed|heard|listened to|replayed|followed)|"
    r"(?:is|are|remains?) available (?:to (?:watch|view|replay)|on demand)|(?:web|live)-?(?:stream|cast)|"
    r"on demand|replay|catch up|"
    r"recorded|podcast|watch|view (?:it|the (?:event|session|talk|debate|lecture))|youtube"
)
SLIDES = r"(?:the )?slides?(?: deck)?|presentations?|download the slides"
ORGANISER = r"organi[sz](?:ed by|ers?)|hosts?|hosted by|convened by"
SOURCE = r"source|originally published(?: at| in| on)?|first published(?: at| in| on)?"
TAGS = r"tags?|topics?|keywords?|filed under|categor(?:y|ies)"
SERIES_LABEL = r"(?:event )?series|part of"
AUTHOR = (
    r"authors?|by|written by|(?:text|words|story|report)(?: (?:and|&) (?:photos?|pictures|images))?|rapporteurs?|"
    r"report(?:ed)? by|notes by|summary by"
)
_HOUSE_NAME = (
    r"[A-Z][\w’'&-]+(?:\s+(?:of|for|and|the|without|de|der|den|van|von|la|du|di|del|do|da|dos|das|des|y|e|et|[A-Z][\w’'&-]+))*"
    r"(?<!\sand)(?<!\sthe)(?<!\sof)(?<!\sfor)"
)
#: A house by a word that only houses have: 'Marsh Chamber of Commerce'.
_BY_ITS_WORD = (
    r"(?:[A-Z][\w’'&-]+\s+(?:(?:of|for|and|the)\s+)?){0,5}?(?:Institut[e]?|Cent(?:re|er)|Foundation|Society|"
    r"Association|Chamber|Council|Club|University|"
    r"Union|Academy|Forum|Lab|Network|Trust|League|Alliance|Agency|Museum|Library|Federation|Guild|Board|"
    r"Authority|Bank|Initiative)"
    r"(?:\s+(?:of|for|on)\s+(?:the\s+)?[A-Z][\w’'&-]+(?:\s+(?:(?:and|of|&)\s+)?[A-Z][\w’'&-]+){0,4})?(?<![’']s)"
)
#: Behind the name of a house: '(CTP)', ', Oslo,', 'and two student clubs'.
_BESIDE_A_HOUSE = r"(?:\s+\([A-Z][\w&-]{1,11}\))?(?:,\s+[A-Z][^,.;]{2,30},|\s+and\s+[^,.;]{3,80}?)?"
#: Each with the group `who`.
ORGANISED_BY = (
    r"\b(?i:(?:co-?)?organi[sz]ed|hosted|held|convened|presented|"
    r"put on)\s+(?:jointly\s+)?(?:[^,.;:]{2,50}?\s)?by\s+(?:the\s+)?"
    rf"(?P<who>{_HOUSE_NAME})",
    rf"\b(?:{_EVENT}|series)\b[^.;:]{{0,60}}?\s(?:run|arranged|staged|initiated|"
    rf"mounted)\s+by\s+(?:the\s+)?(?P<who>{_HOUSE_NAME})",
    rf"\b{_EVENT}\s+of\s+the\s+(?P<who>{_HOUSE_NAME})\s+(?:was|took|were)\b",
    rf"\b(?:at|to|told|addressed|joined|before)\s+(?:an?|the|last\s+\w+[’']s|"
    rf"this\s+\w+[’']s)\s+(?:[\w’'-]+\s+){{0,2}}?{_EVENT}\s+of\s+the\s+(?P<who>{_BY_ITS_WORD})",
    rf"\ban?\s+(?P<who>{_BY_ITS_WORD})\s+{_EVENT}(?!\w)",
    rf"\b(?:[Tt]he|[Ii]n|[Aa]t|"
    rf"[Ff]or)\s+(?:the\s+)?(?P<who>{_BY_ITS_WORD})[’']s?\s+(?:[\w-]+\s+){{0,3}}?(?:{_EVENT}|"
    rf"(?:[A-Z]\w+\s+)?(?:Lecture|Conference|Forum|Day|"
    r"Congress|Seminar|Symposium|Summit|Debate|Dialogue|Meeting))(?!\w)",
    rf"\bat\s+the\s+invitation\s+of\s+(?:the\s+)?(?P<who>{_HOUSE_NAME})",
    rf"(?:^|^(?:On|In|Last|At|From|This)\s[^;]{{3,110}}?,?\s|\s(?:when|where)\s)(?:[Tt]he\s+)?(?!Members\b|"
    rf"Participants\b)(?P<who>{_HOUSE_NAME}){_BESIDE_A_HOUSE}\s+"
    r"(?:jointly\s+|again\s+|recently\s+)?(?:(?:hosted|held|(?:co-)?organi[sz]ed|convened|staged|arranged|"
    r"ran)\s+(?:the|an?|its|their|this|our|what|some|about|around|another|"
    r"more|\d[\d,]*|\w+teen|\w+ty)\b|brought\s+together|launched|invites|met\s+(?:in|at|on)\b|"
    rf"(?:invited|welcomed|gathered|assembled)\s[^.;]{{3,160}}?\b(?:to|for|at|in)\s+(?:an?|the|its|our|this|"
    rf"their)\s+(?:[\w’'-]+\s+){{0,5}}?{_EVENT}\b)",
)
#: A word that alone does not say which house.
HOUSE_ALONE = (
    r"institut\w*|university|cent(?:re|er)|foundation|society|association|ministry|department|council|academy|club|"
    r"chamber|union|college|school|forum|trust|network|committee|commission|office|conference|meeting"
)
#: Before the name of whoever asked the questions of an interview.
INTERVIEWED = r"(?:[Ii]nterview(?:ed)?(?:\s+conducted)?(?:\s+by|:)|[Cc]onversation\s+by|[Ii]nterviewer:)"
#: Before the name of a town that held the event or speaks of it; and how it is said that it did.
TOWN_IS_CALLED = r"(?:the\s+)?(?:city|town|borough|village|municipality)\s+of"
INVITED = "invited|hosted|organi[sz]ed|held|convened|called"
