from django.contrib import admin
from django.urls import path
from django.views.decorators.csp import csp_override

from config.desk import DESK_CSP
from desk.views import own_log_ins, second_factor

urlpatterns = [
    # For whoever is let in nowhere else yet, too.
    path("log-ins/", admin.site.admin_view(own_log_ins), name="log_ins"),
    path("second-factor/", csp_override(DESK_CSP)(second_factor), name="second_factor"),
]
