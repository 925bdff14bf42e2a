from django.apps import AppConfig


class HouseConfig(AppConfig):
    name = "house"
    verbose_name = "The house"  # as in the sidebar of the desk

    def ready(self):
        """Say that each save of the settings and of a page is kept as a version, and when readers notice one."""
        from house.models import House, Page
        from house.noticed import tell_readers
        from publishing.changes import completions
        from publishing.wholes import keeps_versions

        keeps_versions(House)
        keeps_versions(Page)
        completions.append(tell_readers)
