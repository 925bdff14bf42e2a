"""English: how dates are printed, and which of them are not the event's."""

from intake.reading.words import words

MONTHS = words("january february march april may june july august september october november december")
WEEKDAYS = words("monday tuesday wednesday thursday friday saturday sunday")
#: {0} is the name of the group; a day's is day1 or day2, a month's month1 or month2.
MONTH = (
    r"(?P<{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
DAY = r"(?P<{0}>\d{{1,2}})(?:st|nd|rd|th)?"
TO = "to|and|till|until|through"
IN_MONTH = r"in\s+"


def day_forms(to: str) -> tuple[str, ...]:
    """The forms of a day, or several, without a year; `to` joins two days."""
    day1, day2, month1, month2 = (
        DAY.format("day1"),
        DAY.format("day2"),
        MONTH.format("month1"),
        MONTH.format("month2"),
    )
    return (
        rf"{day1}\s+(?:of\s+)?{month1}{to}{day2}\s+(?:of\s+)?{month2}",  # 30 April – 2 May
        rf"{month1}\s+{day1}{to}{month2}\s+{day2}",  # April 30 – May 2
        rf"{day1}{to}{day2}\s+(?:of\s+)?{month1}",  # 26–28 April
        rf"{month1}\s+{day1}{to}{day2}",  # April 26–28
        rf"(?:the\s+)?{day1}(?:\s+|-)(?:day\s+)?(?:of\s+)?{month1}",  # 26th of April
        rf"{month1}\s+{day1}",  # April 26
    )


# --- dates that are not the event's, and what tells on which day it was ---

NOT_THE_EVENT_RIGHT_BEFORE = r"\bby\s+(?:the\s+)?(?:\w+day,?\s+)?$"
NOT_THE_EVENT = (
    r"since|until|(?<!appeared )(?<!appearing )(?<!came )(?<!gave evidence )before|after|"
    r"years?\s+end(?:ed|ing)|lapses?|expires?|published|updated|posted|born|died|next (?:meeting|session|event)|"
    r"will (?:be|take|meet|start)|deadline|due|signed on|dated|letter of|act of|until|"
    r"sent(?: to \w+)?(?: on)?|circulated|issued|enacted|adopted on|approved on|effective|minutes of "
    r"the(?: previous| last)? meeting (?:of|held "
    r"on)\s*.{0,40}approved"
)
PUBLISHED = r"\b(?:immediate\s+use|published|posted|updated|released?|issued?|issue|vol(?:ume)?)\b"
BYLINE = (
    r"^(?:by|text|words|story|report)\b(?:\s+by\b)?:?\s+\S|\bmin(?:ute)?s? read\b|"
    r"\b(?:correspondent|news (?:network|desk|service)|staff (?:writer|reporter)|bureau)\b|\bviews$"
)
TODAY_BEHIND = (
    r"said|told|spoke|opened|announced|joined",
    r"today|tonight|this (?:morning|afternoon|evening)",
)
TODAY = (
    r"\b(?:today|tonight|this (?:morning|afternoon|evening)),? (?:held|met|said|hosted|opened|announced)\b"
)
YESTERDAY = r"\b(?:yesterday|last night|last evening)\b"
SOME_OTHER_DAY = (
    r"\b(?:yesterday|last (?:night|week|month|\w+day|weekend)|(?:earlier|late|later) "
    r"(?:this|last) (?:week|month)|in (?:early|mid|late)[- ](?:January|February|March|April|May|June|July|August|"
    r"September|October|November|December))\b"
)
ON_A_WEEKDAY = "on"
#: {day} is a weekday: the last one before the day on which a report was published, and 'last Tuesday', which may be
#: that of the week before.
PAST_WEEKDAY = r"{day}\s+(?:night|evening|afternoon|morning)|(?:this\s+)?past\s+{day}"
LAST_WEEKDAY = r"last\s+{day}"
#: Before a weekday that is still to come; 'came to speak on Monday night' is past.
TO_COME = (
    r"will|shall|would|(?<!came )(?<!gathered )(?<!turned out )(?<!lined up )(?<!(?<!have )signed up )to|"
    r"due|planned|every|next|coming|this coming"
)
