from django.utils.functional import SimpleLazyObject

from demonstration.models import Notice


def notice(request) -> dict:
    """Give the foot of every page the demonstration's notice; asked for only where a page has a foot."""
    return {"demonstration_notice": SimpleLazyObject(Notice.current)}
