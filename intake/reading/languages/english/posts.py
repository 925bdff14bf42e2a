"""The post printed beside a name: where it starts before the name or ends after it."""

import re
from functools import lru_cache

from intake.reading.languages.english.names import GIVEN, UPPER
from intake.reading.languages.english.verbs import FINITE_FORMS, PRESENT_FINITE, SAY_FINITE
from intake.reading.languages.english.words.institutions import INSTITUTIONS, NEVER_SURNAMES
from intake.reading.languages.english.words.people import POSTS

_POST = "|".join(sorted(map(re.escape, POSTS), key=len, reverse=True))
HAS_POST = re.compile(rf"(?<![\w-])(?:(?:vice|deputy|co|ex|under|pro|non|sub)-)?(?:{_POST})s?(?![\w])", re.I)
_INSTITUTION = "|".join(
    sorted(
        map(re.escape, set(INSTITUTIONS) - {"first", "second", "third", "old", "great", "new"}),
        key=len,
        reverse=True,
    )
)
HAS_INSTITUTION = re.compile(rf"(?<![\w-])(?:{_INSTITUTION})(?![\w-])", re.I)
HAS_VERB = re.compile(
    rf"\b(?:is|are|was|were|has|have|had|will|would|can|could|should|may|might|must|does|did|do(?!\s[A-Z])|relies|"
    rf"{SAY_FINITE}(?=\s+that\b)|"
    rf"that|because)\b"
)
_REPORTS = re.compile(rf"\b(?:{SAY_FINITE}|{PRESENT_FINITE})\b")
# "…, the minister explained how" is no apposition, but the next clause.
_CLAUSE = re.compile(
    rf"^(?:the|an?|his|her|its)\s+(?:[\w-]+\s+){{0,3}}?{HAS_POST.pattern}\s+(?:\w+ly\s+)?(?:{SAY_FINITE}|{PRESENT_FINITE})\b"
)
#: "The Chairman, Mr Moss, took the chair", "…, presided over 47 members": what is done behind a name is no post.
PREDICATE = re.compile(
    r"(?:took|gave|made|led|sat|stood|rose|spoke|was|were|had|[a-z]{3,}ed)\s+(?:over|the|an?|his|her|its|their|our|all|both|in|\d+)\b"
)
SEGMENT = re.compile(r"\s*[,;]\s+(?:and\s+)?((?:[^,;.:\n\x1a\"“”()]|\.(?=\w|,|\s[a-z])|\([^()\n]{1,60}\))+)")
ATTACHED = re.compile(
    rf"\s+(?:of|from|at|with|for|representing)\s+((?:the\s+)?(?:[{UPPER}][\w’'&.-]*)(?:\s+(?:of|for|and|"
    rf"the|&|on|in|[{UPPER}][\w’'&-]*)){{0,8}})"
)
#: "Ann Moss, formerly of the Foreign Office,", "Ann Moss, of land agents Moss & Rust,"
OF_A_HOUSE = re.compile(
    r",\s+((?:(?:formerly|previously|late)\s+(?:of|at|with)|of)\s+[^,;:.\n\x1a]{3,90})(?=,)"
)
PARENTHESIS = re.compile(r"\s*\(([^()\n]{2,90})\)")
ABBREVIATED = re.compile(r"\b(?:Ltd|Inc|Co|Corp|Univ|Dept)$")
PLAIN_APPOSITION = re.compile(
    rf",\s+((?:the\s+|an?\s+)?(?!who\b|whose\b|which\b|in\b|on\b|at\b|for\b|with\b|however\b|too\b|"
    rf"also\b|when\b|while\b|as\b|by\b|from\b|\w+ing\b|\w+ly\b|"
    rf"\w+ed\b)(?:[a-z][a-z’'-]+\s*){{1,5}})(?=,\s+(?:\w+ly\s+|also\s+|who\s+)?(?:{SAY_FINITE}|"
    rf"{PRESENT_FINITE})\b)"
)
# "Dobrin Nedelev, deputy head of the Growers' League countered that …": no comma closes the post.
_PAST = "|".join(
    sorted(
        {
            f
            for f in FINITE_FORMS
            if re.match(r"\w+ed\b|(?:said|told|thought|felt|took|made|drew|put|gave|was|held)\b", f)
        },
        key=len,
        reverse=True,
    )
)
OPEN_APPOSITION = re.compile(
    rf",\s+((?:the\s+|an?\s+)?(?!who\b|which\b|whose\b|\w+ing\b|\w+ed\b)[^,;:.\x1a\n\"“”]{{3,140}}?)(?=\s+(?:\w+ly\s+|also\s+|then\s+)?"
    rf"(?:{_PAST}|was\s+(?:not\s+)?(?:having|against|less|more|sceptical|skeptical|unconvinced|adamant))\b)"
)
#: A verb of saying in what would be a post: there the post has ended.
SAID_WITHIN = re.compile(
    rf"\w\s+\S+\s+(?:{_PAST})(?=\s*$|\s+(?:that|in|at|on|to|by|how|why|whether|the|an?|his|her|their|it|as|for|with|during|issue|no|little|cold|aim)\b)"
)
#: What may stand between the noun of a post and the name: 'of Search and Rescue', 'for Water at the host ministry'.
BEHIND_POST = re.compile(
    r"(?:\s+(?:of|for|at|in|on|to|from|with)\s+(?:the\s+|an?\s+|its\s+)?"
    r"(?:[\w’'&-]+\s*(?:of\s+(?:the\s+)?|and\s+|for\s+)?){1,6}){0,3}\s*"
)
#: '(retired)', 'County Executive Committee Member (CECM) for Water'
BRACKETED_RANK = re.compile(
    r"\((?i:retired|retd?\.?|acting|interim|emeritus|rtd\.?)\)|(?<=\w )\([A-Z]{2,6}\)(?= (?:for|of|in)\b)"
)
#: "professor of public finance Denholm Quist": a name right behind the small letters of a post is the next person's.
NEXT_NAMED = re.compile(
    rf"(?<![\w’'-])[a-z][\w’'-]*(?<!\bof)(?<!\bat)(?<!\bfor)(?<!\bthe)(?<!\band)(?<!\bin)(?<!\bto)(?<!\bwith)(?<!\bon)(?<!\bfrom)\s+"
    rf"(?P<name>[{UPPER}][\w’'-]+(?:\s+[{UPPER}][\w.’'-]*){{1,3}})$"
)
#: "senior fellow, and Mei Chua, research associate"
JOINED_NAME = re.compile(rf"[,;]\s+and\s+[{UPPER}][\w’'-]+(?:\s+[{UPPER}][\w.’'-]*){{1,3}}$")
ROLE_ALONE = re.compile(r"the\s+(?:[\w-]+\s+)?[\w-]+")  # "With Rossi, the diplomat noted": somebody else
SMALL_AND = re.compile(r"\b(?:and|but|that|who|which|when|while|has|have|had|is|was|were|are)\b")
PERSONAL_TITLE = re.compile(
    r"(?:\b(?:Dr|Prof|Mr|Mrs|Ms|Miss|Mx|Sir|Dame|Rev|the Rev|Fr|Shri|Shrimati|Sri|Smt|Sh|Er|Engr|Eng|Arch|Ing|"
    r"Adv|Atty|Hon|H\.E)\b"
    r"\.?\s+)+$"
)
#: "Principal Secretary, Water Resources Shri Alok Tirkey": what the post is of stands behind a comma.
POST_OF_BEFORE_TITLE = re.compile(
    rf"(?:^|[.;]\s+|\b(?:[Tt]he|[Bb]y|[Aa]nd)\s+)(?P<post>(?:[{UPPER}][\w’'-]+\s+){{0,3}}(?i:{HAS_POST.pattern}),\s+"
    rf"(?:[{UPPER}][\w’'&-]*\s+(?:(?:and|of|for|&)\s+)?){{1,6}})$"
)
#: What is told of the bearer of a post before it.
OF_THE_POST = re.compile(r"\b(?:of|about|against|over)\s+(?:the|an?|his|her|their)\s+")
#: "In 1936 President Moss stopped here": when it was is none of the post.
IN_A_YEAR = re.compile(r"\s*(?:in|by|since|until|on|from)\s+(?:\w+\s+)?(?:1\d|20)\d\d,?\s+", re.I)
#: When somebody graduated, behind their name: "Desmond Hale '98", "Ann Moss BA ’04".
CLASS_YEAR = re.compile(r"(?:,?\s(?:[A-Z]{2,4}\s?)?['’‘]\d\d(?!\w))+")
#: "Ann Moss, 81, a retired driver,"
AGED = re.compile(r",\s+(?:aged\s+)?\d{1,3}(?=,\s+(?:an?|the|our|his|her|[a-z]+)\s)")
#: "Ann Moss, MD, FRCP, surgeon at …": what she has learned, before what she is.
DEGREES = re.compile(
    r"(?:,\s+(?:M\.?D|Ph\.?D|D\.?Phil|Ed\.?D|D\.?Sc|M\.?Sc|B\.?Sc|M\.?A|B\.?A|MBA|MPH|MPhil|LL\.?[BMD]|J\.?D|DVM|DDS|R[ND]|F[A-Z]{2,4}|FREng|CEng|MICE|"
    r"[OMCKD]BE|CMG|[KQ]C|SC|SJ|OFM|OP|OSB|Esq|Jr|Sr)\.?)+(?=,)"
)
#: "a pilot, and the oceanographer Dr Ann Moss"
TITLE_AND_NAME = re.compile(rf"\b(?:Dr|Prof|Professor|Mr|Mrs|Ms)\.?\s+[{UPPER}][\w.’'-]*\s+[{UPPER}]")
AND_NAMED = re.compile(rf"\s+and\s+(?P<given>[{UPPER}][\w’'-]+)\s+[{UPPER}]")
INITIAL_LAST = re.compile(rf"\s[{UPPER}]$")
MAX_POST = 260
GIVEN_AND_FAMILY = 2  # words


