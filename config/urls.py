from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("admin/r/", include("publishing.urls")),
    path("admin/", include("desk.urls")),
    path("admin/", admin.site.urls),
    path("", include("api.urls")),
    path("", include("verifying.urls")),
    path("", include("following.urls")),
    path("", include("public.urls")),
]

handler400 = "config.views.bad_request"
handler403 = "desk.refused.permission_denied"
handler404 = "config.views.page_not_found"
handler500 = "config.views.server_error"
