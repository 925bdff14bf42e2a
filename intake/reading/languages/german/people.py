"""German: finding the people of a report, with their posts, and what introduces somebody as taking part."""

import re

from intake.reading.document import Document
from intake.reading.languages.german.names import (
    DOUBLE_BARRELLED,
    HAS_POST,
    POST,
    gender_of,
    is_given,
    mentions,
    without_retirement,
)
from intake.reading.languages.german.verbs import SAYS
from intake.reading.layout.tables import cells
from intake.reading.mentions import NameMention
from intake.reading.model import SpanKind
from intake.reading.people import Person, Roster
from intake.reading.quotes import COVER
from intake.reading.roles import role_of

NAMING = (
    SpanKind.HEADER,
    SpanKind.HEADING,
    SpanKind.LIST,
    SpanKind.ATTENDANCE,
    SpanKind.PARAGRAPH,
    SpanKind.SIGNATURE,
    SpanKind.ROW,
)
ENTRIES = (SpanKind.LIST, SpanKind.ATTENDANCE, SpanKind.SIGNATURE, SpanKind.ROW)
NEAR_INTRODUCTION = 500  # letters before a name in which an introduction is looked for
ARTICLE = re.compile(r"^(?:der|die)\s+")
HOST = re.compile(r"Gastgeber(?:in)?$")
SENTENCE_BREAK = re.compile(r"(?<!\d)(?<!\b[A-ZÄÖÜ])(?<!Dr)(?<!Prof)[.!?]\s+(?=[A-ZÄÖÜ„»])")
NEAR_POST = 110  # letters before a name in which its post is looked for
#: „…, Leiterin der Abteilung Bodenschutz, …“; without a closing comma the verb ends it.
APPOSITION = re.compile(
    r",\s+((?:de[rmn]\s+|die\s+|seit\s+\w+\s+)?[^,.;:\x1a\n]{3,110}?(?:(?<=[a-zäöüß]\s)\x1a{3,40})?)"
    r"(?=,|\.|;|:|$|\n|\s+und\s+die\s)"
)
#: „die Ministerin für Verkehr, Beate Schilling,“
POST_APPOSED = re.compile(
    rf"(?<!\w)[Dd](?:ie|er)\s+((?:[a-zäöüß]+e\s+)?(?=[A-ZÄÖÜ])(?i:{POST})(?![\w-])[^,.;:\x1a]{{0,80}}),\s+(?:\w+\.\s+)*$"
)
#: „Der Forstbotaniker Dr. Wielgosz“: whatever noun stands between an article and a name says what they are.
DESCRIBED = re.compile(
    r"(?<![\w-])[Dd](?:er|ie)\s+((?:[a-zäöüß]+e\s+)?[A-ZÄÖÜ][\wäöüß-]{3,})\s+(?:\w+\.\s+)*$"
)
#: „Dragana Moos ist Stationsleiterin in einem Spital“
IS_WHAT = re.compile(
    rf"\s+ist\s+(?:(?:eine?|der|die|derzeit|seit\s+\w+)\s+)?(?P<post>(?:[a-zäöüß]+e[rn]?\s+)?(?=[A-ZÄÖÜ])(?i:{POST})(?![\w-])[^,.;:\x1a]{{0,80}})(?=[,.;])"
)
#: „Tharshini Moos lebt seit 1994 im vierten Stock“: told of somebody who is about to speak.
DOES_FOR_A_LIVING = re.compile(
    r"\s+(?:lebt|wohnt|arbeitet|leitet|führt|betreibt|studiert|lehrt|unterrichtet|forscht|züchtet|bewirtschaftet|vertritt)\s"
)
THEN_THEY = re.compile(rf"{DOES_FOR_A_LIVING.pattern}[^.!?;:\n]{{3,100}}\.\s+(?:Er|Sie)\s")
RANK = re.compile(
    r"\b(?:Erste|Zweite|Dritte|[Ss]tellvertretende|[Ll]eitende|[Ww]issenschaftliche|[Pp]arlamentarische|[Gg]eschäftsführende|"
    r"[Ee]hemalige|[Ff]rühere|[Dd]amalige|[Nn]eue)[rn]?\s+$"
)
BRACKETED = re.compile(r"\s*\(([^()\n]{2,90})\)")
BREAK = re.compile(
    r"[.,;:!?\x1a\n(„“»«]|\b(?:und|oder|dass|ob|weil|wenn|der|die|den|dem|des|ein|eine|einer|von|mit|laut|durch|wie)\s+(?=[A-ZÄÖÜ])"
)
MODERATES_BEFORE = re.compile(
    r"(?:\bmoderiert\w*\b[^.]{0,60}\b(?:von|durch)\s+(?:de[rmn]\s+)?|\bdurch (?:den Abend|die "
    r"(?:Diskussion|Veranstaltung)) "
    r"führte\s+|\bmoderation\s*:\s*|\bmoderator(?:in)?\s+(?:war\s+)?|\bunter (?:der )?leitung von\s+|"
    r"\bmoderierte\s+(?:\w+\s+)?|\bgeleitet\s+(?:wurde\s+[^.]{0,40}\s)?von\s+(?:de[rmn]\s+)?|"
    r"\b(?:die\s+)?(?:\w*leitung|moderation|gesprächsführung)(?:\s+des\s+\w+|\s+der\s+\w+)?\s+(?:hatte|übernahm|lag\s+(?:bei|in\s+den\s+händen\s+von)|"
    r"oblag)\s+(?:de[rm]\s+|die\s+)?|\b(?:das|die|den)\s+(?:\w*gespräch|diskussion|runde|sitzung|debatte|abend)\s+"
    r"(?:leitete|führte|moderierte)\s+(?:der\s+|die\s+)?|\bdurch\s+(?:den\s+\w+|die\s+\w+|das\s+\w+)\s+(?:führte|leitete)\s+(?:der\s+|die\s+)?)(?:[\w-]+\s+){0,2}$",
    re.I,
)
#: „Die Runde, durch die der Müller | Jan Rust führte, …“
MODERATES_WITHIN = re.compile(
    r",\s+(?:durch\s+)?(?:den|die|das|deren|dessen)\s+(?:[A-ZÄÖÜ]\w+\s+)?(?:(?:der|die|unser|"
    r"unsere)\s+)?(?:[\w-]+\s+){0,3}$"
)
LED_BEHIND = re.compile(r"(?:,[^.;]{2,90},)?\s+(?:moderierte|leitete|führte)(?=[,.;]|\s+und\b)")
MODERATES_AFTER = re.compile(
    r"^(?:,[^.;]{0,80},|\s+(?:von|vom|aus)\s[^,.;]{2,60})?\s*(?:moderierte\b|führte durch\b|"
    r"(?:leitete|führte)\s+(?:die|das|den)\s+(?:sitzung|gespräch|diskussion|podium|abend|tagung|runde|debatte)\b)|^,\s*(?:die|"
    r"der)\s+[^.;]{0,50}\b(?:moderierte?\b|durch\s+(?:den|die|das)\s+\w+\s+(?:führte?|leitete?)\b|"
    r"(?:das|die|den)\s+(?:gespräch|diskussion|podium|abend|runde|debatte)\s+(?:leitete?|führte?)\b)|"
    r"^\s*\([^()]*(?:vorsitz|sitzungsleitung|moderation)",
    re.I,
)
#: „der zweite Tag, durch den | der Redakteur Jan Rust führte“, „das Podium, das Anna Moos leitete“
WHICH, CHAIRED = (
    re.compile(
        r"(?:[Tt]ag|[Pp]odium|[Gg]espräch|[Rr]unde|[Dd]iskussion|[Aa]bend|[Pp]anel|[Ss]itzung|[Dd]ebatte|[Tt]agung|[Tt]eil|[Ss]ektion|"
        r"[Vv]eranstaltung|[Ww]orkshop),\s+(?:durch\s+)?(?:den|die|das)\s+(?:der\s+|die\s+)?$"
    ),
    re.compile(r"(?:,[^.;]{2,60},)?\s+(?:leitete|führte|moderierte)\b"),
)
#: „Danach übernahm | die Journalistin Anna Moos | die Moderation“
TOOK_OVER = (
    re.compile(r"\b(?:übernahm|hatte|oblag|führte)\s+(?:(?:der|die|dann|danach)\s+)?(?:[\w-]+\s+){0,4}$"),
    re.compile(
        r"(?:,[^.;]{2,90},)?\s+(?:selbst\s+)?(?:die\s+)?(?:\w*[Mm]oderation|Gesprächsführung|(?:Gesprächs|Diskussions|Sitzungs)leitung)\b"
    ),
)
#: „Ferner wirkte | Anna Moos, Notarin, mit“, „Auf dem Podium saß auch | Jan Rust“
WAS_THERE = (
    (
        re.compile(r"\b(?:wirkte|nahm|war)\s+(?:[\w-]+\s+){0,4}$"),
        re.compile(r"[^.;]{0,120}?\b(?:mit|teil|dabei|zu\s+Gast)[.,;]"),
    ),
    (re.compile(r"\b(?:[Pp]odium|[Bb]ühne|[Rr]unde)\s+saß\s+(?:[\w-]+\s+){0,3}$"), re.compile("")),
)
TAKES_PART = re.compile(
    r"^(?:,[^.;]{2,90},)?\s+(?:sprach|berichtete|referierte|diskutierte|stellte|las|trug|war zu Gast|"
    r"war(?:\s+(?:ebenfalls|auch|außerdem))?\s+(?:anwesend|dabei|zugegen)|"
    r"(?:nahm|wirkte)(?=\s[^.;]{0,80}\b(?:teil|mit)\b)|"
    r"hielt(?=\s[^.;]{0,60}\b\w*(?:[Vv]ortrag|[Rr]ede|[Rr]eferat|[Aa]nsprache|[Vv]orlesung|[Ll]audatio|[Gg]rußwort|[Ee]inführung|Keynote)))\b"
)
SPOKE_BEFORE = re.compile(
    r"\b(?:sprach|berichtete|referierte|las|stellte)\s+(?:(?:de[rmn]|die)\s+)?(?:[\w-]+\s+){0,3}$"
)
#: „Es diskutierten …“, „Auf dem Podium saßen …“: whoever follows in the sentence takes part.
INTRODUCES = re.compile(
    r"\b(?:(?:[Ee]s|[Aa]m Abend|[Dd]abei|[Dd]ort|[Aa]uf dem Podium|[Aa]uf der Bühne|[Zz]u Gast|[Uu]nter ihnen)\s+)"
    r"(?:diskutierten|debattierten|sprachen|stritten|sa(?:ß|ss)en|waren|redeten|nahmen|referierten)\b|"
    r"\b(?:[Gg]ekommen|[Ee]ingeladen|[Mm]it dabei|[Zz]u Gast|[Gg]eladen)\s+(?:waren|hatte)\b|"
    r"\b(?:diskutierten|debattierten|stritten)\s+(?:(?:am|im|in|auf)\s[^,;:.]{2,40}?\s)?(?:[a-zäöüß]+\s+)?(?=(?:die|der)\s|[A-ZÄÖÜ])|"
    r"\b(?:[Uu]nter|[Zz]u)\s+den\s+(?:\w+\s+)?(?:Teilnehmenden|Teilnehmern|Gästen|Anwesenden|Mitwirkenden|"
    r"Referenten|Referierenden|Podiumsgästen|"
    r"Eingeladenen|Diskutierenden)\b[^.;:]{0,40}?(?::|\b(?:war(?:en)?|sa(?:ß|ss)(?:en)?|befand(?:en)?|"
    r"gehörten?|zählten?)\b)|"
    r"\b(?:[Aa]uf\s+dem\s+Podium|[Aa]uf\s+der\s+Bühne|[Mm]it\s+dabei|[Zz]ugegen|[Aa]nwesend|[Zz]u\s+Gast|"
    r"[Ee]benfalls\s+dabei)\s*"
    r"(?::|war(?:en)?\b|sa(?:ß|ss)(?:en)?\b|diskutierte\b)|"
    r"\b(?:[Aa]n|[Bb]ei)\s+(?:der|dem|den)\s+[\w-]+\s+(?:wirkten?|nahm(?:en)?|beteiligten?\s+sich)\b|"
    r"\b(?:[Gg]ruß|[Ss]chluss|[Ee]röffnungs|[Bb]egrüßungs|[Dd]ankes)wort(?:e)?\s+(?:sprach(?:en)?|hatten?|"
    r"kam(?:en)?\s+von|hielt(?:en)?|überbrachten?|richteten?)\b|"
    r"\b(?:Gäste|Podiumsgäste|Teilnehmende|Referenten|Referentinnen)\s+(?:waren|sind)\b"
)
#: „In der Sitzung hielt Anna Moos den Vortrag“: whom „die Vortragende“ means.
LECTURES_BEFORE = re.compile(
    r"\b(?:hielt|referierte|Vortrag\s+von)\s+(?:(?:de[rm]|die)\s+)?(?:[\w-]+\s+){0,3}$"
)
LECTURE_BEHIND = re.compile(r"[^.;]{0,90}\b\w*(?:[Vv]ortrag|[Rr]eferat|[Vv]orlesung)\b")
LECTURES_AFTER = re.compile(
    r"(?:,[^.;]{2,90},)?\s+(?:hielt|hält)\s+[^.;]{0,60}\b\w*(?:[Vv]ortrag|[Rr]eferat|[Vv]orlesung)\b|(?:,[^.;]{2,90},)?\s+referierte?\b"
)
#: A capitalised word without an article as the subject of a verb of saying: no noun stands so.
_ALONE = r"[A-ZÄÖÜ][\wäöüß-]{2,}"
USED_ALONE = re.compile(
    rf"(?:^|[.!?]\s+)({_ALONE})(?=\s+(?!\w+en\b){SAYS.pattern})|"
    rf"[,{COVER}]\s+(?:so|(?!\w+en\b){SAYS.pattern})\s+({_ALONE})(?=[.,;:]|$)",
    re.M,
)
SO_SAYS = re.compile(rf"[{COVER}“”\"],?\s+so\s+$")
QUOTED_BEHIND = re.compile(rf"\s*:\s*{COVER}")
COPULA = re.compile(r"\s(?:war|ist|waren|sind|wird|wurde|bleibt)\s")
DID_TO_THEM = re.compile(r"\s[a-zäöüß]{3,}te\s+$")  # „Die Sprecherin der Stadt überreichte | Harms ein Netz“
GOES_ON = re.compile(r"\b(?:der|des|die|den|dem|von|vom|für|im|in|beim|am)\s+$")
TWO_NAMES = re.compile(r"[A-ZÄÖÜ][\w-]+\s+[A-ZÄÖÜ][\w-]+")
ABSENT = re.compile(r"\W*(?:entschuldigt|abwesend|es fehlte?n?|nicht anwesend|verhindert)", re.I)
ADJECTIVE = re.compile(r"\w+(?:ere|ige|liche|ische|e|er|es|en)")
NEXT_OF_A_LIST = re.compile(r"(?:der|die)\s")
FROM_A_PLACE = re.compile(r"\baus\s+$")
#: „an der Universität Banja Luka“
OF_A_HOUSE = re.compile(
    r"(?<!\w)(?:Universität|Hochschule|Fachhochschule|Uni|TU|FH|Stadt|Gemeinde|Kanton|Landkreis|Kreis|Bezirk|"
    r"Bistum|Institut|Hotel|"
    r"Schloss|Kloster|Theater|Museum|Stiftung|Verlag|Firma|Flughafen|Hafen)\s+$"
)
AT_A_HOUSE = re.compile(r"\b(?:bei|beim|im|in|der Firma|am|an der)\s+$")
FROM_A_HOUSE = re.compile(r"\s+(?:vom|von der|von|aus)\s+(?:[A-ZÄÖÜ][\w-]+|de[rm]\s+[A-ZÄÖÜ])")


