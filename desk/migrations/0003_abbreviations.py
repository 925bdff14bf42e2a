from django.db import migrations

from desk.roles import make_roles


def give_permissions(apps, schema_editor):
    make_roles(apps)


class Migration(migrations.Migration):

    dependencies = [
        ('desk', '0002_forget_tries_to_log_in'),
        ('search', '0004_abbreviations_and_ordinary_words'),
    ]

    operations = [migrations.RunPython(give_permissions, migrations.RunPython.noop)]
