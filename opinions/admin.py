from django.contrib import admin, messages
from unfold.admin import TabularInline

from events.admin import EventAdmin
from events.admin.event import RowsInline
from opinions.forms import TeaserForm, TeaserFormSet, UnseenInSeveralForm
from opinions.models import Authorship, Opinion, Teaser
from opinions.tables import OpinionTable
from opinions.teased import told_of_events, told_of_opinions
from publishing.admin import CorrectionInline
from publishing.counterparts_admin import WithCounterparts
from publishing.forms import ProseField, PublishableForm
from publishing.pickers import WithPickers
from publishing.publishable_admin import PublishableAdmin
from publishing.rows import OwnRowsFormSet
from publishing.table_admin import WithTable


class TeaserInline(RowsInline, TabularInline):
    """The opinions teased at one event: a part of the event's form."""

    model = Teaser
    form = TeaserForm
    formset = TeaserFormSet
    autocomplete_fields = ["opinion"]
    links_beside_pickers = True
    verbose_name = "opinion"
    verbose_name_plural = "opinions in this report"
    show_title = False
    template_after = "admin/opinions/about_unseen.html"

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("opinion")


EventAdmin.further_parts.append(TeaserInline)
EventAdmin.asked_before_public.append(UnseenInSeveralForm)
EventAdmin.told_of_public.append(told_of_events)


class AuthorshipInline(WithPickers, TabularInline):
    model = Authorship
    formset = OwnRowsFormSet
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
class OpinionAdmin(WithCounterparts, WithTable, PublishableAdmin):
    table = OpinionTable
    form = OpinionForm
    list_display = ["title", "state", "date", "by"]
    list_filter = ["status", "topics", "language"]
    search_fields = ["fold__contains", "authorships__fold__contains"]
    date_hierarchy = "date"
    autocomplete_fields = ["topics", "translation_of"]
    inlines = [AuthorshipInline, CorrectionInline]

    def get_fieldsets(self, request, obj=None):
        return [
            (
                "Facts",
                {
                    "fields": [
                        "title",
                        "date",
                        "language",
                        "url",
                        "topics",
                        "slug",
                        *self.counterpart_fields(obj),
                        "licence",
                        "rights_holder",
                    ]
                },
            ),
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

    def tell_what_follows(self, request, records):
        for words in told_of_opinions(records):
            self.message_user(request, words, messages.WARNING)

    @admin.display(description="By")
    def by(self, opinion):
        return ", ".join(authorship.printed_name for authorship in opinion.authorships.all())
