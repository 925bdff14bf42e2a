"""Hears who joins or leaves a group, whoever says so: a form, a command or a shell."""

from django.contrib.auth.models import Group, User
from django.db.models.signals import m2m_changed, pre_delete
from django.dispatch import receiver

from desk.accounts import follow_roles


@receiver(m2m_changed, sender=User.groups.through)
def staff_follows(instance, action, reverse, pk_set, **kwargs) -> None:
    """``instance`` is the user whose groups changed, or (``reverse``) the group whose members did."""
    if action == "pre_clear" and reverse:  # afterwards nobody knows who they were
        follow_roles(instance.user_set.all(), leaving=instance.name)
    elif action in ("post_add", "post_remove", "post_clear"):
        follow_roles(User.objects.filter(pk__in=(pk_set or ()) if reverse else [instance.pk]))
        if not reverse:
            instance.refresh_from_db(fields=["is_staff"])


@receiver(pre_delete, sender=Group)
def staff_leaves(instance, **kwargs) -> None:
    follow_roles(instance.user_set.all(), leaving=instance.name)
