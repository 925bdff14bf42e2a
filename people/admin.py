from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import Case, Count, Max, Q, When
from django.http import JsonResponse
from django.urls import path
from django.utils.formats import date_format
from unfold.admin import TabularInline

from people.forgetting_admin import ForgetsPeople
from people.forms import NameVariantFormSet, SpeakerForm
from people.matching import find_speakers, near_duplicates
from people.merges_admin import MergesAdmin
from people.merging import merge_organisations
from people.models import Affiliation, NameVariant, Organisation, Speaker
from people.tables import SpeakerTable
from publishing.changes import unit_of_work
from publishing.named_admin import CountryFilter, NamedAdmin
from publishing.pickers import WithPickers
from publishing.pressing_twice import PressedTwice, begin_adding, check_pressed_once
from publishing.rows import OwnRowsFormSet
from publishing.table_admin import WithTable

#: How many that a search means stand before those that merely have its letters.
MOST_MEANT = 20


class NameVariantInline(TabularInline):
    model = NameVariant
    formset = NameVariantFormSet
    extra = 0
    verbose_name_plural = "other spellings of the name"


class AffiliationInline(WithPickers, TabularInline):
    model = Affiliation
    formset = OwnRowsFormSet
    extra = 0
    fields = ["organisation", "post", "start_date", "end_date"]
    autocomplete_fields = ["organisation"]
    verbose_name_plural = "posts held"


@admin.register(Organisation)
class OrganisationAdmin(NamedAdmin):
    merge = staticmethod(merge_organisations)
    pointed_at_by = Affiliation._meta.get_field("organisation")
    list_display = ["name", "in_country"]
    search_fields = ["fold__contains"]


@admin.register(Speaker)
class SpeakerAdmin(ForgetsPeople, WithTable, MergesAdmin):
    table = SpeakerTable
    form = SpeakerForm
    pointed_at_by = Affiliation._meta.get_field("speaker")
    list_display = ["name", "sort_name", "in_country", "event_count"]
    list_filter = ["kept_from_search_engines", ("country", CountryFilter)]
    search_fields = ["fold__contains", "variants__fold__contains"]
    ordering = ["sort_name", "pk"]
    inlines = [NameVariantInline, AffiliationInline]

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(events_attended=Count("appearances", distinct=True))

    def get_search_results(self, request, queryset, search_term):
        """Whoever's name is meant, in any script or spelling, the likeliest first; then what has the letters typed."""
        typed, _ = super().get_search_results(request, queryset, search_term)
        meant = [
            match.speaker.pk for match in find_speakers(search_term, MOST_MEANT, among=Speaker.objects.all())
        ]
        if not meant:
            return queryset.filter(pk__in=typed.values("pk")), False
        rank = Case(*(When(pk=pk, then=place) for place, pk in enumerate(meant)), default=len(meant))
        found = queryset.filter(Q(pk__in=meant) | Q(pk__in=typed.values("pk")))
        return found.order_by(rank, "sort_name", "pk"), False

    def told_beside(self, speakers: list[Speaker], term: str) -> dict[int, str]:
        """What a picker says of each: post, country, when they last took part, and which spelling was meant."""
        shown = Speaker.objects.filter(pk__in=[speaker.pk for speaker in speakers])
        meant = (
            {match.speaker.pk: match for match in find_speakers(term, len(speakers), among=shown)}
            if term
            else {}
        )
        told = {}
        for speaker in shown.annotate(last=Max("appearances__event__date")).for_page():
            match = meant.get(speaker.pk)
            country: Any = speaker.country
            said = [
                speaker.post_on(None),
                str(country.name),
                f"last {date_format(speaker.last, 'j F Y')}" if speaker.last else "",
                f"also {match.spelling}" if match and match.by_another_spelling else "",
            ]
            told[speaker.pk] = " · ".join(filter(None, said))
        return told

    def get_fieldsets(self, request, obj=None):
        if obj is None:
            return [
                (None, {"fields": ["name", "another_person", "country", "sort_name", "biography"]}),
                ("Portrait", {"fields": ["portrait", "portrait_alt", "portrait_credit", "portrait_licence"]}),
                ("Elsewhere", {"fields": ["wikidata", "orcid"]}),
            ]
        return [
            (
                None,
                {"fields": ["name", "sort_name", "slug", "kept_from_search_engines", "country", "biography"]},
            ),
            ("Portrait", {"fields": ["portrait", "portrait_alt", "portrait_credit", "portrait_licence"]}),
            ("Elsewhere", {"fields": ["wikidata", "orcid"]}),
        ]

    @admin.display(description="Events", ordering="events_attended")
    def event_count(self, speaker):
        return speaker.events_attended

    # --- On the spot: from the event form ---

    def get_urls(self):
        wrap = self.admin_site.admin_view
        return [
            path("alike/", wrap(self.alike_view), name="people_speaker_alike"),
            path("quick/", wrap(self.quick_view), name="people_speaker_quick"),
            *super().get_urls(),
        ]

    def alike_view(self, request):
        """Who in the archive has a name like ``?name=``, as JSON, before a new record is made."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        name = request.GET.get("name", "").replace("\0", "")[:200]
        return JsonResponse({"alike": [as_json(match) for match in near_duplicates(name)]})

    def quick_view(self, request):
        """Make a speaker of a name and a country; answers with those alike unless told it is another person."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        if request.method != "POST":
            return JsonResponse({"errors": ["POST a name and a country."]}, status=405)
        try:
            with unit_of_work():
                return self.quickly_made(request)
        except PressedTwice as pressed:
            return JsonResponse({"id": pressed.first.pk, "name": pressed.first.name}, status=201)

    def quickly_made(self, request):
        begin_adding(Speaker)
        form = self.get_form(request, fields=["name", "country", "another_person"])(request.POST)
        if form.is_valid():
            speaker = form.save()
            check_pressed_once(speaker)
            self.log_addition(request, speaker, [{"added": {}}])
            return JsonResponse({"id": speaker.pk, "name": speaker.name}, status=201)
        if form.has_error("name", "near_duplicate"):
            alike = [as_json(match) for match in near_duplicates(form.data["name"])]
            return JsonResponse({"alike": alike}, status=409)
        errors = [message for messages_ in form.errors.values() for message in messages_]
        return JsonResponse({"errors": errors}, status=400)


def as_json(match) -> dict:
    speaker = match.speaker
    return {
        "id": speaker.pk,
        "name": speaker.name,
        "spelling": match.spelling,
        "country": str(speaker.country.name),
        "post": speaker.post_on(None),
    }
