"""Small archives to search in: who said what is known, so every count can be told beforehand."""

from datetime import date

from events.models import Statement
from events.placing import place_statements
from people.models import Speaker
from publishing.changes import unit_of_work
from tests.factories import (
    AppearanceFactory,
    AuthorshipFactory,
    PublicEventFactory,
    PublicOpinionFactory,
    SpeakerFactory,
    StatementFactory,
    TopicFactory,
)


@unit_of_work()
def freight_archive() -> dict:
    """Three statements on freight by two speakers in two years, an opinion, a topic, and what is not public."""
    rail = TopicFactory(name="Rail corridors")
    anna = SpeakerFactory(name="Anna Berg", country="SE")
    anna.variants.create(name="Annette Loukine", kind="romanisation", language="fr")
    boris = SpeakerFactory(name="Boris Holm", country="NO")
    first = PublicEventFactory(
        title="Freight in spring",
        date=date(2019, 4, 26),
        kind="conference",
        report="<p>Freight must wait.</p>",
    )
    second = PublicEventFactory(title="Autumn talk", date=date(2022, 9, 1), language="ru")
    at_first, at_second = (
        AppearanceFactory(event=first, speaker=anna),
        AppearanceFactory(event=second, speaker=anna),
    )
    other = AppearanceFactory(event=second, speaker=boris)
    said = [
        StatementFactory(appearance=at_first, text="Freight must wait.", own_words=False, evidence="quote"),
        StatementFactory(appearance=at_second, text="The freight is late.", own_words=False),
        StatementFactory(appearance=other, text="Nobody counts freight.", own_words=False),
    ]
    said[0].topics.add(rail)
    place_statements(first)
    opinion = AuthorshipFactory(opinion=PublicOpinionFactory(title="Freight again"), speaker=boris).opinion
    return {"anna": anna, "boris": boris, "first": first, "second": second, "said": said, "rail": rail} | {
        "opinion": opinion
    }


@unit_of_work()
def archive_of(number: int) -> Speaker:
    """``number`` speakers, events, statements and opinions, and a tenth of topics, all of them about freight."""
    for n in range(number):
        speaker = SpeakerFactory(name=f"Number{n:03} Berg")
        if n % 10 == 0:
            topic = TopicFactory(name=f"Freight topic {n:03}")
        event = PublicEventFactory(title=f"Freight {n}", date=date(2000 + n % 20, 1, 1))
        appearance = AppearanceFactory(event=event, speaker=speaker)
        StatementFactory(appearance=appearance, text=f"The freight of {n} waits.").topics.add(topic)
        AuthorshipFactory(opinion=PublicOpinionFactory(title=f"Freight opinion {n}"), speaker=speaker)
    return speaker


def texts_of(response) -> list[str]:
    """The texts of the statements that a page of results shows."""
    context = response.context
    rows = context.get("rows") or [row for section in context.get("sections", []) for row in section.rows]
    return [row.record.text for row in rows if isinstance(row.record, Statement)]
