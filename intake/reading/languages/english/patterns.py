"""English: the patterns that phrases and clauses are recognised by."""

import re

from intake.reading.languages.english.verbs import OPEN_VERB, PRESENT_FINITE, SAY_FINITE, SAY_RUNNING
from intake.reading.languages.english.words.people import POSTS, ROLES, SPEECH_NOUNS
from intake.reading.languages.english.words.reporting import GROUPS
from intake.reading.quotes import COVER

_ROLES = "|".join(
    sorted(
        {*ROLES, *POSTS, "witness", "guest", "regulator"}
        - {"member", "faculty", "staff", "visiting", "emeritus"},
        key=len,
        reverse=True,
    )
)


ROLE = re.compile(
    rf"\b(?:[Tt]he|[Tt]heir|[Ii]ts|[Oo]ur|[Hh]is|[Hh]er)\s+(?:(?!the\b)[\w’'-]+\s+){{0,3}}?(?:(?:vice|deputy|"
    rf"co)-)?(?P<head>{_ROLES})\b(?![’'-]|\s+(?!{SAY_FINITE}\b)[a-z]+\s+(?:{_ROLES})(?=,\s|\s+(?:who|{SAY_FINITE})\b)|(?-i:\s+[A-Z][\w’'-]+){{0,2}}\s+(?:{_ROLES}|country|city|nation|state|town|ministry)\b)"
    rf"(?-i:\s+(?:of|from|for|at)\s+(?:the\s+)?[A-Z][\w’'&-]*(?:\s+(?:of\s+|and\s+)?[A-Z][\w’'&-]*){{0,5}})?|\b[Tt]he\s+\d+-year-old\b"
    r"|^(?:Chair|Counsel|Moderator|Chairman|Chairwoman|Host)\b(?=\s+[a-z])|\b[Oo]ur\s+(?:host|moderator|"
    r"guest)\b",
    re.I,
)


_GROUPS = "|".join(GROUPS)


GROUP_WORD = re.compile(rf"\b(?:{_GROUPS})(?![\w’'-])", re.I)
#: "The two agreed": whoever they are.
THE_TWO = re.compile(
    rf"\b[Tt]he\s+(?:two|three|four|pair|trio|duo)(?=\s+(?:\w+ly\s+|also\s+|then\s+|both\s+|all\s+)?{SAY_FINITE}\b)"
)
#: Before a group for which one person speaks: 'Speaking for rural doctors, Ann Moss welcomed …'
SPOKEN_FOR = re.compile(
    r"\b(?:speaking|talking|replying|responding|answering)\s+(?:for|on\s+behalf\s+of)\s+(?:[\w’'-]+\s+){0,3}$",
    re.I,
)
GROUP = re.compile(
    rf"\b(?:(?-i:[A-Z])[\w-]+s[’']\s+)?(?!the\s+most\b|\w+ing\s+(?:{_GROUPS}),)"
    rf"(?:(?:the|other|some|many|several|all|both|most|few|a few|a number of|two|three|four|five|one|"
    rf"another|an?|various|"
    rf"these|those|young|local)\s+(?:of\s+the\s+)?){{0,4}}(?:(?!(?:if|when|as|that|and|but|for|while|to|by|"
    rf"with|of|from|than|whether|since|because|although|though|before|after|until|unless|once|where|how|why|are|were|is|was|told|asked|in|"
    rf"on)\s)[a-z-]+\s+){{0,1}}?(?:{_GROUPS})(?:\s+(?:of|in|from)\s+the\s+(?:audience|public|panel|board|"
    rf"committee|"
    rf"council|hall|room|floor|meeting|discussion|conference|event|[a-z]+))?(?![\w’'-])(?!\s+(?:discussion|debate|session|chair(?:man|woman|person)?|secretary|clerk|convenor|convener)\b)",
    re.I,
)


_STYLE = (
    r"(?:[Hh]is|[Hh]er)\s+(?:Excellency|Honou?r|Worship|Lordship|Ladyship|Majesty|(?:Royal\s+)?Highness|"
    r"Grace|Eminence|Holiness)"
)
PRONOUN = re.compile(rf"\b(?:[Hh]e|[Ss]he|They|they)\b(?![’'-])|\b{_STYLE}(?=\s+[a-z])")


#: "A panel discussion was held, moderated by Rossi": nobody.
_AN_EVENT = (
    r"(?!\W*(?:An?|Another)\s+(?:[\w’'-]+\s+){0,4}?(?:discussion|debate|session|panel|lecture|talk|seminar|workshop|reception|"
    r"event|meeting|programme|ceremony)\s+(?:was|then|followed|moderated|chaired|led|with|on|about)\b)"
)
_IN_PRINT = (
    r"(?:editorial|column|headline|leaflet|poster|website|blog|tweet|newspaper|magazine|banner|placard|sign)"
)
QUANTIFIED = re.compile(
    rf"^{_AN_EVENT}\W*(?:But\s+|And\s+)?(?:An?|Another)\s+(?!{_IN_PRINT}\s)(?:[a-z-]+\s+){{0,2}}?(?!study|report|survey|paper|letter|"
    r"statement|article|book|poll|law|bill|treaty|review|document|sign)[a-z-]+\b|"
    r"^\W*(?:But\s+|And\s+)?(?:Several|Some|Many|Two|Three|Four|Five|Most|A few|A number of|Various|"
    r"Other|A couple of)\s+(?:of the\s+)?(?:[a-z-]+\s+){0,2}?[a-z-]+s\b"
)


