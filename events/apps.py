from django.apps import AppConfig
from django.db.models import OuterRef


class EventsConfig(AppConfig):
    name = "events"
    verbose_name = "Archive"  # as in the sidebar of the desk

    def ready(self):
        """Say what makes a speaker, a topic and a series public here, and what names them so, or a venue; and what is
        kept of each save."""
        from events.chatham_house import forget_addresses_with_names
        from events.forgetting import SHARE
        from events.models import Appearance, Event, Series, Statement, Topic, Venue
        from events.models.complaint import forget_complaints_of, take_out_of_complaints
        from events.models.misattributed import forget_misattributed_of
        from events.models.own_word import forget_own_words_of, take_out_of_own_words
        from events.not_for_attribution import forget_who_said
        from events.noticed import tell_readers
        from events.versions import event_with_parts
        from people.forgetting import SHARES, forget_old_addresses
        from people.models import Speaker
        from publishing.changes import completions, consequences
        from publishing.forgetting import PLACES, Place
        from publishing.gate import PUBLIC_STATUSES, Way
        from publishing.wholes import keeps_versions

        PLACES.append(
            Place("old addresses", lambda event, _: forget_addresses_with_names(event), forget_old_addresses)
        )
        PLACES.append(
            Place(
                "readers' complaints",
                lambda event, _: forget_complaints_of(event),
                take_out_of_complaints,
                by_surname=True,
            )
        )
        SHARES.append(SHARE)
        PLACES.append(
            Place(
                "speakers' own words",
                lambda event, _: forget_own_words_of(event),
                take_out_of_own_words,
                by_surname=True,
            )
        )
        PLACES.append(
            Place(
                "corrections on the pages of former speakers",
                lambda event, _: forget_misattributed_of(event),
                lambda names: None,  # it names nobody in words, and goes with the person
            )
        )
        for model in (Venue, Topic, Series):
            keeps_versions(model)
        event_with_parts()
        completions.append(tell_readers)
        consequences.append(forget_who_said)  # after the version that tells of it
        me = OuterRef("pk")
        out = {"event__status__in": PUBLIC_STATUSES}
        at_event = "event__publish_at"
        Speaker.public_ways.append(
            Way(lambda: Appearance.objects.listed().filter(**out), "speaker", at_event)
        )
        Topic.public_ways.append(Way(lambda: Event.topics.through.objects.filter(**out), "topic", at_event))
        Topic.public_ways.append(
            Way(
                lambda: Statement.topics.through.objects.filter(
                    statement__withdrawn_at__isnull=True, statement__event__status__in=PUBLIC_STATUSES
                ),
                "topic",
                "statement__event__publish_at",
            )
        )
        Series.public_ways.append(
            Way(lambda: Event.objects.filter(status__in=PUBLIC_STATUSES), "series", "publish_at")
        )

        Speaker.naming_ways.append(lambda: Appearance.objects.listed().filter(speaker=me, **out))
        Topic.naming_ways.append(lambda: Event.topics.through.objects.filter(topic=me, **out))
        Topic.naming_ways.append(
            lambda: Statement.topics.through.objects.filter(
                topic=me, statement__in=Statement.objects.standing().filter(**out)
            )
        )
        Series.naming_ways.append(lambda: Event.objects.filter(series=me, status__in=PUBLIC_STATUSES))
        Venue.naming_ways.append(lambda: Event.objects.filter(venue=me, status__in=PUBLIC_STATUSES))
