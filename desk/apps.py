from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "desk"

    def ready(self):
        from desk import receivers  # noqa: F401 -- connects them
