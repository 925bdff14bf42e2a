"""An index that older code has made is made anew when the archive is upgraded, after the migrations."""

from django.apps import apps as present
from django.apps.registry import Apps

from search.indexing import rebuild
from search.models import Entry, IndexContent

#: Raised whenever search.entries or search.words make other words of the same record.
VERSION = 2


def bring_up_to_date(apps: Apps = present, **_signal) -> None:
    """Rebuild the index if another version has made it. ``apps`` are those that the migrations have led to."""
    if "indexcontent" not in apps.all_models["search"]:
        return  # led back to before there was an answer
    if IndexContent.objects.filter(version=VERSION).exists():
        return
    if Entry.objects.exists():
        rebuild()
    IndexContent.objects.all().delete()
    IndexContent.objects.create(version=VERSION)
