"""Russian: finding the people of a report, and what introduces somebody as taking part or moderating."""

import re
from itertools import pairwise

from intake.reading.document import Document
from intake.reading.languages.russian.declension import given_readings, is_patronymic, surname_forms
from intake.reading.languages.russian.names import (
    DEGREE,
    GIVEN_AND_PATRONYMIC,
    HAS_POST,
    NEAR_HOUSE,
    OF_A_HOUSE,
    OF_A_SAINT,
    OF_A_SEE,
    OF_CLERGY,
    SEE,
    RussianMention,
    RussianRoster,
    mentions,
    readings,
    without_degrees,
)
from intake.reading.languages.russian.patterns import (
    ADVERBS,
    CHAIR_LINE,
    LECTURES_AFTER,
    LECTURES_BEFORE,
    MODERATES,
    MODERATOR_AND_POST,
    MODERATOR_WITH_POST,
    NEAR,
    NEAR_POST,
    OF_SOMEBODY,
    POST_CASES,
    PREPOSITIONS,
    SOURCE,
    TAKES_PART,
    VERB,
)
from intake.reading.model import SpanKind
from intake.reading.people import Found, Person

#: The kinds of spans in which people are introduced.
NAMING = (
    SpanKind.TITLE,
    SpanKind.HEADER,
    SpanKind.LIST,
    SpanKind.ATTENDANCE,
    SpanKind.PARAGRAPH,
    SpanKind.SIGNATURE,
    SpanKind.ROW,
)
ENTRIES = (SpanKind.LIST, SpanKind.ATTENDANCE, SpanKind.SIGNATURE, SpanKind.ROW)


#: «Ханс Мюллер, глава района, заявил», «Ли Вэй (эксперт клуба) считает»
APPOSED_POST = re.compile(
    rf"(?:,\s+(?P<post>[^,.;:()]{{3,90}}),(?:\s+[а-яё]+(?:вш|ющ|ящ|ащ|ущ)[а-яё]+\s[^,.;:()]{{2,60}},)?|\s+\((?=(?P<bracketed>[^()]{{3,90}}))[^()]+\))\s+(?:{ADVERBS}\s+)?{VERB.pattern}",
    re.I,
)
#: «Секция 1. Соль и хлеб (модератор — Анна Гай)»: who led what a heading names.
LED_BY = re.compile(
    r"(?:^|[(\[.|–—-])\s*(?:модератор|ведущ(?:ий|ая)|председатель|руководитель(?:\s+секции)?)\s*[:–—-]", re.I
)
#: «- Анна Гай, президент общества, д.м.н. (модератор)»
CHAIRS_IN_A_LIST = re.compile(r"\((?:модератор|ведущ(?:ий|ая))(?:\s[^()]*)?\)")
#: «Для Ратны Сусило, аналитика из Джакарты, дело в банках»
FOR_THEM = re.compile(r"(?:^|[.;]\s)Для\s+$")
WITH_A_POST = re.compile(r",\s+(?P<post>[^,.;:()]{3,90}),")
#: «Бахыт Алимов возглавляет кооператив»: told of somebody who is about to speak.
DOES_FOR_A_LIVING = re.compile(
    r"\s+(?:возглавляет|руководит|работает|жив[её]т|преподаёт|преподает|вед[её]т|изучает|служит|заведует)\s"
)
DOES_SOMETHING = re.compile(r"\s+[а-яё]{3,}(?:л|ла)(?:с[ья])?\s")
#: The stop behind «д.м.н.» or «проф.» ends none.
SENTENCE_BREAK = re.compile(r"(?<![ .][А-ЯЁ])(?<!\.н)(?<!\. н)(?<!проф)(?<!доц)(?<!акад)[.!?]\s+(?=[А-ЯЁ«])")
#: «председатель общества, д.м.н. | Анна Гай»
DEGREES_BEHIND = re.compile(rf",?\s+(?:{DEGREE.pattern}\s+)+$", re.I)
#: «Нина Рогова — жительница улицы Ручейной», an entry of a list
BESIDE_IN_A_LIST = re.compile(r"(?:,|\s[—–-]|:)\s+(?P<post>\S[^\n]*)")
#: «Представила гостью О. В. Лось»: who did it stands behind whom it was done to.
OPENS_WITH_VERB = re.compile(
    rf"(?:^|[.!?]\s+){VERB.pattern}\s+(?:гост|докладчик|лектор|"
    rf"участник|спикер)[а-яё]+\s+$",
    re.I,
)
#: «епископ Тихон», «игумения Варвара»; «его отец Глеб» is of no parish.
OF_VOWS = re.compile(rf"{OF_CLERGY.pattern}(?<!отец )(?<!матушка )", re.I)
#: «Тишина: лекция иеромонаха Феоктиста», whose the talk is of which a title tells.
TALK_OF = re.compile(r"(?<![а-яё])(?:лекци[яиюей]+|доклад[ауе]?)\s+(?:[а-яё-]+\s+){0,5}$", re.I)
#: «игумен Данилова | монастыря»
ITS_HOUSE = re.compile(
    r"\s+(?:[а-яё]+\s+)?(?:монастыр|скит|храм|собор|лавр|обител|пустын|подворь|епархи)", re.I
)
#: The same in the nominative.
VOWED = re.compile(
    r"(?<![\w-])(?:иеромонах|иеродиакон|схимонах|игумен|архимандрит|епископ|архиепископ|митрополит|(?P<hers>игумения|игуменья|инокиня|"
    r"монахиня))\s+$",
    re.I,
)
ABSENT = re.compile(r"\W*отсутств", re.I)
SPEAKS_BEFORE = re.compile(rf"{VERB.pattern}\s+$", re.I)
SPEAKS_AFTER = re.compile(rf"\s+(?:{ADVERBS}\s+)?{VERB.pattern}", re.I)


