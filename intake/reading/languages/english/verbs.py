"""English reporting verbs as patterns: finite forms, -ing forms, and what may stand between a subject and
its verb."""

import re
from functools import lru_cache

from intake.reading.cues import Act
from intake.reading.languages.english.words.reporting import (
    ADVERBS,
    BESIDE,
    IRREGULAR,
    PRESENT,
    SAY,
    SILENT,
    STANCE,
    TOPIC,
)
from intake.reading.quotes import COVER
from intake.reading.words import words


def _forms(verb: str) -> dict[str, list[str]]:
    """The finite forms and the -ing form of `verb`; "call_for" keeps its tail."""
    head, _, tail = verb.partition("_")
    if head in IRREGULAR:
        words = IRREGULAR[head].split()
        finite, running = words[:-1], words[-1:]
    elif head.endswith("e"):
        finite, running = [head, head + "s", head + "d"], [head[:-1] + "ing"]
    elif re.search(r"[^aeiou]y$", head):
        finite, running = [head, head[:-1] + "ies", head[:-1] + "ied"], [head + "ing"]
    elif re.search(r"(?:s|sh|ch|x)$", head):
        finite, running = [head, head + "es", head + "ed"], [head + "ing"]
    else:
        finite, running = [head, head + "s", head + "ed"], [head + "ing"]
    finite += [f + "ped" for f in [head] if head == "quip"]
    rest = r"\s+" + tail.replace("_", r"\s+") if tail else ""
    return {"finite": [f + rest for f in finite], "running": [r + rest for r in running]}


def _alternation(verbs: list[str], kind: str) -> str:
    words = {form for verb in verbs for form in _forms(verb)[kind]}
    return "(?:" + "|".join(sorted(words, key=lambda w: (-len(w), w))) + ")"


FINITE_FORMS = {form for verb in (*SAY, *PRESENT) for form in _forms(verb)["finite"]}
SAY_FINITE = _alternation(SAY, "finite")
SAY_RUNNING = _alternation(SAY, "running")
PRESENT_RUNNING = _alternation(PRESENT, "running")
PRESENT_FINITE = _alternation(PRESENT, "finite")
TOPIC_FINITE = _alternation(TOPIC, "finite")

BESIDE_FINITE = _alternation(BESIDE, "finite")

SAYS = re.compile(rf"\b{SAY_FINITE}\b")
WORD = re.compile(r"(?<!\w)[a-z]\w*")
#: The forms of each kind of verbs by the word that they begin with: a thousand alternatives are too slow to be tried at
#: each letter.
OPENED_BY: dict[str, dict[str, list[str]]] = {}
KINDS = {"says": SAY, "presents": PRESENT, "topics": TOPIC, "besides": BESIDE}
for _kind, _verbs in KINDS.items():
    for _form in {form for verb in _verbs for form in _forms(verb)["finite"]}:
        OPENED_BY.setdefault(_form.split(r"\s+")[0], {}).setdefault(_kind, []).append(_form)


