"""Numbers of a list as they are written: 2, b, iv, 07. Kinds are named as in HTML (1, a, A, i, I). No database."""

_ROMAN = [
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
]  # fmt: skip
_LETTERS = {"a": "abcdefghijklmnopqrstuvwxyz", "а": "абвгдежзиклмнопрстуфхцчшщэюя"}
_LARGEST_ROMAN = 3999


def written(number: int, numbering: str) -> str:
    """``number`` as ``numbering`` says: "a", "i", the Russian "а", each in capitals too, and "01"; else in figures, as
    numbers that have no letter are."""
    kind = numbering.lower()
    if kind in _LETTERS and number > 0:
        text = _in_letters(number, _LETTERS[kind])
    elif kind == "i" and 0 < number <= _LARGEST_ROMAN:
        text = _in_roman(number)
    else:
        return f"{number:02}" if numbering == "01" else str(number)
    return text.upper() if numbering != kind else text


def _in_letters(number: int, letters: str) -> str:
    """a, …, z, aa, ab, …"""
    text = ""
    while number > 0:
        number, place = divmod(number - 1, len(letters))
        text = letters[place] + text
    return text


def _in_roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        text += letters * times
    return text
