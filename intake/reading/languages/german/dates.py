"""German: how dates are printed, and which of them are not the event's."""

from intake.reading.words import words

MONTHS = words("januar februar märz april mai juni juli august september oktober november dezember")
WEEKDAYS = words("montag dienstag mittwoch donnerstag freitag samstag sonntag")
#: {0} is the name of the group; a day's is day1 or day2, a month's month1 or month2.
MONTH = (
    r"(?P<{0}>jan(?:uar)?|jänner|feb(?:ruar)?|märz|apr(?:il)?|mai|juni?|juli?|aug(?:ust)?|sept?(?:ember)?|okt(?:ober)?|"
    r"nov(?:ember)?|dez(?:ember)?)(?!\w)\.?"
)
DAY = r"(?P<{0}>\d{{1,2}})\."
TO = "bis(?: zum)?|und"
IN_MONTH = r"im\s+"


def day_forms(to: str) -> tuple[str, ...]:
    """The forms of a day, or several, without a year; `to` joins two days."""
    day1, day2, month1, month2 = (
        DAY.format("day1"),
        DAY.format("day2"),
        MONTH.format("month1"),
        MONTH.format("month2"),
    )
    return (
        rf"(?:vom\s+)?{day1}\s*{month1}{to}{day2}\s*{month2}",
        rf"(?:vom\s+)?{day1}{to}{day2}\s*{month1}",
        rf"{day1}\s*{month1}",
    )


# --- dates that are not the event's, and what tells on which day it was ---

NOT_THE_EVENT = (
    r"seit|bis|vor|nach|veröffentlicht|erschienen|geboren|gestorben|nächste[rsn]? (?:treffen|sitzung|termin|\w*abend)|"
    r"frist|anmeldung|verordnung vom|gesetz vom|ab|pressemitteilung[^.]{0,20}"
)
PUBLISHED = r"\b(?:veröffentlicht|erschienen|ausgabe|pressemitteilung|stand|aktualisiert)\b"
BYLINE = r"^(?:von|text|autor(?:in)?)\b:?\s+\S|\bmin(?:uten)? lesezeit\b|\| von \b|\bkommentare?\b"
TODAY = r"\bheute\b"
YESTERDAY = r"\bgestern\b"
SOME_OTHER_DAY = r"\bgestern\b|\b(?:vergangene|letzte)[nr]? (?:woche|\w+tag)\b"
ON_A_WEEKDAY = "am"
PAST_WEEKDAY = r"am\s+(?:\w+en\s+)?{day}(?:abend|vormittag|nachmittag|mittag|morgen)|am\s+vergangenen\s+{day}"
LAST_WEEKDAY = r"am\s+letzten\s+{day}"
#: Before a weekday that is still to come.
TO_COME = r"wird|werden|soll|sollen|kommenden|nächsten|jeden|findet"
