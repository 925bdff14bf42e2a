from django.conf import settings
from django.utils.functional import SimpleLazyObject

from house.now import now


def house(request) -> dict:
    """Give every template the house, its name, and the site's address without a closing slash.

    Asked for only where a page names it.
    """
    return {
        "house": SimpleLazyObject(now),
        "site_name": SimpleLazyObject(lambda: now().settings.name),
        "site_url": settings.SITE_URL,
    }
