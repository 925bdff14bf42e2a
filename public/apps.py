from django.apps import AppConfig


class PublicConfig(AppConfig):
    name = "public"

    def ready(self):
        """Remember what has changed, before it is counted anew, and make its page; nobody forgotten stands on one."""
        from public.last_changes import forget_pages, remember_changes, remember_years
        from public.making import make_changed
        from publishing.changes import consequences
        from publishing.forgetting import PLACES, Place
        from search.counting import told_of_years
        from search.indexing import forgetting

        consequences.insert(0, remember_changes)
        consequences.append(make_changed)
        told_of_years.append(remember_years)
        forgetting.append(forget_pages)
        PLACES.append(Place("pages as they were made", forget_pages, forget_pages))
