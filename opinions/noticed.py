"""What shows of an opinion, compared at the end of each unit of work that touched it."""

from opinions.models import Opinion
from publishing.changes import Changes
from publishing.noticed import fields_of, tell_changes


def tell_readers(changes: Changes) -> None:
    """Move ``changed_at`` of the opinions of which something new shows."""
    if touched := changes.get(Opinion):
        opinions = Opinion.objects.filter(pk__in=touched).prefetch_related(
            "authorships", "topics", "corrections"
        )
        tell_changes((opinion, _shown(opinion)) for opinion in opinions)


def _shown(opinion: Opinion) -> list:
    return [
        [*fields_of(opinion, {"translation_of"})],  # which is news of no opinion
        [(one.printed_name, one.printed_post) for one in opinion.authorships.all()],
        sorted(topic.pk for topic in opinion.topics.all()),
        [(one.date, one.text) for one in opinion.corrections.all()],
    ]
