from django.db import migrations

from desk.roles import make_roles


def give_permissions(apps, schema_editor):
    make_roles(apps)


class Migration(migrations.Migration):

    dependencies = [
        ('desk', '0006_redirects'),
        ('publishing', '0008_deeds'),
    ]

    operations = [migrations.RunPython(give_permissions, migrations.RunPython.noop)]
