from django.db import migrations

from publishing.constraints import EnteredOnce


class Migration(migrations.Migration):

    dependencies = [
        ('search', '0007_versions_of_abbreviations'),
    ]

    operations = [
        migrations.RemoveConstraint(model_name='abbreviation', name='abbreviation_is_explained_once'),
        migrations.AddConstraint(
            model_name='abbreviation',
            constraint=EnteredOnce(fields=['fold'], name='abbreviation_is_explained_once', violation_error_message='This abbreviation is in the list already: “{twin}”.'),
        ),
    ]
