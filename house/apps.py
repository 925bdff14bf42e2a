from django.apps import AppConfig


class HouseConfig(AppConfig):
    name = "house"
    verbose_name = "The house"  # as in the sidebar of the desk

    def ready(self):
        """Say that each save of the settings is kept as a version."""
        from house.models import House
        from publishing.wholes import keeps_versions

        keeps_versions(House)
