from urllib.parse import urlsplit

from django.conf import settings
from django.db import migrations, models

LOCAL_HOSTS = ["localhost", "127.0.0.1", "::1", "0.0.0.0"]


def keep_the_host(apps, schema_editor):
    """Of an archive that has settings: the host by which its records have been known until now."""
    host = settings.IDENTITY_HOST or urlsplit(settings.SITE_URL).hostname or ""
    if host not in LOCAL_HOSTS:
        apps.get_model("house", "House").objects.using(schema_editor.connection.alias).update(identity_host=host)


class Migration(migrations.Migration):
    dependencies = [("house", "0004_withdraw_at")]

    operations = [
        migrations.AddField(
            "house", "identity_host", models.CharField(max_length=253, blank=True, editable=False, default=""),
            preserve_default=False,
        ),
        migrations.RunPython(keep_the_host, migrations.RunPython.noop),
    ]
