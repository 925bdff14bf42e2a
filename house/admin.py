from typing import ClassVar

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import HttpResponseRedirect, JsonResponse
from django.urls import path, reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime

from house import colour
from house.models import THE_ONE, House, Page
from house.old_site.admin import NotFoundAdmin, RedirectAdmin
from publishing import clock
from publishing.desk_admin import DeskAdmin, on_wide_lines
from publishing.forms import ProseField, PublishableForm
from publishing.publishable_admin import PublishableAdmin

__all__ = ["HouseAdmin", "NotFoundAdmin", "PageAdmin", "RedirectAdmin"]


class Look:
    """How an accent looks in each scheme while it is chosen: refused ones too, with why."""

    #: As in static/css/tokens.css.
    OWN: ClassVar[dict[colour.Scheme, str]] = {colour.LIGHT: "#0e5c49", colour.DARK: "#86d6ba"}

    def __init__(self, accent: str, accent_dark: str):
        accent, accent_dark = accent.strip().lower(), accent_dark.strip().lower()
        if not accent_dark and colour.is_colour(accent):
            accent_dark = colour.for_the_dark(accent)
        self.light = self.in_scheme(accent, colour.LIGHT)
        self.dark = self.in_scheme(accent_dark, colour.DARK)

    def in_scheme(self, chosen: str, scheme: colour.Scheme) -> dict[str, str]:
        shown = colour.accent(chosen if colour.is_colour(chosen) else self.OWN[scheme], scheme)
        told = f"{int(shown.ratio * 10) / 10} : 1 against the page."
        return {
            "accent": shown.colour,
            "on_accent": shown.on_it,
            "objection": colour.objection(chosen, scheme) if chosen else "",
            "ratio": told,
        }


@admin.register(House)
class HouseAdmin(DeskAdmin):
    """One form and no list; as long as nobody has saved it, it shows what the environment says."""

    change_form_template = "admin/house/house/change_form.html"
    fieldsets = [
        ("Name and look", {"fields": ["name", "strapline", "logo", "logo_dark", "accent", "accent_dark"]}),
        ("Institution", {"fields": ["institution", "institution_url", "institution_same_as"]}),
        ("Footer and contact", {"fields": ["footer", "email", "networks"]}),
        ("Language and time", {"fields": ["language", "time_zone"]}),
        ("Licence of texts", {"fields": ["licence_name", "licence_url"]}),
        ("Robots and AI", {"fields": ["robots"]}),
        (
            "First on the front page",
            {
                "fields": ["first_event", "first_opinion", "first_topic"],
                "description": "One of them, as long as readers can see it.",
            },
        ),
        ("Parts shown", {"fields": ["shows_opinions", "shows_topics"]}),
    ]
    formfield_overrides = {models.TextField: {"widget": on_wide_lines(3)}}
    autocomplete_fields = ["first_event", "first_opinion", "first_topic"]

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == "time_zone":
            field.widget.attrs |= {"list": "zones", "autocomplete": "off", "spellcheck": "false"}
            field.help_text += f" Now it is {date_format(localtime(), 'j F Y, H:i')}."
        return field

    def changelist_view(self, request, extra_context=None):
        """The form, in place of a list of one."""
        context = {**(extra_context or {}), "title": "Settings"}
        if House.objects.exists():
            return self.change_view(request, str(THE_ONE), extra_context=context)
        return self.add_view(request, extra_context=context)

    def response_post_save_change(self, request, obj):
        return HttpResponseRedirect(reverse("admin:house_house_changelist"))

    def response_post_save_add(self, request, obj):
        """The first time it is a step on the way in: the desk leads on."""
        return HttpResponseRedirect(reverse("admin:index"))

    def get_urls(self):
        view = self.admin_site.admin_view(self.colours_view)
        return [path("colours/", view, name="house_house_colours"), *super().get_urls()]

    def colours_view(self, request):
        """How what is typed into the two fields would look, and what is to be said against it."""
        if not self.has_change_permission(request):
            raise PermissionDenied
        look = Look(request.GET.get("accent", ""), request.GET.get("accent_dark", ""))
        return JsonResponse({"light": look.light, "dark": look.dark})

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        form = context["adminform"].form
        context["zones"] = clock.zones()
        context["look"] = Look(form["accent"].value() or "", form["accent_dark"].value() or "")
        context |= {"show_save_and_add_another": False, "show_save_and_continue": False, "show_close": False}
        return super().render_change_form(request, context, add, change, form_url, obj)

    def has_delete_permission(self, request, obj=None):
        return False


class PageForm(PublishableForm):
    body = ProseField(required=False, label="Text", help_text=Page._meta.get_field("body").help_text)

    class Meta:
        model = Page
        fields = "__all__"


@admin.register(Page)
class PageAdmin(PublishableAdmin):
    form = PageForm
    list_display = ["title", "address", "state", "place", "order", "to_be_said"]
    list_filter = ["status", "place"]
    search_fields = ["fold__contains"]

    def get_fieldsets(self, request, obj=None):
        publication = self.publication_fields(request, obj)
        return [
            ("Page", {"fields": ["title", "slug", "place", "order", "language"]}),
            ("Text", {"fields": ["lead", "body"]}),
            *([("Publication", {"fields": publication})] if publication else []),
        ]

    @admin.display(description="Address", ordering="slug")
    def address(self, page):
        return page.get_absolute_url()

    @admin.display(description="Still to be said")
    def to_be_said(self, page):
        return len(page.gaps) or ""