@lru_cache(maxsize=4096)
def _opened_by(word: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The kinds of verbs that a word may open, each with a pattern of those only."""
    return tuple(
        (kind, re.compile(rf"(?:{'|'.join(sorted(forms, key=lambda form: (-len(form), form)))})\b"))
        for kind, forms in OPENED_BY.get(word, {}).items()
    )


@lru_cache(maxsize=8)
def verbs_in(masked: str) -> dict[str, list[re.Match[str]]]:
    """The finite forms of each of KINDS, none within another of its kind, in order."""
    found: dict[str, list[re.Match[str]]] = {kind: [] for kind in KINDS}
    for word in WORD.finditer(masked):
        for kind, pattern in _opened_by(word.group()):
            held = found[kind]
            if (not held or word.start() >= held[-1].end()) and (m := pattern.match(masked, word.start())):
                held.append(m)
    return found


# Any verb at all reports in a frame that only reporting has: "deposed that", "“…,” Lukin persisted",
# ", he averred,".
OPEN_VERB = rf"(?!(?:{'|'.join(SILENT)})\b)[a-z]{{2,}}[a-z](?:ed|s)\b"
#: "between two rivers that flow north": what stands behind such a word is a noun.
_BEFORE_A_NOUN = (
    r"(?<!\bthe )(?<!\btwo )(?<!\bthree )(?<!\bmany )(?<!\bthose )(?<!\bthese )(?<!\bsome )"
    r"(?<!\bof )(?<!\bfor )(?<!\bwith )"
    r"(?<!\bby )(?<!\bin )(?<!\bon )(?<!\bthe old )(?<!\bthe new )"
)
OPEN_THAT = re.compile(rf"{_BEFORE_A_NOUN}\b{OPEN_VERB}(?=\s+that\b)")
#: "called Moss “the last of her kind”"
_CALLED = (
    r"(?:called|calls|dubbed|dubs|termed|terms|branded|brands|labelled|labels|labeled|nicknamed|pronounced)(?=\s+(?:(?!that\b|how\b|it\b|this\b)"
    rf"[\w’'.-]+\s+){{1,5}}?{COVER})|"
    rf"(?:introduced|introduces|presented|presents|hailed|hails|welcomed|remembered)(?=\s+(?:[\w’'.-]+\s+){{1,4}}?as\s+(?:an?\s+|the\s+)?{COVER})"
)
STANDS = re.compile(rf"\b(?:{STANCE}|{_CALLED})")
#: "has long been calling for"
HAS_BEEN = re.compile(
    rf"\b(?:has|have|had)\s+(?:long\s+|also\s+)?been\s+(?:{SAY_RUNNING}|{PRESENT_RUNNING})\b"
)
_BARE_SAY = "|".join(
    sorted({v for v in (*SAY, "show", "demonstrate", "illustrate") if "_" not in v}, key=len, reverse=True)
)
#: 'used her ten minutes to show that …', 'drew it to a close with the reminder that …'
TO_SAY = re.compile(
    r"\bwith\s+(?:the|an?|his|her)\s+(?:\w+\s+)?(?:observation|claim|remark|thought|suggestion|argument|thesis|statement|"
    r"proposition|hope|reminder|warning|plea|assurance|promise|admission|prediction)\s+that\b|"
    r"\b(?:evidence|figures|proof|findings)(?:,[^,;:.]{3,60},)?\s+that\b|"
    r"\b(?:evidence|figures|proof|findings|results|data|numbers|sums)(?:,[^,;:.]{3,60},)?\s+(?:showing|suggesting|indicating|proving|"
    r"(?:that|which)\s+(?:show|suggest|indicate|prove)(?:s|ed|d)?)\b|"
    rf"\bto\s+(?:also\s+)?(?:{_BARE_SAY})\b(?=(?:\s+(?:every(?:one|body)|us|them|her|him|(?:the|his|her)\s+\w+))?\s+(?:that|how|why|whether|what)\b)"
)
SAYING = re.compile(
    rf"(?:\bby|[,—–-]\s*(?:also\s+|further\s+)?|\b(?:while|before|after|and|"
    rf"in)\s+)\s*({SAY_RUNNING})\b(?=\s+(?:that|how|why|whether|what|the\s+\w+\s*:)|\s*[:{COVER}]"
    rf"|[^.,;:]{{1,60}}[:{COVER}])|\bby\s+({SAY_RUNNING}|{PRESENT_RUNNING})\b|,\s+({SAY_RUNNING})\b"
)

# Forms that are no finite verb of one person: "argue", but not "put" or "read".
BARE = {
    verb.split("_")[0]
    for verb in (*SAY, *PRESENT)
    if verb.split("_")[0] not in ("put", "cast", "shed", "let", "cut", "read", "rebut", "hit", "set")
}
BEFORE_BARE = re.compile(
    r"\b(?:did|does|do|would|will|could|can|should|might|may|must|to|not|n[’']t|and|or|never|who|that)\s+(?:\w+ly\s+|also\s+|not\s+|then\s+)*$"
)
AUXILIARIES = (
    r"(?:has|have|had|is|was|were|are|be|been|would|could|did|does|do|can|may|might|must|should|"
    r"went on to|goes on to|"
    r"(?:wanted|wished|wishes|took care|takes care|saw fit|felt (?:bound|obliged|compelled|free|able)|"
    r"was (?:anxious|bound|moved|concerned)|went out of (?:his|her) way) to|would like to|was keen to|"
    r"was quick to|began by|took the floor to|chose to|used the "
    r"occasion to|"
    r"(?:tried|sought|attempted|hastened|rushed|proceeded|paused|stepped in|stopped|intervened|moved|set out|rose|"
    r"stood up|got up) to|continued to|not|never|n't|began to|tended to|who|that|"
    r"(?:was|were|is|are)\s+(?:also\s+|more\s+|"
    r"equally\s+|less\s+)?(?:careful|quick|keen|eager|happy|"
    r"reluctant|at pains|sorry|proud|pleased|glad|surprised|ready|able|unable|first|last|the first|the "
    r"last|bold enough|honest enough|forced|obliged|compelled) to)"
)
_ADVERB = rf"(?:{'|'.join(sorted(set(ADVERBS), key=len, reverse=True))}|[a-z]{{3,14}}ly)"
#: 'Lahoti, Secretary, in her address highlighted': where it was said.
_IN_A_TALK = (
    r"in\s+(?:his|her|their)\s+(?:\w+\s+)?(?:address|speech|remarks|talk|presentation|keynote|lecture|statement|reply|response|"
    r"contribution|paper)"
)
BEFORE_VERB = re.compile(rf"(?:[\s,]*\b(?:{AUXILIARIES}|{_ADVERB}|{_IN_A_TALK})\b,?)*\s*$")
ADVERB = re.compile(rf"(?:\s*\b{_ADVERB}\b)*\s*$")

# Forms that tell a statement only with something said behind them: "she continued that …", not "he held a
# post".
_WEAK = words("""
maintain maintains maintained accept accepts accepted advocate move moved moves figure figures figured worry
relate related relates infer threaten boast fight guarantee guarantees volunteer volunteers volunteered
interrupt interrupts interrupted hold held holds find found finds see saw sees feel feels felt continue
continued continues agree agreed agrees write wrote writes written respond responded responds answer answered
answers reply replied replies ask asked asks promise promised promises request requests demand
demands test reason reasoned reasons hope hopes hoped fear fears feared expect expects expected find
guess remember remembered remembers summarize summarized summarise summarised elaborate elaborated elaborates
inquire inquired comment commented comments inform informed informs appeal appealed appeals testify testified
testifies joke joked jokes thank promise identify identified list listed name named cite cited see recognise
recognised recognize recognized demonstrate demonstrated trace traced analyse analysed analyze analyzed invite
invited encourage encouraged prefer preferred define defined assess assessed commend commended congratulate
congratulated appreciate appreciated second seconded deny support supported challenge challenged defend
defended promote like credit estimate judge judged consider considered mention mentioned mentions disclose
quote quoted quotes reveal wonder protest protested protests resolve explain attributed
""")
WEAK = set(_WEAK) - set(
    words("""
explain attributed reveal disclose like credit promote deny estimate defend support supported promise
promised promises cite cited thank challenge challenged defended encouraged encourage commended hope hopes
hoped fear feared fears expects expected expect mentioned mentions wonder
""")
)
COMPLEMENT = re.compile(
    rf"(?:\s+[\w’'#&-]+,?){{0,9}}?(?:\s+(?:that|how|whether|why|what|if|when|where|who|which|whose|whom|but|"
    rf"on\s+the\s+need)\b|[,:]?\s*{COVER}|\s*:)|(?:\s+[\w’'-]+){{0,2}}?\s+with\b"
    rf"|\s*[,:.]?\s*$|,\s"
)
# "She asked the panel to reflect" says what she wants.
ASKS_TO = re.compile(
    r"(?:ask|request|encourage|instruct|remind)(?:s|ed)?(?:\s+[\w’'-]+){1,6}?\s+(?:not\s+)?to\s+[a-z]"
)

_NAME = (
    r"(?:[Tt]he\s+)?(?!(?:[Tt]he|[Aa]n?|[Tt]his|[Tt]hat|[Hh]is|[Hh]er|[Ii]ts|[Oo]ur|[Tt]heir)\s)"
    r"[^\W\d_][\w.’'-]*(?:\s+[A-Z][\w.’'-]*){0,4}(?:,[^,.;:\"“”]{2,60},)?"
)
_NAME_THEN_VERB = re.compile(
    rf"{_NAME}\s+(?:\w+ly\s+|also\s+|then\s+|later\s+)?{SAY_FINITE}\b(?!\s+that\b)",
)
_NAME_THEN_ANY_VERB = re.compile(rf"(?:[A-Z]{_NAME}|[Hh]e|[Ss]he)\s+(?:{OPEN_VERB}|{BESIDE_FINITE})\s*[.,]")
_VERB_THEN_NAME = re.compile(rf"{SAY_FINITE}\s+(?:the\s+)?[^\W\d_]")
#: “Who pays?” Rossi asked back.
BEHIND_ASKED = re.compile(r"(?:back|again|aloud|quietly|\w+ly|in turn|with an? \w+)[.,;:]")


def starts_with_attribution(rest: str, asked: bool = False) -> bool:
    """Whether the words after a quotation's end ('Lukin asked.', 'said Lukin') still belong to it; behind a
    question or a shout any verb will do."""
    head = rest[:120]
    if asked and _NAME_THEN_ANY_VERB.match(head):
        return True
    match = _NAME_THEN_VERB.match(head)
    if match:
        after = rest[match.end() :].lstrip()
        return (
            not after
            or after[0] in ".,;:—–"
            or asked
            and bool(BEHIND_ASKED.match(after))
            or after.startswith(("in ", "at ", "during ", "while ", "when ", "on ", "as "))
            or asked
            and after.startswith("to ")
        )
    return bool(_VERB_THEN_NAME.match(head))


ASKING = (
    "asked",
    "asks",
    "put",
    "inquired",
    "enquired",
    "wondered",
    "wonders",
    "queried",
    "pressed",
    "quizzed",
    "grilled",
    "wanted to know",
    "wants to know",
    "wished to know",
    "wishes to know",
)
ANSWERING = ("repl", "answer", "respond", "said", "told", "admit", "accept", "agree")


def act_of(verb: str) -> Act:
    """Whether a verb asks, or can stand with an answer."""
    low = verb.lower()
    if low.startswith(ASKING):
        return Act.ASKS
    return Act.ANSWERS if low.startswith(ANSWERING) else Act.SAYS
