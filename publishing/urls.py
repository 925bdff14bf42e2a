from django.contrib import admin
from django.urls import path

from publishing.answers import session
from publishing.on_site import view_on_site
from publishing.pasting import cleaned

urlpatterns = [
    # Asked by whoever has a form open and may be logged out by now.
    path("session/", session, name="session"),
    path("cleaned/", admin.site.admin_view(cleaned), name="cleaned"),
    # In the place of Django's own, which asks for no right.
    path(
        "<path:content_type_id>/<path:object_id>/", admin.site.admin_view(view_on_site), name="view_on_site"
    ),
]
