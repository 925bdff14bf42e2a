from django.contrib import admin
from django.core.exceptions import ValidationError
from django.forms.models import BaseInlineFormSet
from unfold.admin import TabularInline

from events.admin import EventAdmin
from opinions.models import Authorship, Opinion, Teaser
from publishing.admin import CorrectionInline, PublishableAdmin
from publishing.forms import ProseField, PublishableForm
from publishing.pickers import WithPickers


class TeaserFormSet(BaseInlineFormSet):
    """The opinions teased at one event."""

    def clean(self):
        super().clean()
        if self.instance.under_the_rule:
            self.check_for_participants()

    def check_for_participants(self) -> None:
        """Under the Chatham House Rule a teaser by a participant would give the name away."""
        speakers = self.instance.whole_form.statements.speakers
        present = {form.cleaned_data.get("speaker") for form in speakers.standing()}
        for form in self.forms:
            opinion = form.cleaned_data.get("opinion")
            if opinion and form not in self.deleted_forms:
                for author in set(opinion.authors.all()) & present:
                    form.add_error("opinion", f"Its author {author} took part under the Chatham House Rule.")
        if any(form.errors for form in self.forms):
            raise ValidationError("Look at the opinions that are marked.")


class TeaserInline(WithPickers, TabularInline):
    model = Teaser
    formset = TeaserFormSet
    extra = 0
    autocomplete_fields = ["opinion"]
    verbose_name = "opinion"
    verbose_name_plural = "opinions in this report"
    show_title = False

    # A teaser is part of the event: who may edit it, may edit them.

    def has_view_permission(self, request, obj=None):
        return True

    def has_add_permission(self, request, obj=None):
        return True

    def has_change_permission(self, request, obj=None):
        return True

    def has_delete_permission(self, request, obj=None):
        return True


EventAdmin.inlines = [*EventAdmin.inlines[:2], TeaserInline, *EventAdmin.inlines[2:]]


class AuthorshipInline(WithPickers, TabularInline):
    model = Authorship
    extra = 0
    fields = ["speaker", "printed_name", "printed_post", "order"]
    autocomplete_fields = ["speaker"]
    ordering_field = "order"
    hide_ordering_field = True
    verbose_name = "author"
    verbose_name_plural = "authors, as printed"
    show_title = False


class OpinionForm(PublishableForm):
    body = ProseField(required=False)

    class Meta:
        model = Opinion
        fields = "__all__"


@admin.register(Opinion)
class OpinionAdmin(PublishableAdmin):
    form = OpinionForm
    list_display = ["title", "state", "date", "by"]
    list_filter = ["status", "topics", "language"]
    search_fields = ["fold__contains", "authorships__fold__contains"]
    date_hierarchy = "date"
    autocomplete_fields = ["topics"]
    inlines = [AuthorshipInline, CorrectionInline]

    def get_fieldsets(self, request, obj=None):
        return [
            ("Facts", {"fields": ["title", "date", "language", "url", "topics", "slug"]}),
            ("Text", {"fields": ["lead", "body"]}),
            *(
                [("Publication", {"fields": fields})]
                if (fields := self.publication_fields(request, obj))
                else []
            ),
        ]

    def get_queryset(self, request):
        opinions = super().get_queryset(request).prefetch_related("authorships")
        return opinions.for_line() if self.shows_a_list(request) else opinions

    @admin.display(description="By")
    def by(self, opinion):
        return ", ".join(authorship.printed_name for authorship in opinion.authorships.all())
