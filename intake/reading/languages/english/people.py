"""English: finding the people of a report, and what introduces somebody as taking part, moderating or
speaking first."""

import re
from collections import Counter
from dataclasses import replace

from intake.reading.document import Document
from intake.reading.family_names import east_asian, given_first
from intake.reading.languages.english.names import (
    PLACE_WORDS,
    POST_WORDS,
    gender_of,
    is_given,
    name_mentions,
)
from intake.reading.languages.english.posts import HAS_POST, post_after, post_before
from intake.reading.languages.english.verbs import BESIDE_FINITE, PRESENT_FINITE, SAY_FINITE, TOPIC_FINITE
from intake.reading.languages.english.words.people import MEN, THINGS, WOMEN
from intake.reading.layout.tables import cells
from intake.reading.mentions import NameMention
from intake.reading.model import Span, SpanKind
from intake.reading.people import Person, Roster
from intake.reading.quotes import COVER
from intake.reading.roles import role_of

_PEOPLE = (
    r"(?:panel|panell?ists|speakers?|participants|discussants|contributors|presenters|experts|guests|"
    r"line-up|lineup|"
    r"commentators|respondents|lecturers?)"
)
LISTS_PEOPLE = re.compile(
    rf"\b{_PEOPLE}(?:\s+\w+){{0,4}}?\s+(?:included|includes|include|featured|features|comprised|"
    rf"comprises|consisted of|were|are|was made up of|"
    rf"was composed of|brought together)\b|\b(?:joined by|featuring|(?:with|brought "
    rf"together)\s+{_PEOPLE}|in conversation with|"
    rf"a (?:talk|lecture|presentation|speech|address|conversation|discussion|debate|"
    rf"keynote)(?:\s+\w+){{0,3}}?\s+(?:by|from|with|between))\b"
    r"|\b(?:panel|discussion|event|session|seminar|round ?table|conference|"
    r"evening)\b[^.;:]{0,110}?\b(?:featured|brought together)\b"
    rf"|\b(?:presenting|speaking|appearing|among(?![^.;:]{{0,40}}\b(?:not|unable|absent|missing)\b)|present)\b[^.;:]{{0,40}}\b(?:were|was)\b"
    rf"|\b(?:speeches|remarks|talks|lectures|presentations|contributions|"
    rf"papers)(?:\s+\w+){{0,3}}?\s+(?:by|from|were given by|were made by|were delivered by)\b"
    r"|\b(?:on\s+the\s+(?:panel|podium|platform|stage|jury)|tak(?:ing|e|es|en|ook)\s+part|took\s+part|"
    r"in\s+attendance|attending|present)"
    r"(?:\s+(?:in|at)\s+(?:the|this|our)\s+\w+)?(?:\s+(?:too|also|as\s+well))?\s*(?::|,?\s(?:was|were)\b)|"
    r"\bvote\s+of\s+thanks\b(?:\s+\w+){0,3}?\s+(?:by|from)\b|"
    r"\b(?:panel|line-?up|delegation|jury|round)\s+(?:was|were)\s+(?:completed|rounded\s+(?:out|off)|made\s+up|"
    r"complemented)\s+by\b|"
    r"\bdelegation\s+(?:included|comprised|consisted\s+of)\b|\bdelegation\s+was\s+made\s+up\s+of\b"
    rf"|^\W*(?:the\s+|our\s+)?(?:\w+\s+)?{_PEOPLE}\s*:|\b(?:was|were)\s+(?:attended|opened|closed|"
    rf"introduced)\s+by\b",
    re.I,
)
ROLE_BEFORE = {
    "moderator": re.compile(
        r"\bunder\s+the\s+(?:chair(?:wo)?manship|chair|presidency|moderation)\s+of\s+(?:the\s+)?$|"
        r"\b(?:panel|discussion|session|conversation|debate|round ?table|"
        r"q&a)\b[^.;:]{0,60}?,?\s+(?:led|conducted|steered|directed|run)\s+by\s+(?:the\s+)?$|"
        r"\b(?:moderated|chaired|anchored|facilitated|presided over|steered|guided|convened|mc['’]d|"
        r"emceed)\s+(?:\w+\s+)?by\s+(?:the\s+)?$|\bmoderator(?:\s+\w+){0,3}[\s,:]+$|"
        r"\bmoderators?\s*:?\s*$|\bwith\s+$(?<=never)|"
        r"(?<!-)(?<!vice )(?<!whose )\bchair(?:man|woman|person)?"
        r"(?: of the (?:meeting|session|panel|discussion))?[,:]?\s+\(?$|"
        r"\b(?:chairing|moderating|facilitating)\s+(?:the|this|our)\s+\w+,\s+$",
        re.I,
    ),
    "host": re.compile(r"\bhosted\s+by\s+$|\bhosts?:?\s+$", re.I),
    "keynote": re.compile(
        r"\bkeynote\b[^.;]{0,60}\b(?:by|from|was|speaker,?|:)\s*$|\bkeynote speaker,?\s*$|"
        r"\bin (?:the |a |his |her )?keynote(?: \w+)?,\s+$",
        re.I,
    ),
    "discussant": re.compile(r"\bdiscussants?(?:\s+were|\s+was|:|,)?\s*$", re.I),
}
ROLE_AFTER = {
    "moderator": re.compile(
        r"^[^.;]{0,80}?(?:,\s*(?:who\s+)?(?:also\s+)?(?:the\s+)?(?:moderated|moderator|moderating|"
        r"chaired|chairing|chairs\s+(?:the|this|its|our)\s+\w+)\b|^(?:,[^.;]{2,90},)?\s+(?:led|steered|guided|presided\s+over)\s+(?:the|our|this|a)\s+(?:[\w-]+\s+)?"
        r"(?:discussion|conversation|panel|session|debate|meeting|event|evening|talk)\b|^(?:,[^.;]{2,90},)?\s+(?:asked\s+the\s+questions|kept\s+(?:time|order|the\s+peace)|refereed)\b|^\s+(?:moderated|chaired|facilitated|anchored)\b)|"
        r"^\s*\([^()]*\b(?:moderator|[Cc]hair(?:man|woman|person)?)\b[^()]*\)|"
        r"^(?:,[^.;]{2,120},)?[^.;]{0,40}\b(?:was in the "
        r"[Cc]hair|presided(?!\s+over\s+(?!the\b|this\b|our\b))|took the [Cc]hair|in the [Cc]hair|"
        r"presiding(?=[.,;]|\s+over\s+(?:the|this|our)\s|$))\b|"
        r"^\s+(?:(?:acted|served)\s+)?as (?:the )?(?:moderator|chair)\b|"
        r"^\s+(?:moderated|chaired)\b|^,[^.;]{0,60}?\b(?:who (?:is|was)|in charge of) (?:moderating|chairing)\b"
    ),
    "host": re.compile(r"^\s+(?:hosted|was the host|played host)\b"),
    "keynote": re.compile(
        r"^[^.;]{0,60}?\b(?:delivered|gave|giving|delivering|in)\s+(?:the|a|an|his|her|"
        r"their)\s+(?:\w+\s+)?keynote\b"
    ),
    "discussant": re.compile(
        r"^[^.;]{0,60}?\b(?:as (?:a |the )?discussant|acted as discussant|discussant)\b"
    ),
}
TAKES_PART = re.compile(
    r"^(?:,\s+(?:from|of|for)\s[^,.;]{2,60},)?,?(?:\s+and\s+[A-Z][^.;]{0,40})?\s+"
    r"(?:also\s+)?(?:spoke|speaks|took part|participated|presented|"
    r"(?:delivered|gave) (?:an?|the|his|her|their|our|this|\w+ \w+[’']s|this year[’']s|last year[’']s) (?:\w+ "
    r"){0,2}(?:talk|speech|lecture|presentation|"
    r"address|overview|keynote|paper|remarks|welcome|introduction|report)|lectured|"
    r"(?:opened|closed|introduced|kicked\s+off)\s+the\s+(?:\w+\s+){0,2}?"
    r"(?:events?|meetings?|sessions?|conferences?|discussions?|debates?|evening|seminar|workshop|forum|day|morning|afternoon|proceedings|"
    r"programme|program|panel|talk|lecture|hearing|webinar|symposium|ceremony|exhibition|summit|round\s?table|speakers?|guests?|panell?ists|"
    r"subject|topic|theme|motion|report|study|paper|book|conversation|floor|series|festival|fair|congress|gathering|celebrations?|questions?)\b|"
    r"addressed|discussed|moderated|kicked off|shared|talked|welcomed|"
    r"(?:brought|steered|turned|moved|shifted|pulled)\s+(?:the|our|this)\s+(?:discussion|conversation|debate|talk|focus|panel)|"
    r"(?:proposed|moved|gave|delivered)\s+(?:a|the)\s+(?:\w+\s+)?vote\s+of\s+thanks|(?:was|were)\s+(?:also\s+|"
    r"likewise\s+)?(?:present|in\s+attendance|on\s+the\s+panel|among\s+the\s+(?:guests|speakers|participants))|"
    r"(?:was|were)\s+(?:given|allowed|granted|called|invited)\s[^.;]{0,30}?\b(?:minutes|the\s+floor|to\s+(?:speak|address|respond)))\b"
)
LECTURES = re.compile(
    r"(?:,[^.;]{2,90},)?\s+(?:delivered|gave|presented|read)\s+"
    r"(?:(?!welcom|opening|closing|introductory|presidential|valedictory)[\w’']+\s+){1,4}?(?:[Tt]alk|[Ll]ecture|[Pp]aper|[Aa]ddress|[Kk]eynote|[Ss]eminar)\b"
)
#: "In her welcome, Ann Moss recalled …"
IN_THEIR_TALK = re.compile(
    r"\b[Ii]n\s+(?:his|her|their)\s+(?:[\w-]+\s+){0,2}?(?:welcome|greeting|greetings|remarks|address|speech|talk|lecture|keynote|introduction|"
    r"presentation|statement|reply|response|summary)(?:\s+to\s+[^,.;:]{2,40})?,?\s+$"
)
#: "Sixty members heard Ann Moss, an engineer, describe how …"
HEARD = re.compile(r"\b(?:heard|hear)\s+(?:[a-z]+\s+){0,3}$")
DESCRIBES = re.compile(
    r"(?:,[^.;:]{2,120},)?\s+(?:describe|explain|speak|talk|tell|present|argue|discuss|lecture|recall|ask|make)\b"
)
#: "The lecture was delivered by the ecologist Ann Moss"
LECTURES_BEFORE = re.compile(
    r"\b(?:[Tt]alk|[Ll]ectures?|[Aa]ddress|[Kk]eynote|[Pp]aper)\b[^.;:]{0,60}\s(?:was|is)\s+(?:delivered|given)\s+(?:(?:on|at|in)\s[^.;:]{2,140}\s)?by\s+(?:the\s+)?(?:[a-z-]+\s+){0,2}$"
)
#: "Ms Moss, an engineer, was then invited to read her paper", who is "the author" in the discussion
READS_A_PAPER = re.compile(
    r"(?:,[^.;:]{2,120},)?\s+(?:[a-z]+\s+){0,6}?(?:reads?|present(?:s|ed)?|gave|gives?|introduced?|deliver(?:s|ed)?|summari[sz]ed?)\s+"
    r"(?:his|her|their|the|an?)\s+(?:[\w’'-]+\s+){0,2}paper\b"
)
#: "Her new book, “The Quiet Coast”"
THEIR_BOOK = re.compile(
    rf"\b(?P<who>[Hh]is|[Hh]er)\s+(?:new|latest|debut|recent|forthcoming)\s+(?:book|novel|memoir|biography|history),?\s+(?:{COVER}|[A-Z])"
)
#: 'The President introduced the speaker, Dr. Ann Moss', 'The speaker was Dr. Ann Moss'; whoever says something
#: 'Introducing the speaker, …' is not that one.
INTRODUCED_AS_SPEAKER = re.compile(
    r"\S\s+(?:introduc|welcom|present)\w+\s+(?:the|our|tonight[’']s|this\s+\w+[’']s)\s+(?:guest\s+)?(?:speaker|lecturer),?\s+$"
    r"|^\W*(?:The|Our|Tonight[’']s|This\s+\w+[’']s)\s+(?:guest\s+)?(?:speaker|lecturer)\s+(?:(?:on|for|at|of)\s+[^,.;:]{2,40}?\s+)?(?:was|is)\s+$"
    r"|^\W*(?:The|Our|Tonight[’']s)\s+(?:orator|speaker|lecturer)(?:\s+(?:for|of)\s+[^,.;:]{2,40})?,\s+$"
    r"|^\W*(?:resource\s+person|(?:(?:guest|main|chief|invited)\s+)?(?:speaker|lecturer))\s*:\s*(?:[A-Z][a-z]{1,4}\.\s*)*$",
    re.I,
)
_VERB = rf"(?:{SAY_FINITE}|{PRESENT_FINITE}|{TOPIC_FINITE})"
SUBJECT_OF = re.compile(
    rf"(?:\s+(?:of|from)\s+[^,.;:]{{2,50}},|\s*\([^()\n]{{2,60}}\))?(?:,\s+\d{{1,3}}(?=,))?(?:\s*,[^,.;:]{{2,90}},|,)?\s+(?:\w+ly\s+|also\s+|then\s+|later\s+|has\s+|"
    rf"had\s+){{0,2}}{_VERB}\b"
)
SAYS_DIRECTLY = re.compile(rf"\s+(?:also\s+|then\s+|\w+ly\s+)?(?:{SAY_FINITE}|{BESIDE_FINITE})\b")
SAID_BY = re.compile(rf"[,\x1a?!]\s*{SAY_FINITE}\s+$|[Aa]ccording to\s+$")
OBJECT_OF = re.compile(
    rf"(?:[,\x1a?!]\s*{SAY_FINITE}\s+(?:an?|one|the)\s+(?:[a-z-]+\s+){{0,3}}?[a-z-]+,\s+|"
    rf"\b{SAY_FINITE}\s+(?:\w+\s+)?by\s+|\b{SAY_FINITE}\s+|[Aa]ccording to\s+|—\s*)$"
)
OPENS_SENTENCE = re.compile(r"(?:^|[.!?\x1a]\s+|\n)$")
#: "The guest of honour was Ann Moss"
#: "the launch of The Quiet Coast by Ann Moss", who is "the author" from there on
AUTHOR_OF = re.compile(
    r"\b(?:publication|launch|release|presentation)\s+of\s+[^.;:]{3,120}\sby\s+(?:[\w’'-]+\s+){0,4}$|"
    r"\b(?:launched|presented|celebrated|marked|discussed)\s+(?:the|an?|this)\s+(?:[\w-]+\s+){0,2}"
    r"(?:book|monograph|novel|biography|memoir|study|history|atlas|edition)\s[^.;:]{0,120}?\bby\s+(?:the\s+)?(?:[a-z][\w’'-]*\s+){0,3}$"
)
#: "The author, historian Ann Moss, spent nine years"
THE_AUTHOR = re.compile(r"\b[Tt]he(?:\s+book[’']s)?\s+author,?\s+(?:[a-z][\w’'-]*\s+){0,3}$")
CALLED = re.compile(
    r"(?:The|Our|Its|Their)\s+(?:(?P<what>[a-z]+(?:\s+[a-z]+){0,3})\s+(?:was|is)\s+(?:the\s+|\w+\.\s+)?"
    r"|(?i:(?P<guest>(?:chief|special|distinguished)\s+guest|guest\s+of\s+hono\w+)(?:\s+(?:on|of|for|at)\s+[^,.;]{2,40})?"
    r"(?:,|\s+(?:was|is))\s+(?:the\s+)?))"
)
APPOSED_POST = re.compile(r",\s+(?:an?|the)\s+(?P<post>[^,.;:\x1a]{3,90}),")
#: "Jan Hoek, a dredging contractor from Sliedrecht, said": no noun that is known as a post.
WHAT_THEY_ARE = re.compile(
    rf",\s+(?P<post>(?!(?:who|which|whose|where|when|while|however|though|too|also|in|on|at|for|with|by|from|as|and|but|the|"
    rf"then|\w+ing|\w+ly|\w+ed)\b)[a-z][\w’'-]*(?:\s+(?!who\b)[\w’'-]+){{0,6}}),\s+(?:\w+ly\s+|also\s+)?(?:{SAY_FINITE})\b"
)
#: "Samir Haddad is a professor of law", as reports tell of their speakers at the end.
IS_WHAT = re.compile(
    rf"\s+is\s+(?:(?:also|currently|now)\s+)?(?:(?:an?|the)\s+)?(?P<post>(?=(?:[\w’'-]+\s+){{0,5}}?{HAS_POST.pattern})[^,.;:\x1a]{{3,90}})"
)
#: "## The price of salt — Ann Moss": whose talk it was.
TALK_BY = re.compile(r".*\s[—–]\s+(?P<who>(?:[A-Z][\w.’'-]*\s+){1,3}[A-Z][\w.’'-]*)\s*$")
#: "Session 1: Salt and bread (chair: Ann Moss, Deputy Governor)": who led what a heading names.
LED_BY = re.compile(
    r".*?(?<=[(\[.–—|-])\s*(?P<who>(?:[Cc]hair(?:man|woman|person|ed\s+by)?|[Mm]oderat(?:or|ed\s+by|ion)|"
    r"[Ff]acilitat(?:or|ed\s+by)|[Ii]n\s+the\s+chair)"
    r"s?\s*[:–—]?\s+[^()\[\]]{4,120})[)\]]?\s*"
)
#: Behind a name that stands alone: a verb in small letters, or what is theirs.
ALONE = re.compile(r"(?:[’']s\s|\s+[a-z]|[,.;:])")
ABSENT = re.compile(r"\W*(?:apologies|absent|regrets|excused|not present)", re.I)
MOST_TOKENS = 6
GIVEN_AND_FAMILY = 2
ENTRIES = (SpanKind.LIST, SpanKind.ATTENDANCE, SpanKind.SIGNATURE, SpanKind.ROW)
#: "Chair: Ann Moss", in the column of names.
ROLE_OF_CELL = re.compile(r"(?:[A-Z][\w-]+\s+)?(?P<role>[A-Za-z-]+):\s+")
ROLE_BEHIND_NAME = re.compile(r"\s*\([A-Za-z -]{4,30}\)\s*$")
#: What stands above the columns of a table.
PRONOUNS = {
    "m": re.compile(r"\b(?:he|his|him|himself)\b", re.I),
    "f": re.compile(r"\b(?:she|her|hers|herself)\b", re.I),
}
#: "In his place, Dr Moss informed …": he is another.
FOR_ANOTHER = re.compile(
    r"\b(?:[Ii]n|[Oo]n|[Tt]o)\s+(?:his|her)\s+(?:place|stead|absence|behalf|honou?r|memory)\b|\b(?:his|her)\s+(?:successor|predecessor|"
    r"deputy|colleague|counterpart|namesake)s?\b|\b(?:ship|vessel|boat|coaster|ferry|trawler|schooner|steamer|yacht|liner|tug|frigate|"
    r"lightship|brig)\b(?:\s+[\w’'-]+){0,6}?\s+her\b"  # a ship is a woman too
)
OPENING_PRONOUN = re.compile(r"\W*(?:(?:[A-Z][^,.;:]{2,40},\s+)?(?:he|she)|He|She|His|Her)\b")
ANSWER_OPENS = 2  # letters at the beginning of a sentence in which a quotation opens it
#: What of a sentence stands before a title that it ends with: 'The meeting was chaired by the …'
BEFORE_TITLE = re.compile(
    r"^.*\b(?:(?:by|was|were|is|are|from)\s+(?:the\s+)?|[a-z]+ed\s+(?:the|an?|its|his|her|their)\s+)"
)
SIGNS = re.compile(r"\s*(?:[,:(–—-]|$)")  # what stands behind a name that signs a quotation
HEADS = {
    "name",
    "names",
    "role",
    "post",
    "position",
    "from",
    "title",
    "speaker",
    "participant",
    "organisation",
    "time",
}
LABEL_OF_ONE = re.compile(r"\W*(?:[Tt]he\s+)?[\w-]+[^\Ws]:\s")
WHO_DOES = re.compile(r",\s+who\s+(?!was\b|were\b|had\b|died\b|wrote\b|once\b)[a-z]+s\b[^.;:]{3,120},\s")
LATE = re.compile(r"\bthe\s+late\s+(?:\w+\.?\s+){0,2}$", re.I)  # who is remembered there
#: "the code, which | Commission official Rossi presented in April"
OBJECT_OF_WHICH = re.compile(
    r"(?<!\bat )(?<!\bin )(?<!\bduring )\b(?:(?:which|whom)\s+(?:[\w’'-]+\s+){0,3}|that\s+)$"
)
NEXT_IN_A_LIST = re.compile(r"(?:[,;]\s+(?:and\s+)?|\band\s+)(?:the\s+)?$")
SOMEWHERE = re.compile(r"\b(?:at|of|from|in|for|on|the|into|near)\s+$")
#: "the Institute for | Urban Justice"
OF_A_HOUSE = re.compile(
    r"\b(?:Institute|Institution|Cent(?:re|er)|Council|Foundation|Department|Ministry|Office|School|Society|Association|Academy|"
    r"Agency|Board|Commission|Committee|Network|Alliance|Coalition|Campaign|Faculty|Fund|Programme?)\s+(?:of|for|on)\s+(?:the\s+)?$"
)
OF_A_WORK = re.compile(r"[’']s\s+(?:The|A|An)\s+$")  # "Moss's The Cannery Years"
OWNS = re.compile(r"[’']s\b")
PLURAL_OWNS = re.compile(r"s[’']\s+[A-Z]")  # "Pond Users' Federation"
_THINGS = "|".join(sorted(THINGS, key=len, reverse=True))
#: Not "a psychologist at the hospital": whoever is at a thing, or comes from one, is none.
THING_BEHIND = re.compile(
    rf",\s+(?:an?|the|our|its)\s+(?:(?!(?:at|with|from|who)\s)[\w’'-]+\s+){{0,4}}?(?:{_THINGS})s?\b"
)
THING_BEFORE = re.compile(rf"\b(?:{_THINGS})\s+(?:called\s+|named\s+)?$")
#: "Wambui Karanja-Holm, an actuary from Nairobi," "Pascal Hallam, a nephew,"
APPOSED_PERSON = re.compile(
    r",\s+(?:aged\s+)?(?:an?|the|who|whose|our|her|his)\s|,\s+\d{1,3},|\s+(?:who|herself|himself)\s"
)
#: "a nod from Per Lindqvist, head of the unit": a house or a town has no post of its own.
WITH_A_POST = re.compile(rf",\s+(?:[a-z-]+\s+){{0,3}}?(?-i:{HAS_POST.pattern})\s+(?:of|at|for|with|in)\s")
TITLE_BEFORE_NAME = re.compile(
    rf"(?:^|[.;,–—]\s+|\n|\b(?:by|with|from|and)\s+)(?:(?:the|its|our|his|her|their)\s+)?(?:[\w’'&-]+\s+){{0,8}}?{HAS_POST.pattern}"
    rf"(?:\s+(?:of|for|at)\s+[^,.;:]{{2,60}})?,\s+$",
    re.I,
)
#: 'Prisca Odongo, the widow of a pilot': what somebody is to somebody tells a woman or a man.
KINDRED = re.compile(
    rf",\s+(?:an?|the|our|her|his|whose)?\s*(?:[\w’'-]+\s+){{0,3}}?(?P<who>{'|'.join([*WOMEN, *MEN])})\b",
    re.I,
)
#: 'Keala Nakamura brought the talk back. Speaking from Hilo, she …': a sentence about somebody, whatever its verb.
THEN_THEY = re.compile(
    r"\s+[a-z]\w*[^.!?;:\n\x1a]{5,160}\.\s+(?:[A-Z][^,.!?\n\x1a]{2,30},\s+)?(?:[Ss]he|[Hh]e)\s"
)
#: What stands between a name and what its bearer is the head of.
BARE_POST = re.compile(
    r",\s+(?:(?:Deputy|Acting|Joint|Associate|Assistant|Vice)\s+)?"
    r"(?:Head|Director|Manager|Chief|Dean|Secretary|Chair|Coordinator|Officer|In-?charge|Lead|Controller|Superintendent),\s+"
)
DOUBLE_BARRELLED = re.compile(r"[^\W\d_a-z][^\W\d_]+-[^\W\d_a-z][^\W\d_]+")
SENTENCE_BREAK = re.compile(r"(?<![A-Z])\.(?= )")
# A line of its own with a name and a post; numbered, an entry of a list of those who took part.
_ENTRY = r"(?:[A-Z][\w.’'-]*\s+){1,4}[A-Z][\w.’'-]*(?:,|\s[—–-]|\s\()\s*[^.?!]*$"
_AT_AN_HOUR = r"\d{1,2}[.:]\d\d(?:\s*[–-]\s*\d{1,2}[.:]\d\d)?\s+(?:[A-Z][\w ]{2,30}:\s+)?"
NUMBERED = re.compile(rf"\s*(?:{_AT_AN_HOUR}|\d{{1,2}}[.)]\s+|[•*·▪–-]\s+){_ENTRY}")
ENTRY = re.compile(rf"{NUMBERED.pattern}|\s*{_ENTRY}")
QUOTED_BEHIND = re.compile(rf"\s*:\s*{COVER}")
NEAR = 500  # letters before a name in which an introduction is looked for
OFTEN = 50  # whoever was named so often has been introduced: a name ten thousand times over held a thread for 20 s
HEAD_OF = re.compile(
    r"\b(?:director|head|founder|co-founder|chair|chairman|chairwoman|president|ceo|chief executive|manager|"
    r"coordinator|partner|spokesman|spokeswoman|secretary)\s+(?:of|at)\s+$",
    re.I,
)
REGIONS = frozenset(("Asia", "Africa", "Pacific", "America", "Europe", "East", "West", "North", "South"))
TITLE_BEFORE = re.compile(
    rf"(?:^|[.;,–—]\s+|\n|\b(?:by|from|with|to|and|asked|told|that|when|where|which|as|but|while)\s+)"
    rf"(?:the|an?|its|our|his|her|(?-i:[A-Z][\w.-]+[’']s))\s+"
    rf"([^,.;:]{{0,60}}\b{HAS_POST.pattern}[^,.;:]{{0,60}}),\s+(?:the\s+|(?:His|Her)\s+)?$",
    re.I,
)


