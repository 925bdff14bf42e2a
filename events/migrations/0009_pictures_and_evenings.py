from datetime import time, timedelta

from django.db import migrations, models
from django.db.models import F, Q

import publishing.pictures

MESSAGE = "The event ends before it starts: look at the dates and times."
IN_ORDER = Q(end_date__isnull=True) | Q(end_date__gte=F("date"))
WITHIN_A_DAY = (
    Q(start_time__isnull=True)
    | Q(end_time__isnull=True)
    | Q(end_date__isnull=False, end_date__gt=F("date"))
    | Q(end_time__gt=F("start_time"))
)
AFTER_MIDNIGHT = Q(start_time__gte=time(16), end_time__lte=time(6))


def order_of(times):
    return models.CheckConstraint(
        name="event_ends_after_it_starts", condition=IN_ORDER & times, violation_error_message=MESSAGE
    )


def say_the_last_day(apps, schema_editor):
    """On the way back: an evening that ends after midnight needed its last day; one without a date has none to say."""
    events = apps.get_model("events", "Event").objects.filter(AFTER_MIDNIGHT).filter(end_time__lt=F("start_time"))
    events.filter(date__isnull=True).update(end_time=None)
    one_day = events.filter(Q(end_date__isnull=True) | Q(end_date=F("date")))
    for event in one_day.only("date"):
        event.end_date = event.date + timedelta(days=1)
        event.save(update_fields=["end_date"])


class Migration(migrations.Migration):
    dependencies = [("events", "0008_notice_what_readers_see")]

    operations = [
        migrations.AlterField(
            model_name="event",
            name="cover",
            field=publishing.pictures.PictureField(blank=True, upload_to="covers/"),
        ),
        migrations.AlterField(
            model_name="event",
            name="end_time",
            field=models.TimeField(
                blank=True,
                help_text="Of an evening, 00:30 is understood as the next day’s.",
                null=True,
                verbose_name="until",
            ),
        ),
        migrations.RemoveConstraint(model_name="event", name="event_ends_after_it_starts"),
        migrations.RunPython(migrations.RunPython.noop, say_the_last_day),
        migrations.AddConstraint(
            model_name="event", constraint=order_of(WITHIN_A_DAY | AFTER_MIDNIGHT)
        ),
    ]