#: Of these one is no person: "a panel on newsrooms, led by Rossi".
_ONE_OF = "|".join(
    group
    for group in GROUPS
    if group not in ("audience", "panel", "committee", "board", "council", "commission", "meeting")
)
ONE_OF_SOME = re.compile(r"\b(?:an?|one|another|some(?:one|body))\b", re.I)
INDEFINITE = re.compile(
    r"\b(?:(?<![Ww]hen )some(?:one|body)(?:\s+else)?"
    r"(?=[^,.;:]{0,60}\b(?:ask|want|wonder|shout|call|object|suggest|interject)\w*\b)|"
    rf"(?:[Aa]n?|[Oo]ne|[Aa]nother|[Aa]\s+(?:third|second))\s+(?:[\w’'-]+\s+){{0,3}}?(?:{_ROLES}|"
    rf"{_ONE_OF}|resident|member|person|woman|man|voice))\b(?!\s+(?:discussion|session|debate|event|talk|meeting|study|report)\b)"
    rf"(?:\s+(?:of|in|from)\s+(?:the\s+)?[\w’'-]+(?:\s+(?-i:[A-Z])[\w’'-]+){{0,4}})?",
    re.I,
)


TOLD = set(
    ["told", "tells", "tell", "informed", "reminded", "assured", "urged", "advised", "warned"]
)  # these want a hearer, not a subject
_NO_DESCRIPTION = (
    r"and|but|or|so|yet|then|when|while|if|as|that|which|who|whom|whose|what|why|how|where|whether|because|since|"
    r"until|although|though|before|after|once|unless|than|for|to|of|in|on|at|by|with|from|about|into|over|under|"
    r"is|are|was|were|be|been|has|have|had|do|does|did|will|would|can|could|may|might|must|should|not|also|"
    r"he|she|they|it|we|you|i|neither|nor|like|unlike|both|even|only|just|including|\w+ing|\w+ly|(?!retired|noted|renowned|acclaimed|seasoned|experienced|distinguished)\w+ed"
)
LESSER = {"deputy", "vice", "assistant", "former", "associate", "acting", "joint", "additional", "honorary"}
#: Who held an office, or will: "the Chairman" is never the Past Chairman.
OUT_OF_OFFICE = {"past", "incoming", "elect", "designate"}


#: 'When Rossi asked whether it rained, Huber said …', 'Asked by Rossi how it rained, Huber said …'
WHEN = re.compile(r"\W*(?:(?:But|And|Yet)\s+)?(?:when|after|once)\s+", re.I)
ASKS = re.compile(
    r"\s+(?:\w+ly\s+|then\s+|also\s+)?(?:asked|asks|wondered|wonders|inquired|enquired|wanted\s+to\s+know|objected|suggested)\b"
)
ASKED_BY = re.compile(r"\W*(?:when\s+)?asked\s+by\s+(?:the\s+)?", re.I)
WHAT_IS_ASKED = re.compile(
    r"(?:\s+[\w’'-]+){0,5}?,?\s+(?:whether|if|how|why(?!\s+(?:not|so)\b)|what|who|when|where|which|about|to)\b"
)


#: 'There followed an exchange, in which Rossi claimed …'
IN_WHICH = re.compile(r"\b(?:in|during|at|after|to)\s+which\s+$")

SUBORDINATE = re.compile(
    r"\b(?:that|who|which|whom|whose|when|if|because|since|until|unless|where|whether|how|why|what|than|"
    r"like|after|before|once)\b",
    re.I,
)


#: What stands before a sentence that is none of its words: '[02:10]', '(12:40)', '22/114', '3.'.
NUMBERS = re.compile(r"[\W\d]*+")
OPENING = re.compile(
    r"(?:(?:and|but|so|yet|then|later|meanwhile|finally|next|first|second|third|lastly|however|also|"
    r"still|here|again|together|while|although|though|"
    r"whereas|for|nevertheless|nonetheless|similarly|likewise|in turn|in response|in conclusion|as|"
    r"instead|earlier|afterwards|afterward|"
    r"elsewhere|both|today|yesterday|perhaps|even|only|now|indeed|moreover|furthermore|thus|"
    r"therefore|to which)\s+){0,3}",
    re.I,
)


PREAMBLE = re.compile(
    r"(?:in|on|at|during|following|responding|asked|speaking|to|with|turning|opening|closing|concluding|"
    r"reflecting|citing|"
    r"noting|addressing|drawing|building|by|from|throughout|among|for|as|under|over|looking|commenting|"
    r"taking|using|given|based|referring|returning|"
    r"introducing|presenting|picking|summing|summarising|summarizing|pointing|quoting|arguing|agreeing|"
    r"echoing|despite|like|unlike|contrary)\b[^,;:]{0,160}",
    re.I,
)


ACCORDING = re.compile(
    r"\b(?:according\s+to|(?-i:^It)\s+(?:is|was)\s+the\s+(?:\w+\s+)?(?:contention|view|belief|opinion|conviction|argument|suggestion|claim)\s+"
    r"of|in\s+the\s+(?:words|view|opinion|estimation|judgment|judgement|"
    r"assessment)\s+of|from\s+the\s+(?:perspective|point\s+of\s+view|standpoint|vantage\s+point)\s+of|as\s+(?:argued|noted|explained|"
    r"pointed\s+out|stated|described|suggested|observed|stressed|highlighted|emphasi[sz]ed|"
    r"reported)\s+by|for|(?-i:^Per))\s+(?=(?P<rest>.{1,200}))",
    re.I | re.S,
)