def find_people(document: Document) -> Roster:
    """Everybody named in full, or by „Herr“ and „Frau“, in the report's own text, with posts."""
    roster = Roster(gender_of)
    partial: list[tuple] = []
    surnames = _surnames_in_use(document)
    for span in document.layout.of(*NAMING):
        masked = document.passage(span).masked
        if span.kind is SpanKind.ROW:
            _row(document, span, roster)
            continue
        for number, mention in enumerate(mentions(masked)):
            if len(mention.tokens) == 1:
                partial += [(span, masked, mention)] if mention.honorific else []
            elif mention.tokens[-1] in surnames or _is_person(masked, mention, span.kind, number):
                _enter(roster, span, masked, mention)
    for span, masked, mention in partial:
        if roster.find(mention).person is None and not roster.find(mention).candidates:
            _enter(roster, span, masked, mention)
    return roster


def _surnames_in_use(document: Document) -> set[str]:
    """Words that the report uses alone as somebody's name: „Kessel verwies auf …“, „…“, so Kessel."""
    passages = (document.passage(span).masked for span in document.layout.of(SpanKind.PARAGRAPH))
    return {
        name
        for masked in passages
        for match in USED_ALONE.finditer(masked)
        for name in match.groups()
        if name
    }


def _enter(roster: Roster, span, masked: str, mention: NameMention) -> None:
    place = NameMention(
        mention.start + span.start,
        mention.end + span.start,
        mention.tokens,
        mention.honorific,
        mention.name_start + span.start,
    )
    person = roster.people[roster.add(place)]
    _describe(person, masked, mention, span.kind)


