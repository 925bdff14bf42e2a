from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("intake", "0002_words_left_out_and_typed_items")]

    operations = [
        migrations.AddField(
            model_name="intake",
            name="old_address",
            field=models.CharField(blank=True, default="", editable=False, max_length=500),
            preserve_default=False,
        ),
    ]