def find_people(document: Document) -> RussianRoster:
    """Everybody named in full in the report's own text, in the nominative, with posts, marked where
    introduced."""
    text, layout = document.text, document.layout
    roster = RussianRoster(text)
    above = {span: text[other.start : other.end] for other, span in pairwise(layout.spans)}
    for span in layout.spans:
        chairs = bool(CHAIR_LINE.fullmatch(above.get(span, "")))
        led = span.kind is SpanKind.HEADING and LED_BY.search(text, span.start, span.end)
        if span.kind not in NAMING and not (chairs and span.kind == SpanKind.HEADING or led):
            continue
        masked = document.passage(span).masked
        named = [mention for mention in mentions(masked) if len(mention.tokens) > 1]
        for number, mention in enumerate(named):
            if _is_of_a_house(masked, mention.start, mention.tokens) or OF_A_SAINT.search(
                masked, 0, mention.start
            ):
                continue
            case = _case_asked(masked, mention)
            if _goes_by_patronymic(roster, mention) or not _is_person(roster, masked, mention, span.kind):
                continue
            if span.kind is SpanKind.TITLE and not _returns(roster, mention):
                continue
            index = roster.enter(mention.tokens, span.start + mention.start, case)
            if masked[mention.end - 1] == ")":
                roster.people[index].name = "{} ({})".format(*roster.people[index].tokens[:2])
            _describe(roster.people[index], text[span.start : span.end], masked, mention, span.kind)
            if chairs and not number:
                person = roster.people[index]
                person.role, person.participant, person.why = "moderator", True, "named below “Модератор”"
            room = (
                named[number - 1].end if number else 0,
                named[number + 1].start if named[number + 1 :] else None,
            )
            roster.posts.setdefault(index, []).extend(_beside(masked, mention, *room))
    for person in roster.people:
        _spell_out(person, text)
    _enter_given_names(document, roster)
    _note_the_lecturer(document, roster)
    return roster


def _note_the_lecturer(document: Document, roster: RussianRoster) -> None:
    """Whose talk the title says that it was."""
    title = document.layout.title
    masked = document.passage(title).masked if title else ""
    for mention in mentions(masked):
        found, cases = roster.find_cased(mention.tokens)
        if found.person is not None and "gen" in cases and TALK_OF.search(masked, 0, mention.start):
            roster.people[found.person].lectures = True


