"""The settings of the bench with Django's own admin and nothing of ours before it, to measure the desk by."""

from bench.settings import *  # noqa: F403 -- the settings of the bench
from config.settings import INSTALLED_APPS, TEMPLATES

#: Django's admin where ours and its look were, with its own templates.
INSTALLED_APPS[:] = [
    "django.contrib.admin.apps.SimpleAdminConfig" if app == "config.apps.DeskConfig" else app
    for app in INSTALLED_APPS
    if not app.startswith("unfold")
]
TEMPLATES[0]["DIRS"] = []
ROOT_URLCONF = "bench.plain_desk"
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
