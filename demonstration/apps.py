from django.apps import AppConfig


class DemonstrationConfig(AppConfig):
    name = "demonstration"

    def ready(self):
        from config.starting import objections
        from demonstration.login import objection_to_real_use

        objections.append(objection_to_real_use)
