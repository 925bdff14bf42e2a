"""The texts of opinions in which the words of a statement may stand."""

from collections.abc import Iterator

from django.db.models import Q

from events.models import Statement
from events.standing import Place
from opinions.models import Opinion
from publishing.gate import Status


def texts_of_opinions(statement: Statement) -> Iterator[Place]:
    """Of those that its event teases, and those that its speaker signs."""
    near = Q(teasers__event=statement.event_id)
    if statement.speakers:
        near |= Q(authorships__speaker__in=[one.speaker_id for one in statement.speakers])
    for opinion in Opinion.objects.filter(near).exclude(status=Status.WITHDRAWN).distinct():
        yield Place(opinion, "title", f"the title of the opinion “{opinion}”")
        yield Place(opinion, "lead", f"the lead of the opinion “{opinion}”, shown where it is teased too")
        yield Place(opinion, "body", f"the text of the opinion “{opinion}”", is_html=True)
