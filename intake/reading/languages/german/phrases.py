"""German: who is named, meant by a role or pronoun, or counted in a group, in a sentence."""

import re
from dataclasses import replace
from functools import cached_property

from intake.reading.cues import ANYBODY, MAX_PHRASES, Kind, Phrase
from intake.reading.languages.german.names import POST, gender_of, is_given, mentions
from intake.reading.languages.german.people import DESCRIBED, post_after, post_before
from intake.reading.languages.german.verbs import SAYS
from intake.reading.languages.german.words.people import PLAIN
from intake.reading.languages.german.words.reporting import GROUPS, SOMEBODY
from intake.reading.mentions import NameMention
from intake.reading.people import Found, Roster
from intake.reading.quotes import COVER

AT_THE_START = 4
BESIDE_VERB = 12
#: „Diese betonte“, but not „diese Frage“.
PRONOUN = re.compile(r"(?<![\w-])(?:[Ee]r|[Ss]ie)(?![\w-])|^Dieser?(?=\s+[a-zäöüß]+t(?:e|en)?\b)")
#: In the nominative only: „die Ministerin“, „der Moderator“; „der Ministerin“ is hers.
ROLE = re.compile(
    rf"(?<![\w-])(?:[Dd]ie\s+(?:\w+e\s+)?(?P<hers>\d\d?-Jährige|(?=[A-ZÄÖÜ])(?i:\w*(?:in|frau|vorsitzende|beauftragte|abgeordnete|beigeordnete|delegierte|verordnete|gesandte|vortragende|lernende|studierende|präses|synodale)))|"
    rf"[Dd]er\s+(?:\w+e\s+)?(?P<his>\d\d?-Jährige|(?=[A-ZÄÖÜ])(?i:{POST})))(?![\w-])"
    r"(?P<of>\s+(?:des|der|vom|von der|für|aus|aus dem|aus der)\s+[A-ZÄÖÜ][\w-]+)?"
)
_SEVERAL = (
    r"(?:[Dd]ie|[Vv]iele|[Mm]ehrere|[Ee]inige|[Aa]lle|[Aa]ndere|[Dd]as|[Zz]ahlreiche|[Kk]leinere|"
    r"[Mm]anche|[Bb]eide)"
)
_NO_PEOPLE = (
    r"(?:Studien|Untersuchungen|Zahlen|Umfragen|Daten|Jahre|Fälle|Punkte|Fragen|Beispiele|Gründe|Argumente|"
    r"Projekte)"
)
#: „ein Synodaler aus Dassel“, „eine Landwirtin“: nouns of those who do or are something.
_A_PERSON = (
    r"[A-ZÄÖÜ][\wäöüß-]*(?:aler|ale|ner|nerin|ler|lerin|ist|istin|antin?|(?:stud|präsid|doz|refer|assist|pati|konfirm)entin?|wirtin?|"
    r"mann|frau|ärztin|arzt|rätin|rat)"
)
#: „die Abgeordnete“ is one woman, „viele Abgeordnete“ are several.
_ONE_WOMAN = r"[Dd]ie\s+(?:[a-zäöüß]+e\s+)?(?:Abgeordnete|Delegierte|Teilnehmende|Beteiligte)(?![\w-])"
GROUP = re.compile(
    rf"(?<![\w-])(?!{_ONE_WOMAN})(?:[Aa]lle\s+(?:drei|vier|fünf|sechs)(?=\s+[a-zäöüß])|{_SEVERAL}\s+(?:[a-zäöüß]+\s+)?(?:{'|'.join(GROUPS)})(?![\w-])|"
    rf"(?:[Mm]ehrere|[Ee]inige|[Vv]iele|[Zz]ahlreiche|[Mm]anche|[Ee]tliche)\s+(?:(?:der|von\s+den)\s+)?(?:[a-zäöüß]+\s+)?(?!{_NO_PEOPLE})[A-ZÄÖÜ][\wäöüß-]{{3,}}"
    r"(?=\s+(?:(?:auch|aber|dagegen|zudem|hingegen|allerdings)\s+)?[a-zäöüß]+(?:ten|en)\b))"
)
SOME_PERSON = re.compile(
    rf"(?<![\w-])(?:[Jj]emand|(?:[Ee]ine?|[Ee]iner\s+der|[Ee]ine\s+der)\s+(?:[a-zäöüß]+\s+)?(?:{'|'.join(SOMEBODY)}|{'|'.join(GROUPS)}|{_A_PERSON}))(?![\w-])"
    r"(?:\s+(?:de[sr]|aus|von)\s+(?:[a-z]+\s+)?[A-ZÄÖÜ][\w-]+)?"
)
ARTICLE = re.compile(
    r"(?:(?:[Dd]ie|[Dd]er|[Dd]em|[Dd]en|[Dd]es|[Ee]ine?|[Uu]nser\w*|[Ii]hr|[Ss]ein)\s+)(?:(?P<which>[a-zäöüß]+e[nrms]?)\s+)?$"
)
#: „Thüringens Energieministerin Rossi“, „Kölns parteilose Bürgermeisterin Rossi“
OF_A_PLACE = re.compile(
    r"(?<![\w-])(?!(?:Das|Dies|Es|Als|Was|Alles|Aus|Bis|Etwas|Anders|Damals|Bereits|Dieses|Falls|Eines)\b)[A-ZÄÖÜ][\wäöüß-]+s\s+(?:(?P<which>[a-zäöüß]+e[rn]?)\s+)?$"
)
#: „Deichgräfin Wiebke Rossi beklagte“: a noun of somebody's that no list has, before a full name that opens a sentence.
UNLISTED_TITLE = re.compile(
    rf"\W*(?!(?:{'|'.join(PLAIN)})\s)(?=(?-i:[A-ZÄÖÜ]))[\wäöüß-]{{3,}}(?:in|er|or|ist|ant|ent|är|eur|rat|mann|frau|wart)"
    r"\s+(?:a\.\s?D\.\s+)?",
    re.I,
)
FIRST_VERB = re.compile(rf"{SAYS.pattern}|\w+ete")
PARTICLE = re.compile(r"\b(von|van|de|di|ten)\s+$", re.I)
FROM_A_HOUSE = re.compile(
    r"\s+(?:vom|von der|aus|von)\s+(?:de[rm]\s+)?(?:[a-zäöüß]+en\s+)?(?:[A-ZÄÖÜ][\w-]+|\d+\w?|[a-z]+\.[a-z]+)"
    rf"(?:\s+[A-ZÄÖÜ][\w-]+|\s+{COVER}+)?"
    r"(?:\s+(?:für|der|des)\s+[A-ZÄÖÜ][\w-]+(?:\s+[A-ZÄÖÜ][\w-]+)?){0,2}"
)
#: Between a role and its bearer's name: what the role is of.
APPOSED = re.compile(r"(?:\s+[\wäöüß-]+){0,8},\s+(?:\w+\.\s+)*")
#: „Ihr Vater hat die Kneipe noch gekannt“, „Seine Großmutter Ida Moos …“: talked about, and no „sie“ further on.
KIN = re.compile(
    r"(?:Ihre?|Seine?|Meine?)\s+(?:Groß|Schwieger|Ur)?(?i:vater|mutter|onkel|tante|bruder|schwester|sohn|tochter|ehemann|ehefrau|mann|frau)\b"
)
BESIDE_KIN = re.compile(r",?\s+")
PATTERNS = ((Kind.PRONOUN, PRONOUN), (Kind.GROUP, SOME_PERSON), (Kind.GROUP, GROUP), (Kind.ROLE, ROLE))


