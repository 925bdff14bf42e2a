from django.core.management.base import BaseCommand

from publishing.pending import publish_due


class Command(BaseCommand):
    help = "Publish the changes whose moment has come, as the first reader's page after it would."

    def handle(self, *args, **options):
        self.stdout.write(f"{publish_due()} published.")