def _row(document: Document, span, roster: Roster) -> None:
    words = [document.text[start:end] for start, end in cells(document.text, span.start, span.end)]
    for place, cell in enumerate(words):
        mention = next(iter(mentions(cell)), None)
        if mention is None or mention.start or mention.end < len(cell.rstrip(" .")):
            continue
        person = roster.people[roster.add(mention)]
        others = [cell for i, cell in enumerate(words) if i != place]
        person.role = next((role for cell in others if (role := role_of(cell))), person.role)
        person.post = person.post or next(iter(others), None)
        person.participant, person.why = True, "in the table of speakers"
        return


def _is_person(masked: str, mention: NameMention, kind: SpanKind, number: int) -> bool:
    if any(c.isdigit() for c in mention.name) or len(mention.tokens) > 5:
        return False
    if not mention.honorific and FROM_A_PLACE.search(masked, max(0, mention.start - 5), mention.start):
        return False  # „die Geologin aus La Paz“
    if not mention.honorific and OF_A_HOUSE.search(masked, max(0, mention.start - 24), mention.start):
        return False
    if mention.honorific or is_given(mention.tokens[0]) or kind in ENTRIES and not number:
        return True
    before, after = (
        masked[max(0, mention.start - NEAR_POST) : mention.start],
        masked[mention.end : mention.end + 120],
    )
    if AT_A_HOUSE.search(before):
        return False
    return bool(
        DOUBLE_BARRELLED.fullmatch(mention.tokens[-1])
        or THEN_THEY.match(after)
        or post_before(masked, mention.start)[0]
        or post_after(masked, mention.end)[0]
        or POST_APPOSED.search(before)
        or SO_SAYS.search(before)
        or not before.strip(" –—-•*")
        and QUOTED_BEHIND.match(after)
        or not ADJECTIVE.fullmatch(mention.tokens[0])
        and (re.match(rf"\s+{SAYS.pattern}", after) or re.search(rf"{SAYS.pattern}\s+$", before))
    )


