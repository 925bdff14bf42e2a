from django.contrib.admin.apps import AdminConfig


class DeskConfig(AdminConfig):
    """django.contrib.admin, with the desk as its site: `admin.site` and `@admin.register` mean it."""

    default_site = "config.desk.DeskSite"
