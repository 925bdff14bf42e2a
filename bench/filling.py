"""An archive of any size, of invented words: the same size gives the same archive.

Records go in past Django's models, in bulk; what search needs of them is then made by the product's own
``rebuild_index``. Statements come in the order of their events' dates, as an archive that grows would have them.
"""

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cached_property
from itertools import accumulate, batched, product
from types import SimpleNamespace
from typing import cast

from django.db import connection, models, transaction

from events.models import Appearance, Event, Statement, Topic, Venue
from opinions.models import Authorship, Opinion
from people.models import NameVariant, Speaker, filing_key
from publishing.folding import FoldField
from publishing.gate import Status
from tests.people.plausible_names import plausible_names

SPEAKERS, EVENTS, OPINIONS, TOPICS, VENUES = 50_000, 20_000, 2_000, 200, 300
SPEAKERS_OF_AN_EVENT = 6
#: So many people speak often; the others once or twice in all the years.
REGULARS = 1_000
FIRST_DAY, DAYS = date(1996, 1, 8), 30 * 365
WORDS_OF_A_STATEMENT, WORDS_OF_A_REPORT, WORDS_OF_A_BODY = 58, 300, 400
LONG_AGO = datetime(1996, 1, 1, tzinfo=UTC)
BATCH = 5_000

#: The words that the bench asks for, and in how many of a thousand statements each occurs.
COMMON, MIDDLING, RARE, PHRASE = "sanctions", "freezing", "quincunx", "strategic patience"
FREQUENCY = {COMMON: 200, MIDDLING: 20, RARE: 0.2, PHRASE: 10}
#: The person whom the bench looks for: a regular.
NAME, NAME_WITH_A_TYPO = "Leontina Hrabovská", "leontina hrabovksa"


@dataclass
class Writer:
    """Invented words, as unevenly frequent as those of a language (Zipf), from one seed."""

    chance: random.Random

    @cached_property
    def vocabulary(self) -> list[str]:
        onsets = "b br d dr f g gr h k kl l m n p pl r s st t tr v".split()
        middles = [onset + vowel for onset, vowel in product(onsets, "aeiou")]
        endings = "n r s l m nd rt sk ment tion ity ing al er ous".split()
        made = {a + b + c for a, b, c in product(middles, middles, endings)}
        return self.chance.sample(sorted(made), 20_000)

    @cached_property
    def frequency(self) -> list[float]:
        return list(accumulate(1 / (rank + 5) for rank in range(len(self.vocabulary))))

    def words(self, count: int) -> list[str]:
        return self.chance.choices(self.vocabulary, cum_weights=self.frequency, k=count)

    def sentence(self, count: int) -> str:
        return " ".join(self.words(count)).capitalize() + "."

    def statement(self) -> str:
        """As many words as a statement has, some of them such as the bench asks for."""
        found = self.words(WORDS_OF_A_STATEMENT)
        for word, in_a_thousand in FREQUENCY.items():
            if self.chance.random() * 1000 < in_a_thousand:
                found.insert(self.chance.randrange(len(found)), word)
        return " ".join(found).capitalize() + "."


