from django.db import migrations

from desk.roles import make_roles


def give_permissions(apps, schema_editor):
    make_roles(apps)


class Migration(migrations.Migration):
    """Give the groups the rights of today, whatever they had: those before it need not, nor this one once another does."""

    dependencies = [
        ('desk', '0009_log_ins'),
        ('people', '0008_forgotten'),
        ('keeping', '0002_rehearsals_and_links'),
        ('events', '0014_own_words'),
    ]

    operations = [migrations.RunPython(give_permissions, migrations.RunPython.noop)]
