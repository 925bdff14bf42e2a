from django.db import migrations
from django.utils import timezone

from house.starting import make_pages


def make(apps, schema_editor):
    make_pages(apps.get_model('house', 'Page'), timezone.now())


class Migration(migrations.Migration):

    dependencies = [
        ('house', '0001_settings_and_pages'),
    ]

    operations = [migrations.RunPython(make, migrations.RunPython.noop)]