@dataclass
class Filling:
    """One archive with ``statements`` statements, written into an empty, migrated database."""

    statements: int
    events: int = EVENTS
    people: int = SPEAKERS

    def __post_init__(self):
        self.chance = random.Random(self.statements)
        self.writer = Writer(self.chance)
        # As many for each event, and of all people, whatever the size.
        self.opinions = OPINIONS * self.events // EVENTS
        self.regulars = REGULARS * self.people // SPEAKERS

    @transaction.atomic
    def write(self) -> None:
        write(Topic, self.topics())
        write(Venue, self.venues())
        names = [NAME, *(name for name in self.display_names())]
        write(Speaker, self.speakers(names))
        write(NameVariant, self.variants())
        days = sorted(FIRST_DAY + timedelta(days=self.chance.randrange(DAYS)) for _ in range(self.events))
        write(Event, (self.event(pk, day) for pk, day in enumerate(days, 1)))
        who = list(self.who_speaks())
        write(Appearance, self.appearances(who, names))
        write(Event.topics.through, self.about("event", self.events, 2))
        write(Statement, self.said(days, who))
        write(Statement.topics.through, self.about("statement", self.statements, 1))
        write(
            Opinion,
            (self.opinion(pk, day) for pk, day in enumerate(self.chance.sample(days, self.opinions), 1)),
        )
        write(Authorship, self.signed(names))
        write(Opinion.topics.through, self.about("opinion", self.opinions, 1))

    # --- Rows, as values by column ---

    def topics(self) -> Iterator[dict]:
        for pk in range(1, TOPICS + 1):
            name = f"{self.writer.words(1)[0].capitalize()} {pk}"
            yield {"id": pk, "name": name, "slug": f"topic-{pk}", "description": self.writer.sentence(20)}

    def venues(self) -> Iterator[dict]:
        for pk in range(1, VENUES + 1):
            yield {
                "id": pk,
                "name": f"Hall {pk}",
                "address": "",
                "city": self.writer.words(1)[0].capitalize(),
                "country": "CH",
            }

    def display_names(self) -> list[str]:
        self.others = list(plausible_names(self.people - 1))
        return [other.display for other in self.others]

    def speakers(self, names: list[str]) -> Iterator[dict]:
        blank = dict.fromkeys("biography portrait portrait_alt portrait_credit wikidata orcid".split(), "")
        for pk, name in enumerate(names, 1):
            first, _, last = name.rpartition(" ")
            sort_name = f"{last}, {first}" if first else last
            yield {
                "id": pk,
                "name": name,
                "sort_name": sort_name,
                "filed_under": filing_key(sort_name),
                "slug": f"speaker-{pk}",
                "country": "RS",
                **blank,
            }

    def variants(self) -> Iterator[dict]:
        spelled = [(pk, spelling) for pk, other in enumerate(self.others, 2) for spelling in other.variants]
        for pk, (speaker, spelling) in enumerate(spelled, 1):
            yield {
                "id": pk,
                "speaker_id": speaker,
                "name": spelling,
                "kind": NameVariant.Kind.OTHER_SCRIPT.value,
                "language": "",
            }

    def event(self, pk: int, day: date) -> dict:
        paragraphs = "".join(f"<p>{self.writer.sentence(60)}</p>" for _ in range(WORDS_OF_A_REPORT // 60))
        blank = "time_zone recording_url source_url cover cover_alt cover_credit".split()
        return {
            "id": pk,
            "title": self.writer.sentence(6).rstrip("."),
            "slug": f"event-{pk}",
            "kind": self.chance.choice(Event.Kind.values),
            "date": day,
            "date_precision": "day",
            "format": "in-person",
            "venue_id": self.chance.randint(1, VENUES),
            "lead": self.writer.sentence(40),
            "report": paragraphs,
            "record_rule": Event.RecordRule.ON_RECORD.value,
            "language": self.chance.choices(["en", "ru"], [9, 1])[0],
            **dict.fromkeys(blank, ""),
            **published(),
        }

    def who_speaks(self) -> Iterator[list[int]]:
        """The speakers of each event: half of them regulars, half of them everybody in turn."""
        weights = list(accumulate(1 / (rank + 10) for rank in range(self.regulars)))
        regulars = range(1, self.regulars + 1)
        turn = 0
        for _ in range(self.events):
            half = SPEAKERS_OF_AN_EVENT // 2
            chosen = self.chance.choices(regulars, cum_weights=weights, k=half)
            chosen += [(turn + place) % self.people + 1 for place in range(half)]
            turn += half
            yield list(dict.fromkeys(chosen))

    def appearances(self, who: list[list[int]], names: list[str]) -> Iterator[dict]:
        pk = 0
        for event, speakers in enumerate(who, 1):
            for order, speaker in enumerate(speakers, 1):
                pk += 1
                yield {
                    "id": pk,
                    "event_id": event,
                    "speaker_id": speaker,
                    "role": "speaker",
                    "printed_name": names[speaker - 1],
                    "printed_post": "Research Fellow, Institute of World Affairs",
                    "order": order,
                }

    def said(self, days: list[date], who: list[list[int]]) -> Iterator[dict]:
        pk = appearance = 0
        blank = dict.fromkeys("attribution withdrawal_note prefix suffix".split(), "")
        for event, speakers in enumerate(who, 1):
            while pk * self.events < event * self.statements:
                pk += 1
                yield {
                    "id": pk,
                    "event_id": event,
                    "appearance_id": appearance + self.chance.randint(1, len(speakers)),
                    "evidence": self.chance.choice(Statement.Evidence.values),
                    "text": self.writer.statement(),
                    "own_words": True,
                    "order": pk % 1000,
                    "record_rule": Event.RecordRule.ON_RECORD.value,
                    **blank,
                }
            appearance += len(speakers)

    def opinion(self, pk: int, day: date) -> dict:
        return {
            "id": pk,
            "title": self.writer.sentence(6).rstrip("."),
            "slug": f"opinion-{pk}",
            "date": day,
            "language": "en",
            "lead": self.writer.sentence(30),
            "body": f"<p>{self.writer.sentence(WORDS_OF_A_BODY)}</p>",
            "url": "",
            **published(),
        }

    def signed(self, names: list[str]) -> Iterator[dict]:
        for pk in range(1, self.opinions + 1):
            speaker = self.chance.randint(1, self.regulars)
            yield {
                "id": pk,
                "opinion_id": pk,
                "speaker_id": speaker,
                "printed_name": names[speaker - 1],
                "printed_post": "",
                "order": 1,
            }

    def about(self, name: str, records: int, topics: int) -> Iterator[dict]:
        for record in range(1, records + 1):
            for place, topic in enumerate(self.chance.sample(range(1, TOPICS + 1), topics)):
                pk = (record - 1) * topics + place + 1
                yield {"id": pk, f"{name}_id": record, "topic_id": topic}


def published() -> dict:
    return {
        "status": Status.PUBLISHED.value,
        "publish_at": LONG_AGO,
        "withdrawal_note": "",
        "created_at": LONG_AGO,
        "updated_at": LONG_AGO,
    }


def write(model: type[models.Model], rows: Iterable[dict]) -> None:
    """Put ``rows`` (values by column, the same columns in each) into the model's table in bulk."""
    for batch in batched((whole(model, row) for row in rows), BATCH):
        columns = ", ".join(f'"{column}"' for column in batch[0])
        values = [list(row.values()) for row in batch]
        with connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                with cursor.copy(f"COPY {model._meta.db_table} ({columns}) FROM STDIN") as copy:
                    for row in values:
                        copy.write_row(row)
            else:
                places = ", ".join(["%s"] * len(batch[0]))
                cursor.executemany(
                    f"INSERT INTO {model._meta.db_table} ({columns}) VALUES ({places})",
                    [[adapted(value) for value in row] for row in values],
                )


def whole(model: type[models.Model], row: dict) -> dict:
    """``row`` with what the model would have added: its folds, and the defaults of what is not said.

    What has a default of the database's own is left to it.
    """
    for field in model._meta.concrete_fields:
        if isinstance(field, FoldField):
            row[field.column] = field.value_for(cast("models.Model", SimpleNamespace(**row)))
        elif field.column not in row and not field.null and not field.has_db_default():
            row[field.column] = field.get_db_prep_save(field.get_default(), connection)
    return row


def adapted(value):
    return connection.ops.adapt_datetimefield_value(value) if isinstance(value, datetime) else value
