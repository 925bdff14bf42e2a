"""German: whom a role in place of a name means: „die Ministerin“, „der Moderator“."""

import re
from collections.abc import Sequence

from intake.reading.languages.german.names import HAS_POST, IS_POST
from intake.reading.languages.german.people import HOST
from intake.reading.languages.german.words.people import KINDRED, SUBJECTS
from intake.reading.people import Person

CHAIRS = re.compile(r"(?:moderator|moderatorin|gesprächsleiter\w*|sitzungsleiter\w*)$")
#: Whoever is in view may be called so.
SPEAKS = re.compile(
    r"(?:referent|referentin|redner|rednerin|vortragende[r]?|gast|expertin|experte|wissenschaftler(?:in)?|autor(?:in)?|\d+-jährige)$"
)
LECTURER = re.compile(r"(?:referent|referentin|vortragende[r]?)$")
#: What a report calls somebody of whom it printed no post; an office is another's: „die Ministerin“.
LEARNED = re.compile(
    r"\w*(?:wissenschaftler|historiker|log|nom|forscher|physiker|chemiker|mediziner|philosoph|jurist)(?:e|in)?$",
    re.I,
)
#: What somebody may be besides what the report prints of them; no office that another may hold.
CALLING = re.compile(
    r"(?:\w+-)?\w*(?:schriftsteller|dichter|lyriker|unternehmer|künstler|musiker|maler|bildhauer|fotograf|filmemacher|aktivist|publizist|"
    r"landwirt|handwerker|praktiker|berater|anwalt|anwält|ingenieur|architekt|fachmann|fachfrau|kenner|zeitzeuge?)(?:in)?$",
    re.I,
)
#: Who may be meant by „die Wissenschaftlerin“ before anybody else in view.
SCHOLAR = re.compile(r"(?:wissenschaftl|wissenschaft|forsch|gelehrt|hochschullehr)(?:er)?(?:in|e)?$", re.I)
A_SCHOLAR = re.compile(
    r"\w*(?:wissenschaft(?:l?er)|historiker|olog[ei]?|nom|forscher|physiker|chemiker|mediziner|philosoph|professor|dozent|doktorand|"
    r"promovend|rechtler|statistiker|mathematiker|geograf|geograph|demograf|demograph)(?:in|e|n)?",
    re.I,
)
FEMININE = re.compile(r"(?:in|frau)$")
AGED = re.compile(r"\d+-Jährige")
HIS_ARTICLE, HER_ARTICLE = re.compile(r"[Dd]er\s"), re.compile(r"[Dd]ie\s")
#: What may be a learned woman's or man's post, whatever they have learned.
OF_ANY_FIELD = re.compile(
    r"professor|dozent|wissenschaftl|forsch|doktorand|leiter|direktor|autor|fellow|mitarbeiter", re.I
)
#: „der damalige Landrat“ is not the one who speaks today.
OF_THE_PAST = re.compile(r"\bdamalig", re.I)
#: What the bearer of this post is called: „der Abgeordnete“.
OF_PARLIAMENT = re.compile(
    r"Mitglied\s+(?:des|im)\s+(?:\w+\s+)?(?:Bundestag|Landtag|Nationalrat|Ständerat|Europaparlament)\w*|Md[BL]|MdEP"
)
#: „Direktor der Klinik und Transplantationsbeauftragter“: two posts, each with its own head.
PARTS, OF_A_HOUSE = re.compile(r",\s+|\sund\s"), re.compile(r"\s(?:des|der|vom|von|für|im|in|beim|am)\s")
#: Who speaks for a house, whatever post they have there.
SPEAKS_FOR = re.compile(
    r"-?(?:vertreter|mitarbeiter|gesandte|delegierte|(?P<heads>leiter|chef|direktor))(?:in|r)?$", re.I
)
FEWEST = 4  # letters of the house
FIELD, LEARNED_FIELD = 8, 6  # letters: „Planer“ is anybody
SYLLABLE = 2  # letters: „Direktor“ is no „Rektor“, „Umweltminister“ a „Minister“
WORD = re.compile(r"[\wäöüß-]+")


