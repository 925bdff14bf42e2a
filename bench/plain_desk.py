"""Django's own admin of the same records: columns, filters, rows and parts as ours has them, and nothing beside."""

from django.contrib import admin
from django.urls import path

from events.models import Appearance, Event, Statement
from opinions.models import Opinion
from people.models import Speaker

site = admin.AdminSite()


class AppearanceInline(admin.TabularInline):
    model = Appearance
    autocomplete_fields = ["speaker"]
    extra = 0


class StatementInline(admin.StackedInline):
    model = Statement
    autocomplete_fields = ["topics"]
    raw_id_fields = ["appearance"]
    exclude = ["left_standing", "withdrawn_at", "withdrawal_note"]
    extra = 0


class Named(admin.ModelAdmin):
    list_per_page = 50
    search_fields = ["name"]


@admin.register(Speaker, site=site)
class SpeakerAdmin(Named):
    list_display = ["name", "sort_name", "country", "slug"]
    list_filter = ["country"]


@admin.register(Event, site=site)
class EventAdmin(admin.ModelAdmin):
    list_per_page = 50
    list_display = ["title", "status", "date", "kind", "venue", "series", "language"]
    list_filter = ["status", "kind", "record_rule", "topics", "series"]
    list_select_related = ["venue", "series"]
    search_fields = ["title"]
    autocomplete_fields = ["topics"]
    raw_id_fields = ["venue", "series"]
    inlines = [AppearanceInline, StatementInline]


@admin.register(Statement, site=site)
class StatementAdmin(admin.ModelAdmin):
    list_per_page = 50
    list_display = ["text", "appearance", "event", "evidence", "own_words"]
    list_filter = ["evidence", "event__status", "event__kind", "topics"]
    list_select_related = ["event", "appearance"]


@admin.register(Opinion, site=site)
class OpinionAdmin(admin.ModelAdmin):
    list_per_page = 50
    list_display = ["title", "status", "date", "language"]
    list_filter = ["status", "topics", "language"]


site.register(Event.topics.field.related_model, Named)

urlpatterns = [path("admin/", site.urls)]
