"""Hears who joins or leaves a group, whoever says so, a form, a command or a shell; and who logs in or fails to."""

from django.contrib.auth.models import Group, User
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.db.models.signals import m2m_changed, pre_delete
from django.dispatch import receiver

from desk import log_ins
from desk.accounts import follow_roles
from desk.second_factor import GIVEN
from publishing.logbook import write_failed_log_in, write_log_in


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


@receiver(user_logged_in)
def came_in(request, user, **kwargs) -> None:
    write_log_in(user)
    request.session[GIVEN] = getattr(request, "gave_second_factor", None) == user.pk
    log_ins.began(request, user)


@receiver(user_logged_out)
def went(request, **kwargs) -> None:
    log_ins.ended(request)


@receiver(user_login_failed)
def was_kept_out(credentials, **kwargs) -> None:
    """What was typed is not kept: it may be a password, or a name that is nobody's business."""
    write_failed_log_in(User.objects.filter(username=credentials.get("username", "")).first())
