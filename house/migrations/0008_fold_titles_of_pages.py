import publishing.folding
from django.db import migrations

from publishing.folding import fill_folds


def fill(apps, schema_editor):
    fill_folds(apps.get_model("house", "Page"))


class Migration(migrations.Migration):

    dependencies = [
        ('house', '0007_versions_of_redirects'),
    ]

    operations = [
        migrations.AddField(
            model_name='page',
            name='fold',
            field=publishing.folding.FoldField('title', default='', editable=False),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
