"""English: words by which the parts of a page are told apart. All are alternations of a pattern, case aside."""

from intake.reading.languages.english.words.institutions import PLAIN
from intake.reading.languages.english.words.people import POSTS

LIST_HEADER = (
    r"(?:(?:partial |full )?list of )?(?:the )?(?:speakers?|panell?ists?|participants|contributors|discussants?|"
    r"our speakers|featured speakers|featuring|with|on the panel|the panel|witnesses|moderators?|chair(?:person)?|"
    r"hosts?|keynote(?: speakers?)?)"
)
INTRODUCES_PEOPLE = (
    r"(?:panel|panell?ists?|speakers|participants|discussants|presenters|contributors|guests|experts|witnesses|delegation|delegates|"
    r"attend\w*|present|took part|joined by)\b"
)
ATTENDANCE = (
    r"present|attendees?|in attendance|members present|also present|also attending|staff present|apologies|absent|"
    r"members absent|excused|regrets|guests?"
)
DAY_LABEL = (
    r"(?:event )?date(?:\s*(?:and|&|/)\s*(?:time|place|venue))?|day\s*(?:and|&|/)\s*date|dates?|"
    r"when(?: (?:and|&) where)?|time|held(?! at)(?: on)?|"
    r"practical(?:ities|\s+(?:details|information))?"
)
PLACE_LABEL = (
    r"(?:event )?venue|place|where(?: (?:and|&) when)?|location|held at|at|address|time (?:and|&) place"
)
#: Labels of the one that tell of the other as well.
DAY_TOO = r"where (?:and|&) when|time (?:and|&) place"
PLACE_TOO = (
    r"when (?:and|&) where|date (?:and|&) (?:place|venue)|practical(?:ities|\s+(?:details|information))?"
)
#: A label of the house that the report comes from as well as of the place.
ADDRESS_LABEL = "address"
ADMISSION = (
    "Admission|Entry|Entrance|Doors|Free|Registration|Tickets?|Starts?|All welcome|Participation|Attendance|"
    "By invitation"
)
CITY_LABEL, COUNTRY_LABEL = "city", "country"
WHO_LABEL = (
    r"speakers?|panell?ists?|participants|presenters?|respondents?|lecturers?|commentators?|moderator|moderated by|"
    r"chair|chaired by|host|hosted by|"
    r"keynote(?: speaker)?|discussants?|organi[sz]er|in the chair|presiding"
)
FURNITURE = (
    r"\*?\s*(?:this|the) (?:summary|transcript|report|interview|conversation) (?:was|has been) "
    r"(?:compiled|edited|prepared|condensed|translated|lightly).*|"
    r"advertisements?|advertising|sponsored(?: content)?|read (?:more|also|next)\b.*|"
    r"see also\b.*|related (?:articles?|stories|posts|content|events|links)?\b.{0,60}|you may also "
    r"like.*|recommended.{0,40}|most (?:read|popular).{0,40}|share(?: this)?(?: (?:page|article|story|"
    r"post|on|via|with)\b.{0,60})?|"
    r"tweet|print(?: this page)?|e?-?mail this.*|comments?(?: \(\d+\))?|leave a "
    r"(?:comment|reply).*|subscribe\b.{0,160}|sign up\b.{0,160}|"
    r"follow us\b.{0,160}|like us\b.{0,100}|newsletter|cookies?\b.*|"
    r"we use cookies.*|accept (?:all )?cookies|skip to (?:main )?content|"
    r"©.*|\(c\) ?\d{4}.*|copyright\b.*|all rights reserved.*|powered by .{0,60}|"
    r"back to (?:top|news|events|list).{0,40}|"
    r"(?:photo|image|picture|photograph|credit|photo credit|image credit)s?\s*(?:by\b|:|/|©|"
    r"courtesy).{0,160}|click here\b.*|download\b.{0,120}|watch (?:the )?(?:video|recording|"
    r"full)\b.*|view (?:the )?(?:gallery|slides|photos|recording)\b.*|"
    r"home\s*[>|/»›→].*|menu|search|tags?\s*:.*|topics?\s*:.*|categor(?:y|ies)\s*:.*|filed "
    r"under.*|posted (?:in|on|by)\b.*|last (?:updated|modified)\b.*|page \d+(?: of \d+)?|"
    r"(?:also|must|further) read\b.*|(?:next|previous) story.*|watch\s*:.*|sponsored by\b.*|photo gallery|"
    r"(?:from left|left to right|pictured)\b[^.]{0,40}[:,].*|\[(?:image|photo|picture|video|"
    r"caption)\b.*\]|[^\"“«]{0,200}\((?:photo|image|picture|credit)\b[^()]*\)\.?|"
    r"(?:for )?media enquiries.*|for media enquiries\b.{0,120}|"
    r"(?:about|contact) us|press (?:contact|office)\b.*|media contacts?\b.*|(?:for )?(?:further|more) "
    r"information\b.{0,200}|notes? to editors?:?|-?\s*ends?\s*-?|terms (?:of use|and conditions).*|"
    r"privacy policy.*|"
    r"[\w ]{2,30} license: .*|this (?:post|article|work) is (?:released|licensed) under.*|previous "
    r"(?:article|post).*|next (?:article|post).*|\d+ min(?:ute)?s? read|(?:register|rsvp|book) (?:here|"
    r"now).*|listen to (?:this|the).*"
)
RELATED = (
    r"(?:related|more) (?:events?|articles?|stories|posts|content|reading|links|news)|"
    r"(?:more|also) (?:on|in|from) (?:this|the) (?:topic|subject|series|section|author|event)|"
    r"you (?:may|might) also like|most (?:read|popular)|recommended(?: for you)?|further reading|"
    r"read (?:more|next|also)|what to read next"
)
APPEAL = (
    r"\b(?:dear readers?|support our (?:work|journalism)|our newsroom|become a member|donate (?:today|"
    r"now)|subscribe to|sign up for|follow us on|"
    r"republish (?:this|on your site)|creative commons|all rights reserved)\b"
)
TEASER = (
    r"opinions?|opinion pieces?|commentary|commentaries|columns?|expert opinions?|analysis|analytics|articles?|"
    r"blogs?|op-?eds?|views?|viewpoints?|perspectives?|essays?|interviews?"
)
BY = (
    r"(?:(?:an?\s+)?(?:(?:event|meeting|conference|seminar|workshop|lecture|panel|trip|student|short|full|"
    r"special)\s+){0,2}"
    r"(?:written|reported|compiled|prepared|text|words|story|report|summary|recap|notes?|account|review|write-?up|"
    r"blog\s+post|article|dispatch)\s+)?by|(?:words|text|author|rapporteur|written\s+by):"
)

