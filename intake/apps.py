from django.apps import AppConfig


class IntakeConfig(AppConfig):
    name = "intake"
    verbose_name = "Reports"

    def ready(self):
        """Say what is forgotten here: under the Chatham House Rule, and of a person."""
        from intake.models import SHARE, forget_reports_of, take_out_of_reports
        from people.forgetting import SHARES
        from publishing.forgetting import PLACES, Place

        SHARES.append(SHARE)
        PLACES.append(Place("handed-in texts", forget_reports_of, take_out_of_reports))
