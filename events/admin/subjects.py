from django.contrib import admin
from django.db.models import Count

from events.models import Series, Topic, Venue
from publishing.admin import DeskAdmin


class SubjectAdmin(DeskAdmin):
    """What topics and series share."""

    list_display = ["name", "event_count"]
    search_fields = ["fold__contains", "description_fold__contains"]
    fields = ["name", "slug", "description"]

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(number_of_events=Count("events", distinct=True))

    @admin.display(description="Events", ordering="number_of_events")
    def event_count(self, subject):
        return subject.number_of_events


@admin.register(Topic)
class TopicAdmin(SubjectAdmin):
    pass


@admin.register(Series)
class SeriesAdmin(SubjectAdmin):
    pass


@admin.register(Venue)
class VenueAdmin(DeskAdmin):
    list_display = ["__str__", "city", "country"]
    list_filter = ["country"]
    search_fields = ["fold__contains"]
