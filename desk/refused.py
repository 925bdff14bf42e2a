"""What somebody is told who is logged in and may not do what they asked for: who may, and whom to ask."""

from django.contrib.auth.models import User

from config import views
from desk.roles import ROLES

#: So many administrators are named.
NAMED = 3


def permission_denied(request, exception=None):
    """The page of a 403; whoever is not logged in is told to log in."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return views.permission_denied(request, exception)
    has = set(user.groups.values_list("name", flat=True))
    keepers = User.objects.filter(groups__name="Administrator", is_active=True).exclude(pk=user.pk)
    refused = {
        "who": user.get_full_name() or user.get_username(),
        "roles": [role for role in ROLES if role in has],
        "keepers": [one.get_full_name() or one.get_username() for one in keepers.order_by("pk")[:NAMED]],
    }
    return views.permission_denied(request, exception, {"refused": refused})