#: "Her main result was that …": what was found out, where it is told.
_FOUND = (
    r"(?:(?:main|chief|central|principal|first|second|key|headline|own|overall|most\s+\w+|\w+est)\s+)?(?:results?|findings?|discover(?:y|ies)|"
    r"upshot|lessons?|headline|surprise|news|estimates?|calculations?|sums?)\s+(?:is|was|are|were|had\s+been)\s+that\b"
)
POSSESSIVE = re.compile(
    rf"[’']s?\s+(?:own\s+|first\s+|second\s+|main\s+|other\s+|overall\s+|final\s+|"
    rf"central\s+){{0,2}}{SPEECH_NOUNS}(?:\s+(?:to|on|for)\s+[\w\s]{{1,40}}?)?"
    rf"(?:\s+(?:is|was|were|are|remains|being|here was|that)\b|\s*:)|[’']s?\s+{_FOUND}"
)
#: "The speaker’s reply was that they had paid"
ROLE_POSSESSIVE = re.compile(
    rf"\b(?P<who>[Tt]he\s+(?:[a-z-]+\s+){{0,2}}?(?:{_ROLES}))(?=[’']s\s)[’']s\s+(?:[\w-]+\s+){{0,2}}?{SPEECH_NOUNS}"
    r"(?:\s+(?:is|was|were|came)\b|\s*:)",
    re.I,
)


#: "Rossi’s bottom line: pay", "Rossi’s answer came at once: a doctor"
TOLD_BEHIND_COLON = re.compile(r"[’']s?(?:\s+(?!who\b|which\b|that\b)[a-z][\w’'-]*){1,8}:\s")
#: "Rossi’s talk made clear that courts are slow": what was given tells what was said.
TALK_TOLD = re.compile(
    r"[’']s?\s+(?:\w+\s+){0,2}?(?:talk|presentation|lecture|paper|address|speech|remarks|contribution|intervention|research|keynote|slides?|figures|"
    r"data|graphs?|charts?|maps?|findings|survey|experience|analysis|numbers|study|calculations?|sums|arithmetic|tables?|measurements?)\s+"
    r"(?:\w+ly\s+|also\s+)?[a-z]+(?:\s+[a-z]+){0,2}\s+(?:that|how|why)\b"
)


PRONOUN_POSSESSIVE = re.compile(
    rf"(?:^|[,;—–]\s*|\b(?:and|but)\s+)(?:One\s+of\s+)?(?P<who>[Hh]is|[Hh]er)\s+(?:own\s+|first\s+|"
    rf"second\s+|third\s+|main\s+|other\s+|overall\s+|final\s+|central\s+|basic\s+|key\s+|"
    rf"short\s+){{0,2}}"
    rf"{SPEECH_NOUNS}s?\s*(?:(?:to\s+[\w\s]{{1,40}}\s+)?(?:is|was|were|are|remained)\b(?!\s+(?!no\b|yes\b|never\b)[\w-]+\W*$)|(?:\s*(?:to|for|"
    rf"on)\s+[\w\s]{{1,40}})?:)"
    rf"|\b(?:[Ii]n|[Oo]n|[Bb]y|[Tt]o|[Aa]s per)\s+(?P<who2>his|her)\s+(?:own\s+)?(?:view|opinion|words|estimation|"
    rf"assessment|judge?ment|experience|reading|telling|account|estimate|reckoning|calculations?|submission|impression|"
    rf"understanding|book|eyes|mind|count|lights|interpretation|analysis|recollection|phrase)\b,?"
    rf"|^(?P<who4>His|Her)\s+{_FOUND}"
    r"|^(?P<who3>His|Her)\s+(?:own\s+|first\s+|latest\s+)?(?:results|findings|data|figures|numbers|study|survey|research|analysis|"
    r"calculations|measurements|experience|model|estimates)\s+(?:\w+ly\s+|also\s+)?"
    r"(?:suggest|show|indicat|impl|reveal|prov|confirm|mean)\w*\s+(?:that|how|why)\b"
)


_RAISED = (
    "raised|offered|made|expressed|voiced|gave|put forward|drew|emphasi[sz]ed|advanced|outlined|proposed"
)
#: Looked for first: few sentences have one.
NOMINAL_VERB = re.compile(rf"\b(?:{_RAISED})\b", re.I)
NOMINAL = re.compile(
    rf"\b(?:{SPEECH_NOUNS}s?|concerns?|points?|issues?|criticisms?|doubts?|reservations?|remarks?|"
    rf"examples?)\b(?:\s+[\w’'-]+){{0,6}}?\s+"
    rf"(?:that\s+|which\s+)?(?P<who>[^,;:]{{2,60}}?)\s+(?:has\s+|had\s+|also\s+){{0,2}}(?:{_RAISED})\b",
    re.I,
)


PASSIVE = re.compile(
    rf"\b(?:{SAY_FINITE}|raised|made|offered|expressed|voiced|emphasi[sz]ed|described|highlighted|"
    rf"criticised|criticized|outlined|put forward|given|"
    r"shared|echoed|rejected|welcomed|advanced|delivered)\s+by\s+(?=(?P<rest>.{1,120}))",
    re.I | re.S,
)


#: "The plan was dismissed by Rossi as a joke": whatever was judged, the judgement is theirs.
JUDGED_BY = re.compile(
    r"\b(?:is|was|were|been|being)\s+(?:\w+ly\s+|also\s+)?(?:described|dismissed|characteri[sz]ed|portrayed|denounced|hailed|condemned|"
    r"critici[sz]ed|branded|ridiculed|praised|rejected|likened|compared|decried|derided|lauded|labelled|labeled|dubbed|termed|"
    r"called|attacked|lambasted|slammed|contested|disputed|questioned|challenged|defended|echoed|seconded|welcomed)\s+by\s+"
    rf"(?=(?P<who>him|her)\b(?=\s+(?:as\b|to\b|for\b|on\b|an?\b|the\b|{COVER}))|(?P<rest>[^,;:]{{1,160}}?\s(?:as|to|for|on|an?|the)\s|[^,;:]{{1,160}}?{COVER}))"
)


