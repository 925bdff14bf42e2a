from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('events', '0023_newest_first'),
    ]

    operations = [
        migrations.RemoveIndex(model_name='appearance', name='appearances_of_a_speaker'),
        migrations.AddIndex(
            model_name='appearance',
            index=models.Index(fields=['speaker', 'event', 'id'], name='appearances_of_a_speaker'),
        ),
    ]
