"""What opinions know of a person who asks to be forgotten: an article without its author is nobody's."""

from collections.abc import Iterable

from opinions.models import Authorship, Opinion
from people.forgetting import NOTE, Found, Share, Whom
from people.models import Speaker
from publishing.changes import note
from publishing.deeds import return_to_draft, withdraw
from publishing.gate import Status
from publishing.versions import hold


def opinions_of(speaker: Speaker) -> Iterable[Opinion]:
    return Opinion.objects.filter(authors=speaker).order_by("pk")


def printed_names(speaker: Speaker) -> Iterable[str]:
    return speaker.authorships.values_list("printed_name", flat=True)


def found(speaker: Speaker, _words_too: bool) -> list[Found]:
    signed = speaker.authorships.count()
    return [Found("Opinions", signed, "withdrawn where nobody else has signed, else without the name")]


def forget(whom: Whom, _words_too: bool) -> None:
    """Take them off what they signed; what nobody else has signed is withdrawn."""
    for opinion in opinions_of(whom.speaker):
        hold(opinion)
        if opinion.authorships.count() == 1:
            if opinion.status_now == Status.PUBLISHED:
                withdraw(opinion, NOTE)
            elif opinion.status_now == Status.SCHEDULED:
                return_to_draft(opinion)
        Authorship.objects.filter(opinion=opinion, speaker=whom.speaker).delete()
        note(Opinion, [opinion.pk])


def authors(record: object) -> Iterable[Speaker]:
    return record.authors.all() if isinstance(record, Opinion) else ()


SHARE = Share(opinions_of, printed_names, found, forget, authors)
