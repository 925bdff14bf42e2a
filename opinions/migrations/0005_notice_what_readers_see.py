import publishing.noticed
from django.db import migrations, models


def take_over_the_last_save(apps, schema_editor):
    apps.get_model("opinions", "Opinion").objects.update(changed_at=models.F("updated_at"))


class Migration(migrations.Migration):
    dependencies = [
        ("opinions", "0004_first_public_at"),
    ]

    operations = [
        migrations.AddField(
            model_name="opinion",
            name="changed_at",
            field=publishing.noticed.KeptMoment(editable=False, null=True),
        ),
        migrations.AddField(
            model_name="opinion",
            name="shown",
            field=publishing.noticed.KeptDigest(blank=True, editable=False, max_length=32),
        ),
        migrations.RunPython(take_over_the_last_save, migrations.RunPython.noop),
    ]
