from django.db import migrations


class Migration(migrations.Migration):
    """It gave the groups rights to what was new, as the last of its kind does again: 0010."""

    dependencies = [
        ('desk', '0006_redirects'),
        ('publishing', '0008_deeds'),
    ]

    operations = []
