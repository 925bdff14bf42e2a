from django.contrib.auth.models import Group, User

PASSWORD = "quiet harbour at dawn"


def make_user(role: str, name: str = "") -> User:
    """A member of staff in one of the groups that the migration makes."""
    user = User.objects.create_user(name or role.lower(), password=PASSWORD)
    user.groups.add(Group.objects.get(name=role))
    return user
