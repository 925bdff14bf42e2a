"""British and American spelling as one, for words that are looked for or compared. No Django.

A rule may make what is no word ("sise"), as long as it makes the same of no two: nobody reads what it returns.
"""

import re

RULES = [
    (re.compile(pattern), replaced)
    for pattern, replaced in (
        # -ize is -ise and not the other way: "organise" would else share its stem with "organ".
        (r"^([a-z]+[iy])z(e[sdr]?|ers|ings?|ations?|ational|able|ability)$", r"\1s\2"),
        # After a syllable: labour, behaviour, neighbourhood; but not four, hour, tourism or court.
        (
            r"^([a-z]*[aeiouy][bcdfghjklmnprstvwxz]+i?)our"
            r"(s|ed|ing|ers?|ites?|able|ably|ful|fully|less|y|al|ally|hoods?|ists?)?$",
            r"\1or\2",
        ),
        # And in what is made of these: harbourmaster, colourblind, labourmarket.
        (r"^((?:harb|col|lab|neighb|hon|fav|flav|vap|arm)o)u(?=r[a-z]{4,}$)", r"\1"),
        # Of these roots alone: not acre, genre, massacre.
        (r"^([a-z]*(?:cent|theat|met|lit|fib|calib|spect|sab|lust|somb|meag|och))re(s?)$", r"\1er\2"),
        (r"^([a-z]*(?:cent|lust|fib))red$", r"\1ered"),
        (r"^(catal|anal|dial|monol|prol|epil|travel|homol|demag|pedag)ogue(s?)$", r"\1og\2"),
        # The stemmer makes one of most others (travelled, traveled).
        (r"^(fue|due|dia|leve|crue|equa|tota|signa|riva)ll(ed|ing|ings|ers?)$", r"\1l\2"),
        (r"^(p|an|h|leuk|encyclop|orthop|medi|gyn|f|arch|c)ae(?=[dmsvco])", r"\1e"),
        (r"^(f|diarrh|)oe(?=[tas])", r"\1e"),
        (r"^manoeuvre", "maneuver"),
        (r"^manoeuvr(?=ing|ab)", "maneuver"),
        (r"^(def|off|pret)ence(s|less)?$", r"\1ense\2"),
        (r"^licence", "license"),
        (r"^practis(?=e|ing)", "practic"),
        (r"^grey(s|er|ed|ing)?$", r"gray\1"),
        (r"^programme(s?)$", r"program\1"),
        (r"^sceptic", "skeptic"),
        (r"^plough", "plow"),
        (r"^mould", "mold"),
        (r"^sulph", "sulf"),
        (r"^aluminium", "aluminum"),
        (r"^artefact", "artifact"),
        (r"^aeroplane", "airplane"),
        (r"^ageing$", "aging"),
        (r"^(judg|acknowledg|abridg)ement", r"\1ment"),
        (r"^(insta|enro|fulfi)lment", r"\1llment"),
        (r"^(enrol|fulfil|distil|instil|appal)(s?)$", r"\1l\2"),
        (r"^(skil|wil)(?=ful)", r"\1l"),
        (r"^tyre(s?)$", r"tire\1"),
        (r"^(toward|afterward|backward|forward|upward|downward)s$", r"\1"),
    )
]


def one_spelling(word: str) -> str:
    """A folded English word as it is compared, however the two sides of the Atlantic write it."""
    for pattern, replaced in RULES:
        word = pattern.sub(replaced, word)
    return word
