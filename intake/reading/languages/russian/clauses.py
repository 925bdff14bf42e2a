"""Russian: which words are the subject and the verb of a main clause, and whether they agree."""

import re
from dataclasses import replace

from intake.reading.cues import ANYBODY, Kind, Phrase
from intake.reading.languages.russian.patterns import (
    AFTER_NOUN,
    AFTER_SPEECH,
    ANY_VERB,
    BEFORE_THAT,
    BEGINS_WITH,
    BESIDE_COLON,
    BESIDE_VERB,
    BETWEEN,
    CLOSING,
    EMBEDDED,
    FINDS,
    FIRST_PREDICATE,
    GAP,
    JOINS_PREDICATES,
    JOINS_SUBJECTS,
    LIKE,
    SPOKEN,
    TITLED,
    TOPIC,
    VERB,
)
from intake.reading.quotes import COVER

MAX_GAP = 300  # letters between a subject and its verb
PRONOUN_REACH = 12  # letters between a verb and a pronoun behind it
CLAUSE_BREAK = re.compile(rf"[,;:—–({COVER}]")
#: «…, — с порога начала Лось»
BRIEFLY = re.compile(r"(?<=[—–])\s+(?:[а-яё]+\s*){1,3}$")
#: «Соавтор доклада, | социолог Даниил Гай, уточнил»: a noun of somebody's opens the sentence, then what else they are.
SAME_PERSON = re.compile(
    r"\W*(?!(?:По|Как|Для|На|Во|При|Из|От|За|Со|До|Об|Но|Вот|После|Затем|Потом)\s)[А-ЯЁ][а-яё-]+[бвгджзклмнпрстфхцчшщаь]"
    r"(?:\s+[а-яё«»-]+){0,5},\s+"
)
PLURAL = ("ли", "лись", "ют", "ут", "ят", "ат", "ны")

Genders = dict[int, str | None]


def reporting_verbs(masked: str) -> list[re.Match]:
    """The verbs that can report what is said: known ones, and any where the sentence has a place for one."""
    known = (VERB, BEFORE_THAT, BESIDE_COLON, FINDS)
    found = [verb for pattern in known for verb in pattern.finditer(masked)]
    if SPOKEN.search(masked):
        found += BESIDE_VERB.finditer(masked)
        found += filter(None, (ANY_VERB.match(masked, m.end()) for m in AFTER_SPEECH.finditer(masked)))
    return sorted({verb.start(): verb for verb in reversed(found)}.values(), key=lambda verb: verb.start())


def subject_of(masked: str, verb: re.Match, subjects: list[Phrase], genders: Genders) -> Phrase | None:
    """Who is the subject of a verb; of people of one surname, whoever is of its gender.

    Of two, a name that looks alike in all cases may be no subject: «на слова Джапаридзе откликнулся
    Демир»."""
    before = _subject_before(masked, verb, subjects)
    after = _subject_after(masked, verb, subjects)
    indeclinable = before and "gen" in before.cases and AFTER_NOUN.search(masked, 0, before.start)
    if after and after.kind is Kind.NAME and indeclinable:
        before = None
    subject = before or after
    gender = verb_gender(verb.group())
    if subject is None or not subject.candidates or not gender:
        return subject
    fits = tuple(i for i in subject.candidates if genders[i] == gender)
    return replace(subject, people=fits, candidates=()) if len(fits) == 1 else subject


def _subject_before(masked: str, verb: re.Match, subjects: list[Phrase]) -> Phrase | None:
    before = [p for p in subjects if p.end <= verb.start()]
    for phrase in before:
        gap = masked[phrase.end : verb.start()]
        if gap.strip() == "," and ("," in masked[phrase.start : phrase.end] or _is_headed(masked, phrase)):
            return phrase  # «Настоятель, протоиерей Глеб Гай, сообщил»
        if len(gap) < MAX_GAP and GAP.fullmatch(gap):
            between = [p for p in before if p.start >= phrase.end and p.kind in (Kind.NAME, Kind.PRONOUN)]
            if all("," in masked[p.end : verb.start()] for p in between):
                return phrase
        elif len(gap) < MAX_GAP and JOINS_PREDICATES.search(gap) and _first_predicate(gap, verb):
            return phrase
    return None


def _is_headed(masked: str, phrase: Phrase) -> bool:
    """Whether a name is set beside the noun that opens the sentence, and no verb stands before it."""
    head = SAME_PERSON.fullmatch(masked, 0, phrase.start)
    return bool(head) and phrase.kind is Kind.NAME and not VERB.search(masked, 0, phrase.start)


def _first_predicate(gap: str, verb: re.Match) -> bool:
    """Whether a gap is what a subject does first; «поднял руки и показал ладони» says nothing."""
    return bool(VERB.match(gap.lstrip()) or verb.group().lower() not in TOPIC and FIRST_PREDICATE.match(gap))


def _subject_after(masked: str, verb: re.Match, subjects: list[Phrase]) -> Phrase | None:
    phrase = next((p for p in subjects if p.start >= verb.end()), None)
    if phrase is None or not BETWEEN.fullmatch(masked[verb.end() : phrase.start]):
        return None
    far = phrase.start - verb.end() > PRONOUN_REACH
    return None if phrase.kind is Kind.PRONOUN and far else phrase


def is_embedded(masked: str, start: int) -> bool:
    if BEGINS_WITH.search(masked, 0, start):
        return False
    chunk = CLAUSE_BREAK.split(masked[:start])[-1]
    return bool(EMBEDDED.match(chunk)) and not LIKE.match(chunk)


def closes(masked: str, verb: re.Match, phrase: Phrase) -> bool:
    """'…, — рассказал Иванов', '…, как она рассказала, …': the verb stands with what was said."""
    before = masked[: min(verb.start(), phrase.start)].rstrip()
    last = BRIEFLY.sub("", before)[-1:]
    if TITLED.search(before):
        return False  # «с докладом «Закон на слух» выступила …» says nothing
    return before.endswith((" как", "Как")) or phrase.start > verb.start() and last in CLOSING


def joined(masked: str, phrase: Phrase, phrases: list[Phrase]) -> tuple[int, ...]:
    """«Лукин и Маслов согласились»: the other subject."""
    for other in phrases:
        gap = (
            masked[other.end : phrase.start]
            if other.end <= phrase.start
            else masked[phrase.end : other.start]
        )
        if other is not phrase and other.kind is Kind.NAME and JOINS_SUBJECTS.fullmatch(gap):
            return other.people
    return ()


def agrees(verb: str, phrase: Phrase, genders: Genders, pronoun_gender: str | None) -> bool:
    """A woman is no subject of «сказал», nor a group of a singular verb."""
    gender = verb_gender(verb)
    plural = is_plural(verb)
    if phrase.kind is Kind.PRONOUN:
        if phrase.label.lower() == "они":
            return plural
        return not plural and gender in (None, pronoun_gender)
    if phrase.kind is Kind.GROUP:
        return plural or phrase.how == ANYBODY
    if phrase.people and gender:
        return genders[phrase.people[0]] in (None, gender)
    return True


def is_plural(verb: str) -> bool:
    return verb.lower().split()[0].endswith(PLURAL)


def verb_gender(verb: str) -> str | None:
    head = verb.lower().split()[0]
    if head.endswith(("ла", "лась", "на")):
        return "f"
    return "m" if head.endswith(("л", "лся", "рёг", "рег", "ен", "ён")) else None
