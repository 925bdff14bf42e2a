"""Characters for what a source says by the look of its letters: raised, lowered, in a font of symbols, or not at all.

A figure in somebody's mouth never changes: 10 with a raised 6 is 10⁶, and the number of a footnote behind a year is
gone. What may be either is set apart.
"""

import re
from unicodedata import category

#: What is written for a minus: dashes of all kinds, first the hyphen, for classes of characters.
MINUS = "-−–‐‑‒—"
RAISED = (
    dict(zip("0123456789+=()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁼⁽⁾", strict=True))
    | dict.fromkeys(MINUS, "⁻")
    | dict(zip("abcdefghijklmnoprstuvwxyz", "ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ", strict=True))
)
LOWERED = dict(
    zip("0123456789+=()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ", strict=True)
) | dict.fromkeys(MINUS, "₋")
#: Signs that are raised or lowered as they are.
SHOWN_SO = {*RAISED.values(), *LOWERED.values(), "º", "ª"}
#: Longer, or of several words, it is small print and no mark.
LONGEST_MARK = 8

#: What only a footnote has: brackets, stars and daggers, several numbers.
NOTE = re.compile(r"\[.*\]|\(\w{1,3}\)|[*†‡§¶#]+|\d{1,3}(?:\s*[,;–-]\s*\d{1,3})+|[,;]|\d{1,3}[,;]")
SEVERAL = re.compile(r"\d{1,3}(?:\s*[,;–-]\s*\d{1,3})+")
NUMBER = re.compile(r"\d{1,4}")
WITH_A_SIGN = re.compile(rf"[{MINUS}+]\d{{1,4}}|\d{{0,2}}[{MINUS}+]")
SPACE_BEHIND_A_SIGN = re.compile(rf"(?<=[{MINUS}+])\s+(?=\d)")
#: Behind these a mark goes on, though another element begins.
GOES_ON = f"([,;/+{MINUS}"
#: The text of a link to a footnote, or of one back from it.
LINK_TO_A_NOTE = re.compile(rf"\s*(?:{NOTE.pattern}|\d{{1,4}}|\w|[ivx]{{1,6}}|[↑↩^]\ufe0e?)\s*", re.I)
SLASHES = "/⁄∕"
FRACTION = re.compile(rf"(\d{{1,4}})\s*[{SLASHES}]\s*(\d{{1,4}})")
#: Ends of words that are written small: 19th, 1er, Mme.
ENDING = re.compile(
    r"st|nd|rd|th|er|re|ers|res|[èe]re|[èe]me|nde|me|mes|lle|gr|го|й|я|ю|ая|ый|ой|ому|ом|му|е", re.I
)
TRADE_MARKS = {"tm": "™", "sm": "℠", "®": "®", "©": "©"}
ORDINAL = re.compile(r"st|nd|rd|th", re.I)
DEGREE = re.compile(r"\s?[CFNSEW](?!\w)")
#: A number that a power may be taken of: ten, a digit, a factor by which something grows. Of others it is a footnote's.
TEN = re.compile(r"(?:(?<![\w.,$€£/:])(?<!\d[–-])|(?<=\d[xXхХ]))10\s?$")
DIGIT = re.compile(r"(?<![\w.,$€£/:–-])\d$")
FACTOR = re.compile(r"(?<![\d.,$€£/:–-])[01](?:\.\d{2,4}|,\d\d)$")
#: From which on the number behind a ten is a power without a sign beside it: few texts have so many footnotes.
LEAST_POWER_OF_TEN = 3
#: What shows that there is a sum, before a base and behind its power.
OPERATES = "=×·⋅*+−√^<>≈≤≥±"
YEAR = re.compile(r"(?<![\d.,])(?:1[5-9]|20|21)\d\d$")
#: Units of length, whose squares and cubes are spoken of.
UNIT = re.compile(
    r"(?:^|[\s\d/(.·⋅*×-])(?:[kKMGcdmnµμ]?m|[kMGT]Wh?|(?<=[/·⋅])(?:W|J|V|A|N|K|s|k?g)|ft|yd|mi|"
    r"[кдсм]?м|(?<=\d)in|(?<=\d )in)$"
    r"|(?i:(?:^|[\s\d/(.-])(?:kilo|kiló|chilo|[csz]enti|milli|de[cz]i|nano|кило|санти|милли|деци)?"
    r"(?:m[eè]tres?|meters?|metern|metr[oi]s?|метр\w{0,3}))$"
    r"|(?i:(?:^|[\s/(-])(?:feet|foot|inch|inches|yards?|miles?)|(?:/|per )seconds?)$"
)
VARIABLE = re.compile(
    r"(?:^|[^\w])(?:[b-hj-zRr\u0370-\u03ff]|[A-Za-z\u0370-\u03ff][₀-₉ₐ-ₜ]+|\d*[α-ω][a-z]|\d+[nrxyz])$|mc$"
)
SUM_IN_BRACKETS = re.compile(r"\([\w.,\s]{1,8}[-+−*/×][\w.,\s]{1,8}\)$")
ROMAN = re.compile(r"(?<!\w)(?=[IVXL])(?:X[LC]|L?X{0,3})(?:I[XV]|V?I{0,3})$")
CAPITAL_ALONE = re.compile(r"(?<!\w)[^\W\d_a-z]$")
#: In the order of their numbers, which bound the weights of their isotopes.
ELEMENTS = (
    "H He Li Be B C N O F Ne Na Mg Al Si P S Cl Ar K Ca Sc Ti V Cr Mn Fe Co Ni Cu Zn Ga Ge As Se Br Kr Rb Sr Y Zr "
    "Nb Mo Tc Ru Rh Pd Ag Cd In Sn Sb Te I Xe Cs Ba La Ce Pr Nd Pm Sm Eu Gd Tb Dy Ho Er Tm Yb Lu Hf Ta W Re Os Ir "
    "Pt Au Hg Tl Pb Bi Po At Rn Fr Ra Ac Th Pa U Np Pu Am Cm Bk Cf Es Fm Md No Lr"
).split()
ELEMENT = re.compile(r"(?<!\w)[A-Z][a-z]?$")
BEFORE_AN_ISOTOPE = "-–([/“„«‘\"'"