def post_after(text: str, end: int, limit: int) -> tuple[str | None, int]:
    """The post in apposition after a name that ends at `end`, and where it ends; (None, end) without one.

    A post may hold commas and semicolons: pieces are taken on while they look like a title or an
    institution and not
    like the start of a clause."""
    limit = min(limit, end + MAX_POST)
    if year := CLASS_YEAR.match(text, end, limit):
        end = year.end()
    if aged := AGED.match(text, end, limit):
        end = aged.end()
    if degrees := DEGREES.match(text, end, limit):
        end = degrees.end()
    start = end
    match = ATTACHED.match(text, end, limit)
    if match and (following := _named_beside(match[1])):
        return match[1][: following.start()], match.start(1) + following.start()
    if match:
        attached = match.group(1).strip().rstrip(".") if match.end(1) == len(text) else match.group(1).strip()
        more, stop = _segments(text, match.end(1), limit)
        return (f"{attached}{text[match.end(1) : stop]}" if more else attached), stop if more else match.end(
            1
        )
    match = PARENTHESIS.match(text, end, limit)
    if match and (
        HAS_POST.search(match[1])
        or HAS_INSTITUTION.search(match[1])
        or re.fullmatch(r"[A-Z][\w&-]{1,12}", match[1])
    ):
        return match[1], match.end()
    if match := OF_A_HOUSE.match(text, end, limit):
        return match[1], match.end(1)
    found, stop = _segments(text, start, limit)
    if not found and (match := PLAIN_APPOSITION.match(text, end, limit)):
        return match[1].strip(), match.end(1)
    if not found and (match := OPEN_APPOSITION.match(text, end, limit)) and _is_open_post(match[1]):
        return match[1].strip(), match.end(1)
    if not found:
        return None, end
    value = re.sub(r"^[\s,;]+", "", text[start:stop]).strip()
    return (value + "." if text[stop : stop + 1] == "." and ABBREVIATED.search(value) else value), stop


