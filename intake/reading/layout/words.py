"""Words by which the parts of a page are told apart: labels, headings of lists, and what is no report.

They are those of all languages, since a page is parted before its language is known."""

import re

from intake.reading.languages import either


def _of_all(*constants: str) -> str:
    return "|".join(either("labels", constant) for constant in constants)


SENTENCE_END = re.compile(r"[.!?…:;][\"'”“’‘»«)\]]*$")
LIST_HEADER = re.compile(rf"(?:{_of_all('LIST_HEADER')})(?:\s*\([^()]*\))?\s*:?", re.I)
_PROPER = r"[^\W\d_a-zа-яё][\w.’'-]*"
#: An entry of such a list: a number or a bullet, then a name, or one name and what is told of it.
LIST_ENTRY = re.compile(
    rf"(?:[•*·▪‣◦–—-]\s*|\(?\w{{1,2}}[.)]\s+)?(?:the\s+)?(?:{_PROPER}(?:\s+(?:[a-zа-яё’'-]{{1,4}}\s+)?{_PROPER})+|"
    rf"{_PROPER}(?=\s*[,(:–—-]))"
)
#: A sentence below which people are listed: 'The panel comprised:', «В дискуссии приняли участие:»
INTRODUCES_PEOPLE = re.compile(rf"[^.!?]*\b(?:{_of_all('INTRODUCES_PEOPLE')})[^.!?:]*:", re.I)
ATTENDANCE = re.compile(rf"(?:{_of_all('ATTENDANCE')})\b[^:\n]{{0,40}}:", re.I)
DATE_LABEL = re.compile(rf"(?:{_of_all('DAY_LABEL', 'DAY_TOO')})", re.I)
PLACE_LABEL = re.compile(rf"(?:{_of_all('PLACE_LABEL', 'PLACE_TOO')})", re.I)
CITY_LABEL = re.compile(_of_all("CITY_LABEL"), re.I)
COUNTRY_LABEL = re.compile(_of_all("COUNTRY_LABEL"), re.I)
_FACT_LABEL = _of_all("DAY_LABEL", "PLACE_LABEL", "CITY_LABEL", "COUNTRY_LABEL")
#: 'Venue: the hall', and the same set with blanks as a table is: 'Venue      the hall'.
LABELLED = re.compile(
    rf"(?P<label>{_FACT_LABEL}|{_of_all('WHO_LABEL')})(?:\s*[:—–]\s*|[ ]{{3,}}|\t\s*)(?P<value>\S.*)", re.I
)
#: A further label in the same line: 'Date: 5 May 2019. Venue: the hall'.
# A run of blanks is looked at from its beginning alone, here and where a row is cut into cells.
NEXT_LABEL = re.compile(rf"(?:[.;|,]|(?<!\s))\s++(?=(?:{_FACT_LABEL})\s*:)", re.I)
#: 'When: Tuesday, 5.30 p.m.', which ends as a sentence does.
DAY_OR_PLACE = re.compile(rf"(?:{_FACT_LABEL})\s*:\s*\S[^.!?]*(?:\d|[A-ZА-ЯЁ])[^!?]*", re.I)
#: A label on a line of its own, above what it labels.
LABEL_ALONE = re.compile(rf"(?P<label>{_FACT_LABEL})\s*:?", re.I)
NAME = r"[^\W\d_a-zа-яё][\w.’'-]+(?:\s+(?:(?!(?:in|at|on|aus)\s)[a-z]{2,3}\s+)?[^\W\d_a-zа-яё][\w.’'-]+){1,3}"
PHOTO = r"(?:photo|picture|image|foto|bild|фото)"
#: 'By Ann Moss', 'By Ann Moss, research assistant', 'by Ann Moss (student)'
BY_SOMEBODY = re.compile(
    rf"(?i:{_of_all('BY')})\s+(?P<who>{NAME})"
    rf"(?:,\s+(?:Hon\.\s+)?[^,.:]{{3,60}}|\s+\([^(),.:]{{3,60}}\)|\s+(?:in|aus)\s+{_PROPER})?(?:\s*[.,;|/]\s+(?i:{PHOTO}).*)?"
)
#: In no language: a menu, rules and marks, a page's number.
_MARKS = (
    r"(?=[^\n]{5,120}$)\S(?: ?\S)*+(?:\s{3,}|\t+)(?:стр\.|с\.|pp?\.|page|seite|s\.)\s*\d{1,4}|"
    r"(?:стр\.|с\.|pp?\.|page|seite|s\.)\s*\d{1,4}(?:\s{3,}|\t+)\S(?: ?\S){2,100}|"
    r"(?:reading time|lesezeit|время чтения):?\s*\d+\s*\w+\.?|"
    r"(?:[\w&’'-]+(?: [\w&’'-]+)?(?:\s{2,}|\t)){2,}[\w&’'-]+(?: [\w&’'-]+)?|[-–—*_=~•.\s]{3,}|\d{1,4}|###|"
    r"[^\W\d_][\w&’' -]{1,24}(?:\s+·\s+[^\W\d_][\w&’' -]{1,24}){2,}"
)
#: Lines of the house above the title: a menu, a number of an issue or press release.
OF_THE_HOUSE = re.compile(
    rf"(?:[^|]+\|){{2}}|\S+(?: \S+)?(?:\s{{2,}}\S+(?: \S+)?){{2}}|{_of_all('ISSUE')}", re.I
)
#: 'Episode 58: The Dam': the title itself, wherever above the text.
EPISODE = re.compile(rf"(?:{_of_all('EPISODE')})\s+№?\d+\s*[:.—–-]\s*\S.*", re.I)
#: "Minutes of the regular meeting", «Стенограмма заседания»: what a line below the name of a house calls the event.
TITLES_A_REPORT = re.compile(rf"\b(?:{_of_all('TITLES_A_REPORT')})\b", re.I)
#: The name of a house alone: 'Ortsbeirat Unterstadt', 'Ministry of Justice'.
HOUSE = re.compile(rf"(?=.{{3,60}}$)(?=(?:[^.:?!]|\bSt\.)*$)(?:{_of_all('HOUSE')}).*|[^\W\d_]+", re.I)
FURNITURE = re.compile(rf"(?:{_of_all('FURNITURE')}|{_MARKS})", re.I)
#: The heading of a box of other pages; the titles in it follow, a line each.
RELATED = re.compile(_of_all("RELATED"), re.I)
APPEAL = re.compile(_of_all("APPEAL"), re.I)
BULLET = re.compile(r"\s*(?:[•*·▪‣◦]|[-–—]\s|\(?[0-9a-z]{1,2}[.)]\s)")
