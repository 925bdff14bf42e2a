"""The event whose page is measured: twenty speakers, forty statements of 110 words that stand in its report."""

from datetime import date

from django.db import connection

from bench.filling import Filling
from events.models import Appearance, Event, Statement, Topic
from events.placing import place_statements
from people.models import Speaker
from publishing.changes import unit_of_work
from publishing.deeds import publish

SLUG, LARGE = "the-long-evening", "four-by-twenty"
SPEAKERS, STATEMENTS, WORDS = 20, 40, 110


def long_evening(filling: Filling) -> Event:
    """Enter it as an editor would, in one unit of work; regulars speak, as they do at such an event."""
    set_sequences()
    texts = [filling.writer.sentence(WORDS) for _ in range(STATEMENTS)]
    evidence = [Statement.Evidence.values[number % 3] for number in range(STATEMENTS)]
    with unit_of_work():
        event = Event.objects.create(
            title="The long evening",
            slug=SLUG,
            date=date(2026, 3, 2),
            venue_id=1,
            lead=filling.writer.sentence(40),
            report="".join(f"<p>{text}</p>" for text in texts),
        )
        event.topics.set(Topic.objects.order_by("pk")[:3])
        people = Speaker.objects.order_by("pk")[:SPEAKERS]
        who = [
            Appearance.objects.create(
                event=event, speaker=one, printed_name=one.name, printed_post="Research Fellow", order=order
            )
            for order, one in enumerate(people)
        ]
        for order, text in enumerate(texts):
            said = Statement.objects.create(
                event=event,
                appearance=who[order % len(who)],
                text=text,
                order=order,
                evidence=evidence[order],
            )
            said.topics.set([1 + order % 3])
        place_statements(event)
        publish(event)
    return event


def four_by_twenty() -> Event:
    """An event with twenty speakers, each with four statements; the one that is there, if there is one."""
    found = Event.objects.filter(slug=LARGE).first()
    if found:
        return found
    text = "What was said there, in words that are like these. " * 4
    with unit_of_work():
        event = Event.objects.create(
            title="Four by twenty", slug=LARGE, date=date(2026, 3, 3), report="<p>Said.</p>"
        )
        for order, one in enumerate(Speaker.objects.order_by("pk")[:SPEAKERS]):
            who = Appearance.objects.create(event=event, speaker=one, printed_name=one.name, order=order)
            for number in range(4):
                Statement.objects.create(
                    event=event, appearance=who, text=text, own_words=True, order=4 * order + number
                )
    return event


def set_sequences() -> None:
    """Rows were written with their ids: let the next ones follow them."""
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        for model in (
            Event,
            Appearance,
            Statement,
            Event.topics.through,
            Statement.topics.through,
        ):
            table = model._meta.db_table
            cursor.execute(
                f"SELECT setval(pg_get_serial_sequence(%s, 'id'), (SELECT max(id) FROM {table}))", [table]
            )
