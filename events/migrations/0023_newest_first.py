from django.db import migrations

from publishing.indexes import NewestFirst


class Migration(migrations.Migration):

    dependencies = [
        ('events', '0022_statements_kept_away'),
    ]

    operations = [
        migrations.RemoveIndex(model_name='event', name='events_newest_first'),
        migrations.AddIndex(
            model_name='event',
            index=NewestFirst(fields=['-date', '-id'], name='events_newest_first'),
        ),
    ]