#: "Participants were welcomed by Rossi": of whom it tells, though of no word of theirs.
WELCOMED_BY = re.compile(
    r"\b(?:was|were)\s+(?:welcomed|greeted|opened|introduced|chaired|moderated|closed)\s+by\s+(?=(?P<rest>.{1,120}))",
    re.S,
)


PASSIVE_SUBJECT = re.compile(
    rf"^\W*(?:(?!\w+ing\b)[\w’'-]+\s+){{0,4}}(?:{SPEECH_NOUNS}s?|concerns?|points?|criticisms?|doubts?|"
    rf"reservations?|views?)\b|\bit\s+(?:was|is)\s+(?:also\s+|further\s+)?$",
    re.I,
)


COORDINATED = re.compile(
    r"(?:,|\band\b|\bbut\b|\bthen\b|\bbefore\b)[\s,]*(?:also\s+|then\s+|further\s+|later\s+|in\s+turn\s+|"
    r"finally\s+|again\s+|\w+ly\s+){0,2}$"
)


QUOTED_TOPIC = re.compile(
    rf"[^.;:]{{3,90}}?,\s+which\s+(?:\w+ly\s+)?(?:showed|shows|found|finds|suggested|suggests|revealed|reveals|concluded|puts?|"
    rf"estimate[sd]?|forecasts?|foresees|foresaw|project(?:s|ed)|predict(?:s|ed)|expects|assume[sd]?|implie[sd])\s|(?:[\w-]+\s+){{1,6}}?(?:suggesting|showing|indicating|revealing)\s|(?:spoke|speaks|talked|talks)\s+(?:of|about)\s+(?:[\w’'-]+\s+){{0,5}}{COVER}"
)


INTRODUCES = re.compile(
    rf",?(?:\s+[\w’'-]+,?){{1,16}}:\s*(?:{COVER}|that\b)"
    r"|,?(?:\s+[\w’'-]+,?){1,14}\s(?:\w+\s)?(?:points?|reasons?|lessons?|questions?|conditions?|things|tests?|demands?|"
    r"conclusions?|arguments?|suggestions?|priorities|warnings?|proposals?|challenges?|shifts|steps|ideas?|answers?|"
    r"numbers?|figures?|objections?|theory|explanation|rules?|worry|worries|fears?|reply|message|plea)"
    r"(?:,[^:]{2,60},?|\s[^:,]{2,30})?:\s"
)


NAMED_BEFORE_COLON = re.compile(
    r"\s*(?:\([^()]*\))?:\s*\S|\s*\([^()]{2,80}\)\s+[–—]\s+\S|,\s(?=[A-Z])[^,;:.]{2,60}(?:,\s(?=[A-Z])[^,;:.]{2,60})?:\s*\S"
)


#: What somebody reads out is another's: "read a line that the founder had entered in his diary".
_READS = (
    r"(?:reads?(?:\s+out|\s+aloud)?|recit(?:es?|ed)|quot(?:es?|ed))\s+(?:from\s+)?(?:an?|the|his|her|its|some|two|another)\s+(?:[\w’'-]+\s+){0,2}?"
    r"(?:lines?|letters?|poems?|verses?|passages?|diary|diaries|entry|entries|stanzas?|prayer|psalm|inscription|"
    r"(?:message|statement|greetings?|telegram|note|e-?mail|postcard)(?=\s+(?:from|by)\b))\b(?!\s+(?:in\s+which|saying)\b)"
)
READS_OUT = re.compile(rf"(?:,[^.;:]{{2,120}},)?\s+(?:\w+ly\s+|also\s+|then\s+|went\s+on\s+to\s+)?{_READS}")
#: "She had one objection.": no words yet, and what follows is theirs.
ANNOUNCES = re.compile(
    r"(?:had|has|raised|offered|made|gave|gives|brought|(?:put|puts)\s+forward)\s+(?:(?:just|only|but)\s+)?(?:one|two|three|four|five|several|another|some|"
    r"a\s+(?:single|couple\s+of|few|second|third|final|last|further))\s+(?:[\w-]+\s+){0,2}?(?:objections?|reasons?|points?|warnings?|"
    r"questions?|conditions?|requests?|messages?|suggestions?|complaints?|remarks?|observations?|examples?|explanations?|worries|worry|"
    r"fears?|concerns?|caveats?|reservations?|quibbles?|arguments?|lessons?|proposals?|wish(?:es)?|doubts?|criticisms?)[\s.!]*$"
)
#: Courtesies and chores: "welcomed participants", "thought about it", "called the meeting to order".
NO_SAYING = re.compile(
    r"(?:defend|praise|thank|support|back)(?:s|ed|d)?\s+(?:his|her|their)\s+(?:own\s+)?(?:colleagues?|team|staff|officers|people|"
    r"members|department|predecessor)\s*(?:\.|$)|"
    r"(?:welcom|thank|greet|applaud|introduc|present)(?:s|es|ed)?\s+(?:all\s+|both\s+)?(?:the\s+|our\s+)?(?:\w+\s+)?(?:participants|guests|organi[sz]ers|sponsors|staff|team|volunteers|partners|"
    r"delegates|everyone|everybody|attendees|audience|members|those\s+present|visitors|speakers?|panel|panell?ists|hosts?)\b|th(?:ink|inks|ought)\s+(?:about|of)\b|provided\s+that\b|sa(?:id|ys)\s+(?:grace|the\s+grace|a\s+prayer|goodbye)\b|(?:propos|mov)\w+\s+(?:the|a)\s+(?:vote\s+of\s+thanks|toast)\b|(?:ask|call|appeal)\w*\s+for\s+(?:order|silence|quiet)\b|call\w*\s+the\s+(?:meeting|session|house|vote|roll|police|hearing|next)\b|"
    r"(?:ask|wish|want|prefer)\w*\s+(?:(?:us|me|that)\s+)?(?:(?:his|her|their)\s+(?:\w+\s+){0,2}?name\s+(?:not\s+)?be\b|(?:not\s+)?to\s+"
    r"(?:(?:remain|stay|be)\s+(?:anonymous|nameless|unnamed|(?:named|identified|quoted|photographed|known|called)\b)|"
    r"(?:print|publish|use|give|mention|withhold|leave\s+out)\s+(?:his|her|their)\b))|"
    r"t(?:old|ells)\s+(?:that|this)\s+(?:\w+\s+)?(?:story|tale|anecdote)\b|"
    r"puts?\s+(?:[\w’'-]+\s+){1,6}?(?:up\s+)?on\s+(?:the|a)\s+(?:wall|screen|board|blackboard|whiteboard|flip\s?chart|projector|overhead)\b|compared\s+(?:with|to)\b|"
    rf"w(?:ent|ill\s+go)\s+on\s+to\s+(?:play|sing|show|introduce|thank|{_READS})|{_READS}",
    re.I,
)