class GermanPhrases:
    """The people and groups of a sentence, and what the attribution asks about them."""

    def __init__(self, roster: Roster):
        self.roster = roster
        self._last: tuple[str, list[Phrase]] = ("", [])

    def named_at_start(self, words: str) -> int | None:
        mention = next(iter(mentions(words)), None)
        return self._find(mention).person if mention and mention.start < AT_THE_START else None

    def people_named(self, masked: str, before: int | None = None) -> tuple[int, ...]:
        """The people whom a sentence names, in order, or those whom it names before a place in it."""
        names = (
            p for p in self.read(masked) if p.kind is Kind.NAME and (before is None or p.head_end <= before)
        )
        return tuple(dict.fromkeys(i for p in names for i in p.people))

    def names_anybody(self, masked: str) -> bool:
        return any(phrase.how == ANYBODY for phrase in self.read(masked))

    def sole_person(self, masked: str) -> int | None:
        people = {p.people for p in self.read(masked) if p.kind is Kind.NAME}
        return next(iter(people))[0] if len(people) == 1 and () not in people else None

    def addressee(self, masked: str, verb_end: int) -> int | None:
        for phrase in self.read(masked):
            if phrase.kind is Kind.NAME and phrase.people and 0 <= phrase.start - verb_end < BESIDE_VERB:
                return phrase.people[0]
        return None

    def person_of_label(self, label: str, at: int) -> int | None:
        mention = next(iter(mentions(label)), None)
        if mention is None and self._surnames.fullmatch(label):  # Ostertag, who is no day
            mention = NameMention(at, at + len(label), (label,), None, at)
        if mention is None:
            return None
        found = self._find(mention)
        if found.person is None and not found.candidates and len(mention.tokens) > 1:
            return self.roster.add(NameMention(at, at + len(label), mention.tokens, mention.honorific, at))
        return found.person

    def subject(self, masked: str) -> Phrase | None:
        """Whom the sentence begins with, or whom its verb in second place is followed by."""
        if kin := KIN.match(masked):
            if relative := self._with_a_part(masked, kin.end()):
                return relative
            hers = kin.group().endswith(("utter", "frau", "schwester", "ante", "ochter"))
            whose = "f" if hers else "m"
            return Phrase(Kind.STRANGER, 0, kin.end(), kin.end(), kin.group(), gender=whose)
        phrase = next(iter(self.read(masked)), None)
        if phrase is not None and not masked[: phrase.start].strip(' „“»«"–—-'):
            return phrase
        mention = next(iter(mentions(masked)), None)
        if (
            mention
            and not masked[: mention.start].strip()
            and len(mention.tokens) > 1
            and is_given(mention.tokens[0])
        ):
            gender = gender_of(mention.tokens, mention.honorific)
            return Phrase(Kind.STRANGER, mention.start, mention.end, mention.end, mention.name, gender=gender)
        return None

    def _with_a_part(self, masked: str, kin_end: int) -> Phrase | None:
        """The relative named right behind, of whom the report tells more: „Ihr Mann Jan Rust, Müller in Moos, …“."""
        named = BESIDE_KIN.match(masked, kin_end)
        phrase = next((p for p in self.read(masked) if named and p.start <= named.end() < p.head_end), None)
        who = self.roster.people[phrase.people[0]] if phrase and phrase.people else None
        return phrase if who and (who.post or who.participant) else None

    def read(self, masked: str) -> list[Phrase]:
        """Names, roles, pronouns and groups of the sentence, in order; overlapping ones give way to names."""
        masked = masked[:MAX_PHRASES]
        if self._last[0] != masked:
            self._last = (masked, self._read(masked))
        return self._last[1]

    def _read(self, masked: str) -> list[Phrase]:
        phrases = [p for mention in mentions(masked) if (p := self._named(masked, mention))]
        for m in self._surnames.finditer(masked):
            if not any(m.start() < p.head_end and p.start < m.end() for p in phrases):
                phrase = self._named(masked, NameMention(m.start(), m.end(), (m.group(),), None, m.start()))
                phrases += [phrase] if phrase else []
        for kind, pattern in PATTERNS:
            for m in pattern.finditer(masked):
                if not any(m.start() < p.end and p.start < m.end() for p in phrases):
                    how = ANYBODY if pattern is SOME_PERSON else ""
                    phrases.append(Phrase(kind, m.start(), m.end(), m.end(), m.group(), how=how))
        return _merged(masked, sorted(phrases, key=lambda p: p.start))

    @cached_property
    def _surnames(self) -> re.Pattern[str]:
        """The surnames of the report's people, which may be nouns as well: Bauer, Richter, Müllers."""
        names = {p.tokens[-1].split()[-1] for p in self.roster.people if len(p.tokens) > 1}
        return re.compile(
            rf"(?<![\w-])(?:{'|'.join(sorted(map(re.escape, names), key=len, reverse=True)) or '(?!)'})s?(?![\w-])"
        )

    def _find(self, mention: NameMention) -> Found:
        """Whom a mention means; a genitive's „s“ set aside where it means nobody with it."""
        found = self.roster.find(mention)
        if found.person is None and not found.candidates and mention.tokens[-1].endswith(("s", "’")):
            bare = (*mention.tokens[:-1], mention.tokens[-1].rstrip("’").removesuffix("s"))
            found = self.roster.find(
                NameMention(mention.start, mention.end, bare, mention.honorific, mention.name_start)
            )
        return found

    def _named(self, masked: str, mention: NameMention) -> Phrase | None:
        found = self._find(mention)
        if found.person is None and not found.candidates:
            return None
        start = post_before(masked, mention.start)[1]
        if len(mention.tokens) > 1 and UNLISTED_TITLE.fullmatch(masked, 0, start):
            start = 0
        surname = self.roster.people[found.person].tokens[-1] if found.person is not None else ""
        if particle := PARTICLE.search(masked, max(0, start - 12), start):
            start = (
                particle.start() if particle[1].casefold() == surname.casefold().partition(" ")[0] else start
            )
        if described := DESCRIBED.search(masked, max(0, start - 60), start):
            start = described.start()
        article = ARTICLE.search(masked, max(0, start - 40), start)
        if article and not SAYS.fullmatch(
            article["which"] or ""
        ):  # „Dem sagte Huber“ opens with no article of his
            start = article.start()
        elif start < mention.start and (owner := OF_A_PLACE.search(masked, max(0, start - 60), start)):
            verb = owner["which"] and FIRST_VERB.fullmatch(
                owner["which"]
            )  # „Zum Schluss lobte Ministerin Rossi“
            start = start if verb else owner.start()
        end = post_after(masked, mention.end)[1]
        if end == mention.end and (house := FROM_A_HOUSE.match(masked, end)):
            end = house.end()
        end += end > mention.end and masked[end : end + 1] == ","
        people = () if found.person is None else (found.person,)
        gender = self.roster.people[people[0]].gender if people else None
        genitive = people and mention.tokens[-1].endswith("s") and self.roster.find(mention).person is None
        if genitive and start < mention.start:  # „Ein Sprecher Hubers“ is not Huber
            start, end = mention.start, mention.end
        return Phrase(
            Kind.NAME,
            start,
            end,
            mention.end,
            mention.name,
            people,
            found.candidates,
            found.how,
            cases=frozenset({"gen"} if genitive else {"nom"}),
            gender=gender,
        )


def _merged(masked: str, phrases: list[Phrase]) -> list[Phrase]:
    """„die Ministerin für Verkehr, Beate Schilling,“ is one phrase, the name's."""
    merged: list[Phrase] = []
    for phrase in phrases:
        last = merged[-1] if merged else None
        behind = masked[phrase.end : phrase.end + 1]
        apposed = (
            last and last.kind is Kind.ROLE and phrase.kind is Kind.NAME and behind in (",", ".", ";", "")
        )
        if last and apposed and APPOSED.fullmatch(masked, last.end, phrase.start):
            merged[-1] = replace(phrase, start=last.start, end=phrase.end + (behind == ","))
        else:
            merged.append(phrase)
    return merged
