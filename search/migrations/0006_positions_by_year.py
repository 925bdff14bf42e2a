from django.db import migrations


def forget(apps, schema_editor):
    """What each year holds of a topic is counted from now on: with nothing counted, all is, once all is migrated."""
    for name in ("Counted", "Count"):
        apps.get_model("search", name).objects.all().delete()


class Migration(migrations.Migration):

    dependencies = [
        ('search', '0005_counts'),
    ]

    operations = [
        migrations.RunPython(forget, forget),
    ]