#: Where the font called Symbol has other characters than the code says, from code 32 on and from code 160 on.
_LOW = " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"
_HIGH = (
    "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪\uf8ff〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭"
)
SYMBOLS = dict(enumerate(_LOW, 0x20)) | dict(enumerate(_HIGH, 0xA0))
#: Word keeps the characters of such fonts in a private part of Unicode, at their code and this.
PRIVATE = 0xF000
OF_PRIVATE = {PRIVATE + code: character for code, character in SYMBOLS.items()}
#: Of the many pictures of Wingdings those that stand in lists and sentences.
WINGDINGS = {0x46: "☞", 0x4A: "☺", 0x4C: "☹"} | {
    0x6C: "●", 0x6E: "■", 0x71: "❑", 0x76: "❖", 0xA7: "▪", 0xA8: "◻", 0xD8: "➢"} | {
    0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFE: "☑",
}  # fmt: skip
TABLES = {"symbol": SYMBOLS, "": SYMBOLS, "wingdings": WINGDINGS}
LAST_OF_A_FONT = 0xFF
UNKNOWN = "\ufffd"

#: What parts no word and shows nothing: soft hyphens, zero-width spaces, joiners of words.
SHOWS_NOTHING = "\u00ad\u034f\u180e\u200b\u2060\u2061\u2062\u2063\u2064\ufeff"
NOTHING = re.compile(f"[{SHOWS_NOTHING}]")
#: Letters and signs by their kind that show nothing either: fillers of Korean, and a pattern of Braille without dots.
EMPTY_LETTERS = "\u115f\u1160\u3164\uffa0\u2800"
#: Joiners and non-joiners shape Indian and Arabic letters and emoji; between those of Europe they are nothing.
JOINERS = "\u200c\u200d"
JOINER = re.compile("(?<=[A-Za-z\u00aa-\u052f])[\u200c\u200d]+|[\u200c\u200d]+(?=[A-Za-z\u00aa-\u052f])")