def _is_of_a_house(masked: str, at: int, tokens: tuple[str, ...]) -> bool:
    """«в Доме-музее А. П. Вельского», «Фонд Анны Гай»; but «директора музея Анны Рябининой» is hers."""
    house = OF_A_HOUSE.search(masked, max(0, at - 20), at)
    if (
        house is not None
        and house["fund"]
        and any(r.case == "nom" and not r.guessed for r in readings(tokens))
    ):
        return False
    # «для гостей встречи: Фонд Анны Гай»: what a mark parts from the house is nobody's post.
    floor = max(0, at - NEAR_HOUSE)
    begins = max(floor, *(masked.rfind(mark, floor, at) + 1 for mark in ",;:."))
    return house is not None and not HAS_POST.search(masked, begins, house.start())


def _goes_by_patronymic(roster: RussianRoster, mention: RussianMention) -> bool:
    """«Анна Павловна», who was introduced as «Лось А. П.»."""
    polite = len(mention.tokens) == GIVEN_AND_PATRONYMIC and is_patronymic(mention.tokens[1])
    return polite and roster.find_cased(mention.tokens)[0].person is not None


def _returns(roster: RussianRoster, mention: RussianMention) -> bool:
    """Whether somebody named in the title is named in the report as well, by a surname in whatever case."""
    given = any(not reading.guessed for reading in readings(mention.tokens))
    forms = {form for r in readings(mention.tokens) for form in surname_forms(r.tokens[-1], r.gender)}
    return given and any(forms & set(run) and run != mention.tokens for run in roster.runs)


def _enter_given_names(document: Document, roster: RussianRoster) -> None:
    """«Говорит Алевтина, приёмная мать»: of some people a report prints the given name alone."""
    for span in document.layout.of(*NAMING):
        masked = document.passage(span).masked
        for mention in mentions(masked):
            nominative = [
                g
                for n, g, case in given_readings(mention.tokens[0])
                if n == mention.tokens[0] and case == "nom"
            ]
            patronymic = len(mention.tokens) == GIVEN_AND_PATRONYMIC and is_patronymic(mention.tokens[1])
            before, after = (
                masked[max(0, mention.start - 40) : mention.start],
                masked[mention.end : mention.end + 40],
            )
            clergy = OF_VOWS.search(before) or SEE.search(before)
            vowed = VOWED.search(before) if not given_readings(mention.tokens[0]) else None
            if vowed and not (OF_A_SEE.fullmatch(mention.tokens[0]) or ITS_HOUSE.match(after)):
                nominative = ["f" if vowed["hers"] else "m"]  # of whom no list knows the name
            alone = len(mention.tokens) == 1 or patronymic
            if not alone or not nominative or roster.find_cased(mention.tokens)[0] != Found():
                continue
            told = patronymic and _post("", masked[mention.end : mention.end + NEAR_POST])
            if (
                told
                or SPEAKS_BEFORE.search(before)
                or SPEAKS_AFTER.match(after)
                or span.kind is SpanKind.SIGNATURE
                or clergy
            ):
                index = roster.enter(mention.tokens, span.start + mention.start, "nom")
                person = roster.people[index]
                person.gender = nominative[0]
                behind = _post("", masked[mention.end : mention.end + NEAR_POST])
                person.post = behind or (clergy.group().split()[0].lower() if clergy else None)


def _spell_out(person: Person, text: str) -> None:
    """Gives «А. Сантуш» the given name that the report prints before the same surname elsewhere."""
    initial, surname = person.tokens[0], person.tokens[-1]
    if len(person.tokens) == 2 and re.fullmatch(r"[А-ЯЁ]\.", initial):
        full = re.search(
            rf"(?<![\w-])({initial[0]}[а-яё]+(?:-[А-ЯЁ][а-яё]+)?)\s+{re.escape(surname)}(?!\w)", text
        )
        if full:
            person.tokens = (full[1], surname)
            person.name = " ".join(person.tokens)


