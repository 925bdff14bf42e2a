"""The log-in that shows the desk to somebody who tries the project out on their own machine."""

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

from demonstration.models import Notice

NAME = "editor"
PASSWORD = "demonstration"
# Both, so that the whole way of an event can be walked: entering, reviewing, publishing.
GROUPS = ["Editor", "Publisher"]


def ensure_demo_login():
    """Make the demonstration's editor where nobody can log in yet; return whether that log-in is there.

    With DEBUG off nothing is made: a password that stands in the source is no password. Neither is it where
    somebody has made an account already: that archive is in real use.
    """
    if not settings.DEBUG:
        return False
    users = get_user_model().objects
    if not users.exists():
        made = users.create_user(NAME, password=PASSWORD)
        made.groups.set(Group.objects.filter(name__in=GROUPS))
    editor = users.filter(username=NAME).first()
    return editor is not None and editor.check_password(PASSWORD)


def objection_to_real_use() -> str:
    """Why this database is nobody's own archive: it was filled for a look, and its password stands in the source."""
    if not Notice.objects.exists():
        return ""
    return (
        "This database holds the demonstration, and a password that everybody knows: name another in DATABASE_URL, "
        "or remove db.sqlite3."
    )
