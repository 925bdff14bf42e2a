"""Who comes to the desk: staff status follows from the roles, and somebody always keeps the accounts."""

from collections.abc import Iterable

from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.contrib.auth.models import Group, User
from django.db import transaction
from django.db.models import Q, QuerySet

from desk.roles import ROLES

#: The role that keeps the accounts.
KEEPER = "Administrator"


def in_groups(names: Iterable[str]) -> Q:
    """Users who are in one of the groups of these names."""
    return Q(pk__in=User.groups.through.objects.filter(group__name__in=list(names)).values("user"))


def follow_roles(users: QuerySet[User], leaving: str = "") -> None:
    """Make those of ``users`` staff who are in a role or are superusers, and nobody else.

    ``leaving`` is a group that they are about to leave: it counts no more.
    """
    may_come_in = Q(is_superuser=True) | in_groups(ROLES.keys() - {leaving})
    users.filter(may_come_in, is_staff=False).update(is_staff=True)
    users.exclude(may_come_in).filter(is_staff=True).update(is_staff=False)


def alone_keep_accounts(keys: Iterable[int]) -> bool:
    """Whether one of these users keeps the accounts, and nobody else could who has chosen a password.

    Two who ask at once are answered one after the other, so that neither takes the other for the one who stays.
    """
    with transaction.atomic():
        Group.objects.select_for_update().filter(name=KEEPER).first()
        keepers = User.objects.filter(Q(is_superuser=True) | in_groups([KEEPER]), is_active=True)
        others = keepers.exclude(pk__in=keys).exclude(password__startswith=UNUSABLE_PASSWORD_PREFIX)
        return keepers.filter(pk__in=keys).exists() and not others.exists()