BESIDE_QUOTE = re.compile(rf"(?:\s+[\w’'-]+){{0,8}}\s*[,:.]?\s*(?:{COVER}|$)")


JOINED = re.compile(r"\w,?\s+(?:and|but|while|whereas|because|so)\s+$")
JOIN_CLAUSE = re.compile(
    r"(?:[,;—–]\s*(?:while|but|and|whereas|with)?\s*|\s(?:while|but|and|whereas)\s+)(?:[\w’'-]+\s+){0,3}$"
)


# What stands before and behind a subject in frames that leave no doubt that its verb reports.
FRAMES = (
    (re.compile(rf"{COVER},?\s+(?:is|was)\s+how\s+$"), re.compile(r"\s+(?:\w+ly\s+)?[a-z]+")),
    (
        re.compile(r"\b[Ii]t\s+(?:fell|was\s+left)\s+to\s+$"),
        re.compile(
            r",?\s+to\s+(?:\w+ly\s+)?(?:say|ask|remind|point|tell|put|explain|warn|note|state|make|raise|bring|spell|sum|defend|voice)\b"
        ),
    ),
    (re.compile(rf"{COVER},?\s+$"), re.compile(rf",?\s+(?:\w+ly\s+|also\s+|then\s+)?{OPEN_VERB}")),
    (re.compile(r"\w,\s+$"), re.compile(rf"\s+(?:\w+ly\s+|also\s+|then\s+)?{OPEN_VERB}(?=,)")),
    (
        re.compile(r"\w,\s+$"),
        re.compile(
            r"\s+(?:let\s+(?:on|slip)|went\s+on|put\s+it|has\s+it|holds?|held|felt|thought|swore|wrote|found|knew|knows|saw|sees)(?=,)"
        ),
    ),
    (re.compile(rf"{COVER},?\s+{OPEN_VERB}\s+$"), re.compile(r"")),
    (re.compile(rf"\w,\s+{OPEN_VERB}\s+$"), re.compile(r"(?=,)")),
    (re.compile(r"[,—–-]\s+or\s+so\s+$"), re.compile(rf"\s+{OPEN_VERB}")),
)
#: "Neither Huber nor Rossi said …": nobody did.
NEITHER = re.compile(r"\b[Nn]either\b[^.;]*\b[Nn]or\s+$|\b[Nn]either\s+$")


# Words that say who somebody is, between the beginning of a clause and the name: "climate scientist Anna Lund".
DESCRIPTION = re.compile(
    rf"(?:^(?:(?:But|And|Yet|So)\s+)?|[,;:—–{COVER}]\s+)(?P<what>(?:(?:the|an?|our|his|her|fellow)\s+)?(?:(?!(?i:{_NO_DESCRIPTION}|{SAY_FINITE})\b)"
    rf"[A-Za-z][\w’'/-]+\s+){{1,5}}(?:\([^()]*\)\s+)?)$"
)


RELATIVE = re.compile(
    rf",?\s+who\s+(?:also\s+|then\s+|\w+ly\s+)?(?P<verb>{SAY_FINITE}|{PRESENT_FINITE}|{OPEN_VERB}(?=\s+that\b))\b"
    rf"|,\s+(?P<running>{SAY_RUNNING})\s+(?:that|how|why)\b"
)


#: "Danes introduced | Rossi", "then it was the turn of | Rossi": whoever was let speak is "she" in the next sentence.
LET_SPEAK = re.compile(
    r"\b(?:introduc(?:ed|es)|welcom(?:ed|es)|present(?:ed|s)|called\s+(?:up)?on|called\s+to\s+the\s+\w+|gave\s+the\s+(?:floor|word|microphone|last\s+word)"
    r"\s+to|(?:handed|passed|turned)\s+(?:(?:over|the\s+\w+)\s+)?to|made\s+way\s+for|yielded\s+(?:the\s+floor\s+)?to|(?:was|were)\s+followed\s+by|"
    r"the\s+turn\s+of|brought\s+in)\s+(?:the\s+|our\s+|its\s+)?(?:(?:guest|next|first|last|second|keynote|main)\s+){0,2}(?:speaker,?\s+)?$"
)
SPEAKS = re.compile(rf"(?::|(?:,\s+an?\s[^,.;:]{{2,80}},)?\s+(?:\w+ly\s+|also\s+|then\s+)?{SAY_FINITE}\b)")


