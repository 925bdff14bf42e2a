from django.urls import path

from following import views
from publishing.interface import pages

app_name = "following"
urlpatterns = [
    pages(
        path("follow/by-mail/", views.by_mail, name="by_mail"),
        path("follow/by-mail/confirm/", views.confirm, name="confirm"),
    ),
    path("follow/by-mail/end/", views.end, name="end"),
]
