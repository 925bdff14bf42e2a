from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("events", "0005_series_in_use_is_kept")]

    operations = [
        migrations.AddField(
            model_name="event",
            name="entered_with",
            field=models.CharField(blank=True, editable=False, max_length=64, null=True, unique=True),
        ),
    ]
