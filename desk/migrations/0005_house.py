from django.db import migrations


class Migration(migrations.Migration):
    """It gave the groups rights to what was new, as the last of its kind does again: 0010."""

    dependencies = [
        ('desk', '0004_complaints'),
        ('house', '0001_settings_and_pages'),
    ]

    operations = []