NAMING = (
    SpanKind.HEADER,
    SpanKind.HEADING,
    SpanKind.LIST,
    SpanKind.ATTENDANCE,
    SpanKind.PARAGRAPH,
    SpanKind.SIGNATURE,
)


def find_people(document: Document) -> Roster:
    """Everybody named in full (or by honorific) in the report's own text, with posts, and marked where
    introduced."""
    roster = Roster(gender_of)
    _rows(document, roster)
    found = [(span, masked, name_mentions(masked)) for span, masked in _lines_with_people(document)]
    surnames, by_last = _surnames_in_use(found), _called_by_last_word(found)
    houses = _houses(found)
    partial = []
    named: Counter[tuple[str, ...]] = Counter()
    for span, masked, mentions in found:
        last = taken = (
            0  # where the apposition of the name before ends: what stands in it is no further person
        )
        for number, mention in enumerate(mentions):
            if len(mention.tokens) == 1:
                signs = number == 0 and span.kind is SpanKind.SIGNATURE and SIGNS.match(masked, mention.end)
                speaks = _speaks_by_given_name(masked, mention) or _speaks_with_post(masked, mention)
                office = mention.start < taken and (mention.honorific or "").lower() in POST_WORDS
                if not office and (mention.honorific or speaks or signs):
                    partial.append((span, masked, mention))
                continue
            if mention.tokens in houses and not mention.honorific:
                continue
            named[mention.tokens] += 1
            if named[mention.tokens] > OFTEN:
                continue
            if number + 1 < len(mentions) and _is_of_a_post(masked, mention, mentions[number + 1]):
                continue
            if number and _is_their_house(masked, mention, span.kind):
                continue
            if number and _is_what_they_head(masked, mentions[number - 1], mention):
                continue
            post, ends = post_after(masked, mention.end, len(masked))
            before, begins = post_before(masked, mention.name_start, 0)
            kind = SpanKind.PARAGRAPH if number and span.kind in ENTRIES else span.kind
            listed = NEXT_IN_A_LIST.search(masked[max(0, mention.start - 12) : mention.start])
            inside = mention.start < taken and not (mention.honorific or listed)
            if inside and is_given(mention.tokens[0].casefold()) and mention.tokens[0] not in REGIONS:
                inside = False  # what looked like a post is the next of a list
                roster.people[last].post = None
            called = mention.tokens in by_last
            if not inside and _is_person(masked, mention, post or before, kind, surnames, called=called):
                taken = ends
                if (known := roster.find(mention)).how == "surname" and known.person is not None:
                    continue
                last = roster.add(_shift(mention, span.start))
                _describe(roster.people[last], masked, mention, post, before, begins, span.kind)
    _named_in_the_title(document, roster, surnames)
    for span, masked, mention in partial:
        _enter_by_surname_only(roster, span, masked, mention)
    _learn_genders(document, roster, found)
    _name_author(roster, found)
    return roster


