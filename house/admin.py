from django.contrib import admin
from django.db import models
from django.http import HttpResponseRedirect
from django.urls import reverse

from house.models import THE_ONE, House
from publishing.admin import DeskAdmin, on_wide_lines


@admin.register(House)
class HouseAdmin(DeskAdmin):
    """One form and no list; as long as nobody has saved it, it shows what the environment says."""

    fieldsets = [
        ("Name", {"fields": ["name", "strapline"]}),
        ("Institution", {"fields": ["institution", "institution_url", "institution_same_as"]}),
        ("Footer and contact", {"fields": ["footer", "email", "networks"]}),
        ("Licence of texts", {"fields": ["licence_name", "licence_url"]}),
    ]
    formfield_overrides = {models.TextField: {"widget": on_wide_lines(3)}}

    def changelist_view(self, request, extra_context=None):
        """The form, in place of a list of one."""
        context = {**(extra_context or {}), "title": "Settings"}
        if House.objects.exists():
            return self.change_view(request, str(THE_ONE), extra_context=context)
        return self.add_view(request, extra_context=context)

    def response_post_save_change(self, request, obj):
        return HttpResponseRedirect(reverse("admin:house_house_changelist"))

    response_post_save_add = response_post_save_change

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        context |= {"show_save_and_add_another": False, "show_save_and_continue": False, "show_close": False}
        return super().render_change_form(request, context, add, change, form_url, obj)

    def has_delete_permission(self, request, obj=None):
        return False
