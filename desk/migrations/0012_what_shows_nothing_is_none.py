from django.db import migrations

from publishing.shown import empty_what_shows_nothing

APPS = {"publishing", "people", "events", "opinions", "house"}
#: What was told once, and what is no record of an editor's.
OTHERS = {"version", "review", "remark", "logbookentry", "oldaddress", "forgotten", "ownword", "complaint"}


def empty_all(apps, schema_editor):
    for model in apps.get_models():
        if model._meta.app_label in APPS and model._meta.model_name not in OTHERS:
            empty_what_shows_nothing(model)


class Migration(migrations.Migration):
    """A lead, a post or a note of signs that nobody sees is stored as none, as each save stores it from now on."""

    dependencies = [('desk', '0011_fold_dotless_and_stressed_letters_anew')]

    operations = [migrations.RunPython(empty_all, migrations.RunPython.noop)]
