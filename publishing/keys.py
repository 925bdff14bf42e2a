"""What is sent in place of a key: it may be anything."""

#: Digits of the greatest key that a database holds.
LONGEST_KEY = 18


def could_be_key(sent: str) -> bool:
    """Whether a database can be asked for it: digits of our own script, and not too many."""
    return sent.isascii() and sent.isdecimal() and len(sent) <= LONGEST_KEY
