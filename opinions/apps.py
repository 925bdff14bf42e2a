from django.apps import AppConfig
from django.db.models import OuterRef


class OpinionsConfig(AppConfig):
    name = "opinions"
    verbose_name = "Archive"  # as in the sidebar of the desk

    def ready(self):
        """Say what makes a speaker and a topic public here."""
        from events.models import Topic
        from opinions.models import Authorship, Opinion
        from people.models import Speaker

        me = OuterRef("pk")
        Speaker.public_ways.append(lambda: Authorship.objects.published().filter(speaker=me))
        Topic.public_ways.append(
            lambda: Opinion.topics.through.objects.filter(opinion__in=Opinion.objects.published(), topic=me)
        )
