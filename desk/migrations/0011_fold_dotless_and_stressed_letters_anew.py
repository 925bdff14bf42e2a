from django.db import migrations

from publishing.folding import fold_anew

#: What folds had until today; a later fold may know more letters and have a migration of its own.
LETTERS = "ıѐѝѷ"


def fold_all_anew(apps, schema_editor):
    for model in apps.get_models():
        fold_anew(model, LETTERS)


class Migration(migrations.Migration):
    """ı is folded as i, and the Cyrillic ѐ, ѝ and ѷ as the letters they are without their accents: of all tables at once."""

    dependencies = [
        ('desk', '0010_forgetting_and_keeping'),
        ('events', '0024_appearances_with_their_keys'),
        ('house', '0008_fold_titles_of_pages'),
        ('opinions', '0008_counterparts'),
        ('people', '0011_rights_in_texts_and_pictures'),
        ('publishing', '0008_deeds'),
        ('search', '0009_fold_what_abbreviations_stand_for'),
    ]

    operations = [migrations.RunPython(fold_all_anew, migrations.RunPython.noop)]
