import publishing.folding
from django.db import migrations

from publishing.folding import fill_folds


def fill(apps, schema_editor):
    fill_folds(apps.get_model("search", "Abbreviation"), unique_with=())


class Migration(migrations.Migration):

    dependencies = [
        ('search', '0008_abbreviation_entered_once'),
    ]

    operations = [
        migrations.AddField(
            model_name='abbreviation',
            name='long_fold',
            field=publishing.folding.FoldField('long', default='', editable=False),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