def post_before(masked: str, start: int) -> tuple[str | None, int]:
    """The post that runs up to a name, and where it begins."""
    floor = max(0, start - NEAR_POST)
    chunk = without_retirement(masked[floor:start])
    cut = max(
        (
            m.end()
            for m in BREAK.finditer(chunk)
            if not HAS_POST.search(chunk, 0, m.start()) or m.group()[0] in ".;:!?\x1a\n(„“"
        ),
        default=0,
    )
    found = [m for m in HAS_POST.finditer(chunk, cut)]
    if found and "," in chunk[found[0].start() :]:
        found = list(HAS_POST.finditer(chunk, chunk.rindex(",")))  # the next of a list
    joined = chunk.rfind(" und ")
    if found and TWO_NAMES.search(chunk, found[0].end(), max(joined, found[0].end())):
        found = list(HAS_POST.finditer(chunk, joined))  # „der Bauer Karl Moss und der Ökonom …“
    if found and (is_what := COPULA.search(chunk, found[0].end())):
        found = list(HAS_POST.finditer(chunk, is_what.end()))  # „Moderator war der Verleger …“
    if not found or "," in chunk[found[0].start() :] or SAYS.search(chunk[found[0].start() :]):
        return None, start
    begins = found[0].start()
    if GOES_ON.search(chunk) or DID_TO_THEM.search(chunk, found[0].end()):
        return None, start  # „Fraktionschef der Freien Wähler“ names whose chief somebody is
    if rank := RANK.search(chunk, cut, begins):
        begins = rank.start()
    return masked[floor + begins : start].strip(), floor + begins


