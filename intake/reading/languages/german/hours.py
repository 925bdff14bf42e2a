"""German: hours in words."""

NUMBERS = {
    word: number
    for number, word in enumerate(
        ("eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf"), 1
    )
} | {"ein": 1}
_HOUR = rf"(?P<hour>{'|'.join(NUMBERS)}|1[0-2]|[1-9])(?![\w:.]*\d)(?!\w)"
#: What stands around the name of an hour, and the minutes that it adds.
IN_WORDS = (
    (rf"(?:um|ab|gegen)\s+halb\s+{_HOUR}", -30),
    (rf"viertel\s+nach\s+{_HOUR}", 15),
    (rf"(?:viertel\s+vor|dreiviertel)\s+{_HOUR}", -15),
    (rf"(?:um|ab|gegen)\s+(?P<hour>{'|'.join(NUMBERS)})\s+uhr", 0),
    (rf"(?:um|ab|gegen)\s+{_HOUR}(?=\s+(?:abends|morgens|nachmittags|früh)\b)", 0),
)
NOON = r"(?:um\s+)?(?:zwölf|12)\s+uhr\s+mittags?|mittags\s+um\s+(?:zwölf|12)"
MORNING, EVENING = (
    r"morgens?|vormittags?|frühstück\w*|früh",
    r"abends?|\w*abend|nachmittags?|nachts?",
)
UNTIL_THEN = r"(?:bis|endete|schloss|geschlossen|beendet)\s+(?:um\s+|gegen\s+)?"
#: Before an hour at which something else began than the event.
BEFORE_IT = (
    r"einlass(?:\s+(?:war|ist))?:?(?:\s+(?:ab|um))?|türen\s+öffneten(?:\s+sich)?(?:\s+um)?|(?:anmeldung|"
    r"registrierung|empfang|kaffee|sektempfang)(?:\s+(?:ab|um))?:?"
)
