from django.urls import path

from following import views
from publishing.interface import page

app_name = "following"
urlpatterns = [
    page("follow/by-mail/", views.by_mail, name="by_mail"),
    page("follow/by-mail/confirm/", views.confirm, name="confirm"),
    path("follow/by-mail/end/", views.end, name="end"),
]