def _named_beside(attached: str) -> re.Match | None:
    """ "Judge Ann Moss of the High Court and Peter Lund": where the house ends and the next person begins."""
    return next((m for m in AND_NAMED.finditer(attached) if m["given"].casefold() in GIVEN), None)


def _is_open_post(words: str) -> bool:
    """A post near the beginning, and nothing that makes a clause of the words."""
    post = HAS_POST.search(words)
    if post is None or SMALL_AND.search(words[: post.start()]) or ROLE_ALONE.fullmatch(words):
        return False
    return len(words[: post.start()].split()) <= 4 and not re.search(
        r"\b(?:that|who|which|when|while|was|had)\b", words
    )


def _segments(text: str, end: int, limit: int) -> tuple[bool, int]:
    stop, count = end, 0
    match = SEGMENT.match(text, stop, limit)
    while (
        match
        and _titular(
            match[1], count == 0, text[match.end(1) : match.end(1) + 1] in ";.\n" or match.end(1) == len(text)
        )
        and not _starts_person(text, match, limit, count)
    ):
        piece = match[1].rstrip()
        stop = match.start(1) + len(piece)
        count += 1
        match = SEGMENT.match(text, stop, limit)
    return count > 0, stop


@lru_cache(maxsize=4096)
def _titular(piece: str, first: bool, ends: bool) -> bool:
    words = piece.split()
    if len(words) > 24 or HAS_VERB.search(piece) or SAID_WITHIN.search(piece):
        return False
    if first:
        if PREDICATE.match(piece) or re.match(
            r"(?:who|which|whose|where|in|on|at|during|while|when|after|as|for|but|or|however|speaking|"
            r"with)\b",
            piece,
        ):
            return False
        if (
            HAS_INSTITUTION.search(piece)
            and piece[0].isupper()
            and ends
            and all(w[0].isupper() or w in ("of", "the", "and", "for", "&") for w in words)
        ):
            return True
        post = HAS_POST.search(piece)
        if post is None or re.search(r"\bby\b", piece[: post.start()]) or _CLAUSE.search(piece):
            return False
        return not _REPORTS.search(words[0])
    if not (piece[0].isupper() or re.match(r"(?:the|a|an)\s", piece) or HAS_POST.match(piece)):
        return False
    capitals = sum(w[0].isupper() or w in ("of", "the", "and", "for", "&", "in", "at", "on") for w in words)
    if HAS_INSTITUTION.search(piece) or HAS_POST.search(piece):
        return capitals * 3 >= len(words) * 2 or bool(HAS_POST.match(piece))
    return capitals == len(words) and len(words) <= 6


