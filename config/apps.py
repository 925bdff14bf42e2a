from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig
from django.core import checks


class ProjectConfig(AppConfig):
    """The project itself, for its commands."""

    name = "config"
    label = "project"

    def ready(self):
        from config.checks import folders_can_be_written

        checks.register(folders_can_be_written, deploy=True)


class DeskConfig(AdminConfig):
    """django.contrib.admin, with the desk as its site: `admin.site` and `@admin.register` mean it."""

    default_site = "config.desk.DeskSite"
