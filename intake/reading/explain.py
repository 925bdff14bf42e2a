"""The words in which the review tells an editor how something was read; nothing reads them back."""

from collections.abc import Iterable

from intake.reading.cues import SAYS_NOTHING, Cue, Sign

SEVERAL_KNOWN = "several known people bear this name, so none is chosen"
SAYS_SOMETHING = "says something in the report"
TURN = "name before a colon"
DIALOGUE_GOES_ON = "spoken words behind a dash go on"
LIST_ITEM = "an item of the list that their sentence announces"
PULL_QUOTE = "name set below the quotation after a dash"
RULE = "under the Chatham House Rule nobody is meant by a pronoun"
SIGNATURE = "the line beside the quotation names who said it"
NEXT_SENTENCE = "the next sentence says whose it is"
BESIDE_THEIR_SENTENCE = "quotation beside the last speaker's sentence"
HOLDS = "a sentence about somebody who speaks here, which may tell what they hold"
FROM_ABOVE = "quotation goes on from the paragraph above"
BEHIND_A_SENTENCE_ABOUT = "quotation behind a sentence about the speaker"
ANSWER_TO_ABOVE = "answer to the question above"


def cue(cue: Cue) -> str:
    """The sign of a sentence: 'reporting verb “said” with surname'."""
    if cue.act in SAYS_NOTHING:
        return f"speaks about something ({cue.words})"
    return _SIGNS[cue.sign].format(words=cue.words, how=cue.how or cue.kind)


_SIGNS = {
    Sign.VERB: "reporting verb “{words}” with {how}",
    Sign.SOURCE: "“{words}” with {how}",
    Sign.BEHIND_SOURCE: "“{words}” behind {how}",
    Sign.POSSESSIVE: "possessive with a noun of saying, {how}",
    Sign.HIS_NOUN: "possessive “{words}” with a noun of saying",
    Sign.IN_VIEW_OF: "“in …’s view” with {how}",
    Sign.NOMINAL: "what they raised or offered, in a noun of saying",
    Sign.PASSIVE: "passive “{words}” with {how}",
    Sign.CLAUSE: "{how} with a clause that may be theirs",
    Sign.SIGNED: "{how} behind the words",
    Sign.COLON: "{how} before a colon",
}


def several(cue_: Cue, names: Iterable[str]) -> str:
    return f"{cue(cue_)}: {', '.join(names)}"


def pronoun(cue_: Cue, name: str) -> str:
    return f"{cue(cue_)}; “{cue_.group}” is {name}"


def nobody_fits(cue_: Cue) -> str:
    return f"pronoun “{cue_.group}”; nobody before it fits"


def role(cue_: Cue, name: str) -> str:
    return f"{cue(cue_)} “{cue_.group}”, that is {name}"


def unknown_role(cue_: Cue) -> str:
    return f"{cue(cue_)}; the report does not name the one person meant"


def turn_goes_on(label: str) -> str:
    return f"turn of {label} goes on"


def labelled_turn(label: str) -> str:
    return f"label “{label}” before a colon"


def quotation(why: str, name: str) -> str:
    return f"{why}: {name}"


def same_mood(name: str) -> str:
    return f"the subjunctive goes on with what {name} said"


def same_voice(name: str) -> str:
    return f"goes on in the voice of {name}"