# --- turns of a transcript ---

TURN_LABEL = (
    r"(?:Some|An|Several)\s+[Hh]on(?:ou?rable|\.)?\s+[Mm]embers?|"
    r"(?:(?:A\s+)?[Qq]uestion\s+from|[Vv]oice\s+from|From)\s+(?:the\s+)?(?:audience|floor|chat|back|hall)|"
    r"Audience\s+(?:member|question)(?:\s+\d)?|(?:A\s+)?[Mm]ember\s+of\s+the\s+audience|"
    r"(?=[A-Z])(?i:(?:(?:an?|the|one|another|unidentified)\s+)?(?:[a-z]+\s+)?(?:woman|man|voice|member|participant|attendee|"
    r"visitor|listener|questioner|delegate|student|heckler|resident|spectator)\s+(?:in|at|from|of|on|near)\s+(?:the\s+)?"
    r"(?:[\w-]+\s+){0,2}(?:row|back|front|floor|hall|audience|balcony|gallery|room|chat|crowd|public|aisle))"
)
TURN_ROLES = (
    r"q|a|question|answer|questions?|moderator|the moderator|host|(?:the\s+)?chair(?:man|woman|person)?|"
    r"interviewer|interviewee|(?:(?:(?:a )?question|voice) )?from (?:the )?(?:audience|floor|chat|back|hall)|"
    r"audience(?: member| question)?|member of the audience|speaker(?: \d)?|journalist|reporter|student|unidentified"
)
ANONYMOUS = (
    r"woman|man|voice|audience|members?|participant|unidentified|unknown|visitor|listener|delegate \d|speaker \d|floor|"
    r"spectator|passer-by|resident \d|person|attendee|questioner|heckler|row|balcony|gallery|aisle"
)
LABEL_WITH_A_STOP = r"(?<=\bQ)|(?<=\bA)"
ANSWER = "a|answer|interviewee"
DECISIONS = "resolved|agreed|action|actions|decision|decided|noted|vote|motion|note|update|result|summary"
STAGE = (
    r"The (?:committee|meeting|hearing|session|sitting|commission|council|court|house|"
    r"board)\s(?:was\s|then\s|stood\s)?(?:adjourned|suspended|concluded|closed|rose|ended)\b.{0,80}"
)

