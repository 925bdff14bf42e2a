"""What people search for, and a click that teaches the archive a spelling which found nobody."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.http import HttpResponseNotAllowed, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html
from unfold.views import ChangeList
from unfold.widgets import UnfoldAdminSelectWidget, UnfoldAdminTextInputWidget

from people.matching import find_speakers, people_meant
from people.models import NameVariant, Speaker
from publishing.changes import unit_of_work
from publishing.choices import OneRecord
from publishing.desk_admin import DeskAdmin
from publishing.pickers import PickOne
from search.models import Abbreviation, SearchedFor

#: Speakers offered for a spelling before one looks for another.
OFFERED = 3


class FoundFilter(admin.SimpleListFilter):
    title = "what it found"
    parameter_name = "found"

    def lookups(self, request, model_admin):
        return [("nothing", "Nothing"), ("something", "Something")]

    def queryset(self, request, queryset):
        if self.value() == "nothing":
            return queryset.filter(hits=0)
        return queryset.filter(hits__gt=0) if self.value() == "something" else queryset


class SpellingForm(forms.ModelForm):
    """A spelling of a speaker's name, as it was typed into the search."""

    class Meta:
        model = NameVariant
        fields = ["speaker", "name", "kind"]
        field_classes = {"speaker": OneRecord}
        widgets = {
            "speaker": PickOne(NameVariant._meta.get_field("speaker"), admin.site),
            "name": UnfoldAdminTextInputWidget(),
            "kind": UnfoldAdminSelectWidget(),
        }


class SearchesList(ChangeList):
    """A page of searches, each that found nothing with whom it may mean: asked for all at once."""

    def get_results(self, request):
        super().get_results(request)
        searches = list[SearchedFor](self.result_list)  # type: ignore[has-type]  # as its base leaves it
        failed = [searched for searched in searches if not searched.hits]
        meant = people_meant([searched.query for searched in failed], OFFERED)
        for searched, people in zip(failed, meant, strict=True):
            searched.meant = people
        self.result_list = searches


@admin.register(Abbreviation)
class AbbreviationAdmin(DeskAdmin):
    list_display = ["short", "long"]
    search_fields = ["fold__contains", "long_fold__contains"]


@admin.register(SearchedFor)
class SearchedForAdmin(DeskAdmin):
    list_display = ["query", "times", "found", "last_on", "teach"]
    list_filter = [FoundFilter]
    list_per_page = 25
    search_fields = ["fold__contains"]
    ordering = ["-times", "-last_on", "-pk"]
    actions = None

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def get_changelist(self, request, **kwargs):
        return SearchesList

    def get_list_display(self, request):
        return self.list_display if may_teach(request) else self.list_display[:-1]

    @admin.display(description="Found", ordering="hits")
    def found(self, searched):
        return searched.hits or format_html('<span class="tag bad">{}</span>', "nothing")

    @admin.display(description="A spelling of …")
    def teach(self, searched):
        """Of a search that found nothing: the likeliest speaker, one click away, and the way to all others."""
        if searched.hits:
            return ""
        address = reverse("admin:search_searchedfor_spelling", args=[searched.pk])
        other = format_html('<a class="link" href="{}">another …</a>', address)
        likeliest = searched.meant[:1]
        if not likeliest:
            return format_html('<a class="link" href="{}">choose …</a>', address)
        speaker = likeliest[0].speaker
        # In the list's own form, whose token it sends; the button says where to.
        return format_html(
            '<button class="button small" formaction="{}" formmethod="post" name="speaker" value="{}">'
            "Add to {}</button> {}",
            address,
            speaker.pk,
            speaker.name,
            other,
        )

    def get_urls(self):
        spelling = self.admin_site.admin_view(self.spelling_view)
        return [
            path("<int:pk>/spelling/", spelling, name="search_searchedfor_spelling"),
            *super().get_urls(),
        ]

    def spelling_view(self, request, pk):
        """Whose spelling it is: the likeliest first, any other by the picker; on POST it is added."""
        if not may_teach(request):
            raise PermissionDenied
        searched = self.get_object(request, str(pk))
        if searched is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, str(pk))
        if request.method not in ("GET", "POST"):
            return HttpResponseNotAllowed(["GET", "POST"])
        typed = {"name": searched.query, "kind": NameVariant.Kind.OTHER}
        form = SpellingForm(
            {**typed, **request.POST.dict()} if request.method == "POST" else None, initial=typed
        )
        if form.is_bound and form.is_valid() and not may_change(request, form.cleaned_data["speaker"]):
            form.add_error("speaker", "Something public names this speaker: a publisher adds the spelling.")
        if form.is_bound and form.is_valid() and self.taught(request, searched, form):
            return HttpResponseRedirect(reverse("admin:search_searchedfor_changelist"))
        context = {
            **self.admin_site.each_context(request),
            "title": f"“{searched.query}” is a spelling of …",
            "opts": self.opts,
            "searched": searched,
            "matches": people_meant([searched.query], OFFERED)[0],
            "form": form,
            "media": self.media + form.media,
        }
        request.current_app = self.admin_site.name
        return TemplateResponse(request, "admin/search/spelling.html", context)

    def taught(self, request, searched: SearchedFor, form: SpellingForm) -> bool:
        """Whether the spelling was added; if not, somebody else did so in the same moment, or the speaker is gone."""
        try:
            with unit_of_work():
                variant = form.save()
                self.log_addition(request, variant, [{"added": {}}])
        except IntegrityError:
            form.add_error("name", "This spelling is there already, or the speaker is not any more.")
            return False
        SearchedFor.objects.filter(pk=searched.pk).update(hits=len(find_speakers(searched.query)))
        self.message_user(request, f"“{variant}” now finds {variant.speaker}.", messages.SUCCESS)
        return True


def may_teach(request) -> bool:
    return request.user.has_perm("people.add_namevariant") and request.user.has_perm("people.view_speaker")


def may_change(request, speaker: Speaker) -> bool:
    return admin.site.get_model_admin(Speaker).has_change_permission(request, speaker)
