from django.conf import settings


def site(request):
    """Give every template the site's name, and its address without a closing slash."""
    return {"site_name": settings.SITE_NAME, "site_url": settings.SITE_URL}