# What stands before and behind those in whose eyes, or words, something is so.
IN_EYES_OF = (
    re.compile(r"^\W*(?:(?:But|And|Yet|So)\s+)?(?:To|For)\s+$"),
    re.compile(r",?\s+(?:the|this|it|that|there|an?|what|such|these|those|its|their|his|her|no)\s"),
)
_MOVES = (
    r"(?:troubl|worri|worry|struck|strik|bother|concern|annoy|puzzl|interest|surpris|excit|fascinat|amus|irk|vex|frustrat|"
    r"alarm|pleas|convinc|disturb|encourag|reassur)\w*"
)
_CALLED = (
    r"(?:called|calls|dubbed|termed|branded|likened\s+to|described\s+as|describes\s+as|put\s+at|puts\s+at)"
)
#: Frames in which somebody is no subject, and what is told is theirs: whom it troubles, from whom it was heard.
OF_WHOM = (
    (
        re.compile(rf"{COVER},?\s+(?:is|was)\s+(?:the|a|how|what|one)\b[^.;,]{{0,50}}$"),
        re.compile(
            r"(?:\s*,[^.;]{2,120},|,)?\s+(?:began|opened|closed|ended|started|finished|asked|posed|chose|used|put\s+it)\b"
        ),
    ),
    (
        re.compile(
            r"\b[Oo]f\s+(?:\w+\s+){0,2}?(?:concern|interest|importance|worry|weight)\s+(?:to|for)\s+$"
        ),
        re.compile(r"\s+(?:is|was|were|are)\b"),
    ),
    (
        re.compile(rf"(?:^|[,;]\s)(?:[Ww]hat|[Ii]t)\s+(?:\w+\s+){{0,2}}?{_MOVES}\s+$"),
        re.compile(r"\s+(?:\w+\s+){0,2}?(?:is|was|that)\b"),
    ),
    (
        re.compile(r"\b[Ww]hat\s+$"),
        re.compile(
            r"\s+(?:wants?|wanted|fears?|feared|sees?|saw|misses|missed|hopes?|hoped|asks?|asked|has|had)\b[^.;:]{0,60}?\s(?:is|was)\b"
        ),
    ),
    (
        re.compile(r"^\W*(?:The\s+(?:best|most|least)|All|What)(?:\s+that)?\s+$"),
        re.compile(
            r"\s+(?:could|would|can|will)\s+(?:offer|say|promise|manage|concede|hope\s+for|add)\s+(?:was|is)\b"
        ),
    ),
    (
        re.compile(r"\b(?:heard|hear|learned|learnt)\s+from\s+(?:the\s+)?$"),
        re.compile(r"(?:,[^,;:.]{2,90},)?\s+(?:that|how|why)\b"),
    ),
    (
        # set behind what was heard: "The wells were dry, the meeting heard from Rossi."
        re.compile(r"\w,\s+(?:the\s+\w+|they|we|it)\s+(?:heard|hear|learned|learnt)\s+from\s+(?:the\s+)?$"),
        re.compile(r"[,.]|$"),
    ),
    (
        re.compile(
            rf"\b[Tt]here\s+(?:was|came)\s+(?:an?|the)\s+(?:\w+\s+){{0,2}}?{SPEECH_NOUNS}\s+from\s+(?:the\s+)?$"
        ),
        re.compile(r"(?:,[^,;:.]{2,60},)?,?\s+that\b"),
    ),
    (re.compile(rf"\b{SPEECH_NOUNS}\s+(?:came\s+)?from\s+$"), re.compile(r"\s*:|\s+(?:is|was)\b")),
    (
        re.compile(rf"[,{COVER}]\s+(?:came|was)\s+(?:the|an?)\s+(?:\w+\s+)?{SPEECH_NOUNS}\s+(?:from|of)\s+$"),
        re.compile(r"[,.;]|$"),
    ),
)
#: "There was applause for Rossi when she called for drains": what it was that they applauded.
APPLAUDED = (
    re.compile(r"\b(?:applause|cheers|laughter|jeers|groans|silence)\s+for\s+$"),
    re.compile(
        rf",?\s+(?:when|as)\s+s?he\s+(?:\w+ly\s+|then\s+|also\s+)?(?:{SAY_FINITE}|{PRESENT_FINITE})\b"
    ),
)
CALLED_SO = (
    re.compile(r"\b(?:that|which|what)\s+$"),
    re.compile(rf"\s+(?:\w+ly\s+)?{_CALLED}\s+(?:the\s+|an?\s+)?{COVER}"),
)
AS_PUT = (
    re.compile(r"\b[Aa]s\s+$"),
    re.compile(
        r"(?:,\s+who\s[^,;:]{2,90})?,?(?:\s+\w+ly)?\s+(?:puts?|sees?|saw|tells?|told|has|had|frame[sd]|phrase[sd])\s+it\b"
    ),
)


