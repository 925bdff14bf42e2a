from django.apps import AppConfig


class DemonstrationConfig(AppConfig):
    name = "demonstration"

    def ready(self):
        from config.starting import objections
        from demonstration.login import objection_to_real_use
        from demonstration.models import Notice
        from house.now import further_lines

        objections.append(objection_to_real_use)
        further_lines.append(Notice.current)
