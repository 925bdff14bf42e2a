from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0003_file_speakers_under_a_folded_name'),
    ]

    operations = [
        migrations.AddField(
            model_name='organisation',
            name='version',
            field=models.PositiveIntegerField(db_default=1, default=1, editable=False),
        ),
        migrations.AddField(
            model_name='speaker',
            name='version',
            field=models.PositiveIntegerField(db_default=1, default=1, editable=False),
        ),
    ]
