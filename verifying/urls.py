from django.urls import path

from verifying import views

urlpatterns = [path("verify/", views.verify_page, name="verify")]
