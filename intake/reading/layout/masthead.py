"""What a house prints above the title of a report: its name, a section of its pages, the kind of document, a stamp."""

import re
from itertools import takewhile

from intake.reading.languages import either, every, modules
from intake.reading.layout.words import (
    ATTENDANCE,
    BY_SOMEBODY,
    FURNITURE,
    HOUSE,
    LABELLED,
    LIST_HEADER,
    NAME,
    TITLES_A_REPORT,
)


def _of_all(*constants: str) -> str:
    return "|".join(either("labels", constant) for constant in constants)


#: The kind of document, with its number or day: 'MEDIA STATEMENT', "MEMBERS’ NOTE 2024/17", „Medienmitteilung Nr. 12“.
DOCUMENT = re.compile(
    rf"(?:{_of_all('DOCUMENT')})(?:[\s,:(–—-]*(?:(?:no|nr)\.?|№|vom|от)?\s*\d[\w\s.,:|/(-]{{0,40}}\)?)?:?",
    re.I,
)
#: The same with the house that speaks, and a number or a day: „Pressemitteilung der Stadt Ahlheim vom 23. Mai 2022“.
PRESS_OF = re.compile(
    rf"(?:{_of_all('PRESS')})\s+(?:[^\W\d][^\W\d]*(?:[-’'][^\W\d]+)*,?\s+){{1,9}}?[(–—-]?\s*"
    rf"(?:(?:of|on|from|vom|den|am|от|за|(?:no|nr)\.?|№)\s*)?\d[\w\s.,:/-]{{0,30}}\)?",
    re.I,
)
#: The number of a document of an international body: 'ICW/23/14', 'A/CONF.5/L.2'.
SYMBOL = re.compile(r"(?=.*\d)[A-Z]{1,8}(?:[/.-][A-Z\d]{1,8}){0,4}/[A-Z\d]{1,6}(?:[./-]\w{1,6})*")
#: A section of a house's pages, on a line of its own: 'Campus news', „Aktuelles“, «Новости региона».
SECTION = re.compile(rf"(?:{_of_all('SECTION')})", re.I)
#: One beside the name of a house: 'News from the branches'.
SECTION_BESIDE = re.compile(rf"(?:{_of_all('SECTION', 'SECTION_FROM')})", re.I)
#: A newspaper, by how newspapers are called: 'The Sagebrush Daily'.
PERIODICAL = re.compile(_of_all("PERIODICAL"))
#: A series of events, with its number: 'Harbour Lecture Series', „Reihe „Stadt am Wasser“, Abend 3“.
SERIES = re.compile(
    rf"(?:{_of_all('SERIES')})(?:[\s,.:|#–—-]*(?:[^\W\d]+\.?\s+){{0,2}}(?:no\.?\s*|№\s*)?#?\d[\w./ -]{{0,12}})?"
)
#: Further names of houses, which a title may end with, too.
HOUSE_TOO = re.compile(rf"(?=.{{3,60}}$)(?:{_of_all('HOUSE_TOO')})")
#: An event that comes again, with its year and its place: 'Lowland Water Forum 2024', „Wassertage Bregenz 2023“.
EDITION = re.compile(
    rf"(?:[^\s:.?!]+\s+){{0,4}}?(?:{_of_all('EDITION')})(?:,?\s+[^\s:.?!]+){{0,2}}?[\s,–—-]+(?:19|20)\d\d"
)
LEGAL_FORM = re.compile(r",?\s+(?:e\.\s?V\.|(?:g?GmbH|gAG|mbH|Ltd\.?|Inc\.?|CIC|CIO|NPO)(?!\w))$")
#: A house's short name behind its long one: 'Secretariat for Rivers (SFR)'.
SHORT_NAME = re.compile(r"\s+\([A-ZÄÖÜА-ЯЁ][\w-]{1,9}\)$")
WITH_ITS_TOWN = re.compile(r"(?P<house>[^.]{5,60})\.\s+(?:[^\W\d_]|-){3,20}\.?")
IN_MARKS = re.compile(r"^«([^«»]+(?:«[^«»]+»)?)»$")
#: Where a page stands among the others: 'Sessions > Transport > 3B', «Мероприятия / Дискуссии».
TRAIL = re.compile(r"[^.:?!>/»→›]{2,40}(?:\s+[/>→›]\s+[^.:?!>/→›]{1,40})+")
#: The pages of a house, parted by bars: 'Opening hours | Tickets | Become a Friend'.
MENU = re.compile(r"[^\W\d_][^\d|.:?!]{1,24}(?:\s*\|\s*[^\W\d_][^\d|.:?!]{1,24}){2,}")
#: A part of a society behind its name: 'Institute of Marine Engineers, Southern Branch'.
BRANCH = re.compile(rf",\s+(?:[^\W\d_][\w’'-]*\s+){{1,4}}(?i:{_of_all('BRANCH')})$")
#: The address of a house behind its name: ', Sylhet, Bangladesh'.
ADDRESS = re.compile(r"(?:,\s+[^\W\d_a-zа-яё][\w’'-]+(?:\s[^\W\d_a-zа-яё][\w’'-]+)?){1,2}$")
A_NAME_FIRST = re.compile(rf"{NAME}(?:,\s+[^,.:;]{{3,40}})?")
FOUNDED = re.compile(r"\s+\([^()]{2,20}\s(?:18|19|20)\d\d\)$")
#: The page of an issue: 'page 3', 'p. 12'.
ON_A_PAGE = re.compile(rf"\s*[|•·–—-]\s*(?:{_of_all('PAGE')})\s*[A-Z]?\d{{1,3}}$", re.I)
PAGE_OF_AN_ISSUE = re.compile(rf"(?:{_of_all('PAGE')})\s*\d{{1,3}}", re.I)
NO_NAME = re.compile(_of_all("NO_NAME"), re.I)
_MONTH = rf"(?:{'|'.join(month[:3] for month in every('dates', 'MONTHS'))})[^\W\d_]*\.?"
_WEEKDAY = rf"(?:{'|'.join(every('dates', 'WEEKDAYS'))})[^\W\d_]*"
A_WEEKDAY = re.compile(rf"(?<!\w){_WEEKDAY}", re.I)
#: Nothing but day and hour: '18.04.2023 | 16:45', 'Posted on March 15, 2024'.
STAMP = re.compile(
    rf"(?=.*\d)(?:\d[\d.:/-]*+(?:st|nd|rd|th)?|{_MONTH}|{_WEEKDAY}|[ap]\.?m\b\.?|"
    rf"(?:{_of_all('STAMPED')})(?!\w)\.?|[\s,:|/·•–—()-]++)++",
    re.I,
)
#: 'Diocesan Notes, September 2022', 'The Windlass, 14 March 2023': a periodical and its day or month.
ISSUE = re.compile(
    rf"(?P<name>[^\d,|]{{3,50}})(?:,|\s[|·–—-])\s*(?:(?:\d{{1,2}}\.?\s+)?{_MONTH}\s+"
    r"(?:19|20)\d\d(?:\s*(?:года|г\.))?|\d{1,2}\.\d{1,2}\.\d{4})",
    re.I,
)
#: A line about day or place: a day at its beginning or behind a comma. 'Looking back on the talk of 16 May' is none.
ABOUT_THE_DAY = re.compile(
    rf"(?:^|[,|·]\s*|\s[–—-]\s)(?:{_WEEKDAY},?\s+)?(?:\d{{1,2}}(?:st|nd|rd|th|\.)?(?:\s?[–—-]\s?\d{{1,2}}\.?)?\s+"
    rf"(?:of\s+)?{_MONTH}(?!\w)|{_MONTH}\s+\d|\d{{1,2}}[./]\d{{1,2}}[./])",
    re.I,
)
#: 'Under the Rock Festival': no more than that, each word of weight with a capital.
NAME_IN_CAPITALS = re.compile(
    r"(?:[^\W\d_a-zäöüа-яё][\w’'-]*|[^\W\d_]{1,3})(?: (?:[^\W\d_a-zäöüа-яё][\w’'-]*|[^\W\d_]{1,3})){0,4}"
)
BARS, DASHES = re.compile(r"\s*\|\s*|\s+[/·•>»→›]\s+"), re.compile(r"\s+[–—-]{1,2}\s+")
SINCE = re.compile(r"\s+от\s+(?=\d)")  # «Новости от 27.09.2021»
QUOTES = '«»„“”"'
PIECES = re.compile(r"\s*[|·•,–—]\s*")
NUMBERED = re.compile(r"\D*\d[\d./-]*")
SHOUTED_BEFORE = re.compile(r"^[^\W\d_]+\s+(?=\S+\s)")
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
LONGEST_PLACE = 80  # letters of a line that tells day and place
MOST_ABOVE = 5  # lines of a house above the title
MOST_OF_A_NAME = 6  # words
FEWEST_OF_A_TITLE, FEWEST_APART = 3, 2  # words; where the report itself or a byline follows