def _name_author(roster: Roster, found: list) -> None:
    """'Her new book, “…”': the only woman named so far is "the author", unless somebody else is called so."""
    for span, masked, _ in found:
        book = THEIR_BOOK.search(masked)
        if book is None or any(person.called == "author" for person in roster.people):
            continue
        gender = "f" if book["who"].lower() == "her" else "m"
        above = [p for p in roster.people if p.gender == gender and p.first_seen < span.start + book.start()]
        if len(above) == 1:
            above[0].called = "author"
        return


def _note_office_in_title(roster: Roster, masked: str, mention: NameMention) -> None:
    """'A Conversation with Governor Ann Moss', of whom the report prints no other post."""
    person = roster.find(mention).person if len(mention.tokens) > 1 else None
    office, _ = post_before(masked, mention.name_start, 0)
    if person is not None and office and not roster.people[person].post:
        roster.people[person].post = office


def _is_of_a_post(masked: str, mention: NameMention, following: NameMention) -> bool:
    """'Former Medicaid director Ann Moss': whether a mention belongs to the post before the next name."""
    between = masked[mention.end : following.name_start]
    return (
        not mention.honorific
        and not is_given(mention.tokens[0].casefold())
        and bool(between[1:2].islower() and HAS_POST.fullmatch(between.strip()))
    )


