from django.db import migrations, models

from people.models import filed_as, filing_key

BATCH = 1000


def filed_as_before(name: str) -> str:
    first, _, last = name.strip().rpartition(" ")
    return f"{last}, {first}" if first else last


def file_anew(apps, schema_editor):
    """Where nobody wrote the sort name: "Jr., Marek Dobry" is "Dobry, Marek, Jr." from now on."""
    speakers = apps.get_model("people", "Speaker").objects.only("name", "sort_name", "filed_under", "fold")
    changed = []
    for speaker in speakers.iterator(BATCH):
        filed = filed_as(speaker.name)
        if filed != speaker.sort_name == filed_as_before(speaker.name):
            speaker.sort_name, speaker.filed_under = filed, filing_key(filed)
            speaker.fold = speaker._meta.get_field("fold").value_for(speaker)
            changed.append(speaker)
    speakers.bulk_update(changed, ["sort_name", "filed_under", "fold"], BATCH)


class Migration(migrations.Migration):
    """Titles, degrees and generations are not what anybody is filed under."""

    dependencies = [("people", "0005_fold_words_for_comparing")]

    operations = [
        migrations.AlterField(
            model_name="speaker",
            name="sort_name",
            field=models.CharField(
                blank=True,
                help_text="How the name is filed: “Lukin, Artyom”. Left blank, the last word goes first, without titles.",
                max_length=200,
            ),
        ),
        migrations.RunPython(file_anew, migrations.RunPython.noop),
    ]
