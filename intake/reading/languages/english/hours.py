"""English: hours in words."""

NUMBERS = {
    word: number
    for number, word in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), 1
    )
}
_HOUR = rf"(?P<hour>{'|'.join(NUMBERS)}|1[0-2]|[1-9])(?![\w:.]*\d)"
#: What stands around the name of an hour, and the minutes that it adds.
IN_WORDS = (
    (rf"half[\s-]past\s+{_HOUR}", 30),
    (rf"(?:at|around|about)\s+half\s+(?P<hour>{'|'.join(NUMBERS)})(?![\w-])", 30),
    (rf"(?:a\s+)?quarter\s+past\s+{_HOUR}", 15),
    (rf"(?:a\s+)?quarter\s+to\s+{_HOUR}", -15),
    (rf"(?P<hour>{'|'.join(NUMBERS)})[\s-]thirty(?![\w-])", 30),
    (rf"(?P<hour>{'|'.join(NUMBERS)})\s+o[’']clock", 0),
    (
        rf"from\s+(?P<hour>{'|'.join(NUMBERS)})(?=\s+(?:to|until|till)\s+(?:noon|midday|{'|'.join(NUMBERS)})(?:\s+(?:on|in|at|and)\b|[,.;]|$))",
        0,
    ),
    (rf"at\s+{_HOUR}(?=\s+(?:in\s+the\s+(?:morning|afternoon|evening)|sharp)\b)", 0),
)
NOON = r"(?:12\s+|twelve\s+)?(?:noon|midday)"
MORNING, EVENING = r"morning|breakfast|a\.m\.", r"evening|afternoon|night|tonight|dinner|supper|p\.m\."
UNTIL_THEN = (
    r"(?:until|till|to|by|ended\s+at|closed\s+at|finished\s+at|concluded\s+at|rose\s+at|adjourned\s+at)\s+"
)
#: Before an hour at which something else began than the event.
BEFORE_IT = (
    r"(?<!shortly\s)(?<!just\s)(?<!soon\s)(?<!right\s)(?<!little\s)(?:after|before)|"
    r"doors?\b(?:\s+[^.,;:]{0,60}?)?\s+opened(?:\s+at)?|doors?\s*(?:open(?:\s+at)?|:|at|from)|"
    r"registration(?:\s+(?:was\s+open|opened|began|desk))?(?:\s+(?:from|at))?:?|"
    r"(?:coffee|tea|drinks|refreshments|breakfast|arrivals?|check-in|a\s+reception)\s+(?:(?:was|"
    r"were)\s+served\s+)?(?:from|at)"
)