def _is_their_house(masked: str, mention: NameMention, kind: SpanKind) -> bool:
    """'Discussant: Ann Moss, Harbour Helpline', '• Ann Moss, president, Moss Timber': what stands behind the one
    name of a label, or of an entry."""
    one = kind is SpanKind.LIST or kind is SpanKind.HEADER and LABEL_OF_ONE.match(masked)
    return (
        bool(one)
        and not mention.honorific
        and not is_given(mention.tokens[0].casefold())
        and masked[: mention.start].rstrip().endswith(",")
    )


def _is_what_they_head(masked: str, before: NameMention, mention: NameMention) -> bool:
    """'Dr Ann Moss, Head, Training Cell, said …': behind a bare post stands what it is of, and no further person."""
    post = BARE_POST.fullmatch(masked, before.end, mention.start)
    return bool(post) and not mention.honorific and not is_given(mention.tokens[0].casefold())


def _named_in_the_title(document: Document, roster: Roster, surnames: set[str]) -> None:
    """Who stands in full in the title alone: 'An evening with Leila Farahani', and below it 'Farahani said'."""
    for span in document.layout.of(SpanKind.TITLE):
        masked = document.passage(span).masked
        for mention in name_mentions(masked):
            _note_office_in_title(roster, masked, mention)
            full = len(mention.tokens) == GIVEN_AND_FAMILY and is_given(mention.tokens[0].casefold())
            alone = NameMention(mention.start, mention.end, mention.tokens[-1:])
            known = roster.find(alone)
            if full and mention.tokens[-1] in surnames and known.person is None and not known.candidates:
                roster.add(_shift(mention, span.start))