def below_masthead(text: str, blocks: list[tuple[int, int]], lines: list[str]) -> int:
    """Which of the first lines is the title below those of the house; 0 where there are none beyond doubt, or where
    nothing below them can be a title."""
    first = _named_above_a_section(text, blocks, lines) or _in_one_block(text, blocks, lines)
    own = list(takewhile(_is_of_a_house, lines[first : first + MOST_ABOVE]))
    for below in range(min(first + len(own), len(lines) - 1), 0, -1):
        above = lines[:below]
        told = first or any(map(tells_a_page, above)) or _is_dated(text, blocks, above)
        told = told or below == 1 and (_names_a_report(lines) or _opens_a_trail(text, blocks, lines[0]))
        told = told or below == 1 and bool(LEGAL_FORM.search(lines[0]))
        told = told or below == 2 and is_a_periodical(lines[0]) and _tells_an_issue(lines[1])
        closing = below == len(lines) - 1 or bool(BY_SOMEBODY.fullmatch(lines[below + 1]))
        if told and _may_be_a_title(lines[below], FEWEST_APART if closing else FEWEST_OF_A_TITLE):
            return below
    return _session_of_a_series(lines, first + len(own))


def _session_of_a_series(lines: list[str], below: int) -> int:
    """«Семинар «Ветер и лёд»: заседание № 37», right above where and when it was: the title where no other line is."""
    told = 1 < below < len(lines) and LABELLED.match(lines[below]) and is_a_name(lines[0])
    return below - 1 if told and SERIES.fullmatch(lines[below - 1]) else 0


