from django.db import migrations


class Migration(migrations.Migration):
    """It gave the groups rights to what was new, as the last of its kind does again: 0010."""

    dependencies = [
        ('desk', '0005_house'),
        ('house', '0003_redirects'),
    ]

    operations = []
