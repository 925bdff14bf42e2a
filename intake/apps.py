from django.apps import AppConfig


class IntakeConfig(AppConfig):
    name = "intake"
    verbose_name = "Reports"

    def ready(self):
        """Say what is forgotten here: under the Chatham House Rule, and of a person."""
        from events.not_for_attribution import further_memories
        from intake.models import forget_reports_of, take_out_of_reports
        from publishing.forgetting import PLACES, Place

        further_memories.append(forget_reports_of)
        PLACES.append(
            Place("handed-in texts", lambda event, _: forget_reports_of(event), take_out_of_reports)
        )