def _in_one_block(text: str, blocks: list[tuple[int, int]], lines: list[str]) -> int:
    """How many lines stand together at the top, the first of them the name of a house and none a title of a report."""
    if not lines or not is_a_name(lines[0]):
        return 0
    together = 1
    while together < min(len(lines), MOST_ABOVE):
        if text.count("\n", blocks[together - 1][1], blocks[together][0]) > 1:
            break
        together += 1
    titled = any(TITLES_A_REPORT.search(line) and not tells_a_page(line) for line in lines[:together])
    return together if 1 < together < len(lines) and not titled else 0


def _names_a_report(lines: list[str]) -> bool:
    """'Faculty of Law', and below it 'Report of the seminar', or a title with 'A panel discussion' right below it."""
    titled = any(TITLES_A_REPORT.search(line) and not ABOUT_THE_DAY.search(line) for line in lines[1:3])
    return is_a_name(lines[0]) and titled and not TITLES_A_REPORT.search(lines[0])


def _opens_a_trail(text: str, blocks: list[tuple[int, int]], line: str) -> bool:
    """'HARBOUR UNION / Lent 2023 / Week 5', with a blank line below it."""
    pieces = BARS.split(line)
    return len(pieces) > 1 and is_a_name(pieces[0]) and text.count("\n", blocks[0][1], blocks[1][0]) > 1


def _is_dated(text: str, blocks: list[tuple[int, int]], above: list[str]) -> bool:
    """A stamp alone, or the name of a house with a stamp or an issue, apart from what follows."""
    apart = text.count("\n", blocks[len(above) - 1][1], blocks[len(above)][0]) > 1
    dated = is_a_name(above[0]) and any(
        _is_dated_line(line) or _tells_day_and_place(line) for line in above[1:]
    )
    return is_stamp(above[0]) or apart and (dated or _is_signed(above[0]) or _tells_day_and_place(above[0]))


