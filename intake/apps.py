from django.apps import AppConfig


class IntakeConfig(AppConfig):
    name = "intake"
    verbose_name = "Reports"

    def ready(self):
        """Say what is forgotten here: under the Chatham House Rule, and of a person."""
        from events.not_for_attribution import further_memories
        from intake.models import SHARE, forget_reports_of, take_out_of_reports
        from intake.old_site.models import take_out_of_imports
        from people.forgetting import SHARES
        from publishing.forgetting import PLACES, Names, Place

        SHARES.append(SHARE)
        further_memories.append(lambda event: forget_reports_of(event, Names([])))
        PLACES.append(Place("handed-in texts", forget_reports_of, take_out_of_reports))
        PLACES.append(Place("imports of an old site", None, take_out_of_imports))
