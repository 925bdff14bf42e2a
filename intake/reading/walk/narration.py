"""What ends a speaker's voice: narration of the event, and people quoted from elsewhere."""

import re
from datetime import date, timedelta

from intake.reading.facts.calendar import find_dates
from intake.reading.languages import either


def _of_all(constant: str) -> str:
    return either("narration", constant)


NARRATION = re.compile(_of_all("NARRATION"), re.I)
BACKGROUND = re.compile(_of_all("BACKGROUND"), re.I)
OF_THE_RECORD = re.compile(_of_all("OF_THE_RECORD"), re.I)
ACTS = re.compile(_of_all("ACTS"))
#: "Both agreed that …"
BOTH = re.compile(_of_all("BOTH"), re.I)
#: Behind a name: that its bearer lived long ago.
LIVED_THEN = re.compile(_of_all("LIVED_THEN"))
#: What a question is about, behind whoever asks it: "asked why …", «спросил, сколько …»
INDIRECT = re.compile(_of_all("INDIRECT"), re.I)
#: "The answer was that …"
THE_ANSWER = re.compile(rf"\W*(?:{_of_all('THE_ANSWER')})", re.I)
#: Verbs of whoever was asked, and never of who asked.
REPLIES = re.compile(rf"(?:{_of_all('REPLIES')})", re.I)
ASKED = re.compile(r"\?[\"”»’]|\?$")
#: Who spoke before whoever spoke last: 'his opponent'.
OPPONENT = re.compile(_of_all("OPPONENT"), re.I)
ABOUT = re.compile(rf"[\W\d]*(?:{_of_all('ABOUT')})\W*", re.I)
MODERATES = re.compile(_of_all("MODERATOR"), re.I)
OUTSIDE = re.compile(_of_all("OUTSIDE"), re.I)
CANNOT_COME = re.compile(_of_all("CANNOT_COME"), re.I)
OUTSIDE_VERB = re.compile(_of_all("OUTSIDE_VERB"), re.I)
OUTSIDE_AFTER = re.compile(rf"(?:\s+(?:{_of_all('HEARERS')}))?\s+(?:{_of_all('OUTSIDE_AFTER')})", re.I)
OF_THE_STATE = re.compile(rf"\W*(?:{_of_all('OF_THE_STATE')})", re.I)
BEFORE_THE_EVENT = re.compile(_of_all("BEFORE_THE_EVENT"))
OWN_WORDS = re.compile(rf"(?<!\w)(?:{_of_all('OWN_WORDS')})(?!\w)", re.I)
# What parts the clauses of two speakers in a sentence.
PARTS_SPEAKERS = re.compile(
    rf"(?:[,;—–]\s*(?:{_of_all('PARTS_SPEAKERS_BEHIND_COMMA')})?|\s(?:{_of_all('PARTS_SPEAKERS')}))"
    r"\s+(?:[^,;]{0,60},\s*)?$"
)
# The same by a word alone: a mere comma may stand before anything.
PARTS_BY_A_WORD = re.compile(
    rf"[,;—–]\s*(?:{_of_all('PARTS_SPEAKERS_BEHIND_COMMA')})\s+(?:[^,;]{{0,60}},\s*)?$"
)
NEAR = 40  # letters behind a verb that tell when it was said
TOLD = re.compile(
    r"[:,;]|\b(?:that|how|why|whether|if|to|which|who)\b"
)  # behind it stands what was said, which may tell of any year
#: What is done once, on a day: an announcement, and no report of one.
ANNOUNCED = re.compile(_of_all("ANNOUNCED"))
#: "campaigned for lights in the 1830s": the verb's own time, where nothing that was said stands behind it.
IN_A_DECADE = re.compile(_of_all("IN_A_DECADE"))
LATEST_YEAR = 2100  # a number above it is no year
#: "Ann Moss: The Last Shift. Quay Press, 312 pages.": a book, and nobody's words.
A_BOOK = re.compile(
    r"[^\n:«»“”\"]{3,60}:\s[^\n:]{3,150}\W\d{2,4}\s+(?:Seiten|pages|pp|стр|с)(?!\w)[^\n:]{0,40}"
)
PULL_QUOTE = re.compile(r"\s*[—–―-]{1,2}\s*(?P<who>[^\n]{3,160})$")

#: "GAVI has pledged a million", „Die NATO …“: what a house has done is told by the report.
OF_A_HOUSE = re.compile(r"\W*(?:The\s+|Die\s+|Der\s+)?[A-ZА-ЯЁ]{3,}(?![\w’'-])(?!\s+[A-Z][a-z])")
YEAR = re.compile(r"(?<![\d-])(?:1[0-9]|20)\d\d(?![\d-])")
#: "has grown seaweed since 1988" tells of today.
OLD_YEAR = re.compile(rf"(?<!since )(?<!seit )(?<!Since )(?<!Seit )(?<!\sс ){YEAR.pattern}")
CENTURY = re.compile(_of_all("CENTURY"), re.I)
DAY = "YYYY-MM-DD"
#: What was announced so many days before the first that a report prints was announced elsewhere.
DAYS_BEFORE = 14
LONG_AGO = 3  # years before the last that a report names


#: "said in 1911", „sagte 1911“, "warned as early as 1911"; "recalled the drought of 2018" tells of it today.
WHEN_SAID = re.compile(
    rf"\W*(?:\w+ly\s+|back\s+|(?:{_of_all('ALREADY')})\s+)?(?:[^\W\d]{{1,6}}\s+){{0,2}}?(?:1[0-9]|20)\d\d(?!\w)",
    re.I,
)


class History:
    """What of a report tells of long ago: sentences with a year, or a century, well before its last year."""

    def __init__(self, text: str):
        days = [found.last for found in find_dates(text)]
        dated = [int(day[:4]) for day in days]  # "by 2040" tells of no past
        years = dated or [int(year) for year in YEAR.findall(text)]
        self.first = next((day for day in days if len(day) == len(DAY)), None)
        self.last = max((year for year in years if year <= LATEST_YEAR), default=LATEST_YEAR)

    def tells(self, sentence: str) -> bool:
        old = any(int(year) <= self.last - LONG_AGO for year in OLD_YEAR.findall(sentence))
        return old or bool(CENTURY.search(sentence))

    def is_before(self, words: str) -> bool:
        """Whether words tell of a day well before the first that the report prints."""
        days = (found.last for found in find_dates(words) if len(found.last) == len(DAY))
        return self.first is not None and any(
            date.fromisoformat(self.first) - date.fromisoformat(day) > timedelta(DAYS_BEFORE) for day in days
        )

    @staticmethod
    def day_of(words: str) -> str:
        """What of the words behind a verb says when it was said."""
        match = WHEN_SAID.match(words)
        return words if not YEAR.search(words) else match.group() if match else ""
