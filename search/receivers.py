"""What must be indexed again when a record changes: the one home of signals. The apps before this one need not know.

Deeds that write in bulk, past Django's signals, send ``publishing.signals.content_changed`` instead.
"""

from django.db.models.signals import m2m_changed, post_delete, post_save, pre_delete
from django.dispatch import receiver

from events.models import Appearance, Event, Statement, Topic, Venue
from opinions.models import Authorship, Opinion
from people.models import NameVariant, Speaker
from publishing.signals import content_changed
from search.indexing import index, index_event, index_opinion, index_speaker
from search.models import Kind


@receiver([post_save, content_changed], sender=Event)
def event_saved(instance, **kwargs):
    index_event([instance.pk])


@receiver(pre_delete, sender=Event)
def event_about_to_go(instance, **kwargs):
    instance.topics_before = _topics_of_event(instance)


@receiver(post_delete, sender=Event)
def event_gone(instance, **kwargs):
    index(Kind.EVENT, [instance.pk])
    index(Kind.TOPIC, instance.topics_before)


@receiver([post_save], sender=Statement)
def statement_saved(instance, **kwargs):
    index(Kind.STATEMENT, [instance.pk])
    index(Kind.EVENT, [instance.event_id])
    index(Kind.TOPIC, instance.topics.values_list("pk", flat=True))


@receiver(pre_delete, sender=Statement)
def statement_about_to_go(instance, **kwargs):
    instance.topics_before = list(instance.topics.values_list("pk", flat=True))


@receiver(post_delete, sender=Statement)
def statement_gone(instance, **kwargs):
    index(Kind.STATEMENT, [instance.pk])
    index(Kind.EVENT, [instance.event_id])
    index(Kind.TOPIC, instance.topics_before)


@receiver([post_save, post_delete], sender=Appearance)
def appearance_changed(instance, **kwargs):
    index_event([instance.event_id])


@receiver(post_save, sender=Speaker)
def speaker_saved(instance, **kwargs):
    index_speaker(instance)


@receiver([post_save, post_delete], sender=NameVariant)
def spelling_changed(instance, **kwargs):
    index_speaker(instance.speaker)


@receiver(post_save, sender=Venue)
def venue_saved(instance, **kwargs):
    index(Kind.EVENT, instance.events.values_list("pk", flat=True))


@receiver(post_save, sender=Opinion)
def opinion_saved(instance, **kwargs):
    index_opinion([instance.pk])


@receiver(pre_delete, sender=Opinion)
def opinion_about_to_go(instance, **kwargs):
    instance.topics_before = list(instance.topics.values_list("pk", flat=True))


@receiver(post_delete, sender=Opinion)
def opinion_gone(instance, **kwargs):
    index(Kind.OPINION, [instance.pk])
    index(Kind.TOPIC, instance.topics_before)


@receiver([post_save, post_delete], sender=Authorship)
def authorship_changed(instance, **kwargs):
    index(Kind.OPINION, [instance.opinion_id])


@receiver([post_save, post_delete], sender=Topic)
def topic_changed(instance, **kwargs):
    index(Kind.TOPIC, [instance.pk])


@receiver(pre_delete, sender=Topic)
def topic_about_to_go(instance, **kwargs):
    instance.carried_by = {
        Kind.EVENT: list(instance.events.values_list("pk", flat=True)),
        Kind.STATEMENT: list(instance.statements.values_list("pk", flat=True)),
        Kind.OPINION: list(instance.opinions.values_list("pk", flat=True)),
    }


@receiver(post_delete, sender=Topic)
def topic_gone(instance, **kwargs):
    for kind, ids in instance.carried_by.items():
        index(kind, ids)


#: The many-to-many tables that say what a record is about: the kind of record, and its name on the topic.
ABOUT = {
    Event.topics.through: (Kind.EVENT, "events"),
    Statement.topics.through: (Kind.STATEMENT, "statements"),
    Opinion.topics.through: (Kind.OPINION, "opinions"),
}


@receiver(m2m_changed)
def subjects_changed(sender, instance, action, reverse, pk_set, **kwargs):
    if sender not in ABOUT or action in ("pre_add", "pre_remove"):
        return
    kind, name = ABOUT[sender]
    if action == "pre_clear":
        # Afterwards nothing says any more what was there.
        others = getattr(instance, name) if reverse else instance.topics
        instance.cleared = list(others.values_list("pk", flat=True))
        return
    others = instance.cleared if action == "post_clear" else pk_set
    index(kind, others if reverse else [instance.pk])
    index(Kind.TOPIC, [instance.pk] if reverse else others)


def _topics_of_event(event: Event) -> list[int]:
    mentioned = Topic.objects.filter(events=event) | Topic.objects.filter(statements__event=event)
    return list(mentioned.values_list("pk", flat=True).distinct())
