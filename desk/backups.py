"""How the archive stands: the backups that were made, and round them one line for each thing that may fail."""

from django.contrib import admin
from django.urls import NoReverseMatch, reverse

from desk.panel import facts, news
from keeping.models import Backup, DeadLink
from publishing.desk_admin import DeskAdmin

MOST_LINKS = 50


@admin.register(Backup)
class BackupAdmin(DeskAdmin):
    """What a command makes is not entered here."""

    list_before_template = "desk/panel.html"
    list_display = ["file_name", "made_at", "megabytes", "rehearsed_at"]
    list_display_links = None

    @admin.display(description="Size", ordering="size")
    def megabytes(self, backup) -> str:
        return f"{backup.size / 1_000_000:,.1f} MB"

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def changelist_view(self, request, extra_context=None):
        dead = DeadLink.objects.all()[:MOST_LINKS]
        told = {
            "title": "How it stands",
            "facts": facts(),
            "news": news(),
            "dead": [(link, address_of(link)) for link in dead],
        }
        return super().changelist_view(request, {**(extra_context or {}), **told})


def address_of(link: DeadLink) -> str:
    """The form on which a link can be mended; blank where there is none."""
    try:
        return reverse(f"admin:{link.kind.replace('.', '_')}_change", args=[link.object_id])
    except NoReverseMatch:
        return ""
