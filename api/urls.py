from django.urls import path

from api import views
from api.endpoints import api
from publishing.interface import pages

urlpatterns = [
    path("api/v1/docs/", views.description, name="api_docs"),
    path("api/v1/", api.urls),
    pages(path("data/", views.data, name="data")),
    path("data/<slug:name>.<slug:ending>", views.data_file, name="data_file"),
    path("data/SHA256SUMS", views.data_file, {"name": "SHA256SUMS"}, name="data_file"),
]
