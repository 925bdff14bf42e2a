from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "people"
    verbose_name = "Archive"  # as in the sidebar of the desk

    def ready(self):
        """Let people be found by their names as they are at the end of a unit of work."""
        from people.name_index import index_changed_names
        from publishing.changes import consequences

        consequences.append(index_changed_names)