def _beside(masked: str, mention: RussianMention, floor: int, limit: int | None) -> list[str]:
    """What is printed right before and behind a name, between verbs and other names: posts, if any."""
    before = masked[max(floor, mention.start - NEAR_POST) : mention.start]
    breaks = re.finditer(rf"[^\W\d_]{{3}}[.;:]\s|{VERB.pattern}", before, re.I)
    before = before[max((m.end() for m in breaks), default=0) :]
    before = before.rpartition("а также ")[2]  # «представители вузов, а также ректор Гай»
    if floor and before.startswith(","):
        before = before.rpartition(",")[2]  # what stands between commas is the post of the person before
    after = masked[mention.end : min(limit or len(masked), mention.end + NEAR_POST)]
    whole = re.search(r"[а-яё]{3}[.;]\s", after)
    if mention.end + len(after) == limit and not whole:
        # The last piece is the post of the next person.
        after = after.partition(" и ")[0] if " и " in after else after.rpartition(",")[0]
    after = re.split(rf"[.;]\s|[.;:]$|{VERB.pattern}|\s(?:что|котор\w+)\s", after, maxsplit=1, flags=re.I)[0]
    return [words.lower() for words in (before, after) if HAS_POST.search(words)]


def _case_asked(masked: str, mention: RussianMention) -> str | None:
    """The case that the words around a name call for: its post, a noun or preposition before it, or its verb."""
    before = without_degrees(masked[max(0, mention.start - 90) : mention.start])
    after = masked[mention.end : mention.end + 40]
    if OPENS_WITH_VERB.search(before):
        return "nom"
    near = re.split(rf"[,;:(—–]|\.\s|{VERB.pattern}", before, flags=re.I)[-1]
    if post := next((POST_CASES[w] for w in near.lower().split() if w in POST_CASES), None):
        return post
    if re.search(SOURCE.pattern + r"[^,.;:]{0,80}$", before, re.I) or OF_SOMEBODY.search(before):
        return "gen"
    if (word := re.search(r"([А-ЯЁа-яё]+)\s+$", near)) and (case := PREPOSITIONS.get(word[1].lower())):
        return case
    if re.match(rf"\s*(?:{ADVERBS}\s+)?{VERB.pattern}", after, re.I) or re.search(
        VERB.pattern + r"\s+(?:[а-яё-]+\s+){0,3}$", before, re.I
    ):
        return "nom"
    return None


def _opens(masked: str, mention: RussianMention) -> bool:
    """Whether a mention's first word may owe its capital to the sentence that it opens."""
    return bool(re.search(r"(?:^|[.!?…:]\s|[—–-]\s)$", masked[: mention.start]))


def _is_person(roster: RussianRoster, masked: str, mention: RussianMention, kind: str) -> bool:
    if len(mention.tokens) > 4:
        return False
    found = readings(mention.tokens)
    guessed = all(r.guessed for r in found)
    if guessed and _opens(masked, mention) and roster.find_cased(mention.tokens[1:])[0].person is not None:
        return False  # «Проблему Сухих назвала …»
    if any(not r.guessed or mention.start or kind in ENTRIES for r in found):
        return True
    before = masked[max(0, mention.start - 60) : mention.start]
    beside_verb = re.match(
        rf"\s*(?:{ADVERBS}\s+)?{VERB.pattern}", masked[mention.end : mention.end + 40], re.I
    ) or re.search(VERB.pattern + r"\s+(?:[а-яё-]+\s+){0,3}$", before, re.I)
    post = HAS_POST.search(re.split(r"[,;:.]\s", before)[-1])
    source = re.search(SOURCE.pattern + r"[^,.;:]{0,60}$", before, re.I)
    apposed = APPOSED_POST.match(masked, mention.end)
    for_them = FOR_THEM.search(before) and WITH_A_POST.match(masked, mention.end)
    if for_them and HAS_POST.search(for_them["post"]):
        return True
    told = apposed and HAS_POST.search(apposed["post"] or apposed["bracketed"])
    lives = DOES_FOR_A_LIVING.match(masked, mention.end)
    return bool(beside_verb or post or source or told or lives or kind in ENTRIES)


