"""What is noted as changed when a record is saved or goes: the one home of signals. The apps before need not know.

Deeds that write in bulk, past Django's signals, call ``publishing.changes.note`` themselves.
"""

from django.apps import apps
from django.db.models.signals import m2m_changed, post_delete, post_save
from django.dispatch import receiver

from events.models import Appearance, Event, Statement, Topic
from opinions.models import Authorship, Opinion, Teaser
from people.models import Affiliation, NameKey, NameUse, NameVariant, Speaker
from publishing.changes import note
from publishing.gate import PublicSince
from publishing.models import Correction, Edition, Version
from search.indexing import carriers_in_the_index
from search.models import Kind

#: Apps whose records pages show, and those of their models that no page does.
SHOWN = ("publishing", "people", "events", "opinions", "house")
NOT_SHOWN = (Edition, NameKey, NameUse, PublicSince, Version)


@receiver([post_save, post_delete])
def record_changed(sender, instance, **kwargs):
    if sender._meta.app_label in SHOWN and sender not in NOT_SHOWN and sender._meta.apps is apps:
        note(sender, [instance.pk])


#: Records that are shown with another and have no entry of their own: the model of the other, and its key.
BELONGS_TO = {
    Appearance: (Event, "event_id"),
    Authorship: (Opinion, "opinion_id"),
    NameVariant: (Speaker, "speaker_id"),
    # Once they are gone, nothing else tells whose they were.
    Affiliation: (Speaker, "speaker_id"),
    Teaser: (Event, "event_id"),
}


@receiver([post_save, post_delete], sender=Appearance)
@receiver([post_save, post_delete], sender=Authorship)
@receiver(post_delete, sender=NameVariant)
@receiver(post_delete, sender=Affiliation)
@receiver(post_delete, sender=Teaser)
def part_changed(sender, instance, **kwargs):
    whole, key = BELONGS_TO[sender]
    note(whole, [getattr(instance, key)])


@receiver([post_save, post_delete], sender=Correction)
def correction_changed(instance, **kwargs):
    note(instance.content_type.model_class(), [instance.object_id])


@receiver(post_delete, sender=Statement)
def statement_gone(instance, **kwargs):
    note(Statement, [instance.pk])
    # If it was withdrawn, its words were cut out of the report.
    note(Event, [instance.event_id])


@receiver(post_delete, sender=Topic)
def topic_gone(instance, **kwargs):
    _note_carriers(instance.pk, Event, Statement, Opinion)


#: The many-to-many tables that say what a record is about.
ABOUT = {Event.topics.through: Event, Statement.topics.through: Statement, Opinion.topics.through: Opinion}


@receiver(m2m_changed)
def subjects_changed(sender, instance, action, reverse, pk_set, **kwargs):
    if sender not in ABOUT or not action.startswith("post_"):
        return
    if not reverse:
        note(ABOUT[sender], [instance.pk])
    elif action == "post_clear":
        _note_carriers(instance.pk, ABOUT[sender])
    else:
        note(ABOUT[sender], pk_set)


def _note_carriers(topic: int, *models) -> None:
    """Those that carried a topic of which nothing says any more who did: the index still does."""
    carriers = carriers_in_the_index(topic)
    for model in models:
        note(model, carriers[Kind(model._meta.model_name)])