def _houses(found: list) -> set[tuple[str, ...]]:
    """Names of which somebody is said to be the head: 'director of Fair Fields' is of a house."""
    return {
        mention.tokens
        for _, masked, mentions in found
        for mention in mentions
        if not mention.honorific and HEAD_OF.search(masked, max(0, mention.start - 40), mention.start)
    }


def _learn_genders(document: Document, roster: Roster, found: list) -> None:
    """Gives those of whom no list tells it the gender of the only pronouns in the sentences that name them alone,
    and in the next one where that begins with a pronoun; nothing where the sentences disagree."""
    votes: dict[int, set[str]] = {}
    for someone in roster.people:
        if len(someone.tokens) == 1 and not someone.honorific:  # "His daughter Nora" is no man
            someone.gender = someone.gender or gender_of((*someone.tokens, ""), None)
    for span, masked, mentions in found:
        whose = [(m.start, roster.find(m).person) for m in mentions]
        before: set[int] = set()
        named: set[int] = set()
        for start, end in document.passage(span).sentences:
            left, right = start - span.start, end - span.start
            people = {p for at, p in whose if left <= at < right and p is not None}
            sentence = FOR_ANOTHER.sub("", masked[left:right])
            pronouns = {g for g, pattern in PRONOUNS.items() if pattern.search(sentence)}
            named |= people
            replies = (
                COVER in sentence[:ANSWER_OPENS] and named != before
            )  # “…,” she said may be another's answer
            about = people or (before if OPENING_PRONOUN.match(sentence) and not replies else set())
            if len(about) == 1 and len(pronouns) == 1:
                votes.setdefault(next(iter(about)), set()).update(pronouns)
            before = people
    for person, genders in votes.items():
        if len(genders) == 1 and roster.people[person].gender is None:
            roster.people[person].gender = next(iter(genders))


