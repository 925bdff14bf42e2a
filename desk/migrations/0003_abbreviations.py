from django.db import migrations


class Migration(migrations.Migration):
    """It gave the groups rights to what was new, as the last of its kind does again: 0010."""

    dependencies = [
        ('desk', '0002_forget_tries_to_log_in'),
        ('search', '0004_abbreviations_and_ordinary_words'),
    ]

    operations = []
