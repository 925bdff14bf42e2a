"""The columns of a table of records: what each says of a record, and what a cell means that somebody typed."""

import re
from collections import defaultdict
from datetime import date, datetime, time
from functools import cached_property
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django_countries import countries

from publishing.folding import fold
from publishing.years import is_unusual

#: Between the names in one cell.
AND = " | "
YES, NO = {"yes", "true", "1", "да", "истина", "ja"}, {"no", "false", "0", "", "нет", "ложь", "nein"}
DAY_FIRST = re.compile(r"(\d{1,2})([./])(\d{1,2})\2(\d{4})")


class Column:
    """A text of a record; ``field`` is where it stands, if not under the column's own name."""

    #: Written when the record is stored already, for it is in other rows.
    is_apart = False
    is_told = is_fixed = False
    #: Of what is fixed: where it is changed instead.
    why = ""

    def __init__(self, name: str, field: str = ""):
        self.name, self.field = name, field or name

    def value(self, record: Any) -> Any:
        return getattr(record, self.field)

    def told(self, value: Any) -> str:
        """A value as it stands in a cell."""
        return "" if value is None else str(value).replace("\r\n", "\n").strip()

    def read(self, cell: str) -> Any:
        """What a cell means. Raises ValidationError."""
        return cell.replace("\r\n", "\n").strip()

    def write(self, record: Any, value: Any) -> None:
        setattr(record, self.field, value)


class Told(Column):
    """What is told and not read: an address, say. ``of`` gets it from a record."""

    is_told = True

    def __init__(self, name: str, of: Any):
        super().__init__(name)
        self.of = of

    def value(self, record):
        return self.of(record)


class Fixed(Told):
    """What is told, read for a new record, and of one that is there not changed; ``why`` says where it is."""

    is_told = False
    is_fixed = True

    def __init__(self, name: str, of: Any, why: str):
        super().__init__(name, of)
        self.why = why


class Whole(Column):
    """A whole number, or none."""

    def read(self, cell):
        if not (cell := cell.strip()):
            return None
        if not re.fullmatch(r"\d{1,9}(\.0)?", cell):
            raise ValidationError(f"“{cell}” is no whole number.")
        return int(cell.partition(".")[0])


class YesNo(Column):
    def told(self, value):
        return "yes" if value else "no"

    def read(self, cell):
        word = cell.strip().casefold()
        if word not in YES | NO:
            raise ValidationError(f"“{cell}” is neither yes nor no.")
        return word in YES


class Day(Column):
    """A day as people and spreadsheets write one: 2019-04-26, 26.04.2019, 26/04/2019."""

    def read(self, cell):
        text = cell.strip().removesuffix(" 00:00:00").removesuffix(" 00:00")
        if not text:
            return None
        try:
            if found := DAY_FIRST.fullmatch(text):
                day, month, year = int(found[1]), int(found[3]), int(found[4])
                if found[2] == "/" and day != month and day <= 12 and month <= 12:
                    raise ValidationError(
                        f"“{text}” may be two days: write {year}-{month:02}-{day:02}, if it is that."
                    )
                if found[2] == "/" and month > 12:
                    day, month = month, day
                return _usual(date(year, month, day))
            return _usual(date.fromisoformat(text))
        except ValueError:
            raise ValidationError(f"“{text}” is no day: write 2019-04-26.") from None


def _usual(day: date) -> date:
    if is_unusual(day):
        raise ValidationError(f"Is it the year {day.year}? If it is, write it on the form.")
    return day


class Hour(Column):
    def told(self, value: time | None):
        return value.isoformat("minutes") if value else ""

    def read(self, cell):
        if not (text := cell.strip()):
            return None
        try:
            return datetime.strptime(text[:5].rjust(5, "0"), "%H:%M").time()
        except ValueError:
            raise ValidationError(f"“{text}” is no time: write 18:30.") from None


class OneOf(Column):
    """One of a few: by its word in the table, or by the one that a form shows."""

    def __init__(self, name: str, choices: Any, field: str = ""):
        super().__init__(name, field)
        self.choices = {str(value): str(label) for value, label in choices}

    def read(self, cell):
        word = cell.strip().casefold()
        for value, label in self.choices.items():
            if word in (value.casefold(), label.casefold()):
                return value
        raise ValidationError(f"“{cell}” is none of {', '.join(self.choices)}.")


class Country(Column):
    def told(self, value):
        return str(getattr(value, "code", value) or "")

    def read(self, cell):
        text = cell.strip()
        code = text.upper() if text.upper() in dict(countries) else countries.by_name(text)
        if text and not code:
            raise ValidationError(f"“{text}” is no country: write two letters, FR.")
        return code


class Named(Column):
    """A record that this one names, by what it is called."""

    def __init__(self, name: str, model: type[models.Model], field: str = ""):
        super().__init__(name, field)
        self.model = model

    def told(self, value):
        return self.words(value) if value else ""

    def words(self, record: Any) -> str:
        return record.in_words() if hasattr(record, "in_words") else str(record)

    @cached_property
    def known(self) -> dict[str, list[Any]]:
        found = defaultdict(list)
        for record in self.model._default_manager.all():
            found[fold(self.words(record))].append(record)
        return found

    def read(self, cell):
        return self.found(cell.strip()) if cell.strip() else None

    def found(self, words: str) -> Any:
        there = self.known.get(fold(words), [])
        kind = self.model._meta.verbose_name
        if not there:
            raise ValidationError(f"There is no {kind} “{words}”: enter it first.")
        if len(there) > 1:
            raise ValidationError(f"More than one {kind} is called “{words}”: choose it on the form.")
        return there[0]


class Several(Named):
    """The records that this one names."""

    is_apart = True

    def value(self, record):
        return list(getattr(record, self.field).all()) if record.pk else []

    def told(self, value):
        return AND.join(sorted(map(self.words, value)))

    def read(self, cell):
        return [self.found(words) for words in parted(cell)]

    def write(self, record, value):
        getattr(record, self.field).set(value)


def parted(cell: str) -> list[str]:
    return list(dict.fromkeys(words for words in map(str.strip, cell.split("|")) if words))
