"""English: what ends a speaker's voice: narration of the event, and people quoted from elsewhere."""

from intake.reading.languages.english.words.reporting import KEPT_BACK

#: A year before the memory of anybody who speaks.
_LONG_AGO = r"(?:1[0-8]\d\d|19[0-3]\d)"
#: Where what was spoken can be read or heard.
OF_THE_RECORD = (
    r"^\W*(?:the\s+|an?\s+)?(?:(?:full|complete|edited|abridged)\s+)?(?:text|transcript|video|audio|version|proceedings|papers|recordings?|slides)"
    r"(?:\s+of\s+(?:the|this|his|her|all)\s+[\w’'-]+)?\s+(?:will|can|may|is\s+to|are\s+to)\s+(?:soon\s+|shortly\s+|also\s+)?"
    r"(?:appear|follow|be\s+(?:published|posted|printed|available|read|found|watched|viewed|seen|had|heard))\b"
)
#: What those in the hall did who were asked to.
_ONLY_TWO_DID = (
    r"^\W*(?:only\s+|but\s+|almost\s+|nearly\s+|not\s+)?(?:one|two|three|four|five|six|ten|some|few|a\s+few|none|nobody|no\s+one|all|most|"
    r"many|several|half|everyone|everybody|hardly\s+anyone)(?:\s+(?:of\s+(?:them|us)|hands?|people|members))?\s+"
    r"(?:(?:did|could|would|had|was|were)\W*$|did\s+so\b|stood\b|rose\b|raised\b|remained\s+seated\b|went\s+up\b)"
)
NARRATION = (
    r"\b(?:the (?:discussion|event|session|panel|meeting|debate|conference|seminar|workshop|evening|"
    r"audience|lecture|talk|hearing|webinar|"
    r"participants|speakers|experts|panel(?:l)?ists|moderator|motion|conversation|q&a|floor|vote|"
    r"briefing|forum|ceremony|programme|program)\b"
    r"(?! of (?:a|the)\b)(?=\s+(?:was|were|is|are|had|has|then|also|ended|concluded|began|continued|"
    r"turned|moved|closed|opened|took|included|drew|"
    r"featured|will|carried|passed|applauded|brought|followed|lasted|adjourned|heard|voted|discussed|"
    r"agreed|focused|touched|ran|came))|"
    r"(?:had been (?:invited|asked) but|did not (?:attend|take part|send)|could not attend|was not (?:present|"
    r"represented)|failed to appear)\b|"
    r"(?:was|were) (?:left (?:for|to|until) (?:the|an?|another|next|later)\b|put off|postponed|prorogued|reconvened|"
    r"agreed|resolved|"
    r"decided|raised|discussed|organi[sz]ed|moderated|attended|held|followed by|"
    r"seconded|carried|adopted|approved|adjourned|presented|served|distributed|handed|collected)\b|"
    r"^\W*(?:however,\s+|also,\s+)?it (?:was|has been) (?:also )?(?:disclosed|revealed|noted|observed|"
    r"pointed out|informed|reported|stated|stressed|emphasi[sz]ed|mentioned|decided|found)\b|\b(?:award|"
    r"prize) went to\b|\bvote of thanks\b|"
    r"(?:next|second|third|fourth|fifth|last|following|closing) (?:session|meeting|seminar|event|edition|forum|lecture|"
    r"webinar|workshop|conference|hearing|day|speaker|panel)\b|"
    r"(?:is|are|was|were|will be) (?:foreseen|scheduled|livestreamed|recorded|available|published|attended|"
    r"followed|(?:co-)?(?:organi[sz]ed|hosted|funded|sponsored|supported)) (?:for|on|at|in|by|from|here)\b|"
    r"(?:request|application|objection|letter|petition|question)s?(?: of \w+)? (?:was|were|had been)\b|"
    r"^\W*(?:the|an?|its|their|one)\s+(?:[\w’'-]+\s+){1,4}(?:wrote|said|says|told|reported|claimed|announced)\s+"
    r"(?:(?:last|earlier|this|that)\s+(?:this\s+)?\w+\s+)?(?:that|how)\b|"
    r"^\W*(?:the|its|their)\s+(?:[\w’'-]+\s+){0,3}?(?:foundation|institute|institution|ministry|department|company|firm|bank|university|"
    r"college|trust|society|association|agency|authority|union|museum|federation|charity|embassy|newspaper|spokesman|spokeswoman)\s+"
    r"(?:also\s+|later\s+|has\s+|had\s+|\w+ly\s+)?(?:said|says|announced|promised|declined|replied|told|insisted|pledged|warned)\b|"
    r"^\W*the\s+(?:former|latter)\b|^\W*(?:nobody|no\s+one|somebody|someone)\s+(?:in|at|from|on)\s+the\s|"
    r"^\W*s?he\s+(?:then\s+|also\s+|later\s+)?(?:had|sat|stood|left|came|went|arrived|smiled|laughed|nodded|paused|looked|walked|joined|studied|"
    r"holds|held|has\s+(?:been|worked|published|taught|held|served|written|sat|chaired|led|run|headed|edited|advised|represented|spent|lived|won|"
    r"authored|directed|produced|appeared|practised|trained|studied|reported|covered|received|co-\w+ed)|(?:very\s+)?(?:nearly|almost)|was\s+(?:born|joined|followed|introduced|given|interrupted|greeted|"
    r"awarded|appointed|elected)|is\s+(?:an?|the|currently|also)|received|won|worked|served|taught|lives|lived|grew|became|showed|handed|"
    r"sang|played|drew|opened|closed|took|read|did|signed|thanked|invited|used)\b|"
    r"et al\.|\b(?:the|half the) (?:hall|room|crowd|house|public|gallery)(?: \w+ly)? (?:dis)?(?:agreed|preferred|"
    r"favou?red|voted|decided|guessed|chose|split|fell|went|rose)\b|"
    r"^\W*(?:the|an?)\s+(?:[a-z]+\s+)?(?:majority|minority)\b|"
    r"^\W*(?:adopted|carried|agreed|approved|passed|defeated|seconded)(?:\s+(?:unanimously|by\s[^.]{3,30}|without\s[^.]{3,30}))?\W*$|"
    r"^\W*(?:the|this|that|his|her)\s+(?:\w+\s+)?(?:line|remark|joke|quip|answer|reply|figure|slide|story|comment|sentence|speech|talk)\s+"
    r"(?:got|drew|won|earned|raised|brought|met|provoked|was\s+(?:met|greeted|received))\s+(?:with\s+)?(?:the|an?|some|loud|much|more|warm|no|nods|"
    r"laughs|laughter|cheers|murmurs|groans|applause)\b|"
    r"^\W*(?:nobody|no\s+one)\s+(?:(?:had|gave|offered|found|knew|ventured)\s+(?:an?|the|any|much\s+of\s+an)\s+(?:\w+\s+)?(?:answer|reply|"
    r"objections?|questions?)|answered|replied|objected|spoke|moved|stirred|volunteered|disagreed)\W*$|"
    rf"{OF_THE_RECORD}|{_ONLY_TWO_DID}|\baccording\s+to\s+(?:an?|the|its)\s+(?:[\w’'-]+\s+){{0,3}}?"
    r"(?:study|report|survey|paper|poll|article|analysis|review|book|thesis|figures|research)\s+(?:by|from|published|released)\b|"
    r"\baccording\s+to\s+(?:legend|tradition|local\s+lore|the\s+(?:programme|program|website|organi[sz]ers|records|archives|census|papers))\b|"
    r"\b(?:was|were|is|are|will\s+be|remain)\s+on\s+(?:display|show|view)\b|"
    r"^\W*the (?:lunchtime|evening|morning|afternoon|half-day|one-day|two-day|three-day|day-long|online|"
    r"virtual|hybrid|annual|closing|opening) "
    r"(?:event|session|meeting|workshop|seminar|conference|discussion|webinar|lecture) "
    r"(?:began|started|ended|closed|was|took|drew|ran|concluded)\b|"
    r"^\W*(?:the\s+)?(?:certificates|slides|recordings?|minutes|proceedings|photographs|handouts|prizes|tea|coffee|lunch|dinner|"
    r"refreshments|drinks)\s+(?:\w+\s+){0,4}?(?:will\s+be|was|were|are\s+to\s+be)\s+(?:sent|posted|mailed|e-?mailed|issued|shared|"
    r"uploaded|served|poured|taken|provided|given\s+out|handed\s+out)\b|\blaugh(?:s|ed|ing)\b|\bappla|\b(?:silence|pause|hands)\b|"
    r"\bI\b(?![’'])|motion (?:carried|passed)|applause|laughter|question-and-answer|q&a)"
)
#: "A 2022 survey by the Water Project found …": what is in print is told by the report.
_STUDY = (
    r"(?:stud(?:y|ies)|surveys?|reports?|papers?|polls?|reviews?|audits?|census|analys[ei]s|evaluations?|"
    r"guidelines?|inquiry|assessments?)"
)
_IN_PRINT = (
    rf"^\W*(?:An?|One|Another|The)\s+(?:(?:\w+\s+)?(?:19|20)\d\d\s+(?:[\w’'-]+\s+){{0,4}}?{_STUDY}|(?:[\w’'-]+\s+){{0,6}}?{_STUDY}\s+"
    r"(?:[\w’'-]+\s+){0,3}?(?:published|released|issued|carried\s+out|from|by|of)\s+(?:[\w’'-]+\s+){0,8}?(?:19|20)\d\d)\b"
    r"[^.;:]{0,140}?\s(?:found|finds|showed|shows|put|puts|reported|concluded|counted|counts|listed|lists|estimated|estimates|recommended|"
    r"recommends|suggested|suggests|warned|revealed)\b|"
    rf"^\W*(?:As\s+per|According\s+to)\s+(?:an?|the|its|their)\s+(?:[\w’'-]+\s+){{0,3}}?{_STUDY}\s+(?:of|by|from)\s+(?:the\s+)?[A-Z]"
)
BACKGROUND = (
    rf"{_IN_PRINT}|"
    r"^\W*(?:His|Her|Their)\s+(?:[\w-]+\s+){0,3}?(?:excavations?|project|research|fieldwork|work|study|survey|book|doctorate|thesis|expedition|"
    r"team|grant|fellowship|series|exhibition|film)\b[^.;:]{0,120}?\s(?:was|were|is|are|has\s+been|will\s+be)\s+(?:partly\s+|also\s+)?"
    r"(?:funded|financed|supported|sponsored|completed|finished|published|carried\s+out|conducted|shortlisted|awarded)\b|"
    r"^(?:The (?:discussion|event|session|panel|meeting|debate|conference|seminar|workshop|lecture|talk|"
    r"hearing|webinar)\b|Also (?:present|attending)|"
    r"(?:The|A|An) (?:recording|video|transcript|report)\b|Photo|Indeed\b|"
    r"We\s+(?:(?:are|have|had|will)\s+)?(?:publish|thank|ask|met\b|spoke\b|left\b|visit|report|post|write|wrote)\w*)"
)
#: Headings below which a report tells of the house, and nobody speaks.
ABOUT = (
    r"about\s+(?:us|(?:the|our)\s+(?:authors?|speakers?|panell?ists?|event|forum|conference|institute|cent(?:re|er)|"
    r"foundation|series|network|project|organi[sz](?:ers?|ation)))|background|notes\s+(?:to|for)\s+editors"
)
OPPONENT = r"\bopponent$"
MODERATOR = r"\bmoderator$"
_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
OUTSIDE = (
    r"^\W*(?:His|Her|Their|Its)\s+(?:immediate\s+|late\s+)?(?:predecessor|successor|rival)\b|"
    r"\bhad\s+(?:\w+\s+)?(?:written|wrote)\b|\bof the (?:day|time)\b|\bat the time\b|\b(?:wrote|"
    r"writes)\b(?! in the chat)|\bthe late\b|\bthe then\b|"
    r"\bthen-(?=\w)|"
    r"\bin (?:his|her|their) (?:\w+\s)?(?:books?|diary|letters?|memoirs?|reports?|articles?|novels?|"
    r"essays?|tweets?|columns?|papers?|poems?|autobiography)\b|"
    r"\bwho\s+(?:has\s+since\s+)?died\b|"
    r"\b(?:speaking|writing)\s+(?:in|at|to|on|for)\s[^,;:]{2,60}\s(?:last|earlier\s+this)\s+(?:year|month|week|spring|summer|autumn|fall|winter)\b|"
    r"\bin the press\b|^In (?:1[5-9]|20)\d\d,?\s.{0,60}\shad\b|"
    r"^Earlier\s(?!in\s(?:his|her|their|the)\s(?:\w+\s){0,2}?(?:address|speech|"
    r"remarks|session|day|morning|afternoon|evening|meeting|"
    r"discussion|debate|programme|event)\b)|\bused to say\b|\bfond of saying\b|"
    rf"^In (?:{_MONTH}),?\s|"
    r"^Last\s(?:year|month|spring|summer|autumn|fall|winter)\b|^(?:A|\w+)\s(?:years?|months?|decades?)\sago\b"
)
OUTSIDE_AFTER = (
    rf"(?:(?!(?:that|how|why|whether|to|would|will|could|had|has|have|was|were|is|are)\b)[\w’'-]+\s+){{0,5}}?in\s+(?:{_MONTH})\b(?=[,.;]|\s+(?:but|and|that)\b)|"
    r"(?:(?<=liked )|(?<=loved ))to (?:say|repeat|remark|quip)\b|in the (?:1[5-9]|20)\d0s\b|"
    r"in it\b|in (?:1[5-9]|20)\d\d\b|last (?:year|month|autumn|spring|summer|winter)\b|years ago\b|"
    r"(?:a|the|two|three|ten|many) (?:day|week|year|month|decade)s? (?:ago|earlier|before|previously)\b|"
    r"the newspaper\b|in an? (?:statement|interview|letter|tweet|post) (?:last|in|to)\b"
)
#: "told reporters last month": who was told, before when.
#: Whoever was to speak and did not come stays in view: what they said elsewhere is told next, and is nobody's.
CANNOT_COME = r"(?!)"
HEARERS = (
    r"reporters|journalists|lawmakers|congress|parliament|members|colleagues|delegates|viewers|the\s+\w+"
)
#: "Modi had mentioned", "Coast once said", "Vestager has repeatedly said": not here, and not now.
BEFORE_THE_EVENT = (
    r"(?<!could )(?<!would )(?<!should )(?<!might )(?<!must )(?<!may )\b(?:had(?:\s+\w+ly)?|once|(?:has|"
    r"have)(?:\s+(?:repeatedly|often|long|previously|"
    r"already|always|also))?)\s+\w+(?:\s(?:of|about|out|for|to)|\s+(?:an?|the|his|her|it|this|that)(?:\s+(?:[\w’'-]+\s+)?[\w’'-]+)?)?$"
)
#: What a state or its offices do, by somebody's account, is told of elsewhere.
OF_THE_STATE = (
    r"(?:the|its)\s+(?:\w+\s+){0,2}?(?:government|ministry|cabinet|commission|department|agency|council|treasury|police|"
    r"authorities)\b"
)
#: Before the year in which something was said, so long ago that it is remarkable.
ALREADY = r"as\s+(?:early|long\s+ago|far\s+back)\s+as|all\s+the\s+way\s+back"
INDIRECT = (
    r"\b(?:asked|wondered|enquired|inquired)(?: \w+){0,4} (?:whether|how|why|what|who|when|where|which|if)\b"
)
ANNOUNCED = (
    r"(?:announce[sd]?|unveil(?:s|ed)?|propose[sd]?|promise[sd]?|pledge[sd]?|demand(?:s|ed)?)\b(?!\s+that\b)"
)
IN_A_DECADE = r"\bin\s+(?:the\s+)?(?:early\s+|late\s+|mid-)?(?:1[0-8]\d\d|19[0-3]\d)s?(?=[\s,.;]|$)"
REPLIES = r"repl(?:y|ie)|answer|respond|retort|agree|disagree|conced|den(?:y|ie)[sd]?\b|counter|rejoin|assent"
OWN_WORDS = "I|me|my|we|us|our|you|your"
#: What tells behind a name that its bearer lived long ago: "whose notebooks of the 1880s", "who died in 1911",
#: "(1850–1911)".
LIVED_THEN = (
    rf"\bwhose\s+[^.;:]{{3,60}}?\b(?:of|from|in)\s+(?:the\s+)?(?:early\s+|late\s+|mid-)?{_LONG_AGO}|"
    r"\bwho\s+(?:had\s+)?(?:died|wrote|lived|drowned|sailed|settled|emigrated|kept|drew|noted|recorded|published|founded|taught|preached|measured|"
    rf"surveyed|collected|mapped|photographed|was\s+(?:born|buried|drowned|hanged))\s+(?:[\w’'-]+\s+){{0,5}}?(?:in|of|around|about|until)\s+(?:the\s+)?{_LONG_AGO}|"
    rf"[’']s\s+(?:[\w-]+\s+)?{_LONG_AGO}|\(\s*(?:b\.\s*|born\s+|d\.\s*|died\s+|c\.\s*)?{_LONG_AGO}\s*[–—-]"
)
#: What was told in reply to a question, whoever gave it.
THE_ANSWER = (
    r"(?:the|an|his|her|their)\s+(?:\w+\s+)?(?:answer|reply|response)(?:,\s+[^,]{2,40},)?\s+"
    r"(?:was|is|came)\b(?!\s+(?:from|by|in)\b)"
)
PARTS_SPEAKERS_BEHIND_COMMA = "while|whereas|but|and|though|to which"
PARTS_SPEAKERS = "while|whereas|but"
#: The two who spoke right before.
BOTH = (
    r"both(?:\s+(?:speakers|panell?ists|guests|experts|discussants|lecturers|ministers|men|women|sides))?|"
    r"the\s+(?:two(?:\s+\w+)?|pair|duo)"
)
CENTURY = r"\b(?:\w+teenth|twentieth|\d\dth)[ -]century\b"
#: What somebody who speaks at the event does besides, right behind their name: no position of theirs.
ACTS = (
    r"(?:\s*,[^,;:.]{2,120},)?\s+(?:(?:also|then|later|next|first|finally|meanwhile|again|\w+ly)\s+){0,2}"
    r"(?:will\s+(?:write|send|meet|visit|report|join|serve|host|chair|lead|speak|return)|is|was|were|has\s+(?:been|had|written|published|served|worked|taught|led|won|lived|held|spent|chaired|edited)|"
    r"has\s+[a-z]+(?:ed|n|t|g)\s+(?:[\w’'-]+\s+){0,6}?(?:since|for\s+[\w-]+\s+years)\b|had|"
    r"came|went|arriv\w+|left|join\w+|sat|stood|walk\w+|moved|turned|rose|enter\w+|return\w+|open\w+|clos\w+|began|start\w+|"
    r"end\w+|finish\w+|chair\w+|moderat\w+|host\w*|facilitat\w+|le[ad]ds?|led|presid\w+|introduc\w+|welcom\w+|greet\w+|"
    r"thank\w+|applaud\w+|present\w*|show\w*|demonstrat\w+|screen\w+|play\w*|sang|read|recit\w+|sign\w+|hand\w*|gave|gives|"
    r"receiv\w+|won|took|takes|answer\w*|field\w+|laugh\w+|smil\w+|nodd\w+|sigh\w+|paus\w+|shook|looked|wore|brought|brings|"
    r"carri\w+|studi\w+|graduat\w+|work\w*|serv\w+|teach\w*|taught|liv\w+|holds?|held|heads?|headed|runs?|ran|direct\w+|"
    r"edit\w+|writ\w+|wrote|publish\w+|retir\w+|became|grew|spen[dt]s?|train\w+|earn\w+|gavel\w+|thought\s+about|sp[eo]aks?|"
    r"spoke|talk\w*|address\w*|deliver\w+|lectur\w+|attend\w+|visit\w+|tour\w+|inspect\w+|inaugurat\w+|unveil\w*|"
    r"launch\w*|cut|plant\w*|met|meets?|travel\w+|flew|appear\w+|follow\w+|sold|bought|built|founded|made|drew|draws|"
    r"listen\w*|wait\w+|reach\w+|put|set|sees?|saw|heard|hears|knows|knew|stay\w+|fell|pass\w+|pull\w+|push\w+|shrug\w*|grin\w*|wink\w*|groan\w*|second(?:s|ed)|picked\s+up|"
    r"wiped|offered\s+an?\s+(?:\w+\s+)?(?:response|reply|comment|commentary|toast|prayer|blessing|welcome)|pours?|poured|held|kept|ate|drank|sent|got|gets|lost|retold|us(?:es|ed)\s+(?:an?|the|his|her)\s+(?:slide|map|chart))\b"
    rf"|\s+{KEPT_BACK}|[’']s?\s"
)