def _starts_person(text: str, match: re.Match, limit: int, count: int) -> bool:
    """The piece is the next person of a list: '…, Partner, Jane Doe, Director'."""
    words = match[1].split()
    next_named = NEXT_NAMED.search(match[1].rstrip())
    if next_named and HAS_POST.match(match[1]) and not HAS_INSTITUTION.search(next_named["name"]):
        return True
    if count and text[match.end(1) : match.end(1) + 1] == "." and INITIAL_LAST.search(match[1]):
        return True  # "…, Professor; Rear Admiral (Retd.) S. Venkatesh"
    if count and TITLE_AND_NAME.search(match[1]):
        return True
    if count == 0 or len(words) > 5:
        return False
    first = words[0].casefold().rstrip(".")
    if first in GIVEN and len(words) == GIVEN_AND_FAMILY:  # "…, and Tom White"
        return words[-1].casefold() not in NEVER_SURNAMES
    if first in GIVEN or first in ("dr", "prof", "professor", "mr", "ms", "mrs", "sir"):
        return not HAS_INSTITUTION.search(match[1])
    following = SEGMENT.match(text, match.end(1), limit)
    if following and JOINED_NAME.match(match.group()) and HAS_POST.search(following[1]):
        return not HAS_POST.search(match[1]) and not HAS_INSTITUTION.search(match[1])
    return bool(
        2 <= len(words) <= 4
        and following
        and HAS_POST.match(following[1])
        and not HAS_POST.match(match[1])
        and not HAS_INSTITUTION.search(match[1])
    )


