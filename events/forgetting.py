"""What events know of a person who asks to be forgotten: where they took part, and what they said there."""

from collections.abc import Iterable

from events.models import Appearance, Event, Misattributed, OwnWord, Statement
from events.standing import Decision, standing_elsewhere
from events.withdrawing import refusal_to_withdraw, withdraw_statement
from people.forgetting import NOTE, STATEMENTS, Found, Share, Whom
from people.models import Speaker
from publishing.changes import note
from publishing.versions import hold, hold_row

#: Who said it, from then on, by the language of the event.
SOMEBODY = {"en": "A participant", "ru": "Участник", "de": "Eine Person aus dem Kreis der Teilnehmenden"}


def events_of(speaker: Speaker) -> Iterable[Event]:
    return Event.objects.filter(appearances__speaker=speaker).order_by("pk")


def printed_names(speaker: Speaker) -> Iterable[str]:
    return speaker.appearances.values_list("printed_name", flat=True)


def found(speaker: Speaker, words_too: bool) -> list[Found]:
    said = Statement.objects.by_one(speaker.pk)
    alone, joint = said.filter(jointly_with=None).count(), said.exclude(jointly_with=None).count()
    becomes = "withdrawn, and a participant’s" if words_too else "“A participant”; words and addresses stay"
    return [
        Found("Lists of speakers", speaker.appearances.count(), "struck off, with the post"),
        Found(STATEMENTS, alone, becomes),
        *([Found("Joint statements", joint, "stay the other speaker’s")] if joint else []),
    ]


def forget(whom: Whom, words_too: bool) -> None:
    """Take them off the lists of speakers; what they said is a participant's, or withdrawn too."""
    Misattributed.objects.filter(speaker=whom.speaker).delete()
    for event in events_of(whom.speaker):
        hold_row(Event, event.pk)
        somebody = SOMEBODY.get(event.language[:2], SOMEBODY["en"])
        said = Statement.objects.filter(event=event).by([whom.speaker.pk])
        OwnWord.objects.filter(statement__in=said).delete()
        for statement in said:
            hold(statement)
            others = [one for one in statement.speakers if one.speaker_id != whom.speaker.pk]
            if others:  # what two said stays the other's
                statement.appearance, statement.jointly_with = others[0], None
                statement.save(update_fields=["appearance", "jointly_with"])
                continue
            if words_too and not refusal_to_withdraw(statement):
                withdraw_statement(statement, NOTE, decided=wherever_it_stands(statement))
            statement.appearance, statement.attribution = None, somebody
            statement.save(update_fields=["appearance", "attribution", "fold"])
        Appearance.objects.filter(event=event, speaker=whom.speaker).delete()
        note(Event, [event.pk])


def wherever_it_stands(statement: Statement) -> dict[str, Decision]:
    """Its words go from every place. Another statement that is withdrawn for a part of them has places of its own; one
    that has never been out is left to the form of its event."""
    decided: dict[str, Decision] = {}
    while new := [one for one in standing_elsewhere(statement, decided) if one.name not in decided]:
        for place in new:
            record = place.record
            stays = isinstance(record, Statement) and refusal_to_withdraw(record)
            decided[place.name] = Decision.LEAVE if stays else place.choices[0]
    return decided


def taking_part(record: object) -> Iterable[Speaker]:
    return Speaker.objects.filter(appearances__event=record).distinct() if isinstance(record, Event) else ()


SHARE = Share(events_of, printed_names, found, forget, taking_part)
