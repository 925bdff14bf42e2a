from django.contrib import admin
from django.db.models import Count

from events.merging import merge_subjects, merge_venues
from events.models import Event, Series, Topic, Venue
from events.models.subjects import Subject
from publishing.named_admin import CountryFilter, NamedAdmin


class SubjectAdmin(NamedAdmin):
    """What topics and series share."""

    merge = staticmethod(merge_subjects)
    list_display = ["name", "event_count"]
    search_fields = ["fold__contains", "description_fold__contains"]
    fields = ["name", "slug", "description"]
    ordering = Subject.Meta.ordering  # which counting the events would let go of

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(number_of_events=Count("events", distinct=True))

    @admin.display(description="Events", ordering="number_of_events")
    def event_count(self, subject):
        return subject.number_of_events


@admin.register(Topic)
class TopicAdmin(SubjectAdmin):
    pointed_at_by = Event._meta.get_field("topics")


@admin.register(Series)
class SeriesAdmin(SubjectAdmin):
    pointed_at_by = Event._meta.get_field("series")


@admin.register(Venue)
class VenueAdmin(NamedAdmin):
    merge = staticmethod(merge_venues)
    pointed_at_by = Event._meta.get_field("venue")
    list_display = ["__str__", "city", "in_country"]
    list_filter = [("country", CountryFilter)]
    search_fields = ["fold__contains"]

    def goes_alone(self, request, object_id):
        """Whoever follows an event that took place there is told of another name or city: the event is written too."""
        return True
