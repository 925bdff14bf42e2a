from django.apps import AppConfig
from django.db.models import OuterRef


class EventsConfig(AppConfig):
    name = "events"
    verbose_name = "Archive"  # as in the sidebar of the desk

    def ready(self):
        """Say what makes a speaker, a topic and a series public here."""
        from events.models import Appearance, Event, Series, Statement, Topic
        from people.models import Speaker

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
