from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('house', '0006_language_and_time'),
    ]

    operations = [
        migrations.AddField(
            model_name='redirect',
            name='version',
            field=models.PositiveIntegerField(db_default=1, default=1, editable=False),
        ),
    ]
