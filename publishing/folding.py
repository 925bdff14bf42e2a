"""Comparing words as a person does, for whom Москва and МОСКВА are one city, and Café and Cafe one house.

Databases differ in which capitals and accents they know, so folding is done here, once, and stored: both then refuse
the same twins, find the same rows and list them in the same order. What an editor typed stays as typed.
"""

import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Any, cast

from django.db import models
from django.db.models import Q, UniqueConstraint

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
#: Cyrillic vowels that are one letter with their accent: ё as Russian writes it, and the stressed ones of Bulgarian,
#: Macedonian and Church Slavonic. What other accented letters of Cyrillic there are (й ї ў ѓ ќ ӣ ӯ ӧ) an alphabet has.
STRESSED = {"ё": "е", "ѐ": "е", "ѝ": "и", "ѷ": "ѵ"}
#: The only letter that is another in capitals: Kızıl is KIZIL, and so is Kizil.
DOTLESS = {"ı": "i"}
ROWS_AT_ONCE = 500
#: Letters of a fold that is unique; PostgreSQL's index takes 2,700 bytes.
LONGEST_FOLD = 600


def fold(text: str) -> str:
    """``text`` as it is compared: without case, accents and superfluous blanks, however its letters are composed.

    é is e; й and ї are letters of their own, but ё is е, as Russian writes it, and ı is i, as its capital is.
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
        return STRESSED.get(letter, letter)
    parts = (part for part in unicodedata.normalize("NFKD", letter) if not _is_accent(part))
    return "".join(DOTLESS.get(part, part) for part in parts)


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


def fold_fields(model: type[models.Model]) -> list[FoldField]:
    return [field for field in model._meta.fields if isinstance(field, FoldField)]


def fill_folds(model: type[models.Model], unique_with: tuple[str, ...] | None = None) -> None:
    """Write the fold fields of all rows, for a migration.

    Where ``fold`` is unique (together with ``unique_with``), a later row that folds as an earlier one is numbered: it
    stays as it is, and a form in which it is saved tells of the other.
    """
    fields = fold_fields(model)
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


def fold_anew(model: type[models.Model], letters: Iterable[str]) -> None:
    """Write anew, for a migration, the folds that hold one of ``letters``, which a fold no longer has.

    Others are neither read nor written. A row that now folds as another is numbered, as by ``fill_folds``.
    """
    for field in fold_fields(model):
        holding = Q(*((f"{field.attname}__contains", letter) for letter in letters), _connector=Q.OR)
        last = 0
        while rows := list(model._base_manager.filter(holding, pk__gt=last).order_by("pk")[:ROWS_AT_ONCE]):
            fold_rows_anew(rows, field)
            last = rows[-1].pk


def fold_rows_anew(rows: list[Any], field: FoldField) -> None:
    """Write a fold of ``rows`` of one model, for a migration."""
    model = type(rows[0])
    once_with = _unique_with(model, field)
    for row in rows:
        setattr(row, field.attname, field.value_for(row))
        if once_with is not None:
            _number_among_twins(row, field, {name: getattr(row, name) for name in once_with})
    if once_with is None:
        model._base_manager.bulk_update(rows, [field.name])


def _unique_with(model: type[models.Model], field: FoldField) -> list[str] | None:
    """The columns with which a fold is unique; None where it is not."""
    for constraint in model._meta.constraints:
        if isinstance(constraint, UniqueConstraint) and field.name in constraint.fields:
            beside = set(constraint.fields) - {field.name}
            return [one.attname for one in model._meta.concrete_fields if one.name in beside]
    return None


def _number_among_twins(row: Any, field: FoldField, once_with: dict[str, Any]) -> None:
    others = type(row)._base_manager.filter(**once_with).exclude(pk=row.pk)
    folded, number = getattr(row, field.attname), 1
    while others.filter(**{field.attname: getattr(row, field.attname)}).exists():
        number += 1
        setattr(row, field.attname, f"{folded}\n{number}")
    type(row)._base_manager.filter(pk=row.pk).update(**{field.attname: getattr(row, field.attname)})
