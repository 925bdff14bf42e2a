"""Russian: how dates are printed, and which of them are not the event's."""

from intake.reading.words import words

MONTHS = words("января февраля марта апреля мая июня июля августа сентября октября ноября декабря")
WEEKDAYS = words("понедельник вторник сред четверг пятниц суббот воскресень")
ORDINALS = words("""
первого второго третьего четвёртого пятого шестого седьмого восьмого девятого десятого одиннадцатого
двенадцатого тринадцатого четырнадцатого пятнадцатого шестнадцатого семнадцатого восемнадцатого
девятнадцатого двадцатого
""")
#: {0} is the name of the group; a day's is day1 or day2, a month's month1 or month2.
MONTH = rf"(?P<{{0}}>{'|'.join(f'{month[:3]}(?:{month[3:]})?' for month in MONTHS)})(?!\w)\.?"
DAY = r"(?P<{0}>\d{{1,2}})(?:-го)?"
NAMED_DAY = rf"(?P<{{0}}>\d{{{{1,2}}}}(?:-го)?|{'|'.join(ORDINALS)})"
TO = "по|и"
MONTHS_IN = words("январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре")
IN_MONTH = r"в\s+"


def day_forms(to: str) -> tuple[str, ...]:
    """The forms of a day, or several, without a year; `to` joins two days."""
    day1, day2, month1, month2 = (
        DAY.format("day1"),
        DAY.format("day2"),
        MONTH.format("month1"),
        MONTH.format("month2"),
    )
    return (
        rf"(?:с\s+)?{day1}\s+{month1}{to}{day2}\s+{month2}",
        rf"(?:с\s+)?{day1}{to}{day2}\s+{month1}",
        rf"{NAMED_DAY.format('day1')}\s+{month1}",
    )


# --- dates that are not the event's, and what tells on which day it was ---

NOT_THE_EVENT = r"с\s+момента|после|до|родил\w+|опубликован\w*|следующ\w+"
PUBLISHED = r"опубликован|публикаци|\bвыпуск|№ ?\d"
BYLINE = r"^(?:автор|текст|фото)\b:?\s+\S|\bкорреспондент\b|\bвремя чтения\b|^просмотр"
TODAY = r"\bсегодня\b"
YESTERDAY = r"\bвчера\b"
SOME_OTHER_DAY = r"\bвчера\b|\bна (?:прошлой|минувшей|этой) неделе|\bв (?:минувш|прошл)"
ON_A_WEEKDAY = "во?"
PAST_WEEKDAY = (
    r"во?\s+(?:минувш|прошедш)\w+\s+{day}|(?:во?\s+)?{day}\w*,?\s+(?:вечером|утром|дн[её]м)|"
    r"вечером\s+(?:во?\s+)?{day}"
)
LAST_WEEKDAY = r"во?\s+прошл\w+\s+{day}"
#: Before a weekday that is still to come.
TO_COME = r"будет|будут|состоится|пройдёт|пройдет|следующ\w+|ближайш\w+|кажд\w+"
