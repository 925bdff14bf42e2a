"""Whether the words round a quotation say that it was never said, or is not so."""

import re
from collections.abc import Iterator

from verifying.words import Words

CLAUSE_ENDS = re.compile(r"[.,;:!?…—–()]")
NEGATING = frozenset(
    "not no never nobody nothing neither none nor cannot не ни никогда никто нет nicht nie niemals niemand kein"
    " keine keinen".split()
)
#: What is negated where words are said not to have been said, or not to be true.
SAID = frozenset(
    "say said says saying claim claimed claims told utter uttered wrote write written mean meant true so case"
    " spoke spoken put call called calls describe described quoted fact"
    " говорил говорила сказал сказала заявлял заявляла писал писала правда правду gesagt sagte behauptet geschrieben"
    " wahr говорить сказать заявил заявить утверждал утверждала утверждает называл называла назвал назвала назвать"
    " называет писать считал считала nannte nennt genannt bezeichnete bezeichnet schrieb".split()
)
#: Whoever does this with saying something does not say it.
HOLDS_BACK = re.compile(
    r"\b(?:declin|refus|stopp?(?:ed|s|ing)? short|fail|hesitat|отказал)\w*\s+(?:to|of|from|ся|ась)?\b", re.I
)
_VERBS = (
    r"den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|refut(?:e|es|ed|ing)|disput(?:e|es|ed|ing)|disown(?:s|ed|ing)?"
    r"|disavow(?:s|ed|ing)?|invent(?:s|ed)?|fabricated?|misquot(?:e|es|ed)|forged|отрица(?:л|ла|ет|ют)"
    r"|отверг(?:ла)?|опроверг(?:ла|ает)?|выдума(?:л|ла)|bestr(?:itt|eitet)|leugnete?|dementierte?|erfunden"
)
_ADJECTIVES = r"false(?:ly)?|untrue|wrong(?:ly)?|fake|misattributed|fictitious|apocryphal"
#: Turn what is said beside them, whatever else stands there.
HEARSAY = re.compile(r"\b(?:allegedly|supposedly|якобы|будто|angeblich)\b", re.I)
DENYING = re.compile(rf"\b(?:{_VERBS}|{_ADJECTIVES})\b", re.I)
#: What else may be denied, or wrong: a thing of its own, behind an article or as the noun of an adjective.
OBJECT = re.compile(
    r"[ \u00a0]+(?:(?:a|an|the|any|all|his|her|its|their|every|most|such|den|die|das|jede)[ \u00a0])?"
    r"(?P<noun>[\w’'-]+(?:[ \u00a0][\w’'-]+){0,2})",
    re.I,
)
ARTICLE = re.compile(
    r"[ \u00a0]+(?:a|an|the|any|all|his|her|its|their|every|most|such|den|die|das|jede)\b", re.I
)
BEHIND_ARTICLE = re.compile(r"\b(?:a|an|the|his|her|its|their|in|on|at|many|some)[ \u00a0]+$", re.I)
#: Of a quotation, when one of these is denied.
UTTERANCE = frozenset(
    "word words quote quotes quotation remark remarks phrase sentence line lines claim statement report reports"
    " saying said having that it this these those attribution ever to слова фразу цитату worte zitat".split()
)
#: Negates what follows it, a quotation for one, with no more than little words between.
NEGATED = re.compile(
    r"(?:\b(?:not|never|no|nor|hardly|barely|scarcely|almost|nearly|cannot|anything but|far from|rather than|instead of"
    r"|opposite of|no longer|whether|(?:asks|asked|wonders|wondered|doubts|doubted) if|short of|ceased to be"
    r"|stopped being|не|никогда не|вряд ли|едва ли|почти|nicht|kein|keine|keinen|nie|kaum|fast)|n['’]t)"
    r"(?:\s+(?:be|been|being|a|an|the|as|to|call|calls|called|calling|it|them|him|her|like|of|say|saying|quite|exactly"
    r"|really|is|are|was|were|ever|один|это|ein|eine)){0,4}\s*$",
    re.I,
)
#: Negates a quotation that stands before it.
NEGATED_BEHIND = re.compile(
    r"^[\s,—–-]*(?:which |that )?(?:(?:is|was|are|were|has|had|did|does|do)(?: \w+)? (?:not|never|no)\b"
    r"|\w+n['’]t\b|never\b|not\b|не\b|nicht\b)",
    re.I,
)
#: Whoever is told to have been able to say something has not.
WISHED = re.compile(
    r"\b(?:would|could|should|might)\s+(?:\w+\s+)?have\s+(?:said|called|told|written|put)\b", re.I
)
#: "… , but she did not": the clause ends there.
DID_NOT = re.compile(
    r"\b(?:did|has|had|does|do|have)\s+(?:not|never)\s*$|\b(?:did|has|had|does|do|have)n['’]t\s*$", re.I
)
#: "An examiner with nothing to lose said", "nobody said a word": what a negation belongs to that is not the quotation.
ITS_OWN = re.compile(
    r"\b(?:with|has|have|having|had|of|for|is|are|was|there)\s+(?:nothing|no|nobody)\b(?! way| means| account)"
    r"|\b(?:say|says|said|saying)\s+(?:no|yes|more|little|less|why|when|how|where|whether|a word)\b"
    r"(?! of| like| about| such)",
    re.I,
)
#: A quotation is followed by who said it: another clause, even without a comma.
WHO_SAID = re.compile(
    r"^\s*(?:(?:[^\W\d_a-zа-яё][\w’'.-]*\s+|(?:he|she|they|van|von|de|da|di|bin|al|el)\s+){1,4}"
    r"(?:said|says|added|told|argued|wrote|asked|noted|replied)|(?:said|says|added|argued|wrote|noted|replied)\s)",
)
#: A short sentence beside a quotation that points at it.
POINTING = frozenset(
    "this that it so these those them such thing words sentence line quote following"
    " этого это таких слов das dies".split()
)
UNTRUE = re.compile(
    r"^(?:but |yet |in fact )?(?:this|that|it|these|those|which"
    r"|the (?:quote|quotation|words|line|sentence|remark|following))\b"
    r".*\b(?:false|untrue|fake|invented|fabricated|misquot\w+|hoax|forged|wrong"
    r"|(?:not|never|n['’]t) (?:true|so|what|said|hers|his|theirs|by|from|the case|correct|genuine))",
    re.I,
)
#: Words of a sentence that may only say so.
SHORT = 9


