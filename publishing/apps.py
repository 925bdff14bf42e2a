from django.apps import AppConfig


class PublishingConfig(AppConfig):
    name = "publishing"
    verbose_name = "The record"  # as in the sidebar of the desk

    def ready(self):
        """Whatever readers see of a change, they see in another edition."""
        from publishing import editions
        from publishing.changes import closings

        closings.append(editions.advance)
