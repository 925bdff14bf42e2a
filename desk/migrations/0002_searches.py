from django.db import migrations

from desk.roles import make_roles


def make(apps, schema_editor):
    make_roles(apps)


class Migration(migrations.Migration):
    """Let the groups see what is searched for."""

    dependencies = [("desk", "0001_groups"), ("search", "0001_index_and_log")]

    operations = [migrations.RunPython(make, migrations.RunPython.noop)]
