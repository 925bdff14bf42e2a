"""Sentences of a paragraph, with quotations kept whole."""

import re

from intake.reading.languages import every
from intake.reading.languages.english.verbs import starts_with_attribution
from intake.reading.languages.russian.names import SURNAME_AHEAD
from intake.reading.quotes import COVER, Quotation, covered, quotations

ABBREVIATIONS = set(every("labels", "ABBREVIATIONS"))
LOOK_AHEAD = 200
END = re.compile(r"(?<![.!?…])(?:[.!?…]+[\"'”’»)\]]*|[.!?…]*\x1a)(?=[\s\n])\s+")
OPENS = re.compile(r"[\"'“‘«„(\[—–\-•*]*\s*(?:[^\W_]|\x1a)")
NUMBER = re.compile(r"\s*(?:\(?\d{1,3}[.)]|\d{1,2}(?:\.\d{1,2})+\.?|[•*·▪‣])\s+")
ORDINAL = re.compile(r"(?<!\d)\d{1,2}$")
MONTH = re.compile(rf"(?:{'|'.join(every('dates', 'MONTHS'))})\b", re.I)
DETERMINED = re.compile(r"\b(?:der|die|das|dem|den|des|im|am|zum|zur|vom|beim|seit)\s+\d{1,2}$")
BEFORE_A_NUMBER = re.compile(r"(?<!\w)[Nn]o$")
#: «выступил доцент Гаев А. В. Докладчик …»: the initials are of the surname before them, and the sentence ends.
NAME_BEFORE_INITIALS = re.compile(r"(?:[оеё]в|[иы]н|[вн]а|ий|ая)\s[А-ЯЁ]\.\s?[А-ЯЁ]$")
RUSSIAN_SURNAME = re.compile(SURNAME_AHEAD)
LETTER_APART = re.compile(r"[A-ZÄÖÜ]\.\s")  # „Major a. D. Huber“
LAST_WORD = re.compile(r"([^\s(\[\x1a\"“«]+)$")


def sentence_spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """(start, end) of each sentence in text[start:end]. A quotation is never cut; it ends a sentence only
    where its own last mark does, and the words after it ("…," she said) belong to the same sentence."""
    found = quotations(text, start, end)
    return sentences_in(text, start, found, covered(text, found, start, end))


def sentences_in(text: str, start: int, found: list[Quotation], masked: str) -> list[tuple[int, int]]:
    """The same for a stretch from `start` whose quotations have been found and covered."""
    closing = {q.end - start: q for q in found}
    numbered = NUMBER.match(masked)
    spans, at = [], numbered.end() if numbered else 0
    for match in END.finditer(masked):
        if match.start() < at or not _ends(text, start, masked, match, closing):
            continue
        spans.append((at, len(masked[: match.end()].rstrip())))
        at = match.end()
    spans.append((at, len(masked.rstrip())))
    return [(start + a, start + b) for a, b in spans if b > a]


def _ends(text: str, start: int, masked: str, match: re.Match, closing: dict[int, Quotation]) -> bool:
    mark = match.group().rstrip()
    after = masked[match.end() : match.end() + LOOK_AHEAD]
    if mark.endswith(COVER):
        quotation = closing.get(match.start() + len(mark))
        return quotation is not None and _quotation_ends_sentence(text, quotation, after)
    if not OPENS.match(after):
        return False
    first = re.search(r"[^\W_]|\x1a", after)
    if first is None:
        return True
    if first.group() != COVER and first.group().islower():
        return False
    if mark.startswith(".") and not mark.startswith(".."):
        before = masked[max(0, match.start() - 40) : match.start()]
        counts = (
            not BEFORE_A_NUMBER.search(before) or after[:1].isdigit()
        )  # "Rossi said no. Huber said maybe."
        return not (
            counts and _abbreviated(before, after) or ORDINAL.search(before) and _counts(before, after)
        )
    return True


def _counts(before: str, after: str) -> bool:
    """„am 7. September“, „der 54. Sitzung“: in German a full stop makes an ordinal."""
    return bool(MONTH.match(after) or DETERMINED.search(before))


def _quotation_ends_sentence(text: str, quotation: Quotation, after: str) -> bool:
    """'"Why? Because." Then he left' ends at the quotation; '"Why?" she asked' does not."""
    inside = text[quotation.start : quotation.end].rstrip("\"”»’'“ ")
    if not inside or inside[-1] not in ".!?…":
        return False
    rest = after.lstrip()
    if not rest or rest[0] in COVER + '"“«':
        return True
    if rest[0] in "—–-":
        return False
    if inside[-1] == "." and text[: quotation.start].rstrip().endswith(":"):
        return True  # somebody was named before it
    return not (rest[0].islower() or starts_with_attribution(rest, inside[-1] in "?!"))


def _abbreviated(before: str, after: str) -> bool:
    last = LAST_WORD.search(before)
    if not last or NAME_BEFORE_INITIALS.search(before) and not RUSSIAN_SURNAME.match(after):
        return False
    word = last.group(1)
    if len(word) == 1 and word.isalpha() and word != "I" and not (word.islower() and word.isascii()):
        return True
    if len(word) == 1 and LETTER_APART.match(after):
        return True
    return word.lower().rstrip(".") in ABBREVIATIONS or bool(re.fullmatch(r"(?:[^\W\d_]\.)+[^\W\d_]", word))