# The noun that a name between commas explains: "Her Croatian counterpart, Oleg Butkovac, …".
_OWNER = r"(?:[A-Z][\w-]+\s){0,2}[A-Z][\w-]+[’']s?"
#: "the Minister thanked the chairman, Carl Moss": there the Minister is another.
_NO_VERB = r"(?![^,.;:]{2,80}?\b(?:[a-z]+ed|told|met)\s+(?:the|an?|its|his|her|their|our)\s)"
#: "WINDHOEK, 8 May 2024 – The Minister …"
_DATELINE = r"[A-Z][^.;:–—]{2,60}\s[–—-]+\s+"
APPOSED = re.compile(
    rf"(?:(?:^(?:(?:But|And|Yet)\s(?=an?\s|the\s)|{_DATELINE})?|[.;:]\s)(?P<what>{_NO_VERB}"
    rf"(?:[Aa]n?|[Tt]he|Her|His|Its|Their|Our|One of|{_OWNER})\s[^,.;:]{{2,80}})|"
    rf",\s(?P<whose>whose\s[^,.;:]{{2,60}})|"
    rf"{COVER}\s+(?P<behind>(?:the|her|his|its|their|our|an?|{_OWNER})\s[^,.;:{COVER}]{{2,80}})|"
    rf"^[A-Z]\w+ing\s[^,.;:]{{2,80}},\s(?P<doing>{_NO_VERB}(?:the|her|his|its|their|our)\s[^,.;:]{{2,80}})),\s$"
)


WANTS = re.compile(
    r"\s+(?:also\s+)?(?:wants\b|(?:both|all)\s+want\b|(?:wished|wishes|wanted|asked)\s+to\s+(?:see|hear|be\s+(?:told|"
    r"shown|given|assured)|understand|learn)\b)"
)


_IN_WHOSE_EYES = (
    r"(?:view|opinion|words|estimation|assessment|judge?ment|experience|reading|telling|account|estimate|reckoning|"
    r"calculations?|submission|impression|understanding|book|eyes|mind|count|lights|interpretation|analysis|"
    r"recollection|phrase|case)"
)
IN_VIEW_OF = re.compile(
    rf"\b(?:[Ii]n|[Oo]n|[Bb]y|[Tt]o|[Aa]s per)\s+(?=(?P<rest>[^,]{{2,60}}[’']s?\s+(?:own\s+)?{_IN_WHOSE_EYES}\b))"
)
# "It was Mr Hale's submission that", "“…,” was Rukhsana's reply": whose it was, with what was said beside it.
WAS_THEIRS = re.compile(
    r"(?:\b(?:[Ii]t|that|such|[Tt]his)\s+(?:was|is)|[,\x1a”\"]\s*(?:was|is|came|ran))\s+(?:also\s+)?(?:[A-Z]\w{0,9}\.?\s+)?$"
)
THEIR_NOUN = re.compile(rf"[’']s?\s+(?:[\w-]+\s+){{0,2}}?{SPEECH_NOUNS}s?\b")
PRONOUN_NOUN = re.compile(
    rf"(?:\b(?:[Ii]t|that|such|[Tt]his)\s+(?:was|is)|[,\x1a”\"]\s*(?:was|is|came|ran))\s+(?:also\s+)?(?P<who>his|her)\s+"
    rf"(?:[\w-]+\s+){{0,2}}?{SPEECH_NOUNS}s?\b"
)


IS_A_REPLY = re.compile(r"\b(?:reply|answer|response|retort|riposte|rejoinder|comeback)\b")

# --- between a subject and its verb ---

DONE_TO_THE_SUBJECT = re.compile(
    r"\b(?:was|were|is|are|be|been|being|get|got)\s+(?:\w+ly\s+|(?:also|then|next|now|first|later|again|duly)\s+){0,2}$"
)
ASIDE = re.compile(r"\s*\([^()]*\),?")
SET_APART = re.compile(r"(?:\s['’‘]\d\d)?(?:\s*\([^()]*\))?\s*[,—–]\s?[^;:]{1,260}[,—–]")
HANGS_ON = re.compile(r"\s+(?:of|from|at|with|for|in|on)\s+[^,;:]{1,80}(?:,[^;:]{1,160},)?")
HANGS_ON_MORE = re.compile(r"\b(?:and|who|that|is|was)\b.*\w+ed\b")
APPOSITION = re.compile(r",\s+(?:who|the|an?|one of|a)\s")
SUBORDINATE_WITHIN = re.compile(r"[;:]|\bthat\b")
FIRST_PREDICATE = re.compile(
    r"(?:,\s+[^,;:]{2,80},)?\s+(?:(?:also|then|later|first|finally|in turn|\w+ly)\s+)?[a-z]+"
)
OF_SOMETHING = re.compile(r"\b(?:on|of|in|to|by|with|from|for|at|told)\s+$")
NEW_SUBJECT = re.compile(r"\b(?:and|but|while)\s+$|\w,\s+$")
IS_DONE_TO = re.compile(r"\s+(?:\w+\s+)?(?:was|were|is|are)\s+\w+(?:ed|en)\b")