def _rows(document: Document, roster: Roster) -> None:
    """The people of tables, a row each: the cell with a name, and what the other cells tell of them."""
    table: list[Span] = []
    for span in (*document.layout.spans, None):
        if span is not None and span.kind is SpanKind.ROW:
            table.append(span)
        elif table:
            _table(document, table, roster)
            table = []


def _table(document: Document, table: list[Span], roster: Roster) -> None:
    """Single names and unknown ones count in a table of people only: its head says so, or most rows name somebody."""
    rows = [[document.text[a:b] for a, b in cells(document.text, s.start, s.end)] for s in table]
    names = [[(i, m) for i, cell in enumerate(row) if (m := _name_of_cell(cell))] for row in rows]
    known = sum(any(_looks_like_a_person(m, set()) for _, m in found) for found in names)
    of_people = not HEADS.isdisjoint(cell.casefold() for cell in rows[0]) or known * 2 >= len(rows)
    for span, row, found in zip(table, rows, names, strict=True):
        told = of_people or any(role_of(cell) or HAS_POST.search(cell) for cell in row)
        sure = [(i, m) for i, m in found if told or _looks_like_a_person(m, set())]
        if sure and len(row) > 1:
            _enter_row(roster, span, row, *sure[0])


def _enter_row(roster: Roster, span: Span, row: list[str], place: int, mention: NameMention) -> None:
    person = roster.people[roster.add(_shift(mention, span.start))]
    others = [cell for i, cell in enumerate(row) if i != place]
    behind = ROLE_BEHIND_NAME.search(row[place])
    own = [row[place]] if ROLE_OF_CELL.match(row[place]) else [behind.group().strip(" ()")] if behind else []
    roles = [role for cell in (*own, *others) if (role := role_of(cell))]
    posts = [cell for cell in others if not role_of(cell) or HAS_POST.search(cell)]
    person.post = person.post or (posts or others)[0]
    person.role = roles[0] if roles else person.role
    person.participant, person.why = True, "in the table of speakers"


