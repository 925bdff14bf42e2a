from django.contrib import admin
from django.urls import path
from django.views.generic import RedirectView

from config import views

urlpatterns = [
    path("admin/", admin.site.urls),
    path("favicon.ico", RedirectView.as_view(url="/static/favicon.svg")),  # asked for whatever a page says
    path("healthz/", views.healthz, name="healthz"),
    path("media/<path:path>", views.media, name="media"),
]

handler400 = "config.views.bad_request"
handler403 = "config.views.permission_denied"
handler404 = "config.views.page_not_found"
handler500 = "config.views.server_error"