#: "Among those who could not come was Rossi, who told the paper …"
WHO_IS_AWAY = re.compile(
    r"\W*(?:Among\s+(?:those|the)\s[^,.;:]{0,40}?\b(?:not|unable|absent|absentees|missing)\b|(?:Also\s+|Notably\s+)?(?:[Aa]bsent|[Mm]issing|"
    r"[Uu]nable\s+to\s+(?:attend|come|be\s+there))\s|(?:Apologies|Regrets)\s+(?:for\s+absence\s+)?(?:were|had\s+been|came|for)\b)"
)
#: An answer of which nothing is told: "Rossi responded briefly."
ANSWERED = re.compile(
    rf"(?:respond|repl|answer|comment|rejoin|retort|continu)\w*(?:\s+(?:\w+ly|first|next|last|in\s+turn|at\s+once|at\s+length|then|too))?[^\w{COVER}]*$"
)
#: "Rossi, who told parliament last week …, had been invited but …": who is not there says nothing there.
_KEPT_AWAY = (
    r"(?:(?:(?:was|were|had\s+been)\s+(?:also\s+|\w+ly\s+)?(?:invited|asked|expected|due|billed|scheduled|announced|detained|"
    r"absent|away|kept\s+away|held\s+up|taken\s+ill|unwell|ill|missing|unable\s+to\s+(?:travel|attend|come|join|be\s+(?:there|present)|"
    r"take\s+part|make\s+it))|could\s+not\s+(?:travel|attend|come|join|be\s+(?:there|present)|take\s+part|make\s+it)|"
    r"(?:did|would)\s+not\s+(?:attend|come|appear|turn\s+up|take\s+part|join)|(?:had\s+)?(?:sent|gave|given|sends)\s+(?:(?:his|her|their)\s+)?"
    r"(?:apologies|regrets|excuses)|(?:had\s+)?(?:declined|turned\s+down|refused)\s+(?:the|an|our|its|their)\s+invitation|"
    r"(?:had\s+)?(?:stayed\s+away|pulled\s+out|cried\s+off|cancelled|failed\s+to\s+(?:appear|attend)|had\s+to\s+cancel|withdrew|withdrawn))\b)"
)
ABSENT = re.compile(
    rf"(?:,\s[^,;:.]{{2,80}})?(?:,\s+|\s+)(?:who|whose)\s[^;:.]{{3,200}}?,\s+{_KEPT_AWAY}|"
    rf"(?:,\s[^,;:.]{{2,80}}?\s(?:who|whose)\s[^;:.]{{3,200}}?,)\s+{_KEPT_AWAY}"
)


# --- where a clause begins ---

#: "She said that, Rossi …"; but "Asked who had studied that, Rossi …" has its subject there.
BEHIND_SUBORDINATOR = re.compile(
    r"\b(?:(?<!studied )(?<!done )(?<!about )(?<!of )(?<!on )(?<!to )that|as|if|because|when)[\s,]*$"
)
JOINING_WORDS = re.compile(
    r"(?:while|but|and|whereas|though|although|then|so|as|for his part|for her part)(?:\s+[\w’'-]+ly|"
    r"\s+also|\s+then)?\s+",
    re.I,
)
NEW_CLAUSE = re.compile(r"\s(?:while|whereas|but)\s+$")


# --- around a subject ---

OWNS = re.compile(r"[’']s\b")
OWNS_OR_OWNED = re.compile(r"[’']s?\s")
JOINS_SUBJECTS = re.compile(r"\s*,?\s*(?:and|&|as well as|,)\s+")
JOINS_TWO = re.compile(r"\s+and\s+")
# What may stand before a verb whose subject follows it.
ENDS_SPEECH = frozenset(",?!—–-…" + COVER + "’'”\"")
BETWEEN_VERB_AND_SUBJECT = re.compile(
    r"\s+(?:also\s+)?(?:(?:the|then|fellow|panel|co-)\s*)?(?:[\w’'-]+\s+){0,4}(?:\([^()]{2,14}\)\s+)?"
)
NOT_A_SUBJECT_BEHIND = re.compile(
    r"\b(?:him|her|them|me|us|what|whether|how|why|if|that|to|in|on|with|for|about|of|by|at|from|as|is|was)\b"
)
BEFORE_SOURCE = re.compile(r"(?:\s*(?:the\s+)?[\w’'&/-]+){0,9}\s*")
BEFORE_AGENT = re.compile(r"(?:\s*(?:the\s+)?[\w’'&/-]+){0,8}\s*")
CLOSES_SOURCE = re.compile(r"\s*[,.]|$")
#: "according to a 2019 study by Rossi": that is in print.
PAPER_BY = re.compile(
    r"(?:an?|the|one|another|its)\s+(?:[\w’'-]+\s+){0,3}?(?:study|report|survey|paper|poll|article|analysis|review|book|thesis|essay|"
    r"estimate|biography|history)\s+(?:by|of|from)\b"
)
ACCORDING_TO_PRONOUN = re.compile(
    r"\b[Aa]ccording\s+to\s+(?P<who>him|her|them)\b|^For\s+(?P<who2>him|her)\s*,?\s+(?=(?:the|this|that|it|what|there|an?)\s)"
)
NOMINAL_REACH = 260  # letters of a sentence in which what somebody raised is looked for

#: Any verb, then a colon and a clause in small letters, or a gerund of taking sides.
WITH_A_CLAUSE = re.compile(
    r"(?P<lead>(?:,\s+(?:who|whose|an?|the)\s[^;:]{2,160},)?,?\s+[a-z]+(?:ed|s|t|d|w|e|g|n|k)\b[^.;:?!]{0,120}?)(?::\s+(?:[a-z]|I\b)[\w’'-]*(?:\s+[\w’',-]+){2,}|"
    r",\s+(?:siding|agreeing|disagreeing|arguing|insisting|warning|claiming|suggesting|noting|adding|complaining)\s)"
)

_SEES = (
    r"(?:hears?|heard|sees?|saw|watch|watched|learn|learns|learned|learnt|wonders?|"
    r"knows?|knew|forgot|forgets|study|studies|studied|asks?|asked)"
)
#: "Rossi walked the audience through how …", "Rossi shared how …"
TELLS_HOW = re.compile(
    rf"(?P<lead>(?:,\s+(?:who|whose|an?|the)\s[^;:]{{2,160}},)?,?\s+(?!{_SEES}\b)[a-z]+(?:ed|s|t|d|w|e|g|n|k)\b(?:\s+(?:the|us|her|his|their|our)?\s*[\w’'-]+){{0,5}}?)\s+(?:through\s+|into\s+|on\s+)?"
    r"(?:how|why)\s+[\w’',-]+(?:\s+[\w’',-]+){2,}"
)