def _describe(person: Person, plain: str, masked: str, mention: RussianMention, kind: str) -> None:
    floor = max(0, mention.start - NEAR)
    ends = (
        m.end() for m in SENTENCE_BREAK.finditer(masked, floor, mention.start + 1) if m.end() <= mention.start
    )
    sentence = max(ends, default=floor)
    before, after = masked[sentence : mention.start], masked[mention.end : mention.end + 160]
    before = DEGREES_BEHIND.sub(lambda m: " " * len(m.group()), before)
    lead = before  # up to a post of several words: «Вела встречу | директор музея, доктор наук Анна Гай»
    if (post := HAS_POST.search(before)) and not any(
        len(m.tokens) > 1 for m in mentions(before[post.start() :])
    ):
        lead = before[: post.start()]
    chunk = re.split(rf"(?:[,;:(]|\s[—–-])\s+|\sи\s+(?=[а-яё-]+\s)|{VERB.pattern}\s+", before, flags=re.I)[-1]
    chunk = DEGREES_BEHIND.sub(" ", plain[mention.start - len(chunk) : mention.start])
    others = [m.end for m in mentions(chunk) if len(m.tokens) > 1 and DOES_SOMETHING.match(chunk, m.end)]
    chunk = chunk[max(others, default=0) :]  # «Глава клуба Анна Гай дала слово лоцману …»
    if person.post is None:
        person.post = _post(chunk, plain[mention.end : mention.end + 160])
    if person.post is None and kind is SpanKind.LIST and (told := BESIDE_IN_A_LIST.match(after)):
        person.post = told["post"].strip(" .;")
    person.described |= bool(DOES_FOR_A_LIVING.match(masked, mention.end))
    person.lectures |= bool(LECTURES_BEFORE.search(before) or LECTURES_AFTER.match(after))
    chairs = kind == SpanKind.ATTENDANCE and re.match(r"\s*\(председател", after)
    if (
        chairs
        or kind is SpanKind.LIST
        and CHAIRS_IN_A_LIST.search(after)
        or MODERATES.search(before)
        or MODERATES.search(lead)
        or MODERATOR_AND_POST.fullmatch(before)
        or MODERATOR_WITH_POST.search(before)
        or re.match(
            r",?\s+(?:модератор|ведущ(?:ий|ая)\b(?!\s+(?:[а-яё]+\s+)?(?:научн|сотрудник|специалист|эксперт|аналитик|инженер))|вёл\b|вела\b|модерировал|"
            r"котор(?:ый|ая)\s+(?:также\s+)?(?:вёл|вел|вела|модерировал)(?!\w))",
            after,
        )
    ):
        person.role, person.participant, person.why = "moderator", True, "introduced as moderator"
    elif kind is SpanKind.HEADING and LED_BY.search(before):
        person.participant, person.why = True, "said to have led a part"
    elif kind in (SpanKind.LIST, SpanKind.ROW) or kind is SpanKind.ATTENDANCE and not ABSENT.match(masked):
        person.participant, person.why = True, "in the list of speakers"
    elif TAKES_PART.search(before) or re.match(rf"[^.;]{{0,50}}?\s{TAKES_PART.pattern}", after, re.I):
        person.participant, person.why = True, "said to have taken part"


def _post(chunk: str, after: str) -> str | None:
    posts = (m for m in HAS_POST.finditer(chunk) if not m.group().endswith(("ам", "ям", "ами", "ями")))
    if (match := next(posts, None)) and not VERB.search(chunk):
        value = chunk[match.start() :].strip()
        lead = re.search(
            r"(?<![а-яё-])((?:(?![а-яё]+(?:ствий|аний|ений)\s)[А-ЯЁа-яё-]+(?:ый|ий|ой|ая|яя)\s+)*)$",
            chunk[: match.start()],
        )
        value = (lead.group(1) if lead else "") + value
        value = value[0].lower() + value[1:] if value[1:2].islower() else value
        if 0 < len(value.split()) <= 16:
            return value
    apposition = re.match(
        r"\s*(?:,|\s[—–-])\s+([^.;:\x1a]{3,140}?)(?=,\s|\.|;|:|$)|\s*\(([^()]{3,90})\)", after
    )
    if not apposition:
        return None
    value = apposition[1] or apposition[2]
    if (
        value
        and (apposition[2] and value[0].islower() or HAS_POST.search(value))
        and not re.search(VERB.pattern + r"|\bвед[ёу]т\b", value)
    ):
        return value.strip()
    return None
