"""What Django's deployment checks do not know of: `manage.py check --deploy` says it, and `upgrade --check`."""

from pathlib import Path

from django.conf import settings
from django.core import checks

from config import health


def folders_can_be_written(**_options) -> list[checks.CheckMessage]:
    """Whoever asks is taken for the server's user, as for all else that is checked here."""
    folders = {"BACKUP_ROOT": settings.BACKUP_ROOT, "EXPORT_ROOT": Path(settings.EXPORT_ROOT).parent}
    if not settings.MEDIA_IS_ELSEWHERE:
        folders["MEDIA_ROOT"] = settings.MEDIA_ROOT
    told = (sentence for setting in folders for sentence in health.unwritable(setting, folders[setting]))
    return [checks.Warning(sentence, id="rapporteur.W001") for sentence in told]
