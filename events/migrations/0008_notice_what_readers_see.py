import publishing.noticed
from django.db import migrations, models


def take_over_the_last_save(apps, schema_editor):
    """What was public before is as new as its last save; from now on only what shows counts."""
    event, statement = apps.get_model("events", "Event"), apps.get_model("events", "Statement")
    event.objects.update(changed_at=models.F("updated_at"))
    saved = event.objects.filter(pk=models.OuterRef("event")).values("updated_at")
    statement.objects.update(changed_at=models.Subquery(saved))


class Migration(migrations.Migration):
    dependencies = [
        ("events", "0007_first_public_at"),
    ]

    operations = [
        migrations.AddField(
            model_name="event",
            name="changed_at",
            field=publishing.noticed.KeptMoment(editable=False, null=True),
        ),
        migrations.AddField(
            model_name="event",
            name="shown",
            field=publishing.noticed.KeptDigest(blank=True, editable=False, max_length=32),
        ),
        migrations.AddField(
            model_name="statement",
            name="changed_at",
            field=publishing.noticed.KeptMoment(editable=False, null=True),
        ),
        migrations.AddField(
            model_name="statement",
            name="left_standing",
            field=models.JSONField(blank=True, default=list, editable=False),
        ),
        migrations.AddField(
            model_name="statement",
            name="shown",
            field=publishing.noticed.KeptDigest(blank=True, editable=False, max_length=32),
        ),
        migrations.RunPython(take_over_the_last_save, migrations.RunPython.noop),
    ]
