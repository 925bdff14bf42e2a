from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("events", "0004_fold_words_for_comparing")]

    operations = [
        migrations.AddField(
            model_name="event",
            name="entered_with",
            field=models.CharField(blank=True, editable=False, max_length=64, null=True, unique=True),
        ),
    ]