def _name_of_cell(cell: str) -> NameMention | None:
    """The name that a cell consists of, with "Chair:" before it or "(chair)" behind; of a single word only one that
    stands for nothing else."""
    role = ROLE_OF_CELL.match(cell)
    mention = next(iter(name_mentions(cell)), None)
    end = len(ROLE_BEHIND_NAME.sub("", cell).rstrip(" ."))
    if mention is None or mention.start > (role.end() if role else 0) or mention.end < end:
        return None
    alone = len(mention.tokens) == 1 and not mention.honorific
    return None if alone and mention.tokens[0].casefold() in (PLACE_WORDS | POST_WORDS | HEADS) else mention


def _lines_with_people(document: Document) -> list[tuple[Span, str]]:
    """The spans that may introduce somebody, quotations covered; of the headings those that are entries."""
    spans = [(span, document.passage(span).masked) for span in document.layout.of(*NAMING)]
    headings = [masked for span, masked in spans if span.kind is SpanKind.HEADING]
    entry = SpanKind.LIST if sum(bool(NUMBERED.match(m)) for m in headings) >= 3 else SpanKind.PARAGRAPH
    return [
        (replace(span, kind=entry) if span.kind is SpanKind.HEADING else span, masked)
        for span, masked in spans
        if span.kind is not SpanKind.HEADING or ENTRY.match(masked)
    ] + [
        (replace(span, kind=SpanKind.PARAGRAPH), " " * told.start("who") + told["who"])
        for span, masked in spans
        if span.kind in (SpanKind.HEADING, SpanKind.HEADER)
        and (told := TALK_BY.fullmatch(masked) or LED_BY.fullmatch(masked))
    ]


def _surnames_in_use(found: list) -> set[str]:
    """Names that the report uses alone, as people's: behind an honorific, or as the subject of a reporting
    verb."""
    names = set()
    for _, masked, mentions in found:
        for mention in mentions:
            alone = len(mention.tokens) == 1 and (
                mention.honorific
                or SAYS_DIRECTLY.match(masked, mention.end)
                or SAID_BY.search(masked[max(0, mention.start - 30) : mention.start])
            )
            if alone:
                names.add(mention.tokens[0])
    return names


def _called_by_last_word(found: list) -> set[tuple[str, ...]]:
    """Names of two words of which the last stands alone elsewhere: 'For Zillah Crane', then 'What Crane saw'."""
    pairs: dict[str, set[str]] = {}
    alone = set()
    for _, masked, mentions in found:
        for mention in mentions:
            place = masked[max(0, mention.start - 12) : mention.start]
            opens = not mention.start or OPENS_SENTENCE.search(masked[: mention.start])  # "Echoing Crane, …"
            if len(mention.tokens) == GIVEN_AND_FAMILY and not opens:
                pairs.setdefault(mention.tokens[-1], set()).add(mention.tokens[0])
            elif place.strip() and not SOMEWHERE.search(place) and ALONE.match(masked, mention.end):
                alone.add(mention.tokens[0])
    known = {w for w in alone - REGIONS if w.casefold() not in PLACE_WORDS and not w.isupper()}
    return {(*pairs[word], word) for word in known if len(pairs.get(word, ())) == 1}


def _speaks_by_given_name(masked: str, mention: NameMention) -> bool:
    """'Arnav said …', 'Arnav (Fjord House) said …': of some people a report prints the given name alone."""
    name = mention.name.casefold()
    end = mention.end + (m.end() if (m := re.match(r"\s*\([^()]{2,60}\)", masked[mention.end :])) else 0)
    return (
        is_given(name)
        and name not in PLACE_WORDS
        and not re.search(r"[A-Z][\w’'-]*\s$", masked[max(0, mention.start - 30) : mention.start])
        and bool(SAYS_DIRECTLY.match(masked, end) or TAKES_PART.match(masked[end : end + 140]))
    )


def _speaks_with_post(masked: str, mention: NameMention) -> bool:
    """'Dawit, a surveyor from Mekelle, said …': somebody of one name, if what they are and a verb stand behind it."""
    opens = OPENS_SENTENCE.search(masked, max(0, mention.start - 4), mention.start) or not mention.start
    told = APPOSED_POST.match(masked, mention.end) if opens else None
    known = mention.name.casefold() in (PLACE_WORDS | POST_WORDS)
    is_thing = THING_BEHIND.match(masked, mention.end)
    speaks = told and (SAYS_DIRECTLY.match(masked, told.end()) or TAKES_PART.match(masked[told.end() :]))
    return bool(told and speaks and not known and not is_thing)


def _enter_by_surname_only(roster: Roster, span, masked: str, mention: NameMention) -> None:
    """'Mr. Smith' of whom the report never prints a given name is a person too."""
    found = roster.find(mention)
    if found.person is None and not found.candidates:
        person = roster.people[roster.add(_shift(mention, span.start))]
        post, _ = post_after(masked, mention.end, len(masked))
        before, begins = post_before(masked, mention.name_start, 0)
        _describe(person, masked, mention, post, before, min(begins, mention.start), span.kind)


def _shift(m: NameMention, by: int) -> NameMention:
    return NameMention(m.start + by, m.end + by, m.tokens, m.honorific, m.name_start + by)


def _is_person(
    masked: str,
    mention: NameMention,
    post: str | None,
    kind: str,
    surnames: set[str],
    *,
    called: bool = False,
) -> bool:
    """Whether a run of capitalised words names somebody, by its own words, by what stands around it, or as they are
    `called` by the last word further down."""
    if len(mention.tokens) > MOST_TOKENS or not any(len(t) > 1 for t in mention.tokens):
        return False
    if any(c.isdigit() for c in mention.name) or mention.tokens[0] in REGIONS and not mention.honorific:
        return False
    if not mention.honorific and OF_A_HOUSE.search(masked, max(0, mention.start - 40), mention.start):
        return False
    if not mention.honorific and OF_A_WORK.search(masked, max(0, mention.start - 8), mention.start):
        return False
    if not mention.honorific and PLURAL_OWNS.match(masked, mention.end - 1):
        return False
    if _looks_like_a_person(mention, surnames) or kind in ENTRIES:
        return True
    before = masked[max(0, mention.start - 60) : mention.start]
    after = masked[mention.end : mention.end + 160]
    if THING_BEHIND.match(after) or THING_BEFORE.search(before):
        return False
    if called:
        return True
    apposed = APPOSED_PERSON.match(after) or WITH_A_POST.match(after)
    if SOMEWHERE.search(before) and not apposed or OWNS.match(after):
        return False
    return bool(
        post
        or SUBJECT_OF.match(after)
        or not masked[: mention.start].strip("–—-•* ")
        and QUOTED_BEHIND.match(after)
        or APPOSED_PERSON.match(after)
        or OBJECT_OF.search(before)
        or TITLE_BEFORE_NAME.search(masked[max(0, mention.start - 140) : mention.start])
        or _in_a_list(masked[_sentence_start(masked, mention.start) : mention.start])
        or any(p.search(before) for p in ROLE_BEFORE.values())
        or len(mention.tokens) == GIVEN_AND_FAMILY
        and OPENS_SENTENCE.search(before)
        and THEN_THEY.match(masked, mention.end)
        or east_asian(mention.tokens)
    )


