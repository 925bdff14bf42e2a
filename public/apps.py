from django.apps import AppConfig


class PublicConfig(AppConfig):
    name = "public"

    def ready(self):
        """Remember what has changed before anything is counted anew; what is forgotten stands on no page."""
        from public.last_changes import forget_pages, remember_changes
        from publishing.changes import consequences
        from publishing.forgetting import PLACES, Place

        consequences.insert(0, remember_changes)
        PLACES.append(Place("pages as they were made", forget_pages, forget_pages))
