from django.apps import AppConfig
from django.db.models import OuterRef


class OpinionsConfig(AppConfig):
    name = "opinions"
    verbose_name = "Archive"  # as in the sidebar of the desk

    def ready(self):
        """Say what makes a speaker and a topic public here, what keeps an event from being so, and what is kept of
        each save."""
        from events.models import Event, Topic
        from events.names_out import further_deeds
        from events.standing import further_texts
        from opinions.forgetting import SHARE
        from opinions.models import (
            Authorship,
            Opinion,
            Teaser,
            take_out_telling_teasers,
            teasers_by_participants,
            teasers_that_tell,
        )
        from opinions.noticed import tell_readers
        from opinions.standing import texts_of_opinions
        from people.forgetting import SHARES
        from people.models import Speaker
        from publishing.changes import completions
        from publishing.gate import PUBLIC_STATUSES, Way
        from publishing.models import Correction
        from publishing.wholes import WHOLES, Part, keeps_versions

        keeps_versions(
            Opinion,
            Part(
                "authorships",
                Authorship,
                "opinion",
                ("author", "authors"),
                called="printed_name",
                same="speaker",
            ),
            Part("corrections", Correction, "object_id", called="date", same="text", outlasts=True),
        )
        WHOLES[Event].parts.append(
            Part(
                "teasers",
                Teaser,
                "event",
                ("opinion in the report", "opinions in the report"),
                called="opinion",
                same="opinion",
            )
        )
        SHARES.append(SHARE)
        completions.append(tell_readers)
        further_texts.append(texts_of_opinions)
        further_deeds.append(take_out_telling_teasers)
        me = OuterRef("pk")
        out = {"opinion__status__in": PUBLIC_STATUSES}
        at = "opinion__publish_at"
        Speaker.public_ways.append(Way(lambda: Authorship.objects.filter(**out), "speaker", at))
        Topic.public_ways.append(Way(lambda: Opinion.topics.through.objects.filter(**out), "topic", at))
        Speaker.naming_ways.append(lambda: Authorship.objects.filter(speaker=me, **out))
        Topic.naming_ways.append(lambda: Opinion.topics.through.objects.filter(topic=me, **out))
        Event.further_obstacles += [teasers_by_participants, teasers_that_tell]
