from django.urls import path

from publishing.interface import pages
from verifying import views

urlpatterns = [pages(path("verify/", views.verify_page, name="verify"))]