def post_after(masked: str, end: int) -> tuple[str | None, int]:
    """The post in apposition behind a name, and where it ends."""
    if match := BRACKETED.match(masked, end):
        return match[1], match.end()
    match = APPOSITION.match(masked, end)
    if not match:
        return None, end
    words, stop = match[1].partition(COVER)[0].rstrip(), match.end(1)
    if verb := SAYS.search(words):
        words, stop = words[: verb.start()].rstrip(), match.start(1) + len(words[: verb.start()].rstrip())
    post = HAS_POST.search(words)
    if post and _names_the_next(words, post.end()):
        return None, end
    if not post or len(words[: post.start()].split()) > 3 or re.match(r"(?:die|der)\s+[^A-ZÄÖÜ]", words):
        return None, end
    return words, stop


def _is_introduced(masked: str, start: int) -> bool:
    """Whether the sentence so far says who took part: „Auf dem Podium saßen … und …“."""
    floor = max(0, start - NEAR_INTRODUCTION)
    sentence = max((m.end() for m in SENTENCE_BREAK.finditer(masked, floor, start)), default=floor)
    return bool(INTRODUCES.search(masked, sentence, start))


def _names_the_next(words: str, post_end: int) -> bool:
    """Whether what looks like a post is that of the next in a list: „…, Gemeinderätin Veronika Zellhuber“."""
    listed = bool(NEXT_OF_A_LIST.match(words))  # „die Kuratorin Anna Moos, der Leiter des Amtes Jan Rust“
    return any(
        len(m.tokens) > 1
        and (listed or is_given(m.tokens[0]))
        and (not words[post_end : m.start].strip() or listed and m.end == len(words))
        for m in mentions(words)
    )


