from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig


class ProjectConfig(AppConfig):
    """The project itself, for its commands."""

    name = "config"
    label = "project"


class DeskConfig(AdminConfig):
    """django.contrib.admin, with the desk as its site: `admin.site` and `@admin.register` mean it."""

    default_site = "config.desk.DeskSite"
