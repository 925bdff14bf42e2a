from django.apps import AppConfig


class IntakeConfig(AppConfig):
    name = "intake"
    verbose_name = "Reports"

    def ready(self):
        """Say what is forgotten here under the Chatham House Rule."""
        from events.models import Event
        from intake.models import forget_reports_of

        Event.forgetting.append(forget_reports_of)
