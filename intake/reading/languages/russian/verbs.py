"""Russian: what a verb of speaking does."""

from intake.reading.cues import Act

ASKING = ("спросил", "поинтересовал")
ANSWERING = ("ответ", "сказал", "признал", "пояснил")


def act_of(verb: str) -> Act:
    """Whether a verb asks, or can stand with an answer."""
    low = verb.lower()
    if low.startswith(ASKING):
        return Act.ASKS
    return Act.ANSWERS if low.startswith(ANSWERING) else Act.SAYS