def _describe(person: Person, masked: str, mention: NameMention, kind: SpanKind) -> None:
    before, after = (
        masked[max(0, mention.start - 160) : mention.start],
        masked[mention.end : mention.end + 160],
    )
    post, _ = post_after(masked, mention.end)
    leading, begins = post_before(masked, mention.start)
    described = DESCRIBED.search(before)
    apposed = POST_APPOSED.search(before) if re.match(r"[,.;]|$", after) else None
    if person.post is None:
        person.post = (
            (post and ARTICLE.sub("", post))
            or leading
            or (apposed[1] if apposed else described[1] if described else None)
        )
        if (
            person.post is None
            and kind is SpanKind.PARAGRAPH
            and (told := IS_WHAT.match(masked, mention.end))
        ):
            person.post = told["post"].strip()
        if (
            person.post is None
            and kind in ENTRIES
            and kind is not SpanKind.ATTENDANCE
            and (told := re.match(r"(?:,|\s[–—-]|:)\s+(\S[^\n]*)", after))
        ):
            person.post = told[1].strip()
    if HOST.match(leading or "") and person.role == "speaker":
        person.role = "host"
    noun = HAS_POST.search(post or leading or "")
    if noun and re.search(r"(?:in|frau)$", noun.group()):
        person.gender = "f"  # whatever the name: „die Schriftstellerin Nguyễn Thu Hà“
    person.described |= bool(DOES_FOR_A_LIVING.match(masked, mention.end))
    near = masked[max(0, begins - 90) : begins]
    gives = (held := LECTURES_BEFORE.search(near)) and (
        not held.group().startswith("hielt") or LECTURE_BEHIND.match(after)
    )
    person.lectures |= bool(gives or LECTURES_AFTER.match(after))
    led = LED_BEHIND.match(after) and MODERATES_WITHIN.search(before)
    moderates = (
        MODERATES_BEFORE.search(before) or MODERATES_BEFORE.search(near) or MODERATES_AFTER.match(after)
    )
    chaired = WHICH.search(near) and CHAIRED.match(after)
    chaired = chaired or TOOK_OVER[0].search(near) and TOOK_OVER[1].match(after)
    if led or moderates or chaired:
        person.role, person.participant, person.why = "moderator", True, "introduced as moderator"
    elif kind is SpanKind.LIST or kind is SpanKind.ATTENDANCE and not ABSENT.match(masked):
        person.participant, person.why = True, "in the list of speakers"
    elif kind is SpanKind.PARAGRAPH and _is_introduced(masked, mention.start):
        person.participant, person.why = True, "introduced among the speakers"
    elif kind is SpanKind.PARAGRAPH and (
        TAKES_PART.match(after)
        or SPOKE_BEFORE.search(near)
        or any(verb.search(near) and rest.match(after) for verb, rest in WAS_THERE)
    ):
        person.participant, person.why = True, "said to have spoken"