def denies(round_it: str) -> bool:
    """Whether the sentence round a quotation says that it was never said, or is not so. In ``round_it`` an end of a
    line stands for a quotation."""
    if (
        HEARSAY.search(round_it)
        or WISHED.search(round_it)
        or any(_is_of_it(round_it, word) for word in DENYING.finditer(round_it))
    ):
        return True
    *before, behind = round_it.split("\n")
    if any(NEGATED.search(piece) for piece in before) or before and NEGATED_BEHIND.search(behind):
        return True
    return any(_negates_saying(clause) or DID_NOT.search(clause.strip()) for clause in _clauses(round_it))


def disowns(sentence: str) -> bool:
    """Whether a sentence beside a quotation says no more than that it is none: "She never said this."""
    folded = Words(sentence).folded
    if not 1 < len(folded) <= SHORT:
        return False
    plain = sentence.strip().rstrip(".!…")
    if UNTRUE.search(plain) or DID_NOT.search(plain):
        return True
    return _negates_saying(plain) and not POINTING.isdisjoint(folded)


def is_negating(word: str) -> bool:
    return word in NEGATING or word.endswith("n't")


def _clauses(text: str) -> Iterator[str]:
    for clause in CLAUSE_ENDS.split(text):
        first, *pieces = clause.split("\n")
        for piece in pieces:
            if WHO_SAID.match(piece):
                yield first
                first = piece
            else:
                first = f"{first} {piece}"
        yield first


def _negates_saying(clause: str) -> bool:
    folded = Words(ITS_OWN.sub(" ", clause)).folded
    if SAID.isdisjoint(folded):
        return False
    return any(map(is_negating, folded)) or HOLDS_BACK.search(clause) is not None


def _is_of_it(text: str, match: re.Match[str]) -> bool:
    """Whether a word of denial is about the quotation, and not about a thing that is named behind it."""
    what = OBJECT.match(text, match.end())
    if what is None or not UTTERANCE.isdisjoint(Words(what["noun"]).folded):
        return True
    if re.fullmatch(_ADJECTIVES, match.group(), re.I):
        return not BEHIND_ARTICLE.search(text[: match.start()])
    return not ARTICLE.match(text, match.end())
