from django.db import migrations

from desk.roles import make_roles


def make(apps, schema_editor):
    make_roles(apps)


class Migration(migrations.Migration):
    """Make the groups Editor, Publisher and Administrator with their permissions."""

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("publishing", "0001_initial"),
        ("people", "0001_initial"),
        ("events", "0001_initial"),
        ("opinions", "0001_initial"),
        # The roles are those of today, and speak of its models.
        ("search", "0001_index_and_log"),
        ("intake", "0001_initial"),
    ]

    operations = [migrations.RunPython(make, migrations.RunPython.noop)]