def post_before(text: str, start: int, floor: int) -> tuple[str | None, int]:
    """The post that runs up to a name at `start` ("Meta's Public Policy Director Sunil …") and where it
    begins."""
    chunk_start = max(floor, start - 140)
    chunk = BRACKETED_RANK.sub(lambda m: " " * len(m.group()), text[chunk_start:start])
    cut = max(
        (
            m.end()
            for m in re.finditer(r"[,;:.!?\x1a\"“”()\n—–]\s*(?:and\s+|but\s+)?", chunk)
            if not _inner_dot(chunk, m)
        ),
        default=0,
    )
    piece = PERSONAL_TITLE.sub("", chunk[cut:])
    titled = piece != chunk[cut:] and not HAS_POST.search(piece)
    if titled and (of := POST_OF_BEFORE_TITLE.search(PERSONAL_TITLE.sub("", chunk))):
        return of["post"].strip(), chunk_start + of.start("post")
    posts = [m for m in HAS_POST.finditer(piece) if BEHIND_POST.fullmatch(piece, m.end())]
    if not posts:
        return None, start
    lead = _lead(piece, posts[-1].start())
    if lead is None or posts[-1].start() < lead:
        return None, start
    for of in OF_THE_POST.finditer(piece, lead, posts[-1].start()):
        if not HAS_POST.search(piece, lead, of.start()):
            lead = of.end()  # "the arrest of the journalist Ann Lund"
    if year := IN_A_YEAR.match(piece, lead):
        lead = year.end()
    value = " ".join(piece[lead:].split())
    if len(value.split()) > 16 or not value:
        return None, start
    return value, chunk_start + cut + lead + (len(piece[lead:]) - len(piece[lead:].lstrip()))


def _inner_dot(chunk: str, match: re.Match) -> bool:
    return match.group().startswith(".") and bool(
        re.search(r"\b(?:[A-Z]|Dr|Prof|Mr|Ms|Mrs|St)$", chunk[: match.start()])
    )


_BREAK = re.compile(
    rf"\b(?:and(?=\s+(?!(?:CEO|COO|CFO|CTO|Director|President|Chair\w*|Founder)\b)[A-Z][\w.]*\s*$)|that|who|which|whom|when|if|because|after|before|since|until|where|whether|how|why|what|as|"
    rf"than|like|while|whereas|by|"
    rf"to|with|between|including|included|includes|featured|featuring|from|is|are|was|were|but|then|said|"
    rf"had|has|have|met|visited|received|hosted|greeted|thanked|follows|portrays|profiles|(?:contention|view|belief|opinion)\s+of|welcomed|joined|succeeded|replaced|invited|interviewed|defeated|"
    rf"says|(?-i:{SAY_FINITE}))\s+",
    re.I,
)


#: "For publisher Ann Moss it was …", "Under President Moss the dam was built"; an under secretary has the word in it.
BEFORE_THE_PHRASE = re.compile(
    r"(?:and|but|meanwhile|later|then|however|so|yet|according to|for|over|despite|during|unlike|among|"
    r"under(?!\s+secretar))\s+",
    re.I,
)


def _lead(piece: str, post: int) -> int | None:
    """Where the noun phrase of the post starts in `piece`: after the last verb or conjunction before it."""
    start = 0
    for match in _BREAK.finditer(piece):
        if match.end() <= post:
            start = match.end()
    head = BEFORE_THE_PHRASE.match(piece, start)
    return head.end() if head else start
