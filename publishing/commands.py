"""What commands of an archive share, that go by its language and its clock."""

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils.module_loading import import_string


class ArchiveCommand(BaseCommand):
    """A command that names days, hours or addresses: as the house says, which is asked when it begins."""

    def execute(self, *args, **options):
        with import_string(settings.FOR_A_COMMAND)():
            return super().execute(*args, **options)
