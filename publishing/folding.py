"""Comparing words as a person does, for whom Москва and МОСКВА are one city, and Café and Cafe one house.

Databases differ in which capitals and accents they know, so folding is done here, once, and stored: both then refuse
the same twins, find the same rows and list them in the same order. What an editor typed stays as typed.
"""

import unicodedata
from functools import lru_cache
from typing import Any, cast

from django.db import models

from publishing.marks import JOINERS, SHOWS_NOTHING

#: Marks that make another letter and not an accent: of Indic scripts (nukta, virama) and of Japanese (か, が).
LETTER_MARKS = (7, 8, 9)
#: Typographic signs, and what stands for them on a keyboard.
SIGNS = str.maketrans("’‘ʼ`“”„«»‐‑–—", '\'\'\'\'"""""----')
NOT_SHOWN = str.maketrans("", "", SHOWS_NOTHING + JOINERS)
#: Of scripts that put no blanks between words: Thai, Lao, Burmese, Khmer, kana, Chinese characters.
UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3041-\u30ff\u31f0-\u31ff\uff66-\uff9f"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
ROWS_AT_ONCE = 500
#: Letters of a fold that is unique; PostgreSQL's index takes 2,700 bytes.
LONGEST_FOLD = 600


def fold(text: str) -> str:
    """``text`` as it is compared: without case, accents and superfluous blanks, however its letters are composed.

    é is e; й and ї are letters of their own, but ё is е, as Russian writes it.
    """
    text = text.casefold()
    if not text.isascii():
        # Twice: some letters have capitals in them only once they are taken apart.
        shown = text.translate(NOT_SHOWN)
        composed = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", shown).casefold())
        text = unicodedata.normalize("NFC", "".join(map(_without_accents, composed))).translate(SIGNS)
    return " ".join(text.split())


@lru_cache(maxsize=10_000)
def _without_accents(letter: str) -> str:
    if "\u0400" <= letter <= "\u052f":
        return "е" if letter == "ё" else letter
    return "".join(part for part in unicodedata.normalize("NFKD", letter) if not _is_accent(part))


def _is_accent(sign: str) -> bool:
    return unicodedata.combining(sign) not in (0, *LETTER_MARKS)


class FoldField(models.TextField):
    """The folded words of other fields of its row, ``sources``, each on a line of its own; never typed or shown.

    Made whenever a row is saved. Who writes a source past ``save()``, or names ``update_fields``, writes this too.
    ``longest`` bounds what a unique constraint has to hold: a sign can fold to many.
    """

    def __init__(self, *sources: str, longest: int | None = None, **kwargs: Any):
        self.sources, self.longest = sources, longest
        kwargs.setdefault("editable", False)
        kwargs.setdefault("default", "")
        super().__init__(**kwargs)

    def deconstruct(self):
        name, path, _args, kwargs = super().deconstruct()
        bound = {"longest": self.longest} if self.longest else {}
        return name, path, list(self.sources), kwargs | bound

    def value_for(self, instance: models.Model) -> str:
        return "\n".join(fold(getattr(instance, source) or "") for source in self.sources)[: self.longest]

    def pre_save(self, model_instance, add):
        value = self.value_for(model_instance)
        number = getattr(model_instance, self.attname).removeprefix(f"{value}\n")
        if not number.isdecimal():  # not one of those that fill_folds numbered
            setattr(model_instance, self.attname, value)
        return super().pre_save(model_instance, add)

    def db_parameters(self, connection):
        """Compared letter by letter, and not by the rules of the language that a PostgreSQL server is set to."""
        collation = {"collation": "C"} if connection.vendor == "postgresql" else {}
        return super().db_parameters(connection) | collation


def fill_folds(model: type[models.Model], unique_with: tuple[str, ...] | None = None) -> None:
    """Write the fold fields of all rows, for a migration.

    Where ``fold`` is unique (together with ``unique_with``), a later row that folds as an earlier one is numbered: it
    stays as it is, and a form in which it is saved tells of the other.
    """
    fields = [field for field in model._meta.fields if isinstance(field, FoldField)]
    taken: dict[tuple, int] = {}
    last = 0
    while rows := list(model._base_manager.filter(pk__gt=last).order_by("pk")[:ROWS_AT_ONCE]):
        for row in cast("list[Any]", rows):
            for field in fields:
                setattr(row, field.attname, field.value_for(row))
            if unique_with is not None:
                key = (row.fold, *(str(getattr(row, name)) for name in unique_with))
                taken[key] = number = taken.get(key, 0) + 1
                row.fold += f"\n{number}" if number > 1 else ""
        model._base_manager.bulk_update(rows, [field.name for field in fields])
        last = rows[-1].pk
