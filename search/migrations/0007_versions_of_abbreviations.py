from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('search', '0006_positions_by_year'),
    ]

    operations = [
        migrations.AddField(
            model_name='abbreviation',
            name='version',
            field=models.PositiveIntegerField(db_default=1, default=1, editable=False),
        ),
    ]