def _looks_like_a_person(mention: NameMention, surnames: set[str]) -> bool:
    """By a title, a given name, an initial, a double-barrelled name, or a surname that is used alone elsewhere."""
    first, last = mention.tokens[0], mention.tokens[-1]
    return bool(
        mention.honorific
        or is_given(first.casefold())
        or "." in first
        or DOUBLE_BARRELLED.fullmatch(last)
        or given_first(mention.tokens)
        or surnames & {first, last}
    )


def _in_a_list(before: str) -> bool:
    """Right behind 'The panel included', or behind a comma, semicolon or 'and' further on in that list."""
    match = LISTS_PEOPLE.search(before)
    parts = r"(?:[;:]|\band)" if match and ";" in before[match.end() :] else r"(?:[,;:]|\band)"
    return bool(
        match and (not before[match.end() :].strip() or re.search(rf"{parts}\s+(?:the\s+)?$", before))
    )


def _sentence_start(masked: str, at: int) -> int:
    """Where the sentence begins that goes on at `at`; a full stop behind an initial does not end it."""
    floor = max(0, at - NEAR)
    return max((m.end() for m in SENTENCE_BREAK.finditer(masked, floor, at)), default=floor)


def _describe(
    person: Person,
    masked: str,
    mention: NameMention,
    after: str | None,
    before: str | None,
    begins: int,
    kind: str,
) -> None:
    _note_post(person, masked, mention, after, before, kind)
    _note_introduction(person, masked, mention, begins, kind)


def _note_post(
    person: Person, masked: str, mention: NameMention, after: str | None, before: str | None, kind: str
) -> None:
    told = KINDRED.match(masked, mention.end)
    if told and person.gender is None:
        person.gender = "f" if told["who"].lower() in WOMEN else "m"
    if person.post:
        return
    if after:
        person.post = re.sub(r"^[A-Z]{2,4},\s+", "", after)
    elif before and HAS_POST.search(before):
        person.post = re.sub(r"^(?:the|an?)\s+", "", before, flags=re.I)
    elif masked[mention.end : mention.end + 1] in (",", ".", ";", ")", "") and (
        match := TITLE_BEFORE.search(masked[max(0, mention.start - 140) : mention.start])
    ):
        person.post = BEFORE_TITLE.sub("", match[1])
    elif kind == SpanKind.LIST and (
        match := re.match(r"(?:,|\s[–—-]|:)\s+(\S.*)", masked[mention.end : mention.end + 200])
    ):
        person.post = match[1].strip()
    elif mention.honorific and mention.honorific.lower() in POST_WORDS - {"doctor", "sister"}:
        person.post = mention.honorific
    elif kind == SpanKind.PARAGRAPH and (match := WHAT_THEY_ARE.match(masked, mention.end)):
        person.post = match["post"]
    elif kind == SpanKind.PARAGRAPH and (match := IS_WHAT.match(masked, mention.end)):
        person.post = match["post"].strip()


def _note_introduction(person: Person, masked: str, mention: NameMention, begins: int, kind: str) -> None:
    behind = post_after(masked, mention.end, len(masked))[1]
    sentence = _sentence_start(masked, mention.start)
    before, after = masked[sentence : min(begins, mention.start)], masked[mention.end : mention.end + 140]
    person.lectures |= bool(LECTURES.match(masked, mention.end))
    person.described |= bool(IN_THEIR_TALK.search(before))
    person.lectures |= bool(HEARD.search(before) and DESCRIBES.match(masked, mention.end))
    person.described |= bool(WHO_DOES.match(masked, mention.end))
    person.lectures |= bool(LECTURES_BEFORE.search(before))
    person.lectures |= bool(INTRODUCED_AS_SPEAKER.search(before))
    if called := CALLED.fullmatch(before.lstrip()):
        person.called = (called["what"] or called["guest"]).lower()
    elif AUTHOR_OF.search(before) or THE_AUTHOR.search(masked[sentence : mention.start]):
        person.called = "author"
    elif READS_A_PAPER.match(masked, mention.end):
        person.called = person.called or "author"
    near = masked[sentence : mention.start]
    if LATE.search(near):
        return
    for role, pattern in ROLE_BEFORE.items():
        if pattern.search(before) or pattern.search(near):
            person.role, person.participant, person.why = role, True, f"introduced as {role}"
            return
    for role, pattern in ROLE_AFTER.items():
        if pattern.search(after.split(". ")[0].removesuffix(".")):
            person.role, person.participant, person.why = role, True, f"said to be {role}"
            return
    if (
        kind == SpanKind.LIST
        or kind == SpanKind.ATTENDANCE
        and not (ABSENT.match(masked) or ABSENT.match(near))
    ):
        person.participant, person.why = True, "in the list of speakers"
    elif kind in (SpanKind.PARAGRAPH, SpanKind.HEADER) and (_in_a_list(before) or _in_a_list(near)):
        person.participant, person.why = True, "introduced among the speakers"
    elif (
        kind == SpanKind.PARAGRAPH
        and person.role == "speaker"
        and not OBJECT_OF_WHICH.search(before)
        and (TAKES_PART.match(after) or TAKES_PART.match(masked[behind : behind + 140]))
    ):
        person.participant, person.why = True, "said to have spoken"
