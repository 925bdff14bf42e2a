from django.apps import AppConfig
from django.db.models import OuterRef


class EventsConfig(AppConfig):
    name = "events"
    verbose_name = "Archive"  # as in the sidebar of the desk

    def ready(self):
        """Say what makes a speaker, a topic and a series public here, and what names them so, or a venue."""
        from events.models import Appearance, Event, Series, Statement, Topic, Venue
        from events.noticed import tell_readers
        from people.models import Speaker
        from publishing.changes import consequences
        from publishing.gate import PUBLIC_STATUSES

        consequences.append(tell_readers)
        me = OuterRef("pk")
        Speaker.public_ways.append(lambda: Appearance.objects.published().filter(speaker=me))
        Topic.public_ways.append(
            lambda: Event.topics.through.objects.filter(event__in=Event.objects.published(), topic=me)
        )
        Topic.public_ways.append(
            lambda: Statement.topics.through.objects.filter(
                statement__in=Statement.objects.published(), topic=me
            )
        )
        Series.public_ways.append(lambda: Event.objects.published().filter(series=me))

        out = {"event__status__in": PUBLIC_STATUSES}
        Speaker.naming_ways.append(lambda: Appearance.objects.listed().filter(speaker=me, **out))
        Topic.naming_ways.append(lambda: Event.topics.through.objects.filter(topic=me, **out))
        Topic.naming_ways.append(
            lambda: Statement.topics.through.objects.filter(
                topic=me, statement__in=Statement.objects.standing().filter(**out)
            )
        )
        Series.naming_ways.append(lambda: Event.objects.filter(series=me, status__in=PUBLIC_STATUSES))
        Venue.naming_ways.append(lambda: Event.objects.filter(venue=me, status__in=PUBLIC_STATUSES))