def _tells_day_and_place(line: str) -> bool:
    """'Leeds, 5 May 2021', '5 May 2021 · Kelp House, Leeds': a whole day, and names that call no event."""
    pieces = PIECES.split(line.strip())
    names = [piece for piece in pieces if not is_stamp(piece)]
    dated = len(names) < len(pieces) and YEAR.search(line) and ABOUT_THE_DAY.search(line)
    return bool(dated) and len(line) < LONGEST_PLACE and not any(map(_calls_an_event, names))


def _calls_an_event(piece: str) -> bool:
    return bool(TITLES_A_REPORT.search(piece)) or not NAME_IN_CAPITALS.fullmatch(piece)


def _is_signed(line: str) -> bool:
    """'By Ann Moss', 'Ann Moss, 4 May 2022': who wrote it, and when."""
    line = line.strip(" *_")
    named = [piece for piece in PIECES.split(line) if not is_stamp(piece)]
    if len(named) != 1:
        return False
    dated = named[0] != line.strip() and re.fullmatch(NAME, named[0]) and _is_given(named[0].split()[0])
    return bool(BY_SOMEBODY.fullmatch(named[0]) or dated)


def _tells_an_issue(line: str) -> bool:
    """'Friday, November 2, 2018 • Page A3': newspapers print the weekday above what they report."""
    return is_stamp(line) and bool(A_WEEKDAY.search(line))


def _is_given(word: str) -> bool:
    return any(module.is_given(word.casefold()) for module in modules("names"))


def is_stamp(line: str) -> bool:
    """Whether a line holds nothing but a day or an hour, and the page of an issue."""
    return bool(STAMP.fullmatch(ON_A_PAGE.sub("", line)))


def _named_above_a_section(text: str, blocks: list[tuple[int, int]], lines: list[str]) -> int:
    """1 where a short name has a section right below it, and a longer line apart from both: 'Mill Museum', 'Blog'.

    An event with its year is the house of its sessions, and a name in capitals that of the organisation below it."""
    if len(lines) < 3:
        return 0
    together = text.count("\n", blocks[0][1], blocks[1][0]) == 1
    apart = text.count("\n", blocks[1][1], blocks[2][0]) > 1
    name, below, title = _without_a_motto(lines[0]), lines[1], lines[2]
    section = bool(SECTION.fullmatch(below) or TRAIL.fullmatch(below))
    shouted = name.isupper() and not title.isupper()
    named = (
        section
        and (NAME_IN_CAPITALS.fullmatch(name) or EDITION.fullmatch(name))
        or shouted
        and (section or is_a_name(below) or is_stamp(below) and _is_byline(lines[3:4]))
    )
    return int(together and apart and bool(named) and len(name.split()) < len(title.split()))


def _is_byline(lines: list[str]) -> bool:
    """'By Ann Moss', 'Ann Moss, Deputy Editor'"""
    return any(BY_SOMEBODY.fullmatch(line) or A_NAME_FIRST.fullmatch(line) for line in lines)


def _is_of_a_house(line: str) -> bool:
    told = tells_a_page(line) or is_a_name(line) or _is_dated_line(line)
    told = told or any(pattern.fullmatch(line) for pattern in (FURNITURE, TRAIL, MENU))
    return told or _is_signed(line) or _tells_day_and_place(line)


def _is_dated_line(line: str) -> bool:
    return is_stamp(line) or bool(ISSUE.fullmatch(line))


def is_a_name(line: str) -> bool:
    """The name of a house, which is the title where nothing else can be."""
    line = without_its_branch(
        SHORT_NAME.sub("", LEGAL_FORM.sub("", _without_a_motto(IN_MARKS.sub(r"\1", line))))
    )
    line = line.replace("–", "-")  # Baltic–Gulf Chamber of Commerce
    small = line.capitalize() if line.isupper() else line  # «ДУМА ГОРОДА ЕЛЬСКА»
    named = any(kind.fullmatch(form) for kind in (HOUSE, HOUSE_TOO, PERIODICAL) for form in {line, small})
    named = named or is_a_periodical(line)
    if line.isupper() and (own := WITH_ITS_TOWN.fullmatch(line)):  # «МУЗЕЙ ФАРФОРА. ЯРОСЛАВЛЬ»
        return is_a_name(own["house"])
    several_words = " " in line or "-" in line  # „Ida-Moor-Stiftung“
    return several_words and bool(named) and not NO_NAME.search(line)


