from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "search"

    def ready(self):
        """Hear of what is saved, and index and count it at the end of its unit of work."""
        from publishing.changes import consequences
        from search import receivers  # noqa: F401 -- connects them
        from search.counting import count_changes
        from search.indexing import index_changes

        consequences.extend([index_changes, count_changes])