# --- roles, by the words that a label or heading begins with ---

MODERATES, HOSTS, KEYNOTE, DISCUSSANT = "moderat|chair|in the chair|presid", "host", "keynote", "discussant"
ABBREVIATIONS = """
dr mr mrs ms prof hon rev fr gen col maj lt capt adm sgt st sr jr vs etc e.g i.e fig no vol pp al inc ltd
co corp dept univ approx est amb sen rep gov cllr messrs mme a.m p.m u.s u.k u.n u.s.a d.c ph.d jan feb
mar apr jun jul aug sept sep oct nov dec smt sh revd ven engr eng adv atty barr assoc asst brig cmdr supt h.e kum rt
""".split()
TERM_BEFORE = (
    r"so-called|called|term|terms|phrase|word|words|concept of|dubbed|known as|named|titled|"
    r"entitled|notion of|idea of|label|slogan|motto"
)
THAT = "that"
INTRODUCES_CLAUSE = "that|how|what|which|why|whether|if"
#: What a line says before the name of somebody whose words stand below it.
GIVES_THE_WORD = r"(?:Says|Speaking|In the words of|As told by|Comments? from|Over to):?"
ISSUE = (
    r"\bpress release (?:no|nr)\b|\bissue (?:no\.? ?)?\d|\bvol(?:ume|\.) ?\d|\bcircular \d|\bin this issue\b|"
    r"(?:weekly|monthly|quarterly|annual|official)?\s*"
    r"(?:newsletter|bulletin|journal|magazine|monthly|weekly|quarterly) of the\b"
)
HOUSE = (
    r"(?:the )?(?:city|town|county|village|borough|state|commonwealth|province|municipality|government) of \w|"
    r"(?-i:(?:THE )?(?:REPUBLIC|KINGDOM|PRINCIPALITY) OF [A-Z])|"  # and no 'Republic of Letters'
    r"(?:the |national |royal |state |federal )?(?:ministry|department|office|institute|university|"
    r"council|chamber|academy|"
    r"foundation|society|association|commission|bureau|centre|center|school|college|embassy|parliament|committee|"
    r"diocese|archdiocese|synod|museum of)\b|"
    r"(?-i:(?:[A-Z][\w’'-]+|of|for|and|the)\s+){1,4}(?:Institute|University|Council|Chamber|Foundation|Society|Association|"
    r"Centre|Center|Club|Network|Ministry|Office|Forum|Academy)(?:\s+(?:for|of)(?:\s+(?:and|the|[A-Z][\w’'-]+)){1,5})?$"
)
#: What a document is called above its title.
DOCUMENT = (
    r"(?:(?:event|meetings?|conference|congress|summit|colloquium|workshop|seminar|webinar|panel|lecture|"
    r"round ?table|forum|symposium|session|"
    r"mission|trip|field|activity|post-event|closed-door|hearing|debate|training|progress|project|summary|brief|short|full)\s+)"
    r"{1,2}(?:summar(?:y|ies)|reports?|recaps?|notes?|records?|read-?outs?|briefs?)|"
    r"(?:press|media|news)\s+(?:releases?|statements?|advisor(?:y|ies)|notes?|communiqu[ée]s?|briefs?|bulletins?)|"
    r"(?:summary|record|report)\s+of\s+(?:the\s+)?(?:proceedings|discussions?|meetings?)|proceedings|to\s+all\s+\w+|"
    r"(?:note\s+to|letter\s+to|circular\s+to)\s+(?:our\s+|all\s+)?members|"
    r"(?:members?[’']?s?[’']?|policy|information|issues?|discussion|background|technical|briefing)\s+"
    r"(?:notes?|briefs?|circulars?|letters?|papers?)|"
    r"(?:official\s+)?(?:communiqu[ée]|read-?out|circular|rapporteur[’']s?[’']?\s+(?:report|notes?|summary|record)|summary\s+record)|"
    r"(?:internal|confidential|restricted|(?:for\s+)?members\s+only|(?:strictly\s+)?embargoed?.{0,40})"
    r"(?:\s*[–—/-]\s*(?:members\s+only|not\s+for\s+.{3,20}))?|(?:briefing|note|bulletin|issue|memo)(?=\s+(?:no\.?\s*)?\d)|"
    r"(?:category|section|rubric):\s*[^.!?]{2,40}|"
    r"(?:reference|ref)(?:\.|\s+(?:number|no\.?))?\s*:?\s*(?=\S{0,20}\d)[\w/.-]{2,24}|"
    r"(?:for\s+)?immediate\s+(?:release|use|publication)|(?:feature|news|web|human\s+interest)\s+stor(?:y|ies)|blog\s+posts?"
)
#: What a house calls what it tells the press: 'Press release of the City of Aldermouth, 23 May 2022'.
PRESS = r"(?:(?:press|media|news)\s+(?:releases?|statements?|advisor(?:y|ies)|notes?|communiqu[ée]s?)|communiqu[ée])"
_PAGES = (
    r"(?:news|newsroom|newsletters?|blogs?|stories|events?|updates?|announcements?|features|dispatch(?:es)?|insights|diary|"
    r"archives?|proceedings|transactions|programme|program|sessions|notice\s?board|official\s+(?:web)?site|press\s+(?:room|office|cent(?:re|er))|media\s+(?:room|cent(?:re|er))|"
    r"events?\s+(?:recaps?|highlights)|publications)"
)
#: A section of a house's pages.
SECTION = (
    r"(?:(?:the|our|all|latest|recent|past|campus|college|school|community|local|city|town|village|county|district|"
    r"regional|national|university|faculty|department(?:al)?|members?[’']?s?[’']?|branch|club|parish|diocesan|church|museum|"
    r"library|company|conference|festival|project|student|alumni|institute|cent(?:re|er)|society|association)\s+){0,2}"
    rf"{_PAGES}(?:\s*(?:and|&|,)\s*(?:{_PAGES}|views|notices|analysis|media|opinion|public\s+life))*|"
    r"(?:from|around|across)\s+(?:the|our)\s+(?:branches|chapters|regions|field|parishes|districts|faculties|"
    r"departments|clubs?|"
    r"network|membership|houses?|sections?|desk)|(?:campus|club|chapter|society|parish|college|school|village)\s+life|"
    r"(?:members?[’']?s?[’']?|branch|chapter|society|association|alumni)\s+(?:corner|matters|activities|affairs)|"
    r"[\w’'-]+[’']s\s+(?:diary|blog|corner|column|notebook|desk)|"
    r"(?:local(?: government)?|community|culture|politics|society|business|education|science|environment|opinion)"
)
#: One that says of whom: the title of a report may begin so, too.
SECTION_FROM = (
    rf"(?:[\w’'-]+\s+){{0,3}}{_PAGES}(?:\s+(?:from|of|in|at|for|around|across)\s+[^.!?:]{{3,40}})?|"
    r"(?:notes|voices|letters|reports?)\s+from\s+[^.!?:]{3,40}"
)
#: A series of events.
SERIES = (
    r"(?:The\s+)?(?:(?:[A-Z][\w’'&-]*|and|of|the|for|on|in|at)\s+){1,6}Series|"
    r"(?:The\s+)?(?:(?:[A-Z][\w’'&-]*|and|of|the|for|on|in|at)\s+){1,5}(?:Lectures|Talks|Dialogues|"
    r"Conversations|Seminars|Briefings|"
    r"Debates|Evenings|Breakfasts)(?=\W+(?:[A-Za-z]+\.?\s+){0,2}#?\d)|"
    r"(?:[A-Z][\w’'&-]*\s+){0,3}[Ss]eries:?\s+[“‘\"][^“”‘’\"]{3,60}[”’\"]"
)
#: Further names of houses; capitals tell.
HOUSE_TOO = (
    r"(?:The\s+)?(?:[A-Z][\w’'-]+\s+){1,3}(?:(?i:guild|union|league|trust|alliance|federation|library|museum|hospital|church|"
    r"parish|authority|agency|theatre|programme|program|project|secretariat|directorate))"
    r"(?:\s+(?i:of|for(?!\s+(?:sale|rent|hire|all|every|whom|what)))(?:\s+(?i:and|the|of|[A-Z][\w’'-]+)){1,5})?|"
    r"(?i:faculty|guild|union|league|federation|archives?|office|secretariat|directorate|consulate(?:[- ]general)?|"
    r"high\s+commission|delegation|permanent\s+mission)\s+of\s+[^.:?!]+"
)
#: An event that comes again, by its word, before the year: 'Lowland Water Forum 2024'.
EDITION = (
    r"(?:Forum|Congress|Conference|Summit|Festival|Symposium|Fair|Expo|Week|Days|Assembly|Biennale|Biennial|Colloquium|Convention|"
    r"Dialogues?|Meetings?|School|Academy)"
)
#: How newspapers are called; capitals tell.
PERIODICAL = (
    r"(?!The\s+Last\s+Post)(?:The\s+)?(?:[A-Z][\w’'-]+\s+){1,3}(?:Daily|Herald|Gazette|Times|Tribune|Chronicle|Observer|Courier|Sentinel|Mercury|Dispatch|Reporter|"
    r"Examiner|Argus|Inquirer|Enquirer|Advertiser|Telegraph|Bulletin|Newsletter|Magazine|Quarterly|Weekly|Journal|Messenger|"
    r"Post|Record|Recorder|Star|Standard|Mail|Mirror|Echo|Guardian|Independent|Express|Citizen|Leader|Monitor|Beacon|Statesman|Nation)"
)
#: What no name of a house holds: 'City of Aldermouth opens new tram line'.
NO_NAME = (
    r"(?-i:(?<!\w)(?!(?:of|for|and|the|in|at|on|to|de|la|van|von|der|del|y|et|und|zur|zum|im|am|des|dem|den|die|das|du|di)\b)"
    r"[a-z]{2,}(?!\w))"
)
#: A paper of a house, before its name.
PAPER_OF = r"(?i:newsletter|bulletin|journal|magazine|gazette|circular)\s+of(?:\s+the)?"
#: What a part of a society is called behind its name, and how a page of an issue is numbered.
BRANCH, PAGE = r"branch|chapter|section|division|region|group|local", r"page|p\.|pp\."
STAMPED = r"posted|published|updated|last|on|at|the|of|hrs|hours|gmt|utc|ist|noon"
EPISODE = r"episode|ep\.?|part|session"
#: What a title calls the event or the report of it, below the name of the house.
TITLES_A_REPORT = (
    r"(?:minutes|proceedings|transcript|report|summary|recap|seminar|lecture|conference|workshop|hearing|symposium|webinar|"
    r"round ?table|"
    r"colloquium|debate|meeting|forum|panel|talk|discussion|briefing)"
)
SMALL_IN_NAMES = "de|van|von|der|den|al|bin|da|la|of|the"
PLAIN_WORDS, POST_WORDS = PLAIN, POSTS