def _without_a_motto(line: str) -> str:
    """„Netzwerk Salzgärten“ of „Netzwerk Salzgärten – Verein zur Pflege alter Becken“: what the house is, in a second
    name; a title says something else behind its dash."""
    name, *motto = DASHES.split(line, maxsplit=1)
    told = motto and (HOUSE.fullmatch(motto[0]) or HOUSE_TOO.fullmatch(motto[0]))
    return name if told and not TITLES_A_REPORT.search(motto[0]) else line


def without_its_branch(name: str) -> str:
    """'Institute of Marine Engineers' of 'Institute of Marine Engineers, Southern Branch (founded 1888)' or of
    'Institute of Marine Engineers, Oslo, Norway'."""
    name = BRANCH.sub("", FOUNDED.sub("", name))
    house = ADDRESS.sub("", name)
    return house if HOUSE.fullmatch(house) or HOUSE_TOO.fullmatch(house) else name


def is_a_periodical(line: str) -> bool:
    """'The Harbour Courier', 'THE HARBOUR COURIER'"""
    return bool(PERIODICAL.fullmatch(line.title() if line.isupper() else line))


def tells_a_page(line: str) -> bool:
    """The kind of document or the section, alone or beside the name of the house: 'UNOCR | Stories from the region'.

    What stands behind a dash may be the title's: „Tagung am Moor – Rückblick“."""
    issue = ISSUE.fullmatch(line)
    bare = SHOUTED_BEFORE.sub("", line) if line.isupper() else line  # 'CPD SEMINAR REPORT'
    if (
        DOCUMENT.fullmatch(line)
        or PRESS_OF.fullmatch(line)
        or SYMBOL.fullmatch(line)
        or DOCUMENT.fullmatch(bare)
        or SECTION.fullmatch(line)
        or SERIES.fullmatch(line.title() if line.isupper() else line)
        or issue
        and (PERIODICAL.fullmatch(issue["name"].strip(QUOTES)) or SECTION.fullmatch(issue["name"]))
    ):
        return True
    barred, dashed = BARS.split(line), DASHES.split(line)
    if all(DOCUMENT.fullmatch(piece) for piece in dashed):  # 'MEDIA RELEASE – FOR IMMEDIATE RELEASE'
        return True
    if _is_an_issue(dashed):
        return True
    if _holds_a_section(barred, DOCUMENT, SECTION_BESIDE) or _holds_a_section(dashed, SECTION_BESIDE):
        return True
    pieces = PIECES.split(SINCE.sub(", ", line))  # «Дневник фестиваля, день третий, 19 августа 2023»
    return any(map(is_stamp, pieces[1:])) and bool(SECTION.fullmatch(pieces[0]))


def _is_an_issue(dashed: list[str]) -> bool:
    """„Forum Aarau – Notiz 1/24“, '… — Newsletter, May 2022 — page 3'."""
    if len(dashed) > 1 and PAGE_OF_AN_ISSUE.fullmatch(dashed[-1]):
        return True
    if len(dashed) != 2 or not is_a_name(dashed[0]):
        return False
    return bool(NUMBERED.fullmatch(dashed[1]) and DOCUMENT.fullmatch(dashed[1]))


def _holds_a_section(pieces: list[str], *patterns: re.Pattern[str]) -> bool:
    """Whether one of several short parts of a line is a section."""
    short = len(pieces) > 1 and all(len(piece.split()) <= MOST_OF_A_NAME for piece in pieces)
    return short and any(pattern.fullmatch(piece) for pattern in patterns for piece in pieces)


def _may_be_a_title(line: str, fewest: int) -> bool:
    """Some words, and neither a label, a byline, a day, a list nor a line of the house."""
    begins = any(pattern.match(line) for pattern in (LABELLED, ATTENDANCE, BY_SOMEBODY))
    whole = any(pattern.fullmatch(line) for pattern in (LIST_HEADER, FURNITURE, ISSUE))
    other = begins or whole or bool(ABOUT_THE_DAY.search(line)) or tells_a_page(line)
    return len(line.split()) >= fewest and line[-1] not in ",;:" and not other