def shown(text: str) -> str:
    """The text without characters that show nothing."""
    return JOINER.sub("", NOTHING.sub("", text))


def says_something(text: str) -> bool:
    """Whether a reader sees any of it: a letter, a figure, a sign."""
    return any(category(one)[0] in "LNPS" and one not in EMPTY_LETTERS for one in text)


def symbol(code: int, font: str = "symbol") -> str:
    """The character at a code of the fonts Symbol and Wingdings, in Unicode; of others where it is one of Unicode's."""
    if LAST_OF_A_FONT < code < PRIVATE:
        return chr(code)
    code -= PRIVATE if code >= PRIVATE else 0
    return TABLES.get(font.lower(), {}).get(code, UNKNOWN)


def in_symbols(text: str, font: str = "symbol") -> str:
    """Text that was set in the font Symbol, or in Wingdings, of which nobody can read the letters as such."""
    if font == "symbol":
        return text.translate(SYMBOLS).translate(OF_PRIVATE)
    return "".join(one if one.isspace() else symbol(ord(one), font) for one in text)


def without_private(text: str) -> str:
    """Text into which such characters came without their font."""
    return text.translate(OF_PRIVATE)


def raised(mark: str, before: str, after: str, is_link: bool = False) -> str:
    """A raised ``mark`` between two pieces of text as plain characters; nothing for the mark of a footnote."""
    written = SPACE_BEHIND_A_SIGN.sub("", mark.strip())
    if not written or len(written) > LONGEST_MARK and not NOTE.fullmatch(written):
        return mark
    if is_link:
        return ""
    if SEVERAL.fullmatch(written) and before[-1:].isdigit() and not YEAR.search(before):
        return f" [{written}]"
    if WITH_A_SIGN.fullmatch(written):
        return _in(RAISED, "^", written)
    if NOTE.fullmatch(written):
        return ""
    if written in "oO0°º˚" and DEGREE.match(after) and before.rstrip()[-1:].isdigit():
        return "°"
    if before[-1:].isdigit() and (part := fraction(written, before)):
        return part
    if NUMBER.fullmatch(written):
        return _raised_number(written, before, after)
    if written.lower() in TRADE_MARKS:
        return TRADE_MARKS[written.lower()]
    if _is_ending(written, before.rstrip(), after):
        return written if len(written) > 1 or not written.isascii() else _in(RAISED, "^", written)
    if " " in written:
        return mark
    if not any(character in RAISED or character.isalpha() for character in written) or written[0] == "°":
        return written  # a sign that is raised by itself: degrees, quotation marks
    if len(written) > 1 and written.isalpha() and _stands_alone(before, after):
        return written
    return "" if _is_letter_of_a_note(written, before) else _in(RAISED, "^", written)


def goes_on(mark: str, following: str, is_link: bool) -> bool:
    """Whether a raised ``mark`` goes on in the raised element behind it: −|6, [|1|], 2|+.

    Of 6|1 and 6|[1] the second is a footnote's.
    """
    first, second = mark.strip()[-1:], following.strip()
    if first in GOES_ON:
        return True
    if is_link or NOTE.fullmatch(second) and second not in ",;":
        return False
    return not second[:1].isalnum() or first.isalpha() and second[0].isalpha()


def is_of_a_note(text: str) -> bool:
    """Whether the text of a link that leads to a footnote is no more than its mark."""
    return bool(LINK_TO_A_NOTE.fullmatch(text))