def stem(word: str) -> str:
    """A noun without what tells woman from man, or case: Ministerin and Minister, Vorsitzende and Vorsitzender."""
    return re.sub(r"(?:er|en|es|e|s|n|r)$", "", re.sub(r"(?:innen|in)$", "", word.casefold()))


def is_hers(label: str) -> bool:
    """Whether a role in the nominative is a woman's: „die Vorsitzende des Vereins“, „Ministerin“."""
    return bool(HER_ARTICLE.match(label) or FEMININE.search(label))


class RoleFinder:
    """Resolves roles against the people of a report and the posts that it prints."""

    def __init__(self, people: Sequence[Person]):
        self.people = people

    def find(self, label: str, focus: int | None) -> int | None:
        words = [w for w in WORD.findall(label) if w[0].isupper() or AGED.fullmatch(w)]
        words = [w for w in words if w.casefold() not in ("die", "der")]
        if not words:
            return None
        words = next((words[i:] for i, word in enumerate(words) if IS_POST.fullmatch(word)), words)
        hers = FEMININE.search(words[0]) or HER_ARTICLE.match(label)
        gender = "f" if hers else "m" if HIS_ARTICLE.match(label) else None
        head = words[0]
        if CHAIRS.match(head.casefold()):
            chairs = [i for i, p in enumerate(self.people) if p.role == "moderator"]
            return chairs[0] if len(chairs) == 1 else None
        if HOST.match(head):
            hosts = [
                i
                for i, p in enumerate(self.people)
                if p.role == "host" and p.gender in (None, gender or p.gender)
            ]
            return hosts[0] if len(hosts) == 1 else None
        lecturers = [
            i
            for i, p in enumerate(self.people)
            if p.lectures and p.gender in (None, gender or p.gender) and LECTURER.match(head.casefold())
        ]
        if lecturers:
            return lecturers[0] if len(lecturers) == 1 else focus if focus in lecturers else None
        if SCHOLAR.match(head) and (scholars := self._scholars(gender)):
            return scholars[0] if len(scholars) == 1 else focus if focus in scholars else None
        if SPEAKS.match(head.casefold()) and focus is not None and self.people[focus].role != "moderator":
            return focus if self.people[focus].gender in (None, gender or "m") else None
        fits = [i for i, p in enumerate(self.people) if self._bears(p, head, gender, words[1:])]
        if not fits and "vorsitzende" in head.casefold():
            fits = [i for i, p in enumerate(self.people) if p.role == "moderator"]
        fits = (
            fits
            or self._of_kin(head, gender)
            or self._of_two_parts(head, gender)
            or self._of_a_house(head, gender)
            or self._for_a_house(head, gender)
            or self._of_the_field(head, gender)
            or self._of_the_subject(head, gender)
        )
        may_be = LEARNED.match(head) or CALLING.match(head)
        if not fits and may_be and focus is not None and self._is_nothing_else(focus, gender):
            return focus
        return fits[0] if len(fits) == 1 else focus if focus in fits else None

    def _scholars(self, gender: str | None) -> list[int]:
        """Those whose post says that they are learned."""
        return [
            i
            for i, p in enumerate(self.people)
            if p.gender in (None, gender or "m") and any(map(A_SCHOLAR.fullmatch, WORD.findall(p.post or "")))
        ]

    def _is_nothing_else(self, person: int, gender: str | None) -> bool:
        """Whether somebody is known to be of that gender, and no noun is printed that says what they have learned."""
        someone = self.people[person]
        nouns = HAS_POST.findall(someone.post or "")
        return bool(gender) and someone.gender == gender and all(map(OF_ANY_FIELD.search, nouns))

    def _of_kin(self, head: str, gender: str | None) -> list[int]:
        """Those whose post another word for it names: the Bürgermeister is „der Rathauschef“."""
        others = next((KINDRED[noun].split() for noun in KINDRED if stem(noun) == stem(head)), ())
        return [
            i
            for i, p in enumerate(self.people)
            if any(self._bears(p, other.capitalize(), gender, []) for other in others)
        ]

    def _of_two_parts(self, head: str, gender: str | None) -> list[int]:
        """Those whose post says apart what a noun joins: „Leiter des Grünflächenamts“ of „Amtsleiter“."""
        whole, fits = stem(head), []
        for i, p in enumerate(self.people):
            nouns = [
                stem(w)
                for w in WORD.findall(p.post or "")
                if IS_POST.fullmatch(w) and len(stem(w)) > SYLLABLE
            ]
            of = next((whole.removesuffix(noun) for noun in nouns if whole.endswith(noun)), "").removesuffix(
                "s"
            )
            if (
                len(of) > SYLLABLE
                and of in (p.post or "").casefold()
                and p.gender in (None, gender or p.gender)
            ):
                fits.append(i)
        return fits

    def _of_the_field(self, head: str, gender: str | None) -> list[int]:
        """„der Verkehrsplaner“ is the “Leiter des Fachdienstes Verkehrsplanung”, „die Biologin“ the “Professorin für
        Biologie”."""
        field = stem(head)
        fits = [
            i
            for i, p in enumerate(self.people)
            if field in (p.post or "").casefold() and p.gender in (None, gender or p.gender)
        ]
        return fits if len(field) >= (LEARNED_FIELD if LEARNED.match(head) else FIELD) else []

    def _of_the_subject(self, head: str, gender: str | None) -> list[int]:
        """„die Juristin“ is the “Professorin für öffentliches Recht”."""
        subjects = next((SUBJECTS[noun].split() for noun in SUBJECTS if stem(noun) == stem(head)), ())
        return [
            i
            for i, p in enumerate(self.people)
            if p.gender in (None, gender or p.gender)
            and any(
                subject in word for word in WORD.findall((p.post or "").casefold()) for subject in subjects
            )
        ]

    def _of_a_house(self, head: str, gender: str | None) -> list[int]:
        """„der Stadtwerke-Chef“ is the “Geschäftsführer der Stadtwerke”."""
        house, _, noun = head.rpartition("-")
        fits = [
            i
            for i in self._of_kin(noun.capitalize(), gender)
            if house.casefold() in (self.people[i].post or "").casefold()
        ]
        return fits if house else []

    def _for_a_house(self, head: str, gender: str | None) -> list[int]:
        """„der Verbandsvertreter“ is the “Referent im Verband der Reeder”; „die Amtsleiterin“ one of whom but the
        office is printed."""
        told = SPEAKS_FOR.search(head)
        house = SPEAKS_FOR.sub("", head).casefold().removesuffix("s")
        if house == head.casefold() or len(house) < FEWEST:
            return []
        return [
            i
            for i, p in enumerate(self.people)
            if p.gender in (None, gender or p.gender)
            and not (told and told["heads"] and HAS_POST.search(p.post or ""))
            and any(house in w.casefold() and not IS_POST.fullmatch(w) for w in WORD.findall(p.post or ""))
        ]

    def _bears(self, person: Person, head: str, gender: str | None, others: list[str]) -> bool:
        """Whether the noun is the head of a post of theirs: „Ministerin“ of „Umweltministerin“, not of „Sprecher
        der Ministerin“."""
        if gender and person.gender not in (None, gender) or OF_THE_PAST.match(person.post or ""):
            return False
        printed = OF_PARLIAMENT.sub("Abgeordneter", person.post or person.role)
        posts = [OF_A_HOUSE.split(part)[0] for part in PARTS.split(printed)]
        own = [stem(w) for post in posts for w in WORD.findall(post)]
        wider = (person.post or "").casefold()
        ends = (w.removesuffix(stem(head)) for w in own if w.endswith(stem(head)))
        return any(len(rest) != SYLLABLE for rest in ends) and all(stem(w) in wider for w in others)