def fraction(written: str, before: str) -> str:
    """3⁄4 of a raised figure, a stroke and a lowered one; apart from a figure before it. Blank where it is none."""
    found = FRACTION.fullmatch(written.strip())
    return f"{_space_after_a_figure(before)}{found[1]}⁄{found[2]}" if found else ""


def lowered(mark: str, before: str) -> str:
    """A lowered ``mark`` behind a text as plain characters: H₂O, x_max. With nothing to stand under it is no mark."""
    written = SPACE_BEHIND_A_SIGN.sub("", mark.strip())
    if (
        not written
        or len(written) > LONGEST_MARK
        or " " in written
        or not before.strip()
        or before[-1].isspace()
    ):
        return mark
    return _in(LOWERED, "_", written)


def _space_after_a_figure(before: str) -> str:
    return " " if before[-1:].isdigit() else ""


def _stands_alone(before: str, after: str) -> bool:
    return (not before or before[-1].isspace()) and not after[:1].isalnum()


def _is_ending(written: str, before: str, after: str) -> bool:
    if ORDINAL.fullmatch(written) and before[-1:].isdigit():
        return True
    return bool(ENDING.fullmatch(written)) and before[-1:].isalnum() and not after[:1].isalnum()


def _raised_number(number: str, before: str, after: str) -> str:
    last = before[-1:]
    if after[:1] in ("⁄", "∕") or after[:1] == "/" and after[1:2].isdigit() and not last.isalnum():
        return _space_after_a_figure(before) + number
    if VARIABLE.search(before) or _is_power_of_a_number(int(number), before, after):
        return _in(RAISED, "^", number)
    if last.isdigit():
        return "" if YEAR.search(before) else f" [{number}]"
    if last.isalpha() or last == ")":
        return _number_behind_letters(number, before)
    opens = not last or last.isspace() or last in BEFORE_AN_ISOTOPE
    if opens and (after[:1].isalpha() or after[:1] == "√"):
        return _in(RAISED, "^", number)  # an isotope, a root
    if _stands_alone(before, after) and after.lstrip()[:1].isalnum():
        return f"[{number}]"
    return ""


def _is_power_of_a_number(number: int, before: str, after: str) -> bool:
    if FACTOR.search(before) or (number >= LEAST_POWER_OF_TEN and TEN.search(before)):
        return True
    base = TEN.search(before) or DIGIT.search(before)
    if not base:
        return False
    ahead = before[: base.start()].rstrip()
    is_multiplied = bool(re.search(r"\d\s?[xXхХ]$", ahead))
    return not ahead or ahead[-1] in OPERATES + "(" or is_multiplied or after.lstrip()[:1] in tuple(OPERATES)


def _number_behind_letters(number: str, before: str) -> str:
    few = number in ("2", "3") and UNIT.search(before)
    if few or SUM_IN_BRACKETS.search(before) or _is_isotope(int(number), before):
        return _in(RAISED, "^", number)
    return f" [{number}]" if len(number) > 2 or CAPITAL_ALONE.search(before) else ""


def _is_isotope(weight: int, before: str) -> bool:
    found = ELEMENT.search(before)
    if not found or found[0] not in ELEMENTS:
        return False
    number = ELEMENTS.index(found[0]) + 1
    return 3 * number <= 2 * (weight + 1) and weight <= 3 * number


def _is_letter_of_a_note(letter: str, before: str) -> bool:
    """A letter raised after a word, a year or a full stop, as tables number their notes."""
    if len(letter) > 1 or not letter.isalpha() or ROMAN.search(before) or SUM_IN_BRACKETS.search(before):
        return False
    last_word = re.search(r"[^\W\d_]*$", before)
    return bool(last_word and len(last_word[0]) > 2 or YEAR.search(before) or not before[-1:].isalnum())


def _in(characters: dict[str, str], sign: str, mark: str) -> str:
    shown = [characters.get(character) or character * (character in SHOWN_SO) for character in mark]
    if all(shown):
        return "".join(shown)
    return sign + mark
